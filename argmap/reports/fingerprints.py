"""Fingerprints of the findings of one report, no two of them equal."""

from collections.abc import Iterable


def numbered(fingerprints: Iterable[str]) -> tuple[str, ...]:
    """Return fingerprints, of equal ones all but the first with a number.

    Programs that recognise findings by their fingerprints show equal ones only once.
    """
    met: dict[str, int] = {}
    unique = []
    for fingerprint in fingerprints:
        met[fingerprint] = met.get(fingerprint, 0) + 1
        number = met[fingerprint]
        unique.append(fingerprint if number == 1 else f"{fingerprint}:{number}")
    return tuple(unique)
