"""Random maps of any shape: circles, missing ends, linked premises, attacks upon attacks."""

from hypothesis import strategies as st

from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source, Stance

_IDS = [f"n{number}" for number in range(14)]
_TEXTS = st.sampled_from(["", "Short.", "A longer text of some words. " * 4, "語" * 40, "ع" * 30])


@st.composite
def _nodes(draw: st.DrawFn, ids: list[str]) -> list[Claim | Evidence]:
    nodes: list[Claim | Evidence] = []
    for name in draw(st.lists(st.sampled_from(ids), max_size=14)):
        text = draw(_TEXTS)
        section = draw(st.sampled_from([None, "One", "Two"]))
        if draw(st.booleans()):
            cited = draw(st.sampled_from(["s", "t", None]))
            passages = [Passage(cited, page="1")] if cited else []
            nodes.append(Evidence(name, text, passages=passages, section=section))
        else:
            assumed = draw(st.sampled_from([None, "why not"]))
            nodes.append(
                Claim(name, text, main=draw(st.booleans()), assumed=assumed, section=section)
            )
    return nodes


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map; where it has few ids, its relations run in circles and side by side."""
    ids = _IDS[: draw(st.integers(1, len(_IDS)))]
    count = draw(st.integers(0, 18))
    names = [f"r{number}" for number in range(count)]
    relations = []
    for name in names:
        stance = draw(st.sampled_from(list(Stance)))
        most = 1 if stance is Stance.RESTATES else 3
        premises = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=most))
        targets = [*ids, *names] if stance is Stance.UNDERCUTS else ids
        relations.append(Relation(stance, premises, draw(st.sampled_from(targets)), id=name))
    return ArgumentMap(
        draw(st.sampled_from(["", "A title"])),
        nodes=draw(_nodes(ids)),
        relations=relations,
        sources=[Source("s", "A source")],
    )
