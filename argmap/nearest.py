"""The word that somebody most likely meant: what a message suggests for a mistyped name."""

import re
from collections.abc import Iterable
from typing import Final

_LEAST_LIKENESS: Final = 62.0  # of 100; measured on mistyped keys and slugs
_LONGEST: Final = 200  # a longer word is no slip of the keyboard, and comparing costs its length
_SHORTEST: Final = 4  # letters; of shorter words, too many are one letter from another word
_PART: Final = re.compile(r"[-.]")


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that is most like a word, or an empty text where none is much like it.

    Upper case, `_` and blanks count as lower case and `-`. Of equals the first is taken.
    The likeness is that of the longest common subsequence (indel distance).
    """
    # rapidfuzz is needed only when something is wrong; a clean check starts faster without.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    if not 0 < len(word) <= _LONGEST:
        return ""
    # A tuple, because rapidfuzz would look at the values of a mapping.
    found = process.extractOne(
        word, tuple(candidates), scorer=fuzz.ratio, processor=_folded, score_cutoff=_LEAST_LIKENESS
    )
    return found[0] if found else ""


def hint(word: str, candidates: Iterable[str]) -> str:
    """Return what a message adds for a name that is not there: the nearest, or all there are."""
    known = tuple(candidates)
    meant = nearest(word, known)
    return f"did you mean '{meant}'?" if meant else f"there are {', '.join(known) or 'none'}"


def _folded(word: str) -> str:
    return word[: 2 * _LONGEST].casefold().replace("_", "-").replace(" ", "-")


def is_slip(word: str, meant: str, candidates: Iterable[str]) -> bool:
    """Say whether a word is surely a candidate, mistyped, so that it may be put in its place.

    It is where one letter is missing, too many, another one, or has changed places with the next;
    where only case, blanks and `_` differ; if no other candidate is as near. It is not for a
    first letter (`legal` is not `illegal`), for figures (`counts-2003` is not `counts-2004`), for
    a short word (`men` is not `man`), or where the word begins two candidates (`support`).

    Args:
        word: what is written.
        meant: the candidate, as `nearest` gives it.
        candidates: all of them.
    """
    from rapidfuzz import process  # noqa: PLC0415 - as above
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    if not (word and meant) or len(word) > _LONGEST or not _is_one_slip(word, meant):
        return False
    others = tuple(one for one in candidates if one != meant)
    folded = _folded(word)
    if any(_folded(one).startswith(folded) for one in others):
        return False
    near = process.extractOne(word, others, scorer=OSA.distance, processor=_folded, score_cutoff=1)
    return near is None


def _is_one_slip(word: str, meant: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    one, other = _folded(word), _folded(meant)
    if one == other:
        return True
    if OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    parts, others = _PART.split(one), _PART.split(other)
    if len(parts) != len(others):  # a hyphen is missing or too many, or is another letter
        return "".join(parts) == "".join(others)
    changed = [pair for pair in zip(parts, others, strict=True) if pair[0] != pair[1]]
    if len(changed) != 1:
        return False
    written, right = changed[0]
    return (
        len(right) >= _SHORTEST
        and written[:1] == right[0]
        and not any(map(str.isdigit, written + right))
    )
