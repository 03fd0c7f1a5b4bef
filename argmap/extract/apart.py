"""The text of a PDF as one process tells it to another."""

import json
from contextlib import suppress
from typing import Any

from argmap.extract.extracted import Extracted
from argmap.extract.pdf import extract_pdf
from argmap.extract.problems import SourceTextError
from argmap.passages import Block, SourceText


def answer(content: bytes) -> bytes:
    """Return what is to be told about a PDF: its text, or why it has none.

    Args:
        content: the bytes of the file.
    """
    try:
        found = extract_pdf(content)
    except SourceTextError as error:
        return json.dumps({"error": str(error)}).encode()
    source = found.source
    told = {
        "text": source.text,
        "blocks": [(block.start, block.end, block.level) for block in source.blocks],
        "pages": source.pages,
        "language": found.language,
        "remark": found.remark,
    }
    return json.dumps(told).encode()


def understood(told: bytes) -> Extracted:
    """Return the text that an answer tells.

    Raises:
        SourceTextError: when it tells why there is none.
    """
    answered: dict[str, Any] = json.loads(told)
    if "error" in answered:
        raise SourceTextError(answered["error"])
    blocks = tuple(Block(*block) for block in answered["blocks"])
    source = SourceText(answered["text"], blocks, pages=tuple(answered["pages"]))
    return Extracted(source, answered["language"], answered["remark"])


def limit_this_process(memory: int, seconds: int) -> None:
    """Let this process end when it takes too much, on systems that see to that.

    Args:
        memory: bytes.
        seconds: of the processor.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        # A lower limit that is set already stays; some systems know a limit and refuse it.
        with suppress(ValueError, OSError):
            _soft, hard = resource.getrlimit(limit)
            resource.setrlimit(limit, (most, hard))
