"""However texts were edited, what is shown is what a fresh look would show."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="needs pygls")

from lsprotocol.types import Diagnostic, Position

from argmap.cli.commands.lsp import means
from argmap.lsp import Desk
from argmap.lsp.acting import actions
from argmap.lsp.completing import completion
from argmap.lsp.diagnostics import diagnostics_of
from argmap.lsp.hovering import hover
from argmap.lsp.navigating import highlights, outline
from argmap.lsp.positions import Positions
from tests.lsp.conftest import EVIDENCE, MAP, make_project

ARGDOWN = "[a]: A claim. #tag\n  + <Why>: Because.\n\n(1) [b]: B.\n----\n(2) [a]\n"
NAMES = ("claims/city/0-map.yaml", "claims/city/1-evidence.yaml", "debate.argdown", "argmap.toml")
TEXTS = dict(zip(NAMES, (MAP, EVIDENCE, ARGDOWN, ""), strict=True))

# A file, where to cut, how much, and what comes in its place.
EDITS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.integers(0, 400),
        st.integers(0, 30),
        st.sampled_from(
            ["", "cuts", "\n", ": ", "- [", "}", "  x: {text: 'é🌍'}\n", "\r\n", "#", "["]
        ),
    ),
    max_size=6,
)


def desk_in(root: Path, texts: dict[str, str]) -> Desk:
    """Return a desk with some texts open."""
    desk = Desk(means(), Positions("utf-8"))
    for name, text in texts.items():
        desk.open((root / name).as_uri(), "yaml", text, 1)
    return desk


def shown(desk: Desk) -> dict[str, list[Diagnostic]]:
    """Return all that is wrong, by URI."""
    found: dict[str, list[Diagnostic]] = {}
    for uri in desk.buffers:
        found |= diagnostics_of(desk.page(uri))
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_project(tmp_path_factory.mktemp("desk"))
    (made / "debate.argdown").write_text(ARGDOWN)
    return made


@settings(max_examples=60)
@given(edits=EDITS)
def test_after_any_edits_all_is_as_in_a_fresh_look(
    root: Path, edits: list[tuple[str, int, int, str]]
) -> None:
    texts = dict(TEXTS)
    desk = desk_in(root, texts)
    for number, (name, start, length, new) in enumerate(edits):
        text = texts[name]
        texts[name] = text[:start] + new + text[start + length :]
        desk.change((root / name).as_uri(), texts[name], number + 2)
        if number % 2:
            shown(desk)
    assert shown(desk) == shown(desk_in(root, texts))


@settings(max_examples=60)
@given(edits=EDITS, place=st.tuples(st.integers(0, 20), st.integers(0, 30)))
def test_no_text_is_too_odd_to_be_asked_about(
    root: Path, edits: list[tuple[str, int, int, str]], place: tuple[int, int]
) -> None:
    texts = dict(TEXTS)
    for name, start, length, new in edits:
        text = texts[name]
        texts[name] = text[:start] + new + text[start + length :]
    desk = desk_in(root, texts)
    position = Position(*place)
    for uri in desk.buffers:
        page = desk.page(uri)
        hover(page, position)
        highlights(page, position)
        completion(page, position)
        for symbol in outline(page):
            assert symbol.range.start <= symbol.selection_range.start
        every = page.positions.range(page.file.span(0, len(page.file.text)))
        actions(page, every, None)


def test_a_map_is_looked_at_again_only_when_it_changed(root: Path) -> None:
    desk = desk_in(root, TEXTS)
    city, other, debate = ((root / name).as_uri() for name in NAMES[:3])
    before = {uri: desk.look(uri) for uri in (city, other, debate)}
    assert before[city] is before[other]
    desk.change(other, f"{EVIDENCE}\n", 2)
    assert desk.look(debate) is before[debate]
    assert desk.look(city) is not before[city]
    assert desk.look_back(city) is desk.look(city)
