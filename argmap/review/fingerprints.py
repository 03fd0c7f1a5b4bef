"""Fingerprints of what a node says and of what it directly rests on.

A review keeps both: when the first differs, the node was reworded since; when only the second
does, its direct argument changed (after the suspect links of requirements tracing).
"""

import json
import unicodedata
from typing import Final

from attrs import asdict, frozen

from argmap.model import ArgumentMap, Evidence, Extent, Node, Passage, Relation
from argmap.review.values import StepRead

_SAYS: Final = "n1"
_RESTS_ON: Final = "a1"
_DIGITS: Final = 32


@frozen
class Read:
    """What somebody who reads a node now has before them.

    Attributes:
        says: the fingerprint of what it says.
        rests_on: the fingerprint of that and of its direct argument.
        argument: the steps that aim at it, sorted.
    """

    says: str
    rests_on: str
    argument: tuple[StepRead, ...]


def says(node: Node) -> str:
    """Return the fingerprint of what a node says: `n1:` and 32 hexadecimal digits.

    The first 128 bits of the SHA-256 of a JSON list: kind, type and text; of evidence also what
    it cites. White space is folded and Unicode in NFC. Id, place, tags and notes do not count.
    """
    kind = "evidence" if isinstance(node, Evidence) else "claim"
    cited = [_passage(one) for one in node.passages] if isinstance(node, Evidence) else []
    return _digest(_SAYS, [kind, node.type, _folded(node.text), cited])


def read_now(argument_map: ArgumentMap, node: Node) -> Read:
    """Return what a reader of a node has before them now.

    Its direct argument is the steps that aim at it, with the fingerprints of their premises; one
    level, and no further. Names do not count, so that a renamed premise is the same.
    """
    said = says(node)
    steps = sorted(
        (_step(argument_map, one) for one in argument_map.incoming(node.id)),
        key=lambda step: (step.stance, step.by, step.because or ""),
    )
    words = sorted([str(one.stance), sorted(one.says), _folded(one.because or "")] for one in steps)
    return Read(said, _digest(_RESTS_ON, [said, words]), tuple(steps))


def _step(argument_map: ArgumentMap, relation: Relation) -> StepRead:
    nodes = argument_map.nodes_by_id
    premises = sorted(relation.premises)
    found = tuple(says(nodes[one]) if one in nodes else "" for one in premises)
    return StepRead(relation.stance, tuple(premises), found, relation.because)


def _passage(passage: Passage) -> dict[str, object]:
    fields = asdict(
        passage,
        recurse=False,
        filter=lambda attribute, value: (
            attribute.name not in {"span", "spans"} and value is not None
        ),
    )
    return {
        name: _folded(value) if isinstance(value, str) else str(value)
        for name, value in fields.items()
        if isinstance(value, str | Extent)
    }


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _digest(version: str, value: object) -> str:
    import hashlib  # noqa: PLC0415 - few maps have reviews, and OpenSSL takes a while to load

    text = json.dumps([version, value], sort_keys=True, separators=(",", ":"))
    return f"{version}:{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"
