"""Makes relations of the inferences and relations of an Argdown document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import define, field

from argmap.findings import ArgmapError, Finding, Severity
from argmap.formats.argdown.document import Bond, Document, End, Link, Step
from argmap.formats.argdown.entries import Entry, Names, exact, title_kept
from argmap.formats.argdown.kept import UnfitError, fields_of, restored
from argmap.formats.argdown.values import argmap_part, filled, items, mapping, with_argdown
from argmap.formats.problems import damaged, shortened
from argmap.model import NO_DATA, Json, Relation, Stance
from argmap.text import Span

_STANCES: Final = {
    Bond.SUPPORT: Stance.SUPPORTS,
    Bond.ENTAILS: Stance.SUPPORTS,
    Bond.ATTACK: Stance.CONTRASTS,
    Bond.CONTRARY: Stance.CONTRASTS,
    Bond.CONTRADICTORY: Stance.CONTRASTS,
    Bond.UNDERCUT: Stance.UNDERCUTS,
}
_TOLD: Final = {Bond.ENTAILS, Bond.CONTRARY, Bond.CONTRADICTORY}
_Drawn = tuple[Stance, str, str]


@define
class Relating:
    """Makes the relations of one document.

    Attributes:
        findings: what was wrong.
    """

    document: Document
    names: Names
    arguments: Sequence[Entry]
    findings: list[Finding] = field(factory=list)
    _made: list[Relation] = field(factory=list)
    _steps: dict[tuple[int, int], Relation] = field(factory=dict)
    _drawn: dict[_Drawn, int] = field(factory=dict)

    def relations(self, listed: Json, span: Span) -> list[Relation]:
        """Return the relations in the order of the file.

        Args:
            listed: those that argmap kept in the front matter.
            span: where that is.
        """
        for nth, entry in enumerate(self.arguments):
            self._take_apart(nth, entry)
        self._link()
        gone, kept = self._listed(listed, span)
        made = [one for nth, one in enumerate(self._made) if nth not in gone]
        made.sort(key=lambda one: one.span.start if one.span else 0)
        return [*made, *kept]

    # Inferences

    def _take_apart(self, nth: int, entry: Entry) -> None:
        steps = self.document.arguments[nth].steps
        if not steps:
            return
        self._add_step(nth, len(steps) - 1, steps[-1], self._of_last(nth, entry, steps[-1]))
        last = self._steps[nth, len(steps) - 1].id
        for number, step in enumerate(steps[:-1]):
            own = argmap_part(step.data or {})
            fields = {"id": own.get("id"), "because": own.get("because")}
            kept = filled(of=last, step=number + 1, inference=_inference(step))
            self._add_step(nth, number, step, (fields, kept))

    def _of_last(
        self, nth: int, entry: Entry, step: Step
    ) -> tuple[dict[str, Json], dict[str, Json]]:
        given = self.names.arguments[nth]
        own = argmap_part(step.data or {})
        because = exact(own, "because", entry.native_text, entry.native_text or None)
        kept = filled(
            title=title_kept(entry, own, given),
            markup=entry.markup,
            others=list(entry.others),
            tags=list(entry.tags),
            data=entry.data,
            inference=_inference(step),
        )
        return {"id": given, "because": because}, kept

    def _add_step(
        self,
        nth: int,
        number: int,
        step: Step,
        made: tuple[dict[str, Json], dict[str, Json]],
    ) -> None:
        fields, kept = made
        own = argmap_part(step.data or {})
        known: dict[str, object] = {
            name: one
            for name, one in fields.items()
            if isinstance(one, str) and (one or name == "because")
        }
        scheme = ", ".join(step.rules) if step.rules else own.get("scheme")
        if isinstance(scheme, str):
            known["scheme"] = scheme
        ends = {
            "stance": Stance.SUPPORTS,
            "premises": tuple(self.names.statements[one] for one in step.premises),
            "target": self.names.statements[step.conclusion],
            "span": step.span,
        }
        more: dict[str, Json] = {name: own[name] for name in ("strength", "data") if name in own}
        self._steps[nth, number] = relation = self._relation(more, {**known, **ends}, kept)
        self._made.append(relation)

    def _relation(
        self, own: Mapping[str, Json], known: Mapping[str, object], kept: dict[str, Json]
    ) -> Relation:
        try:
            fields = fields_of(Relation, own)
            data = with_argdown(fields.pop("data", None), kept)
            return Relation(**fields, **known, data=data)  # type: ignore[arg-type] # made by makers
        except (UnfitError, ArgmapError) as error:
            span = known.get("span")
            if isinstance(span, Span):
                self.findings.append(unfit(span, str(error)))
            return Relation(**known, data=with_argdown(None, kept))  # type: ignore[arg-type] # as above

    # Relations as they are drawn

    def _link(self) -> None:
        links = self.document.relations
        leaving = Counter(one.source.number for one in links if one.source.kind == "argument")
        relations: dict[int, Relation] = {}
        """The one relation that each argument is the reason of."""
        waiting: dict[int, list[Link]] = {}
        for link in links:
            relation: Relation | None = None
            if not self._waits(link, leaving):
                relation = self._drawn_as(link)
            elif (reason := relations.get(link.target.number)) is not None:
                relation = self._of_link(link, Stance.UNDERCUTS, reason.id)
            else:
                waiting.setdefault(link.target.number, []).append(link)
            if relation is not None:
                self._settle(relation, link, leaving, relations, waiting)
        for left in [one for several in waiting.values() for one in several]:
            self._add(self._of_link(left, Stance.CONTRASTS, self._end(left.target), "undercut"))

    def _waits(self, link: Link, leaving: Mapping[int, int]) -> bool:
        """Say whether it undercuts an argument that is the reason of one relation."""
        target = link.target
        is_undercut = link.bond is Bond.UNDERCUT and target.kind == "argument"
        return is_undercut and leaving[target.number] == 1

    def _settle(
        self,
        relation: Relation,
        link: Link,
        leaving: Mapping[int, int],
        relations: dict[int, Relation],
        waiting: dict[int, list[Link]],
    ) -> None:
        """Add a relation, and the undercuts that waited for it."""
        ready = [(relation, link)]
        while ready:
            one, source = ready.pop()
            self._add(one)
            number = source.source.number
            if source.source.kind == "argument" and leaving[number] == 1:
                relations[number] = one
                for undercut in waiting.pop(number, ()):
                    made = self._of_link(undercut, Stance.UNDERCUTS, one.id)
                    ready.append((made, undercut))

    def _add(self, relation: Relation) -> None:
        key = (relation.stance, relation.premises[0], relation.target)
        self._drawn.setdefault(key, len(self._made))
        self._made.append(relation)

    def _drawn_as(self, link: Link) -> Relation:
        bond, target = link.bond, link.target
        stance = _STANCES[bond]
        steps = self.document.arguments[target.number].steps if target.kind == "argument" else ()
        if target.kind == "inference":
            return self._of_link(link, stance, self._steps[target.number, target.step].id)
        if steps and stance is Stance.CONTRASTS:
            last = self._steps[target.number, len(steps) - 1]
            return self._of_link(link, Stance.UNDERCUTS, last.id, "attack")
        if steps:
            conclusion = self.names.statements[steps[-1].conclusion]
            entry, given = self.arguments[target.number], self.names.arguments[target.number]
            own = argmap_part(steps[-1].data or {})
            title = title_kept(entry, own, given) or given
            return self._of_link(link, stance, conclusion, to=title)
        if stance is Stance.UNDERCUTS:
            return self._of_link(link, Stance.CONTRASTS, self._end(target), "undercut")
        return self._of_link(link, stance, self._end(target), bond if bond in _TOLD else "")

    def _of_link(
        self, link: Link, stance: Stance, target: str, relation: str = "", to: str = ""
    ) -> Relation:
        told = relation or to
        data = with_argdown(None, filled(relation=str(relation), to=to)) if told else NO_DATA
        return Relation(stance, self._end(link.source), target, data=data, span=link.span)

    def _end(self, end: End) -> str:
        ids = self.names.statements if end.kind == "statement" else self.names.arguments
        return ids[end.number]

    # Relations that argmap kept

    def _listed(self, listed: Json, span: Span) -> tuple[set[int], list[Relation]]:
        """Return the relations in the front matter, and which drawn ones stand for them."""
        gone: set[int] = set()
        kept: list[Relation] = []
        for one in items(listed):
            values = mapping(one)
            drawn = values.get("drawn")
            try:
                relation = restored(Relation, values)
            except UnfitError as error:
                self.findings.append(unfit(span, str(error)))
                continue
            places = self._places(relation, items(drawn))
            if places is not None:
                gone.update(places)
                kept.append(relation)
        return gone, kept

    def _places(self, relation: Relation, drawn: Iterable[Json]) -> list[int] | None:
        """Return where a relation is drawn; None where it is so no more, and has been removed."""
        places = [self._drawn.get((relation.stance, str(one), relation.target)) for one in drawn]
        found = [one for one in places if one is not None]
        return found if len(found) == len(places) else None


def unfit(span: Span, reason: str) -> Finding:
    """Return the finding that what argmap kept in a file cannot be used."""
    message = f"what argmap kept here cannot be used: {shortened(reason)}"
    advice = "mend the data under `argmap`; argmap left them out"
    return damaged(span, message, advice, severity=Severity.ERROR)


def _inference(step: Step) -> dict[str, Json]:
    """Return the data of an inference that are neither argmap's nor told by its premises."""
    dropped = {"argmap", "uses"} if step.uses_named else {"argmap"}
    return {name: one for name, one in (step.data or {}).items() if name not in dropped}
