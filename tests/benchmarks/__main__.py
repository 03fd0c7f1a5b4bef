"""Measure, and print one line a job: CPU seconds, the bound, and the ratio to a baseline.

With the word `beside`, beside other tools instead; `beside --help` tells what can be chosen.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from attrs import frozen

from argmap import claimfile
from argmap.assess import assess
from argmap.checks import check
from argmap.model import ArgumentMap
from argmap.render import render
from argmap.text import TextFile
from tests.benchmarks.arrays import million
from tests.benchmarks.beside.command import beside
from tests.benchmarks.clock import cpu_of_call, cpu_of_python
from tests.benchmarks.hostile import growing
from tests.benchmarks.maps import crossed, star, tree
from tests.benchmarks.passages import finding
from tests.benchmarks.solving import solving

_HERE = Path(__file__).parents[2]


@frozen
class Result:
    """One measured job.

    Attributes:
        job: what was done.
        seconds: CPU time.
        bound: what it may take; 0 where only the ratio counts.
        baseline: the CPU time of what it is compared with, measured in the same run.
        against: what that is.
    """

    job: str
    seconds: float
    bound: float
    baseline: float
    against: str

    def __str__(self) -> str:
        bound = f"{self.bound:7.2f}" if self.bound else "       "
        mark = "  OVER" if self.bound and self.seconds > self.bound else ""
        ratio = self.seconds / max(self.baseline, 1e-6)
        return f"{self.job:<42}{self.seconds:8.3f}{bound}{ratio:8.1f} x {self.against}{mark}"


def start_up() -> Iterator[Result]:
    """Measure whole processes."""
    python = cpu_of_python("-c", "pass", cwd=_HERE)
    for job, bound, arguments in (
        ("import argmap", 0.06, ("-c", "import argmap")),
        ("argmap --help", 0.1, ("-m", "argmap", "--help")),
        ("argmap check claims/sco", 0.2, ("-m", "argmap", "check", "claims/sco")),
    ):
        yield Result(job, cpu_of_python(*arguments, cwd=_HERE), bound, python, "python -c pass")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "claims").mkdir()
        Path(folder, "claims", "small.yaml").write_text(claimfile.write(tree(5)), encoding="utf-8")
        small = cpu_of_python("-m", "argmap", "check", cwd=Path(folder), times=10)
    yield Result("argmap check, a small map", small, 0.15, python, "python -c pass")


def reading() -> Iterator[Result]:
    """Measure 10,000 nodes of YAML, read and checked."""
    text = claimfile.write(tree(10_000))

    def events() -> object:
        return sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader))

    def read_and_check() -> object:
        the_map, findings = claimfile.read([TextFile("big.yaml", text)])
        return check(the_map, findings)

    raw = cpu_of_call(events)
    yield Result("read and check 10,000 nodes", cpu_of_call(read_and_check), 2.0, raw, "libyaml")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "big.yaml").write_text(text, encoding="utf-8")
        whole = cpu_of_python("-m", "argmap", "check", str(Path(folder, "big.yaml")), cwd=_HERE)
    yield Result("argmap check, 10,000 nodes", whole, 2.0, raw, "libyaml")


def drawing() -> Iterator[Result]:
    """Measure pictures: scene, layout and SVG, 60 µs a node, also where there are many."""
    for job, the_map, bound in (
        ("draw 1,000 nodes", tree(1_000), 0.06),
        ("draw 1,000 nodes with cross-edges", crossed(1_000), 0.06),
        ("draw 10,000 nodes", tree(10_000), 0.6),
        ("draw a star of 1,000 premises", star(1_000), 0.2),
    ):
        seconds = cpu_of_call(_drawn(the_map))
        yield Result(job, seconds, bound, cpu_of_call(_written(the_map)), "write and read")
    before, after = (cpu_of_call(_drawn(tree(nodes))) for nodes in (10_000, 100_000))
    yield Result("draw 100,000 nodes", after, 6.0, before, "10,000")


def growth() -> Iterator[Result]:
    """Measure ten times the nodes, whole processes; the bound is that of the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        for nodes in (10_000, 100_000):
            Path(folder, f"{nodes}.yaml").write_text(claimfile.write(tree(nodes)), "utf-8")
        for command in (("check",), ("render", "-o", str(Path(folder, "big.svg")))):
            before, after = (
                cpu_of_python(
                    "-m", "argmap", *command, f"{folder}/{nodes}.yaml", cwd=_HERE, times=2
                )
                for nodes in (10_000, 100_000)
            )
            job = f"argmap {command[0]}, 100,000 (at most 12 x)"
            yield Result(job, after, 12 * before, before, f"argmap {command[0]}, 10,000")


def quoting() -> Iterator[Result]:
    """Measure the search for quotations."""
    return (Result(*row) for row in finding())


def resisting() -> Iterator[Result]:
    """Measure texts that are made to be slow."""
    return (Result(*row) for row in growing())


def weighing() -> Iterator[Result]:
    """Measure what stands in maps of a million nodes."""
    return (Result(*row) for row in million())


def accepting() -> Iterator[Result]:
    """Measure frameworks of attacks, beside other solvers."""
    return (Result(*row) for row in solving())


def _drawn(the_map: ArgumentMap) -> Callable[[], object]:
    judged = assess(the_map)
    return lambda: render(the_map, assessment=judged)


def _written(the_map: ArgumentMap) -> Callable[[], object]:
    return lambda: claimfile.read([TextFile("big.yaml", claimfile.write(the_map))])


def _tell_jobs() -> None:
    print(f"{'job':<42}{'CPU s':>8}{'bound':>7}{'ratio':>8}")  # noqa: T201 - a table for people
    measures = (start_up, reading, drawing, growth, quoting, resisting, weighing, accepting)
    for measure in measures:
        for result in measure():
            print(result, flush=True)  # noqa: T201


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            _tell_jobs()
        case ["beside", *arguments]:
            beside(arguments, prog_name="python -m tests.benchmarks beside")
        case _:
            sys.exit("usage: python -m tests.benchmarks [beside [OPTIONS]]")
