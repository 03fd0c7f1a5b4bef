"""What `argmap assess` tells of maps: statuses, reasons, suppositions, extensions, numbers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from argmap.assess.dung.reductions import Reduction
from argmap.assess.dung.semantics import Semantics
from argmap.cli.gather import loaded, project_of, the_map_of
from argmap.findings import UsageError
from argmap.project import LoadedMap, Project
from argmap.reports import weighed_json
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
        suppositions: what is supposed of nodes, as `counts=out`.
    """

    semantics: str
    reduction: str
    standard: str
    thresholds: str
    linked: str
    limit: float
    reason_of: str | None
    suppositions: tuple[str, ...]


def weighed(asked: Asked, paths: Sequence[Path], *, as_json: bool) -> tuple[str, bool]:
    """Return what is told of maps, and whether all of it was decided.

    Raises:
        UsageError: for what cannot be asked.
    """
    project = project_of(paths)
    maps = loaded(project, paths)
    if asked.reason_of is not None or asked.suppositions:
        return _of_nodes(asked, maps, project, as_json=as_json), True
    if asked.semantics in set(Semantics):
        return _extensions(asked, maps, project, as_json=as_json)
    return _table(asked, maps, project, as_json=as_json), True


def _of_nodes(asked: Asked, maps: Sequence[LoadedMap], project: Project, *, as_json: bool) -> str:
    """Tell why one node stands as it does, or what would change."""
    if asked.semantics != "structural":
        message = "--why and --what-if are about structural status; leave --semantics out"
        raise UsageError(message)
    if asked.reason_of is not None and asked.suppositions:
        message = "ask --why or --what-if, one at a time"
        raise UsageError(message)
    free_types = project.configuration.free_types
    if asked.reason_of is not None:
        one = the_map_of(asked.reason_of, maps)
        if asked.reason_of not in one.map.nodes_by_id:
            message = f"'{asked.reason_of}' is a relation; `argmap show` tells whether it counts"
            raise UsageError(message)
        from argmap.assess.why import why  # noqa: PLC0415 - each run loads what it is asked for
        from argmap.reports.reasons import describe_why  # noqa: PLC0415

        reasons = why(one.map, asked.reason_of, free_types=free_types)
        return weighed_json.why_json(reasons) if as_json else describe_why(reasons)
    from argmap.assess.what_if import what_if  # noqa: PLC0415 - as above
    from argmap.reports.reasons import describe_what_if  # noqa: PLC0415

    supposed = _supposed(asked.suppositions)
    one = the_map_of(next(iter(supposed)), maps)
    found = what_if(one.map, supposed, free_types=free_types)
    return weighed_json.what_if_json(found) if as_json else describe_what_if(found)


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
    from argmap.assess.dung.standing import standings  # noqa: PLC0415 - as above
    from argmap.cli.solving import within  # noqa: PLC0415
    from argmap.reports.standings import (  # noqa: PLC0415
        MapStandings,
        standings_json,
        standings_text,
    )

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
        if asked.semantics == "structural":
            objects.append(weighed_json.statuses_object(one.name, one.map, one.assessment))
            texts.append(statuses_text(one.name, one.map, one.assessment))
        elif asked.semantics != "proof-standard":
            from argmap.assess.gradual import strengths  # noqa: PLC0415 - as above
            from argmap.reports.numbers import describe_strengths  # noqa: PLC0415

            numbers = strengths(one.map, asked.semantics, linked=asked.linked)
            objects.append(weighed_json.strengths_object(one.name, numbers))
            texts.append(describe_strengths(numbers))
        else:
            from argmap.assess.carneades import proved  # noqa: PLC0415 - as above
            from argmap.reports.numbers import describe_labels  # noqa: PLC0415

            labels = proved(one.map, asked.standard, asked.thresholds, free_types)
            objects.append(weighed_json.labels_object(one.name, labels))
            texts.append(describe_labels(labels))
    return weighed_json.maps_json(objects) if as_json else "\n".join(texts)
