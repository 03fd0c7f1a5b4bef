"""The rule about claims that say nearly the same (606)."""

from collections.abc import Iterator

from argmap.checks.context import Context
from argmap.checks.rule import Problem, place, quoted
from argmap.checks.rules.likeness import alike
from argmap.model import Claim, Node


def near_duplicate(context: Context) -> Iterator[Problem]:
    """Two claims, or two pieces of evidence from one source, say nearly the same.

    Why: What supports the one is missed at the other, and a reader counts one reason twice. Merge
    them, or say that one `restates:` the other. Texts count as nearly the same when nine tenths
    of their characters are, and one has all the words of the other, in their order and but for
    endings. Texts that differ in a word for another, in a number or in a negation are not
    reported, nor is evidence from different sources: two witnesses may say the same.

    Fires:
        claims:
          charge-cuts-traffic:
            text: A congestion charge reduces the traffic in the inner city.
            assumed: shown elsewhere
          charge-reduces-traffic:
            text: a congestion charge reduced traffic in the inner city
            assumed: shown elsewhere

    Silent:
        claims:
          charge-cuts-traffic:
            text: A congestion charge reduces traffic in the inner city.
            main: true
            assumed: shown elsewhere
          charge-cuts-no-traffic:
            text: A congestion charge reduces no traffic in the inner city.
            main: true
            assumed: shown elsewhere
          once-more:
            text: A congestion charge reduces the traffic in the inner city.
            restates: [charge-cuts-traffic]
    """
    for nodes in _comparable(context):
        for likeness in alike([node.text for node in nodes]):
            node, earlier = nodes[likeness.number], nodes[likeness.earlier]
            if context.same(node.id) != context.same(earlier.id):
                how = "the same" if likeness.is_same else "nearly the same"
                yield Problem(
                    f"{quoted(node.id)} says {how} as {quoted(earlier.id)}",
                    node.spans.get("text", node.span),
                    help="merge the two, or write `restates:` in one",
                    subject=node.id,
                    related=place(
                        earlier.spans.get("text", earlier.span), f"{quoted(earlier.id)} is here"
                    ),
                )


def _comparable(context: Context) -> Iterator[list[Node]]:
    """Give the live claims, and the live evidence from each source or set of sources."""
    groups: dict[frozenset[str] | None, list[Node]] = {}
    for node in context.nodes.values():
        if node.withdrawn is None:
            sources = None
            if not isinstance(node, Claim):
                sources = frozenset(passage.source for passage in node.passages)
            groups.setdefault(sources, []).append(node)
    return (nodes for nodes in groups.values() if len(nodes) > 1)
