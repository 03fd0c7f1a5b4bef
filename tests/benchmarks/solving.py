"""Measure the solver of frameworks as a whole process, beside other solvers where they are found.

Others are looked for in the Python that the variable ARGMAP_PEERS names, else in this one.
"""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from resource import RLIMIT_CPU, RUSAGE_CHILDREN, getrusage, prlimit
from typing import Final

from argmap.assess.dung import (
    Framework,
    FrameworkFormat,
    Label,
    Semantics,
    extension,
    grounded_labelling,
    read_framework,
    write_framework,
)
from argmap.text import TextFile
from tests.benchmarks.clock import cpu_of_call
from tests.benchmarks.passages import Row

_HERE: Final = Path(__file__).parents[2]
_SECONDS: Final = 20.0
_SIZE: Final = 100_000

_CLINGO: Final = """
import sys, clingo
program, path, query = sys.argv[1:]
control = clingo.Control(
    ["--heuristic=Domain", "--enum-mode=domRec"] if "#heuristic" in program else []
)
control.configuration.solve.models = 0 if query else 1
control.load(path)
control.add("base", [], program)
control.ground([("base", [])])
with control.solve(yield_=True) as found:
    for model in found:
        accepted = {str(one.arguments[0]) for one in model.symbols(atoms=True) if one.name == "in"}
        if query and query not in accepted:
            print("NO")
            break
    else:
        print("YES" if query else len(accepted))
"""
_GROUNDED: Final = """
in(X) :- arg(X), out(Y) : att(Y,X).
out(X) :- in(Y), att(Y,X).
"""
_PREFERRED: Final = """
{ in(X) } :- arg(X).
out(X) :- in(Y), att(Y,X).
:- in(X), in(Y), att(X,Y).
:- in(X), att(Y,X), not out(Y).
#heuristic in(X) : arg(X). [1,true]
"""
_PYGARG: Final = """
import sys
sys.argv[0] = "pygarg"
import runpy
runpy.run_module("pygarg", run_name="__main__")
"""
_PYARG: Final = """
import sys
from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import (
    AbstractArgumentationFramework as AF)
from py_arg.abstract_argumentation_classes.argument import Argument
from py_arg.abstract_argumentation_classes.defeat import Defeat
from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
lines = open(sys.argv[1]).read().split("\\n")
arguments = [Argument(str(one + 1)) for one in range(int(lines[0].split()[2]))]
pairs = (line.split() for line in lines[1:] if line)
attacks = [Defeat(arguments[int(a) - 1], arguments[int(b) - 1]) for a, b in pairs]
print(len(get_grounded_extension(AF("x", arguments, attacks))))
"""


def solving() -> Iterator[Row]:
    """Measure grounded and preferred semantics of frameworks with 100,000 arguments."""
    python = os.environ.get("ARGMAP_PEERS", sys.executable)
    peers = [name for name in ("clingo", "pygarg", "py_arg") if _has(python, name)]
    with tempfile.TemporaryDirectory() as folder:
        for name, framework in (("tree", _tree(_SIZE)), ("rnd2", _random(_SIZE, 2))):
            af, apx = Path(folder, f"{name}.af"), Path(folder, f"{name}.apx")
            af.write_text(_plain_af(framework), "utf-8")
            apx.write_text(write_framework(framework, FrameworkFormat.APX), "utf-8")
            yield from _grounded(name, af, apx, python, peers)
            if name == "tree":
                yield from _preferred(framework, af, apx, python, peers)
    yield from _reading()


def _grounded(name: str, af: Path, apx: Path, python: str, peers: Sequence[str]) -> Iterator[Row]:
    ours = _ours("-p", "SE-GR", "-f", str(af))
    commands = {
        "clingo": (python, "-c", _CLINGO, _GROUNDED, str(apx), ""),
        "pygarg": (python, "-c", _PYGARG, "-p", "SE-GR", "-f", str(af), "-fo", "dimacs"),
        "py_arg": (python, "-c", _PYARG, str(af)),
    }
    job = f"grounded, {name}, 100,000 arguments"
    yield from _beside(job, ours, 0.5, commands, peers)


