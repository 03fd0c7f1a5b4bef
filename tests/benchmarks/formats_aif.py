"""How long nodesets of AIF take: `python -m tests.benchmarks.formats_aif`."""

import json
import tracemalloc
from collections.abc import Callable, Iterator

from argmap.formats import aif, nothing_beside
from argmap.text import TextFile
from tests.benchmarks.clock import cpu_of_call
from tests.benchmarks.nodesets import arguments, dialogue

_NODES = 100_000
Row = tuple[str, float, float, float, str]


def nodesets() -> Iterator[Row]:
    """Measure reading and writing of 100,000 nodes; the bound is in CPU seconds."""
    for name, make in (("arguments", arguments), ("a dialogue", dialogue)):
        file = TextFile("big.json", make(_NODES))
        the_map, _ = aif.read(file, nothing_beside)
        raw = cpu_of_call(_call(json.loads, file.text))
        seconds = cpu_of_call(_call(aif.read, file, nothing_beside))
        yield f"read AIF, 100,000 nodes, {name}", seconds, 2.0, raw, "json.loads"
        seconds = cpu_of_call(_call(aif.write, the_map))
        yield f"write AIF, 100,000 nodes, {name}", seconds, 0.0, raw, "json.loads"


def memory_of_a_node() -> float:
    """Return the bytes that a node of a nodeset takes once it is read, without its text."""
    file = TextFile("big.json", arguments(_NODES // 10))
    aif.read(file, nothing_beside)
    tracemalloc.start()
    the_map, _ = aif.read(file, nothing_beside)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / (len(the_map.nodes) + len(the_map.relations))


def _call(function: Callable[..., object], *arguments_of_it: object) -> Callable[[], object]:
    return lambda: function(*arguments_of_it)


if __name__ == "__main__":
    for job, seconds_taken, bound, baseline, against in nodesets():
        mark = "  OVER" if bound and seconds_taken > bound else ""
        ratio = seconds_taken / baseline
        print(f"{job:<42}{seconds_taken:8.3f}{bound:7.2f}{ratio:8.1f} x {against}{mark}")  # noqa: T201
    print(f"memory of a node: {memory_of_a_node():.0f} bytes")  # noqa: T201 - a table for people
