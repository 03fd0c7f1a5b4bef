"""Fixes applied to texts."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.findings import Finding, Fix, Severity
from argmap.project import loads
from argmap.project.fixing import fixed_files, with_fixes
from argmap.project.loaded import LoadedMap
from argmap.text import TextFile

FILE = TextFile("a.yaml", "one two three\r\n")


def fix(start: int, end: int, replacement: str = "-") -> Fix:
    return Fix("a title", FILE.span(start, end), replacement)


def test_each_stretch_is_replaced_and_the_rest_stays() -> None:
    fixes = (fix(8, 13, "drei"), fix(0, 3, "eins"))
    assert with_fixes(FILE.text, fixes) == ("eins two drei\r\n", (fixes[1], fixes[0]))


def test_without_fixes_a_text_stays() -> None:
    assert with_fixes(FILE.text, ()) == (FILE.text, ())


def test_of_fixes_that_overlap_the_first_is_applied() -> None:
    assert with_fixes(FILE.text, [fix(2, 5), fix(0, 3), fix(4, 7)]) == (
        "- - three\r\n",
        (fix(0, 3), fix(4, 7)),
    )


def test_a_fix_that_comes_twice_is_applied_once() -> None:
    assert with_fixes(FILE.text, [fix(3, 3, "!"), fix(3, 3, "?"), fix(3, 3, "!")]) == (
        "one!? two three\r\n",
        (fix(3, 3, "!"), fix(3, 3, "?")),
    )


@given(
    text=st.text(max_size=40),
    stretches=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(max_size=3))),
)
def test_what_no_fix_is_about_is_kept(text: str, stretches: list[tuple[int, int, str]]) -> None:
    file = TextFile("a.yaml", text)
    fixes = [
        Fix("", file.span(start, min(start + size, len(text))), new)
        for start, size, new in stretches
        if start <= len(text)
    ]
    changed, applied = with_fixes(text, fixes)
    for one in reversed(applied):
        # What comes before a fix has the length that it had, once the later ones are undone.
        begins = one.span.start + sum(
            len(other.replacement) - (other.span.end - other.span.start)
            for other in applied[: applied.index(one)]
        )
        assert changed[begins : begins + len(one.replacement)] == one.replacement
        changed = changed[:begins] + one.span.text + changed[begins + len(one.replacement) :]
    assert changed == text


def test_the_files_of_a_map_are_fixed_apart() -> None:
    other = TextFile("b.yaml", "x\n")
    findings = [
        Finding(102, "unknown-field", Severity.ERROR, "one", FILE.span(0), fixes=[fix(0, 3)]),
        Finding(103, "invalid-field", Severity.ERROR, "two", other.span(0)),
    ]
    loaded = LoadedMap("m", loads("")[0], (), (FILE, other))
    (fixed,) = fixed_files(loaded, findings)
    assert (fixed.file, fixed.path, fixed.text) == (FILE, None, "- two three\r\n")
