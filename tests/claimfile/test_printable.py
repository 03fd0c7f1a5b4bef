"""What Python can print needs no closer look: a claim file takes it as it is."""

import re

from argmap.claimfile import document, scalars

EVERY = "".join(map(chr, range(0x110000)))


def test_a_claim_file_may_have_all_that_python_can_print() -> None:
    printed = "".join(filter(str.isprintable, EVERY))
    assert re.search(document._FORBIDDEN, printed) is None
    assert re.fullmatch(scalars._ON_ONE_LINE, printed)
    assert re.fullmatch(scalars._ON_LINES, printed)
    assert re.findall(scalars._UNSAFE_IN_QUOTES, printed) == ['"', "\\"]
    assert re.search(scalars._UNSAFE_IN_JSON, printed) is None


def test_most_of_the_rest_is_escaped() -> None:
    assert scalars.one_line("a\x07b") == '"a\\x07b"'
    assert scalars.one_line("no\u00a0break: it") == '"no\u00a0break: it"'
    assert scalars.one_line('\u00a0"') == "'\u00a0\"'"
    assert scalars.escaped_in_json("a\n\x7f") == "a\n\\u007f"
    assert scalars.block("a\n\x07\n") is None
