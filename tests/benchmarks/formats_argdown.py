"""How long Argdown takes: `python -m tests.benchmarks.formats_argdown`.

Where `@argdown/cli` is here (see `beside.places`), its whole process
is what argmap is compared with.
"""

import random
import subprocess
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Final

from argmap.formats import argdown, format_named
from argmap.text import TextFile
from tests.benchmarks.beside.places import places
from tests.benchmarks.clock import cpu_of_call, cpu_of_python

Row = tuple[str, float, float, float, str]

ARGDOWN: Final = format_named("argdown")
_HERE: Final = Path(__file__).parents[2]
_STATEMENTS: Final = 10_000
_HOSTILE: Final = {
    "braces": "{" * 1000,
    "braces that close": "{ }" * 300,
    "brackets": "[" * 1000,
    "angles": "<" * 1000,
    "comments that do not end": "/* <!-- " * 120,
    "comments": "/**/x" * 200,
    "bold": "*a " * 330,
    "tags": "#(a" * 330,
    "escapes": "\\" * 1000,
    "links": "[a](" * 250,
    "colons": ":a" * 500,
}


def reading() -> Iterator[Row]:
    """Measure 10,000 statements with two relations each; bounds are in CPU seconds."""
    text = debate(_STATEMENTS)
    file = TextFile("big.argdown", text)
    the_map, _ = ARGDOWN.read(file)
    raw = cpu_of_call(text.split)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "big.argdown").write_text(text, encoding="utf-8")
        whole, against = _reference(folder) or (raw, "str.split")
        yield "read 10,000 statements", cpu_of_call(lambda: ARGDOWN.read(file)), 1.2, whole, against
        seconds = cpu_of_call(lambda: argdown.read_document(file))
        yield "  of that, as Argdown sees it", seconds, 1.2, whole, against
        yield (
            "write 10,000 statements",
            cpu_of_call(lambda: argdown.write(the_map)),
            0,
            raw,
            "split",
        )
        command = ("-m", "argmap", "convert", f"{folder}/big.argdown", "-t", "argmap")
        yield "argmap convert", cpu_of_python(*command, cwd=_HERE, times=2), 0, whole, against


def growing() -> Iterator[Row]:
    """Measure texts that are made to be slow, and four times as much of them."""
    for name, part in _HOSTILE.items():
        once, more = TextFile("x", part * 25), TextFile("x", part * 100)
        before = cpu_of_call(_read(once), times=1)
        after = cpu_of_call(_read(more), times=1)
        yield f"100,000 signs of {name} (at most 8 x)", after, 8 * before + 0.05, before, "25,000"


def memory_of_a_node() -> float:
    """Return the bytes that a claim or relation takes once it is read, without its text."""
    file = TextFile("big.argdown", debate(_STATEMENTS // 5))
    ARGDOWN.read(file)
    tracemalloc.start()
    the_map, _ = ARGDOWN.read(file)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / (len(the_map.nodes) + len(the_map.relations))


def debate(statements: int) -> str:
    """Return a debate in Argdown, the same each time."""
    chance = random.Random(1)  # noqa: S311 - a text to measure with
    blocks = ["===\ntitle: A debate\n==="]
    for number in range(statements):
        lines = [
            f"[Statement {number}]: Charge {number} cuts *all* traffic in zone {number % 97}. #t"
        ]
        signs = "+-" if number else ""
        lines += [f"  {sign} [Statement {chance.randrange(number)}]" for sign in signs]
        blocks.append("\n".join(lines))
        if number % 10 == 9:
            blocks.append(f"<Argument {number}>: It follows.")
            blocks.append(
                f"(1) [Statement {number - 1}]\n(2) [Statement {number - 2}]\n"
                f"--\nModus ponens {{uses: [1, 2]}}\n--\n(3) [Statement {number}]"
            )
    return "\n\n".join(blocks) + "\n"


def _reference(folder: str) -> tuple[float, str] | None:
    place = places().get("@argdown/cli")
    if place is None:
        return None
    arguments = [place.start, "json", f"{folder}/big.argdown", f"{folder}/out"]
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(arguments, check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    taken = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return taken, "@argdown/cli"


def _read(file: TextFile) -> Callable[[], object]:
    return lambda: ARGDOWN.read(file)


if __name__ == "__main__":
    for measure in (reading, growing):
        for job, taken, bound, baseline, against in measure():
            mark = "  OVER" if bound and taken > bound else ""
            ratio = taken / max(baseline, 1e-6)
            print(f"{job:<52}{taken:8.3f}{bound:7.2f}{ratio:8.1f} x {against}{mark}")  # noqa: T201
    print(f"memory of a node: {memory_of_a_node():.0f} bytes")  # noqa: T201 - a table for people
