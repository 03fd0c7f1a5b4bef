"""The configuration: what it says, and every mistake that it can have, with its line."""

from textwrap import dedent

import pytest

from argmap.findings import UsageError
from argmap.model import CLAIM_TYPES, EVIDENCE_TYPES
from argmap.project import Configuration, RenderConfiguration, configuration, read_configuration
from argmap.project.toml_text import ConfigurationError
from argmap.render import options


def mistakes(text: str, path: str = "argmap.toml") -> list[str]:
    with pytest.raises(UsageError) as raised:
        read_configuration(dedent(text), path)
    return str(raised.value).splitlines()


def test_an_empty_file_says_nothing() -> None:
    assert read_configuration("", "argmap.toml") == Configuration()


def test_every_key_is_read() -> None:
    text = """
    claims = "arguments/here"
    renders = "./pictures"
    select = ["core", "2xx", "201"]
    ignore = ["near-duplicate"]
    fail-on = "warning"
    free-types = ["value"]
    claim-types = ["promise", "fact"]
    evidence-types = ["map"]
    longest-waiver = 30
    baseline = "known/findings.json"

    [ages]
    report = 5
    "news paper" = 0.5

    [levels]
    orphan-evidence = "error"
    601 = "off"

    [render]
    theme = "dark"
    direction = "tb"
    engine = "dot"
    order = "crossings"
    sections = false
    frames = true
    max-nodes = 250
    fonts = ["Source Sans 3"]

    [render.colours]
    contrasts = {light = "#7d3100", dark = "#FB8"}
    """
    assert read_configuration(dedent(text), "argmap.toml") == Configuration(
        claims="arguments/here",
        renders="pictures",
        select=("core", "2xx", "201"),
        ignore=("near-duplicate",),
        fail_on="warning",
        levels={"orphan-evidence": "error", "601": "off"},
        free_types=("value",),
        longest_waiver=30,
        baseline="known/findings.json",
        ages={"report": 5.0, "news paper": 0.5},
        claim_types=(*CLAIM_TYPES, "promise"),
        evidence_types=(*EVIDENCE_TYPES, "map"),
        render=RenderConfiguration(
            theme="dark",
            direction="tb",
            engine="dot",
            order="crossings",
            sections=False,
            frames=True,
            max_nodes=250,
            fonts=("Source Sans 3",),
            colours={"contrasts": ("#7d3100", "#ffbb88")},
        ),
    )


def test_a_pyproject_has_its_own_table() -> None:
    text = """
    [project]
    name = "x"
    [tool.argmap]
    claims = "maps"
    [tool.argmap.render]
    theme = "dark"
    """
    assert read_configuration(dedent(text), "a/pyproject.toml") == Configuration(
        claims="maps", render=RenderConfiguration(theme="dark")
    )


@pytest.mark.parametrize("text", ["", "[tool.other]\nx = 1\n", "tool = 3\n"])
def test_a_pyproject_without_the_table_is_no_configuration(text: str) -> None:
    assert read_configuration(text, "pyproject.toml") is None


def test_an_unknown_key_suggests_the_nearest() -> None:
    assert mistakes('claims = "x"\nfail_on = "error"\n') == [
        "argmap.toml:2: unknown key 'fail_on'; did you mean 'fail-on'?"
    ]


def test_a_key_like_no_other_is_answered_with_all_keys() -> None:
    assert mistakes("[tool.argmap.render]\nxyzzy = 1\n", "pyproject.toml") == [
        (
            "pyproject.toml:2: unknown key 'xyzzy' in [tool.argmap.render]; "
            "known are colours, direction, engine, fonts, frames, max-nodes, order, sections, theme"
        )
    ]


def test_the_table_of_pyproject_has_no_place_in_argmap_toml() -> None:
    assert mistakes('[tool.argmap]\nclaims = "x"\n') == [
        (
            "argmap.toml:1: unknown key 'tool'; "
            "in argmap.toml the keys stand at the top, without [tool.argmap]"
        )
    ]


