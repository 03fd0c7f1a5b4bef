"""Dung's abstract argumentation: what can be accepted together, of a framework or of a map."""

from argmap.assess.dung.accepting import Acceptance
from argmap.assess.dung.framework import Framework, UnknownArgumentError
from argmap.assess.dung.grounded import Label, grounded_labelling
from argmap.assess.dung.reading import FrameworkFormat, InvalidFrameworkError, read_framework
from argmap.assess.dung.reductions import MapFramework, Reduction, framework_of
from argmap.assess.dung.sat import Limit, UndecidedError
from argmap.assess.dung.semantics import Semantics
from argmap.assess.dung.standing import Standing, Verdict, standings
from argmap.assess.dung.tasks import (
    acceptance,
    count_extensions,
    extension,
    extensions,
    is_credulous,
    is_skeptical,
)
from argmap.assess.dung.too_large import TooLargeError
from argmap.assess.dung.writing import write_framework

__all__ = [
    "Acceptance",
    "Framework",
    "FrameworkFormat",
    "InvalidFrameworkError",
    "Label",
    "Limit",
    "MapFramework",
    "Reduction",
    "Semantics",
    "Standing",
    "TooLargeError",
    "UndecidedError",
    "UnknownArgumentError",
    "Verdict",
    "acceptance",
    "count_extensions",
    "extension",
    "extensions",
    "framework_of",
    "grounded_labelling",
    "is_credulous",
    "is_skeptical",
    "read_framework",
    "standings",
    "write_framework",
]
