"""Watches that nothing is read or written outside of a folder while a target runs."""

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parents[2]
_PYTHON: Final = tuple(
    os.path.realpath(one)
    for one in {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), str(_HERE / "argmap")}
)
_WATCHED: Final = frozenset(
    {"open", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link"}
    | {"os.chmod", "os.truncate", "os.listdir", "subprocess.Popen", "os.system", "socket.connect"}
)
_fences: list[str] = []
_crossings: list[str] = []
_is_hooked: list[bool] = []


@contextmanager
def fence(folder: Path | None = None) -> Iterator[None]:
    """Fail when something outside of a folder is touched; without one, when anything is.

    Libraries may load their own files: what lies in Python, its packages or argmap is free.
    """
    if not _is_hooked:  # an audit hook stays for ever
        sys.addaudithook(_hook)
        _is_hooked.append(True)
    _fences.append(os.path.realpath(folder) if folder else "")
    try:
        yield
    finally:
        _fences.pop()
        crossed = tuple(_crossings)
        _crossings.clear()
    assert not crossed, f"touched outside: {', '.join(crossed)}"


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _fences or event not in _WATCHED:
        return
    touched = arguments[0] if arguments else None
    if event in {"subprocess.Popen", "os.system", "socket.connect"}:
        _crossings.append(event)
    elif isinstance(touched, (str, bytes, os.PathLike)):
        path = os.path.realpath(os.fsdecode(touched))
        inside = (*_PYTHON, *((_fences[-1],) if _fences[-1] else ()))
        if not any(path == one or path.startswith(one + os.sep) for one in inside):
            _crossings.append(f"{event} {path}")
