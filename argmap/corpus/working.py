"""What is done with one map among many; it runs in another process, or on another machine."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal, TypeAlias

from attrs import frozen

from argmap.assess import Status
from argmap.assess.gradual import strengths
from argmap.checks import Selection, examine
from argmap.findings import ArgmapError, Severity, UsageError
from argmap.formats import UnknownFormatError
from argmap.model import Stance
from argmap.project import LoadedMap, MapOnDisk, Project, find_project, load_map
from argmap.project.beside_texts import texts_of
from argmap.project.disk import reason_of
from argmap.project.walking import Place, is_known, name_of

Kind: TypeAlias = Literal["check", "stats", "assess"]

Record: TypeAlias = dict[str, str | int | float | None]
"""One line of results; its fields are in `SCHEMAS`."""

_OUT_OF_MEMORY: Final = "there is not enough memory for it"


class State(StrEnum):
    """What became of a place."""

    READ = "read"
    PASSED = "passed"
    BAD = "bad"


@frozen
class Task:
    """What is wanted of every map.

    Attributes:
        kind: which records are made.
        select: for `check`, rules in place of those that configurations name.
        ignore: for `check`, rules in place of those that configurations name.
        today: for `check`, the day that counts.
        semantics: for `assess`, the gradual semantics that gives strengths; empty for none.
    """

    kind: Kind
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    semantics: str = ""


@frozen
class Outcome:
    """What one place gave.

    Attributes:
        name: the path of the map, as it is shown.
        state: whether it was read, passed over for its unknown format, or is bad.
        records: the results.
        reason: why it is bad.
        is_whole: whether its reader found no error in it.
    """

    name: str
    state: State
    records: tuple[Record, ...] = ()
    reason: str = ""
    is_whole: bool = True


def work_on(task: Task, places: Sequence[Place]) -> tuple[Outcome, ...]:
    """Read the maps at some places and make the records of each.

    A place whose map cannot be read is an outcome that says why; nothing is raised for it.
    """
    projects: dict[Path, Project] = {}
    return tuple(_outcome(task, place, projects) for place in places)


def _outcome(task: Task, place: Place, projects: dict[Path, Project]) -> Outcome:
    name = name_of(place)
    if place.problem:
        return Outcome(name, State.BAD, reason=place.problem)
    if not (place.is_named or is_known(place.path)):
        return Outcome(name, State.PASSED)
    try:
        return _read(task, name, place, projects)
    except UnknownFormatError:
        return Outcome(name, State.PASSED)
    except ArgmapError as error:
        reason = str(error)
    except OSError as error:
        reason = f"the disk refuses: {reason_of(error)}"
    except MemoryError:
        reason = _OUT_OF_MEMORY
    return Outcome(name, State.BAD, reason=reason)


def _read(task: Task, name: str, place: Place, projects: dict[Path, Project]) -> Outcome:
    directory = place.path.parent
    project = projects.get(directory) or find_project(place.path)
    projects[directory] = project
    loaded = load_map(MapOnDisk(place.path.stem, place.path, place.files), project)
    return _of_map(task, name, loaded, project)


def _of_map(task: Task, name: str, loaded: LoadedMap, project: Project) -> Outcome:
    errors = [one for one in loaded.findings if one.severity is Severity.ERROR]
    if errors and not loaded.map.nodes:
        first = errors[0]
        place = f"{first.span.line}:{first.span.column}: " if first.span else ""
        return Outcome(name, State.BAD, reason=f"{place}{first.message}")
    if task.kind == "check":
        records = _findings(task, name, loaded, project)
    elif task.kind == "stats":
        records = (_counts(name, loaded),)
    else:
        records = _statuses(task, name, loaded)
    return Outcome(name, State.READ, tuple(map(_clean, records)), is_whole=not errors)


def _findings(task: Task, name: str, loaded: LoadedMap, project: Project) -> tuple[Record, ...]:
    selection = project.configuration.selection(task.select, task.ignore)
    ((_, texts),) = texts_of((loaded,), project, {})
    found = examine(
        loaded.map,
        loaded.findings,
        selection,
        today=task.today,
        texts=texts,
        reviews=loaded.reviews,
    ).findings
    return tuple(
        {
            "map": name,
            "path": one.span.path if one.span else None,
            "line": one.span.line if one.span else None,
            "column": one.span.column if one.span else None,
            "code": one.code,
            "rule": one.rule,
            "severity": one.severity.word,
            "subject": one.subject,
            "message": one.message,
        }
        for one in found
    )


def _counts(name: str, loaded: LoadedMap) -> Record:
    the_map = loaded.map
    stances = [relation.stance for relation in the_map.relations]
    statuses = [loaded.assessment.status(claim.id) for claim in the_map.claims]
    return {
        "map": name,
        "format": loaded.format,
        "title": the_map.title,
        "claims": len(the_map.claims),
        "evidence": len(the_map.evidence),
        "relations": len(stances),
        **{str(stance): stances.count(stance) for stance in Stance},
        **{str(status): statuses.count(status) for status in Status},
        "sources": len(the_map.sources),
        "passages": sum(len(node.passages) for node in the_map.nodes),
    }


def _statuses(task: Task, name: str, loaded: LoadedMap) -> tuple[Record, ...]:
    numbers = strengths(loaded.map, task.semantics).values if task.semantics else {}
    return tuple(
        {
            "map": name,
            "id": claim.id,
            "status": str(loaded.assessment.status(claim.id)),
            "strength": numbers.get(claim.id),
        }
        for claim in loaded.map.claims
    )


def _clean(record: Record) -> Record:
    """Put a question mark for what UTF-8 cannot hold: halves of characters, from JSON."""
    return {
        key: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for key, value in record.items()
    }


def refuse_unknown(task: Task) -> None:
    """Refuse rules and semantics that are not there, before any map is read.

    Raises:
        UsageError: naming what is meant.
    """
    from argmap.assess.gradual import SEMANTICS  # noqa: PLC0415 - only asked once

    Selection(select=task.select, ignore=task.ignore)
    if task.semantics and task.semantics not in SEMANTICS:
        message = f"there is no semantics '{task.semantics}'; there are {', '.join(SEMANTICS)}"
        raise UsageError(message)
