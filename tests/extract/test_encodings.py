"""Bytes as text."""

# ruff: noqa: RUF001 - letters of many scripts

import codecs

import pytest

from argmap.extract.encodings import Decoded, codec_named, decode
from argmap.extract.problems import UndecodableError

FRENCH = "Le maire a déclaré que la zone était agrandie à l’été. Ça coûte 5 €."
JAPANESE = "これは日本語の文章です。交通量は十八パーセント減少した。"
RUSSIAN = "Плата снижает движение автомобилей. Это доказано."


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (b"", "", "UTF-8"),
        (FRENCH.encode(), FRENCH, "UTF-8"),
        (codecs.BOM_UTF8 + FRENCH.encode(), FRENCH, "UTF-8"),
        (codecs.BOM_UTF16_LE + JAPANESE.encode("utf-16-le"), JAPANESE, "UTF-16LE"),
        (codecs.BOM_UTF16_BE + JAPANESE.encode("utf-16-be"), JAPANESE, "UTF-16BE"),
        (codecs.BOM_UTF32_LE + RUSSIAN.encode("utf-32-le"), RUSSIAN, "UTF-32LE"),
        (codecs.BOM_UTF32_BE + RUSSIAN.encode("utf-32-be"), RUSSIAN, "UTF-32BE"),
        (b"\x1b$ is not Japanese: \xc3\xa9", "\x1b$ is not Japanese: é", "UTF-8"),
    ],
)
def test_marks_and_utf_8_leave_no_doubt(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (FRENCH, "cp1252", "windows-1252"),
        ("“It’s a café,” she said.", "cp1252", "windows-1252"),
        ("Opłata zmniejsza ruch. Źródło jest pewne.", "iso8859-2", "ISO-8859-2"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "cp1251", "windows-1251"),
        ("Το τέλος μειώνει την κυκλοφορία.", "cp1253", "windows-1253"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        ("收费减少了汽车交通。数据来自年度报告。", "gbk", "GB18030"),
        ("收費減少了汽車交通。數據來自年度報告。", "big5", "Big5"),
        ("이 요금은 자동차 교통량을 줄입니다.", "euc_kr", "EUC-KR"),
        ("The charge cut traffic: it’s so.", "utf-16-le", "UTF-16LE"),
        ("The charge cut traffic: it’s so.", "utf-16-be", "UTF-16BE"),
    ],
)
def test_another_encoding_is_guessed_and_told(text: str, codec: str, name: str) -> None:
    remark = f"was read as {name}, a guess; save it as UTF-8"
    assert decode(text.encode(codec)) == Decoded(text, name, remark)


def test_the_guess_looks_behind_a_long_beginning_in_ascii() -> None:
    beginning = "Nothing but ASCII. " * 20_000
    decoded = decode((beginning + RUSSIAN).encode("koi8-r"))
    assert (decoded.text, decoded.encoding) == (beginning + RUSSIAN, "KOI8-R")


def test_what_a_page_declares_is_no_guess() -> None:
    content = "Ücret araç trafiğini azaltır.".encode("cp1254")
    assert decode(content, codec_named("iso-8859-9")) == Decoded(
        "Ücret araç trafiğini azaltır.", "windows-1254"
    )


def test_a_page_in_utf_8_is_not_what_it_declares() -> None:
    remark = "says that it is windows-1252, but is UTF-8 and was read as that"
    assert decode("é".encode(), "cp1252") == Decoded("é", "UTF-8", remark)


def test_ascii_is_as_declared_without_a_word() -> None:
    assert decode(b"plain", "cp1252") == Decoded("plain", "UTF-8")


def test_a_page_that_is_not_what_it_declares_is_guessed() -> None:
    decoded = decode(RUSSIAN.encode("koi8-r"), "utf-8")
    remark = "says that it is UTF-8, but is not; was read as KOI8-R, a guess; save it as UTF-8"
    assert decoded == Decoded(RUSSIAN, "KOI8-R", remark)


@pytest.mark.parametrize(
    ("content", "offset", "message"),
    [
        (
            "déjà vu, naïve".encode() + b"\xff",
            17,
            "at byte 17 (from 0), 0xff is not UTF-8; save it as UTF-8",
        ),
        (
            codecs.BOM_UTF16_LE + b"a",
            2,
            "at byte 2 (from 0), 0x61 is not UTF-16LE; save it as UTF-8",
        ),
        (b"ab\0c", 2, "at byte 2 (from 0), there is a zero, which no text has; save it as UTF-8"),
        (
            codecs.BOM_UTF8 + "é\0".encode(),
            5,
            "at byte 5 (from 0), there is a zero, which no text has; save it as UTF-8",
        ),
        (
            bytes(range(1, 9)) * 10 + b"\xff",
            80,
            "at byte 80 (from 0), 0xff is not UTF-8; save it as UTF-8",
        ),
        (
            b"\x1b\xe8\x1b$\0",  # Python takes it for ISO-2022-JP
            1,
            "at byte 1 (from 0), 0xe8 is not UTF-8; save it as UTF-8",
        ),
    ],
)
def test_what_is_no_text_is_told_with_its_place(content: bytes, offset: int, message: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(content)
    assert (caught.value.offset, str(caught.value)) == (offset, message)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("utf-16", "utf-8"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("x-sjis", "cp932"),
        ("GB2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("no-such", ""),
        ("base64", ""),
        ("idna", ""),
        ("unicode_escape", ""),
    ],
)
def test_names_mean_what_pages_mean_by_them(label: str, codec: str) -> None:
    assert codec_named(label) == codec
