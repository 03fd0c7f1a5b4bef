"""Ids for edges that are new."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define

from argmap.formats.nodeset.names import AIF, fields, objects
from argmap.model import Json, Relation

_MOST_DIGITS: Final = 17


@define
class EdgeIds:
    """Gives ids behind all that are there, as numbers or texts as those are.

    Attributes:
        following: the next.
        as_numbers: whether they are numbers in JSON.
    """

    following: int = 1
    as_numbers: bool = False

    @classmethod
    def behind(cls, relations: Iterable[Relation], edges: Iterable[Json]) -> "EdgeIds":
        """Return the ids behind those of edges that are kept."""
        found = cls()
        for raw in _known(relations, edges):
            if isinstance(raw, int) and not isinstance(raw, bool):
                found.as_numbers = True
                found.following = max(found.following, raw + 1)
            elif (
                isinstance(raw, str)
                and raw.isascii()
                and raw.isdigit()
                and len(raw) <= _MOST_DIGITS
            ):
                found.following = max(found.following, int(raw) + 1)
        return found

    def take(self) -> Json:
        """Return the next."""
        raw = self.following if self.as_numbers else str(self.following)
        self.following += 1
        return raw


def _known(relations: Iterable[Relation], edges: Iterable[Json]) -> Iterator[Json]:
    for relation in relations:
        kept = fields(relation.data.get(AIF))
        for edge in (*fields(kept.get("premises")).values(), kept.get("target")):
            yield edge.get("edgeID") if isinstance(edge, dict) else edge
        yield from (edge.get("edgeID") for edge in objects(kept.get("again")))
    yield from (edge.get("edgeID") for edge in objects([*edges]))
