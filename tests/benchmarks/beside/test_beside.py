"""Tests of the measuring itself, with tools that are small scripts."""

import os
import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named
from argmap.text import TextFile
from tests.benchmarks.beside.command import beside
from tests.benchmarks.beside.comparing import Row, compare
from tests.benchmarks.beside.growth import growth
from tests.benchmarks.beside.inputs import INPUTS, write_inputs
from tests.benchmarks.beside.jobs import JOBS, Contender, Job
from tests.benchmarks.beside.places import Place, gaps, places
from tests.benchmarks.beside.running import Outcome, best_of, run
from tests.benchmarks.beside.table import as_markdown, as_text

on_unix = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are measured on Unix")
PYTHON = sys.executable
BUSY = "while True: pass"


@given(st.floats(0.3, 3), st.floats(0.02, 5), st.floats(0, 0.5))
def test_the_exponent_of_a_power_is_found(exponent: float, factor: float, start: float) -> None:
    seconds = {size: start + factor * (size / 10) ** exponent for size in (1_000, 10_000, 100_000)}
    assert growth(start, seconds) == pytest.approx(exponent, rel=1e-3)


def test_what_takes_no_longer_than_starting_has_no_exponent() -> None:
    assert growth(0.5, {100: 0.5, 1_000: 0.51, 10_000: 0.9}) is None


@on_unix
def test_a_run_tells_cpu_and_memory_of_its_own_and_of_its_children(tmp_path: Path) -> None:
    busy = "sum(range(3_000_000)); x = bytearray(150_000_000); print(1)"
    told = run(["sh", "-c", f"{PYTHON} -c '{busy}'; true"], tmp_path, 60)
    assert told.kind == "done"
    assert told.seconds > 0.01
    assert 140 < told.megabytes < 200


@on_unix
def test_memory_of_the_one_that_measures_does_not_count(tmp_path: Path) -> None:
    ballast = bytearray(100_000_000)
    assert run(["sh", "-c", "echo"], tmp_path, 60).megabytes < len(ballast) / 2**20 / 2


@on_unix
@pytest.mark.parametrize(
    "command", [[PYTHON, "-c", BUSY], ["sh", "-c", f"{PYTHON} -c '{BUSY}'; exit 3"]]
)
def test_a_run_over_its_limit_is_late_also_when_a_child_takes_the_time(
    command: list[str], tmp_path: Path
) -> None:
    assert run(command, tmp_path, 1) == Outcome("late")


