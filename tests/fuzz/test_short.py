"""A short run of every target, always with the same inputs; `python -m tests.fuzz` runs longer."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.project.configuration_file import read_configuration
from argmap.review.records import read_record
from argmap.text import TextFile
from tests.fuzz.mutating import mutated
from tests.fuzz.reviews import A_REVIEW
from tests.fuzz.seeds import A_CONFIGURATION
from tests.fuzz.targets import TARGETS

_INPUTS = 240


@pytest.fixture(autouse=True)
def _back_again() -> Iterator[None]:
    """Return to this directory; the server of a target works in its own."""
    here = Path.cwd()
    yield
    os.chdir(here)


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_answers_comes_of_any_input(name: str) -> None:
    target = TARGETS[name]
    for data in (*target.seeds, *mutated(target.seeds, _INPUTS // target.cost, seed=1)):
        target.act(data)


def test_what_configurations_and_reviews_begin_with_is_without_fault() -> None:
    assert read_configuration(A_CONFIGURATION, "pyproject.toml") is not None
    review, findings = read_record(TextFile("review.yaml", A_REVIEW))
    assert review is not None
    assert findings == ()
