"""How long nodesets of AIF take: `python -m tests.benchmarks.formats_aif`."""

import json
import subprocess
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from argmap.formats import format_named
from argmap.text import TextFile
from tests.benchmarks.beside.places import places
from tests.benchmarks.clock import cpu_of_call
from tests.benchmarks.nodesets import arguments, dialogue

_NODES: Final = 100_000
AIF: Final = format_named("aif")
_ARGUEBUF: Final = """
import json, sys, time, arguebuf
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
arguebuf.load.aif(json.loads(text))
print(time.process_time() - start)
"""
Row = tuple[str, float, float, float, str]


def nodesets() -> Iterator[Row]:
    """Measure reading and writing of 100,000 nodes; the bound is in CPU seconds."""
    for name, make in (("arguments", arguments), ("a dialogue", dialogue)):
        file = TextFile("big.json", make(_NODES))
        the_map, _ = AIF.read(file)
        raw = cpu_of_call(_call(json.loads, file.text))
        seconds = cpu_of_call(_call(AIF.read, file))
        peer = _arguebuf(file.text)
        beside = (peer, "arguebuf") if peer else (raw, "json.loads")
        yield (f"read AIF, 100,000 nodes, {name}", seconds, 2.0, *beside)
        seconds = cpu_of_call(_call(AIF.write, the_map))
        yield f"write AIF, 100,000 nodes, {name}", seconds, 0.0, raw, "json.loads"


def memory_of_a_node() -> float:
    """Return the bytes that a node of a nodeset takes once it is read, without its text."""
    file = TextFile("big.json", arguments(_NODES // 10))
    AIF.read(file)
    tracemalloc.start()
    the_map, _ = AIF.read(file)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / (len(the_map.nodes) + len(the_map.relations))


def _arguebuf(text: str) -> float:
    """Return the CPU seconds of arguebuf for the text of a nodeset; 0 without arguebuf."""
    python = places().get("arguebuf")
    if python is None:
        return 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nodeset.json"
        path.write_text(text, encoding="utf-8")
        command = [python.start, "-c", _ARGUEBUF, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return float(done.stdout) if done.returncode == 0 else 0.0


def _call(function: Callable[..., object], *arguments_of_it: object) -> Callable[[], object]:
    return lambda: function(*arguments_of_it)


if __name__ == "__main__":
    for job, seconds_taken, bound, baseline, against in nodesets():
        mark = "  OVER" if bound and seconds_taken > bound else ""
        ratio = seconds_taken / baseline
        print(f"{job:<42}{seconds_taken:8.3f}{bound:7.2f}{ratio:8.1f} x {against}{mark}")  # noqa: T201
    print(f"memory of a node: {memory_of_a_node():.0f} bytes")  # noqa: T201 - a table for people
