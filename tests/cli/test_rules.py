"""`argmap rules`, `explain`, `schema` and `init`."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from argmap.checks import RULES
from tests.cli.conftest import Call


def test_all_rules_are_listed(call: Call) -> None:
    lines = call("rules").output.splitlines()
    assert [line.split()[:3] for line in lines[: len(RULES)]] == [
        [str(rule.code), rule.name, rule.level.word] for rule in RULES
    ]
    assert all(line.endswith(rule.summary) for line, rule in zip(lines, RULES, strict=False))
    assert any(line.startswith("preset core: ") for line in lines[len(RULES) :])


def test_a_rule_is_explained_by_name_or_code(call: Call) -> None:
    by_name = call("explain", "unsupported-claim")
    assert by_name.exit_code == 0
    assert by_name.output.startswith("unsupported-claim (201), error\n\n")
    assert call("explain", "201").output == by_name.output


def test_without_a_name_all_rules_are_listed(call: Call) -> None:
    assert call("explain").output == call("rules").output


def test_an_unknown_rule_suggests_the_nearest(call: Call) -> None:
    result = call("explain", "orphan")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("argmap: there is no rule 'orphan'; ")


def test_the_schema_knows_the_types_of_the_project(call: Call) -> None:
    Path("argmap.toml").write_text('claim-types = ["promise"]\n')
    schema = json.loads(call("schema").output)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"claims": {"a": {"text": "A.", "type": "promise"}}})
    assert not validator.is_valid({"claims": {"a": {"text": "A.", "type": "oath"}}})


def test_a_first_claim_file_can_be_checked_and_drawn(call: Call) -> None:
    made = call("init")
    assert (made.exit_code, made.output) == (
        0,
        "wrote claims/example.yaml; now try `argmap check` and `argmap render`\n",
    )
    checked = call("check", "-f", "concise")
    assert checked.exit_code == 1
    assert checked.output.splitlines()[0].endswith("nothing supports 'shops-lose-trade'")
    assert checked.output.splitlines()[1].endswith("1 error, 0 warnings, 0 notes")
    assert call("fmt", "--check").exit_code == 0


def test_nothing_is_overwritten(call: Call) -> None:
    call("init")
    before = Path("claims/example.yaml").read_text()
    again = call("init")
    assert (again.exit_code, again.stderr) == (
        2,
        "argmap: there are claim files in 'claims' already; add yours to them\n",
    )
    assert Path("claims/example.yaml").read_text() == before


def test_a_directory_in_the_way_is_left(call: Call) -> None:
    Path("claims/example.yaml").mkdir(parents=True)
    result = call("init")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: 'claims/example.yaml' is there already; move it away first\n",
    )


def test_the_tutorial_begins_with_three_texts_in_a_project_of_their_own(call: Call) -> None:
    made = call("init", "--tutorial")
    texts = [
        f"last-bus/claims/last-bus/texts/{name}.txt" for name in ("article", "letter", "report")
    ]
    assert (made.exit_code, made.output.splitlines()) == (
        0,
        [
            *(f"wrote {path}" for path in (*texts, "last-bus/argmap.toml")),
            "now `cd last-bus`, and go on with `argmap help tutorial`",
        ],
    )
    assert Path(texts[0]).read_text(encoding="utf-8").startswith("Let the Last Bus Wait\n\n")
    assert call("check").stderr.startswith("argmap: there is no claim file in 'claims'")


def test_the_tutorial_overwrites_nothing(call: Call) -> None:
    Path("empty").mkdir()
    assert call("init", "--tutorial", "empty").exit_code == 0
    Path("file").write_text("mine")
    for name in ("empty", "file"):
        again = call("init", "--tutorial", name)
        assert (again.exit_code, again.stdout, again.stderr) == (
            2,
            "",
            f"argmap: '{name}' is there already; name another directory\n",
        )
    assert Path("file").read_text() == "mine"


def test_rules_of_the_project_are_listed_and_explained(call: Call) -> None:
    Path("argmap.toml").write_text(
        "[[rules]]\nname = 'has-note'\nrequire = {note = true}\nmessage = '{id} has no note'\n"
        "help = 'write a note'\n"
    )
    lines = call("rules").output.splitlines()
    assert lines[len(RULES)].split() == ["700", "has-note", "warning", "…", "has", "no", "note."]
    assert call("explain", "has-note").output == (
        "has-note (700), warning\n\n… has no note.\n\n"
        "It is a rule of this project. To mend it, write a note.\n"
    )


def test_the_first_claim_file_names_its_schema_and_fmt_keeps_that(call: Call) -> None:
    call("init")
    text = Path("claims/example.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=.schema.json\n")
    assert Path("claims/.schema.json").read_text() == call("schema").stdout
    call("fmt")
    assert Path("claims/example.yaml").read_text() == text


def test_a_schema_is_written_where_it_is_asked_for(call: Call) -> None:
    result = call("schema", "-o", "claims/.schema.json")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "wrote claims/.schema.json\n",
    )
    assert Path("claims/.schema.json").read_text() == call("schema").stdout
