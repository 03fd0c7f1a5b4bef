"""One nodeset while it is read."""

from typing import Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.ids import Ids
from argmap.formats.nodeset.ends import Ends
from argmap.formats.nodeset.names import fields
from argmap.formats.nodeset.places import Places
from argmap.formats.nodeset.schemes import aif_scheme, is_of_another, scheme_of
from argmap.formats.nodeset.slot import SLOT, unpacked
from argmap.formats.problems import damaged, shortened
from argmap.model import Json
from argmap.text import Span

_SAID_OTHERWISE: Final = ("id", "text", "data", "stance", "premises", "target")


@define
class Reading:
    """One nodeset while it is read.

    Attributes:
        places: where its parts stand.
        ends: the ends of its steps.
        shared: the fields that all of its edges have.
        as_numbers: whether its ids are whole numbers in JSON.
        as_texts: whether they are texts.
        raws: the ids of nodes as they stand in JSON.
        twice: the ids that stand twice.
        ids: what nodes are called in the map where that is another id.
        fulfilled: the numbers of schemes by the ids of nodes.
        findings: what was wrong.
        strays: nodes that are kept as they are.
    """

    places: Places
    ends: Ends
    shared: dict[str, Json]
    as_numbers: bool
    as_texts: bool
    raws: dict[str, Json] = field(factory=dict)
    twice: set[str] = field(factory=set)
    ids: dict[str, str] = field(factory=dict)
    fulfilled: dict[str, str] = field(factory=dict)
    findings: list[Finding] = field(factory=list)
    strays: list[Json] = field(factory=list)
    _taken: Ids | None = None
    _schemes: dict[tuple[str, str, str, str], tuple[str | None, str, bool]] = field(factory=dict)

    @property
    def usual_fields(self) -> int:
        """How many fields an edge has that has no more than all others and its ids."""
        return 3 + len(self.shared)

    def id_of(self, name: str) -> str:
        """Return what a node is called in the map."""
        return self.ids.get(name, name)

    def scheme(
        self, text: Json, scheme: Json, number: str, kind: str
    ) -> tuple[str | None, str, bool]:
        """Return the scheme of a step, what AIF calls it, and whether it is one of another type."""
        text = text if isinstance(text, str) else ""
        scheme = scheme if isinstance(scheme, str) else ""
        key = (text, scheme, number, kind)
        if key not in self._schemes:  # most steps have one of a few
            found = scheme_of(text, scheme, number)
            is_odd = is_of_another(kind, text, scheme, number)
            self._schemes[key] = (found, aif_scheme(found, kind)[0], is_odd)
        return self._schemes[key]

    def further_id(self, first: str) -> str:
        """Return an id for one more relation that a step is."""
        if self._taken is None:
            self._taken = Ids()
            for name in (*self.ends.kinds, *self.ids.values()):
                self._taken.take(name)
        return self._taken.take(first)

    def tell(
        self,
        span: Span,
        message: str,
        advice: str,
        subject: str = "",
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Note what is wrong."""
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))

    def given(
        self, span: Span, slot: Json, owner: type, subject: str
    ) -> tuple[dict[str, object], dict[str, Json]]:
        """Return the fields that a slot gives, and the slot as an object."""
        found, unfit = unpacked(slot, owner, _SAID_OTHERWISE)
        if unfit:
            message = (
                f"what argmap wrote for '{shortened(subject)}' was changed: {', '.join(unfit)}"
            )
            advice = f"it is left out; mend it in `{SLOT}`, or remove that"
            self.tell(span, message, advice, subject, Severity.ERROR)
        return found, fields(slot)
