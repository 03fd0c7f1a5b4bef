"""Relations as steps of a nodeset, with their edges."""

from collections.abc import Iterable, Mapping
from typing import Final

from argmap.formats.nodeset.edge_ids import EdgeIds
from argmap.formats.nodeset.ends import STEPS
from argmap.formats.nodeset.kept import written_edge, written_node
from argmap.formats.nodeset.names import AIF, data_of_others, fields, items, name_of, objects
from argmap.formats.nodeset.numbering import Numbering, kept_id, kinds_of_twins
from argmap.formats.nodeset.schemes import TYPES, aif_scheme, is_of_another, scheme_of
from argmap.formats.nodeset.slot import SLOT
from argmap.formats.packed import packed
from argmap.model import ArgumentMap, Json, Relation, Stance

_SAID_OTHERWISE: Final = ("id", "stance", "premises", "target", "scheme", "data")
_SCHEMES: Final = "schemefulfillments"


class Steps:
    """The steps of one map: first they get their ids, then they are written."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        numbering: Numbering,
        strays: Iterable[Json],
        others: Iterable[Json],
    ) -> None:
        kept = fields(argument_map.data.get(AIF))
        self._numbering = numbering
        self._shared = fields(kept.get("edge"))
        if AIF not in argument_map.data:
            self._shared = {"formEdgeID": None}
        self._relations = argument_map.relations
        self._edge_ids = EdgeIds.behind(argument_map.relations, others)
        self._edges: list[Json] = []
        self._fulfilled: dict[str, str] = {}
        self._renamed: dict[str, str] = {}
        self._has_schemes = False
        self._owners = _owners(self._relations)
        self._raws: dict[int, Json] = {}
        self._raws_of_further: dict[int, Json] = {}
        own: dict[str, Json] = {}
        for number, relation in enumerate(self._relations):
            if self._owner(relation) is None:
                raw = numbering.take(relation.id, kept_id(relation), again=False)
                self._raws[number] = raw
                own.setdefault(relation.id, raw)
        for number, relation in enumerate(self._relations):
            owner = self._owner(relation)
            if owner is not None:
                self._raws_of_further[number] = own[owner.id]
                numbering.raws.setdefault(relation.id, own[owner.id])
        self.names: set[str] = {name_of(raw) for raw in self._raws.values()}
        """The ids of the steps."""
        self._steps, self._no_ends = self._kinds(strays, kept)

    def written(self, others: list[Json], rest: dict[str, Json]) -> tuple[list[Json], list[Json]]:
        """Return the nodes and the edges, and put the schemes of steps where xAIF has them.

        Args:
            others: the edges that are written beside these.
            rest: what else the nodeset has; the list of schemes in it is mended.
        """
        self._has_schemes = isinstance(rest.get(_SCHEMES), list)
        for one in objects(rest.get(_SCHEMES)):
            self._fulfilled.setdefault(name_of(one.get("nodeID")), name_of(one.get("schemeID")))
        nodes: list[Json] = []
        unusual: list[tuple[Relation, str, dict[str, Json]]] = []
        for number, relation in enumerate(self._relations):
            if number not in self._raws:
                self._write_edges(relation, self._raws_of_further[number])
                continue
            raw = self._raws[number]
            node = self._node(relation, raw)
            nodes.append(node)
            self._write_edges(relation, raw)
            if self._has_steps_as_ends(relation, name_of(raw)):
                unusual.append((relation, name_of(raw), node))
        self._write_again()
        if unusual:
            self._tell_ends(unusual, others)
        if self._has_schemes and self._renamed:
            rest[_SCHEMES] = self._schemes(rest[_SCHEMES])
        return nodes, self._edges

    def _kinds(self, strays: Iterable[Json], kept: Mapping[str, Json]) -> tuple[set[str], set[str]]:
        """Return the ids of all steps, and of those nodes that are no ends of steps."""
        kinds: dict[str, object] = {}
        for one in objects([*strays]):
            kinds.setdefault(name_of(one.get("nodeID")), one.get("type"))
        steps = self.names | {
            name for name, kind in kinds.items() if isinstance(kind, str) and kind in STEPS
        }
        no_ends = set(kinds) - steps
        for name, kind in kinds_of_twins(kept).items():  # the first of such nodes counts
            steps -= {name}
            no_ends -= {name}
            if kind != "claim":
                (steps if kind == "step" else no_ends).add(name)
        return steps, no_ends

    def _owner(self, relation: Relation) -> Relation | None:
        """Return the relation that is the first of the step that this one belongs to, too."""
        name = fields(relation.data.get(AIF)).get("of")
        owner = self._owners.get(name) if isinstance(name, str) else None
        return owner if owner is not None and _belongs(relation, owner) else None

    def _write_edges(self, relation: Relation, raw: Json) -> None:
        kept = fields(relation.data.get(AIF))
        belongs = self._owner(relation) is not None
        edges = fields(kept.get("premises"))
        for premise in dict.fromkeys(relation.premises):
            if premise in edges or not belongs:
                self._write_edge(edges.get(premise), self._numbering.raw(premise), raw)
        if "target" in kept or not belongs:
            self._write_edge(kept.get("target"), raw, self._numbering.raw(relation.target))

    def _write_again(self) -> None:
        """Write edges that stood a second time, where the first are still there."""
        again = [
            edge
            for number in self._raws
            for edge in objects(fields(self._relations[number].data.get(AIF)).get("again"))
        ]
        if again:
            there = {_ends(edge) for edge in objects(self._edges)}
            self._edges.extend(edge for edge in again if _ends(edge) in there)

    def _write_edge(self, kept: Json, start: Json, end: Json) -> None:
        if kept is None:
            kept = self._edge_ids.take()
        self._edges.append(written_edge(kept, self._shared, start, end))

    def _node(self, relation: Relation, raw: Json) -> dict[str, Json]:
        kept = fields(relation.data.get(AIF))
        rest = dict(fields(kept.get("node")))
        rest.pop("nodeID", None)
        name, kind = name_of(raw), TYPES[relation.stance]
        text, number = aif_scheme(relation.scheme, kind)
        if not kept or "of" in kept:
            rest = {"scheme": text, **({"schemeID": number} if number else {})}
            self._renamed[name] = number
        elif not self._says(relation, name, rest, text, kept.get("type")):
            rest.pop("text", None)
            rest.pop("lacks", None)
            rest.update({"scheme": text} if "scheme" in rest else {})
            rest.update({"schemeID": number} if "schemeID" in rest else {})
            self._renamed[name] = number
        node = written_node(rest, {"nodeID": raw, "text": text, "type": kind})
        slot = packed(relation, _SAID_OTHERWISE)
        if name != relation.id:
            slot["id"] = relation.id
        number = name_of(node.get("schemeID")) or self._fulfilled_now(name)
        if scheme_of(node.get("text"), node.get("scheme"), number) != relation.scheme:
            slot["scheme"] = relation.scheme
        is_undercut = name_of(self._numbering.raw(relation.target)) in self._steps
        if kind == "CA" and is_undercut != (relation.stance is Stance.UNDERCUTS):
            slot["stance"] = str(relation.stance)
        if others := data_of_others(relation.data):
            slot["data"] = others
        if slot:
            node[SLOT] = slot
        return node

    def _says(
        self, relation: Relation, name: str, rest: Mapping[str, Json], text: str, kind: Json
    ) -> bool:
        """Say whether what was kept of a step still names its scheme."""
        text_now, scheme = rest.get("text", text), rest.get("scheme")
        number = name_of(rest.get("schemeID")) or self._fulfilled.get(name, "")
        own = TYPES[relation.stance]
        if kind != own and is_of_another(own, text_now, scheme, number):
            return False
        return scheme_of(text_now, scheme, number) == relation.scheme

    def _fulfilled_now(self, name: str) -> str:
        if not self._has_schemes:
            return ""
        return self._renamed.get(name, self._fulfilled.get(name, ""))

    def _schemes(self, value: Json) -> Json:
        """Return the list of schemes with those that are others now."""
        left: list[Json] = [
            one
            for one in items(value)
            if not isinstance(one, dict) or name_of(one.get("nodeID")) not in self._renamed
        ]
        new = (
            {"nodeID": raw, "schemeID": self._renamed[name]}
            for raw in self._raws.values()
            if self._renamed.get(name := name_of(raw))
        )
        return [*left, *new]

    def _has_steps_as_ends(self, relation: Relation, name: str) -> bool:
        raw = self._numbering.raw
        if len(set(relation.premises)) < len(relation.premises):
            return True
        ends = (*relation.premises, relation.target)
        return any(name_of(raw(end)) in self._steps for end in ends) or name in ends

    def _tell_ends(
        self, unusual: Iterable[tuple[Relation, str, dict[str, Json]]], others: list[Json]
    ) -> None:
        """Write the ends of a step where a reader could not tell premises and target by edges."""
        with_premises: set[str] = set()
        with_targets: set[str] = set()
        for edge in objects([*self._edges, *others]):
            start, end = name_of(edge.get("fromID")), name_of(edge.get("toID"))
            if not start or not end or start in self._no_ends or end in self._no_ends:
                continue
            if (start in self._steps) != (end in self._steps):
                (with_targets if start in self._steps else with_premises).add(
                    start if start in self._steps else end
                )
        for relation, name, node in unusual:
            premises = [name_of(self._numbering.raw(one)) for one in relation.premises]
            target = name_of(self._numbering.raw(relation.target))
            told = len(set(premises)) == len(premises) and name not in (*premises, target)
            if told and target in self._steps:
                told = target in with_premises or name not in with_targets
            for premise in premises:
                if premise in self._steps:
                    told = told and name not in with_premises and premise in with_targets
            if not told:
                ends: dict[str, Json] = {"premises": [*premises], "target": target}
                node[SLOT] = {**fields(node.get(SLOT)), "ends": ends}


def _ends(edge: Mapping[str, Json]) -> tuple[str, str]:
    return name_of(edge.get("fromID")), name_of(edge.get("toID"))


def _owners(relations: Iterable[Relation]) -> dict[str, Relation]:
    """Return the first relations of steps by their ids."""
    owners: dict[str, Relation] = {}
    for relation in relations:
        if "of" not in fields(relation.data.get(AIF)):
            owners.setdefault(relation.id, relation)
    return owners


def _belongs(relation: Relation, owner: Relation) -> bool:
    """Say whether a relation can be written as a further target or premise of another's step."""
    if TYPES[relation.stance] != TYPES[owner.stance] or relation.scheme != owner.scheme:
        return False
    if relation.because is not None or relation.strength is not None or len(relation.data) > 1:
        return False
    if relation.stance is Stance.RESTATES and relation.target == owner.target:
        return True
    return relation.premises == owner.premises
