"""Reads the page of a viewer as a browser would."""

import json
from html.parser import HTMLParser
from typing import Any

from attrs import define, field


@define
class ReadPage:
    """What stands in a page.

    Attributes:
        elements: names and attributes, in order.
        texts: for each script and style element its content.
        text: all text outside of those.
    """

    elements: list[tuple[str, dict[str, str | None]]] = field(factory=list)
    texts: list[str] = field(factory=list)
    text: str = ""

    @property
    def data(self) -> dict[str, Any]:
        """The data of the page."""
        found: dict[str, Any] = json.loads(self.texts[1])
        return found

    @property
    def policy(self) -> dict[str, str]:
        """The directives of its content security policy."""
        content = next(
            attributes["content"]
            for name, attributes in self.elements
            if name == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        )
        assert content
        return dict(part.strip().split(" ", 1) for part in content.split(";"))


def read_page(page: str) -> ReadPage:
    """Return what stands in a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = ReadPage()
        self.is_raw = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.elements.append((tag, dict(attrs)))
        self.is_raw = tag in {"script", "style"}
        if self.is_raw:
            self.found.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.is_raw = self.is_raw and tag not in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if self.is_raw:
            self.found.texts[-1] += data
        else:
            self.found.text += data
