"""How much of its sources a map accounts for, as a page: each text with its sentences marked.

The page is one file that works offline and asks for nothing: it has no script, its style sheet is
named by its hash in the content security policy, and the words of texts and maps are escaped.
A sentence has a mark for each node that cites it, which leads to that node; from there links lead
back to the sentences.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from html import escape
from typing import Final

from attrs import frozen

from argmap.coverage import Citation, Counts, CoveredSentence, MapCoverage, Role, SourceCoverage
from argmap.model import Claim, Node
from argmap.reports.coverage_style import STYLE
from argmap.reports.coverage_text import percent
from argmap.text import printable

_SIGNS: Final[Mapping[Role, str]] = {
    Role.CLAIM: "c",
    Role.SUPPORT: "+",
    Role.CONTRAST: "\u2212",
    Role.EVIDENCE: "?",
}
_STRONGEST: Final = (Role.CONTRAST, Role.SUPPORT, Role.EVIDENCE, Role.CLAIM)
_JOINER: Final = "&#8288;"
_LEGEND: Final = (
    *((role.value, sign, role.words) for role, sign in _SIGNS.items()),
    ("aside", "", "set aside with a reason"),
    ("missing", "", "missing from the map"),
)


def coverage_page(maps: Sequence[MapCoverage]) -> str:
    """Return a page with the text of each source, its sentences marked by what cites them."""
    total = Counts.sum(one.counts for one in maps)
    parts = [
        f"<h1>{_text(', '.join(one.map.title or one.name for one in maps))}</h1>",
        f"<p>{percent(total.share)} of {total.sentences} sentences accounted for</p>",
        f'<p class="note">{_in_words(total)}</p>',
        _legend(total),
    ]
    for number, one in enumerate(maps, 1):
        parts.extend(_map(one, f"m{number}"))
    return _whole("\n".join(parts), ", ".join(one.map.title or one.name for one in maps))


def _whole(body: str, title: str) -> str:
    # The hash is that of the characters between the tags.
    style = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}: coverage</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _legend(total: Counts) -> str:
    items = "\n".join(
        f'<li><span class="s {name}">{words}</span>{f"<sup> {sign}1</sup>" if sign else ""}</li>'
        for name, sign, words in _LEGEND
        if total.set_aside or name != "aside"
    )
    return f'<ul class="legend" aria-label="What the marks mean">\n{items}\n</ul>'


def _map(one: MapCoverage, anchor: str) -> Iterator[str]:
    for number, source in enumerate(one.sources, 1):
        yield from _SourcePart(one, source, f"{anchor}s{number}").lines()
    for source_id, why in one.absent:
        yield f'<h2>{_text(source_id)}</h2>\n<p class="note">No text: {_text(why)}</p>'


@frozen
class _SourcePart:
    """One source of a map on the page; anchors begin with `anchor`."""

    whole: MapCoverage
    covered: SourceCoverage
    anchor: str

    def lines(self) -> Iterator[str]:
        source, counts = self.covered.source, self.covered.counts
        by = ", ".join(part for part in (source.author, source.publisher, source.date) if part)
        yield f'<section aria-labelledby="{self.anchor}">'
        yield f'<h2 id="{self.anchor}">{_text(source.title or source.id)}</h2>'
        yield f'<p class="by">{_text(by)}</p>' if by else ""
        label = f"{percent(counts.share)} of the sentences are accounted for"
        yield (
            f'<p><meter value="{counts.share:.4f}" aria-label="{label}">{label}</meter> '
            f"{percent(counts.share)}</p>"
        )
        yield f'<p class="note">{_in_words(counts)}</p>'
        language = _text(self.covered.text.language)
        yield f'<div class="columns">\n<div class="text" lang="{language}">'
        yield from self._text_lines()
        yield '</div>\n<div class="map">'
        yield from self._node_lines()
        yield "</div>\n</div>\n</section>"

    def _text_lines(self) -> Iterator[str]:
        text, sentences, paragraph = self.covered.text, iter(self.covered.sentences), 0
        waiting = next(sentences, None)
        for block in text.blocks:
            if block.level:
                yield f"<h3>{_text(text.text[block.start : block.end])}</h3>"
                continue
            paragraph += 1
            parts = []
            while waiting is not None and waiting.paragraph == paragraph:
                parts.append(self._sentence(waiting))
                waiting = next(sentences, None)
            yield f'<p><span class="number">{paragraph}</span>{" ".join(parts)}</p>'

    def _sentence(self, sentence: CoveredSentence) -> str:
        marks = "".join(f"<sup>{self._mark(one)}</sup>" for one in sentence.citations)
        words = _text(self.covered.text.text[sentence.start : sentence.end])
        return (
            f'<span class="s {_class_of(sentence)}" id="{self._place(sentence)}">'
            # A mark does not go to the next line alone.
            f"{words}</span>{_JOINER if marks else ''}{marks}"
        )

    def _mark(self, citation: Citation) -> str:
        number = self._numbers[citation.node_id]
        signs = "".join(_SIGNS[role] for role in citation.roles)
        what = f"{citation.node_id}: {', '.join(role.words for role in citation.roles)}"
        return (
            f'<a href="#{self.anchor}n{number}" title="{_text(what)}" '
            f'aria-label="{_text(what)}">{signs}{number}</a>'
        )

    def _node_lines(self) -> Iterator[str]:
        missing = [one for one in self.covered.sentences if one.is_missing]
        if missing:
            yield f"<h3>Missing</h3>\n<p>{self._links(missing)}</p>"
        yield "<h3>What cites it</h3>\n<ul>"
        for node_id, number in self._numbers.items():
            yield self._node(self.whole.map.node(node_id), number)
        yield "</ul>"
        aside = [one for one in self.covered.sentences if _class_of(one) == "aside"]
        if aside:
            yield "<h3>Set aside</h3>\n<ul>"
            for one in aside:
                yield f"<li>{self._links([one])} {_text(one.set_aside or '')}</li>"
            yield "</ul>"
        if self.covered.unplaced:
            yield "<h3>Not in the text</h3>\n<ul>"
            for lost in self.covered.unplaced:
                yield f"<li>{_text(lost.node_id or 'a sentence set aside')}</li>"
            yield "</ul>"

    def _node(self, node: Node, number: int) -> str:
        kind = "claim" if isinstance(node, Claim) else "evidence"
        about = ", ".join(part for part in (kind, node.type) if part)
        cited = self._cited[node.id]
        return (
            f'<li id="{self.anchor}n{number}">{number} <span class="id">{_text(node.id)}</span> '
            f'<span class="note">{_text(about)}</span>'
            f'<span class="words">{_text(node.text)}</span>{self._links(cited)}</li>'
        )

    def _links(self, sentences: Sequence[CoveredSentence]) -> str:
        return ", ".join(
            f'<a href="#{self._place(one)}">paragraph {one.paragraph}, sentence {one.number}</a>'
            for one in sentences
        )

    def _place(self, sentence: CoveredSentence) -> str:
        return f"{self.anchor}p{sentence.paragraph}-{sentence.number}"

    @cached_property
    def _cited(self) -> Mapping[str, Sequence[CoveredSentence]]:
        """The nodes that cite the source, in the order of the text, and what each cites."""
        found: dict[str, list[CoveredSentence]] = {}
        for sentence in self.covered.sentences:
            for citation in sentence.citations:
                found.setdefault(citation.node_id, []).append(sentence)
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {node_id: number for number, node_id in enumerate(self._cited, 1)}


def _class_of(sentence: CoveredSentence) -> str:
    if sentence.is_missing:
        return "missing"
    roles = sentence.roles
    return next((role.value for role in _STRONGEST if role in roles), "aside")


def _in_words(counts: Counts) -> str:
    return f"{counts.cited} cited, {counts.set_aside} set aside, {counts.missing} missing"


def _text(text: str) -> str:
    return escape(printable(" ".join(text.split())))
