"""Makes an argument map of an Argdown document."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from attrs import AttrsInstance, define, field

from argmap.findings import ArgmapError, Finding
from argmap.formats.argdown.document import Document, Heading
from argmap.formats.argdown.entries import Entry, Names, entry_of, exact, names_of, title_kept
from argmap.formats.argdown.kept import UnfitError, fields_of, restored
from argmap.formats.argdown.native import plain_tags
from argmap.formats.argdown.relating import Relating, unfit
from argmap.formats.argdown.values import filled, items, mapping, with_argdown
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, SetAside, Source
from argmap.text import Span, TextFile

_Part = TypeVar("_Part", Source, SetAside)
_LISTS: Final = frozenset({"nodes", "relations", "sources", "set_aside"})


def as_map(document: Document, file: TextFile) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Return the map that a document stands for, and what was wrong."""
    mapper = _Mapper(document)
    made = mapper.map(file)
    return made, tuple(sorted((*document.findings, *mapper.findings), key=_place))


def _place(finding: Finding) -> tuple[str, int]:
    return (finding.span.path, finding.span.start) if finding.span else ("", 0)


@define
class _Mapper:
    document: Document
    findings: list[Finding] = field(factory=list)

    def map(self, file: TextFile) -> ArgumentMap:
        """Make the map."""
        front = dict(self.document.front)
        own = mapping(front.pop("argmap", None))
        strips = mapping(front.get("model")).get("removeTagsFromText") is True
        for added in items(own.get("added")):  # settings by which Argdown shows the whole map
            front.pop(str(added), None)
        title = front.get("title")
        if isinstance(title, str):
            del front["title"]
        span = file.span(0, 0)
        statements = [entry_of(one, strips_tags=strips) for one in self.document.statements]
        arguments = [entry_of(one, strips_tags=strips) for one in self.document.arguments]
        names = names_of(statements, arguments)
        relating = Relating(self.document, names, arguments)
        relations = relating.relations(own.get("relations"), span)
        self.findings += relating.findings
        fields = self._fields(
            ArgumentMap, {name: one for name, one in own.items() if name not in _LISTS}, span
        )
        data = with_argdown(fields.pop("data", None), self._kept_of_map(front))
        fields.setdefault("title", title if isinstance(title, str) else "")
        return ArgumentMap(
            **fields,  # type: ignore[arg-type] # each field is made by its maker
            nodes=self._nodes(statements, arguments, names),
            relations=relations,
            sources=self._all(Source, own.get("sources"), span),
            set_aside=self._all(SetAside, own.get("set_aside"), span),
            data=data,
            span=span,
        )

    def _kept_of_map(self, front: dict[str, Json]) -> dict[str, Json]:
        headings = self.document.headings
        is_plain = all(
            one.level == 1 and not one.content.tags and not one.content.data for one in headings
        )
        kept: list[Json] = [_heading(one) for one in headings]
        return filled(front=front, headings=[] if is_plain else kept)

    def _nodes(
        self, statements: Sequence[Entry], arguments: Sequence[Entry], names: Names
    ) -> tuple[Node, ...]:
        made = [self._node(one, names.statements[nth]) for nth, one in enumerate(statements)]
        made += [
            self._node(one, names.arguments[nth])
            for nth, one in enumerate(arguments)
            if not one.is_taken_apart and one.what.members
        ]
        return tuple(sorted(made, key=lambda one: one.span.start if one.span else 0))

    def _node(self, entry: Entry, node_id: str) -> Node:
        own, headings = entry.own, self.document.headings
        heading = None if entry.section is None else headings[entry.section].content.text
        known: dict[str, object] = {
            "id": node_id,
            "text": exact(own, "text", entry.native_text, entry.text),
            "section": exact(own, "section", heading or "", heading),
            "tags": _exact_tags(own, entry.tags),
            "span": entry.place,
        }
        kept = filled(
            title=title_kept(entry, own, node_id),
            argument=entry.is_argument,
            markup=entry.markup,
            others=list(entry.others),
            data=entry.data,
        )
        kind: type[Claim | Evidence] = Evidence if own.get("evidence") is True else Claim
        rest = {name: one for name, one in own.items() if name not in known}
        fields = self._fields(kind, rest, entry.place)
        known["data"] = with_argdown(fields.pop("data", None), kept)
        try:
            return kind(**fields, **known)  # type: ignore[arg-type] # each is made by its maker
        except ArgmapError as error:
            self.findings.append(unfit(entry.place, str(error)))
            return kind(**known)  # type: ignore[arg-type] # as above

    def _fields(
        self, kind: type[AttrsInstance], values: Mapping[str, Json], span: Span
    ) -> dict[str, object]:
        try:
            return fields_of(kind, values)
        except UnfitError as error:
            self.findings.append(unfit(span, str(error)))
            return {}

    def _all(self, kind: type[_Part], values: Json, span: Span) -> list[_Part]:
        made: list[_Part] = []
        for one in items(values):
            try:
                made.append(restored(kind, mapping(one)))
            except UnfitError as error:
                self.findings.append(unfit(span, str(error)))
        return made


def _heading(heading: Heading) -> dict[str, Json]:
    content = heading.content
    data = dict(content.data or {})
    own = mapping(data.pop("argmap", None))
    tags = _exact_tags(own, content.tags)
    title = exact(own, "title", content.text, content.text)
    return filled(level=heading.level, title=title, tags=list(tags), data=data)


def _exact_tags(own: Mapping[str, Json], native: tuple[str, ...]) -> tuple[str, ...]:
    value = own.get("tags")
    if not isinstance(value, list):
        return native
    tags = tuple(one for one in value if isinstance(one, str))
    return tags if plain_tags(tags) == native else native
