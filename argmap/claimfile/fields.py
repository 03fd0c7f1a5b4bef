"""The fields of one mapping, read as the table of keys says."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from argmap.claimfile.keys import TREES, Key, Kind, Table
from argmap.claimfile.mending import mended_word
from argmap.claimfile.problems import listed, shortened, unknown_field
from argmap.claimfile.reading import Owner, Reading, Record
from argmap.claimfile.tree import Items, Pair, Pairs, Scalar, Value
from argmap.findings import Fix, InvalidValueError
from argmap.model import Extent, Json, Stance
from argmap.nearest import is_slip, nearest
from argmap.text import Span

TRUE: Final = frozenset({"true", "yes"})
FALSE: Final = frozenset({"false", "no"})
# Not compiled here: few files have such fields.
_NUMBER: Final = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?"
_NEARLY_A_NUMBER: Final = r"([0-9]+)(?:[.,]([0-9]+))?[ \t]*(%?)"
_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOST_DIGITS: Final = 10
_SMALLEST_PERCENTAGE: Final = 11  # below that, it may be meant as so many of ten

_Field = Callable[[Reading, Owner, Key, Value], object]


def read_fields(reading: Reading, table: Table, pairs: Pairs, owner: Owner) -> Record:
    """Read a mapping; what a table does not know and what is not as it should be is reported."""
    record = Record()
    values, spans, known_keys, file = record.values, record.spans, table.by_name, reading.file
    taken: set[str] = set()
    for written, value in pairs.pairs:
        key = known_keys.get(written.text)
        if key is None:
            taken = taken or _taken(table, pairs)
            _refuse_unknown(reading, table, owner, written, taken)
            continue
        name, kind = key.name, key.kind
        if name in spans and kind not in TREES:
            continue  # a key that stands twice is reported already; the first counts
        if not isinstance(value, Scalar):
            spans[name] = Span(file, written.start, written.end)
        elif value.is_absent:
            spans[name] = Span(file, written.start, written.end)
            _leave_empty(reading, owner, key, record, value)
            continue
        else:
            spans[name] = reading.span(value)
        if kind is Kind.TEXT and isinstance(value, Scalar):
            values[name] = value.text
        elif kind in TREES:
            record.trees.append((written, value))
        else:
            values[name] = _FIELDS[kind](reading, owner, key, value)
            if kind is Kind.WORDS:
                _spread(reading, record, name)
    for key in table.required:
        _need(reading, owner, key, record, is_whole=pairs.is_whole)
    return record


def in_order(table: Table, pairs: list[Pair]) -> list[Pair]:
    """Put keys in the order of the table, so that canonical text reads the same."""
    return sorted(pairs, key=lambda pair: table.rank[pair[0].text]) if len(pairs) > 1 else pairs


def as_list(value: Value) -> tuple[Value, ...]:
    """Return the items of a list; one thing alone is a list of one, and nothing is none."""
    if isinstance(value, Items):
        return value.items
    if isinstance(value, Scalar) and value.is_absent:
        return ()
    return (value,)


def refuse_item(reading: Reading, owner: Owner, key: Key, item: Value, wanted: str) -> None:
    """Report an item of a list that is empty, or is no text."""
    is_empty = isinstance(item, Scalar) or (isinstance(item, Items) and not item.items)
    what = "empty" if is_empty else f"{shape(item)}, not {wanted}"
    message = f"an item of '{key.name}' of {owner.words} is {what}"
    reading.refuse(place_of(reading, item), owner, message, f"write {wanted}, or remove the item")


def shape(value: Value) -> str:
    """Return what a value is, in the words of a message."""
    if isinstance(value, Scalar):
        return "nothing" if value.is_absent else "a text"
    return "a list" if isinstance(value, Items) else "a mapping"


def _taken(table: Table, pairs: Pairs) -> set[str]:
    """Return the keys that no other key can become; all, where some may have been left out."""
    return {name.text for name, _ in pairs.pairs} if pairs.is_whole else set(table.by_name)


def _refuse_unknown(
    reading: Reading, table: Table, owner: Owner, written: Scalar, taken: set[str]
) -> None:
    span, name, names = reading.span(written), written.text, table.by_name
    meant = nearest(name, names)
    fixes: tuple[Fix, ...] = ()
    if meant not in taken and is_slip(name, meant, names):
        fixes = mended_word(span, name, meant)
        taken.add(meant)
    finding = unknown_field(span, name, owner.words, names, owner.subject, fixes)
    reading.findings.append(finding)


def _leave_empty(reading: Reading, owner: Owner, key: Key, record: Record, value: Scalar) -> None:
    record.empty.add(key.name)
    if key.kind is Kind.REASON and not value.text:  # `~` and `null` are meant as nothing
        _ask_why(reading, owner, key, record.spans[key.name])


def _spread(reading: Reading, record: Record, name: str) -> None:
    """Give each item of a list its own place."""
    items = record.values[name]
    if isinstance(items, tuple):
        for number, item in enumerate(items):
            record.spans[f"{name}[{number}]"] = reading.span(item)
        record.values[name] = tuple(item.text for item in items)


def _need(reading: Reading, owner: Owner, key: Key, record: Record, *, is_whole: bool) -> None:
    advice = f"write `{key.name}: …`"
    span = record.spans.get(key.name)
    value = record.values.get(key.name)
    if span is None:
        if is_whole:
            reading.refuse(owner.span, owner, f"{owner.words} has no '{key.name}'", advice)
    elif key.name in record.empty or (isinstance(value, str) and not value.strip()):
        reading.refuse(span, owner, f"'{key.name}' of {owner.words} is empty", advice)


def _text(reading: Reading, owner: Owner, key: Key, value: Value) -> str | None:
    if isinstance(value, Scalar):
        return value.text
    advice = "write it as one text"
    if value.is_flow:
        sign = "[" if isinstance(value, Items) else "{"
        advice = f"put quotes around a text that begins with '{sign}'"
    _refuse_shape(reading, owner, key, value, "a text", advice)
    return None


def _type(reading: Reading, owner: Owner, key: Key, value: Value) -> str | None:
    text = _text(reading, owner, key, value)
    allowed = reading.types.get(owner.what, ())
    if text is not None and text not in allowed:
        message = f"'{shortened(text)}' is no type of {owner.what}"
        _refuse_word(reading, owner, value, text, allowed, message)
    return text


def _stance(reading: Reading, owner: Owner, key: Key, value: Value) -> Stance | None:
    text = _text(reading, owner, key, value)
    if text is None or text in set(Stance):
        return Stance(text) if text else None
    message = f"'{shortened(text)}' is no stance"
    _refuse_word(reading, owner, value, text, tuple(Stance), message)
    return None


def _reason(reading: Reading, owner: Owner, key: Key, value: Value) -> str | None:
    text = _text(reading, owner, key, value)
    if text is None:
        return None
    plain = isinstance(value, Scalar) and not value.style
    if plain and text.casefold() in FALSE:
        message = f"'{key.name}' of {owner.words} must be a reason, not '{text}'"
        reading.refuse(reading.span(value), owner, message, f"remove `{key.name}`")
        return None
    if not text.strip() or (plain and text.casefold() in TRUE):
        _ask_why(reading, owner, key, reading.span(value))
    return text


def _ask_why(reading: Reading, owner: Owner, key: Key, span: Span) -> None:
    message = f"'{key.name}' of {owner.words} needs a reason"
    reading.refuse(span, owner, message, f"write why: `{key.name}: …`")


def _flag(reading: Reading, owner: Owner, key: Key, value: Value) -> bool | None:
    word = value.text.casefold() if isinstance(value, Scalar) else ""
    if word in TRUE or word in FALSE:
        return word in TRUE
    what = f"'{shortened(value.text)}'" if isinstance(value, Scalar) else shape(value)
    message = f"'{key.name}' of {owner.words} must be true or false, not {what}"
    reading.refuse(
        place_of(reading, value), owner, message, f"write `{key.name}: true`, or leave it out"
    )
    return None


def _degree(reading: Reading, owner: Owner, key: Key, value: Value) -> float | None:
    text = value.text.strip() if isinstance(value, Scalar) else ""
    if re.fullmatch(_NUMBER, text) and float(text) <= 1:
        return float(text)
    what = f"'{shortened(text)}'" if text else shape(value)
    message = f"'{key.name}' of {owner.words} must be a number from 0 to 1, not {what}"
    advice = f"write `{key.name}: {_nearest_degree(text)}`"
    reading.refuse(place_of(reading, value), owner, message, advice)
    return None


def _nearest_degree(text: str) -> str:
    """Return how a percentage or a number with a comma should be written."""
    match = re.fullmatch(_NEARLY_A_NUMBER, text)
    if match is None or len(text) > _MOST_DIGITS:
        return "0.7"
    number = float(f"{match[1]}.{match[2] or 0}")
    degree = number / 100 if match[3] or number >= _SMALLEST_PERCENTAGE else number
    return f"{degree:.4g}" if degree <= 1 else "0.7"


def _date(reading: Reading, owner: Owner, key: Key, value: Value) -> date | None:
    text = value.text.strip() if isinstance(value, Scalar) else ""
    day = _day(text)
    if day is not None:
        return day
    what = f"'{shortened(text)}'" if text else shape(value)
    message = f"'{key.name}' of {owner.words} must be a day, not {what}"
    advice = "write year, month and day as in 2027-01-31"
    reading.refuse(place_of(reading, value), owner, message, advice)
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(_DAY, text) else None
    except ValueError:  # the thirty-first of June
        return None


def _extent(reading: Reading, owner: Owner, key: Key, value: Value) -> Extent | None:
    text = value.text if isinstance(value, Scalar) else ""
    try:
        return Extent.parse(text)
    except InvalidValueError:
        what = f"'{shortened(text)}'" if text else shape(value)
        message = f"'{key.name}' of {owner.words} must be a number or a range, not {what}"
        advice = "count from 1; write a range as in 2-3, the smaller number first"
        reading.refuse(place_of(reading, value), owner, message, advice)
        return None


def _name(reading: Reading, owner: Owner, key: Key, value: Value) -> Scalar | None:
    if not isinstance(value, Scalar):
        _refuse_shape(reading, owner, key, value, "an id", "write one id")
        return None
    if value.text:
        return value
    message = f"'{key.name}' of {owner.words} is empty"
    reading.refuse(reading.span(value), owner, message, "write an id")
    return None


def _names(reading: Reading, owner: Owner, key: Key, value: Value) -> tuple[Scalar, ...] | None:
    names = []
    if isinstance(value, Items) and not value.items:
        message = f"'{key.name}' of {owner.words} is empty"
        reading.refuse(reading.span(value), owner, message, "write an id")
    for item in as_list(value):
        if isinstance(item, Scalar) and item.text and not item.is_absent:
            names.append(item)
        else:
            what = "nothing" if isinstance(item, Scalar) else shape(item)
            message = f"'{key.name}' of {owner.words} must be ids, not {what}"
            reading.refuse(
                place_of(reading, item), owner, message, "write an id, or ids as in [a, b]"
            )
    return tuple(names) or None


def _words(reading: Reading, owner: Owner, key: Key, value: Value) -> tuple[Scalar, ...] | None:
    words = []
    for item in as_list(value):
        if isinstance(item, Scalar) and not item.is_absent:
            words.append(item)
        if not isinstance(item, Scalar) or not item.text.strip() or item.is_absent:
            refuse_item(reading, owner, key, item, "a text")
    return tuple(words) or None


def _data(reading: Reading, owner: Owner, key: Key, value: Value) -> dict[str, Json] | None:
    if isinstance(value, Pairs):
        from argmap.claimfile.foreign import fields_of_json  # noqa: PLC0415 - seldom there

        return fields_of_json(value)
    advice = f"write `{key.name}:` with the name of a format below it"
    _refuse_shape(reading, owner, key, value, "a mapping", advice)
    return None


def _refuse_shape(
    reading: Reading, owner: Owner, key: Key, value: Value, wanted: str, advice: str
) -> None:
    message = f"'{key.name}' of {owner.words} must be {wanted}, not {shape(value)}"
    reading.refuse(place_of(reading, value), owner, message, advice)


def place_of(reading: Reading, value: Value) -> Span:
    """Return a value's place; of a list or mapping in lines, the first line's."""
    span = reading.span(value)
    line = reading.file.text.find("\n", span.start, span.end)
    return span if line < 0 else Span(span.file, span.start, line)


def _refuse_word(
    reading: Reading, owner: Owner, value: Value, text: str, allowed: tuple[str, ...], message: str
) -> None:
    """Report a word that is none of those that it can be."""
    span, meant = reading.span(value), nearest(text, allowed)
    if meant:
        advice = f"did you mean '{meant}'?"
    else:
        advice = f"it can be {listed(allowed, 'or')}" if allowed else "leave it out"
    fixes = mended_word(span, text, meant) if is_slip(text, meant, allowed) else ()
    reading.refuse(span, owner, message, advice, fixes=fixes)


_FIELDS: Final[dict[Kind, _Field]] = {
    Kind.TEXT: _text,
    Kind.TYPE: _type,
    Kind.STANCE: _stance,
    Kind.REASON: _reason,
    Kind.FLAG: _flag,
    Kind.DEGREE: _degree,
    Kind.DATE: _date,
    Kind.EXTENT: _extent,
    Kind.NAME: _name,
    Kind.NAMES: _names,
    Kind.WORDS: _words,
    Kind.DATA: _data,
}
