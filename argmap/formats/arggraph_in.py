"""Reads arggraph XML as an argument map."""

from collections.abc import Collection, Iterator
from typing import Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.arggraph_own import with_own
from argmap.formats.format import Beside, Read, nothing_beside
from argmap.formats.ids import Ids
from argmap.formats.problems import damaged, shortened
from argmap.formats.xml_text import Element, XmlText, name_of, read_xml, text_of
from argmap.model import ArgumentMap, Claim, Json, Relation, Stance
from argmap.text import Span, TextFile

STANCES: Final = {
    "sup": Stance.SUPPORTS,
    "exa": Stance.SUPPORTS,
    "reb": Stance.CONTRASTS,
    "und": Stance.UNDERCUTS,
}
BY_EXAMPLE: Final = "example"
_MOST_TEXT: Final = 20
_ENDS: Final = ("id", "src", "trg", "type")


@define
class _Edge:
    """An edge while its ends are looked for; `added` are those that add a premise to it."""

    id: str
    source: str
    target: str
    type: str
    more: dict[str, Json]
    span: Span
    added: list["_Edge"] = field(factory=list)

    @property
    def as_data(self) -> Json:
        """The edge as it was written."""
        known = zip(_ENDS, (self.id, self.source, self.target, self.type), strict=True)
        return {**{key: value for key, value in known if value}, **self.more}


def read(file: TextFile, beside: Beside = nothing_beside) -> Read:  # noqa: ARG001 - no other file
    """Read an argument graph."""
    xml = read_xml(file)
    if xml.root is None:
        return ArgumentMap(), xml.findings
    reader = _Reader(xml)
    return with_own(reader.map(), file.text), (*xml.findings, *reader.findings)


