"""`import argmap`: its names are sorted, documented, cheap, and what they say they are."""

import ast
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import argmap
from argmap import checks, claimfile, project, reports
from argmap.assess import dung

CITY = """\
map: {title: Should we?}
sources:
  report: {title: R}
claims:
  cuts-traffic: {text: A charge cuts traffic., supporting: [counts]}
evidence:
  counts: {text: Counts fell., cites: report}
"""


def test_the_public_names_are_sorted() -> None:
    order = sorted(argmap.__all__, key=lambda name: (not name.isupper(), name.islower(), name))
    assert argmap.__all__ == order
    assert dir(argmap) == sorted(argmap.__all__)


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(argmap, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert value.__name__ == name
        assert value.__doc__
        assert len(value.__doc__.splitlines()[0]) > 10
    else:
        assert name.isupper() or name in {"Node", "__version__"}


def functions_of(name: str) -> list[tuple[str, Callable[..., object]]]:
    """Return a public function, or the public methods of a public class."""
    value = getattr(argmap, name)
    if inspect.isfunction(value):
        return [(name, value)]
    methods = vars(value).items() if inspect.isclass(value) else ()
    return [
        (f"{name}.{key}", getattr(value, key))
        for key, method in methods
        if not key.startswith("_")
        and (inspect.isfunction(method) or isinstance(method, classmethod | staticmethod))
    ]


FUNCTIONS = [one for name in argmap.__all__ for one in functions_of(name)]


@pytest.mark.parametrize(("name", "function"), FUNCTIONS, ids=[name for name, _ in FUNCTIONS])
def test_every_argument_of_a_public_function_is_told(
    name: str, function: Callable[..., object]
) -> None:
    told = inspect.getdoc(function) or ""
    assert re.match(r"[A-Z][^\n]*[.:]", told), name
    arguments = [one for one in inspect.signature(function).parameters if one != "self"]
    # One argument alone is told by the first sentence.
    if len(arguments) > 1:
        untold = [
            one for one in arguments if not re.search(rf"^ *{one}: |`{one}`", told, re.MULTILINE)
        ]
        assert untold == []


@pytest.mark.parametrize(("name", "function"), FUNCTIONS, ids=[name for name, _ in FUNCTIONS])
def test_a_public_function_that_raises_says_so(name: str, function: Callable[..., object]) -> None:
    assert ("raise " not in inspect.getsource(function)) or "Raises:" in str(function.__doc__), name


@pytest.mark.parametrize("name", argmap.__all__)
def test_every_field_of_a_public_value_is_told(name: str) -> None:
    value = getattr(argmap, name)
    fields = attrs.fields(value) if attrs.has(value) else ()
    told = str(value.__doc__)
    if "The other fields are those of" in told:
        told += str(argmap.Claim.__doc__)
    places = {"span", "spans"}  # where it is written: every part of a map has them
    assert [
        one.name
        for one in fields
        if not one.name.startswith("_")
        and one.name not in places
        and not re.search(rf"^ +{one.name}: ", told, re.MULTILINE)
    ] == []


def test_the_examples_of_the_front_door_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "sco").with_suffix(".yaml").write_text(CITY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = str(argmap.__doc__).replace("claims/sco", "claims/sco.yaml").splitlines()
    code = "\n".join(line[4:] for line in lines if line.startswith("    "))
    exec(compile(code, "argmap", "exec"), {})  # noqa: S102 - our own text
    assert capsys.readouterr().out.startswith(
        "map:\n  title: Should the city charge for driving?\n"
    )


@pytest.mark.parametrize("package", [argmap, checks, claimfile, dung, project, reports])
def test_type_checkers_see_the_names_that_are_loaded_late(package: ModuleType) -> None:
    tree = ast.parse(Path(package.__file__ or "").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        node.module: tuple(alias.name for alias in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }
    assert seen == package._OWNERS
    late = [name for names in package._OWNERS.values() for name in names]
    assert set(late) <= set(package.__all__)
    for name in package.__all__:
        assert not isinstance(getattr(package, name), ModuleType)


def test_every_public_name_but_the_version_is_loaded_late() -> None:
    late = [name for names in argmap._OWNERS.values() for name in names]
    assert sorted(late) == sorted(set(argmap.__all__) - {"__version__"})


def test_an_unknown_name_is_said() -> None:
    with pytest.raises(AttributeError, match=r"^module 'argmap' has no attribute 'rendre'$"):
        getattr(argmap, "rendre")  # noqa: B009 - a type checker knows that it is not there


def run(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    ).stdout


def test_importing_argmap_imports_nothing_heavy() -> None:
    program = """
import sys, argmap
heavy = {"attr", "click", "graphviz", "networkx", "rapidfuzz", "sentencex", "yaml"}
print(sorted(heavy & set(sys.modules)))
"""
    assert run(program) == "[]\n"


def test_functions_are_functions_after_their_packages_were_imported() -> None:
    program = """
import argmap
import argmap.assess, argmap.render
from argmap.render import render
print(argmap.render is render, callable(argmap.assess), argmap.model.__name__)
import argmap.claimfile.write, argmap.claimfile.schema
print(callable(argmap.claimfile.write), callable(argmap.claimfile.schema))
"""
    assert run(program) == "True True argmap.model\nTrue True\n"


def test_a_map_is_read_checked_drawn_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("city.yaml").write_text(CITY)
    the_map, findings = argmap.load("city.yaml")
    assert findings == ()
    assert argmap.check(the_map, findings) == ()
    assert argmap.assess(the_map).status("cuts-traffic") is argmap.Status.SUPPORTED
    assert argmap.render(the_map).startswith("<svg")
    assert the_map._repr_svg_() == argmap.render(the_map)
    assert set(argmap.to_networkx(the_map)) >= {"cuts-traffic", "counts"}
    assert argmap.loads(argmap.dumps(the_map)) == (the_map, ())
    assert argmap.save(the_map, "copy.yaml")
    assert not argmap.save(the_map, Path("copy.yaml"))
    assert argmap.load("copy.yaml") == (the_map, ())


def test_the_map_in_the_description_can_be_built() -> None:
    assert argmap.__doc__
    example = argmap.__doc__.split("as well:")[1].split("Every name")[0]
    scope: dict[str, object] = {"argmap": argmap, "print": lambda _text: None}
    exec(inspect.cleandoc(example), scope)  # noqa: S102 - our own words
    the_map = scope["the_map"]
    assert isinstance(the_map, argmap.ArgumentMap)
    assert [node.id for node in the_map.nodes] == ["cuts-traffic", "counts"]


def test_a_bad_text_gives_findings_and_what_was_understood() -> None:
    the_map, findings = argmap.loads("claims:\n  a: {text: A., colour: red}\n")
    assert [(str(finding.span), finding.rule) for finding in findings] == [
        ("<text>:2:17", "unknown-field")
    ]
    assert [node.id for node in the_map.nodes] == ["a"]


def test_a_directory_of_several_maps_is_not_one_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        Path(f"claims/{name}").mkdir(parents=True)
        Path(f"claims/{name}/a.yaml").write_text(CITY)
    Path("empty").mkdir()
    with pytest.raises(argmap.UsageError) as raised:
        argmap.load("claims")
    assert str(raised.value) == "'claims' holds 2 maps: one, two; load one of them"
    with pytest.raises(argmap.UsageError) as raised:
        argmap.load("empty")
    assert str(raised.value) == "there is no claim file in 'empty'; their names end in .yaml"
    with pytest.raises(argmap.ArgmapError) as error:
        argmap.load("claims/on")
    assert str(error.value) == "there is no 'claims/on'; did you mean 'claims/one'?"
