"""The texts of the sources of maps, from files."""

import hashlib
import os
import sys
from pathlib import Path

import pytest
from attrs import evolve

from argmap.extract.at_hand import NoText, TextAtHand, Why
from argmap.findings import UsageError
from argmap.passages import Block, SourceText
from argmap.project import LoadedMap, Project, load_maps, loads
from argmap.project import source_texts as module
from argmap.project.source_texts import SourceTexts, texts_of
from tests.extract.pdfs import lines, written

OUTSIDE = "it lies outside of the project; put a copy inside, or give it with --text"
MISSING = "there is no such file; put it there, or give it with --text"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")


def lay(path: str, content: bytes = b"One.") -> str:
    """Write a file, and return its SHA-256."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def lay_map(path: str, **files: str) -> tuple[LoadedMap, ...]:
    """Write a map with a source for each file."""
    sources = "".join(f"  {name}: {{title: A, file: {file!r}}}\n" for name, file in files.items())
    lay(path, f"sources:\n{sources}".encode())
    return load_maps(Project(Path.cwd()))


def text_of(file: str) -> TextAtHand | NoText:
    return SourceTexts(Project(Path.cwd())).of(lay_map("claims/a/a.yaml", s=file))[0]["s"]


def test_a_file_lies_beside_its_map() -> None:
    sha256 = lay("claims/a/texts/one.txt")
    assert text_of("texts/one.txt") == TextAtHand(
        "claims/a/texts/one.txt", sha256, SourceText("One.", (Block(0, 4),))
    )


def test_the_file_of_a_map_that_is_one_file_lies_beside_it() -> None:
    lay("claims/one.txt")
    maps = lay_map("claims/a.yaml", s="one.txt")
    (texts,) = SourceTexts(Project(Path.cwd())).of(maps)
    assert isinstance(texts["s"], TextAtHand)


def test_a_file_may_lie_elsewhere_in_the_project() -> None:
    lay("texts/one.txt")
    found = text_of("../../texts/one.txt")
    assert isinstance(found, TextAtHand)
    assert found.path == "texts/one.txt"


def test_each_map_has_its_own_sources() -> None:
    lay("claims/a/one.txt", b"One.")
    lay("claims/b/one.txt", b"Two.")
    lay_map("claims/a/a.yaml", s="one.txt")
    maps = lay_map("claims/b/b.yaml", s="one.txt", t="one.txt")
    found = SourceTexts(Project(Path.cwd())).of(maps)
    assert [
        {name: text.source.text for name, text in texts.items() if isinstance(text, TextAtHand)}
        for texts in found
    ] == [{"s": "One."}, {"s": "Two.", "t": "Two."}]


def test_a_source_without_a_file_has_no_text() -> None:
    lay("claims/a/a.yaml", b"sources: {s: {title: A}}")
    assert SourceTexts(Project(Path.cwd())).of(load_maps(Project(Path.cwd()))) == (
        {"s": NoText(Why.NO_FILE)},
    )


def test_a_map_that_is_not_on_the_disk_is_at_the_root() -> None:
    lay("one.txt")
    the_map, _ = loads("sources: {s: {title: A, file: one.txt}}")
    ((found,),) = (
        texts.values() for texts in SourceTexts(Project(Path.cwd())).of([LoadedMap("", the_map)])
    )
    assert isinstance(found, TextAtHand)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("language: nl, file: one.html", "nl"),
        ("file: one.html", "fr"),
        ("file: one.txt", "de"),
    ],
)
def test_the_language_is_the_sources_or_the_files_or_the_maps(declared: str, expected: str) -> None:
    lay("one.html", b"<html lang=fr>Oui.")
    lay("one.txt", b"Ja.")
    the_map, _ = loads(f"map: {{language: de}}\nsources: {{s: {{title: A, {declared}}}}}")
    (texts,) = SourceTexts(Project(Path.cwd())).of([LoadedMap("", the_map)])
    found = texts["s"]
    assert isinstance(found, TextAtHand)
    assert found.source.language == expected


@pytest.mark.parametrize(
    "file", ["../../../out.txt", "{parent}/out.txt", "link.txt", "dir/out.txt"]
)
def test_a_file_outside_of_the_project_is_not_read(file: str) -> None:
    lay("../out.txt")
    Path("claims/a").mkdir(parents=True)
    Path("claims/a/link.txt").symlink_to("../../../out.txt")
    Path("claims/a/dir").symlink_to("../../..")
    found = text_of(file.format(parent=Path.cwd().parent))
    assert isinstance(found, NoText)
    assert (found.why, found.message) == (Why.OUTSIDE, OUTSIDE)


def test_outside_of_the_project_nothing_tells_what_is_there() -> None:
    found = text_of("../../../not-there.txt")
    assert found == NoText(Why.OUTSIDE, OUTSIDE, "../not-there.txt")


def test_a_link_within_the_project_is_followed() -> None:
    lay("texts/one.txt")
    Path("claims/a").mkdir(parents=True)
    Path("claims/a/link.txt").symlink_to("../../texts/one.txt")
    assert isinstance(text_of("link.txt"), TextAtHand)


def test_a_map_outside_of_the_project_has_its_files_beside_it() -> None:
    lay("../other/one.txt")
    lay("../out.txt")
    lay(
        "../other/a.yaml",
        b"sources: {s: {title: A, file: one.txt}, t: {title: B, file: ../out.txt}}",
    )
    project = Project(Path.cwd())
    (texts,) = SourceTexts(project).of(load_maps(project, [Path("../other")]))
    assert isinstance(texts["s"], TextAtHand)
    assert texts["t"] == NoText(Why.OUTSIDE, OUTSIDE, "../out.txt")


@pytest.mark.parametrize("file", ["not-there.txt", "no/dir/one.txt", "a\0b"])
def test_a_file_that_is_not_there_is_told(file: str) -> None:
    the_map, _ = loads("sources: {s: {title: A}}")
    source = evolve(the_map.sources[0], file=file)
    maps = [LoadedMap("", evolve(the_map, sources=(source,)))]
    (texts,) = SourceTexts(Project(Path.cwd())).of(maps)
    assert texts["s"] == NoText(Why.MISSING, MISSING, file.replace("\0", "\ufffd"))


def test_only_regular_files_are_opened() -> None:
    Path("claims/a/dir").mkdir(parents=True)
    os.mkfifo("claims/a/pipe")
    assert text_of("dir") == NoText(
        Why.UNREADABLE, "it is a directory; put a text file in its place", "claims/a/dir"
    )
    assert text_of("pipe") == NoText(
        Why.UNREADABLE, "it is no regular file; put a text file in its place", "claims/a/pipe"
    )


def test_a_link_to_a_device_is_not_read() -> None:
    Path("claims/a").mkdir(parents=True)
    Path("claims/a/zero").symlink_to("/dev/zero")
    assert text_of("zero") == NoText(Why.OUTSIDE, OUTSIDE, "claims/a/zero")
    with pytest.raises(UsageError, match="it is no regular file"):
        given("s", Path("/dev/zero"))


def test_links_in_a_circle_are_told() -> None:
    Path("claims/a").mkdir(parents=True)
    Path("claims/a/one.txt").symlink_to("two.txt")
    Path("claims/a/two.txt").symlink_to("one.txt")
    found = text_of("one.txt")
    assert isinstance(found, NoText)
    assert (found.why, found.path) == (Why.UNREADABLE, "claims/a/one.txt")


def test_a_file_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("claims/a/one.txt", b"x" * (1024**2 + 1))
    monkeypatch.setattr(module, "MAX_BYTES", 1024**2)
    assert text_of("one.txt") == NoText(
        Why.UNREADABLE,
        "it is larger than 1 MB; put only the part there that is cited",
        "claims/a/one.txt",
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told() -> None:
    lay("claims/a/one.txt")
    Path("claims/a/one.txt").chmod(0)
    assert text_of("one.txt") == NoText(
        Why.UNREADABLE, "permission denied; put a readable copy in its place", "claims/a/one.txt"
    )


def test_bytes_that_are_no_text_have_a_fingerprint_all_the_same() -> None:
    sha256 = lay("claims/a/one.txt", b"a\0b")
    message = "at byte 1 (from 0), there is a zero, which no text has; save it as UTF-8"
    assert text_of("one.txt") == NoText(Why.UNDECODABLE, message, "claims/a/one.txt", sha256)


def test_a_file_of_another_kind_is_unreadable() -> None:
    sha256 = lay("claims/a/one.pdf", b"PK\x03\x04")
    found = text_of("one.pdf")
    assert isinstance(found, NoText)
    assert (found.why, found.sha256) == (Why.UNREADABLE, sha256)


def test_a_guess_of_the_encoding_is_told() -> None:
    lay("claims/a/one.txt", "Où est-ce déjà?".encode("cp1252"))
    found = text_of("one.txt")
    assert isinstance(found, TextAtHand)
    assert found.remark == "was read as windows-1252, a guess; save it as UTF-8"


def test_a_pdf_is_read() -> None:
    sha256 = lay("claims/a/one.pdf", written([lines("One."), lines("Two.")]))
    assert text_of("one.pdf") == TextAtHand(
        "claims/a/one.pdf",
        sha256,
        SourceText("One.\n\nTwo.", (Block(0, 4), Block(6, 10)), pages=(0, 6)),
    )


def test_a_pdf_without_its_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = lay("claims/a/one.pdf", written([lines("One.")]))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    message = (
        "reading a PDF needs the package pypdfium2; install it with `pip install 'argmap[pdf]'`"
    )
    assert text_of("one.pdf") == NoText(Why.MISSING_EXTRA, message, "claims/a/one.pdf", sha256)


def given(name: str, path: Path) -> TextAtHand | NoText:
    maps = lay_map("claims/a/a.yaml", s="one.txt", t="two.txt")
    return SourceTexts(Project(Path.cwd())).of(maps, {name: path})[0][name]


def test_a_file_that_is_given_stands_for_the_one_that_is_named() -> None:
    lay("claims/a/one.txt", b"Not this.")
    lay("../out.txt", b"This.")
    found = given("s", Path("../out.txt"))
    assert isinstance(found, TextAtHand)
    assert (found.path, found.source.text) == ("../out.txt", "This.")


def test_a_file_given_for_no_source_is_wrong_use() -> None:
    lay("../out.txt")
    with pytest.raises(UsageError) as caught:
        given("counts-2003", Path("../out.txt"))
    assert str(caught.value) == "there is no source 'counts-2003' to give a text for"


def test_a_mistyped_source_is_suggested() -> None:
    the_map, _ = loads("sources: {counts-2003: {title: A}}")
    with pytest.raises(UsageError) as caught:
        SourceTexts(Project(Path.cwd())).of([LoadedMap("", the_map)], {"cuonts-2003": Path("x")})
    assert str(caught.value) == (
        "there is no source 'cuonts-2003' to give a text for; did you mean 'counts-2003'?"
    )


def test_a_file_given_that_is_not_there_is_wrong_use() -> None:
    with pytest.raises(UsageError) as caught:
        given("s", Path("no.txt"))
    assert str(caught.value) == "'no.txt', given for 's', cannot be read: there is no such file"


def test_a_file_given_that_is_no_text_is_told_as_any_other() -> None:
    sha256 = lay("../out.txt", b"\0")
    message = "at byte 0 (from 0), there is a zero, which no text has; save it as UTF-8"
    assert given("s", Path("../out.txt")) == NoText(Why.UNDECODABLE, message, "../out.txt", sha256)


def test_a_file_is_read_once_while_it_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_(self: Path, mode: str) -> object:
        opened.append(self.name)
        return open(self, mode)  # noqa: PTH123 - what is counted

    lay("claims/a/one.txt")
    maps = lay_map("claims/a/a.yaml", s="one.txt", t="../a/one.txt")
    texts = SourceTexts(Project(Path.cwd()))
    monkeypatch.setattr(Path, "open", open_)
    texts.of(maps)
    texts.of(maps)
    assert opened == ["one.txt"]
    lay("claims/a/one.txt", b"Changed.")
    found = texts.of(maps)[0]["s"]
    assert isinstance(found, TextAtHand)
    assert found.source.text == "Changed."


def test_a_library_gets_the_texts_of_one_map(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").touch()
    directory = tmp_path / "claims" / "m"
    directory.mkdir(parents=True)
    (directory / "m.yaml").write_text("sources: {s: {title: S, file: s.txt}, t: {title: T}}\n")
    (directory / "s.txt").write_text("It is so.")
    texts = texts_of(directory)
    assert isinstance(texts["s"], TextAtHand)
    assert texts["s"].source.text == "It is so."
    assert texts["t"] == NoText(Why.NO_FILE)
    (directory.parent / "two").mkdir()
    (directory.parent / "two" / "m.yaml").write_text("claims: {a: {text: A.}}\n")
    with pytest.raises(UsageError, match="holds 2 maps; give the path of one"):
        texts_of(directory.parent)
