"""What arggraph has no place for, in a processing instruction that other readers pass over."""

from collections.abc import Mapping
from typing import Final, cast

from attrs import evolve

from argmap.formats.carrying import as_line, carried, from_line, taken_back
from argmap.formats.xml_text import fit
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Relation, Stance
from argmap.model.relations import id_from_ends

_BEGIN: Final = "<?argmap "
_END: Final = "?>"
_STEP: Final = ("scheme", "because", "strength")
_EVIDENCE: Final = "evidence"


def own_instruction(argument_map: ArgumentMap, names: Mapping[str, str], title: str) -> str:
    """Return what arggraph has no place for, as JSON; empty where there is nothing.

    Args:
        argument_map: the map.
        names: how nodes and relations are called in the file, by their ids.
        title: what the file has for the title.
    """
    nodes: dict[str, Json] = {}
    for node in argument_map.nodes:  # of two with one id, the first has the name
        nodes.setdefault(names[node.id], {**_more_of(node)})
    steps: dict[str, Json] = {}
    for one in argument_map.relations:
        if one.id in names and one.stance is not Stance.RESTATES:
            steps.setdefault(names[one.id], {**_more_of_step(one)})
    made: list[Json] = [
        names[one.id]
        for one in argument_map.relations
        if one.id in names and not one.is_named and one.stance is not Stance.RESTATES
    ]
    restates: list[Json] = [
        {"premise": one.premises[0], "target": one.target, "id": one.id if one.is_named else None}
        for one in argument_map.relations
        if one.stance is Stance.RESTATES
    ]
    known: dict[str, Json] = {
        "title": None if argument_map.title == title else argument_map.title,
        "ids": {name: own for own, name in names.items() if name != own},
        "made": made,
        "nodes": {name: more for name, more in nodes.items() if more},
        "relations": {name: more for name, more in steps.items() if more},
        "restates": restates,
    }
    found: dict[str, Json] = {key: value for key, value in known.items() if value or value == ""}
    # Within a text of JSON an escape says the same, and ends no instruction.
    return _escaped(as_line(found)).replace(_END, "?\\u003e") if found else ""


def with_own(argument_map: ArgumentMap, text: str) -> ArgumentMap:
    """Return a map with what an instruction in its file says of nodes and relations."""
    _, begin, rest = text.partition(_BEGIN)
    value = from_line(rest.partition(_END)[0]) if begin else None
    if not isinstance(value, dict):
        return argument_map
    nodes = tuple(_with_more(node, _at(value, "nodes", node.id)) for node in argument_map.nodes)
    steps = tuple(
        _with_step(one, _at(value, "relations", one.id)) for one in argument_map.relations
    )
    title = value.get("title")
    changed = evolve(
        argument_map,
        title=title if isinstance(title, str) else argument_map.title,
        nodes=nodes,
        relations=steps,
    )
    return _restating(_renamed(changed, value), value.get("restates"))


def _escaped(line: str) -> str:
    """Return JSON in which escapes stand for what no XML can hold; halves of characters go."""
    fitting = fit(line)
    if fitting == line:
        return line
    signs = zip(line, fitting, strict=True)
    return "".join(new if old == new else _escape(old, new) for old, new in signs)


def _escape(old: str, new: str) -> str:
    return new if "\ud800" <= old <= "\udfff" else f"\\u{ord(old):04x}"


def _more_of(node: Node) -> dict[str, Json]:
    kind: dict[str, Json] = {_EVIDENCE: True} if isinstance(node, Evidence) else {}
    return kind | carried(node)


def _more_of_step(one: Relation) -> dict[str, Json]:
    values = {name: getattr(one, name) for name in _STEP}
    return {name: value for name, value in values.items() if value is not None}


def _with_more(node: Node, value: Json) -> Node:
    if isinstance(value, dict) and value.get(_EVIDENCE) is True and isinstance(node, Claim):
        node = Evidence(node.id, node.text, data=node.data, span=node.span)
    return taken_back(node, value)


def _with_step(one: Relation, value: Json) -> Relation:
    if not isinstance(value, dict):
        return one
    scheme, because, strength = (value.get(name) for name in _STEP)
    is_degree = isinstance(strength, int | float) and 0 <= strength <= 1
    return evolve(
        one,
        scheme=scheme if isinstance(scheme, str) else one.scheme,
        because=because if isinstance(because, str) else one.because,
        strength=cast("float", strength) if is_degree else one.strength,
    )


def _renamed(argument_map: ArgumentMap, value: dict[str, Json]) -> ArgumentMap:
    """Give nodes and relations the ids that they had, where all of them can have these."""
    ids, made = value.get("ids"), value.get("made")
    if not isinstance(ids, dict):
        return argument_map
    names = {name: own for name, own in ids.items() if isinstance(own, str) and own}
    of_ends = {one for one in made if isinstance(one, str)} if isinstance(made, list) else set()
    relations = [_with_ends(one, names) for one in argument_map.relations]
    for one in relations:
        own = names.get(one.id, "")
        if own and one.id in of_ends and own != id_from_ends(one.stance, one.premises, one.target):
            del names[one.id]  # it was made from ends that it no longer has
    taken = [names.get(one.id, one.id) for one in (*argument_map.nodes, *argument_map.relations)]
    if len(set(taken)) < len(taken):
        return argument_map
    return evolve(
        argument_map,
        nodes=tuple(evolve(one, id=names.get(one.id, one.id)) for one in argument_map.nodes),
        relations=tuple(
            evolve(_with_ends(one, names), id=names.get(one.id, one.id))
            for one in argument_map.relations
        ),
    )


def _with_ends(one: Relation, names: Mapping[str, str]) -> Relation:
    ends = tuple(names.get(end, end) for end in one.premises)
    return evolve(one, premises=ends, target=names.get(one.target, one.target))


def _restating(argument_map: ArgumentMap, value: Json) -> ArgumentMap:
    """Add the relations that restate, where both ends are still there."""
    known = {one.id for one in (*argument_map.nodes, *argument_map.relations)}
    added: list[Relation] = []
    for one in value if isinstance(value, list) else []:
        match one:
            case {"premise": str(premise), "target": str(target)} if known >= {premise, target}:
                made = Relation(Stance.RESTATES, premise, target)
                name = cast("dict[str, Json]", one).get("id")
                if isinstance(name, str) and name and name not in known:
                    made = evolve(made, id=name)
                known.add(made.id)
                added.append(made)
    return evolve(argument_map, relations=(*argument_map.relations, *added))


def _at(value: dict[str, Json], key: str, name: str) -> Json:
    inner = value.get(key)
    return inner.get(name) if isinstance(inner, dict) else None
