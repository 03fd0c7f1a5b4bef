"""The kinds of flags that reviewers raise, and what each weighs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from argmap.findings import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


@frozen
class FlagKind:
    """What can be wrong with a node or a relation, to the eye of a reviewer.

    Attributes:
        name: the word for it.
        severity: what an open flag of this kind weighs.
        about: what it says, in one sentence.
    """

    name: str
    severity: Severity
    about: str


FLAGS: Final[Mapping[str, FlagKind]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            FlagKind("unsupported", _E, "nothing that is put forward supports it"),
            FlagKind("failed-verification", _E, "the source does not say it"),
            FlagKind("wrong-stance", _E, "it speaks for what it is put against, or the reverse"),
            FlagKind("unclear", _W, "it can be read in several ways"),
            FlagKind("not-a-claim", _W, "it asserts nothing"),
            FlagKind("compound", _W, "it says several things that need support of their own"),
            FlagKind("duplicate", _W, "something else in the map says the same"),
            FlagKind("unrelated", _W, "it has no bearing on what it is put forward for"),
            FlagKind("weak-source", _W, "its source cannot carry it"),
            FlagKind("outdated", _W, "it was true once"),
            FlagKind("missing-contrast", _I, "what speaks against it is left out"),
        )
    }
)
"""All kinds of flags, the heaviest first."""
