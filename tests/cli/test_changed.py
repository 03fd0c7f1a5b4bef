"""`argmap check --changed`: what changed since a revision, and what is next to that."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.project.repositories import alone, commit

OLD = """\
claims:
  should-charge: {text: We should charge., main: true, supporting: [cuts-traffic]}
  cuts-traffic: {text: A charge cuts traffic., supporting: [fewer-cars]}
  fewer-cars: {text: Fewer cars come.}
  trains-are-slow: {text: Trains are slow., supports: [should-charge]}
evidence:
  counts: {text: Counts fell., supports: [should-charge]}
"""


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch, tmp_path)


def lay(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def concise(call: Call, *options: str) -> list[str]:
    result = call("check", "-f", "concise", "--select", "1xx,201,402", *options)
    return [line.split(":", 3)[-1].strip() for line in result.output.splitlines()[:-1]]


def test_nothing_is_reported_where_nothing_changed(call: Call) -> None:
    lay("claims/city.yaml", OLD)
    commit()
    assert call("check").exit_code == 1
    result = call("check", "--changed", "HEAD")
    assert result.exit_code == 0
    assert result.output == (
        "checked 1 map, 4 claims, 1 evidence, 4 relations, 0 passages "
        "(reporting only what changed since HEAD): 0 errors, 0 warnings, 0 notes\n"
    )


def test_findings_of_what_changed_and_its_neighbours_are_reported(call: Call) -> None:
    lay("claims/city.yaml", OLD)
    commit()
    everything = [
        "error unsupported-claim (201): nothing supports 'fewer-cars'",
        "error unsupported-claim (201): nothing supports 'trains-are-slow'",
        "error no-source (402): evidence 'counts' cites no source",
    ]
    assert concise(call) == everything
    lay("claims/city.yaml", OLD.replace("A charge cuts", "A charge reduces"))
    assert concise(call, "--changed", "HEAD") == everything[:1]
    lay("claims/city.yaml", OLD.replace("Trains are", "Trains may be"))
    assert concise(call, "--changed", "HEAD") == everything[1:2]
    lay("claims/city.yaml", OLD.replace("We should", "Let us"))
    assert concise(call, "--changed", "HEAD") == everything[1:]


def test_a_new_map_has_all_changed(call: Call) -> None:
    lay("claims/city/all.yaml", OLD)
    commit()
    lay("claims/new town/all.yaml", OLD)
    result = call("check", "-f", "concise", "--changed", "HEAD", "--select", "201,402")
    assert result.exit_code == 1
    assert result.output.count("claims/new town/all.yaml:") == 3
    assert "claims/city/" not in result.output


def test_what_is_left_when_a_node_is_removed_is_reported(call: Call) -> None:
    lay("claims/city.yaml", OLD)
    commit()
    lay("claims/city.yaml", OLD.replace("  fewer-cars: {text: Fewer cars come.}\n", ""))
    assert concise(call, "--changed", "HEAD", "--ignore", "201") == [
        "error unresolved-reference (106): there is no claim or evidence 'fewer-cars'"
    ]


def test_what_is_wrong_with_a_file_is_reported_where_it_changed(call: Call) -> None:
    lay("claims/city/a.yaml", OLD.replace("Fewer cars come.", "Fewer cars come., colour: red"))
    lay("claims/city/b.yaml", "claims: {x: {text: X., colour: red, assumed: it is so}}\n")
    commit()
    assert concise(call, "--changed", "HEAD") == []
    with Path("claims/city/b.yaml").open("a", encoding="utf-8") as file:
        file.write("# A comment.\n")
    found = concise(call, "--changed", "HEAD")
    assert found == ["error unknown-field (102): claim 'x' has an unknown field 'colour'"]


def test_every_report_says_that_it_is_not_all(call: Call) -> None:
    lay("claims/city.yaml", OLD)
    commit()
    said = "(reporting only what changed since HEAD)"
    for form in ("text", "concise", "github", "markdown", "junit"):
        assert said in call("check", "--changed", "HEAD", "-f", form).output


def test_the_work_tree_may_be_below_the_top(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("book/claims/ü.yaml", OLD)
    lay("book/argmap.toml", "")
    commit()
    monkeypatch.chdir("book")
    assert call("check", "--changed", "HEAD").exit_code == 0
    lay("claims/ü.yaml", OLD.replace("Trains are", "Trains may be"))
    assert call("check", "--changed", "HEAD").exit_code == 1


def test_a_revision_that_is_not_there_stops(call: Call) -> None:
    lay("claims/city.yaml", OLD)
    commit()
    result = call("check", "--changed", "mian")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: git knows no revision 'mian' here; give a commit, branch or tag, "
        "and fetch it first where the clone is shallow\n"
    )


def test_standard_input_cannot_be_compared(call: Call) -> None:
    commit()
    result = call("check", "-", "--changed", "HEAD", stdin=OLD)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: standard input has no earlier state; give paths with --changed\n"
    )


def test_without_a_repository_it_stops(call: Call) -> None:
    lay("claims/city.yaml", OLD)
    result = call("check", "--changed", "HEAD")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: '.' is in no git repository; what changed can be told only where there is one\n"
    )


def test_without_git_it_stops(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("claims/city.yaml", OLD)
    monkeypatch.setenv("PATH", "")
    result = call("check", "--changed", "HEAD")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: git is not installed, or not on the PATH; what changed is read from git\n"
    )


def test_a_changed_bibliography_concerns_what_cites_from_it(call: Call) -> None:
    bib = "@misc{lind, title={Roads}, doi={10.1000/182}}\n@misc{ek, title={Rails}, doi={x}}\n"
    lay("refs.bib", bib)
    lay(
        "claims/city.yaml",
        "sources: ../refs.bib\n"
        "claims: {a: {text: One., supporting: [e, f]}}\n"
        "evidence: {e: {text: Said., cites: lind}, f: {text: Heard., cites: ek}}\n",
    )
    commit()
    select = ("check", "-f", "concise", "--select", "1xx,403")
    wrong = "warning incomplete-source (403): 'doi' of source"
    assert [line.partition(": ")[2] for line in call(*select).output.splitlines()[:-1]] == [
        f"{wrong} 'ek' is 'x', not a DOI"
    ]
    assert call(*select, "--changed", "HEAD").output.count("403") == 0
    lay("refs.bib", bib.replace("10.1000/182", "y"))
    found = call(*select, "--changed", "HEAD").output.splitlines()[:-1]
    assert found == [f"refs.bib:1:33: {wrong} 'lind' is 'y', not a DOI"]


def test_what_cites_a_text_that_changed_is_reported(call: Call) -> None:
    lay(
        "claims/m/m.yaml",
        "sources: {s: {title: S, file: s.txt}, t: {title: T, file: t.txt}}\n"
        "claims: {a: {text: A., supporting: [b, c]}}\n"
        "evidence:\n"
        "  b: {text: B., cites: {source: s, quote: it is not so}}\n"
        "  c: {text: C., cites: {source: t, quote: so it is}}\n",
    )
    lay("claims/m/s.txt", "They say that it is not so.")
    lay("claims/m/t.txt", "It is what it is.")
    commit()
    assert call("check", "--changed", "HEAD").output.count("quote-") == 0
    lay("claims/m/s.txt", "They say that it is so.")
    report = call("check", "--changed", "HEAD", "-f", "concise").output
    assert [line for line in report.splitlines() if "'b'" in line and "quote-" in line]
    assert not [line for line in report.splitlines() if "'c'" in line]
    assert "'c'" in call("check", "-f", "concise").output
