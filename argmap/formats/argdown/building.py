"""Makes a document of a text in Argdown.

It follows the grammar of Argdown 1.7 (argdown.org). What its parser refuses is mended where the
meaning is plain, with a finding.
"""

import re
from collections.abc import Iterable
from typing import Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.argdown.blocks import Blocks, Item, Kind
from argmap.formats.argdown.cleaning import Block, Cleaned, Trouble, clean
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
from argmap.formats.argdown.including import merge
from argmap.formats.argdown.inline import Inline, Remark, read_inline
from argmap.formats.argdown.yaml_data import DataError, read_data
from argmap.formats.format import Beside, nothing_beside
from argmap.formats.problems import damaged, shortened
from argmap.model import Json
from argmap.text import Span, TextFile

_TITLE: Final = {
    "[": re.compile(r"\[(?!-)([^\]\n]+)\](?!\()"),
    "<": re.compile(r"<(?!-)([^>\n]+)>(?!\()"),
}
_LONGEST_TITLE: Final = 2000
_BONDS: Final = {"+": Bond.SUPPORT, "-": Bond.ATTACK, "_": Bond.UNDERCUT, "><": Bond.CONTRADICTORY}
_STRICT: Final = {Bond.SUPPORT: Bond.ENTAILS, Bond.ATTACK: Bond.CONTRARY}
_SYMMETRIC: Final = {Bond.CONTRARY, Bond.CONTRADICTORY}
_BLANKS: Final = " \t\r\n"
_GOES_ON: Final = re.compile(r"[ \t\r]*\n[ \t]*[^\s]")


def read_document(file: TextFile, beside: Beside = nothing_beside) -> Document:
    """Read a file of Argdown as Argdown itself sees it."""
    text, places, findings = merge(file, beside)
    return _Builder(clean(text, places), findings).build()


@define
class _Entry:
    """A statement or an argument while members are found."""

    title: str
    is_titled: bool
    members: list[Member] = field(factory=list)
    steps: list[Step] = field(factory=list)
    section: int | None = None
    span: Span | None = None


