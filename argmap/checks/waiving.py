"""Waivers at work: which findings they take away, and what is wrong with them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from typing import Final

from attrs import frozen

from argmap.checks.context import Context
from argmap.checks.rule import Problem, quoted
from argmap.findings import Finding
from argmap.model import Node, Waiver
from argmap.nearest import nearest

LONGEST_WAIVER: Final = 180
"""For how many days ahead a waiver holds at most, where nothing else is configured."""

SHORTEST_REASON: Final = 10
"""How many characters the reason of a waiver has at least."""
_OF_WAIVERS: Final = frozenset({"invalid-waiver", "expired-waiver", "unused-waiver"})


@frozen
class Waived:
    """A finding that a waiver took away.

    Attributes:
        finding: what was found.
        waiver: why it does not count, and until when.
        node_id: the node that has the waiver.
    """

    finding: Finding
    waiver: Waiver
    node_id: str


@frozen
class Waiving:
    """What became of the waivers of a map.

    Attributes:
        findings: what no waiver took away.
        waived: what some waiver took away.
        invalid: what is wrong with waivers.
        expired: waivers whose last day is past, and whose finding is back.
        unused: waivers that there is nothing for.
    """

    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    invalid: tuple[Problem, ...] = ()
    expired: tuple[Problem, ...] = ()
    unused: tuple[Problem, ...] = ()


def waive(
    context: Context,
    findings: Iterable[Finding],
    rules: Mapping[str, frozenset[str]],
    running: frozenset[str],
    longest: int | None = LONGEST_WAIVER,
) -> Waiving:
    """Apply the waivers of a map to what was found in it.

    Args:
        context: the map, and the day.
        findings: what was found.
        rules: from each name and code to the names of the rules that it stands for.
        running: the names of the rules that ran; a waiver of another rule is not called unused.
        longest: for how many days ahead a waiver may hold; None for any number of days.
    """
    found = tuple(findings)
    if not context.waivers:
        return Waiving(found)
    entries, invalid = [], list[Problem]()
    for node, waiver in context.waivers:
        wrong = tuple(_wrongs(node, waiver, rules, longest, context.today))
        invalid.extend(wrong)
        if not wrong and waiver.until is not None:
            entries.append(_Entry(node, waiver, rules[waiver.rule.strip()]))
    return _applied(context, found, entries, running, tuple(invalid))


@frozen(eq=False)
class _Entry:
    """A valid waiver, and what it is for."""

    node: Node
    waiver: Waiver
    rules: frozenset[str]

    def is_past(self, today: date | None) -> bool:
        """Say whether its last day is past."""
        return today is not None and self.waiver.until is not None and self.waiver.until < today

    def is_for(self, found: Container[tuple[str, str]]) -> bool:
        """Say whether there is anything to waive, given node and rule of all that was found."""
        return any((self.node.id, rule) in found for rule in self.rules)


def _applied(
    context: Context,
    findings: Iterable[Finding],
    entries: Sequence[_Entry],
    running: frozenset[str],
    invalid: tuple[Problem, ...],
) -> Waiving:
    holding: dict[tuple[str, str], _Entry] = {}
    for entry in entries:
        for rule in entry.rules:
            if not entry.is_past(context.today):
                holding.setdefault((entry.node.id, rule), entry)
    about = cache(partial(_about, context, frozenset(entry.node.id for entry in entries)))
    found: set[tuple[str, str]] = set()
    kept, waived = [], []
    for finding in findings:
        nodes = () if _is_about_source(context, finding) else about(finding.subject)
        places = [(node_id, finding.rule) for node_id in nodes]
        found.update(places)
        takes = next((holding[place] for place in places if place in holding), None)
        if takes is None:
            kept.append(finding)
        else:
            waived.append(Waived(finding, takes.waiver, takes.node.id))
    return Waiving(
        tuple(kept),
        tuple(waived),
        invalid,
        tuple(_expired(one) for one in entries if one.is_for(found) and one.is_past(context.today)),
        tuple(_unused(one) for one in entries if not one.is_for(found) and one.rules & running),
    )


def _about(context: Context, waiving: frozenset[str], subject: str) -> tuple[str, ...]:
    """Return the nodes with waivers that a subject is: itself, or the ends of a relation."""
    relation = context.argument_map.relations_by_id.get(subject)
    ends = (subject,) if relation is None else dict.fromkeys((relation.target, *relation.premises))
    return tuple(end for end in ends if end in waiving)


def _is_about_source(context: Context, finding: Finding) -> bool:
    """Say whether a finding is about a source that has the id of a node."""
    source = context.argument_map.sources_by_id.get(finding.subject)
    if source is None or finding.span is None:
        return source is not None and finding.subject not in context.nodes
    return finding.span == source.span or finding.span in source.spans.values()


def _wrongs(
    node: Node,
    waiver: Waiver,
    rules: Mapping[str, frozenset[str]],
    longest: int | None,
    today: date | None,
) -> Iterator[Problem]:
    """Give what is wrong with a waiver by itself."""
    name, reason = waiver.rule.strip(), " ".join(waiver.reason.split())
    named = f"the waiver of {quoted(name)} for {quoted(node.id)}"
    if name not in rules:
        meant = nearest(name, (rule for rule in rules if not rule.isdigit()))
        advice = f"did you mean {quoted(meant)}?" if meant else "`argmap rules` lists all rules"
        message = f"a waiver for {quoted(node.id)} names {quoted(name)}, which is no rule"
        yield _problem(node, waiver, message, advice)
    elif rules[name] & _OF_WAIVERS:
        advice = "mend or remove the waiver that it is about"
        yield _problem(node, waiver, f"{quoted(name)} cannot be waived", advice)
    if len(reason) < SHORTEST_REASON:
        how = f"a reason of fewer than {SHORTEST_REASON} letters" if reason else "no reason"
        advice = "say under `reason:` why the rule does not apply here"
        yield _problem(node, waiver, f"{named} has {how}", advice, "reason")
    if waiver.until is None:
        # A day that cannot be read is reported by the reader; it leaves its place.
        if "until" not in waiver.spans:
            advice = f"write `until: {_latest(today, longest)}`"
            yield _problem(node, waiver, f"{named} has no last day", advice)
    elif today is not None and longest is not None and (waiver.until - today).days > longest:
        advice = f"write `until: {_latest(today, longest)}` or sooner"
        message = f"{named} holds until {waiver.until}, more than {longest} days ahead"
        yield _problem(node, waiver, message, advice, "until")


def _latest(today: date | None, longest: int | None) -> str:
    """Return the last day that a waiver may hold, as well as it is known."""
    if today is None:
        return "YYYY-MM-DD"
    days = LONGEST_WAIVER if longest is None else longest
    return str(today + timedelta(min(days, (date.max - today).days)))


def _expired(entry: _Entry) -> Problem:
    name = f"the waiver of {quoted(entry.waiver.rule)} for {quoted(entry.node.id)}"
    advice = "look at it again: mend what it is for, or give it another day"
    message = f"{name} ran out on {entry.waiver.until}"
    return _problem(entry.node, entry.waiver, message, advice, "until")


def _unused(entry: _Entry) -> Problem:
    name = f"the waiver of {quoted(entry.waiver.rule)} for {quoted(entry.node.id)}"
    return _problem(entry.node, entry.waiver, f"{name} has nothing to waive", "remove it")


def _problem(node: Node, waiver: Waiver, message: str, advice: str, key: str = "rule") -> Problem:
    return Problem(
        message,
        waiver.spans.get(key, waiver.span) or node.span,
        help=advice,
        subject=node.id,
    )
