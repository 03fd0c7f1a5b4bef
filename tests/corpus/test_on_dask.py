"""The same work on Dask: on a cluster of this machine."""

import sys
from pathlib import Path

import pytest

from argmap.corpus import Task, json_line, run
from argmap.findings import MissingPackageError
from argmap.project.walking import places_below

CLAIM_FILE = "claims: {{a: {{text: It rains on day {0}., contrasts: [b]}}, b: {{text: Dry.}}}}\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("argmap.toml").touch()
    for number in range(40):
        Path(f"{number:02}.yaml").write_text(CLAIM_FILE.format(number))
    Path("07.yaml").write_text("claims: []\n")


def test_dask_gives_the_bytes_that_processes_give() -> None:
    pytest.importorskip("distributed", reason="distributed is not installed")
    task = Task("assess", semantics="df-quad")
    processes, dask = (
        [
            (outcome.name, outcome.state, outcome.reason, *map(json_line, outcome.records))
            for outcome in run(task, places_below([Path()]), jobs=1, engine=engine, chunk=8)
        ]
        for engine in ("processes", "dask")
    )
    assert len(dask) == 41
    assert dask == processes


def test_dask_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(MissingPackageError, match=r"pip install 'argmap\[dask\]'"):
        next(run(Task("stats"), [], engine="dask"))
