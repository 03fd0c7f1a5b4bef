"""The labels of statements: in, out or undecided, as far as arguments decide them.

The least fixpoint of a labelling with three values (Gordon & Walton 2016): a label is given when
all that it depends on has one, and never changed. So what hangs on a circle stays undecided.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import field, frozen

from argmap.assess.carneades.graph import Argument, CarneadesGraph, Issue
from argmap.assess.carneades.standards import PRESETS, Thresholds, is_satisfied
from argmap.assess.carneades.weighing import Criteria


class Label(StrEnum):
    """What became of a statement."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


@frozen
class Labelling:
    """What became of all statements.

    Attributes:
        labels: by statement, in the order of the graph.
        weights: of the arguments that were weighed, by id; 0 for one that is undercut.
        thresholds: what the standards were computed with.
    """

    labels: Mapping[str, Label]
    weights: Mapping[str, float]
    thresholds: Thresholds


def label(graph: CarneadesGraph, thresholds: Thresholds = PRESETS["carneades4"]) -> Labelling:
    """Return the labels of all statements of a graph; linear but for the weighing.

    An assumption is in. A statement that is no position of an issue is in when some argument for
    it has weight, and out when none is left that could have. An issue is resolved when all
    arguments for its positions are decided: a position is in that meets the standard against the
    best of the others. When a position is assumed, the others are out that are not assumed too.

    Args:
        graph: any graph.
        thresholds: for the standards CCE and BRD.
    """
    run = _Run(graph, thresholds)
    run.start()
    run.follow()
    return Labelling(
        {one: run.labels.get(one, Label.UNDECIDED) for one in run.statements},
        dict(sorted(run.weights.items())),
        thresholds,
    )


@frozen(eq=False)
class _Run:
    """The state of one computation.

    Attributes:
        labels: what is decided so far.
        weights: the arguments that are decided so far.
        pending: how many statements each argument still waits for.
        open_arguments: how many arguments are not decided, by the statement that they argue for,
            or the first position of its issue.
    """

    graph: CarneadesGraph
    thresholds: Thresholds
    statements: Sequence[str] = field(init=False)
    issue_of: Mapping[str, Issue] = field(init=False)
    together: Mapping[str, Sequence[str]] = field(init=False)
    by_conclusion: Mapping[str, Sequence[Argument]] = field(init=False)
    users: dict[str, list[Argument]] = field(init=False, factory=dict)
    labels: dict[str, Label] = field(init=False, factory=dict)
    weights: dict[str, float] = field(init=False, factory=dict)
    pending: dict[str, int] = field(init=False, factory=dict)
    open_arguments: dict[str, int] = field(init=False, factory=dict)
    queue: deque[str] = field(init=False, factory=deque)

    @statements.default
    def _all_statements(self) -> Sequence[str]:
        return self.graph.all_statements()

    @issue_of.default
    def _issues(self) -> Mapping[str, Issue]:
        found: dict[str, Issue] = {}
        for issue in self.graph.issues:
            for position in issue.positions:
                found.setdefault(position, issue)
        return found

    @together.default
    def _positions(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, Sequence[str]] = {}
        for issue in self.graph.issues:
            own = tuple(one for one in dict.fromkeys(issue.positions) if one not in found)
            found |= dict.fromkeys(own, own)
        return found

    @by_conclusion.default
    def _arguments(self) -> Mapping[str, Sequence[Argument]]:
        found: dict[str, list[Argument]] = {}
        for argument in self.graph.arguments:
            found.setdefault(argument.conclusion, []).append(argument)
        return found

    def start(self) -> None:
        """Label what needs no argument, and count what each argument waits for."""
        for argument in self.graph.arguments:
            self._count(argument)
        self._assume()
        for argument in self.graph.arguments:
            if not self.pending[argument.id]:
                self._decide(argument)

    def follow(self) -> None:
        """Decide arguments as their premises get labels."""
        while self.queue:
            one = self.queue.popleft()
            for argument in self.users.get(one, ()):
                self.pending[argument.id] -= 1
                is_undercut = one == argument.undercutter and self.is_in(one)
                if is_undercut or not self.pending[argument.id]:
                    self._decide(argument)

    def _count(self, argument: Argument) -> None:
        needs = dict.fromkeys(self._needs(argument))
        self.pending[argument.id] = len(needs)
        head = self._head(argument.conclusion)
        self.open_arguments[head] = self.open_arguments.get(head, 0) + 1
        for one in needs:
            self.users.setdefault(one, []).append(argument)

    def _assume(self) -> None:
        for one in self.statements:
            if one in self.graph.assumptions:
                self._give(one, Label.IN)
            elif one not in self.by_conclusion:
                self._give(one, Label.OUT)
        for issue in self.graph.issues:
            if not self.graph.assumptions.isdisjoint(issue.positions):
                for one in issue.positions:
                    self._give(one, Label.OUT)

    def is_in(self, statement: str) -> bool:
        """Say whether a statement is in."""
        return self.labels.get(statement) is Label.IN

    def positions(self, statement: str) -> Sequence[str]:
        """Return the positions of the issue of a statement; itself where there is none."""
        return self.together.get(statement, (statement,))

    def rivals(self, argument: Argument) -> Sequence[Argument]:
        """Return all arguments for the positions of the issue of its conclusion."""
        positions = self.positions(argument.conclusion)
        return [rival for one in positions for rival in self.by_conclusion.get(one, ())]

    def _needs(self, argument: Argument) -> Iterator[str]:
        """Give the statements that have to be decided before an argument is."""
        if argument.undercutter is not None:
            yield argument.undercutter
        for one in argument.statements:
            yield one
            if isinstance(argument.weighing, Criteria):
                yield from self.positions(one)

    def _head(self, statement: str) -> str:
        """Return the statement that counts the open arguments for a whole issue."""
        return self.positions(statement)[0]

    def _give(self, statement: str, given: Label) -> None:
        if statement not in self.labels:
            self.labels[statement] = given
            self.queue.append(statement)

    def _decide(self, argument: Argument) -> None:
        if argument.id in self.weights:
            return
        undercutter = argument.undercutter
        is_undercut = undercutter is not None and self.is_in(undercutter)
        weight = 0.0 if is_undercut else argument.weighing.weigh(argument, self)
        self.weights[argument.id] = weight
        head = self._head(argument.conclusion)
        self.open_arguments[head] -= 1
        issue = self.issue_of.get(argument.conclusion)
        if issue is None:
            if weight > 0:
                self._give(argument.conclusion, Label.IN)
            elif not self.open_arguments[head]:
                self._give(argument.conclusion, Label.OUT)
        elif not self.open_arguments[head]:
            self._resolve(issue, argument.conclusion)

    def _resolve(self, issue: Issue, position: str) -> None:
        best = {
            one: max(
                (self.weights[rival.id] for rival in self.by_conclusion.get(one, ())), default=0.0
            )
            for one in self.positions(position)
        }
        first, second = sorted((*best.values(), 0.0, 0.0), reverse=True)[:2]
        for one, weight in best.items():
            against = second if weight == first else first
            is_met = is_satisfied(issue.standard, weight, against, self.thresholds)
            self._give(one, Label.IN if is_met else Label.OUT)
