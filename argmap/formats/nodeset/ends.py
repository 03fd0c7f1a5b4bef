"""Which nodes of a nodeset are steps of the argument, and which edges are their ends."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

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

Edge: TypeAlias = dict[str, Json]

_Between: TypeAlias = tuple[str, str, Edge, int]
_Given: TypeAlias = dict[str, tuple[frozenset[str], str]]


@frozen
class Ends:
    """The ends of the steps of a nodeset.

    Attributes:
        kinds: what the first node of each id is: `claim`, `step` or something else.
        premises: the edges that lead to a step, by the id of the step and of the premise.
        targets: the edges that lead from a step, by the id of the step and of the target.
        again: further edges with the same ends as one of these, by the id of the step.
        others: all other edges.
        numbers: where in the nodeset the first of the others stand, from 0.
    """

    kinds: dict[str, str]
    premises: dict[str, dict[str, Edge]] = field(factory=dict)
    targets: dict[str, dict[str, Edge]] = field(factory=dict)
    again: dict[str, list[Json]] = field(factory=dict)
    others: list[Json] = field(factory=list)
    numbers: list[int] = field(factory=list)

    def is_step(self, name: str) -> bool:
        """Say whether an id is that of a step."""
        return self.kinds.get(name) == _STEP

    def is_claim(self, name: str) -> bool:
        """Say whether an id is that of a claim."""
        return self.kinds.get(name) == _CLAIM

    def put(self, where: dict[str, dict[str, Edge]], step: str, end: str, edge: Edge) -> None:
        """Keep an edge as an end of a step; a second one that is the same is kept apart."""
        if self.kinds.get(end) is _UNKNOWN:
            self.kinds[end] = _CLAIM
        ends = where.setdefault(step, {})
        if end in ends:
            self.again.setdefault(step, []).append(edge)
        else:
            ends[end] = edge

    def leave(self, edge: Json, number: int) -> None:
        """Keep an edge that is no end of a step."""
        self.others.append(edge)
        self.numbers.append(number)


def ends_of(nodes: Iterable[Json], edges: Iterable[Json]) -> Ends:
    """Find the ends of all steps.

    Only claims, and nodes that are missing, are premises of a step; an illocution is none. From
    a step to a step, an edge leads to the target of the first, but where the second has no
    premise else, and the first a target else. A node of a type that AIF does not know is a claim
    where it is an end of a step. What argmap wrote in the slot of a step counts before all that.
    """
    kinds, given = _kinds(nodes)
    found = Ends(kinds)
    between: list[_Between] = []
    for number, edge in enumerate(edges):
        if not isinstance(edge, dict):
            found.leave(edge, number)
            continue
        start, end = name_of(edge.get("fromID")), name_of(edge.get("toID"))
        of_start, of_end = kinds.get(start), kinds.get(end)
        if of_end is _STEP and of_start is _STEP:
            between.append((start, end, edge, number))
        elif of_end is _STEP and start and of_start is not _OTHER:
            found.put(found.premises, end, start, edge)
        elif of_start is _STEP and end and of_end is not _OTHER:
            found.put(found.targets, start, end, edge)
        else:
            found.leave(edge, number)
    _put_between(found, between, given)
    return found


def _kinds(nodes: Iterable[Json]) -> tuple[dict[str, str], _Given]:
    """Return what the nodes are, and what argmap wrote of the ends of steps."""
    kinds: dict[str, str] = {}
    given: _Given = {}
    for node in nodes:
        if isinstance(node, dict) and (name := name_of(node.get("nodeID"))) and name not in kinds:
            kind = node.get("type")
            kinds[name] = _LONELY.get(kind, _UNKNOWN) if isinstance(kind, str) else _UNKNOWN
            if SLOT in node and kinds[name] == _STEP:
                _note_given(given, name, fields(fields(node[SLOT]).get("ends")))
    return kinds, given


def _note_given(given: _Given, name: str, ends: Mapping[str, Json]) -> None:
    premises, target = ends.get("premises"), ends.get("target")
    if isinstance(premises, list) and isinstance(target, str):
        given[name] = frozenset(one for one in premises if isinstance(one, str)), target


def _put_between(
    found: Ends,
    between: Iterable[_Between],
    given: _Given,
) -> None:
    with_premises, with_targets = frozenset(found.premises), frozenset(found.targets)
    for start, end, edge, number in between:
        if end in given and start in given[end][0] and start not in found.premises.get(end, ()):
            found.put(found.premises, end, start, edge)
        elif start in given and given[start][1] == end:
            found.put(found.targets, start, end, edge)
        elif start == end:
            found.leave(edge, number)
        elif end not in with_premises and start in with_targets:
            found.put(found.premises, end, start, edge)
        else:
            found.put(found.targets, start, end, edge)
