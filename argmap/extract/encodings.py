"""Bytes as text: in the encoding that they name, in UTF-8, or in the one that fits best."""

import codecs
import re
from typing import Final

from attrs import frozen

from argmap.extract.problems import UndecodableError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES: Final = {
    "big5": "Big5",
    "big5hkscs": "Big5",
    "cp866": "IBM866",
    "cp874": "windows-874",
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "euc_jis_2004": "EUC-JP",
    "euc_jp": "EUC-JP",
    "gb18030": "GB18030",
    "iso2022_jp": "ISO-2022-JP",
    "iso8859-2": "ISO-8859-2",
    "iso8859-3": "ISO-8859-3",
    "iso8859-4": "ISO-8859-4",
    "iso8859-5": "ISO-8859-5",
    "iso8859-6": "ISO-8859-6",
    "iso8859-7": "ISO-8859-7",
    "iso8859-8": "ISO-8859-8",
    "iso8859-10": "ISO-8859-10",
    "iso8859-13": "ISO-8859-13",
    "iso8859-14": "ISO-8859-14",
    "iso8859-15": "ISO-8859-15",
    "iso8859-16": "ISO-8859-16",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "mac-cyrillic": "x-mac-cyrillic",
    "mac-roman": "macintosh",
    "utf-8": "UTF-8",
    "utf-16-be": "UTF-16BE",
    "utf-16-le": "UTF-16LE",
    "utf-32-be": "UTF-32BE",
    "utf-32-le": "UTF-32LE",
}
"""Python's codecs for the encodings of the web, and the names that people know these by.

No other codec is ever used: some that Python has are no encodings of text, or run for long.
"""

_MEANT: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",  # a page that says so in ASCII letters is in no UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""What pages mean by a name: the larger set of characters, as the Encoding Standard has it."""

_GUESSED: Final = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859-2", "iso8859-5", "iso8859-7", "iso8859-15", "koi8-r", "koi8-u", "cp866", "cp874"),
    *("cp932", "euc_jis_2004", "gb18030", "big5hkscs", "cp949", "mac-roman"),
    *("utf-16-le", "utf-16-be", "utf-8"),
)
_WESTERN: Final = "cp1252"
_LEAST_SURE: Final = 0.1  # measured on texts with one or two letters that are not ASCII
_LOOKED_AT: Final = 200_000
_ZERO: Final = "there is a zero, which no text has"
_SEVEN_BITS: Final = "iso2022_jp"  # its bytes look like ASCII
_JAPANESE: Final = b"\x1b$"  # how it begins
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_FEW: Final = 3  # times as many characters; in other encodings, not one in three is UTF-8 by chance
_CONTROL: Final = re.compile(rb"[\x01-\x06\x0e-\x19\x1c-\x1f]")  # what no text of old has
_HIGH: Final = re.compile(rb"[\x80-\xff]")


@frozen
class Decoded:
    """A text, and how its bytes were read.

    Attributes:
        text: the text, without a byte order mark.
        encoding: the name of its encoding.
        remark: what to tell people about that; empty where the bytes left no doubt.
    """

    text: str
    encoding: str
    remark: str = ""


def decode(content: bytes, declared: str = "") -> Decoded:
    """Return bytes as text.

    A byte order mark decides; then UTF-8, which other encodings do not look like by chance; then
    the encoding that the text names for itself; then a guess.

    Args:
        content: the bytes.
        declared: the encoding that the text names, as `codec_named` gives it; empty for none.

    Raises:
        UndecodableError: where no encoding fits, or the bytes are no text.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content.removeprefix(mark), codec, len(mark)), _NAMES[codec])
    trial = None if _is_escaped(content) else _tried(content, "utf-8")
    if trial is None:
        return _not_utf_8(content, declared)
    if "\0" in trial:
        return _with_nulls(content)
    if declared not in {"", "utf-8"} and not trial.isascii():
        remark = f"says that it is {_NAMES[declared]}, but is UTF-8 and was read as that"
        return Decoded(trial, "UTF-8", remark)
    return Decoded(trial, "UTF-8")


def codec_named(label: str) -> str:
    """Return the codec that a page means by the name of an encoding; empty for an unknown one."""
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name
    except (LookupError, ValueError):
        return ""
    meant = _MEANT.get(name, name)
    return meant if meant in _NAMES else ""


def _not_utf_8(content: bytes, declared: str) -> Decoded:
    if declared and declared != "utf-8":
        text = _tried(content, declared)
        if text is not None and "\0" not in text:
            return Decoded(text, _NAMES[declared])
    if _is_broken_utf_8(content):
        return Decoded(_strictly(content, "utf-8"), "UTF-8")
    codec = _guess(content)
    text = _strictly(content, codec or "utf-8")
    name = _NAMES[codec]
    doubt = f"says that it is {_NAMES[declared]}, but is not; " if declared else ""
    return Decoded(text, name, f"{doubt}was read as {name}, a guess; save it as UTF-8")


def _with_nulls(content: bytes) -> Decoded:
    """Return UTF-16 without a byte order mark; anything else with a zero byte is no text."""
    codec = _guess(content)
    text = _tried(content, codec) if codec.startswith("utf-16") else None
    if text is None or "\0" in text:
        raise UndecodableError(_ZERO, content.index(b"\0"))
    name = _NAMES[codec]
    return Decoded(text, name, f"was read as {name}, a guess; save it as UTF-8")


def _guess(content: bytes) -> str:
    """Return the codec that a detector takes the bytes for; empty where they seem no text."""
    if _is_escaped(content):
        return _SEVEN_BITS
    is_wide = b"\0" in content
    if not is_wide and _CONTROL.search(content):
        return ""
    # Most texts are UTF-8, and the detector's models take a while to load.
    from chardet import detect  # noqa: PLC0415

    # From the first letter that tells anything; all before it is ASCII.
    high = _HIGH.search(content)
    start = high.start() if high and not is_wide else 0
    found = detect(
        content[start : start + _LOOKED_AT],
        include_encodings=_GUESSED,
        no_match_encoding=_WESTERN,
        compat_names=False,
        prefer_superset=False,
    )
    name = found["encoding"]
    if name is None:
        return ""
    codec = codecs.lookup(name).name
    is_unsure = found["confidence"] < _LEAST_SURE and _tried(content, _WESTERN) is not None
    return _WESTERN if is_unsure or codec not in _NAMES else codec


def _tried(content: bytes, codec: str) -> str | None:
    if codec == _SEVEN_BITS and not content.isascii():
        return None  # Python lets other bytes pass
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _strictly(content: bytes, codec: str, before: int = 0) -> str:
    """Return a text in an encoding; `before` bytes stand before these in the file."""
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        reason = f"0x{content[error.start]:02x} is not {_NAMES[codec]}"
        raise UndecodableError(reason, before + error.start) from None
    if "\0" in text:
        is_wide = codec.startswith(("utf-16", "utf-32"))
        start = len(text[: text.index("\0")].encode(codec)) if is_wide else content.index(b"\0")
        raise UndecodableError(_ZERO, before + start)
    return text


def _is_escaped(content: bytes) -> bool:
    return _JAPANESE in content and _tried(content, _SEVEN_BITS) is not None


def _is_broken_utf_8(content: bytes) -> bool:
    """Say whether most of what is not ASCII is UTF-8, so that the rest is a mistake in that."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(_NOT_ASCII.findall(text)) > _FEW * broken
