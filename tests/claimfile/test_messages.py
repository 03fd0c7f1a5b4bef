"""Every message is provoked once, with its place: `syntax.md` and `fields.md` say by what."""

import re
from pathlib import Path

import pytest

from argmap.claimfile import read
from argmap.findings import Finding
from argmap.text import TextFile

HERE = Path(__file__).parent
CASE = re.compile(r"## ([^\n]+)\n\n```yaml\n(.*?)```\n\n```text\n(.*?)```\n", re.DOTALL)
CASES: list[tuple[str, str, str]] = [
    case
    for name in ("syntax.md", "fields.md")
    for case in CASE.findall((HERE / name).read_text(encoding="utf-8"))
]


def printed(findings: tuple[Finding, ...]) -> str:
    lines: list[str] = []
    for one in findings:
        lines.append(f"{one.span}: {one.severity.word} {one.rule} ({one.code}): {one.message}\n")
        lines.append(f"    help: {one.help}\n")
        lines.extend(f"    {note.span}: {note.message}\n" for note in one.related)
    return "".join(lines)


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, said, id=title) for title, text, said in CASES]
)
def test_a_mistake_is_reported_with_its_place_and_what_to_do(text: str, expected: str) -> None:
    assert printed(read([TextFile("a.yaml", text)])[1]) == expected


def test_the_cases_are_found() -> None:
    assert len(CASES) > 90


def test_a_control_character_is_reported() -> None:
    findings = read([TextFile("a.yaml", 'claims:\n  a: {text: "x\x07y"}\n')])[1]
    assert printed(findings) == (
        "a.yaml:2:15: error invalid-file (101): "
        "the character U+0007 cannot stand in a claim file\n"
        "    help: remove it\n"
    )


def test_half_of_a_character_is_reported() -> None:
    findings = read([TextFile("a.yaml", "claims:\n  a: {text: x\ud83dy}\n")])[1]
    assert printed(findings) == (
        "a.yaml:2:14: error invalid-file (101): "
        "the character U+D83D cannot stand in a claim file\n"
        "    help: remove it\n"
    )
