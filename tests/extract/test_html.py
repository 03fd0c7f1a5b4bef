"""The text of HTML pages."""

import pytest

from argmap.extract.html import DEEPEST, declared_codec, extract_html
from argmap.extract.problems import SourceTextError


def blocks(page: str) -> list[str]:
    """Return the blocks of a page, with `#` before headings."""
    source = extract_html(page).source
    return [
        "#" * block.level + " " * bool(block.level) + source.text[block.start : block.end]
        for block in source.blocks
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", []),
        ("text alone", ["text alone"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<h1>A</h1><p>b</p><h3>C <em>d</em></h3>", ["# A", "b", "### C d"]),
        ("<h1>A<div>b</div></h1>c", ["# A", "# b", "c"]),
        ("<h1>A<h2>B</h2>c</h1>d", ["# A", "## B", "# c", "d"]),
        ("<ul><li>a<li>b <ol><li>c</ol> d</ul>", ["a", "b", "c", "d"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("<blockquote>a<p>b</blockquote>c", ["a", "b", "c"]),
        ("<p>a<b>b</b> <i> c</i>\n\td</p>", ["ab c d"]),
        ("<p>a<br>b<br/>c</p>", ["a\nb\nc"]),
        ("<p>a<br> <br>b</p>", ["a", "b"]),
        ("<table><tr><th>a<th>b</tr><tr><td>1<td><b>2</b></table>", ["a\tb", "1\t2"]),
        ("<table><caption>t</caption><tr><td><p>a</p><p>b</p><td>c</table>d", list("tabcd")),
        ("<pre>a\n  b\n\n\nc</pre>d\ne", ["a\n  b", "c", "d e"]),
        ("<p>a&nbsp;b &amp; &eacute; &#x2014; &#8212; &lt;p&gt; &unknown;", None),
        ("<p>&nbsp;</p><p> </p>a", ["a"]),
        ("<p>so <q>quoted <q>twice</q></q>.", ["so “quoted “twice””."]),
        ("<p>H<sub>2</sub>O, x<sup>2</sup>", ["H2O, x2"]),
        ("a<wbr>b", ["ab"]),
        ("<p title='a>b'>c", ["c"]),
        ("<a href=x>a<div>b</div></a>c", ["a", "b", "c"]),
        ("<!-- a --><p>b<!-- c -->d", ["bd"]),
        ("<p>a &lt;b&gt; <![CDATA[c]]>d", ["a <b> d"]),
        ("<o:p>Word</o:p>", ["Word"]),
        ("a\r\nb\rc", ["a b c"]),
        ("<pre>a\r\nb\rc&#13;d</pre>", ["a\nb\nc\nd"]),
    ],
)
def test_a_page_is_the_blocks_that_a_reader_sees(page: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = ["a\xa0b & é — — <p> &unknown;"]
    assert blocks(page) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>no</script>",
        "<style>no</style>",
        "<head><title>no</title></head>",
        "<nav><ul><li>no</ul></nav>",
        "<div role=navigation>no</div>",
        "<template><p>no</template>",
        "<p hidden>no</p>",
        "<div style='color: red; DISPLAY : none'><p>no</p>no</div>",
        "<span style=visibility:hidden>no</span>",
        "<noscript>no</noscript>",
        "<iframe>no</iframe>",
        "<textarea>no</textarea><button>no</button><select><option>no</select>",
        "<svg><title>no</title><text>no</text></svg>",
        "<video>no</video><audio>no</audio><canvas>no</canvas><object>no</object>",
        "<dialog>no</dialog>",
        "<!-- no -->",
        "<img alt=no><input value=no>",
        "<ruby><rp>no</rp><rt>no</rt></ruby>",
    ],
)
def test_what_is_not_seen_is_left_out(hidden: str) -> None:
    assert blocks(f"{hidden}<p>yes</p>") == ["yes"]


def test_an_open_dialog_and_what_only_looks_hidden_is_seen() -> None:
    assert blocks("<dialog open>a</dialog><p style='display: nonesuch;x: y'>b") == ["a"]


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n1'>[1]</a></sup>",
        "<a href='#n1'><sup>1</sup></a>",
        "<sup class='reference'>[2]</sup>",
        "<a role=doc-noteref href=notes.html>3</a>",
        "<a class='x footnote-ref' href=notes.html>4</a>",
    ],
)
def test_the_mark_of_a_note_is_left_out(mark: str) -> None:
    assert blocks(f"<p>The charge cut traffic{mark} by 18 percent.") == [
        "The charge cut traffic by 18 percent."
    ]


def test_a_link_within_the_page_and_a_power_are_no_marks_of_notes() -> None:
    assert blocks("<p>See <a href='#x'>below</a>: 2<sup>3</sup>.") == ["See below: 23."]


def test_the_language_is_that_of_the_page() -> None:
    assert [
        extract_html(page).language
        for page in (
            "<html lang=de-AT><p lang=fr>x",
            "<html xml:lang='pt-BR'>x",
            "<body lang=ru>x",
            "<p lang=fr>x",
            "<html lang='no tag'>x",
        )
    ] == ["de-AT", "pt-BR", "ru", "", ""]


@pytest.mark.parametrize(
    ("page", "codec"),
    [
        (b"<meta charset=koi8-r>", "koi8-r"),
        (b'<META Charset = "ISO-8859-1">', "cp1252"),
        (b'<meta http-equiv=content-type content="text/html; charset=Shift_JIS">', "cp932"),
        (b"<?xml version='1.0' encoding='windows-1251'?><html>", "cp1251"),
        (b"<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5hkscs"),
        (b"<p>charset=koi8-r", ""),
        (b" " * 5000 + b"<meta charset=koi8-r>", ""),
    ],
)
def test_the_encoding_that_a_page_declares_is_found(page: bytes, codec: str) -> None:
    assert declared_codec(page) == codec


def test_blocks_are_divided_by_a_blank_line() -> None:
    assert extract_html("<h1>A</h1><p>b<p>c").source.text == "A\n\nb\n\nc"


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote><p"])
def test_elements_that_nest_too_deep_are_refused(tag: str) -> None:
    with pytest.raises(SourceTextError, match=r"^its elements nest deeper than 1000; save the"):
        extract_html(f"<{tag}>" * 100_000)


def test_elements_may_nest_deep() -> None:
    depth = DEEPEST - 2  # html and body
    assert blocks("<b>" * depth + "deep") == ["deep"]


@pytest.mark.parametrize(
    "piece",
    [
        "<p>",
        "<",
        "&",
        "<!--",
        "</p>",
        "<p a=1 b>",
        "<br>",
        "<tr><td>x",
        "<b>x</i></b>",
        "x" * 20,
        ";display",
        "<p style=';  '>",
    ],
)
def test_long_pages_of_one_sign_are_read_to_the_end(piece: str) -> None:
    source = extract_html(f"{piece * 100_000}").source
    assert all(0 <= block.start <= block.end <= len(source.text) for block in source.blocks)
