"""From a stretch of YAML to a tree, as far as the YAML can be read, on libyaml's events."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, Protocol, cast

import yaml
from attrs import frozen

from argmap.claimfile.keys import NODE_BLOCKS
from argmap.claimfile.problems import invalid_file, shortened
from argmap.claimfile.tree import Items, Pairs, Scalar, Value
from argmap.findings import Finding, Note
from argmap.text import TextFile

DEEPEST: Final = 32
"""Lists and mappings may stand in each other this deep."""

LONGEST: Final = 1_000_000
"""A single text may have this many characters."""

_COMPLEX_KEY: Final = "a list or mapping cannot be a key"
_COMPLEX_KEY_ADVICE: Final = "put quotes around a key that begins with '[', '{' or '?'"
_MERGE: Final = "'<<' would merge another mapping, which a claim file does not do"
_MERGE_ADVICE: Final = "write the fields out"
_QUOTE_ADVICE: Final = "if it is part of a text, put the text in quotes"

_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """What PyYAML's events have, each of them a part of it."""

    start_mark: _Mark
    end_mark: _Mark
    value: str
    style: str | None
    anchor: str | None
    tag: str | None
    flow_style: bool | None
    version: tuple[int, int] | None
    tags: Mapping[str, str] | None


class Open:
    """A list or mapping that is being read."""

    __slots__ = ("children", "is_flow", "is_mapping", "start")

    def __init__(self, start: int, *, is_mapping: bool, is_flow: bool) -> None:
        self.children: list[Value] = []
        self.start: int = start
        self.is_mapping: bool = is_mapping
        self.is_flow: bool = is_flow


@frozen
class Stop:
    """Where YAML could not be read any further.

    Attributes:
        error: what libyaml said; None where lists and mappings stand too deep.
        open: the lists and mappings that were open, outermost first.
        last: the value that was read last.
        at: the place that had been reached.
    """

    error: Exception | None
    open: tuple[Open, ...]
    last: Value | None
    at: int


