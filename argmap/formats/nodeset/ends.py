"""Which nodes of a nodeset are steps of the argument, and which edges are their ends."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import field, frozen

from argmap.formats.nodeset.dialogue import DIALOGUE
from argmap.formats.nodeset.names import fields, name_of
from argmap.formats.nodeset.slot import SLOT
from argmap.model import Json

STEPS: Final = frozenset({"RA", "CA", "MA"})
"""Inference, conflict and rephrase: what becomes relations."""

_CLAIM, _STEP, _OTHER, _UNKNOWN = "claim", "step", "other", "unknown"
_LONELY: Final[Mapping[str, str]] = {
    "I": _CLAIM,
    "PA": _OTHER,
    **dict.fromkeys(STEPS, _STEP),
    **dict.fromkeys(DIALOGUE, _OTHER),
}

Edge = dict[str, Json]


@frozen
class Ends:
    """The ends of the steps of a nodeset.

    Attributes:
        kinds: what the first node of each id is: `claim`, `step` or something else.
        premises: the edges that lead to a step, by the id of the step and of the premise.
        targets: the edges that lead from a step, by the id of the step and of the target.
        others: all other edges.
        numbers: where in the nodeset the first of the others stand, from 0.
    """

    kinds: dict[str, str]
    premises: dict[str, dict[str, Edge]] = field(factory=dict)
    targets: dict[str, dict[str, Edge]] = field(factory=dict)
    others: list[Json] = field(factory=list)
    numbers: list[int] = field(factory=list)

    def is_step(self, name: str) -> bool:
        """Say whether an id is that of a step."""
        return self.kinds.get(name) == _STEP

    def is_claim(self, name: str) -> bool:
        """Say whether an id is that of a claim."""
        return self.kinds.get(name) == _CLAIM


def ends_of(nodes: Iterable[Json], edges: Iterable[Json]) -> Ends:
    """Find the ends of all steps.

    Only claims, and nodes that are missing, are premises of a step; an illocution is none. From
    a step to a step, an edge leads to the target of the first, but where the second has no
    premise else, and the first a target else. A node of a type that AIF does not know is a claim
    where it is an end of a step. What argmap wrote in the slot of a step counts before all that.
    """
    kinds: dict[str, str] = {}
    given: dict[str, tuple[frozenset[str], str]] = {}
    for node in nodes:
        if isinstance(node, dict) and (name := name_of(node.get("nodeID"))) and name not in kinds:
            kind = node.get("type")
            kinds[name] = _LONELY.get(kind, _UNKNOWN) if isinstance(kind, str) else _UNKNOWN
            if SLOT in node and kinds[name] == _STEP:
                _note_given(given, name, fields(fields(node[SLOT]).get("ends")))
    found = Ends(kinds)
    between: list[tuple[str, str, Edge, int]] = []
    for number, edge in enumerate(edges):
        if not isinstance(edge, dict):
            found.others.append(edge)
            found.numbers.append(number)
            continue
        start, end = edge.get("fromID"), edge.get("toID")
        if type(start) is not str:
            start = name_of(start)
        if type(end) is not str:
            end = name_of(end)
        of_start, of_end = kinds.get(start), kinds.get(end)
        if of_end is _STEP and of_start is _STEP:
            between.append((start, end, edge, number))
        elif of_end is _STEP and start and of_start is not _OTHER:
            if of_start is _UNKNOWN:
                kinds[start] = _CLAIM
            _put(found, found.premises, end, start, edge, number)
        elif of_start is _STEP and end and of_end is not _OTHER:
            if of_end is _UNKNOWN:
                kinds[end] = _CLAIM
            _put(found, found.targets, start, end, edge, number)
        else:
            found.others.append(edge)
            found.numbers.append(number)
    _put_between(found, between, given)
    return found


def _note_given(
    given: dict[str, tuple[frozenset[str], str]], name: str, ends: Mapping[str, Json]
) -> None:
    premises, target = ends.get("premises"), ends.get("target")
    if isinstance(premises, list) and isinstance(target, str):
        given[name] = frozenset(one for one in premises if isinstance(one, str)), target


def _put_between(
    found: Ends,
    between: Iterable[tuple[str, str, Edge, int]],
    given: Mapping[str, tuple[frozenset[str], str]],
) -> None:
    with_premises, with_targets = frozenset(found.premises), frozenset(found.targets)
    for start, end, edge, number in between:
        if end in given and start in given[end][0] and start not in found.premises.get(end, ()):
            _put(found, found.premises, end, start, edge, number)
        elif start in given and given[start][1] == end:
            _put(found, found.targets, start, end, edge, number)
        elif start == end:
            found.others.append(edge)
            found.numbers.append(number)
        elif end not in with_premises and start in with_targets:
            _put(found, found.premises, end, start, edge, number)
        else:
            _put(found, found.targets, start, end, edge, number)


def _put(
    found: Ends, where: dict[str, dict[str, Edge]], step: str, end: str, edge: Edge, number: int
) -> None:
    """Keep an edge as an end of a step; a second one that is the same is among the others."""
    ends = where.setdefault(step, {})
    if end in ends:
        found.others.append(edge)
        found.numbers.append(number)
    else:
        ends[end] = edge
