import subprocess
import sys

import pytest

from argmap.assess import assess
from argmap.findings import InvalidValueError, UnknownIdError
from argmap.model import ArgumentMap, Claim
from argmap.render import render
from tests.render.maps import MAPS

DRIVING = MAPS["driving"]


def test_a_picture_is_svg_unless_asked_otherwise() -> None:
    starts = {
        "svg": "<svg xmlns=",
        "dot": "digraph ",
        "mermaid": "flowchart RL\n",
        "markdown": "# Should",
    }
    assert render(DRIVING) == render(DRIVING, output="svg")
    assert {
        output: render(DRIVING, output=output)[: len(start)]  # type: ignore[arg-type] # all outputs
        for output, start in starts.items()
    } == starts


def test_an_assessment_that_is_at_hand_is_used() -> None:
    assert render(DRIVING, assessment=assess(DRIVING)) == render(DRIVING)
    nothing_stands = assess(ArgumentMap())
    assert render(DRIVING, assessment=nothing_stands).count("unsupported") > 20


def test_marks_of_reviews_are_shown() -> None:
    picture = render(DRIVING, marks={"counts": ["flagged"], "charge": ["stale"]})
    assert picture.count(">flagged</text>") == picture.count(">stale</text>") == 1


def test_a_part_is_drawn_when_asked_for() -> None:
    around = render(DRIVING, focus="unfair", depth=1)
    assert "poor-drive-less" in around
    assert "commuting" not in around
    assert "commuting" in render(DRIVING, focus="unfair", depth=2)


def test_an_old_id_may_be_looked_at() -> None:
    renamed = ArgumentMap(nodes=[Claim("new", "Text.", aliases=["old"])])
    assert render(renamed, focus="old") == render(renamed, focus="new")


def test_a_wrong_focus_is_refused() -> None:
    with pytest.raises(UnknownIdError, match="did you mean 'unfair'"):
        render(DRIVING, focus="unfare")


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("output", "'x' is no output; choose one of svg, dot, mermaid, markdown, html"),
        ("engine", "'x' is no engine; choose one of tree, dot"),
        ("theme", "'x' is no theme; choose one of auto, light, dark, print, contrast"),
        ("direction", "'x' is no direction; choose one of lr, rl, tb, bt"),
        ("cross_edges", "'x' is no cross_edges; choose one of auto, draw, stub"),
        ("order", "'x' is no order; choose one of author, crossings"),
    ],
)
def test_an_unknown_word_for_an_option_is_refused(option: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        render(DRIVING, **{option: "x"})  # type: ignore[arg-type] # that is the point
    assert str(caught.value) == message


def test_an_unknown_mark_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="'new' is no mark; choose one of unsupported, "):
        render(DRIVING, marks={"counts": ["new"]})


def test_importing_the_pictures_imports_nothing_heavy() -> None:
    program = (
        "import sys, argmap.render; print(sorted("
        "{'graphviz', 'networkx', 'argmap.render.svg', 'argmap.assess'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
