"""What `argmap assess` tells of whole maps by other semantics than the structural one."""

from collections.abc import Collection, Sequence

from argmap.assess.bounds import bounds
from argmap.assess.carneades import proved
from argmap.assess.dung.reductions import Reduction
from argmap.assess.dung.semantics import Semantics
from argmap.assess.dung.standing import standings
from argmap.assess.gradual import SEMANTICS, strengths
from argmap.cli.asked import Asked
from argmap.cli.solving import within
from argmap.project import LoadedMap
from argmap.reports import weighed_json
from argmap.reports.numbers import describe_bounds, describe_labels, describe_strengths
from argmap.reports.standings import MapStandings, standings_json, standings_text


def tell_extensions(
    asked: Asked, maps: Sequence[LoadedMap], free_types: Collection[str], *, as_json: bool
) -> tuple[str, bool]:
    """Tell what can be accepted together, and whether all of it was decided."""
    semantics, reduction = Semantics(asked.semantics), Reduction(asked.reduction)
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


def tell_numbers(
    asked: Asked, maps: Sequence[LoadedMap], free_types: Collection[str], *, as_json: bool
) -> str:
    """Tell strengths, bounds, or the verdicts of a proof standard."""
    texts, objects = [], list[object]()
    for one in maps:
        if asked.semantics in SEMANTICS:
            numbers = strengths(one.map, asked.semantics, linked=asked.linked)
            objects.append(weighed_json.strengths_object(one.name, numbers))
            texts.append(describe_strengths(numbers))
        elif asked.semantics == "bounds":
            between = bounds(one.map, one.assessment, free_types)
            objects.append(weighed_json.bounds_object(one.name, between))
            texts.append(describe_bounds(between))
        else:
            labels = proved(one.map, asked.standard, asked.thresholds, free_types)
            objects.append(weighed_json.labels_object(one.name, labels))
            texts.append(describe_labels(labels))
    return weighed_json.maps_json(objects) if as_json else "\n".join(texts)
