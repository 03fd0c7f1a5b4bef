"""Frameworks of abstract arguments (Dung 1995) as maps, in and out."""

from attrs import evolve

from argmap.assess.dung.framework import Framework
from argmap.assess.dung.reading import FrameworkFormat, InvalidFrameworkError, read_framework
from argmap.assess.dung.writing import write_framework
from argmap.findings import Finding
from argmap.formats.format import Loss, Written
from argmap.formats.losses import losses
from argmap.model import ArgumentMap, Claim, Relation, Stance
from argmap.text import TextFile


def read_as(file: TextFile, form: FrameworkFormat) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a framework: a claim for each argument, and a contrast for each attack.

    A text that is none is read as a whole or not at all; then the map is empty.
    """
    try:
        framework = read_framework(file, form)
    except InvalidFrameworkError as error:
        return ArgumentMap(), tuple(evolve(one, rule="invalid-file") for one in error.findings)
    span = file.span(0, min(1, len(file.text)))
    nodes = [Claim(name, name, span=span) for name in framework.names]
    relations = [
        Relation(Stance.CONTRASTS, (source,), target, span=span)
        for source, target in framework.pairs()
    ]
    return ArgumentMap(nodes=nodes, relations=relations), ()


def write_as(argument_map: ArgumentMap, form: FrameworkFormat) -> Written:
    """Write the nodes of a map and what contrasts among them.

    Raises:
        InvalidValueError: for an id that no argument can be called in that format.
    """
    names = list(dict.fromkeys(node.id for node in argument_map.nodes))
    known = frozenset(names)
    attacks = [
        (one.premises[0], one.target)
        for one in argument_map.relations
        if one.stance is Stance.CONTRASTS
        and not one.is_linked
        and known.issuperset((*one.premises, one.target))
    ]
    framework = Framework.from_pairs(names, attacks)
    supports = sum(one.stance is Stance.SUPPORTS for one in argument_map.relations)
    texts = sum(node.text != node.id for node in argument_map.nodes)
    more = [
        Loss(what, count)
        for what, count in (("supporting relations", supports), ("texts of nodes", texts))
        if count
    ]
    return Written(write_framework(framework, form), losses(argument_map, (), form.value, more))
