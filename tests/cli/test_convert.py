"""`argmap convert` and `argmap formats`; other formats given to all commands."""

import json
from pathlib import Path

import pytest

from argmap.formats import FORMATS
from tests.cli.conftest import Call

JSON = '{"claims": {"a": {"text": "Alone."}}}'


@pytest.mark.usefixtures("city")
def test_a_map_is_written_in_another_format(call: Call) -> None:
    result = call("convert", "claims/city", "-o", "out.json", "--to", "argmap-json")
    assert (result.exit_code, result.output) == (0, "argmap: wrote out.json\n")
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["map"]["title"] == "Should we?"
    assert call("convert", "out.json", "--to", "argmap").output == (
        call("convert", "claims/city", "--to", "argmap").output
    )


def test_what_is_read_is_never_written_over(call: Call) -> None:
    Path("a.json").write_text(JSON, encoding="utf-8")
    result = call("convert", "a.json", "--to", "argmap-json", "-o", "a.json")
    assert result.exit_code == 2
    assert result.output == "argmap: 'a.json' is what is read; choose another file\n"
    assert Path("a.json").read_text(encoding="utf-8") == JSON


def test_what_cannot_be_read_is_told_and_makes_the_exit_code_1(call: Call) -> None:
    Path("a.json").write_text('{"claims": {"a": {"text": "A.", "n": 1}}}', encoding="utf-8")
    result = call("convert", "a.json", "--to", "argmap")
    assert result.exit_code == 1
    assert result.stdout == "claims:\n  a:\n    text: A.\n"
    assert "a.json:1:33: error unknown-field (102): claim 'a' has an unknown field 'n'" in (
        result.stderr
    )


def test_standard_input_is_converted(call: Call) -> None:
    result = call("convert", "-", "--from", "argmap-json", "--to", "argmap", stdin=JSON)
    assert (result.exit_code, result.output) == (0, "claims:\n  a:\n    text: Alone.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.json",), "name the format to write with `--to`: argmap, argmap-json"),
        (("a.json", "--to", "argdwn"), "no format 'argdwn'; did you mean 'argdown'?"),
        (("a.json", "--to", "kialo"), "argmap reads kialo and does not write it"),
        (("a.json", "--from", "dot", "--to", "argmap"), "writes dot and does not read it"),
        (("none.json", "--to", "argmap"), "there is no 'none.json'"),
        (("none.json", "--from", "argmap", "--to", "argmap"), "the file cannot be read"),
        (("a.txt", "--to", "argmap"), "'a.txt' is in no format that argmap reads; tried were"),
        (("claims", "--to", "argmap"), "'claims' holds 2 maps: city, town; convert one of them"),
    ],
)
@pytest.mark.usefixtures("city")
def test_what_cannot_be_done_is_said(call: Call, arguments: list[str], message: str) -> None:
    Path("a.json").write_text(JSON, encoding="utf-8")
    Path("a.txt").write_text("Hello.", encoding="utf-8")
    Path("claims/town").mkdir()
    Path("claims/town/t.yaml").write_text("claims: {a: {text: A.}}", encoding="utf-8")
    result = call("convert", *arguments)
    assert result.exit_code == 2
    assert message in result.output


def test_all_commands_take_other_formats(call: Call) -> None:
    Path("a.json").write_text(JSON, encoding="utf-8")
    assert "a.json:1:13: error unsupported-claim (201)" in call("check", "a.json").output
    assert "a\n  Alone.\n" in call("show", "a", "--map", "a.json").output
    assert call("stats", "a.json").output.startswith("a\n  claims")
    assert call("render", "a.json").exit_code == 0
    assert "Alone." in Path("renders/a.svg").read_text(encoding="utf-8")


def test_what_is_for_claim_files_alone_leaves_other_formats_alone(call: Call) -> None:
    text = JSON.replace('"text"', '"supporting": ["aa"], "text"')
    Path("a.json").write_text(text, encoding="utf-8")
    assert "nothing can be fixed" in call("check", "a.json", "--fix").output
    assert call("fmt", "a.json").output == (
        "argmap: 'a.json' is no claim file: their names end in .yaml or .yml\n"
    )
    assert "is in no claim file" in call("seal", "a.json").output
    assert Path("a.json").read_text(encoding="utf-8") == text


def test_formats_are_listed_and_each_has_a_page(call: Call) -> None:
    lines = call("formats").output.splitlines()
    assert [line.split()[0] for line in lines] == [one.name for one in FORMATS]
    assert call("formats", "argmap").output == f"{FORMATS[0].page}\n"
    assert call("formats", "argdwn").output == (
        "argmap: there is no format 'argdwn'; did you mean 'argdown'?\n"
    )
