"""What kind of file a source is in."""

import pytest

from argmap.extract.kinds import FileKind, kind_of
from argmap.extract.problems import SourceTextError

SAVE_IT = "save it as text, Markdown, HTML or PDF"
GET_IT = "get another copy, or name it for what it is"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"<html>", FileKind.PLAIN),
        ("a.TEXT", b"", FileKind.PLAIN),
        ("texts/a.md", b"# A", FileKind.MARKDOWN),
        ("a.markdown", b"", FileKind.MARKDOWN),
        ("a.html", b"plain", FileKind.HTML),
        ("a.HTM", b"", FileKind.HTML),
        ("a.xhtml", b"<?xml version='1.0'?>", FileKind.HTML),
        ("a.pdf", b"%PDF-1.4", FileKind.PDF),
        ("a.pdf", b"\njunk before %PDF-1.4", FileKind.PDF),
        ("a.txt", b"%PDF-1.4", FileKind.PDF),
        ("README", b"words", FileKind.PLAIN),
        ("a.log", b"words", FileKind.PLAIN),
        ("page", b"\xef\xbb\xbf \n<!DOCTYPE HTML>", FileKind.HTML),
        ("page.php", b"<html lang=en>", FileKind.HTML),
        ("", b"", FileKind.PLAIN),
    ],
)
def test_a_kind_is_told_by_name_and_beginning(name: str, content: bytes, kind: FileKind) -> None:
    assert kind_of(name, content) is kind


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.pdf",
            b"PK\x03\x04",
            f"it is a zip archive, as Word, OpenDocument and EPUB files are; {SAVE_IT}",
        ),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0",
            f"it is a file of an old Office; {SAVE_IT}",
        ),
        (
            "a.txt",
            b"{\\rtf1",
            f"it is a rich text file; {SAVE_IT}",
        ),
        (
            "a.pdf",
            b"<!doctype html><title>Not found</title>",
            f"it is an HTML page, as for a failed download; {GET_IT}",
        ),
        ("a.pdf", b"", f"it is no PDF; {GET_IT}"),
    ],
)
def test_a_file_of_another_kind_is_refused(name: str, content: bytes, message: str) -> None:
    with pytest.raises(SourceTextError) as caught:
        kind_of(name, content)
    assert str(caught.value) == message
