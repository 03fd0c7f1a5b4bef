"""arguebuf, in JSON: argument graphs of the ReCAP project and its case-based reasoning.

It follows the schema `arg_services.graph.v1` as arguebuf 2 for Python writes it, that is the JSON
of Protocol Buffers (Lenz & Bergmann 2023, https://github.com/recap-utr/arguebuf-python).

==========================  ========================================================
in arguebuf                 in a map
==========================  ========================================================
atom                        claim; `userdata.argmap` tells where it is evidence
scheme: support             relation that supports; `SUPPORT_EXPERT_OPINION` is the
                            scheme `expert opinion`, `SUPPORT_DEFAULT` none
scheme: attack              relation that contrasts; one with a scheme undercuts
scheme: rephrase            relation that restates
premises of one scheme      linked premises
scheme with two targets     two relations
majorClaim                  the main claim
reference of an atom        passage with its quotation
resource                    source: `title`, and `source` is the URL
==========================  ========================================================

What arguebuf has no word for is written under `argmap` in the `userdata` of nodes, resources and
the whole, and read again: nothing of a map is lost whose ids are unique. Kept as data are times,
participants, analysts, other `userdata`, edge ids, offsets, texts of resources, preferences, and
schemes without premise or target. Names in snake case are read as well.
"""

import re
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

_OWN: Final = "arguebuf"
_SLOT: Final = "argmap"
_TURNS: Final = {"support": Turn.FOR, "attack": Turn.AGAINST, "rephrase": Turn.SAME}
_KINDS: Final = {turn: kind for kind, turn in _TURNS.items()}
_SCHEMES: Final = frozenset(
    """
    position_to_know expert_opinion witness_testimony popular_opinion popular_practice example
    analogy practical_reasoning_from_analogy composition division oppositions
    rhetorical_oppositions alternatives verbal_classification verbal_classification_definition
    verbal_classification_vagueness verbal_classification_arbitrariness
    interaction_of_act_and_person values positive_values negative_values sacrifice
    the_group_and_its_members practical_reasoning two_person_practical_reasoning waste
    sunk_costs ignorance epistemic_ignorance cause_to_effect correlation_to_cause sign
    abductive evidence_to_hypothesis consequences positive_consequences negative_consequences
    pragmatic_alternatives threat fear_appeal danger_appeal need_for_help distress commitment
    ethotic generic_ad_hominem pragmatic_inconsistency inconsistent_commitment
    circumstantial_ad_hominem bias bias_ad_hominem gradualism slippery_slope
    precedent_slippery_slope sorites_slippery_slope verbal_slippery_slope full_slippery_slope
    constitutive_rule_claims rules exceptional_case precedent plea_for_excuse perception
    memory
    """.split()  # noqa: SIM905 - a list of 65 lines says no more
)
_BY_LETTERS: Final = {name.replace("_", ""): name for name in _SCHEMES}
_NOT_A_LETTER: Final = re.compile(r"[^a-z]+")
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


