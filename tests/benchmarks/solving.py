"""Measure the solver of frameworks as a whole process; other solvers are in `beside`."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from argmap.assess.dung import FrameworkFormat, read_framework, write_framework
from argmap.text import TextFile
from tests.benchmarks.clock import cpu_of_call, cpu_of_python
from tests.benchmarks.frameworks import a_tree, at_random, contested, plain_af
from tests.benchmarks.passages import Row

_HERE: Final = Path(__file__).parents[2]
_SIZE: Final = 100_000


def solving() -> Iterator[Row]:
    """Measure grounded and preferred semantics of frameworks with 100,000 arguments."""
    python = cpu_of_python("-c", "pass", cwd=_HERE)
    with tempfile.TemporaryDirectory() as folder:
        tree, rnd2 = Path(folder, "tree.af"), Path(folder, "rnd2.af")
        framework = a_tree(_SIZE)
        tree.write_text(plain_af(framework), "utf-8")
        rnd2.write_text(plain_af(at_random(_SIZE, 2)), "utf-8")
        for job, file, bound, arguments in (
            ("grounded, tree", tree, 0.5, ("SE-GR",)),
            ("grounded, rnd2", rnd2, 0.5, ("SE-GR",)),
            ("one preferred, tree", tree, 1.0, ("SE-PR",)),
            ("in all preferred?, tree", tree, 1.0, ("DS-PR", "-a", contested(framework))),
        ):
            asked = ("-m", "argmap", "assess", "-f", str(file), "-p", *arguments)
            seconds = cpu_of_python(*asked, cwd=_HERE)
            yield f"{job}, 100,000 arguments", seconds, bound, python, "python -c pass"
    yield from _reading()


def _reading() -> Iterator[Row]:
    framework = at_random(_SIZE, 10)
    text = plain_af(framework)
    facts = write_framework(framework, FrameworkFormat.APX)
    split = cpu_of_call(text.split)
    for name, content, bound in (("af", text, 1.5), ("apx", facts, 4.0)):
        file = TextFile(f"x.{name}", content)
        seconds = cpu_of_call(lambda file=file: read_framework(file))  # type: ignore[misc]  # mypy knows no lambda with a default
        yield f"read 1,000,000 attacks, .{name}", seconds, bound, split, "str.split of the .af"
