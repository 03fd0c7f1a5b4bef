"""Weighted graphs for tests: written in a line, or any at all from Hypothesis."""

from hypothesis import strategies as st

from argmap.assess.gradual import SEMANTICS, Edge, WeightedGraph, evaluate


def a_graph(base: dict[str, float], text: str) -> tuple[WeightedGraph, list[str]]:
    """Make a graph of edges like `a+b` and `c-b,d`: c attacks b and d."""
    names = list(base)
    edges = []
    for edge in text.split():
        sign = "+" if "+" in edge else "-"
        sources, targets = (end.split(",") for end in edge.split(sign))
        edges += [
            Edge(names.index(source), names.index(target), 1.0 if sign == "+" else -1.0)
            for source in sources
            for target in targets
        ]
    return WeightedGraph(base.values(), edges), names


def values(base: dict[str, float], text: str, semantics: str) -> dict[str, float]:
    graph, names = a_graph(base, text)
    found = evaluate(graph, SEMANTICS[semantics], tolerance=1e-11)
    assert found.has_converged
    return dict(zip(names, found.values, strict=True))


@st.composite
def graphs(draw: st.DrawFn, *, size: int = 6, circular: bool = True) -> WeightedGraph:
    """Make any small graph, with steps among its units."""
    degrees = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0])
    weights = st.sampled_from([-1.0, -0.5, 0.5, 1.0, 0.0])
    units = st.integers(0, size - 1)
    edges = draw(st.lists(st.builds(Edge, units, units, weights), max_size=10))
    if not circular:
        edges = [edge for edge in edges if edge.source < edge.target]
    base = draw(st.lists(degrees, min_size=size, max_size=size))
    return WeightedGraph(
        base,
        edges,
        draw(st.sets(units, max_size=2)),
        draw(st.sampled_from(["product", "minimum"])),
    )
