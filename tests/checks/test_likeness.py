"""Which texts are said to be alike, and that many of them are no trouble."""

import pytest

from argmap.checks.rules.likeness import Likeness, alike

ALIKE = [
    ("A charge cuts traffic.", "a charge, cuts  traffic"),
    ("Traffic (in the zone) fell.", "Traffic in the zone fell!"),
    ("The charge reduced the traffic.", "The charges reduced traffic."),
    ("Straßen sind teuer.", "STRASSEN SIND TEUER"),
    ("ﬁnal oﬃce", "final office"),
    ("It isn't so.", "It isn\u2019t so."),
    ("拥堵费减少了城市中心的汽车交通量和污染。", "拥堵费减少了城市中心的汽车交通量和污染"),
    ("拥堵费减少了城市中心的汽车交通量和污染。", "拥堵费减少了城市的中心的汽车交通量和污染。"),
    ("ค่าธรรมเนียมลดการจราจรในเมือง", "ค่าธรรมเนียมลดการจราจรในเมือง."),
]

UNLIKE = [
    ("A charge cuts traffic.", "A charge cuts no traffic."),
    (
        "The charge is legal in the whole of the city.",
        "The charge is illegal in the whole of the city.",
    ),
    ("Traffic in the zone fell by 18 percent.", "Traffic in the zone fell by 19 percent."),
    (
        "In the cold the balance was 5 in all of the cases.",
        "In the cold the balance was -5 in all of the cases.",
    ),
    ("For all of these it is known that a < b.", "For all of these it is known that a > b."),
    ("Poverty leads to crime in the cities.", "Crime leads to poverty in the cities."),
    ("Most people in France would pay the charge.", "Most people in Poland would pay the charge."),
    ("That it works can be shown in every city.", "That it works can't be shown in every city."),
    ("拥堵费减少了城市中心的汽车交通量和污染。", "拥堵费不减少了城市中心的汽车交通量和污染。"),
    ("道路は都市の中心部で混雑している。", "道路は都市の中心部で渋滞している。"),
    (
        "Useful as it is, few people in the city know it.",
        "Useless as it is, few people in the city know it.",
    ),
    ("The tax on fuel was raised in Iran.", "The tax on fuel was raised in Iraq."),
    ("The tax on fuel was raised in Austria.", "The tax on fuel was raised in Australia."),
    ("One.", "Two."),
    ("", ""),
    ("!!!", "???"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_texts_that_say_nearly_the_same_are_alike(one: str, other: str) -> None:
    assert [(found.number, found.earlier) for found in alike([one, other])] == [(1, 0)]
    assert [(found.number, found.earlier) for found in alike([other, one])] == [(1, 0)]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_texts_that_differ_in_what_counts_are_not_alike(one: str, other: str) -> None:
    assert list(alike([one, other])) == []
    assert list(alike([other, one])) == []


def test_the_same_text_is_told_from_nearly_the_same() -> None:
    texts = [
        "A charge reduces the traffic.",
        "A charge reduced the traffic.",
        "a charge reduces the traffic",
    ]
    assert sorted(alike(texts), key=lambda found: found.number) == [
        Likeness(1, 0, is_same=False),
        Likeness(2, 0, is_same=True),
    ]


def test_of_many_equal_texts_each_is_like_the_first() -> None:
    texts = ["A charge cuts traffic."] * 10_000
    assert list(alike(texts)) == [Likeness(number, 0, is_same=True) for number in range(1, 10_000)]


def test_texts_that_share_all_words_but_one_are_not_alike() -> None:
    letters = "bcdfghjklm"
    words = ["".join(letters[int(digit)] for digit in f"{number:04}") for number in range(3_000)]
    texts = [f"It is known that a charge cuts the traffic in the city of {word}" for word in words]
    assert list(alike(texts)) == []


def test_a_pair_among_many_texts_of_the_same_words_is_found() -> None:
    words = [
        "it",
        "is",
        "known",
        "that",
        "a",
        "charge",
        "for",
        "the",
        "road",
        "cuts",
        "traffic",
        "in",
        "every",
        "city",
    ]
    turned = [" ".join(words[turn:] + words[:turn]) for turn in range(len(words))]
    texts = [f"{text} {number}" for number in range(100) for text in turned]
    texts[700] = f"{texts[70]} indeed"
    assert list(alike(texts)) == [Likeness(700, 70, is_same=False)]


def test_very_long_texts_are_compared_for_identity_only() -> None:
    text = "word " * 100_000
    assert list(alike([text, f"{text}more", text])) == [Likeness(2, 0, is_same=True)]
