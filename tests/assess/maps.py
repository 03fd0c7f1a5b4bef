"""Small maps for tests of what stands: written in a line, or any at all from Hypothesis."""

from attrs import evolve
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation, Stance

SIZE = 7
_STANCES = {
    "+": Stance.SUPPORTS,
    "-": Stance.CONTRASTS,
    "x": Stance.UNDERCUTS,
    "=": Stance.RESTATES,
}


def a_map(text: str, assumed: str = "") -> ArgumentMap:
    """Make a map of lines like `E F + a` and `E + a as step`.

    Names in capital letters are evidence with a source, all others are claims; those named in
    `assumed` are assumed.
    """
    relations: list[Relation] = []
    for line in filter(None, map(str.strip, text.replace(";", "\n").splitlines())):
        edge, _, name = line.partition(" as ")
        *premises, sign, target = edge.split()
        relation = Relation(_STANCES[sign], premises, target)
        relations.append(evolve(relation, id=name) if name else relation)
    ends = dict.fromkeys(end for one in relations for end in (*one.premises, one.target))
    named = {one.id for one in relations}
    return ArgumentMap(
        nodes=[_node(end, assumed.split()) for end in ends if end not in named],
        relations=relations,
    )


def _node(name: str, assumed: list[str]) -> Node:
    if name.isupper():
        return Evidence(name, passages=[Passage("report")])
    return Claim(name, assumed="so" if name in assumed else None)


@st.composite
def maps(draw: st.DrawFn, *, stances: str = "+", linked: bool = True) -> ArgumentMap:
    """Make any small map around the claim n0: with circles, linked premises, assumptions."""
    nodes: list[Node] = []
    for number in range(SIZE):
        name = f"n{number}"
        kind = draw(st.sampled_from("ccccaeeeewu")) if number else "c"
        reason = "so" if kind == "a" and linked else None
        gone = "gone" if kind == "w" else None
        if kind in "eu":
            nodes.append(Evidence(name, passages=[Passage("s")] * (kind == "e")))
        else:
            nodes.append(Claim(name, assumed=reason, withdrawn=gone))
    names = st.sampled_from([f"n{number}" for number in range(SIZE)])
    targets = st.sampled_from([f"n{number}" for number in (0, 0, 0, 1, 1, 2, *range(SIZE))])
    relations: dict[str, Relation] = {}
    for _ in range(draw(st.integers(3, 14))):
        stance = _STANCES[draw(st.sampled_from(stances))]
        is_single = stance is Stance.RESTATES or not linked
        premises = draw(st.lists(names, min_size=1, max_size=1 if is_single else 3, unique=True))
        target = draw(targets)
        if stance is Stance.UNDERCUTS:
            if not relations:
                continue
            target = draw(st.sampled_from(sorted(relations)))
        relation = Relation(stance, premises, target)
        relations[relation.id] = relation
    return ArgumentMap(nodes=nodes, relations=relations.values())
