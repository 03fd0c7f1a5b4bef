"""Rules about what a map is about: all leads to a main claim (110), and one is marked (111)."""

from collections.abc import Iterator

from argmap.checks.context import Context
from argmap.checks.rule import Problem, quoted


def unreachable_node(context: Context) -> Iterator[Problem]:
    """A claim leads to no main claim, in a map that says which are its main claims.

    Why: A claim that speaks for and against nothing is either a thesis of the map, or somebody
    forgot to say what it bears on. Reported is only the last claim of a line that leads nowhere,
    not what supports it. A claim that something contrasts is left alone: a map may set up a view
    to argue against it. Evidence that is used nowhere is orphan-evidence.

    Fires:
        claims:
          charge-works: {text: The charge works., main: true, assumed: shown elsewhere}
          taxis-rose: {text: There are more taxis now., assumed: shown elsewhere}

    Silent:
        claims:
          charge-works: {text: The charge works., main: true, assumed: shown elsewhere}
          taxis-rose:
            text: There are more taxis now.
            assumed: shown elsewhere
            contrasts: [charge-works]
          charge-has-effect: {text: The charge has its effect., restates: [charge-works]}
          charge-is-theft:
            text: The charge is theft.
            assumed: said by its opponents
            contrasting: [charge-works]
    """
    declared = {context.same(claim.id) for claim in context.declared}
    for claim in context.ends if declared else ():
        same = context.same(claim.id)
        if same not in declared and same not in context.contrasts:
            yield Problem(
                f"{quoted(claim.id)} leads to no main claim",
                claim.span,
                help="say what it supports or contrasts, or mark it `main: true`",
                subject=claim.id,
            )


def undeclared_main(context: Context) -> Iterator[Problem]:
    """No claim is marked as main, although several could be.

    Why: Pictures begin with the main claims, and some rules ask what leads to them. Where none is
    marked, those count that speak for and against nothing; with one such claim all is clear.

    Fires:
        claims:
          charge-works: {text: The charge works., assumed: shown elsewhere}
          charge-is-just: {text: The charge is just., assumed: shown elsewhere}

    Silent:
        claims:
          charge-works: {text: The charge works., assumed: shown elsewhere}
          traffic-fell:
            text: Traffic fell.
            assumed: shown elsewhere
            supports: [charge-works]
    """
    if context.declared or len(context.ends) == 1 or not context.claims:
        return
    first = (*context.ends, *context.claims)[0]
    some = f"{len(context.ends)} could be" if context.ends else "each speaks for or against another"
    found = context.argument_map
    yield Problem(
        f"no claim is marked as main, and {some}",
        found.spans.get("title", found.span) or first.span,
        help="mark what the map is about with `main: true`",
        subject=first.id,
    )
