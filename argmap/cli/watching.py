"""`--watch`: a command runs again whenever its files or the configuration change."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import click

from argmap.cli.door import message_of, tell
from argmap.cli.gather import STANDARD_STREAM, project_of
from argmap.findings import ArgmapError, MissingPackageError, UsageError
from argmap.project import Project, bibliographies_of
from argmap.project.discovery import CONFIGURATIONS, SUFFIXES

_Command = TypeVar("_Command", bound=Callable[..., Any])
_State: TypeAlias = tuple[tuple[int, int] | None, ...]

_LOOKS: Final = 200  # milliseconds between two looks at configuration and bibliographies
_TEXTS: Final = (".txt", ".md", ".html", ".htm", ".pdf")


def watch_option(command: _Command) -> _Command:
    """Add the option to run again whenever something changes."""
    return click.option(
        "--watch",
        "is_watching",
        is_flag=True,
        help="Run again whenever a claim file, a bibliography or the configuration changes, "
        "until Ctrl-C.",
    )(command)


def watch(run: Callable[[], object], changes: Iterable[object]) -> None:
    """Run for each set of changes until those end, or until Ctrl-C.

    What a run cannot do is said, and the next change is waited for. On a terminal each run
    begins on an empty screen.

    Args:
        run: prints what there is to say.
        changes: gives something at the beginning, and after each change.
    """
    with contextlib.suppress(KeyboardInterrupt):
        for _ in changes:
            click.clear()  # nothing but a terminal is cleared
            try:
                run()
            except BrokenPipeError:
                raise  # nobody listens any more
            except (ArgmapError, OSError) as error:
                tell(message_of(error))
            click.echo("watching for changes; Ctrl-C ends it", err=True)


def changes_on_disk(paths: Sequence[Path]) -> Iterator[None]:
    """Give something once all is watched, and after each change of what a command works on.

    Changes that come soon after one another are one change; those that come while a command
    runs are kept for the next time.

    Args:
        paths: those of the command line; all claims of the project where there are none.

    Raises:
        UsageError: where a path is standard input.
        MissingPackageError: where the package that watches is not installed.
    """
    if STANDARD_STREAM in paths:
        message = "standard input cannot be watched; give paths"
        raise UsageError(message)
    watched = _watchfiles()
    project = project_of(paths)
    named = frozenset(str(path.absolute()) for path in paths)
    while True:
        # The configuration may have changed what is watched; a broken one changes nothing.
        with contextlib.suppress(UsageError):
            project = project_of(paths)
        directories, is_deep = watched_directories(project, paths)
        there = [path for path in directories if path.is_dir()]
        files = watched_files(project, paths)
        before = _state(files, directories)
        is_new = True
        # Directories go and come back: what is missing is looked for below.
        with contextlib.suppress(FileNotFoundError):
            for changes in watched(
                *(there or [project.root]),
                watch_filter=lambda _, path: is_wanted(path, named),
                recursive=bool(there) and is_deep,
                yield_on_timeout=True,
                rust_timeout=_LOOKS,
            ):
                if _state(files, directories) != before:
                    break
                if is_new or changes:
                    is_new = False
                    yield
                    if watched_files(project, paths) != files:
                        break


def watched_directories(project: Project, paths: Sequence[Path]) -> tuple[tuple[Path, ...], bool]:
    """Return the directories with what a command works on, and whether all below them counts.

    They may be missing. A file alone stands for the directory that it is in.
    """
    claims = project.claims.absolute()
    found = [path.absolute() for path in paths] or [claims]
    found = [claims if path.is_relative_to(claims) else path for path in found]
    files = [path for path in found if path != claims and not path.is_dir()]
    directories = [path.parent if path in files else path for path in found]
    return tuple(dict.fromkeys(directories)), len(files) < len(found)


def watched_files(project: Project, paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return what is looked at by itself: the configuration, and the bibliographies of the maps.

    They may be missing, and bibliographies may lie anywhere in the project.
    """
    try:
        bibliographies = bibliographies_of(project, paths)
    except UsageError:
        bibliographies = ()
    return (
        *(project.root / name for name in CONFIGURATIONS),
        *(path.absolute() for path in bibliographies),
    )


def is_wanted(path: str, named: frozenset[str] = frozenset()) -> bool:
    """Say whether a path may be that of a claim file, a text or a directory, or is named."""
    name = Path(path)
    may_be = name.suffix.lower() in (*SUFFIXES, *_TEXTS, "") and not name.name.startswith(".")
    return may_be or path in named


def _watchfiles() -> Callable[..., Iterator[object]]:
    try:
        from watchfiles import watch as watched  # noqa: PLC0415 - an extra
    except ImportError:
        what = "--watch"
        raise MissingPackageError(what, "watchfiles", "watch") from None
    return watched


def _state(files: Sequence[Path], directories: Sequence[Path]) -> _State:
    """Return what shows that a file was changed, or a directory came or went."""
    state: list[tuple[int, int] | None] = []
    for path in (*files, *directories):
        try:
            status = path.stat()
        except OSError:
            state.append(None)
        else:
            is_file = path not in directories
            state.append((status.st_ino, status.st_mtime_ns if is_file else 0))
    return tuple(state)
