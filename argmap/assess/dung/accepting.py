"""What is accepted of the arguments of one part, all of them together."""

from attrs import field, frozen

from argmap.assess.dung.components import Part
from argmap.assess.dung.credulous import add_credulous
from argmap.assess.dung.encoding import is_in
from argmap.assess.dung.sat import Limit, Oracle, UndecidedError
from argmap.assess.dung.searching import met, new_oracle, search
from argmap.assess.dung.semantics import Semantics


@frozen
class Acceptance:
    """Whether an argument is in some extension, and whether it is in all.

    Attributes:
        credulous: it is in some extension; None where that is not known.
        skeptical: it is in all of them; None where that is not known. Where there is no
            extension at all, it is true of everything and says nothing.
    """

    credulous: bool | None
    skeptical: bool | None


def acceptance_of(part: Part, semantics: Semantics, limit: Limit) -> list[Acceptance]:
    """Return what is accepted in a part, by places, as if there were extensions of all others.

    An argument is asked about only when no extension met before has answered.

    Args:
        part: undecided arguments.
        semantics: what an extension is.
        limit: when to give up; what is not known then is None.

    Raises:
        MissingPackageError: without python-sat.
    """
    places = range(len(part.members))
    if semantics in {Semantics.GROUNDED, Semantics.IDEAL}:
        try:
            only = search(part, semantics, limit) or frozenset()
        except UndecidedError:
            return [Acceptance(None, None) for _ in places]
        return [Acceptance(place in only, place in only) for place in places]
    with new_oracle(part, semantics, limit) as oracle:
        asked = _Asked(part, semantics, limit, oracle)
        is_known = asked.ask_for_all()
        credulous = [
            place in asked.in_some if is_known else asked.is_credulous(place) for place in places
        ]
        skeptical = [
            False if credulous[place] is False else asked.is_skeptical(place) for place in places
        ]
    return [Acceptance(*answer) for answer in zip(credulous, skeptical, strict=True)]


@frozen
class _Asked:
    """A part with the extensions that were met so far: what is in some, and what in all."""

    part: Part
    semantics: Semantics
    limit: Limit
    oracle: Oracle
    in_some: set[int] = field(init=False, factory=set)
    in_all: set[int] = field(init=False)

    @in_all.default
    def _all(self) -> set[int]:
        return set(range(len(self.part.members)))

    def ask_for_all(self) -> bool:
        """Note what is in some extension where that takes few questions; say if that was all."""
        if self.semantics is Semantics.SEMI_STABLE:
            return False
        try:
            add_credulous(self.part, self.oracle, self.in_some)
        except UndecidedError:
            return False
        return True

    def is_credulous(self, place: int) -> bool | None:
        if place not in self.in_some and not self._ask(is_in(place)):
            return None
        return place in self.in_some

    def is_skeptical(self, place: int) -> bool | None:
        if self.semantics is Semantics.COMPLETE:
            return False  # the grounded one is among them
        if place in self.in_all and not self._ask(-is_in(place)):
            return None
        return place in self.in_all

    def _ask(self, literal: int) -> bool:
        """Look for an extension, note all that are met, and say whether there was time."""
        if self.limit():
            return False
        try:
            if self.semantics is Semantics.SEMI_STABLE:
                with new_oracle(self.part, self.semantics, self.limit) as oracle:
                    self._note(oracle, literal)
            else:
                # An extension without much of what was in all so far spares many questions.
                self.oracle.prefer([-is_in(place) for place in self.in_all])
                self._note(self.oracle, literal)
        except UndecidedError:
            return False
        return True

    def _note(self, oracle: Oracle, literal: int) -> None:
        for found in met(self.part, self.semantics, oracle, literal):
            self.in_some.update(found)
            self.in_all.intersection_update(found)
