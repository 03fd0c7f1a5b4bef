"""Argumentation schemes (Walton, Reed & Macagno 2008) as AIF names them, and as people do."""

import re
from types import MappingProxyType
from typing import Final

from argmap.model import Stance

TYPES: Final = MappingProxyType(
    {
        Stance.SUPPORTS: "RA",
        Stance.CONTRASTS: "CA",
        Stance.UNDERCUTS: "CA",
        Stance.RESTATES: "MA",
    }
)
"""The types of nodes that steps of an argument are."""

DEFAULTS: Final = MappingProxyType(
    {
        "RA": ("Default Inference", "72"),
        "CA": ("Default Conflict", "71"),
        "MA": ("Default Rephrase", "144"),
    }
)
"""The name and the number, in AIFdb, of a step that follows no scheme in particular."""

_KNOWN: Final = (
    ("1", "Analogy", "analogy"),
    ("4", "CauseToEffect", "cause to effect"),
    ("6", "Commitment", "commitment"),
    ("7", "CorrelationToCause", "correlation to cause"),
    ("14", "Example", "example"),
    ("15", "ExpertOpinion", "expert opinion"),
    ("19", "Ignorance", "ignorance"),
    ("23", "PopularOpinion", "popular opinion"),
    ("26", "PositionToKnow", "position to know"),
    ("28", "PracticalReasoning", "practical reasoning"),
    ("30", "Sign", "sign"),
    ("31", "VerbalClassification", "verbal classification"),
    ("61", "EstablishedRule", "established rule"),
    ("160", "ArgumentFromAuthority", "argument from authority"),
)
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_HASHED: Final = re.compile(r"[A-Z]{2}_[0-9a-f]{8,}")
_BY_LETTERS: Final = MappingProxyType({known[1].casefold(): known for known in _KNOWN})
_BY_NUMBER: Final = MappingProxyType({known[0]: known for known in _KNOWN})
_NONE: Final = frozenset(
    (
        "",
        "ra",
        "ca",
        "ma",
        "none",
        "null",
        *(_NO_LETTERS.sub("", name).casefold() for name, _ in DEFAULTS.values()),
    )
)


def scheme_of(text: object, scheme: object, number: str) -> str | None:
    """Return the scheme that a step follows, as people write it; None where it is the default.

    Args:
        text: the text of its node.
        scheme: its field `scheme`, which counts before the text.
        number: its number in AIFdb, which counts where there is no name; may be empty.
    """
    for name in (scheme, text):
        if isinstance(name, str) and not _HASHED.fullmatch(name):
            letters = _letters(name)
            if letters in _BY_LETTERS:
                return _BY_LETTERS[letters][2]
            if letters not in _NONE:
                return " ".join(name.split())
    return _BY_NUMBER[number][2] if number in _BY_NUMBER else None


def aif_scheme(scheme: str | None, kind: str) -> tuple[str, str]:
    """Return the name that AIF has for a scheme, and its number in AIFdb, which may be empty.

    Args:
        scheme: as people write it; None for the default.
        kind: the type of the node.
    """
    if scheme is None or not scheme.strip():
        return DEFAULTS[kind]
    known = _BY_LETTERS.get(_letters(scheme))
    if known is None:
        return scheme, ""
    return " ".join(
        word.capitalize() if word != "to" else "To" for word in known[2].split()
    ), known[0]


def is_of_another(kind: str, text: object, scheme: object, number: str) -> bool:
    """Say whether a step's scheme is the default one of a step of another type."""
    for other, (name, default) in DEFAULTS.items():
        if other == kind:
            continue
        words = (other.casefold(), _letters(name))
        if number == default or any(
            isinstance(one, str) and _letters(one) in words for one in (text, scheme)
        ):
            return True
    return False


def _letters(name: str) -> str:
    return _NO_LETTERS.sub("", name).casefold()
