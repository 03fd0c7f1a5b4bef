"""Family names in a list of authors as it is printed, in any of the usual ways to print one.

Authors are one text: `Lind, Karin; Okafor, Ngozi`, `Karin Lind and Ngozi Okafor`,
`Lind, K., Okafor, N. & Berg, J.`, `Transport for London`. What is not surely the name of a
person is kept whole. Libraries for parsing names take it for granted that they are given one.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from argmap.model.organisations import WORDS

# Not `\s`: a no-break space ties the words of one name together.
_BLANKS: Final = re.compile(r"[ \t\r\n\u3000]+")
_AROUND: Final = " ;,\uff0c\uff1b\u3001"
_ROLE: Final = re.compile(
    r"(?:[(\[](?:eds?|hrsg|hg)\.?[)\]]|[, ](?:eds?|hrsg|hg)\.?)\Z", re.IGNORECASE
)
_OTHERS: Final = re.compile(r"(?:(?<!\w)(?:et\.? al\.?|and others|u\. ?a\.)|\u7b49)\Z")
_CONJUNCTION: Final = re.compile(r",? (?:&|and|und|et|och|og|y|e|i|en|\u0438) (?=\S)")
_SEVERAL: Final = re.compile("[;\uff1b\u3001]")
_COMMA: Final = re.compile("[,\uff0c]")
_SUFFIX: Final = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?d)\.?", re.IGNORECASE)
_INITIALS: Final = re.compile(r"[^\W\d_](?:\.[- ]?[^\W\d_])*\.|[^\W\d_](?:-?[^\W\d_]){0,2}")
_NOT_OF_A_WORD: Final = re.compile(r"[^\w'\u2019.\u2010-]|[\d_]")
_BEFORE_A_FAMILY_NAME: Final = """
    af al ap av bin d da dal das de degli dei del della den der des di do dos du el ibn la las le
    lo los ten ter van vom von zu zum zur 't
