"""What a report on a map tells, section by section: what has no support comes first."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from argmap.assess import Status
from argmap.coverage import Counts, SourceCoverage
from argmap.findings import Finding, Severity
from argmap.model import Claim, Node, Relation, Stance
from argmap.reports.checked import counted
from argmap.reports.coverage_text import percent, places
from argmap.reports.description import place_in_source, sentence, status_in_words, why_idle
from argmap.reports.reviewed import OF_STATES, review_lines
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
    badge,
    note,
    plain,
)
from argmap.reports.whole.summary import summary
from argmap.reports.whole.values import MapReport
from argmap.review import State

_MOST_NAMED: Final = 12


def contents(report: MapReport) -> Iterator[Block]:
    """Give the parts of a report; a section without anything to tell is left out."""
    yield Heading(1, report.title)
    if report.checked.map.description:
        yield Paragraph((Piece(report.checked.map.description, Role.WORDS),))
    yield from summary(report)
    for name, (heading, tell) in _SECTIONS.items():
        parts = tuple(tell(report))
        if parts:
            yield Heading(2, heading, f"{report.anchor}-{name}")
            yield from parts


def _unsupported(report: MapReport) -> Iterator[Block]:
    for claim in report.claims_that_are(Status.UNSUPPORTED):
        yield _card(report, claim, (*_tried(report, claim), *_passages(report, claim)))


def _doubted(report: MapReport) -> Iterator[Block]:
    for claim in report.claims_that_are(Status.REFUTED, Status.CONTESTED):
        steps = report.assessment.objections(claim.id)
        against = [(plain("against it:"), Piece(sentence(one))) for one in steps]
        told = (*against, *_passages(report, claim))
        yield _card(report, claim, told)


def _findings(report: MapReport) -> Iterator[Block]:
    groups: dict[str, list[Finding]] = {}
    for finding in report.checked.findings:
        groups.setdefault(finding.subject, []).append(finding)
    order = {name: number for number, name in enumerate(report.nodes)}
    ranked = sorted(
        groups.items(),
        key=lambda pair: (-max(pair[1], key=_severity).severity, order.get(pair[0], len(order))),
    )
    for subject, findings in ranked:
        worst_first = sorted(findings, key=_severity, reverse=True)
        head, says = _about(report, subject)
        yield Card(head, says, tuple(line for one in worst_first for line in _told(one)))
    for waived in report.checked.waived:
        until = f" until {waived.waiver.until}" if waived.waiver.until else ""
        line = (badge("waived"), plain(f"{waived.finding.message}{until}: {waived.waiver.reason}"))
        yield Items((line,))


def _mains(report: MapReport) -> Iterator[Block]:
    for bearing in report.bearings:
        claim = report.nodes[bearing.claim]
        steps = report.checked.map.incoming(claim.id, Stance.SUPPORTS)
        holding = [one for one in steps if report.assessment.holds(one.id)]
        told = [line for one in holding[:_MOST_NAMED] for line in _step(report, one)]
        if len(holding) > _MOST_NAMED:
            told.append((note(f"and {len(holding) - _MOST_NAMED} more steps"),))
        if bearing.nodes:
            told.append((plain("falls with each of:"), *_refs(report, bearing.nodes)))
        elif report.assessment.is_grounded(claim.id):
            told.append((plain("falls with no single claim or piece of evidence"),))
        yield _card(report, claim, tuple(told))


def _step(report: MapReport, relation: Relation) -> Iterator[Line]:
    """Tell a step by its premises, one a line, with what they say."""
    for number, name in enumerate(relation.premises):
        node = report.nodes.get(name)
        said = (Piece(node.text, Role.WORDS),) if node else ()
        yield plain("together with:" if number else "rests on:"), _ref(report, name), *said


def _reviews(report: MapReport) -> Iterator[Block]:
    seen = [one for one in report.standings if one.state is not State.NEW or one.flags]
    for standing in seen:
        node = standing.node
        lines = tuple((plain(line),) for line in review_lines(standing, report.reviews))
        flagged = (badge("flagged"),) if standing.is_flagged else ()
        head = (_ref(report, node.id), badge(standing.state), *flagged)
        state = (plain(OF_STATES[standing.state]),)
        yield Card(head, (Piece(node.text, Role.WORDS),), (state, *lines))
    new = len(report.standings) - len(seen)
    if new:
        verb = "has" if new == 1 else "have"
        yield Paragraph((plain(f"{counted(new, 'node')} {verb} no verdict yet."),))


def _coverage(report: MapReport) -> Iterator[Block]:
    if report.coverage is None:
        return
    for one in report.coverage.sources:
        yield Heading(3, one.source.title or one.source.id)
        counts = one.counts
        yield Meter(counts.share, f"{percent(counts.share)} of the sentences accounted for")
        yield _sections_of(one)
    for source_id, why in report.coverage.absent:
        yield Paragraph((Piece(source_id, Role.ID), note(f"no text to compare: {why}")))


def _everything(report: MapReport) -> Iterator[Block]:
    for node in report.nodes.values():
        yield _card(report, node, tuple(_passages(report, node)), is_home=True)


def _picture(report: MapReport) -> Iterator[Block]:
    if report.picture:
        yield Picture(report.picture, f"Argument map: {report.title}")


_SECTIONS: Final[Mapping[str, tuple[str, Callable[[MapReport], Iterator[Block]]]]] = {
    "unsupported": ("Claims without support", _unsupported),
    "doubted": ("Contested and refuted claims", _doubted),
    "findings": ("Findings, and what to do", _findings),
    "mains": ("What the main claims rest on", _mains),
    "reviews": ("Reviews", _reviews),
    "coverage": ("How much of the texts is covered", _coverage),
    "map": ("The map", _picture),
    "all": ("All claims and evidence", _everything),
}


def _card(report: MapReport, node: Node, told: tuple[Line, ...], *, is_home: bool = False) -> Card:
    status = report.assessment.status(node.id)
    is_main = isinstance(node, Claim) and node.main
    kind = f"{'main ' * is_main}{'claim' if isinstance(node, Claim) else 'evidence'}"
    about = " \u00b7 ".join(word for word in (kind, node.type, node.section) if word)
    head = (
        Piece(node.id, Role.ID, "" if is_home else report.anchors[node.id]),
        badge(status),
        note(about),
        *((Piece(str(node.span), Role.PLACE),) if node.span else ()),
    )
    reason = status_in_words(report.checked.map, report.assessment, node).partition(": ")[2]
    lines = (*([(plain(reason),)] if reason else []), *told)
    anchor = report.anchors[node.id] if is_home else ""
    return Card(head, (Piece(node.text, Role.WORDS),), lines, anchor)


def _tried(report: MapReport, claim: Claim) -> Iterator[Line]:
    """Tell what was put forward for a claim, and why it does not count."""
    for relation in report.checked.map.incoming(claim.id, Stance.SUPPORTS):
        why = why_idle(report.assessment, relation)
        yield plain("put forward:"), *_refs(report, relation.premises), note(why)


def _passages(report: MapReport, node: Node) -> Iterator[Line]:
    for passage in node.passages:
        place = place_in_source(report.checked.map, passage)
        quote = (Piece(passage.quote, Role.QUOTE),) if passage.quote else ()
        yield plain("in the text:"), plain(place), *quote


def _told(finding: Finding) -> Iterator[Line]:
    place = (Piece(str(finding.span), Role.PLACE),) if finding.span else ()
    rule = note(f"{finding.rule} ({finding.code})")
    yield badge(finding.severity.word), plain(f"{finding.message}."), rule, *place
    if finding.help:
        yield plain("What to do:"), plain(finding.help)


def _about(report: MapReport, subject: str) -> tuple[Line, Line]:
    """Name what findings are about, and tell what it says."""
    node = report.nodes.get(subject)
    if node is not None:
        status = badge(report.assessment.status(node.id))
        return (_ref(report, subject), status), (Piece(node.text, Role.WORDS),)
    relation = report.checked.map.relations_by_id.get(subject)
    if relation is not None:
        return (Piece(subject, Role.ID), note("relation")), (plain(f"{sentence(relation)}."),)
    source = report.checked.map.sources_by_id.get(subject)
    if source is not None:
        return (Piece(subject, Role.ID), note("source")), (Piece(source.title, Role.WORDS),)
    return ((Piece(subject, Role.ID),) if subject else (note("the map as a whole"),)), ()


def _sections_of(one: SourceCoverage) -> Table:
    rows = []
    for heading, sentences in (*one.sections(), ("all", one.sentences)):
        counts = Counts.of(sentences)
        missing = places(each for each in sentences if each.is_missing)
        row = (
            heading or "(before the first heading)",
            str(counts.sentences),
            str(counts.set_aside),
            percent(counts.share),
            missing or "none",
        )
        rows.append(row)
    return Table(
        ("section", "sentences", "set aside", "covered", "missing"),
        tuple(rows),
        f"Sentences of {one.source.title or one.source.id}; 2.1 is the first of paragraph 2",
    )


def _refs(report: MapReport, names: tuple[str, ...] | list[str]) -> Line:
    more = len(names) - _MOST_NAMED
    pieces = tuple(_ref(report, name) for name in names[:_MOST_NAMED])
    return (*pieces, note(f"and {more} more")) if more > 0 else pieces


def _ref(report: MapReport, name: str) -> Piece:
    return Piece(name, Role.ID, report.anchors.get(name, ""))


def _severity(finding: Finding) -> Severity:
    return finding.severity
