"""A small text and a map of it, with a sentence of each kind."""

from typing import Final

from argmap import claimfile
from argmap.model import ArgumentMap
from argmap.passages import SourceText, plain_source
from argmap.text import TextFile

TEXT: Final = """\
Why it should open

The library should open on Sundays. Visits rose by a third. So they say.

What is against it

The staff want a rest. Who pays for it? Nobody knows.
"""
CLAIMS: Final = """\
map: {title: "Open on Sundays?"}
sources:
  article: {title: The article, author: H. Brook, date: 2025}
  other: {title: Another text}
claims:
  open:
    text: It should open.
    main: true
    cites: {source: article, paragraph: 1, sentence: 1}
evidence:
  visits:
    text: A third more came.
    supports: [open]
    cites: {source: article, quote: rose by a third}
  rest:
    text: The staff want to rest.
    contrasts: [open]
    cites: [{source: article, paragraph: 2, sentence: 1}, {source: other, page: 3}]
  lost:
    text: Nobody uses this.
    cites: {source: article, paragraph: 9}
set_aside:
  - {source: article, paragraph: 2, sentence: 2, reason: it asks}
"""


def article() -> SourceText:
    return plain_source(TEXT)


def library() -> ArgumentMap:
    the_map, findings = claimfile.read([TextFile("map.yaml", CLAIMS)])
    assert findings == ()
    return the_map
