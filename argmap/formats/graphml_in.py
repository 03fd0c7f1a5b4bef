"""GraphML in: from argmap, from yEd, and from other programs."""

import json
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, Final, TypeAlias

from attrs import define, field, frozen

from argmap.findings import Finding, Severity
from argmap.formats.format import Beside, nothing_beside
from argmap.formats.graphml_out import GRAPH_FIELDS, NODE_FIELDS, RELATION_FIELDS, label_lines
from argmap.formats.ids import Ids
from argmap.formats.packed import list_in, unpacked
from argmap.formats.problems import damaged, invalid_file, shortened
from argmap.formats.xml_text import Element, XmlText, fit, name_of, read_xml, text_of
from argmap.graph import STANCES
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Relation, Stance
from argmap.text import Span, TextFile

_TEXTS: Final = ("text", "label", "name", "title", "description", "_label")
_STANCES: Final = ("stance", "relation", "type", "interaction", "kind", "label", "name", "_label")
_LOOKS: Final = frozenset({"nodegraphics", "edgegraphics"})
_LEFT_OUT: Final = "it was left out; mend it where it is from"
_NUMBERS: Final = frozenset({"confidence", "strength"})

_Attributes: TypeAlias = dict[str, str]


@frozen
class _Thing:
    """A node or an edge as it was read."""

    attributes: _Attributes
    span: Span
    name: str = ""
    ends: tuple[str, str] = ("", "")
    section: str = ""


