"""A file that is half wrong still gives its right half, and all of its errors in one run."""

from textwrap import dedent

import pytest
import yaml

from argmap.claimfile import parse, read
from argmap.claimfile.document import LARGEST, MOST_ERRORS
from argmap.claimfile.parse import DEEPEST, LONGEST
from argmap.claimfile.syntax import explain
from argmap.findings import Finding
from argmap.model import ArgumentMap, Claim, Evidence
from argmap.text import TextFile


def read_text(text: str) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    return read([TextFile("a.yaml", dedent(text))])


def said(text: str) -> list[str]:
    return [f"{one.span.line}: {one.message}" for one in read_text(text)[1] if one.span]


def test_all_errors_of_a_file_are_reported_in_one_run() -> None:
    argument_map, findings = read_text(
        """\
        map:
          title: Cars: a plague
        claims:
          a:
            text: "Cars are loud.
            type: fact
          b
            text: Cars are dear.
          c:
            text: @home
            supports: [a, b
            confidence: 2
          d:
            txt: x
           e:
            text: y
        evidence:
          f:
            text: z
            type: statistics
        """
    )
    assert [f"{one.span.line}: {one.message}" for one in findings if one.span] == [
        "2: a text that holds ': ' needs quotes",
        '5: the " that opens here is not closed',
        "7: a ':' is missing after 'b'",
        "10: a text that begins with '@' needs quotes",
        "11: the list that opens here with '[' is not closed with ']'",
        "12: 'confidence' of claim 'c' must be a number from 0 to 1, not '2'",
        "13: claim 'd' has no 'text'",
        "14: claim 'd' has an unknown field 'txt'",
        "15: the indentation of this line fits no line above it",
        "20: 'statistics' is no type of evidence",
    ]
    assert argument_map.title == "Cars: a plague"
    assert {node.id: node.text for node in argument_map.nodes} == {
        "a": "Cars are loud.",
        "c": "@home",
        "d": "",
        "f": "z",
    }


def test_a_text_that_was_cut_off_is_kept() -> None:
    argument_map, _ = read_text(
        """\
        claims:
          a:
            text: *Nature* says so.
          b:
            text: "C:\\Users" is a path.
          c:
            text: > 50 percent agree  # a comment
        """
    )
    assert argument_map.nodes == (
        Claim("a", "*Nature* says so."),
        Claim("b", '"C:\\Users" is a path.'),
        Claim("c", "> 50 percent agree"),
    )


def test_what_is_missing_because_of_an_error_is_not_reported_as_missing() -> None:
    assert said("claims:\n  a:\n    type: fact\n    text x\n  b:\n    text: y\n") == [
        "4: a ':' is missing after 'text x'"
    ]


def test_the_fields_after_an_error_belong_to_their_node() -> None:
    argument_map, _ = read_text(
        """\
        claims:
          a:
            text: x: y
            type: fact
            supporting: [b
            tags: [one, two]
        """
    )
    assert argument_map.nodes == (Claim("a", "x: y", type="fact", tags=["one", "two"]),)
    assert [relation.id for relation in argument_map.relations] == ["b supports a"]


def test_a_text_at_the_place_of_a_node_is_reported() -> None:
    assert said("claims:\n  a:\n    text: x: y\n  b\nevidence: {}\n") == [
        "3: a text that holds ': ' needs quotes",
        "4: a text stands where a key is expected",
    ]


def test_lines_indented_like_nothing_else_after_an_error_are_reported() -> None:
    text = "claims:\n  a:\n    text: x: y\n    type: fact\n   - b\n  c:\n    text: z\n"
    argument_map, _ = read_text(text)
    assert said(text) == [
        "3: a text that holds ': ' needs quotes",
        "5: the indentation of this line fits no line above it",
    ]
    assert argument_map.nodes == (Claim("a", "x: y", type="fact"), Claim("c", "z"))


def test_a_file_indented_by_tabs_is_read_with_one_error() -> None:
    argument_map, findings = read_text("claims:\n\ta:\n\t\ttext: x\n\tb:\n\t\ttext: y\n")
    assert argument_map.nodes == (Claim("a", "x"), Claim("b", "y"))
    assert [str(finding.span) for finding in findings] == ["a.yaml:2:1"]


def test_a_tab_within_a_text_is_part_of_it() -> None:
    argument_map, findings = read_text("claims:\n  a:\n    text: |\n      x\n      \ty\n")
    assert (argument_map.nodes, findings) == ((Claim("a", "x\n\ty\n"),), ())


def test_a_second_document_is_read_as_well() -> None:
    argument_map, findings = read_text("claims: {a: {text: x}}\n---\nevidence: {b: {text: y}}\n")
    assert argument_map.nodes == (Claim("a", "x"), Evidence("b", "y"))
    assert [finding.code for finding in findings] == [101]


def test_a_block_that_stands_twice_is_read_twice() -> None:
    argument_map, findings = read_text("claims: {a: {text: x}}\nclaims: {b: {text: y}}\n")
    assert argument_map.nodes == (Claim("a", "x"), Claim("b", "y"))
    assert [finding.code for finding in findings] == [101]


def test_of_a_field_that_stands_twice_the_first_counts_and_relations_are_added_up() -> None:
    argument_map, _ = read_text("claims: {a: {text: x, text: y, supporting: b, supporting: c}}\n")
    assert argument_map.nodes == (Claim("a", "x"),)
    assert [relation.id for relation in argument_map.relations] == ["b supports a", "c supports a"]


