"""Maps as they are on the disk now, for reviewers; read again after changes."""

from collections.abc import Callable, Mapping, Sequence
from threading import Lock

from attrs import define, field, frozen

from argmap.assess import Assessment
from argmap.extract.at_hand import Texts
from argmap.model import Node
from argmap.project import LoadedMap, Project
from argmap.reports import CheckedMap
from argmap.review import Review, Standing, standing_of
from argmap.web.refusals import RefusalError
from argmap.web.watched import Watched, watched_by


@frozen
class Gathered:
    """Maps, what was found in them, and the texts of their sources, in the same order."""

    project: Project
    maps: Sequence[LoadedMap]
    checked: Sequence[CheckedMap]
    texts: Sequence[Texts]


@frozen
class Laid:
    """One map on the desk.

    Attributes:
        name: what the page calls it; no two maps have the same.
        loaded: the map.
        checked: what was found in it.
        texts: the texts of its sources.
        assessment: what stands in it.
        reviews: what was said of its nodes, by the names that reviews have for them.
    """

    name: str
    loaded: LoadedMap
    checked: CheckedMap
    texts: Texts
    assessment: Assessment
    reviews: Mapping[str, Sequence[Review]]

    def reviews_of(self, node: Node) -> Sequence[Review]:
        """Return what was said of a node, also under names that it had."""
        return [one for name in (node.id, *node.aliases) for one in self.reviews.get(name, ())]

    def standing(self, node: Node) -> Standing:
        """Return how the review of a node stands."""
        return standing_of(self.loaded.map, node, self.reviews_of(node), self.assessment)

    def node(self, node_id: str) -> Node:
        """Return a node by its id.

        Raises:
            RefusalError: when there is none.
        """
        node = self.loaded.map.nodes_by_id.get(node_id)
        if node is None:
            raise RefusalError(404, f"there is no such node in the map {self.name}; reload")
        return node


@frozen
class Seen:
    """All maps at one time.

    Attributes:
        version: a fingerprint of the files.
        project: whose configuration counts.
        maps: by their names.
        made: what is made of them when it is first asked for.
    """

    version: str
    project: Project
    maps: Mapping[str, Laid]
    made: dict[tuple[str, str], str] = field(factory=dict, eq=False, repr=False)

    def map(self, name: str) -> Laid:
        """Return a map by its name.

        Raises:
            RefusalError: when there is none.
        """
        if name not in self.maps:
            raise RefusalError(404, "there is no such map; reload")
        return self.maps[name]

    def make(self, what: str, name: str, make: Callable[[Laid], str]) -> str:
        """Return something that is made of a map once."""
        laid = self.map(name)
        key = (what, name)
        if key not in self.made:
            self.made[key] = make(laid)
        return self.made[key]


@define
class Desk:
    """Where reviewers work.

    Attributes:
        gather: reads and checks the maps.
        reviewer: who reviews.
        is_read_only: whether nothing is ever written.
        lock: held while something is read and written.
    """

    gather: Callable[[], Gathered]
    reviewer: str
    is_read_only: bool = False
    lock: Lock = field(factory=Lock, init=False, repr=False)
    _reading: Lock = field(factory=Lock, init=False, repr=False)
    _seen: Seen | None = field(default=None, init=False, repr=False)
    _watched: Watched = field(default=Watched(), init=False, repr=False)

    def seen(self) -> Seen:
        """Return the maps as they are on the disk now.

        Raises:
            UsageError: when they cannot be read at all.
        """
        with self._reading:
            version = self.version()
            while self._seen is None or self._seen.version != version:
                gathered = self.gather()
                watched = watched_by(gathered.project, gathered.maps)
                if watched != self._watched:
                    # What changed before it was known to be watched would be missed.
                    self._watched = watched
                    version = self.version()
                    continue
                self._seen = Seen(version, gathered.project, _laid(gathered))
            return self._seen

    def version(self) -> str:
        """Return the fingerprint of the files, without reading them."""
        return self._watched.version()


def _laid(gathered: Gathered) -> dict[str, Laid]:
    laid = dict[str, Laid]()
    parts = zip(gathered.maps, gathered.checked, gathered.texts, strict=True)
    for number, (one, checked, texts) in enumerate(parts, 1):
        name = one.name if one.name not in laid else f"{one.name} ({number})"
        reviews = dict[str, list[Review]]()
        for review in one.reviews:
            reviews.setdefault(review.node, []).append(review)
        laid[name] = Laid(name, one, checked, texts, one.assessment, reviews)
    return laid
