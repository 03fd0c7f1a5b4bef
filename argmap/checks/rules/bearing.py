"""The rule about a node that alone bears a main claim (210)."""

from collections.abc import Iterator

from argmap.checks.context import Context
from argmap.checks.rule import Problem, place, quoted


def load_bearing_node(context: Context) -> Iterator[Problem]:
    """A main claim seems to rest on several things, and falls with one.

    Why: The ways of support part below the claim and meet again in one node; if that is taken
    away, no evidence reaches the claim any more. Make sure of that node, or find support that
    does without it.

    Computed are the nodes without which no evidence would reach a main claim by the steps that
    hold now (dominators, where linked premises count only together). A step falls when one of its
    premises does, and a claim when all its steps do. Of these nodes those are reported that
    support by two ways or more, for one main claim or for several; that a claim falls with its
    only reason needs no finding. What an undercut or a contrast would do without the node is not
    asked, and in circles of support less is found.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [fewer-cars, faster]}
          fewer-cars: {text: There are fewer cars., supporting: [counts]}
          faster: {text: Buses are faster., supporting: [counts]}
        evidence:
          counts: {text: The count of cars and buses., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [fewer-cars, faster]}
          fewer-cars: {text: There are fewer cars., supporting: [counts]}
          faster: {text: Buses are faster., supporting: [counts, timetable]}
        evidence:
          counts: {text: The count of cars and buses., cites: report}
          timetable: {text: The timetable was made shorter., cites: report}
    """
    # A preset that few select has this rule.
    from argmap.checks.rules.necessity import joints  # noqa: PLC0415

    for joint in joints(context):
        node = context.nodes[joint.node]
        first, *others = [quoted(claim) for claim in joint.claims]
        claims = " and ".join((first, *others))
        if joint.has_more:
            claims = ", ".join((first, *others)) + " and others"
        yield Problem(
            f"all support of {claims} comes down to {quoted(node.id)}",
            node.span,
            help=f"make sure of {quoted(node.id)}, or find support that does without it",
            subject=node.id,
            related=tuple(
                note
                for claim in joint.claims
                for note in place(context.nodes[claim].span, f"{quoted(claim)} falls with it")
            ),
        )
