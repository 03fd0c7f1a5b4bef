"""PDFs read in a process of their own, so that a hostile one takes nothing else with it."""

import os
import sys
from typing import Final

from argmap.extract.apart import understood
from argmap.extract.extracted import Extracted
from argmap.extract.problems import NoPdfiumError, SourceTextError
from argmap.project.disk import reason_of

LONGEST: Final = 60
"""Seconds that a PDF may take; one of a thousand pages takes five."""

MOST_MEMORY: Final = 2 * 1024**3
"""Bytes that a PDF may take; most take less than a tenth of that."""

_WHAT_TO_DO: Final = "save its text as .txt"


def read_apart(content: bytes) -> Extracted:
    """Return the text of a PDF, read in a process with limits on time and memory.

    Args:
        content: the bytes of the file.

    Raises:
        NoPdfiumError: when PDFium is not installed.
        SourceTextError: when the file is damaged, encrypted or too large, has no text, or takes
            too much time or memory.
    """
    import subprocess  # noqa: PLC0415 - few sources are PDFs

    _require_library()
    # The same packages as here, but nothing that happens to lie in the working directory.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, its arguments are numbers
            [sys.executable, "-P", "-m", "argmap.extract", str(MOST_MEMORY), str(LONGEST)],
            input=content,
            capture_output=True,
            timeout=LONGEST,
            check=False,
            env={**os.environ, "PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired:
        message = f"the PDF takes more than {LONGEST} seconds to read; {_WHAT_TO_DO}"
        raise SourceTextError(message) from None
    except OSError as error:
        reason = f"no process can be started to read the PDF: {reason_of(error)}"
        message = f"{reason}; {_WHAT_TO_DO}"
        raise SourceTextError(message) from None
    if done.returncode:
        message = f"the PDF is damaged, or takes too much memory to read; {_WHAT_TO_DO}"
        raise SourceTextError(message)
    return understood(done.stdout)


def _require_library() -> None:
    from importlib.util import find_spec  # noqa: PLC0415 - as above

    try:
        is_there = find_spec("pypdfium2") is not None
    except ValueError:  # it is barred
        is_there = False
    if not is_there:
        raise NoPdfiumError
