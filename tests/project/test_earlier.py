"""Maps as they were at a revision."""

from pathlib import Path

import pytest

from argmap.diff import difference
from argmap.findings import UsageError
from argmap.model import ArgumentMap
from argmap.project import LoadedMap, Project, find_project, load_earlier, load_maps, loads
from argmap.project.earlier import Earlier
from tests.project.repositories import alone, commit

ONE = "claims:\n  a: {text: A.}\n"
OTHER = "claims:\n  b: {text: B.}\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    alone(monkeypatch, tmp_path)


def lay(path: str, text: str = ONE) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def earlier(*paths: str, revision: str = "HEAD") -> dict[str, Earlier]:
    project = find_project()
    maps = load_maps(project, [Path(path) for path in paths])
    found = load_earlier(project, maps, revision)
    return {now.name: before for now, before in zip(maps, found, strict=True)}


def ids(*paths: str) -> dict[str, list[str]]:
    return {name: [node.id for node in one.map.nodes] for name, one in earlier(*paths).items()}


def test_each_map_has_its_earlier_state() -> None:
    lay("claims/one/a.yaml")
    lay("claims/two/in/b.yaml", OTHER)
    commit()
    lay("claims/one/a.yaml", "claims: {c: {text: C.}}\n")
    found = earlier()
    assert found["one"] == Earlier(loads(ONE)[0])
    assert found["two"] == Earlier(loads(OTHER)[0], frozenset(["claims/two/in/b.yaml"]))


def test_a_new_map_was_empty() -> None:
    lay("claims/one/a.yaml")
    commit()
    lay("claims/two/b.yaml")
    assert earlier()["two"] == Earlier(ArgumentMap())


def test_a_file_that_is_gone_was_part_of_its_map() -> None:
    lay("claims/one/a.yaml")
    lay("claims/one/ü b.yaml", OTHER)
    commit()
    Path("claims/one/ü b.yaml").unlink()
    assert ids() == {"one": ["a", "b"]}


def test_what_is_no_claim_file_is_left_out() -> None:
    lay("claims/one/a.yaml")
    for path in ("reviews/b.yaml", ".b.yaml", ".in/b.yaml", "b.txt"):
        lay(f"claims/one/{path}", OTHER)
    lay("claims/one/in/reviews/c.yml", OTHER)
    commit()
    assert ids() == {"one": ["a", "b"]}


def test_files_directly_in_claims_were_one_map() -> None:
    lay("claims/a.yaml")
    lay("claims/b.yaml", OTHER)
    lay("claims/in/c.yaml", OTHER)
    lay("claims/.d.yaml", OTHER)
    commit()
    assert ids() == {"claims": ["a", "b"], "in": ["b"]}
    Path("claims/b.yaml").unlink()
    assert ids() == {"a": ["a", "b"], "in": ["b"]}


def test_files_with_map_blocks_were_maps_of_their_own() -> None:
    lay("claims/a.yaml", f"map: {{title: A}}\n{ONE}")
    lay("claims/b.yaml", f"map: {{title: B}}\n{OTHER}")
    commit()
    assert ids() == {"a": ["a"], "b": ["b"]}


def test_two_maps_that_are_one_now_are_compared_with_both() -> None:
    lay("claims/a.yaml", f"map: {{title: A}}\n{ONE}")
    lay("claims/b.yaml", f"map: {{title: B}}\n{OTHER}")
    commit()
    lay("claims/b.yaml", OTHER)
    assert ids() == {"claims": ["a", "b"]}


def test_paths_outside_of_claims_are_compared_too() -> None:
    lay("drafts/a.yaml")
    lay("drafts/b.yaml", OTHER)
    lay("single.txt")
    commit()
    assert ids("drafts") == {"drafts": ["a", "b"]}
    assert ids("drafts/a.yaml", "single.txt") == {"a": ["a"], "single": ["a"]}
    assert ids(".") == {Path.cwd().name: ["a", "b"]}


def test_a_project_below_the_top_of_its_repository_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay("book/argmap.toml", 'claims = "maps"\n')
    lay("book/maps/one/a.yaml")
    commit()
    monkeypatch.chdir("book/maps")
    found = earlier()
    assert found["one"] == Earlier(loads(ONE)[0], frozenset(["one/a.yaml"]))


def test_a_file_behind_a_link_is_compared_with_what_it_was() -> None:
    lay("shared/a.yaml")
    Path("claims/one").mkdir(parents=True)
    Path("claims/one/linked.yaml").symlink_to("../../shared/a.yaml")
    commit()
    assert earlier()["one"] == Earlier(loads(ONE)[0], frozenset(["claims/one/linked.yaml"]))