def _preferred(
    framework: Framework, af: Path, apx: Path, python: str, peers: Sequence[str]
) -> Iterator[Row]:
    ours = _ours("-p", "SE-PR", "-f", str(af))
    some = {"clingo": (python, "-c", _CLINGO, _PREFERRED, str(apx), "")}
    yield from _beside("one preferred, tree, 100,000", ours, 1.0, some, peers)
    query = _contested(framework)
    ours = _ours("-p", "DS-PR", "-f", str(af), "-a", query)
    every = {"clingo": (python, "-c", _CLINGO, _PREFERRED, str(apx), query)}
    yield from _beside("in all preferred?, tree, 100,000", ours, 1.0, every, peers)


def _beside(
    job: str,
    ours: float,
    bound: float,
    commands: Mapping[str, Sequence[str]],
    peers: Sequence[str],
) -> Iterator[Row]:
    """Give a row for each other solver, or one row without any."""
    for name, command in commands.items():
        if name in peers:
            theirs = _cpu(command)
            took = "stopped at" if theirs >= _SECONDS else "took"
            yield job, ours, bound, theirs, f"{name}, which {took} {theirs:.2f}"
        else:
            yield job, ours, bound, ours, f"itself; no {name} here"


def _reading() -> Iterator[Row]:
    framework = _random(_SIZE, 10)
    text = _plain_af(framework)
    facts = write_framework(framework, FrameworkFormat.APX)
    split = cpu_of_call(text.split)
    for name, content, bound in (("af", text, 1.5), ("apx", facts, 4.0)):
        file = TextFile(f"x.{name}", content)
        seconds = cpu_of_call(lambda file=file: read_framework(file))  # type: ignore[misc]  # mypy knows no lambda with a default
        yield f"read 1,000,000 attacks, .{name}", seconds, bound, split, "str.split of the .af"


def _contested(framework: Framework) -> str:
    """Return an argument that is in some preferred extension and not in the one found first."""
    labels = grounded_labelling(framework)
    first = set(extension(framework, Semantics.PREFERRED) or ())
    return next(
        name
        for number, name in enumerate(framework.names)
        if labels[number] == Label.UNDECIDED
        and name in first
        and extension(framework, Semantics.PREFERRED, lacking=name) is not None
    )


def _plain_af(framework: Framework) -> str:
    return write_framework(
        Framework(map(str, range(1, len(framework) + 1)), framework.sources, framework.targets),
        FrameworkFormat.AF,
    )


def _tree(size: int) -> Framework:
    """Make a recursive tree: children attack parents, some the other way too, some elsewhere."""
    dice = random.Random(1)  # noqa: S311 - not for secrets
    attacks = []
    for child in range(1, size):
        parent = dice.randrange(child)
        attacks.append((child, parent))
        if dice.random() < 0.02:
            attacks.append((parent, child))
        if dice.random() < 0.01:
            attacks.append((child, dice.randrange(size)))
    return _framework(size, attacks)


def _random(size: int, density: int) -> Framework:
    dice = random.Random(2)  # noqa: S311 - the same
    return _framework(
        size, [(dice.randrange(size), dice.randrange(size)) for _ in range(density * size)]
    )


def _framework(size: int, attacks: Sequence[tuple[int, int]]) -> Framework:
    return Framework(
        [str(number + 1) for number in range(size)],
        [source for source, _ in attacks],
        [target for _, target in attacks],
    )


def _has(python: str, name: str) -> bool:
    command = [python, "-c", f"import {name}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _ours(*arguments: str) -> float:
    return _cpu([sys.executable, "-m", "argmap", "assess", *arguments], times=5)


def _cpu(command: Sequence[str], times: int = 2) -> float:
    """Return the least CPU seconds of a whole process; the limit where it had to be stopped."""
    least = _SECONDS
    for _ in range(times):
        before = getrusage(RUSAGE_CHILDREN)
        with subprocess.Popen(
            command, cwd=_HERE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            prlimit(process.pid, RLIMIT_CPU, (int(_SECONDS), int(_SECONDS)))
        if process.returncode < 0:
            return _SECONDS
        after = getrusage(RUSAGE_CHILDREN)
        seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        least = min(least, seconds)
        if least > 2:
            break
    return least
