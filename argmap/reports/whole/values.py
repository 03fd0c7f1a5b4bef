"""What is known of a map when a report on it is written."""

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from argmap.assess import Assessment, Status
from argmap.assess.bearing import Bearing
from argmap.coverage import MapCoverage
from argmap.model import Claim, Node
from argmap.reports.checked import CheckedMap
from argmap.review import Review, Standing


@frozen
class MapReport:
    """A map, and all that is told of it.

    Attributes:
        checked: the map, what was found in it and what is waived.
        assessment: what stands in it.
        standings: how the reviews of its nodes stand; none where there are no reviews.
        reviews: what reviewers say of it.
        coverage: how much of its sources it accounts for; None where that is not known.
        bearings: for main claims, what they fall with.
        picture: its picture, in the form that the report takes; empty for none.
        anchor: what anchors on a page begin with.
    """

    checked: CheckedMap
    assessment: Assessment = field(repr=False)
    standings: tuple[Standing, ...] = field(default=(), repr=False)
    reviews: tuple[Review, ...] = field(default=(), repr=False)
    coverage: MapCoverage | None = field(default=None, repr=False)
    bearings: tuple[Bearing, ...] = field(default=(), repr=False)
    picture: str = field(default="", repr=False)
    anchor: str = "m1"

    @property
    def title(self) -> str:
        """The title of the map, or its name."""
        return self.checked.map.title or self.checked.name

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Nodes by their own ids, in the order of the map; the first of those with one id."""
        found: dict[str, Node] = {}
        for node in self.checked.map.nodes:
            found.setdefault(node.id, node)
        return found

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, each id once."""
        return tuple(node for node in self.nodes.values() if isinstance(node, Claim))

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """Where on a page each node is told."""
        return {name: f"{self.anchor}n{number}" for number, name in enumerate(self.nodes, 1)}

    def claims_that_are(self, *statuses: Status) -> tuple[Claim, ...]:
        """Return the claims with one of some statuses."""
        return tuple(one for one in self.claims if self.assessment.status(one.id) in statuses)
