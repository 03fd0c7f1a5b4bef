"""Quotations are found where they stand, and only there."""

# ruff: noqa: E501, RUF001 - tables of texts, with characters that look like others

import pytest

from argmap.model import Extent, Passage
from argmap.passages import Change, Found, Kind, find, plain_source
from argmap.passages.source_text import Block, SourceText

TEXT = """On Bridges

The old bridge, built in 1932, was not closed in winter. Nobody crossed it for 18.5 days, and the \
non-aggression treaty of 1914-1918 didn’t hold. “It’s a test,” she said—and left.

A second para\u00adgraph says: the co\u00adoperation rose by −5 percent, from 1\u00a0000 to 10² \
units. The conca\u00adtenated cat sat on the \ufb01rst \ufb02oor. In its sen-
tences it can't be wrong … not at 12:30.

Whether Ｗｉｄｅ or not, the caf\u0065\u0301 is open; all of it, 1½ hours, is legal. Not all were there.

日本は核兵器を持たない。それは不可能ではない。第二十三条は変わらない。

Der Vertrag gilt nicht für „Nicht-Mitglieder“. ไม่มีใครรู้ว่ามันเป็นไปไม่ได้
"""
SOURCE = plain_source(TEXT)
NOBODY = TEXT[TEXT.index("Nobody") : TEXT.index(". “It’s")]


@pytest.mark.parametrize(
    "quote",
    [
        # a word left out
        "The old bridge, built in 1932, was closed in winter.",
        "The old bridge, built in 1932, was not closed winter.",
        "treaty of 1914-1918 did hold",
        "Der Vertrag gilt für",
        "日本は核兵器を持つ",
        "それは可能ではない",
        "可能ではない",
        "日本は核兵器を持た",
        "มันเป็นไปได้",
        "ไปได้",
        # a word put in, changed, or in another form
        "The very old bridge, built in 1932",
        "The old bridges, built in 1932",
        "The new bridge, built in 1932",
        "the café is legal",
        # a number changed, cut off, or without its sign
        "The old bridge, built in 1923, was not closed in winter.",
        "built in 193",
        "crossed it for 18 days",
        "crossed it for 18",
        "5 days",
        "treaty of 1914",
        "1918 didn’t hold",
        "rose by 5 percent",
        "5 percent",
        "from 1",
        "000 to",
        "from 1,000 to",
        "to 102 units",
        "to 10 units",
        "to 10",
        "11/2 hours",
        "1 hours",
        "at 12",
        "三条は変わらない",
        "第二十",
        # words in another order
        "not was closed in winter",
        "closed in winter, not was",
        "built in 1932, The old bridge",
        "Nobody it crossed",
        "核兵器は日本を持たない",
        # punctuation that is not there, or not where it is
        "The old bridge built in 1932",
        "Nobody crossed it. For 18.5 days",
        "“It’s a test”, she said",
        # parts of words
        "cat on",
        "ten",
        "concat",
        "he old bridge",
        "The old bridg",
        "aggression treaty",
        "the non",
        "didn",
        "it can",
        "caf",
        "cafe is open",
        "Nicht",
        # another case
        "the old bridge",
        "The Old Bridge",
        "THE OLD BRIDGE",
        # an edited quotation
        "[T]he cat sat",
        "The […] bridge was […] closed",
        "was […] closed in winter",
        "gilt […] für",
        "The bridge […] was not closed",
        "was not closed […] The old bridge",
        "The old bridge ... was not closed",
        "The old bridge (…) was not closed",
        "The old [and broken] bridge",
        "rose by [−5] percent",
        "The old bridge [sic], built",
        # a hyphen at the end of a line stays a hyphen
        "In its sentences",
        # nothing
        "",
        "  ",
        "[…]",
        "\u00ad",
        "[...] [...]",
    ],
)
def test_no_departure_from_the_text_passes_as_exact(quote: str) -> None:
    assert find(SOURCE, quote).kind != Kind.EXACT


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("The old bridge, built in 1932, was not closed in winter.", None),
        ("bridge", None),
        ("Nobody crossed it for 18.5 days", None),
        ('"It\'s a test," she said-and left.', "“It’s a test,” she said—and left."),
        ("«It's a test,»", "“It’s a test,”"),
        ("A second paragraph says", "A second para\u00adgraph says"),
        ("A sec\u00adond paragraph\n  says", "A second para\u00adgraph says"),
        ("rose by -5 percent, from 1 000", "rose by −5 percent, from 1\u00a0000"),
        ("to 10² units", None),
        ("concatenated cat", "conca\u00adtenated cat"),
        ("first floor", "\ufb01rst \ufb02oor"),
        ("sen- tences", "sen-\ntences"),
        ("it can't be wrong ... not", "it can't be wrong … not"),
        ("Wide or not", "Ｗｉｄｅ or not"),
        ("the café is open", "the caf\u0065\u0301 is open"),
        ("1½ hours", None),
        ("left. A second paragraph", "left.\n\nA second para\u00adgraph"),
        ("On Bridges The old bridge", "On Bridges\n\nThe old bridge"),
        ("The old bridge […] was not closed", "The old bridge, built in 1932, was not closed"),
        (
            "The [...] bridge, built in [. . .] winter",
            "The old bridge, built in 1932, was not closed in winter",
        ),
        ("[…] built in 1932 […]", "built in 1932"),
        ("日本は核兵器を持たない", None),
        ("核兵器", None),
        ("不可能ではない", None),
        ("第二十三条", None),
        ("มันเป็นไปไม่ได้", None),
        ('für "Nicht-Mitglieder"', "für „Nicht-Mitglieder“"),
    ],
)
def test_what_stands_there_is_found(quote: str, there: str | None) -> None:
    start = TEXT.index(there or quote)
    place = start, start + len(there or quote)
    assert find(SOURCE, quote) == Found(
        Kind.EXACT, Change.NOTHING, 1.0, place, there or quote, (place,), (place,)
    )


