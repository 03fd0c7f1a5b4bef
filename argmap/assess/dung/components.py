"""What the grounded labelling leaves open, in parts that know nothing of each other."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from attrs import frozen

from argmap.assess.dung.framework import Framework
from argmap.assess.dung.grounded import Label


@frozen
class Part:
    """Some undecided arguments, and the attacks among them.

    The other attackers of an undecided argument are out, so that they do not count.

    Attributes:
        members: the numbers of the arguments, ascending.
        attackers: for each of them its attackers, by their places in `members`.
    """

    members: tuple[int, ...]
    attackers: tuple[tuple[int, ...], ...]

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each member, by its number."""
        return {number: place for place, number in enumerate(self.members)}

    def numbers(self, places: Iterable[int]) -> list[int]:
        """Return the numbers of the arguments at some places."""
        return [self.members[place] for place in places]


def parts(framework: Framework, labels: bytearray) -> list[Part]:
    """Split the undecided arguments by weakly connected components.

    Extensions under every semantics here are made of one extension of each part (the grounded
    one joined to all of them), but that there is no stable one if any part has none.
    """
    undecided = Label.UNDECIDED.value
    seen = bytearray(map(bool, labels))
    found = []
    attackers, attacked = framework.attackers, framework.attacked
    for first, label in enumerate(labels):
        if label != undecided or seen[first]:
            continue
        seen[first] = 1
        members = [first]
        for member in members:  # grows while it is read
            for neighbours in (attackers[member], attacked[member]):
                for other in neighbours:
                    if not seen[other]:
                        seen[other] = 1
                        members.append(other)
        found.append(_part_of(framework, labels, members))
    return found


def cone(part: Part, place: int) -> list[int]:
    """Return the places of what a member of a part hangs on: itself and all that lead to it.

    Complete, preferred and ideal semantics are directional (Baroni & Giacomin 2007): whether
    the member is accepted is decided there. Stable and semi-stable ones are not.
    """
    seen, reached = {place}, [place]
    for member in reached:  # grows while it is read
        for attacker in part.attackers[member]:
            if attacker not in seen:
                seen.add(attacker)
                reached.append(attacker)
    return reached


def sub_part(part: Part, places: Sequence[int]) -> Part:
    """Return the part that the members at some places make, with all their attackers."""
    ordered = sorted(places)
    moved = {place: at for at, place in enumerate(ordered)}
    attackers = (tuple(moved[attacker] for attacker in part.attackers[place]) for place in ordered)
    return Part(tuple(part.numbers(ordered)), tuple(attackers))


def _part_of(framework: Framework, labels: bytearray, members: Sequence[int]) -> Part:
    """Return the part that some undecided arguments make."""
    ordered = tuple(sorted(members))
    places = {number: place for place, number in enumerate(ordered)}
    undecided = Label.UNDECIDED.value
    attackers = tuple(
        tuple(
            dict.fromkeys(
                places[attacker]
                for attacker in framework.attackers[number]
                if labels[attacker] == undecided
            )
        )
        for number in ordered
    )
    return Part(ordered, attackers)
