"""What a main claim cannot do without: the nodes in which all ways of its support meet.

Support is a graph with two kinds of joints: a claim needs one of its steps, a step needs all its
premises. What all ways from a claim down to evidence have in common is therefore, for a claim,
what its steps have in common, and for a step, what any of its premises needs (the landmarks of
Keyder, Richter & Helmert 2010). No tree holds these sets, as it does for dominators in a graph
of one kind (Lengauer & Tarjan 1979), so they are kept as the bits of numbers, and only for the
nodes that can be met twice: those that are used by two steps and stand in one proof of a main
claim. In trees and chains there are none.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, or_
from typing import Final

from attrs import field, frozen

from argmap.checks.context import Context
from argmap.model import Relation

_MOST: Final = 2000  # so many nodes are looked at, those nearest to main claims first
_NAMED: Final = 2
_TWICE: Final = 2


@frozen
class Joint:
    """A node in which all ways of support of some main claims meet.

    Attributes:
        node: its id.
        claims: the ids of the first of the claims that fall with it.
        has_more: whether there are more of them.
    """

    node: str
    claims: tuple[str, ...]
    has_more: bool


def joints(context: Context) -> Iterator[Joint]:
    """Give the nodes that main claims cannot do without and that bear them in two ways or more."""
    used = Counter(
        context.same(premise)
        for steps in context.steps.values()
        for step in steps
        for premise in step.premises
    )
    if max(used.values(), default=0) < _TWICE:
        return
    ways = _ways(context)
    mains = [context.same(claim.id) for claim in context.each_once(context.mains)]
    candidates = _candidates(ways, mains)
    if candidates:
        yield from _met(ways, mains, candidates)


@frozen
class _Step:
    """One way to ground a claim, in nodes by `same`.

    Attributes:
        granted: premises that are assumed: they have to be there, not to be grounded.
        needed: premises that have to be grounded, all of them.
        one_of: premises of which one has to be grounded, where nothing else is.
    """

    granted: tuple[str, ...]
    needed: tuple[str, ...]
    one_of: tuple[str, ...] = ()

    @property
    def premises(self) -> tuple[str, ...]:
        """All premises."""
        return (*self.granted, *self.needed)


_Ways = Mapping[str, Sequence[_Step]]
"""The steps that ground a node, in an order in which nothing comes before what it rests on."""


def _ways(context: Context) -> _Ways:
    steps = {
        target: [_step(context, relation) for relation in relations]
        for target, relations in context.steps.items()
    }
    ways: dict[str, Sequence[_Step]] = {}
    for evidence in context.evidence:
        if evidence.passages and context.assessment.is_grounded(evidence.id):
            ways[context.same(evidence.id)] = ()
    waits = {
        target: sum(len(step.premises) for step in found)
        for target, found in steps.items()
        if target not in ways
    }
    users: dict[str, list[str]] = {}
    for target in waits:
        for step in steps[target]:
            for premise in step.premises:
                users.setdefault(premise, []).append(target)
    free = [premise for premise in users if premise not in waits]
    while free:
        for user in users.get(free.pop(), ()):
            waits[user] -= 1
            if not waits[user]:
                ways[user] = steps[user]
                free.append(user)
    for target in waits:  # what is left runs in circles
        ways.setdefault(target, steps[target])
    return ways


def _step(context: Context, relation: Relation) -> _Step:
    premises = dict.fromkeys(map(context.same, relation.premises))
    granted = tuple(premise for premise in premises if premise in context.excused)
    needed = tuple(premise for premise in premises if premise not in context.excused)
    if needed:
        return _Step(granted, needed)
    grounded = (premise for premise in granted if context.assessment.is_grounded(premise))
    return _Step(granted, (), tuple(grounded))


def _candidates(ways: _Ways, mains: Iterable[str]) -> dict[str, int]:
    """Return the nodes in one proof of main claims that two steps use, each with its bit."""
    used: dict[str, int] = {}
    for steps in ways.values():
        for step in steps:
            for premise in step.premises:
                used[premise] = used.get(premise, 0) + 1
    rank = {node: number for number, node in enumerate(ways)}
    found: dict[str, int] = {}
    proved: set[str] = set()
    worklist = [main for main in mains if main in ways]
    for node in worklist:
        if node in proved:
            continue
        proved.add(node)
        if used.get(node, 0) > 1 and len(found) < _MOST:
            found[node] = 1 << len(found)
        for step in ways.get(node, ())[:1]:
            grounded = (one for one in step.premises if rank.get(one, rank[node]) < rank[node])
            worklist.extend((*step.granted, *grounded))
    return found


def _met(ways: _Ways, mains: Sequence[str], candidates: Mapping[str, int]) -> Iterator[Joint]:
    sets = _Sets(candidates)
    for node, steps in ways.items():
        sets.add(node, steps)
    falling: dict[str, list[str]] = {node: [] for node in candidates}
    nodes = tuple(candidates)
    by_two_ways = once = twice = more = 0
    for main in mains:
        borne = sets.musts.get(main, 0) & ~candidates.get(main, 0)
        by_two_ways |= borne & sets.twice.get(main, 0)
        for number in _bits(borne & ~twice):
            falling[nodes[number]].append(main)
        more |= borne & twice
        twice |= borne & once
        once |= borne
    for number in _bits(by_two_ways | twice):
        node = nodes[number]
        yield Joint(node, tuple(falling[node][:_NAMED]), bool(more >> number & 1))


@frozen
class _Sets:
    """Sets of candidates for each node, as bits.

    What comes later in the order, in a circle, is taken to need nothing: then too little is found,
    and never something that is not so.

    Attributes:
        candidates: the bit of each.
        musts: what a node cannot do without.
        once: what it can be reached from by support.
        twice: what it can be reached from in two ways or more.
    """

    candidates: Mapping[str, int]
    musts: dict[str, int] = field(factory=dict)
    once: dict[str, int] = field(factory=dict)
    twice: dict[str, int] = field(factory=dict)

    def add(self, node: str, steps: Sequence[_Step]) -> None:
        """Add a node; all that it rests on is there already, but for circles."""
        own = self.candidates.get(node, 0)
        self.musts[node] = own | (reduce(and_, map(self._must, steps)) if steps else 0)
        once = twice = 0
        for step in steps:
            for premise in step.granted:
                if not step.one_of:
                    twice |= once & self._own(premise)
                    once |= self._own(premise)
            for premise in step.needed or step.one_of:
                reached = self.once.get(premise, 0)
                twice |= self.twice.get(premise, 0) | (once & reached)
                once |= reached
        self.once[node] = once | own
        self.twice[node] = twice

    def _must(self, step: _Step) -> int:
        must = reduce(or_, map(self._own, step.granted), 0)
        must = reduce(or_, (self.musts.get(one, 0) for one in step.needed), must)
        if step.one_of:
            must |= reduce(and_, (self.musts.get(one, 0) for one in step.one_of))
        return must

    def _own(self, node: str) -> int:
        return self.candidates.get(node, 0)


def _bits(number: int) -> Iterator[int]:
    """Give the places of the ones in a number."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
