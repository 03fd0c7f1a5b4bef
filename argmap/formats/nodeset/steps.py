"""Steps of a nodeset (RA, CA, MA) as relations."""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define

from argmap.formats.nodeset.ends import Edge
from argmap.formats.nodeset.kept import kept_edge, kept_node
from argmap.formats.nodeset.names import AIF, as_number, fields, name_of
from argmap.formats.nodeset.reading import Reading
from argmap.formats.nodeset.slot import SLOT
from argmap.model import Json, Relation, Stance
from argmap.text import Span

_STANCES: Final[Mapping[str, Stance]] = {
    "RA": Stance.SUPPORTS,
    "CA": Stance.CONTRASTS,
    "MA": Stance.RESTATES,
}
_IDS: Final = (str, int)
_MOST_ENDS: Final = 100_000  # of one step: its premises for each of its targets


@define
class _Step:
    """A node that is a step, with its ends as ids of the nodeset."""

    node: dict[str, Json]
    name: str
    kind: str
    premises: Mapping[str, Edge]
    targets: Mapping[str, Edge]
    again: list[Json]
    span: Span


def relations_of(
    reading: Reading, number: int, node: dict[str, Json], name: str
) -> tuple[Relation, ...]:
    """Return the relations that a step is: one for each of its targets.

    A rephrase of several claims is one for each of these. A step without premise or target is
    none, and its edges are kept.
    """
    ends = reading.ends
    premises, targets = ends.premises.pop(name, {}), ends.targets.pop(name, {})
    again = ends.again.pop(name, [])
    span = reading.places.node(number)
    kind = str(node["type"])
    step = _Step(node, name, kind, premises, targets, again, span)
    if not premises or not targets:
        ends.others.extend((*premises.values(), *targets.values(), *again))
        lack = (
            "no premise and no target"
            if not premises and not targets
            else ("no premise" if not premises else "no target")
        )
        message = f"{kind} '{name}' has {lack}"
        advice = "it is kept as it is, and not shown; link claims to it, or remove it"
        reading.tell(span, message, advice, name)
        return ()
    if len(targets) == 1 and (len(premises) == 1 or kind != "MA"):
        return (_main(reading, step, tuple(premises), *targets),)
    pairs = tuple(_pairs(step))
    if len(premises) * len(targets) > _MOST_ENDS and kind != "MA":
        message = f"{kind} '{name}' has {len(premises)} premises for each of {len(targets)} targets"
        reading.tell(span, message, "only its first target is shown; make several steps", name)
        ends.others.extend([*targets.values()][1:])
        pairs = pairs[:1]
    main = _main(reading, step, *pairs[0])
    return (main, *(_further(reading, step, main, *pair) for pair in pairs[1:]))


def _pairs(step: _Step) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give premises and target of each relation."""
    first_target, *targets = step.targets
    if step.kind != "MA":
        premises = tuple(step.premises)
        yield from ((premises, target) for target in step.targets)
        return
    first, *others = step.premises
    yield (first,), first_target
    yield from (((first,), target) for target in targets)
    yield from (((other,), first_target) for other in others)


def _main(reading: Reading, step: _Step, premises: tuple[str, ...], target: str) -> Relation:
    node, kind = step.node, step.kind
    relation_id = reading.id_of(step.name)
    slot = fields(node.get(SLOT))
    own = fields(slot.get("ends")).get("premises")
    if isinstance(own, list) and {name_of(one) for one in own} == set(premises):
        premises = tuple(name_of(one) for one in own)
    number = name_of(node.get("schemeID")) or reading.fulfilled.get(step.name, "")
    scheme, text, is_odd = reading.scheme(node.get("text"), node.get("scheme"), number, kind)
    usual = as_number(relation_id) if reading.as_numbers else relation_id
    kept: dict[str, Json] = {}
    if rest := kept_node(node, {"nodeID": usual, "text": text, "type": kind}):
        kept["node"] = rest
    if is_odd:
        kept["type"] = kind
    kept["premises"] = {
        reading.id_of(premise): _edge(reading, step.premises[premise]) for premise in premises
    }
    kept["target"] = _edge(reading, step.targets[target])
    if step.again:
        kept["again"] = step.again
    given: dict[str, object] = {"scheme": scheme}
    data: dict[str, Json] = {AIF: kept}
    if SLOT in node:
        found, other = reading.given(step.span, node[SLOT], Relation, relation_id)
        given.update(found)
        data = {**fields(other.get("data")), **data}
    return Relation(
        _stance(reading, step, target, slot),
        tuple(map(reading.id_of, premises)) if reading.ids else premises,
        reading.id_of(target),
        id=relation_id,
        data=data,
        span=step.span,
        **given,  # type: ignore[arg-type] # by their names
    )


def _further(
    reading: Reading,
    step: _Step,
    main: Relation,
    premises: tuple[str, ...],
    target: str,
) -> Relation:
    """Return the relation to a further target, or from a further premise."""
    kept: dict[str, Json] = {"of": main.id}
    if step.targets[target] and reading.id_of(target) != main.target:
        kept["target"] = _edge(reading, step.targets[target])
    else:
        kept["premises"] = {
            reading.id_of(one): _edge(reading, step.premises[one]) for one in premises
        }
    return Relation(
        _stance(reading, step, target, {}),
        tuple(map(reading.id_of, premises)),
        reading.id_of(target),
        id=reading.further_id(main.id),
        scheme=main.scheme,
        data={AIF: kept},
        span=step.span,
    )


def _stance(reading: Reading, step: _Step, target: str, slot: Mapping[str, Json]) -> Stance:
    if step.kind != "CA":
        return _STANCES[step.kind]
    given = slot.get("stance")
    if given in (Stance.CONTRASTS, Stance.UNDERCUTS):
        return Stance(str(given))
    return Stance.UNDERCUTS if reading.ends.is_step(target) else Stance.CONTRASTS


def _edge(reading: Reading, edge: Edge) -> Json:
    if (
        reading.as_texts
        and len(edge) == reading.usual_fields
        and type(edge["fromID"]) is type(edge["toID"]) is str
        and type(edge.get("edgeID")) in _IDS
    ):
        return edge["edgeID"]
    return kept_edge(edge, reading.shared, reading.raws, as_numbers=reading.as_numbers)
