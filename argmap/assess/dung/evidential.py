"""The evidential reading of a map: an argument counts only when support reaches it.

An argument that needs support is attacked by `no support for x`, which every step that supports
it attacks in turn. Then the complete extensions are those of the three-valued stable models of
"x holds if support reaches it and nothing that holds attacks it" (Przymusinski 1990), of which
the grounded one is the well-founded model; support in a circle reaches nothing by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from attrs import frozen

from argmap.assess.dung.steps import Step, Steps
from argmap.assess.dung.too_large import MOST_ATTACKS, TooLargeError
from argmap.model import Stance


def evidential(steps: Steps) -> list[tuple[str, str]]:
    """Return the attacks of a map, as pairs of names.

    Raises:
        TooLargeError: when circles of support make it too large.
    """
    reading = _Reading.of(steps)
    if reading.size() > MOST_ATTACKS:
        raise TooLargeError
    return list(dict.fromkeys(reading.attacks()))


@frozen
class _Circle:
    """Arguments and steps that support each other.

    Attributes:
        names: all of them.
        length: how many of them are arguments that need support.
    """

    names: frozenset[str]
    length: int


@frozen
class _Reading:
    """A map by what supports and what attacks each argument.

    Attributes:
        needing: the arguments that need support.
        supporting: the steps that support each of these.
        against: what attacks each argument and step, by name.
        needs: the premises of steps that are arguments of their own.
        circles: for each argument or step on a circle of support, that circle.
    """

    needing: Sequence[str]
    supporting: Mapping[str, Sequence[Step]]
    against: Mapping[str, Sequence[str]]
    needs: Mapping[str, Sequence[str]]
    circles: Mapping[str, _Circle]

    @classmethod
    def of(cls, steps: Steps) -> "_Reading":
        arguments = dict.fromkeys(steps.arguments.values())
        needing = [name for name in arguments if name not in steps.prima_facie]
        supporting: dict[str, list[Step]] = {name: [] for name in needing}
        against: dict[str, list[str]] = {}
        needs: dict[str, Sequence[str]] = {}
        for step in steps.steps:
            if step.stance is not Stance.SUPPORTS:
                against.setdefault(step.target, []).append(step.name)
            elif step.target in supporting and step.name != step.target:
                supporting[step.target].append(step)
            if step.premises:
                needs[step.name] = step.premises
        return cls(needing, supporting, against, needs, _circles(supporting))

    def size(self) -> int:
        """Count the attacks, each step on a circle once for each length of the way to it."""
        found = 0
        for name, steps in self.supporting.items():
            once = 1 + len(self.against.get(name, ())) + len(steps)
            for step in steps:
                once += len(self.against.get(step.name, ())) + 2 * len(step.premises)
            circle = self.circles.get(name)
            found += once * (circle.length if circle else 1)
        return found

    def attacks(self) -> Iterator[tuple[str, str]]:
        """Give all attacks, those on nodes and steps as they are, then those of support."""
        for target, names in self.against.items():
            for name in names:
                yield (name, target)
        for name, premises in self.needs.items():
            yield from _needed(name, premises)
        for name in self.needing:
            circle = self.circles.get(name)
            if circle is None:
                yield from _supported_by(name, [step.name for step in self.supporting[name]])
            else:
                yield from self._in_circle(name, circle)

    def _in_circle(self, name: str, circle: _Circle) -> Iterator[tuple[str, str]]:
        """Give the attacks of an argument on a circle, once for each length of the way to it.

        `x within i steps` holds when support reaches x from outside of the circle in at most i
        steps; as many steps as there are arguments reach all that can be reached.
        """
        size = circle.length
        for length in range(1, size + 1):
            here = _within(name, length, size)
            if length < size:
                for attacker in self.against.get(name, ()):
                    yield (attacker, here)
            names = []
            for step in self.supporting[name]:
                if step.name not in circle.names:
                    names.append(step.name)
                elif length > 1:
                    before = _within(step.name, length - 1, size)
                    names.append(before)
                    if step.premises:
                        yield from self._step_within(step, before, length - 1, circle)
            yield from _supported_by(here, names)

    def _step_within(
        self, step: Step, here: str, length: int, circle: _Circle
    ) -> Iterator[tuple[str, str]]:
        for attacker in self.against.get(step.name, ()):
            yield (attacker, here)
        yield from _needed(
            here,
            [
                _within(premise, length, circle.length) if premise in circle.names else premise
                for premise in step.premises
            ],
        )


def _supported_by(name: str, supporting: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield (f"no support for {name}", name)
    for one in supporting:
        yield (one, f"no support for {name}")


def _needed(name: str, premises: Iterable[str]) -> Iterator[tuple[str, str]]:
    for premise in premises:
        yield (premise, f"not {premise}")
        yield (f"not {premise}", name)


def _within(name: str, length: int, size: int) -> str:
    return name if length == size else f"{name} within {length} of {size} steps"


def _circles(supporting: Mapping[str, Sequence[Step]]) -> dict[str, _Circle]:
    """Return the circles of support, each under the names of all that is on it."""
    leading: dict[str, list[str]] = {}
    for target, steps in supporting.items():
        leading.setdefault(target, []).extend(step.name for step in steps)
        for step in steps:
            leading.setdefault(step.name, []).extend(step.premises)
    try:
        TopologicalSorter(leading).prepare()
    except CycleError:
        # Few maps have circles; the others are spared the loading.
        from networkx import DiGraph, strongly_connected_components  # noqa: PLC0415

        edges = [(name, target) for target, names in leading.items() for name in names]
        graph: DiGraph[str] = DiGraph(edges)
        circles = (
            _Circle(frozenset(names), sum(name in supporting for name in names))
            for names in strongly_connected_components(graph)
            if len(names) > 1
        )
        return {name: circle for circle in circles for name in circle.names}
    return {}
