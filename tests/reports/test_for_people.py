"""The reports that people read, from findings made by hand."""

from argmap.findings import Finding, Note, Severity
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation
from argmap.reports import CheckedMap, concise_report, finding_text, text_report
from argmap.text import TextFile

FILE = TextFile("claims/city.yaml", "claims:\n  charge-cuts-traffic:\n\ttext: A charge.\n")
ID = FILE.span(10, 29)
UNSUPPORTED = Finding(
    201,
    "unsupported-claim",
    Severity.ERROR,
    "nothing supports 'charge-cuts-traffic'",
    ID,
    help="add evidence",
    related=[Note(FILE.span(0, 6), "in these claims")],
)
UNMARKED = Finding(111, "undeclared-main", Severity.INFO, "no claim is marked", FILE.span(0, 6))
CITY = ArgumentMap(
    nodes=[
        Claim("charge-cuts-traffic", "A charge.", passages=[Passage("report")]),
        Evidence("counts", "Counts fell.", passages=[Passage("report"), Passage("other")]),
    ],
    relations=[Relation("supports", ["counts"], "charge-cuts-traffic")],
)


def test_the_text_report_shows_place_line_help_and_further_places() -> None:
    assert text_report([CheckedMap("city", CITY, [UNSUPPORTED, UNMARKED])]) == (
        "claims/city.yaml:1:1: info undeclared-main (111): no claim is marked\n"
        "    1 | claims:\n"
        "      | ^^^^^^\n"
        "claims/city.yaml:2:3: error unsupported-claim (201): "
        "nothing supports 'charge-cuts-traffic'\n"
        "    2 |   charge-cuts-traffic:\n"
        "      |   ^^^^^^^^^^^^^^^^^^^\n"
        "  help: add evidence\n"
        "  see: claims/city.yaml:1:1: in these claims\n"
        "checked 1 map, 1 claim, 1 evidence, 1 relation, 3 passages: "
        "1 error, 0 warnings, 1 note\n"
    )


def test_the_concise_report_has_a_line_for_each_finding() -> None:
    assert concise_report([CheckedMap("city", CITY, [UNSUPPORTED]), CheckedMap("b", CITY)]) == (
        "claims/city.yaml:2:3: error unsupported-claim (201): "
        "nothing supports 'charge-cuts-traffic'\n"
        "checked 2 maps, 2 claims, 2 evidence, 2 relations, 6 passages: "
        "1 error, 0 warnings, 0 notes\n"
    )


def test_a_clean_check_still_says_what_was_examined() -> None:
    assert text_report([CheckedMap("city", ArgumentMap())]) == (
        "checked 1 map, 0 claims, 0 evidence, 0 relations, 0 passages: "
        "0 errors, 0 warnings, 0 notes\n"
    )


def test_a_map_built_in_python_is_named_where_a_place_would_be() -> None:
    finding = Finding(402, "no-source", Severity.WARNING, "'x' cites no source")
    assert (
        finding_text(finding, name="city") == "city: warning no-source (402): 'x' cites no source\n"
    )


def test_parts_of_a_finding_can_be_coloured() -> None:
    painted = finding_text(UNSUPPORTED, lambda text, role: f"<{role}>{text}</>")
    assert painted.splitlines()[0] == (
        "<place>claims/city.yaml:2:3</>: <error>error</> unsupported-claim (201): "
        "nothing supports 'charge-cuts-traffic'"
    )
    assert painted.splitlines()[3] == "  <help>help</>: add evidence"


def test_what_a_terminal_would_obey_never_reaches_it() -> None:
    hostile = "\x1b]0;owned\x07\x1b[31m\u202edcba"
    file = TextFile(f"claims/{hostile}.yaml", f"a: {hostile}\n")
    finding = Finding(
        102,
        "unknown-field",
        Severity.ERROR,
        f"unknown '{hostile}'\nsecond line",
        file.span(3, 5),
        help=f"not {hostile}",
        related=[Note(file.span(0), hostile)],
    )
    text = text_report([CheckedMap(hostile, ArgumentMap(), [finding])])
    assert not set("\x1b\x07\u202e") & set(text)
    assert (
        "error unknown-field (102): unknown '\ufffd]0;owned\ufffd\ufffd[31m\ufffddcba' second"
        in text
    )


def test_of_a_very_long_line_only_the_neighbourhood_is_shown() -> None:
    file = TextFile("a.yaml", f"{'x' * 5000}HERE{'y' * 5000}\n")
    finding = Finding(101, "invalid-file", Severity.ERROR, "odd", file.span(5000, 5004))
    _, line, carets, _ = finding_text(finding).split("\n")
    assert line == f"    1 | …{'x' * 60}HERE{'y' * 96}…"
    assert carets == f"      | {' ' * 61}^^^^"


def test_a_span_longer_than_what_is_shown_ends_with_it() -> None:
    file = TextFile("a.yaml", f"{'x' * 5000}\n")
    finding = Finding(101, "invalid-file", Severity.ERROR, "odd", file.span(0, 5000))
    assert finding_text(finding).split("\n")[1:3] == [
        f"    1 | {'x' * 160}…",
        f"      | {'^' * 160}",
    ]


def test_an_empty_line_is_not_shown() -> None:
    finding = Finding(101, "invalid-file", Severity.ERROR, "empty", TextFile("a.yaml", "").span(0))
    assert finding_text(finding) == "a.yaml:1:1: error invalid-file (101): empty\n"


def test_findings_are_sorted_by_path_and_place_over_all_maps() -> None:
    def at(path: str, line: int) -> Finding:
        file = TextFile(path, "\n" * 20)
        return Finding(1, "r", Severity.INFO, "m", file.span(line - 1))

    one = CheckedMap("one", ArgumentMap(), [at("b.yaml", 10), at("b.yaml", 9)])
    two = CheckedMap("two", ArgumentMap(), [at("a.yaml", 3)])
    lines = concise_report([one, two]).splitlines()
    assert [line.split(": ")[0] for line in lines[:3]] == [
        "a.yaml:3:1",
        "b.yaml:9:1",
        "b.yaml:10:1",
    ]
