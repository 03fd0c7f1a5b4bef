"""Frameworks as text: .af, .apx and .tgf, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.assess.dung import (
    Framework,
    FrameworkFormat,
    InvalidFrameworkError,
    read_framework,
    write_framework,
)
from argmap.findings import InvalidValueError
from argmap.text import TextFile
from tests.assess.dung.small import framework, frameworks

ABC = framework("a>b b>c c>c")


def read(text: str, path: str = "x") -> Framework:
    return read_framework(TextFile(path, text))


def told(text: str, path: str) -> list[str]:
    with pytest.raises(InvalidFrameworkError) as caught:
        read(text, path)
    assert len(caught.value.findings) == len(str(caught.value).split("\n"))
    return str(caught.value).split("\n")


def test_facts_are_read_in_any_order_with_comments_and_blanks() -> None:
    text = 'att(a,b). % c\narg( a ).arg(b).\n\narg("c d").\natt(b , "c d") .\n'
    assert read(text) == Framework(("a", "b", '"c d"'), (0, 1), (1, 2))


def test_a_trivial_graph_is_read_with_labels() -> None:
    assert read("a first\nb\n#\na b attacks\n") == framework("a>b")


@pytest.mark.parametrize(
    "text",
    [
        "p af 3\n1 2\n2 3\n",
        "# a comment\np af 3\r\n1 2\r\n\r\n# another\n2  3",
        " p  af  3 \n\t1 2\n2 3\n",
    ],
)
def test_numbers_are_read_plainly_or_with_comments_and_blanks(text: str) -> None:
    assert read(text) == Framework(("1", "2", "3"), (0, 1), (1, 2))


def test_the_end_of_the_path_decides_before_the_text() -> None:
    assert read("p\naf\n#\n", "x.TGF") == Framework(("p", "af"))


def test_an_empty_framework_is_one() -> None:
    assert read("p af 0\n") == Framework(())
    assert read("", "x.apx") == Framework(())
    assert read("#\n", "x.tgf") == Framework(())


def test_every_mistake_in_numbers_is_told_with_its_place() -> None:
    assert told("p af 2\n1 3\n1\n1 2\n+1 2 1\n", "x.af") == [
        "x.af:2:3: '3' is no argument; arguments are numbers from 1 to 2",
        "x.af:3:1: an attack has two ends; write `attacker attacked`",
        "x.af:5:1: '+1' is no argument; arguments are numbers from 1 to 2",
        "x.af:5:1: an attack has two ends; write `attacker attacked`",
    ]
    assert told("1 2\n", "x.af") == [
        "x.af:1:1: this is no header; begin with `p af N`, the number of arguments"
    ]
    assert told("# no more\n", "x.af") == [
        "x.af:1:1: there is no header; begin with `p af N`, the number of arguments"
    ]
    assert told("p af 999999999\n1 2\n", "x.af") == [
        "x.af:1:1: 999999999 arguments are too many; argmap takes up to 20000000"
    ]


def test_every_mistake_in_facts_is_told_with_its_place() -> None:
    assert told("arg(a).\natt(a,b).\narg(c)\natt(a,a).\n", "x.apx") == [
        "x.apx:3:1: this is neither an argument nor an attack; write `arg(a).` or `att(a,b).`",
        "x.apx:2:7: there is no argument 'b'; add `arg(b).`",
    ]


def test_every_mistake_in_a_trivial_graph_is_told_with_its_place() -> None:
    assert told("a\n#\na\na b\n", "x.tgf") == [
        "x.tgf:3:1: an attack has two ends; write `attacker attacked`",
        "x.tgf:4:3: there is no argument 'b'; list it before the `#`",
    ]
    assert told("a\n", "x.tgf") == [
        "x.tgf:2:1: there is no line `#`; write `#` between arguments and attacks"
    ]


def test_a_text_that_is_none_of_them_is_refused() -> None:
    assert told("claims: {}\n", "x") == [
        "x:1:1: this is no framework that argmap knows; write it as .af, .apx or .tgf"
    ]


def test_of_many_mistakes_only_some_are_told() -> None:
    with pytest.raises(InvalidFrameworkError) as caught:
        read("p af 1\n" + "2 1\n" * 30, "x.af")
    assert len(caught.value.findings) == 30
    assert str(caught.value).split("\n")[20:] == ["and 10 more of that kind"]


def test_each_format_is_written() -> None:
    assert write_framework(ABC, FrameworkFormat.AF) == (
        "p af 3\n# 1 a\n# 2 b\n# 3 c\n1 2\n2 3\n3 3\n"
    )
    assert write_framework(ABC, FrameworkFormat.APX) == (
        "arg(a).\narg(b).\narg(c).\natt(a,b).\natt(b,c).\natt(c,c).\n"
    )
    assert write_framework(ABC, FrameworkFormat.TGF) == "a\nb\nc\n#\na b\nb c\nc c\n"


def test_a_name_that_a_format_cannot_hold_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"^'a b' cannot be the name of an argument in .t"):
        write_framework(Framework(["a b"]), FrameworkFormat.TGF)
    with pytest.raises(InvalidValueError, match=r"in .apx; rename it, or write .af$"):
        write_framework(
            Framework(
                ['a "b'],
            ),
            FrameworkFormat.APX,
        )
    assert write_framework(Framework(["a b"]), FrameworkFormat.APX) == 'arg("a b").\n'
    assert write_framework(Framework(["a b"]), FrameworkFormat.AF) == "p af 1\n# 1 a b\n"


@given(frameworks(), st.sampled_from(FrameworkFormat))
def test_what_is_written_reads_back(one: Framework, form: FrameworkFormat) -> None:
    again = read(write_framework(one, form), f"x.{form}")
    assert (len(again), again.sources, again.targets) == (len(one), one.sources, one.targets)
    assert form is FrameworkFormat.AF or again == one


@given(st.text('parg(tf), .\n\r#%"0123٣_+-\t\x0c\u2028ab'), st.sampled_from(FrameworkFormat))
def test_any_text_is_a_framework_or_told_not_to_be(text: str, form: FrameworkFormat) -> None:
    try:
        found = read_framework(TextFile("x", text), form)
    except InvalidFrameworkError as error:
        found, is_told = Framework(()), bool(error.findings)
    else:
        is_told = True
    assert is_told
    assert all(0 <= end < len(found) for end in (*found.sources, *found.targets))
