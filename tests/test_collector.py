"""Python's collector of cycles rests while a picture is made, and only then."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.collector import collector_at_rest
from argmap.findings import InvalidValueError
from argmap.render import render
from tests.render.maps import MAPS


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize("is_enabled", [True, False])
def test_it_rests_and_is_as_before_then(*, is_enabled: bool) -> None:
    (gc.enable if is_enabled else gc.disable)()
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled() is is_enabled


def test_it_works_again_after_a_picture_and_after_an_error() -> None:
    gc.enable()
    render(MAPS["driving"])
    assert gc.isenabled()
    with pytest.raises(InvalidValueError):
        render(MAPS["driving"], engine="nothing")  # type: ignore[arg-type] # that is the error
    assert gc.isenabled()


def test_a_picture_leaves_no_cycles_behind() -> None:
    # In a process of its own, where no thread that other tests left behind makes cycles.
    script = (
        "import gc\n"
        "from argmap.render import render\n"
        "from tests.render.maps import MAPS\n"
        'render(MAPS["driving"])\n'
        "gc.collect()\n"
        "gc.disable()\n"
        'render(MAPS["driving"])\n'
        "print(gc.collect())\n"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "0\n"


def test_what_was_made_is_not_looked_through_at_once() -> None:
    gc.enable()
    with collector_at_rest():
        kept = [[number] for number in range(10_000)]
    assert gc.get_count()[0] < len(kept) / 10


def test_what_a_program_froze_stays_frozen() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    try:
        with collector_at_rest():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()
