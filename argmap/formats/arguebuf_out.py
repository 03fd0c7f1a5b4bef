"""arguebuf out: a graph that arguebuf loads."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import define, field

from argmap.formats.format import Written
from argmap.formats.json_text import write_json
from argmap.formats.packed import (
    kept_by,
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

OWN: Final = "arguebuf"
SLOT: Final = "argmap"
TURNS: Final = {"support": Turn.FOR, "attack": Turn.AGAINST, "rephrase": Turn.SAME}
_KINDS: Final = {turn: kind for kind, turn in TURNS.items()}
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


def write(argument_map: ArgumentMap) -> Written:
    """Write a graph that arguebuf loads."""
    return Written(write_json(_Writing(argument_map).graph()))


@define
class _Writing:
    """One map that is to be written."""

    _map: ArgumentMap
    _pairs: Counter[tuple[str, str]] = field(factory=Counter)

    def graph(self) -> Json:
        kept = dict(kept_by(self._map.data, OWN))
        edges_had, loose = object_in(kept, "edges"), object_in(kept, "loose")
        main = next((claim.id for claim in self._map.claims if claim.main), "")
        nodes: dict[str, Json] = {}
        edges: dict[str, Json] = {}
        for node in self._map.nodes:
            nodes.setdefault(node.id, self._atom(node, main))
        for name, relations in groups_of(self._map, OWN):
            nodes.setdefault(name, self._scheme(relations))
            for edge, ends in self._edges(name, relations):
                edges[edge] = {**ends, **object_in(edges_had, edge)}
        for name, raw in object_in(loose, "nodes").items():
            nodes.setdefault(name, raw)
        for name, raw in object_in(loose, "edges").items():
            edges.setdefault(name, raw)
        slot = packed(self._map, ("sources",), OWN)
        resources: dict[str, Json] = {}
        for source in self._map.sources:
            resources.setdefault(source.id, _resource(source))
        more = {key: one for key, one in kept.items() if key not in {"edges", "loose", "userdata"}}
        return {
            VERSION[0]: VERSION[1],
            **more,
            **({"majorClaim": main} if main in nodes else {}),
            **_userdata(kept, slot),
            "nodes": nodes,
            "edges": edges,
            "resources": resources,
        }

    def _atom(self, node: Node, main: str) -> Json:
        kept = dict(kept_by(node.data, OWN))
        slot = packed(node, ("id", "text"), OWN)
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
        source, quote = first_quote(node.passages)
        if not quote:
            return {} if node.passages else dict(kept)
        if source not in self._map.sources_by_id:
            return {"text": quote}
        text = text_in(kept_by(self._map.sources_by_id[source].data, OWN), "text")
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
        kept = {**kept_by(first.data, OWN)}
        slot = packed(first, ("id", "premises", "target", "stance"), OWN)
        slot.update(kept_stance(first, self._map.relations_by_id))
        name = _BY_LETTERS.get(letters(first.scheme or "")) if turn is Turn.FOR else None
        if name and scheme_of(name) == first.scheme:
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
            some, target = edge_ids(relation, OWN)
            had.update(some)
            targets.setdefault(relation.target, target)
            if relation.premises != relations[0].premises:
                premises.append(relation.premises[0])
        for premise in premises:
            kept, made = had.pop(premise, ""), made_edge_id(premise, name, self._pairs)
            edge = kept if isinstance(kept, str) and kept else made
            yield edge, {"source": premise, "target": name}
        for target, kept in targets.items():
            made = made_edge_id(name, target, self._pairs)
            yield kept or made, {"source": name, "target": target}


VERSION: Final = ("schemaVersion", 1)


def _resource(source: Source) -> Json:
    kept = dict(kept_by(source.data, OWN))
    slot = packed(source, ("id", "title", *(("url",) if source.url else ())), OWN)
    more = {key: one for key, one in kept.items() if key != "userdata"}
    title: dict[str, Json] = {"title": source.title} if source.title else {}
    address: dict[str, Json] = {"source": source.url} if source.url else {}
    return {**title, **address, **more, **_userdata(kept, slot)}


def _userdata(kept: Mapping[str, Json], slot: dict[str, Json]) -> dict[str, Json]:
    userdata = {**object_in(dict(kept), "userdata"), **({SLOT: slot} if slot else {})}
    return {"userdata": userdata} if userdata else {}


def first_quote(passages: Iterable[Passage]) -> tuple[str, str]:
    """Return source and words of the first passage with words; empty texts where there is none."""
    found = ((one.source, one.quote) for one in passages if one.quote)
    source, quote = next(found, ("", ""))
    return source, quote or ""


def scheme_of(word: str) -> str | None:
    """Return the scheme that a name of the schema stands for; None for the default."""
    name = word.lower().removeprefix("support_").removeprefix("attack_").removeprefix("rephrase_")
    return None if name in {"", "default"} else name.replace("_", " ")


def letters(scheme: str) -> str:
    """Return the letters of a scheme, by which names are compared."""
    return _NOT_A_LETTER.sub("", scheme.lower())


def made_edge_id(source: str, target: str, pairs: "Counter[tuple[str, str]]") -> str:
    """Return the id of an edge between two nodes, which may have several."""
    pairs[source, target] += 1
    number = pairs[source, target]
    return f"{source} > {target}" + (f" ({number})" if number > 1 else "")
