"""GraphML out: boxes, arrows and data keys."""

import json
import re
import textwrap
from collections.abc import Mapping
from typing import Final

from argmap.formats.format import Written
from argmap.formats.ids import Ids
from argmap.formats.packed import packed
from argmap.formats.xml_text import Element, fit, write_xml
from argmap.model import ArgumentMap, Claim, Json, Node, Relation, Stance
from argmap.render.building import build_scene
from argmap.render.face import BOX_WIDTH
from argmap.render.layout import place

GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
YED: Final = "http://www.yworks.com/xml/graphml"
NODE_FIELDS: Final = {
    "id": "string",
    "kind": "string",
    "text": "string",
    "type": "string",
    "main": "boolean",
    "assumed": "string",
    "withdrawn": "string",
    "confidence": "double",
    "section": "string",
    "note": "string",
}
RELATION_FIELDS: Final = {
    "id": "string",
    "stance": "string",
    "scheme": "string",
    "because": "string",
    "strength": "double",
}
GRAPH_FIELDS: Final = {
    "title": "string",
    "language": "string",
    "description": "string",
    "note": "string",
}
_MORE: Final = {"more": "string"}
_PART: Final = {"part": "string"}
_COLOURS: Final = {
    Stance.SUPPORTS: ("#00724f", "line"),
    Stance.CONTRASTS: ("#b34700", "dashed"),
    Stance.UNDERCUTS: ("#8f3a74", "dotted"),
    Stance.RESTATES: ("#0060a0", "dashed_dotted"),
}
_FILLS: Final = {"claim": "#ffffff", "evidence": "#f4f6f8", "missing": "#ffffff"}
_WIDE: Final = 38
_LINE: Final = 17
_DOT: Final = 14.0
_NMTOKEN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")

_Place = tuple[float, float]


def write(argument_map: ArgumentMap) -> Written:
    """Write a graph that yEd opens as a picture; nothing is lost."""
    return Written(write_xml(_Writing(argument_map).root()))


