"""The report on a map as a page: one file that works offline, without a script.

Its style sheets, that of the page and those of the pictures, are named by their hashes in the
content security policy; all words of maps are escaped, and stand apart from what is around them.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from typing import Final

from attrs import evolve

from argmap.reports.whole.blocks import (
    Block,
    Card,
    Heading,
    Items,
    Line,
    Meter,
    Paragraph,
    Picture,
    Piece,
    Role,
    Table,
)
from argmap.reports.whole.contents import contents
from argmap.reports.whole.style import BADGES, STYLE
from argmap.reports.whole.values import MapReport
from argmap.text import printable

_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_DARK: Final = "@media (prefers-color-scheme:dark)"
_DARK_ON_SCREENS: Final = "@media screen and (prefers-color-scheme:dark)"
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}")


def report_page(maps: Sequence[MapReport]) -> str:
    """Return the report on some maps as a page."""
    shown = [evolve(one, picture=_light_on_paper(one.picture)) for one in maps]
    body = "\n".join(line for one in shown for line in _Writer(one).lines())
    title = _text(", ".join(one.title for one in maps))
    sheets = [STYLE, *(sheet for one in shown for sheet in _STYLE.findall(one.picture))]
    hashes = " ".join(f"'sha256-{_sha256(sheet)}'" for sheet in dict.fromkeys(sheets))
    policy = f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: report</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Writer:
    """Writes the report on one map."""

    def __init__(self, report: MapReport) -> None:
        self._blocks = tuple(contents(report))
        language = report.checked.map.language or ""
        is_known = _LANGUAGE.fullmatch(language)
        self._language = f' lang="{language}"' if is_known else ""

    def lines(self) -> Iterator[str]:
        """Yield the parts of the page, each section in an element of its own."""
        headings = [one for one in self._blocks if isinstance(one, Heading) and one.anchor]
        is_open = False
        for block in self._blocks:
            if isinstance(block, Heading) and block.level <= 2:  # noqa: PLR2004 - that of sections
                if is_open:
                    yield "</section>"
                elif block.anchor:
                    yield from self._contents(headings)
                is_open = bool(block.anchor)
                if is_open:
                    yield f'<section aria-labelledby="{block.anchor}">'
            yield self._block(block)
        if is_open:
            yield "</section>"

    def _contents(self, headings: Sequence[Heading]) -> Iterator[str]:
        links = "".join(
            f'<li><a href="#{one.anchor}">{_text(one.text)}</a></li>' for one in headings
        )
        label = _text(f"Sections of {self._title}")
        yield f'<nav aria-label="{label}"><ul>{links}</ul></nav>'

    @property
    def _title(self) -> str:
        return next((one.text for one in self._blocks if isinstance(one, Heading)), "")

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - one for each kind of block
        match block:
            case Heading(level=1, text=text):
                return f"<h1{self._language}>{_text(text)}</h1>"
            case Heading(level=level, text=text, anchor=anchor):
                name = f' id="{anchor}"' if anchor else ""
                return f"<h{level}{name}>{_text(text)}</h{level}>"
            case Paragraph(line=line):
                return f"<p>{self._line(line)}</p>"
            case Items(lines=lines):
                items = "\n".join(f"<li>{self._line(one)}</li>" for one in lines)
                return f"<ul>\n{items}\n</ul>"
            case Card():
                return self._card(block)
            case Meter(share=share, label=label):
                words = _text(label)
                meter = f'<meter value="{share:.4f}" aria-label="{words}">{words}</meter>'
                return f"<p>{meter} {words}</p>"
            case Table():
                return _table(block)
            case Picture():
                return _picture(block)

    def _card(self, card: Card) -> str:
        name = f' id="{card.anchor}"' if card.anchor else ""
        says = f"<p>{self._line(card.says)}</p>" if card.says else ""
        items = "".join(f"<li>{self._line(one)}</li>" for one in card.told)
        told = f"<ul>{items}</ul>" if items else ""
        head = f"<p>{self._line(card.head)}</p>"
        return f'<div class="card"{name}>{head}{says}{told}</div>'

    def _line(self, line: Line) -> str:
        return " ".join(map(self._piece, line))

    def _piece(self, piece: Piece) -> str:  # noqa: PLR0911 - one for each role
        text = _text(piece.text)
        match piece.role:
            case Role.PLAIN:
                return text
            case Role.STRONG:
                return f"<strong>{text}</strong>"
            case Role.WORDS:
                return f'<span class="words" dir="auto"{self._language}>{text}</span>'
            case Role.QUOTE:
                return f'<q dir="auto">{text}</q>'
            case Role.ID if piece.target:
                return f'<a class="id" href="#{piece.target}"><bdi>{text}</bdi></a>'
            case Role.BADGE:
                kind = f" {piece.text}" if piece.text in BADGES else ""
                return f'<span class="badge{kind}">{text}</span>'
            case role:
                return f'<span class="{role}"><bdi>{text}</bdi></span>'


def _light_on_paper(picture: str) -> str:
    """Return a picture whose dark colours are for screens alone."""
    return _STYLE.sub(lambda found: found[0].replace(_DARK, _DARK_ON_SCREENS), picture)


def _picture(picture: Picture) -> str:
    """Return a picture as wide as the page, with a box to tick for its full size."""
    return (
        '<div><label class="size"><input type="checkbox"> in full size</label>'
        f'<div class="picture" tabindex="0" role="region" aria-label="{_text(picture.label)}">\n'
        f"{picture.text}</div></div>"
    )


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_text(one)}</th>' for one in table.head)
    rows = []
    for name, *cells in table.rows:
        rest = "".join(f"<td>{_text(one)}</td>" for one in cells)
        rows.append(f'<tr><th scope="row">{_text(name)}</th>{rest}</tr>')
    body = "\n".join(rows)
    return (
        f"<table>\n<caption>{_text(table.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _sha256(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _text(text: str) -> str:
    return escape(printable(" ".join(text.split())))
