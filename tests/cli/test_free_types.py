"""Claims of types that need no support in a project count as assumed, wherever that is told."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.fixture(autouse=True)
def _values_are_free() -> None:
    Path("argmap.toml").write_text('free-types = ["value"]\n', encoding="utf-8")
    Path("claims").mkdir()
    Path("claims/city.yaml").write_text(
        "sources: {s: {title: S}}\n"
        "claims:\n"
        "  fair: {text: It is fair., type: value}\n"
        "  fell: {text: It fell., type: fact, supporting: [e]}\n"
        "evidence: {e: {text: E., cites: s}}\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("show", "fair"),
        ("stats",),
        ("assess",),
        ("render", "-f", "markdown", "-o", "-"),
        ("render", "-f", "svg", "-o", "-"),
        ("report", "-f", "markdown", "-o", "-"),
    ],
)
def test_no_command_calls_them_unsupported(call: Call, command: tuple[str, ...]) -> None:
    result = call(*command)
    assert result.exit_code == 0
    assert "unsupported" not in result.stdout.replace("0 unsupported", "")
