"""`argmap show`: all about one node or relation."""

import click

from argmap.assess import Assessment
from argmap.cli import completing
from argmap.cli.gather import checked, maps_called, painted, the_map_of
from argmap.cli.options import examples, map_option
from argmap.model import ArgumentMap, Claim, Node
from argmap.project import find_project
from argmap.reports import describe_node, describe_relation, finding_text


@click.command(
    epilog=examples(
        "argmap show charge-cuts-traffic",
        "argmap show charge-cuts-traffic --map city",
        "argmap show a1 --map debate.argdown",
    )
)
@click.argument("wanted", metavar="ID", shell_complete=completing.parts)
@map_option
def show(*, wanted: str, name: str | None) -> None:
    """Tell all about one claim, piece of evidence or relation.

    Its text and type, its status and the steps that lead to it, what speaks for and against it,
    its passages, what it falls with if it is a main claim, what reviewers say of it, and what
    `argmap check` finds wrong with it.
    """
    project = find_project()
    one = the_map_of(wanted, maps_called(name, project))
    (found,) = checked([one], project)
    argument_map, assessment = found.map, one.assessment
    if wanted in argument_map.nodes_by_id:
        node = argument_map.node(wanted)
        subject, text = node.id, describe_node(argument_map, assessment, node)
        text += _bearing(argument_map, assessment, node)
        if one.reviews:
            # Most maps have no reviews.
            from argmap.reports.reviewed import describe_review  # noqa: PLC0415
            from argmap.review import standing_of  # noqa: PLC0415

            standing = standing_of(argument_map, node, one.reviews, assessment)
            text += f"\n{describe_review(standing, one.reviews)}"
    else:
        relation = argument_map.relations_by_id[wanted]
        subject, text = relation.id, describe_relation(argument_map, assessment, relation)
    click.echo(text, nl=False)
    findings = [finding for finding in found.findings if finding.subject == subject]
    if findings:
        click.echo("\nfindings")
    for finding in findings:
        click.echo(finding_text(finding, painted), nl=False)


def _bearing(argument_map: ArgumentMap, assessment: Assessment, node: Node) -> str:
    """Tell what a main claim falls with; nothing of other nodes."""
    if not (isinstance(node, Claim) and argument_map.is_main(node)):
        return ""
    # Only a main claim is asked what it falls with.
    from argmap.assess.bearing import load_bearing  # noqa: PLC0415
    from argmap.assess.cuts import smallest_cut  # noqa: PLC0415
    from argmap.reports.reasons import describe_bearing  # noqa: PLC0415

    bearing = load_bearing(argument_map, node.id, assessment)
    cut = None
    if not bearing.nodes:
        cut = smallest_cut(argument_map, node.id, assessment, most=3, trials=500)
    told = describe_bearing(argument_map, bearing, cut)
    return told and f"\n{told}"
