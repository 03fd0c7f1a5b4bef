"""Known frameworks with their extensions, on which three other solvers agree."""

from collections.abc import Mapping

import pytest

from argmap.assess.dung import (
    Semantics,
    extension,
    extensions,
    is_credulous,
    is_skeptical,
)
from tests.assess.dung.small import framework

pytest.importorskip("pysat", reason="python-sat is not installed")

ANCHORS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # Attacks, then the extensions: grounded, complete, preferred, stable, semi-stable, ideal.
    "a chain": ("a>b b>c", ("ac", "ac", "ac", "ac", "ac", "ac")),
    "two against each other": ("a>b b>a", ("-", "- a b", "a b", "a b", "a b", "-")),
    "a floating argument": (
        "a>b b>a a>c b>c c>d",
        ("-", "- ad bd", "ad bd", "ad bd", "ad bd", "-"),
    ),
    "an odd circle": ("a>b b>c c>a", ("-", "-", "-", "", "-", "-")),
    "a choice and an odd circle": (
        "a>b b>a b>c c>d d>e e>c",
        ("-", "- a bd", "a bd", "bd", "bd", "-"),
    ),
    "an ideal that is not grounded": ("a>b b>a b>b", ("-", "- a", "a", "a", "a", "a")),
    "the example of the format of 2023": (
        "1>2 2>4 4>5 5>4 5>5",
        ("13", "13 134", "134", "134", "134", "134"),
    ),
    "a choice above an odd circle": (
        "a>b b>a a>c c>d d>e e>c",
        ("-", "- ad b", "ad b", "ad", "ad", "-"),
    ),
}


@pytest.mark.parametrize("name", ANCHORS)
def test_the_extensions_of_known_frameworks_are_found(name: str) -> None:
    attacks, expected = ANCHORS[name]
    one = framework(attacks, "3" if "1" in attacks else "")
    found = tuple(
        " ".join(sorted("".join(names) or "-" for names in extensions(one, semantics)))
        for semantics in Semantics
    )
    assert dict(zip(Semantics, found, strict=True)) == dict(zip(Semantics, expected, strict=True))


def test_a_floating_argument_is_in_all_preferred_extensions() -> None:
    floating = framework("a>b b>a a>c b>c c>d")
    assert is_skeptical(floating, Semantics.PREFERRED, "d")
    assert not is_skeptical(floating, Semantics.GROUNDED, "d")
    assert is_credulous(floating, Semantics.PREFERRED, "a")


def test_without_stable_extension_all_is_in_each_of_them() -> None:
    circle = framework("a>b b>c c>a")
    assert is_skeptical(circle, Semantics.STABLE, "a")
    assert not is_credulous(circle, Semantics.STABLE, "a")
    assert extension(circle, Semantics.STABLE) is None
