"""Differences between a quotation and the text are marked word by word."""

# ruff: noqa: RUF001 - characters that look like others are meant

import pytest

from argmap.passages import differences


@pytest.mark.parametrize(
    ("quote", "there", "marked"),
    [
        ("was closed in winter", "was not closed in winter", "was {+not+} closed in winter"),
        ("It is not so.", "It is so.", "It is [-not-] so."),
        ("built in 1923 or so", "built in 1932 or so", "built in [-1923-]{+1932+} or so"),
        ("was closed not in", "was not closed in", "was {+not+} closed [-not-] in"),
        ("the cat", "The cat", "[-the-]{+The+} cat"),
        ("The bridge was", "The bridge, built", "The bridge [-was-]{+, built+}"),
        ("bridge", "The bridge.", "{+The+} bridge{+.+}"),
        ("to 102 units", "to 10² units", "to [-102-]{+10^2+} units"),
        ("日本は核兵器を持つ", "日本は核兵器を持たない", "…は核兵器を持[-つ-]{+たない+}"),
        ("ไปได้", "ไปไม่ได้", "ไปไ{+ม่ไ+}ด้"),
        ("the […] bridge fell", "the very old bridge fell down", "the […] bridge fell {+down+}"),
        ("x", "", "[-x-]"),
        ("", "x", "{+x+}"),
        ("a “b” –\n c", 'a "b" - c', ""),
        ("", "", ""),
    ],
)
def test_differences_are_marked(quote: str, there: str, marked: str) -> None:
    assert differences(quote, there) == marked


def test_of_what_is_the_same_only_some_words_around_a_difference_are_shown() -> None:
    same = "one two three four five"
    assert differences(f"{same} x {same} y {same}", f"{same} z {same} y {same}", around=2) == (
        "… four five [-x-]{+z+} one two …"
    )
    assert differences(f"a {same} b", f"{same}", around=2) == "[-a-] one two … four five [-b-]"


def test_very_long_texts_are_compared_at_their_first_difference() -> None:
    quote = [f"word{number}" for number in range(20_000)]
    there = [*quote[:15_000], "not", *quote[15_000:]]
    assert differences(" ".join(quote), " ".join(there), around=1).startswith(
        "… word14999 {+not+} word15000"
    )
