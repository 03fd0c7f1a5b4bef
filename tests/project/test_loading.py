"""Maps read from the disk."""

from pathlib import Path

import pytest

from argmap.project import MapOnDisk, Project, load, load_map, load_maps


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay(path: str, text: str) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)
    return Path(path)


def test_the_files_of_a_directory_are_one_map() -> None:
    lay("m/a.yaml", "claims: {a: {text: A., supporting: [b]}}\n")
    lay("m/in/b.yml", "claims: {b: {text: B.}}\n")
    the_map, findings = load("m")
    assert [node.id for node in the_map.nodes] == ["a", "b"]
    assert [str(node.span) for node in the_map.nodes] == ["m/a.yaml:1:10", "m/in/b.yml:1:10"]
    assert findings == ()


def test_what_is_wrong_with_files_comes_with_the_map() -> None:
    lay("m/a.yaml", "claims: {a: {text: A.}}\n")
    Path("m/b.yaml").write_bytes(b"claims: {b: {text: caf\xe9, colour: red}}\n")
    Path("m/c.yaml").symlink_to("/etc/hostname")
    the_map, findings = load(Path("m"))
    assert [node.id for node in the_map.nodes] == ["a", "b"]
    assert sorted(f"{finding.span} {finding.code}" for finding in findings) == [
        "m/b.yaml:1:23 101",
        "m/b.yaml:1:26 102",
        "m/c.yaml:1:1 101",
    ]


def test_a_file_that_cannot_be_read_leaves_an_empty_map() -> None:
    path = lay("m/a.yaml", "")
    path.write_bytes(b"\xff\xfe")
    loaded = load_map(MapOnDisk("m", Path("m"), (path,)), Project(Path.cwd()))
    assert loaded.map.nodes == ()
    assert [finding.help for finding in loaded.findings] == ["save it in UTF-8"]
    assert loaded.files == ()


def test_types_of_the_project_are_known() -> None:
    lay("argmap.toml", 'claim-types = ["promise"]\n')
    lay("claims/a.yaml", "claims: {a: {text: A., type: promise}}\n")
    assert load("claims/a.yaml")[1] == ()
    assert [one.name for one in load_maps(Project(Path.cwd()))] == ["a"]
    assert load_maps(Project(Path.cwd()), [Path("claims")])[0].findings != ()


def test_the_configuration_of_the_path_counts_and_not_that_of_the_working_directory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay("there/argmap.toml", 'claim-types = ["promise"]\n')
    lay("there/claims/m/a.yaml", "claims: {a: {text: A., type: promise}}\n")
    lay("here/argmap.toml", "")
    monkeypatch.chdir("here")
    assert load("../there/claims/m")[1] == ()


def test_a_text_that_is_not_saved_counts_in_place_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("claims:\n  a: {text: On the disk.}\n")
    unsaved = {path: "\ufeffclaims:\n  a: {text: In the editor.}\n"}
    (loaded,) = load_maps(Project(tmp_path), [path], unsaved)
    assert [node.text for node in loaded.map.nodes] == ["In the editor."]
