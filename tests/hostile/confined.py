"""argmap in a process of its own, which ends when it takes much time, memory or disk.

Limits of the system hold for all that is done in it, in C too, and on slow machines as on fast
ones: they count seconds of the processor.
"""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest
from attrs import frozen

MEGABYTE: Final = 1024**2
SECONDS: Final = 20
"""Of the processor; what is asked here takes two at most."""
MEMORY: Final = 1500 * MEGABYTE
"""Of addresses, which are several times the memory that is used."""
DISK: Final = 200 * MEGABYTE

_ROOT: Final = Path(__file__).parents[2]
_LONGEST: Final = 120

only_with_limits: Final = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not hold to the limits"
)


@frozen
class Ended:
    """How a command ended: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """What it wrote to both."""
        return self.out + self.err


def confined(*arguments: str, program: str = "argmap.cli", here: Path | None = None) -> Ended:
    """Run the command line, or another program, and hold that it ends without a traceback.

    Args:
        arguments: as behind `argmap`.
        program: the module whose `main` is called.
        here: the working directory; the present one where none is given.
    """
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tests.hostile.confined", program, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_LONGEST,
        check=False,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(_ROOT), "COLUMNS": "100"},
    )
    out, err = (one.decode("utf-8", "replace") for one in (done.stdout, done.stderr))
    assert "Traceback" not in err, err[-3000:]
    assert done.returncode in {0, 1, 2}, (done.returncode, err[-3000:])
    return Ended(done.returncode, out, err)


def _limit() -> None:
    import resource  # noqa: PLC0415 - not on Windows

    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, DISK),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    _name = sys.argv.pop(1)
    _main = import_module(_name).main
    _limit()
    _main(prog_name="argmap") if _name == "argmap.cli" else _main(*sys.argv[1:])
