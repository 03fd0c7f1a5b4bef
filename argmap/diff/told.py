"""What changed between two states of a map, as people tell it: reworded, turned, renamed."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import field, fields, frozen

from argmap.diff.difference import difference
from argmap.model import ArgumentMap, Claim, Node, Relation
from argmap.passages.differences import differences

_NOT_TOLD = frozenset({"id", "text", "span", "spans", "aliases", "waivers", "data"})


class Change(StrEnum):
    """What became of a node or a relation."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    TURNED = "turned"
    RENAMED = "renamed"
    CHANGED = "changed"


@frozen
class NodeChange:
    """What became of a claim or a piece of evidence.

    Attributes:
        change: what became of it.
        node: as it is now; as it was, where it is gone.
        before: as it was; None where it is new.
        words: how its words differ, `[-…-]` gone and `{+…+}` new; empty where they do not.
        fields: the names of its other fields that differ.
    """

    change: Change
    node: Node
    before: Node | None = None
    words: str = ""
    fields: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What it is: a claim or evidence."""
        return "claim" if isinstance(self.node, Claim) else "evidence"


@frozen
class RelationChange:
    """What became of a relation.

    Attributes:
        change: what became of it; turned, where its stance is another.
        relation: as it is now; as it was, where it is gone.
        before: as it was; None where it is new.
        fields: the names of its fields that differ.
    """

    change: Change
    relation: Relation
    before: Relation | None = None
    fields: tuple[str, ...] = ()


@frozen
class MapChanges:
    """What changed between two states of a map.

    Attributes:
        nodes: claims and evidence, in the order of the later map, those that are gone last.
        relations: in the same order.
    """

    nodes: tuple[NodeChange, ...] = ()
    relations: tuple[RelationChange, ...] = field(default=())


def changes_between(before: ArgumentMap, after: ArgumentMap) -> MapChanges:
    """Return what changed between two states of a map.

    A node that has the id of an earlier one among its aliases is that one, renamed. A relation
    between the same ends with another stance is turned.
    """
    renamed = _renamed(before, after)
    return MapChanges(
        tuple(_nodes(before, after, renamed)), tuple(_relations(before, after, renamed))
    )


def _renamed(before: ArgumentMap, after: ArgumentMap) -> Mapping[str, str]:
    """Return the ids that nodes have now, by those that they had."""
    old, new = {node.id for node in before.nodes}, {node.id for node in after.nodes}
    return {
        alias: node.id
        for node in after.nodes
        if node.id not in old
        for alias in node.aliases
        if alias in old and alias not in new
    }


def _nodes(
    before: ArgumentMap, after: ArgumentMap, renamed: Mapping[str, str]
) -> Iterator[NodeChange]:
    found = difference(before, after).nodes
    earlier = {new: old for old, new in renamed.items()}
    for name in (*found.added, *found.changed):
        now = after.nodes_by_id[name]
        if name in found.added and name not in earlier:
            yield NodeChange(Change.ADDED, now)
            continue
        was = before.nodes_by_id[earlier.get(name, name)]
        words = differences(was.text, now.text)
        others = _fields_that_differ(was, now)
        if not words and was.text != now.text:
            others = ("text", *others)
        if name in earlier:
            yield NodeChange(Change.RENAMED, now, was, words, others)
        elif words or others:
            yield NodeChange(Change.REWORDED if words else Change.CHANGED, now, was, words, others)
    for name in found.removed:
        if name not in renamed:
            yield NodeChange(Change.REMOVED, before.nodes_by_id[name])


def _relations(
    before: ArgumentMap, after: ArgumentMap, renamed: Mapping[str, str]
) -> Iterator[RelationChange]:
    """Give what became of relations; those whose ends were renamed alone are what they were."""
    left: dict[tuple[frozenset[str], str], list[Relation]] = {}
    same = {relation.id for relation in before.relations} & {one.id for one in after.relations}
    for relation in before.relations:
        if relation.id not in same:
            left.setdefault(_ends(relation, renamed), []).append(relation)
    was = before.relations_by_id
    for relation in after.relations:
        earlier = was[relation.id] if relation.id in same else None
        if earlier is None:
            candidates = left.get(_ends(relation, {}), [])
            earlier = next((one for one in candidates if one.stance is relation.stance), None)
            earlier = earlier or (candidates[0] if candidates else None)
            if earlier is not None:
                candidates.remove(earlier)
        if earlier is None:
            yield RelationChange(Change.ADDED, relation)
            continue
        others = _relation_fields(earlier, relation, renamed)
        if earlier.stance is not relation.stance:
            yield RelationChange(Change.TURNED, relation, earlier, others)
        elif others:
            yield RelationChange(Change.CHANGED, relation, earlier, others)
    for relations in left.values():
        yield from (RelationChange(Change.REMOVED, one) for one in relations)


def _ends(relation: Relation, renamed: Mapping[str, str]) -> tuple[frozenset[str], str]:
    names = (renamed.get(one, one) for one in relation.premises)
    return frozenset(names), renamed.get(relation.target, relation.target)


def _fields_that_differ(was: Node, now: Node) -> tuple[str, ...]:
    if type(was) is not type(now):
        return ("kind",)
    return tuple(
        attribute.name
        for attribute in fields(type(now))
        if attribute.name not in _NOT_TOLD
        and getattr(was, attribute.name) != getattr(now, attribute.name)
    )


def _relation_fields(was: Relation, now: Relation, renamed: Mapping[str, str]) -> tuple[str, ...]:
    names = [
        name
        for name in ("scheme", "because", "strength")
        if getattr(was, name) != getattr(now, name)
    ]
    if _ends(was, renamed) != _ends(now, {}):
        names.insert(0, "ends")
    return tuple(names)
