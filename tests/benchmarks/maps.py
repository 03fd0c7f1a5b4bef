"""Maps of any size that look like what people write."""

import random
from typing import Final

from attrs import evolve

from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source, Stance

_SYLLABLES: Final = ("ba", "con", "den", "fer", "gal", "in", "lo", "mar", "ne", "pro", "ta", "vi")


def sentence(number: int, words: int = 14) -> str:
    """Return a sentence for a number, always the same one, of some 2,000 made-up words."""
    dice = random.Random(number)  # noqa: S311 - not for secrets
    chosen = ("".join(dice.choices(_SYLLABLES, k=dice.randint(1, 3))) for _ in range(words))
    return f"{' '.join(chosen).capitalize()}."


def tree(nodes: int, children: int = 4) -> ArgumentMap:
    """Return a map of claims in a tree, with evidence and here and there a contrast."""
    claims = nodes // 2
    return ArgumentMap(
        f"A debate of {nodes} nodes",
        language="en",
        nodes=[
            *(Claim(f"claim-{n}", sentence(n), type="fact", main=n == 0) for n in range(claims)),
            *(
                Evidence(
                    f"evidence-{n}",
                    sentence(n + claims),
                    type="statistic",
                    passages=[Passage("report", page=str(n + 1))],
                )
                for n in range(nodes - claims)
            ),
        ],
        relations=[
            *(
                Relation(
                    Stance.CONTRASTS if n % 7 == 0 else Stance.SUPPORTS,
                    f"claim-{n}",
                    f"claim-{(n - 1) // children}",
                )
                for n in range(1, claims)
            ),
            *(
                Relation(Stance.SUPPORTS, f"evidence-{n}", f"claim-{n % max(1, claims)}")
                for n in range(nodes - claims)
            ),
        ],
        sources=[Source("report", "Annual report", author="City", date="2007")],
    )


def crossed(nodes: int) -> ArgumentMap:
    """Return the map of `tree` with more relations to claims far off, two for every ten nodes."""
    the_map = tree(nodes)
    claims = nodes // 2
    dice = random.Random(nodes)  # noqa: S311 - not for secrets
    more = (
        Relation(Stance.SUPPORTS, f"evidence-{n}", f"claim-{dice.randrange(claims)}")
        for n in range(0, nodes - claims, 5)
    )
    known = {relation.id for relation in the_map.relations}
    return evolve(
        the_map,
        relations=[*the_map.relations, *(one for one in more if one.id not in known)],
    )


def star(premises: int) -> ArgumentMap:
    """Return one claim with many premises."""
    return ArgumentMap(
        f"A star of {premises} premises",
        nodes=[
            Claim("middle", "All of these speak for it.", main=True),
            *(
                Evidence(f"evidence-{n}", sentence(n), passages=[Passage("report")])
                for n in range(premises)
            ),
        ],
        relations=[Relation(Stance.SUPPORTS, f"evidence-{n}", "middle") for n in range(premises)],
        sources=[Source("report", "Annual report")],
    )