def test_line_ends_and_byte_order_marks_are_no_change() -> None:
    lay("claims/one/a.yaml")
    commit()
    lay("claims/one/a.yaml", "\ufeff" + ONE.replace("\n", "\r\n"))
    (found,) = earlier().values()
    assert found.unchanged == {"claims/one/a.yaml"}


def test_a_file_that_could_not_be_read_then_was_read_as_well_as_it_goes() -> None:
    lay("claims/one/a.yaml")
    Path("claims/one/b.yaml").write_bytes(b"claims: {caf\xe9: {text: B.}}\n")
    commit()
    assert ids() == {"one": ["a", "caf\ufffd"]}


def test_a_map_that_is_on_no_disk_has_no_earlier_state() -> None:
    lay("claims/one/a.yaml")
    commit()
    project = Project(Path.cwd())

    here = LoadedMap("text", loads(ONE)[0])
    assert load_earlier(project, [here], "HEAD") == (Earlier(ArgumentMap()),)


def test_a_map_outside_of_the_repository_is_refused(tmp_path: Path) -> None:
    lay("in/claims/one/a.yaml")
    lay("out/a.yaml")
    commit(at="in")
    project = Project(tmp_path / "in")
    with pytest.raises(UsageError, match=r"^'out' is outside of the git repository 'in'; "):
        load_earlier(project, load_maps(project, [Path("out")]), "HEAD")


def test_what_changed_can_be_told_of_what_was_loaded() -> None:
    lay("claims/one/a.yaml")
    commit()
    lay("claims/one/a.yaml", f"{ONE}  b: {{text: B.}}\n")
    project = find_project()
    (now,) = load_maps(project)
    (before,) = load_earlier(project, [now], "HEAD")
    assert difference(before.map, now.map).nodes.added == ("b",)


def test_bibliographies_are_those_of_then() -> None:
    book = "@book{lind, title = {Roads}}\n"
    lay("old.bib", book)
    lay("same.bib", book.replace("lind", "ek"))
    lay("claims/one/a.yaml", "sources: ../../old.bib\nclaims: {a: {text: A., cites: lind}}\n")
    lay("claims/two/a.yaml", "sources: ../../same.bib\nclaims: {b: {text: B., cites: ek}}\n")
    commit()
    Path("old.bib").unlink()
    lay("new.bib", book.replace("Roads", "Rails"))
    lay("claims/one/a.yaml", "sources: ../../new.bib\nclaims: {a: {text: A., cites: lind}}\n")
    found = earlier()
    assert [source.title for source in found["one"].map.sources] == ["Roads"]
    assert found["one"].unchanged == frozenset()
    assert [source.id for source in found["two"].map.sources] == ["ek"]
    assert found["two"].unchanged == {"claims/two/a.yaml", "same.bib"}


def test_a_bibliography_that_was_not_there_or_not_within_gave_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay("out.bib", "@book{out, title = {Out}}\n")
    lay("book/argmap.toml", "")
    lay(
        "book/claims/one/a.yaml",
        "sources: [none.bib, ../../../out.bib]\nclaims: {a: {text: A., cites: [out, none]}}\n",
    )
    commit()
    lay("book/claims/one/none.bib", "@book{none, title = {New}}\n")
    monkeypatch.chdir("book")
    (before,) = earlier().values()
    assert before.map.sources == ()


def test_a_bibliography_named_by_a_linked_file_is_found_beside_the_link() -> None:
    lay("shared/a.yaml", "sources: refs.bib\nclaims: {a: {text: A., cites: lind}}\n")
    lay("claims/one/refs.bib", "@book{lind, title = {Roads}}\n")
    Path("claims/one/linked.yaml").symlink_to("../../shared/a.yaml")
    commit()
    (before,) = earlier().values()
    assert [source.title for source in before.map.sources] == ["Roads"]
    assert before.unchanged == {"claims/one/linked.yaml", "claims/one/refs.bib"}


def test_a_map_in_another_format_has_the_files_that_lay_beside_it() -> None:
    lay("a.csv", "id,kind,text\na,claim,A.\nb,evidence,B.\n")
    lay("a.relations.csv", "stance,premises,target\nsupports,b,a\n")
    commit()
    lay("a.relations.csv", "stance,premises,target\ncontrasts,b,a\n")
    (before,) = earlier("a.csv").values()
    assert [one.id for one in before.map.relations] == ["b supports a"]


def test_a_file_beside_that_was_not_there_was_not_read() -> None:
    lay("a.csv", "id,kind,text\na,claim,A.\nb,evidence,B.\n")
    commit()
    lay("a.relations.csv", "stance,premises,target\nsupports,b,a\n")
    (before,) = earlier("a.csv").values()
    assert before.map.relations == ()
