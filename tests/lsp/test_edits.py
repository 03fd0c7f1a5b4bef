"""Changes of a text as edits of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="needs pygls")

from lsprotocol.types import Position, Range, TextEdit

from argmap.lsp import edits as module
from argmap.lsp.edits import edits
from argmap.lsp.positions import Positions
from argmap.text import TextFile

TEXTS = st.lists(st.sampled_from(["a", "b", "\u2028é", "🌍", ""]), max_size=8).map("\r\n".join)


def applied(text: str, made: list[TextEdit]) -> str:
    """Return a text with edits, as an editor makes them."""
    file, positions = TextFile("a", text), Positions()
    for one in reversed(made):
        start = positions.offset(file, one.range.start)
        end = positions.offset(file, one.range.end)
        text = text[:start] + one.new_text + text[end:]
    return text


def test_only_lines_that_differ_are_touched() -> None:
    file = TextFile("a", "1\n2\n3\n4\n5\n")
    assert edits(file, "1\nx\n3\n4\ny\nz\n", Positions()) == [
        TextEdit(Range(Position(1, 0), Position(2, 0)), "x\n"),
        TextEdit(Range(Position(4, 0), Position(5, 0)), "y\nz\n"),
    ]


@given(TEXTS, TEXTS)
def test_the_edits_make_the_one_text_of_the_other(before: str, after: str) -> None:
    assert applied(before, edits(TextFile("a", before), after, Positions())) == after


def test_where_many_lines_differ_they_are_exchanged_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST_LINES", 3)
    file = TextFile("a", "1\n2\n3\n4\n")
    assert edits(file, "1\nx\n3\ny\n", Positions()) == [
        TextEdit(Range(Position(1, 0), Position(4, 0)), "x\n3\ny\n")
    ]
