"""Writes an argument map as arggraph XML."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from argmap.formats.arggraph_in import BY_EXAMPLE
from argmap.formats.arggraph_own import own_instruction
from argmap.formats.carrying import CARRIED
from argmap.formats.format import Loss, Written
from argmap.formats.ids import Ids
from argmap.formats.losses import losses
from argmap.formats.xml_text import fit, write_xml
from argmap.model import ArgumentMap, Data, Json, Node, Relation, Stance

if TYPE_CHECKING:
    from lxml import etree

_Kept: TypeAlias = Mapping[str, Json]
_KEEPS: Final = (
    *(f"{kind}.{name}" for kind in ("claim", "evidence") for name in CARRIED),
    "claim.id",
    "evidence.id",
    "relation.*",
    "argumentmap.title",
    "evidence",
    "linked premises",
    "undercuts",
    "undercuts of undercuts",
    "restatements",
)
_TYPES: Final = {Stance.SUPPORTS: "sup", Stance.CONTRASTS: "reb", Stance.UNDERCUTS: "und"}
_NAME: Final = re.compile(r"[^\W\d][\w.-]*")
_NOT_OF_A_NAME: Final = re.compile(r"[^\w.-]+")
OWN: Final = "arggraph"
_RESERVED: Final = frozenset(
    {"id", "edge", "edus", "joint", "joints", "edges", "text", "added", "src", "trg"}
)


def write(argument_map: ArgumentMap) -> Written:
    """Write an argument graph, and say what it could not carry."""
    writer = _Writer(argument_map)
    text = write_xml(writer.root())
    return Written(text, losses(argument_map, _KEEPS, OWN, writer.lost()))


class _Writer:
    """Writes one map."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map, self._ids = argument_map, Ids()
        self._names: dict[str, str] = {}
        self._lost: Counter[str] = Counter()
        self._units: dict[str, tuple[str, dict[str, str]]] = {}
        self._joints: dict[str, dict[str, str]] = {}
        self._claims: list[dict[str, str]] = []
        self._edges: list[dict[str, str]] = []
        relations = [one for one in argument_map.relations if one.stance is not Stance.RESTATES]
        # What has an id keeps it; what is called anew gives way.
        nodes = [(node, self._name(node.id, "a")) for node in argument_map.nodes]
        named = [(one, self._name(one.id if one.is_named else "", "c")) for one in relations]
        for one, name in named:
            self._names.setdefault(one.id, name)
        for node, name in nodes:
            self._claim(node, name)
        for one, name in named:
            self._relation(one, name)
        self._loose()

    def lost(self) -> Iterator[Loss]:
        """Give what could not stand as it was."""
        return (Loss(what, count) for what, count in self._lost.items() if count)

    def root(self) -> "etree._Element":
        """Return the whole graph."""
        from lxml import etree  # noqa: PLC0415 - loading libxml2 takes a while

        title = self._title()
        root = etree.Element("arggraph", {"id": title, **_attributes(_own(self._map.data))})
        if own := own_instruction(self._map, self._names, title):
            root.append(etree.ProcessingInstruction("argmap", own))
        for name, (text, more) in self._units.items():
            etree.SubElement(root, "edu", {"id": name, **more}).text = text
        for name, more in self._joints.items():
            etree.SubElement(root, "joint", {"id": name, **more})
        for claim in self._claims:
            etree.SubElement(root, "adu", claim)
        for edge in self._edges:
            etree.SubElement(root, "edge", edge)
        return root

    def _title(self) -> str:
        """Return the title as an id."""
        name = _NOT_OF_A_NAME.sub("_", self._map.title).strip("_-.")
        return name if _NAME.fullmatch(name) else f"map_{name}" if name else "argmap"

    def _name(self, wanted: str, fallback: str) -> str:
        """Return an id that XML allows, and nothing else has."""
        name = wanted
        if wanted and not _NAME.fullmatch(wanted):
            name = _NOT_OF_A_NAME.sub("_", wanted)
            name = name if _NAME.fullmatch(name) else f"_{name}"
        name = self._ids.take(name, fallback)
        self._lost["ids that stand twice"] += bool(wanted) and wanted in self._names
        if wanted:
            self._names.setdefault(wanted, name)
        return name

    def _fit(self, text: str) -> str:
        fitting = fit(text)
        self._lost["texts with signs that XML does not allow"] += fitting != text
        return fitting

    def _claim(self, node: Node, name: str) -> None:
        kept = _own(node.data)
        self._claims.append({"id": name, "type": "pro", **_attributes(kept)})
        parts = _objects(kept.get("edus"))
        texts = [str(part.get("text", "")) for part in parts]
        if len(parts) < 2 or " ".join(texts) != node.text:  # noqa: PLR2004 - several
            parts = parts[:1] or ([{}] if node.text else [])
            texts = [node.text]
        for part, text in zip(parts, texts, strict=False):
            unit = self._unit(part, self._fit(text))
            joint = part.get("joint")
            if isinstance(joint, dict):
                name_of_joint = _text(joint, "id") or "joint"
                if name_of_joint not in self._joints:
                    self._joints[name_of_joint] = _attributes(joint)
                    self._segment(joint, name_of_joint, name)
                self._segment(part, unit, name_of_joint)
            else:
                self._segment(part, unit, name)

    def _unit(self, kept: _Kept, text: str) -> str:
        wanted, more = _text(kept, "id"), _attributes(kept)
        if self._units.get(wanted) == (text, more):
            return wanted
        name = self._new(wanted, "e")
        self._units[name] = (text, more)
        return name

    def _segment(self, kept: _Kept, source: str, target: str) -> None:
        name = self._new(_text(kept, "edge"), "c")
        self._edges.append({"id": name, "src": source, "trg": target, "type": "seg"})

    def _new(self, wanted: str, fallback: str) -> str:
        return self._ids.take(wanted if _NAME.fullmatch(wanted) else "", fallback)

    def _end(self, name: str) -> str:
        """Return how an end of a relation is called; one that is missing stays missing."""
        return self._names.get(name) or self._fit(name)

    def _relation(self, one: Relation, name: str) -> None:
        kept = _own(one.data)
        kind = _TYPES[one.stance]
        if one.scheme == BY_EXAMPLE and one.stance is Stance.SUPPORTS:
            kind = "exa"
        first, *others = one.premises
        ends = {"id": name, "src": self._end(first), "trg": self._end(one.target), "type": kind}
        self._edges.append({**ends, **_attributes(kept)})
        added: dict[str, list[_Kept]] = {}
        for how in reversed(_objects(kept.get("added"))):
            added.setdefault(_text(how, "src"), []).append(how)
        ids = {name}
        for premise in others:
            how = added[premise].pop() if added.get(premise) else {}
            edge = self._new(_text(how, "id"), "c")
            target = _text(how, "trg")
            target = target if target in ids else name
            ids.add(edge)
            ends = {"id": edge, "src": self._end(premise), "trg": target, "type": "add"}
            self._edges.append({**ends, **_attributes(how)})

    def _loose(self) -> None:
        """Write what the file had beside claims and relations."""
        kept = _own(self._map.data)
        for unit in _objects(kept.get("edus")):
            self._unit(unit, self._fit(_text(unit, "text")))
        for joint in _objects(kept.get("joints")):
            self._joints.setdefault(_text(joint, "id") or "joint", _attributes(joint))
        for edge in _objects(kept.get("edges")):
            name = self._new(_text(edge, "id"), "c")
            ends = {key: fit(_text(edge, key)) for key in ("src", "trg") if _text(edge, key)}
            self._edges.append({"id": name, **ends, **_attributes(edge)})


def _own(data: Data) -> _Kept:
    """Return what a part of a map keeps of this format."""
    kept = data.get(OWN)
    return kept if isinstance(kept, dict) else {}


def _objects(value: Json) -> list[_Kept]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(kept: _Kept, key: str) -> str:
    value = kept.get(key)
    return value if isinstance(value, str) else ""


def _attributes(kept: _Kept) -> dict[str, str]:
    """Return the attributes that are kept with an element."""
    return {
        key: fit(value)
        for key, value in kept.items()
        if isinstance(value, str) and key not in _RESERVED and _NAME.fullmatch(key)
    }
