"""`argmap schema`: the JSON Schema of claim files."""

import json
from pathlib import Path

import click

from argmap.claimfile import schema as schema_of
from argmap.cli.gather import STANDARD_STREAM
from argmap.cli.options import examples
from argmap.project import Project, find_project, shown, write_text
from argmap.reports import report_schema


@click.command(
    epilog=examples(
        "argmap schema -o claims/.schema.json",
        "# yaml-language-server: $schema=.schema.json",
        "argmap schema --report > .argmap-report-schema.json",
    )
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=STANDARD_STREAM,
    metavar="FILE",
    help="Where to write.  [default: -]",
)
@click.option(
    "--report", is_flag=True, help="Print that of the reports json and json-lines instead."
)
def schema(*, report: bool, output: Path) -> None:
    """Print the JSON Schema of claim files, with the types that the project adds.

    Editors complete and check claim files by it. Those that use the language server for YAML
    want it named in the first line of a file, as the second example has it; `argmap fmt` keeps
    that line. Write it again when the project has other types, or argmap another version.
    """
    text = json.dumps(report_schema(), indent=2) if report else schema_text(find_project())
    if output == STANDARD_STREAM:
        click.echo(text)
    else:
        write_text(output, f"{text.rstrip()}\n")
        click.echo(f"wrote {shown(output)}", err=True)


def schema_text(project: Project) -> str:
    """Return the JSON Schema of the claim files of a project."""
    configuration = project.configuration
    found = schema_of(configuration.claim_types, configuration.evidence_types)
    return json.dumps(found, indent=2)
