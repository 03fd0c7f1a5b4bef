"""What an editor offers while something is typed, mostly in files that cannot be read just then."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="needs pygls")

from argmap.lsp.field_at import field_at, writing_at
from argmap.text import TextFile
from tests.lsp.conftest import MAP
from tests.lsp.editor import Editor

FILE = "claims/city/0-map.yaml"

RELATION_KEYS = ["by", "id", "scheme", "because", "strength", "data", "undercut"]
NODES = ["charge", "cuts", "taxis", "counts", "doubt"]


def offered(editor: Editor, text: str, name: str = FILE) -> list[str]:
    """Return what is offered where a text ends with `¦`."""
    before, _, after = text.partition("¦")
    editor.diagnostics(name, editor.type(name, before + after))
    line = before.count("\n")
    found = editor.at("completion", name, line, len(before.rpartition("\n")[2]))
    assert found["isIncomplete"] is False
    return [one["label"] for one in found["items"]]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("    supporting: [cou", ["counts", "doubt"]),
        ("    supporting: [cuts, tax", ["taxis"]),
        ("    supporting:\n      - cu", ["cuts", "undercut"]),
        ("    supporting:\n      - ", [*NODES, *RELATION_KEYS]),
        ("    supporting:\n    - tax", ["taxis"]),
        ("    supporting:\n      - by: tax", ["taxis"]),
        ("    supporting:\n      - by: [cuts, tax", ["taxis"]),
        ("    supporting:\n      - by: cuts\n        sch", ["scheme"]),
        ("    supporting: [{by: tax", ["taxis"]),
        ("    supporting:\n      - by: cuts\n        undercut: tax", ["taxis"]),
        ("    contrasting: tax", ["taxis"]),
        ('    supports: "tax', ["taxis"]),
        ("    restates: [tax", ["taxis"]),
        ("    undercuts: by-", ["by-counting", "doubt undercuts by-counting"]),
        ("    undercuts:\n      - target: by-c", ["by-counting", "doubt undercuts by-counting"]),
        ("    supporting: [broken", ["doubt"]),
        ("    typ", ["type"]),
        ("    type: pre", ["prediction"]),
        ("    main: t", ["true"]),
        ("    cites: rep", ["report"]),
        ("    cites: {sou", ["source"]),
        ("    cites: {source: rep", ["report"]),
        ("    cites: {source: report, par", ["paragraph"]),
        ("    cites:\n      sou", ["source"]),
        ("    cites:\n      - source: report\n        quo", ["quote"]),
        ("    cites:\n      - source: rep", ["report"]),
        ("    section: Wh", ["What was counted"]),
        ("    waive: {rule: unsu", ["unsupported-claim"]),
        ("    waive:\n      - rule: unsu", ["unsupported-claim"]),
        ("    waive:\n      - rule: x\n        rea", ["reason"]),
        ("    restates: [gone]\n    aliases: [", ["gone"]),
        ("    text: A", []),
        ("    text: A cl\n      cu", []),
        ("    nonsense: cu", []),
        ("    nonsense:\n      cu", []),
        ("    # supporting: [cu", []),
        ("    text: A claim.\n    tex", []),
    ],
)
def test_at_each_place_that_is_offered_which_can_stand_there(
    editor: Editor, typed: str, labels: list[str]
) -> None:
    editor.open(FILE)
    assert offered(editor, f"{MAP}  new:\n{typed}¦") == labels


def test_at_the_top_the_blocks_are_offered_that_are_not_there(editor: Editor) -> None:
    editor.open(FILE)
    assert offered(editor, f"{MAP}e¦") == ["section", "evidence", "relations", "set_aside"]


def test_the_id_of_something_new_is_one_that_is_named_already(editor: Editor) -> None:
    editor.open(FILE, MAP.replace("[cuts]", "[cuts, dear]"))
    assert offered(editor, f"{MAP.replace('[cuts]', '[cuts, dear]')}  d¦") == ["dear"]


def test_what_is_taken_takes_the_place_of_what_was_typed(editor: Editor) -> None:
    text = MAP.replace("[cuts]", "[by-c]").replace("    main: true\n", "")
    editor.open(FILE, text)
    found = editor.at("completion", FILE, 7, 21)
    assert found["items"] == []
    editor.type(FILE, text.replace("[by-c]", "[cou]"))
    (counts, _) = editor.at("completion", FILE, 7, 20)["items"]
    assert counts == {
        "label": "counts",
        "kind": 21,
        "detail": "evidence, statistic",
        "documentation": "Counts fell by 18 percent.",
        "filterText": "counts Counts fell by 18 percent.",
        "textEdit": {
            "range": {"start": {"line": 7, "character": 17}, "end": {"line": 7, "character": 20}},
            "newText": "counts",
        },
    }


def test_types_of_the_project_are_offered(project: Path, editor: Editor) -> None:
    (project / "argmap.toml").write_text('claim-types = ["moral"]\n')
    editor.open(FILE)
    editor.open(FILE)
    assert offered(editor, f"{MAP}  new:\n    type: mo¦") == ["moral"]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("[", ["a", "b"]),
        ("  + [b", ["b"]),
        ("<", ["Why so"]),
        ("Text #", ["city", "two words"]),
        ("Text #c", ["city"]),
        ("Text #(tw", ["two words"]),
        ("Text", []),
    ],
)
def test_in_argdown_titles_and_tags_are_offered(
    editor: Editor, typed: str, labels: list[str]
) -> None:
    text = "[a]: A claim. #city\n  + <Why so>: Because. #(two words)\n\n[b]: B.\n\nUntitled one.\n"
    editor.open("debate.argdown", text, "argdown")
    assert offered(editor, f"{text}\n{typed}¦", "debate.argdown") == labels


@given(st.text("ab:-[]{},'\"# \n\tclaims", max_size=60), st.integers(0, 60))
def test_no_text_is_too_odd(text: str, offset: int) -> None:
    file, offset = TextFile("a.yaml", text), min(offset, len(text))
    writing = writing_at(file, offset)
    field_at(file, offset)
    assert writing is None or 0 <= writing.start <= offset


@pytest.mark.parametrize("line", ["  " * 5_000, "- " * 50_000, "[{a: " * 20_000, "a" * 100_000])
def test_long_lines_take_no_long_time(line: str) -> None:
    text = f"claims:\n  a:\n    supporting: {line}"
    assert writing_at(TextFile("a.yaml", text), len(text)) is not None or line[0] == "["


def test_in_yaml_that_is_no_claim_file_nothing_is_offered(editor: Editor) -> None:
    for name in ("compose.yaml", "claims/city/reviews/cuts/ann.yaml"):
        editor.open(name, "")
        assert offered(editor, "cl¦", name) == []
    editor.open("claims/new.yaml", "")
    assert offered(editor, "cl¦", "claims/new.yaml") == ["claims"]