@pytest.mark.parametrize(
    ("quote", "change", "there"),
    [
        (
            "The old bridge, built in 1932, was closed in winter.",
            Change.WORDS,
            "The old bridge, built in 1932, was not closed in winter.",
        ),
        ("built in 1923, was not closed", Change.WORDS, "built in 1932, was not closed"),
        (
            "bridge, built in 1932, not was closed",
            Change.WORDS,
            "bridge, built in 1932, was not closed",
        ),
        ("sentences it can't be wrong", Change.WORDS, "sen-\ntences it can't be wrong"),
        ("crossed it for 18 days", Change.WORDS, "crossed it for 18.5 days"),
        ("rose by 5 percent", Change.WORDS, "rose by −5 percent"),
        ("from 1 000 to 102 units", Change.WORDS, "from 1\u00a0000 to 10² units"),
        ("可能ではない", Change.WORDS, "不可能ではない"),
        ("not all were there.", Change.CASE, "Not all were there."),
        ("THE OLD BRIDGE", Change.CASE, "The old bridge"),
        ("[T]he old bridge", Change.BRACKETS, "The old bridge"),
        ("[t]he old bridge", Change.BRACKETS, "The old bridge"),
        ("The old [stone] bridge, built", Change.BRACKETS, "The old bridge, built"),
        ("The old bridge [sic], built", Change.BRACKETS, "The old bridge, built"),
        ("The old […] bridge [sic], built", Change.BRACKETS, "The old bridge, built"),
        ("Nobody … didn't hold", Change.OMISSION, NOBODY),
        ("Nobody (...) didn't hold", Change.OMISSION, NOBODY),
        ("was […] closed in winter", Change.OMISSION, "was not closed in winter"),
        ("gilt […] für", Change.OMISSION, "gilt nicht für"),
        ("Nobody crossed it of 1914-1918 didn't hold", Change.OMISSION, NOBODY),
        ("The old bridge was not closed", Change.OMISSION, TEXT[12:57]),
        ("The old bridge, built in 1932, it for 18.5 days", Change.OMISSION, TEXT[12:100]),
    ],
)
def test_what_departs_a_little_has_drifted(quote: str, change: Change, there: str) -> None:
    found = find(SOURCE, quote)
    assert (found.kind, found.change, found.words) == (Kind.DRIFTED, change, there)


