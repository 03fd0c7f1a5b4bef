"""From ids to where they are given, and to all places where they are meant."""

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="needs pygls")

from tests.lsp.conftest import MAP
from tests.lsp.editor import Editor

FILE = "claims/city/0-map.yaml"
OTHER = "claims/city/1-evidence.yaml"


def places(editor: Editor, found: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    """Return files with lines and characters, from 0."""
    return [
        (
            one["uri"].removeprefix(f"{editor.root.as_uri()}/"),
            one["range"]["start"]["line"],
            one["range"]["start"]["character"],
        )
        for one in found
    ]


def test_an_id_leads_to_where_it_is_given_in_whichever_file(editor: Editor) -> None:
    editor.open(FILE)
    editor.open(OTHER)
    assert places(editor, editor.at("definition", FILE, 13, 14)) == [(OTHER, 2, 2)]
    assert places(editor, editor.at("definition", OTHER, 5, 22)) == [(FILE, 2, 2)]
    assert places(editor, editor.at("definition", OTHER, 9, 18)) == [(FILE, 14, 12)]
    assert editor.at("definition", FILE, 5, 14) == []


def test_all_places_of_an_id_are_found(editor: Editor) -> None:
    editor.open(FILE)
    asked = {"context": {"includeDeclaration": True}}
    found = editor.at("references", FILE, 9, 4, **asked)
    assert places(editor, found) == [(FILE, 8, 17), (FILE, 9, 2)]
    without = {"context": {"includeDeclaration": False}}
    assert places(editor, editor.at("references", FILE, 14, 12, **without)) == [(OTHER, 9, 16)]


def test_an_alias_leads_to_the_node(editor: Editor) -> None:
    editor.open(FILE, f"{MAP.replace('[cuts]', '[less]')}    aliases: [trips]\n")
    editor.type(FILE, MAP.replace("[cuts]", "[less]").replace("cause", "cause\n    aliases: less"))
    assert places(editor, editor.at("definition", FILE, 8, 18)) == [(FILE, 9, 2)]


def test_an_undercut_leads_to_the_step_that_is_named_by_its_ends(editor: Editor) -> None:
    editor.open(FILE, f"{MAP}    undercuts: [cuts supports charge]\n")
    assert places(editor, editor.at("definition", FILE, 19, 18)) == [(FILE, 8, 17)]


def test_a_source_leads_into_its_bibliography(project: Path, editor: Editor) -> None:
    (project / "claims/city/b.bib").write_text("@book{smith,\n title={T}, author={S}}\n")
    text = "claims:\n  x: {text: X., cites: smith}\n"
    (project / "claims/city/2.yaml").write_text(f"sources: b.bib\n{text}")
    editor.open("claims/city/2.yaml")
    assert places(editor, editor.at("definition", "claims/city/2.yaml", 2, 26)) == [
        ("claims/city/b.bib", 0, 6)
    ]


def test_the_same_id_is_marked_in_the_file(editor: Editor) -> None:
    editor.open(FILE)
    found = editor.at("documentHighlight", FILE, 8, 18)
    assert [(one["range"]["start"]["line"], one["kind"]) for one in found] == [(8, 2), (9, 3)]


def test_the_outline_has_sections_with_nodes_and_the_sources(editor: Editor) -> None:
    editor.open(FILE)
    editor.open(OTHER)
    assert [
        (one["name"], [child["name"] for child in one.get("children", ())])
        for one in (*editor.about("documentSymbol", FILE), *editor.about("documentSymbol", OTHER))
    ] == [
        ("sources", ["report"]),
        ("charge", []),
        ("cuts", []),
        ("taxis", []),
        ("What was counted", ["counts", "doubt"]),
    ]
    taxis = editor.about("documentSymbol", FILE)[-1]
    assert (taxis["detail"], taxis["range"]["end"], taxis["selectionRange"]["end"]) == (
        "Taxi trips rose.",
        {"line": 18, "character": 14},
        {"line": 16, "character": 7},
    )


def test_claims_of_all_maps_are_found_by_id_or_words(project: Path, editor: Editor) -> None:
    (project / "claims/other.yaml").write_text("claims:\n  jams: {text: Traffic is bad.}\n")
    editor.open(FILE)
    found = editor.ask("workspace/symbol", query="traffic")
    assert [one["name"] for one in found] == [
        "cuts: A charge cuts traffic.",
        "jams: Traffic is bad.",
    ]


def test_argdown_has_it_all_too(editor: Editor) -> None:
    text = (
        "# One\n\n[a]: A. // no [b]\n  + <Why so>\n\n# Two\n\n[b]: B.\n  - [a]\n\n<Why so>: So.\n"
    )
    name = "debate.argdown"
    editor.open(name, text, "argdown")
    assert places(editor, editor.at("definition", name, 8, 5)) == [(name, 2, 0)]
    assert places(editor, editor.at("definition", name, 3, 7)) == [(name, 10, 0)]
    asked = {"context": {"includeDeclaration": True}}
    assert places(editor, editor.at("references", name, 7, 1, **asked)) == [(name, 7, 0)]
    assert len(editor.at("documentHighlight", name, 2, 1)) == 2
    outline = editor.about("documentSymbol", name)
    assert [(one["name"], [child["name"] for child in one["children"]]) for one in outline] == [
        ("One", ["a"]),
        ("Two", ["b", "why-so"]),
    ]
