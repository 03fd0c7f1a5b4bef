"""The text of Markdown files."""

import pytest

from argmap.extract.markdown import extract_markdown


def blocks(text: str) -> list[str]:
    """Return the blocks of a text, with `#` before headings."""
    source = extract_markdown(text).source
    return [
        "#" * block.level + " " * bool(block.level) + source.text[block.start : block.end]
        for block in source.blocks
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("# A\n\n## B {#id}\n\nC\n===\n\nD\n---\n", ["# A", "## B", "# C", "## D"]),
        ("a *b* **c** _d_ `e` ~~f~~ [g](u 't') ![h](i) [j][k]\n\n[k]: u", ["a b c d e f g j"]),
        ("a\\*b &amp; &copy; <http://x.org>", ["a*b & © http://x.org"]),
        ("a  \nb\\\nc", ["a\nb\nc"]),
        ("- a\n- b\n\n  c\n  1. d\n", ["a", "b", "c", "d"]),
        ("- [x] a\n- [ ] b", ["a", "b"]),
        ("> a\nb\n>\n> > c", ["a b", "c"]),
        ("> [!NOTE]\n> a", ["a"]),
        ("|a|b|\n|-|:-:|\n|1|*2*|", ["a\tb", "1\t2"]),
        ("    code\n\n```py\nx = 1\ny\n```", ["code", "x = 1\ny"]),
        ("a\n\n***\n\nb", ["a", "b"]),
        ("---\ntitle: x\n---\n\n# A", ["# A"]),
        ("+++\ntitle = 'x'\n+++\n\na", ["a"]),
        ("a <b>b</b> <!-- c --> <span hidden>d</span>\n\n<div>e\n\n*f*</div>", ["a b", "e", "f"]),
        ("a\r\nb\r\rc", ["a b", "c"]),
    ],
)
def test_a_text_is_the_blocks_that_a_reader_of_its_page_sees(
    text: str, expected: list[str]
) -> None:
    assert blocks(text) == expected


def test_footnotes_are_paragraphs_and_their_marks_are_gone() -> None:
    assert blocks("It fell[^n] by 18 percent.\n\n[^n]: A *note*.\n\n    More of it.") == [
        "It fell by 18 percent.",
        "A note.",
        "More of it.",
    ]


def test_lists_may_nest_deep() -> None:
    text = "\n".join(f"{'  ' * depth}- item {depth}" for depth in range(300))
    assert blocks(text) == [f"item {depth}" for depth in range(300)]


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "[^a", "^[", "[a](", "`", "*_", "**a _b", "<", "&", "|a", "> ", "\\", "~~a", "<a "],
)
def test_marks_without_an_end_are_read_to_the_end(piece: str) -> None:
    blocks(piece * 900)
    assert sum("a" in block for block in blocks(f"a{piece}" * 100_000))
