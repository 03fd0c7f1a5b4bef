"""`argmap coverage`, `locate`, `seal`, `check --text`: maps beside the texts of their sources."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

TEXT = """\
Why it should open

The library should open on Sundays. Visits rose by 12 percent. So they say.

What is against it

The staff want a rest. Nobody knows who pays.
"""
CLAIMS = """\
map: {title: "Open on Sundays?"}
sources:
  article: {title: The article, file: texts/article.txt}
  other: {title: Another text}
claims:
  open:
    text: It should open.
    main: true
    cites: {source: article, paragraph: 1, sentence: 1}
    supporting: [visits]
    contrasting: [rest]
evidence:
  visits:
    text: More came.
    # as it was printed
    cites: {source: article, quote: Visits rose by 12 percent}
  rest:
    text: The staff want to rest.
    cites: [{source: article, paragraph: 2, quote: want a rest}, other]
"""


@pytest.fixture(autouse=True)
def _library() -> None:
    path = Path("claims/library")
    (path / "texts").mkdir(parents=True)
    (path / "texts" / "article.txt").write_text(TEXT)
    (path / "map.yaml").write_text(CLAIMS)


def change(old: str, new: str) -> None:
    path = Path("claims/library/map.yaml")
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def codes(output: str) -> list[str]:
    return [line.rpartition("): ")[0].rpartition("(")[2] for line in output.splitlines()[:-1]]


def test_a_map_is_checked_beside_its_texts(call: Call) -> None:
    assert codes(call("check", "-f", "concise").output) == ["204"]
    change("12 percent", "21 percent")
    assert codes(call("check", "-f", "concise").output) == ["204", "406"]


def test_a_text_may_be_given(call: Call) -> None:
    Path("elsewhere.txt").write_text("Nobody came.")
    result = call("check", "-f", "concise", "--text", "article=elsewhere.txt", "--select", "4xx")
    assert codes(result.output) == ["405", "410", "405"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--text", "x.txt"], "'x.txt' names no source; write `--text ID=PATH`"),
        (["check", "--text", "articel=x.txt"], "did you mean 'article'?"),
        (["check", "--text", "article=nowhere.txt"], "'nowhere.txt', given for '"),
        (
            ["coverage", "--text", "article=claims"],
            "'claims', given for 'article', cannot be read: it is a directory",
        ),
        (["coverage", "--source", "articel"], "there is no source 'articel'; did you mean"),
        (["coverage", "--source", "other"], "no source has a text at hand ('other': "),
        (["locate", "an elephant in the room"], "nothing in 'claims/library/texts/article.txt' "),
        (["locate", "x", "--source", "other"], "no source has a text at hand"),
        (["locate", "x", "--source", "articel"], "there is no source 'articel'; did you mean"),
        (["seal", "--source", "nothing"], "there is no source 'nothing'; there are article, other"),
        (["locate", "x", "--text", "nowhere.txt"], "'nowhere.txt', given for '"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said(call: Call, arguments: list[str], message: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_coverage_is_told_by_section(call: Call) -> None:
    result = call("coverage", "--missing")
    assert result.exit_code == 0
    assert result.output == (
        "library: Open on Sundays?\n"
        "  article  The article\n"
        "    Why it should open                    3  █████████████▎░░░░░░  67%  missing 1.3\n"
        "    What is against it                    2  ████████████████████ 100%\n"
        "    all                                   5  ████████████████░░░░  80%\n"
        "      1.3  So they say.\n"
        "  other  no text: the map names no file for it\n"
        "covered 1 map, 1 source with text, 5 sentences: "
        "4 cited, 0 set aside, 1 missing: 80%\n"
    )


@pytest.mark.parametrize(("least", "code"), [("80", 0), ("80.1", 1), ("100", 1)])
def test_too_little_coverage_fails(call: Call, least: str, code: int) -> None:
    result = call("coverage", "--fail-under", least)
    assert result.exit_code == code
    assert result.stderr == (f"argmap: 80.00 percent is less than {least}\n" if code else "")


def test_coverage_is_written_for_programs_and_as_a_page(call: Call) -> None:
    assert json.loads(call("coverage", "-f", "json").output)["total"]["missing"] == 1
    written = call("coverage", "-f", "html", "-o", "out/page.html").output
    assert written == "wrote out/page.html\n"
    assert Path("out/page.html").read_text("utf-8").startswith("<!doctype html>\n")


def test_words_are_located_ready_to_be_pasted(call: Call) -> None:
    result = call("locate", "visits rose by 12 percent")
    assert result.exit_code == 0
    assert result.output == (
        "    # claims/library/texts/article.txt\n"
        "    cites: {source: article, paragraph: 1, sentence: 2, "
        "quote: Visits rose by 12 percent}\n"
    )


def test_a_digest_may_stand_for_the_words(call: Call) -> None:
    result = call("locate", "a rest", "--digest")
    change("quote: want a rest", result.output.partition("sentence: 1, ")[2].rstrip("}\n"))
    change("paragraph: 2, ", "paragraph: 2, sentence: 1, ")
    assert codes(call("check", "-f", "concise").output) == ["204"]


def test_words_that_are_not_there_as_typed_are_shown_as_they_stand(call: Call) -> None:
    result = call("locate", "visits rose by 21 percent")
    assert result.exit_code == 1
    assert "quote: Visits rose by 12 percent" in result.stdout
    assert result.stderr.startswith("argmap: not as typed; 9")


def test_any_text_may_be_looked_through(call: Call) -> None:
    Path("loose.txt").write_text("It is so. It is not so.")
    result = call("locate", "It is", "--text", "loose.txt")
    assert result.output.count("cites: {source: loose, ") == 2
    named = call("locate", "It is not", "--text", "essay=loose.txt")
    assert "source: essay" in named.output


def test_a_place_can_be_a_link_or_the_target_of_an_annotation(call: Call) -> None:
    change("title: The article,", "title: The article, url: 'https://example.org/a',")
    assert call("locate", "want a rest", "-f", "link").output == (
        "https://example.org/a#:~:text=want%20a%20rest\n"
    )
    target = json.loads(call("locate", "want a rest", "-f", "annotation").output)
    start = TEXT.index("want a rest")
    assert target["source"] == "https://example.org/a"
    assert target["selector"][0]["exact"] == "want a rest"
    assert target["selector"][1] == {
        "type": "TextPositionSelector",
        "start": start,
        "end": start + len("want a rest"),
    }


def test_quotations_are_sealed_and_still_verified(call: Call) -> None:
    shown = call("seal", "--diff")
    assert shown.stderr == "would seal 2 quotations in 1 file, left 0\n"
    assert "-    cites: {source: article, quote: Visits rose by 12 percent}" in shown.stdout
    assert Path("claims/library/map.yaml").read_text() == CLAIMS
    sealed = call("seal")
    assert (sealed.exit_code, sealed.stdout) == (0, "")
    assert sealed.stderr == "sealed 2 quotations in 1 file, left 0\n"
    text = Path("claims/library/map.yaml").read_text()
    assert "quote" not in text
    assert "    # as it was printed\n" in text
    assert call("fmt", "--check").exit_code == 0
    assert codes(call("check", "-f", "concise").output) == ["204"]


def test_what_cannot_be_sealed_stays_and_is_named(call: Call) -> None:
    change("12 percent", "21 percent")
    change(", other]", ", {source: other, quote: unseen}]")
    result = call("seal")
    assert result.exit_code == 1
    assert result.stderr == (
        "claims/library/map.yaml:16:21: the quotation in 'visits' stays: "
        "it is not there word for word, or at several places\n"
        "claims/library/map.yaml:19:75: the quotation in 'rest' stays: "
        "its text is not at hand\n"
        "sealed 1 quotation in 1 file, left 2\n"
    )


def test_only_one_source_is_sealed_on_demand(call: Call) -> None:
    assert call("seal", "--source", "other").stderr == "sealed 0 quotations in 0 files, left 0\n"
