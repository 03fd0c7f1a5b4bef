"""A scene of what changed between two states of a map."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, evolve, field, fields

from argmap.assess import Assessment, assess
from argmap.diff import Difference, difference
from argmap.model import ArgumentMap, Node, Relation
from argmap.render.building import build_scene
from argmap.render.clean import clean
from argmap.render.parts import with_surroundings
from argmap.render.renaming import names_since, renamed
from argmap.render.scene import Box, Change, Chip, Kind, Scene

_HIDDEN: Final = frozenset({"id", "text", "span", "spans", "aliases"})
_WORDS: Final[Mapping[str, str]] = {
    "passages": "sources",
    "recheck_by": "day to recheck",
    "waivers": "waived rules",
    "main": "main claim",
}


def build_changes(
    before: ArgumentMap,
    after: ArgumentMap,
    assessment: Assessment | None = None,
    since: str = "",
) -> Scene:
    """Return the scene of what changed: all that did, and as quiet boxes what it touches.

    What was removed is there as a ghost. A relation between the same ends with another stance is
    one that turned. A node that has its old id as an alias is the same node. What follows from
    the changes is told as well: that a node has another status now.

    Args:
        before: the earlier state.
        after: the later state.
        assessment: what stands in the later state; computed where it is not given.
        since: what the earlier state is called, for the caption.
    """
    names = names_since(before, after)
    comparison = _Comparison(
        renamed(before, names),
        renamed(after, names_since(after, after)),
        assess(after) if assessment is None else assessment,
        {new: old for old, new in names.items() if old in {node.id for node in before.nodes}},
    )
    comparison.compare()
    whole = comparison.scene()
    ago = f" since {clean(since)}" if since else ""
    inside = {box.id for box in whole.boxes if box.change or box.id in comparison.turned_status}
    arrows = {arrow.id for arrow in whole.arrows if arrow.change is not Change.KEPT}
    if not inside and not arrows:
        return evolve(whole, caption=f"nothing changed{ago}", boxes=(), arrows=())
    part = with_surroundings(whole, inside, "", arrows)
    boxes = (
        evolve(box, section="", change=Change.KEPT) if box.is_elsewhere else box
        for box in part.boxes
    )
    return evolve(part, caption=f"changed{ago}: {comparison.told()}", boxes=tuple(boxes))


@define
class _Comparison:
    """Two states of a map in the ids of the later one, and what is found to say about them.

    Attributes:
        before: the earlier state.
        after: the later state.
        assessment: of the later state.
        old_ids: for nodes the ids that they had before.
        found: what is not the same.
        turned: for relations of the later state those that they took the place of.
        boxes: what happened to nodes.
        arrows: what happened to relations.
        remarks: what is said of it in boxes.
        turned_status: nodes with another status than before.
    """

    before: ArgumentMap
    after: ArgumentMap
    assessment: Assessment
    old_ids: Mapping[str, str]
    found: Difference = field(init=False)
    turned: dict[str, Relation] = field(factory=dict)
    boxes: dict[str, Change] = field(factory=dict)
    arrows: dict[str, Change] = field(factory=dict)
    remarks: dict[str, list[str]] = field(factory=dict)
    turned_status: set[str] = field(factory=set)

    def compare(self) -> None:
        """Find what happened, in an order that is that of the boxes' remarks."""
        self.found = difference(self.before, self.after)
        nodes, relations = self.found.nodes, self.found.relations
        self.boxes.update(dict.fromkeys(nodes.added, Change.ADDED))
        self.boxes.update(dict.fromkeys(nodes.removed, Change.REMOVED))
        for node_id, old_id in self.old_ids.items():
            self._tell(node_id, f"renamed from {clean(old_id)}", Change.CHANGED)
        for changed in nodes.changed:
            self._compare_nodes(self.before.node(changed), self.after.node(changed))
        self._compare_sources()
        old, new = self.before.relations_by_id, self.after.relations_by_id
        gone = {(old[name].premises, old[name].target): old[name] for name in relations.removed}
        for name in relations.added:
            former = gone.get((new[name].premises, new[name].target))
            if former is not None:
                self.turned[name] = former
            self._compare_relations(former, new[name])
        for name in relations.changed:
            self._compare_relations(old[name], new[name])
        replaced = {former.id for former in self.turned.values()}
        for name in relations.removed:
            if name not in replaced:
                self._say(old[name], Change.REMOVED)
        self._compare_statuses()

    def scene(self) -> Scene:
        """Return all of the later state, and of the earlier one what is gone."""
        now, then = build_scene(self.after, self.assessment), build_scene(self.before)
        gone = [arrow for arrow in then.arrows if self.arrows.get(arrow.id) is Change.REMOVED]
        successors = {former.id: name for name, former in self.turned.items()}
        arrows = [
            *(evolve(arrow, change=self.arrows.get(arrow.id, Change.KEPT)) for arrow in now.arrows),
            *(
                evolve(arrow, change=Change.REMOVED, head=successors.get(arrow.head, arrow.head))
                for arrow in gone
            ),
        ]
        boxes = {box.id: self._box(box, then) for box in now.boxes}
        needed = {end for arrow in gone for end in (*arrow.tails, arrow.head)}
        for box in then.boxes:
            if box.id not in boxes and (box.kind is not Kind.MISSING or box.id in needed):
                boxes[box.id] = self._box(box, then)
        return evolve(now, boxes=tuple(boxes.values()), arrows=tuple(arrows))

    def told(self) -> str:
        """Say how much of what happened."""
        parts = []
        for word, changes in (("node", self.boxes), ("relation", self.arrows)):
            counts = Counter(changes.values())
            told = [(counts[change], change.value) for change in Change if counts[change]]
            if told:
                (count, change), *more = told
                words = [f"{count:,} {word}{'' if count == 1 else 's'} {change}"]
                words += [f"{count:,} {change}" for count, change in more]
                parts.append(", ".join(words))
        if self.turned_status:
            count = len(self.turned_status)
            nodes = "node has" if count == 1 else "nodes have"
            parts.append(f"{count:,} {nodes} another status")
        return "; ".join(parts)

    def _box(self, box: Box, then: Scene) -> Box:
        change = self.boxes.get(box.id)
        earlier = then.boxes_by_id.get(box.id)
        if change is Change.REMOVED and earlier is not None:
            box = evolve(earlier, chips=(), status="")
        was = earlier.text if change is Change.REWORDED and earlier is not None else ""
        chips = (*((Chip(change.value),) if change else ()), *box.chips)
        remarks = tuple(self.remarks.get(box.id, ()))
        return evolve(box, change=change, was=was, chips=chips, remarks=remarks)

    def _compare_nodes(self, old: Node, new: Node) -> None:
        if old.text != new.text:
            self.boxes[new.id] = Change.REWORDED
        words = [] if type(old) is type(new) else ["kind"]
        words += _differing(old, new)
        if words:
            self._tell(new.id, f"changed: {', '.join(words)}", Change.CHANGED)

    def _compare_sources(self) -> None:
        changed = {*self.found.sources.changed, *self.found.sources.added}
        known = self.before.sources_by_id
        for node in self.after.nodes if changed else ():
            for source in dict.fromkeys(passage.source for passage in node.passages):
                if source in changed and source in known and node.id not in self.found.nodes.added:
                    title = self.after.sources_by_id[source].short_title
                    self._tell(node.id, f"source changed: {clean(title)}", Change.CHANGED)

    def _compare_relations(self, old: Relation | None, new: Relation) -> None:
        if old is None:
            self._say(new, Change.ADDED)
        elif old.stance is not new.stance:
            self._say(new, Change.TURNED, f"before: {old.stance.value}")
        else:
            words = _differing(old, new)
            self._say(new, Change.CHANGED, ", ".join(words) or "its place among others")

    def _compare_statuses(self) -> None:
        judged = assess(self.before)
        for node in self.after.nodes:
            if node.id in judged.statuses:
                status = judged.status(node.id)
                if status is not self.assessment.status(node.id):
                    self._remark(node.id, f"was {status.value}")
                    self.turned_status.add(node.id)

    def _say(self, relation: Relation, change: Change, more: str = "") -> None:
        """Note what happened to a relation, and say it in the box that it starts from."""
        self.arrows[relation.id] = change
        start = relation.premises[0]
        if self.boxes.get(start) is not change:
            told = f"{change.value}: {relation.stance.value} {clean(relation.target)}"
            self._remark(start, f"{told} ({more})" if more else told)

    def _tell(self, node_id: str, remark: str, change: Change) -> None:
        """Note what happened to a node, unless there is more to say of it, and say it."""
        self.boxes.setdefault(node_id, change)
        self._remark(node_id, remark)

    def _remark(self, node_id: str, remark: str) -> None:
        self.remarks.setdefault(node_id, []).append(remark)


def _differing(old: Node | Relation, new: Node | Relation) -> list[str]:
    """Return the words for what is not the same in two nodes or relations."""
    return [
        _WORDS.get(name, name)
        for name in _names(new)
        if getattr(old, name, None) != getattr(new, name)
    ]


def _names(value: Node | Relation) -> Iterator[str]:
    return (one.name for one in fields(type(value)) if one.name not in _HIDDEN)
