"""`argmap show`: all about one node or relation."""

from collections.abc import Sequence
from pathlib import Path

import click

from argmap.assess import Assessment, assess, load_bearing, smallest_cut
from argmap.cli.gather import checked, loaded, painted, the_map_of
from argmap.cli.options import examples
from argmap.findings import UsageError
from argmap.model import ArgumentMap, Claim, Node
from argmap.nearest import nearest
from argmap.project import LoadedMap, Project, find_project
from argmap.reports import describe_bearing, describe_node, describe_relation, finding_text


@click.command(
    epilog=examples(
        "argmap show cuts-traffic",
        "argmap show cuts-traffic --map city",
        "argmap show a1 --map debate.argdown",
    )
)
@click.argument("wanted", metavar="ID")
@click.option("--map", "name", metavar="NAME|PATH", help="The map to look in, or its file.")
def show(*, wanted: str, name: str | None) -> None:
    """Tell all about one claim, piece of evidence or relation.

    Its text and type, its status and the steps that lead to it, what speaks for and against it,
    its passages, what it falls with if it is a main claim, and what `argmap check` finds wrong
    with it.
    """
    project = find_project()
    (found,) = checked([the_map_of(wanted, _maps(name, project))], project)
    argument_map, assessment = found.map, assess(found.map)
    if wanted in argument_map.nodes_by_id:
        node = argument_map.node(wanted)
        subject, text = node.id, describe_node(argument_map, assessment, node)
        text += _bearing(argument_map, assessment, node)
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
    bearing = load_bearing(argument_map, node.id, assessment)
    cut = None
    if not bearing.nodes:
        cut = smallest_cut(argument_map, node.id, assessment, most=3, trials=500)
    told = describe_bearing(argument_map, bearing, cut)
    return told and f"\n{told}"


def _maps(name: str | None, project: Project) -> Sequence[LoadedMap]:
    """Return the maps of a project, those with a name, or the map in a file."""
    if name is not None and ("/" in name or "." in name) and Path(name).exists():
        return loaded(project, (Path(name),))
    maps = loaded(project, ())
    if name is None:
        return maps
    found = [one for one in maps if one.name == name]
    if not found:
        meant = nearest(name, (one.name for one in maps))
        names = ", ".join(one.name for one in maps)
        hint = f"did you mean '{meant}'?" if meant else f"there are {names}"
        message = f"there is no map '{name}'; {hint}"
        raise UsageError(message)
    return found
