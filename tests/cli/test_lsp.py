"""`argmap lsp`: what it says before there is an editor."""

import sys

import pytest

from tests.cli.conftest import Call


def test_it_needs_its_extra(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("argmap.lsp", "argmap.lsp.desk", "argmap.lsp.server"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "pygls.uris", None)
    result = call("lsp")
    assert result.exit_code == 2
    assert result.stderr == (
        "argmap: the language server needs the package pygls; "
        "install it with `pip install 'argmap[lsp]'`\n"
    )


def test_where_no_editor_speaks_it_says_so(call: Call) -> None:
    pytest.importorskip("pygls", reason="needs pygls")
    result = call("lsp")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "argmap: no editor has spoken; set one up to start this by itself\n",
    )
