"""What a picture tells of weight when asked: strengths in numbers, and what theses fall with."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from argmap.assess import Assessment
from argmap.assess.bearing import necessary
from argmap.assess.gradual import MapStrengths
from argmap.assess.support_graph import SupportGraph
from argmap.model import ArgumentMap
from argmap.render.scene import Change, Chip, Scene
from argmap.review.weight import main_claims

MOST_MAINS: Final = 100
"""For so many main claims it is looked at what they fall with; each takes a pass."""


def with_strengths(scene: Scene, strengths: MapStrengths) -> Scene:
    """Return a scene whose boxes tell how strong their nodes are.

    Args:
        scene: the scene of a map.
        strengths: those of the nodes of that map.
    """
    doubtful = frozenset(_doubtful(strengths))
    boxes = [
        evolve(box, strength=_told(strengths.values[box.id], is_doubtful=box.id in doubtful))
        if box.id in strengths.values and box.change is not Change.REMOVED
        else box
        for box in scene.boxes
    ]
    notes = [f"0.00: strength by {strengths.semantics}", "strength is no probability"]
    if doubtful:
        notes += ["0.00?: its circle did not converge;", "what that bears on is as doubtful"]
    return evolve(scene, boxes=tuple(boxes), notes=(*scene.notes, *notes))


def with_load_bearing(scene: Scene, argument_map: ArgumentMap, assessment: Assessment) -> Scene:
    """Return a scene that marks the nodes without one of which a main claim is not supported.

    Args:
        scene: the scene of the map.
        argument_map: the map; its first 100 main claims count.
        assessment: what stands in it.
    """
    graph = SupportGraph.of(argument_map, assessment)
    mains = [claim.id for claim in main_claims(argument_map)]
    falling = {
        one
        for main in mains[:MOST_MAINS]
        for one in necessary(graph, graph.goals.get(main, -1))
        if one in graph.goals and one != main
    }
    boxes = [
        evolve(box, chips=(*box.chips, Chip.LOAD_BEARING))
        if box.id in falling and box.change is not Change.REMOVED
        else box
        for box in scene.boxes
    ]
    notes = (f"load-bearing: for the first {MOST_MAINS}",) if len(mains) > MOST_MAINS else ()
    return evolve(scene, boxes=tuple(boxes), notes=(*scene.notes, *notes))


def _doubtful(strengths: MapStrengths) -> Iterator[str]:
    """Give the ids of what stands in a circle that did not converge, restatements as well."""
    units = {
        unit for loop in strengths.found.loops if not loop.has_converged for unit in loop.units
    }
    if units:
        yield from (name for name, unit in strengths.units.items() if unit in units)


def _told(value: float, *, is_doubtful: bool) -> str:
    return f"{value:.2f}{'?' if is_doubtful else ''}"
