"""The rule about evidence of words without the words (404)."""

from collections.abc import Iterator
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, quoted
from argmap.model import Passage

_OF_WORDS: Final = frozenset({"document", "quotation", "testimony"})


def no_quotation(context: Context) -> Iterator[Problem]:
    """Evidence that is what somebody wrote or said points to no words.

    Why: A reader has to search the whole source, and may find other words. Give the words under
    `quote:`, or their fingerprint under `digest:`, or the place: page, paragraph, line, section,
    time. One passage with any of these is enough. Asked for is evidence of the types document,
    quotation and testimony; a number or an event can be in a source without words of its own.

    Fires:
        sources:
          minutes: {title: Minutes of the council}
        claims:
          charge-wanted: {text: The council wanted a charge., supporting: [mayor-said]}
        evidence:
          mayor-said: {text: The mayor asked for a charge., type: testimony, cites: minutes}

    Silent:
        sources:
          minutes: {title: Minutes of the council}
          report: {title: Annual report}
        claims:
          charge-wanted: {text: The council wanted a charge., supporting: [mayor-said, counts]}
        evidence:
          mayor-said:
            text: The mayor asked for a charge.
            type: testimony
            cites: {source: minutes, page: 12}
          counts: {text: Traffic had risen by 18 percent., type: statistic, cites: report}
    """
    for evidence in context.evidence:
        if (
            evidence.type in _OF_WORDS
            and evidence.passages
            and not any(map(_is_exact, evidence.passages))
        ):
            passage = evidence.passages[0]
            yield Problem(
                f"{evidence.type} {quoted(evidence.id)} points to no words of its source",
                passage.spans.get("source", passage.span) or evidence.span,
                help="add `quote:`, or the place: `page:`, `paragraph:`, `time:`",
                subject=evidence.id,
            )


def _is_exact(passage: Passage) -> bool:
    return bool(passage.quote or passage.digest or passage.locator)
