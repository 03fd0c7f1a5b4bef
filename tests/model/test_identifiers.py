"""The numbers that books are known by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.identifiers import is_isbn, isbn_check_digit, isbn_digits


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("978-0-306-40615-7", "9780306406157"),
        ("9780306406157", "9780306406157"),
        ("978 0 306 40615 7", "9780306406157"),
        ("978\u20110\u20110\u2013306406157", ""),
        ("978\u20130\u2013306\u201340615\u20137", "9780306406157"),
        ("0-306-40615-2", "0306406152"),
        ("0-8044-2957-x", "080442957X"),
        ("ISBN 0-306-40615-2", "0306406152"),
        ("ISBN-13: 978-0-306-40615-7", "9780306406157"),
        ("isbn:0306406152", "0306406152"),
        ("977-0-306-40615-7", ""),
        ("978-0-306--40615-7", ""),
        ("978-0-306-40615", ""),
        ("X-306-40615-2", ""),
        ("978-0-306-40615-7 (hardback)", ""),
        ("", ""),
    ],
)
def test_an_isbn_is_known_by_its_shape(written: str, digits: str) -> None:
    assert isbn_digits(written) == digits


@pytest.mark.parametrize(
    ("digits", "check"), [("9780306406157", "7"), ("0306406152", "2"), ("080442957X", "X")]
)
def test_the_last_digit_follows_from_the_others(digits: str, check: str) -> None:
    assert isbn_check_digit(digits) == check


@given(st.from_regex(r"(97[89])?[0-9]{9}", fullmatch=True), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(digits: str, place: int, more: int) -> None:
    whole = digits + isbn_check_digit(f"{digits}0")
    assert is_isbn(whole)
    place += len(digits) - 9
    wrong = str((int(whole[place]) + more) % 10)
    assert not is_isbn(whole[:place] + wrong + whole[place + 1 :])


@given(st.text(max_size=30) | st.from_regex(r"[-0-9Xx ISBN:]{0,30}", fullmatch=True))
def test_any_text_is_an_isbn_or_not(text: str) -> None:
    assert is_isbn(text) in {True, False}
