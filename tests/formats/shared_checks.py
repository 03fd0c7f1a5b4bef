"""What the tests of several formats do alike."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import strategies as st

from argmap.findings import Finding
from argmap.formats import format_named
from argmap.formats.format import Beside, nothing_beside
from argmap.model import ArgumentMap
from argmap.text import TextFile

_CORPORA: Final = Path(__file__).parents[2].parent / "shared" / "corpora"


def corpus(pattern: str) -> Iterator[TextFile]:
    """Give the real files of a pattern; skip the test where there are none."""
    paths = sorted(_CORPORA.glob(pattern))
    if not paths:
        pytest.skip(f"the corpora are not here: {pattern}")
    for path in paths:
        yield TextFile(path.name, path.read_bytes().decode("utf-8-sig"))


def read(name: str, text: str, beside: Beside = nothing_beside) -> ArgumentMap:
    """Read a text that is without fault."""
    argument_map, findings = format_named(name).read(TextFile("map.txt", text), beside)
    assert findings == ()
    return argument_map


def findings(name: str, text: str, beside: Beside = nothing_beside) -> list[str]:
    """Return what is found in a text: place, severity, message, advice."""
    _, found = format_named(name).read(TextFile("map.txt", text), beside)
    return [told(one) for one in found]


def told(finding: Finding) -> str:
    """Return a finding on one line."""
    span = finding.span
    place = f"{span.line}:{span.column}" if span else ""
    return f"{place} {finding.severity.word} {finding.code} {finding.message}; {finding.help}"


def mutated(text: str) -> st.SearchStrategy[str]:
    """Give a text with pieces taken out, doubled, or put in from elsewhere."""
    pieces = st.tuples(
        st.integers(0, len(text)),
        st.integers(0, 30),
        st.sampled_from(("", "\n", "\x00", "\ufeff", '"', "<", "&", ":", "- ", "\t", "T1", "é"))
        | st.integers(0, len(text)).map(lambda at: text[at : at + 20]),
    )
    return st.lists(pieces, min_size=1, max_size=4).map(lambda some: _changed(text, some))


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for at, length, put in changes:
        text = text[:at] + put + text[at + length :]
    return text
