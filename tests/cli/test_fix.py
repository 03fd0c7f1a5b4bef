"""`argmap check --fix` and `--diff`: what is surely mistyped is put right."""

from pathlib import Path

import pytest

from argmap.project import fixed_files
from tests.cli.conftest import Call

TYPOS = """\
# What we claim.
sources:
  annual-report: {title: Annual report}
claims:
  should-charge:
    txt: We should charge.   # said in 2003
    type: polcy
    main: true
    supporting: "cuts-traffic, fair"
  cuts-traffic: {text: A charge cuts traffic., supporting: [cuonts, 'panell']}
  fair: {text: It is fair., assumed: everybody says so}
evidence:
  counts: {text: Counts fell., cites: anual-report}
  panel: {text: Households drive less., cites: "annual_report"}
"""
FIXED = (
    TYPOS.replace("txt:", "text:")
    .replace("polcy", "policy")
    .replace('"cuts-traffic, fair"', "[cuts-traffic, fair]")
    .replace("cuonts, 'panell'", "counts, 'panel'")
    .replace("anual-report}", "annual-report}")
    .replace('"annual_report"', '"annual-report"')
)


def lay(path: str, text: str | bytes) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)
    return Path(path)


def test_fixes_are_applied_and_the_rest_is_reported(call: Call) -> None:
    path = lay("claims/a.yaml", TYPOS + "  other: {text: Other., cites: ghost}\n")
    result = call("check", "-f", "concise", "--fix", "--select", "1xx,401")
    assert path.read_text() == FIXED + "  other: {text: Other., cites: ghost}\n"
    assert result.exit_code == 1
    assert result.stderr == "fixed 7 places in 1 file\n"
    assert result.stdout == (
        "claims/a.yaml:15:32: error unknown-source (401): there is no source 'ghost'\n"
        "checked 1 map, 3 claims, 3 evidence, 4 relations, 3 passages: "
        "1 error, 0 warnings, 0 notes\n"
    )


def test_all_that_was_wrong_may_be_fixed(call: Call) -> None:
    path = lay("claims/a.yaml", TYPOS)
    assert call("check").exit_code == 1
    assert call("check", "--fix").exit_code == 0
    assert path.read_text() == FIXED
    again = call("check", "--fix")
    assert (again.exit_code, again.stderr) == (0, "nothing can be fixed\n")
    assert path.read_text() == FIXED


def test_the_differences_are_shown_and_nothing_is_written(call: Call) -> None:
    path = lay("claims/a.yaml", TYPOS)
    result = call("check", "--diff", "--select", "103")
    assert path.read_text() == TYPOS
    assert result.exit_code == 1
    assert result.stdout == (
        "--- claims/a.yaml\n"
        "+++ claims/a.yaml (fixed)\n"
        "@@ -4,7 +4,7 @@\n"
        " claims:\n"
        "   should-charge:\n"
        "     txt: We should charge.   # said in 2003\n"
        "-    type: polcy\n"
        "+    type: policy\n"
        "     main: true\n"
        '     supporting: "cuts-traffic, fair"\n'
        "   cuts-traffic: {text: A charge cuts traffic., supporting: [cuonts, 'panell']}\n"
    )
    assert result.stderr == (
        "would fix 1 place in 1 file\n"
        "checked 1 map, 3 claims, 2 evidence, 3 relations, 2 passages: "
        "2 errors, 0 warnings, 0 notes\n"
    )
    clean = call("check", "--diff", "--select", "601")
    assert (clean.exit_code, clean.stdout) == (0, "")
    assert clean.stderr.startswith("nothing can be fixed\n")


def test_what_is_on_standard_input_can_be_shown_fixed(call: Call) -> None:
    result = call("check", "-", "--diff", stdin=TYPOS)
    assert "+    text: We should charge.   # said in 2003\n" in result.stdout
    assert result.stderr.startswith("would fix 7 places in 1 file\n")


def test_line_ends_and_the_byte_order_mark_stay(call: Call) -> None:
    path = lay("claims/a.yaml", b"\xef\xbb\xbf" + TYPOS.replace("\n", "\r\n").encode())
    assert call("check", "--fix").exit_code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").encode()


def test_only_what_is_reported_is_fixed(call: Call) -> None:
    path = lay("claims/a.yaml", TYPOS)
    call("check", "--fix", "--select", "103")
    assert path.read_text() == TYPOS.replace("polcy", "policy")
    call("check", "--fix", "--ignore", "1xx")
    assert "cuonts" in path.read_text()


def test_a_linked_file_is_fixed_where_it_lies(call: Call) -> None:
    path = lay("shared/a.yaml", TYPOS)
    Path("claims").mkdir()
    Path("claims/a.yaml").symlink_to("../shared/a.yaml")
    call("check", "--fix")
    assert (Path("claims/a.yaml").is_symlink(), path.read_text()) == (True, FIXED)


def test_a_file_that_is_not_read_in_full_is_left_alone(call: Call) -> None:
    broken = lay("claims/m/a.yaml", f"{TYPOS}  broken: {{text: B.\n")
    other = lay("claims/m/b.yaml", "claims:\n  other: {text: O., supporting: [fiar], tag: x}\n")
    result = call("check", "--fix")
    assert broken.read_text() == f"{TYPOS}  broken: {{text: B.\n"
    # An id that is missing may stand in what could not be read.
    assert other.read_text() == "claims:\n  other: {text: O., supporting: [fiar], tags: x}\n"
    assert result.stderr == "fixed 1 place in 1 file\n"


def test_a_file_that_changes_meanwhile_is_not_written(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = lay("claims/m/a.yaml", TYPOS)
    second = lay("claims/m/b.yaml", "claims: {z: {text: Z., asumed: it is so}}\n")

    def edited_meanwhile(*arguments: object) -> object:
        second.write_text("claims: {}\n")
        return fixed_files(*arguments)  # type: ignore[arg-type]  # the arguments as they come

    monkeypatch.setattr("argmap.cli.mending.fixed_files", edited_meanwhile)
    result = call("check", "--fix")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: 'claims/m/b.yaml' was changed meanwhile; nothing was written, try again\n"
    )
    assert (first.read_text(), second.read_text()) == (TYPOS, "claims: {}\n")


def test_a_file_that_is_gone_meanwhile_is_said(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    path = lay("claims/a.yaml", TYPOS)

    def gone_meanwhile(*arguments: object) -> object:
        path.unlink()
        return fixed_files(*arguments)  # type: ignore[arg-type]  # the arguments as they come

    monkeypatch.setattr("argmap.cli.mending.fixed_files", gone_meanwhile)
    result = call("check", "--fix")
    assert result.exit_code == 2
    assert result.stderr.endswith("claims/a.yaml': no such file or directory\n")


def test_files_keep_their_permissions(call: Call) -> None:
    path = lay("claims/a.yaml", TYPOS)
    path.chmod(0o640)
    call("check", "--fix")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in Path("claims").iterdir()] == ["a.yaml"]


@pytest.mark.parametrize(
    ("arguments", "other"),
    [(["--diff"], "--diff"), (["--watch"], "--watch"), (["-"], "standard input")],
)
def test_fix_goes_alone(call: Call, arguments: list[str], other: str) -> None:
    result = call("check", "--fix", *arguments, stdin=TYPOS)
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        f"argmap: --fix writes to claim files and does not go with {other}; leave one out\n",
    )
