"""On which line of a TOML file a key stands, for messages; tomllib does not say."""

import re
from typing import Final

_HEADER: Final = re.compile(r"\s*\[\[?([^\[\]#]+)\]")
_NAME: Final = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEY: Final = re.compile(rf"\s*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=")
_PART: Final = re.compile(r"""([\w-]+)|"([^"]*)"|'([^']*)'""")


def line_of_key(text: str, table: str, key: str) -> int:
    """Return the line of a key, from 1; the line of its table, or 0, where it is not found.

    Good enough for people: a key that stands in an inline table is looked for by its table.

    Args:
        text: a valid TOML file.
        table: the dotted name of the table that has the key; empty for the top.
        key: the key.
    """
    head = tuple(_parts(table))
    wanted = (*head, key)
    here: tuple[str, ...] = ()
    line_of_table = 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            here = tuple(_parts(header[1]))
            written = here
        elif pair := _KEY.match(line):
            written = (*here, *_parts(pair[1]))
        else:
            continue
        if written[: len(wanted)] == wanted:
            return number
        if written[: len(head)] == head and head and not line_of_table:
            line_of_table = number
    return line_of_table


def _parts(name: str) -> list[str]:
    return ["".join(groups) for groups in _PART.findall(name)]
