"""SADFace out: a document as the library writes it."""

import hashlib
import re
import uuid
from collections import Counter
from typing import Final

from attrs import define, field

from argmap.formats.format import Written
from argmap.formats.json_text import write_json
from argmap.formats.packed import (
    kept_by,
    list_in,
    object_in,
    packed,
    text_in,
)
from argmap.formats.scheme_graph import (
    Turn,
    edge_ids,
    groups_of,
    kept_stance,
    turn_of,
)
from argmap.model import ArgumentMap, Evidence, Json, Node, Passage, Relation, Source

OWN: Final = "sadface"
_VERSION: Final = "0.5.4"
_NO_TIME: Final = "1970-01-01T00:00:00"
SLOT: Final = "argmap"
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
SAME: Final = frozenset({"rephrase", "restate"})
NAMES: Final = {Turn.FOR: "support", Turn.AGAINST: "attack", Turn.SAME: "rephrase"}
_TYPES: Final = {Turn.FOR: "inference", Turn.AGAINST: "conflict", Turn.SAME: "inference"}
BIBLIOGRAPHIC: Final = ("title", "author", "publisher", "date", "url", "doi", "isbn")
OF_MAP: Final = {"title": "title", "description": "description", "note": "notes"}


def write(argument_map: ArgumentMap) -> Written:
    """Write a document as the library does."""
    return Written(write_json(_Writing(argument_map).document()))


def written_passage(passage: Passage) -> tuple[str, str]:
    """Return source and words of a passage as they stand in an atom."""
    return _uuid(passage.source), passage.quote or ""


def _uuid(name: str) -> str:
    """Return a name as a UUID of version 4: itself, or one made from it."""
    if _UUID.fullmatch(name):
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))


@define
class _Writing:
    """One map that is to be written."""

    _map: ArgumentMap
    _known: frozenset[str] = field(init=False)

    @_known.default
    def _ids(self) -> frozenset[str]:
        return frozenset(one.id for one in (*self._map.nodes, *self._map.relations))

    def document(self) -> Json:
        kept = kept_by(self._map.data, OWN)
        main = [claim.id for claim in self._map.claims if claim.main]
        nodes: list[Json] = [self._atom(node, main[:1]) for node in self._map.nodes]
        edges: list[Json] = []
        for name, relations in groups_of(self._map, OWN):
            node, some = self._scheme(name, relations)
            nodes.append(node)
            edges.extend(some)
        loose = object_in(kept, "loose")
        core: dict[str, Json] = {
            **usual_core(self._map.title),
            **object_in(kept, "core"),
            **{key: getattr(self._map, name) or "" for name, key in OF_MAP.items()},
            **({"claim": _uuid(main[0])} if main else {}),
        }
        slot = packed(self._map, (*OF_MAP, "sources"), OWN)
        empty: list[Json] = [
            name for name in ("description", "note") if getattr(self._map, name) == ""
        ]
        # The validator looks for the names of nodes' metadata here, and wants objects.
        names: dict[str, Json] = {SLOT: {**slot, **({"empty": empty} if empty else {})}}
        return {
            "metadata": {"core": core, **object_in(kept, "metadata"), **names},
            "resources": [self._resource(source) for source in self._map.sources],
            "nodes": [*nodes, *list_in(loose, "nodes")],
            "edges": [*edges, *list_in(loose, "edges")],
            **object_in(kept, "more"),
        }

    def _atom(self, node: Node, main: list[str]) -> Json:
        kept = dict(kept_by(node.data, OWN))
        places = kept.pop("places", None)
        sources: list[Json] = [
            {
                "resource_id": written_passage(one)[0],
                "text": written_passage(one)[1],
                **self._offset(one, at),
            }
            for one, at in zip(node.passages, _places_of(places, node.passages), strict=True)
        ]
        slot = packed(node, ("id", "text", "passages"), OWN)
        if [node.id] == main:
            slot.pop("main", None)
        if any(
            not _is_plain(one) or one.source not in self._map.sources_by_id for one in node.passages
        ):
            slot["passages"] = packed(node)["passages"]
        if isinstance(node, Evidence):
            slot["kind"] = "evidence"
        return {
            "id": _uuid(node.id),
            "type": "atom",
            "text": node.text,
            "sources": sources,
            **_with_metadata(kept, slot, node.id),
        }

    def _offset(self, passage: Passage, place: tuple[Json, Json] | None) -> dict[str, Json]:
        quote = passage.quote or ""
        source = self._map.sources_by_id.get(passage.source)
        content = text_in(kept_by(source.data, OWN), "content") if source else ""
        offset = place[0] if place else None
        is_right = isinstance(offset, int) and content.startswith(quote, max(0, offset))
        if content and quote and not is_right:
            offset = max(0, content.find(quote))
        if not isinstance(offset, int):
            offset = 0
        return {"offset": offset, "length": len(quote)}

    def _scheme(self, name: str, relations: tuple[Relation, ...]) -> tuple[Json, list[Json]]:
        first = relations[0]
        turn = turn_of(first.stance)
        kept = {**kept_by(first.data, OWN)}
        for key in ("of", "edges"):
            kept.pop(key, None)
        written = kept.pop("name", None)
        word = written if isinstance(written, str) and turn is not Turn.FOR else NAMES[turn]
        slot = packed(first, ("id", "premises", "target", "stance", "scheme"), OWN)
        slot.update(kept_stance(first, self._map.relations_by_id))
        scheme = first.scheme
        if turn is Turn.FOR and scheme and scheme.casefold() not in {"support", "", *SAME}:
            word = scheme
        elif scheme is not None:
            slot["scheme"] = scheme
        targets = dict.fromkeys(one.target for one in relations)
        premises = [*first.premises]
        premises += [one.premises[0] for one in relations if one.premises != first.premises]
        missing: dict[str, Json] = {
            _uuid(end): end
            for end in (*premises, *targets)
            if end not in self._known and _uuid(end) != end
        }
        if missing:
            slot["missing"] = missing
        node: Json = {
            "id": _uuid(name),
            "type": _TYPES[turn],
            "name": word,
            **_with_metadata(kept, slot, name),
        }
        return node, _edges(name, relations, premises)

    def _resource(self, source: Source) -> Json:
        kept = dict(kept_by(source.data, OWN))
        core = {
            **object_in(kept, "core"),
            **{
                name: getattr(source, name)
                for name in BIBLIOGRAPHIC
                if getattr(source, name) not in (None, "")
                or (name != "title" and getattr(source, name) is not None)
            },
        }
        slot = packed(source, ("id", *BIBLIOGRAPHIC), OWN)
        kept.pop("core", None)
        kept["metadata"] = {**object_in(kept, "metadata"), "core": core}
        return {
            "id": _uuid(source.id),
            "type": "text",
            "content": "",
            **_with_metadata(kept, slot, source.id),
        }


