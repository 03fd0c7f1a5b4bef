"""What of a part is in some complete extension, by few questions for all of its arguments."""

from argmap.assess.dung.components import Part
from argmap.assess.dung.encoding import is_in
from argmap.assess.dung.sat import Oracle


def add_credulous(part: Part, oracle: Oracle, found: set[int]) -> None:
    """Add to a set of places what some model has in, until no model has anything more.

    Every question asks for as many arguments as can be that were in no model before.

    Args:
        part: undecided arguments.
        oracle: about complete or stable labellings of it; its preferences are changed.
        found: what is known to be in some; what was found is in it when the limit is reached.

    Raises:
        UndecidedError: when the limit was reached first.
    """
    places = range(len(part.members))
    while missing := [place for place in places if place not in found]:
        more = oracle.new_variable()
        oracle.add([-more, *map(is_in, missing)])
        oracle.prefer([is_in(place) * (-1 if place in found else 1) for place in places])
        model = oracle.model((more,))
        oracle.add([-more])
        if model is None:
            break
        found.update(place for place in places if model[is_in(place) - 1] > 0)
    oracle.prefer(list(map(is_in, places)))
