"""Maps made in few words, and random ones."""

import random
from collections.abc import Iterator

from attrs import evolve

from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation, Stance

_SIGNS = {"+": "supports", "-": "contrasts", "/": "undercuts", "=": "restates"}


def map_of(nodes: str, *relations: str) -> ArgumentMap:
    """Make a map: `a-map("a B c!", "B+a", "c&a-a as r", "B/r")`.

    Small letters are claims, those with `!` are assumed, capital letters are evidence with a
    source, those with `?` are withdrawn.
    """
    return ArgumentMap(
        nodes=[_node(word) for word in nodes.split()],
        relations=[_relation(word) for word in relations],
    )


def _node(word: str) -> Node:
    name = word[0]
    withdrawn = "it was wrong" if "?" in word else None
    if name.isupper():
        return Evidence(name, "Found.", passages=[Passage("report")], withdrawn=withdrawn)
    assumed = "it is said" if "!" in word else None
    return Claim(name, "Said.", assumed=assumed, withdrawn=withdrawn)


def _relation(word: str) -> Relation:
    step, _, name = word.partition(" as ")
    sign = next(sign for sign in _SIGNS if sign in step)
    premises, _, target = step.partition(sign)
    relation = Relation(Stance(_SIGNS[sign]), premises.split("&"), target)
    return evolve(relation, id=name) if name else relation


def random_maps(number: int, seed: int) -> Iterator[ArgumentMap]:
    """Give random maps with all kinds of relations, circles of support among them."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(number):
        names = "abcde"[: dice.randint(1, 5)]
        nodes = " ".join(
            name + dice.choice(["", "", "!", "!", "?"][: dice.randint(2, 5)]) for name in names
        )
        relations: list[str] = []
        for at in range(dice.randint(0, 7)):
            sign = dice.choice("+++--/=")
            if sign == "/" and at == 0:
                continue
            premises = dice.sample(names, min(len(names), dice.choice([1, 1, 2])))
            if sign == "=":
                premises = premises[:1]
            target = f"r{dice.randrange(at)}" if sign == "/" else dice.choice(names)
            relations.append(f"{'&'.join(premises)}{sign}{target} as r{at}")
        yield map_of(nodes, *relations)


def plain_maps(number: int, seed: int) -> Iterator[ArgumentMap]:
    """Give random maps of support and attack between single claims."""
    dice = random.Random(seed)  # noqa: S311 - the same
    for _ in range(number):
        names = "abcdef"[: dice.randint(2, 6)]
        relations = [
            f"{one}{sign}{other}"
            for one in names
            for other in names
            if one != other and (sign := dice.choice("+-    ")) != " "
        ]
        yield map_of(" ".join(name + dice.choice(["", "!"]) for name in names), *relations)
