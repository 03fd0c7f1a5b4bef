"""What reviews come to now: derived from records and the map, never stored."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from attrs import field, frozen

from argmap.assess import Assessment, Status
from argmap.model import ArgumentMap, Node, Stance
from argmap.review.fingerprints import Read, read_now
from argmap.review.flags import FLAGS, FlagKind
from argmap.review.values import Decision, Flag, Review, StepRead, Verdict


class State(StrEnum):
    """How the review of a node stands.

    `stale`: it was reworded since the last verdict. `suspect`: it says the same, but its direct
    argument changed. `contested`: verdicts on what it says now differ.
    """

    NEW = "new"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    STALE = "stale"
    SUSPECT = "suspect"
    CONTESTED = "contested"


@frozen
class OpenFlag:
    """A flag without resolution.

    Attributes:
        flag: the flag.
        reviewer: who raised it.
        settled: how the map settles it by itself, where it does; else empty.
    """

    flag: Flag
    reviewer: str
    settled: str = ""

    @property
    def kind(self) -> FlagKind:
        """What kind of flag it is."""
        return FLAGS[self.flag.kind]


@frozen
class Standing:
    """How the review of one node stands.

    Attributes:
        node: the node.
        state: what its verdicts come to.
        now: what a reader has before them now.
        fresh: reviews whose verdict is on exactly that.
        stale: reviews whose verdict was on other words.
        suspect: reviews whose verdict was on the same words, with another direct argument.
        flags: those that are open, the oldest first.
    """

    node: Node
    state: State
    now: Read
    fresh: tuple[Review, ...] = ()
    stale: tuple[Review, ...] = ()
    suspect: tuple[Review, ...] = ()
    flags: tuple[OpenFlag, ...] = field(default=())

    @property
    def is_new(self) -> bool:
        """Whether it has no verdict yet."""
        return self.state is State.NEW

    @property
    def is_contested(self) -> bool:
        """Whether verdicts on what it says now differ."""
        return self.state is State.CONTESTED

    @property
    def is_flagged(self) -> bool:
        """Whether a flag is open that the map does not settle by itself."""
        return any(not one.settled for one in self.flags)

    @property
    def is_outdated(self) -> bool:
        """Whether it had verdicts, and none is on what stands there now."""
        return self.state in {State.STALE, State.SUSPECT}


def standing_of(
    argument_map: ArgumentMap, node: Node, reviews: Iterable[Review], assessment: Assessment
) -> Standing:
    """Return how the review of a node stands.

    Args:
        argument_map: its map.
        node: the node.
        reviews: what was said of it, by whomever; of other nodes too.
        assessment: what stands in the map.
    """
    names = {node.id, *node.aliases}
    own = [one for one in reviews if one.node in names]
    now = read_now(argument_map, node)
    fresh, stale, suspect = [], [], []
    for review in own:
        verdict = review.verdict
        if verdict is None or verdict.decision is Decision.ABSTAIN:
            continue
        if verdict.says != now.says:
            stale.append(review)
        elif verdict.rests_on != now.rests_on:
            suspect.append(review)
        else:
            fresh.append(review)
    return Standing(
        node,
        _state(fresh, stale, suspect),
        now,
        tuple(fresh),
        tuple(stale),
        tuple(suspect),
        tuple(_open_flags(argument_map, node, own, assessment)),
    )


def standings_of(
    argument_map: ArgumentMap, reviews: Iterable[Review], assessment: Assessment
) -> tuple[Standing, ...]:
    """Return how the review of each node stands, each id once, in the order of the map."""
    by_node: dict[str, list[Review]] = {}
    for review in reviews:
        node = argument_map.nodes_by_id.get(review.node)
        if node is not None:
            by_node.setdefault(node.id, []).append(review)
    nodes = {node.id: node for node in reversed(argument_map.nodes)}
    return tuple(
        standing_of(argument_map, nodes[node_id], by_node.get(node_id, ()), assessment)
        for node_id in dict.fromkeys(node.id for node in argument_map.nodes)
    )


def changed_steps(verdict: Verdict, now: Read) -> tuple[str, ...]:
    """Tell how the direct argument of a node changed since a verdict, in words, one a step.

    Steps are the same when they have the stance and, by fingerprint or name, the premises.
    """
    told = []
    left = list(verdict.argument)
    new = list[StepRead]()
    for step in now.argument:
        same = next((one for one in left if _is_same(one, step)), None)
        if same is None:
            new.append(step)
        else:
            left.remove(same)
    for step in new:
        before = next((one for one in left if one.by == step.by), None)
        if before is None:
            told.append(f"{_premises(step)} {step.stance} it now")
            continue
        left.remove(before)
        if before.stance is not step.stance:
            told.append(f"{_premises(step)} {step.stance} it now, and no longer {before.stance} it")
        elif before.says != step.says:
            told.append(f"{_premises(step)}, which {step.stance} it, was reworded")
        else:
            told.append(f"the warrant by which {_premises(step)} {step.stance} it was changed")
    told += [f"{_premises(step)} no longer {step.stance} it" for step in left]
    return tuple(told)


def _state(fresh: Sequence[Review], stale: Sequence[Review], suspect: Sequence[Review]) -> State:
    decisions = {one.verdict.decision for one in fresh if one.verdict}
    if len(decisions) > 1:
        return State.CONTESTED
    if decisions:
        return State.ACCEPTED if Decision.ACCEPT in decisions else State.REJECTED
    if suspect:
        return State.SUSPECT
    return State.STALE if stale else State.NEW


def _open_flags(
    argument_map: ArgumentMap, node: Node, reviews: Sequence[Review], assessment: Assessment
) -> list[OpenFlag]:
    settled = dict[tuple[str, str, str | None], str]()
    for review in reviews:
        for one in review.resolutions:
            key = (one.kind, one.of, one.relation)
            settled[key] = max(one.at, settled.get(key, ""))
    found = [
        OpenFlag(flag, review.reviewer, _settled(argument_map, node, flag, assessment))
        for review in reviews
        for flag in review.flags
        if settled.get((flag.kind, review.reviewer, flag.relation), "") < flag.at
    ]
    return sorted(found, key=lambda one: (one.flag.at, one.reviewer))


def _settled(argument_map: ArgumentMap, node: Node, flag: Flag, assessment: Assessment) -> str:
    """Return how the map settles a flag by itself; empty where it does not, or cannot tell."""
    if node.withdrawn is not None:
        return "it is withdrawn"
    if flag.relation is not None and flag.relation not in argument_map.relations_by_id:
        return "the relation is gone"
    if flag.relation is not None:
        return ""
    status = assessment.status(node.id)
    if flag.kind == "unsupported" and status is Status.SUPPORTED:
        return "evidence with a source reaches it now"
    if flag.kind == "missing-contrast" and argument_map.incoming(node.id, Stance.CONTRASTS):
        return "something is put against it now"
    return ""


def _is_same(one: StepRead, other: StepRead) -> bool:
    return (one.stance, sorted(one.says), one.because or "") == (
        other.stance,
        sorted(other.says),
        other.because or "",
    )


def _premises(step: StepRead) -> str:
    """Name what speaks for or against a node; linked premises are one thing."""
    return f"'{' + '.join(step.by)}'"
