"""The text of a source, from the bytes of a file of any kind."""

import random
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.extract.extracted import Extracted
from argmap.extract.problems import SourceTextError
from argmap.extract.source import extract
from argmap.passages import Block, SourceText
from tests.extract.pdfs import lines, written

SUFFIXES = ("txt", "md", "html", "pdf", "")
PIECES = (
    *("word", " ", "\n", "\n\n", "\r\n", "\t", "é", "交通", "\u00ad", "\u2028", "\0", "\ufeff"),
    *(
        "# ",
        "- ",
        "> ",
        "```",
        "|a|b|\n|-|-|\n",
        "[^1]",
        "[^1]: ",
        "---\n",
        "[a](b)",
        "&nbsp;",
        "<",
    ),
    *("<p>", "</p>", "<h1>", "</h1>", "<td>", "<tr>", "<table>", "<pre>", "</pre>", "<br>", "<q>"),
    *("<script>", "</script>", "<div hidden>", "</div>", "<!--", "-->", "<meta charset=utf-16>"),
)
SOME_PDF = written([lines("One.", "Two"), lines("three.")])


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "a.txt",
            b"Part\r\n\r\nOne.\r\n\r\nTwo.",
            SourceText("Part\n\nOne.\n\nTwo.", (Block(0, 4, 1), Block(6, 10), Block(12, 16))),
        ),
        ("a.md", b"# Part\n\n*One.*", SourceText("Part\n\nOne.", (Block(0, 4, 1), Block(6, 10)))),
        (
            "a.html",
            b"<html lang=fr><h1>Part</h1>One.",
            SourceText("Part\n\nOne.", (Block(0, 4, 1), Block(6, 10))),
        ),
        (
            "a.pdf",
            written([lines("One.")], "/Lang(fr)"),
            SourceText("One.", (Block(0, 4),), pages=(0,)),
        ),
        ("a.txt", b"", SourceText("", ())),
        ("a.html", b"", SourceText("", ())),
        ("a.md", b"", SourceText("", ())),
    ],
)
def test_each_kind_of_file_is_read(name: str, content: bytes, expected: SourceText) -> None:
    assert extract(name, content).source == expected


def test_the_language_that_a_file_names_is_told() -> None:
    assert extract("a.html", b"<html lang=fr>Oui.").language == "fr"
    assert extract("a.html", b"<p>Oui.").language == ""


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    content = "<meta charset=koi8-r><p>Плата".encode("koi8-r")
    assert extract("a.html", content) == Extracted(SourceText("Плата", (Block(0, 5),)))


def test_a_guess_is_told() -> None:
    remark = "was read as windows-1252, a guess; save it as UTF-8"
    assert extract("a.md", "**Où?**".encode("cp1252")) == Extracted(
        SourceText("Où?", (Block(0, 3),)), remark=remark
    )


def test_no_library_is_loaded_before_a_file_asks_for_it() -> None:
    code = "import sys, argmap.extract; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded.isdisjoint({"chardet", "lxml", "pyromark", "pypdfium2", "subprocess"})


@given(st.sampled_from(SUFFIXES), st.binary(max_size=300))
def test_any_bytes_are_a_text_or_an_error(suffix: str, content: bytes) -> None:
    holds(f"a.{suffix}", content)


@given(
    st.sampled_from(SUFFIXES),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["utf-8", "utf-16", "cp1252", "shift_jis"]),
)
@example("html", "<pre>\n \x0b\n</pre>", "utf-8")
def test_any_marks_are_a_text_or_an_error(suffix: str, text: str, encoding: str) -> None:
    holds(f"a.{suffix}", text.encode(encoding, "ignore"))


@given(st.integers(0, 2**32), st.integers(1, 20))
def test_any_damage_to_a_pdf_leaves_a_text_or_an_error(seed: int, count: int) -> None:
    content = bytearray(SOME_PDF)
    places = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(count):
        content[places.randrange(5, len(content))] = places.randrange(256)
    holds("a.pdf", bytes(content))


def holds(name: str, content: bytes) -> None:
    """Check that blocks are in order, apart, not blank and without white space around them."""
    try:
        source = extract(name, content).source
    except SourceTextError:
        return
    end = 0
    for block in source.blocks:
        assert end <= block.start < block.end <= len(source.text)
        text = source.text[block.start : block.end]
        assert text == text.strip() != ""
        end = block.end
    assert "\r" not in source.text
    assert list(source.pages) == sorted(source.pages)
    assert all(0 <= page <= len(source.text) for page in source.pages)
