"""What a reviewer should look at next: what no verdict covers, the most load-bearing first."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from argmap.assess import Assessment, Status
from argmap.model import ArgumentMap
from argmap.review.standing import Standing, State, standings_of
from argmap.review.values import Review
from argmap.review.weight import weigh

_ORDER: Final = (
    State.CONTESTED,
    State.STALE,
    State.SUSPECT,
    State.NEW,
    State.REJECTED,
    State.ACCEPTED,
)


@frozen
class Task:
    """A node that a reviewer should look at.

    Attributes:
        standing: how its review stands.
        status: what stands in the map.
        why: the reasons, in words.
        is_main: whether it is a main claim.
        resting: how many main claims it is or supports, directly or further.
        falling: how many main claims fall with it.
    """

    standing: Standing
    status: Status
    why: tuple[str, ...]
    is_main: bool = False
    resting: int = 0
    falling: int = 0

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """What tasks are sorted by.

        Open flags where main claims are supported, then how many main claims fall with it and
        rest on it, then how its review stands.
        """
        is_urgent = self.standing.is_flagged and self.resting > 0
        state = _ORDER.index(self.standing.state)
        return not is_urgent, -self.falling, -self.resting, state


def agenda(
    argument_map: ArgumentMap,
    reviews: Iterable[Review],
    assessment: Assessment,
    *,
    reviewer: str | None = None,
    among: Collection[str] | None = None,
) -> tuple[Task, ...]:
    """Return what there is to review, the most load-bearing first.

    Those are nodes that nobody has reviewed as they stand, on which reviewers differ, or with
    open flags; for one reviewer those on which they gave no verdict as they stand. What is
    withdrawn is left out.

    Args:
        argument_map: the map.
        reviews: what reviewers say of it.
        assessment: what stands in it.
        reviewer: the name of one reviewer; None for all together.
        among: ids of nodes, where only some count.
    """
    several = tuple(reviews)
    weights = weigh(argument_map, assessment)
    own = None if reviewer is None else _own(argument_map, several, reviewer)
    tasks = []
    for standing in standings_of(argument_map, several, assessment):
        node = standing.node
        if node.withdrawn is not None or (among is not None and node.id not in among):
            continue
        reasons = _reasons(standing) if own is None else _own_reasons(standing, own)
        why = tuple(reasons)
        if why:
            tasks.append(
                Task(
                    standing,
                    assessment.status(node.id),
                    (*why, *_flags(standing)) if own is not None else why,
                    node.id in weights.mains,
                    weights.resting.get(node.id, 0),
                    weights.falling.get(node.id, 0),
                )
            )
    return tuple(sorted(tasks, key=lambda task: task.rank))


def _reasons(standing: Standing) -> Iterator[str]:
    """Give the reasons why somebody should look at a node; none where nobody has to."""
    match standing.state:
        case State.NEW:
            yield "nobody has reviewed it"
        case State.STALE:
            yield f"reworded since {_names(standing.stale)} reviewed it"
        case State.SUSPECT:
            yield f"its argument changed since {_names(standing.suspect)} reviewed it"
        case State.CONTESTED:
            yield "reviewers differ"
    yield from _flags(standing)


def _own_reasons(standing: Standing, own: Mapping[str, Review]) -> Iterator[str]:
    """Give the reason why one reviewer should look at a node; none where they did."""
    review = own.get(standing.node.id)
    verdict = None if review is None else review.verdict
    if review is None or verdict is None:
        yield "not reviewed yet"
    elif verdict.says != standing.now.says:
        yield f"reworded since {review.reviewer} reviewed it"
    elif verdict.rests_on != standing.now.rests_on:
        yield f"its argument changed since {review.reviewer} reviewed it"


def _flags(standing: Standing) -> Iterator[str]:
    for one in standing.flags:
        settled = f", and {one.settled}" if one.settled else ""
        yield f"{one.reviewer} flags it as {one.flag.kind}{settled}"


def _own(
    argument_map: ArgumentMap, reviews: Sequence[Review], reviewer: str
) -> Mapping[str, Review]:
    """Return what one reviewer says, by the ids that nodes have now."""
    nodes, name = argument_map.nodes_by_id, reviewer.casefold()
    return {
        nodes[one.node].id: one
        for one in reviews
        if one.node in nodes and one.reviewer.casefold() == name
    }


def _names(reviews: Sequence[Review]) -> str:
    *most, last = [one.reviewer for one in reviews]
    return f"{', '.join(most)} and {last}" if most else last
