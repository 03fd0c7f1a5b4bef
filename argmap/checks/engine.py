"""Check a map: run the rules, make findings of what they yield, and apply the waivers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import evolve

from argmap.assess import Assessment, assess
from argmap.checks.checked import Checked
from argmap.checks.context import Context
from argmap.checks.rules.reading import PASSED_ON
from argmap.checks.selection import DEFAULT, AnyRule, Selection
from argmap.checks.waiving import waive
from argmap.findings import Finding
from argmap.model import ArgumentMap, Claim

if TYPE_CHECKING:
    from argmap.extract.at_hand import Texts
    from argmap.review import Review

NO_TEXTS: "Final[Texts]" = MappingProxyType({})
"""No source was looked for."""

_OF_WAIVERS: Final = 900


def check(
    argument_map: ArgumentMap,
    reading: Iterable[Finding] = (),
    selection: Selection = DEFAULT,
    *,
    assessment: Assessment | None = None,
    today: date | None = None,
    texts: "Texts" = NO_TEXTS,
    reviews: "Iterable[Review]" = (),
) -> tuple[Finding, ...]:
    """Return what is wrong with a map, sorted by path, place and code.

    What a waiver takes away is not among it; `examine` tells that as well. The configuration of
    a project does not count; `selection` says what runs.

    Args:
        argument_map: any map, also one that is half right.
        reading: what its reader found; it is part of the result as far as it is selected.
        selection: which rules run, and at which levels.
        assessment: what stands in the map, where that is known already.
        today: the day that counts; where it is not known, nothing is stale and no waiver is past.
        texts: the texts that quotations are looked for in, as `texts_of` gives them.
        reviews: what reviewers say of its nodes, as `reviews_of` gives it.
    """
    return examine(
        argument_map,
        reading,
        selection,
        assessment=assessment,
        today=today,
        texts=texts,
        reviews=reviews,
    ).findings


def examine(
    argument_map: ArgumentMap,
    reading: Iterable[Finding] = (),
    selection: Selection = DEFAULT,
    *,
    assessment: Assessment | None = None,
    today: date | None = None,
    texts: "Texts" = NO_TEXTS,
    reviews: "Iterable[Review]" = (),
) -> Checked:
    """Return what is wrong with a map, and what is waived.

    Takes time linear in the size of the map; the search for near-duplicates takes a little more.

    Args:
        argument_map: any map, also one that is half right.
        reading: what its reader found; it is part of the result as far as it is selected.
        selection: which rules run, and at which levels.
        assessment: what stands in the map, where that is known already. It is computed anew where
            the selection frees types of claims from support.
        today: the day that counts; where it is not known, nothing is stale and no waiver is past.
        texts: the texts of sources, and why some are not at hand, by the ids of the sources;
            sources that are not among them are not looked at.
        reviews: what reviewers say of its nodes.
    """
    free_types = frozenset(selection.free_types)
    if assessment is None or free_types:
        assessment = assess(_with_assumed(argument_map, free_types))
    context = Context(
        argument_map,
        assessment,
        tuple(reading),
        free_types,
        today=today,
        ages=selection.ages,
        texts=texts,
        reviews=tuple(reviews),
    )
    rules = selection.all_rules
    of_map = [rule for rule in rules if rule.code < _OF_WAIVERS]
    found = sorted(_all_found(context, selection, of_map), key=lambda finding: finding.place)
    waiving = waive(
        context,
        found,
        _by_name_and_code(rules),
        frozenset(rule.name for rule in rules if selection.level(rule) is not None),
        selection.longest_waiver,
    )
    of_waivers = [rule for rule in rules if rule.code >= _OF_WAIVERS]
    more = _found(evolve(context, waiving=waiving), selection, of_waivers)
    findings = sorted((*waiving.findings, *more), key=lambda finding: finding.place)
    return Checked(tuple(findings), waiving.waived)


def _all_found(
    context: Context, selection: Selection, rules: Sequence[AnyRule]
) -> Iterator[Finding]:
    yield from _found(context, selection, rules)
    off = {rule.code for rule in rules if selection.level(rule) is None}
    for finding in context.reading:
        if finding.code not in PASSED_ON and finding.code not in off:
            yield finding


def _found(context: Context, selection: Selection, rules: Sequence[AnyRule]) -> Iterator[Finding]:
    for rule in rules:
        level = selection.level(rule)
        if level is not None:
            for problem in rule.find(context):
                yield rule.finding(problem, level)


def _by_name_and_code(rules: Iterable[AnyRule]) -> dict[str, frozenset[str]]:
    """Return for each name and code the names of the rules that it stands for."""
    found: dict[str, frozenset[str]] = {}
    for rule in rules:
        for name in (rule.name, str(rule.code)):
            found[name] = found.get(name, frozenset()) | {rule.name}
    return found


def _with_assumed(argument_map: ArgumentMap, free_types: frozenset[str]) -> ArgumentMap:
    """Return the map with the claims of free types assumed: they carry what assumptions carry."""
    if not free_types:
        return argument_map
    return evolve(
        argument_map,
        nodes=(
            evolve(node, assumed=f"of type {node.type}")
            if isinstance(node, Claim) and node.assumed is None and node.type in free_types
            else node
            for node in argument_map.nodes
        ),
    )
