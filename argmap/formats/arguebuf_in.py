"""arguebuf in: atoms, schemes and edges become claims, evidence and relations."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.arguebuf_out import (
    OWN,
    SLOT,
    TURNS,
    VERSION,
    first_quote,
    letters,
    made_edge_id,
    scheme_of,
)
from argmap.formats.format import Beside, nothing_beside
from argmap.formats.ids import Ids
from argmap.formats.json_text import JsonText, read_json
from argmap.formats.packed import (
    object_in,
    text_in,
    unpacked,
    with_data,
)
from argmap.formats.problems import damaged, invalid_file
from argmap.formats.scheme_graph import (
    Edge,
    Step,
    Turn,
    relations_of,
)
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Passage, Relation, Source
from argmap.text import Span, TextFile

_CAMEL: Final = {
    "major_claim": "majorClaim",
    "schema_version": "schemaVersion",
    "library_version": "libraryVersion",
    "premise_descriptors": "premiseDescriptors",
}
_TABLES: Final = ("nodes", "edges", "resources")
_LEFT_OUT: Final = "it was left out of the map; mend it where it is from"


def read(
    file: TextFile,
    beside: Beside = nothing_beside,  # noqa: ARG001 - as all readers have it
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a graph of arguebuf."""
    document = read_json(file)
    if not isinstance(document.value, dict):
        if document.findings:
            return ArgumentMap(), document.findings
        message = "this is no arguebuf: it is no object with `nodes` and `edges`"
        return ArgumentMap(), (invalid_file(document.span(), message, _LEFT_OUT),)
    reading = _Reading(document, _camel(document.value))
    argument_map = reading.whole()
    return argument_map, (*document.findings, *reading.findings)


