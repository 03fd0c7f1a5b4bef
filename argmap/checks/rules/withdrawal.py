"""The rule about what still rests on a node that its author took back (112)."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, place, quoted
from argmap.model import Claim, Node, Stance

_WORD: Final = re.compile(r"[\w.-]+")
_MARKS: Final = "\"'`\u2018\u2019\u201c\u201d"


def withdrawn_premise(context: Context) -> Iterator[Problem]:
    """A node that is held rests on one that is withdrawn.

    Why: The step is dead, and who reads the claim still counts it. Remove the premise, or put
    another in its place. Named is what takes the place of the withdrawn node: a node that
    restates it, or one that the reason under `withdrawn:` names. Where nothing else supports the
    claim, defeated-support says that and this rule is silent, as it is about contrast and about
    steps that are undercut.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts-2003, panel]}
        evidence:
          counts-2003: {text: Counts fell., cites: report, withdrawn: wrong; see counts-2004}
          counts-2004: {text: Counts fell by 18 percent., cites: report, supports: [traffic-fell]}
          panel: {text: Households drive less., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts], contrasting: [more-taxis]}
          more-taxis: {text: There are more taxis., withdrawn: nobody says so}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    is_said = cache(partial(_is_all_dead, context))
    for relation in context.argument_map.relations:
        if (
            relation.stance is not Stance.SUPPORTS
            or not context.assessment.is_live(relation.target)
            or context.assessment.undercut_by(relation.id)
        ):
            continue
        for number, premise in enumerate(relation.premises):
            node = context.nodes.get(premise)
            if node is None or node.withdrawn is None or is_said(relation.target):
                continue
            successor = _successor(context, node)
            yield Problem(
                f"{quoted(relation.target)} rests on {quoted(premise)}, which is withdrawn",
                relation.spans.get(f"premises[{number}]", relation.span),
                help=f"name {quoted(successor)} in its place"
                if successor
                else "remove it from the step, or find another premise",
                subject=relation.target,
                related=place(
                    node.spans.get("withdrawn", node.span), f"{quoted(premise)} is withdrawn here"
                ),
            )


def _is_all_dead(context: Context, target: str) -> bool:
    """Say whether defeated-support reports a node."""
    node = context.nodes[target]
    return (
        isinstance(node, Claim)
        and context.needs_support(node)
        and not context.live_support(node.id)
    )


def _successor(context: Context, withdrawn: Node) -> str:
    """Return the id of what takes the place of a node; empty where nothing says what does."""
    found = context.argument_map
    restated = (
        *(one.premises[0] for one in found.incoming(withdrawn.id, Stance.RESTATES)),
        *(one.target for one in found.outgoing(withdrawn.id, Stance.RESTATES)),
    )
    for name in (*restated, *_ids_in(withdrawn.withdrawn or "")):
        if name != withdrawn.id and context.assessment.is_live(name):
            return name
    return ""


def _ids_in(reason: str) -> Iterator[str]:
    """Give the words of a reason that can be meant as ids: joined words, and quoted ones."""
    for match in _WORD.finditer(reason):
        word = match[0].strip(".-")
        around = (
            reason[max(0, match.start() - 1) : match.start()],
            reason[match.end() : match.end() + 1],
        )
        if "-" in word or "_" in word or all(one and one in _MARKS for one in around):
            yield word
