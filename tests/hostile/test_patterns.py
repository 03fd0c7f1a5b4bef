"""No regular expression takes more than linear time.

Each is given texts that are made from what it repeats: short ones at first, and where those take
long, ones of 100,000 code points. Linear patterns take a hundredth of the seconds that they may;
quadratic ones need many more.
"""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Final

import pytest

from tests.hostile.attacks import attacks
from tests.hostile.patterns import every_pattern

_SHORT: Final = 4_000
_LONG: Final = 100_000
_SUSPECT: Final = 0.001
_WORST: Final = 3
_SECONDS: Final = 1.5
_HARMLESS: Final = {
    "argmap.bibliography.bibtex_sources._LABELLED": "longer names are organisations",
    "argmap.render.png._LINE": "it reads a picture that argmap wrote, where each text is closed",
    "argmap.reports.whole.page._STYLE": "the same; a picture has one style element",
}
"""Where a slow pattern stands, and why nobody can make use of that."""

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="needs a clock that interrupts"
)


class TooSlowError(Exception):
    """A pattern was still at work."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Interrupt what takes more CPU time; the search of `re` looks for interrupts itself."""

    def interrupt(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, interrupt)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def slow(pattern: re.Pattern[str], uses: frozenset[str]) -> str:
    """Return how a pattern is slow: its method, and the beginning and end of a text."""
    methods = {one if one in {"match", "fullmatch"} else "finditer" for one in uses}
    tried = list[tuple[float, str, str]]()
    for short, long in zip(attacks(pattern, _SHORT), attacks(pattern, _LONG), strict=True):
        for method in methods:
            seconds = _seconds(pattern, method, short)
            if seconds == inf:
                return _told(method, short)
            tried.append((seconds, method, long))
    for seconds, method, long in sorted(tried, reverse=True)[:_WORST]:
        if seconds > _SUSPECT and _seconds(pattern, method, long) == inf:
            return _told(method, long)
    return ""


def _told(method: str, text: str) -> str:
    return f"{method} of {text[:12]!r} … {text[-4:]!r}"


def _seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    """Return the CPU time that a search takes; infinite where that is too long."""
    started = time.process_time()
    try:
        with at_most(_SECONDS):
            _search(pattern, method, text)
    except TooSlowError:
        return inf
    return time.process_time() - started


def _search(pattern: re.Pattern[str], method: str, text: str) -> None:
    found = getattr(pattern, method)(text)
    for _ in found if method == "finditer" else ():
        pass


def test_no_pattern_of_argmap_is_slow() -> None:
    found = {
        place: told
        for place, (pattern, uses) in every_pattern().items()
        if (told := slow(pattern, uses))
    }
    assert found.keys() == _HARMLESS.keys(), found


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(a+)+b", "match"),
        (r"(?:[0-9]+|[a-z]{1,6}|[a-z])*\.", "fullmatch"),
        (r"\s+$", "search"),
        (r"<[^>]*>", "finditer"),
        (r"\w*\d*x", "match"),
        (r"(?:[^,]*,)*[^,]*;", "search"),
    ],
)
def test_a_slow_pattern_is_found(pattern: str, method: str) -> None:
    assert slow(re.compile(pattern), frozenset({method}))


@pytest.mark.parametrize(
    ("pattern", "method"), [(r"\s+$", "match"), (r"[a-z]+ *=", "match"), (r"\s+", "sub")]
)
def test_a_quick_pattern_is_not_suspected(pattern: str, method: str) -> None:
    assert not slow(re.compile(pattern), frozenset({method}))


def test_all_patterns_are_looked_at() -> None:
    assert len(every_pattern()) > 200
