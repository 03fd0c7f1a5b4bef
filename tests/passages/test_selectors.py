"""Places as selectors of Web Annotations and as links to text fragments."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.passages import (
    SourceText,
    Stretch,
    annotation_target,
    plain_source,
    text_fragment,
    text_fragment_link,
    text_position_selector,
    text_quote_selector,
)
from tests.passages.browser import shown

TEXT = """A Talk About Bridges

It rose. It fell. It rose again, 50 % & more; the non-aggression (old) treaty held.

\U0001f600 It rose. Nobody knew."""
SOURCE = plain_source(TEXT)


def place(words: str, after: int = 0) -> Stretch:
    start = TEXT.index(words, after)
    return start, start + len(words)


def test_a_quote_selector_has_the_words_and_what_stands_around_them() -> None:
    assert text_quote_selector(SOURCE, place("It fell."), context=9) == {
        "type": "TextQuoteSelector",
        "exact": "It fell.",
        "prefix": "It rose. ",
        "suffix": " It rose ",
    }
    assert text_quote_selector(SOURCE, (0, len(TEXT)))["prefix"] == ""


def test_a_position_selector_counts_code_points() -> None:
    start = len(TEXT) - len("Nobody knew.")
    assert text_position_selector(place("Nobody knew.")) == {
        "type": "TextPositionSelector",
        "start": start,
        "end": len(TEXT),
    }


def test_a_target_has_both_selectors_and_is_json() -> None:
    target = annotation_target(SOURCE, place("It fell."), "https://example.org/talk")
    assert json.loads(json.dumps(target)) == {
        "type": "SpecificResource",
        "source": "https://example.org/talk",
        "selector": [
            text_quote_selector(SOURCE, place("It fell.")),
            text_position_selector(place("It fell.")),
        ],
    }


def page(source: SourceText) -> list[str]:
    return [source.text[block.start : block.end] for block in source.blocks]


@pytest.mark.parametrize(
    ("words", "after", "directive"),
    [
        ("It fell.", 0, "text=It%20fell."),
        ("It rose.", 0, "text=It%20rose."),
        ("It rose", 40, "text=rose.%20It%20fell.-,It%20rose,-again%2C%2050%20%25%20%26%20more"),
        ("It rose.", 60, "text=It%20rose.,-Nobody%20knew"),
        ("more; the non-aggression (old)", 0, "text=more%3B%20the%20non%2Daggression%20%28old%29"),
        ("Bridges\n\nIt rose. It fell", 0, "text=Bridges,It%20rose.%20It%20fell"),
        ("\U0001f600", 0, "text=%F0%9F%98%80"),
    ],
)
def test_a_directive_names_a_place(words: str, after: int, directive: str) -> None:
    assert text_fragment(SOURCE, place(words, after)) == directive
    assert shown(page(SOURCE), directive).split() == words.split()


def test_a_long_passage_is_named_by_its_first_and_last_words() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    assert text_fragment(plain_source(text), (text.index("word20"), text.index(" word123"))) == (
        "text=word20%20word21%20word22%20word23%20word24%20word25,"
        "word117%20word118%20word119%20word120%20word121%20word122"
    )


def test_words_before_and_after_tell_a_place_from_earlier_ones() -> None:
    text = "\n\n".join(f"In year {year} it rose and fell. So it is." for year in range(1900, 1950))
    for year in (1900, 1925, 1949):
        start = text.index("it rose", text.index(str(year)))
        stretch = start, start + len("it rose and fell.")
        assert text_fragment(plain_source(text), stretch) == (
            "text=it%20rose%20and%20fell."
            if year == 1900
            else f"text=In%20year%20{year}-,it%20rose%20and%20fell.,-So%20it%20is"
        )


def test_a_link_keeps_the_fragment_of_the_address_and_replaces_a_directive() -> None:
    fell = place("It fell.")
    for address, start in (
        ("https://example.org/talk", "https://example.org/talk#:~:"),
        ("https://example.org/talk#part", "https://example.org/talk#part:~:"),
        ("https://example.org/talk#:~:text=old", "https://example.org/talk#:~:"),
        ("https://example.org/talk#part:~:text=old", "https://example.org/talk#part:~:"),
    ):
        assert text_fragment_link(address, SOURCE, fell) == f"{start}text=It%20fell."


@settings(deadline=None)  # libraries are loaded within
@given(
    st.lists(st.sampled_from(["{},", "é{}-u.", "日本{}", "{} &", "{}\n\n", "({})"]), min_size=1),
    st.data(),
)
def test_a_browser_shows_the_place_of_a_directive(words: list[str], data: st.DataObject) -> None:
    text = " ".join(word.format(number) for number, word in enumerate(words, start=100)).strip()
    source = plain_source(text)
    chunks = [one.span() for one in re.finditer(r"\S+", text)]
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(chunks) - 1)] * 2)))
    stretch = chunks[first][0], chunks[last][1]
    if re.search(r"\d", text[slice(*stretch)]):
        there = shown(page(source), text_fragment(source, stretch))
        assert there.split() == text[slice(*stretch)].split()


@settings(deadline=None)  # libraries are loaded within
@given(st.lists(st.sampled_from(["a", "b.", "\n\n", "é", "日本", "&"]), min_size=1), st.data())
def test_a_browser_shows_something_for_every_directive(
    words: list[str], data: st.DataObject
) -> None:
    source = plain_source(" ".join(words))
    chunks = [one.span() for one in re.finditer(r"\S+", source.text)]
    if chunks:
        first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(chunks) - 1)] * 2)))
        directive = text_fragment(source, (chunks[first][0], chunks[last][1]))
        assert shown(page(source), directive)
