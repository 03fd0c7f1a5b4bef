"""What is wrong with the address, the DOI or the ISBN of a source, and how it should be written."""

import re
from typing import Final, TypeAlias

from argmap.checks.rule import quoted
from argmap.model.identifiers import isbn_check_digit, isbn_digits

Fault: TypeAlias = tuple[str, str]
"""What is wrong, to be read behind the name of the field; and advice."""

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_END_OF_HOST: Final = re.compile(r"[/?#]")
_NOT_OF_AN_ADDRESS: Final = re.compile(r'[<>"\\]')
_ADDRESS_INSIDE: Final = re.compile(r"https?://(?!https?://)[^\s<>\"\\{}]+", re.IGNORECASE)
_NEARLY_A_SCHEME: Final = re.compile(r"\A(https?)[:/]+", re.IGNORECASE)
_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")

_RESOLVER: Final = r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|(?:info:doi/|urn:doi:|doi(?::|\b)) *"
_DOI: Final = re.compile(
    rf"(?:{_RESOLVER})?10(?:\.[0-9]{{4,9}}[0-9.]{{0,20}}(?:/|%2F)[^\s\\]+|/[A-Za-z0-9]+)",
    re.IGNORECASE,
)
_DOI_INSIDE: Final = re.compile(r"10\.[0-9]{4,9}[0-9.]{0,20}/[^\s\"'<>]+")
_ENTITY: Final = re.compile(r"&(?:lt|gt|amp);")
_DIGITS_OF_AN_ISBN: Final = re.compile(
    r"(?<![0-9])(?:97[89][- ]?(?:[0-9][- ]?){9}[0-9]|(?:[0-9][- ]?){9}[0-9Xx])(?![0-9])"
)


def is_doi(text: str) -> bool:
    """Say whether a text is a digital object identifier, alone or in the ways that people cite it.

    Those are behind `doi:` and as an address of doi.org; a short DOI (`10/abc`) is one as well.
    """
    return _DOI.fullmatch(text) is not None and text.isprintable() and not _ENTITY.search(text)


def fault_of_doi(doi: str) -> Fault | None:
    """Say what is wrong with a DOI."""
    if is_doi(doi):
        return None
    import html  # noqa: PLC0415 - most DOIs are right

    seen = _visible(html.unescape(doi)).replace("\\", "")
    inside = _DOI_INSIDE.search(seen)
    example = inside[0].rstrip(".,;)") if inside else "10.1000/182"
    if is_doi(seen):
        example = seen
    return f"is {quoted(doi)}, not a DOI", f"write it as in {quoted(example)}"


def fault_of_isbn(isbn: str) -> Fault | None:
    """Say what is wrong with an ISBN: its shape, or its check digit."""
    digits = isbn_digits(isbn)
    if not digits:
        inside = _DIGITS_OF_AN_ISBN.search(isbn)
        example = inside[0] if inside and inside[0] != isbn else "978-0-306-40615-7"
        return f"is {quoted(isbn)}, not an ISBN", f"write 10 or 13 digits, as in {quoted(example)}"
    wanted = isbn_check_digit(digits)
    if digits[-1] == wanted:
        return None
    message = f"is {quoted(isbn)}, whose last digit should be {wanted}"
    return message, "a digit is mistyped; compare it with the one in the book"


def fault_of_url(url: str) -> Fault | None:
    """Say what is wrong with an address."""
    wrong = _wrong_with_url(url)
    if not wrong:
        return None
    if _DRIVE.match(url):
        return wrong, "write the path of a local copy under `file:`"
    return wrong, f"write the whole address, as in {quoted(_better_url(url))}"


def _wrong_with_url(url: str) -> str:
    if not url.isprintable() or any(map(str.isspace, url)):
        return "holds a blank"
    strange = _NOT_OF_AN_ADDRESS.search(url)
    scheme = _SCHEME.match(url)
    if scheme is None or "." in scheme[1] or scheme[1].lower() == "localhost":
        return "has no scheme"
    if strange:
        return f"holds '{strange[0]}'"
    rest = url[scheme.end() :]
    if scheme[1].lower() not in {"http", "https", "ftp"}:
        return "" if rest else "ends behind its scheme"
    host = _END_OF_HOST.split(rest.removeprefix("//"), maxsplit=1)[0].rpartition("@")[2]
    name = host.partition(":")[0].strip(".").lower()
    if name in {"http", "https"}:
        return "has two schemes"
    is_host = rest.startswith("//") and name
    return "" if is_host or (rest.startswith("//[") and "]" in host) else "names no host"


def _better_url(url: str) -> str:
    """Return the address that is most likely meant; an example where none can be seen."""
    seen = _visible(url)
    inside = _ADDRESS_INSIDE.search(seen)
    candidates = (
        "%20".join(seen.split()) if seen.startswith(("http://", "https://")) else "",
        inside[0] if inside else "",
        _NEARLY_A_SCHEME.sub(r"\1://", seen, count=1),
        f"https://{''.join(seen.split())}",
    )
    good = (one for one in candidates if "." in one.strip(".") and not _wrong_with_url(one))
    return next(good, "https://example.org/page")


def _visible(text: str) -> str:
    """Return a text without what nobody sees in it."""
    return "".join(character for character in text if character.isprintable())
