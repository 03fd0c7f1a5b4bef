"""What of a map a format has no place for, counted by kind."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from attrs import fields

from argmap.formats.format import Loss
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, SetAside, Source, Stance

_NAMES: Final = {
    Claim: "claims",
    Evidence: "evidence",
    Relation: "relations",
    Passage: "passages",
    Source: "sources",
    ArgumentMap: "the map",
}
_NOT_FIELDS: Final = frozenset({"span", "spans", "data", "nodes", "relations", "bibliographies"})
_WORDS: Final = {
    "assumed": "reasons why claims are assumed",
    "because": "warrants",
    "doi": "DOIs of sources",
    "isbn": "ISBNs of sources",
    "main": "marks of main claims",
    "recheck_by": "days by which evidence is to be checked again",
    "retracted": "reasons why sources are retracted",
    "sha256": "SHA-256 sums of sources",
    "source": "passages",
    "url": "URLs of sources",
    "withdrawn": "reasons why nodes are withdrawn",
}


def losses(
    argument_map: ArgumentMap, keeps: Collection[str], own: str, more: Iterable[Loss] = ()
) -> tuple[Loss, ...]:
    """Return what a map has and a format does not keep, one for each kind, by its name.

    Args:
        argument_map: what is to be written.
        keeps: the fields that the format keeps, as `claim.text`, `evidence.tags`,
            `relation.scheme`, `source.title`, `passage.quote`, `argumentmap.title`; and
            `linked premises`, `undercuts`, `undercuts of undercuts`, `restatements`, `evidence`
            (as something else than claims), `set aside`. A class with a star, as in
            `source.*`, stands for all of its fields.
        own: the name of the format, whose `data` is written and not counted.
        more: what the writer counted itself.
    """
    counts = Counter(kind for kind in _kinds(argument_map, frozenset(keeps), own))
    found = (Loss(what, count) for what, count in counts.items())
    return tuple(sorted((*found, *more), key=lambda loss: loss.what))


def _kinds(argument_map: ArgumentMap, keeps: frozenset[str], own: str) -> Iterator[str]:
    yield from _of(argument_map, keeps, own)
    for node in argument_map.nodes:
        yield from _of(node, keeps, own)
        if isinstance(node, Evidence) and "evidence" not in keeps:
            yield "evidence, which became claims"
        for passage in node.passages:
            yield from _of(passage, keeps, own)
    for source in argument_map.sources:
        yield from _of(source, keeps, own)
    stances = {relation.id: relation.stance for relation in argument_map.relations}
    for relation in argument_map.relations:
        yield from _of(relation, keeps, own)
        if relation.is_linked and "linked premises" not in keeps:
            yield "linked premises, which became several relations"
        if relation.stance is Stance.UNDERCUTS:
            deep = stances.get(relation.target) is Stance.UNDERCUTS
            kind = "undercuts of undercuts" if deep else "undercuts"
            if kind not in keeps:
                yield kind
        elif relation.stance is Stance.RESTATES and "restatements" not in keeps:
            yield "restatements"


def _of(
    value: ArgumentMap | Claim | Evidence | Passage | Relation | Source | SetAside,
    keeps: frozenset[str],
    own: str,
) -> Iterator[str]:
    """Give the kinds of what a value has and is not kept."""
    owner = type(value).__name__.lower()
    if f"{owner}.*" in keeps:
        return
    keeps_some = any(one.startswith(f"{owner}.") for one in keeps)
    if isinstance(value, Passage | Source) and not keeps_some:
        yield f"{owner}s"
        return
    for attribute in fields(type(value)):
        name = attribute.name
        if name in _NOT_FIELDS or not attribute.init or f"{owner}.{name}" in keeps:
            continue
        if name in _ALWAYS.get(owner, ()) or _is_made(value, name):
            continue
        kept_here = getattr(value, name)
        if kept_here is not False and kept_here not in _NOTHING:  # 0.0 is something
            yield _words(type(value), name)
    for other in getattr(value, "data", ()):
        if other != own:
            yield f"data of {other}"


_ALWAYS: Final = {
    "claim": ("id", "text", "passages"),
    "evidence": ("id", "text", "passages"),
    "relation": ("stance", "premises", "target"),
    "source": ("id",),
    "argumentmap": ("sources",),
}
"""What every format keeps, or what is counted by its parts."""

_NOTHING: Final = (None, "", ())


def _is_made(value: object, name: str) -> bool:
    return isinstance(value, Relation) and name == "id" and not value.is_named


def _words(owner: type, name: str) -> str:
    if name in _WORDS:
        return _WORDS[name]
    if name == "set_aside":
        return "sentences set aside"
    if owner is ArgumentMap:
        return f"{name} of the map"
    plural = {"id": "names", "source": "passages", "quote": "quotations"}.get(name)
    words = plural or f"{name.replace('_', ' ').removesuffix('s')}s"
    return f"{words} of {_NAMES[owner]}" if owner in _NAMES else words
