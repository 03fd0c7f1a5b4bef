"""Measure pictures of the same maps by argmap and by other tools, whole processes, as ratios."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Final

from argmap.model import ArgumentMap
from tests.benchmarks.maps import crossed, star, tree
from tests.benchmarks.peers import Peer, peers

_HERE: Final = Path(__file__).parents[2]
_TIMES: Final = 2
_SMALL: Final = 1  # second: what takes longer is measured once

_JOBS: Final[Mapping[str, tuple[Callable[[int], ArgumentMap], tuple[int, ...]]]] = {
    "a tree": (tree, (30, 300, 1_000, 3_000, 10_000)),
    "with cross-edges": (crossed, (30, 300, 1_000, 3_000, 10_000)),
    "a star": (star, (300, 1_000)),
}


def comparing(limit: float) -> Iterator[str]:
    """Yield the lines of a table: CPU seconds, children included, and how many times argmap's.

    Args:
        limit: after how many seconds a run is stopped; its tool gets no larger map of the kind.
    """
    tools = peers()
    names = "".join(f"{tool.name:>12}{'':12}" for tool in tools).rstrip()
    yield f"{'map':<18}{'nodes':>7}{names}"
    for job, (make, sizes) in _JOBS.items():
        stopped: set[str] = set()
        for size in sizes:
            cells = [*_measured(tools, make(size), limit, stopped)]
            yield f"{job:<18}{size:>7,}" + "".join(f"{cell:<24}" for cell in cells).rstrip()
    for tool in tools:
        if not tool.start:
            yield f"{tool.name} is not here; see tests/benchmarks/peers.py"


def _measured(
    tools: tuple[Peer, ...], the_map: ArgumentMap, limit: float, stopped: set[str]
) -> Iterator[str]:
    ours = 0.0
    for tool in tools:
        if not tool.start:
            yield "-"
            continue
        late = f"over {limit:g} s"
        seconds = late if tool.name in stopped else _cpu_of_picture(tool, the_map, limit)
        if isinstance(seconds, str):
            stopped.add(tool.name)
            yield f"{seconds:>12}"
        elif tool is tools[0]:
            ours = seconds
            yield f"{seconds:10.2f} s"
        else:
            yield f"{seconds:10.2f} s" + (f"{seconds / ours:8.1f} x" if ours else "")


def _cpu_of_picture(tool: Peer, the_map: ArgumentMap, limit: float) -> float | str:
    """Return the least CPU seconds of some runs, or why there is no picture."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"map.{tool.ending}")
        file.write_text(tool.write(the_map), encoding="utf-8")
        best = 0.0
        for _ in range(_TIMES):
            seconds = _cpu_of_process(tool.command(file, Path(folder)), limit)
            if seconds is None:
                return f"over {limit:g} s"
            if not [*Path(folder).glob("*.svg")]:
                return "no picture"
            best = min(best or seconds, seconds)
            if seconds > _SMALL:
                break
    return best


def _cpu_of_process(command: list[str], limit: float) -> float | None:
    """Return the CPU seconds of a process and its children, or None if it was stopped."""
    before = getrusage(RUSAGE_CHILDREN)
    quiet = subprocess.DEVNULL
    # A group of its own, so that what the tool started is stopped with it.
    process = subprocess.Popen(
        command, cwd=_HERE, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
    after = getrusage(RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
