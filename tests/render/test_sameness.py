"""The same map gives the same bytes: whatever the hash seed, on every Python that is here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from argmap.render import render
from tests.render.maps import MAPS

ROOT = Path(__file__).parents[2]
PACKAGES = Path(attrs.__file__).parents[1]
DRAWN = {
    "svg": {"frames": True, "order": "crossings"},
    "svg-small": {"max_nodes": 5, "direction": "tb"},
    "markdown": {"output": "markdown"},
    "mermaid": {"output": "mermaid"},
}
PROGRAM = """
import sys
from argmap.render import render
from tests.render.maps import MAPS
from tests.render.test_sameness import DRAWN
for options in DRAWN.values():
    for the_map in MAPS.values():
        sys.stdout.buffer.write(render(the_map, **options).encode())
"""


def pythons() -> list[str]:
    """Return the other interpreters that are here and new enough."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    found = []
    for minor in range(11, 16):
        on_path = shutil.which(f"python3.{minor}")
        places = [*map(str, sorted(kept.glob(f"3.{minor}.*/bin/python3"))), on_path]
        found += [place for place in places if place and _runs(place, minor)][:1]
    return found


def _runs(python: str, minor: int) -> bool:
    if minor == sys.version_info.minor:
        return False
    command = [python, "-c", "import sys; print(sys.version_info.minor)"]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode().strip() == str(minor)


def drawn(python: str, seed: str) -> bytes:
    # This file imports pytest, which other interpreters find beside attrs.
    environment = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(PACKAGES)))}
    return subprocess.run(
        [python, "-c", PROGRAM],
        env={**os.environ, **environment, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module", name="own")
def _own() -> bytes:
    return "".join(
        render(the_map, **options)  # type: ignore[arg-type] # words of the options
        for options in DRAWN.values()
        for the_map in MAPS.values()
    ).encode()


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_bytes_are_the_same_whatever_the_hash_seed(own: bytes, seed: str) -> None:
    assert drawn(sys.executable, seed) == own


@pytest.mark.parametrize("python", pythons() or [""])
def test_bytes_are_the_same_on_every_python(own: bytes, python: str) -> None:
    if not python:
        pytest.skip("there is no other Python here")
    assert drawn(python, "7") == own
