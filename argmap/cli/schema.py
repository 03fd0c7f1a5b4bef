"""`argmap schema`: the JSON Schema of claim files."""

import json

import click

from argmap.claimfile import schema as schema_of
from argmap.cli.options import examples
from argmap.project import find_project
from argmap.reports import report_schema


@click.command(
    epilog=examples(
        "argmap schema > .argmap-schema.json",
        "# yaml-language-server: $schema=../.argmap-schema.json",
        "argmap schema --report > .argmap-report-schema.json",
    )
)
@click.option(
    "--report", is_flag=True, help="Print that of the reports json and json-lines instead."
)
def schema(*, report: bool) -> None:
    """Print the JSON Schema of claim files, with the types that the project adds.

    Editors complete and check claim files by it. Those that use the language server for YAML
    want it named in the first line of a file, as the second example has it.
    """
    if report:
        click.echo(json.dumps(report_schema(), indent=2))
        return
    configuration = find_project().configuration
    found = schema_of(configuration.claim_types, configuration.evidence_types)
    click.echo(json.dumps(found, indent=2))
