"""The relations of a map, once all its files are read: aliases resolved, double entries joined."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from argmap.claimfile.problems import invalid_field, shortened, written_twice
from argmap.claimfile.reading import Written
from argmap.findings import Finding, Note
from argmap.model import Node, Relation, Stance
from argmap.model.relations import id_from_ends

_Ends = tuple[Stance, frozenset[str], str]


def resolved(
    written: Sequence[Written], nodes: Iterable[Node]
) -> tuple[tuple[Relation, ...], list[Finding]]:
    """Return the relations that are meant.

    An edge that is written at its target and at its premise is one relation, with the fields of
    both. An alias of a node becomes its id. A relation without a name of its own that is pointed
    at by its ends may be written with aliases as well.
    """
    taken = {one.relation.id for one in written}
    names = _aliases(nodes, taken)
    if not names and not any(one.is_at_source for one in written):
        return tuple(one.relation for one in written), []
    return _Joining(written, names).result()


def _aliases(nodes: Iterable[Node], taken: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    ids: set[str] = set()
    for node in nodes:
        ids.add(node.id)
        for alias in node.aliases:
            found.setdefault(alias, node.id)
    return {alias: name for alias, name in found.items() if alias not in ids | taken}


class _Joining:
    """Joins relations in two rounds: what aims at nodes first, then what aims at relations.

    Attributes:
        names: what an alias, or an id made from ends that are not the final ones, stands for.
        findings: the edges that are written twice.
        made: the relations by their place in the order written.
    """

    def __init__(self, written: Sequence[Written], names: dict[str, str]) -> None:
        self.names = names
        self.findings: list[Finding] = []
        self.made = {place: one.relation for place, one in enumerate(written)}
        self._written = written
        self._ids = {one.relation.id for one in written}

    def result(self) -> tuple[tuple[Relation, ...], list[Finding]]:
        """Return the relations in the order written, and the notes on them."""
        steps: list[int] = []
        undercuts: list[int] = []
        for place, relation in self.made.items():
            (undercuts if relation.stance is Stance.UNDERCUTS else steps).append(place)
        # An id made from ends is longer than the id at its end: with shorter targets first,
        # an undercut is settled before the undercuts of it.
        undercuts.sort(key=lambda place: len(self.made[place].target))
        for places in (steps, undercuts):
            self._rename(places)
            self._join(places)
        self._rename(undercuts)
        return tuple(self.made[place] for place in sorted(self.made)), self.findings

    def _rename(self, places: Iterable[int]) -> None:
        for place in places:
            before = self.made.get(place)
            if before is None:
                continue
            after = self._renamed(before)
            if after is not before:
                self.made[place] = after
                self._know(before.id, after.id)

    def _renamed(self, relation: Relation) -> Relation:
        """Return the relation between the ends that are meant."""
        names = self.names
        premises = tuple(names.get(premise, premise) for premise in relation.premises)
        target = names.get(relation.target, relation.target)
        if relation.stance is Stance.UNDERCUTS and target not in self._ids:
            target = with_ids(target, names)
            target = names.get(target, target)
        if premises == relation.premises and target == relation.target:
            return relation
        is_named = relation.is_named
        name = relation.id if is_named else id_from_ends(relation.stance, premises, target)
        return evolve(relation, premises=premises, target=target, id=name)

    def _join(self, places: Iterable[int]) -> None:
        at_target: dict[_Ends, list[int]] = {}
        for place in places:
            if self._written[place].is_at_target:
                at_target.setdefault(_ends(self.made[place]), []).append(place)
        for place in places:
            same = at_target.get(_ends(self.made[place]))
            if same and self._written[place].is_at_source:
                first = same.pop(0)
                one, other = self.made[first], self.made.pop(place)
                joined = self.made[first] = self._joined(one, other)
                self._know(one.id, joined.id)
                self._know(other.id, joined.id)

    def _know(self, before: str, after: str) -> None:
        if before != after:
            self.names[before] = after

    def _joined(self, one: Relation, other: Relation) -> Relation:
        """Return one relation with the fields of both; where they differ, the first has its way."""
        one_place, other_place = one.spans["premises[0]"], other.spans["target"]
        name = one.id if one.is_named or not other.is_named else other.id
        self.findings.append(written_twice(other_place, name, one_place))
        for field, first, second in (
            ("id", one.id if one.is_named else None, other.id if other.is_named else None),
            ("scheme", one.scheme, other.scheme),
            ("because", one.because, other.because),
            ("strength", one.strength, other.strength),
            ("data", one.data or None, other.data or None),
        ):
            if first is not None and second is not None and first != second:
                message = f"'{shortened(name)}' has two values of '{field}'"
                where, there = other.spans.get(field), one.spans.get(field)
                self.findings.append(
                    invalid_field(
                        where or other_place,
                        f"{message}: '{shortened(str(first))}' and '{shortened(str(second))}'",
                        "it is written at both ends; let them agree, or remove one",
                        subject=name,
                        related=(Note(there or one_place, "the other value"),),
                    )
                )
        return evolve(
            one,
            id=name,
            scheme=other.scheme if one.scheme is None else one.scheme,
            because=other.because if one.because is None else one.because,
            strength=other.strength if one.strength is None else one.strength,
            data=one.data or other.data,
            spans={**other.spans, **one.spans},
        )


def _ends(relation: Relation) -> _Ends:
    return relation.stance, frozenset(relation.premises), relation.target


def with_ids(text: str, names: Mapping[str, str]) -> str:
    """Return an id that is made from ends, with ids for aliases; any other text as it is."""
    places = [(text.find(f" {stance} "), stance) for stance in Stance]
    found = [(place, stance) for place, stance in places if place > 0]
    if not found:
        return text
    place, stance = min(found)
    premises = tuple(names.get(one, one) for one in text[:place].split(" + "))
    target = text[place + len(stance) + 2 :]
    return id_from_ends(stance, premises, names.get(target, target))