def write(argument_map: ArgumentMap) -> Written:
    """Write a graph that arguebuf loads."""
    return Written(write_json(_Writing(argument_map).graph()))


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
        found = relations_of(steps, edges, _OWN, ids)
        self.findings.extend(found.findings)
        self._loose.update(_by_name(found.loose))
        self._loose_edges.update(_by_name(found.loose_edges))
        return self._map(nodes=nodes, relations=found.relations, sources=sources)

    def _map(self, **parts: Any) -> ArgumentMap:  # noqa: ANN401 - parts of several kinds
        userdata = object_in(self._top, "userdata")
        span = self._document.span()
        fields = self._unpack(ArgumentMap, object_in(userdata, _SLOT), ("sources",), span)
        kept: dict[str, Any] = {
            key: one
            for key, one in self._top.items()
            if key not in {*_TABLES, "userdata", "majorClaim"} and (key, one) != _VERSION
        }
        kept["userdata"] = {key: one for key, one in userdata.items() if key != _SLOT}
        kept["edges"] = self._edges
        kept["loose"] = _filled({"nodes": self._loose, "edges": self._loose_edges})
        data = with_data(fields.pop("data", {}), _OWN, _filled(kept))
        return ArgumentMap(**fields, **parts, data=data, span=span)

    def _unpack(
        self, kind: type[Any], slot: Json, without: Iterable[str], about: Span, name: str = "map"
    ) -> dict[str, Any]:
        found = unpacked(kind, slot, frozenset(without))
        self.findings.extend(found.findings(about, name))
        return dict(found.fields)

    def _source(self, name: str, raw: dict[str, Json], span: Span) -> Source:
        userdata = object_in(raw, "userdata")
        slot = object_in(userdata, _SLOT)
        fields = self._unpack(Source, slot, ("id", "title"), span, name)
        address = text_in(raw, "source")
        if address or fields.get("url"):
            fields["url"] = address
        kept = {key: one for key, one in raw.items() if key not in {"title", "source", "userdata"}}
        kept["userdata"] = _without_slot(userdata)
        data = with_data(fields.pop("data", {}), _OWN, _filled(kept))
        return Source(name, text_in(raw, "title"), **fields, data=data, span=span)

    def _node(self, name: str, raw: dict[str, Json], span: Span, *, is_main: bool) -> Node:
        userdata = object_in(raw, "userdata")
        slot = object_in(userdata, _SLOT)
        is_evidence = slot.get("kind") == "evidence"
        kind = Evidence if is_evidence else Claim
        fields = self._unpack(kind, slot, ("id", "text"), span, name)
        if is_main and not is_evidence:
            fields["main"] = True
        atom = object_in(raw, "atom")
        reference = dict(object_in(atom, "reference"))
        quote, source = text_in(reference, "text"), text_in(reference, "resource")
        packed_passages: tuple[Passage, ...] = fields.pop("passages", ())
        if _first_quote(packed_passages) == (source, quote) or not reference:
            passages = packed_passages
            if reference:
                del reference["text"], reference["resource"]
        elif source:
            passages = (Passage(source, quote=quote or None, span=span), *packed_passages[1:])
            reference.pop("text", None)
            del reference["resource"]
        else:
            passages = packed_passages
            if any(one.quote == quote for one in passages):
                reference = {}
        kept = {key: one for key, one in raw.items() if key not in {"atom", "userdata"}}
        kept |= {key: one for key, one in atom.items() if key not in {"text", "reference"}}
        kept["reference"] = reference
        kept["userdata"] = _without_slot(userdata)
        data = with_data(fields.pop("data", {}), _OWN, _filled(kept))
        text = text_in(atom, "text")
        return kind(name, text, **fields, passages=passages, data=data, span=span)

    def _step(self, name: str, raw: dict[str, Json], span: Span) -> Step:
        userdata = object_in(raw, "userdata")
        slot = object_in(userdata, _SLOT)
        left = ("id", "stance", "premises", "target")
        fields = self._unpack(Relation, slot, left, span, name)
        scheme = object_in(raw, "scheme")
        kind = next((one for one in _TURNS if one in scheme), "")
        turn = _TURNS.get(kind, Turn.FOR)
        written = _scheme_of(text_in(scheme, kind))
        packed_scheme = fields.get("scheme")
        if written and _letters(written) != _letters(packed_scheme or ""):
            fields["scheme"] = written
        kept = {key: one for key, one in raw.items() if key not in {"scheme", "userdata"}}
        kept |= {key: one for key, one in _camel(scheme).items() if key not in _TURNS}
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
        is_made = name == _made_edge_id(source, target, self._pairs) and not more
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