@pytest.mark.parametrize("signs", [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_a_text_nested_without_end_is_one_finding(signs: tuple[str, str]) -> None:
    start, end = signs
    depth = 50_000
    argument_map, findings = read_text(
        f"claims:\n  a:\n    text: x\n    note:\n      {start * depth}b{end * depth}\n"
        "  c:\n    text: y\n"
    )
    assert [node.id for node in argument_map.nodes] == ["a", "c"]
    assert [finding.message for finding in findings if finding.code == 101] == [
        f"lists and mappings stand more than {DEEPEST} deep here"
    ]


def test_undercuts_may_be_nested_as_deep_as_the_bound() -> None:
    text = "supporting: {by: a0}"
    for number in range(1, DEEPEST - 4):
        text = text.replace("}", f", undercut: {{by: a{number}}}}}", 1)
    argument_map, findings = read_text(f"claims: {{c: {{text: x, {text}}}}}")
    assert findings == ()
    assert len(argument_map.relations) == DEEPEST - 4


def test_a_text_that_is_too_long_is_cut() -> None:
    argument_map, findings = read_text(f"claims: {{a: {{text: {'x' * (LONGEST + 1)}}}}}\n")
    assert argument_map.nodes == (Claim("a", "x" * LONGEST),)
    assert [finding.message for finding in findings] == [
        "a text of 1,000,001 characters is too long"
    ]


def test_a_file_that_is_too_large_is_not_read() -> None:
    argument_map, findings = read_text("#" * (LARGEST + 1))
    assert argument_map == ArgumentMap()
    assert [finding.message for finding in findings] == [
        "a file of 67,108,865 characters is too large"
    ]


def test_after_many_errors_the_rest_is_left_unread() -> None:
    text = "claims:\n" + "".join(f"  a{one}:\n    text: x: y\n" for one in range(MOST_ERRORS + 5))
    findings = read_text(text)[1]
    assert len(findings) == MOST_ERRORS + 1
    assert findings[-1].message == "the file has more than 100 errors; the rest was not read"


def test_many_forbidden_characters_are_summed_up() -> None:
    findings = read_text("# " + "\x00" * 5000)[1]
    assert len(findings) == MOST_ERRORS + 1
    assert findings[-1].message == "there are 4,900 more such characters from here on"


# Each of these once broke something, or is known to break readers of YAML.
@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "\ud800",
        "\ufeff",
        "claims:\n  a:\n     text: x\n    main: true # t6\n",
        "? ",
        ": ",
        "- ",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "%",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "---\n...\n---",
        "claims: {? }",
        "claims: {: }",
        "claims: [[[]]]",
        "{claims: {a: {supporting: [{by: [{}]}]}}}",
        "claims:\n  a:\n    supporting:\n    - ? \n",
        'claims: {a: {text: "\\UFFFFFFFF"}}',
        'claims: {a: {text: "\\uD800"}}',
        "relations: [[], {}, x, {stance: undercuts, by: [], target: []}]",
        "set_aside: [[], {}, ~]\nsources: {a: ~, b: [], c: {}}\nmap: ~\nsection: {}\n",
        "claims: {a: {waive: [[], x, ~], cites: [~, [], {}], tags: {}, text: {}}}",
    ],
)
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
def test_any_text_gives_a_map(text: str, loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "_LOADER", loader)
    argument_map, findings = read_text(text)
    assert isinstance(argument_map, ArgumentMap)
    assert all(finding.message and finding.span for finding in findings)


def test_without_libyaml_a_file_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "claims:\n  é😀:\n    text: x: y\n    tags: [a, b\n  b: {text: '@home'}\n"
    with_libyaml = read_text(text)
    monkeypatch.setattr(parse, "_LOADER", yaml.SafeLoader)
    assert read_text(text) == with_libyaml


def test_an_error_that_nobody_foresaw_has_a_message() -> None:
    mark = yaml.Mark("", 8, 1, 0, None, 0)
    error = yaml.MarkedYAMLError(problem="the unforeseen", problem_mark=mark)
    trouble = explain(parse.Stop(error, (), None, 0), "claims:\nx\n", 0)
    assert (trouble.start, trouble.end, trouble.message, trouble.advice) == (
        8,
        9,
        "this cannot be read as YAML",
        "look at quotes, colons and indentation",
    )


def test_a_key_that_is_too_long_is_reported() -> None:
    assert said(f"claims:\n  {'k' * 1030}: {{text: x}}\n") == [
        "2: a key has at most 1024 characters"
    ]


@pytest.mark.parametrize(
    ("written", "message", "advice"),
    [
        (
            "quote: We say: we did not count",
            "a text that holds ': ' needs quotes",
            "put the whole text in quotes",
        ),
        (
            "quote: the road # 3 of them",
            "the text breaks off at ' #', which begins a comment",
            "put the whole text in quotes",
        ),
        (
            "quote: there are 42, and 61 traders asked",
            "a passage of claim 'a' has an unknown field 'and 61 traders asked'",
            "if it is a part of a text that holds a ',' put that text in quotes",
        ),
    ],
)
def test_a_quotation_that_needs_quotes_in_braces_is_explained(
    written: str, message: str, advice: str
) -> None:
    text = f"claims:\n  a:\n    text: A.\n    cites: {{source: s, {written}}}\n  b: {{text: B.}}\n"
    argument_map, findings = read_text(text)
    assert [node.id for node in argument_map.nodes] == ["a", "b"]
    assert (message, advice) in [(one.message, one.help) for one in findings]