@pytest.mark.parametrize(
    ("quote", "score", "words"),
    [
        ("Nobody painted it for eighteen years", 0.6, "Nobody crossed it for 18.5 days"),
        ("The bridge, being old, fell in autumn", 0.59, "The old bridge, built in"),
        ("Elephants", 0.0, ""),
        ("?!", 0.0, ""),
        ("", 0.0, ""),
        ("[…]", 0.0, ""),
    ],
)
def test_other_words_are_absent_and_the_nearest_are_shown_where_half_alike(
    quote: str, score: float, words: str
) -> None:
    found = find(SOURCE, quote)
    assert (found.kind, round(found.score, 2), found.words) == (Kind.ABSENT, score, words)
    assert (found.places, found.at_locator) == ((), ())


REPEATED = """First

It rose again. It fell. It rose again.

Second

It rose again, and stayed."""
PLACES = ((7, 20), (31, 44), (55, 68))


@pytest.mark.parametrize(
    ("passage", "at_locator"),
    [
        (Passage("text", quote="It rose again"), PLACES),
        (Passage("text", quote="It rose again", time="00:12"), PLACES),
        (Passage("text", quote="It rose again", paragraph=Extent(1)), PLACES[:2]),
        (
            Passage("text", quote="It rose again", paragraph=Extent(1), sentence=Extent(3)),
            PLACES[1:2],
        ),
        (Passage("text", quote="It rose again", sentence=Extent(4)), PLACES[2:]),
        (Passage("text", quote="It rose again", sentence=Extent(1, 3)), PLACES[:2]),
        (Passage("text", quote="It rose again", paragraph=Extent(2)), PLACES[2:]),
        (Passage("text", quote="It rose again", paragraph=Extent(3)), ()),
        (Passage("text", quote="It rose again", line=Extent(3)), PLACES[:2]),
        (Passage("text", quote="It rose again", line=Extent(4, 7)), PLACES[2:]),
        (Passage("text", quote="It rose again", line=Extent(8)), ()),
        (Passage("text", quote="It rose again", section="Second"), PLACES[2:]),
        (Passage("text", quote="It rose again", section="second"), PLACES[2:]),
        (Passage("text", quote="It rose again", section="Third"), PLACES),
        (Passage("text", quote="It rose again", section="First", sentence=Extent(3)), PLACES[1:2]),
        (Passage("text", quote="It rose again", section="First", paragraph=Extent(2)), ()),
        (Passage("text", quote="It rose again", page="2"), PLACES),
    ],
)
def test_the_locator_singles_out_places(passage: Passage, at_locator: tuple[object, ...]) -> None:
    found = find(plain_source(REPEATED), passage)
    assert (found.kind, found.places, found.at_locator) == (Kind.EXACT, PLACES, at_locator)
    assert found.place == (at_locator or PLACES)[0]
    assert found.is_ambiguous == (len(at_locator) != 1)
    assert found.is_elsewhere == (at_locator == ())


def test_pages_and_numbered_sections_single_out_places() -> None:
    text = "1. Start\nIt rose.\n1.1 More\nIt rose.\n2 End\nIt rose."
    source = SourceText(
        text,
        (
            Block(0, 8, 1),
            Block(9, 17),
            Block(18, 26, 2),
            Block(27, 35),
            Block(36, 41, 1),
            Block(42, 50),
        ),
        pages=(0, 20),
    )
    places = ((9, 17), (27, 35), (42, 50))
    for section, page, expected in (
        (None, "1", places[:1]),
        (None, "2", places[1:]),
        (None, "1-2", places),
        (None, "xii", places),
        (None, "7", places),
        ("1", None, places[:2]),
        ("1.1", None, places[1:2]),
        ("1.1 More", None, places[1:2]),
        ("End", None, places[2:]),
        ("2", "1", ()),
        ("1", "2", places[1:2]),
    ):
        found = find(source, Passage("text", quote="It rose.", section=section, page=page))
        assert (section, page, found.at_locator) == (section, page, expected)


