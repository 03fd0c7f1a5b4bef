"""Rules about quotations: where they are missing (404), and held against texts (405 to 407).

Rules 405 to 407 speak only of sources whose texts were looked for: `argmap check` looks for the
files that sources name and for those given with `--text`; a library hands the texts to `examine`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, quoted
from argmap.findings import Severity
from argmap.model import Passage

if TYPE_CHECKING:
    from argmap.passages import Found

_OF_WORDS: Final = frozenset({"document", "quotation", "testimony"})
_LONGEST: Final = 240
_LEAST_SHOWN: Final = 0.6  # what is less like a quotation than this helps nobody
_SIGNS: Final = " ([-in the quotation only-], {+in the text only+})"
_DRIFTS: Final = {
    "case": "upper and lower case differ",
    "brackets": "what stands in brackets was put in",
    "omission": "words were left out without `[…]`",
    "words": "the words differ",
}


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


def quote_not_found(context: Context) -> Iterator[Problem]:
    """A quotation is not in the text of its source, or not where the locator says.

    Why: A reader takes quotation marks for the words of the source. Words count as the same
    after white space, quotation marks, dashes and soft hyphens are made alike; what was left out
    is written `[…]`. The message shows what the text has that is most like it, and what the
    quotation has beside that. A quotation that stands elsewhere in the text is a warning.

    Fires:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts:
            text: Traffic is said to have risen.
            cites: {source: report, quote: Traffic has risen again in every street}
        # report.txt: Traffic fell by 12 percent. Nobody counted bicycles.

    Silent:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts:
            text: Counts fell by 12 percent.
            cites: {source: report, sentence: 1, quote: "fell […] 12 percent"}
        # report.txt: Traffic fell by some 12 percent. Nobody counted bicycles.
    """
    for node, passage, found in context.cited.quotations:
        where = passage.spans.get("quote", passage.span)
        if found.kind == "absent":
            is_near = found.score >= _LEAST_SHOWN
            near = f"; most like it is: {_differences(passage, found)}" if is_near else ""
            yield Problem(
                f"the quotation in {quoted(node.id)} is not in {quoted(passage.source)}{near}",
                where,
                help=f"quote the words of the text, or correct the source{_SIGNS if near else ''}",
                subject=node.id,
            )
        elif found.is_elsewhere:
            stands = context.cited.place_in(passage.source, found.places[0][0])
            yield Problem(
                f"the quotation in {quoted(node.id)} is not at {passage.locator}"
                f" of {quoted(passage.source)}; it stands in {stands}",
                where,
                help="correct the place",
                subject=node.id,
                severity=Severity.WARNING,
            )


def quote_drifted(context: Context) -> Iterator[Problem]:
    """A quotation has nearly the words of its source: a number, a `not` or an order differs.

    Why: One word can turn the sense, and no reader expects that inside quotation marks. The
    message shows what goes `[-so-]` and what the text has `{+instead+}`. What was left out of a
    quotation is written `[…]`, and nothing else is.

    Fires:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts:
            text: Counts fell by 21 percent.
            cites: {source: report, quote: traffic in the zone fell by 21 percent}
        # report.txt: In that year traffic in the zone fell by 12 percent. Nobody knows why.

    Silent:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts:
            text: Counts fell by 12 percent.
            cites: {source: report, quote: traffic in the zone fell by 12 percent}
        # report.txt: In that year traffic in the zone fell by 12 percent. Nobody knows why.
    """
    for node, passage, found in context.cited.quotations:
        if found.kind == "drifted":
            how = f"{_DRIFTS[found.change]}: {_differences(passage, found)}"
            yield Problem(
                f"the quotation in {quoted(node.id)} is not word for word in "
                f"{quoted(passage.source)}: {how}",
                passage.spans.get("quote", passage.span),
                help=f"it reads: {_cut(found.words)}{_SIGNS}",
                subject=node.id,
            )


def quote_ambiguous(context: Context) -> Iterator[Problem]:
    """A quotation stands more than once in its source, and the place does not single one out.

    Why: A reader does not know which of them is meant, and coverage counts them all. Say the
    paragraph and sentence, or quote some words more.

    Fires:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell., cites: {source: report, quote: traffic fell}}
        # report.txt: In May traffic fell. In June traffic fell by 12 percent.

    Silent:
        sources:
          report: {title: Annual report, file: report.txt}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell., cites: {source: report, sentence: 2, quote: traffic fell}}
        # report.txt: In May traffic fell. In June traffic fell by 12 percent.
    """
    for node, passage, found in context.cited.quotations:
        if found.kind == "exact" and found.is_ambiguous and not found.is_elsewhere:
            several = found.at_locator if found.has_locator else found.places
            stands = [context.cited.place_in(passage.source, start) for start, _ in several[:2]]
            more = f" and {len(several) - 2} more" if len(several) > len(stands) else ""
            yield Problem(
                f"the quotation in {quoted(node.id)} stands {len(several)} times in "
                f"{quoted(passage.source)}: {'; '.join(stands)}{more}",
                passage.spans.get("quote", passage.span),
                help="add `paragraph:` and `sentence:`, or quote some words more",
                subject=node.id,
            )


def _is_exact(passage: Passage) -> bool:
    return bool(passage.quote or passage.digest or passage.locator)


def _differences(passage: Passage, found: "Found") -> str:
    from argmap.passages import differences  # noqa: PLC0415 - only where texts are at hand

    return _cut(differences(passage.quote or "", found.words))


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
