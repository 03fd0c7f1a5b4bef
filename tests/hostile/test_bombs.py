"""Small texts that would become large, deep or slow: each is read or refused within the limits."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from argmap.findings import UsageError
from argmap.formats import FORMATS, format_named
from argmap.formats.json_text import read_json
from argmap.formats.xml_text import MOST_ATTRIBUTES, read_xml
from argmap.project.configuration_file import read_configuration
from argmap.text import TextFile
from tests.hostile.confined import confined, only_with_limits

_DEEP: Final = 30_000
_LONG: Final = 1_000_000

_LAUGHS: Final = "a: &a [ha, ha]\n" + "".join(
    f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]\n"
    for one, two in zip("abcdefghi", "bcdefghij", strict=True)
)
_MERGES: Final = "a: &a {x: 1}\n" + "".join(
    f"{two}: &{two} {{<<: [{', '.join([f'*{one}'] * 9)}]}}\n"
    for one, two in zip("abcdefghi", "bcdefghij", strict=True)
)
_ENTITIES: Final = "".join(
    f'<!ENTITY {two} "{f"&{one};" * 9}">' for one, two in zip("abcdefghi", "bcdefghij", strict=True)
)
_ATTRIBUTES: Final = " ".join(f'a{number}="x"' for number in range(20_000))
_NAMESPACES: Final = " ".join(f'xmlns:a{number}="x{number}"' for number in range(20_000))

_YAML: Final = (
    _LAUGHS,
    f"claims:\n  a: {{text: A.}}\nmap: *j\n{_LAUGHS}",
    _MERGES,
    "a: &a [*a, *a]\n",
    "claims: &a {a: {text: A., supporting: *a}}\n",
    f"claims: {'[' * _DEEP}",
    f"claims: {'{a: ' * _DEEP}1{'}' * _DEEP}\n",
    f"{'- ' * _DEEP}a\n",
    f"{'? ' * _DEEP}a\n",
    f"claims: {{a: {{text: A., confidence: {'9' * 100_000}}}}}\n",
    "claims: {a: {text: A., confidence: 1e999999999}}\n",
    f"claims: {{a: {{text: {'x' * _LONG}}}}}\n",
    f"claims: {{a: {{text: A., {'k' * _LONG}: 1}}}}\n",
    "claims: {a: {text: !!python/object/apply:os.system [echo]}}\n",
    f"claims: {{a: {{text: !!binary {'A' * 40_000}}}}}\n",
    "claims:\n  a:\n    text: |999999999\n      x\n",
    f"%YAML 1.{'9' * 9_000}\n---\nclaims: {{}}\n",
    "---\n" * 100_000,
    f"evidence: {{a: {{text: A., cites: {{source: s, page: {'9' * 9_000}}}}}}}\n",
    "evidence: {a: {text: A., cites: {source: s, paragraph: 1-99999999999}}}\n",
)
_JSON: Final = (
    f"{'[' * _DEEP}{']' * _DEEP}",
    f'{{"nodes": {"[" * _DEEP}{"]" * _DEEP}, "edges": []}}',
    *(f'{{"nodes": {"[" * deep}"\\ud800"{"]" * deep}, "edges": []}}' for deep in (900, 3000, 9000)),
    f'{{"nodes": [{{"nodeID": {chr(123)}{chr(34)}a": {"9" * 100_000}}}}}], "edges": []}}',
    '{"nodes": [{"nodeID": 1e999999, "text": -1e999999, "type": "I"}], "edges": []}',
    f'{{"claims": {{"a": {{"text": "A.", "confidence": {"9" * 9_000}}}}}}}',
    json.dumps({"nodes": [{"nodeID": "1", "text": "x" * _LONG, "type": "I"}], "edges": []}),
    '{"nodes": [' + '{"nodeID": "1", "text": "a", "type": "I"},' * 5_000 + '{}], "edges": []}',
    f'{{{"a".join(["", *[chr(34) + ": 1, " + chr(34)] * 20_000])}": 1}}',
    "\0" * _LONG,
)
_XML: Final = tuple(
    text
    for root in ("arggraph", "graphml", "lkif")
    for text in (
        f'<!DOCTYPE {root} [<!ENTITY a "ha">{_ENTITIES}]><{root}>&j;</{root}>',
        f"<!DOCTYPE {root}\n\n[<!ENTITY % a SYSTEM 'file:///dev/zero'>%a;]><{root}/>",
        f'<!DOCTYPE {root} SYSTEM "file:///dev/zero"><{root}/>',
        f'<{root} xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="/dev/zero"/></{root}>',
        f"<{root} {_ATTRIBUTES}/>",
        f"<{root} {_NAMESPACES}/>",
        f"<{root}><edu id='e' {_ATTRIBUTES}>a</edu><graph><node {_ATTRIBUTES}/></graph></{root}>",
        f"<{root}>{'<a>' * _DEEP}{'</a>' * _DEEP}</{root}>",
        f"<{root}>{'x' * _LONG}",
        f"<{root}>{'<!--' * 50_000}",
        f"<{root}>{'&amp;' * 100_000}</{root}>",
    )
)
_PARTS: Final = ("  + [b]\n", "[", "<", "{a: ", "*_", "`", "(1) ", "\t", "/*", "#a ", "-- ", "\0")
_PLAIN: Final = (
    *(f"[a]: A.\n{part * 20_000}\n" for part in _PARTS),
    "".join(f"{' ' * deep}+ [b{deep}]: B.\n" for deep in range(2_000)),
)
_NUMBERS: Final = (
    f"p af {'9' * 9_000}\n",
    "p af 999999999\n1 2\n",
    f"p af 2\n1 {'9' * 9_000}\n",
    f"arg({'a' * _LONG}).\n",
    f"arg(a).\n{'att(' * _DEEP}",
    f"T1\tClaim 0 {'9' * 9_000}\ta\nR1\tsupports Arg1:T1 Arg2:T{'9' * 9_000}\n",
    f"Discussion Title: A\n\n{'1.' * _DEEP} Pro: A.\n",
    f"id,text\n{',' * _LONG}\n",
    f'id,text\n"{chr(34) * _LONG}\n',
)
_BIBLIOGRAPHIES: Final[Mapping[str, str]] = {
    "braces.bib": f"@book{{a, title = {'{' * _DEEP}x{'}' * _DEEP}}}\n",
    "open.bib": f"@book{{a, title = {'{' * _DEEP}",
    "strings.bib": '@string{a = "ha"}\n'
    + "".join(
        f"@string{{{two} = {' # '.join([one] * 9)}}}\n"
        for one, two in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "@book{k, title = j}\n",
    "crossref.bib": "@book{a, crossref = a}\n@book{b, crossref = {c}}\n@book{c, crossref = b}\n",
    "latex.bib": f"@book{{a, title = {{{chr(92)}emph{{ }}}}}}\n".replace(" ", "\\'" * _DEEP),
    "year.bib": f"@book{{a, title = {{A}}, year = {'9' * 9_000}}}\n",
    "deep.json": "[" * _DEEP,
    "year.json": f'[{{"id": "a", "issued": {{"date-parts": [[{"9" * 4_000}]]}}}}]',
    "infinite.json": '[{"id": "a", "issued": {"date-parts": [[1e999999]]}}]',
}
_CONFIGURATIONS: Final = (
    f"a = {'[' * 5_000}",
    f"a = {'{a=' * 5_000}",
    f"{'a.' * 20_000}a = 1\n",
    f"[{'a.' * 20_000}a]\n",
    f"ages = {{statistic = {'9' * 9_000}}}\n",
    f"ages = {{statistic = {'9' * 400}}}\n",
    "ages = {statistic = 1e999}\n",
    f'claims = "{"x" * 100_000}"\n',
    r'claims = "a\u0000b"' + "\n",
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("argmap.toml").touch()


def _texts_for(suffix: str) -> tuple[str, ...]:
    by_suffix = {".yaml": _YAML, ".yml": _YAML, ".json": _JSON, ".xml": _XML, ".graphml": _XML}
    return by_suffix.get(suffix, (*_NUMBERS, *_PLAIN))


@only_with_limits
@pytest.mark.parametrize("name", [one.name for one in FORMATS if one.reads])
def test_a_bomb_in_any_format_does_no_harm(name: str) -> None:
    suffix = format_named(name).suffixes[0]
    for number, text in enumerate(_texts_for(suffix)):
        Path(f"{number}{suffix}").write_text(text, encoding="utf-8")
    ended = confined(name, program="tests.hostile.reading")
    assert ended.out == f"read {len(_texts_for(suffix))}\n"


@only_with_limits
def test_claim_files_with_bombs_are_checked_drawn_and_written() -> None:
    Path("claims").mkdir()
    for number, text in enumerate(_YAML):
        Path(f"claims/{number}.yaml").write_text(f"map: {{title: '{number}'}}\n{text}")
    for command in ("check", "render", "fmt"):
        confined(command)


@only_with_limits
def test_bibliographies_with_bombs_are_told() -> None:
    Path("claims").mkdir()
    for name, text in _BIBLIOGRAPHIES.items():
        Path(f"claims/{name}").write_text(text)
        Path(f"claims/{name}.yaml").write_text(
            f"map: {{title: A}}\nsources: {name}\nclaims: {{a: {{text: A., cites: a}}}}\n"
        )
    assert confined("check").code == 1


@only_with_limits
def test_configurations_with_bombs_are_told() -> None:
    for number, text in enumerate(_CONFIGURATIONS):
        Path(f"{number}").mkdir()
        Path(f"{number}/argmap.toml").write_text(text)
    confined(str(len(_CONFIGURATIONS)), program="tests.hostile.configuring")


def test_an_infinite_number_is_no_json() -> None:
    found = read_json(TextFile("a.json", '{"a": {"b": {"c": [1.5, 1e999]}}}'))
    assert [str(one.span) + " " + one.message for one in found.findings] == [
        "a.json:1:19 this is no JSON: a number is too large"
    ]


def test_an_element_with_very_many_attributes_is_refused() -> None:
    def read(count: int) -> list[str]:
        attributes = " ".join(f'a{number}="x"' for number in range(count))
        found = read_xml(TextFile("a.xml", f"<a>\n<b {attributes}/></a>"))
        return [f"{one.span} {one.message}" for one in found.findings]

    assert read(MOST_ATTRIBUTES) == []
    assert read(MOST_ATTRIBUTES + 1) == ["a.xml:2:1 an element has more than 1,000 attributes"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = " + "[" * 5_000, "lists or tables stand too deep in each other; write them flat"),
        ("a = " + "9" * 5_000, "exceeds the limit (4300 digits) for integer string conversion"),
        (r'claims = "a\u0000b"', "'claims' should be a directory within the project, not"),
        (f"{'a.' * 2_000}a = 1", "a line has more than 1,000 dots; write tables, or several lines"),
    ],
)
def test_a_configuration_that_python_cannot_take_is_told(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_configuration(text, "argmap.toml")
    assert message in str(caught.value)