class _Reader:
    """Reads one file."""

    def __init__(self, xml: XmlText) -> None:
        self.findings: list[Finding] = []
        self._xml, self._ids = xml, Ids()
        self._units: dict[str, Element] = {}
        self._joints: dict[str, Element] = {}
        self._claims: dict[str, Element] = {}
        self._edges: dict[str, _Edge] = {}
        self._left: list[Json] = []
        self._used: set[str] = set()
        # Units that many claims share could else make more than a memory holds.
        self._room = _MOST_TEXT * len(xml.file.text)
        if name_of(xml.root) != "arggraph":
            message = f"'{shortened(name_of(xml.root))}' is no argument graph"
            self._tell(xml.span(xml.root), message, "it has to be called `arggraph`")
        for element in xml.root:
            self._take(element)

    def map(self) -> ArgumentMap:
        """Return what the file says."""
        parts = self._parts()
        relations = tuple(self._relations())
        nodes = [self._claim(name, one, parts[name]) for name, one in self._claims.items()]
        root = self._xml.root
        data = _more(root, ("id",))
        kept: dict[str, list[Json]] = {
            "edus": [
                {"id": name, "text": text_of(one), **_more(one, ("id",))}
                for name, one in self._units.items()
                if name not in self._used
            ],
            "joints": [
                {"id": name, **_more(one, ("id",))}
                for name, one in self._joints.items()
                if name not in self._used
            ],
            "edges": self._left,
        }
        data |= {key: value for key, value in kept.items() if value}
        return ArgumentMap(
            root.get("id") or "",
            nodes=nodes,
            relations=relations,
            data={"arggraph": data} if data else {},
            span=self._xml.span(root),
        )

    def _take(self, element: Element) -> None:
        name = name_of(element)
        span = self._xml.span(element)
        where = {"edu": self._units, "joint": self._joints, "adu": self._claims}.get(name)
        if where is not None:
            where[self._id(element, name)] = element
        elif name == "edge":
            source, target, kind = (element.get(key) or "" for key in _ENDS[1:])
            edge = _Edge(self._id(element, "c"), source, target, kind, _more(element, _ENDS), span)
            self._edges[edge.id] = edge
        elif name:
            message = f"the element '{shortened(name)}' is not known"
            self._tell(span, message, "it was left out; there are edu, joint, adu and edge")

    def _id(self, element: Element, fallback: str) -> str:
        wanted = element.get("id") or ""
        taken = self._ids.take(wanted, fallback)
        if taken != wanted:
            message = f"the id '{shortened(wanted)}' stands twice" if wanted else "an id is missing"
            advice, span = f"it is read as '{taken}'", self._xml.span(element)
            self._tell(span, message, advice, taken, Severity.WARNING)
        return taken

    def _leave(self, edge: _Edge, message: str) -> None:
        self._tell(edge.span, message, "it counts for nothing, and is kept as data", edge.id)
        self._left.append(edge.as_data)

    def _parts(self) -> dict[str, list[dict[str, Json]]]:
        """Return for each claim the units that it is put together of, in the order of the text."""
        into: dict[str, list[_Edge]] = {}
        for edge in self._edges.values():
            if edge.type == "seg":
                into.setdefault(edge.target, []).append(edge)
        order = {name: number for number, name in enumerate(self._units)}
        found: dict[str, list[dict[str, Json]]] = {}
        for name in self._claims:
            parts = [part for edge in into.pop(name, ()) for part in self._of(edge, into)]
            found[name] = sorted(parts, key=lambda part: order[str(part["id"])])
        for edges in into.values():
            for edge in edges:
                if edge.target not in self._used:
                    self._leave(edge, f"edge '{shortened(edge.id)}' leads from or to nothing")
        return found

    def _of(self, edge: _Edge, into: dict[str, list[_Edge]]) -> Iterator[dict[str, Json]]:
        """Give the units at the beginning of an edge to a claim."""
        if edge.source in self._units:
            yield from self._part(edge)
        elif edge.source in self._joints and edge.source not in self._used:
            self._used.add(edge.source)
            joint: dict[str, Json] = {"id": edge.source, "edge": edge.id}
            joint |= _more(self._joints[edge.source], ("id",))
            for inner in into.get(edge.source, ()):
                if inner.source in self._units:
                    yield from ({**part, "joint": joint} for part in self._part(inner))
                else:
                    self._leave(inner, f"edge '{shortened(inner.id)}' leads from or to nothing")
        else:
            self._leave(edge, f"edge '{shortened(edge.id)}' leads from or to nothing")

    def _part(self, edge: _Edge) -> Iterator[dict[str, Json]]:
        unit = self._units[edge.source]
        text = text_of(unit)
        self._room -= len(text)
        if self._room < 0:
            self._leave(edge, f"edge '{shortened(edge.id)}' brings too much text once more")
            return
        self._used.add(edge.source)
        part: dict[str, Json] = {"id": edge.source, "edge": edge.id, "text": text}
        yield part | _more(unit, ("id",))

    def _claim(self, name: str, element: Element, parts: list[dict[str, Json]]) -> Claim:
        text = " ".join(str(part["text"]) for part in parts)
        span = self._xml.span(element)
        if not parts:
            self._tell(span, f"'{shortened(name)}' has no text", "connect an `edu` to it", name)
        if len(parts) == 1:
            parts[0].pop("text")
        data: dict[str, Json] = _more(element, ("id",))
        if parts:
            data["edus"] = list(parts)
        return Claim(name, text, data={"arggraph": data} if data else {}, span=span)

    def _relations(self) -> Iterator[Relation]:
        self._join_added()
        for edge in self._edges.values():
            if edge.type in {"seg", "add"}:
                continue
            if edge.type not in STANCES:
                message = f"'{shortened(edge.type)}' is no type of an edge"
                self._leave(edge, message if edge.type else "an edge has no type")
            elif not edge.source or not edge.target:
                self._leave(edge, f"edge '{shortened(edge.id)}' has one end only")
            else:
                yield _relation(edge)
                continue
            for added in edge.added:
                self._left.append(added.as_data)

    def _join_added(self) -> None:
        """Put each edge that adds a premise with the edge that it is added to in the end."""
        owners: dict[str, _Edge | None] = {}
        for edge in self._edges.values():
            if edge.type != "add":
                continue
            way: list[_Edge] = []
            at: _Edge | None = edge
            while at and at.type == "add" and at.id not in owners:
                owners[at.id] = None  # met once more before its owner is known: a circle
                way.append(at)
                at = self._edges.get(at.target)
            owner = owners[at.id] if at and at.type == "add" else at
            owners |= dict.fromkeys((one.id for one in way), owner)
            if owner is None or owner.type == "seg" or not edge.source:
                message = f"edge '{shortened(edge.id)}' adds nothing to an edge"
                self._leave(edge, message)
            else:
                owner.added.append(edge)

    def _tell(
        self,
        span: Span,
        message: str,
        advice: str,
        subject: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))


def _relation(edge: _Edge) -> Relation:
    data: dict[str, Json] = dict(edge.more)
    if edge.added:
        data["added"] = [
            {
                "src": one.source,
                "id": one.id,
                **({} if one.target == edge.id else {"trg": one.target}),
                **one.more,
            }
            for one in edge.added
        ]
    return Relation(
        STANCES[edge.type],
        (edge.source, *(one.source for one in edge.added)),
        edge.target,
        id=edge.id,
        scheme=BY_EXAMPLE if edge.type == "exa" else None,
        data={"arggraph": data} if data else {},
        span=edge.span,
    )


def _more(element: Element, known: Collection[str]) -> dict[str, Json]:
    """Return the attributes that are not read as something else."""
    return {key: value for key, value in element.items() if key not in known}
