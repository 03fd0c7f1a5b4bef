"""Reading and writing texts, with everything that a disk can have in the place of one."""

import os
import stat
from pathlib import Path

import pytest

from argmap.findings import Finding, Severity, UsageError
from argmap.project.disk import read_text_file, shown, write_text


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(finding: Finding | None) -> tuple[int, Severity, str, str, str]:
    assert finding is not None
    return finding.code, finding.severity, str(finding.span), finding.message, finding.help


def test_a_text_is_read_without_its_mark_and_with_its_line_ends() -> None:
    Path("a.yaml").write_bytes(b"\xef\xbb\xbfmap:\r\n  title: \xc3\xa4\r\n")
    file, finding = read_text_file(Path("a.yaml"))
    assert (file.path, file.text, finding) == ("a.yaml", "map:\r\n  title: ä\r\n", None)


def test_bytes_that_are_not_utf8_are_shown_where_they_are() -> None:
    Path("a.yaml").write_bytes(b"ok: \xc3\xa4\nname: caf\xe9\nmore: yes\n")
    file, finding = read_text_file(Path("a.yaml"))
    assert file.text == "ok: ä\nname: caf\ufffd\nmore: yes\n"
    assert told(finding) == (
        101,
        Severity.ERROR,
        "a.yaml:2:10",
        "byte 0xe9 is not UTF-8",
        "save the file in UTF-8; the rest of it was read",
    )


def test_utf16_is_told_by_its_name() -> None:
    Path("a.yaml").write_bytes("map: x".encode("utf-16"))
    _, finding = read_text_file(Path("a.yaml"))
    assert told(finding)[3:] == (
        "the file cannot be read: it is in UTF-16",
        "save it in UTF-8",
    )


def test_a_missing_file_is_a_finding() -> None:
    _, finding = read_text_file(Path("a.yaml"))
    assert told(finding)[2:] == (
        "a.yaml:1:1",
        "the file cannot be read: no such file or directory",
        "put a text file in its place, or remove it",
    )


def test_a_named_pipe_is_not_waited_for() -> None:
    os.mkfifo("a.yaml")
    _, finding = read_text_file(Path("a.yaml"))
    assert told(finding)[3] == "the file cannot be read: it is not a regular file"


def test_a_device_and_a_directory_are_no_text() -> None:
    for path in (Path(os.devnull), Path()):
        _, finding = read_text_file(path)
        assert told(finding)[3:] == (
            "the file cannot be read: it is not a regular file",
            "put a text file in its place",
        )


def test_a_file_that_is_too_large_is_left_alone() -> None:
    Path("a.yaml").write_bytes(b"x" * 11)
    _, finding = read_text_file(Path("a.yaml"), max_bytes=10)
    assert told(finding)[4] == "split it into several files"
    assert read_text_file(Path("a.yaml"), max_bytes=11)[1] is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_finding() -> None:
    Path("a.yaml").touch(mode=0)
    _, finding = read_text_file(Path("a.yaml"))
    assert told(finding)[3] == "the file cannot be read: permission denied"


def test_a_refusal_of_the_disk_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    Path("a.yaml").touch()
    monkeypatch.setattr(Path, "open", refuse)
    _, finding = read_text_file(Path("a.yaml"))
    assert told(finding)[3:] == (
        "the file cannot be read: permission denied",
        "make the file readable for you",
    )


def test_paths_are_shown_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    assert shown(tmp_path / "in" / "a" / "b.yaml") == "a/b.yaml"
    assert shown(tmp_path / "c.yaml") == "../c.yaml"
    assert shown(Path("/etc/hosts")) == "/etc/hosts"
    assert shown(tmp_path / "in") == "."


def test_what_a_terminal_would_obey_is_not_shown() -> None:
    assert shown(Path("a\x1b[31m\n.yaml")) == "a\ufffd[31m\ufffd.yaml"
    assert shown(Path(os.fsdecode(b"caf\xe9.yaml"))) == "caf\ufffd.yaml"


def test_a_text_is_written_with_its_line_ends_and_directories() -> None:
    assert write_text(Path("new/er/a.txt"), "ä\r\nb\n")
    assert Path("new/er/a.txt").read_bytes() == b"\xc3\xa4\r\nb\n"
    assert [path.name for path in Path("new/er").iterdir()] == ["a.txt"]


def test_a_new_file_has_the_usual_permissions() -> None:
    Path("usual").touch()
    write_text(Path("a.txt"), "x")
    assert Path("a.txt").stat().st_mode == Path("usual").stat().st_mode


def test_an_equal_file_is_left_alone() -> None:
    Path("a.txt").write_text("same")
    os.utime("a.txt", ns=(5, 5))
    assert not write_text(Path("a.txt"), "same")
    assert Path("a.txt").stat().st_mtime_ns == 5


def test_a_changed_file_keeps_its_permissions() -> None:
    Path("a.txt").write_text("old")
    Path("a.txt").chmod(0o640)
    assert write_text(Path("a.txt"), "new")
    assert stat.S_IMODE(Path("a.txt").stat().st_mode) == 0o640


def test_a_link_is_replaced_and_not_written_through() -> None:
    Path("target").write_text("precious")
    Path("a.txt").symlink_to("target")
    assert write_text(Path("a.txt"), "new")
    assert (Path("target").read_text(), Path("a.txt").is_symlink()) == ("precious", False)


def test_a_place_that_cannot_be_written_is_said_and_nothing_stays_behind() -> None:
    Path("a").mkdir()
    Path("a/kept").touch()
    with pytest.raises(UsageError, match=r"^cannot write 'a': is a directory; choose another"):
        write_text(Path("a"), "x")
    Path("b").touch()
    with pytest.raises(UsageError, match=r"^cannot write 'b/c\.txt': "):
        write_text(Path("b/c.txt"), "x")
    assert sorted(path.name for path in Path().iterdir()) == ["a", "b"]


def test_a_full_disk_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    Path("a.txt").write_text("old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UsageError, match="no space left on device"):
        write_text(Path("a.txt"), "new")
    assert [(path.name, path.read_text()) for path in Path().iterdir()] == [("a.txt", "old")]
