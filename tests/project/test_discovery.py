"""Where a project begins, which maps it has, and which files belong to them."""

from pathlib import Path

import pytest

from argmap.findings import UsageError
from argmap.project import Project, claim_files, find_project, maps_at, maps_of


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay(*paths: str, text: str = "claims: {}\n") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


def maps(project: Project | None = None) -> dict[str, list[str]]:
    project = project or Project(Path.cwd())
    return {
        one.name: [path.relative_to(project.root).as_posix() for path in one.files]
        for one in maps_of(project)
    }


def test_a_configuration_marks_the_root() -> None:
    lay("top/argmap.toml", "top/in/pyproject.toml", "top/in/.git/x", text='claims = "maps"\n')
    project = find_project(Path("top/in"))
    assert (project.root.name, project.claims.name) == ("top", "maps")


def test_argmap_toml_counts_before_pyproject() -> None:
    lay("argmap.toml", text='renders = "one"\n')
    lay("pyproject.toml", text='[tool.argmap]\nrenders = "two"\n')
    assert find_project().renders.name == "one"


def test_a_pyproject_with_a_table_marks_the_root() -> None:
    lay("pyproject.toml", text='[tool.argmap]\nclaims = "x"\n')
    lay("in/claims/a.yaml")
    assert find_project(Path("in/claims/a.yaml")).root == Path.cwd()


def test_without_configuration_a_repository_marks_the_root() -> None:
    lay("in/.git/x", "in/deep/er/a.yaml")
    assert find_project(Path("in/deep/er")).root == Path("in").absolute()


def test_a_pyproject_of_others_marks_the_root_too() -> None:
    lay("in/pyproject.toml", text='[project]\nname = "argmap-user"\n')
    lay("in/deep/a.yaml")
    assert find_project(Path("in/deep/a.yaml")).root == Path("in").absolute()


def test_without_any_mark_the_working_directory_is_the_root() -> None:
    lay("deep/er/a.yaml")
    assert find_project(Path("deep/er/a.yaml")).root == Path.cwd()


