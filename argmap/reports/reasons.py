"""Why a node stands as it does, what it falls with, and what a loss would change, in words."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from argmap.assess.bearing import Bearing
from argmap.assess.cuts import Cut
from argmap.assess.flips import Flips
from argmap.assess.what_if import WhatIf
from argmap.assess.why import Cause, Lack, Obstacle, Why
from argmap.model import ArgumentMap, Claim, Relation
from argmap.reports.description import sentence
from argmap.reports.printable import folded

_WIDTH: Final = 96
_MOST: Final = 12
_CAUSES: Final = {
    Cause.SOURCE: "it is evidence that cites a source",
    Cause.STEPS: "evidence that cites a source reaches it",
    Cause.NO_SOURCE: "it is evidence that cites no source",
    Cause.NO_SUPPORT: "nothing supports it",
    Cause.DEFEATED: "all that was to support it is defeated or gone",
    Cause.ASSUMPTIONS: "only assumptions support it",
    Cause.BELOW: "no evidence reaches it",
    Cause.CIRCLE: "its support runs in a circle",
    Cause.UNDECIDED: "undercuts below it hang on each other",
    Cause.ASSUMED: "its author says that it needs no support",
    Cause.WITHDRAWN: "its author took it back",
}
_AGAINST: Final = "evidence speaks against it, and none for it"
_BOTH: Final = "evidence speaks for it and against it"
_ENDS: Final = {
    Cause.NO_SOURCE: "cites no source",
    Cause.NO_SUPPORT: "has no support",
    Cause.DEFEATED: "has lost its support",
    Cause.ASSUMPTIONS: "is supported by assumptions only",
    Cause.UNDECIDED: "hangs on undercuts that hang on each other",
}


def describe_why(why: Why) -> str:
    """Describe why a node stands as it does."""
    return _text(_why_lines(why))


def describe_what_if(what_if: WhatIf) -> str:
    """Describe what a supposition would change."""
    return _text(_what_if_lines(what_if))


def describe_bearing(argument_map: ArgumentMap, bearing: Bearing, cut: Cut | None = None) -> str:
    """Describe what a claim falls with: each of some nodes, or a smallest set of them.

    Args:
        argument_map: the map.
        bearing: what the claim falls with.
        cut: a smallest set of nodes that it falls with; told where no single node is one.
    """
    return _text(_bearing_lines(argument_map, bearing, cut))


def describe_flips(flips: Flips) -> str:
    """Describe which single losses would change the status of a claim."""
    return _text(_flip_lines(flips))


def _why_lines(why: Why) -> Iterator[str]:
    reason = _CAUSES[why.cause]
    if why.objections:
        reason = _BOTH if why.support else _AGAINST
    yield from _wrapped(f"'{folded(why.node)}' is {why.status}: {reason}", "")
    if why.way:
        end = _ENDS.get(why.end) if why.end else None
        says = f", which {end}" if end else ""
        yield from _wrapped(f"{_arrows(why.way)}{says}", "  ")
    yield from _steps("for it:" if why.objections else "", why.support)
    yield from _steps("against it:", why.objections)
    if why.lacks:
        yield "  what does not count:"
    for lack in why.lacks[:_MOST]:
        yield from _wrapped(f"{sentence(lack.relation)}: {_obstacle(lack)}", "    ")
    yield from _more(len(why.lacks))


def _arrows(way: Sequence[str]) -> str:
    shown = (*way[: _MOST - 1], "…", way[-1]) if len(way) > _MOST else way
    return " ← ".join(map(folded, shown))


def _steps(heading: str, steps: Sequence[Relation]) -> Iterator[str]:
    """List the last steps of a proof, which are nearest to its end."""
    if not steps:
        return
    if heading:
        yield f"  {heading}"
    if len(steps) > _MOST:
        yield f"    {len(steps) - _MOST} steps before these"
    for step in steps[-_MOST:]:
        yield from _wrapped(sentence(step), "    ")


def _obstacle(lack: Lack) -> str:
    names = ", ".join(f"'{folded(name)}'" for name in lack.by)
    is_one = len(lack.by) == 1
    if lack.obstacle is Obstacle.UNDERCUT:
        return f"{names} {'undercuts' if is_one else 'undercut'} it"
    if lack.obstacle is Obstacle.UNDECIDED:
        return "whether it is undercut cannot be decided"
    if lack.obstacle is Obstacle.UNGROUNDED:
        return f"no evidence reaches {names}"
    return f"{names} {'is' if is_one else 'are'} {lack.obstacle}"


def _what_if_lines(what_if: WhatIf) -> Iterator[str]:
    supposed = " and ".join(f"'{folded(name)}' were {fate}" for name, fate in what_if.supposed)
    if not what_if.changes:
        yield from _wrapped(f"if {supposed}, no other node would stand otherwise", "")
        return
    yield from _wrapped(f"if {supposed}:", "")
    for change in what_if.changes:
        yield from _wrapped(f"'{folded(change.node)}': {change.before} → {change.after}", "  ")


def _bearing_lines(argument_map: ArgumentMap, bearing: Bearing, cut: Cut | None) -> Iterator[str]:
    if bearing.nodes:
        yield "falls with each of"
        for name in bearing.nodes[:_MOST]:
            yield from _node(argument_map, name)
        yield from _more(len(bearing.nodes))
    elif cut is None:
        return
    elif cut.nodes:
        yield f"falls with no single node; with these {len(cut.nodes)} together, and not with fewer"
        for name in cut.nodes[:_MOST]:
            yield from _node(argument_map, name)
        yield from _more(len(cut.nodes))
    elif not cut.is_exact:
        yield f"falls with no set of less than {cut.at_least} nodes"


def _flip_lines(flips: Flips) -> Iterator[str]:
    name = folded(flips.claim)
    if not flips.changes:
        yield from _wrapped(f"no single loss changes that '{name}' is {flips.status}", "")
    for change in flips.changes:
        yield from _wrapped(f"without '{folded(change.node)}' '{name}' is {change.after}", "")
    if not flips.is_complete:
        yield f"looked at {flips.looked_at} of {flips.all_nodes} nodes that bear on it"


def _node(argument_map: ArgumentMap, name: str) -> Iterator[str]:
    node = argument_map.nodes_by_id[name]
    kind = "claim" if isinstance(node, Claim) else "evidence"
    yield f"  ! {folded(name)} ({kind})"
    yield from _wrapped(node.text, "      ")


def _more(count: int) -> Iterator[str]:
    if count > _MOST:
        yield f"    and {count - _MOST} more"


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from wrap(
        folded(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
