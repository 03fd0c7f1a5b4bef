"""Graphs whose relations are nodes of their own: from premises to a scheme, and on to a target.

The Argument Interchange Format has them (Chesnevar et al. 2006), and what descends from it.
Premises of one scheme count only together. A conflict with a scheme is an undercut.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import Any, Final

from attrs import field, frozen

from argmap.findings import Finding
from argmap.formats.ids import Ids
from argmap.formats.packed import kept_by, with_data
from argmap.formats.problems import damaged
from argmap.model import ArgumentMap, Json, Relation, Stance
from argmap.text import Span

_OF: Final = "of"
_EDGES: Final = "edges"


class Turn(Enum):
    """Which way a scheme turns."""

    FOR = auto()
    AGAINST = auto()
    SAME = auto()


@frozen
class Edge:
    """An arrow from a premise to a scheme, or from a scheme to its target.

    Its id is empty where it says nothing: where it would be made again.
    """

    id: str
    source: str
    target: str
    span: Span
    raw: Json = None


@frozen
class Step:
    """A scheme as it was read.

    Attributes:
        id: its id.
        turn: which way it turns.
        fields: those of the relations that it becomes, but for ends, stance and id.
        stance: what argmap kept of it; counts where it goes with the turn.
        kept: what the format keeps with it.
        raw: what it was.
    """

    id: str
    turn: Turn
    span: Span
    fields: Mapping[str, Any] = field(factory=dict)
    stance: str = ""
    kept: Mapping[str, Json] = field(factory=dict)
    raw: Json = None


@frozen
class Steps:
    """The relations of a graph, and what is none.

    Attributes:
        relations: in the order of their schemes.
        loose: schemes that lack a premise or a target, as they were.
        loose_edges: edges that belong to no relation, as they were.
    """

    relations: tuple[Relation, ...]
    loose: list[Json]
    loose_edges: list[Json]
    findings: tuple[Finding, ...]


def relations_of(steps: Sequence[Step], edges: Sequence[Edge], own: str, ids: Ids) -> Steps:
    """Make relations of schemes and edges.

    Args:
        steps: the schemes; their ids are unique.
        edges: those whose ends are known by name; the nodes at them may be missing.
        own: the name of the format, under which data is kept.
        ids: those that are taken, with the schemes'.
    """
    by_id = {step.id: step for step in steps}
    incoming: dict[str, list[Edge]] = {step.id: [] for step in steps}
    outgoing: dict[str, list[Edge]] = {step.id: [] for step in steps}
    loose_edges: list[Json] = []
    findings: list[Finding] = []
    for edge in edges:
        if edge.source in by_id:
            outgoing[edge.source].append(edge)
        elif edge.target in by_id:
            incoming[edge.target].append(edge)
        else:
            loose_edges.append(edge.raw)
            message = f"an edge leads from '{edge.source}' to '{edge.target}' without a scheme"
            advice = "it was kept aside; say by a scheme what the one does to the other"
            findings.append(damaged(edge.span, message, advice))
    relations: list[Relation] = []
    loose: list[Json] = []
    for step in steps:
        ends = incoming[step.id], outgoing[step.id]
        if all(ends):
            relations.extend(_relations(step, *ends, by_id, own, ids))
            continue
        lacks = "premise" if not ends[0] else "target"
        advice = (
            "it was kept aside; draw an edge to it"
            if lacks == "premise"
            else ("it was kept aside; draw an edge from it")
        )
        message = f"the scheme '{step.id}' has no {lacks}"
        findings.append(damaged(step.span, message, advice, subject=step.id))
        loose.append(step.raw)
        loose_edges.extend(edge.raw for some in ends for edge in some)
    return Steps(tuple(relations), loose, loose_edges, tuple(findings))


def groups_of(argument_map: ArgumentMap, own: str) -> Iterator[tuple[str, tuple[Relation, ...]]]:
    """Give the schemes that relations are written as: id, and the relations that it stands for.

    Those that were read from one scheme become one again, where they still go together.
    """
    found: dict[str, list[Relation]] = {}
    for number, relation in enumerate(argument_map.relations):
        of = kept_by(relation.data, own).get(_OF)
        key = f"of {of}" if isinstance(of, str) else f"at {number}"
        if key in found and not _go_together(found[key][0], relation):
            key = f"at {number}"
        found.setdefault(key, []).append(relation)
    for key, relations in found.items():
        of = key.removeprefix("of ")
        yield (relations[0].id if of == key else of), tuple(relations)


def edge_ids(relation: Relation, own: str) -> tuple[Mapping[str, Json], str]:
    """Return the ids that edges had: those from premises by premise, and that to the target."""
    kept = kept_by(relation.data, own).get(_EDGES)
    edges = kept if isinstance(kept, dict) else {}
    premises, target = edges.get("from"), edges.get("to")
    return (
        premises if isinstance(premises, dict) else {},
        target if isinstance(target, str) else "",
    )


def turn_of(stance: Stance) -> Turn:
    """Return which way a stance turns."""
    return _TURNS[stance]


def natural_stance(turn: Turn, *, at_relation: bool) -> Stance:
    """Return the stance that a turn has by itself."""
    if turn is Turn.SAME:
        return Stance.RESTATES
    if turn is Turn.FOR:
        return Stance.SUPPORTS
    return Stance.UNDERCUTS if at_relation else Stance.CONTRASTS


def kept_stance(relation: Relation, relations: Collection[str]) -> dict[str, Json]:
    """Return the stance, where its turn and target do not say it."""
    natural = natural_stance(_TURNS[relation.stance], at_relation=relation.target in relations)
    return {} if natural is relation.stance else {"stance": relation.stance.value}


def _relations(
    step: Step,
    incoming: Sequence[Edge],
    outgoing: Sequence[Edge],
    by_id: Mapping[str, Step],
    own: str,
    ids: Ids,
) -> Iterator[Relation]:
    premises = tuple(edge.source for edge in incoming)
    together = (premises,) if step.turn is not Turn.SAME else tuple((one,) for one in premises)
    several = len(outgoing) * len(together) > 1
    is_first = True
    for edge in outgoing:
        for some in together:
            of = {_OF: step.id} if several else {}
            known: Json = {one.source: one.id for one in incoming if one.source in some and one.id}
            of_edges: dict[str, Json] = {
                **({"from": known} if known else {}),
                **({"to": edge.id} if edge.id else {}),
            }
            kept = {**step.kept, **of, **({_EDGES: of_edges} if of_edges else {})}
            fields = {**step.fields}
            data = with_data(fields.pop("data", {}), own, kept)
            yield Relation(
                _stance(step, at_relation=edge.target in by_id),
                some,
                edge.target,
                **fields,
                id=step.id if is_first else ids.take(step.id),
                data=data,
                span=step.span,
            )
            is_first = False


def _stance(step: Step, *, at_relation: bool) -> Stance:
    kept = next((one for one in Stance if one.value == step.stance), None)
    if kept is not None and _TURNS[kept] is step.turn:
        return kept
    return natural_stance(step.turn, at_relation=at_relation)


def _go_together(first: Relation, other: Relation) -> bool:
    if first.stance is not other.stance or first.scheme != other.scheme:
        return False
    return first.premises == other.premises or (
        first.stance is Stance.RESTATES and first.target == other.target
    )


_TURNS: Final = {
    Stance.SUPPORTS: Turn.FOR,
    Stance.CONTRASTS: Turn.AGAINST,
    Stance.UNDERCUTS: Turn.AGAINST,
    Stance.RESTATES: Turn.SAME,
}
