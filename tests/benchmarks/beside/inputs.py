"""One and the same map, or framework, in the files that each tool reads."""

import json
import subprocess
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from argmap import claimfile
from argmap.assess.dung import Framework, FrameworkFormat, write_framework
from argmap.formats import format_named
from argmap.model import ArgumentMap, Claim, Stance
from argmap.render import render
from tests.benchmarks.frameworks import a_tree, contested, plain_af
from tests.benchmarks.maps import crossed, tree
from tests.benchmarks.nodesets import arguments, dialogue

_DAY: Final = "2026-01-01T00:00:00+00:00"


def write_inputs(names: Iterable[str], size: int, folder: Path) -> None:
    """Write some of the files in `INPUTS` for a size into a folder, if they are not there yet."""
    for name in names:
        if not (folder / name).exists():
            _write(name, size, folder / name)


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


def as_arglib(argument_map: ArgumentMap) -> str:
    """Return a map in the JSON of arglib: units and relations, and a card for each evidence."""
    cards = {
        node.id: {
            "id": node.id,
            "title": node.text,
            "excerpt": node.text,
            "confidence": 0.8,
            "supporting_doc_id": "report",
        }
        for node in argument_map.nodes
        if not isinstance(node, Claim)
    }
    units = {
        node.id: {
            "id": node.id,
            "text": node.text,
            "type": "fact",
            "evidence_ids": [node.id] if node.id in cards else [],
        }
        for node in argument_map.nodes
    }
    relations = [
        {
            "src": premise,
            "dst": relation.target,
            "kind": "attack" if relation.stance is Stance.CONTRASTS else "support",
        }
        for relation in argument_map.relations
        for premise in relation.premises
    ]
    report = {"id": "report", "name": "Annual report", "type": "pdf", "url": "https://example.org"}
    return json.dumps(
        {
            "units": units,
            "relations": relations,
            "evidence_cards": cards,
            "supporting_documents": {"report": report},
            "metadata": {"title": argument_map.title},
        }
    )


def as_ideagraph(argument_map: ArgumentMap) -> str:
    """Return a map in the JSON of ideagraph, whose evidence hangs on claims by other edges."""
    evidence = {node.id for node in argument_map.nodes if not isinstance(node, Claim)}
    nodes: list[dict[str, object]] = [
        {
            "id": node.id,
            "type": "evidence" if node.id in evidence else "claim",
            "text": node.text,
            "tags": [],
            "properties": {"kind": "literature", "reference": "report", "relation": "supports"}
            if node.id in evidence
            else {"status": "unresolved"},
            "created_at": _DAY,
            "updated_at": _DAY,
        }
        for node in argument_map.nodes
    ]
    edges: list[dict[str, object]] = [
        {
            "id": f"edge-{number}",
            "properties": {},
            "created_at": _DAY,
            **_ideagraph_edge(relation.premises[0], relation.target, relation.stance, evidence),
        }
        for number, relation in enumerate(argument_map.relations)
    ]
    graph: dict[str, object] = {"article_id": None, "metadata": {}, "nodes": nodes, "edges": edges}
    return json.dumps({"schema_version": 4, "graph": graph})


def as_doorstop(argument_map: ArgumentMap) -> dict[str, str]:
    """Return a map as items of doorstop, a file each: claims, and evidence that links to them."""
    names = {
        node.id: f"{'CLM' if isinstance(node, Claim) else 'EVD'}{number:06}"
        for number, node in enumerate(argument_map.nodes, start=1)
    }
    links: dict[str, list[str]] = {}
    for relation in argument_map.relations:
        for premise in relation.premises:
            links.setdefault(premise, []).append(f"- {names[relation.target]}: null\n")
    settings = "settings:\n  digits: 6\n  itemformat: yaml\n  prefix: {}\n  sep: ''\n{}"
    items = {
        "CLM/.doorstop.yml": settings.format("CLM", ""),
        "EVD/.doorstop.yml": settings.format("EVD", "  parent: CLM\n"),
    }
    for number, node in enumerate(argument_map.nodes, start=1):
        name = names[node.id]
        linked = "".join(links.get(node.id, ()))
        items[f"{name[:3]}/{name}.yml"] = (
            f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\n"
            f"links:{chr(10) + linked if linked else ' []' + chr(10)}"
            f"normative: true\nref: ''\nreviewed: null\ntext: |\n  {node.text}\n"
        )
    return items


@lru_cache(maxsize=1)
def _tree(size: int) -> ArgumentMap:
    return tree(size)


@lru_cache(maxsize=1)
def _framework(size: int) -> Framework:
    return a_tree(size)


INPUTS: Final[Mapping[str, Callable[[int], str | dict[str, str]]]] = {
    "map.yaml": lambda size: claimfile.write(_tree(size)),
    "map.argdown": lambda size: as_argdown(_tree(size)),
    "map.arguebuf.json": lambda size: as_arguebuf(_tree(size)),
    "map.arglib.json": lambda size: as_arglib(_tree(size)),
    "map.ideagraph.json": lambda size: as_ideagraph(_tree(size)),
    "map.gsn.yaml": lambda size: format_named("gsn").write(_tree(size)).text,
    "map.dot": lambda size: render(_tree(size), output="dot"),
    "doorstop": lambda size: as_doorstop(_tree(size)),
    "crossed.yaml": lambda size: claimfile.write(crossed(size)),
    "crossed.dot": lambda size: render(crossed(size), output="dot"),
    "arguments.json": arguments,
    "dialogue.json": dialogue,
    "framework.af": lambda size: plain_af(_framework(size)),
    "contested.txt": lambda size: contested(_framework(size)),
    "framework.apx": lambda size: write_framework(_framework(size), FrameworkFormat.APX),
}


def _write(name: str, size: int, place: Path) -> None:
    written = INPUTS[name](size)
    if isinstance(written, str):
        place.write_text(written, encoding="utf-8")
    else:
        _write_items(written, place)


def _ideagraph_edge(
    premise: str, target: str, stance: Stance, evidence: set[str]
) -> dict[str, str]:
    against = stance is Stance.CONTRASTS
    if premise in evidence:
        kind = "refuted_by" if against else "supported_by"
        return {"type": kind, "source": target, "target": premise}
    return {"type": "contrasts" if against else "elaborates", "source": premise, "target": target}


def _write_items(items: Mapping[str, str], folder: Path) -> None:
    for name, text in items.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    # It wants a working copy around its items.
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
