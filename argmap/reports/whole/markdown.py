"""The report on a map in GitHub's Markdown."""

import re
from collections.abc import Sequence
from typing import Final

from argmap.reports.coverage_text import bar
from argmap.reports.escaping import as_code, for_markdown
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
from argmap.reports.whole.values import MapReport

_TICKS: Final = re.compile("`+")


def report_markdown(maps: Sequence[MapReport]) -> str:
    """Return the report on some maps in Markdown."""
    return "\n\n".join(_block(block) for one in maps for block in contents(one)) + "\n"


def _block(block: Block) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {for_markdown(text)}"
        case Paragraph(line=line):
            return _line(line)
        case Items(lines=lines):
            return "\n".join(f"- {_line(one)}" for one in lines)
        case Card():
            return _card(block)
        case Meter(share=share, label=label):
            return f"<code>{bar(share)}</code> {for_markdown(label)}"
        case Table(head=head, rows=rows):
            written = [_row(head), _row(["---"] * len(head), is_rule=True), *map(_row, rows)]
            return "\n".join(written)
        case Picture(text=text):
            longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}mermaid\n{text.rstrip()}\n{fence}"


def _card(card: Card) -> str:
    says = f"<br>{_line(card.says)}" if card.says else ""
    below = "".join(f"\n  - {_line(one)}" for one in card.told)
    return f"- {_line(card.head)}{says}{below}"


def _row(cells: Sequence[str], *, is_rule: bool = False) -> str:
    return f"| {' | '.join(cells if is_rule else map(for_markdown, cells))} |"


def _line(line: Line) -> str:
    return " ".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    text = for_markdown(piece.text)
    match piece.role:
        case Role.ID | Role.PLACE:
            return as_code(piece.text)
        case Role.BADGE | Role.STRONG:
            return f"**{text}**"
        case Role.QUOTE:
            return f"\u201c{text}\u201d"
        case _:
            return text
