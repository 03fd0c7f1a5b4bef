"""Every task under every semantics gives what the definitions say."""

import pytest
from hypothesis import given

from argmap.assess.dung import Framework
from tests.assess.dung.by_definition import mismatches
from tests.assess.dung.small import all_of, frameworks, some

pytest.importorskip("pysat", reason="python-sat is not installed")


@pytest.mark.parametrize("size", range(4))
def test_all_frameworks_of_up_to_three_arguments_are_solved_as_defined(size: int) -> None:
    assert [wrong for one in all_of(size) for wrong in mismatches(one)] == []


def test_a_sample_of_those_of_four_arguments_is_solved_as_defined() -> None:
    sample = (one for number, one in enumerate(all_of(4)) if number % 331 == 0)
    assert [wrong for one in sample for wrong in mismatches(one)] == []


def test_random_frameworks_are_solved_as_defined() -> None:
    assert [wrong for one in some(200, seed=9) for wrong in mismatches(one)] == []


@given(frameworks())
def test_whatever_framework_is_solved_as_defined(one: Framework) -> None:
    assert mismatches(one) == []
