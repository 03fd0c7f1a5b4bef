"""Dung's abstract argumentation: what can be accepted together, of a framework or of a map."""

from argmap.assess.dung.framework import Framework, UnknownArgumentError
from argmap.assess.dung.grounded import Label, grounded_labelling
from argmap.assess.dung.sat import Limit, NoSolverError, UndecidedError
from argmap.assess.dung.semantics import Semantics
from argmap.assess.dung.tasks import (
    Acceptance,
    acceptance,
    count_extensions,
    extension,
    extensions,
    is_credulous,
    is_skeptical,
)

__all__ = [
    "Acceptance",
    "Framework",
    "Label",
    "Limit",
    "NoSolverError",
    "Semantics",
    "UndecidedError",
    "UnknownArgumentError",
    "acceptance",
    "count_extensions",
    "extension",
    "extensions",
    "grounded_labelling",
    "is_credulous",
    "is_skeptical",
]
