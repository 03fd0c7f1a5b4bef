"""The schema that `argmap init` writes, in the server that editors have for YAML."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.editor import Editor

SERVER = shutil.which("yaml-language-server")
FILE = "claims/example.yaml"

pytestmark = pytest.mark.skipif(SERVER is None, reason="needs yaml-language-server")


@pytest.fixture
def yaml_editor(tmp_path: Path) -> Iterator[Editor]:
    (tmp_path / "argmap.toml").touch()
    command = [sys.executable, "-m", "argmap", "init"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    started = Editor(tmp_path, command=[str(SERVER), "--stdio"], capabilities={})
    started.open(FILE)
    yield started
    started.stop()


def wrong(editor: Editor, text: str) -> list[tuple[int, str]]:
    """Return what is wrong with a text, each with its line, from 0."""
    editor.type(FILE, text)
    found: list[dict[str, Any]] = []
    while not found:
        found = editor.diagnostics(FILE)
    return [(one["range"]["start"]["line"], one["message"]) for one in found]


def test_the_first_claim_file_has_no_errors_and_a_wrong_key_is_one(yaml_editor: Editor) -> None:
    assert yaml_editor.diagnostics(FILE) == []
    text = (yaml_editor.root / FILE).read_text()
    line = text.count("\n")
    assert wrong(yaml_editor, f"{text}    nope: x\n") == [(line, "Property nope is not allowed.")]


def test_keys_are_completed_and_say_what_they_are_for(yaml_editor: Editor) -> None:
    text = (yaml_editor.root / FILE).read_text()
    yaml_editor.type(FILE, f"{text}    rec\n")
    found = yaml_editor.at("completion", FILE, text.count("\n"), 7)
    told = {one["label"]: one["documentation"] for one in found["items"]}
    assert told["recheck_by"] == "The day after which to look at it anew: 2027-01-31."
    line = text[: text.index("    supporting:")].count("\n")
    assert "What speaks for it: ids" in str(yaml_editor.at("hover", FILE, line, 6)["contents"])
