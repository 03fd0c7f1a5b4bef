"""Which source texts are not what they were at a revision of git."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from argmap.extract.at_hand import Texts
from argmap.project.discovery import Project
from argmap.project.git import contents, files_in, find_revision


def changed_texts(
    project: Project, texts: Sequence[Texts], revision_name: str
) -> tuple[frozenset[str], ...]:
    """Return the sources of each map whose texts in the repository are not what they were.

    A text that is new since then, or gone, has changed. Texts outside of the repository have no
    earlier state, and count as they are.

    Args:
        project: its repository counts.
        texts: the texts of the sources of each map.
        revision_name: a commit, branch or tag.

    Raises:
        UsageError: without git, without a repository, or without that revision.
    """
    revision = find_revision(project.root, revision_name)
    paths = {
        one.path: Path(os.path.realpath(one.path)).relative_to(revision.top).as_posix()
        for each in texts
        for one in each.values()
        if one.path and Path(os.path.realpath(one.path)).is_relative_to(revision.top)
    }
    then = contents(revision, files_in(revision, paths.values())) if paths else {}
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in then.items()}
    return tuple(
        frozenset(
            source_id
            for source_id, one in each.items()
            if one.path in paths and digests.get(paths[one.path]) != one.sha256
        )
        for each in texts
    )
