"""Signs that a terminal obeys, or that turn the order of what is read, in every field of a map."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.hostile.confined import confined, only_with_limits

pytestmark = only_with_limits

_EVIL: Final = r"\e[31m\e]0;owned\a\0\x08\x7f\x9b2J\u202e\u2066\u200b\u2028\r"
_OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MAP: Final = f"""\
map: {{title: "T{_EVIL}", language: "en{_EVIL}"}}
sources:
  report: {{title: "R{_EVIL}", author: "A{_EVIL}", date: "2007{_EVIL}", type: "b{_EVIL}",
    url: "https://x.org/{_EVIL}", file: "r{_EVIL}.txt", language: "e{_EVIL}", sha256: "0{_EVIL}"}}
  "s{_EVIL}": {{title: S}}
section: "H{_EVIL}"
claims:
  a: {{text: "A{_EVIL}", type: "f{_EVIL}", main: true, note: "N{_EVIL}", tags: ["t{_EVIL}"],
    assumed: "W{_EVIL}", confidence: "1{_EVIL}", "k{_EVIL}": "v{_EVIL}",
    supporting: {{by: b, because: "B{_EVIL}", scheme: "S{_EVIL}", id: "i{_EVIL}"}},
    contrasting: "gone{_EVIL}", waive: {{rule: "r{_EVIL}", reason: "z{_EVIL}", until: "2{_EVIL}"}}}}
  "c{_EVIL}": {{text: C., withdrawn: "w{_EVIL}", aliases: ["d{_EVIL}"]}}
evidence:
  b: {{text: "B{_EVIL}", cites: {{source: "gone{_EVIL}", quote: "Q{_EVIL}", page: "1{_EVIL}",
    section: "3{_EVIL}", time: "1:00{_EVIL}", digest: "d{_EVIL}"}}}}
set_aside: [{{source: report, paragraph: "1{_EVIL}", reason: "greeting{_EVIL}"}}]
"blo{_EVIL}": 1
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("argmap.toml").touch()
    Path("claims").mkdir()


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "-f", "concise"],
        ["check", "-f", "github"],
        ["check", "--diff"],
        ["assess", "--why", "a"],
        ["show", "a"],
        ["stats"],
        ["coverage"],
        ["todo"],
        ["fmt", "--diff"],
    ],
    ids=" ".join,
)
def test_nothing_that_a_terminal_obeys_is_printed(command: list[str]) -> None:
    Path("claims/a.yaml").write_text(_MAP, encoding="utf-8")
    ended = confined(*command)
    assert ended.all
    assert _OBEYED.findall(ended.all) == []


def test_names_of_files_and_arguments_are_made_safe() -> None:
    evil = "x\x1b[31m\u202e\n.yaml"
    (Path("claims") / evil).write_text("claims: {a: 1, b: }\n")
    for command in (
        ["check"],
        ["check", evil],
        ["check", f"claims/{evil}"],
        ["show", evil],
        ["render", "-o", f"{evil}/x\x1b"],
        ["check", "--select", evil],
        ["check", "--text", f"{evil}={evil}"],
        ["explain", evil],
        ["convert", evil, "--to", evil],
        [evil],
        ["corpus", "stats", "claims"],
        ["fmt", "--diff"],
    ):
        ended = confined(*command)
        assert _OBEYED.findall(ended.all) == [], command


def test_a_configuration_is_told_safely() -> None:
    Path("claims/a.yaml").write_text("claims: {a: {text: A.}}\n")
    evil = r"x\u001b[31m\u202e\u0000"
    for line in (f'claims = "{evil}"', f'select = ["{evil}"]', f'"{evil}" = 1', f'a = "{evil}'):
        Path("argmap.toml").write_text(f"{line}\n")
        assert _OBEYED.findall(confined("check").all) == [], line
