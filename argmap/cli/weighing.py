"""What `argmap assess` tells of maps: statuses, reasons, suppositions, extensions, numbers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from argmap.assess.bounds import bounds
from argmap.assess.carneades import proved
from argmap.assess.dung.reductions import Reduction
from argmap.assess.dung.semantics import Semantics
from argmap.assess.dung.standing import standings
from argmap.assess.flips import flips
from argmap.assess.gradual import SEMANTICS, influences, strengths
from argmap.assess.what_if import what_if
from argmap.assess.why import why
from argmap.cli.gather import loaded, project_of, the_map_of
from argmap.cli.solving import within
from argmap.findings import UsageError
from argmap.project import LoadedMap, Project
from argmap.reports import weighed_json
from argmap.reports.numbers import (
    describe_bounds,
    describe_influences,
    describe_labels,
    describe_strengths,
)
from argmap.reports.reasons import describe_flips, describe_what_if, describe_why
from argmap.reports.standings import MapStandings, standings_json, standings_text
from argmap.reports.statuses import statuses_text


@frozen
class Asked:
    """What was asked for.

    Attributes:
        semantics: by what it is told what stands.
        reduction: how Dung's semantics read support.
        standard: the proof standard.
        thresholds: what clear and reasonable mean in it.
        linked: how strong linked premises are.
        limit: when to give up, in seconds.
        reason_of: the node whose reasons are told.
        flips_of: the node of which is told what would change its status.
        suppositions: what is supposed of nodes, as `counts=out`.
    """

    semantics: str
    reduction: str
    standard: str
    thresholds: str
    linked: str
    limit: float
    reason_of: str | None
    flips_of: str | None
    suppositions: tuple[str, ...]


def weighed(asked: Asked, paths: Sequence[Path], *, as_json: bool) -> tuple[str, bool]:
    """Return what is told of maps, and whether all of it was decided.

    Raises:
        UsageError: for what cannot be asked.
    """
    project = project_of(paths)
    maps = loaded(project, paths)
    if asked.reason_of is not None or asked.flips_of is not None or asked.suppositions:
        return _of_nodes(asked, maps, project, as_json=as_json), True
    if asked.semantics in set(Semantics):
        return _extensions(asked, maps, project, as_json=as_json)
    return _table(asked, maps, project, as_json=as_json), True


def _of_nodes(asked: Asked, maps: Sequence[LoadedMap], project: Project, *, as_json: bool) -> str:
    """Tell why one node stands as it does, or what would change."""
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
    free_types = project.configuration.free_types
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


def _extensions(
    asked: Asked, maps: Sequence[LoadedMap], project: Project, *, as_json: bool
) -> tuple[str, bool]:
    semantics, reduction = Semantics(asked.semantics), Reduction(asked.reduction)
    free_types = project.configuration.free_types
    found = [
        MapStandings(
            one.name,
            one.map,
            semantics,
            reduction,
            standings(one.map, semantics, reduction, free_types, within(asked.limit)),
        )
        for one in maps
    ]
    text = (standings_json if as_json else standings_text)(found)
    return text, not any(one.has_unknown for one in found)


def _table(asked: Asked, maps: Sequence[LoadedMap], project: Project, *, as_json: bool) -> str:
    free_types = project.configuration.free_types
    texts, objects = [], list[object]()
    for one in maps:
        if asked.semantics in SEMANTICS:
            numbers = strengths(one.map, asked.semantics, linked=asked.linked)
            objects.append(weighed_json.strengths_object(one.name, numbers))
            texts.append(describe_strengths(numbers))
        elif asked.semantics == "structural":
            objects.append(weighed_json.statuses_object(one.name, one.map, one.assessment))
            texts.append(statuses_text(one.name, one.map, one.assessment))
        elif asked.semantics == "bounds":
            between = bounds(one.map, one.assessment, free_types)
            objects.append(weighed_json.bounds_object(one.name, between))
            texts.append(describe_bounds(between))
        else:
            labels = proved(one.map, asked.standard, asked.thresholds, free_types)
            objects.append(weighed_json.labels_object(one.name, labels))
            texts.append(describe_labels(labels))
    return weighed_json.maps_json(objects) if as_json else "\n".join(texts)
