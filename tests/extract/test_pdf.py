"""The text of PDFs."""

import json
import sys

import pytest

from argmap.extract import pdf as pdf_module
from argmap.extract.apart import answer, understood
from argmap.extract.extracted import Extracted
from argmap.extract.pdf import extract_pdf
from argmap.extract.problems import NoPdfiumError, SourceTextError
from argmap.passages import Block, SourceText, normalise
from tests.extract.pdfs import deflated, lines, pdf, stream, written

CHARGE = lines(
    "The charge cuts car traffic in the zone by eigh-",
    "teen percent, which nobody in the city had ex-",
    "pected of it.",
)


def blocks(content: bytes) -> list[str]:
    source = extract_pdf(content).source
    return [
        "#" * block.level + " " * bool(block.level) + source.text[block.start : block.end]
        for block in source.blocks
    ]


def test_a_pdf_is_its_pages_and_paragraphs() -> None:
    assert extract_pdf(
        written([lines("One."), [], [*lines("Two."), *lines("Three.", top=500)]])
    ) == Extracted(
        SourceText(
            "One.\n\nTwo.\n\nThree.", (Block(0, 4), Block(6, 10), Block(12, 18)), "en", (0, 6, 6)
        )
    )


def test_a_quotation_is_found_over_the_ends_of_lines() -> None:
    text = extract_pdf(written([CHARGE])).source.text
    assert "by eighteen percent, which nobody in the city had expected" in normalise(text)


def test_headings_are_larger_or_bold() -> None:
    page = [*lines("A title", size=20, top=750), *CHARGE]
    assert blocks(written([page]))[0] == "# A title"
    assert blocks(written([page], font="Helvetica-Bold"))[0] == "# A title"


def test_the_size_of_letters_is_as_shown() -> None:
    content = (
        b"BT /F 1 Tf 20 0 0 20 72 750 Tm (A title) Tj ET BT /F 10 Tf 72 700 Td (A text.) Tj ET"
    )
    assert blocks(of_content(stream(content))) == ["# A title", "A text."]


def test_a_page_that_is_shown_turned_is_read_as_shown() -> None:
    across = b"0 1 -1 0 %d 72 Tm"
    content = b" ".join(
        b"BT /F 10 Tf %b (%b) Tj ET" % (across % x, text)
        for x, text in ((100, b"The first line of a text,"), (112, b"its second."), (150, b"New."))
    )
    turned = of_content(stream(content), "/Rotate 90")
    assert blocks(turned) == ["The first line of a text,\nits second.", "New."]


def test_the_language_is_the_one_that_the_file_names() -> None:
    assert [
        extract_pdf(written([CHARGE], f"/Lang({tag})")).language
        for tag in ("de-DE", "", "no tag", "x" * 500)
    ] == ["de-DE", "", "", ""]


def test_a_compressed_page_is_read() -> None:
    assert blocks(of_content(deflated(b"BT /F 10 Tf 72 700 Td (Packed.) Tj ET"))) == ["Packed."]


def test_characters_beyond_the_basic_plane_and_unmapped_ones_do_not_break_it() -> None:
    to_unicode = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <41> <D83DDE00> <42> <D83D> endbfchar endcmap"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    content = of_content(stream(b"BT /F 10 Tf 72 700 Td (xABCx) Tj ET"), "", font, to_unicode)
    (block,) = blocks(content)
    assert block.startswith("x\U0001f600")
    block.encode()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7", "the PDF is damaged; get another copy"),
        (written([CHARGE])[:300], "the PDF is damaged; get another copy"),
        (
            written([[]]),
            "the PDF has no text, but perhaps pictures of it; run text recognition over it",
        ),
        (
            pdf(
                [
                    b"<</Type/Catalog/Pages 2 0 R>>",
                    b"<</Type/Pages/Kids[]/Count 0>>",
                    b"<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (b"00" * 32, b"11" * 32),
                ],
                "/Encrypt 3 0 R/ID[<00><00>]",
            ),
            "the PDF is encrypted; save a copy without a password",
        ),
    ],
)
def test_what_cannot_be_read_is_told(content: bytes, message: str) -> None:
    with pytest.raises(SourceTextError) as caught:
        extract_pdf(content)
    assert str(caught.value) == message


def test_a_damaged_page_is_left_out_and_told() -> None:
    content = written([lines("One."), lines("Two.")]).replace(b"4 0 R 6 0 R]", b"4 0 R 9 0 R]")
    found = extract_pdf(content)
    assert found.source.text == "One."
    assert found.remark == "page 2 is damaged and was left out"


def test_pages_and_characters_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    content = written([lines("One."), lines("Two.")])
    monkeypatch.setattr(pdf_module, "MOST_PAGES", 1)
    with pytest.raises(SourceTextError, match=r"^the PDF has 2 pages, more than 1; split it$"):
        extract_pdf(content)
    monkeypatch.setattr(pdf_module, "MOST_PAGES", 2)
    monkeypatch.setattr(pdf_module, "MOST_CHARACTERS", 7)
    with pytest.raises(SourceTextError, match=r"^the PDF has more than 7 characters; split it$"):
        extract_pdf(content)


def test_without_the_library_a_pdf_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(NoPdfiumError) as caught:
        extract_pdf(written([CHARGE]))
    assert (
        str(caught.value)
        == "reading a PDF needs the package pypdfium2; install it with `pip install 'argmap[pdf]'`"
    )
    assert caught.value.extra == "pdf"


def test_a_text_is_told_to_another_process_as_it_is() -> None:
    content = written([CHARGE, lines("End.")], "/Lang(fr)")
    assert understood(answer(content)) == extract_pdf(content)


def test_an_error_is_told_to_another_process() -> None:
    told = answer(b"%PDF-")
    assert json.loads(told) == {"error": "the PDF is damaged; get another copy"}
    with pytest.raises(SourceTextError, match="damaged"):
        understood(told)


def of_content(
    content: bytes,
    entries: str = "",
    font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    *more: bytes,
) -> bytes:
    """Return a PDF of one page with some content."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R%b"
        b"/Resources<</Font<</F 5 0 R>>>>>>"
    )
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page % entries.encode(),
            content,
            font,
            *map(stream, more),
        ]
    )
