"""The structural status of all nodes of a map, with what each rests on or lacks."""

from collections import Counter
from typing import Final

from argmap.assess import Assessment, Status
from argmap.assess.why import Cause, why
from argmap.model import ArgumentMap, Claim
from argmap.reports.printable import folded

_CAUSES: Final = {
    Cause.SOURCE: "cites a source",
    Cause.STEPS: "steps lead to it from evidence",
    Cause.NO_SOURCE: "cites no source",
    Cause.NO_SUPPORT: "nothing is to support it",
    Cause.DEFEATED: "all that was to support it is undercut, refuted or gone",
    Cause.ASSUMPTIONS: "only assumptions support it",
    Cause.BELOW: "evidence is missing further down",
    Cause.CIRCLE: "its support runs in a circle",
    Cause.UNDECIDED: "undercuts below it hang on each other",
    Cause.ASSUMED: "its author says so",
    Cause.WITHDRAWN: "its author took it back",
}


def statuses_text(name: str, argument_map: ArgumentMap, assessment: Assessment) -> str:
    """Return the status of each node of a map, and why, a line for each; then how many of each."""
    numbers = Counter(assessment.status(node.id) for node in argument_map.nodes)
    lines = [folded(name)]
    for node in dict.fromkeys(argument_map.nodes_by_id.values()):
        reasons = why(argument_map, node.id, assessment)
        cause = _CAUSES[reasons.cause]
        if reasons.objections and reasons.status in {Status.CONTESTED, Status.REFUTED}:
            cause = (
                "something stands against it"
                if reasons.status is Status.REFUTED
                else ("evidence speaks for it and against it")
            )
        if reasons.way:
            cause = f"{cause}: {' < '.join(map(folded, reasons.way[1:]))}"
        kind = "claim" if isinstance(node, Claim) else "evidence"
        lines.append(f"  {reasons.status:<12}{kind:<9}{folded(node.id)}: {cause}")
    counted = ", ".join(f"{numbers[one]} {one}" for one in Status if numbers[one])
    lines.append(f"  {counted or 'the map has no nodes'}")
    return "".join(f"{line}\n" for line in lines)
