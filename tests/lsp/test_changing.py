"""Renaming, fixing, waiving and formatting by what an editor offers."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="needs pygls")

from tests.lsp.conftest import EVIDENCE, MAP
from tests.lsp.editor import Editor, RefusedError

FILE = "claims/city/0-map.yaml"
OTHER = "claims/city/1-evidence.yaml"
SPACES = {"tabSize": 2, "insertSpaces": True}


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """Return a text of ASCII with edits, as an editor makes them."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def offset(place: dict[str, int]) -> int:
        return starts[place["line"]] + place["character"]

    spans = [
        (offset(one["range"]["start"]), offset(one["range"]["end"]), one["newText"])
        for one in edits
    ]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def actions(editor: Editor, name: str, line: int, *only: str) -> list[dict[str, Any]]:
    """Return what can be done in the beginning of a line."""
    place = {"line": line, "character": 4}
    context: dict[str, Any] = {"diagnostics": []}
    if only:
        context["only"] = list(only)
    found = editor.about("codeAction", name, range={"start": place, "end": place}, context=context)
    assert isinstance(found, list)
    return found


def test_an_id_is_renamed_in_all_files_as_the_command_does_it(
    project: Path, editor: Editor
) -> None:
    editor.open(FILE)
    changes = editor.at("rename", OTHER, 2, 4, newName="fewer-cars")["changes"]
    made = {
        name: edited((project / name).read_text(), changes[editor.uri(name)])
        for name in (FILE, OTHER)
    }
    command = [sys.executable, "-m", "argmap", "rename", "counts", "fewer-cars"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    assert made == {name: (project / name).read_text() for name in (FILE, OTHER)}


def test_what_is_not_saved_is_renamed_too(editor: Editor) -> None:
    editor.open(OTHER, EVIDENCE.replace("doubt", "doubts"))
    changes = editor.at("rename", OTHER, 6, 4, newName="no")["changes"]
    assert list(changes) == [editor.uri(OTHER)]
    assert "  no:\n" in edited(EVIDENCE.replace("doubt", "doubts"), changes[editor.uri(OTHER)])


def test_edits_are_for_a_version_where_the_editor_looks_at_it(project: Path) -> None:
    editor = Editor(
        project, capabilities={"workspace": {"workspaceEdit": {"documentChanges": True}}}
    )
    editor.open(FILE)
    editor.type(FILE, f"{MAP}\n")
    found = editor.at("rename", FILE, 14, 12, newName="counting")["documentChanges"]
    assert [(one["textDocument"]["uri"], one["textDocument"]["version"]) for one in found] == [
        (editor.uri(FILE), 2),
        (editor.uri(OTHER), None),
    ]
    editor.stop()


def test_before_renaming_the_id_is_shown(editor: Editor) -> None:
    editor.open(FILE)
    assert editor.at("prepareRename", FILE, 8, 18) == {
        "range": {"start": {"line": 8, "character": 17}, "end": {"line": 8, "character": 21}},
        "placeholder": "cuts",
    }


@pytest.mark.parametrize(
    ("line", "character", "new", "message"),
    [
        (5, 14, "x", "no id stands here that could be renamed"),
        (9, 3, "taxis", "'taxis' is taken in the map city; choose another id"),
        (
            9,
            3,
            "a b",
            "'a b' is no id: begin with a letter or digit, then letters, digits, - _ .",
        ),
        (20, 17, "x", "'cuts supports charge' is named by its ends; rename these"),
        (19, 17, "x", "'gone' is not in the map yet"),
    ],
)
def test_what_cannot_be_renamed_is_refused_with_a_reason(
    editor: Editor, line: int, character: int, new: str, message: str
) -> None:
    more = "    contrasts: [gone]\n    undercuts: [cuts supports charge]\n"
    editor.open(FILE, f"{MAP}{more}")
    with pytest.raises(RefusedError) as refused:
        editor.at("rename", FILE, line, character, newName=new)
    assert str(refused.value) == message


def test_nothing_is_renamed_while_a_file_has_errors(editor: Editor) -> None:
    editor.open(FILE)
    editor.open(OTHER, f"{EVIDENCE}  - [\n")
    with pytest.raises(RefusedError) as refused:
        editor.at("rename", FILE, 9, 3, newName="x")
    assert str(refused.value) == (f"'{OTHER}' has errors; see `argmap check`, and rename it then")


def test_a_source_of_a_bibliography_is_renamed_there(project: Path, editor: Editor) -> None:
    (project / "claims/city/b.bib").write_text("@book{smith, title={T}, author={S}}\n")
    name = "claims/city/2.yaml"
    (project / name).write_text("sources: b.bib\nclaims:\n  x: {text: X., cites: smith}\n")
    editor.open(name)
    with pytest.raises(RefusedError) as refused:
        editor.at("prepareRename", name, 2, 26)
    assert str(refused.value) == "'smith' is given in a bibliography; rename it there"


def test_a_text_without_a_file_is_renamed_in_itself(editor: Editor) -> None:
    text = "claims:\n  a:\n    text: A.\n"
    editor.open("untitled:1", text)
    changes = editor.at("rename", "untitled:1", 1, 2, newName="b")["changes"]
    assert edited(text, changes["untitled:1"]) == (
        "claims:\n  b:\n    text: A.\n    aliases: [a]\n"
    )


def test_titles_of_argdown_are_renamed_where_they_stand(editor: Editor) -> None:
    text = "[a]: A claim. // not [a]\n  + <a>: So.\n\n[b]: B. {x: '[a]'}\n  - [a]\n"
    editor.open("debate.argdown", text, "argdown")
    changes = editor.at("rename", "debate.argdown", 0, 1, newName="The point")["changes"]
    assert edited(text, changes[editor.uri("debate.argdown")]) == (
        "[The point]: A claim. // not [a]\n  + <a>: So.\n\n[b]: B. {x: '[a]'}\n  - [The point]\n"
    )
    assert editor.at("prepareRename", "debate.argdown", 1, 5)["placeholder"] == "a"


@pytest.mark.parametrize(
    ("text", "new", "message"),
    [
        ("[a]: A.\n  - [b]\n", "b", "'b' is taken in the map; choose another title"),
        ("[a]: A.\n  - [B b]\n", "B  b", "'B b' is taken in the map; choose another title"),
        ("[a]: A.\n", "a]b", "'a]b' is no title of Argdown: leave out [ ] < > { } and \\"),
        (
            "[a]: A.\n\n@include(b.argdown)\n",
            "b",
            "the file includes others, in which the title may stand; rename it by hand",
        ),
    ],
)
def test_titles_that_cannot_be_are_refused(
    editor: Editor, text: str, new: str, message: str
) -> None:
    editor.open("debate.argdown", text, "argdown")
    with pytest.raises(RefusedError) as refused:
        editor.at("rename", "debate.argdown", 0, 1, newName=new)
    assert str(refused.value) == message


def test_a_slip_is_fixed_by_itself_or_with_all_others(editor: Editor) -> None:
    text = MAP.replace("[cuts]", "[cutz]").replace("type: cause", "typ: cause")
    editor.open(FILE, text)
    fix, _ = actions(editor, FILE, 11, "quickfix")
    assert (fix["title"], fix["isPreferred"], fix["diagnostics"][0]["code"]) == (
        "Write 'type' for 'typ'",
        True,
        "unknown-field",
    )
    assert edited(text, fix["edit"]["changes"][editor.uri(FILE)]) == text.replace("typ:", "type:")
    (every,) = actions(editor, FILE, 0, "source.fixAll")
    assert edited(text, every["edit"]["changes"][editor.uri(FILE)]) == MAP


def test_a_finding_is_waived_with_a_reason_to_be_written(editor: Editor) -> None:
    editor.open(FILE)
    waive, explain = actions(editor, FILE, 16)
    assert waive["title"] == ("Waive 'unsupported-claim' for 'taxis', with a reason to be written")
    assert edited(MAP, waive["edit"]["changes"][editor.uri(FILE)]) == (
        f"{MAP}    waive: {{rule: unsupported-claim, reason: ''}}\n"
    )
    assert explain["command"] == {
        "title": "Explain",
        "command": "argmap.explain",
        "arguments": ["unsupported-claim"],
    }


def test_a_rule_is_explained(editor: Editor) -> None:
    editor.ask("workspace/executeCommand", command="argmap.explain", arguments=["601"])
    assert editor.told[0].startswith("placeholder (601): ")
    with pytest.raises(RefusedError) as refused:
        editor.ask("workspace/executeCommand", command="argmap.explain", arguments=["x"])
    assert str(refused.value) == "there is no rule 'x'"


def test_a_file_is_formatted_as_the_command_does_it(project: Path, editor: Editor) -> None:
    editor.open(FILE)
    made = edited(MAP, editor.about("formatting", FILE, options=SPACES))
    subprocess.run([sys.executable, "-m", "argmap", "fmt"], cwd=project, check=True)
    assert made == (project / FILE).read_text()


@pytest.mark.parametrize(
    ("name", "text"),
    [("claims/a.yaml", "claims:\n  - [\n"), ("a.argdown", "[a]:  A.\n"), ("b.yaml", "a:   1\n")],
)
def test_what_has_errors_or_is_no_claim_file_stays_as_it_is(
    editor: Editor, name: str, text: str
) -> None:
    editor.open(name, text)
    assert editor.about("formatting", name, options=SPACES) == []
