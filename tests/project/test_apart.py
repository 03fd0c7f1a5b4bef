"""PDFs read in a process of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.extract.pdf import extract_pdf
from argmap.extract.problems import NoPdfiumError, SourceTextError
from argmap.project import apart
from argmap.project.apart import read_apart
from tests.extract.pdfs import deflated, lines, pdf, stream, written

ONE = written([lines("One.")])
TOO_MUCH = "the PDF is damaged, or takes too much memory to read; save its text as .txt"


def test_the_text_is_the_same_as_in_this_process() -> None:
    content = written([lines("One \u2014 “two”.", "Three."), lines("Four.")], "/Lang(fr)")
    assert read_apart(content) == extract_pdf(content)


def test_an_error_is_the_same_as_in_this_process() -> None:
    with pytest.raises(SourceTextError, match=r"^the PDF is damaged; get another copy$"):
        read_apart(b"%PDF-")


def test_what_lies_in_the_working_directory_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.syspath_prepend("")
    assert read_apart(ONE).source.text == "One."


def test_without_the_library_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(NoPdfiumError):
        read_apart(ONE)


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LONGEST", 1)
    with pytest.raises(SourceTextError, match=r"^the PDF takes more than 1 seconds to read; save"):
        read_apart(bomb_of_forms())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to the limit")
def test_a_pdf_that_takes_too_much_memory_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_MEMORY", 300_000_000)
    drawing = b"BT /F 9 Tf (hello) Tj ET\n" * 1_000_000
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    content = pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            deflated(drawing),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )
    assert len(content) < 100_000
    with pytest.raises(SourceTextError) as caught:
        read_apart(content)
    assert str(caught.value) == TOO_MUCH


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess([], returncode=-11, stdout=b"", stderr=b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    with pytest.raises(SourceTextError) as caught:
        read_apart(ONE)
    assert str(caught.value) == TOO_MUCH


def test_no_process_at_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/not/there")
    with pytest.raises(SourceTextError) as caught:
        read_apart(ONE)
    message = "no process can be started to read the PDF: no such file or directory; save its text"
    assert str(caught.value) == f"{message} as .txt"


def bomb_of_forms() -> bytes:
    """Return a PDF whose page draws a form ten times, which does so with another, and so on."""
    form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    depth = 12
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            *(stream(b"/X Do " * 10, form % (number + 2)) for number in range(4, 4 + depth)),
            stream(b"BT (x) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
        ]
    )
