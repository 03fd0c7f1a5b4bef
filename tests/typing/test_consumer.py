"""The public names have the types that a consumer counts on, in argmap as it is installed."""

import ast
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import argmap

CONSUMER = Path(__file__).with_name("consumer.py")


def test_the_consumer_uses_every_public_name() -> None:
    tree = ast.parse(CONSUMER.read_text("utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "argmap"
    }
    assert used >= set(argmap.__all__)


@pytest.fixture
def consumer(tmp_path: Path) -> Path:
    # Away from the clone, so that what is checked is what is installed.
    return Path(shutil.copy(CONSUMER, tmp_path))


def check(command: list[str], directory: Path) -> None:
    here = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=directory, env=here, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_agrees_with_a_consumer(consumer: Path) -> None:
    if find_spec("mypy") is None:
        pytest.skip("mypy is not here")
    check([sys.executable, "-m", "mypy", "--strict", consumer.name], consumer.parent)


def test_pyright_agrees_with_a_consumer(consumer: Path) -> None:
    pyright = shutil.which("pyright")
    if pyright is None:
        pytest.skip("pyright is not here")
    (consumer.parent / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    check([pyright, "--pythonpath", sys.executable, consumer.name], consumer.parent)
