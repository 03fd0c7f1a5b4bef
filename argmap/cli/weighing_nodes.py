"""What `argmap assess` tells of one node: its reasons, and what would change them."""

from collections.abc import Collection, Mapping, Sequence

from argmap.assess.flips import flips
from argmap.assess.gradual import SEMANTICS, influences
from argmap.assess.what_if import what_if
from argmap.assess.why import why
from argmap.cli.asked import Asked
from argmap.cli.gather import the_map_of
from argmap.findings import UsageError
from argmap.project import LoadedMap
from argmap.reports import weighed_json
from argmap.reports.numbers import describe_influences
from argmap.reports.reasons import describe_flips, describe_what_if, describe_why


def tell_of_nodes(
    asked: Asked, maps: Sequence[LoadedMap], free_types: Collection[str], *, as_json: bool
) -> str:
    """Tell why one node stands as it does, or what would change.

    Raises:
        UsageError: for what cannot be asked.
    """
    questions = (asked.reason_of, asked.suppositions or None, asked.flips_of)
    if sum(one is not None for one in questions) > 1:
        message = "ask --why, --what-if or --flips, one at a time"
        raise UsageError(message)
    if asked.reason_of is not None and asked.semantics in SEMANTICS:
        return _influences(asked, asked.reason_of, maps, as_json=as_json)
    if asked.semantics != "structural":
        message = (
            "--what-if and --flips are about structural status, --why about strengths too; "
            "leave --semantics out"
        )
        raise UsageError(message)
    if asked.reason_of is not None:
        one = _map_of_node(asked.reason_of, maps)
        reasons = why(one.map, asked.reason_of, free_types=free_types)
        return weighed_json.why_json(reasons) if as_json else describe_why(reasons)
    if asked.flips_of is not None:
        one = _map_of_node(asked.flips_of, maps)
        changing = flips(one.map, asked.flips_of, one.assessment, free_types)
        return weighed_json.flips_json(changing) if as_json else describe_flips(changing)
    supposed = _supposed(asked.suppositions)
    one = the_map_of(next(iter(supposed)), maps)
    found = what_if(one.map, supposed, free_types=free_types)
    return weighed_json.what_if_json(found) if as_json else describe_what_if(found)


def _influences(asked: Asked, name: str, maps: Sequence[LoadedMap], *, as_json: bool) -> str:
    """Tell what moves the strength of one node."""
    one = _map_of_node(name, maps)
    if one.map.nodes_by_id[name].withdrawn is not None:
        message = f"'{name}' is withdrawn, so it has no strength"
        raise UsageError(message)
    found = influences(one.map, name, asked.semantics, linked=asked.linked)
    if as_json:
        return weighed_json.influences_json(asked.semantics, found)
    return describe_influences(found)


def _map_of_node(name: str, maps: Sequence[LoadedMap]) -> LoadedMap:
    one = the_map_of(name, maps)
    if name not in one.map.nodes_by_id:
        message = f"'{name}' is a relation; `argmap show` tells whether it counts"
        raise UsageError(message)
    return one


def _supposed(suppositions: Sequence[str]) -> Mapping[str, str]:
    found = dict[str, str]()
    for one in suppositions:
        name, sign, fate = one.rpartition("=")
        if not sign or not name:
            message = f"'{one}' supposes nothing; write an id with out or in, as in counts=out"
            raise UsageError(message)
        found[name] = fate
    return found
