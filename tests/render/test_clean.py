import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.clean import clean, language_tag, safe_link


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("plain", "plain"),
        ("a\x00b\x1bc\x7fd", "a\ufffdb\ufffdc\ufffdd"),
        ("two\nlines\r\nand\ta tab\u2028end", "two lines and a tab end"),
        ("half \ud800 and \ufffe \uffff", "half \ufffd and \ufffd \ufffd"),
        ("\u202egnp.exe\u202c", "\ufffdgnp.exe\ufffd"),
        ("\u2066isolated\u2069 \u200f", "\u2066isolated\u2069 \u200f"),
    ],
)
def test_what_cannot_be_drawn_is_shown_as_a_replacement_character(given: str, shown: str) -> None:
    assert clean(given) == shown


@given(st.text(st.characters()))
def test_clean_text_is_legal_in_xml_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    cleaned.encode()
    assert not any(letter < " " for letter in cleaned)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c&d#e",
        "HTTP://example.org",
        "mailto:a@example.org",
        "texts/article.txt",
        "../article.txt",
        "a/b:c",
    ],
)
def test_links_to_the_web_to_people_and_beside_the_picture_are_safe(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        None,
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/a",
        "/etc/passwd",
        "\\\\server\\share",
        "#top",
        "https://[broken",
        "3:x",
    ],
)
def test_other_links_are_dropped(address: str | None) -> None:
    assert safe_link(address) == ""


def test_only_language_tags_are_written_as_such() -> None:
    given = ["en", "pt-BR", "zh-Hant-TW", "", None, 'en" onload="x', "a", "e" * 9]
    assert [*map(language_tag, given)] == ["en", "pt-BR", "zh-Hant-TW", "", "", "", "", ""]
