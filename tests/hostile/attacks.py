"""Texts that make a regular expression slow, if anything does: made from its own parts."""

import re
from collections.abc import Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined] # what `re` itself uses
from re import _parser as parser  # type: ignore[attr-defined] # the same
from typing import Any, Final, TypeAlias

Part: TypeAlias = tuple[Any, Any]
"""An operator of a parsed pattern, and what it is about."""

_UNENDING: Final = 20  # a repetition that goes so far counts as one without an end
_ENDS: Final = ("\x00", "\n\x00", "")
_SIGNS: Final = (*" \t\na0.-_,:;'\"<>[](){}/\\@#*+é", "\u3000", "\u2013", "中")
_MOST: Final = 24
_FEW: Final = 4
_REPEATING: Final = frozenset({code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT})
_ONE_SIGN: Final = frozenset({code.IN, code.NOT_LITERAL, code.ANY, code.CATEGORY, code.LITERAL})


def attacks(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Give texts that repeat what a pattern repeats, and then do not go on as it does.

    Args:
        pattern: the regular expression.
        length: how long the repeated part is, in code points.
    """
    tree = list(parser.parse(pattern.pattern, pattern.flags))
    parts = dict.fromkeys((before, pump, end) for before, pump in _pumps(tree) for end in _ENDS)
    for before, pump, end in list(parts)[: _MOST * len(_ENDS)]:
        yield f"{before}{pump * (length // len(pump))}{end}"


def _pumps(tree: Sequence[Part], before: str = "") -> Iterator[tuple[str, str]]:
    """Give what leads to each repetition, and what it repeats once."""
    for part in tree:
        bodies = _bodies(part)
        if part[0] in _REPEATING and part[1][1] >= _UNENDING:
            for sample in filter(None, _samples(bodies[0])):
                yield before, sample
                yield "", before + sample
        for body in bodies:
            yield from _pumps(body, before)
        before += next(iter(_samples([part])), "")


def _bodies(part: Part) -> list[list[Part]]:
    """Return the patterns within a part: several for alternatives."""
    operator, argument = part
    if operator is code.BRANCH:
        return [list(one) for one in argument[1]]
    if operator in _REPEATING or operator is code.SUBPATTERN:
        return [list(argument[-1])]
    if operator in {code.ASSERT, code.ASSERT_NOT}:
        return [list(argument[1])]
    return [list(argument)] if operator is code.ATOMIC_GROUP else []


def _samples(tree: Sequence[Part]) -> list[str]:
    """Return some texts that a part of a pattern matches."""
    found = [""]
    for part in tree:
        options = _options(part)
        if options:
            found = [start + end for start in found[:_FEW] for end in options[:_FEW]]
    return list(dict.fromkeys(found))


def _options(part: Part) -> list[str]:
    operator, argument = part
    if operator in _ONE_SIGN:
        return _signs(part)
    if operator in {code.ASSERT, code.ASSERT_NOT}:
        return []
    least = argument[0] if operator in _REPEATING else 1
    return [sample * max(1, least) for body in _bodies(part) for sample in _samples(body)[:_FEW]]


def _signs(part: Part) -> list[str]:
    """Return some of the signs that a class of signs has."""
    operator, argument = part
    if operator is code.LITERAL:
        return [chr(argument)]
    named = argument if operator is code.IN else ()
    given = [chr(value) for kind, value in named if kind is code.LITERAL]
    tree = parser.SubPattern(parser.State(), [part])
    matches = re._compiler.compile(tree).match  # type: ignore[attr-defined] # of one sign
    return [one for one in (*_SIGNS, *given[:2]) if matches(one)]