@define
class _Reading:
    """What was read of one graph so far."""

    _document: JsonText
    _top: Mapping[str, Json]
    findings: list[Finding] = field(factory=list)
    _loose: dict[str, Json] = field(factory=dict)
    _loose_edges: dict[str, Json] = field(factory=dict)
    _edges: dict[str, Json] = field(factory=dict)
    _pairs: Counter[tuple[str, str]] = field(factory=Counter)

    def whole(self) -> ArgumentMap:
        sources = tuple(self._source(*one) for one in self._objects("resources"))
        main = text_in(self._top, "majorClaim")
        nodes: list[Node] = []
        steps: list[Step] = []
        ids = Ids()
        for name, raw, span in self._objects("nodes"):
            ids.take(name)
            scheme = raw.get("scheme")
            if isinstance(raw.get("atom"), dict):
                nodes.append(self._node(name, raw, span, is_main=name == main))
            elif isinstance(scheme, dict) and "preference" not in scheme:
                steps.append(self._step(name, raw, span))
            else:
                self._set_aside(name, raw, span)
        edges = [one for one in (self._edge(*some) for some in self._objects("edges")) if one]
        found = relations_of(steps, edges, OWN, ids)
        self.findings.extend(found.findings)
        self._loose.update(_by_name(found.loose))
        self._loose_edges.update(_by_name(found.loose_edges))
        return self._map(nodes=nodes, relations=found.relations, sources=sources)

    def _map(self, **parts: Any) -> ArgumentMap:  # noqa: ANN401 - parts of several kinds
        userdata = object_in(self._top, "userdata")
        span = self._document.span()
        fields = self._unpack(ArgumentMap, object_in(userdata, SLOT), ("sources",), span)
        kept: dict[str, Any] = {
            key: one
            for key, one in self._top.items()
            if key not in {*_TABLES, "userdata", "majorClaim"} and (key, one) != VERSION
        }
        kept["userdata"] = {key: one for key, one in userdata.items() if key != SLOT}
        kept["edges"] = self._edges
        kept["loose"] = _filled({"nodes": self._loose, "edges": self._loose_edges})
        data = with_data(fields.pop("data", {}), OWN, _filled(kept))
        return ArgumentMap(**fields, **parts, data=data, span=span)

    def _unpack(
        self, kind: type[Any], slot: Json, without: Iterable[str], about: Span, name: str = "map"
    ) -> dict[str, Any]:
        found = unpacked(kind, slot, frozenset(without))
        self.findings.extend(found.findings(about, name))
        return dict(found.fields)

    def _source(self, name: str, raw: dict[str, Json], span: Span) -> Source:
        userdata = object_in(raw, "userdata")
        slot = object_in(userdata, SLOT)
        fields = self._unpack(Source, slot, ("id", "title"), span, name)
        address = text_in(raw, "source")
        if address or fields.get("url"):
            fields["url"] = address
        kept = {key: one for key, one in raw.items() if key not in {"title", "source", "userdata"}}
        kept["userdata"] = _without_slot(userdata)
        data = with_data(fields.pop("data", {}), OWN, _filled(kept))
        return Source(name, text_in(raw, "title"), **fields, data=data, span=span)

    def _node(self, name: str, raw: dict[str, Json], span: Span, *, is_main: bool) -> Node:
        userdata = object_in(raw, "userdata")
        slot = object_in(userdata, SLOT)
        is_evidence = slot.get("kind") == "evidence"
        kind = Evidence if is_evidence else Claim
        fields = self._unpack(kind, slot, ("id", "text"), span, name)
        if is_main and not is_evidence:
            fields["main"] = True
        atom = object_in(raw, "atom")
        reference = dict(object_in(atom, "reference"))
        quote, source = text_in(reference, "text"), text_in(reference, "resource")
        packed_passages: tuple[Passage, ...] = fields.pop("passages", ())
        if first_quote(packed_passages) == (source, quote) or not reference:
            passages = packed_passages
            if reference:
                for key in ("text", "resource"):
                    reference.pop(key, None)
        elif source:
            passages = (Passage(source, quote=quote or None, span=span), *packed_passages[1:])
            for key in ("text", "resource"):
                reference.pop(key, None)
        else:
            passages = packed_passages
            if any(one.quote == quote for one in passages):
                reference = {}
        kept = {key: one for key, one in raw.items() if key not in {"atom", "userdata"}}
        kept |= {key: one for key, one in atom.items() if key not in {"text", "reference"}}
        kept["reference"] = reference
        kept["userdata"] = _without_slot(userdata)
        data = with_data(fields.pop("data", {}), OWN, _filled(kept))
        text = text_in(atom, "text")
        return kind(name, text, **fields, passages=passages, data=data, span=span)

    def _step(self, name: str, raw: dict[str, Json], span: Span) -> Step:
        userdata = object_in(raw, "userdata")
        slot = object_in(userdata, SLOT)
        left = ("id", "stance", "premises", "target")
        fields = self._unpack(Relation, slot, left, span, name)
        scheme = object_in(raw, "scheme")
        kind = next((one for one in TURNS if one in scheme), "")
        turn = TURNS.get(kind, Turn.FOR)
        written = scheme_of(text_in(scheme, kind))
        packed_scheme = fields.get("scheme")
        if written and letters(written) != letters(packed_scheme or ""):
            fields["scheme"] = written
        kept = {key: one for key, one in raw.items() if key not in {"scheme", "userdata"}}
        kept |= {key: one for key, one in _camel(scheme).items() if key not in TURNS}
        kept["userdata"] = _without_slot(userdata)
        if not kind:
            kept["untyped"] = True
        return Step(
            name,
            turn,
            span,
            fields=fields,
            stance=text_in(slot, "stance"),
            kept=_filled(kept),
            raw={name: raw},
        )

    def _edge(self, name: str, raw: dict[str, Json], span: Span) -> Edge | None:
        source, target = text_in(raw, "source"), text_in(raw, "target")
        if not (source and target):
            self._damage(span, f"the edge '{name}' lacks an end", _LEFT_OUT, Severity.ERROR)
            return None
        if source in self._loose or target in self._loose:
            self._loose_edges[name] = raw
            return None
        more: Json = {key: one for key, one in raw.items() if key not in {"source", "target"}}
        if more:
            self._edges[name] = more
        is_made = name == made_edge_id(source, target, self._pairs) and not more
        return Edge("" if is_made else name, source, target, span, {name: raw})

    def _set_aside(self, name: str, raw: dict[str, Json], span: Span) -> None:
        self._loose[name] = raw
        if "preference" in object_in(raw, "scheme"):
            message, advice = f"'{name}' is a preference, which a map has not", "it was kept aside"
            self._damage(span, message, advice)
        else:
            message = f"'{name}' is neither an atom nor a scheme"
            self._damage(span, message, _LEFT_OUT, Severity.ERROR)

    def _objects(self, key: str) -> list[tuple[str, dict[str, Json], Span]]:
        """Return the objects of a table with their ids and places."""
        value = self._top.get(key, {})
        if not isinstance(value, dict):
            span = self._document.span(key)
            self._damage(span, f"'{key}' is no object", _LEFT_OUT, Severity.ERROR)
            return []
        found: list[tuple[str, dict[str, Json], Span]] = []
        for name, one in value.items():
            span = self._document.span(key, name)
            if isinstance(one, dict) and name:
                found.append((name, one, span))
            else:
                message = (
                    f"'{name}' in '{key}' is no object" if name else f"an id in '{key}' is empty"
                )
                self._damage(span, message, _LEFT_OUT, Severity.ERROR)
        return found

    def _damage(
        self, span: Span, message: str, advice: str, severity: Severity = Severity.WARNING
    ) -> None:
        self.findings.append(damaged(span, message, advice, severity=severity))


def _without_slot(userdata: dict[str, Json]) -> dict[str, Json]:
    return {key: one for key, one in userdata.items() if key != SLOT}


def _camel(fields: Mapping[str, Json]) -> dict[str, Json]:
    return {_CAMEL.get(key, key): one for key, one in fields.items()}


def _by_name(values: Iterable[Json]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for value in values:
        if isinstance(value, dict):
            found.update(value)
    return found


def _filled(values: Mapping[str, Any]) -> dict[str, Json]:
    return {key: value for key, value in values.items() if value not in (None, {}, [])}