def read(
    file: TextFile,
    beside: Beside = nothing_beside,  # noqa: ARG001 - as all readers have it
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a graph; nested graphs are sections, and edges of an undirected one go as they stand."""
    xml = read_xml(file)
    if xml.root is None:
        return ArgumentMap(), xml.findings
    graph = next((one for one in xml.root.iter("*") if name_of(one) == "graph"), None)
    if name_of(xml.root) != "graphml" or graph is None:
        message = "this is no GraphML: it has no <graph> in a <graphml>"
        return ArgumentMap(), (*xml.findings, invalid_file(xml.span(xml.root), message, _LEFT_OUT))
    reading = _Reading(xml)
    argument_map = reading.whole(graph)
    return argument_map, (*xml.findings, *reading.findings)


@define
class _Reading:
    """What was read of one graph so far."""

    _xml: XmlText
    findings: list[Finding] = field(factory=list)
    _keys: dict[str, str] = field(factory=dict)
    _defaults: dict[str, dict[str, str]] = field(factory=dict)
    _ids: Ids = field(factory=Ids)
    _names: dict[str, str] = field(factory=dict)
    _unsaid: list[Span] = field(factory=list)

    def whole(self, graph: Element) -> ArgumentMap:
        self._read_keys()
        span = self._xml.span(graph)
        if graph.get("edgedefault") == "undirected":
            message = "the edges have no direction"
            advice = "each was read from its source to its target; say edgedefault='directed'"
            self.findings.append(damaged(span, message, advice))
        things, edges = self._things(graph)
        touched = {end for edge in edges for end in edge.ends}
        things = [one for one in things if "_group" not in one.attributes or one.name in touched]
        named = [self._named(one) for one in things]
        nodes: list[Node] = []
        junctions: list[tuple[_Thing, str]] = []
        for thing, name in zip(things, named, strict=True):
            kind = thing.attributes.get("kind", "")
            if kind == "relation":
                junctions.append((thing, name))
            elif kind != "missing":
                nodes.append(self._node(thing, name))
        relations = self._relations(junctions, edges)
        if self._unsaid:
            count = len(self._unsaid)
            message = (
                f"{count} edges do not say what they do"
                if count > 1
                else ("an edge does not say what it does")
            )
            advice = "it was read as `supports`; give it the attribute `stance`"
            self.findings.append(damaged(self._unsaid[0], message, advice))
        attributes = self._attributes(graph, "graph")
        fields = self._fields(ArgumentMap, attributes, GRAPH_FIELDS, span, "map")
        order = list_in(self._more_of(attributes), "order")
        rank = {name: number for number, name in enumerate(order) if isinstance(name, str)}
        relations.sort(key=lambda relation: rank.get(relation.id, len(rank)))
        return ArgumentMap(**fields, nodes=nodes, relations=relations, span=span)

    def _read_keys(self) -> None:
        for key in self._xml.root.iter("*"):
            if name_of(key) != "key":
                continue
            look = key.get("yfiles.type", "")
            name = "_look" if look in _LOOKS else key.get("attr.name") or ""
            self._keys[key.get("id") or ""] = name
            for default in key:
                if name_of(default) == "default" and name and name != "_look":
                    owner = key.get("for") or "all"
                    self._defaults.setdefault(owner, {})[name] = text_of(default)

    def _things(self, graph: Element) -> tuple[list[_Thing], list[_Thing]]:
        """Return nodes and edges in the order of the file, also those of nested graphs."""
        nodes: list[_Thing] = []
        edges: list[_Thing] = []
        sections: dict[Any, str] = {}
        for element in graph.iter("*"):
            what, span = name_of(element), self._xml.span(element)
            parent = element.getparent()
            if what in {"node", "edge", "graph"} and parent is not None:
                sections[element] = sections.get(parent, "")
            if what == "node":
                name = element.get("id") or ""
                attributes = self._attributes(element, "node")
                nodes.append(_Thing(attributes, span, name, section=sections.get(element, "")))
                if any(name_of(child) == "graph" for child in element):
                    attributes["_group"] = ""
                    sections[element] = " ".join(attributes.get("_label", "").split())
            elif what == "edge":
                ends = element.get("source") or "", element.get("target") or ""
                if all(ends):
                    edges.append(_Thing(self._attributes(element, "edge"), span, ends=ends))
                else:
                    self._damage(span, "an edge lacks an end")
            elif what == "hyperedge":
                self._damage(span, "a hyperedge is none of the edges that argmap reads")
        return nodes, edges

    def _attributes(self, element: Element, owner: str) -> _Attributes:
        """Return data by the names of keys; the label of yEd is `_label`."""
        found = {**self._defaults.get("all", {}), **self._defaults.get(owner, {})}
        for data in element:
            if name_of(data) != "data":
                continue
            name = self._keys.get(data.get("key") or "", "")
            if name != "_look":
                if name and not name.startswith("_"):
                    found[name] = text_of(data)
                continue
            for label in data.iter("*"):
                if name_of(label) in {"NodeLabel", "EdgeLabel"} and "_label" not in found:
                    found["_label"] = (label.text or "").strip()
        return found

    def _named(self, thing: _Thing) -> str:
        """Return the id of a node in the map, which is unique."""
        more = self._more(thing)
        written = _kept(more, "id", thing.attributes.get("id", "")) or thing.name
        if thing.attributes.get("kind") == "missing":
            self._names.setdefault(thing.name, written)
            return written
        name = self._ids.take(written)
        if name != written:
            message = (
                f"the id '{shortened(written)}' stands twice" if written else "a node has no id"
            )
            advice = f"this one became '{name}'"
            self.findings.append(damaged(thing.span, message, advice, subject=name))
        self._names.setdefault(thing.name, name)
        return name

    def _node(self, thing: _Thing, name: str) -> Node:
        kind = Evidence if thing.attributes.get("kind") == "evidence" else Claim
        attributes = thing.attributes
        fields = self._fields(kind, attributes, NODE_FIELDS, thing.span, name)
        fields.pop("id", None)
        text = fields.pop("text", None)
        label = attributes.get("_label", "")
        if text is None:
            text = next((attributes[one] for one in _TEXTS if attributes.get(one)), thing.name)
        elif label and label.split() != " ".join(label_lines(text or name)).split():
            text = " ".join(label.split())
        if thing.section and "section" not in fields:
            fields["section"] = thing.section
        return kind(name, text, **fields, span=thing.span)

    def _relations(
        self, junctions: list[tuple[_Thing, str]], edges: list[_Thing]
    ) -> list[Relation]:
        premises: dict[str, list[str]] = {name: [] for _, name in junctions}
        targets: dict[str, list[str]] = {name: [] for _, name in junctions}
        plain: list[_Thing] = []
        for edge in edges:
            source, target = (self._names.get(end, end) for end in edge.ends)
            part = edge.attributes.get("part", "")
            is_first = part == "target" or not targets.get(source)
            if (
                source in targets
                and part != "premise"
                and (is_first or not _stance_in(edge.attributes))
            ):
                targets[source].append(target)
            elif target in premises and (part == "premise" or not _stance_in(edge.attributes)):
                premises[target].append(source)
            else:
                plain.append(edge)
        relations: list[Relation] = []
        for thing, name in junctions:
            ends = premises[name], targets[name]
            if all(ends):
                relations.extend(self._of_junction(thing, name, *ends))
            else:
                lacks = "premise" if not ends[0] else "target"
                self._damage(thing.span, f"the relation '{shortened(name)}' has no {lacks}")
        for edge in plain:
            source, target = (self._names.get(end, end) for end in edge.ends)
            relations.append(self._relation(edge, "", (source,), target))
        return relations

    def _of_junction(
        self, thing: _Thing, name: str, premises: list[str], targets: list[str]
    ) -> Iterator[Relation]:
        together = [tuple(premises)]
        if _stance_in(thing.attributes) is Stance.RESTATES:
            together = [(premise,) for premise in premises]
        for number, (some, target) in enumerate(product(together, targets)):
            yield self._relation(thing, self._ids.take(name) if number else name, some, target)

    def _relation(
        self, thing: _Thing, name: str, premises: tuple[str, ...], target: str
    ) -> Relation:
        attributes = thing.attributes
        if not name:
            written = _kept(self._more(thing), "id", attributes.get("id", ""))
            name = self._ids.take(written) if written else ""
        stance = _stance_in(attributes)
        if stance is None:
            self._unsaid.append(thing.span)
        about = name or f"{premises[0]} - {target}"
        fields = self._fields(Relation, attributes, RELATION_FIELDS, thing.span, about)
        for own in ("id", "stance", "premises", "target"):
            fields.pop(own, None)
        if name:
            fields["id"] = name
        return Relation(stance or Stance.SUPPORTS, premises, target, **fields, span=thing.span)

    def _fields(
        self,
        kind: type[Any],
        attributes: _Attributes,
        shown: Mapping[str, str],
        span: Span,
        about: str,
    ) -> dict[str, Any]:
        more = self._more_of(attributes)
        given: dict[str, Json] = {name: one for name, one in more.items() if name not in shown}
        for name in shown:
            if name in attributes:
                given[name] = _typed(name, _kept(more, name, attributes[name]), shown[name])
        found = unpacked(kind, given)
        self.findings.extend(found.findings(span, about))
        return dict(found.fields)

    def _more(self, thing: _Thing) -> dict[str, Json]:
        return self._more_of(thing.attributes)

    def _more_of(self, attributes: _Attributes) -> dict[str, Json]:
        try:
            value = json.loads(attributes.get("more", "{}"))
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def _damage(self, span: Span, message: str) -> None:
        self.findings.append(damaged(span, message, _LEFT_OUT, severity=Severity.ERROR))


def _kept(more: Mapping[str, Json], name: str, shown: str) -> str:
    """Return what XML could not hold, where it still is what is shown."""
    kept = more.get(name)
    return kept if isinstance(kept, str) and fit(kept) == shown else shown


def _typed(name: str, text: str, kind: str) -> Json:
    if kind == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(text.strip().lower(), text)
    if name in _NUMBERS:
        try:
            return float(text)
        except ValueError:
            return text
    return text


def _stance_in(attributes: Mapping[str, str]) -> Stance | None:
    for name in _STANCES:
        word = attributes.get(name, "").strip().casefold()
        if word in STANCES:
            return STANCES[word]
    return None
