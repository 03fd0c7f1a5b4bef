"""Every message about a bibliography is provoked once, with its place."""

import pytest

from argmap.bibliography import read_bibliography
from argmap.text import TextFile

NOT_CLOSED = "look for a brace, a quotation mark or a comma that is missing; the rest was read"
UNEXPECTED = "unexpected block start: `@book`. Was still looking for field-value closing `}`"
BROKEN_JSON = "a bibliography in JSON is a list of items; export it as CSL-JSON anew"

BIBTEX = {
    "@book{open, title={A\n@book{b, title={B}}\n": [
        f"1:7 warning 101 the entry 'open' cannot be read: {UNEXPECTED}",
        NOT_CLOSED,
    ],
    "@book{b, title={B}}\n@book{title={A}}\n": [
        "2:1 warning 101 an entry cannot be read: expected comma after entry key, but found =",
        NOT_CLOSED,
    ],
    "@book{a, title={A}}\n\n@article{a, title={B}}\n": [
        "3:10 warning 101 there is a second entry 'a'",
        "give one of the two another key, or remove it",
        "1:7 this one counts",
    ],
    "@book{, title={A}}": [
        "1:1 warning 101 an entry has no key",
        "write a key and a comma behind the brace: `@book{key,`",
    ],
    "@book{title\nA, author={A}}": [
        "1:7 warning 101 an entry has a key over several lines",
        "write a key and a comma behind the brace: `@book{key,`",
    ],
    "@book{a, author={Plato}}": [
        "1:7 warning 103 the entry 'a' has no title",
        "write `title = {…}`",
    ],
    "@book{a, title={A}, Title={B}}": [
        "1:28 warning 103 'title' stands twice in the entry 'a'",
        "keep one; the first counts",
    ],
    "@book{a, title={A}, journal=jet # {x}}": [
        "1:29 warning 103 'journal' names the string 'jet', which is not defined",
        "define it with `@string`, or put braces around the text",
    ],
    "@inbook{a, title={A}, crossref={b}}": [
        "1:33 warning 103 'a' is a part of 'b', which is not here",
        "correct `crossref`, or add that entry",
    ],
}

JSON = {
    "": ["1:1 error 101 the file cannot be read from here on: it is no list of items", BROKEN_JSON],
    '"text"': [
        "1:1 error 101 the file cannot be read from here on: it is no list of items",
        BROKEN_JSON,
    ],
    '[{"id": "a", "title": "A"}\n{"id": "b"}]': [
        "2:1 error 101 the file cannot be read from here on: a comma or ']' is missing",
        BROKEN_JSON,
    ],
    '[{"id": "a", "title": "A"]': [
        "1:26 error 101 the file cannot be read from here on: a comma or '}' is missing",
        BROKEN_JSON,
    ],
    '[{"id": "a", title: "A"}]': [
        "1:14 error 101 the file cannot be read from here on: a name in quotation marks is missing",
        BROKEN_JSON,
    ],
    '[{"i\\u0064" "a"}]': [
        "1:13 error 101 the file cannot be read from here on: ':' is missing",
        BROKEN_JSON,
    ],
    '[{"id": "a", "title": A}]': [
        "1:23 error 101 the file cannot be read from here on: expecting value",
        BROKEN_JSON,
    ],
    '[{"id": "a", "title": "A}]': [
        "1:23 error 101 the file cannot be read from here on: unterminated string starting",
        BROKEN_JSON,
    ],
    f'[{{"id": {"[" * 100_000}': [
        "1:9 error 101 the file cannot be read from here on: lists stand too deep in each other",
        BROKEN_JSON,
    ],
    '[{"id": "a", "title": "A"}] x': [
        "1:29 error 101 the file cannot be read from here on: something stands behind its end",
        BROKEN_JSON,
    ],
    '[{"title": "A"}]': [
        "1:2 warning 101 an item has no id",
        'write `{"id": "…", "title": "…"}`',
    ],
    '[{"id": "a\\nb", "title": "A"}]': [
        "1:2 warning 101 an item has an id over several lines",
        'write `{"id": "…", "title": "…"}`',
    ],
    "[[1]]": ["1:2 warning 101 an item is no object", 'write `{"id": "…", "title": "…"}`'],
    '[{"id": "a", "title": "A"}, {"id": "a"}]': [
        "1:37 warning 101 there is a second item 'a'",
        "remove one of the two",
        "1:10 this one counts",
    ],
    '[{"id": "a", "DOI": "10.1/2"}]': [
        "1:10 warning 103 the item 'a' has no title",
        'write `"title": "…"`',
    ],
    '[{"id": "a", "title": "A", "ISBN": ["1"]}]': [
        "1:36 warning 103 'ISBN' of the item 'a' is no text",
        "put quotation marks around it",
    ],
}


def told(path: str, text: str) -> list[str]:
    lines = []
    for one in read_bibliography(TextFile(path, text)).findings:
        assert one.span is not None
        place = f"{one.span.line}:{one.span.column}"
        lines += [f"{place} {one.severity.word} {one.code} {one.message}", one.help]
        lines += [f"{note.span.line}:{note.span.column} {note.message}" for note in one.related]
    return lines


@pytest.mark.parametrize(("text", "expected"), BIBTEX.items(), ids=range(len(BIBTEX)))
def test_a_mistake_in_bibtex_is_reported(text: str, expected: list[str]) -> None:
    assert told("refs.bib", text) == expected


@pytest.mark.parametrize(("text", "expected"), JSON.items(), ids=range(len(JSON)))
def test_a_mistake_in_csl_json_is_reported(text: str, expected: list[str]) -> None:
    assert told("refs.json", text) == expected


def test_the_rest_of_a_broken_file_is_kept() -> None:
    text = "@book{a, title={A}}\n@book{broken, title={\n@book{b, title={B}}\n"
    assert [one.id for one in read_bibliography(TextFile("r.bib", text)).sources] == ["a", "b"]
    text = '[{"id": "a", "title": "A"}, {"title": "B"}, {"id": "c", "title": "C"}, {"id"]'
    assert [one.id for one in read_bibliography(TextFile("r.json", text)).sources] == ["a", "c"]


def test_a_file_with_very_many_mistakes_is_told_in_short() -> None:
    lines = told("refs.bib", "@book{, title={A}}\n" * 250)
    assert len(lines) == 202
    assert lines[-2:] == [
        "1:1 error 101 there are 150 more findings in this file",
        "mend the first ones, and look again",
    ]


def test_a_finding_has_the_key_for_its_subject() -> None:
    text = "@book{a, title={A\n@book{b, title=b}\n"
    assert [one.subject for one in read_bibliography(TextFile("r.bib", text)).findings] == [
        "a",
        "b",
    ]


def test_the_library_keeps_to_itself_what_is_a_finding(caplog: pytest.LogCaptureFixture) -> None:
    told("refs.bib", "@book{open, title={A")
    assert caplog.records == []
