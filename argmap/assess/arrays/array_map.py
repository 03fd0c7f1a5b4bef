"""What of a map decides what stands, as arrays."""

from typing import TYPE_CHECKING, Final

from attrs import frozen

from argmap.model import Stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Truths = NDArray[np.bool_]

STANCES: Final = tuple(Stance)
"""Stances by their numbers."""


@frozen(eq=False)
class ArrayMap:
    """What of a map decides what stands, as arrays.

    Attributes:
        cited: for each node whether it is evidence that cites a source.
        assumed: for each node whether it is a claim that needs no support.
        withdrawn: for each node whether its author took it back.
        stance: for each relation the number of its stance in `STANCES`.
        target: for each relation the number of a node; of a relation where it undercuts; -1 where
            that is missing.
        relation: for each premise the number of the relation that it is a premise of.
        premise: for each premise the number of its node; a restatement has one.
    """

    cited: "Truths"
    assumed: "Truths"
    withdrawn: "Truths"
    stance: "Numbers"
    target: "Numbers"
    relation: "Numbers"
    premise: "Numbers"
