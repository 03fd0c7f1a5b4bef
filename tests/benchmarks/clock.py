"""CPU time of a call in this process, and of a command in a process of its own."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory


def cpu_of_call(call: Callable[[], object], times: int = 3) -> float:
    """Return the least CPU seconds that a call took in some runs; the least is the least noisy."""
    return min(_one_call(call) for _ in range(times))


def cpu_of_python(*arguments: str, cwd: Path, times: int = 5) -> float:
    """Return the least CPU seconds, user and system, of `python ARGUMENTS` as a whole process.

    Modules are compiled in a first run that does not count, as they are when a package is
    installed.
    """
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, *arguments]
        if times > 1:
            _one_process(command, cwd, environment)
        return min(_one_process(command, cwd, environment) for _ in range(times))


def _one_call(call: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    call()
    return time.process_time() - start


def _one_process(command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, cwd=cwd, check=False, capture_output=True, env=environment)
    after = getrusage(RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
