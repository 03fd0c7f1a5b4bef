"""The parts of a map that take part in a framework: what is live, and which steps there are.

Nodes that restate each other are one argument. A relation with one premise that nothing
undercuts is plain: its premise does itself what the relation does. Every other relation is a
step, an argument of its own, since its premises count only together or it can be attacked.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, Self

from attrs import frozen

from argmap.model import ArgumentMap, Evidence, Node, Relation, Stance

_BACK: Final = " (back)"


@frozen
class Step:
    """A relation between arguments.

    Attributes:
        name: the argument that does what the relation does: its premise if it is plain.
        premises: the arguments that it needs, none if it is plain.
        target: the argument, or the step, that it aims at.
        stance: supports, contrasts or undercuts.
    """

    name: str
    premises: tuple[str, ...]
    target: str
    stance: Stance


@frozen
class Steps:
    """What of a map takes part.

    Attributes:
        arguments: for each live node the argument that stands for it, by ids.
        prima_facie: the arguments that need no support: live evidence that cites a source, and
            claims that are assumed.
        steps: the relations that can hold, in the order written.
    """

    arguments: Mapping[str, str]
    prima_facie: frozenset[str]
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, argument_map: ArgumentMap, free_types: Collection[str] = ()) -> Self:
        """Take that out of a map; linear in its size.

        Args:
            argument_map: any map.
            free_types: types of claims that need no support.
        """
        live: dict[str, Node] = {}
        for node in argument_map.nodes:
            live.setdefault(node.id, node)
        live = {name: node for name, node in live.items() if node.withdrawn is None}
        relations = _possible(argument_map.relations, live)
        undercut = {one.target for one in relations if one.stance is Stance.UNDERCUTS}
        arguments = _merged(live, relations, undercut)
        prima_facie = frozenset(
            arguments[name] for name, node in live.items() if _needs_nothing(node, free_types)
        )
        drawn = _Drawn({one.id: one for one in relations}, arguments, undercut)
        return cls(arguments, prima_facie, tuple(dict.fromkeys(drawn.steps())))


def _needs_nothing(node: Node, free_types: Collection[str]) -> bool:
    if isinstance(node, Evidence):
        return bool(node.passages)
    return node.assumed is not None or node.type in free_types


def _possible(relations: Iterable[Relation], live: Mapping[str, Node]) -> list[Relation]:
    """Return the relations all of whose ends are live; what undercuts another goes with that."""
    distinct: dict[str, Relation] = {}
    for relation in relations:
        distinct.setdefault(relation.id, relation)
    aiming: dict[str, list[str]] = {}
    worklist = []
    for relation in distinct.values():
        if relation.stance is Stance.UNDERCUTS:
            aiming.setdefault(relation.target, []).append(relation.id)
            is_possible = relation.target in distinct
        else:
            is_possible = relation.target in live
        if not is_possible or not all(premise in live for premise in relation.premises):
            worklist.append(relation.id)
    gone = set(worklist)
    while worklist:
        hanging = [one for one in aiming.get(worklist.pop(), ()) if one not in gone]
        gone.update(hanging)
        worklist.extend(hanging)
    return [relation for name, relation in distinct.items() if name not in gone]


def _merged(
    live: Mapping[str, Node], relations: Iterable[Relation], undercut: Collection[str]
) -> dict[str, str]:
    """Name for each node the first of those that it restates, in however many steps."""
    alike: dict[str, list[str]] = {}
    for relation in relations:
        if relation.stance is Stance.RESTATES and relation.id not in undercut:
            alike.setdefault(relation.premises[0], []).append(relation.target)
            alike.setdefault(relation.target, []).append(relation.premises[0])
    first: dict[str, str] = {}
    for name in live:
        if name in first:
            continue
        first[name] = name
        worklist = [name]
        while worklist:
            for other in alike.get(worklist.pop(), ()):
                if other not in first:
                    first[other] = name
                    worklist.append(other)
    return {name: first[name] for name in live}


@frozen
class _Drawn:
    """The relations of a map that can hold, with the arguments at their ends."""

    relations: Mapping[str, Relation]
    arguments: Mapping[str, str]
    undercut: Collection[str]

    def steps(self) -> Iterator[Step]:
        for relation in self.relations.values():
            yield from self._of(relation)

    def _of(self, relation: Relation) -> Iterator[Step]:
        is_plain = self._is_plain(relation)
        name, premises = self._name(relation), () if is_plain else self._premises(relation)
        if relation.stance is Stance.UNDERCUTS:
            denied = self.relations[relation.target]
            yield Step(name, premises, self._name(denied), relation.stance)
            if denied.stance is Stance.RESTATES:
                yield Step(name, premises, self._name(denied) + _BACK, relation.stance)
        elif relation.stance is not Stance.RESTATES:
            yield Step(name, premises, self.arguments[relation.target], relation.stance)
        elif not is_plain:
            # It may not hold, so that the two are not one argument: each supports the other.
            target = self.arguments[relation.target]
            yield Step(name, premises, target, Stance.SUPPORTS)
            yield Step(name + _BACK, (target,), premises[0], Stance.SUPPORTS)

    def _is_plain(self, relation: Relation) -> bool:
        return len(set(relation.premises)) == 1 and relation.id not in self.undercut

    def _name(self, relation: Relation) -> str:
        if self._is_plain(relation):
            return self._premises(relation)[0]
        return f"{relation.id} (step)" if relation.id in self.arguments else relation.id

    def _premises(self, relation: Relation) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.arguments[premise] for premise in relation.premises))