class Parser:
    """Reads one stretch of a file.

    Attributes:
        roots: the values at the top, once `finish` was called.
        findings: what was found on the way.
        stop: where it had to stop, if it did.
    """

    def __init__(self, file: TextFile, level: int) -> None:
        """Make a parser.

        Args:
            file: what places refer to.
            level: how deep in the file the stretch stands: 0 at the top, 1 the nodes of a
                block, 2 the fields of a node.
        """
        self.roots: list[Value] = []
        self.findings: list[Finding] = []
        self.stop: Stop | None = None
        self._file = file
        self._level = level
        self._stack: list[Open] = []
        self._last: Value | None = None
        self._at = 0
        self._documents = 0

    def read(self, text: str, shift: int) -> None:
        """Read a stretch that starts at `shift` and has no characters that YAML forbids."""
        self._at = shift
        try:
            self._take(cast("Iterator[_Event]", yaml.parse(text, Loader=_LOADER)), shift)
        # Python's own YAML reader lets `chr` fail on an escape such as "\UFFFFFFFF".
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self.stop = Stop(error, tuple(self._stack), self._last, self._at)

    def finish(self, rescued: Scalar | None = None) -> None:
        """Close what is open still.

        Args:
            rescued: the text that stands where reading stopped.
        """
        if rescued is not None and self._stack:
            children = self._stack[-1].children
            if children and children[-1].start == rescued.start:
                children.pop()
            children.append(rescued)
        while self._stack:
            self._close(self._at, is_whole=False)

    def _take(self, events: Iterator[_Event], shift: int) -> None:
        # The hot loop of all reading: the commonest event first, and nothing looked up twice.
        stack, children = self._stack, self.roots
        for event in events:
            kind: type = type(event)
            if kind is yaml.ScalarEvent:
                start, self._at = event.start_mark.index + shift, event.end_mark.index + shift
                value = Scalar(event.value, event.style or "", start, self._at)
                if event.anchor is not None or event.tag is not None or len(value.text) > LONGEST:
                    value = self._unusual(value)
                self._last = value
                children.append(value)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._at = start = event.start_mark.index + shift
                if len(stack) + self._level >= DEEPEST:
                    self.stop = Stop(None, tuple(stack), self._last, start)
                    return
                if event.anchor is not None or event.tag is not None:
                    self._refuse_property(start)
                is_mapping = kind is yaml.MappingStartEvent
                opened = Open(start, is_mapping=is_mapping, is_flow=bool(event.flow_style))
                children = opened.children
                stack.append(opened)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._at = event.end_mark.index + shift
                self._close(self._at, is_whole=True)
                children = stack[-1].children if stack else self.roots
            elif kind is yaml.AliasEvent:
                self._at = event.end_mark.index + shift
                self._last = self._alias(event.start_mark.index + shift, self._at)
                children.append(self._last)
            elif kind is yaml.DocumentStartEvent:
                self._start_document(event, shift)

    def _close(self, end: int, *, is_whole: bool) -> None:
        opened = self._stack.pop()
        children = opened.children
        value: Value
        if opened.is_mapping:
            if len(children) % 2:  # a key whose value could not be read
                children.append(Scalar("", "", end, end))
            value = self._mapping(opened, end, is_whole=is_whole)
        else:
            value = Items(tuple(children), opened.is_flow, opened.start, end)
        self._last = value
        (self._stack[-1].children if self._stack else self.roots).append(value)

    def _mapping(self, opened: Open, end: int, *, is_whole: bool) -> Pairs:
        children = opened.children
        pairs: list[tuple[Scalar, Value]] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if isinstance(key, Scalar):
                pairs.append((key, value))
            else:
                self._refuse(key.start, key.end, _COMPLEX_KEY, _COMPLEX_KEY_ADVICE)
        names = {key.text for key, _ in pairs}
        if len(names) < len(pairs) and not self._keeps_both():
            self._refuse_repeated([key for key, _ in pairs])
        if "<<" in names:
            pairs = [pair for pair in pairs if not self._is_merge(pair[0])]
        return Pairs(tuple(pairs), opened.is_flow, is_whole, opened.start, end)

    def _is_merge(self, key: Scalar) -> bool:
        if key.style or key.text != "<<":
            return False
        self._refuse(key.start, key.end, _MERGE, _MERGE_ADVICE)
        return True

    def _keeps_both(self) -> bool:
        """Say whether the mapping that closes has ids for keys: rule 104 judges those."""
        if self._level + len(self._stack) != 1:
            return False
        if self._level:
            return True
        top = self._stack[0]
        key = top.children[-1] if top.is_mapping and top.children else None
        return isinstance(key, Scalar) and key.text in NODE_BLOCKS

    def _refuse_repeated(self, keys: list[Scalar]) -> None:
        counts, first = Counter(key.text for key in keys), dict[str, Scalar]()
        for key in keys:
            earlier = first.setdefault(key.text, key)
            if counts[key.text] > 1 and earlier is not key:
                self.findings.append(
                    invalid_file(
                        self._file.span(key.start, key.end),
                        f"the key '{shortened(key.text)}' stands twice in one mapping",
                        "put both together, or remove one",
                        Note(self._file.span(earlier.start, earlier.end), "it stands here first"),
                    )
                )

    def _unusual(self, value: Scalar) -> Scalar:
        if len(value.text) > LONGEST:
            message = f"a text of {len(value.text):,} characters is too long"
            self._refuse(value.start, value.end, message, f"keep a text below {LONGEST:,}")
            return value._replace(text=value.text[:LONGEST])
        self._refuse_property(value.start)
        if value.style:
            return value
        # Its author meant a text that begins with `&` or `!`.
        return Scalar(" ".join(self._file.text[value.start : value.end].split()), '"', *value[2:])

    def _alias(self, start: int, end: int) -> Scalar:
        name = self._file.text[start:end]
        message = f"'{shortened(name)}' refers to an anchor, which a claim file does not have"
        self._refuse(start, end, message, _QUOTE_ADVICE)
        return Scalar(name, '"', start, end)

    def _refuse_property(self, start: int) -> None:
        sign = self._file.text[start : start + 1]
        end = start + len((self._file.text[start : start + 80].split() or [""])[0])
        what = "an anchor" if sign == "&" else "a tag"
        message = f"'{sign}' begins {what} here, which a claim file does not have"
        self._refuse(start, end, message, _QUOTE_ADVICE)

    def _start_document(self, event: _Event, shift: int) -> None:
        start, end = event.start_mark.index + shift, event.end_mark.index + shift
        self._documents += 1
        if event.version or event.tags:
            self._refuse(start, end, "a claim file has no directives", "remove the '%' line")
        if self._documents > 1:
            message = "a second YAML document begins here"
            self._refuse(start, end, message, "remove '---'; a claim file is one document")

    def _refuse(self, start: int, end: int, message: str, advice: str) -> None:
        self.findings.append(invalid_file(self._file.span(start, end), message, advice))