"""
_PARTICLES: Final = frozenset(_BEFORE_A_FAMILY_NAME.split())
_MOST_WORDS: Final = 5
_PAIR: Final = 2


def family_names(author: str) -> tuple[tuple[str, ...], bool]:
    """Return the family names of authors, and whether they are all.

    They are not where the text ends in `et al.` An organisation is returned as it is printed,
    and so is the whole text where it is not sure which parts of it are family names.

    Args:
        author: who made something, as printed; not blank.
    """
    text = _BLANKS.sub(" ", author).strip(_AROUND)
    text = _ROLE.sub("", text).strip(_AROUND) or text
    others = _OTHERS.search(text)
    listed = text[: others.start()].strip(_AROUND) if others else text
    if not listed:
        return (text or author,), True
    if _SEVERAL.search(listed):
        parts = (part.strip(_AROUND) for part in _SEVERAL.split(listed))
        return tuple(family_name(part) for part in parts if part), others is None
    return _of_list(listed), others is None


def family_name(name: str) -> str:
    """Return the family name of one author; the whole name where that is not sure."""
    pieces = _pieces(name)
    if len(pieces) > 1:
        return pieces[0]
    name = pieces[0] if pieces else name
    words = name.split(" ")
    while len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        words = words[:-1]
    if not _is_person(words):
        return name
    if _are_initials(words[-1:]):
        return " ".join(words[:-1])
    particle = next((at for at, word in enumerate(words) if at and word in _PARTICLES), -1)
    return " ".join(words[particle:])


def _of_list(text: str) -> tuple[str, ...]:
    """Return the family names in a list without semicolons."""
    chunks = [_pieces(chunk) for chunk in _CONJUNCTION.split(text)]
    pieces = [piece for chunk in chunks for piece in chunk]
    is_joined = len(chunks) > 1
    if len(pieces) == 1:
        return (family_name(text),)
    return tuple(
        _inverted(chunks)
        or _one_by_one(pieces, is_joined=is_joined)
        or (_first_inverted(pieces) or _alone(pieces) if is_joined else [])
        or _without_case(pieces)
        or [text]
    )


def _pieces(text: str) -> list[str]:
    """Return what stands between commas, without `Jr.` and the like."""
    pieces = (piece.strip() for piece in _COMMA.split(text))
    return [piece for piece in pieces if piece and not _SUFFIX.fullmatch(piece)]


def _inverted(chunks: Sequence[Sequence[str]]) -> list[str]:
    """Read `Lind, Karin` and `Lind, Karin and Okafor, Ngozi`."""
    for chunk in chunks:
        # `Church, Alonzo` is a person, although a church is none.
        if not (
            len(chunk) == _PAIR
            and (_is_family(chunk[0]) or chunk[0].casefold() in WORDS)
            and _is_given(chunk[1])
        ):
            return []
    family, given = (chunks[0][number].split(" ") for number in (0, 1))
    # `Karin Lind, Ngozi Okafor` is two persons, `Brinch Hansen, Per` one: two words each may be
    # either.
    is_sure = len(chunks) > 1 or _are_initials(given) or 1 in {len(_core(family)), len(given)}
    return [chunk[0] for chunk in chunks] if is_sure else []


def _one_by_one(pieces: Sequence[str], *, is_joined: bool) -> list[str]:
    """Read `K. Lind, Ngozi Okafor and J. Berg` and `Lind, K., Okafor, N. & J. Berg`."""
    found: list[str] = []
    has_initials, at = False, 0
    while at < len(pieces):
        following = pieces[at + 1 : at + 2]
        if following and _is_family(pieces[at]) and _are_initials(following):
            found.append(pieces[at])
            has_initials, at = True, at + 2
        elif _is_person(pieces[at].split(" ")):
            found.append(family_name(pieces[at]))
            at += 1
        else:
            return []
    return found if is_joined or has_initials or len(found) > _PAIR else []


def _first_inverted(pieces: Sequence[str]) -> list[str]:
    """Read `Lind, Karin, Ngozi Okafor, and Jan Berg`."""
    first, *others = pieces
    if not (_is_family(first) and _is_given(others[0]) and others[1:]):
        return []
    if not all(_is_person(piece.split(" ")) for piece in others[1:]):
        return []
    return [first, *(family_name(piece) for piece in others[1:])]


def _alone(pieces: Sequence[str]) -> list[str]:
    """Read `Lind, Okafor and van der Berg`."""
    is_sure = all(_is_family(piece) and len(_core(piece.split(" "))) == 1 for piece in pieces)
    return list(pieces) if is_sure else []


def _without_case(pieces: Sequence[str]) -> list[str]:
    """Read names in a script without upper case, such as Chinese, that hold no blanks."""
    if any(not piece.isalpha() or piece.lower() != piece.upper() for piece in pieces):
        return []
    if len(pieces) == _PAIR and 1 in {len(piece) for piece in pieces}:
        return [pieces[0]]  # family name, given name
    return list(pieces)


def _is_person(words: Sequence[str]) -> bool:
    """Say whether words are surely the full name of a person, the family name last."""
    if not _PAIR <= len(words) <= _MOST_WORDS or words[-1] in _PARTICLES:
        return False
    if _are_initials(words[-1:]) and ("." in words[-1] or _are_initials(words[:1])):
        return False  # `J. R.` lacks a family name; `Lind K` does not
    return _is_name(words) and words[0] not in _PARTICLES


def _is_family(text: str) -> bool:
    words = text.split(" ")
    return len(_core(words)) <= _PAIR and _is_name(words) and not _are_initials(words)


def _is_given(text: str) -> bool:
    words = text.split(" ")
    return len(words) <= _PAIR + 1 and _is_name(words)


def _core(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _PARTICLES]


def _is_name(words: Iterable[str]) -> bool:
    """Say whether words can be of a person's name: capitals, and no word of an organisation."""
    core = _core([*words])
    return bool(core) and all(
        word[:1].isupper()
        and not _NOT_OF_A_WORD.search(word)
        and (not word.isupper() or _are_initials([word]))
        and word.casefold() not in WORDS
        for word in core
    )


def _are_initials(words: Sequence[str]) -> bool:
    text = " ".join(words)
    return text.isupper() and _INITIALS.fullmatch(text) is not None