@define
class _Writing:
    """One map that is to be written."""

    _map: ArgumentMap
    _pairs: Counter[tuple[str, str]] = field(factory=Counter)

    def graph(self) -> Json:
        kept = dict(kept_by(self._map.data, _OWN))
        edges_had, loose = object_in(kept, "edges"), object_in(kept, "loose")
        main = next((claim.id for claim in self._map.claims if claim.main), "")
        nodes: dict[str, Json] = {}
        edges: dict[str, Json] = {}
        for node in self._map.nodes:
            nodes.setdefault(node.id, self._atom(node, main))
        for name, relations in groups_of(self._map, _OWN):
            nodes.setdefault(name, self._scheme(relations))
            for edge, ends in self._edges(name, relations):
                edges[edge] = {**ends, **object_in(edges_had, edge)}
        for name, raw in object_in(loose, "nodes").items():
            nodes.setdefault(name, raw)
        for name, raw in object_in(loose, "edges").items():
            edges.setdefault(name, raw)
        slot = packed(self._map, ("sources",), _OWN)
        resources: dict[str, Json] = {}
        for source in self._map.sources:
            resources.setdefault(source.id, _resource(source))
        more = {key: one for key, one in kept.items() if key not in {"edges", "loose", "userdata"}}
        return {
            _VERSION[0]: _VERSION[1],
            **more,
            **({"majorClaim": main} if main in nodes else {}),
            **_userdata(kept, slot),
            "nodes": nodes,
            "edges": edges,
            "resources": resources,
        }

    def _atom(self, node: Node, main: str) -> Json:
        kept = dict(kept_by(node.data, _OWN))
        slot = packed(node, ("id", "text"), _OWN)
        if node.id == main:
            slot.pop("main", None)
        if isinstance(node, Evidence):
            slot["kind"] = "evidence"
        atom: dict[str, Json] = {"text": node.text}
        reference = self._reference(node, object_in(kept, "reference"))
        if reference:
            atom["reference"] = reference
        if len(node.passages) == 1 and "resource" in reference:
            is_plain = packed(node.passages[0]).keys() == {"source", "quote"}
            if is_plain:
                slot.pop("passages", None)
        if "participant" in kept:
            atom["participant"] = kept["participant"]
        more = {
            key: one
            for key, one in kept.items()
            if key not in {"participant", "reference", "userdata"}
        }
        return {"atom": atom, **more, **_userdata(kept, slot)}

    def _reference(self, node: Node, kept: Mapping[str, Json]) -> dict[str, Json]:
        source, quote = _first_quote(node.passages)
        if not quote:
            return {} if node.passages else dict(kept)
        if source not in self._map.sources_by_id:
            return {"text": quote}
        text = text_in(kept_by(self._map.sources_by_id[source].data, _OWN), "text")
        offset = kept.get("offset")
        if not isinstance(offset, int) or not text.startswith(quote, max(0, offset)):
            found = text.find(quote)
            offset = found if found > 0 else 0 if text else offset
        return {
            **kept,
            "resource": source,
            "text": quote,
            **({"offset": offset} if offset else {}),
        }

    def _scheme(self, relations: tuple[Relation, ...]) -> Json:
        first = relations[0]
        turn = turn_of(first.stance)
        kept = {**kept_by(first.data, _OWN)}
        slot = packed(first, ("id", "premises", "target", "stance"), _OWN)
        slot.update(kept_stance(first, self._map.relations_by_id))
        name = _BY_LETTERS.get(_letters(first.scheme or "")) if turn is Turn.FOR else None
        if name and _scheme_of(name) == first.scheme:
            slot.pop("scheme", None)
        word = f"{_KINDS[turn].upper()}_{(name or 'default').upper()}"
        is_untyped = kept.pop("untyped", False) and turn is Turn.FOR and first.scheme is None
        scheme: dict[str, Json] = {} if is_untyped else {_KINDS[turn]: word}
        if "premiseDescriptors" in kept:
            scheme["premiseDescriptors"] = kept["premiseDescriptors"]
        more = {
            key: one
            for key, one in kept.items()
            if key not in {"of", "edges", "userdata", "premiseDescriptors"}
        }
        return {"scheme": scheme, **more, **_userdata(kept, slot)}

    def _edges(
        self, name: str, relations: tuple[Relation, ...]
    ) -> Iterable[tuple[str, dict[str, Json]]]:
        had: dict[str, Json] = {}
        targets: dict[str, str] = {}
        premises = [*relations[0].premises]
        for relation in relations:
            some, target = edge_ids(relation, _OWN)
            had.update(some)
            targets.setdefault(relation.target, target)
            if relation.premises != relations[0].premises:
                premises.append(relation.premises[0])
        for premise in premises:
            kept, made = had.pop(premise, ""), _made_edge_id(premise, name, self._pairs)
            edge = kept if isinstance(kept, str) and kept else made
            yield edge, {"source": premise, "target": name}
        for target, kept in targets.items():
            made = _made_edge_id(name, target, self._pairs)
            yield kept or made, {"source": name, "target": target}


_VERSION: Final = ("schemaVersion", 1)


def _resource(source: Source) -> Json:
    kept = dict(kept_by(source.data, _OWN))
    slot = packed(source, ("id", "title", *(("url",) if source.url else ())), _OWN)
    more = {key: one for key, one in kept.items() if key != "userdata"}
    title: dict[str, Json] = {"title": source.title} if source.title else {}
    address: dict[str, Json] = {"source": source.url} if source.url else {}
    return {**title, **address, **more, **_userdata(kept, slot)}


def _userdata(kept: Mapping[str, Json], slot: dict[str, Json]) -> dict[str, Json]:
    userdata = {**object_in(dict(kept), "userdata"), **({_SLOT: slot} if slot else {})}
    return {"userdata": userdata} if userdata else {}


def _without_slot(userdata: dict[str, Json]) -> dict[str, Json]:
    return {key: one for key, one in userdata.items() if key != _SLOT}


def _first_quote(passages: Iterable[Passage]) -> tuple[str, str]:
    """Return source and words of the first passage with words; empty texts where there is none."""
    found = ((one.source, one.quote) for one in passages if one.quote)
    source, quote = next(found, ("", ""))
    return source, quote or ""


def _scheme_of(word: str) -> str | None:
    """Return the scheme that a name of the schema stands for; None for the default."""
    name = word.lower().removeprefix("support_").removeprefix("attack_").removeprefix("rephrase_")
    return None if name in {"", "default"} else name.replace("_", " ")


def _letters(scheme: str) -> str:
    return _NOT_A_LETTER.sub("", scheme.lower())


def _made_edge_id(source: str, target: str, pairs: "Counter[tuple[str, str]]") -> str:
    """Return the id of an edge between two nodes, which may have several."""
    pairs[source, target] += 1
    number = pairs[source, target]
    return f"{source} > {target}" + (f" ({number})" if number > 1 else "")


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
