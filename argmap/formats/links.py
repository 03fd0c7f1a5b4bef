"""Addresses in a text of another format, as sources."""

import re
from typing import Final

from argmap.formats.ids import Ids, slug
from argmap.model import Source
from argmap.text import Span

_SITE: Final = re.compile(r"(?:[a-z]+://)?(?:www\.)?([^/?#]+)", re.IGNORECASE)


class Links:
    """The sources that were linked to, one for each address; each is called by its site."""

    def __init__(self) -> None:
        self._ids = Ids()
        self._by_url: dict[str, Source] = {}

    def source(self, url: str, title: str, span: Span | None = None) -> str:
        """Return the id of the source at an address; without a title it is called by that."""
        if url not in self._by_url:
            site = _SITE.match(url)
            name = self._ids.take(slug(site[1] if site else ""), "source")
            self._by_url[url] = Source(name, title or url, url=url, span=span)
        return self._by_url[url].id

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in the order in which they were met."""
        return tuple(self._by_url.values())
