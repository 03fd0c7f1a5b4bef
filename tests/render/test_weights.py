"""What pictures tell of weight when asked: strengths, and what main claims fall with."""

import pytest
from attrs import evolve

from argmap.assess import assess
from argmap.assess.gradual import strengths
from argmap.findings import UsageError
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation
from argmap.render import Output, render
from argmap.render.building import build_scene
from argmap.render.scene import Chip
from argmap.render.weights import MOST_MAINS, with_load_bearing, with_strengths
from tests.render.maps import MAPS

TWO_WAYS = ArgumentMap(
    nodes=[
        Claim("works", "It works.", main=True),
        Claim("fewer", "Fewer cars."),
        Claim("faster", "Faster buses."),
        Evidence("counts", "Counts.", type="statistic", passages=[Passage("report")]),
    ],
    relations=[
        Relation("supports", ["fewer"], "works"),
        Relation("supports", ["faster"], "works"),
        Relation("supports", ["counts"], "fewer"),
        Relation("supports", ["counts"], "faster"),
    ],
)
CIRCLE = ArgumentMap(
    nodes=[Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")],
    relations=[
        Relation("supports", ["a"], "b"),
        Relation("supports", ["b"], "a"),
        Relation("supports", ["b"], "c"),
    ],
)


def test_boxes_tell_strengths_with_two_decimals() -> None:
    scene = with_strengths(build_scene(TWO_WAYS), strengths(TWO_WAYS))
    assert {box.id: box.strength for box in scene.boxes} == {
        "works": "0.80",
        "fewer": "0.60",
        "faster": "0.60",
        "counts": "0.50",
    }
    assert scene.notes == ("0.00: strength by quadratic-energy", "strength is no probability")


def test_what_stands_in_a_circle_that_did_not_converge_says_so() -> None:
    scene = with_strengths(build_scene(CIRCLE), strengths(CIRCLE, tolerance=0, most_rounds=1))
    assert [box.strength.endswith("?") for box in scene.boxes] == [True, True, False]
    assert [box.strength_word.endswith(", not converged") for box in scene.boxes] == [
        True,
        True,
        False,
    ]
    assert scene.notes[2:] == (
        "0.00?: its circle did not converge;",
        "what that bears on is as doubtful",
    )


def test_what_a_main_claim_falls_with_is_marked() -> None:
    scene = with_load_bearing(build_scene(TWO_WAYS), TWO_WAYS, assess(TWO_WAYS))
    assert {box.id: box.chips for box in scene.boxes} == {
        "works": (),
        "fewer": (),
        "faster": (),
        "counts": (Chip.LOAD_BEARING,),
    }
    assert scene.notes == ()


def test_in_a_circle_a_mark_is_exact() -> None:
    again = [Relation("supports", ["fewer"], "faster"), Relation("supports", ["faster"], "fewer")]
    the_map = evolve(TWO_WAYS, relations=[*TWO_WAYS.relations, *again])
    scene = with_load_bearing(build_scene(the_map), the_map, assess(the_map))
    assert [box.id for box in scene.boxes if box.chips] == ["counts"]


def test_that_only_some_main_claims_were_looked_at_is_told() -> None:
    many = ArgumentMap(nodes=[Claim(f"n{number}") for number in range(MOST_MAINS + 1)])
    scene = with_load_bearing(build_scene(many), many, assess(many))
    assert scene.notes == ("load-bearing: for the first 100",)


def test_each_kind_of_picture_tells_both() -> None:
    told: dict[Output, tuple[str, ...]] = {
        "svg": (
            ">counts · statistic · 0.50</text>",
            ">load-bearing</text>",
            ">load-bearing: a main claim falls with it</text>",
            ">0.00: strength by df-quad</text>",
            "<title>Evidence counts (supported, load-bearing, strength 0.50): Counts.",
            "\nStrength is no probability.\n",
        ),
        "markdown": (
            "**counts** (statistic, supported, load-bearing, strength 0.50): Counts.",
            "0.00: strength by df-quad; strength is no probability.",
        ),
        "html": (
            '"header":"counts · statistic · 0.50"',
            '"strength":"0.50"',
            '"load_bearing",',
            "(statistic, supported, load-bearing, strength 0.50): Counts.",
            ">strength is no probability</text>",
        ),
    }
    for output, parts in told.items():
        asked = render(TWO_WAYS, output=output, strengths="df-quad", load_bearing=True)
        usual = render(TWO_WAYS, output=output)
        assert [part for part in parts if part not in asked] == []
        assert '"strength":' not in usual
        assert "0.50" not in usual


@pytest.mark.parametrize("name", MAPS)
def test_a_picture_that_is_not_asked_tells_nothing_of_weight(name: str) -> None:
    for output in ("svg", "markdown"):
        picture = render(MAPS[name], output=output)
        assert "no probability" not in picture
        assert ">load-bearing</text>" not in picture


def test_strengths_that_are_at_hand_are_drawn() -> None:
    asked = render(TWO_WAYS, strengths=strengths(TWO_WAYS, "euler"))
    assert asked == render(TWO_WAYS, strengths="euler")


def test_an_unknown_semantics_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no gradual semantics 'dfquad'; did you mean"):
        render(TWO_WAYS, strengths="dfquad")
