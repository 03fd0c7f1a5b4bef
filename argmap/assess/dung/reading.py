"""Read frameworks from the formats of the ICCMA competitions: .af, .apx and .tgf.

A file is read as a whole or not at all, since an answer about half a framework would be wrong.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from argmap.assess.dung.framework import Framework
from argmap.findings import ArgmapError, Finding, Severity
from argmap.text import TextFile

MOST_ARGUMENTS: Final = 20_000_000
"""A header may ask for no more, since it costs its author nothing and its reader the memory."""

_TOLD: Final = 20
_PLAIN_AF: Final = re.compile(r"p af ([0-9]{1,9})\n((?:[0-9]{1,9} [0-9]{1,9}\n)*+)")
_HEADER: Final = re.compile(r"p[ \t]+af[ \t]+([0-9]{1,9})")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_NAME: Final = r'\s*+("[^"\n]*+"|[^\s(),.%"]++)\s*+'
_FACT: Final = re.compile(rf"(?:arg\({_NAME}|att\({_NAME},{_NAME})\)\s*+\.")
_APX_COMMENT: Final = re.compile(r"%[^\n]*+")
_WORD: Final = re.compile(r"\S++")


class FrameworkFormat(StrEnum):
    """A way to write a framework down."""

    AF = "af"
    """`p af N`, then a line `i j` for each attack between arguments 1 to N (ICCMA 2023)."""
    APX = "apx"
    """Facts `arg(a).` and `att(a,b).`, as ASPARTIX reads them (ICCMA 2015 to 2021)."""
    TGF = "tgf"
    """Trivial graph format: a line for each argument, `#`, a line `a b` for each attack."""


class InvalidFrameworkError(ArgmapError, ValueError):
    """A file holds no framework.

    Attributes:
        findings: what is wrong with it, each with its place.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        lines = [f"{one.span}: {one.message}; {one.help}" for one in self.findings[:_TOLD]]
        if len(self.findings) > _TOLD:
            lines.append(f"and {len(self.findings) - _TOLD} more of that kind")
        super().__init__("\n".join(lines))


def read_framework(file: TextFile, form: FrameworkFormat | None = None) -> Framework:
    """Read a framework; linear in the size of the text.

    Args:
        file: the text, and the path that it is known by.
        form: how it is written; None to tell by the end of the path, or else by the text.

    Raises:
        InvalidFrameworkError: with all that is wrong.
    """
    form = form or format_of(file)
    plain = _plain_af(file.text) if form is FrameworkFormat.AF else None
    if plain is not None:
        return plain
    lines = _Reader(file)
    framework = _READERS[form](lines)
    if lines.findings or framework is None:
        raise InvalidFrameworkError(lines.findings)
    return framework


def format_of(file: TextFile) -> FrameworkFormat:
    """Tell the format of a framework by the end of its path, or else by its text.

    Raises:
        InvalidFrameworkError: when neither tells.
    """
    for form in FrameworkFormat:
        if file.path.casefold().endswith(f".{form}"):
            return form
    for form, sign in _SIGNS.items():
        if sign.search(file.text):
            return form
    reader = _Reader(file)
    reader.say("this is no framework that argmap knows", 0, 1, "write it as .af, .apx or .tgf")
    raise InvalidFrameworkError(reader.findings)


class _Reader:
    """A text that is read, and what is wrong with it so far."""

    def __init__(self, file: TextFile) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def say(self, message: str, start: int, end: int, help: str) -> None:  # noqa: A002 - as in Finding
        span = self.file.span(start, min(end, len(self.file.text)))
        self.findings.append(Finding(101, "invalid-file", Severity.ERROR, message, span, help=help))

    def lines(self) -> Iterator[tuple[int, list[re.Match[str]]]]:
        """Give each line that is not blank: where it starts, and its words."""
        start = 0
        for line in self.file.text.split("\n"):
            words = list(_WORD.finditer(line))
            if words:
                yield start, words
            start += len(line) + 1


def _plain_af(text: str) -> Framework | None:
    """Read what solvers and generators write, fast; None where there is anything else to see."""
    found = _PLAIN_AF.fullmatch(text)
    if found is None or int(found[1]) > MOST_ARGUMENTS:
        return None
    size = int(found[1])
    ends = [int(word) - 1 for word in found[2].split()]
    if ends and not 0 <= min(ends) <= max(ends) < size:
        return None
    return Framework(map(str, range(1, size + 1)), ends[::2], ends[1::2])


