"""What the conditions of project rules can ask about: fields of nodes, relations and sources."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import cached_property
from typing import Final, TypeAlias

from attrs import field, frozen

from argmap.assess import Status
from argmap.checks.context import Context
from argmap.model import Claim, Evidence, Node, Passage, Relation, Source, Stance

Thing: TypeAlias = Node | Relation | Passage | Source
"""What a condition can be about."""


class Shape(Enum):
    """What a field holds."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    WORDS = auto()  # a list of texts
    ONE = auto()  # one other thing
    MANY = auto()  # any number of other things


@frozen(eq=False)
class World:
    """A map while conditions are asked of it.

    Attributes:
        context: the map and what stands in it.
        known: what conditions said of things, so that each is asked once.
    """

    context: Context
    known: dict[tuple[int, int], bool] = field(factory=dict)

    @cached_property
    def mains(self) -> frozenset[str]:
        """The ids of the main claims."""
        return frozenset(claim.id for claim in self.context.mains)

    @cached_property
    def citing(self) -> Mapping[str, list[Thing]]:
        """The nodes that cite each source, without those that are withdrawn."""
        found: dict[str, list[Thing]] = {}
        for node in self.context.nodes.values():
            for source_id in {passage.source: None for passage in node.passages}:
                if node.withdrawn is None:
                    found.setdefault(source_id, []).append(node)
        return found

    def things(self, kinds: Iterable[str], *, with_withdrawn: bool) -> Iterator[Thing]:
        """Give all things of some kinds, in the order of the map."""
        wanted = frozenset(kinds)
        for node in self.context.nodes.values():
            if kind_of(node) in wanted and (with_withdrawn or node.withdrawn is None):
                yield node
        for relation in self.context.argument_map.relations:
            if "relation" in wanted and self.is_kept(relation):
                yield relation
        if "source" in wanted:
            yield from self.context.argument_map.sources_by_id.values()

    def is_kept(self, relation: Relation) -> bool:
        """Say whether all premises of a relation are there and none is withdrawn."""
        nodes = self.context.nodes
        return all(
            premise in nodes and nodes[premise].withdrawn is None for premise in relation.premises
        )


@frozen
class Field:
    """One field that conditions can ask about.

    Attributes:
        shape: what it holds.
        get: takes it from a thing; a thing of another kind has nothing there.
        of: the tables of the things that it leads to.
        words: what a text can be, where that is known.
    """

    shape: Shape
    get: Callable[[World, Thing], object]
    of: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def fields_of(tables: Iterable[str]) -> Mapping[str, Field]:
    """Return the fields that things of some tables have."""
    return {name: one for table in tables for name, one in TABLES[table].items()}


def kind_of(thing: Thing) -> str:
    """Return what kind of thing something is."""
    if isinstance(thing, Claim):
        return "claim"
    return type(thing).__name__.lower()


def _plain(name: str) -> Callable[[World, Thing], object]:
    return lambda _world, thing: getattr(thing, name, None)


def _texts(*names: str) -> dict[str, Field]:
    return {name: Field(Shape.TEXT, _plain(name)) for name in names}


def _relations(
    of_node: Callable[[Context, str], tuple[Relation, ...]], stance: Stance | None
) -> Callable[[World, Thing], object]:
    def get(world: World, thing: Thing) -> object:
        if not isinstance(thing, Claim | Evidence | Relation):
            return ()
        return tuple(
            relation
            for relation in of_node(world.context, thing.id)
            if stance in {None, relation.stance} and world.is_kept(relation)
        )

    return get


def _by_stance(name: str) -> dict[str, Field]:
    def find(context: Context, node_id: str) -> tuple[Relation, ...]:
        found = context.argument_map
        return found.incoming(node_id) if name == "incoming" else found.outgoing(node_id)

    stances: tuple[Stance | None, ...] = (*Stance, None)
    return {
        f"{name}.{stance or 'any'}": Field(Shape.MANY, _relations(find, stance), ("relation",))
        for stance in stances
    }


def _kind(_world: World, thing: Thing) -> object:
    return kind_of(thing)


def _status(world: World, thing: Thing) -> object:
    if not isinstance(thing, Claim | Evidence):
        return None
    return str(world.context.assessment.status(thing.id))


def _is_main(world: World, thing: Thing) -> object:
    return isinstance(thing, Claim) and thing.id in world.mains


def _holds(world: World, thing: Thing) -> object:
    return isinstance(thing, Relation) and world.context.assessment.holds(thing.id)


def _premises(world: World, thing: Thing) -> object:
    if not isinstance(thing, Relation):
        return ()
    nodes = world.context.nodes
    return tuple(nodes[premise] for premise in thing.premises if premise in nodes)


def _target(world: World, thing: Thing) -> object:
    if not isinstance(thing, Relation):
        return None
    relations = world.context.argument_map.relations_by_id
    return world.context.nodes.get(thing.target) or relations.get(thing.target)


def _source(world: World, thing: Thing) -> object:
    sources = world.context.argument_map.sources_by_id
    return sources.get(thing.source) if isinstance(thing, Passage) else None


def _cited_by(world: World, thing: Thing) -> object:
    return tuple(world.citing.get(thing.id, ())) if isinstance(thing, Source) else ()


KINDS: Final[Mapping[str, str]] = {
    "claim": "node",
    "evidence": "node",
    "relation": "relation",
    "source": "source",
}
"""The kinds of things that rules can be about, with their tables."""

TABLES: Final[Mapping[str, Mapping[str, Field]]] = {
    "node": {
        "kind": Field(Shape.TEXT, _kind, words=tuple(KINDS)),
        "status": Field(Shape.TEXT, _status, words=tuple(map(str, Status))),
        **_texts("id", "text", "type", "section", "note", "assumed", "withdrawn"),
        "recheck-by": Field(Shape.TEXT, _plain("recheck_by")),
        "main": Field(Shape.FLAG, _is_main),
        "confidence": Field(Shape.NUMBER, _plain("confidence")),
        "tags": Field(Shape.WORDS, _plain("tags")),
        "aliases": Field(Shape.WORDS, _plain("aliases")),
        "cites": Field(Shape.MANY, _plain("passages"), ("passage",)),
        **_by_stance("incoming"),
        **_by_stance("outgoing"),
    },
    "relation": {
        "kind": Field(Shape.TEXT, _kind, words=tuple(KINDS)),
        "stance": Field(Shape.TEXT, _plain("stance"), words=tuple(map(str, Stance))),
        **_texts("id", "scheme", "because"),
        "strength": Field(Shape.NUMBER, _plain("strength")),
        "linked": Field(Shape.FLAG, _plain("is_linked")),
        "holds": Field(Shape.FLAG, _holds),
        "premises": Field(Shape.MANY, _premises, ("node",)),
        "target": Field(Shape.ONE, _target, ("node", "relation")),
        **_by_stance("incoming"),
    },
    "passage": {
        **_texts("paragraph", "sentence", "page", "section", "line", "time", "quote", "digest"),
        "source": Field(Shape.ONE, _source, ("source",)),
    },
    "source": {
        "kind": Field(Shape.TEXT, _kind, words=tuple(KINDS)),
        **_texts("id", "title", "author", "publisher", "date", "url", "doi", "file", "sha256"),
        **_texts("type", "language", "retracted"),
        "cited-by": Field(Shape.MANY, _cited_by, ("node",)),
    },
}
"""The fields of each table; `incoming.supports` is written as a key below a key."""
