"""Fuzz targets: `python -m tests.fuzz [--runs N] [--seconds N] [--seed N] [TARGET …]`.

With atheris (`pip install atheris`) inputs are led by coverage; without it, or with `--plain`,
seeds are changed at random. Each target runs in a process of its own, for N inputs divided by what
one costs. What crashes is written to a file `crash-…` in this directory, and the exit code is 1.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

_LONGEST = 2048
_MEMORY = 2048


def main() -> int:
    """Run the targets that are asked for, one after another."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=0, help="the most for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="without atheris")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    is_led = not asked.plain and find_spec("atheris") is not None
    if asked.one:
        (_led if is_led else _plain)(asked.targets[0], asked.runs, asked.seconds, asked.seed)
        return 0
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - atheris has to come first elsewhere

    failed = []
    for name in asked.targets or TARGETS:
        runs = max(1, asked.runs // TARGETS[name].cost)
        options = [f"--runs={runs}", f"--seconds={asked.seconds}", f"--seed={asked.seed}"]
        plain = ["--plain"] if asked.plain else []
        started = time.monotonic()
        command = [sys.executable, "-m", "tests.fuzz", "--one", name, *options, *plain]
        done = subprocess.run(
            command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        told = "ok" if done.returncode == 0 else "CRASH"
        count = _count(done.stdout)
        seconds = time.monotonic() - started
        print(f"{name:<20}{count:>10,} inputs {seconds:8.0f} s  {told}", flush=True)  # noqa: T201
        if done.returncode:
            failed.append(name)
            sys.stderr.write(done.stdout.decode("utf-8", "replace")[-4000:])
    return 1 if failed else 0


def _count(told: bytes) -> int:
    """Return how many inputs there were, as libFuzzer tells at its end, or before it."""
    for line in reversed(told.decode("utf-8", "replace").splitlines()):
        if line.startswith("Done "):
            return int(line.split()[1])
        if line.startswith("#"):
            return int(line[1:].split()[0])
    return 0


def _plain(name: str, runs: int, seconds: int, seed: int) -> None:
    from tests.fuzz.mutating import mutated  # noqa: PLC0415 - as above
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - as above

    target, started, done = TARGETS[name], time.monotonic(), 0
    data = b""
    try:
        for data in mutated(target.seeds, runs, seed):
            target.act(data)
            done += 1
            if seconds and time.monotonic() - started > seconds:
                break
    except BaseException:
        Path(f"crash-{name}").write_bytes(data)
        raise
    finally:
        sys.stderr.write(f"Done {done} runs\n")


def _led(name: str, runs: int, seconds: int, seed: int) -> None:
    import atheris  # noqa: PLC0415 - only where it is installed

    with atheris.instrument_imports(include=["argmap"]):
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - instrumented as it is imported
    target = TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(target.seeds):
            Path(folder, str(number)).write_bytes(content)
        options = [
            sys.argv[0],
            f"-runs={runs}",
            f"-max_total_time={seconds}",
            f"-seed={seed}",
            f"-max_len={max(_LONGEST, *map(len, target.seeds))}",
            f"-rss_limit_mb={_MEMORY}",
            "-timeout=20",
            f"-artifact_prefix={Path.cwd()}/crash-{name}-",
            "-verbosity=1",
            folder,
        ]
        atheris.Setup(options, target.act)
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
