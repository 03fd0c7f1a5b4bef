"""Where the parts of a nodeset stand in a file."""

from attrs import define, field

from argmap.formats.json_text import JsonText
from argmap.text import Span


@define
class Places:
    """The places of a nodeset's parts.

    Attributes:
        json: the file.
        key: the name of the nodeset in it; empty where it is the whole file.
    """

    json: JsonText
    key: str = ""
    _nodes: list[tuple[int, int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._nodes = self.json.places(*self._path("nodes"))

    def node(self, number: int) -> Span:
        """Return the place of a node by its number from 0."""
        return Span(self.json.file, *self._nodes[number])

    def edge(self, number: int) -> Span:
        """Return the place of an edge by its number from 0."""
        return self.json.span(*self._path("edges"), number)

    def part(self, *name: str) -> Span:
        """Return the place of a part by its name; that of the whole where there is none."""
        return self.json.span(*self._path(*name))

    def _path(self, *name: str) -> tuple[str, ...]:
        return (self.key, *name) if self.key else name
