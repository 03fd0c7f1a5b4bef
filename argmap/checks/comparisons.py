"""What project rules compare texts, numbers and lists with, read from values of TOML."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import partial
from typing import Final, TypeAlias, TypeGuard

from attrs import field, frozen

from argmap.nearest import nearest

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a table: keys, and numbers of items from 0."""

Test: TypeAlias = Callable[[object], bool]
"""Says of a value whether it is as it should be."""

COUNTS: Final = ("at-least", "at-most")
"""The keys that bound how many there are."""

_BOUNDS: Final = (*COUNTS, "above", "below")
_OF_TEXTS: Final = ("is", "not", "contains", "starts-with", "ends-with", "words", *COUNTS)
_OF_WORDS: Final = ("all", "any", "none", *COUNTS)


@frozen
class Mistake:
    """Something in a rule that cannot be meant as it is written.

    Attributes:
        path: where it stands in the configuration.
        message: what is wrong.
        help: what to do.
    """

    path: Path
    message: str
    help: str

    @property
    def place(self) -> str:
        """The path as people write it: `rules[2].require.incoming.supports`."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return "".join(parts).removeprefix(".")

    def __str__(self) -> str:
        return f"{self.place}: {self.message}; {self.help}"


@frozen
class Mistakes:
    """The mistakes of rules while they are read."""

    found: list[Mistake] = field(factory=list)

    def refuse(self, path: Path, message: str, advice: str) -> None:
        """Note a mistake."""
        self.found.append(Mistake(path, message, advice))

    def refuse_shape(self, path: Path, wanted: str, value: object, example: str) -> None:
        """Note a value of a wrong shape."""
        self.refuse(path, f"should be {wanted}, not {shown(value)}", f"as in `{example}`")

    def refuse_key(self, path: Path, known: Sequence[str]) -> None:
        """Note a key that means nothing, with the nearest that does."""
        self._refuse_unknown(path, "unknown key", str(path[-1]), known)

    def refuse_word(self, path: Path, word: str, known: Sequence[str]) -> None:
        """Note a word that can never be there, with the nearest that can."""
        self._refuse_unknown(path, f"is never '{word}'", word, known)

    def _refuse_unknown(self, path: Path, message: str, word: str, known: Sequence[str]) -> None:
        meant = nearest(word, known)
        self.refuse(
            path, message, f"did you mean '{meant}'?" if meant else f"known: {', '.join(known)}"
        )


def never(*_: object) -> bool:
    """Say no, in the place of what could not be read."""
    return False


def read_text(value: object, words: Sequence[str], path: Path, mistakes: Mistakes) -> Test:
    """Read what a text is compared with; `words` are all that it can be, where they are known."""
    if not isinstance(value, Mapping):
        wanted = _texts(value, words, path, mistakes)
        return lambda found: _written(found) in wanted
    tests: list[Callable[[str], bool]] = []
    for key, part in value.items():
        here = (*path, key)
        if key not in _OF_TEXTS:
            mistakes.refuse_key(here, _OF_TEXTS)
        elif key == "words":
            tests.append(partial(_has_so_many_words, read_number(part, here, mistakes)))
        else:
            known = words if key in {"is", "not"} else ()
            tests.append(partial(_TEXT_TESTS[key], _texts(part, known, here, mistakes)))
    return lambda found: all(test(_written(found)) for test in tests)


def read_number(value: object, path: Path, mistakes: Mistakes) -> Test:
    """Read what a number is compared with."""
    if is_number(value):
        return lambda found: found == value
    if not isinstance(value, Mapping):
        mistakes.refuse_shape(path, "a number or a table", value, "{at-least = 2}")
        return never
    bounds: list[tuple[str, float]] = []
    for key, bound in value.items():
        if key not in _BOUNDS:
            mistakes.refuse_key((*path, key), _BOUNDS)
        elif not is_number(bound):
            mistakes.refuse_shape((*path, key), "a number", bound, f"{key} = 2")
        else:
            bounds.append((key, float(bound)))
    return lambda found: (
        is_number(found) and all(_is_within(float(found), key, bound) for key, bound in bounds)
    )


def read_words(value: object, path: Path, mistakes: Mistakes) -> Test:
    """Read what a list of texts is compared with."""
    if not isinstance(value, Mapping):
        wanted = _texts(value, (), path, mistakes)
        return lambda found: not wanted.isdisjoint(_items(found))
    tests: list[Test] = []
    for key, part in value.items():
        if key not in _OF_WORDS:
            mistakes.refuse_key((*path, key), _OF_WORDS)
        elif key in COUNTS:
            count = read_number({key: part}, path, mistakes)
            tests.append(partial(_has_so_many_items, count))
        else:
            wanted = _texts(part, (), (*path, key), mistakes)
            tests.append(partial(_WORDS_TESTS[key], wanted))
    return lambda found: all(test(found) for test in tests)


def is_number(value: object) -> TypeGuard[int | float]:
    """Say whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_there(value: object) -> bool:
    """Say whether a field holds anything: a text that is not blank, a number, a true, an item."""
    if isinstance(value, str):
        return bool(value.strip())
    if is_number(value):
        return True
    return bool(value)


def shown(value: object) -> str:
    """Say in the words of TOML what a value is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f"'{value}'" if isinstance(value, str) else str(value)


def _texts(value: object, known: Sequence[str], path: Path, mistakes: Mistakes) -> frozenset[str]:
    """Read one text or several; a date of TOML counts as it is written."""
    values = value if isinstance(value, list) else [value]
    texts = [_written(one) for one in values if isinstance(one, str | date | time)]
    if len(texts) < len(values) or not texts:
        mistakes.refuse_shape(path, "a text or a list of texts", value, '["one", "two"]')
    for text in texts:
        if known and text not in known:
            mistakes.refuse_word(path, text, known)
    return frozenset(texts)


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _items(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _is_within(number: float, key: str, bound: float) -> bool:
    if key == "at-least":
        return number >= bound
    if key == "at-most":
        return number <= bound
    return number > bound if key == "above" else number < bound


def _has_so_many_words(count: Test, text: str) -> bool:
    return count(len(text.split()))


def _has_so_many_items(count: Test, found: object) -> bool:
    return count(len(_items(found)))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


_TEXT_TESTS: Final[Mapping[str, Callable[[frozenset[str], str], bool]]] = {
    "is": lambda wanted, text: text in wanted,
    "not": lambda wanted, text: text not in wanted,
    "contains": lambda wanted, text: any(_folded(one) in _folded(text) for one in wanted),
    "starts-with": lambda wanted, text: any(text.startswith(one) for one in wanted),
    "ends-with": lambda wanted, text: any(text.endswith(one) for one in wanted),
    # As many letters are compared as the bound has, so that 2015-07 is at most 2015.
    "at-least": lambda wanted, text: bool(text) and all(text >= one for one in wanted),
    "at-most": lambda wanted, text: bool(text) and all(text[: len(one)] <= one for one in wanted),
}

_WORDS_TESTS: Final[Mapping[str, Callable[[frozenset[str], object], bool]]] = {
    "all": lambda wanted, found: wanted.issubset(_items(found)),
    "any": lambda wanted, found: not wanted.isdisjoint(_items(found)),
    "none": lambda wanted, found: wanted.isdisjoint(_items(found)),
}
