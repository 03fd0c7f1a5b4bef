"""The argument map: nodes, relations and sources in the order in which they are written."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from attrs import evolve, field, frozen

from argmap.findings import DuplicateIdError, UnknownIdError
from argmap.model.data import NO_DATA, Data
from argmap.model.fields import NOWHERE
from argmap.model.nodes import Claim, Evidence, Node
from argmap.model.relations import Relation, Stance
from argmap.model.sources import Bibliography, SetAside, Source
from argmap.text import Span

_Value = TypeVar("_Value", Node, Relation, Source)


def _nodes(values: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(values)


def _relations(values: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(values)


def _sources(values: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(values)


def _bibliographies(values: Iterable[Bibliography]) -> tuple[Bibliography, ...]:
    return tuple(values)


def _set_aside(values: Iterable[SetAside]) -> tuple[SetAside, ...]:
    return tuple(values)


@frozen
class ArgumentMap:
    """An argument: claims and evidence, what they do for each other, and where they come from.

    A map may be half right: ids may stand twice, and relations may name nodes that are missing.
    `argmap.check` says so; looking up an id that stands twice gives the first.

    Attributes:
        title: the name of the map, or its question.
        language: the language of its texts, as in BCP 47 (`en`, `pt-BR`).
        description: what it is about.
        note: remarks for editors.
        nodes: claims and evidence, in the order written.
        relations: in the order written.
        sources: in the order written; what is cited from bibliographies comes last.
        bibliographies: files that sources are taken from. They say where sources are from, as
            places do, and do not count for equality.
        set_aside: sentences of sources that make no claim.
        data: what other tools keep with the whole, by the names of formats: a dialogue, a layout.
    """

    title: str = ""
    language: str | None = field(default=None, kw_only=True)
    description: str | None = field(default=None, kw_only=True)
    note: str | None = field(default=None, kw_only=True)
    nodes: tuple[Node, ...] = field(default=(), kw_only=True, converter=_nodes)
    relations: tuple[Relation, ...] = field(default=(), kw_only=True, converter=_relations)
    sources: tuple[Source, ...] = field(default=(), kw_only=True, converter=_sources)
    bibliographies: tuple[Bibliography, ...] = field(
        default=(), eq=False, kw_only=True, converter=_bibliographies
    )
    set_aside: tuple[SetAside, ...] = field(default=(), kw_only=True, converter=_set_aside)
    data: Data = field(default=NO_DATA, kw_only=True, hash=False)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in the order written."""
        return tuple(node for node in self.nodes if isinstance(node, Claim))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The pieces of evidence, in the order written."""
        return tuple(node for node in self.nodes if isinstance(node, Evidence))

    @cached_property
    def nodes_by_id(self) -> Mapping[str, Node]:
        """Nodes by their ids and, after those, by their aliases."""
        return _by_id(self.nodes, ((alias, node) for node in self.nodes for alias in node.aliases))

    @cached_property
    def relations_by_id(self) -> Mapping[str, Relation]:
        """Relations by their ids, given or made from their ends."""
        return _by_id(self.relations)

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """Sources by their ids."""
        return _by_id(self.sources)

    @cached_property
    def short_titles(self) -> Mapping[str, str]:
        """What readers call each source, by its id.

        It is the source's `short_title`. Those of one author and year get letters, in the order
        of the sources: `Lind 2019a`, `Lind 2019b`.
        """
        # As in `Source.short_title`.
        from argmap.model.references import author_and_year, told_apart  # noqa: PLC0415

        sources = self.sources_by_id
        dated = [one for one in sources.values() if author_and_year(one.author, one.date)]
        told = told_apart(one.short_title for one in dated)
        lettered = dict(zip((one.id for one in dated), told, strict=True))
        return {one: lettered.get(one) or source.short_title for one, source in sources.items()}

    @cached_property
    def keys_of_bibliographies(self) -> frozenset[str]:
        """The ids of all sources that are in its bibliographies, also of those it does not cite."""
        return frozenset(key for one in self.bibliographies for key in one.keys or ())

    @cached_property
    def cited_ids(self) -> frozenset[str]:
        """The ids of the sources that nodes cite, or that sentences are set aside of."""
        cited = (passage.source for node in self.nodes for passage in node.passages)
        return frozenset((*cited, *(one.source for one in self.set_aside)))

    @cached_property
    def _incoming(self) -> Mapping[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            found.setdefault(relation.target, []).append(relation)
        return {target: tuple(relations) for target, relations in found.items()}

    @cached_property
    def _outgoing(self) -> Mapping[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            for premise in dict.fromkeys(relation.premises):
                found.setdefault(premise, []).append(relation)
        return {premise: tuple(relations) for premise, relations in found.items()}

    def node(self, node_id: str) -> Node:
        """Return a node by its id or an alias.

        Raises:
            UnknownIdError: when there is none.
        """
        try:
            return self.nodes_by_id[node_id]
        except KeyError:
            raise UnknownIdError(node_id) from None

    def incoming(self, target: str, *stances: Stance) -> tuple[Relation, ...]:
        """Return the relations that aim at a node or relation, in the order written.

        Args:
            target: an id.
            stances: only these; all of them where none is given.
        """
        return _of_stance(self._incoming.get(target, ()), stances)

    def outgoing(self, premise: str, *stances: Stance) -> tuple[Relation, ...]:
        """Return the relations that a node is a premise of, in the order written.

        Args:
            premise: the id of a node.
            stances: only these; all of them where none is given.
        """
        return _of_stance(self._outgoing.get(premise, ()), stances)

    def is_main(self, claim: Claim) -> bool:
        """Say whether a claim is a thesis: marked as main, or speaking for and against nothing."""
        return claim.main or not self.outgoing(claim.id)

    def with_claim(self, claim: Claim) -> "ArgumentMap":
        """Return the map with one more claim at its end.

        Raises:
            DuplicateIdError: when its id is taken.
        """
        return self._with_node(claim)

    def with_evidence(self, evidence: Evidence) -> "ArgumentMap":
        """Return the map with one more piece of evidence at its end.

        Raises:
            DuplicateIdError: when its id is taken.
        """
        return self._with_node(evidence)

    def with_relation(self, relation: Relation) -> "ArgumentMap":
        """Return the map with one more relation at its end.

        Its ends may be missing still; `argmap.check` says which are.

        Raises:
            DuplicateIdError: when its id is taken, or the same relation is there.
        """
        self._refuse_taken(relation.id)
        return evolve(self, relations=(*self.relations, relation))

    def with_source(self, source: Source) -> "ArgumentMap":
        """Return the map with one more source at its end.

        Raises:
            DuplicateIdError: when its id is taken by another source.
        """
        if source.id in self.sources_by_id:
            raise DuplicateIdError(source.id)
        return evolve(self, sources=(*self.sources, source))

    def with_replaced(self, value: Node | Relation | Source) -> "ArgumentMap":
        """Return the map with a node, relation or source in the place of the one with its id.

        Raises:
            UnknownIdError: when there is nothing of that kind with its id.
        """
        if isinstance(value, Relation):
            return evolve(self, relations=_replaced(self.relations, value))
        if isinstance(value, Source):
            return evolve(self, sources=_replaced(self.sources, value))
        return evolve(self, nodes=_replaced(self.nodes, value))

    def without(self, removed: str) -> "ArgumentMap":
        """Return the map without a node or relation, and without what hangs on it.

        Relations that it is an end of go with it, and so do the undercuts that aim at those.

        Raises:
            UnknownIdError: when there is neither node nor relation with that id.
        """
        if removed not in self.relations_by_id and all(node.id != removed for node in self.nodes):
            raise UnknownIdError(removed)
        gone, worklist = {removed}, [removed]
        while worklist:
            end = worklist.pop()
            hanging = {one.id for one in (*self.incoming(end), *self.outgoing(end))} - gone
            gone |= hanging
            worklist.extend(hanging)
        return evolve(
            self,
            nodes=tuple(node for node in self.nodes if node.id != removed),
            relations=tuple(relation for relation in self.relations if relation.id not in gone),
        )

    def _repr_svg_(self) -> str:
        """Return the picture that a notebook shows; `argmap.view` is there to walk about in."""
        from argmap.render import render  # noqa: PLC0415 - the model stands below the pictures

        return render(self)

    def _with_node(self, node: Node) -> "ArgumentMap":
        self._refuse_taken(node.id)
        return evolve(self, nodes=(*self.nodes, node))

    def _refuse_taken(self, wanted: str) -> None:
        if wanted in self.nodes_by_id or wanted in self.relations_by_id:
            raise DuplicateIdError(wanted)


def _by_id(
    values: Iterable[_Value], more: Iterable[tuple[str, _Value]] = ()
) -> Mapping[str, _Value]:
    found: dict[str, _Value] = {}
    for value in values:
        found.setdefault(value.id, value)
    for alias, value in more:
        found.setdefault(alias, value)
    return MappingProxyType(found)


def _of_stance(
    relations: tuple[Relation, ...], stances: tuple[Stance, ...]
) -> tuple[Relation, ...]:
    if not stances:
        return relations
    return tuple(relation for relation in relations if relation.stance in stances)


def _replaced(values: tuple[_Value, ...], value: _Value) -> tuple[_Value, ...]:
    if all(one.id != value.id for one in values):
        raise UnknownIdError(value.id)
    return tuple(value if one.id == value.id else one for one in values)
