"""Limits, missing arguments and a missing solver; and large frameworks."""

import sys

import pytest

from argmap.assess.dung import (
    Acceptance,
    Framework,
    Semantics,
    UndecidedError,
    UnknownArgumentError,
    acceptance,
    count_extensions,
    extension,
    extensions,
    grounded_labelling,
    is_credulous,
    is_skeptical,
)
from argmap.assess.dung.sat import Limit
from argmap.findings import MissingPackageError
from tests.assess.dung.small import framework, some

CHOICE = framework("a>b b>a b>c d>e")


def after(times: int) -> Limit:
    """Return a limit that is reached when it was asked so many times."""
    asked = iter(range(times))
    return lambda: next(asked, None) is None


def test_an_argument_that_is_not_there_is_said_with_the_nearest() -> None:
    named = Framework.from_pairs(["counts-fell"], [])
    with pytest.raises(UnknownArgumentError) as caught:
        extension(named, Semantics.PREFERRED, having="counts-fel")
    assert str(caught.value) == (
        "there is no argument 'counts-fel' in this framework; did you mean 'counts-fell'?"
    )
    with pytest.raises(UnknownArgumentError, match=r"^there is no argument 'x' in this framework$"):
        Framework.from_pairs(["a"], [("a", "x")])


def test_without_a_solver_the_grounded_labelling_still_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    assert extension(CHOICE, Semantics.GROUNDED) == ("d",)
    assert is_credulous(CHOICE, Semantics.PREFERRED, "d")
    assert not is_skeptical(CHOICE, Semantics.PREFERRED, "e")
    assert list(extensions(framework("a>b b>c"), Semantics.STABLE)) == [("a", "c")]
    with pytest.raises(MissingPackageError, match=r"pip install 'argmap\[sat\]'`$"):
        extension(CHOICE, Semantics.PREFERRED)


def test_at_the_limit_the_answer_is_unknown() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    with pytest.raises(UndecidedError, match="the answer is unknown, allow more time"):
        extension(CHOICE, Semantics.PREFERRED, limit=lambda: True)
    unknown = Acceptance(None, None)
    no, yes = Acceptance(credulous=False, skeptical=False), Acceptance(True, True)  # noqa: FBT003
    assert acceptance(CHOICE, Semantics.PREFERRED, limit=lambda: True) == (
        unknown,
        unknown,
        unknown,
        yes,
        no,
    )
    # With no stable extension in some part there is none at all, so that even `d` is open.
    assert acceptance(CHOICE, Semantics.STABLE, limit=lambda: True) == (
        unknown,
        unknown,
        unknown,
        Acceptance(None, skeptical=True),
        Acceptance(credulous=False, skeptical=None),
    )


@pytest.mark.parametrize("semantics", Semantics)
def test_what_is_said_before_the_limit_is_right(semantics: Semantics) -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    for one in some(5, seed=8, smallest=7):
        whole = acceptance(one, semantics)
        for times in range(40):
            part = acceptance(one, semantics, limit=after(times))
            if part is None or whole is None:
                assert whole is None
                assert part is None or all(answer.credulous is not True for answer in part)
                continue
            for said, true in zip(part, whole, strict=True):
                assert said.credulous in {None, true.credulous}
                assert said.skeptical in {None, true.skeptical}


def test_extensions_come_one_by_one_up_to_the_limit() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    two = framework("a>b b>a c>d d>c")
    given: list[tuple[str, ...]] = []
    with pytest.raises(UndecidedError):
        given.extend(extensions(two, Semantics.PREFERRED, after(0)))
    times = 1
    while not given:
        try:
            for one in extensions(two, Semantics.PREFERRED, after(times)):
                given.append(one)  # noqa: PERF402 - what was given before the error counts
        except UndecidedError:
            times += 1
    assert given[0] == ("a", "c")
    assert len(given) < 4


def test_extensions_of_many_parts_are_counted_without_being_listed() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    names = [f"{letter}{number}" for number in range(300) for letter in "ab"]
    pairs = [
        (f"{one}{number}", f"{other}{number}")
        for number in range(300)
        for one, other in ("ab", "ba")
    ]
    many = Framework.from_pairs(names, pairs)
    assert count_extensions(many, Semantics.PREFERRED) == 2**300
    assert count_extensions(many, Semantics.COMPLETE) == 3**300
    first = next(extensions(many, Semantics.STABLE))
    assert first == tuple(f"a{number}" for number in range(300))


def test_the_extensions_of_a_framework_come_in_one_order() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    assert list(extensions(framework("a>b b>a c>d d>c"), Semantics.PREFERRED)) == [
        ("a", "c"),
        ("a", "d"),
        ("b", "c"),
        ("b", "d"),
    ]


def test_a_long_chain_is_labelled_without_depth() -> None:
    size = 100_000
    chain = Framework(map(str, range(size)), range(size - 1), range(1, size))
    assert grounded_labelling(chain) == bytes([1, 2]) * (size // 2)


def test_a_long_even_circle_is_solved_without_depth() -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed")
    size = 2_000
    circle = Framework(map(str, range(size)), range(size), [*range(1, size), 0])
    assert count_extensions(circle, Semantics.PREFERRED) == 2
    assert is_skeptical(circle, Semantics.PREFERRED, "7") is False
    assert extension(circle, Semantics.IDEAL) == ()
