"""Real debates of other people, where they are at hand, read just well enough to be drawn."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from argmap.model import ArgumentMap, Claim, Relation

FOLDER = Path(__file__).parents[3] / "shared" / "corpora"

_KIALO = re.compile(r"(\d+(?:\.\d+)*)\. (?:(Pro|Con): )?(.*)")
_ARGDOWN = re.compile(r"( *)(?:(<?[+_-]|[+_-]>|><) *)?([\[<])([^\]>]+)[\]>](?::(.*))?")
_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->|^===$.*?^===$", re.DOTALL | re.MULTILINE)
_STANCES = {"+": "supports", "-": "contrasts", "_": "contrasts", "x": "contrasts"}


def debates(name: str) -> Iterator[ArgumentMap]:
    """Yield the maps of a corpus: kialo, argdown or microtexts; none where it is missing."""
    read, pattern = {
        "kialo": (kialo, "kialo/*.txt"),
        "argdown": (argdown, "argdown/**/*.argdown"),
        "microtexts": (microtext, "microtexts/en/*.xml"),
    }[name]
    for path in sorted(FOLDER.glob(pattern)):
        found = read(path.stem, path.read_text(encoding="utf-8"))
        if found.relations:
            yield found


def kialo(title: str, text: str) -> ArgumentMap:
    """Read an export of Kialo: a numbered tree of pros and cons."""
    nodes, relations = [], []
    for number, word, said in filter(None, map(_row, text.splitlines())):
        above = number.rpartition(".")[0]
        nodes.append(Claim(number, said, main=not above))
        if above:
            stance = "supports" if word == "Pro" else "contrasts"
            relations.append(Relation(stance, [number], above))
    return ArgumentMap(title, nodes=nodes, relations=relations)


def _row(line: str) -> tuple[str, str | None, str] | None:
    found = _KIALO.match(line.strip())
    return (found[1], found[2], found[3]) if found and not found[3].startswith("-> See") else None


def argdown(title: str, text: str) -> ArgumentMap:
    """Read the statements and arguments of Argdown that stand in lists, with their relations."""
    texts: dict[str, str] = {}
    relations: dict[tuple[str, str, str], None] = {}
    above: list[tuple[int, str]] = []
    for line in _COMMENT.sub("", text).splitlines():
        found = _ARGDOWN.match(line)
        if not found:
            continue
        indent, sign, _, name, said = found.groups()
        name = f"{found[3]}{name}"
        texts[name] = texts.get(name) or (said or "").strip()
        while above and above[-1][0] >= len(indent):
            above.pop()
        if sign and above:
            stance = _STANCES[sign.strip("<>") or "x"]
            one, other = (above[-1][1], name) if sign.endswith(">") else (name, above[-1][1])
            if one != other:
                relations[(stance, one, other)] = None
        above.append((len(indent), name))
    return ArgumentMap(
        title,
        nodes=[Claim(name, said) for name, said in texts.items()],
        relations=[Relation(stance, [one], other) for stance, one, other in relations],
    )


def microtext(title: str, text: str) -> ArgumentMap:
    """Read a short text with its argument graph (Peldszus & Stede 2016)."""
    root = ET.fromstring(text)  # noqa: S314 - a file of our own disk
    said = {edu.get("id", ""): (edu.text or "").strip() for edu in root.iter("edu")}
    edges = [
        (edge.get("id", ""), edge.get("src", ""), edge.get("trg", ""), edge.get("type", ""))
        for edge in root.iter("edge")
    ]
    texts: dict[str, str] = {}
    linked: dict[str, list[str]] = {}
    for _, source, target, kind in edges:
        if kind == "seg":
            texts[target] = f"{texts.get(target, '')} {said.get(source, '')}".strip()
        elif kind == "add":
            linked.setdefault(target, []).append(source)
    stances = {"sup": "supports", "exa": "supports", "reb": "contrasts", "und": "undercuts"}
    return ArgumentMap(
        title,
        nodes=[
            Claim(adu.get("id", ""), texts.get(adu.get("id", ""), "")) for adu in root.iter("adu")
        ],
        relations=[
            Relation(stances[kind], [source, *linked.get(name, ())], target, id=name)
            for name, source, target, kind in edges
            if kind in stances
        ],
    )
