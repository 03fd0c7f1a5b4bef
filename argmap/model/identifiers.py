"""The numbers that books are known by: how an ISBN is written, and whether its check digit fits."""

import re
from typing import Final

_PREFIX: Final = re.compile(r"ISBN(?:[-\u2010-\u2013 ]?1[03])?[: ]*", re.IGNORECASE)
_GROUPS: Final = re.compile(r"[0-9](?:[-\u2010-\u2013 ]?[0-9])*(?:[-\u2010-\u2013 ]?[Xx])?")
_SEPARATORS: Final = re.compile(r"[-\u2010-\u2013 ]")
_SHORT: Final = re.compile(r"[0-9]{9}[0-9X]")
_LONG: Final = re.compile(r"97[89][0-9]{10}")
_OLD_LENGTH: Final = 10


def isbn_digits(text: str) -> str:
    """Return the 10 or 13 digits of an ISBN, the last of which may be `X`.

    It may be written with hyphens or blanks, and behind `ISBN`. An empty text is returned for
    what does not have the shape of one; whether the check digit fits is not looked at.
    """
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() if prefix else 0 :].strip()
    if not _GROUPS.fullmatch(rest):
        return ""
    digits = _SEPARATORS.sub("", rest).upper()
    return digits if _SHORT.fullmatch(digits) or _LONG.fullmatch(digits) else ""


def isbn_check_digit(digits: str) -> str:
    """Return the last digit that an ISBN should have by those before it.

    ISO 2108: the weighted sum is divisible by 11 for ten digits, and by 10 for thirteen.

    Args:
        digits: all 10 or 13 of them, as `isbn_digits` returns them.
    """
    values = [int(digit) for digit in digits[:-1]]
    if len(digits) == _OLD_LENGTH:
        rest = sum(weight * value for weight, value in zip(range(10, 1, -1), values, strict=True))
        check = -rest % 11
        return "X" if check == _OLD_LENGTH else str(check)
    return str(-(sum(values[::2]) + 3 * sum(values[1::2])) % 10)


def is_isbn(text: str) -> bool:
    """Say whether a text is an ISBN whose check digit fits."""
    digits = isbn_digits(text)
    return bool(digits) and digits[-1] == isbn_check_digit(digits)
