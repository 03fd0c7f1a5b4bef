"""What no page may have: scripts of others, handlers, and addresses that act when followed."""

import re
from html.parser import HTMLParser
from typing import Final

from argmap.render.clean import safe_link

_OUTSIDE: Final = re.compile(r"url\(|@import|expression\(", re.IGNORECASE)
_ACTIVE: Final = frozenset({"iframe", "object", "embed", "base", "form", "applet", "foreignobject"})
_ADDRESSES: Final = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset"})


def hold_page(text: str, scripts: int) -> None:
    """Make sure that a page has the scripts that argmap wrote, and nothing else that acts.

    Args:
        text: the page.
        scripts: how many script elements such a page has.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.scripts == scripts, f"{reader.scripts} scripts"
    assert "content-security-policy" in text.lower()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _ACTIVE, tag
        self.scripts += tag == "script"
        for name, value in attrs:
            assert not name.startswith("on"), f"{tag} {name}"
            if name in _ADDRESSES and not (tag == "link" and (value or "").startswith("data:")):
                is_within = (value or "").startswith(("#", "/static/"))
                assert is_within or safe_link(value) == value, f"{tag} {name}={value}"
            assert name != "style" or not _OUTSIDE.search(value or ""), value
