"""What `argmap assess` tells of maps, by what is asked for."""

from collections.abc import Sequence
from pathlib import Path

from argmap.assess.dung.semantics import Semantics
from argmap.cli.asked import Asked
from argmap.cli.gather import loaded, project_of
from argmap.project import LoadedMap
from argmap.reports import weighed_json
from argmap.reports.statuses import statuses_text


def weighed(asked: Asked, paths: Sequence[Path], *, as_json: bool) -> tuple[str, bool]:
    """Return what is told of maps, and whether all of it was decided.

    Raises:
        UsageError: for what cannot be asked.
    """
    project = project_of(paths)
    maps, free_types = loaded(project, paths), project.configuration.free_types
    if asked.reason_of is not None or asked.flips_of is not None or asked.suppositions:
        # Each run loads what it is asked for.
        from argmap.cli.weighing_nodes import tell_of_nodes  # noqa: PLC0415

        return tell_of_nodes(asked, maps, free_types, as_json=as_json), True
    if asked.semantics == "structural":
        return _statuses(maps, as_json=as_json), True
    from argmap.cli.weighing_all import tell_extensions, tell_numbers  # noqa: PLC0415 - as above

    if asked.semantics in set(Semantics):
        return tell_extensions(asked, maps, free_types, as_json=as_json)
    return tell_numbers(asked, maps, free_types, as_json=as_json), True


def _statuses(maps: Sequence[LoadedMap], *, as_json: bool) -> str:
    if as_json:
        return weighed_json.maps_json(
            [weighed_json.statuses_object(one.name, one.map, one.assessment) for one in maps]
        )
    return "\n".join(statuses_text(one.name, one.map, one.assessment) for one in maps)