@on_unix
def test_a_run_fails_by_its_exit_code_or_without_what_it_should_make_or_tell(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old.svg"
    old.touch()
    assert run([PYTHON, "-c", "raise SystemExit(1)"], tmp_path, 60) == Outcome("fails")
    assert run([PYTHON, "-c", ""], tmp_path, 60, "*.svg") == Outcome("fails")
    assert run([str(tmp_path / "nothing")], tmp_path, 60) == Outcome("fails")
    assert run([PYTHON, "-c", ""], tmp_path, 60) == Outcome("fails")
    assert not old.exists()
    assert run([PYTHON, "-c", "open('a.svg', 'w')"], tmp_path, 60, "*.svg").kind == "done"


def test_all_run_by_turns_and_the_best_counts_but_what_is_slow_or_fails_runs_once() -> None:
    turns: list[str] = []
    script = {
        "quick": [Outcome("done", 2.0), Outcome("done", 1.0), Outcome("done", 3.0)],
        "slow": [Outcome("done", 9.0)],
        "broken": [Outcome("fails")],
        "late": [Outcome("late")],
    }

    def one(name: str) -> Outcome:
        turns.append(name)
        return script[name].pop(0)

    best = best_of({name: partial(one, name) for name in script}, 3, slow=5.0)
    assert best == {
        "quick": Outcome("done", 1.0),
        "slow": Outcome("done", 9.0),
        "broken": Outcome("fails"),
        "late": Outcome("late"),
    }
    assert turns == ["quick", "slow", "broken", "late", "quick", "quick"]


@on_unix
def test_a_tool_that_is_absent_fails_or_is_late_is_told_and_gets_no_larger_map(
    tmp_path: Path,
) -> None:
    log = tmp_path / "log"

    def scripted(code: str) -> Contender:
        told = f"print(open({str(log)!r}, 'a').write({code!r} + chr(10))); {code}"
        return Contender(code, lambda start: [start, "-c", told])

    job = Job("wait", (scripted("pass"), scripted("1/0"), Contender("gone", lambda _: [])))
    here = {"pass": Place(PYTHON, "1"), "1/0": Place(PYTHON, "2")}
    rows = compare([job], here, [100, 1_000], limit=60, times=1)
    told = {row.tool: [(size, one.kind) for size, one in row.outcomes.items()] for row in rows}
    assert told == {
        "pass": [(10, "done"), (100, "done"), (1_000, "done")],
        "1/0": [(10, "fails"), (100, "fails"), (1_000, "fails")],
        "gone": [(10, "absent"), (100, "absent"), (1_000, "absent")],
    }
    # Each is run twice at first, because its modules are compiled then.
    assert log.read_text().split("\n").count("pass") == 4
    assert log.read_text().split("\n").count("1/0") == 2


def _done(*seconds: float) -> dict[int, Outcome]:
    sizes = (10, 100, 1_000)
    return {size: Outcome("done", one, 20 * one) for size, one in zip(sizes, seconds, strict=False)}


ROWS = (
    Row("start", "argmap", "", {0: Outcome("done", 0.1, 20)}),
    Row("start", "other", "import alone", {0: Outcome("done", 0.25, 30)}),
    Row("draw", "argmap", "", _done(0.1, 0.2, 1.1)),
    Row("draw", "other", "no text", _done(0.5, 2.5, 200.5)),
    Row("draw", "tired", "", {**_done(0.1), 100: Outcome("late"), 1_000: Outcome("late")}),
    Row("draw", "gone", "", dict.fromkeys((10, 100, 1_000), Outcome("absent"))),
)


def test_the_table_for_a_terminal_has_seconds_ratios_memory_and_growth() -> None:
    lines = [" ".join(line.split()) for line in as_text(ROWS, [100, 1_000], 60)]
    assert lines == [
        "job tool 10 100 1,000 growth",
        "start argmap 0.10 s 20 MB -",
        "start other 0.25 s 2.5 x 30 MB - import alone",
        "draw argmap 0.10 s 2 MB 0.20 s 4 MB 1.10 s 22 MB 1.00",
        "draw other 0.50 s 5.0 x 10 MB 2.50 s 12 x 50 MB 200 s 182 x 4010 MB 2.00 no text",
        "draw tired 0.10 s 1.0 x 2 MB > 60 s > 60 s -",
        "draw gone not here not here not here -",
    ]


def test_the_table_in_markdown_has_a_line_for_each_other_tool_at_each_job() -> None:
    assert [*as_markdown(ROWS, [100, 1_000], 60)] == [
        "| job | beside | 100 | 1,000 | growth | MB at 1,000 |",
        "|---|---|--:|--:|--:|--:|",
        "| draw | other (no text) | 0.20 s, 12 x | 1.10 s, 182 x | 1.00 : 2.00 | 22 : 4,010 |",
        "| draw | tired | 0.20 s, > 60 s | 1.10 s, > 60 s | 1.00 : - | 22 : - |",
        "",
        "To start: argmap 0.10 s, other 2.5 x. Without a number: gone (draw: not here).",
    ]


@on_unix
def test_a_program_is_found_where_the_variable_says_and_what_is_nowhere_is_a_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "argdown"
    program.write_text("#!/bin/sh\necho argdown 1.2.3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", "/bin")
    monkeypatch.setenv("ARGMAP_PEERS", str(tmp_path))
    here = places()
    assert here["@argdown/cli"] == Place(str(program), "1.2.3")
    assert next(iter(here)) == "argmap"
    assert "gsn2x" in gaps(here)


@on_unix
def test_the_command_measures_and_says_with_what_and_what_is_not_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ARGMAP_PEERS", "")
    monkeypatch.setenv("PATH", "/nowhere")
    asked = ["--markdown", "--nodes", "10,20", "--repeat", "1", "--job", "grounded"]
    told = CliRunner().invoke(beside, asked)
    assert told.exit_code == 0
    head, rule, *_ = told.stdout.splitlines()
    assert head == "| job | beside | 10 | 20 | growth | MB at 20 |"
    assert rule == "|---|---|--:|--:|--:|--:|"
    assert "argmap 0." in told.stdout
    assert "grounded, 20, argmap: 0." in told.stderr
    assert "grounded, 20, clingo: " in told.stderr
    assert "gsn2x is not here" in told.stderr


def test_every_job_begins_with_argmap_and_reads_what_can_be_written() -> None:
    assert {job.contenders[0].tool for job in JOBS} == {"argmap"}
    names = {name for job in JOBS for one in job.contenders for name in one.reads}
    assert names == {*INPUTS}


@pytest.mark.parametrize(
    ("name", "form"), [("map.argdown", "argdown"), ("map.arguebuf.json", "arguebuf")]
)
def test_other_tools_get_the_whole_map(name: str, form: str, tmp_path: Path) -> None:
    write_inputs(["map.yaml", name], 30, tmp_path)
    ours, theirs = (
        format_named(kind).read(TextFile(file, (tmp_path / file).read_text("utf-8")))[0]
        for kind, file in (("argmap", "map.yaml"), (form, name))
    )
    assert sorted(node.text for node in theirs.nodes) == sorted(node.text for node in ours.nodes)
    assert {(*one.premises, one.target, one.stance) for one in theirs.relations} == {
        (*one.premises, one.target, one.stance) for one in ours.relations
    }


@pytest.mark.parametrize("name", sorted(INPUTS))
def test_every_input_can_be_written_for_a_small_map_also(name: str, tmp_path: Path) -> None:
    write_inputs([name], 10, tmp_path)
    assert [place.name for place in tmp_path.iterdir()] == [name]
