"""SADFace, the Simple Argument Description Format, in JSON.

It follows the Python library `sadface` 0.5.4 (Wells 2020, https://github.com/ARG-ENU/SADFace).
Both dialects are read: the older one with nodes of type `scheme`, and that of the library, with
`inference` and `conflict`. The library's is written. Its validator knows the older types alone,
and neither titles nor descriptions: it faults what the library itself writes, and so this.

==========================  ======================================================
in SADFace                  in a map
==========================  ======================================================
atom                        claim; `metadata.argmap` tells where it is evidence
inference, name             relation that supports, its scheme; `support` is none
conflict                    relation that contrasts; one with a scheme undercuts
inference named `rephrase`  relation that restates
premises of one scheme      linked premises
scheme with two targets     two relations
source of an atom           passage with its quotation
resource                    source; its `metadata.core` has title, author, url, doi
core: title, description,   title, description and note of the map; the main claim
notes, claim
==========================  ======================================================

What SADFace has no word for is written under `argmap` in the metadata of nodes, resources and the
whole, and read again: nothing of a map is lost whose ids are unique. Ids have to be UUIDs there:
others are told by a UUID made from them. Kept as data are edge ids, analyst, dates and other
metadata, offsets and texts of resources, names of conflicts, and schemes without premise or target.
"""

import hashlib
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.format import Beside, Written, nothing_beside
from argmap.formats.ids import Ids
from argmap.formats.json_text import JsonText, read_json, write_json
from argmap.formats.packed import (
    kept_by,
    list_in,
    object_in,
    packed,
    text_in,
    unpacked,
    with_data,
)
from argmap.formats.problems import damaged, invalid_file
from argmap.formats.scheme_graph import (
    Edge,
    Step,
    Turn,
    edge_ids,
    groups_of,
    kept_stance,
    relations_of,
    turn_of,
)
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Passage, Relation, Source
from argmap.text import Span, TextFile

_OWN: Final = "sadface"
_VERSION: Final = "0.5.4"
_NO_TIME: Final = "1970-01-01T00:00:00"
_SLOT: Final = "argmap"
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_AGAINST: Final = frozenset({"attack", "conflict", "defeat", "disagree", "rebut", "undercut"})
_SAME: Final = frozenset({"rephrase", "restate"})
_NAMES: Final = {Turn.FOR: "support", Turn.AGAINST: "attack", Turn.SAME: "rephrase"}
_TYPES: Final = {Turn.FOR: "inference", Turn.AGAINST: "conflict", Turn.SAME: "inference"}
_BIBLIOGRAPHIC: Final = ("title", "author", "publisher", "date", "url", "doi", "isbn")
_OF_CORE: Final = ("title", "description", "notes", "claim")
_OF_MAP: Final = {"title": "title", "description": "description", "note": "notes"}
_NODE_KEYS: Final = frozenset({"id", "type", "text", "name", "sources", "metadata"})
_DROPPED: Final = "it was left out of the map; mend it where it is from"


