"""What is left to review, for people and for programs."""

import json
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from argmap.model import Claim
from argmap.reports.checked import counted
from argmap.reports.options import Paint, plain
from argmap.reports.printable import cut, folded
from argmap.review.agenda import Task

_LONGEST: Final = 110


@frozen
class Agenda:
    """What is left to review in some maps.

    Attributes:
        tasks: the names of maps and what is left in them, in order.
        nodes: how many nodes were looked at, withdrawn ones aside.
        reviewer: for whom; empty for all together.
        since: the revision since which a change has to concern a node; empty where all count.
    """

    tasks: tuple[tuple[str, Task], ...]
    nodes: int
    reviewer: str = ""
    since: str = ""


def agenda_text(agenda: Agenda, most: int, paint: Paint = plain) -> str:
    """Tell what to look at next, two lines a node, and how much is left.

    Args:
        agenda: what is left.
        most: how many nodes are told.
        paint: colours the parts.
    """
    lines = [line for _, task in agenda.tasks[:most] for line in _lines(task, paint)]
    return "".join(f"{line}\n" for line in (*lines, _left(agenda, most)))


def agenda_json(agenda: Agenda, most: int | None = None) -> str:
    """Tell what to look at as JSON: `{"version": 1, "left": 34, "nodes": 95, "tasks": […]}`.

    Args:
        agenda: what is left.
        most: how many nodes are told; None for all.
    """
    report = {
        "version": 1,
        "left": len(agenda.tasks),
        "nodes": agenda.nodes,
        "tasks": [_object(name, task) for name, task in agenda.tasks[:most]],
    }
    return json.dumps(report, indent=2) + "\n"


def hanging(task: Task) -> str:
    """Say what hangs on a node: `2 main claims fall with it`; empty for nothing."""
    if task.is_main:
        return "it is a main claim"
    if task.falling:
        verb = "falls" if task.falling == 1 else "fall"
        return f"{counted(task.falling, 'main claim')} {verb} with it"
    if task.resting:
        verb = "rests" if task.resting == 1 else "rest"
        return f"{counted(task.resting, 'main claim')} {verb} on it"
    return ""


def _lines(task: Task, paint: Paint) -> Iterator[str]:
    node = task.standing.node
    place = f"{paint(folded(str(node.span)), 'place')}: " if node.span else ""
    why = "; ".join(folded(one) for one in (*task.why, hanging(task)) if one)
    yield f"{place}{folded(node.id)}: {why}"
    yield f"    {cut(folded(node.text), _LONGEST)}"


def _left(agenda: Agenda, most: int) -> str:
    left, looked_at = len(agenda.tasks), counted(agenda.nodes, "node")
    whose = f" for {folded(agenda.reviewer)}" if agenda.reviewer else ""
    since = f" that changed since {folded(agenda.since)}, or touch that" if agenda.since else ""
    if not left:
        return f"nothing is left to review{whose}: {looked_at}{since}"
    shown = "is the first" if most == 1 else f"are the first {most}"
    first = f"; above {shown}, -n tells more" if left > most else ""
    return f"left to review{whose}: {left} of {looked_at}{since}{first}"


def _object(name: str, task: Task) -> dict[str, object]:
    standing = task.standing
    node, span = standing.node, standing.node.span
    return {
        "map": name,
        "id": node.id,
        "kind": "claim" if isinstance(node, Claim) else "evidence",
        "type": node.type,
        "text": node.text,
        "status": str(task.status),
        "review": str(standing.state),
        "flags": [one.flag.kind for one in standing.flags if not one.settled],
        "why": list(task.why),
        "main": task.is_main,
        "mainClaimsResting": task.resting,
        "mainClaimsFalling": task.falling,
        "path": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
    }
