"""The text of a configuration, as the tables of TOML."""

import re
import tomllib
from collections.abc import Mapping
from typing import Final

from argmap.findings import Finding, Severity, UsageError
from argmap.text import TextFile

_INVALID_FILE: Final = 101
_AT_LINE: Final = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)\Z")
_MOST_DOTS: Final = 1_000  # of a key with more, `tomllib` would fill the memory


class ConfigurationError(UsageError):
    """A configuration that cannot be used.

    Attributes:
        findings: the mistakes in it, each with its place.
    """

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        self.findings = findings
        super().__init__(message)


def read_toml(file: TextFile) -> Mapping[str, object]:
    """Return the tables of a text.

    Raises:
        ConfigurationError: when it is no TOML, or made to fill the memory.
    """
    for number, written in enumerate(file.text.split("\n"), 1):
        if written.count(".") > _MOST_DOTS:
            message = f"a line has more than {_MOST_DOTS:,} dots; write tables, or several lines"
            raise _refusal(file, message, number)
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        message = _uncapitalized(str(error))
        found = _AT_LINE.search(message)
        line = int(found[1]) if found else file.line_and_column(len(file.text))[0]
    except RecursionError:
        message, line = "lists or tables stand too deep in each other; write them flat", 1
    except ValueError as error:  # a number with more digits than Python takes
        told = _uncapitalized(str(error).partition(";")[0])
        message, line = f"{told}; write a smaller number", 1
    raise _refusal(file, message, line)


def finding_at(code: int, rule: str, file: TextFile, line: int, message: str) -> Finding:
    """Return a mistake as a finding at a line, from 1."""
    start = file.start_of_line(line)
    written = file.line(line)
    span = file.span(start + len(written) - len(written.lstrip()), start + len(written.rstrip()))
    return Finding(code, rule, Severity.ERROR, message, span)


def _refusal(file: TextFile, message: str, line: int) -> ConfigurationError:
    told = _AT_LINE.sub("", message).strip()
    found = finding_at(_INVALID_FILE, "invalid-file", file, line, told)
    return ConfigurationError(f"{file.path}: {message}", (found,))


def _uncapitalized(text: str) -> str:
    return text[:1].lower() + text[1:]
