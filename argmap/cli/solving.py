"""Problems of the ICCMA competitions on files: what `argmap assess -p` does.

Nothing of maps is loaded here, so that a solver starts as fast as one.
"""

import sys
import time
from pathlib import Path
from typing import Final

from argmap.assess.dung.iccma import Problem, solve, vacuous
from argmap.assess.dung.reading import FrameworkFormat, format_of, read_framework
from argmap.assess.dung.sat import Limit, UndecidedError
from argmap.findings import UsageError
from argmap.text import TextFile

MOST_BYTES: Final = 1024 * 1024 * 1024
"""A larger file does not fit into memory as a framework."""

_STANDARD_INPUT: Final = Path("-")


def within(seconds: float) -> Limit:
    """Return a limit: so many seconds from now."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def solve_file(
    problem: str,
    path: Path,
    argument: str | None = None,
    seconds: float = float("inf"),
    form: FrameworkFormat | None = None,
) -> tuple[str, str]:
    """Return the answer to a problem as it is to be printed, and a remark for people.

    Args:
        problem: its name, such as `DS-PR`.
        path: the file of the framework; `-` for standard input.
        argument: the one that DC and DS ask about.
        seconds: when to give up.
        form: how the file is written; None to see.

    Raises:
        UsageError: when the file cannot be read, or the problem is not one.
        InvalidFrameworkError: when the file holds no framework.
        UnknownArgumentError: when there is no such argument.
        UndecidedError: when the time was over first.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    asked = Problem.of(problem)
    file = _text_file(path)
    form = form or format_of(file)
    framework = read_framework(file, form)
    limit = within(seconds)
    answer = solve(asked, framework, form, argument, limit)
    remark = ""
    try:
        if answer.startswith("YES") and vacuous(asked, framework, limit):
            remark = "there is no stable extension, so that this YES says nothing"
    except UndecidedError:
        remark = "whether there is any stable extension, without which YES says nothing, is open"
    return answer, remark


def _text_file(path: Path) -> TextFile:
    if path == _STANDARD_INPUT:
        content, name = sys.stdin.buffer.read(MOST_BYTES + 1), "<stdin>"
    else:
        name = path.as_posix()
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            message = f"cannot read '{name}': {(error.strerror or str(error)).lower()}"
            raise UsageError(message) from None
    if len(content) > MOST_BYTES:
        message = f"'{name}' is larger than {MOST_BYTES // 1024 // 1024} MB; that is too much"
        raise UsageError(message)
    try:
        return TextFile(name, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"'{name}' is not in UTF-8 (byte {error.start}); save it in UTF-8"
        raise UsageError(message) from None
