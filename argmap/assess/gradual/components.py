"""The units of a graph in an order in which nothing comes before what it depends on."""

from collections.abc import Iterator, Sequence

from argmap.assess.gradual.weighted_graph import WeightedGraph


def components(graph: WeightedGraph) -> Iterator[tuple[int, ...]]:
    """Give the units, those that depend on each other together; linear.

    A unit by itself may still depend on itself.
    """
    waits = [len(sources) for sources in graph.incoming]
    targets: list[list[int]] = [[] for _ in waits]
    for source, target, _ in graph.edges:
        targets[source].append(target)
    free = [unit for unit, count in enumerate(waits) if not count]
    for unit in free:
        yield (unit,)
        for target in targets[unit]:
            waits[target] -= 1
            if not waits[target]:
                free.append(target)
    if len(free) < len(waits):
        yield from _condensed([unit for unit, count in enumerate(waits) if count], targets)


def _condensed(units: Sequence[int], targets: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    # Takes 0.1 s to import, and most maps have no circle.
    import networkx as nx  # noqa: PLC0415

    left: nx.DiGraph[int] = nx.DiGraph()
    left.add_nodes_from(units)
    left.add_edges_from((unit, target) for unit in units for target in targets[unit])
    whole = nx.condensation(left)
    for number in nx.topological_sort(whole):
        yield tuple(sorted(whole.nodes[number]["members"]))
