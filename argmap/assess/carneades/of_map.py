"""An argument map as a Carneades graph, and what proof standards say of its claims.

- A node is a statement; what restates it is the same statement; what is withdrawn is left out.
- Evidence that cites a source, and a claim that is assumed, have an argument without premises,
  whose weight is their confidence, or 1: they are given, and can be contested.
- A relation that supports is an argument for its target, one that contrasts is an argument for
  the opposite; it is linked, and its weight is the relation's strength, or 1.
- What is to support or contrast itself does neither.
- What undercuts a relation argues that it does not apply.
- A statement and its opposite are the positions of an issue. Where nothing contrasts a statement,
  there is an issue only under the standards that ask for a weight (CCE and BRD).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from argmap.assess.carneades.evaluate import Label, Labelling, label
from argmap.assess.carneades.graph import Argument, CarneadesGraph, Issue
from argmap.assess.carneades.standards import Standard, thresholds_named
from argmap.assess.carneades.weighing import Linked
from argmap.assess.restating import arguments, live_relations
from argmap.findings import UsageError
from argmap.model import ArgumentMap, Claim, Node, Relation, Stance

_WEIGHED: Final = (Standard.CCE, Standard.BRD)


@frozen
class MapLabels:
    """What a proof standard says of the nodes of a map.

    Attributes:
        standard: the standard.
        labels: by the ids of nodes, without what is withdrawn, in the order of the map.
        opposed: the nodes of which the opposite is in.
        found: the labelling of all statements, with its thresholds.
    """

    standard: Standard
    labels: Mapping[str, Label]
    opposed: frozenset[str]
    found: Labelling


def proved(
    argument_map: ArgumentMap,
    standard: Standard | str = Standard.PE,
    thresholds: str = "carneades4",
    free_types: Collection[str] = (),
) -> MapLabels:
    """Return what a proof standard says of the nodes of a map.

    Args:
        argument_map: any map.
        standard: `SE`, `PE`, `CCE`, `BRD` or `DV`.
        thresholds: the name of a preset.
        free_types: as for `assess`: claims of these types count as assumed.

    Raises:
        UsageError: when there is no such standard or preset.
    """
    if standard not in tuple(Standard):
        message = f"there is no proof standard '{standard}'; there are {', '.join(Standard)}"
        raise UsageError(message)
    graph, names = graph_of_map(argument_map, Standard(standard), free_types)
    found = label(graph, thresholds_named(thresholds))
    opposed = (name for name, one in names.items() if found.labels.get(_opposite(one)) is Label.IN)
    return MapLabels(
        Standard(standard),
        {name: found.labels[one] for name, one in names.items()},
        frozenset(opposed),
        found,
    )


def graph_of_map(
    argument_map: ArgumentMap, standard: Standard, free_types: Collection[str] = ()
) -> tuple[CarneadesGraph, Mapping[str, str]]:
    """Read a map as a Carneades graph, as this module says; linear.

    Returns:
        the graph, and the statement that each node stands for, by id.
    """
    relations = live_relations(argument_map)
    groups = tuple(arguments(argument_map, relations))
    names = {node.id: group[0].id for group in groups for node in group}
    given = [_given(group, free_types) for group in groups]
    steps = [step for one in relations.values() for step in _steps(one, names, relations)]
    contrasted = {one.conclusion for one in steps}
    issues = [
        Issue(f"whether {one}", (one, _opposite(one)), standard)
        for one in dict.fromkeys(names.values())
        if standard in _WEIGHED or _opposite(one) in contrasted
    ]
    known = [one for one in given if one is not None]
    in_order = {node.id: names[node.id] for node in argument_map.nodes if node.id in names}
    return CarneadesGraph(dict.fromkeys(names.values()), (*known, *steps), issues), in_order


def _opposite(statement: str) -> str:
    """Name the opposite of a statement; no id of an author holds a blank."""
    return f"not {statement}"


def _given(group: Sequence[Node], free_types: Collection[str]) -> Argument | None:
    """Return the argument without premises for what is assumed or cites a source."""
    weights = [
        1.0 if node.confidence is None else node.confidence
        for node in group
        if (
            node.assumed is not None or node.type in free_types
            if isinstance(node, Claim)
            else node.passages
        )
    ]
    if not weights:
        return None
    name = group[0].id
    return Argument(f"given {name}", name, weighing=Linked(max(weights)))


def _steps(
    relation: Relation, names: Mapping[str, str], relations: Mapping[str, Relation]
) -> Iterator[Argument]:
    if relation.stance is Stance.RESTATES:
        return
    if relation.stance is Stance.UNDERCUTS:
        if relation.target not in relations:
            return
        conclusion = f"not applicable: {relation.target}"
    else:
        target = names[relation.target]
        if any(names[one] == target for one in relation.premises):
            return
        conclusion = target if relation.stance is Stance.SUPPORTS else _opposite(target)
    yield Argument(
        relation.id,
        conclusion,
        tuple(dict.fromkeys(("", names[one]) for one in relation.premises)),
        undercutter=f"not applicable: {relation.id}",
        weighing=Linked(1.0 if relation.strength is None else relation.strength),
    )
