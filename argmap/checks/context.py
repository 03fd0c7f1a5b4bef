"""What rules look at: a map, what stands in it, and what its reader had to say."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import frozen

from argmap.assess import Assessment, Status
from argmap.checks.cited_texts import CitedTexts
from argmap.findings import Finding
from argmap.model import ArgumentMap, Claim, Evidence, Node, Relation, Stance, Waiver

if TYPE_CHECKING:
    from argmap.checks.waiving import Waiving
    from argmap.extract.at_hand import Texts
    from argmap.review import Review, Standing

_INVALID_FILE: Final = 101
_UNSUPPORTED: Final = ("unsupported-claim", "201")


@frozen(eq=False, repr=False)
class Context:
    """A map to check, with indices that are made when a rule asks for them.

    Attributes:
        argument_map: the map.
        assessment: what stands in it.
        reading: what its reader found.
        free_types: the types of claims that need no support.
        today: the day on which the map is checked; None where days do not count.
        ages: for how many years sources of a type count.
        texts: the texts of sources that were looked for, and why some are not at hand.
        reviews: what reviewers say of its nodes.
        waiving: what became of the waivers; None while findings are still looked for.
    """

    argument_map: ArgumentMap
    assessment: Assessment
    reading: tuple[Finding, ...] = ()
    free_types: frozenset[str] = frozenset()
    today: date | None = None
    ages: Mapping[str, float] = MappingProxyType({})
    texts: "Texts" = MappingProxyType({})
    reviews: "tuple[Review, ...]" = ()
    waiving: "Waiving | None" = None

    @cached_property
    def cited(self) -> CitedTexts:
        """What the map cites, beside the texts that are at hand."""
        return CitedTexts(self.argument_map, self.texts)

    @cached_property
    def waivers(self) -> tuple[tuple[Node, Waiver], ...]:
        """The waivers of nodes: those in claim files first, then those of reviewers."""
        nodes = self.argument_map.nodes_by_id
        own = ((node, waiver) for node in self.argument_map.nodes for waiver in node.waivers)
        given = (
            (nodes[review.node], waiver)
            for review in self.reviews
            if review.node in nodes
            for waiver in review.waivers
        )
        return (*own, *given)

    @cached_property
    def standings(self) -> "tuple[Standing, ...]":
        """How the review of each node stands, in the order of the map; none without reviews."""
        if not self.reviews:
            return ()
        # Most maps have no reviews; they are spared what reads them.
        from argmap.review import standings_of  # noqa: PLC0415

        return standings_of(self.argument_map, self.reviews, self.assessment)

    @cached_property
    def is_whole(self) -> bool:
        """Whether all of the files could be read, so that what is missing is nowhere."""
        return all(finding.code != _INVALID_FILE for finding in self.reading)

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Nodes by their own ids, in the order written; the first of those with one id."""
        found: dict[str, Node] = {}
        for node in self.argument_map.nodes:
            found.setdefault(node.id, node)
        return found

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that are not withdrawn, one for each id."""
        return tuple(
            node
            for node in self.nodes.values()
            if isinstance(node, Claim) and node.withdrawn is None
        )

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence that is not withdrawn, one piece for each id."""
        return tuple(
            node
            for node in self.nodes.values()
            if isinstance(node, Evidence) and node.withdrawn is None
        )

    @cached_property
    def declared(self) -> tuple[Claim, ...]:
        """The claims that are marked as main."""
        return tuple(claim for claim in self.claims if claim.main)

    @cached_property
    def ends(self) -> tuple[Claim, ...]:
        """The claims that speak for and against nothing; of those that restate each other one."""
        speaking = {
            self.same(premise)
            for relation in self.argument_map.relations
            if relation.stance is not Stance.RESTATES
            for premise in relation.premises
        }
        found: dict[str, Claim] = {}
        for claim in self.claims:
            if self.same(claim.id) not in speaking:
                found.setdefault(self.same(claim.id), claim)
        return tuple(found.values())

    @cached_property
    def mains(self) -> tuple[Claim, ...]:
        """The claims that the map is about: those marked as main; where none is, the ends."""
        return self.declared or self.ends

    def same(self, node_id: str) -> str:
        """Return the id that stands for a node and for all that restates it."""
        return self._same.get(node_id, node_id)

    def is_gone(self, node_id: str) -> bool:
        """Say whether a node is withdrawn or refuted."""
        return node_id in self.nodes and not self.assessment.is_live(node_id)

    def is_live(self, relation: Relation) -> bool:
        """Say whether the premises of a step exist, and the step is not dead."""
        return all(premise in self.nodes for premise in relation.premises) and not self.is_dead(
            relation
        )

    def is_dead(self, relation: Relation) -> bool:
        """Say whether a step rests on something that is gone, or is undercut."""
        return bool(self.assessment.undercut_by(relation.id)) or any(
            self.is_gone(premise) for premise in relation.premises
        )

    def each_once(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Give claims; of those that restate each other only the first."""
        seen: set[str] = set()
        for claim in claims:
            if self.same(claim.id) not in seen:
                seen.add(self.same(claim.id))
                yield claim

    def live_support(self, claim_id: str) -> tuple[Relation, ...]:
        """Return what is to support a claim, or what restates it, and is not dead."""
        support = self.supports.get(self.same(claim_id), ())
        return tuple(relation for relation in support if not self.is_dead(relation))

    def needs_support(self, claim: Claim) -> bool:
        """Say whether nothing excuses a claim from support: not refuted, not assumed, not free."""
        return (
            claim.withdrawn is None
            and self.same(claim.id) not in self.excused
            and self.assessment.status(claim.id) is not Status.REFUTED
        )

    @cached_property
    def excused(self) -> frozenset[str]:
        """What needs no support because it is assumed or of a free type, by `same`."""
        return frozenset(
            self.same(claim.id)
            for claim in self.claims
            if claim.assumed is not None or claim.type in self.free_types
        )

    @cached_property
    def unsupported(self) -> tuple[Claim, ...]:
        """The claims that need support and have none; of those that restate each other one."""
        needing = self.each_once(filter(self.needs_support, self.claims))
        return tuple(claim for claim in needing if self.same(claim.id) not in self.supports)

    @cached_property
    def leaves(self) -> tuple[Claim, ...]:
        """In a map without any evidence, the unsupported claims that are reported together.

        All but those for which something is named that is not there, and those with a waiver.
        """
        found = tuple(
            claim
            for claim in (() if self.argument_map.evidence else self.unsupported)
            if not self.argument_map.incoming(claim.id, Stance.SUPPORTS)
            and all(waiver.rule not in _UNSUPPORTED for waiver in claim.waivers)
        )
        return found if len(found) > 1 else ()

    @cached_property
    def supports(self) -> Mapping[str, tuple[Relation, ...]]:
        """Support by the `same` of its target, where all its ends exist and are not the same."""
        return self._complete(Stance.SUPPORTS)

    @cached_property
    def contrasts(self) -> Mapping[str, tuple[Relation, ...]]:
        """Contrast by the `same` of its target, where all its ends exist and are not the same."""
        return self._complete(Stance.CONTRASTS)

    @cached_property
    def steps(self) -> Mapping[str, tuple[Relation, ...]]:
        """Support that holds, by the `same` of its target."""
        found = {
            target: tuple(relation for relation in support if self.assessment.holds(relation.id))
            for target, support in self.supports.items()
        }
        return {target: steps for target, steps in found.items() if steps}

    @cached_property
    def has_one_source(self) -> bool:
        """Whether all evidence is from one source: such a map is the map of a text."""
        return len({one.source for piece in self.evidence for one in piece.passages}) <= 1

    def _complete(self, stance: Stance) -> Mapping[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.argument_map.relations:
            if relation.stance is stance and self._has_ends(relation):
                target = self.same(relation.target)
                if target not in map(self.same, relation.premises):
                    found.setdefault(target, []).append(relation)
        return {target: tuple(relations) for target, relations in found.items()}

    def _has_ends(self, relation: Relation) -> bool:
        return relation.target in self.nodes and all(
            premise in self.nodes for premise in relation.premises
        )

    @cached_property
    def _same(self) -> Mapping[str, str]:
        again: dict[str, list[str]] = {}
        for one, other in self._restated():
            again.setdefault(one, []).append(other)
            again.setdefault(other, []).append(one)
        found: dict[str, str] = {}
        for node_id in self.nodes if again else ():
            worklist = [node_id] if node_id in again else []
            while worklist:
                one = worklist.pop()
                if one not in found:
                    found[one] = node_id
                    worklist.extend(again[one])
        return found

    def _restated(self) -> Iterator[tuple[str, str]]:
        for relation in self.argument_map.relations:
            if relation.stance is Stance.RESTATES and self._has_ends(relation):
                one, other = relation.premises[0], relation.target
                ends = (self.nodes[one], self.nodes[other])
                if all(end.withdrawn is None for end in ends) and not self.assessment.undercut_by(
                    relation.id
                ):
                    yield one, other
