"""What the tests of several formats do alike."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from hypothesis import strategies as st

from argmap.findings import Finding
from argmap.formats import format_named
from argmap.formats.format import Beside, nothing_beside
from argmap.model import ArgumentMap, Claim, Evidence, Node, Relation, Stance
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


_WORDS: Final = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=12
)
_TEXT: Final = _WORDS.filter(bool)
_FIELDS: Final = {
    "type": st.none() | _WORDS,
    "withdrawn": st.none() | _WORDS,
    "confidence": st.none() | st.floats(0, 1),
    "section": st.none() | _WORDS,
    "tags": st.lists(_WORDS, max_size=2),
    "note": st.none() | _WORDS,
    "aliases": st.lists(_WORDS, max_size=2),
}


@st.composite
def whole_maps(draw: st.DrawFn, *, most_premises: int = 3) -> ArgumentMap:
    """Give maps in which every id stands once and every end is there, without sources."""
    ids = ("a", "b-2", "G1", "T1", "C3", "2019")
    nodes: list[Node] = []
    for name in draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)):
        if draw(st.booleans()):
            more = {"main": st.booleans(), "assumed": st.none() | _WORDS}
            nodes.append(draw(st.builds(Claim, st.just(name), _TEXT, **_FIELDS, **more)))
        else:
            nodes.append(draw(st.builds(Evidence, st.just(name), _TEXT, **_FIELDS)))
    ends = st.sampled_from([node.id for node in nodes])
    stances = st.sampled_from((Stance.SUPPORTS, Stance.CONTRASTS))
    premises = st.lists(ends, min_size=1, max_size=most_premises, unique=True)
    drawn = draw(st.lists(st.builds(Relation, stances, premises, ends), max_size=4))
    steps = list({one.id: one for one in drawn}.values())
    if steps:
        attacked = st.sampled_from([one.id for one in steps])
        undercut = st.builds(Relation, st.just(Stance.UNDERCUTS), ends, attacked)
        drawn = draw(st.lists(undercut, max_size=2))
        steps += {one.id: one for one in drawn}.values()
    return ArgumentMap(draw(_WORDS.filter(bool)), nodes=nodes, relations=steps)


def without_data(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map without what other tools keep, and without passages and sources."""
    return evolve(
        argument_map,
        nodes=tuple(evolve(one, data={}, passages=()) for one in argument_map.nodes),
        relations=tuple(evolve(one, data={}) for one in argument_map.relations),
        sources=(),
        data={},
    )
