"""A normalised text knows where its characters came from."""

# ruff: noqa: E501, RUF001 - characters that look like others are meant

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.passages import normalise
from argmap.passages.normal_text import normal_text

_RESTLESS = st.text(
    "aB e1 \n\t\x0b\x1c\x85\u2028\u00a0\u3000\u00ad\u0301\u0308\u0327é“’—ﬁ…①Å\u212bｶﾞ\u1100\u1161\u11a8가"
    "\u0e33\u0e01\u0e49\u09c7\u09be\u200b\ufeff\ufdfa¨´\u0344\u3099か\u0345\ufe0f\u0958İ"
    "\U00016d67\U00016d63\ud800\U0001f600"
)


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("co\u00adoperation", "cooperation", (0, 12)),
        ("a  \n b", "b", (5, 6)),
        ("an\u00ad\u00ad d", "an", (0, 2)),
        ("wait…", "wait", (0, 4)),
        ("wait…\u0301 there", "...\u0301", (4, 6)),
        ("n\u00ad\u0303o", "\u00f1", (0, 3)),
        ("`so´", "'so'", (0, 4)),
        ("wait … there", "...", (5, 6)),
        ("the \ufb01rst \ufb02oor", "floor", (9, 13)),
        ("caf\u0065\u0301 noir", "noir", (6, 10)),
        ("caf\u0065\u0301 noir", "caf\u00e9", (0, 5)),
        ("“It’s”\u00a0–\u2003so", '"It\'s" - so', (0, 11)),
        ("\ufeff  Start", "Start", (3, 8)),
        ("\ud55c\u1100\u1161", "\ud55c\uac00", (0, 3)),
    ],
)
def test_words_are_led_back_to_where_they_stand(
    text: str, words: str, place: tuple[int, int]
) -> None:
    normal = normal_text(text)
    start = normal.text.index(words)
    assert normal.original(start, start + len(words)) == place


@given(_RESTLESS | st.text())
@example("`")
def test_the_text_is_the_normalised_one(text: str) -> None:
    assert normal_text(text).text == normalise(text)


@given(_RESTLESS | st.text())
def test_every_character_came_from_a_place_in_order(text: str) -> None:
    normal = normal_text(text)
    places = [normal.original(at, at + 1) for at in range(len(normal.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(_RESTLESS | st.text())
def test_a_place_leads_to_the_character_that_came_from_it(text: str) -> None:
    normal = normal_text(text)
    for at in range(len(normal.text)):
        start, end = normal.original(at, at + 1)
        assert normal.position(start) <= at <= normal.position(end)


@given(_RESTLESS | st.text())
def test_the_caseless_text_has_every_character_at_its_place(text: str) -> None:
    assert len(normal_text(text).caseless) == len(normalise(text))
