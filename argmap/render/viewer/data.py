"""What a viewer knows of a map: nodes with their faces, relations, sources, one on each line.

Nodes stand in the order of the tree, each after the one that it hangs on. Nodes, relations and
sources name each other by their places in their lists, from 0. What is as usual is left out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias
from urllib.parse import quote

from attrs import field, frozen

from argmap.assess import Assessment
from argmap.model import ArgumentMap, Claim, Node, Passage, Source
from argmap.model.relations import id_from_ends
from argmap.render.clean import clean, language_tag, safe_link
from argmap.render.face import BOX_WIDTH, TEXT_SIZE, Face, is_in_bold
from argmap.render.frames import HEADING_SIZE
from argmap.render.linebreak import wrap
from argmap.render.measure import is_fitted, width
from argmap.render.options import CrossEdges
from argmap.render.scene import Arrow, Box, Scene
from argmap.render.tree import Tree
from argmap.render.viewer.look import drawing_constants
from argmap.render.viewer.proofs import REASONS, Objections, own_reason
from argmap.render.viewer.quotations import Words
from argmap.render.viewer.standing import Standing

Record: TypeAlias = dict[str, object]

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPES: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def to_json(
    argument_map: ArgumentMap,
    scene: Scene,
    assessment: Assessment,
    words: Words,
    standing: Standing,
    cross_edges: CrossEdges = "auto",
) -> str:
    """Return what a viewer knows, as JSON that can stand in a script element.

    Args:
        argument_map: the map.
        scene: the map, or the part of it, that is shown.
        assessment: what stands in the map.
        words: the texts of sources that the page may carry.
        standing: how the boxes of the scene stand.
        cross_edges: whether lines outside of the tree are drawn, or only those of the chosen node
            ("stub"), or those where there are more than 300 of them ("auto").
    """
    writer = _Writer(argument_map, scene, assessment, words, standing.tree, standing.faces)
    head: Record = {
        "title": scene.title,
        "caption": scene.caption,
        "language": language_tag(scene.language),
        "crossEdges": cross_edges,
        "frames": standing.is_framed,
        "sections": _headings(scene) if standing.is_framed else {},
        "look": drawing_constants(),
        "reasons": dict(REASONS),
    }
    lists = (
        ("nodes", writer.nodes()),
        ("relations", writer.relations()),
        ("sources", writer.sources()),
    )
    parts = [_encoded(head).removesuffix("}")]
    for name, records in lists:
        parts.append(f',\n"{name}":[')
        parts.append(",".join(f"\n{_encoded(record)}" for record in records))
        parts.append("\n]")
    parts.append("}\n")
    return "".join(parts)


def _headings(scene: Scene) -> dict[str, str]:
    """Return what is written of each heading of a section, in the room over a box."""
    found = {}
    for section in dict.fromkeys(box.section for box in scene.boxes if box.section):
        lines = wrap(section, BOX_WIDTH, HEADING_SIZE, bold=True, max_lines=1)
        found[section] = lines[0].text if lines else ""
    return found


def _encoded(record: Record) -> str:
    return _ENCODER.encode(record).translate(_ESCAPES)


@frozen
class _Writer:
    """Writes the records of nodes, relations and sources."""

    argument_map: ArgumentMap
    scene: Scene
    assessment: Assessment
    words: Words
    tree: Tree
    faces: Sequence[Face]
    objections: Objections = field(init=False)
    ranks: Sequence[int] = field(init=False)
    arrows: Mapping[str, int] = field(init=False)
    source_numbers: Mapping[str, int] = field(init=False)

    @objections.default
    def _objections(self) -> Objections:
        return Objections(self.argument_map, self.assessment)

    @ranks.default
    def _ranks(self) -> Sequence[int]:
        """For each box of the scene its place in the order of the tree."""
        ranks = [0] * len(self.tree.order)
        for rank, box in enumerate(self.tree.order):
            ranks[box] = rank
        return ranks

    @arrows.default
    def _numbers_of_arrows(self) -> Mapping[str, int]:
        return {arrow.id: number for number, arrow in enumerate(self.scene.arrows)}

    @source_numbers.default
    def _numbers_of_sources(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.argument_map.sources_by_id)}

    def nodes(self) -> Iterator[Record]:
        """Yield the nodes in the order of the tree."""
        parents = [-1] * len(self.faces)
        for parent, children in enumerate(self.tree.children):
            for child in children:
                parents[child] = self.ranks[parent]
        for number in self.tree.order:
            box = self.scene.boxes[number]
            yield _without_empty(
                {
                    "id": clean(box.id),
                    "in": parents[number] if parents[number] >= 0 else None,
                    "by": self.tree.homes[number] if self.tree.homes[number] >= 0 else None,
                    "kind": box.kind.value,
                    **_said(box, self.faces[number]),
                    **_drawn(box, self.faces[number]),
                    **self._judged(box),
                }
            )

    def _judged(self, box: Box) -> Record:
        """Return how a node stands, and what only the map knows of it."""
        node = self.argument_map.nodes_by_id.get(box.id)
        if node is None or node.id != box.id:
            return {}
        status = self.assessment.status(node.id)
        step = self.assessment.last_step(node.id)
        against = self.objections.against(node.id)
        return {
            "status": status.value,
            "why": own_reason(self.argument_map, status, node),
            "step": None if step is None else self.arrows.get(step.id, -1),
            "against": None if against is None else self.arrows.get(against.id, -1),
            "tags": [clean(tag) for tag in node.tags],
            "confidence": node.confidence,
            "strength": box.strength,
            "aliases": [clean(alias) for alias in node.aliases],
            "note": _note(node),
            "passages": [self._passage(passage) for passage in node.passages],
        }

    def _passage(self, passage: Passage) -> Record:
        return _without_empty(
            {
                "source": self.source_numbers.get(passage.source),
                "missing": "" if passage.source in self.source_numbers else clean(passage.source),
                "place": clean(passage.locator),
                "quote": clean(passage.quote or ""),
                **self.words.cited(passage),
            }
        )

    def relations(self) -> Iterator[Record]:
        """Yield the relations in the order of the map."""
        ranks = {box.id: self.ranks[number] for number, box in enumerate(self.scene.boxes)}
        for arrow in self.scene.arrows:
            aim = self.arrows[arrow.head] if arrow.is_at_arrow else ranks[arrow.head]
            is_restating = arrow.stance == "restates"
            yield _without_empty(
                {
                    "stance": arrow.stance.value,
                    "from": [ranks[tail] for tail in arrow.tails],
                    "on" if arrow.is_at_arrow else "to": aim,
                    "id": _given_id(arrow),
                    "strength": arrow.strength,
                    "because": arrow.because,
                    "scheme": arrow.scheme,
                    "idle": not is_restating and not self.assessment.holds(arrow.id),
                }
            )

    def sources(self) -> Iterator[Record]:
        """Yield the sources in the order of the map."""
        for source in self.argument_map.sources_by_id.values():
            yield _without_empty(
                {
                    "id": clean(source.id),
                    "title": clean(source.title),
                    "about": clean(_about(source)),
                    "link": _link(source),
                    "language": language_tag(source.language),
                    "retracted": clean(source.retracted or ""),
                    "text": self.words.whole(source.id),
                }
            )


def _said(box: Box, face: Face) -> Record:
    """Return what a node says; its text only where the lines of its face do not give it."""
    return {
        "type": box.type,
        "text": "" if " ".join(face.lines) == box.text else box.text,
        "section": box.section,
        "main": box.is_main,
        "assumed": box.is_assumed,
        "quoting": box.is_quoting,
        "elsewhere": box.is_elsewhere,
    }


def _drawn(box: Box, face: Face) -> Record:
    """Return how a node is drawn.

    In `rows`, in px from the upper left corner: x of the header, and y of chips, lines, citation
    and notes.
    """
    usual = f"{clean(box.id)} \u00b7 {box.type or box.kind.value}"
    return {
        "height": face.height,
        "rows": (face.header_x, face.chips_y, face.lines_y, face.citation_y, face.notes_y),
        "header": "" if face.header == usual else face.header,
        "lines": face.lines,
        "fits": _fits(face.lines, is_bold=is_in_bold(box)),
        "leftward": face.is_leftward,
        "chips": [(placed.chip.name.lower(), placed.x) for placed in face.chips],
        "citation": face.citation,
        "notes": [(note.stance.value, line) for note, line in face.notes],
    }


def _fits(lines: Iterable[str], *, is_bold: bool) -> list[float]:
    """Return how wide the lines of complex scripts are to be drawn, 0 for others, or nothing."""
    fits = [
        round(width(line, TEXT_SIZE, bold=is_bold), 1)
        if not line.isascii() and is_fitted(line)
        else 0
        for line in lines
    ]
    return fits if any(fits) else []


def _note(node: Node) -> str:
    """Say until when a piece of evidence is to be trusted; remarks for editors stay at home."""
    if isinstance(node, Claim) or node.recheck_by is None:
        return ""
    return f"to be looked at anew after {node.recheck_by.isoformat()}"


def _given_id(arrow: Arrow) -> str:
    """Return the id that an author gave to a relation; those made from its ends say nothing."""
    made = id_from_ends(arrow.stance, arrow.tails, arrow.head)
    return "" if arrow.id == made else clean(arrow.id)


def _about(source: Source) -> str:
    return ". ".join(filter(None, (source.author, source.publisher, source.date)))


def _link(source: Source) -> str:
    if source.doi:
        return safe_link(f"https://doi.org/{quote(clean(source.doi), safe='/:;()._-')}")
    return safe_link(source.url)


def _without_empty(record: Record) -> Record:
    """Leave out what is as usual: nothing, no, empty; but not the number 0."""
    return {
        name: value
        for name, value in record.items()
        if value or (value == 0 and not isinstance(value, bool))
    }
