"""What holds for the search for quotations in any text."""

# ruff: noqa: RUF001 - characters that look like others are meant

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.passages import Kind, differences, find, locate, normalise, plain_source

_WORDS = st.sampled_from(
    [
        *[
            "a",
            "the",
            "old",
            "bridge",
            "is",
            "not",
            "18",
            "18.5",
            "-5",
            "1",
            "000",
            "can't",
            "non-proliferation",
            "it's",
            "fell",
            "[…]",
            "[T]he",
        ],
        *(
            "日本は",
            "核兵器",
            "ไม่ได้",
            "हिन्दी",
            "caf\u00e9",
            "cafe\u0301",
            "10²",
            "1½",
            "co\u00adop",
            "“so”",
            "–",
            "—",
        ),
        *(".", ",", "\n", "\n\n", "\u00a0", "İ", "ß", "ﬁn", "[", "]", "...", "…", "(…)"),
    ]
)
_TEXTS = st.lists(_WORDS, max_size=30).map(" ".join) | st.text() | st.lists(_WORDS).map("".join)
_PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))


# Most places of a text are no edges of words; what is left of a run is enough all the same.
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(_TEXTS, _PLACES)
def test_whole_words_of_a_text_are_found_where_the_same_words_stand(
    text: str, place: tuple[float, float]
) -> None:
    source = plain_source(text)
    normal = source.normal
    start, end = sorted(round(at * len(normal.text)) for at in place)
    assume(source.boundaries.may_hold(start, end))
    first, last = normal.original(start, end) if start < end else (0, 0)
    quote = source.text[first:last]
    assume(normalise(quote) == normal.text[start:end].strip() != "")
    assume(normal.text[start:end] == normal.text[start:end].strip())
    assume(set(quote) - set("[].… "))
    found = find(source, quote)
    assert found.kind == Kind.EXACT
    stretches = found.places
    assert all(normalise(source.text[at:to]) == normalise(quote) for at, to in stretches)
    assert (first, last) in stretches or len(stretches) >= 100


@settings(deadline=None)  # libraries are loaded within
@given(_TEXTS, _TEXTS)
def test_what_is_found_is_in_the_text(text: str, quote: str) -> None:
    source = plain_source(text)
    found = find(source, quote)
    for start, end in (*found.places, *filter(None, [found.place])):
        assert 0 <= start < end <= len(source.text)
    assert 0 <= found.score <= 1
    assert (found.kind == Kind.ABSENT) == (found.places == ())
    if found.place:
        assert found.words == source.text[slice(*found.place)]


@settings(deadline=None)  # libraries are loaded within
@given(_TEXTS, _TEXTS)
def test_only_words_of_the_text_in_their_order_are_exact(text: str, quote: str) -> None:
    source = plain_source(text)
    if find(source, quote).kind == Kind.EXACT:
        words = "".join(normalise(text).split())
        at = 0
        literal = "".join(normalise(quote).split())
        parts = [literal] if literal in words else literal.split("[...]")
        for part in parts:
            assert part in words[at:]
            at = words.index(part, at) + len(part)


@settings(deadline=None)  # libraries are loaded within
@given(_TEXTS, _TEXTS)
def test_differences_are_empty_for_the_same_words_only(quote: str, there: str) -> None:
    marked = differences(quote, there)
    if normalise(quote) == normalise(there) and "²" not in quote + there:
        assert marked == ""
    if "".join(normalise(quote).split()) != "".join(normalise(there).split()):
        assert marked != ""
    assert "\n" not in marked


@settings(deadline=None)  # libraries are loaded within
@given(_TEXTS, _TEXTS)
def test_what_is_located_has_a_place_in_the_text(text: str, words: str) -> None:
    source = plain_source(text)
    for located in locate(source, words, "text"):
        assert 0 <= located.place[0] < located.place[1] <= len(source.text)
        assert located.passage.quote


@pytest.mark.parametrize(
    "text",
    [
        "a " * 60_000,
        "a" * 120_000,
        "ab " * 40_000,
        "\u00ad" * 120_000,
        "\u0301" * 120_000,
        "e\u0301" * 60_000,
        "  \t" * 40_000,
        "[…] " * 30_000,
        "... " * 30_000,
        "[" * 120_000,
        "日本" * 60_000,
        "1,000.5-" * 15_000,
        "“" * 120_000,
        "\n\n" * 60_000,
        "\ufdfa" * 15_000,
        "\ud800" * 30_000,
    ],
)
@pytest.mark.parametrize(
    "quote", ["a b c d", "a […] a […] a b", "e\u0301", "itself", "日本 本日", "5-1"]
)
def test_large_hostile_texts_are_searched_to_the_end(text: str, quote: str) -> None:
    found = find(plain_source(text), text if quote == "itself" else quote)
    assert all(0 <= start <= end <= len(text) for start, end in found.places)
