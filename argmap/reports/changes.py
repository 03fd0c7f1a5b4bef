"""What changed in a map, for people, programs and pull requests."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from argmap.diff import MapChanges, NodeChange, RelationChange
from argmap.findings import Finding
from argmap.reports.escaping import as_code, for_markdown
from argmap.reports.for_people import finding_line
from argmap.reports.options import Paint, plain
from argmap.reports.printable import folded

_SIGNS = {"added": "+", "removed": "-"}


@frozen
class ChangedMap:
    """A map with all that is to be told of how it changed.

    Attributes:
        name: what the map is called.
        changes: its nodes and relations.
        stale: reviews that no longer hold, as `Ann on 'a': it was reworded`.
        new: findings that were not there.
        fixed: findings that are gone.
    """

    name: str
    changes: MapChanges
    stale: tuple[str, ...] = ()
    new: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = field(default=())

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to tell."""
        changes = self.changes
        return bool(changes.nodes or changes.relations or self.stale or self.new or self.fixed)


def changes_text(maps: Sequence[ChangedMap], paint: Paint = plain) -> str:
    """Tell what changed, a line for each thing, and count it."""
    lines = list[str]()
    for one in maps:
        if one.is_changed:
            lines += ["", *_lines(one, paint)] if lines else [*_lines(one, paint)]
    lines += ["", _counted(maps)] if lines else [_counted(maps)]
    return "".join(f"{line}\n" for line in lines)


def changes_json(maps: Sequence[ChangedMap]) -> str:
    """Tell what changed as a JSON list, an object for each map."""
    return json.dumps([_object(one) for one in maps], ensure_ascii=False, indent=2) + "\n"


def changes_markdown(maps: Sequence[ChangedMap]) -> str:
    """Tell what changed in GitHub's Markdown, for a comment on a pull request."""
    parts = [f"### argmap: {_counted(maps)}"]
    for one in maps:
        if not one.is_changed:
            continue
        parts.append(f"#### {as_code(one.name)}")
        parts += [
            f"**{heading}**\n\n" + "\n".join(f"- {line}" for line in lines)
            for heading, lines in _sections(one)
            if lines
        ]
    return "\n\n".join(parts) + "\n"


def _lines(one: ChangedMap, paint: Paint) -> Iterator[str]:
    yield paint(folded(one.name), "place")
    for node in one.changes.nodes:
        yield f"  {_node_head(node)}"
        yield from (f"      {line}" for line in _node_body(node))
    yield from (f"  {_relation_line(relation)}" for relation in one.changes.relations)
    yield from (f"  ! review {folded(line)}" for line in one.stale)
    yield from (f"  ! new: {finding_line(finding, paint)}" for finding in one.new)
    yield from (f"  = fixed: {_brief(finding)}" for finding in one.fixed)


def _node_head(change: NodeChange) -> str:
    sign = _SIGNS.get(change.change, "~")
    name = folded(change.node.id)
    before = (
        f" (was {folded(change.before.id)})"
        if change.before and change.before.id != (change.node.id)
        else ""
    )
    fields = f": {', '.join(change.fields)}" if change.fields else ""
    return f"{sign} {change.kind} {name} {change.change}{before}{fields}"


def _node_body(change: NodeChange) -> Iterator[str]:
    if change.words:
        yield folded(change.words)
    elif change.before is None:
        yield folded(change.node.text)


def _relation_line(change: RelationChange) -> str:
    sign = _SIGNS.get(change.change, "~")
    fields = f": {', '.join(change.fields)}" if change.fields else ""
    was = (
        f" (was {change.before.stance})"
        if change.before and (change.before.stance is not change.relation.stance)
        else ""
    )
    return f"{sign} relation {_ends(change)} {change.change}{was}{fields}"


def _ends(change: RelationChange) -> str:
    one = change.relation
    named = f"{folded(one.id)}: " if one.is_named else ""
    return folded(f"{named}{' + '.join(one.premises)} {one.stance} {one.target}")


def _brief(finding: Finding) -> str:
    return f"{finding.rule} ({finding.code}): {folded(finding.message)}"


def _sections(one: ChangedMap) -> Iterator[tuple[str, list[str]]]:
    nodes = [
        "<br>".join(for_markdown(line) for line in (_node_head(node)[2:], *_node_body(node)))
        for node in one.changes.nodes
    ]
    yield "Claims and evidence", nodes
    relations = [for_markdown(_relation_line(change)[2:]) for change in one.changes.relations]
    yield "Relations", relations
    yield "Reviews that no longer hold", [for_markdown(folded(line)) for line in one.stale]
    yield "New findings", [for_markdown(finding_line(finding)) for finding in one.new]
    yield "Fixed findings", [for_markdown(_brief(finding)) for finding in one.fixed]


def _counted(maps: Sequence[ChangedMap]) -> str:
    counts = Counter[str]()
    for one in maps:
        counts.update(f"{node.kind} {node.change}" for node in one.changes.nodes)
        counts.update(f"relation {change.change}" for change in one.changes.relations)
        counts["review no longer holds"] += len(one.stale)
        counts["finding new"] += len(one.new)
        counts["finding fixed"] += len(one.fixed)
    told = [f"{count} {_plural(what, count)}" for what, count in counts.items() if count]
    return ", ".join(told) or "nothing changed"


def _plural(what: str, count: int) -> str:
    noun, _, rest = what.partition(" ")
    if count == 1 or noun == "evidence":
        return what
    return f"{noun}s {rest.replace('holds', 'hold')}"


def _object(one: ChangedMap) -> dict[str, object]:
    return {
        "map": one.name,
        "nodes": [
            {
                "change": change.change.value,
                "kind": change.kind,
                "id": change.node.id,
                "before": change.before.id if change.before else None,
                "text": change.node.text,
                "words": change.words,
                "fields": list(change.fields),
            }
            for change in one.changes.nodes
        ],
        "relations": [
            {
                "change": change.change.value,
                "id": change.relation.id,
                "stance": change.relation.stance.value,
                "premises": list(change.relation.premises),
                "target": change.relation.target,
                "before": change.before.stance.value if change.before else None,
                "fields": list(change.fields),
            }
            for change in one.changes.relations
        ],
        "reviews": list(one.stale),
        "new": [_finding(finding) for finding in one.new],
        "fixed": [_finding(finding) for finding in one.fixed],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.word,
        "subject": finding.subject,
        "message": finding.message,
        "place": str(finding.span) if finding.span else None,
    }
