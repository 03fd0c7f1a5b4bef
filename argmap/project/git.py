"""Files as they were at a revision of a git repository, read from its objects alone."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from argmap.findings import UsageError
from argmap.project.disk import MAX_BYTES, shown

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_NO_REPOSITORY: Final = b"not a git repository"
_FILE_MODES: Final = frozenset({b"100644", b"100755"})


@frozen
class Revision:
    """A state of a repository.

    Attributes:
        name: what the user calls it: a commit, branch or tag, as git takes it.
        tree: the id of its tree.
        top: the directory of the repository, without links on the way to it.
    """

    name: str
    tree: str
    top: Path

    def has(self, path: Path) -> bool:
        """Say whether a path lies in the repository."""
        return Path(os.path.realpath(path)).is_relative_to(self.top)

    def path_of(self, path: Path) -> str:
        """Return what the repository calls a path: from its top, with forward slashes.

        Raises:
            UsageError: for a path outside of the repository.
        """
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(self.top):
            message = (
                f"'{shown(path)}' is outside of the git repository '{shown(self.top)}'; "
                "give paths inside of it"
            )
            raise UsageError(message)
        return real.relative_to(self.top).as_posix()


@frozen
class Blob:
    """A file in a revision.

    Attributes:
        path: from the top of the repository, with forward slashes.
        id: the id of its content.
    """

    path: str
    id: str


def find_revision(directory: Path, name: str) -> Revision:
    """Return a revision of the repository that a directory lies in.

    Raises:
        UsageError: without git, without a repository, or without that revision.
    """
    top = _run(directory, "rev-parse", "--show-toplevel")
    if top.returncode:
        if _NO_REPOSITORY in top.stderr:
            message = (
                f"'{shown(directory)}' is in no git repository; "
                "what changed can be told only where there is one"
            )
            raise UsageError(message)
        raise UsageError(_refusal(top))
    # An option is no revision, and no revision begins like one.
    is_option = name.startswith("-") or "\0" in name
    tree = (
        None
        if is_option
        else _run(directory, "rev-parse", "--verify", "--quiet", f"{name}^{{tree}}")
    )
    if tree is None or tree.returncode:
        message = (
            f"git knows no revision '{name}' here; give a commit, branch or tag, "
            "and fetch it first where the clone is shallow"
        )
        raise UsageError(message)
    path = Path(os.path.realpath(os.fsdecode(top.stdout.removesuffix(b"\n"))))
    return Revision(name, tree.stdout.decode().strip(), path)


def files_in(revision: Revision, paths: Iterable[str]) -> tuple[Blob, ...]:
    """Return the regular files below some paths at a revision, in the order of git.

    Links are left out, and so are files that are too large to be read.

    Args:
        revision: the state.
        paths: files or directories from the top of the repository; `.` is all of it.

    Raises:
        UsageError: when git refuses.
    """
    wanted = tuple(dict.fromkeys(paths))
    if "." in wanted:
        wanted = ()
    listed = _run(
        revision.top,
        "--literal-pathspecs",
        "ls-tree",
        "-r",
        "-l",
        "-z",
        "--full-tree",
        revision.tree,
        "--",
        *wanted,
    )
    if listed.returncode:
        raise UsageError(_refusal(listed))
    found = []
    for entry in listed.stdout.split(b"\0")[:-1]:
        head, _, path = entry.partition(b"\t")
        mode, _, name, size = head.split()
        if mode in _FILE_MODES and int(size) <= MAX_BYTES:
            found.append(Blob(os.fsdecode(path), name.decode()))
    return tuple(found)


def contents(revision: Revision, blobs: Iterable[Blob]) -> Mapping[str, bytes]:
    """Return the content of files by their paths.

    Raises:
        UsageError: when git refuses, or lacks an object.
    """
    wanted = tuple(blobs)
    ids = "".join(f"{blob.id}\n" for blob in wanted).encode()
    read = _run(revision.top, "cat-file", "--batch", given=ids)
    if read.returncode:
        raise UsageError(_refusal(read))
    found, place = dict[str, bytes](), 0
    for blob in wanted:
        end = read.stdout.find(b"\n", place)
        _, kind, *size = read.stdout[place:end].split()
        if kind != b"blob":
            message = f"git has '{blob.path}' of '{revision.name}' no more; fetch it anew"
            raise UsageError(message)
        start = end + 1
        found[blob.path] = read.stdout[start : start + int(size[0])]
        place = start + int(size[0]) + 1
    return found


def _run(directory: Path, *arguments: str, given: bytes = b"") -> "CompletedProcess[bytes]":
    """Run git in a directory, without a shell; its messages are in English."""
    import shutil  # noqa: PLC0415 - few checks ask git
    import subprocess  # noqa: PLC0415 - the same

    git = shutil.which("git")
    if git is None:
        message = "git is not installed, or not on the PATH; what changed is read from git"
        raise UsageError(message)
    return subprocess.run(  # noqa: S603 - a list of arguments, none of them an option of the user
        [git, "-C", os.fspath(directory), *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
    )


def _refusal(done: "CompletedProcess[bytes]") -> str:
    """Return why git could not do what it was asked to, in its own words."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    reason = lines[0].removeprefix("fatal: ") if lines else f"it ended with {done.returncode}"
    return f"git cannot tell what changed: {reason}"


def user_name(directory: Path) -> str:
    """Return what git calls the person who works in a directory; empty where it does not know."""
    import shutil  # noqa: PLC0415 - as in _run

    if shutil.which("git") is None:
        return ""
    return _run(directory, "config", "user.name").stdout.decode("utf-8", "replace").strip()
