"""Decides how each relation of a map is written in Argdown."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from argmap.formats.argdown.values import mapping
from argmap.model import ArgumentMap, Json, Node, Relation, Stance

_SIGNS: Final = {Stance.SUPPORTS: "+", Stance.CONTRASTS: "-", Stance.UNDERCUTS: "_"}
_STRICT: Final = {Stance.SUPPORTS: "entails", Stance.CONTRASTS: "contrary"}


@define
class Sketch:
    """A relation as it is drawn below what it aims at.

    Attributes:
        sign: the sign of it.
        source: the id of the node that it starts from.
    """

    sign: str
    source: str


@define
class Plan:
    """How the relations of a map are written.

    Attributes:
        below: the relations drawn below each node, by its id.
        apart: arguments taken apart, by the id of the node that they lead to; each is its steps.
        below_step: the relations drawn below the inference of a relation, by its id.
        below_argument: those drawn below the title of an argument, by the id of its relation.
        listed: relations that Argdown cannot hold, and from which nodes they are drawn.
    """

    below: dict[str, list[Sketch]] = field(factory=dict)
    apart: dict[str, list[tuple[Relation, ...]]] = field(factory=dict)
    below_step: dict[str, list[Sketch]] = field(factory=dict)
    below_argument: dict[str, list[Sketch]] = field(factory=dict)
    listed: list[tuple[Relation, tuple[str, ...]]] = field(factory=list)


def plan(argument_map: ArgumentMap, *, is_strict: bool) -> Plan:
    """Decide how each relation is written.

    Args:
        argument_map: the map.
        is_strict: whether relations between statements are strict in its front matter.
    """
    return _Planner(argument_map, is_strict).plan()


@define
class _Planner:
    map: ArgumentMap
    is_strict: bool
    made: Plan = field(factory=Plan)
    nodes: dict[str, Node] = field(factory=dict)
    """Those whose ids stand once."""
    leaving: Counter[str] = field(factory=Counter)
    """How many relations start from each node."""
    groups: dict[str, list[Relation]] = field(factory=dict)
    """The earlier steps of arguments, by the id of the last."""
    ids: Counter[str] = field(factory=Counter)
    drawn: set[tuple[str, str, str]] = field(factory=set)
    ends: set[tuple[Stance, str, str]] = field(factory=set)
    drawn_from: Counter[str] = field(factory=Counter)
    sketched: list[str] = field(factory=list)
    steps: set[str] = field(factory=set)
    titles: dict[str, str] = field(factory=dict)
    """The relations that are written as arguments, by their titles in the data."""

    def plan(self) -> Plan:
        """Decide."""
        self._look()
        self._take_apart()
        left = [one for one in self.map.relations if one.id not in self.steps]
        left = [one for one in left if not self._sketch(one)]
        left = [one for one in left if not self._sketch_undercut_node(one)]
        for one in self._without_undercuts(left):
            self._list(one)
        return self.made

    def _look(self) -> None:
        nodes = Counter(node.id for node in self.map.nodes)
        self.ids = Counter(relation.id for relation in self.map.relations)
        self.ids.update(nodes)
        self.nodes = {node.id: node for node in self.map.nodes if self.ids[node.id] == 1}
        for relation in self.map.relations:
            self.leaving.update(set(relation.premises))

    def _is_statement(self, node_id: str) -> bool:
        return node_id in self.nodes and not is_argument(self.nodes[node_id])

    # Arguments that are taken apart

    def _take_apart(self) -> None:
        relations = [one for one in self.map.relations if self._can_be_step(one)]
        known = {one.id for one in relations}
        for one in relations:
            last = argdown(one).get("of")
            if isinstance(last, str) and last in known and last != one.id:
                self.groups.setdefault(last, []).append(one)
        undercut = {one.target for one in self.map.relations if one.stance is Stance.UNDERCUTS}
        inner = self._inner_steps()
        for one in relations:
            if one.id in inner or not (one.id in self.groups or _needs_step(one, undercut)):
                continue
            steps = (*sorted(self.groups.get(one.id, ()), key=_step_number), one)
            self.made.apart.setdefault(one.target, []).append(steps)
            self.steps.update(step.id for step in steps)
            title = argdown(one).get("title")
            if one.is_named:
                self.titles.setdefault(title if isinstance(title, str) else one.id, one.id)

    def _inner_steps(self) -> set[str]:
        """Return the earlier steps; drop groups that are not numbered from 1 on, or are nested."""
        inner = {one.id for group in self.groups.values() for one in group}
        for last, group in list(self.groups.items()):
            numbers = sorted(_step_number(one) for one in group)
            if numbers != list(range(1, len(group) + 1)) or last in inner:
                del self.groups[last]
        return {one.id for group in self.groups.values() for one in group}

    def _can_be_step(self, relation: Relation) -> bool:
        ends = (*relation.premises, relation.target)
        return (
            relation.stance is Stance.SUPPORTS
            and self.ids[relation.id] == 1
            and all(self._is_statement(end) for end in ends)
        )

    # Relations that are drawn

    def _sketch(self, relation: Relation) -> bool:
        """Draw a relation between nodes, if Argdown can hold it so."""
        kept, stance = argdown(relation), relation.stance
        if not self._can_be_drawn(relation) or stance not in {Stance.SUPPORTS, Stance.CONTRASTS}:
            return False
        premise, target = relation.premises[0], relation.target
        if "to" in kept:
            last = self.titles.get(str(kept["to"]))
            if kept.keys() != {"to"} or last is None or stance is not Stance.SUPPORTS:
                return False
            aim = self.map.relations_by_id[last].target
            return aim == target and self._draw(self.made.below_argument, last, "+", relation)
        if target not in self.nodes or kept.keys() - {"relation"}:
            return False
        both = self._is_statement(premise) and self._is_statement(target)
        told = kept.get("relation")
        if told == "contradictory" and stance is Stance.CONTRASTS and both:
            return self._draw(self.made.below, premise, "><", relation, child=target)
        natural = _STRICT[stance] if both and self.is_strict else None
        return told == natural and self._draw(self.made.below, target, _SIGNS[stance], relation)

    def _sketch_undercut_node(self, relation: Relation) -> bool:
        """Draw a contrast that is written as an undercut of a node."""
        target = relation.target
        if not self._can_be_drawn(relation) or target not in self.nodes:
            return False
        if argdown(relation) != {"relation": "undercut"} or relation.stance is not Stance.CONTRASTS:
            return False
        several = self.drawn_from[target] > 1
        fits = self._is_statement(target) or not self.leaving[target] or several
        return fits and self._draw(self.made.below, target, "_", relation)

    def _without_undercuts(self, relations: Sequence[Relation]) -> list[Relation]:
        """Draw undercuts of what is drawn; return what is left, in the order of the map."""
        waiting: dict[str, list[Relation]] = {}
        for one in relations:
            if one.stance is Stance.UNDERCUTS and self._can_be_drawn(one):
                waiting.setdefault(one.target, []).append(one)
        ready = [*self.steps, *self.sketched]
        done: set[int] = set()
        while ready:
            target = ready.pop()
            for one in waiting.pop(target, ()):
                if self._sketch_undercut(one):
                    done.add(id(one))
                    ready.append(one.id)
        return [one for one in relations if id(one) not in done]

    def _sketch_undercut(self, relation: Relation) -> bool:
        target, kept = relation.target, argdown(relation)
        if target in self.steps and not kept:
            return self._draw(self.made.below_step, target, "_", relation)
        if target in self.titles.values() and kept == {"relation": "attack"}:
            return self._draw(self.made.below_argument, target, "-", relation)
        aim = self.map.relations_by_id[target]
        reason = aim.premises[0]
        if target in self.steps or kept or self.ids[target] > 1 or reason not in self.nodes:
            return False
        fits = is_argument(self.nodes[reason]) and self.leaving[reason] == 1
        return fits and self._draw(self.made.below, reason, "_", relation)

    def _can_be_drawn(self, relation: Relation) -> bool:
        return _is_bare(relation) and relation.premises[0] in self.nodes

    def _draw(
        self,
        where: dict[str, list[Sketch]],
        below: str,
        sign: str,
        relation: Relation,
        child: str = "",
    ) -> bool:
        premise = child or relation.premises[0]
        key, mirrored = (sign, below, premise), (sign, premise, below)
        symmetric = sign == "><" or (sign == "-" and self.is_strict)
        if key in self.drawn or (symmetric and mirrored in self.drawn):
            return False
        self.drawn.add(key)
        self.ends.add((relation.stance, relation.premises[0], relation.target))
        self.drawn_from[relation.premises[0]] += 1
        self.sketched.append(relation.id)
        where.setdefault(below, []).append(Sketch(sign, premise))
        return True

    def _list(self, relation: Relation) -> None:
        """List a relation apart, and draw it all the same where Argdown has something like it."""
        drawn: list[str] = []
        sign, target = _SIGNS.get(relation.stance, ""), relation.target
        if sign in {"+", "-"} and target in self.nodes and not argdown(relation):
            for premise in dict.fromkeys(relation.premises):
                key, mirrored = (sign, target, premise), (sign, premise, target)
                taken = key in self.drawn or mirrored in self.drawn
                taken = taken or (relation.stance, premise, target) in self.ends
                if premise in self.nodes and not taken and not is_argument(self.nodes[premise]):
                    self.drawn.add(key)
                    self.ends.add((relation.stance, premise, target))
                    self.made.below.setdefault(target, []).append(Sketch(sign, premise))
                    drawn.append(premise)
        self.made.listed.append((relation, tuple(drawn)))


def _step_number(relation: Relation) -> int:
    number = argdown(relation).get("step")
    return number if isinstance(number, int) and not isinstance(number, bool) else 0


def _needs_step(relation: Relation, undercut: set[str]) -> bool:
    kept = argdown(relation)
    if "to" in kept or "relation" in kept:
        return False
    return not _is_bare(relation) or bool(kept) or relation.id in undercut


def _is_bare(relation: Relation) -> bool:
    """Say whether a relation has nothing but its ends."""
    return not (
        relation.is_linked
        or relation.is_named
        or relation.scheme is not None
        or relation.because is not None
        or relation.strength is not None
        or set(relation.data) - {"argdown"}
    )


def is_argument(node: Node) -> bool:
    """Say whether a node was an argument in Argdown."""
    return argdown(node).get("argument") is True


def argdown(value: Node | Relation | ArgumentMap) -> dict[str, Json]:
    """Return what Argdown knows of a part of a map."""
    return mapping(value.data.get("argdown"))