def _af(reader: _Reader) -> Framework | None:
    size: int | None = None
    sources: list[int] = []
    targets: list[int] = []
    for start, words in reader.lines():
        if words[0][0].startswith("#"):
            continue
        end = start + words[-1].end()
        if size is None:
            size = _size(reader, start, words, end)
            continue
        ends = []
        for word in words:
            number = int(word[0]) if _NUMBER.fullmatch(word[0]) else 0
            if not 0 < number <= size:
                reader.say(
                    f"'{word[0]}' is no argument",
                    start + word.start(),
                    start + word.end(),
                    f"arguments are numbers from 1 to {size}",
                )
            ends.append(number - 1)
        if len(words) != 2:  # noqa: PLR2004 - an attack has two ends
            reader.say("an attack has two ends", start, end, "write `attacker attacked`")
            continue
        sources.append(ends[0])
        targets.append(ends[1])
    if size is None:
        reader.say("there is no header", 0, 1, "begin with `p af N`, the number of arguments")
    if reader.findings or size is None:
        return None
    return Framework(map(str, range(1, size + 1)), sources, targets)


def _size(reader: _Reader, start: int, words: list[re.Match[str]], end: int) -> int:
    """Read the header; what is wrong with it is said once, and then any argument will do."""
    header = _HEADER.fullmatch(" ".join(word[0] for word in words))
    if header is None:
        reader.say("this is no header", start, end, "begin with `p af N`, the number of arguments")
        return MOST_ARGUMENTS
    size = int(header[1])
    if size > MOST_ARGUMENTS:
        reader.say(
            f"{size} arguments are too many", start, end, f"argmap takes up to {MOST_ARGUMENTS}"
        )
    return size


def _apx(reader: _Reader) -> Framework | None:
    text = reader.file.text
    if "%" in text:
        text = _APX_COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    names: dict[str, int] = {}
    attacks: list[re.Match[str]] = []
    at = 0
    for fact in _FACT.finditer(text):
        _said_between(reader, text, at, fact.start())
        at = fact.end()
        if fact[1] is None:
            attacks.append(fact)
        else:
            names.setdefault(fact[1], len(names))
    _said_between(reader, text, at, len(text))
    sources: list[int] = []
    targets: list[int] = []
    for fact in attacks:
        for end, numbers in ((2, sources), (3, targets)):
            number = names.get(fact[end])
            if number is None:
                _unknown(reader, fact[end], fact.start(end), f"add `arg({fact[end]}).`")
            else:
                numbers.append(number)
    return None if reader.findings else Framework(tuple(names), sources, targets)


def _said_between(reader: _Reader, text: str, start: int, end: int) -> None:
    """Report what stands between two facts, if anything does."""
    word = _WORD.search(text, start, end)
    if word is not None:
        reader.say(
            "this is neither an argument nor an attack",
            word.start(),
            word.end(),
            "write `arg(a).` or `att(a,b).`",
        )


def _tgf(reader: _Reader) -> Framework | None:
    names: dict[str, int] = {}
    sources: list[int] = []
    targets: list[int] = []
    are_attacks = False
    for start, words in reader.lines():
        if words[0][0] == "#" and not are_attacks:
            are_attacks = True
        elif not are_attacks:
            names.setdefault(words[0][0], len(names))
        elif len(words) < 2:  # noqa: PLR2004 - an attack has two ends, and may have a label
            end = start + words[0].end()
            reader.say("an attack has two ends", start, end, "write `attacker attacked`")
        else:
            for word, numbers in zip(words, (sources, targets), strict=False):
                number = names.get(word[0])
                if number is None:
                    _unknown(reader, word[0], start + word.start(), "list it before the `#`")
                else:
                    numbers.append(number)
    if not are_attacks:
        end = len(reader.file.text)
        reader.say("there is no line `#`", end, end, "write `#` between arguments and attacks")
    return None if reader.findings else Framework(tuple(names), sources, targets)


def _unknown(reader: _Reader, name: str, start: int, what_to_do: str) -> None:
    reader.say(f"there is no argument '{name}'", start, start + len(name), what_to_do)


_READERS: Final[Mapping[FrameworkFormat, Callable[[_Reader], Framework | None]]] = {
    FrameworkFormat.AF: _af,
    FrameworkFormat.APX: _apx,
    FrameworkFormat.TGF: _tgf,
}
_SIGNS: Final[Mapping[FrameworkFormat, re.Pattern[str]]] = {
    FrameworkFormat.AF: re.compile(r"^[ \t]*+p[ \t]++af\b", re.MULTILINE),
    FrameworkFormat.APX: re.compile(r"\ba(?:rg|tt)\("),
    FrameworkFormat.TGF: re.compile(r"^#[ \t\r]*+$", re.MULTILINE),
}