def test_a_quotation_that_is_elsewhere_is_found_there() -> None:
    passage = Passage("text", quote="It fell.", paragraph=Extent(2))
    found = find(plain_source(REPEATED), passage)
    assert (found.kind, found.words, found.is_elsewhere, found.is_ambiguous) == (
        Kind.EXACT,
        "It fell.",
        True,
        False,
    )


def test_words_much_alike_are_rather_those_at_the_locator() -> None:
    text = "\n\n".join(f"The council of town {name} met on Monday." for name in "ABCD")
    quote = "The council of city X met on Monday."
    for number, name in enumerate("ABCD", start=1):
        passage = Passage("text", quote=quote, paragraph=Extent(number))
        found = find(plain_source(text), passage)
        assert found.words == f"The council of town {name} met on Monday."


def test_a_passage_without_a_quotation_is_nowhere() -> None:
    assert find(SOURCE, Passage("text", paragraph=Extent(1))) == Found(
        Kind.ABSENT, Change.WORDS, 0.0, has_locator=True
    )


def test_of_very_many_places_a_hundred_are_given_and_those_at_the_locator() -> None:
    source = plain_source("\n\n".join(["So it is."] * 500))
    found = find(source, Passage("text", quote="So it is.", paragraph=Extent(400)))
    assert len(found.places) == 101
    assert found.at_locator == ((399 * 11, 399 * 11 + 9),)
    assert not found.is_ambiguous


@pytest.mark.parametrize(("left_out", "kind"), [(2_000, Kind.EXACT), (2_001, Kind.DRIFTED)])
def test_an_omission_is_no_longer_than_a_long_paragraph(left_out: int, kind: Kind) -> None:
    text = f"It began {'x' * (left_out - 2)} ended with a whimper."
    assert find(plain_source(text), "It began […] ended with a whimper.").kind == kind


def test_the_rarest_part_of_a_quotation_with_omissions_may_be_anywhere_in_it() -> None:
    source = plain_source("It is. " * 50 + "It was a zebra. It is. It is late. " + "It is. " * 50)
    for quote in (
        "zebra. […] It is late",
        "It […] a […] zebra",
        "It is. […] zebra […] late. […] is",
    ):
        assert find(source, quote).kind == Kind.EXACT


LONG = " ".join(f"Sentence {number} is not like any other." for number in range(100))


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("Sentence 50 is not", "Sentence 50 is", Change.WORDS),
        ("Sentence 99 is not", "Sentence 98 is not", Change.WORDS),
        ("Sentence 0 is", "Sentence 1 is", Change.WORDS),
        ("Sentence 40 is", "sentence 40 is", Change.CASE),
        ("Sentence 40 is", "[S]entence 40 is", Change.BRACKETS),
    ],
)
def test_a_long_quotation_is_compared_as_a_whole(before: str, after: str, change: Change) -> None:
    source = plain_source(f"It starts. {LONG} It ends.")
    found = find(source, LONG.replace(before, after))
    assert (found.kind, found.change, found.words) == (Kind.DRIFTED, change, LONG)
    assert found.score > 0.99


def test_a_long_quotation_without_its_middle_leaves_words_out() -> None:
    middle = LONG[LONG.index("Sentence 40") : LONG.index("Sentence 45")]
    found = find(plain_source(LONG), LONG.replace(middle, ""))
    assert (found.kind, found.words) == (Kind.DRIFTED, LONG)


def test_a_long_quotation_that_begins_as_others_do_is_found_by_its_rare_words() -> None:
    same = " ".join(f"Clause {number} holds for all of them." for number in range(30))
    texts = [f"{same} But {name} is not like any other, says the law." for name in "ABCDE"]
    found = find(plain_source("\n\n".join(texts)), texts[3].replace("not", "never"))
    assert (found.kind, found.words) == (Kind.DRIFTED, texts[3])
