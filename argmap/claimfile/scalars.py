"""One text as YAML: plain where that is safe, else in quotes, and in a block over several lines."""

import re
from typing import Final

from argmap.claimfile.tree import ABSENT
from argmap.findings import ArgmapError

INDENT: Final = "  "

# What libyaml reads and keeps as it is; without line breaks, tabs and the byte order mark. What
# Python can print is among it, so that few texts need these expressions, which compile slowly.
_PRINTABLE: Final = (
    "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
)
_ON_ONE_LINE: Final = f"[{_PRINTABLE}]*"
_ON_LINES: Final = f"[\t\n{_PRINTABLE}]*"
_UNSAFE_IN_QUOTES: Final = f'[^{_PRINTABLE}]|["\\\\]'
_UNSAFE_IN_JSON: Final = f"[^\n{_PRINTABLE}]"
_START_OF_PLAIN: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`.]|-(?=\w)|\.(?!\.\.)")
_END_OF_PLAIN: Final = re.compile(r": |:$| #|\s$")
_FLOW_SIGNS: Final = re.compile(r"[,\[\]{}?]|:(?=[,\[\]{}])")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ESCAPES: Final = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\t": "\\t",
    "\n": "\\n",
    "\r": "\\r",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}

_OTHER_TRUTH: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "~"})
_OTHER_NUMBER: Final = re.compile(r"[-+.]?[0-9][0-9a-fox_.:eE+-]*|[-+]?\.(inf|nan)", re.IGNORECASE)


class UnwritableTextError(ArgmapError, ValueError):
    """A text has half of a character (a lone surrogate), which no claim file can carry."""

    def __init__(self, text: str) -> None:
        self.text = text
        shown = text.encode("ascii", "backslashreplace").decode("ascii")
        super().__init__(f"no claim file can carry {shown[:60]!r}: it has half of a character")


def means_more_than_text(text: str) -> bool:
    """Say whether other readers of YAML take a word without quotes for true, false or nothing."""
    return text.casefold() in _OTHER_TRUTH


def one_line(text: str, style: str = "", *, in_flow: bool = False) -> str:
    """Return a text as a scalar on one line.

    Args:
        text: the text.
        style: how its author writes it. Quotes that keep other readers of YAML from taking
            it for a number or the like are kept, others are not.
        in_flow: whether it stands in brackets or braces.

    Raises:
        UnwritableTextError: for a lone surrogate.
    """
    if _is_plain(text, in_flow=in_flow) and not (style and _is_other(text)):
        return text
    if '"' in text or "\\" in text:
        if _is_on_one_line(text):
            return "'" + text.replace("'", "''") + "'"
    elif text.isprintable():
        return f'"{text}"'
    if _SURROGATE.search(text):
        raise UnwritableTextError(text)
    return f'"{re.sub(_UNSAFE_IN_QUOTES, _escape, text)}"'


def block(text: str, style: str = "") -> tuple[str, list[str]] | None:
    """Return a text over several lines as a literal block: its header and its lines.

    None is returned where quotes are the safer way: for a first line that begins with a
    blank, for blanks or several empty lines at the end, and for unusual characters.
    """
    lines = text.removesuffix("\n").split("\n")
    filled = [line for line in lines if line]
    if (
        "\n" not in text
        or not filled
        or not lines[-1]
        or filled[0][0] in " \t"
        or any(not line.strip() for line in filled)
        or not _is_on_lines(text)
        or (style != "|" and any(line[-1] in " \t" for line in filled))
    ):
        return None
    return ("|" if text.endswith("\n") else "|-"), lines


def escaped_in_json(text: str) -> str:
    """Return a text of JSON with all characters escaped that YAML does not take as they are."""
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_UNSAFE_IN_JSON, lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return (
        text not in ABSENT
        and text != "<<"
        and _START_OF_PLAIN.match(text) is not None
        and _END_OF_PLAIN.search(text) is None
        and _is_on_one_line(text)
        and not (in_flow and _FLOW_SIGNS.search(text))
    )


def _is_on_one_line(text: str) -> bool:
    return text.isprintable() or re.fullmatch(_ON_ONE_LINE, text) is not None


def _is_on_lines(text: str) -> bool:
    printed = text.replace("\n", "").replace("\t", "")
    return printed.isprintable() or re.fullmatch(_ON_LINES, text) is not None


def _is_other(text: str) -> bool:
    return means_more_than_text(text) or _OTHER_NUMBER.fullmatch(text) is not None


def _escape(sign: re.Match[str]) -> str:
    character = sign[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}"  # noqa: PLR2004  (one byte)
