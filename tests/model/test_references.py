"""Short references: the names that readers know sources by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Source
from argmap.model.names import family_names
from argmap.model.references import author_and_year, shortened, told_apart

PERSONS = {
    # one
    "Simeonova, Emilia": "Simeonova",
    "Emilia Simeonova": "Simeonova",
    "E. Simeonova": "Simeonova",
    "Simeonova E": "Simeonova",
    "J. R. R. Tolkien": "Tolkien",
    "Tolkien, J.R.R.": "Tolkien",
    "Galilei": "Galilei",
    "van der Berg, Jan": "van der Berg",
    "Jan van der Berg": "van der Berg",
    "Jan van der Berg Jr.": "van der Berg",
    "Brinch Hansen, Per": "Brinch Hansen",
    "King, Jr., Martin Luther": "King",
    "Martin Luther King Jr.": "King",
    "Jane Doe, PhD": "Doe",
    "Dr. Jane Doe": "Doe",
    "O\u2019Neil, Cathy": "O\u2019Neil",
    "Jean-Paul Sartre": "Sartre",
    "Church, Alonzo": "Church",
    "Иванов, Иван": "Иванов",
    "王小明": "王小明",
    "王, 小明": "王",
    "Lind, K. (ed.)": "Lind",
    "Lind, K., eds.": "Lind",
    # two
    "Lind, Karin; Okafor, Ngozi": "Lind & Okafor",
    "Karin Lind; Ngozi Okafor": "Lind & Okafor",
    "Karin Lind and Ngozi Okafor": "Lind & Okafor",
    "Karin Lind & Ngozi Okafor": "Lind & Okafor",
    "Lind, Karin and Okafor, Ngozi": "Lind & Okafor",
    "Lind, Karin, and Ngozi Okafor": "Lind & Okafor",
    "Lind, K. und Okafor, N.": "Lind & Okafor",
    "Lind & Okafor": "Lind & Okafor",
    "Lind, K., Okafor, N.": "Lind & Okafor",
    "王小明\uff0c李雷": "王小明 & 李雷",
    "王小明、李雷": "王小明 & 李雷",
    # more
    "Simeonova, Emilia; Currie, Janet; Nilsson, Peter": "Simeonova et al.",
    "Emilia Simeonova, Janet Currie and Peter Nilsson": "Simeonova et al.",
    "Simeonova, E., Currie, J. & Nilsson, P.": "Simeonova et al.",
    "Simeonova, E., Currie, J., and P. Nilsson": "Simeonova et al.",
    "Simeonova E, Currie J, Nilsson P": "Simeonova et al.",
    "Simeonova, Emilia, Janet Currie, and Peter Nilsson": "Simeonova et al.",
    "Simeonova, Currie and van der Berg": "Simeonova et al.",
    "Simeonova, Emilia et al.": "Simeonova et al.",
    "Simeonova, Emilia; et al.": "Simeonova et al.",
    "Simeonova E, and others": "Simeonova et al.",
    "王小明, 李雷, 张三": "王小明 et al.",
}

KEPT_WHOLE = (
    "Transport for London",
    "City of Example",
    "European Commission",
    "Department for Energy and Climate Change",
    "Ministry of Transport, Sweden",
    "The Guardian",
    "Statistics Sweden",
    "Our World in Data",
    "Deutsche Bahn",
    "Министерство транспорта",
    "OECD",
    "Ipsos MORI",
    "50 Cent",
    "bell hooks",
    "山田 太郎",
    # not sure
    "Emilia Simeonova, Janet Currie",
    "José Ortega y Gasset",
    "EMILIA SIMEONOVA",
    "Lind, Karin / Okafor, Ngozi",
    "Lind, Karin, The Guardian",
    # held together by no-break spaces
    "Carbon\u00a0Brief",
    "Lind\u00a0and\u00a0Sons",
    # nothing but signs
    ";",
    "et al.",
    "(ed.)",
    "J. R.",
)


@pytest.mark.parametrize(("author", "expected"), PERSONS.items(), ids=PERSONS)
def test_persons_are_named_by_their_family_names(author: str, expected: str) -> None:
    assert author_and_year(author, "2019-03") == f"{expected} 2019"


@pytest.mark.parametrize("author", KEPT_WHOLE)
def test_organisations_and_what_is_not_sure_are_kept_whole(author: str) -> None:
    printed = author.replace("\u00a0", " ")
    assert author_and_year(author, "2019") == f"{printed} 2019"


def test_organisations_in_a_list_are_kept_whole() -> None:
    assert author_and_year("World Bank; Transport for London, Streets; Lind, Karin", "2019") == (
        "World Bank et al. 2019"
    )
    assert author_and_year("World Bank; Lind, Karin", "2019") == "World Bank & Lind 2019"


def test_without_an_author_or_a_year_there_is_no_such_reference() -> None:
    assert author_and_year(None, "2019") == ""
    assert author_and_year(" ", "2019") == ""
    assert author_and_year("Lind", None) == ""
    assert author_and_year("Lind", "in press") == ""


def test_the_year_is_looked_for() -> None:
    assert author_and_year("Lind", "July 2007") == "Lind 2007"
    assert author_and_year("Lind", "12345 or 1999/2000") == "Lind 1999"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Annual report", "Annual report"),
        ("A title of\n  two lines", "A title of two lines"),
        (
            "Central London congestion charging, fifth annual impacts report",
            "Central London congestion charging…",
        ),
        ("Roads that pay: how charges change what people do", "Roads that pay"),
        ("Who pays for roads? An inquiry into charges and taxes", "Who pays for roads?"),
        ("Up: a long second part behind a short one", "Up: a long second part behind a short…"),
        ("x" * 50, f"{'x' * 39}…"),
        ("城" * 30, f"{'城' * 19}…"),
    ],
)
def test_a_long_title_is_shortened(title: str, expected: str) -> None:
    assert shortened(title) == expected


def test_a_long_name_is_shortened() -> None:
    author = "Intergovernmental Panel on the Future of Very Long Names"
    assert author_and_year(author, "2019") == "Intergovernmental Panel on the Future… 2019"


def test_those_that_read_alike_get_letters() -> None:
    assert told_apart(["a", "b", "a"]) == ("aa", "b", "ab")
    assert told_apart(["x"] * 28)[-3:] == ("xz", "xaa", "xab")


def test_sources_of_a_map_with_one_author_and_year_are_told_apart() -> None:
    the_map = ArgumentMap(
        sources=[
            Source("a", "Roads", author="Lind, Karin", date="2019-05"),
            Source("b", "Lind 2019"),
            Source("c", "Rails", author="K. Lind", date="2019"),
            Source("d", "Rails", author="Lind, Karin", date="2020"),
            Source("a", "The second with this id", author="Lind", date="2019"),
            Source("e"),
        ]
    )
    assert the_map.short_titles == {
        "a": "Lind 2019a",
        "b": "Lind 2019",
        "c": "Lind 2019b",
        "d": "Lind 2020",
        "e": "e",
    }


@given(st.text(max_size=60) | st.text("AaBb. ,;&()[]ed王", max_size=60), st.text(max_size=12))
def test_any_text_makes_a_reference(author: str, date: str) -> None:
    source = Source("s", author=author or None, date=date or None)
    assert source.short_title
    assert "\n" not in source.short_title
    if author.strip():
        names, _ = family_names(author)
        assert names
        assert all(names)
