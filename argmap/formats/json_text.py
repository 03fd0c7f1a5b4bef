"""JSON in and out, with the places of the items of its lists, and bounded."""

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, cast

from attrs import field, frozen

from argmap.findings import Finding
from argmap.formats.problems import damaged, invalid_file
from argmap.model import Json
from argmap.text import Span, TextFile

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_COMMA: Final = re.compile(r"[ \t\n\r]*+,[ \t\n\r]*+(?!\])")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_DEEPEST_WITH_PLACES: Final = 2


class _BrokenError(Exception):
    def __init__(self, at: int, reason: str) -> None:
        self.at, self.reason = at, reason
        super().__init__(reason)


@frozen
class JsonText:
    """A file of JSON that was read.

    Attributes:
        file: the file.
        value: what it holds; None where nothing could be read.
        findings: what was wrong with it.
    """

    file: TextFile
    value: Json
    findings: tuple[Finding, ...] = ()
    _places: Mapping[tuple[str | int, ...], list[tuple[int, int]]] = field(factory=dict, repr=False)

    @property
    def top(self) -> dict[str, Json]:
        """The object that the file is; an empty one where it is something else."""
        return self.value if isinstance(self.value, dict) else {}

    def places(self, *path: str | int) -> list[tuple[int, int]]:
        """Return start and end (code points from 0) of each item of a list."""
        return self._places.get(path, [])

    def span(self, *path: str | int) -> Span:
        """Return where an item stands, by the names and numbers that lead to it.

        Known are the items of the file, of its lists and objects, and of those one deeper; for
        others the nearest that holds them is given.
        """
        for length in range(len(path), 0, -1):
            last = path[length - 1]
            places = self._places.get(path[: length - 1], [])
            if isinstance(last, int) and last < len(places):
                return self.file.span(*places[last])
            (place,) = self._places.get((*path[:length], "="), [(-1, -1)])
            if place[0] >= 0:
                return self.file.span(*place)
        start = _skip(self.file.text, 0)
        return self.file.span(start, min(start + 1, len(self.file.text)))


def read_json(file: TextFile) -> JsonText:
    """Read a file of JSON (RFC 8259).

    NaN and infinite numbers, names that stand twice in an object, and halves of characters are
    refused or mended, each with a finding; where the text is broken, the finding tells where.
    """
    notes: list[Finding] = []
    places: dict[tuple[str | int, ...], list[tuple[int, int]]] = {}
    try:
        value = _Reader(file, notes, places).whole()
    except _BrokenError as error:
        span = file.span(error.at, min(error.at + 1, len(file.text)))
        message = f"this is no JSON: {error.reason}"
        finding = invalid_file(span, message, "mend it, or save it once more where it is from")
        return JsonText(file, None, (finding, *notes))
    if _ESCAPED_SURROGATE.search(file.text):
        value = _mended(value, notes, file)
    return JsonText(file, value, tuple(notes), places)


