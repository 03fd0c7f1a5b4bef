"""The rules that hold a map against the texts of its sources: what they say, and where."""

import pytest

from argmap import claimfile
from argmap.checks import check
from argmap.extract.at_hand import NoText, TextAtHand, Texts, Why
from argmap.findings import Finding, Severity
from argmap.model import Source
from argmap.passages import plain_source
from argmap.text import TextFile

TEXT = """\
What was counted

In May traffic in the zone fell by 12 percent. It did not rise again.
The mayor was not surprised.

What was said

Shops did not suffer. Traffic fell, said the mayor, and traffic fell again.
"""
HEAD = """\
sources:
  report: {{title: Annual report, file: report.txt{more}}}
claims:
  it-fell: {{text: It fell., supporting: [counts]}}
evidence:
  counts: {{text: Counts fell., cites: {{source: report, {cites}}}}}
"""


def found(cites: str, texts: Texts | None = None, more: str = "") -> tuple[Finding, ...]:
    """Check a map with one passage beside the text of its source."""
    text = HEAD.format(cites=cites, more=more)
    the_map, reading = claimfile.read([TextFile("map.yaml", text)])
    at_hand = TextAtHand("report.txt", "ab" * 32, plain_source(TEXT))
    return check(the_map, reading, texts={"report": at_hand} if texts is None else texts)


def told(findings: tuple[Finding, ...]) -> list[tuple[int, str, str]]:
    return [(one.code, one.message, one.help) for one in findings]


@pytest.mark.parametrize(
    "cites",
    [
        "quote: fell by 12 percent",
        "paragraph: 1, sentence: 1, quote: fell by 12 percent",
        'quote: "In May […] fell by 12 percent."',
        "quote: rise again. The mayor",
        'quote: "traffic fell again", paragraph: 2',
        "section: What was said, quote: did not suffer",
        "paragraph: 2, sentence: 1-2",
        "page: 12, quote: Shops did not suffer.",
    ],
)
def test_what_stands_there_is_fine(cites: str) -> None:
    assert told(found(cites)) == []


def test_a_quotation_that_is_nowhere_is_shown_beside_what_is_most_like_it() -> None:
    (finding,) = found("quote: 'Shops did suffer, the mayor said with regret'")
    assert (finding.code, finding.severity) == (405, Severity.ERROR)
    assert finding.message.startswith("the quotation in 'counts' is not in 'report'; most like ")
    assert finding.help.startswith("quote the words of the text, or correct the source ([-in the ")
    assert finding.span is not None
    assert finding.span.text == "'Shops did suffer, the mayor said with regret'"


def test_a_quotation_like_nothing_is_told_alone() -> None:
    assert told(found("quote: Nobody expects an elephant here")) == [
        (
            405,
            "the quotation in 'counts' is not in 'report'",
            "quote the words of the text, or correct the source",
        )
    ]


def test_a_quotation_that_stands_elsewhere_is_a_warning_with_its_place() -> None:
    (finding,) = found("paragraph: 2, quote: It did not rise again.")
    assert (finding.code, finding.severity) == (405, Severity.WARNING)
    assert (finding.message, finding.help) == (
        (
            "the quotation in 'counts' is not at paragraph 2 of 'report'; "
            "it stands in paragraph 1, sentence 2"
        ),
        "correct the place",
    )


@pytest.mark.parametrize(
    ("quote", "message", "reads"),
    [
        (
            "traffic in the zone fell by 21 percent",
            "the words differ: traffic in the zone fell by [-21-]{+12+} percent",
            "traffic in the zone fell by 12 percent",
        ),
        (
            "It did rise again.",
            "the words differ: It did {+not+} rise again.",
            "It did not rise again.",
        ),
    ],
)
def test_a_word_that_differs_is_shown(quote: str, message: str, reads: str) -> None:
    assert told(found(f"quote: {quote}")) == [
        (
            406,
            f"the quotation in 'counts' is not word for word in 'report': {message}",
            f"it reads: {reads} ([-in the quotation only-], {{+in the text only+}})",
        )
    ]


