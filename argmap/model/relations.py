"""Relations: what a node does for or against another."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from attrs import Factory, field, frozen

from argmap.findings import InvalidValueError
from argmap.model.data import NO_DATA, Data
from argmap.model.fields import NOWHERE, between_0_and_1, not_empty, texts
from argmap.text import Span


class Stance(StrEnum):
    """What the premises of a relation do to its target.

    `supports` and `contrasts` (a rebuttal) speak for and against the target being true.
    `undercuts` denies that a step holds, not that its end is false (Pollock 1987).
    `restates` says the same in other words.
    """

    SUPPORTS = "supports"
    CONTRASTS = "contrasts"
    UNDERCUTS = "undercuts"
    RESTATES = "restates"


_LINK: Final = " + "


def id_from_ends(stance: Stance, premises: tuple[str, ...], target: str) -> str:
    """Return the id of a relation that its author gave none.

    It holds blanks, which no id of an author does: `a + b supports c`.
    """
    return f"{_LINK.join(premises)} {stance} {target}"


@frozen
class Relation:
    """One step of an argument.

    Attributes:
        stance: what the premises do to the target.
        premises: ids of nodes; several are linked, they count only together.
        target: the id of a node, or of a relation where the stance is `undercuts`.
        id: the author's, or made from the ends as in `a + b supports c`.
        scheme: the argumentation scheme that the step follows (Walton, Reed & Macagno 2008).
        because: the warrant, that is why the premises bear on the target (Toulmin 1958).
        strength: how much the step carries, from 0 to 1.
        data: what other tools keep with it, by the names of formats.

    Raises:
        InvalidValueError: without premises, or with several that restate.
    """

    stance: Stance = field(converter=Stance)
    premises: tuple[str, ...] = field(converter=texts)
    target: str = field(validator=not_empty)
    id: str = field(
        default=Factory(
            lambda relation: id_from_ends(relation.stance, relation.premises, relation.target),
            takes_self=True,
        ),
        kw_only=True,
        validator=not_empty,
    )
    scheme: str | None = field(default=None, kw_only=True)
    because: str | None = field(default=None, kw_only=True)
    strength: float | None = field(default=None, kw_only=True, validator=between_0_and_1)
    data: Data = field(default=NO_DATA, kw_only=True, hash=False)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)

    @premises.validator
    def _has_premises(self, _attribute: object, premises: tuple[str, ...]) -> None:
        if not premises or not all(premises):
            message = f"a relation that {self.stance} needs at least one premise"
            raise InvalidValueError(message)
        if self.stance is Stance.RESTATES and len(premises) > 1:
            message = "only one node at a time restates another"
            raise InvalidValueError(message)

    @property
    def is_named(self) -> bool:
        """Whether its author gave it an id of its own."""
        return self.id != id_from_ends(self.stance, self.premises, self.target)

    @property
    def is_linked(self) -> bool:
        """Whether several premises count only together."""
        return len(self.premises) > 1
