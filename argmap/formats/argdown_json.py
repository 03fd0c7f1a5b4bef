"""The JSON that Argdown exports: `argdown json`.

It follows what @argdown/cli 1.7 writes (https://argdown.org). It becomes the same map as the text
that it was made from would: see the page of `argdown`. Files with a `map` in them are read as those
without one; the map only repeats what is there.

What Argdown leaves out of its JSON is not in the map: the front matter with title and settings,
what argmap had kept in it, comments, and the numbers of premises. Texts have lost their markup.
Places are those in the JSON; nodes stand in the order of the text.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, evolve, field

from argmap.findings import Finding, Severity
from argmap.formats.argdown.document import (
    Argument,
    Bond,
    Document,
    End,
    Heading,
    Link,
    Member,
    Statement,
    Step,
)
from argmap.formats.argdown.inline import Inline
from argmap.formats.argdown.mapping import as_map
from argmap.formats.format import Beside, nothing_beside
from argmap.formats.json_text import JsonText, read_json
from argmap.formats.packed import list_in, object_in, text_in
from argmap.formats.problems import damaged, invalid_file, shortened
from argmap.model import ArgumentMap, Json
from argmap.text import Span, TextFile

_UNTITLED: Final = re.compile(r"Untitled \d{1,9}")
_ROLES: Final = {
    "top-level-statement": "top",
    "relation-statement": "relation",
    "premise": "premise",
    "intermediary-conclusion": "conclusion",
    "main-conclusion": "conclusion",
    "argument-description": "top",
}
_KINDS: Final = {"equivalence-class": "statement", "argument": "argument", "inference": "inference"}
_LEFT_OUT: Final = "it was left out; export the file once more with Argdown"
_LAST: Final = (1 << 60, 0)


def read(
    file: TextFile,
    beside: Beside = nothing_beside,  # noqa: ARG001 - as all readers have it
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read an export of Argdown."""
    text = read_json(file)
    if not isinstance(text.value, dict):
        if text.findings:
            return ArgumentMap(), text.findings
        message = "this is no export of Argdown: it has no `statements` and `arguments`"
        return ArgumentMap(), (invalid_file(text.span(), message, _LEFT_OUT),)
    reading = _Reading(text)
    argument_map, findings = as_map(reading.document(), file)
    nodes = sorted(argument_map.nodes, key=lambda node: reading.order(node.span))
    whole = evolve(argument_map, nodes=nodes)
    return whole, (*text.findings, *reading.findings, *findings)


