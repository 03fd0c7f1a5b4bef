"""Reads an assurance case in the YAML of gsn2x as an argument map."""

import re
from typing import Final

from attrs import evolve

from argmap.claimfile.tree import Pairs, Scalar, Value
from argmap.findings import Finding, Severity
from argmap.formats.carrying import taken_back
from argmap.formats.format import Beside, Read, nothing_beside
from argmap.formats.links import Links
from argmap.formats.problems import damaged, shortened
from argmap.formats.yaml_text import plain, read_yaml, several, words
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Passage, Relation, Stance
from argmap.text import Span, TextFile

OWN: Final = "gsn"
MODULE: Final = "module"
_PREFIXES: Final = (
    ("CSn", "CounterSolution"),
    ("CS", "CounterStrategy"),
    ("CG", "CounterGoal"),
    ("Sn", "Solution"),
    ("G", "Goal"),
    ("S", "Strategy"),
    ("C", "Context"),
    ("A", "Assumption"),
    ("J", "Justification"),
)
KINDS: Final = tuple(kind for _, kind in _PREFIXES)
SOLUTIONS: Final = frozenset({"Solution", "CounterSolution"})
ASSUMED: Final = {kind: kind.lower() for kind in ("Context", "Assumption", "Justification")}
_BETWEEN: Final = re.compile(r"(\S{1,200})\s{0,20}->\s{0,20}(\S{1,200})")
_LEFT_OUT: Final = "it was left out"


def kind_of(name: str) -> str:
    """Return the kind that an id tells by its beginning; may be empty."""
    return next((kind for prefix, kind in _PREFIXES if name.startswith(prefix)), "")


def read(file: TextFile, beside: Beside = nothing_beside) -> Read:  # noqa: ARG001 - no other file
    """Read an assurance case."""
    yaml = read_yaml(file)
    reader = _Reader(file)
    for key, value in yaml.pairs:
        reader.take(key, value)
    return reader.map(), (*yaml.findings, *reader.findings)


class _Reader:
    """Reads one file."""

    def __init__(self, file: TextFile) -> None:
        self.findings: list[Finding] = []
        self._file, self._links = file, Links()
        self._nodes: dict[str, Node] = {}
        self._relations: list[Relation] = []
        self._between: dict[tuple[str, str], str] = {}
        self._undercuts: list[tuple[str, str, Scalar]] = []
        self._module: dict[str, Json] = {}

    def take(self, key: Scalar, value: Value) -> None:
        """Read what stands behind a key at the top."""
        if isinstance(value, Scalar) and value.is_absent:
            value = Pairs((), start=key.end, end=key.end)
        if not isinstance(value, Pairs) or not key.text:
            self._tell(key, f"'{shortened(key.text)}' is no element", "write `text:` below it")
        elif key.text == MODULE:
            self._module = {name.text: plain(one) for name, one in value.pairs}
        elif key.text not in self._nodes:  # one that stands twice is told of by the YAML reader
            self._node(key, dict(value.pairs))

    def map(self) -> ArgumentMap:
        """Return what the file says."""
        nodes = dict(self._nodes)
        for name, target, place in self._undercuts:
            first, second = _ends(target)
            step = self._between.get((first, second)) or self._between.get((second, first))
            if step is None:
                message = f"'{shortened(name)}' challenges a step that is not there: '{target}'"
                self._tell(place, message, "it is kept as data", name)
                data: dict[str, Json] = dict(_own(nodes[name]), challenges=target)
                nodes[name] = evolve(nodes[name], data={OWN: data})
            else:
                span = self._span(place)
                self._relations.append(Relation(Stance.UNDERCUTS, name, step, span=span))
        module = self._module
        title, brief = (module.pop(key, None) for key in ("name", "brief"))
        data = {OWN: {MODULE: module}} if module else {}
        return ArgumentMap(
            "" if title is None else str(title),
            description=None if brief is None else str(brief),
            nodes=nodes.values(),
            relations=self._relations,
            sources=self._links.sources,
            data=data,
            span=self._file.span(0),
        )

    def _node(self, key: Scalar, fields: dict[Scalar, Value]) -> None:
        name, span = key.text, self._span(key)
        by_name = {field.text: value for field, value in fields.items()}
        text = self._word(by_name.pop("text", None), name) or ""
        kind = self._word(by_name.pop("nodeType", None), name) or ""
        carried = by_name.pop("argmap", None)
        url = self._word(by_name.pop("url", None), name)
        for parent, stance in (("supportedBy", Stance.SUPPORTS), ("challenges", Stance.CONTRASTS)):
            for one in several(by_name.pop(parent)) if parent in by_name else ():
                self._step(name, one, stance)
        data: dict[str, Json] = {field: plain(value) for field, value in by_name.items()}
        if "inContextOf" in by_name:
            data["inContextOf"] = [words(one) for one in several(by_name["inContextOf"])]
        known = {one.casefold(): one for one in KINDS}.get(kind.casefold(), "")
        if kind and known != kind_of(name):
            data["nodeType"] = kind
        known = known or kind_of(name)
        if not known:
            message = f"'{shortened(name)}' is of no known kind"
            advice = "it is read as a goal; let its id begin with G, S, Sn, C, A or J"
            self._tell(key, message, advice, name, Severity.WARNING)
        passages = (Passage(self._links.source(url, "", span), span=span),) if url else ()
        own = {OWN: data} if data else {}
        text = text.rstrip("\r\n")
        node: Node = (
            Evidence(name, text, passages=passages, data=own, span=span)
            if known in SOLUTIONS
            else Claim(
                name, text, assumed=ASSUMED.get(known), passages=passages, data=own, span=span
            )
        )
        self._nodes[name] = taken_back(node, plain(carried) if carried else None)

    def _step(self, name: str, other: Value, stance: Stance) -> None:
        """Read one item of `supportedBy` or `challenges`."""
        end = self._word(other, name)
        if not end or not isinstance(other, Scalar):
            return
        if stance is Stance.CONTRASTS and _BETWEEN.fullmatch(end):
            self._undercuts.append((name, end, other))
            return
        premise, target = (end, name) if stance is Stance.SUPPORTS else (name, end)
        step = Relation(stance, premise, target, span=self._span(other))
        self._relations.append(step)
        self._between.setdefault((target, premise), step.id)

    def _word(self, value: Value | None, name: str) -> str | None:
        """Return a value as a text; report one that is none."""
        if value is None:
            return None
        text = words(value)
        if text is None:
            self._tell(value, f"a text is expected in '{shortened(name)}'", _LEFT_OUT, name)
        return text

    def _span(self, value: Value) -> Span:
        return self._file.span(value.start, value.end)

    def _tell(
        self,
        value: Value,
        message: str,
        advice: str,
        subject: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        span = self._span(value)
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))


def _ends(text: str) -> tuple[str, str]:
    found = _BETWEEN.fullmatch(text)
    return (found[1], found[2]) if found else ("", "")


def _own(node: Node) -> dict[str, Json]:
    kept = node.data.get(OWN)
    return kept if isinstance(kept, dict) else {}
