"""Bibliographies that maps name: found, read within bounds, and joined with the maps."""

from pathlib import Path

import pytest

from argmap.claimfile import read, write
from argmap.findings import Finding
from argmap.model import Bibliography, Source
from argmap.project import bibliographies_of, find_project, load, load_maps, loads, save
from argmap.project.bibliographies import place_of
from argmap.text import TextFile

BOOK = "@book{lind2021, title = {Roads}, author = {Lind, Karin}, date = {2021}}\n"
MORE = '[{"id": "ek", "title": "Rails"}, {"id": "spare", "title": "Not cited"}]'
LIND = Source("lind2021", "Roads", author="Lind, Karin", date="2021", type="book")
CLAIMS = "claims: {a: {text: A., cites: [lind2021, ek]}}\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    lay("argmap.toml", "")


def lay(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.span} {one.severity.word} {one.message}; {one.help}" for one in findings]


def test_a_map_takes_what_it_cites() -> None:
    lay("refs.bib", BOOK + "@book{other, title = {Not cited}}\n")
    lay("claims/city/more.json", MORE)
    lay("claims/city/a.yaml", f"sources: [../../refs.bib, more.json]\n{CLAIMS}")
    the_map, findings = load("claims/city")
    assert findings == ()
    assert the_map.sources == (LIND, Source("ek", "Rails"))
    assert [str(one.span) for one in the_map.sources] == [
        "refs.bib:1:7",
        "claims/city/more.json:1:10",
    ]
    assert the_map.bibliographies == (
        Bibliography("../../refs.bib", keys=frozenset({"lind2021", "other"})),
        Bibliography("more.json", keys=frozenset({"ek", "spare"})),
    )


def test_sentences_set_aside_cite_too() -> None:
    lay("claims/refs.bib", BOOK)
    lay("claims/a.yaml", "sources: refs.bib\nset_aside: {source: lind2021, reason: a joke}\n")
    assert load("claims")[0].sources == (LIND,)


def test_files_of_a_map_are_joined_with_its_own_sources() -> None:
    lay("claims/m/refs.bib", BOOK)
    lay("claims/m/a.yaml", f"sources: refs.bib\n{CLAIMS}")
    lay("claims/m/b.yaml", "sources: {ek: Rails}\n")
    lay("claims/m/in/c.yaml", "sources: ../refs.bib\n")
    the_map, findings = load("claims/m")
    assert findings == ()
    assert the_map.sources == (Source("ek", "Rails"), LIND)


def test_what_stands_in_two_places_counts_once_where_it_is_equal() -> None:
    lay("claims/m/one.bib", BOOK)
    lay("claims/m/two.bib", f"% a copy\n{BOOK}")
    lay("claims/m/three.bib", BOOK.replace("2021}}", "2022}}"))
    lay("claims/m/a.yaml", f"sources: [one.bib, two.bib, three.bib]\n{CLAIMS}")
    assert [one.date for one in load("claims/m")[0].sources] == ["2021", "2022"]


def test_a_map_can_be_written_in_full() -> None:
    lay("claims/refs.bib", BOOK)
    lay("claims/a.yaml", f"sources: refs.bib\n{CLAIMS}")
    the_map, _ = load("claims")
    assert read([TextFile("a.yaml", write(the_map))])[0] == the_map
    save(the_map, "copy.yaml")
    assert load("copy.yaml")[0] == the_map


def test_what_is_wrong_is_told_with_the_first_map_that_names_the_file() -> None:
    lay("refs.bib", f"{BOOK}@book{{open, title = {{\n")
    lay("claims/one/a.yaml", f"sources: ../../refs.bib\n{CLAIMS}")
    lay("claims/two/a.yaml", f"sources: ../../refs.bib\n{CLAIMS}")
    one, two = load_maps(find_project())
    assert [str(finding.span) for finding in one.findings] == ["refs.bib:2:7"]
    assert two.findings == ()
    assert one.map.sources == two.map.sources == (LIND,)
    assert [file.path for file in two.files] == ["claims/two/a.yaml", "refs.bib"]


def test_a_missing_file_is_told_where_it_is_named() -> None:
    lay("claims/m/refs.bib", BOOK)
    lay("claims/m/a.yaml", "sources: [ref.bib, none.json]\n")
    assert told(load("claims/m")[1]) == [
        "claims/m/a.yaml:1:11 error there is no bibliography 'ref.bib'; did you mean 'refs.bib'?",
        (
            "claims/m/a.yaml:1:20 error there is no bibliography 'none.json'; "
            "it was looked for as 'claims/m/none.json'; put it there, or correct the path"
        ),
    ]


