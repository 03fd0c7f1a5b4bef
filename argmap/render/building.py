"""From an argument map to its scene: a box for each node, an arrow for each relation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from argmap.assess import Assessment, Status, assess
from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation
from argmap.render.clean import clean, safe_link
from argmap.render.scene import Arrow, Box, Chip, Kind, Scene

_CHIPS: Final[Mapping[Status, Chip]] = {
    Status.UNSUPPORTED: Chip.UNSUPPORTED,
    Status.CONTESTED: Chip.CONTESTED,
    Status.REFUTED: Chip.REFUTED,
    Status.WITHDRAWN: Chip.WITHDRAWN,
}


def build_scene(
    argument_map: ArgumentMap,
    assessment: Assessment | None = None,
    marks: Mapping[str, Iterable[Chip]] | None = None,
) -> Scene:
    """Return the scene of a map.

    Where no node cites a source, nothing could be supported, so no box says that it is not.
    Where the author marks main claims, those are the theses; else all that speak for nothing.

    Args:
        argument_map: any map, also one with missing or repeated ids.
        assessment: what stands in it; computed where it is not given.
        marks: further chips by the ids of nodes, such as those of reviews.
    """
    judged = assess(argument_map) if assessment is None else assessment
    maker = _BoxMaker(argument_map, judged, marks or {})
    boxes = {}
    for node in argument_map.nodes:
        if node.id not in boxes:
            boxes[node.id] = maker.box(node)
    arrows: dict[str, Arrow] = {}
    for arrow in _arrows(argument_map, boxes):
        arrows.setdefault(arrow.id, arrow)
    for arrow in arrows.values():
        for end in arrow.tails if arrow.is_at_arrow else (*arrow.tails, arrow.head):
            if end not in boxes:
                boxes[end] = Box(end, Kind.MISSING)
    sources = {one.id: clean(one.title or one.id) for one in argument_map.sources}
    origin = origin_of([clean(one.title or one.id) for one in argument_map.sources])
    return Scene(
        clean(argument_map.title),
        captioned(counted(boxes.values(), len(arrows)), origin),
        argument_map.language or "",
        tuple(boxes.values()),
        tuple(arrows.values()),
        sources,
        origin,
    )


def origin_of(sources: Sequence[str]) -> str:
    """Say which source something is from, or how many; nothing where there is none."""
    return f"{len(sources)} sources" if len(sources) > 1 else "".join(sources)


def captioned(count: str, origin: str) -> str:
    """Return the caption of a picture: how much it shows, and where that is from."""
    return f"{count} · {origin}" if origin else count


def counted(boxes: Iterable[Box], arrows: int) -> str:
    """Say how many claims, pieces of evidence and relations there are."""
    kinds = [box.kind for box in boxes]
    claims, missing = kinds.count(Kind.CLAIM), kinds.count(Kind.MISSING)
    parts = [
        _number(claims, "claim"),
        f"{kinds.count(Kind.EVIDENCE):,} evidence",
        _number(arrows, "relation"),
    ]
    if missing:
        parts.append(f"{missing:,} missing")
    return ", ".join(parts)


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


@frozen
class _BoxMaker:
    """Turns nodes into boxes, with what it has to know of the whole map."""

    argument_map: ArgumentMap
    assessment: Assessment
    marks: Mapping[str, Iterable[Chip]]
    marks_theses: bool = field(init=False)
    cites: bool = field(init=False)
    names_sources: bool = field(init=False)

    @marks_theses.default
    def _author_marks_theses(self) -> bool:
        return any(isinstance(node, Claim) and node.main for node in self.argument_map.nodes)

    @cites.default
    def _anything_cites(self) -> bool:
        return any(node.passages for node in self.argument_map.nodes)

    @names_sources.default
    def _several_sources(self) -> bool:
        return len(self.argument_map.sources) != 1

    def box(self, node: Node) -> Box:
        """Return the box of a node."""
        is_claim = isinstance(node, Claim)
        passages = node.passages
        places = [passage.locator for passage in passages]
        status = self.assessment.status(node.id)
        return Box(
            node.id,
            Kind.CLAIM if is_claim else Kind.EVIDENCE,
            clean(node.text),
            clean(node.type) if node.type else "",
            is_main=isinstance(node, Claim) and self._is_main(node),
            is_assumed=isinstance(node, Claim) and node.assumed is not None,
            is_quoting=not is_claim and _is_quoting(node),
            status=status.value,
            chips=self._chips(node, status),
            section=clean(node.section) if node.section else "",
            citation=self._citation(passages, places) if passages and not is_claim else "",
            sources=tuple(map(self._source, passages, places)) if passages else (),
            cited=tuple(dict.fromkeys(passage.source for passage in passages)),
            link=self._link(passages) if passages else "",
        )

    def _is_main(self, claim: Claim) -> bool:
        return claim.main if self.marks_theses else self.argument_map.is_main(claim)

    def _chips(self, node: Node, status: Status) -> tuple[Chip, ...]:
        chip = _CHIPS.get(status)
        if chip is Chip.UNSUPPORTED:
            if not self.cites:
                chip = None
            elif isinstance(node, Evidence):
                chip = Chip.UNSOURCED
        marks = self.marks.get(node.id)
        if marks is None:
            return () if chip is None else (chip,)
        return tuple(dict.fromkeys((*(() if chip is None else (chip,)), *marks)))

    def _citation(self, passages: tuple[Passage, ...], places: list[str]) -> str:
        if len(passages) == 1:
            return clean(self._cited(passages[0].source, places[0]))
        found: dict[str, list[str]] = {}
        for passage, place in zip(passages, places, strict=True):
            found.setdefault(passage.source, []).append(place)
        cited = (
            self._cited(source, "; ".join(dict.fromkeys(filter(None, where))))
            for source, where in found.items()
        )
        return clean("; ".join(cited))

    def _cited(self, source: str, located: str) -> str:
        known = self.argument_map.sources_by_id.get(source)
        if located and not self.names_sources and known is not None:
            return located
        name = self.argument_map.short_titles.get(source, source)
        return f"{name}, {located}" if located else name

    def _source(self, passage: Passage, place: str) -> str:
        known = self.argument_map.sources_by_id.get(passage.source)
        name = passage.source if known is None else known.title or known.id
        cited = f"{name}, {place}" if place else name
        return clean(f"{cited}: \u201c{passage.quote}\u201d" if passage.quote else cited)

    def _link(self, passages: tuple[Passage, ...]) -> str:
        for passage in passages:
            known = self.argument_map.sources_by_id.get(passage.source)
            if known is not None and (link := safe_link(known.url)):
                return link
        return ""


def _is_quoting(node: Node) -> bool:
    return node.type == "quotation" or any(passage.quote for passage in node.passages)


def _arrows(argument_map: ArgumentMap, boxes: Mapping[str, Box]) -> Iterator[Arrow]:
    """Yield the relations with their ends resolved: old ids of nodes, ids of relations."""
    aliases = argument_map.nodes_by_id
    relations = argument_map.relations_by_id

    def end(named: str) -> str:
        return named if named in boxes or named not in aliases else aliases[named].id

    for relation in argument_map.relations:
        head = end(relation.target)
        yield _arrow(
            relation,
            tuple(dict.fromkeys([end(premise) for premise in relation.premises])),
            head,
            is_at_arrow=head not in boxes and head in relations,
        )


def _arrow(relation: Relation, tails: tuple[str, ...], head: str, *, is_at_arrow: bool) -> Arrow:
    return Arrow(
        relation.id,
        relation.stance,
        tails,
        head,
        is_at_arrow,
        relation.strength,
        clean(relation.because) if relation.because else "",
        clean(relation.scheme) if relation.scheme else "",
    )
