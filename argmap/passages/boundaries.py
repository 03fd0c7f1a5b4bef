"""Where a quotation may begin and end without cutting a word or a number in two.

Beside the inside of a word, these are refused, because what is cut off changes what is said:
the rest of a number (`18` of `18.5`, of `18-20`, of `1 000`), its sign (`5` of `-5`), a part of a
word with a hyphen or an apostrophe (`aggression` of `non-aggression`, `can` of `can't`), some of
several dots, and the negation of a word in scripts without blanks.
"""

import re
from typing import Final

from attrs import frozen

from argmap.passages.normal_text import NormalText
from argmap.passages.scripts import is_mark, is_of_word, is_unspaced

_JOINERS: Final = "\u200c\u200d"
_IN_NUMBERS: Final = ".,:/'\u2044"  # `1/2` has a fraction slash when it was one character
_GROUP: Final = 3
_GROUP_BEFORE: Final = re.compile(r"(?<!\d)\d{1,3}\Z")
_GROUP_AFTER: Final = re.compile(r"\d{3}(?!\d)")
_EM_DASHES: Final = "\u2014\u2015"
_EN_DASHES: Final = "\u2012\u2013\u2212"
_NO_BREAK: Final = "\u00a0\u2007\u2009\u202f"
_NEGATING_BEFORE: Final = ("不", "没", "沒", "未", "非", "無", "无", "ไม่", "មិន")
_NEGATING_AFTER: Final = ("ない", "なかった", "ません")
_LONGEST_NEGATION: Final = 4


@frozen
class Boundaries:
    """The places of a text at which a quotation may begin or end.

    Attributes:
        normal: the normalised text; all places are in it.
        original: the text before that, which still tells a dash from a hyphen.
    """

    normal: NormalText
    original: str

    def may_hold(self, start: int, end: int) -> bool:
        """Say whether the characters from `start` up to `end` are whole words."""
        return self.may_start(start) and self.may_end(end)

    def may_start(self, at: int) -> bool:
        """Say whether a quotation may begin at a place."""
        text = self.normal.text
        if not 0 < at < len(text):
            return at == 0
        if self._is_inside(at) or self._follows_a_sign(at):
            return False
        before = text[max(0, at - _LONGEST_NEGATION) : at]
        denies = before.endswith(_NEGATING_BEFORE) and is_unspaced(text[at])
        return not denies and not self.normal.is_within_character(at)

    def may_end(self, at: int) -> bool:
        """Say whether a quotation may end before a place."""
        text = self.normal.text
        if not 0 < at < len(text):
            return at == len(text)
        if self._is_inside(at) or self._precedes_an_ending(at):
            return False
        after = text[at : at + _LONGEST_NEGATION]
        denies = after.startswith(_NEGATING_AFTER) and is_unspaced(text[at - 1])
        return not denies and not self.normal.is_within_character(at)

    def _is_inside(self, at: int) -> bool:
        """Say whether a place is inside a word or a number."""
        text = self.normal.text
        before, after = text[at - 1], text[at]
        if before == " " or after == " ":
            return self._joins(at if after == " " else at - 1)
        if is_mark(after) or before in _JOINERS or after in _JOINERS or before == after == ".":
            return True
        if is_of_word(before):
            if not is_of_word(after):
                return self._joins(at)
            if is_unspaced(before) or is_unspaced(after):
                return before.isnumeric() and after.isnumeric()
            return True
        return is_of_word(after) and self._joins(at - 1)

    def _joins(self, at: int) -> bool:
        """Say whether the character at a place makes one word or number of what is beside it."""
        text = self.normal.text
        sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
        are_numbers = before.isnumeric() and after.isnumeric()
        if not are_numbers and (sign != "-" or not (is_of_word(before) and is_of_word(after))):
            return False
        if sign == "-":
            dash = self._originally(at)
            return dash not in _EM_DASHES and (are_numbers or dash not in _EN_DASHES)
        if sign == " ":
            return are_numbers and (self._originally(at) in _NO_BREAK or self._is_in_groups(at))
        return are_numbers and sign in _IN_NUMBERS

    def _follows_a_sign(self, at: int) -> bool:
        """Say whether a number begins at a place, and its sign or decimal point before that."""
        text = self.normal.text
        if not text[at].isnumeric() or text[at - 1] not in "-.,":
            return False
        is_first = at == 1 or not is_of_word(text[at - 2])
        return is_first and self._originally(at - 1) not in _EM_DASHES

    def _precedes_an_ending(self, at: int) -> bool:
        """Say whether a word has an ending after an apostrophe, other than `'s`, at a place."""
        text = self.normal.text
        if text[at] != "'" or not is_of_word(text[at - 1]) or not is_of_word(text[at + 1 : at + 2]):
            return False
        return text[at + 1] != "s" or is_of_word(text[at + 2 : at + 3])

    def _is_in_groups(self, at: int) -> bool:
        """Say whether a blank divides a number into groups of three figures."""
        text = self.normal.text
        before, after = text[max(0, at - _GROUP - 1) : at], text[at + 1 : at + _GROUP + 2]
        return _GROUP_BEFORE.search(before) is not None and _GROUP_AFTER.match(after) is not None

    def _originally(self, at: int) -> str:
        start, end = self.normal.original(at, at + 1)
        return self.original[start:end]
