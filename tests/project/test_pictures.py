"""Which files the pictures of a project go to."""

from pathlib import Path

import pytest

from argmap.findings import UsageError
from argmap.model import ArgumentMap, Claim
from argmap.project import LoadedMap, left_over, pictures_of
from argmap.text import TextFile

OUT = Path("renders")


def a_map(name: str, *sections: str | None) -> LoadedMap:
    nodes = [Claim(f"c{n}", "X.", section=section) for n, section in enumerate(sections)]
    return LoadedMap(name, ArgumentMap(nodes=nodes), files=(TextFile("a.yaml", ""),))


def paths(*maps: LoadedMap, with_sections: bool = True) -> list[str]:
    pictures = pictures_of(maps, OUT, ".svg", with_sections=with_sections)
    return [picture.path.relative_to(OUT).as_posix() for picture in pictures]


def test_a_map_has_a_picture_and_one_for_each_of_its_sections() -> None:
    assert paths(a_map("m", "One", None, "Two", "One")) == ["m.svg", "m/one.svg", "m/two.svg"]
    assert paths(a_map("m", "One", None, "Two"), with_sections=False) == ["m.svg"]


def test_a_single_section_is_the_map() -> None:
    assert paths(a_map("m", "One", "One", None)) == ["m.svg"]


def test_a_map_without_files_has_no_picture() -> None:
    assert paths(LoadedMap("m", ArgumentMap())) == []


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("The SCO's hidden purpose?", "the-scos-hidden-purpose"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x\x00y", "c-x-y"),
        ("目的", "目的"),
        ("हिन्दी", "हिन्दी"),
        ("…?!", "section"),
        ("x" * 500, "x" * 60),
        (".hidden", "hidden"),
    ],
)
def test_a_heading_becomes_the_name_of_a_file(heading: str, name: str) -> None:
    assert paths(a_map("m", heading, "other"))[1] == f"m/{name}.svg"


def test_headings_that_become_one_name_are_numbered() -> None:
    assert paths(a_map("m", "One!", "One?", "one-2", "ONE")) == [
        "m.svg",
        "m/one.svg",
        "m/one-2.svg",
        "m/one-2-2.svg",
        "m/one-3.svg",
    ]


def test_two_maps_of_one_name_are_refused() -> None:
    with pytest.raises(UsageError, match=r"^two maps would be drawn into 'renders/M\.svg'; "):
        paths(a_map("m"), a_map("M"))


def test_only_the_directory_of_a_map_can_have_left_over_pictures(tmp_path: Path) -> None:
    for name in ("m/one.svg", "m/gone.svg", "m/notes.txt", "mine.svg", "other/x.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    maps = [a_map("m", "One", "Two"), a_map("n")]
    pictures = pictures_of(maps, tmp_path, ".svg", with_sections=True)
    assert left_over(maps, pictures, tmp_path, ".svg") == (tmp_path / "m/gone.svg",)