def test_outside_of_the_working_directory_the_path_is_its_own_root(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay("here/x", "there/a.yaml")
    monkeypatch.chdir("here")
    assert find_project(Path("../there/a.yaml")).root.name == "there"


def test_a_configuration_that_cannot_be_read_stops() -> None:
    Path("argmap.toml").write_bytes(b"\xff")
    with pytest.raises(UsageError, match=r"^argmap\.toml: byte 0xff is not UTF-8; save the file"):
        find_project()


def test_each_directory_is_a_map_sorted_by_name() -> None:
    lay("claims/sco/b.yaml", "claims/sco/a/z.yml", "claims/city/x.YAML", "claims/texts/x.txt")
    assert maps() == {
        "city": ["claims/city/x.YAML"],
        "sco": ["claims/sco/a/z.yml", "claims/sco/b.yaml"],
    }


def test_files_directly_in_claims_are_one_map() -> None:
    lay("claims/a.yaml", text="map: {title: X}\n")
    lay("claims/b.yaml")
    assert maps() == {"claims": ["claims/a.yaml", "claims/b.yaml"]}


def test_a_single_file_directly_in_claims_is_called_after_itself() -> None:
    lay("claims/city.yaml", "claims/sco/a.yaml")
    assert maps() == {"city": ["claims/city.yaml"], "sco": ["claims/sco/a.yaml"]}


def test_files_with_map_blocks_are_maps_of_their_own() -> None:
    lay("claims/a.yaml", "claims/b.yaml", text='# one\n"map":\n  title: X\n')
    lay("claims/c.yaml")
    assert maps() == {"a": ["claims/a.yaml"], "b": ["claims/b.yaml"], "c": ["claims/c.yaml"]}


def test_reviews_and_hidden_files_are_no_claims() -> None:
    lay("claims/sco/reviews/a/me.yaml", "claims/sco/a.yaml", "claims/sco/.#a.yaml")
    lay("claims/reviews/b/me.yaml", "claims/.hidden/a.yaml", "claims/sco/in/reviews/c.yaml")
    assert maps() == {"sco": ["claims/sco/a.yaml", "claims/sco/in/reviews/c.yaml"]}


def test_a_directory_with_the_name_of_a_claim_file_is_a_directory() -> None:
    lay("claims/sco/x.yaml/in.yaml")
    assert maps() == {"sco": ["claims/sco/x.yaml/in.yaml"]}


def test_there_may_be_no_claims() -> None:
    assert maps() == {}
    Path("claims/empty").mkdir(parents=True)
    assert maps() == {}


def test_links_within_the_project_are_followed_once() -> None:
    lay("shared/a.yaml")
    Path("claims/sco/in").mkdir(parents=True)
    Path("claims/sco/linked").symlink_to("../../shared")
    Path("claims/sco/in/loop").symlink_to("../../sco")
    assert maps() == {"sco": ["claims/sco/linked/a.yaml"]}


def test_links_out_of_the_project_are_findings() -> None:
    lay("outside/secret.yaml", "project/claims/sco/a.yaml", "project/claims/x.yaml")
    Path("project/claims/sco/link.yaml").symlink_to("../../../outside/secret.yaml")
    Path("project/claims/sco/others").symlink_to("../../../outside")
    Path("project/claims/far").symlink_to("../../outside")
    found = maps_of(Project(Path("project").absolute()))
    assert [(one.name, [path.name for path in one.files]) for one in found] == [
        ("sco", ["a.yaml"]),
        ("x", ["x.yaml"]),
    ]
    assert [
        (str(finding.span), finding.message, finding.help)
        for one in reversed(found)
        for finding in one.findings
    ] == [
        (
            f"project/claims/{place}:1:1",
            "the link leaves the project and was not read",
            "put a copy into the project, or remove the link",
        )
        for place in ("far", "sco/link.yaml", "sco/others")
    ]


def test_links_that_lead_in_a_circle_end() -> None:
    lay("claims/m/a.yaml")
    Path("claims/m/b.yaml").symlink_to("c.yaml")
    Path("claims/m/c.yaml").symlink_to("b.yaml")
    Path("claims/m/d").symlink_to("d")
    assert maps() == {"m": ["claims/m/a.yaml", "claims/m/b.yaml", "claims/m/c.yaml"]}


def test_a_directory_that_cannot_be_listed_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    Path("claims").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    (found,) = maps_of(Project(Path.cwd()))
    assert [finding.message for finding in found.findings] == [
        "the directory cannot be read: permission denied"
    ]


def at(*paths: str) -> list[tuple[str, list[str]]]:
    found = maps_at(Project(Path.cwd()), [Path(path) for path in paths])
    return [(one.name, [path.name for path in one.files]) for one in found]


def test_the_claims_directory_stands_for_all_its_maps() -> None:
    lay("claims/one/a.yaml", "claims/two/b.yaml")
    assert at("claims") == [("one", ["a.yaml"]), ("two", ["b.yaml"])]


def test_a_part_of_a_map_stands_for_the_map() -> None:
    lay("claims/one/in/a.yaml", "claims/one/b.yaml", "claims/c.yaml")
    whole = [("one", ["b.yaml", "a.yaml"])]
    assert at("claims/one") == at("claims/one/b.yaml") == at("claims/one/in") == whole
    assert at("claims/one/b.yaml", "claims/one/in/a.yaml") == whole
    assert at("claims/c.yaml") == [("c", ["c.yaml"])]


def test_any_other_path_is_a_map() -> None:
    lay("drafts/a.yaml", "drafts/b.txt", "drafts/in/c.yaml")
    assert at("drafts") == [("drafts", ["a.yaml", "c.yaml"])]
    assert at("drafts/a.yaml", "drafts/b.txt") == [("a", ["a.yaml"]), ("b", ["b.txt"])]


def test_an_empty_directory_is_a_map_without_files() -> None:
    Path("empty").mkdir()
    assert at("empty") == [("empty", [])]


def test_a_path_that_does_not_exist_suggests_the_nearest() -> None:
    lay("claims/sco/a.yaml")
    with pytest.raises(UsageError) as raised:
        at("claims/soc")
    assert str(raised.value) == "there is no 'claims/soc'; did you mean 'claims/sco'?"
    with pytest.raises(UsageError) as raised:
        at("nowhere/at/all")
    assert str(raised.value) == "there is no 'nowhere/at/all'"


def test_claim_files_are_sorted_by_path() -> None:
    lay("m/b.yaml", "m/a/z.yaml", "m/a.yaml", "m/c/a.yaml")
    files, findings = claim_files(Path("m"), Path.cwd())
    assert [path.as_posix() for path in files] == [
        "m/a/z.yaml",
        "m/a.yaml",
        "m/b.yaml",
        "m/c/a.yaml",
    ]
    assert findings == ()