def test_all_mistakes_are_told_at_once() -> None:
    text = """\
    claims = 3
    renders = "../out"
    select = ["unsuported-claim"]
    ignore = "near-duplicate"
    fail-on = "errors"
    free-types = [1]

    [levels]
    orphan-evidnce = "error"
    601 = "loud"

    [render]
    theme = {}
    sections = "yes"
    max-nodes = 0
    """
    assert mistakes(text) == [
        "argmap.toml:1: 'claims' should be a text in quotation marks, not 3",
        "argmap.toml:2: 'renders' should be a directory within the project, not '../out'",
        (
            "argmap.toml:3: 'select' names 'unsuported-claim', which is no rule; "
            "did you mean 'unsupported-claim'?"
        ),
        (
            'argmap.toml:4: \'ignore\' should be a list of texts such as ["one", "two"], '
            "not 'near-duplicate'"
        ),
        "argmap.toml:5: 'fail-on' should be error, warning, info or never, not 'errors'",
        (
            'argmap.toml:6: \'free-types\' should be a list of texts such as ["one", "two"], '
            "not a list"
        ),
        (
            "argmap.toml:9: [levels] names 'orphan-evidnce', which is no rule; "
            "did you mean 'orphan-evidence'?"
        ),
        "argmap.toml:10: the level of '601' should be error, warning, info or off, not 'loud'",
        "argmap.toml:13: 'theme' should be auto, light, dark, print or contrast, not a table",
        "argmap.toml:14: 'sections' should be true or false, not 'yes'",
        "argmap.toml:15: 'max-nodes' should be a number from 1, not 0",
    ]


def test_a_table_may_not_be_something_else() -> None:
    assert mistakes("[tool.argmap]\nrender = true\nlevels = []\n", "pyproject.toml") == [
        "pyproject.toml:2: 'render' should be a table, not true",
        "pyproject.toml:3: 'levels' should be a table, not a list",
    ]
    assert mistakes("[tool]\nargmap = 1.5\n", "pyproject.toml") == [
        "pyproject.toml:2: 'argmap' should be a table, not 1.5"
    ]


def test_a_mistake_in_an_inline_table_is_told_with_the_line_of_the_table() -> None:
    assert mistakes("\n\nrender = {them = 1}\n") == [
        "argmap.toml:3: unknown key 'them' in [render]; did you mean 'theme'?"
    ]


def test_dotted_and_quoted_keys_are_found() -> None:
    assert mistakes('\nrender.theme = "x"\n"fail-on" = 1\n') == [
        "argmap.toml:2: 'theme' should be auto, light, dark, print or contrast, not 'x'",
        "argmap.toml:3: 'fail-on' should be error, warning, info or never, not 1",
    ]


@pytest.mark.parametrize("path", ["/tmp/x", "a/../../b", "", "C:\\x", "\\\\host\\share"])  # noqa: S108 - nothing is written
def test_directories_stay_in_the_project(path: str) -> None:
    (mistake,) = mistakes(f"claims = '{path}'\n")
    assert mistake.startswith("argmap.toml:1: 'claims' should be ")


def test_pictures_are_configured_in_the_words_of_the_renderer() -> None:
    for name in ("Theme", "Direction", "Engine", "Order"):
        assert getattr(configuration, name) == getattr(options, name)


def test_what_is_no_toml_is_said_with_its_place() -> None:
    (mistake,) = mistakes("claims = \n")
    assert mistake == "argmap.toml: invalid value (at line 1, column 10)"


def test_a_waiver_may_hold_for_any_number_of_days() -> None:
    configured = read_configuration("longest-waiver = 0\n", "argmap.toml")
    assert configured is not None
    assert configured.longest_waiver is None


def test_ages_days_and_files_are_checked() -> None:
    text = """
    longest-waiver = "long"
    baseline = "../known.json"
    [ages]
    report = 0
    study = true
    """
    assert mistakes(text) == [
        (
            "argmap.toml:2: 'longest-waiver' should be a number of days, or 0 for any number, "
            "not 'long'"
        ),
        "argmap.toml:3: 'baseline' should be a file within the project, not '../known.json'",
        "argmap.toml:5: the age of 'report' should be a number of years, not 0",
        "argmap.toml:6: the age of 'study' should be a number of years, not true",
    ]