def test_a_quotation_that_stands_twice_needs_a_place() -> None:
    assert told(found("quote: raffic fell".replace("raffic", "traffic"))) == []
    assert told(found("quote: the mayor")) == []
    assert told(found("quote: did not")) == [
        (
            407,
            (
                "the quotation in 'counts' stands 2 times in 'report': "
                "paragraph 1, sentence 2; paragraph 2, sentence 1"
            ),
            "add `paragraph:` and `sentence:`, or quote some words more",
        )
    ]


def test_another_file_than_the_recorded_one_is_said() -> None:
    assert told(found("page: 3", more=f", sha256: {'AB' * 32}")) == []
    (finding,) = found("page: 3", more=f", sha256: {'cd' * 32}")
    assert (finding.code, finding.message, finding.help) == (
        408,
        "the text of source 'report', 'report.txt', is not the one that was recorded",
        f"look at it again, then write `sha256: {'ab' * 32}`",
    )
    assert finding.span is not None
    assert finding.span.text == "cd" * 32


def test_other_words_than_the_recorded_ones_are_said() -> None:
    (finding,) = found("paragraph: 2, sentence: 1, digest: h1:00000000000000000000000000000000")
    assert finding.code == 408
    assert finding.message == (
        "the words at paragraph 2, sentence 1 of 'report', to which 'counts' points, "
        "are not those that were recorded"
    )
    advice = finding.help.partition("`digest: ")[2].rstrip("`")
    assert told(found(f"paragraph: 2, sentence: 1, digest: {advice}")) == []


def test_a_place_that_the_text_does_not_have_is_said() -> None:
    assert told(found("paragraph: 3")) == [
        (
            410,
            "'report' has no paragraph 3, to which 'counts' points",
            "correct the place; paragraphs and sentences count from 1, headings aside",
        )
    ]


def test_a_section_that_is_nearly_a_heading_is_a_warning() -> None:
    (finding,) = found("section: What was sed, quote: Shops did not suffer.")
    assert (finding.code, finding.severity) == (410, Severity.WARNING)
    assert finding.message == "'report' has no section 'What was sed'"
    assert finding.help == "did you mean 'What was said'?"
    assert told(found("section: Table 4, quote: Shops did not suffer.")) == []


def test_what_cannot_be_verified_is_said_once_for_each_source() -> None:
    texts = {"report": NoText(Why.NO_FILE)}
    (finding,) = found("page: 3, quote: fell", texts)
    assert (finding.code, finding.severity) == (409, Severity.INFO)
    assert finding.message == "1 passage is not verified: the text of 'report' is not at hand"
    assert finding.help == "name a copy with `file:`, or give it with `--text report=PATH`"
    assert told(found("page: 3", texts)) == []


def test_a_file_that_is_named_and_cannot_be_read_is_a_warning() -> None:
    (finding,) = found(
        "page: 3",
        {"report": NoText(Why.MISSING, "there is no such file; put it there", "report.txt")},
    )
    assert (finding.code, finding.severity) == (409, Severity.WARNING)
    assert finding.message == (
        "'report.txt', the text of 'report', cannot be read: there is no such file"
    )


def test_a_guessed_encoding_is_told() -> None:
    remark = "was read as windows-1252, a guess; save it as UTF-8"
    texts = {"report": TextAtHand("report.txt", "ab" * 32, plain_source(TEXT), remark)}
    (finding,) = found("paragraph: 1", texts)
    assert (finding.code, finding.severity) == (409, Severity.INFO)
    assert finding.message == (
        "'report.txt', the text of 'report', was read as windows-1252, a guess"
    )
    assert finding.help == "save it as UTF-8"


def test_nothing_is_said_where_no_text_was_looked_for() -> None:
    assert told(found("quote: anything at all", {})) == []


def test_what_is_withdrawn_is_left_alone() -> None:
    the_map, _ = claimfile.read(
        [
            TextFile(
                "m.yaml",
                HEAD.format(cites="quote: nowhere", more="").replace(
                    "text: Counts fell.", "text: Counts fell., withdrawn: it was wrong"
                ),
            )
        ]
    )
    at_hand = TextAtHand("report.txt", "ab" * 32, plain_source(TEXT))
    codes = {one.code for one in check(the_map, texts={"report": at_hand})}
    assert not codes & {405, 406, 407, 408, 409, 410}
    assert isinstance(the_map.sources[0], Source)
