"""Rules that hold the places of passages against the texts of sources (408 to 410).

They speak only of sources whose texts were looked for: `argmap check` looks for the files that
sources name and for those given with `--text`; a library hands the texts to `examine`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, quoted
from argmap.findings import Severity
from argmap.model import Passage
from argmap.nearest import nearest

if TYPE_CHECKING:
    from argmap.extract.at_hand import TextAtHand

_SHORTEST: Final = 6  # of shorter names of sections too many are nearly another


def source_changed(context: Context) -> Iterator[Problem]:
    """A source is not the one that was read: its `sha256`, or the digest of a passage, differs.

    Why: What was read in the old text need not be in the new one. Look again, then record the
    new text: `sha256:` of the file, and `digest:` of each passage as `argmap locate` prints it.

    Fires:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts:
            text: Counts fell.
            cites: {source: report, sentence: 1, digest: h1:00000000000000000000000000000000}
        # report.txt: Traffic fell by 12 percent.

    Silent:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts:
            text: Counts fell.
            cites: {source: report, sentence: 1, digest: h1:f174cba89c0b433cabd640d59ec634a5}
        # report.txt: Traffic fell by 12 percent.
    """
    for source in context.argument_map.sources:
        at_hand = context.cited.at_hand.get(source.id)
        if at_hand is not None and source.sha256 and source.sha256.lower() != at_hand.sha256:
            yield Problem(
                f"the text of source {quoted(source.id)}, {quoted(at_hand.path)}, is not the one "
                "that was recorded",
                source.spans.get("sha256", source.span),
                help=f"look at it again, then write `sha256: {at_hand.sha256}`",
                subject=source.id,
            )
    for node, passage, at_hand in context.cited.passages:
        now = _digest_now(passage, at_hand)
        if now is not None and now != passage.digest:
            yield Problem(
                f"the words at {passage.locator} of {quoted(passage.source)}, to which "
                f"{quoted(node.id)} points, are not those that were recorded",
                passage.spans.get("digest", passage.span),
                help=f"read them again, then write `digest: {now}`",
                subject=node.id,
            )


def unverified_passage(context: Context) -> Iterator[Problem]:
    """Passages with a quotation or digest cannot be verified, for the text is not at hand.

    Why: It is good to know what was not looked at. Put a copy of the text into the project and
    name it with `file:`, or, where it may not be there, give it with `--text ID=PATH`. A file
    that is named and cannot be read is a warning. A text whose encoding had to be guessed is told.

    Fires:
        sources:
          report: {title: Annual report}
          minutes: {title: Minutes, file: minutes.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts, said]}
        evidence:
          counts: {text: Counts fell., cites: {source: report, quote: traffic fell}}
          said: {text: The mayor said so., cites: {source: minutes, quote: it has fallen}}
        # minutes.txt: The mayor said that it has fallen.

    Silent:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell., cites: {source: report, quote: traffic fell}}
        # report.txt: In May traffic fell.
    """
    waiting = context.cited.unverified
    for source in context.argument_map.sources:
        at_hand = context.cited.at_hand.get(source.id)
        if at_hand is not None and at_hand.remark:
            remark, _, advice = at_hand.remark.partition("; ")
            yield Problem(
                f"{quoted(at_hand.path)}, the text of {quoted(source.id)}, {remark}",
                source.spans.get("file", source.span),
                help=advice or "make sure that it is read as it should be",
                subject=source.id,
                severity=Severity.INFO,
            )
        no_text = context.cited.missing.get(source.id)
        count = waiting.get(source.id, 0)
        if no_text is not None and (count or no_text.path):
            told = "1 passage is" if count == 1 else f"{count} passages are"
            reason, _, advice = no_text.message.partition("; ")
            yield Problem(
                f"{quoted(no_text.path)}, the text of {quoted(source.id)}, cannot be read: {reason}"
                if no_text.path
                else f"{told} not verified: the text of {quoted(source.id)} is not at hand",
                source.spans.get("file", source.span),
                help=advice
                or f"name a copy with `file:`, or give it with `--text {source.id}=PATH`",
                subject=source.id,
                severity=None if no_text.path else Severity.INFO,
            )


def no_such_place(context: Context) -> Iterator[Problem]:
    """A passage names a paragraph, sentence or line that the text does not have.

    Why: Nobody will find it. Paragraphs and sentences count from 1, headings aside. A section
    that the text does not have may be a table or a figure; only where it is nearly a heading of
    the text, that is said, as a warning.

    Fires:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell., cites: {source: report, paragraph: 2, sentence: 1}}
        # report.txt: Traffic fell by 12 percent.

    Silent:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell., cites: {source: report, paragraph: 1, sentence: 1}}
        # report.txt: Traffic fell by 12 percent.
    """
    for node, passage, at_hand in context.cited.passages:
        if _is_nowhere(passage, at_hand):
            yield Problem(
                f"{quoted(passage.source)} has no {passage.locator}, to which {quoted(node.id)} "
                "points",
                passage.spans.get("paragraph", passage.span),
                help="correct the place; paragraphs and sentences count from 1, headings aside",
                subject=node.id,
            )
        meant = _heading_meant(passage, at_hand)
        if meant:
            yield Problem(
                f"{quoted(passage.source)} has no section {quoted(passage.section or '')}",
                passage.spans.get("section", passage.span),
                help=f"did you mean {quoted(meant)}?",
                subject=node.id,
                severity=Severity.WARNING,
            )


def _heading_meant(passage: Passage, at_hand: "TextAtHand") -> str:
    """Return the heading that a section is nearly, where it is none; else nothing."""
    if passage.section is None or len(passage.section) < _SHORTEST:
        return ""
    from argmap.passages import normalise, regions  # noqa: PLC0415 - only where texts are at hand

    alone = Passage(passage.source, section=passage.section)
    if regions(at_hand.source, alone) is not None:
        return ""
    return nearest(normalise(passage.section), map(normalise, _headings(at_hand)))


def _headings(at_hand: "TextAtHand") -> list[str]:
    source = at_hand.source
    return [source.text[block.start : block.end] for block in source.blocks if block.level]


def _is_nowhere(passage: Passage, at_hand: "TextAtHand") -> bool:
    from argmap.passages import regions  # noqa: PLC0415 - only where texts are at hand

    return regions(at_hand.source, passage) == ()


def _digest_now(passage: Passage, at_hand: "TextAtHand") -> str | None:
    """Return the digest of the words at a passage that has one; None where there are none."""
    from argmap.passages import digest_at  # noqa: PLC0415 - only where texts are at hand

    return None if passage.digest is None else digest_at(at_hand.source, passage)
