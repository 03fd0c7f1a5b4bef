"""The report in Markdown: nothing of the user's text becomes Markdown or HTML."""

import re

import pytest
from hypothesis import given

from argmap.findings import Finding, Note, Severity
from argmap.model import ArgumentMap
from argmap.reports import CheckedMap, ReportOptions, markdown_report
from argmap.reports.escaping import for_markdown
from argmap.text import TextFile
from tests.reports.city import CITY, FILE, LIKE_IT
from tests.reports.hostile import CHECKED, HOSTILE

HEAD = "| line | | rule | what |\n| ---: | --- | --- | --- |\n"


def with_message(message: str) -> CheckedMap:
    finding = Finding(1, "r", Severity.ERROR, message, TextFile("a.yaml", "").span(0))
    return CheckedMap("m", ArgumentMap(), [finding])


def html_of(text: str) -> str:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py reads Markdown")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(reader.render(text))


def test_a_whole_report() -> None:
    assert markdown_report([CITY]) == (
        "### argmap: 1 error, 1 warning, 1 note, 1 waived "
        "(next to expire: orphan-evidence for 'ö' on 2026-12-01)\n"
        "\n"
        "#### <code>claims/city.yaml</code>\n"
        "\n"
        f"{HEAD}"
        "| 3 | error | unsupported-claim (201) | nothing supports 'cuts-traffic'"
        "<br>add evidence<br>see claims/city.yaml:2: in these claims |\n"
        "| 4 | warning | near-duplicate (606) | 'ö' says nearly the same |\n"
        "\n"
        "#### city\n"
        "\n"
        f"{HEAD}"
        "|  | info | our-rule (700) | the map has no date |\n"
        "\n"
        "Checked 1 map, 2 claims, 0 evidence, 0 relations, 0 passages.\n"
    )


def test_without_findings_what_was_examined_is_told() -> None:
    assert markdown_report([]) == (
        "### argmap: 0 errors, 0 warnings, 0 notes\n\n"
        "Checked 0 maps, 0 claims, 0 evidence, 0 relations, 0 passages.\n"
    )


def test_the_file_with_the_worst_finding_comes_first() -> None:
    def at(path: str, severity: Severity) -> Finding:
        return Finding(1, "r", severity, "m", TextFile(path, "").span(0))

    findings = [at("a.yaml", Severity.INFO), at("b.yaml", Severity.ERROR)]
    findings.append(at("a.yaml", Severity.WARNING))
    report = markdown_report([CheckedMap("m", ArgumentMap(), findings)])
    assert re.findall(r"<code>(.*)</code>|\| 1 \| (\w+) ", report) == [
        ("b.yaml", ""),
        ("", "error"),
        ("a.yaml", ""),
        ("", "warning"),
        ("", "info"),
    ]


def test_what_a_comment_has_no_room_for_is_counted() -> None:
    file = TextFile("a.yaml", "\n" * 5000)
    findings = [
        Finding(1, "r", Severity.ERROR if number < 4 else Severity.INFO, "m", file.span(number))
        for number in range(5000)
    ]
    report = markdown_report([CheckedMap("m", ArgumentMap(), findings)])
    assert len(report) < 65_536
    told = report.count("| info |")
    assert report.count("| error |") == 4
    assert f"\n\n…and {4996 - told} more: 0 errors, 0 warnings, {4996 - told} notes.\n" in report


def test_a_long_text_is_cut() -> None:
    report = markdown_report([with_message("x" * 5000)])
    assert f"| {'x' * 399}… |" in report


def test_of_many_further_places_three_are_told() -> None:
    notes = [Note(FILE.span(number), f"place {number}") for number in range(5)]
    finding = Finding(1, "r", Severity.INFO, "m", FILE.span(0), related=notes)
    report = markdown_report([CheckedMap("m", ArgumentMap(), [finding])])
    assert re.findall("place .", report) == ["place 0", "place 1", "place 2"]


def test_paths_are_told_from_the_root_of_the_repository() -> None:
    options = ReportOptions(root="/r", here="/r/sub")
    report = markdown_report([CheckedMap("m", ArgumentMap(), [LIKE_IT])], options)
    assert "#### <code>sub/claims/city.yaml</code>\n" in report


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b `c` *d* _e_", "a&#124;b \\`c\\` \\*d\\* \\_e\\_"),
        ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
        ("[x](http://e.example)", "\\[x\\](http\\://e.example)"),
        ("www.e.example", "www\\.e.example"),
        ("@all #12", "@&#8203;all #&#8203;12"),
        ("a\\|b", "a\\\\&#124;b"),
        ("two\nlines", "two lines"),
    ],
)
def test_signs_of_markdown_are_escaped(text: str, escaped: str) -> None:
    assert for_markdown(text) == escaped


@pytest.mark.parametrize("text", HOSTILE)
def test_a_reader_of_markdown_shows_text_as_it_stands(text: str) -> None:
    html = html_of(markdown_report([with_message(text)]))
    assert html.count("<td") == 4
    assert set(re.findall(r"<(\w+)", html)) <= {
        *("h3", "h4", "code", "table", "thead", "tbody", "tr", "th", "td", "p")
    }


@given(CHECKED)
def test_no_text_becomes_html(maps: list[CheckedMap]) -> None:
    html = html_of(markdown_report(maps))
    findings = sum(len(one.findings) for one in maps)
    assert html.count("<td") == 4 * findings
    assert html.count("<a ") == html.count("<script") == html.count("<img") == 0
