"""What argmap says of Argdown that has something wrong; each message once."""

import pytest

from argmap.formats.argdown import including, read
from argmap.model import Evidence
from argmap.text import TextFile
from tests.formats.argdown_maps import messages

_KEPT = (
    ("5 < 6 and x > y", "1:3 warning the title of an argument stands within a text"),
    ("see [1] there", "1:5 warning the title of a statement stands within a text"),
    ("a snake_case", "1:8 warning '_' begins italics without an end"),
    ("a **b", "1:3 warning '**' begins bold text without an end"),
    ("set {a, b} is finite", "1:5 warning data in braces stand before the end of a text"),
    ("a {b: [} c", "1:3 error the data cannot be read: did not find expected node content"),
    ("see https://x.org\nb", "1:11 warning Argdown may take what stands behind '//' for a comment"),
    ("in\n2003. The", "2:1 warning '2003.' cannot begin a line here"),
    ("a\n---- b", "2:1 warning '----' cannot begin a line here"),
)


@pytest.mark.parametrize(("text", "message"), _KEPT, ids=[text for text, _ in _KEPT])
def test_what_was_meant_as_text_is_kept_as_text(text: str, message: str) -> None:
    assert messages(text) == [message]
    the_map, _ = read(TextFile("x.argdown", text))
    assert [one.text for one in the_map.nodes] == [" ".join(text.split())]


_KEPT_BADLY = "what argmap kept here cannot be used"
_MENDED: tuple[tuple[str, str, list[str]], ...] = (
    ("a\n+ b", "2:1 warning '+' stands at the beginning of its line", ["b supports a"]),
    (
        "a\n    + b\n  + c",
        "3:3 warning '+' is indented like no relation above it",
        ["b supports a", "c supports a"],
    ),
    ("[A]\n  >< <B>", "2:3 warning '><' relates to an argument", ["A contrasts B"]),
    ("a\n\n  + b", "3:3 error nothing stands above '+' that it could relate to", []),
    (
        "(1) a\n---\n(2) b",
        "2:1 warning an inference has too few hyphens",
        ["a supports b"],
    ),
    (
        "(1) a\n--\n(2) b",
        "2:1 warning the rules of an inference have no end",
        ["a supports b"],
    ),
    (
        "(1) a\n---- MP ----\n(2) b",
        "2:1 warning the rules of an inference stand between too many hyphens",
        ["a supports b"],
    ),
    (
        "(1) a\n----\n  + c\n(2) b",
        "3:3 error '+' stands below an inference",
        ["a supports b", "c undercuts a supports b"],
    ),
    (
        "(1) <A>\n----\n(2) b",
        "1:5 error the argument 'A' stands in place of a statement",
        ["A supports b"],
    ),
    ("(1) a\n(2) b", "2:1 error these premises lead to no conclusion", []),
    ("(1) a\n----", "2:1 error an inference has no conclusion", []),
    (
        "----\n(1) a\n----\n(2) b",
        "1:1 error an inference stands where none can be",
        ["a supports b"],
    ),
    (
        "<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(1) c\n----\n(2) d",
        "9:1 error 'A' is taken apart a second time",
        ["A", "c supports d"],
    ),
    ("text\n(1) a\n----\n(2) b", "2:1 warning no empty line stands above '(1)'", ["a supports b"]),
    ("[A]: x\n[B]: y", "2:1 warning no empty line stands above '[B]: y'", []),
    ("[A] some text", "1:4 warning a text follows 'A', which is only referred to", []),
    ("[A]:\n\nx", "1:1 warning the text of 'A' is missing", []),
    ("a\n  + \n\nb", "2:4 warning a text is missing", ["claim-1 supports a"]),
    ("* a\n  * b", "2:3 warning lists have no levels", []),
    ("===\na: b\n===\nx", "4:1 warning no empty line follows the front matter", []),
    (
        "===\na: [\n===\n\nx",
        "2:1 error the front matter cannot be read: did not find expected node content",
        [],
    ),
    (
        "===\na: &x [1]\nb: *x\n===\n\nx",
        "2:1 error the front matter cannot be read: aliases are not read",
        [],
    ),
    (
        f"===\na: {'[' * 100}{']' * 100}\n===\n\nx",
        "2:1 error the front matter cannot be read: it is deeper than 60 levels",
        [],
    ),
    (
        "a\n\n@include(b.argdown)",
        "3:1 error 'b.argdown' cannot be included: there is no such file",
        [],
    ),
    (
        '[A]: x {"argmap": {"confidence": 7}}',
        f"1:1 error {_KEPT_BADLY}: confidence of a Claim goes from 0 to 1, not 7",
        [],
    ),
    (
        '[A]: x {"argmap": {"passages": [{"source": 1}]}}',
        "1:1 error what argmap kept here cannot be used: 'passages': 'source': it is no text",
        [],
    ),
)


@pytest.mark.parametrize(
    ("text", "message", "relations"), _MENDED, ids=[message for _, message, _ in _MENDED]
)
def test_what_is_wrong_is_told_and_mended(text: str, message: str, relations: list[str]) -> None:
    assert messages(text) == [message]
    the_map, _ = read(TextFile("x.argdown", text))
    assert [one.id for one in the_map.relations] == relations


def test_all_errors_of_a_file_are_told_at_once() -> None:
    assert messages("a [b] c\n\nd\n+ e\n\n(1) f\n") == [
        "1:3 warning the title of a statement stands within a text",
        "4:1 warning '+' stands at the beginning of its line",
        "6:1 error these premises lead to no conclusion",
    ]


def test_files_that_include_each_other_too_deep_are_told() -> None:
    def beside(path: str) -> TextFile | None:
        return TextFile(path, f"@include(x{path})")

    _, findings = read(TextFile("x", "@include(y)"), beside)
    assert [one.message[-52:] for one in findings] == [
        "included: files include each other more than 40 deep"
    ]


def test_too_large_a_whole_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(including, "_LARGEST", 10)
    _, findings = read(
        TextFile("x", "A long text\n\n@include(b)"), lambda path: TextFile(path, "x")
    )
    assert [one.message for one in findings] == ["'b' cannot be included: the whole is too large"]


def test_what_argmap_kept_and_somebody_broke_is_told() -> None:
    deep = "[" * 100_000
    for relation in ("{stance: ates, premises: [b], target: a}", f"{{data: '{deep}'}}"):
        found = messages(f"===\nargmap: {{relations: [{relation}]}}\n===\n\n[a]: A.\n")
        assert len(found) == 1, found
        assert "error" in found[0]


def test_nothing_where_argmap_kept_something_is_as_if_it_were_not_there() -> None:
    text = "[b]: B. {argmap: {evidence: true, passages: null, tags: null}}\n"
    (node,) = read(TextFile("x", text))[0].nodes
    assert node == Evidence("b", "B.")
    assert messages("[b]: B. {argmap: {evidence: true, passages: [{source: null}]}}\n")