def test_rules_of_the_project_are_read_and_can_be_named() -> None:
    text = """
    select = ["has-note"]
    levels = {has-note = "error"}
    [[rules]]
    name = "has-note"
    require = {note = true}
    message = "{id} has no note"
    """
    configured = read_configuration(dedent(text), "argmap.toml")
    assert configured is not None
    assert [(rule.name, rule.message) for rule in configured.rules] == [
        ("has-note", "{id} has no note")
    ]
    assert configured.findings == ()


def test_a_rule_that_cannot_be_read_is_a_finding_with_its_place() -> None:
    text = """
    [tool.argmap]
    claims = "c"
    [[tool.argmap.rules]]
    name = "good-one"
    require = {note = true}
    message = "m"
    [[tool.argmap.rules]]
    name = "Bad"
    when = {type.iz = "fact"}
    require = {note = true}
    message = "m"
    """
    configured = read_configuration(dedent(text), "pyproject.toml")
    assert configured is not None
    assert [rule.name for rule in configured.rules] == ["good-one"]
    assert [
        (str(one.span), one.span.text if one.span else "", one.code, one.message, one.help)
        for one in configured.findings
    ] == [
        (
            "pyproject.toml:9:1",
            "name",
            103,
            "tool.argmap.rules[1].name: 'Bad' is no name for a rule",
            "write small letters, digits and '-', as in `policy-needs-studies`",
        ),
        (
            "pyproject.toml:10:14",
            "iz",
            103,
            "tool.argmap.rules[1].when.type.iz: unknown key",
            "known: is, not, contains, starts-with, ends-with, words, at-least, at-most",
        ),
    ]


def test_colours_that_nobody_could_see_are_told_with_their_line() -> None:
    text = """\
    [render.colours]
    supports = "#99ddbb"
    muted = {light = "#888888"}
    page = "red"
    """
    assert mistakes(text) == [
        (
            "argmap.toml:4: 'page' should be a colour such as \"#00724f\", "
            'or {light = "#00724f", dark = "#3ecfa0"}, not \'red\''
        )
    ]
    assert mistakes(text.replace('    page = "red"\n', "")) == [
        (
            "argmap.toml:2: 'supports' (#99ddbb) has a contrast of 1.4 "
            "on 'evidence' (#f4f6f8) where pages are light; lines need 3"
        ),
        (
            "argmap.toml:3: 'muted' (#888888) has a contrast of 3.2 "
            "on 'evidence' (#f4f6f8) where pages are light; texts need 4.5"
        ),
    ]


def test_other_mistakes_in_colours_and_fonts_are_told() -> None:
    text = """\
    [render]
    fonts = ["A; B"]

    [render.colours]
    suports = "#004a33"
    """
    assert mistakes(text) == [
        (
            "argmap.toml:2: 'fonts' should be a list of names of fonts "
            "such as [\"Source Sans 3\"], not 'A; B'"
        ),
        "argmap.toml:5: unknown colour 'suports'; did you mean 'supports'?",
    ]
    assert mistakes("[render]\ncolours = 3\n") == [
        "argmap.toml:2: 'colours' should be a table, not 3"
    ]


def test_mistakes_are_findings_with_places_too() -> None:
    with pytest.raises(ConfigurationError) as raised:
        read_configuration('fail-on = "x"\n  clams = 1\n', "argmap.toml")
    assert [
        (str(one.span), one.span and one.span.text, one.message) for one in raised.value.findings
    ] == [
        (
            "argmap.toml:1:1",
            'fail-on = "x"',
            "'fail-on' should be error, warning, info or never, not 'x'",
        ),
        ("argmap.toml:2:3", "clams = 1", "unknown key 'clams'; did you mean 'claims'?"),
    ]


def test_a_file_that_is_no_toml_is_a_finding_where_its_reader_stops() -> None:
    with pytest.raises(ConfigurationError) as raised:
        read_configuration("a = 1\nb = = 2\n", "argmap.toml")
    (found,) = raised.value.findings
    assert (str(found.span), found.message) == ("argmap.toml:2:1", "invalid value")
