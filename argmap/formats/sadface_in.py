"""SADFace in: both dialects become claims, evidence and relations."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.format import Beside, nothing_beside
from argmap.formats.ids import Ids
from argmap.formats.json_text import JsonText, read_json
from argmap.formats.packed import (
    list_in,
    object_in,
    text_in,
    unpacked,
    with_data,
)
from argmap.formats.problems import damaged, invalid_file
from argmap.formats.sadface_out import (
    BIBLIOGRAPHIC,
    NAMES,
    OF_MAP,
    OWN,
    SAME,
    SLOT,
    made_edge_id,
    usual_core,
    written_passage,
)
from argmap.formats.scheme_graph import (
    Edge,
    Step,
    Turn,
    relations_of,
)
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Passage, Relation, Source
from argmap.text import Span, TextFile

_AGAINST: Final = frozenset({"attack", "conflict", "defeat", "disagree", "rebut", "undercut"})
_OF_CORE: Final = ("title", "description", "notes", "claim")
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
        found = relations_of(steps, edges, OWN, self._ids)
        self.findings.extend(found.findings)
        slot = object_in(object_in(top, "metadata"), SLOT)
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
        fields = self.unpack(ArgumentMap, slot, (*OF_MAP, "sources"), span)
        empty = set(list_in(slot, "empty"))
        for name, key in OF_MAP.items():
            text = text_in(core, key)
            if text or name in empty:
                fields[name] = text
        made = usual_core(fields.get("title", ""))
        kept_core: Json = {
            key: one
            for key, one in core.items()
            if key not in _OF_CORE and (key not in made or one != made[key])
        }
        other: Json = {
            key: one
            for key, one in object_in(self._document.top, "metadata").items()
            if key not in {"core", SLOT}
        }
        more = {
            key: one
            for key, one in self._document.top.items()
            if key not in {"metadata", "nodes", "edges", "resources"}
        }
        kept = {"core": kept_core, "metadata": other, "more": more, "loose": _filled(loose)}
        data = with_data(fields.pop("data", {}), OWN, _filled(kept))
        return ArgumentMap(**fields, **parts, data=data, span=self._document.span())

    def _source(self, raw: dict[str, Json], span: Span) -> Source:
        metadata = object_in(raw, "metadata")
        slot, core = object_in(metadata, SLOT), object_in(metadata, "core")
        fields = self.unpack(Source, slot, ("id", *BIBLIOGRAPHIC), span)
        for name in BIBLIOGRAPHIC:
            if isinstance(core.get(name), str):
                fields[name] = core[name]
        written = text_in(raw, "id")
        name = text_in(slot, "id") or written or self._ids.take("", "source")
        self._names[f"source {written}"] = name
        rest: Json = {key: one for key, one in core.items() if key not in fields}
        others = {key: one for key, one in metadata.items() if key not in {"core", SLOT}}
        more = {key: one for key, one in raw.items() if key not in {"id", "metadata"}}
        for key, usual in (("type", "text"), ("content", "")):
            if more.get(key) == usual:
                del more[key]
        kept = _filled({"core": rest, "metadata": others, **more})
        data = with_data(fields.pop("data", {}), OWN, kept)
        return Source(name, **fields, data=data, span=span)

    def _named(self, raw: dict[str, Json], span: Span) -> str:
        """Return the id of a node in the map, which is unique."""
        written = text_in(raw, "id")
        wanted = text_in(object_in(object_in(raw, "metadata"), SLOT), "id") or written
        name = self._ids.take(wanted)
        if written in self._names:
            message = f"the id '{written}' stands twice"
            advice = f"the second became '{name}'; edges lead to the first"
            self.findings.append(damaged(span, message, advice, subject=name))
        if not written:
            advice = f"it became '{name}'"
            self.findings.append(damaged(span, "a node has no id", advice, subject=name))
        self._names.setdefault(written, name)
        missing = object_in(object_in(object_in(raw, "metadata"), SLOT), "missing")
        for end in missing:
            self._names.setdefault(end, text_in(missing, end) or end)
        return name

    def _node(self, raw: dict[str, Json], name: str, span: Span, *, is_main: bool) -> Node:
        slot = object_in(object_in(raw, "metadata"), SLOT)
        is_evidence = slot.get("kind") == "evidence"
        kind = Evidence if is_evidence else Claim
        fields = self.unpack(kind, slot, ("id", "text"), span)
        if is_main and not is_evidence:
            fields["main"] = True
        if not isinstance(raw.get("text"), str):
            self._damage(span, f"the atom '{name}' has no text", subject=name, lost=False)
        entries = [one for one in list_in(raw, "sources") if isinstance(one, dict)]
        if [written_passage(one) for one in fields.get("passages", ())] != [
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
        data = with_data(fields.pop("data", {}), OWN, kept)
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
        if name == made_edge_id(source, target, self._pairs):
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
    slot = object_in(object_in(raw, "metadata"), SLOT)
    fields = reading.unpack(Relation, slot, ("id", "stance", "premises", "target"), span)
    written = text_in(raw, "name")
    word = written.casefold()
    turn = Turn.FOR
    if raw.get("type") == "conflict" or (raw.get("type") == "scheme" and word in _AGAINST):
        turn = Turn.AGAINST
    elif word in SAME:
        turn = Turn.SAME
    kept = _rest(raw)
    if turn is Turn.FOR:
        natural = None if word in {"support", ""} else written
        if natural is not None or "scheme" not in fields:
            fields["scheme"] = natural
    elif word != NAMES[turn]:
        kept["name"] = written
    return Step(name, turn, span, fields=fields, stance=text_in(slot, "stance"), kept=kept, raw=raw)


def _rest(raw: dict[str, Json]) -> dict[str, Json]:
    """Return what neither argmap nor SADFace's own keys take up."""
    more = {key: one for key, one in raw.items() if key not in _NODE_KEYS}
    metadata = object_in(raw, "metadata")
    others: Json = {
        key: one for key, one in metadata.items() if key != SLOT and (key != "core" or one)
    }
    return {**more, **({"metadata": others} if others else {})}


def _place(entry: Mapping[str, Json]) -> tuple[str, str]:
    return text_in(entry, "resource_id"), text_in(entry, "text")


def _filled(values: Mapping[str, Any]) -> dict[str, Json]:
    return {key: value for key, value in values.items() if value not in (None, {}, [])}