def test_a_file_outside_of_the_project_is_not_read() -> None:
    lay("../refs.bib", BOOK)
    Path("linked.bib").symlink_to("../refs.bib")
    path = Path("../refs.bib").absolute().as_posix()
    lay("a.yaml", f'sources: [../refs.bib, linked.bib, "{path}", "C:\\\\x.bib", "x\\0.bib"]\n')
    advice = "write its path as seen from this file, within the project"
    assert told(load("a.yaml")[1]) == [
        f"a.yaml:1:11 error '../refs.bib' lies outside of the project; {advice}",
        f"a.yaml:1:24 error 'linked.bib' lies outside of the project; {advice}",
        f"a.yaml:1:36 error '{path}' is an absolute path; {advice}",
        f"a.yaml:1:{40 + len(path)} error 'C:\\x.bib' is an absolute path; {advice}",
        f"a.yaml:1:{53 + len(path)} error 'x\x00.bib' is no path; {advice}",
    ]


def test_a_map_outside_of_the_project_has_its_own_directory() -> None:
    lay("../drafts/refs.bib", BOOK)
    lay("../outer.bib", BOOK)
    lay("../drafts/a.yaml", f"sources: [refs.bib, ../outer.bib]\n{CLAIMS}")
    (loaded,) = load_maps(find_project(), [Path("../drafts/a.yaml")])
    assert loaded.map.sources == (LIND,)
    assert [one.message for one in loaded.findings] == [
        "'../outer.bib' lies outside of the project"
    ]


def test_a_link_within_the_project_is_followed() -> None:
    lay("lists/refs.bib", BOOK)
    Path("refs.bib").symlink_to("lists/refs.bib")
    lay("a.yaml", f"sources: refs.bib\n{CLAIMS}")
    the_map, findings = load("a.yaml")
    assert findings == ()
    assert the_map.sources == (LIND,)


def test_what_cannot_be_read_is_told_where_it_is_named() -> None:
    Path("dir.bib").mkdir()
    Path("wide.bib").write_bytes(BOOK.encode("utf-16"))
    lay("a.yaml", "sources: [dir.bib, wide.bib]\n")
    assert told(load("a.yaml")[1]) == [
        (
            "a.yaml:1:11 error the bibliography 'dir.bib': the file cannot be read: "
            "it is not a regular file; put a text file in its place"
        ),
        (
            "a.yaml:1:20 error the bibliography 'wide.bib': the file cannot be read: "
            "it is in UTF-16; save it in UTF-8"
        ),
    ]


def test_a_file_that_is_not_utf_8_is_read_as_well_as_it_goes() -> None:
    Path("refs.bib").write_bytes(BOOK.replace("Roads", "Straße").encode("latin-1"))
    lay("a.yaml", f"sources: refs.bib\n{CLAIMS}")
    the_map, findings = load("a.yaml")
    assert told(findings) == [
        (
            "refs.bib:1:30 error byte 0xdf is not UTF-8; "
            "save the file in UTF-8; the rest of it was read"
        )
    ]
    assert the_map.sources[0].title == "Stra\ufffde"


def test_a_text_alone_opens_no_file() -> None:
    lay("refs.bib", BOOK)
    the_map, findings = loads(f"sources: refs.bib\n{CLAIMS}", "a.yaml")
    assert told(findings) == [
        (
            "a.yaml:1:10 error the bibliography 'refs.bib' was not read: "
            "what names it is a text alone; load the claim file rather than its text"
        )
    ]
    assert the_map.bibliographies == (Bibliography("refs.bib"),)


def test_where_bibliographies_lie_is_known_without_reading_them() -> None:
    lay("claims/m/a.yaml", "sources: [../../refs.bib, none.json, /etc/x.bib]\n")
    lay("claims/n/a.yaml", "sources: ../../refs.bib\n")
    here = Path.cwd()
    assert bibliographies_of(find_project()) == (
        here / "refs.bib",
        here / "claims/m/none.json",
    )
    assert bibliographies_of(find_project(), [Path("claims/n")]) == (here / "refs.bib",)


def test_no_way_around_a_link_leads_out_of_the_project() -> None:
    root = Path.cwd()
    (root / "deep" / "er").mkdir(parents=True)
    (root / "short").symlink_to(root / "deep" / "er")
    assert place_of(root / "short", "../x.bib", root) == root / "x.bib"
    for outside in ("../../x.bib", "in/../../../x.bib"):
        assert place_of(root / "short", outside, root) == "lies outside of the project"