@define
class _Reading:
    """What was read of one export so far."""

    _text: JsonText
    findings: list[Finding] = field(factory=list)
    _statements: dict[str, int] = field(factory=dict)
    _arguments: dict[str, int] = field(factory=dict)
    _sections: dict[str, int] = field(factory=dict)
    _conclusions: dict[str, list[int]] = field(factory=dict)
    _places: dict[int, tuple[int, int]] = field(factory=dict)

    def document(self) -> Document:
        headings = tuple(self._headings())
        statements = self._objects("statements")
        arguments = self._objects("arguments")
        self._statements.update((title, at) for at, (title, _, _) in enumerate(statements))
        self._arguments.update((title, at) for at, (title, _, _) in enumerate(arguments))
        return Document(
            statements=tuple(self._statement(*one) for one in statements),
            arguments=tuple(self._argument(*one) for one in arguments),
            relations=tuple(self._links()),
            headings=headings,
            front={},
            findings=(),
        )

    def order(self, span: Span | None) -> tuple[int, int]:
        """Return line and column in the text that the JSON was made from."""
        return self._places.get(span.start, _LAST) if span else _LAST

    def _statement(self, title: str, raw: dict[str, Json], span: Span) -> Statement:
        members = self._members(raw, span) or self._named_only(raw, span)
        return Statement(title, not _UNTITLED.fullmatch(title), members)

    def _argument(self, title: str, raw: dict[str, Json], span: Span) -> Argument:
        members, steps = self._members(raw, span), tuple(self._steps(title, raw, span))
        return Argument(
            title,
            not _UNTITLED.fullmatch(title),
            members if members or steps else self._named_only(raw, span),
            steps,
            self._section(raw),
            span,
        )

    def _members(self, raw: dict[str, Json], span: Span) -> tuple[Member, ...]:
        found: list[Member] = []
        places: list[tuple[bool, tuple[int, int]]] = []
        for one in list_in(raw, "members"):
            if not isinstance(one, dict):
                continue
            is_reference = one.get("isReference") is True
            role = _ROLES.get(text_in(one, "role"), "top")
            found.append(Member(_inline(one), is_reference, role, self._section(one), span))
            places.append((is_reference, _place(one)))
        if found:
            self._places[span.start] = min(places)[1]
        return tuple(found)

    def _named_only(self, raw: dict[str, Json], span: Span) -> tuple[Member, ...]:
        """Return the place of what is named, in a relation, and stands nowhere."""
        nothing = Inline("", "")
        return (Member(nothing, True, "top", self._section(raw), span),)  # noqa: FBT003 - a field

    def _steps(self, title: str, raw: dict[str, Json], span: Span) -> Iterator[Step]:
        """Give the inferences of an argument that is taken apart."""
        pcs = [one for one in list_in(raw, "pcs") if isinstance(one, dict)]
        numbers = [self._statements.get(text_in(one, "title"), -1) for one in pcs]
        premises: list[int] = []
        if pcs:
            self._places.setdefault(span.start, _place(pcs[0]))
        for at, one in enumerate(pcs):
            number = numbers[at]
            if number < 0:
                self._damage(span, f"a premise or conclusion of '{shortened(title)}' is missing")
            elif not text_in(one, "role").endswith("conclusion"):
                premises.append(number)
            elif premises:
                inference = object_in(one, "inference")
                rules = (rule for rule in list_in(inference, "inferenceRules"))
                data = object_in(inference, "data") or None
                used = _used(list_in(data, "uses"), numbers[:at])
                yield Step(
                    tuple(used or premises),
                    number,
                    tuple(rule for rule in rules if isinstance(rule, str)),
                    data,
                    bool(used),
                    span,
                )
                self._conclusions.setdefault(title, []).append(at)
                premises = [number]
            else:
                self._damage(span, f"a conclusion of '{shortened(title)}' has no premise")

    def _links(self) -> Iterator[Link]:
        for at, raw in enumerate(list_in(self._text.top, "relations")):
            span = self._text.span("relations", at)
            kind = text_in(raw, "relationType")
            bond = next((one for one in Bond if one.value == kind), None)
            source, target = self._end(raw, "from"), self._end(raw, "to")
            if bond is None:
                self._damage(span, f"'{shortened(kind)}' is no relation of Argdown")
            elif source is None or target is None:
                self._damage(span, "a relation leads to or from what is not there")
            else:
                yield Link(bond, source, target, span)

    def _end(self, raw: Json, side: str) -> End | None:
        kind = _KINDS.get(text_in(raw, f"{side}Type"), "")
        title = text_in(raw, side)
        number = (self._statements if kind == "statement" else self._arguments).get(title)
        if number is None or not kind:
            return None
        if kind != "inference":
            return End(kind, number)
        conclusions = self._conclusions.get(title, [])
        index = raw.get("conclusionIndex") if isinstance(raw, dict) else None
        if not conclusions:
            return None
        if isinstance(index, int) and index in conclusions:
            return End(kind, number, conclusions.index(index))
        return End(kind, number, len(conclusions) - 1)

    def _headings(self) -> Iterator[Heading]:
        """Give the sections in the order of the text; their numbers stay known by their ids."""
        waiting = [*reversed(list_in(self._text.top, "sections"))]
        while waiting:
            raw = waiting.pop()
            waiting.extend(reversed(list_in(raw, "children")))
            level = raw.get("level") if isinstance(raw, dict) else None
            self._sections[text_in(raw, "id")] = len(self._sections)
            title = Inline(text_in(raw, "title"), text_in(raw, "title"), _tags(raw))
            yield Heading(
                level if isinstance(level, int) else 1, title, self._text.span("sections")
            )

    def _section(self, raw: Mapping[str, Json]) -> int | None:
        return self._sections.get(text_in(raw, "section"))

    def _objects(self, key: str) -> list[tuple[str, dict[str, Json], Span]]:
        value = self._text.top.get(key, {})
        if not isinstance(value, dict):
            self._damage(self._text.span(key), f"'{key}' is no object")
            return []
        found: list[tuple[str, dict[str, Json], Span]] = []
        for title, raw in value.items():
            span = self._text.span(key, title)
            if isinstance(raw, dict):
                found.append((title, raw, span))
            else:
                self._damage(span, f"'{shortened(title)}' in '{key}' is no object")
        return found

    def _damage(self, span: Span, message: str) -> None:
        self.findings.append(damaged(span, message, _LEFT_OUT, severity=Severity.ERROR))


def _used(uses: list[Json], numbers: list[int]) -> list[int]:
    """Return the premises that an inference names by their numbers, if all of them are there."""
    found = [
        numbers[use - 1]
        for use in uses
        if isinstance(use, int) and not isinstance(use, bool) and 0 < use <= len(numbers)
    ]
    return found if len(found) == len(uses) and min(found, default=-1) >= 0 else []


def _inline(raw: Mapping[str, Json]) -> Inline:
    full = text_in(raw, "text").strip()
    tags = _tags(raw)
    text = full
    for tag in reversed(tags):
        for sign in (f"#({tag})", f"#{tag}"):
            if text.endswith(sign):
                text = text.removesuffix(sign).rstrip()
                break
    untagged = full
    for tag in sorted(tags, key=len, reverse=True):
        untagged = untagged.replace(f"#({tag})", "").replace(f"#{tag}", "")
    data = object_in(raw, "data")
    return Inline(text, " ".join(untagged.split()), tags, data or None, full=full)


def _tags(raw: Mapping[str, Json] | Json) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for tag in list_in(raw, "tags") if isinstance(tag, str)))


def _place(raw: Mapping[str, Json]) -> tuple[int, int]:
    line, column = raw.get("startLine"), raw.get("startColumn")
    if isinstance(line, int) and isinstance(column, int):
        return line, column
    return _LAST
