"""What is wrong with a map is shown as it is typed, as `argmap check` says it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="needs pygls")

from tests.lsp.conftest import EVIDENCE, MAP
from tests.lsp.editor import Editor

FILE = "claims/city/0-map.yaml"
OTHER = "claims/city/1-evidence.yaml"


def told(found: Sequence[dict[str, Any]]) -> list[tuple[str, int, int]]:
    """Return rules with lines and characters, from 0."""
    starts = ((one["code"], one["range"]["start"]) for one in found)
    return [(rule, start["line"], start["character"]) for rule, start in starts]


def test_all_files_of_the_map_are_checked_when_one_is_opened(editor: Editor) -> None:
    editor.open(FILE)
    assert told(editor.diagnostics(FILE)) == [
        ("unverified-passage", 2, 2),
        ("unsupported-claim", 16, 2),
    ]
    assert told(editor.diagnostics(OTHER)) == [("no-source", 6, 2)]


def test_a_finding_is_shown_with_what_to_do_and_where_else_to_look(editor: Editor) -> None:
    editor.open(FILE, MAP.replace("  taxis:\n", "  cuts:\n"))
    found = editor.diagnostics(FILE)
    assert [one for one in found if one["code"] == "duplicate-id"] == [
        {
            "range": {"start": {"line": 16, "character": 2}, "end": {"line": 16, "character": 6}},
            "severity": 1,
            "code": "duplicate-id",
            "source": "argmap",
            "message": "'cuts' is the id of a claim already; choose another id for one of them, "
            "and change what names it",
            "relatedInformation": [
                {
                    "location": {
                        "uri": editor.uri(FILE),
                        "range": {
                            "start": {"line": 9, "character": 2},
                            "end": {"line": 9, "character": 6},
                        },
                    },
                    "message": "'cuts' is here",
                }
            ],
            "data": "104",
        }
    ]


def test_what_is_typed_counts_before_it_is_saved(editor: Editor) -> None:
    editor.open(FILE)
    editor.diagnostics(FILE)
    editor.diagnostics(OTHER)
    version = editor.type(FILE, MAP.replace("id: by-counting", "id: by-sums"))
    assert told(editor.diagnostics(FILE, version)) == [
        ("unverified-passage", 2, 2),
        ("unsupported-claim", 16, 2),
    ]
    assert told(editor.diagnostics(OTHER)) == [("no-source", 6, 2), ("unresolved-reference", 9, 16)]


def test_of_many_changes_the_last_counts(editor: Editor) -> None:
    editor.open(FILE)
    editor.diagnostics(FILE, 1)
    for number in range(20):
        version = editor.type(FILE, f"{MAP}    tags: [t{number}]\n    nope{number}: x\n")
    last = editor.diagnostics(FILE, version)
    assert [one["message"].partition(";")[0] for one in last if one["code"] == "unknown-field"] == [
        "claim 'taxis' has an unknown field 'nope19'"
    ]


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 17), ("utf-16", 15), ("utf-32", 14)])
def test_columns_are_counted_as_the_editor_does(project: Path, encoding: str, start: int) -> None:
    editor = Editor(project, encoding=encoding)
    assert editor.capabilities["positionEncoding"] == encoding
    text = "claims:\r\n  a: {'🌍': x, text: A claim., assumed: It is known by all.}\r\n"
    editor.open("claims/b.yaml", text.replace("x, text", "x, nope: y, text"))
    found = editor.diagnostics("claims/b.yaml")
    (nope,) = [one for one in found if "'nope'" in one["message"]]
    assert nope["range"]["start"] == {"line": 1, "character": start}
    editor.stop()


def test_a_file_that_is_closed_counts_as_it_is_on_the_disk(editor: Editor) -> None:
    editor.open(FILE)
    editor.open(OTHER, "evidence: {}\n")
    editor.diagnostics(OTHER, 1)
    editor.close(OTHER)
    assert told(editor.diagnostics(OTHER)) == [("no-source", 6, 2)]


def test_when_no_file_of_a_map_is_open_nothing_is_shown_of_it(editor: Editor) -> None:
    editor.open(OTHER)
    assert editor.diagnostics(FILE) != []
    editor.close(OTHER)
    assert editor.diagnostics(FILE) == []
    assert len(editor.diagnostics(OTHER)) == 1
    assert editor.diagnostics(OTHER) == []


def test_what_changes_on_the_disk_is_looked_at_again(project: Path, editor: Editor) -> None:
    editor.open(FILE)
    editor.diagnostics(OTHER)
    (project / OTHER).write_text(EVIDENCE.replace("    undercuts: [by-counting]\n", ""))
    change = {"uri": editor.uri(OTHER), "type": 2}
    editor.tell("workspace/didChangeWatchedFiles", changes=[change])
    assert told(editor.diagnostics(OTHER)) == [("orphan-evidence", 6, 2), ("no-source", 6, 2)]


def test_an_editor_that_can_is_asked_to_watch_the_disk(project: Path) -> None:
    watching = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    editor = Editor(project, capabilities=watching)
    editor.open(FILE)
    editor.diagnostics(FILE)
    assert editor.asked == ["client/registerCapability"]
    editor.stop()


def test_a_broken_configuration_is_shown_in_its_own_file(project: Path, editor: Editor) -> None:
    (project / "argmap.toml").write_text('free-types = ["value"]\nclams = "x"\n')
    editor.open(FILE)
    (found,) = editor.diagnostics("argmap.toml")
    assert (found["range"]["start"]["line"], found["message"]) == (
        1,
        "unknown key 'clams'; did you mean 'claims'?",
    )
    assert editor.diagnostics(FILE) == []
    editor.open("argmap.toml", "claims = [\n", "toml")
    (found,) = editor.diagnostics("argmap.toml", 1)
    assert (found["range"]["start"]["line"], found["message"]) == (
        1,
        "invalid value (at end of document)",
    )
    version = editor.type("argmap.toml", "")
    assert editor.diagnostics("argmap.toml", version) == []


def test_a_text_without_a_file_is_checked_by_itself(editor: Editor) -> None:
    editor.open("untitled:Untitled-1", "claims:\n  a: {text: A claim.}\n")
    assert told(editor.diagnostics("untitled:Untitled-1")) == [("unsupported-claim", 1, 2)]
    editor.open("untitled:Untitled-2", "[a]: A claim.\n  + [b]\n", "argdown")
    assert told(editor.diagnostics("untitled:Untitled-2")) == [
        ("ungrounded-claim", 0, 0),
        ("unsupported-claim", 1, 4),
    ]


def test_a_file_that_is_not_on_the_disk_yet_is_checked_by_itself(editor: Editor) -> None:
    editor.open("claims/new.yaml", "claims:\n  a: {text: A claim.}\n")
    assert told(editor.diagnostics("claims/new.yaml")) == [("unsupported-claim", 1, 2)]


def test_yaml_that_is_no_claim_file_is_left_alone(project: Path, editor: Editor) -> None:
    text = "services:\n  web: {image: x}\n"
    (project / "compose.yaml").write_text(text)
    editor.open("compose.yaml", text)
    assert editor.diagnostics("compose.yaml") == []


def test_argdown_is_checked_too(project: Path, editor: Editor) -> None:
    (project / "debate.argdown").write_text("[a]: A claim.\n")
    editor.open("debate.argdown", "[a]: A claim.\n  + [b]: Another. {c: [}\n", "argdown")
    assert told(editor.diagnostics("debate.argdown")) == [
        ("ungrounded-claim", 0, 0),
        ("unsupported-claim", 1, 4),
        ("invalid-field", 1, 18),
    ]


def test_what_the_baseline_knows_is_not_shown(project: Path, editor: Editor) -> None:
    subprocess.run([sys.executable, "-m", "argmap", "baseline"], cwd=project, check=True)
    editor.open(FILE)
    assert editor.diagnostics(FILE) == []


def test_editor_and_command_say_the_same(project: Path, editor: Editor) -> None:
    (project / FILE).write_text(MAP.replace("text: Taxi", "texd: Taxi"))
    command = [sys.executable, "-m", "argmap", "check", "-f", "json"]
    done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    findings = json.loads(done.stdout)["findings"]
    editor.open(FILE)
    shown = [(FILE, one) for one in editor.diagnostics(FILE)]
    shown += [(OTHER, one) for one in editor.diagnostics(OTHER)]
    assert [(path, *place) for path, one in shown for place in told([one])] == [
        (one["path"], one["rule"], one["line"] - 1, one["column"] - 1) for one in findings
    ]


def test_the_server_ends_as_it_is_told_and_says_nothing_aside(
    project: Path, editor: Editor
) -> None:
    assert (project / FILE).is_file()
    editor.open(FILE)
    editor.diagnostics(FILE)
    assert editor.leave() == (0, "")
    assert editor.told == []


def test_a_second_file_of_a_map_is_shown_too(editor: Editor) -> None:
    editor.open(FILE)
    editor.diagnostics(FILE, 1)
    editor.open(OTHER)
    assert told(editor.diagnostics(OTHER, 1)) == [("no-source", 6, 2)]


def test_the_files_of_reviews_are_checked_with_their_map(project: Path, editor: Editor) -> None:
    review = project / "claims/city/reviews/cuts/ann.yaml"
    review.parent.mkdir(parents=True)
    review.write_text("reviewer: Ann\nnode: cuts\n")
    name = str(review.relative_to(project))
    editor.open(name, "reviewer: Ann\nnode: cuts\nnope: 1\n")
    assert told(editor.diagnostics(name, 1)) == [("unknown-field", 2, 0)]


@pytest.mark.parametrize(
    "text", ["claims:\n  a: {text: '\ud800'}\n", "\x00", "\ufeffclaims:\n  a: x\n"]
)
def test_no_character_ends_the_server(editor: Editor, text: str) -> None:
    editor.open("claims/odd.yaml", text)
    assert told(editor.diagnostics("claims/odd.yaml", 1))[0][0] != ""
    assert editor.about("documentSymbol", "claims/odd.yaml") is not None


def test_when_the_editor_is_gone_the_server_ends(project: Path) -> None:
    editor = Editor(project)
    editor.hang_up()
    assert editor.wait() is not None
    editor.stop()


def test_a_broken_baseline_is_shown_in_the_map(project: Path, editor: Editor) -> None:
    (project / "argmap-baseline.json").write_text("[")
    editor.open(FILE)
    (found,) = editor.diagnostics(FILE)
    assert found["message"].startswith("'argmap-baseline.json': ")
