"""All formats of the table: each has a page, is told from the others, and takes any text."""

from contextlib import suppress
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.claimfile import in_written_order
from argmap.formats import FORMATS, Format, UnknownFormatError, format_of
from argmap.formats.format import Written
from argmap.model import ArgumentMap
from argmap.project import load
from argmap.text import TextFile

ROOT = Path(__file__).parents[2]
SUNDAYS = in_written_order(load(ROOT / "claims" / "sundays")[0])
READ = [one for one in FORMATS if one.reads]
WRITTEN = [one for one in FORMATS if one.writes]
BOTH = [one for one in READ if one.writes]
FRAMEWORKS = {"af", "apx", "tgf"}
LOSSLESS = {"argmap", "argmap-json", "argdown", "aif", "xaif", "sadface", "arguebuf", "graphml"}


def name_of(one: Format) -> str:
    return one.name


def read_back(one: Format, written: Written) -> ArgumentMap:
    beside = {f"x{suffix}": text for suffix, text in written.beside.items()}

    def find(path: str) -> TextFile | None:
        return TextFile(path, beside[path]) if path in beside else None

    return one.read(TextFile(f"x{one.suffixes[0]}", written.text), find)[0]


def test_names_are_unique() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("one", FORMATS, ids=name_of)
def test_every_format_has_a_page_that_fits_a_terminal(one: Format) -> None:
    first, *lines = one.page.splitlines()
    assert first.endswith(".")
    assert max(len(line) for line in lines) <= 100


@pytest.mark.parametrize("one", BOTH, ids=name_of)
def test_what_is_written_is_told_to_be_in_its_format(one: Format) -> None:
    text = one.write(SUNDAYS).text
    assert format_of(TextFile(f"x{one.suffixes[0]}", text)) is one
    if one.recognise is not None and one.name != "argmap":
        assert format_of(TextFile("x", text)) is one


@pytest.mark.parametrize("one", BOTH, ids=name_of)
def test_a_format_that_loses_nothing_gives_the_map_back(one: Format) -> None:
    written = one.write(SUNDAYS)
    back = in_written_order(read_back(one, written))
    is_same = _plain(back) == _plain(SUNDAYS)
    assert is_same or written.losses, "something was lost without a word"
    if one.name in LOSSLESS:
        assert written.losses == ()
        assert is_same


@pytest.mark.parametrize("one", [one for one in BOTH if one.name not in FRAMEWORKS], ids=name_of)
def test_claims_and_their_texts_come_back_from_every_format(one: Format) -> None:
    back = read_back(one, one.write(SUNDAYS))
    texts = {" ".join(node.text.split()) for node in back.nodes}
    assert {node.text for node in SUNDAYS.nodes} <= texts


@pytest.mark.parametrize("one", READ, ids=name_of)
@settings(max_examples=60)
@given(text=st.text(max_size=200) | st.text("{}[]<>\"':,-+_#=\n\t 1aA.()/\\&;", max_size=200))
def test_any_text_is_read_or_refused_with_a_finding(one: Format, text: str) -> None:
    one.read(TextFile(f"x{one.suffixes[0]}", text))


@given(text=st.text(max_size=100), suffix=st.sampled_from(["", ".json", ".xml", ".txt", ".yaml"]))
def test_any_text_is_of_some_format_or_none(text: str, suffix: str) -> None:
    with suppress(UnknownFormatError):
        assert format_of(TextFile(f"x{suffix}", text)) in READ


def _plain(the_map: ArgumentMap) -> ArgumentMap:
    """Return a map without what formats keep for themselves, and in an order of its own."""
    return evolve(
        the_map,
        nodes=sorted((evolve(one, data={}) for one in the_map.nodes), key=lambda one: one.id),
        relations=sorted(
            (evolve(one, data={}) for one in the_map.relations), key=lambda one: one.id
        ),
        sources=sorted((evolve(one, data={}) for one in the_map.sources), key=lambda one: one.id),
        data={},
    )