class _Writing:
    """One map that is to be written."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        from lxml import etree  # noqa: PLC0415 - loading libxml2 takes a while

        self._make = etree.SubElement
        self._map = argument_map
        self._root = etree.Element(f"{{{GRAPHML}}}graphml", nsmap={None: GRAPHML, "y": YED})
        drawing = place(build_scene(argument_map))
        self._places: dict[str, tuple[float, float, float, float]] = {}
        for box in drawing.boxes:
            size = BOX_WIDTH, box.face.height
            self._places.setdefault(box.box.id, (box.x, box.y, *size))
        self._xml_ids: dict[str, str] = {}
        self._ids = Ids()
        targets = {relation.target for relation in argument_map.relations}
        ends = targets | {one for relation in argument_map.relations for one in relation.premises}
        self._as_nodes = [
            relation.is_linked or relation.id in ends for relation in argument_map.relations
        ]

    def root(self) -> Element:
        self._keys()
        graph = self._element(self._root, "graph", id="G", edgedefault="directed")
        more = packed(self._map, tuple(GRAPH_FIELDS))
        if len({*self._as_nodes}) > 1:
            # Nodes and edges stand apart in the file, each in their own order.
            more["order"] = [relation.id for relation in self._map.relations]
        self._data(graph, "graph", GRAPH_FIELDS, self._shown(self._map, GRAPH_FIELDS), more)
        for node in self._map.nodes:
            self._node(graph, node)
        for relation, as_node in zip(self._map.relations, self._as_nodes, strict=True):
            if as_node:
                self._junction(graph, relation)
        for relation in self._map.relations:
            for end in (*relation.premises, relation.target):
                if end not in self._xml_ids:
                    self._missing(graph, end)
        for relation, as_node in zip(self._map.relations, self._as_nodes, strict=True):
            self._edges(graph, relation, as_node=as_node)
        return self._root

    def _keys(self) -> None:
        for owner in ("node", "edge"):
            key = self._element(self._root, "key", id=f"{owner}-look")
            key.set("for", owner)
            key.set("yfiles.type", f"{owner}graphics")
        node_fields = {**NODE_FIELDS, **RELATION_FIELDS, **_MORE}
        owners: Mapping[str, Mapping[str, str]] = {
            "graph": {**GRAPH_FIELDS, **_MORE},
            "node": node_fields,
            "edge": {**RELATION_FIELDS, **_MORE, **_PART},
        }
        for owner, fields in owners.items():
            for name, kind in fields.items():
                key = self._element(self._root, "key", id=f"{owner}-{name}")
                key.set("for", owner)
                key.set("attr.name", name)
                key.set("attr.type", kind)

    def _node(self, graph: Element, node: Node) -> None:
        kind = "claim" if isinstance(node, Claim) else "evidence"
        element = self._start(graph, node.id)
        shown = {**self._shown(node, NODE_FIELDS), "kind": kind}
        self._data(element, "node", NODE_FIELDS, shown, packed(node, tuple(NODE_FIELDS)))
        self._box(element, kind, node.text or node.id, self._places.get(node.id))

    def _junction(self, graph: Element, relation: Relation) -> None:
        element = self._start(graph, relation.id)
        fields = {**RELATION_FIELDS, "kind": "string"}
        shown = {**self._shown(relation, RELATION_FIELDS), "kind": "relation"}
        left = (*RELATION_FIELDS, "premises", "target")
        self._data(element, "node", fields, shown, packed(relation, left))
        look = self._look(element, "node", "ShapeNode")
        known = [self._places[end] for end in relation.premises if end in self._places]
        target = self._places.get(relation.target)
        x = (sum(one[0] + one[2] / 2 for one in known) / len(known)) if known else 0.0
        y = (sum(one[1] + one[3] / 2 for one in known) / len(known)) if known else 0.0
        if target:
            x, y = (x + target[0] + target[2] / 2) / 2, (y + target[1] + target[3] / 2) / 2
        self._places.setdefault(relation.id, (x, y, _DOT, _DOT))
        self._geometry(look, x, y, _DOT, _DOT)
        self._element(look, "Fill", YED, color=_COLOURS[relation.stance][0], transparent="false")
        self._element(look, "Shape", YED, type="ellipse")

    def _missing(self, graph: Element, name: str) -> None:
        element = self._start(graph, name)
        shown: dict[str, object] = {"id": name, "kind": "missing"}
        self._data(element, "node", NODE_FIELDS, shown, {})
        self._box(element, "missing", name, self._places.get(name))

    def _edges(self, graph: Element, relation: Relation, *, as_node: bool) -> None:
        if not as_node:
            element = self._edge(graph, relation.premises[0], relation.target)
            left = (*RELATION_FIELDS, "premises", "target")
            shown = self._shown(relation, RELATION_FIELDS)
            self._data(element, "edge", RELATION_FIELDS, shown, packed(relation, left))
            self._line(element, relation.stance, "standard")
            return
        for premise in relation.premises:
            element = self._edge(graph, premise, relation.id)
            self._data(element, "edge", _PART, {"part": "premise"}, {})
            self._line(element, relation.stance, "none")
        element = self._edge(graph, relation.id, relation.target)
        self._data(element, "edge", _PART, {"part": "target"}, {})
        self._line(element, relation.stance, "standard")

    def _shown(self, value: object, fields: Mapping[str, str]) -> dict[str, object]:
        found = ((name, getattr(value, name, None)) for name in fields)
        return {name: one for name, one in found if one is not None and one is not False}

    def _data(
        self,
        element: Element,
        owner: str,
        fields: Mapping[str, str],
        shown: Mapping[str, object],
        more: dict[str, Json],
    ) -> None:
        for name in fields:
            if name not in shown or (owner == "graph" and shown[name] == "" and name == "title"):
                continue
            value = shown[name]
            text = str(value).lower() if isinstance(value, bool) else str(value)
            if fit(text) != text:
                more = {**more, name: text}
            self._element(element, "data", key=f"{owner}-{name}").text = fit(text)
        if more:
            # In ASCII, so that XML can hold whatever it is.
            self._element(element, "data", key=f"{owner}-more").text = json.dumps(more)

    def _start(self, graph: Element, name: str) -> Element:
        wanted = name if _NMTOKEN.fullmatch(name) else ""
        xml_id = self._ids.take(wanted, "n")
        self._xml_ids.setdefault(name, xml_id)
        return self._element(graph, "node", id=xml_id)

    def _edge(self, graph: Element, source: str, target: str) -> Element:
        ends = {"source": self._xml_ids[source], "target": self._xml_ids[target]}
        return self._element(graph, "edge", **ends)

    def _box(
        self,
        element: Element,
        kind: str,
        text: str,
        at: tuple[float, float, float, float] | None,
    ) -> None:
        look = self._look(element, "node", "ShapeNode")
        lines = label_lines(text)
        height = max(at[3] if at else 0.0, _LINE * len(lines) + 16.0)
        x, y = (at[0], at[1]) if at else (0.0, 0.0)
        self._geometry(look, x, y, BOX_WIDTH, height)
        self._element(look, "Fill", YED, color=_FILLS[kind], transparent="false")
        line = "dashed" if kind == "missing" else "line"
        self._element(look, "BorderStyle", YED, color="#6b7280", type=line, width="1.0")
        label = self._element(look, "NodeLabel", YED, alignment="left", fontSize="12")
        label.text = "\n".join(lines)
        shape = "rectangle" if kind == "evidence" else "roundrectangle"
        self._element(look, "Shape", YED, type=shape)

    def _line(self, element: Element, stance: Stance, head: str) -> None:
        colour, dash = _COLOURS[stance]
        look = self._look(element, "edge", "PolyLineEdge")
        self._element(look, "LineStyle", YED, color=colour, type=dash, width="1.5")
        self._element(look, "Arrows", YED, source="none", target=head)

    def _look(self, element: Element, owner: str, kind: str) -> Element:
        return self._element(self._element(element, "data", key=f"{owner}-look"), kind, YED)

    def _geometry(self, look: Element, x: float, y: float, width: float, height: float) -> None:
        sizes = {"x": x, "y": y, "width": width, "height": height}
        self._element(look, "Geometry", YED, **{name: f"{one:.1f}" for name, one in sizes.items()})

    def _element(
        self, parent: Element, name: str, space: str = GRAPHML, /, **attributes: str
    ) -> Element:
        return self._make(parent, f"{{{space}}}{name}", attributes)


def label_lines(text: str) -> list[str]:
    """Return a text in the lines of a label."""
    return textwrap.wrap(fit(text), _WIDE, break_on_hyphens=False) or [""]
