"""What stands of maps under a semantics of Dung's, as text and as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from argmap.assess.dung.reductions import Reduction
from argmap.assess.dung.semantics import Semantics
from argmap.assess.dung.standing import Standing, Verdict
from argmap.model import ArgumentMap, Claim
from argmap.reports.printable import folded


def _standings(values: Iterable[Standing]) -> tuple[Standing, ...]:
    return tuple(values)


@frozen
class MapStandings:
    """What stands of one map.

    Attributes:
        name: what the map is called.
        map: the map.
        semantics: what can be accepted together.
        reduction: how support was read.
        standings: of each node, in the order of the map.
    """

    name: str
    map: ArgumentMap
    semantics: Semantics
    reduction: Reduction
    standings: tuple[Standing, ...] = field(converter=_standings)

    @property
    def has_unknown(self) -> bool:
        """Whether the limit was reached before all was decided."""
        return any(one.verdict is Verdict.UNKNOWN for one in self.standings)


def standings_text(maps: Sequence[MapStandings]) -> str:
    """Return what stands of maps as people read it: a line for each node.

    The columns: in some extension, in all of them, both in a word, the id.
    """
    return "\n".join(map(_block, maps))


def standings_json(maps: Sequence[MapStandings]) -> str:
    """Return what stands of maps as JSON: `{"version": 1, "maps": […]}`."""
    report = {
        "version": 1,
        "maps": [
            {
                "name": one.name,
                "title": one.map.title,
                "semantics": one.semantics,
                "reduction": one.reduction,
                "nodes": [
                    {
                        "id": standing.node.id,
                        "kind": _kind(standing),
                        "credulous": standing.credulous,
                        "skeptical": standing.skeptical,
                        "verdict": standing.verdict,
                    }
                    for standing in one.standings
                ],
            }
            for one in maps
        ],
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _block(one: MapStandings) -> str:
    numbers = Counter(standing.verdict for standing in one.standings)
    summary = ", ".join(f"{numbers[verdict]} {verdict}" for verdict in Verdict if numbers[verdict])
    lines = [
        f"{folded(one.name)}: {one.semantics} semantics, {one.reduction} reduction",
        f"  {'in some':<9}{'in all':<8}{'verdict':<14}id",
        *(_line(standing) for standing in one.standings),
        f"  {summary}" if summary else "  the map has no nodes",
    ]
    if numbers[Verdict.NO_EXTENSION]:
        lines.append(
            f"  there is no {one.semantics} extension, so that nothing can be said; "
            "take semi-stable or preferred semantics"
        )
    return "".join(f"{line}\n" for line in lines)


def _line(standing: Standing) -> str:
    some, every = _word(standing.credulous), _word(standing.skeptical)
    return f"  {some:<9}{every:<8}{standing.verdict:<14}{folded(standing.node.id)}"


def _word(answer: bool | None) -> str:  # noqa: FBT001 - an answer, not a switch
    return "-" if answer is None else "yes" if answer else "no"


def _kind(standing: Standing) -> str:
    return "claim" if isinstance(standing.node, Claim) else "evidence"