def read(
    file: TextFile,
    beside: Beside = nothing_beside,  # noqa: ARG001 - as all readers have it
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a SADFace document of either dialect."""
    document = read_json(file)
    if not isinstance(document.value, dict):
        if document.findings:
            return ArgumentMap(), document.findings
        message = "this is no SADFace: it is no object with `nodes` and `edges`"
        return ArgumentMap(), (invalid_file(document.span(), message, _DROPPED),)
    reading = _Reading(document)
    argument_map = reading.whole()
    return argument_map, (*document.findings, *reading.findings)


def write(argument_map: ArgumentMap) -> Written:
    """Write a document as the library does."""
    return Written(write_json(_Writing(argument_map).document()))


@define
class _Reading:
    """What was read of one document so far."""

    _document: JsonText
    findings: list[Finding] = field(factory=list)
    _ids: Ids = field(factory=Ids)
    _names: dict[str, str] = field(factory=dict)
    _loose: list[Json] = field(factory=list)
    _pairs: Counter[tuple[str, str]] = field(factory=Counter)

    def whole(self) -> ArgumentMap:
        top = self._document.top
        core = object_in(object_in(top, "metadata"), "core")
        sources = tuple(self._source(*one) for one in self._objects("resources"))
        entries = self._objects("nodes")
        named = [self._named(raw, span) for raw, span in entries]
        claim = self._names.get(text_in(core, "claim"), "")
        nodes: list[Node] = []
        steps: list[Step] = []
        for (raw, span), name in zip(entries, named, strict=True):
            if raw.get("type") == "atom":
                nodes.append(self._node(raw, name, span, is_main=name == claim))
            elif text_in(raw, "type") in {"scheme", "inference", "conflict"}:
                steps.append(_step(raw, name, span, self))
            else:
                message = f"'{name}' is neither an atom nor a scheme: {text_in(raw, 'type')!r}"
                self._damage(span, message, subject=name)
                self._loose.append(raw)
        edges = [one for one in (self._edge(*pair) for pair in self._objects("edges")) if one]
        found = relations_of(steps, edges, _OWN, self._ids)
        self.findings.extend(found.findings)
        slot = object_in(object_in(top, "metadata"), _SLOT)
        return self._map(
            core,
            slot,
            nodes=nodes,
            relations=found.relations,
            sources=sources,
            loose={"nodes": [*self._loose, *found.loose], "edges": found.loose_edges},
        )

    def unpack(self, kind: type[Any], slot: Json, without: Iterable[str], about: Span) -> Any:  # noqa: ANN401 - fields of any kind
        found = unpacked(kind, slot, frozenset(without))
        self.findings.extend(found.findings(about, text_in(slot, "id") or kind.__name__.lower()))
        return dict(found.fields)

    def _map(
        self,
        core: Mapping[str, Json],
        slot: Json,
        loose: dict[str, list[Json]],
        **parts: Any,  # noqa: ANN401 - as above
    ) -> ArgumentMap:
        span = self._document.span("metadata")
        fields = self.unpack(ArgumentMap, slot, (*_OF_MAP, "sources"), span)
        empty = set(list_in(slot, "empty"))
        for name, key in _OF_MAP.items():
            text = text_in(core, key)
            if text or name in empty:
                fields[name] = text
        made = _core(fields.get("title", ""))
        kept_core: Json = {
            key: one
            for key, one in core.items()
            if key not in _OF_CORE and (key not in made or one != made[key])
        }
        other: Json = {
            key: one
            for key, one in object_in(self._document.top, "metadata").items()
            if key not in {"core", _SLOT}
        }
        more = {
            key: one
            for key, one in self._document.top.items()
            if key not in {"metadata", "nodes", "edges", "resources"}
        }
        kept = {"core": kept_core, "metadata": other, "more": more, "loose": _filled(loose)}
        data = with_data(fields.pop("data", {}), _OWN, _filled(kept))
        return ArgumentMap(**fields, **parts, data=data, span=self._document.span())

    def _source(self, raw: dict[str, Json], span: Span) -> Source:
        metadata = object_in(raw, "metadata")
        slot, core = object_in(metadata, _SLOT), object_in(metadata, "core")
        fields = self.unpack(Source, slot, ("id", *_BIBLIOGRAPHIC), span)
        for name in _BIBLIOGRAPHIC:
            if isinstance(core.get(name), str):
                fields[name] = core[name]
        written = text_in(raw, "id")
        name = text_in(slot, "id") or written or self._ids.take("", "source")
        self._names[f"source {written}"] = name
        rest: Json = {key: one for key, one in core.items() if key not in fields}
        others = {key: one for key, one in metadata.items() if key not in {"core", _SLOT}}
        more = {key: one for key, one in raw.items() if key not in {"id", "metadata"}}
        for key, usual in (("type", "text"), ("content", "")):
            if more.get(key) == usual:
                del more[key]
        kept = _filled({"core": rest, "metadata": others, **more})
        data = with_data(fields.pop("data", {}), _OWN, kept)
        return Source(name, **fields, data=data, span=span)

    def _named(self, raw: dict[str, Json], span: Span) -> str:
        """Return the id of a node in the map, which is unique."""
        written = text_in(raw, "id")
        wanted = text_in(object_in(object_in(raw, "metadata"), _SLOT), "id") or written
        name = self._ids.take(wanted)
        if written in self._names:
            message = f"the id '{written}' stands twice"
            advice = f"the second became '{name}'; edges lead to the first"
            self.findings.append(damaged(span, message, advice, subject=name))
        if not written:
            advice = f"it became '{name}'"
            self.findings.append(damaged(span, "a node has no id", advice, subject=name))
        self._names.setdefault(written, name)
        missing = object_in(object_in(object_in(raw, "metadata"), _SLOT), "missing")
        for end in missing:
            self._names.setdefault(end, text_in(missing, end) or end)
        return name

    def _node(self, raw: dict[str, Json], name: str, span: Span, *, is_main: bool) -> Node:
        slot = object_in(object_in(raw, "metadata"), _SLOT)
        is_evidence = slot.get("kind") == "evidence"
        kind = Evidence if is_evidence else Claim
        fields = self.unpack(kind, slot, ("id", "text"), span)
        if is_main and not is_evidence:
            fields["main"] = True
        if not isinstance(raw.get("text"), str):
            self._damage(span, f"the atom '{name}' has no text", subject=name, lost=False)
        entries = [one for one in list_in(raw, "sources") if isinstance(one, dict)]
        if [_written(one) for one in fields.get("passages", ())] != [
            _place(one) for one in entries
        ]:
            fields["passages"] = tuple(
                self._passage(one, span) for one in entries if _place(one)[0]
            )
        places: Json = [[one.get("offset"), one.get("length")] for one in entries]
        has_places = any(
            one.get("offset") or one.get("length", 0) != len(_place(one)[1]) for one in entries
        )
        kept = {**_rest(raw), **({"places": places} if has_places else {})}
        data = with_data(fields.pop("data", {}), _OWN, kept)
        return kind(name, text_in(raw, "text"), **fields, data=data, span=span)

    def _passage(self, entry: dict[str, Json], span: Span) -> Passage:
        written, quote = _place(entry)
        return Passage(
            self._names.get(f"source {written}", written), quote=quote or None, span=span
        )

    def _edge(self, raw: dict[str, Json], span: Span) -> Edge | None:
        ends = text_in(raw, "source_id"), text_in(raw, "target_id")
        if not all(ends):
            self._damage(span, f"the edge '{text_in(raw, 'id')}' lacks an end")
            return None
        source, target = (self._names.get(end, end) for end in ends)
        name = text_in(raw, "id")
        if name == _made_edge_id(source, target, self._pairs):
            name = ""
        return Edge(name, source, target, span, raw)

    def _objects(self, key: str) -> list[tuple[dict[str, Json], Span]]:
        """Return the objects of a list with their places."""
        value = self._document.top.get(key, [] if key == "resources" else None)
        if not isinstance(value, list):
            self._damage(self._document.span(key), f"'{key}' is no list")
            return []
        found: list[tuple[dict[str, Json], Span]] = []
        for number, one in enumerate(value):
            span = self._document.span(key, number)
            if isinstance(one, dict):
                found.append((one, span))
            else:
                self._damage(span, f"what stands in '{key}' is no object")
        return found

    def _damage(self, span: Span, message: str, *, subject: str = "", lost: bool = True) -> None:
        advice = _DROPPED if lost else "write what it says"
        severity = Severity.ERROR if lost else Severity.WARNING
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))


def _step(raw: dict[str, Json], name: str, span: Span, reading: _Reading) -> Step:
    slot = object_in(object_in(raw, "metadata"), _SLOT)
    fields = reading.unpack(Relation, slot, ("id", "stance", "premises", "target"), span)
    written = text_in(raw, "name")
    word = written.casefold()
    turn = Turn.FOR
    if raw.get("type") == "conflict" or (raw.get("type") == "scheme" and word in _AGAINST):
        turn = Turn.AGAINST
    elif word in _SAME:
        turn = Turn.SAME
    kept = _rest(raw)
    if turn is Turn.FOR:
        natural = None if word in {"support", ""} else written
        if natural is not None or "scheme" not in fields:
            fields["scheme"] = natural
    elif word != _NAMES[turn]:
        kept["name"] = written
    return Step(name, turn, span, fields=fields, stance=text_in(slot, "stance"), kept=kept, raw=raw)


def _rest(raw: dict[str, Json]) -> dict[str, Json]:
    """Return what neither argmap nor SADFace's own keys take up."""
    more = {key: one for key, one in raw.items() if key not in _NODE_KEYS}
    metadata = object_in(raw, "metadata")
    others: Json = {
        key: one for key, one in metadata.items() if key != _SLOT and (key != "core" or one)
    }
    return {**more, **({"metadata": others} if others else {})}


def _place(entry: Mapping[str, Json]) -> tuple[str, str]:
    return text_in(entry, "resource_id"), text_in(entry, "text")


def _written(passage: Passage) -> tuple[str, str]:
    return _uuid(passage.source), passage.quote or ""


def _filled(values: Mapping[str, Any]) -> dict[str, Json]:
    return {key: value for key, value in values.items() if value not in (None, {}, [])}


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
        kept = kept_by(self._map.data, _OWN)
        main = [claim.id for claim in self._map.claims if claim.main]
        nodes: list[Json] = [self._atom(node, main[:1]) for node in self._map.nodes]
        edges: list[Json] = []
        for name, relations in groups_of(self._map, _OWN):
            node, some = self._scheme(name, relations)
            nodes.append(node)
            edges.extend(some)
        loose = object_in(kept, "loose")
        core: dict[str, Json] = {
            **_core(self._map.title),
            **object_in(kept, "core"),
            **{key: getattr(self._map, name) or "" for name, key in _OF_MAP.items()},
            **({"claim": _uuid(main[0])} if main else {}),
        }
        slot = packed(self._map, (*_OF_MAP, "sources"), _OWN)
        empty: list[Json] = [
            name for name in ("description", "note") if getattr(self._map, name) == ""
        ]
        # The validator looks for the names of nodes' metadata here, and wants objects.
        names: dict[str, Json] = {_SLOT: {**slot, **({"empty": empty} if empty else {})}}
        return {
            "metadata": {"core": core, **object_in(kept, "metadata"), **names},
            "resources": [self._resource(source) for source in self._map.sources],
            "nodes": [*nodes, *list_in(loose, "nodes")],
            "edges": [*edges, *list_in(loose, "edges")],
            **object_in(kept, "more"),
        }

    def _atom(self, node: Node, main: list[str]) -> Json:
        kept = dict(kept_by(node.data, _OWN))
        places = kept.pop("places", None)
        sources: list[Json] = [
            {"resource_id": _written(one)[0], "text": _written(one)[1], **self._offset(one, at)}
            for one, at in zip(node.passages, _places_of(places, node.passages), strict=True)
        ]
        slot = packed(node, ("id", "text", "passages"), _OWN)
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
        content = text_in(kept_by(source.data, _OWN), "content") if source else ""
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
        kept = {**kept_by(first.data, _OWN)}
        for key in ("of", "edges"):
            kept.pop(key, None)
        written = kept.pop("name", None)
        word = written if isinstance(written, str) and turn is not Turn.FOR else _NAMES[turn]
        slot = packed(first, ("id", "premises", "target", "stance", "scheme"), _OWN)
        slot.update(kept_stance(first, self._map.relations_by_id))
        scheme = first.scheme
        if turn is Turn.FOR and scheme and scheme.casefold() not in {"support", "", *_SAME}:
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
        kept = dict(kept_by(source.data, _OWN))
        core = {
            **object_in(kept, "core"),
            **{
                name: getattr(source, name)
                for name in _BIBLIOGRAPHIC
                if getattr(source, name) not in (None, "")
                or (name != "title" and getattr(source, name) is not None)
            },
        }
        slot = packed(source, ("id", *_BIBLIOGRAPHIC), _OWN)
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
        premises_had, target_had = edge_ids(relation, _OWN)
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
    made = _made_edge_id(source, target, pairs)
    return {"id": kept or made, "source_id": _uuid(source), "target_id": _uuid(target)}


def _made_edge_id(source: str, target: str, pairs: "Counter[tuple[str, str]]") -> str:
    """Return the id of an edge between two nodes, which may have several."""
    pairs[source, target] += 1
    return _uuid(f"edge {pairs[source, target]} {source} {target}")


def _core(title: str) -> dict[str, Json]:
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
    metadata: Json = {"core": {}, **object_in(kept, "metadata"), **({_SLOT: slot} if slot else {})}
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
