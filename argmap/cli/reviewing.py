"""What the verbs of reviewers have in common: the node, the reviewer, the time, the record."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import frozen

from argmap.cli import completing
from argmap.cli.gather import maps_called, the_map_of
from argmap.cli.options import map_option
from argmap.findings import UsageError
from argmap.model import Node, Relation
from argmap.project import LoadedMap, find_project, shown
from argmap.project.discovery import MapOnDisk
from argmap.project.reviews import change_review, reviewer_name
from argmap.review import Review, Standing, standing_of

_Command = TypeVar("_Command", bound=Callable[..., Any])


def review_options(command: _Command) -> _Command:
    """Add who reviews, and in which map."""
    return click.option(
        "--by",
        metavar="NAME",
        help="Who says it.  [default: git's user.name]",
        shell_complete=completing.reviewers,
    )(map_option(command))


@frozen
class Asked:
    """Something in a map that a reviewer speaks of.

    Attributes:
        one: the map.
        origin: where it lies.
        node: the node; of a relation the node that it aims at.
        relation: the relation that is meant; None where a node is.
        reviewer: who speaks.
    """

    one: LoadedMap
    origin: MapOnDisk
    node: Node
    relation: Relation | None
    reviewer: str

    @property
    def standing(self) -> Standing:
        """How the review of the node stands."""
        the_map = self.one.map
        return standing_of(the_map, self.node, self.one.reviews, self.one.assessment)

    def change(self, change: Callable[[Review], Review]) -> Path:
        """Change what the reviewer says of the node, and return the file."""
        return change_review(self.origin, self.node.id, self.reviewer, change)


def asked(wanted: str, name: str | None, by: str | None) -> Asked:
    """Return what a reviewer speaks of.

    Args:
        wanted: the id of a node or a relation.
        name: the map, where it is named.
        by: the reviewer, where they are named.

    Raises:
        UsageError: when there is no such thing, or nobody to say it.
    """
    project = find_project()
    reviewer = reviewer_name(project, by)
    one = the_map_of(wanted, maps_called(name, project))
    if one.origin is None:
        message = "reviews lie beside a map on the disk; give a path"
        raise UsageError(message)
    relation = None
    node = one.map.nodes_by_id.get(wanted)
    if node is None:
        relation = one.map.relations_by_id[wanted]
        node = _end_of(one, relation)
    return Asked(one, one.origin, node, relation, reviewer)


def tell_written(what: str, path: Path) -> None:
    """Say what was done, and which file has it."""
    click.echo(f"{what} ({shown(path)})", err=True)


def _end_of(one: LoadedMap, relation: Relation) -> Node:
    """Return the node that a relation aims at, be it by way of other relations."""
    seen = set[str]()
    while relation.target not in one.map.nodes_by_id:
        if relation.target in seen or relation.target not in one.map.relations_by_id:
            message = f"'{relation.id}' aims at '{relation.target}', which is not in the map"
            raise UsageError(message)
        seen.add(relation.target)
        relation = one.map.relations_by_id[relation.target]
    return one.map.nodes_by_id[relation.target]
