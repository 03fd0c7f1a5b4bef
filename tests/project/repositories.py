"""Repositories of git for tests, away from what the user has configured."""

import os
import subprocess
from pathlib import Path

import pytest


def git(*arguments: str, at: str | Path = ".") -> str:
    """Run git, with a name and without a configuration of the user."""
    done = subprocess.run(
        ["git", "-C", str(at), *arguments],
        check=True,
        capture_output=True,
        env={
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org",
        },
    )
    return done.stdout.decode()


def commit(*, at: str | Path = ".") -> None:
    """Make a repository where there is none, and commit all that is there."""
    if not (Path(at) / ".git").exists():
        git("init", "--quiet", at=at)
    git("add", "--all", "--force", at=at)
    git("commit", "--quiet", "--allow-empty", "-m", "A state", at=at)


def alone(monkeypatch: pytest.MonkeyPatch, directory: Path) -> None:
    """Let git look for a repository in a directory and below, not above it."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(directory.parent))
