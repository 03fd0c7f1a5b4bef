"""A map made from bytes: any ids, any ends, hostile words; also circles and missing nodes."""

from typing import Final

from attrs import evolve

from argmap.findings import InvalidValueError
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source, Stance
from tests.fuzz.supply import Supply

_STANCES: Final = tuple(Stance)


def map_of(supply: Supply) -> ArgumentMap:
    """Make a map of up to twenty nodes; what the model refuses is left out."""
    names = [supply.text() or str(number) for number in range(1 + supply.number(5))]
    nodes: list[Claim | Evidence] = []
    relations: list[Relation] = []
    for _ in range(supply.number(20)):
        try:
            nodes.append(_node(supply, supply.one_of(names)))
        except InvalidValueError:
            continue
    for _ in range(supply.number(20)):
        known = (*names, *(one.id for one in relations))
        ends = [supply.one_of(known) for _ in range(2 + supply.number(2))]
        try:
            made = Relation(supply.one_of(_STANCES), tuple(ends[1:]), ends[0])
            name = supply.text()
            relations.append(evolve(made, id=name) if name else made)
        except InvalidValueError:
            continue
    sources = (Source(names[0], supply.text(), url=supply.text(), doi=supply.text()),)
    return ArgumentMap(supply.text(), nodes=nodes, relations=relations, sources=sources)


def _node(supply: Supply, name: str) -> Claim | Evidence:
    said, kind = supply.text(), supply.text()
    section = supply.one_of((None, supply.text()))
    passages = (Passage(name, quote=supply.text() or None),) if supply.number(2) == 0 else ()
    if supply.number(1):
        return Evidence(name, said, type=kind, section=section, passages=passages)
    assumed = supply.one_of((None, supply.text()))
    return Claim(
        name, said, type=kind, section=section, assumed=assumed, main=supply.number(3) == 0
    )
