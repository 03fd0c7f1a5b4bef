"""Maps as most formats can hold them: every id of nodes and relations stands once."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import strategies as st

from argmap.formats import format_named
from argmap.model import ArgumentMap
from argmap.text import TextFile
from tests.claimfile.maps import maps

CORPORA: Final = Path(__file__).parents[2].parent / "shared" / "corpora"


def is_whole(argument_map: ArgumentMap) -> bool:
    """Say whether no id stands twice, and no relation is a premise."""
    ids = [one.id for one in (*argument_map.nodes, *argument_map.relations)]
    sources = [one.id for one in argument_map.sources]
    premises = {one for relation in argument_map.relations for one in relation.premises}
    relations = {one.id for one in argument_map.relations}
    return len({*ids}) == len(ids) and len({*sources}) == len(sources) and not premises & relations


whole_maps: st.SearchStrategy[ArgumentMap] = maps().filter(is_whole)


def read(name: str, text: str) -> tuple[ArgumentMap, list[str]]:
    """Read a text; return the map, and each finding as place, severity and message."""
    argument_map, findings = format_named(name).read(TextFile("a", text))
    return argument_map, [
        f"{one.span.line if one.span else 0}:{one.span.column if one.span else 0} "
        f"{one.severity.word} {one.code} {one.message}"
        for one in findings
    ]


def corpus(path: str) -> str:
    """Return a real file; skip the test where the corpora are not."""
    if not CORPORA.exists():
        pytest.skip("the corpora are not here")
    return (CORPORA / path).read_text(encoding="utf-8-sig")
