"""What an editor shows of what the pointer rests on."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="needs pygls")

from tests.lsp.conftest import MAP
from tests.lsp.editor import Editor

FILE = "claims/city/0-map.yaml"
OTHER = "claims/city/1-evidence.yaml"


def shown(editor: Editor, name: str, line: int, character: int) -> str:
    """Return what is told of a place; empty for nothing."""
    found = editor.at("hover", name, line, character)
    return "" if found is None else found["contents"]["value"]


def test_a_claim_tells_how_it_stands_and_what_bears_on_it(editor: Editor) -> None:
    editor.open(FILE)
    assert shown(editor, FILE, 9, 4) == (
        "**cuts** (claim, cause)\n\n"
        "A charge cuts traffic.\n\n"
        "Status: supported: evidence that cites a source reaches it\n\n"
        "Supported by:\n\n"
        "- **counts** (supported): Counts fell by 18 percent.\n\n"
        "Contrasted by:\n\n"
        "- **taxis** (unsupported): Taxi trips rose. "
        "(does not count: no evidence reaches 'taxis')\n\n"
        "Supports:\n\n"
        "- **charge** (supported): We should charge."
    )


def test_evidence_shows_its_passage(editor: Editor) -> None:
    editor.open(OTHER)
    assert shown(editor, OTHER, 2, 2) == (
        "**counts** (evidence, statistic)\n\n"
        "Counts fell by 18 percent.\n\n"
        "Status: supported: it cites a source\n\n"
        "Supports:\n\n"
        "- **cuts** (supported): A charge cuts traffic.\n\n"
        "> fell by 18 percent  \n"
        "> Fifth report (The Council 2007, p. 12)"
    )


def test_the_words_at_a_place_are_shown_where_the_text_is_at_hand(
    project: Path, editor: Editor
) -> None:
    (project / "claims/city/r.txt").write_text("Cars fell. Buses rose.\n\nNobody knows why.\n")
    text = (
        "sources: {r: {title: Report, file: r.txt}}\n"
        "evidence:\n  rise: {text: Buses., cites: {source: r, paragraph: 1, sentence: 2}}\n"
    )
    (project / "claims/city/2.yaml").write_text(text)
    editor.open("claims/city/2.yaml")
    assert shown(editor, "claims/city/2.yaml", 2, 3).endswith(
        "> Buses rose.  \n> Report, paragraph 1, sentence 2"
    )


def test_a_relation_and_a_source_are_told_of(editor: Editor) -> None:
    editor.open(FILE)
    assert shown(editor, FILE, 14, 14) == (
        "**by-counting** (relation)\n\n"
        "'counts' supports 'cuts'\n\n"
        "Status: it holds\n\n"
        "Undercut by:\n\n"
        "- **doubt** (unsupported): The counters were broken. "
        "(does not count: no evidence reaches 'doubt')"
    )
    assert shown(editor, FILE, 2, 4) == (
        "**report** (source)\n\n"
        "The Council. Fifth report. 2007. https\\://example.org/r\n\n"
        "Cited by:\n\n"
        "- **counts**: Counts fell by 18 percent."
    )


def test_open_flags_and_verdicts_are_told(project: Path, editor: Editor) -> None:
    for verb in (("flag", "counts", "weak-source"), ("review", "counts", "--accept")):
        command = [sys.executable, "-m", "argmap", *verb, "--by", "Ann"]
        subprocess.run(command, cwd=project, check=True, capture_output=True)
    editor.open(OTHER)
    told = shown(editor, OTHER, 2, 2)
    assert "Review: accepted: accepted as it stands:\n\n- Ann accepted it, " in told
    assert "- Ann flags it as weak-source, " in told


def test_hostile_text_is_shown_as_it_stands(editor: Editor) -> None:
    text = "'# [x](http://e.org) <b>*a*</b> ![](x) `c` &lt; | 1. @me'"
    editor.open(FILE, MAP.replace("Taxi trips rose.", text))
    assert (
        "\\# \\[x\\](http\\://e.org) \\<b\\>\\*a\\*\\</b\\> \\!\\[\\](x) \\`c\\` \\&lt; \\| 1. @me"
    ) in shown(editor, FILE, 16, 4)


def test_a_field_and_the_rule_of_a_waiver_say_what_they_are_for(editor: Editor) -> None:
    editor.open(FILE, f"{MAP}    waive: {{rule: unsupported-claim, reason: Later.}}\n")
    assert shown(editor, FILE, 8, 6) == (
        "**supporting**\n\nWhat speaks for it: ids; a list in the list is premises that count "
        "only together."
    )
    assert shown(editor, FILE, 19, 22).startswith(
        "**unsupported-claim**\n\nNothing supports a claim that needs support."
    )


def test_of_other_places_nothing_is_told(editor: Editor) -> None:
    editor.open(FILE)
    assert [shown(editor, FILE, *place) for place in ((5, 15), (0, 0), (99, 0))] == [
        "",
        "**map**\n\nWhat the map is about.",
        "",
    ]


def test_what_was_just_typed_counts(editor: Editor) -> None:
    editor.open(FILE)
    editor.type(FILE, MAP.replace("Taxi trips rose.", "Taxi trips fell."))
    assert "Taxi trips fell." in shown(editor, FILE, 16, 4)


def test_titles_of_argdown_are_told_of(editor: Editor) -> None:
    text = "[a]: A claim.\n  + <Why so>: Because.\n\n[b]: B.\n  - [a]\n"
    editor.open("debate.argdown", text, "argdown")
    assert shown(editor, "debate.argdown", 1, 8) == (
        "**why-so** (claim)\n\nBecause.\n\nStatus: unsupported: nothing supports it\n\n"
        "Supports:\n\n- **a** (unsupported): A claim."
    )
    assert shown(editor, "debate.argdown", 4, 5).startswith("**a** (claim)\n\nA claim.")
