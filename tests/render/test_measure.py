"""How wide texts are taken to be, and which way they run."""

# ruff: noqa: RUF001 - characters that look like others are meant

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.render.measure import clusters, direction, is_emoji, is_fitted, units, width
from argmap.render.widths import UNITS, advances, marks, spacing_marks

FAMILY = "👨‍👩‍👧‍👦"


def test_a_word_is_as_wide_as_in_the_widest_common_font() -> None:
    # DejaVu Sans: W .989, e .615, ordinary advances, each rounded up to 1/128 em.
    assert units("We") == 127 + 79


def test_width_grows_with_the_font_size() -> None:
    assert width("We", 13) == 206 * 13 / 128
    assert width("We", 26) == 2 * width("We", 13)


def test_an_empty_text_has_no_width() -> None:
    assert width("", 13) == 0


def test_bold_text_is_wider_by_a_fifth() -> None:
    assert 1.19 <= width("evidence", 13, bold=True) / width("evidence", 13) < 1.21


@pytest.mark.parametrize("text", ["政府", "メモ", "한국", "，。", "ＡＢ", "𠮷野"])
def test_ideographs_kana_and_hangul_are_one_em_wide_in_bold_too(text: str) -> None:
    assert (units(text), units(text, bold=True)) == (2 * UNITS, 2 * UNITS)


def test_half_width_kana_are_half_an_em_wide() -> None:
    assert units("ｶﾅ") == UNITS


def test_hangul_typed_letter_by_letter_is_as_wide_as_its_syllables() -> None:
    assert units("한국") == units("한국")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("e\u0301", "e"),  # acute
        ("שָׁלוֹם", "שלום"),  # Hebrew points
        ("مُحَمَّد", "محمد"),  # Arabic vowels
        ("ที่", "ท"),  # Thai vowel and tone
        ("कि\u0902", "कि"),  # anusvara
    ],
)
def test_combining_marks_take_no_room(marked: str, plain: str) -> None:
    assert units(marked) == units(plain)


def test_invisible_characters_take_no_room() -> None:
    assert units("\u200b\u200d\u2060\ufeff\ufe0f\u00ad\u202a\u202e\u2066\u2069\x00\x1b\n") == 0


@pytest.mark.parametrize(
    ("emoji", "parts"),
    [
        ("😀", 1),
        ("✅", 1),
        ("❤\ufe0f", 1),
        ("👍🏽", 2),
        (FAMILY, 4),
        ("🇩🇪", 2),
        ("1\ufe0f\u20e3", 1),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1),
    ],
)
def test_an_emoji_has_room_for_all_its_parts_as_not_all_fonts_have_it_whole(
    emoji: str, parts: int
) -> None:
    assert list(clusters(emoji)) == [emoji]
    assert is_emoji(emoji)
    assert width(emoji, 10) == pytest.approx(13 * parts, abs=0.1 * parts)


def test_a_character_that_no_table_knows_is_an_em_wide_and_fitted() -> None:
    assert (units("\ue000"), is_fitted("\ue000")) == (UNITS, True)


@pytest.mark.parametrize(
    "text",
    ["שלום", "سلام", "नमस्ते", "নমস্কার", "வணக்கம்", "สวัสดี", "សួស្តី", "ഹലോ", "မင်္ဂလာ", "ab ש"],
)
def test_text_of_complex_scripts_is_fitted(text: str) -> None:
    assert is_fitted(text)


@pytest.mark.parametrize(
    "text",
    [
        "naïve",
        "γειά",
        "привет",
        "բարև",
        "გამარჯობა",
        "你好",
        "こんにちは",
        "안녕",
        "→ ≤ ✓ ✅ 😀",
        "e\u0301",
    ],
)
def test_text_of_simple_scripts_is_not_fitted(text: str) -> None:
    assert not is_fitted(text)


def test_a_character_is_fitted_alone_as_beside_any_other() -> None:
    characters = [*map(chr, range(0x800))]
    assert [*map(is_fitted, characters)] == [is_fitted(f"\u0370{one}") for one in characters]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ab", ["a", "b"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("🇩🇪🇫🇷🇮", ["🇩🇪", "🇫🇷", "🇮"]),
        ("葛󠄀城", ["葛󠄀", "城"]),
        ("क्षत्रिय", ["क्ष", "त्रि", "य"]),
        ("ខ្មែរ", ["ខ្មែ", "រ"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("ｶﾞｷ", ["ｶﾞ", "ｷ"]),
        ("\ud83d\ude00", ["\ud83d\ude00"]),
    ],
)
def test_clusters_are_what_people_take_for_characters(text: str, pieces: list[str]) -> None:
    assert list(clusters(text)) == pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ltr"),
        ("12 – 34", "ltr"),
        ("claim", "ltr"),
        ("שלום claim", "rtl"),
        ("«سلام»", "rtl"),
        ("1. claim שלום", "ltr"),
        ("😀 שלום", "rtl"),
        ("\U0001fae8 שלום", "rtl"),  # an emoji that Python 3.11 does not know
        ("你好", "ltr"),
    ],
)
def test_the_first_strong_character_decides_the_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_the_tables_know_thousands_of_characters_and_no_mark_is_among_them() -> None:
    known = advances()
    assert len(known) > 4000
    for first, last in marks():
        assert known.keys().isdisjoint(map(chr, range(first, last + 1)))


def test_the_tables_of_marks_do_not_overlap() -> None:
    ranges = sorted(marks() + spacing_marks())
    assert all(one[1] < other[0] for one, other in pairwise(ranges))


@given(st.text())
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text


@example("\x1f\u26fa")
@given(st.text())
def test_a_text_is_as_wide_as_its_clusters(text: str) -> None:
    assert units(text) == sum(map(units, clusters(text)))


@given(st.text())
def test_bold_text_is_never_narrower(text: str) -> None:
    assert units(text, bold=True) >= units(text)
