"""lkif: argument graphs of the earlier Carneades, in LKIF.

The argument graphs of the Legal Knowledge Interchange Format (ESTRELLA project, 2008), as the
Carneades editor saves them; rules and sources in such a file are left out. It is read and not
written.

==========================================  ================================================
LKIF                                        argmap
==========================================  ================================================
a `statement`                               a claim, by the same id
`value="true"`                              the claim is assumed
`main-issue` of a graph                     the main claim
an `argument`, `pro` or `con`               supports or contrasts its conclusion; its
                                            premises are linked
a premise of type `exception`               undercuts the argument
a negative premise                          a claim `not-…`, and the statement and it
                                            contrast each other
`scheme`, `weight`, `title` of an argument  its scheme, strength and warrant
`title` of the first graph                  the title of the map
==========================================  ================================================

Kept as data: of a claim `value`, `assumption` and proof `standard`; of a relation the `roles` of
its premises, and those of type `assumption`; of the map `arguments` that have no premise.
"""

from typing import Final

from argmap.findings import Finding, Severity
from argmap.formats.format import Beside, Read, nothing_beside
from argmap.formats.ids import Ids
from argmap.formats.problems import damaged, shortened
from argmap.formats.xml_text import Element, XmlText, read_xml, text_of
from argmap.model import ArgumentMap, Claim, Json, Relation, Stance
from argmap.text import TextFile

_OWN: Final = "lkif"
_STANCES: Final = {"pro": Stance.SUPPORTS, "con": Stance.CONTRASTS}
_ACCEPTED: Final = "accepted in the argument graph"
_KEPT: Final = "it counts for nothing, and is kept as data"


def read(file: TextFile, beside: Beside = nothing_beside) -> Read:  # noqa: ARG001 - no other file
    """Read the argument graphs of a file, as one map."""
    xml = read_xml(file)
    if xml.root is None:
        return ArgumentMap(), xml.findings
    reader = _Reader(xml)
    return reader.map(), (*xml.findings, *reader.findings)


class _Reader:
    """Reads one file."""

    def __init__(self, xml: XmlText) -> None:
        self.findings: list[Finding] = []
        self._xml, self._ids = xml, Ids()
        self._claims: dict[str, Claim] = {}
        self._relations: list[Relation] = []
        self._arguments: dict[str, Json] = {}
        self._names: dict[str, str] = {}
        self._negated: dict[str, str] = {}

    def map(self) -> ArgumentMap:
        """Return what the file says."""
        graphs = list(self._xml.root.iter("{*}argument-graph"))
        if not graphs:
            message, advice = "this LKIF has no argument graph", "only argument graphs are read"
            self._tell(self._xml.root, message, advice)
        for graph in graphs:
            self._graph(graph)
        data: dict[str, Json] = {}
        if self._arguments:
            data[_OWN] = {"arguments": self._arguments}
        return ArgumentMap(
            next((title for one in graphs if (title := one.get("title"))), ""),
            nodes=self._claims.values(),
            relations=self._relations,
            data=data,
            span=self._xml.span(self._xml.root),
        )

    def _graph(self, graph: Element) -> None:
        """Read one graph; ids hold within it."""
        self._names, self._negated = {}, {}
        main = graph.get("main-issue") or ""
        for one in graph.iterfind("{*}statements/{*}statement"):
            self._statement(one, main)
        for one in graph.iterfind("{*}arguments/{*}argument"):
            self._argument(one)

    def _statement(self, element: Element, main: str) -> None:
        own = element.get("id") or ""
        name = self._ids.take(own, "statement")
        self._names.setdefault(own, name)
        kept = {key: value for key, value in element.items() if key != "id" and value}
        data: dict[str, Json] = dict(kept)
        text = " ".join(text_of(element).split())
        if not text:
            self._tell(element, f"'{shortened(name)}' has no text", "write it in `<s>`", name)
        self._claims[name] = Claim(
            name,
            text,
            main=bool(own) and own == main,
            assumed=_ACCEPTED if kept.get("value") == "true" else None,
            data={_OWN: data} if data else {},
            span=self._xml.span(element),
        )

    def _argument(self, element: Element) -> None:
        name = self._ids.take(element.get("id") or "", "argument")
        end = next((self._end(one) for one in element.iterfind("{*}conclusion")), "")
        premises, exceptions, data = self._premises(element, name)
        if not premises or not end:
            lacks = "premise" if end else "conclusion"
            self._tell(element, f"argument '{shortened(name)}' has no {lacks}", _KEPT, name)
            kept: dict[str, Json] = {**dict(element.items()), "conclusion": end, **data}
            self._arguments[name] = kept | {"premises": [*premises], "exceptions": [*exceptions]}
            return
        weight = _degree(element.get("weight"))
        if weight is None and element.get("weight"):
            data["weight"] = element.get("weight")
        span = self._xml.span(element)
        self._relations.append(
            Relation(
                _STANCES.get(element.get("direction") or "pro", Stance.SUPPORTS),
                premises,
                end,
                id=name,
                scheme=element.get("scheme") or None,
                because=element.get("title") or None,
                strength=weight,
                data={_OWN: data} if data else {},
                span=span,
            )
        )
        for one in exceptions:
            self._relations.append(Relation(Stance.UNDERCUTS, one, name, span=span))

    def _premises(
        self, argument: Element, name: str
    ) -> tuple[list[str], list[str], dict[str, Json]]:
        """Return the premises of an argument, its exceptions, and what is kept of them."""
        by_kind: dict[str, dict[str, None]] = {"ordinary": {}, "assumption": {}, "exception": {}}
        premises: dict[str, None] = {}
        roles: dict[str, Json] = {}
        for one in argument.iterfind("{*}premises/{*}premise"):
            premise = self._premise(one)
            if not premise:
                message = f"a premise of '{shortened(name)}' names no statement"
                self._tell(one, message, "it was left out", name, Severity.ERROR)
                continue
            by_kind.get(one.get("type"), by_kind["ordinary"])[premise] = None
            if one.get("type") != "exception":
                premises[premise] = None
            if one.get("role"):
                roles[premise] = one.get("role")
        kept: dict[str, Json] = {"roles": roles, "assumptions": [*by_kind["assumption"]]}
        data: dict[str, Json] = {key: value for key, value in kept.items() if value}
        return list(premises), list(by_kind["exception"]), data

    def _end(self, element: Element) -> str:
        own = element.get("statement") or ""
        return self._names.get(own, own)

    def _premise(self, element: Element) -> str:
        """Return the claim that a premise is; a negative one is a claim of its own."""
        name = self._end(element)
        if not name or element.get("polarity") != "negative":
            return name
        if name not in self._negated:
            negated = self._ids.take(f"not-{name}")
            self._negated[name] = negated
            text = self._claims[name].text if name in self._claims else name
            span = self._xml.span(element)
            data: Json = {"negates": name}
            self._claims[negated] = Claim(negated, f"Not: {text}", data={_OWN: data}, span=span)
            for ends in ((name, negated), (negated, name)):
                self._relations.append(Relation(Stance.CONTRASTS, *ends, span=span))
        return self._negated[name]

    def _tell(
        self,
        element: Element,
        message: str,
        advice: str,
        subject: str = "",
        severity: Severity = Severity.WARNING,
    ) -> None:
        span = self._xml.span(element)
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))


def _degree(text: str | None) -> float | None:
    """Return a weight from 0 to 1; None where it is something else."""
    try:
        weight = float(text or "")
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None