def _edges(name: str, relations: tuple[Relation, ...], premises: list[str]) -> list[Json]:
    from_premises: dict[str, Json] = {}
    targets: dict[str, str] = {}
    for relation in relations:
        premises_had, target_had = edge_ids(relation, OWN)
        from_premises.update(premises_had)
        targets.setdefault(relation.target, target_had)
    made: list[Json] = []
    pairs: Counter[tuple[str, str]] = Counter()
    for premise in premises:
        kept = from_premises.pop(premise, "")
        made.append(_edge(premise, name, kept if isinstance(kept, str) else "", pairs))
    made.extend(_edge(name, target, kept, pairs) for target, kept in targets.items())
    return made


def _edge(source: str, target: str, kept: str, pairs: "Counter[tuple[str, str]]") -> Json:
    made = made_edge_id(source, target, pairs)
    return {"id": kept or made, "source_id": _uuid(source), "target_id": _uuid(target)}


def made_edge_id(source: str, target: str, pairs: "Counter[tuple[str, str]]") -> str:
    """Return the id of an edge between two nodes, which may have several."""
    pairs[source, target] += 1
    return _uuid(f"edge {pairs[source, target]} {source} {target}")


def usual_core(title: str) -> dict[str, Json]:
    """Return what stands in every document; the time is none, as a map has none."""
    return {
        "analyst_email": "",
        "analyst_name": "",
        "created": _NO_TIME,
        "edited": _NO_TIME,
        "id": _uuid(f"map {title}"),
        "version": _VERSION,
    }


def _with_metadata(kept: dict[str, Json], slot: dict[str, Json], name: str) -> dict[str, Json]:
    """Return what was kept with the metadata, in which argmap has its own."""
    if _uuid(name) != name:
        slot = {"id": name, **slot}
    metadata: Json = {"core": {}, **object_in(kept, "metadata"), **({SLOT: slot} if slot else {})}
    return {**kept, "metadata": metadata}


def _places_of(places: Json, passages: tuple[Passage, ...]) -> list[tuple[Json, Json] | None]:
    if not isinstance(places, list) or len(places) != len(passages):
        return [None] * len(passages)
    return [
        (one[0], one[1]) if isinstance(one, list) and len(one) == 2 else None  # noqa: PLR2004 - a pair
        for one in places
    ]


def _is_plain(passage: Passage) -> bool:
    """Say whether a source and its words are all that a passage has."""
    return packed(passage).keys() <= {"source", "quote"} and passage.quote != ""