def write_json(value: object) -> str:
    """Return a value as JSON in lines, with LF at the end; characters stand as they are.

    Halves of characters stay escaped, as JSON allows.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


class _Reader:
    """Reads one file: objects by hand down to where places are kept, the rest by `json`."""

    def __init__(
        self,
        file: TextFile,
        notes: list[Finding],
        places: dict[tuple[str | int, ...], list[tuple[int, int]]],
    ) -> None:
        self._file, self._text, self._notes, self._places = file, file.text, notes, places
        self._twice: list[str] = []
        decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            strict=False,
        )
        # `raw_decode` without its wrapper, which took a fifth of the time of a large file.
        self._scan = decoder.scan_once  # type: ignore[attr-defined] # typeshed has it not

    def whole(self) -> Json:
        """Read the file."""
        value, end = self._value(_skip(self._text, 0), ())
        end = _skip(self._text, end)
        if end < len(self._text):
            raise _BrokenError(end, "something stands behind its end")
        return value

    def _value(self, at: int, path: tuple[str | int, ...]) -> tuple[Json, int]:
        sign = self._text[at : at + 1]
        if len(path) <= _DEEPEST_WITH_PLACES:
            if sign == "{":
                return self._fields(at, path)
            if sign == "[":
                return self._items(at, path)
        value, end = self._decoded(at)
        self._tell_of_twice(at)
        return value, end

    def _fields(self, at: int, path: tuple[str | int, ...]) -> tuple[Json, int]:
        found: dict[str, Json] = {}
        start = at
        at = _skip(self._text, at + 1)
        while self._text[at : at + 1] != "}":
            if self._text[at : at + 1] != '"':
                raise _BrokenError(at, "a name in quotation marks is missing")
            name_at = at
            name, at = self._decoded(at)
            at = _skip(self._text, at)
            if self._text[at : at + 1] != ":":
                raise _BrokenError(at, "':' is missing")
            begin = _skip(self._text, at + 1)
            value, at = self._value(begin, (*path, str(name)))
            if name in found:
                self._note_twice(str(name), name_at)
            found[str(name)] = value
            self._places[(*path, str(name), "=")] = [(begin, at)]
            at = self._next(at, "}")
        self._places[(*path, "=")] = [(start, at + 1)]
        return found, at + 1

    def _items(self, at: int, path: tuple[str | int, ...]) -> tuple[Json, int]:
        found: list[Json] = []
        places: list[tuple[int, int]] = []
        at = _skip(self._text, at + 1)
        while self._text[at : at + 1] != "]":
            value, end = self._decoded(at)
            if self._twice:
                self._tell_of_twice(at)
            found.append(value)
            places.append((at, end))
            comma = _COMMA.match(self._text, end)
            at = comma.end() if comma else self._next(end, "]")
        self._places[path] = places
        return found, at + 1

    def _next(self, at: int, end: str) -> int:
        """Return where the next item begins, or where the end stands."""
        at = _skip(self._text, at)
        sign = self._text[at : at + 1]
        if sign == ",":
            at = _skip(self._text, at + 1)
            if self._text[at : at + 1] == end:
                raise _BrokenError(at, f"a comma stands before '{end}'")
        elif sign != end:
            raise _BrokenError(at, f"a comma or '{end}' is missing")
        return at

    def _decoded(self, at: int) -> tuple[Json, int]:
        try:
            return cast("tuple[Json, int]", self._scan(self._text, at))
        except json.JSONDecodeError as error:
            reason = f"{error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')}"
            raise _BrokenError(error.pos, reason) from None
        except StopIteration as error:
            raise _BrokenError(error.value, "expecting value") from None
        except RecursionError:
            raise _BrokenError(at, "lists or objects stand too deep in each other") from None
        except ValueError as error:
            # A number that JSON does not know, or with more digits than Python takes.
            raise _BrokenError(at, str(error).partition(";")[0]) from None

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            counts = Counter(name for name, _ in pairs)
            self._twice.extend(name for name, count in counts.items() if count > 1)
        return found

    def _tell_of_twice(self, at: int) -> None:
        for name in self._twice:
            self._note_twice(name, at)
        self._twice.clear()

    def _note_twice(self, name: str, at: int) -> None:
        message = f"the name '{name}' stands twice in one object"
        advice = "the last one counts; remove the others"
        self._notes.append(damaged(self._file.span(at, at + 1), message, advice))


def _refuse_constant(name: str) -> Json:
    message = f"{name} is no number in JSON"
    raise ValueError(message)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        message = "a number is too large"
        raise ValueError(message)
    return number


def _mended(value: Json, notes: list[Finding], file: TextFile) -> Json:
    """Put U+FFFD for halves of characters, which no text in UTF-8 can hold."""
    text = json.dumps(value, ensure_ascii=False)
    if not _SURROGATE.search(text):
        return value
    place = _ESCAPED_SURROGATE.search(file.text)
    span = file.span(*place.span()) if place else file.span(0)
    message = "a text has half of a character"
    notes.append(damaged(span, message, "it was replaced by U+FFFD; write the whole character"))
    return cast("Json", json.loads(_SURROGATE.sub("\ufffd", text)))


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
