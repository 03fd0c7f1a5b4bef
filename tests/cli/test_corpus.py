"""`argmap corpus`: thousands of maps from the command line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.assess.gradual import SEMANTICS
from argmap.cli.commands.corpus import NUMBERS
from tests.cli.conftest import Call

CLAIM_FILE = "map: {title: Rain}\nclaims: {a: {text: It rains., contrasts: [b]}, b: {text: Dry.}}\n"
RECORDS = [
    {"map": "texts/a.yaml", "id": "a", "status": "unsupported", "strength": 0.5},
    {"map": "texts/a.yaml", "id": "b", "status": "unsupported", "strength": 0.25},
    {"map": "texts/b.yaml", "id": "a", "status": "unsupported", "strength": 0.5},
    {"map": "texts/b.yaml", "id": "b", "status": "unsupported", "strength": 0.25},
]
ASSESS = ("corpus", "assess", "texts", "--jobs", "1", "--semantics", "df-quad")


@pytest.fixture(autouse=True, name="texts")
def _texts(_here: None) -> Path:
    texts = Path("texts")
    texts.mkdir()
    (texts / "a.yaml").write_text(CLAIM_FILE)
    (texts / "b.yaml").write_text(CLAIM_FILE)
    (texts / "c.png").write_bytes(b"\x89PNG")
    return texts


def test_the_summary_comes_last_and_records_go_to_a_file(call: Call) -> None:
    result = call(*ASSESS, "-o", "claims.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "status       claims  maps\n"
        "unsupported       4     2\n"
        "mean strength 0.375\n"
        "read 2 maps; 1 passed over, in no known format; 0 bad\n"
    )
    lines = Path("claims.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == RECORDS


def test_parquet_has_the_same_records(call: Call) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    assert call(*ASSESS, "-o", "claims.parquet").exit_code == 0
    table = parquet.read_table("claims.parquet")
    assert table.to_pylist() == RECORDS
    assert [str(field.type) for field in table.schema] == ["string", "string", "string", "double"]
    assert [field.nullable for field in table.schema] == [False, False, False, True]


@pytest.mark.parametrize("task", ["check", "stats"])
def test_other_records_fit_their_table_too(call: Call, task: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    options = ("corpus", task, "texts", "--jobs", "1", "-o")
    assert [call(*options, f"out.{end}").exit_code for end in ("jsonl", "parquet")] == [0, 0]
    lines = Path("out.jsonl").read_text().splitlines()
    assert lines
    assert parquet.read_table("out.parquet").to_pylist() == [json.loads(line) for line in lines]


def test_parquet_without_pyarrow_is_refused(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = call(*ASSESS, "-o", "claims.parquet")
    assert result.exit_code == 2
    assert result.stderr == (
        "argmap: Parquet needs the package pyarrow; install it with "
        "`pip install 'argmap[corpus]'`, or write to a file that ends in .jsonl\n"
    )
    assert sorted(path.name for path in Path().iterdir()) == ["argmap.toml", "texts"]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("a.csv", "results go to a .jsonl or .parquet file, and 'a.csv' is neither"),
        (
            "no/a.jsonl",
            "cannot write 'no/a.jsonl': no such file or directory; choose another place",
        ),
    ],
)
def test_a_place_that_cannot_be_is_refused(call: Call, output: str, message: str) -> None:
    result = call(*ASSESS, "-o", output)
    assert (result.exit_code, result.stderr) == (2, f"argmap: {message}\n")


def test_lines_on_standard_output_leave_the_summary_to_standard_error(call: Call) -> None:
    result = call(*ASSESS, "-o", "-")
    assert [json.loads(line) for line in result.stdout.splitlines()] == RECORDS
    assert result.stderr.endswith("read 2 maps; 1 passed over, in no known format; 0 bad\n")


def test_a_bad_file_is_told_and_fails_the_run(call: Call, texts: Path) -> None:
    (texts / "aa.yaml").write_text("claims: []\n")
    result = call("corpus", "stats", "texts", "--jobs", "1", "-f", "json")
    assert (result.exit_code, result.stderr) == (
        1,
        "argmap: texts/aa.yaml: 1:9: 'claims' must be a mapping of ids, not a list\n",
    )
    report = json.loads(result.stdout)
    assert report["rows"][0] == {"what": "claims", "number": 4, "maps": 2}
    assert {key: report[key] for key in ("task", "maps", "half_read", "passed", "bad")} == {
        "task": "stats",
        "maps": 2,
        "half_read": 0,
        "passed": 1,
        "bad": 1,
    }


def test_findings_are_summed_by_rule_and_fail_nothing(call: Call) -> None:
    result = call("corpus", "check", "texts", "--jobs", "1", "--select", "2xx", "--ignore", "203")
    assert result.exit_code == 0
    assert "error     201   unsupported-claim" in result.stdout


def test_all_semantics_with_numbers_can_be_named() -> None:
    assert set(NUMBERS) == set(SEMANTICS)


def test_a_limit_stops_after_so_many_maps(call: Call) -> None:
    result = call("corpus", "stats", "texts", "--jobs", "1", "--limit", "1")
    assert result.stdout.splitlines()[1] == "claims            2     1"
    assert result.stdout.endswith("read 1 map; 0 passed over, in no known format; 0 bad\n")


def test_nothing_read_is_wrong_use(call: Call, texts: Path) -> None:
    result = call("corpus", "stats", "texts/c.png", "--jobs", "1")
    assert result.exit_code == 2
    assert "argmap: no map was read; give files or directories" in result.stderr
    assert texts.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of processes to interrupt")
def test_an_interrupt_ends_it_without_a_traceback_or_half_a_file(texts: Path) -> None:
    for number in range(3000):
        (texts / f"m{number}.yaml").write_text(CLAIM_FILE)
    running = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "argmap",
            "corpus",
            "stats",
            "texts",
            "--jobs",
            "1",
            "-o",
            "o.jsonl",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and not any(
        path.stat().st_size for path in Path().glob(".argmap-*")
    ):
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert (running.returncode, told) == (130, "")
    assert sorted(path.name for path in Path().iterdir()) == ["argmap.toml", "texts"]
