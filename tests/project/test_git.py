"""Files as they were at a revision of git."""

import os
import shutil
from pathlib import Path

import pytest

from argmap.findings import UsageError
from argmap.project.git import Blob, contents, files_in, find_revision
from tests.project.repositories import alone, commit, git


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    alone(monkeypatch, tmp_path)


def lay(path: str, text: str | bytes = "x\n") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)


def read(*paths: str, revision: str = "HEAD", at: str = ".") -> dict[str, bytes]:
    found = find_revision(Path(at), revision)
    return dict(contents(found, files_in(found, paths)))


def test_files_come_with_their_content_and_any_name() -> None:
    names = ["a b.yaml", "ü/交通.yaml", 'q"uote\\.yaml', "tab\there.yaml", ":(top)x.yaml", "*.yaml"]
    for number, name in enumerate(names):
        lay(name, f"text {number}\n\n")
    commit()
    for name in names:
        lay(name, "later")
    expected = {name: f"text {number}\n\n".encode() for number, name in enumerate(names)}
    assert read(".") == expected
    assert read("*.yaml", "ü") == {"*.yaml": b"text 5\n\n", "ü/交通.yaml": b"text 1\n\n"}


def test_the_work_tree_and_the_index_stay_as_they_are() -> None:
    lay("a.yaml", "one")
    commit()
    lay("a.yaml", "two")
    lay("b.yaml", "new")
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}
    assert read("a.yaml", "b.yaml") == {"a.yaml": b"one"}
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == before


def test_any_name_of_a_state_will_do() -> None:
    lay("a.yaml", "one")
    commit()
    git("tag", "first")
    lay("a.yaml", "two")
    commit()
    tree = git("rev-parse", "HEAD~1^{tree}").strip()
    for name in ("first", "HEAD~1", "HEAD^", tree, tree[:12]):
        assert read("a.yaml", revision=name) == {"a.yaml": b"one"}


def test_a_repository_is_found_from_below() -> None:
    lay("in/deep/a.yaml")
    commit()
    found = find_revision(Path("in/deep"), "HEAD")
    assert found.top == Path(os.path.realpath("."))
    assert found.path_of(Path("in/deep/a.yaml")) == "in/deep/a.yaml"
    assert found.path_of(Path()) == "."


def test_links_and_large_files_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.project.git.MAX_BYTES", 10)
    lay("a.yaml", "1234567890")
    lay("large.yaml", "12345678901")
    Path("link.yaml").symlink_to("a.yaml")
    lay("empty.yaml", "")
    commit()
    assert read(".") == {"a.yaml": b"1234567890", "empty.yaml": b""}


def refused(at: str = ".", revision: str = "HEAD") -> str:
    with pytest.raises(UsageError) as raised:
        read(".", revision=revision, at=at)
    return str(raised.value)


def test_without_a_repository_nothing_can_be_compared() -> None:
    assert refused() == (
        "'.' is in no git repository; what changed can be told only where there is one"
    )


@pytest.mark.parametrize("name", ["nowhere", "", "-p", "--all", "HEAD:a.yaml", "a\0b", "a b"])
def test_an_unknown_revision_is_said(name: str) -> None:
    lay("a.yaml")
    commit()
    assert refused(revision=name) == (
        f"git knows no revision '{name}' here; give a commit, branch or tag, "
        "and fetch it first where the clone is shallow"
    )


def test_a_repository_without_a_commit_knows_no_revision() -> None:
    git("init", "--quiet")
    assert refused().startswith("git knows no revision 'HEAD' here; ")


def test_without_git_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert refused() == "git is not installed, or not on the PATH; what changed is read from git"


def test_a_path_outside_is_refused() -> None:
    lay("in/a.yaml")
    commit(at="in")
    with pytest.raises(UsageError) as raised:
        find_revision(Path("in"), "HEAD").path_of(Path("other.yaml"))
    assert str(raised.value) == (
        "'other.yaml' is outside of the git repository 'in'; give paths inside of it"
    )


def test_what_git_refuses_is_said_in_its_words() -> None:
    lay("a.yaml")
    commit()
    shutil.rmtree(".git")
    Path(".git").write_text("gitdir: nowhere\n")
    assert refused().startswith("'.' is in no git repository")
    Path(".git").write_text("nonsense\n")
    assert refused().startswith("git cannot tell what changed: invalid gitfile format: ")


def test_an_object_that_is_lost_is_said() -> None:
    lay("a.yaml")
    commit()
    found = find_revision(Path(), "HEAD")
    lost = Blob("a.yaml", "0" * 40)
    with pytest.raises(UsageError) as raised:
        contents(found, [lost])
    assert str(raised.value) == "git has 'a.yaml' of 'HEAD' no more; fetch it anew"


def test_a_tree_that_is_lost_is_said() -> None:
    lay("in/a.yaml")
    commit()
    found = find_revision(Path(), "HEAD")
    shutil.rmtree(".git/objects")
    Path(".git/objects").mkdir()
    with pytest.raises(UsageError, match=r"^git cannot tell what changed: "):
        files_in(found, ["in"])
