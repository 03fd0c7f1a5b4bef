"""What stands in maps, as JSON: `{"version": 1, "maps": […]}`, and reasons for one node."""

import json
from collections.abc import Iterable, Mapping, Sequence

from argmap.assess import Assessment
from argmap.assess.bounds import Bounds
from argmap.assess.carneades import MapLabels
from argmap.assess.flips import Flips
from argmap.assess.gradual import Influences, MapStrengths
from argmap.assess.what_if import WhatIf
from argmap.assess.why import Why, why
from argmap.model import ArgumentMap, Claim, Relation

_Object = dict[str, object]


def maps_json(maps: Sequence[object]) -> str:
    """Return maps as one report."""
    return _text({"version": 1, "maps": list(maps)})


def why_json(reasons: Why) -> str:
    """Return why one node stands as it does."""
    return _text({"version": 1, **_reasons(reasons)})


def what_if_json(found: WhatIf) -> str:
    """Return what a supposition would change."""
    changes = [
        {"node": one.node, "before": one.before, "after": one.after} for one in found.changes
    ]
    return _text({"version": 1, "supposed": dict(found.supposed), "changes": changes})


def flips_json(found: Flips) -> str:
    """Return which single losses would change how a node stands."""
    changes = [{"without": one.node, "after": one.after} for one in found.changes]
    looked_at = {"looked_at": found.looked_at, "of": found.all_nodes}
    told = {"node": found.claim, "status": found.status, "changes": changes, **looked_at}
    return _text({"version": 1, **told})


def influences_json(semantics: str, found: Influences) -> str:
    """Return what moves the strength of a node."""
    moving = [
        {"node": one.node, "loss": one.loss, "gradient": one.gradient} for one in found.influences
    ]
    told = {"node": found.claim, "semantics": semantics, "strength": found.strength}
    end = {"converged": found.has_converged, "influences": moving}
    looked_at = {"looked_at": found.looked_at, "of": found.all_nodes}
    return _text({"version": 1, **told, **end, **looked_at})


def bounds_object(name: str, bounds: Mapping[str, Bounds]) -> _Object:
    """Return between what the probability of each node of a map lies."""
    nodes = [{"id": one, "low": each.low, "high": each.high} for one, each in bounds.items()]
    return {"name": name, "semantics": "bounds", "nodes": nodes}


def statuses_object(name: str, argument_map: ArgumentMap, assessment: Assessment) -> _Object:
    """Return the structural status of all nodes of a map, with their reasons."""
    nodes = []
    for node in dict.fromkeys(argument_map.nodes_by_id.values()):
        kind = "claim" if isinstance(node, Claim) else "evidence"
        reasons = _reasons(why(argument_map, node.id, assessment))
        nodes.append({"id": reasons.pop("node"), "kind": kind, **reasons})
    return {"name": name, "semantics": "structural", "nodes": nodes}


def strengths_object(name: str, strengths: MapStrengths) -> _Object:
    """Return the strengths of a map, with what they assume."""
    circles = [
        {"nodes": list(names), "converged": loop.has_converged}
        for names, loop in zip(strengths.circles, strengths.found.loops, strict=True)
    ]
    return {
        "name": name,
        "semantics": strengths.semantics,
        "linked": strengths.linked,
        "unstated": strengths.unstated,
        "circles": circles,
        "unmoved": list(strengths.unmoved),
        "nodes": [{"id": one, "strength": value} for one, value in strengths.values.items()],
    }


def labels_object(name: str, labels: MapLabels) -> _Object:
    """Return what a proof standard says of a map, with its thresholds."""
    return {
        "name": name,
        "semantics": "proof-standard",
        "standard": labels.standard,
        "thresholds": str(labels.found.thresholds),
        "nodes": [
            {"id": one, "label": label, "opposite_is_in": one in labels.opposed}
            for one, label in labels.labels.items()
        ],
    }


def _reasons(reasons: Why) -> _Object:
    return {
        "node": reasons.node,
        "status": reasons.status,
        "cause": reasons.cause,
        "support": _ids(reasons.support),
        "objections": _ids(reasons.objections),
        "lacks": [
            {"relation": one.relation.id, "obstacle": one.obstacle, "by": list(one.by)}
            for one in reasons.lacks
        ],
        "way": list(reasons.way),
        "end": reasons.end,
    }


def _ids(steps: Iterable[Relation]) -> list[str]:
    return [step.id for step in steps]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
