"""PDFs written by hand, for tests."""

import zlib
from collections.abc import Iterable, Sequence

Shown = tuple[float, float, float, str]
"""Where a text begins (x to the right, y upwards), how large it is, and what it says."""


def written(pages: Iterable[Sequence[Shown]], catalog: str = "", font: str = "Helvetica") -> bytes:
    """Return a PDF of some pages, in one of the fonts that all readers have."""
    contents = [_drawn(page) for page in pages]
    numbers = range(4, 4 + 2 * len(contents), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>".encode(),
        f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>".encode(),
    ]
    for number, content in zip(numbers, contents, strict=True):
        objects += (_page(number + 1), stream(content))
    return pdf(objects)


def pdf(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a PDF of some objects, the first of them its catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        trailer.encode(),
        len(out),
    )
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%b%b" % (size, table, end)


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a stream, as it stands in a PDF."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), entries.encode(), content)


def deflated(content: bytes, entries: str = "") -> bytes:
    """Return a compressed stream."""
    return stream(zlib.compress(content, 9), f"/Filter/FlateDecode{entries}")


def lines(*texts: str, top: float = 700, size: float = 10, leading: float = 12) -> list[Shown]:
    """Return lines one below the other."""
    return [(72, top - leading * number, size, text) for number, text in enumerate(texts)]


def _page(content: int) -> bytes:
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {content} 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>"
    ).encode()


def _drawn(page: Sequence[Shown]) -> bytes:
    return b"\n".join(
        b"BT /F %g Tf %g %g Td (%b) Tj ET" % (size, x, y, _escaped(text))
        for x, y, size, text in page
    )


def _escaped(text: str) -> bytes:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
