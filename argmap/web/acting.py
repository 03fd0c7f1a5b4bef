"""What reviewers do in the page: verdicts, flags, resolutions, waivers, kept beside the map."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import frozen

from argmap.checks import rule
from argmap.findings import ArgmapError
from argmap.model import Node
from argmap.project import Project
from argmap.project.clock import now
from argmap.project.reviews import change_review, waiver_of
from argmap.review import FLAGS, Decision, Flag, Resolution, Standing
from argmap.review.deeds import Deed, decided, flagged, resolved, waived
from argmap.web.asking import optional_text_in, text_in
from argmap.web.desk import Desk, Laid
from argmap.web.refusals import RefusalError

Asked: TypeAlias = Mapping[str, object]


@frozen
class _Case:
    """What a reviewer speaks of, and what they say."""

    project: Project
    laid: Laid
    node: Node
    standing: Standing
    reviewer: str
    asked: Asked

    @property
    def comment(self) -> str | None:
        return optional_text_in(self.asked, "comment") or None

    @property
    def relation(self) -> str | None:
        """The relation that is meant, one of those that aim at the node; None for the node.

        Raises:
            RefusalError: for another one.
        """
        wanted = optional_text_in(self.asked, "relation") or None
        aims = {one.id for one in self.laid.loaded.map.incoming(self.node.id)}
        if wanted is not None and wanted not in aims:
            raise RefusalError(404, f"no relation '{wanted}' aims at '{self.node.id}'; reload")
        return wanted


def act(desk: Desk, asked: Asked) -> None:
    """Do what a reviewer says of a node, and keep it in their file.

    Args:
        desk: where the maps lie.
        asked: `map`, `node`, `verb`, the fingerprint `read` of what the reviewer has before them,
            and what belongs to the verb.

    Raises:
        RefusalError: when nothing may be written, something makes no sense, or the node is not
            what the reviewer read.
    """
    if desk.is_read_only:
        raise RefusalError(403, "this page is for reading only; start it without --read-only")
    verb = text_in(asked, "verb")
    if verb not in VERBS:
        raise RefusalError(400, f"there is no verb '{verb[:40]}'; there are {', '.join(VERBS)}")
    with desk.lock:
        seen = desk.seen()
        laid = seen.map(text_in(asked, "map"))
        node = laid.node(text_in(asked, "node"))
        standing = laid.standing(node)
        if text_in(asked, "read") != standing.now.rests_on:
            message = f"'{node.id}' or its argument changed since you read it; read it again"
            raise RefusalError(409, message)
        origin = laid.loaded.origin
        if origin is None:
            raise RefusalError(400, "reviews lie beside a map on the disk, and this one is not")
        case = _Case(seen.project, laid, node, standing, desk.reviewer, asked)
        change_review(origin, node.id, desk.reviewer, VERBS[verb](case))


def _verdict(decision: Decision) -> Callable[[_Case], Deed]:
    return lambda case: decided(case.node, case.standing.now, decision, now(), case.comment)


def _flag(case: _Case) -> Deed:
    kind = text_in(case.asked, "kind")
    if kind not in FLAGS:
        raise RefusalError(400, f"there is no flag of this kind; there are {', '.join(FLAGS)}")
    relation = case.relation
    if any(
        (one.flag.kind, one.flag.relation, one.reviewer) == (kind, relation, case.reviewer)
        for one in case.standing.flags
    ):
        raise RefusalError(409, f"you flag '{case.node.id}' as {kind} already; resolve that first")
    return flagged(Flag(kind, now(), relation, case.comment))


def _resolve(case: _Case) -> Deed:
    wanted = (
        text_in(case.asked, "kind"),
        text_in(case.asked, "of"),
        optional_text_in(case.asked, "relation") or None,
    )
    for one in case.standing.flags:
        if (one.flag.kind, one.reviewer, one.flag.relation) == wanted:
            kind, raiser, relation = wanted
            return resolved(Resolution(kind, raiser, now(), relation, case.comment))
    raise RefusalError(409, "this flag is not open any more; reload")


def _waive(case: _Case) -> Deed:
    configuration = case.project.configuration
    try:
        last = date.fromisoformat(text_in(case.asked, "until"))
        found = rule(text_in(case.asked, "rule"), configuration.rules)
        longest = configuration.longest_waiver
        return waived(waiver_of(found.name, text_in(case.asked, "reason"), last, longest))
    except RefusalError:
        raise
    except ValueError:
        raise RefusalError(400, "give the last day as 2027-01-31") from None
    except ArgmapError as error:
        raise RefusalError(400, str(error)) from error


VERBS: Final[Mapping[str, Callable[[_Case], Deed]]] = MappingProxyType(
    {
        "accept": _verdict(Decision.ACCEPT),
        "reject": _verdict(Decision.REJECT),
        "abstain": _verdict(Decision.ABSTAIN),
        "flag": _flag,
        "resolve": _resolve,
        "waive": _waive,
    }
)
"""What can be done."""
