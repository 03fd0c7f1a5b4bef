"""Makes a document of a text in Argdown.

It follows the grammar of Argdown 1.7 (argdown.org). What its parser refuses is mended where the
meaning is plain, with a finding.
"""

from collections.abc import Iterator
from typing import Final

from attrs import define

from argmap.findings import Finding
from argmap.formats.argdown.blocks import Blocks, Item, Kind
from argmap.formats.argdown.cleaning import clean
from argmap.formats.argdown.document import (
    Argument,
    Bond,
    Document,
    End,
    Heading,
    Link,
    Statement,
)
from argmap.formats.argdown.gathering import Gathered, Gathering
from argmap.formats.argdown.including import merge
from argmap.formats.argdown.structures import Structure
from argmap.formats.argdown.trees import Tree
from argmap.formats.argdown.trouble import Trouble
from argmap.formats.argdown.yaml_data import DataError, read_data
from argmap.formats.format import Beside, nothing_beside
from argmap.model import Json
from argmap.text import TextFile

_STRICT: Final = {Bond.SUPPORT: Bond.ENTAILS, Bond.ATTACK: Bond.CONTRARY}
_SYMMETRIC: Final = {Bond.CONTRARY, Bond.CONTRADICTORY}


def read_document(file: TextFile, beside: Beside = nothing_beside) -> Document:
    """Read a file of Argdown as Argdown itself sees it."""
    text, places, findings = merge(file, beside)
    return _Builder(Gathering(clean(text, places), findings)).build()


@define
class _Builder:
    found: Gathering
    last_argument: int | None = None
    """The argument that the block before is of, which premises that follow belong to."""

    def build(self) -> Document:
        """Read the whole."""
        front = self._front()
        for trouble in self.found.cleaned.troubles:
            self.found.tell_trouble(trouble)
        blocks = Blocks()
        for items in blocks.of(self.found.cleaned.text):
            self._block(items)
        for remark in blocks.remarks:
            self.found.tell(remark, 0)
        return Document(
            tuple(
                Statement(one.title, one.is_titled, tuple(one.members))
                for one in self.found.statements
            ),
            tuple(self._argument(one) for one in self.found.arguments),
            tuple(self._settled(is_strict=_is_strict(front))),
            tuple(self.found.headings),
            front,
            tuple(sorted(self.found.findings, key=_place)),
        )

    def _argument(self, one: Gathered) -> Argument:
        span = one.span or self.found.span(0, 0)
        members, steps = tuple(one.members), tuple(one.steps)
        return Argument(one.title, one.is_titled, members, steps, one.section, span)

    def _front(self) -> dict[str, Json]:
        if self.found.cleaned.front is None:
            return {}
        try:
            value = read_data(self.found.cleaned.front)
        except DataError as error:
            start, end = self.found.cleaned.front_place
            message = f"the front matter cannot be read: {error}"
            self.found.tell_trouble(
                Trouble(start, end, message, "mend its YAML; argmap left it out", heavy=True)
            )
            return {}
        return value if isinstance(value, dict) else {}

    # Blocks

    def _block(self, items: list[Item]) -> None:
        first = items[0].kind
        argument = self.last_argument
        self.last_argument = None
        if first is Kind.HEADING:
            self._heading(items[0])
        elif first in {Kind.NUMBERED, Kind.INFERENCE}:
            Structure(self.found, argument).build(items)
        elif first is Kind.LISTED:
            self._list(items)
        else:
            self._paragraph(items)

    def _heading(self, item: Item) -> None:
        content = self.found.inline(item.content, item.end)
        self.found.headings.append(
            Heading(len(item.sign), content, self.found.span(item.start, item.end))
        )

    def _list(self, items: list[Item]) -> None:
        tree = Tree(self.found)
        for item in items:
            if item.kind is Kind.LISTED:
                if item.indent and item.indent > items[0].indent:
                    advice = "put all items at the beginning of their lines"
                    self.found.remark(item, "lists have no levels", advice)
                tree.root(self.found.member(item.content, item.end, "listed"))
            else:
                tree.add(item)

    def _paragraph(self, items: list[Item]) -> None:
        tree = Tree(self.found)
        first = items[0]
        if first.kind is Kind.RELATION:
            message = f"nothing stands above '{first.sign}' that it could relate to"
            advice = "remove the empty line above it, or begin with other words"
            self.found.remark(first, message, advice, heavy=True)
        end = self.found.member(first.content, first.end, "top")
        tree.root(end)
        for item in items[1:]:
            tree.add(item)
        if end.kind == "argument":
            self.last_argument = end.number

    # Relations

    def _settled(self, *, is_strict: bool) -> Iterator[Link]:
        """Give the relations as they hold once all arguments are known, each once."""
        seen: set[tuple[Bond, End, End]] = set()
        for link in self.found.links:
            source, target, bond = self._start(link.source), link.target, link.bond
            if bond is Bond.UNDERCUT and target.kind == "argument":
                steps = self.found.arguments[target.number].steps
                target = End("inference", target.number, len(steps) - 1) if steps else target
            if target.kind == "inference":
                target = self._inference(target)
            if target.kind == "argument" and not self.found.arguments[target.number].members:
                continue
            both = source.kind == target.kind == "statement"
            if is_strict and both:
                bond = _STRICT.get(bond, bond)
            if source == target and source != link.source:
                continue
            key = (bond, source, target)
            if key in seen or (bond in _SYMMETRIC and (bond, target, source) in seen):
                continue
            seen.add(key)
            yield Link(bond, source, target, link.span)

    def _inference(self, target: End) -> End:
        """Return an inference, or what stands for it where it has no conclusion."""
        steps = len(self.found.arguments[target.number].steps)
        if target.step < steps:
            return target
        last = End("inference", target.number, steps - 1)
        return last if steps else End("argument", target.number)

    def _start(self, source: End) -> End:
        if source.kind == "argument" and (steps := self.found.arguments[source.number].steps):
            return End("statement", steps[-1].conclusion)
        return source


def _is_strict(front: dict[str, Json]) -> bool:
    model = front.get("model")
    return isinstance(model, dict) and model.get("mode") == "strict"


def _place(finding: Finding) -> tuple[str, int]:
    return (finding.span.path, finding.span.start) if finding.span else ("", 0)
