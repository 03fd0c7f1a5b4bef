"""The rule about support that runs in a circle (109)."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final, TypeAlias

from argmap.checks.context import Context
from argmap.checks.rule import Problem, place, quoted
from argmap.model import Relation, Stance

_VISITS: Final = 100_000  # so many steps are spent on the search for a shorter circle
_SHORTEST: Final = 2
_SHOWN: Final = 8

_Steps: TypeAlias = Mapping[str, Mapping[str, Relation]]
"""From a target to its premises, each with a relation that joins the two."""


def support_cycle(context: Context) -> Iterator[Problem]:
    """Nodes support each other in a circle.

    Why: Such an argument assumes what it sets out to show. Nothing in the circle is grounded by
    it, however long it is; only evidence that enters from outside can ground it. Reported is one
    circle for each group of nodes that all support each other, and a short one where there are
    several. Undercut the step that goes too far, withdraw a node, or remove a relation.

    Fires:
        claims:
          trusted: {text: The paper is trusted., main: true, supporting: [widely-read]}
          widely-read: {text: The paper is widely read., supporting: [trusted]}

    Silent:
        sources:
          survey: {title: Reader survey}
        claims:
          trusted: {text: The paper is trusted., main: true, supporting: [widely-read, asked]}
          widely-read: {text: The paper is widely read., supporting: [asked]}
        evidence:
          asked: {text: Most of those asked read and trust the paper., cites: survey}
    """
    steps = _steps(context)
    try:
        TopologicalSorter(steps).prepare()
    except CycleError:
        rank = {node_id: number for number, node_id in enumerate(context.nodes)}
        for component in _components(steps):
            members = sorted(component, key=rank.__getitem__)
            yield _problem(_short_circle(members, steps), len(members), steps)


def _steps(context: Context) -> _Steps:
    found: dict[str, dict[str, Relation]] = {}
    for relation in context.argument_map.relations:
        if relation.stance is Stance.SUPPORTS and not context.assessment.undercut_by(relation.id):
            ends = (relation.target, *relation.premises)
            if all(end in context.nodes and context.nodes[end].withdrawn is None for end in ends):
                premises = found.setdefault(relation.target, {})
                for premise in relation.premises:
                    if premise != relation.target:  # illegal-relation says that
                        premises.setdefault(premise, relation)
    return found


def _components(steps: _Steps) -> Iterator[set[str]]:
    # Takes 0.1 s to import, and most maps have no circle.
    import networkx as nx  # noqa: PLC0415

    graph: nx.DiGraph[str] = nx.DiGraph(
        (target, premise) for target, premises in steps.items() for premise in premises
    )
    return (one for one in nx.strongly_connected_components(graph) if len(one) > 1)


def _short_circle(members: Sequence[str], steps: _Steps) -> list[str]:
    """Return a shortest circle through the first member, or a shorter one if soon found.

    Each of its nodes supports the next, and the last supports the first.
    """
    component, visits = frozenset(members), 0
    best: list[str] = []
    for start in members:
        circle, visited = _circle_through(start, component, steps, len(best))
        best = circle or best
        visits += visited
        if len(best) == _SHORTEST or visits > _VISITS:
            break
    rank = {node: at for at, node in enumerate(members)}
    first = best.index(min(best, key=rank.__getitem__))
    return best[first:] + best[:first]


def _circle_through(
    start: str, component: frozenset[str], steps: _Steps, below: int
) -> tuple[list[str], int]:
    """Return the shortest circle through a node if it has fewer than `below` nodes, or any if 0.

    The second value says how many nodes the search came to.
    """
    came_from: dict[str, str] = {}
    queue = deque([(start, 1)])
    while queue:
        target, length = queue.popleft()
        if below and length >= below:
            break
        for premise in steps.get(target, ()):
            if premise == start:
                circle = [target]
                while circle[-1] != start:
                    circle.append(came_from[circle[-1]])
                return [start, *circle[:-1]], len(came_from)
            if premise in component and premise not in came_from:
                came_from[premise] = target
                queue.append((premise, length + 1))
    return [], len(came_from)


def _problem(circle: list[str], size: int, steps: _Steps) -> Problem:
    pairs = zip(circle, [*circle[1:], circle[0]], strict=True)
    relations = [steps[target][premise] for premise, target in pairs]
    path = [*circle, circle[0]]
    if len(path) > _SHOWN:
        path = [*circle[: _SHOWN - 3], "…", circle[-1], circle[0]]
    message = f"{quoted(circle[0])} rests on itself: {' → '.join(path)}"
    if len(circle) > _SHOWN:
        message += f" ({len(circle)} nodes)"
    if size > len(circle):
        message += f", one circle of several among {size} nodes"
    return Problem(
        message,
        relations[0].span,
        help="withdraw or undercut the step that goes too far, or remove it",
        subject=circle[0],
        related=tuple(
            note
            for relation in relations[1:_SHOWN]
            for note in place(relation.span, f"{quoted(relation.id)} is a part of it")
        ),
    )
