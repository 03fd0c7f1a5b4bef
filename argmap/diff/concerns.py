"""Which findings what changed between two states of a map concerns."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from argmap.diff.difference import Difference, difference
from argmap.findings import Finding
from argmap.model import ArgumentMap, Node, Relation, Source
from argmap.text import Span

_Part: TypeAlias = Node | Relation | Source


def neighbourhood(before: ArgumentMap, after: ArgumentMap, found: Difference) -> frozenset[str]:
    """Return the ids of what changed, and of what is one step away from that.

    A relation is one step from its ends, a node from the ends of its relations and from the
    sources that it cites. Whoever is one step from a relation is so from its ends as well: what
    undercuts a relation concerns the nodes that it joins. Ids that nothing has are among them
    where a relation or a passage names them.

    Args:
        before: the earlier map.
        after: the later map.
        found: the difference between the two.
    """
    near = {*found.nodes.ids, *found.relations.ids, *found.sources.ids}
    changed = frozenset(near)
    for one in (before, after):
        followed = set[str]()
        for relation in one.relations:
            if not changed.isdisjoint((relation.id, relation.target, *relation.premises)):
                near.update(_with_ends(relation, one.relations_by_id, followed))
        for node in one.nodes:
            sources = {passage.source for passage in node.passages}
            if node.id in changed:
                near |= sources
            elif not changed.isdisjoint(sources):
                near.add(node.id)
    near.update(one.source for one in {*before.set_aside} ^ {*after.set_aside})
    return frozenset(near)


def concern_of(
    before: ArgumentMap,
    after: ArgumentMap,
    *,
    reading: Iterable[Finding] = (),
    unchanged: frozenset[str] = frozenset(),
    changed_texts: frozenset[str] = frozenset(),
) -> Callable[[Finding], bool]:
    """Return what says whether the changes between two states of a map concern a finding.

    They do where it is about something in the neighbourhood of a change, or names a place in
    what changed. What the reader found, and what is about no part of the map, is about a file:
    it is of concern unless the file is unchanged.

    Args:
        before: the earlier map.
        after: the later map, which the findings are about.
        reading: what the reader of the later map found.
        unchanged: the paths of files with the text that they had.
        changed_texts: the sources whose texts are not what they were; what cites them, and they
            themselves, are as good as changed.
    """
    found = difference(before, after)
    near = neighbourhood(before, after, found) | changed_texts
    near |= {
        node.id
        for node in after.nodes
        if any(passage.source in changed_texts for passage in node.passages)
    }
    places = _Places(_spans_of_changes(after, found))
    of_files = {finding.place for finding in reading}

    def is_concerned(finding: Finding) -> bool:
        if finding.subject in near:
            return True
        if not finding.subject or finding.place in of_files:
            return finding.span is None or finding.span.path not in unchanged
        return places.meet(finding.span) or any(places.meet(note.span) for note in finding.related)

    return is_concerned


def _with_ends(
    relation: Relation, relations: Mapping[str, Relation], followed: set[str]
) -> Iterator[str]:
    """Give the ids of a relation and its ends, and of all that its target stands on."""
    yield from (relation.id, *relation.premises, relation.target)
    while relation.target in relations and relation.target not in followed:
        followed.add(relation.target)
        relation = relations[relation.target]
        yield from (*relation.premises, relation.target)


def _spans_of_changes(after: ArgumentMap, found: Difference) -> Iterator[Span]:
    """Give the places of all that was added or changed, without those of its neighbours."""
    for changes, parts in (
        (found.nodes, after.nodes),
        (found.relations, after.relations),
        (found.sources, after.sources),
    ):
        ids = frozenset(changes.ids)
        for part in parts:
            if part.id in ids:
                yield from _spans_of(part)


def _spans_of(part: _Part) -> Iterator[Span]:
    if part.span is not None:
        yield part.span
    # Where its ends are written is, at one of the two, the place of a node.
    yield from (
        span for name, span in part.spans.items() if not name.startswith(("premises", "target"))
    )
    if not isinstance(part, Relation | Source):
        for passage in part.passages:
            yield from passage.spans.values()
        for waiver in part.waivers:
            yield from waiver.spans.values()


class _Places:
    """Stretches of files, to be asked what they meet."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._stretches: dict[str, list[tuple[int, int]]] = {}
        for span in sorted(spans, key=lambda span: (span.path, span.start, span.end)):
            stretches = self._stretches.setdefault(span.path, [])
            if stretches and span.start < stretches[-1][1]:
                start, end = stretches.pop()
                stretches.append((start, max(end, span.end)))
            else:
                stretches.append((span.start, span.end))

    def meet(self, span: Span | None) -> bool:
        """Say whether a span shares a character with one of the stretches."""
        stretches = self._stretches.get(span.path, ()) if span else ()
        if span is None or not stretches:
            return False
        following = bisect_right(stretches, span.start, key=lambda stretch: stretch[0])
        return (following > 0 and span.start < stretches[following - 1][1]) or (
            following < len(stretches) and stretches[following][0] < span.end
        )