@define
class _Builder:
    cleaned: Cleaned
    findings: list[Finding]
    statements: list[_Entry] = field(factory=list)
    arguments: list[_Entry] = field(factory=list)
    statement_numbers: dict[str, int] = field(factory=dict)
    argument_numbers: dict[str, int] = field(factory=dict)
    links: list[Link] = field(factory=list)
    headings: list[Heading] = field(factory=list)
    untitled: int = 0
    last_argument: int | None = None
    """The argument that the block before is of, which premises that follow belong to."""

    def build(self) -> Document:
        """Read the whole."""
        front = self._front()
        for trouble in self.cleaned.troubles:
            self._tell_trouble(trouble)
        blocks = Blocks()
        for items in blocks.of(self.cleaned.text):
            self._block(items)
        for remark in blocks.remarks:
            self._tell(remark, 0)
        return Document(
            tuple(
                Statement(one.title, one.is_titled, tuple(one.members)) for one in self.statements
            ),
            tuple(self._argument(one) for one in self.arguments),
            tuple(self._settled(is_strict=_is_strict(front))),
            tuple(self.headings),
            front,
            tuple(sorted(self.findings, key=_place)),
        )

    def _argument(self, one: "_Entry") -> Argument:
        span = one.span or self.span(0, 0)
        members, steps = tuple(one.members), tuple(one.steps)
        return Argument(one.title, one.is_titled, members, steps, one.section, span)

    def _front(self) -> dict[str, Json]:
        if self.cleaned.front is None:
            return {}
        try:
            value = read_data(self.cleaned.front)
        except DataError as error:
            start, end = self.cleaned.front_place
            message = f"the front matter cannot be read: {error}"
            self._tell_trouble(
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
            _Structure(self, argument).build(items)
        elif first is Kind.LISTED:
            self._list(items)
        else:
            self._paragraph(items)

    def _heading(self, item: Item) -> None:
        content = self.inline(item.content, item.end)
        self.headings.append(Heading(len(item.sign), content, self.span(item.start, item.end)))

    def _list(self, items: list[Item]) -> None:
        tree = Tree(self)
        for item in items:
            if item.kind is Kind.LISTED:
                if item.indent and item.indent > items[0].indent:
                    advice = "put all items at the beginning of their lines"
                    self.remark(item, "lists have no levels", advice)
                tree.root(self.member(item.content, item.end, "listed"))
            else:
                tree.add(item)

    def _paragraph(self, items: list[Item]) -> None:
        tree = Tree(self)
        first = items[0]
        if first.kind is Kind.RELATION:
            message = f"nothing stands above '{first.sign}' that it could relate to"
            advice = "remove the empty line above it, or begin with other words"
            self.remark(first, message, advice, heavy=True)
        end = self.member(first.content, first.end, "top")
        tree.root(end)
        for item in items[1:]:
            tree.add(item)
        if end.kind == "argument":
            self.last_argument = end.number

    # Members

    def member(self, start: int, end: int, role: str) -> End:
        """Read a statement or an argument; return which it is."""
        text = self.cleaned.text
        while start < end and text[start] in _BLANKS:
            start += 1
        opener = text[start] if start < end else ""
        title, content, defines = self._title(start, end) if opener in _TITLE else ("", start, True)
        inline = self.inline(content, end, alone=bool(title))
        is_argument = bool(title) and opener == "<"
        if is_argument and role in {"premise", "conclusion"}:
            message = f"the argument '{shortened(title)}' stands in place of a statement"
            advice = "name a statement, as in `[title]`; argmap took it for the title of one"
            self._tell(Remark(start, content, message, advice, heavy=True), 0)
            is_argument = False
        if not inline.full:
            self._tell_missing(title, start, end, defines=defines)
        elif title and not defines and inline.untagged:
            message = f"a text follows '{shortened(title)}', which is only referred to"
            advice = "put ':' behind its title, or an empty line below; argmap took it for its text"
            self._tell(Remark(content, end, message, advice), 0)
        section = len(self.headings) - 1 if self.headings else None
        is_reference = bool(title) and not defines and not inline.untagged
        span = self.span(start, end)
        number = self._number(title, is_argument=is_argument)
        entry = (self.arguments if is_argument else self.statements)[number]
        entry.members.append(Member(inline, is_reference, role, section, span))
        if entry.span is None:
            entry.span, entry.section = span, section
        return End("argument" if is_argument else "statement", number)

    def _tell_missing(self, title: str, start: int, end: int, *, defines: bool) -> None:
        goes_on = _GOES_ON.match(self.cleaned.text, end) is not None
        if not defines or (title and goes_on):
            return
        message = f"the text of '{shortened(title)}' is missing" if title else "a text is missing"
        advice = (
            "write it, or drop the ':' to refer to what stands elsewhere" if title else "write it"
        )
        self._tell(Remark(start, end, message, advice), 0)

    def _title(self, start: int, end: int) -> tuple[str, int, bool]:
        """Return a title, where what follows begins, and whether it defines."""
        text = self.cleaned.text
        line = text.find("\n", start, end)
        line = min(end if line < 0 else line, start + _LONGEST_TITLE)
        opener = text[start]
        colon = text.find("]:" if opener == "[" else ">:", start + 2, line)
        if colon > 0 and text[start + 1] != "-":
            return text[start + 1 : colon], colon + 2, True
        found = _TITLE[opener].match(text, start, line)
        return (found[1], found.end(), False) if found else ("", start, True)

    def _number(self, title: str, *, is_argument: bool) -> int:
        entries = self.arguments if is_argument else self.statements
        numbers = self.argument_numbers if is_argument else self.statement_numbers
        if title and title in numbers:
            return numbers[title]
        if title:
            numbers[title] = len(entries)
        else:
            self.untitled += 1
        entries.append(_Entry(title or f"Untitled {self.untitled}", bool(title)))
        return len(entries) - 1

    def anonymous(self) -> int:
        """Return the number of a new argument without a title."""
        return self._number("", is_argument=True)

    def inline(self, start: int, end: int, *, alone: bool = False) -> Inline:
        """Read a text with the signs in it."""
        data = self.cleaned.data

        def block_at(offset: int) -> Block | None:
            return data.get(start + offset)

        read = read_inline(self.cleaned.text[start:end], block_at, alone=alone)
        for remark in read.remarks:
            self._tell(remark, start)
        return read

    # Relations

    def _settled(self, *, is_strict: bool) -> Iterable[Link]:
        """Give the relations as they hold once all arguments are known, each once."""
        seen: set[tuple[Bond, End, End]] = set()
        for link in self.links:
            source, target, bond = self._start(link.source), link.target, link.bond
            if bond is Bond.UNDERCUT and target.kind == "argument":
                steps = self.arguments[target.number].steps
                target = End("inference", target.number, len(steps) - 1) if steps else target
            if target.kind == "inference":
                target = self._inference(target)
            if target.kind == "argument" and not self.arguments[target.number].members:
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
        steps = len(self.arguments[target.number].steps)
        if target.step < steps:
            return target
        last = End("inference", target.number, steps - 1)
        return last if steps else End("argument", target.number)

    def _start(self, source: End) -> End:
        if source.kind == "argument" and (steps := self.arguments[source.number].steps):
            return End("statement", steps[-1].conclusion)
        return source

    # Places

    def span(self, start: int, end: int) -> Span:
        """Return the place of a stretch of the cleaned text."""
        first = self.cleaned.origin(start)
        last = self.cleaned.origin(end - 1) + 1 if end > start else first
        if (block := self.cleaned.data.get(end - 1)) is not None:
            last = block.end
        return self.cleaned.places.span(first, max(first, last))

    def remark(self, item: Item, message: str, advice: str, *, heavy: bool = False) -> None:
        """Say that something is wrong with an item."""
        end = max(item.start + 1, item.content)
        self._tell(Remark(item.start, min(end, item.end), message, advice, heavy), 0)

    def _tell(self, remark: Remark, start: int) -> None:
        span = self.span(start + remark.start, start + remark.end)
        self._find(span, remark.message, remark.advice, heavy=remark.heavy)

    def _tell_trouble(self, trouble: Trouble) -> None:
        span = self.cleaned.places.span(trouble.start, trouble.end)
        self._find(span, trouble.message, trouble.advice, heavy=trouble.heavy)

    def _find(self, span: Span, message: str, advice: str, *, heavy: bool) -> None:
        severity = Severity.ERROR if heavy else Severity.WARNING
        self.findings.append(damaged(span, message, advice, severity=severity))


class Tree:
    """The relations of a block, each below what it relates to."""

    def __init__(self, builder: _Builder) -> None:
        self._builder = builder
        self._stack: list[tuple[int, End]] = []

    def root(self, end: End) -> None:
        """Begin anew below a statement, an argument or an inference."""
        self._stack = [(0, end)]

    def add(self, item: Item, *, inference: End | None = None) -> None:
        """Read a relation.

        Args:
            item: where it stands.
            inference: the inference that the root was drawn by, which is what is undercut there.
        """
        builder = self._builder
        stack = self._stack
        if not stack:
            return
        if not item.indent:
            builder.remark(item, f"'{item.sign}' stands at the beginning of its line", "indent it")
        indent = max(item.indent, 1)
        popped = 0
        while len(stack) > 1 and stack[-1][0] >= indent:
            popped = stack.pop()[0]
        if popped not in {0, indent}:
            advice = "indent it like the others of its parent; Argdown took it for one of the outer"
            builder.remark(item, f"'{item.sign}' is indented like no relation above it", advice)
            if len(stack) > 1:
                indent = stack.pop()[0]
        parent = stack[-1][1]
        if inference is not None and len(stack) == 1 and item.sign in {"_", "<_"}:
            parent = inference
        child = builder.member(item.content, item.end, "relation")
        stack.append((indent, child))
        self._link(item, parent, child)

    def _link(self, item: Item, parent: End, child: End) -> None:
        builder = self._builder
        sign = item.sign if item.sign == "><" else item.sign.strip("<>")
        bond = _BONDS[sign]
        if parent.kind == "inference" and not (bond is Bond.UNDERCUT and ">" not in item.sign):
            advice = "write '_' to undercut it; argmap took it for that"
            builder.remark(item, f"'{item.sign}' stands below an inference", advice, heavy=True)
            bond, sign = Bond.UNDERCUT, "_"
            source, target = child, parent
        elif item.sign.endswith(">") or sign == "><":
            source, target = parent, child
        else:
            source, target = child, parent
        if bond is Bond.CONTRADICTORY and "argument" in {parent.kind, child.kind}:
            builder.remark(
                item, "'><' relates to an argument", "only statements contradict; write '-'"
            )
            bond = Bond.ATTACK
        builder.links.append(Link(bond, source, target, builder.span(item.start, item.end)))


class _Structure:
    """The premises and conclusions of one argument."""

    def __init__(self, builder: _Builder, argument: int | None) -> None:
        self._builder = builder
        taken = argument is not None and bool(builder.arguments[argument].steps)
        self._second = argument if taken else None
        self._argument = builder.anonymous() if argument is None or taken else argument
        self._entry = builder.arguments[self._argument]
        self._labels: dict[str, int] = {}
        self._premises: list[int] = []
        self._before: int | None = None
        self._inference: Item | None = None
        self._rules: tuple[tuple[str, ...], dict[str, Json] | None] = ((), None)

    def build(self, items: list[Item]) -> None:
        """Read them."""
        builder = self._builder
        self._begin(items)
        tree = Tree(builder)
        for item in items:
            if item.kind is Kind.INFERENCE:
                self._infer(item, tree)
            elif item.kind is Kind.NUMBERED:
                self._numbered(item, tree)
            else:
                self._relation(item, tree)
        if self._inference is not None:
            advice = "put a conclusion below it; argmap left it out"
            builder.remark(self._inference, "an inference has no conclusion", advice, heavy=True)
        elif self._premises:
            last = items[-1]
            advice = "put '----' between the premises and their conclusion"
            builder.remark(last, "these premises lead to no conclusion", advice, heavy=True)

    def _begin(self, items: list[Item]) -> None:
        builder = self._builder
        span = builder.span(items[0].start, items[-1].end)
        self._entry.span = span
        self._entry.section = len(builder.headings) - 1 if builder.headings else None
        if self._second is not None:
            title = shortened(builder.arguments[self._second].title)
            message = f"'{title}' is taken apart a second time"
            advice = "give these premises an argument of their own; argmap did so"
            builder.remark(items[0], message, advice, heavy=True)

    def _infer(self, item: Item, tree: Tree) -> None:
        builder = self._builder
        if self._inference is not None or not (self._premises or self._before is not None):
            advice = "put premises above it, and a conclusion below"
            builder.remark(item, "an inference stands where none can be", advice, heavy=True)
            return
        self._inference = item
        self._rules = self._read_rules(item)
        tree.root(End("inference", self._argument, len(self._entry.steps)))

    def _read_rules(self, item: Item) -> tuple[tuple[str, ...], dict[str, Json] | None]:
        builder = self._builder
        text = builder.cleaned.text[item.content : item.end]
        closed = item.sign != "--" or text.endswith("--")
        inner = text.rstrip("- \t\r") if closed else text
        if not inner.strip(_BLANKS):
            return (), None
        if item.sign != "--":
            message = "the rules of an inference stand between too many hyphens"
            builder.remark(item, message, f"write `-- {shortened(inner.strip(_BLANKS))} --`")
        read = builder.inline(item.content, item.content + len(inner), alone=True)
        return tuple(rule.strip() for rule in read.full.split(",") if rule.strip()), read.data

    def _numbered(self, item: Item, tree: Tree) -> None:
        builder = self._builder
        concludes = self._inference is not None
        end = builder.member(item.content, item.end, "conclusion" if concludes else "premise")
        self._labels[item.sign[1:-1].lstrip("0")] = end.number
        if concludes:
            self._conclude(end.number)
        else:
            self._premises.append(end.number)
        tree.root(end)

    def _conclude(self, conclusion: int) -> None:
        inference = self._inference
        if inference is None:
            return
        rules, data = self._rules
        before = () if self._before is None else (self._before,)
        named = self._named(data)
        premises = named or (*before, *self._premises)
        span = self._builder.span(inference.start, inference.end)
        self._entry.steps.append(Step(premises, conclusion, rules, data, bool(named), span))
        self._inference, self._premises, self._before = None, [], conclusion

    def _named(self, data: dict[str, Json] | None) -> tuple[int, ...]:
        """Return the premises that the data of an inference name; none where they do not fit."""
        uses = (data or {}).get("uses")
        if not isinstance(uses, list) or not uses:
            return ()
        found = [self._labels.get(str(one)) for one in uses if not isinstance(one, bool)]
        if len(found) < len(uses) or not set(self._premises) <= set(found):
            return ()
        return tuple(one for one in found if one is not None) if None not in found else ()

    def _relation(self, item: Item, tree: Tree) -> None:
        concluded = self._inference is None and not self._premises and self._entry.steps
        step = End("inference", self._argument, len(self._entry.steps) - 1) if concluded else None
        tree.add(item, inference=step)


def _is_strict(front: dict[str, Json]) -> bool:
    model = front.get("model")
    return isinstance(model, dict) and model.get("mode") == "strict"


def _place(finding: Finding) -> tuple[str, int]:
    return (finding.span.path, finding.span.start) if finding.span else ("", 0)
