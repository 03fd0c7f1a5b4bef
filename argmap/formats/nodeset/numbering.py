"""Which ids the parts of a map have in a nodeset."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import define, field

from argmap.formats.nodeset.names import AIF, XAIF, as_number, fields, is_numbered, name_of, objects
from argmap.model import ArgumentMap, Json, Node, Relation

_NUMBERS: Final = "numbers"
_NUMBERED: Final = "numbered"
_ANY: Final = "any"


@define
class Numbering:
    """Gives ids of a nodeset to nodes and relations.

    The tools of AIF count on ids that are numbers. So an id that is none gets one, and is kept
    in argmap's own field; but where a map came from a nodeset with other ids, ids stay as they are.

    Attributes:
        style: `numbers` in JSON, `numbered` texts, or `any` texts.
        raws: the ids in JSON by those in the map; of two that are equal, the first.
        used: the ids in JSON that are given.
        reserved: ids that no new number may be.
        strays: the ids in JSON of what is kept as it is, by themselves.
        twice: the ids that stood twice in the nodeset and may again, as the first stood.
    """

    style: str
    raws: dict[str, Json] = field(factory=dict)
    used: set[str] = field(factory=set)
    reserved: set[str] = field(factory=set)
    twice: dict[str, Json] = field(factory=dict)
    strays: dict[str, Json] = field(factory=dict)
    _next: int = 1

    def raw(self, wanted: str) -> Json:
        """Return the id in JSON of what a relation names, which may be missing."""
        if wanted in self.twice:
            return self.twice[wanted]
        if wanted in self.raws:
            return self.raws[wanted]
        return self.strays[wanted] if wanted in self.strays else self._usual(wanted)

    def take(self, wanted: str, kept: Json, *, again: bool) -> Json:
        """Return an id in JSON for a node or a relation.

        Args:
            wanted: its id in the map.
            kept: the id that it had in JSON; None where that is not known.
            again: whether the same id may be given a second time, where the map has it twice.
        """
        raw = self._usual(wanted) if name_of(kept) == "" else kept
        name = name_of(raw)
        fits = name_of(kept) or self.style == _ANY or is_numbered(wanted) or type(raw) is int
        is_second = again and wanted in self.raws and name_of(self.raws[wanted]) == name
        if not fits or (name in self.used and not is_second and name not in self.twice):
            raw = self._new()
        self.used.add(name_of(raw))
        self.raws.setdefault(wanted, raw)
        return raw

    def _usual(self, wanted: str) -> Json:
        return as_number(wanted) if self.style == _NUMBERS else wanted

    def _new(self) -> Json:
        while str(self._next) in self.used or str(self._next) in self.reserved:
            self._next += 1
        return self._next if self.style == _NUMBERS else str(self._next)


def numbering_of(argument_map: ArgumentMap, strays: Json) -> Numbering:
    """Return a numbering in which what is kept as it is, and what is missing, has its ids.

    Args:
        argument_map: the map.
        strays: the nodes that are kept as they are.
    """
    kept = fields(argument_map.data.get(AIF))
    style = kept.get("ids")
    numbering = Numbering(str(style) if style in (_NUMBERS, _ANY) else _NUMBERED)
    for name, first in fields(kept.get("twice")).items():
        numbering.twice[name] = fields(first).get("nodeID", name)
    for node in objects(strays):
        if name := name_of(node.get("nodeID")):
            numbering.strays.setdefault(name, node["nodeID"])
    numbering.used.update(numbering.strays)
    numbering.used.update(_texts(kept.get("missing")))
    known: set[str] = set()
    for one in (*argument_map.nodes, *argument_map.relations):
        known.add(one.id)
        numbering.reserved.add(name_of(kept_id(one)))
    for relation in argument_map.relations:
        numbering.used.update(
            end for end in (*relation.premises, relation.target) if end not in known
        )
    numbering.reserved |= known
    numbering.reserved.update(_named(argument_map))
    return numbering


def _named(argument_map: ArgumentMap) -> Iterator[str]:
    """Give the ids that are named by what is kept, which no new node should take to itself."""
    kept = fields(argument_map.data.get(AIF))
    around = fields(fields(argument_map.data.get(XAIF)).get("rest"))
    lists = (*fields(kept.get("rest")).values(), *fields(around.get("OVA")).values())
    for value in (kept.get("edges"), *lists):
        for one in objects(value):
            yield from (name_of(one.get(key)) for key in ("nodeID", "fromID", "toID"))


def kinds_of_twins(kept: Mapping[str, Json]) -> dict[str, Json]:
    """Return what was the first of those nodes that have one id: a claim, a step or another."""
    return {name: fields(first).get("kind") for name, first in fields(kept.get("twice")).items()}


def kept_id(value: Node | Relation) -> Json:
    """Return the id that a node or relation had in JSON, where that is known."""
    kept = fields(value.data.get(AIF))
    return (fields(kept.get("node")) if isinstance(value, Relation) else kept).get("nodeID")


def _texts(value: Json) -> Iterable[str]:
    return (one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
