"""Writes an argument map as an assurance case in the YAML of gsn2x."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve

from argmap.formats.carrying import CARRIED, carried
from argmap.formats.format import Loss, Written
from argmap.formats.gsn_in import ASSUMED, KINDS, MODULE, OWN, SOLUTIONS, kind_of
from argmap.formats.ids import Ids
from argmap.formats.losses import losses
from argmap.formats.yaml_text import write_yaml
from argmap.model import (
    ArgumentMap,
    Claim,
    Data,
    Evidence,
    Json,
    Node,
    Passage,
    Relation,
    Source,
    Stance,
)

_KEEPS: Final = (
    *(f"{kind}.{name}" for kind in ("claim", "evidence") for name in CARRIED),
    "claim.id",
    "evidence.id",
    "argumentmap.title",
    "argumentmap.description",
    "evidence",
    "undercuts",
)
_READ: Final = frozenset(
    {"text", "nodeType", "supportedBy", "inContextOf", "challenges", "url", "argmap"}
)
_BETWEEN_ELEMENTS: Final = frozenset({Stance.SUPPORTS, Stance.CONTRASTS})


def write(argument_map: ArgumentMap) -> Written:
    """Write an assurance case, and say what it could not carry."""
    writer = _Writer(argument_map)
    text = write_yaml(writer.whole())
    return Written(text, losses(writer.without_links(), _KEEPS, OWN, writer.lost()))


class _Writer:
    """Writes one map."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._lost: Counter[str] = Counter()
        self._steps: dict[str, dict[str, list[Json]]] = {}
        self._links = {one.id: one for one in argument_map.sources if _is_link(one)}
        ids = Ids()
        ids.take(MODULE)
        self._names = [(node, ids.take(node.id)) for node in argument_map.nodes]
        self._name_of: dict[str, str] = {}
        for node, name in self._names:
            self._lost["ids that are taken"] += name != node.id
            self._name_of.setdefault(node.id, name)
        self._elements = {name for _, name in self._names}
        steps = [one for one in argument_map.relations if one.stance in _BETWEEN_ELEMENTS]
        self._ends = {
            one.id: f"{self._named(one.target)} -> {self._named(one.premises[0])}" for one in steps
        }
        self._between = Counter(
            frozenset((one.target, premise)) for one in steps for premise in one.premises
        )
        self._first = {one.id: frozenset((one.target, one.premises[0])) for one in steps}
        for one in argument_map.relations:
            for premise in one.premises:
                self._step(one, premise)

    def whole(self) -> dict[str, Json]:
        """Return the file."""
        module: dict[str, Json] = {}
        if self._map.title:
            module["name"] = self._map.title
        if self._map.description is not None:
            module["brief"] = self._map.description
        kept = _own(self._map.data).get(MODULE)
        more = kept if isinstance(kept, dict) else {}
        module |= {key: value for key, value in more.items() if key not in {"name", "brief"}}
        found: dict[str, Json] = {MODULE: module} if module else {}
        for node, name in self._names:
            found[name] = self._element(node, name)
        return found

    def lost(self) -> Iterator[Loss]:
        """Give what could not stand as it was."""
        return (Loss(what, count) for what, count in self._lost.items() if count)

    def without_links(self) -> ArgumentMap:
        """Return the map without the sources that are an address and nothing more."""
        nodes = tuple(
            evolve(node, passages=node.passages[1:]) if self._url(node) else node
            for node in self._map.nodes
        )
        written = {node.passages[0].source for node in self._map.nodes if self._url(node)}
        sources = tuple(one for one in self._map.sources if one.id not in written)
        return evolve(self._map, nodes=nodes, sources=sources)

    def _named(self, end: str) -> str:
        return self._name_of.get(end, end)

    def _step(self, one: Relation, premise: str) -> None:
        """Put a step down at the element that it is written in."""
        if one.stance is Stance.RESTATES:
            return
        owner, key, other = self._named(premise), "challenges", self._named(one.target)
        if one.stance is Stance.SUPPORTS:
            owner, key, other = other, "supportedBy", owner
        elif one.stance is Stance.UNDERCUTS and one.target not in self._name_of:
            other = self._ends.get(one.target, "")
            is_one_of_several = self._between[self._first.get(one.target, frozenset())] > 1
            self._lost["undercuts that read as those of another step"] += is_one_of_several
        if not other:
            self._lost["undercuts of what is no step between two elements"] += 1
        elif owner not in self._elements:
            self._lost["relations of elements that are missing"] += 1
        else:
            self._steps.setdefault(owner, {}).setdefault(key, []).append(other)

    def _element(self, node: Node, name: str) -> Json:
        kept = _own(node.data)
        steps = self._steps.get(name, {})
        kind = self._kind(node, name, _text(kept, "nodeType"))
        found: dict[str, Json] = {"text": node.text} if node.text else {}
        if kind != kind_of(name) or "nodeType" in kept:
            found["nodeType"] = kind
        if "supportedBy" in steps:
            found["supportedBy"] = steps["supportedBy"]
        if isinstance(kept.get("inContextOf"), list):
            found["inContextOf"] = kept["inContextOf"]
        challenged = [*steps.get("challenges", ()), *_texts(kept.get("challenges"))]
        if challenged:
            found["challenges"] = challenged[0] if len(challenged) == 1 else challenged
        if url := self._url(node):
            found["url"] = url
        is_usual = isinstance(node, Claim) and node.assumed == ASSUMED.get(kind)
        if own := carried(node, ("assumed",) if is_usual else ()):
            found["argmap"] = own
        found |= {
            key: value
            for key, value in kept.items()
            if key not in _READ and not (key == "undeveloped" and "supportedBy" in steps)
        }
        return found

    def _kind(self, node: Node, name: str, kept: str) -> str:
        """Return the kind of an element: as it was, where that still fits."""
        known = {one.casefold(): one for one in KINDS}.get(kept.casefold(), "")
        told = known or kind_of(name)
        if isinstance(node, Evidence):
            fits, usual = told in SOLUTIONS, "Solution"
        else:
            is_open = told in ASSUMED and node.assumed is None
            fits, usual = bool(told) and told not in SOLUTIONS and not is_open, "Goal"
        if not fits:
            return usual
        return kept or told

    def _url(self, node: Node) -> str:
        """Return the address that an element can name; may be empty."""
        first = node.passages[0] if node.passages else None
        source = self._links.get(first.source) if first else None
        return source.url or "" if source and first == Passage(source.id) else ""


def _is_link(source: Source) -> bool:
    return (
        bool(source.url)
        and source == Source(source.id, source.title, url=source.url)
        and (source.title == source.url)
    )


def _own(data: Data) -> Mapping[str, Json]:
    """Return what a part of a map keeps of this format."""
    kept = data.get(OWN)
    return kept if isinstance(kept, dict) else {}


def _text(kept: Mapping[str, Json], key: str) -> str:
    value = kept.get(key)
    return value if isinstance(value, str) else ""


def _texts(value: Json) -> list[Json]:
    return [value] if isinstance(value, str) else []
