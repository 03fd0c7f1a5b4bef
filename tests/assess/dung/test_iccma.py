"""Problems and answers as the ICCMA competitions print them."""

import pytest

from argmap.assess.dung import Framework, FrameworkFormat
from argmap.assess.dung.iccma import PROBLEMS, Problem, solve
from argmap.findings import UsageError

EXAMPLE = Framework(tuple("12345"), (0, 1, 3, 4, 4), (1, 3, 4, 3, 4))
CIRCLE = Framework(tuple("abc"), (0, 1, 2), (1, 2, 0))
CHOICE = Framework(tuple("abc"), (0, 1, 1), (1, 0, 2))


def ask(problem: str, one: Framework, form: FrameworkFormat, argument: str | None = None) -> str:
    return solve(Problem.of(problem), one, form, argument)


def test_every_task_is_there_under_every_semantics() -> None:
    assert len(PROBLEMS) == 30
    assert {Problem.of(name.lower()) for name in PROBLEMS} == {Problem.of(one) for one in PROBLEMS}


def test_answers_of_2023_have_lines_of_witnesses() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    af = FrameworkFormat.AF
    assert ask("SE-PR", EXAMPLE, af) == "w 1 3 4\n"
    assert ask("SE-GR", EXAMPLE, af) == "w 1 3\n"
    assert ask("EE-CO", EXAMPLE, af) == "w 1 3\nw 1 3 4\n"
    assert ask("CE-CO", EXAMPLE, af) == "2\n"
    assert ask("DC-CO", EXAMPLE, af, "4") == "YES\nw 1 3 4\n"
    assert ask("DC-CO", EXAMPLE, af, "5") == "NO\n"
    assert ask("DS-CO", EXAMPLE, af, "4") == "NO\nw 1 3\n"
    assert ask("DS-PR", EXAMPLE, af, "4") == "YES\n"
    assert ask("SE-ID", CHOICE, af) == "w\n"


def test_without_stable_extension_the_answer_is_no() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    for form, none in ((FrameworkFormat.AF, "NO\n"), (FrameworkFormat.APX, "[\n]\n")):
        assert ask("SE-ST", CIRCLE, form) == "NO\n"
        assert ask("EE-ST", CIRCLE, form) == none
        assert ask("CE-ST", CIRCLE, form) == "0\n"
        assert ask("DC-ST", CIRCLE, form, "a") == "NO\n"
        assert ask("DS-ST", CIRCLE, form, "a") == "YES\n"


@pytest.mark.parametrize("form", [FrameworkFormat.APX, FrameworkFormat.TGF])
def test_earlier_answers_have_brackets_and_no_witnesses(form: FrameworkFormat) -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    assert ask("SE-GR", CHOICE, form) == "[]\n"
    assert ask("EE-PR", CHOICE, form) == "[\n[a,c]\n[b]\n]\n"
    assert ask("DC-PR", CHOICE, form, "c") == "YES\n"
    assert ask("DS-PR", CHOICE, form, "c") == "NO\n"


def test_a_problem_that_there_is_not_suggests_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"^there is no problem 'SE-PX'; did you mean 'SE-PR'\?$"):
        Problem.of("SE-PX")
    with pytest.raises(UsageError, match=r"'x'; `argmap assess --problems` lists them$"):
        Problem.of("x")


def test_an_argument_is_asked_for_where_it_is_needed_and_only_there() -> None:
    with pytest.raises(UsageError, match=r"^DC asks about an argument; name it with `-a`$"):
        ask("DC-GR", CHOICE, FrameworkFormat.AF)
    with pytest.raises(UsageError, match=r"^SE asks about no argument; leave `-a` away$"):
        ask("SE-GR", CHOICE, FrameworkFormat.AF, "a")
