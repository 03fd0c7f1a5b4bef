"""Run a command as a whole process: CPU seconds of it and its children, and the most memory."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

_SLOW: Final = 3.0
"""Seconds of CPU; what takes longer is run once."""

_STARTER: Final = """
import json, os, resource, signal, sys
limit, told, *command = sys.argv[1:]
limit = int(limit)
child = os.fork()
if not child:
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.dup2(nothing, 2)
    try:
        os.execvp(command[0], command)
    finally:
        os._exit(127)
late = []
def stop(*_):
    late.append(1)
    os.killpg(child, signal.SIGKILL)
signal.signal(signal.SIGALRM, stop)
signal.alarm(4 * limit)
try:
    _, status, used = os.wait4(child, 0)
finally:
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
code = os.waitstatus_to_exitcode(status)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss, bool(late)]))
"""
"""A small process that starts the command: Linux counts into the memory of a process what the one
that started it had, and so a large one would be seen in all that it starts."""


@frozen
class Outcome:
    """What a run came to.

    Attributes:
        kind: `done`; `late`, stopped at the limit; `fails`; or `absent`, the tool is not here.
        seconds: CPU time, user and system, of the process and all children it waited for.
        megabytes: the most memory that the largest of these processes had at one time.
    """

    kind: Literal["done", "late", "fails", "absent"]
    seconds: float = 0.0
    megabytes: float = 0.0

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, {self.megabytes:.0f} MB" if self.seconds else self.kind


def run(command: Sequence[str], folder: Path, limit: int, makes: str = "") -> Outcome:
    """Run a command in a folder.

    Args:
        command: a program and its arguments.
        folder: where it runs.
        limit: after how many CPU seconds it is stopped; by the clock, after four times as many.
        makes: a pattern of files in the folder that there have to be, new, afterwards. Without one
            it has to print something, because there are commands that silently do nothing.
    """
    told = folder / "printed"
    for old in folder.glob(makes) if makes else ():
        old.unlink()
    asked = [sys.executable, "-I", "-S", "-c", _STARTER, str(limit), str(told), *command]
    done = subprocess.run(asked, cwd=folder, capture_output=True, check=True, env=_environment())
    code, seconds, kilobytes, is_late = json.loads(done.stdout)
    # The system's count can be a little above the one that it tells afterwards.
    if is_late or seconds >= limit or (code != 0 and seconds >= 0.85 * limit):
        return Outcome("late")
    has_done = any(folder.glob(makes)) if makes else told.stat().st_size > 0
    if code != 0 or not has_done:
        return Outcome("fails")
    return Outcome("done", seconds, kilobytes / 1024)


def best_of(
    runs: Mapping[str, Callable[[], Outcome]], times: int, slow: float = _SLOW
) -> dict[str, Outcome]:
    """Run all by turns, so that noise meets all alike, and keep the run of each that took least.

    Args:
        runs: what to run, by name.
        times: how many turns; what fails, is late or takes more than `slow` has one.
        slow: in CPU seconds.
    """
    best: dict[str, Outcome] = {}
    for _ in range(times):
        for name, one in runs.items():
            before = best.get(name)
            if before is None:
                best[name] = one()
            elif before.kind == "done" and before.seconds <= slow:
                after = one()
                if after.kind == "done" and after.seconds < before.seconds:
                    best[name] = after
    return best


def _environment() -> dict[str, str]:
    # Modules are compiled once, as they are when a package is installed.
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
