"""What a small check loads: what it needs to read, to check and to report, and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

CITY = """\
map: {title: Should the city charge for driving?}
sources:
  report: {title: Fifth annual report, author: City of Example, date: 2007-07}
claims:
  charge-cuts-traffic:
    text: A charge cuts car traffic.
    type: cause
    main: true
    supporting: [counts-fell, [others-did-not, same-roads]]
  same-roads:
    text: The roads outside the zone are like those inside.
    assumed: the maps of the city show it
evidence:
  counts-fell:
    text: Counts at the border of the zone fell by 18 percent in a year.
    cites: {source: report, page: 12}
  others-did-not:
    text: Outside the zone they did not fall.
    cites: {source: report, page: 14}
"""

PROGRAM = """\
import sys
from argmap.cli import main
main(sys.argv[1:], standalone_mode=False)
print(*sorted(sys.modules), file=sys.stderr)
"""

SELDOM_NEEDED = {
    "_elementtree", "bibtexparser", "chardet", "difflib", "graphviz", "hashlib", "html", "json",
    "lxml", "lzma", "networkx", "numpy", "pylatexenc", "pyromark", "rapidfuzz", "sentencex",
    "shutil", "subprocess", "tempfile",
}  # fmt: skip

READS_AND_CHECKS = {
    "__init__", "assess", "checks", "claimfile", "cli", "extract", "findings", "late", "model",
    "nearest", "project", "reports", "text", "version",
}  # fmt: skip


def loaded(directory: Path, *arguments: str) -> set[str]:
    """Return the modules that a run of the command line loads."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=directory,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "city.yaml").write_text(CITY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments", [("check",), ("stats",), ("show", "charge-cuts-traffic"), ("assess",)]
)
def test_a_look_at_a_small_map_loads_nothing_heavy(city: Path, arguments: tuple[str, ...]) -> None:
    heavy = SELDOM_NEEDED - ({"json"} if arguments != ("check",) else set())
    assert loaded(city, *arguments) & heavy == set()


def test_a_small_check_loads_only_what_reads_checks_and_reports(city: Path) -> None:
    ours = {name for name in loaded(city, "check") if name.startswith("argmap.")}
    assert {name.split(".")[1] for name in ours} <= READS_AND_CHECKS
    # Each module costs about 0.3 ms, and each class of attrs 0.5 ms. With 22 modules of rules
    # there are some 90 in all; what more is loaded should be worth it.
    assert len(ours) <= 100


def test_commands_that_check_nothing_load_no_rules(city: Path) -> None:
    for command in ("stats", "assess", "todo"):
        assert not {name for name in loaded(city, command) if name.startswith("argmap.checks")}


def test_help_loads_no_command(city: Path) -> None:
    ours = {name for name in loaded(city, "--help") if name.startswith("argmap.")}
    assert {name.split(".")[1] for name in ours} == {
        "cli", "findings", "late", "nearest", "text", "version",
    }  # fmt: skip
