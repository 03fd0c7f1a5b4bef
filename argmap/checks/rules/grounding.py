"""The rule about claims that are supported and yet rest on nothing (202)."""

from collections import deque
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, quoted
from argmap.model import Claim, Relation

_SHOWN: Final = 6


def ungrounded_claim(context: Context) -> Iterator[Problem]:
    """A claim is supported, but no evidence with a source reaches it.

    Why: Support has to come down to something that can be looked up. The message shows the
    shortest way from the claim to what is missing. Reported are main claims; and other claims
    only where no other rule would say what is missing: where all support is assumed, or where
    undercuts hang on each other. So one leaf without evidence is one error at the leaf, and one
    warning at each main claim that it leaves without ground, not one for every claim between. In
    a map without any evidence unsupported-claim says that once, and this rule only what else is.

    Fires:
        claims:
          charge-works: {text: The charge works., main: true, supporting: [traffic-fell]}
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent.}

    Fires:
        claims:
          charge-works: {text: The charge works., main: true, supporting: [people-rational]}
          people-rational: {text: People are rational., assumed: as economists do}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          charge-works:
            text: The charge works.
            main: true
            supporting: [traffic-fell, [counts, people-rational]]
          traffic-fell: {text: Traffic fell., supporting: [counts]}
          people-rational: {text: People are rational., assumed: as economists do}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    missing = _Missing(context)
    mains = {context.same(claim.id) for claim in context.mains}
    seen: set[str] = set()
    for claim in context.claims:
        same = context.same(claim.id)
        if same in seen or not missing.is_open(claim):
            continue
        seen.add(same)
        if context.leaves and missing.lacks_support(claim):
            continue
        if same in mains or missing.lacks.get(same) in _SAID_BY_NO_OTHER:
            yield Problem(
                f"no evidence reaches {quoted(claim.id)}: {missing.way_from(claim)}",
                claim.span,
                help=missing.advice_for(claim),
                subject=claim.id,
            )


class _Lack(Enum):
    """What is missing at the end of a way; the words are for `{}`, the last node."""

    SUPPORT = "nothing supports {}"
    LIVE_SUPPORT = "all that supported {} is gone"
    SOURCE = "{} cites no source"
    MORE_THAN_ASSUMED = "only assumptions support {}"
    DECIDED = "the undercuts below {} hang on each other"


_SAID_BY_NO_OTHER: Final = (_Lack.MORE_THAN_ASSUMED, _Lack.DECIDED)


class _Missing:
    """What the claims of a map lack that no evidence reaches, and the ways down to it.

    All is kept by `same`: claims that restate each other lack the same.
    """

    def __init__(self, context: Context) -> None:
        self.context = context

    def is_open(self, claim: Claim) -> bool:
        """Say whether a claim has live support, needs it, and is not grounded."""
        return (
            self.context.needs_support(claim)
            and not self.context.assessment.is_grounded(claim.id)
            and bool(self._live_support(self.context.same(claim.id)))
        )

    def lacks_support(self, claim: Claim) -> bool:
        """Say whether what is missing for a claim is any support at the end of its way."""
        end = self._ends.get(self.context.same(claim.id))
        return end is not None and self.lacks[end] is _Lack.SUPPORT

    def advice_for(self, claim: Claim) -> str:
        """Say what would ground a claim."""
        end = self._ends.get(self.context.same(claim.id))
        if end is None:
            return "let evidence that cites a source enter the circle"
        if self.lacks[end] is _Lack.DECIDED:
            return "withdraw one of the undercuts, or undercut it in turn"
        if self.lacks[end] is _Lack.MORE_THAN_ASSUMED:
            return "add evidence that cites a source to what is assumed"
        return "add evidence that cites a source at the end of that way"

    def way_from(self, claim: Claim) -> str:
        """Describe the shortest way from a claim down to what is missing."""
        same = self.context.same(claim.id)
        if same in self.lacks:
            return self.lacks[same].value.format("it")
        end = self._ends.get(same)
        if end is None:
            return "its support runs in a circle"
        path = [claim.id]
        while len(path) < _SHOWN and self._hops.get(self.context.same(path[-1])):
            path.append(self._hops[self.context.same(path[-1])])
        if self.context.same(path[-1]) != end:
            path[-2:] = ["…", end]
        lack = self.lacks[end].value.format(quoted(path[-1]))
        return f"{' ← '.join(path)}, and {lack}"

    @cached_property
    def lacks(self) -> Mapping[str, _Lack]:
        """What is missing at the very nodes where something is."""
        found: dict[str, _Lack] = {}
        for claim in self.context.claims:
            same = self.context.same(claim.id)
            if self._is_ungrounded(claim) and not self._waits_for.get(same):
                found[same] = self._lack(same)
        for evidence in self.context.evidence:
            if not self.context.assessment.is_grounded(evidence.id):
                found[self.context.same(evidence.id)] = _Lack.SOURCE
        return found

    def _lack(self, same: str) -> _Lack:
        support = self._live_support(same)
        if not support:
            return _Lack.LIVE_SUPPORT if same in self.context.supports else _Lack.SUPPORT
        if all(self._is_only_assumed(relation) for relation in support):
            return _Lack.MORE_THAN_ASSUMED
        return _Lack.DECIDED

    @cached_property
    def _waits_for(self) -> Mapping[str, tuple[str, ...]]:
        """The premises by which evidence could reach a claim, and does not."""
        found: dict[str, tuple[str, ...]] = {}
        for claim in self.context.claims:
            same = self.context.same(claim.id)
            if same not in found and self._is_ungrounded(claim):
                found[same] = tuple(
                    premise
                    for relation in self._live_support(same)
                    for premise in relation.premises
                    if not self.context.assessment.is_grounded(premise)
                    and self.context.same(premise) not in self.context.excused
                )
        return found

    @property
    def _hops(self) -> Mapping[str, str]:
        return self._ways[0]

    @property
    def _ends(self) -> Mapping[str, str]:
        return self._ways[1]

    @cached_property
    def _ways(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """For each claim the next premise on its shortest way, and the end of that way.

        One search, breadth first, up from all ends at once.
        """
        users: dict[str, list[tuple[str, str]]] = {}
        for same, premises in self._waits_for.items():
            for premise in premises:
                users.setdefault(self.context.same(premise), []).append((same, premise))
        hops: dict[str, str] = {}
        ends = {same: same for same in self.lacks}
        queue = deque(ends)
        while queue:
            reached = queue.popleft()
            for user, premise in users.get(reached, ()):
                if user not in ends:
                    ends[user], hops[user] = ends[reached], premise
                    queue.append(user)
        return hops, ends

    def _is_ungrounded(self, claim: Claim) -> bool:
        return self.context.needs_support(claim) and not self.context.assessment.is_grounded(
            claim.id
        )

    def _live_support(self, same: str) -> tuple[Relation, ...]:
        support = self.context.supports.get(same, ())
        return tuple(relation for relation in support if not self.context.is_dead(relation))

    def _is_only_assumed(self, relation: Relation) -> bool:
        return all(
            self.context.same(premise) in self.context.excused
            and not self.context.assessment.is_grounded(premise)
            for premise in relation.premises
        )
