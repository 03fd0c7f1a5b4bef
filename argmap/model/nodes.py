"""Claims and evidence: the nodes of an argument map."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, TypeAlias

from attrs import field, frozen

from argmap.model.data import NO_DATA, Data
from argmap.model.fields import NOWHERE, between_0_and_1, not_empty, texts
from argmap.model.sources import Passage
from argmap.text import Span

CLAIM_TYPES: Final[tuple[str, ...]] = (
    "fact",
    "definition",
    "value",
    "cause",
    "policy",
    "prediction",
)
"""What a claim can be about, after stasis theory (Hermagoras; Fahnestock & Secor 1988)."""

EVIDENCE_TYPES: Final[tuple[str, ...]] = (
    "statistic",
    "document",
    "event",
    "testimony",
    "study",
    "example",
    "comparison",
    "quotation",
)
"""What evidence can be."""


@frozen
class Waiver:
    """A reason why a rule does not apply to a node for a time.

    Attributes:
        rule: name or code of the rule.
        reason: why.
        until: the last day on which the waiver holds.
    """

    rule: str = field(validator=not_empty)
    reason: str
    until: date | None = None
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)


def _passages(values: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(values)


def _waivers(values: Iterable[Waiver]) -> tuple[Waiver, ...]:
    return tuple(values)


@frozen
class Claim:
    """A sentence that is true or false, right or wrong, and may need support.

    Attributes:
        id: a slug, unique in the map among nodes and relations.
        text: the claim itself.
        type: one of `CLAIM_TYPES`, a project's own type, or None.
        main: a thesis of the map.
        assumed: the reason why it needs no support; None where it needs some.
        withdrawn: the reason why its author takes it back; None while it is held.
        passages: where sources say it.
        confidence: how sure the author is, from 0 to 1.
        section: the heading that it stands under.
        tags: words to find it by.
        note: remarks for editors.
        aliases: ids that it had before.
        waivers: rules that do not apply.
        data: what other tools keep with it, by the names of formats.
    """

    id: str = field(validator=not_empty)
    text: str = ""
    type: str | None = field(default=None, kw_only=True)
    main: bool = field(default=False, kw_only=True)
    assumed: str | None = field(default=None, kw_only=True)
    withdrawn: str | None = field(default=None, kw_only=True)
    passages: tuple[Passage, ...] = field(default=(), kw_only=True, converter=_passages)
    confidence: float | None = field(default=None, kw_only=True, validator=between_0_and_1)
    section: str | None = field(default=None, kw_only=True)
    tags: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    note: str | None = field(default=None, kw_only=True)
    aliases: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    waivers: tuple[Waiver, ...] = field(default=(), kw_only=True, converter=_waivers)
    data: Data = field(default=NO_DATA, kw_only=True, hash=False)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)


@frozen
class Evidence:
    """What is put forward for or against a claim: it counts because a source has it.

    Attributes:
        id: a slug, unique in the map among nodes and relations.
        text: what was found, said or done, in the author's words.
        type: one of `EVIDENCE_TYPES`, a project's own type, or None.
        recheck_by: the day after which it should be looked at anew.

    The other fields are those of a claim.
    """

    id: str = field(validator=not_empty)
    text: str = ""
    type: str | None = field(default=None, kw_only=True)
    withdrawn: str | None = field(default=None, kw_only=True)
    passages: tuple[Passage, ...] = field(default=(), kw_only=True, converter=_passages)
    confidence: float | None = field(default=None, kw_only=True, validator=between_0_and_1)
    recheck_by: date | None = field(default=None, kw_only=True)
    section: str | None = field(default=None, kw_only=True)
    tags: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    note: str | None = field(default=None, kw_only=True)
    aliases: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    waivers: tuple[Waiver, ...] = field(default=(), kw_only=True, converter=_waivers)
    data: Data = field(default=NO_DATA, kw_only=True, hash=False)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)


Node: TypeAlias = Claim | Evidence
