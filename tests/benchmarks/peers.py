"""Other tools that draw arguments: where they are, and what each is given for one and the same map.

They are no part of the project. `@argdown/cli` is looked for as `argdown` on the path or as
`ARGMAP_ARGDOWN`; arguebuf in this Python or in that of `ARGMAP_ARGUEBUF`; Graphviz as `dot`.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from attrs import frozen

from argmap import claimfile
from argmap.model import ArgumentMap, Stance
from argmap.render import render

_ARGUEBUF: Final = """
import sys, arguebuf
graph = arguebuf.load.file(sys.argv[1])
drawn = arguebuf.dump.graphviz(graph, max_nodes=10**9)
arguebuf.render.graphviz(drawn, sys.argv[2])
"""


@frozen
class Peer:
    """A tool that draws a file.

    Attributes:
        name: what people call it.
        start: the beginning of its command; empty where the tool is not here.
        ending: that of the files that it reads.
        write: turns a map into such a file.
        more: what follows in its command, for the file and the folder of the picture.
    """

    name: str
    start: Sequence[str]
    ending: str
    write: Callable[[ArgumentMap], str]
    more: Callable[[Path, Path], Sequence[str]]

    def command(self, file: Path, folder: Path) -> list[str]:
        """Return the command that draws a file as an SVG in a folder."""
        return [*self.start, *self.more(file, folder)]


def peers() -> tuple[Peer, ...]:
    """Return argmap, and after it all others, also those that are not here."""
    ours = [sys.executable, "-m", "argmap", "render"]
    return (
        Peer(
            "argmap",
            ours,
            "yaml",
            claimfile.write,
            lambda file, folder: [str(file), "-o", str(folder / "argmap.svg")],
        ),
        Peer(
            "@argdown/cli",
            _found(os.environ.get("ARGMAP_ARGDOWN", "argdown"), "map", "-f", "svg"),
            "argdown",
            as_argdown,
            lambda file, folder: [str(file), str(folder)],
        ),
        Peer(
            "arguebuf",
            python_with_arguebuf(),
            "json",
            as_arguebuf,
            lambda file, folder: [str(file), str(folder / "arguebuf.svg")],
        ),
        Peer(
            "dot",
            _found("dot", "-Tsvg"),
            "dot",
            lambda the_map: render(the_map, output="dot"),
            lambda file, folder: [str(file), "-o", str(folder / "dot.svg")],
        ),
    )


def as_argdown(argument_map: ArgumentMap) -> str:
    """Return a map in Argdown: a statement for each node, and below it what speaks for it."""
    incoming: dict[str, list[str]] = {}
    for relation in argument_map.relations:
        sign = "-" if relation.stance is Stance.CONTRASTS else "+"
        incoming.setdefault(relation.target, []).extend(
            f"  {sign} [{premise}]\n" for premise in relation.premises
        )
    return "\n".join(
        f"[{node.id}]: {node.text}\n{''.join(incoming.get(node.id, ()))}"
        for node in argument_map.nodes
    )


def as_arguebuf(argument_map: ArgumentMap) -> str:
    """Return a map in the JSON of arguebuf: nodes, and a further one in the middle of each edge."""
    nodes: dict[str, object] = {
        node.id: {"atom": {"text": node.text}, "metadata": {}} for node in argument_map.nodes
    }
    edges: dict[str, object] = {}
    for number, relation in enumerate(argument_map.relations):
        kind = "attack" if relation.stance is Stance.CONTRASTS else "support"
        middle = f"step-{number}"
        nodes[middle] = {"scheme": {kind: f"{kind.upper()}_DEFAULT"}, "metadata": {}}
        for source, target in (
            *((premise, middle) for premise in relation.premises),
            (middle, relation.target),
        ):
            edges[f"edge-{len(edges)}"] = {"source": source, "target": target, "metadata": {}}
    return json.dumps({"nodes": nodes, "edges": edges, "schemaVersion": 1, "metadata": {}})


def _found(program: str, *arguments: str) -> list[str]:
    place = shutil.which(program)
    return [place, *arguments] if place else []


def python_with_arguebuf() -> list[str]:
    given = os.environ.get("ARGMAP_ARGUEBUF")
    python = shutil.which(given) if given else sys.executable
    is_here = given or find_spec("arguebuf") is not None
    return [python, "-c", _ARGUEBUF] if python and is_here else []
