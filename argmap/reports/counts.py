"""How many of everything a map has: by kind, by type, by status."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import asdict, field, frozen

from argmap.assess import Assessment
from argmap.model import ArgumentMap, Stance
from argmap.reports.checked import counted

if TYPE_CHECKING:
    from argmap.review import Review
from argmap.reports.printable import folded

_NO_TYPE: Final = "no type"
_FLAGGED: Final = "flagged"


@frozen
class Counts:
    """The numbers of one map, or of several together.

    Attributes:
        name: what the map is called; `total` for several.
        title: its title.
        claims: claims by type, the most frequent first.
        claims_by_status: claims by status.
        evidence: evidence by type.
        evidence_by_status: evidence by status.
        relations: relations by stance.
        sources: how many sources are declared.
        passages: how many passages nodes point to.
        reviews: nodes by how their review stands, and those with open flags as `flagged`; empty
            where there are no reviews.
    """

    name: str
    title: str
    claims: Mapping[str, int]
    claims_by_status: Mapping[str, int]
    evidence: Mapping[str, int]
    evidence_by_status: Mapping[str, int]
    relations: Mapping[str, int]
    sources: int
    passages: int
    reviews: Mapping[str, int] = field(factory=dict)


def count(
    name: str, argument_map: ArgumentMap, assessment: Assessment, reviews: "Iterable[Review]" = ()
) -> Counts:
    """Count what a map is made of, and how its reviews stand where there are some."""
    claims, evidence = argument_map.claims, argument_map.evidence
    stances = Counter(str(relation.stance) for relation in argument_map.relations)
    return Counts(
        name=name,
        title=argument_map.title,
        claims=_frequent(claim.type or _NO_TYPE for claim in claims),
        claims_by_status=_frequent(str(assessment.status(claim.id)) for claim in claims),
        evidence=_frequent(one.type or _NO_TYPE for one in evidence),
        evidence_by_status=_frequent(str(assessment.status(one.id)) for one in evidence),
        relations={str(stance): stances[stance] for stance in Stance if stances[stance]},
        sources=len(argument_map.sources),
        passages=sum(len(node.passages) for node in argument_map.nodes),
        reviews=_of_reviews(argument_map, assessment, tuple(reviews)),
    )


def total(counts: Sequence[Counts]) -> Counts:
    """Add the numbers of several maps."""
    return Counts(
        name="total",
        title=counted(len(counts), "map"),
        claims=_added(one.claims for one in counts),
        claims_by_status=_added(one.claims_by_status for one in counts),
        evidence=_added(one.evidence for one in counts),
        evidence_by_status=_added(one.evidence_by_status for one in counts),
        relations=_added(one.relations for one in counts),
        sources=sum(one.sources for one in counts),
        passages=sum(one.passages for one in counts),
        reviews=_added(one.reviews for one in counts),
    )


def counts_text(counts: Sequence[Counts]) -> str:
    """Return the numbers of maps as people read them, with a total where there are several."""
    several = (*counts, total(counts)) if len(counts) > 1 else counts
    return "\n".join(map(_block, several))


def counts_json(counts: Sequence[Counts]) -> str:
    """Return the numbers of maps as JSON: `{"version": 1, "maps": […], "total": {…}}`.

    The keys of each are those of `Counts`.
    """
    report = {
        "version": 1,
        "maps": [asdict(one) for one in counts],
        "total": asdict(total(counts)),
    }
    return json.dumps(report, indent=2) + "\n"


def _block(counts: Counts) -> str:
    lines = [
        f"{folded(counts.name)}: {folded(counts.title)}" if counts.title else folded(counts.name),
        _line("claims", counts.claims),
        _line("", counts.claims_by_status),
        _line("evidence", counts.evidence),
        _line("", counts.evidence_by_status),
        _line("relations", counts.relations),
        f"  {'sources':<10}{counts.sources:>6}",
        f"  {'passages':<10}{counts.passages:>6}",
        *([_reviewed(counts.reviews)] if counts.reviews else []),
    ]
    return "".join(f"{line}\n" for line in lines if line.strip())


def _line(heading: str, numbers: Mapping[str, int]) -> str:
    if not heading and not numbers:
        return ""
    parts = ", ".join(f"{number} {folded(word)}" for word, number in numbers.items())
    amount = f"{sum(numbers.values()):>6}" if heading else " " * 6
    return f"  {heading:<10}{amount}   {parts}".rstrip()


def _of_reviews(
    argument_map: ArgumentMap, assessment: Assessment, reviews: "Sequence[Review]"
) -> dict[str, int]:
    if not reviews:
        return {}
    # Most maps have no reviews; they are spared what reads them.
    from argmap.review import State, standings_of  # noqa: PLC0415

    standings = standings_of(argument_map, reviews, assessment)
    states = Counter(one.state for one in standings)
    found = {str(state): states[state] for state in State if states[state]}
    flagged = sum(one.is_flagged for one in standings)
    return {**found, _FLAGGED: flagged} if flagged else found


def _reviewed(numbers: Mapping[str, int]) -> str:
    """Count the nodes that somebody has reviewed; flags come on top."""
    from argmap.review import State  # noqa: PLC0415 - as in _of_reviews

    seen = sum(numbers.values()) - numbers.get(State.NEW, 0) - numbers.get(_FLAGGED, 0)
    parts = ", ".join(f"{number} {word}" for word, number in numbers.items())
    return f"  {'reviewed':<10}{seen:>6}   {parts}"


def _frequent(words: Iterable[str]) -> dict[str, int]:
    """Count words, the most frequent first, equals by the alphabet."""
    return dict(sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0])))


def _added(several: Iterable[Mapping[str, int]]) -> dict[str, int]:
    added: Counter[str] = Counter()
    for one in several:
        added.update(one)
    return dict(sorted(added.items(), key=lambda pair: (-pair[1], pair[0])))
