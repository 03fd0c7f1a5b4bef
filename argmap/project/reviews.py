"""Where reviews lie: beside the claims, one file for each node and reviewer."""

import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from argmap.findings import Finding, UsageError
from argmap.model import Waiver
from argmap.project.clock import today
from argmap.project.discovery import MapOnDisk, Project, claim_files, reviews_directory
from argmap.project.disk import read_text_file, reason_of, shown, write_text
from argmap.project.git import user_name
from argmap.project.locking import held
from argmap.project.unsaved import NOTHING_UNSAVED, Unsaved
from argmap.review import Review, read_record, write_record
from argmap.text import TextFile

_LONGEST_NAME: Final = 120
_OF_NAMES: Final = frozenset("-_.@+")


def load_reviews(
    origin: MapOnDisk, root: Path, unsaved: Unsaved = NOTHING_UNSAVED
) -> tuple[tuple[Review, ...], tuple[Finding, ...], tuple[TextFile, ...]]:
    """Return what reviewers say of a map, what is wrong with their files, and the files.

    Args:
        origin: where the map lies.
        root: the root of its project, outside of which nothing is read.
        unsaved: texts that count in place of those on the disk.
    """
    directory = reviews_directory(origin)
    if not directory.is_dir():
        return (), (), ()
    paths, findings = claim_files(directory, root)
    reviews, found, files = [], list(findings), []
    for path in paths:
        file, unread = read_text_file(path, unsaved=unsaved)
        if unread is not None:
            found.append(unread)
            continue
        review, more = read_record(file)
        found += more
        files.append(file)
        if review is not None:
            reviews.append(review)
    return tuple(reviews), tuple(found), tuple(files)


def path_of_review(origin: MapOnDisk, node_id: str, reviewer: str) -> Path:
    """Return where a reviewer keeps what they say of a node."""
    name = f"{_file_name(reviewer.casefold().replace(' ', '-'))}.yaml"
    return reviews_directory(origin) / _file_name(node_id) / name


def change_review(
    origin: MapOnDisk, node_id: str, reviewer: str, change: Callable[[Review], Review]
) -> Path:
    """Change what a reviewer says of a node, and return its file.

    The file is read and written while no other process of argmap does; it is written as a whole
    or not at all, and removed when it says nothing more.

    Args:
        origin: where the map lies.
        node_id: the node.
        reviewer: who says it.
        change: from what they said to what they say now.

    Raises:
        UsageError: when the file has errors, is that of another reviewer, or the disk refuses.
    """
    path = path_of_review(origin, node_id, reviewer)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"cannot write '{shown(path)}': {reason_of(error)}; choose another place"
        raise UsageError(message) from error
    with held(path.parent):
        now = change(_kept(path, node_id, reviewer))
        if now.is_empty:
            path.unlink(missing_ok=True)
        else:
            write_text(path, write_record(now))
    return path


def reviewer_name(project: Project, by: str | None) -> str:
    """Return who reviews: who is named, or else the person whom git knows.

    Raises:
        UsageError: when neither is known, or the name is empty.
    """
    name = " ".join((by if by is not None else user_name(project.root)).split())
    if not name:
        message = "say who reviews with `--by NAME`, or tell git: `git config user.name NAME`"
        raise UsageError(message)
    return name


def waiver_of(rule: str, reason: str, last: date, longest: int | None) -> Waiver:
    """Return the waiver that a reviewer asks for.

    Args:
        rule: the name of the rule.
        reason: why it does not apply.
        last: the last day on which that holds.
        longest: for how many days ahead a waiver may hold; None for any number.

    Raises:
        UsageError: when the reason is too short, or the day is past or too far ahead.
    """
    from argmap.checks import SHORTEST_REASON  # noqa: PLC0415 - what reads reviews needs no rules

    day = today()
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        message = f"give a reason of {SHORTEST_REASON} letters or more"
        raise UsageError(message)
    if last < day:
        message = f"{last} is past; give a day to come"
        raise UsageError(message)
    if longest is not None and (last - day).days > longest:
        message = f"a waiver holds {longest} days at most: until {day + timedelta(longest)}"
        raise UsageError(message)
    return Waiver(rule, reason, last)


def _kept(path: Path, node_id: str, reviewer: str) -> Review:
    """Return what the file of a review says; an empty review where there is none."""
    if not path.exists():
        return Review(reviewer, node_id)
    file, unread = read_text_file(path)
    review, findings = (None, (unread,)) if unread else read_record(file)
    if review is None or findings:
        message = f"'{shown(path)}' has errors; see `argmap check`, and mend it first"
        raise UsageError(message)
    if review.reviewer.casefold() != reviewer.casefold():
        message = f"'{shown(path)}' is that of {review.reviewer}; name yourself with `--by NAME`"
        raise UsageError(message)
    return review


def _file_name(text: str) -> str:
    """Return a text as the name of a file on any disk; different texts have different names."""
    name = "".join(
        sign if sign.isalnum() or sign in _OF_NAMES else _escaped(sign)
        for sign in unicodedata.normalize("NFC", text)
    )
    if name.startswith("."):
        name = f"%2E{name[1:]}"
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    import hashlib  # noqa: PLC0415 - OpenSSL takes a while to load, and few names are so long

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{name.encode()[:_LONGEST_NAME].decode('utf-8', 'ignore')}-{digest}"


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogatepass"))
