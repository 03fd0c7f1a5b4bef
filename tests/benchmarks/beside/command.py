"""The command `python -m tests.benchmarks beside`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import click

from tests.benchmarks.beside.comparing import compare
from tests.benchmarks.beside.jobs import JOBS
from tests.benchmarks.beside.places import gaps, machine, places
from tests.benchmarks.beside.table import as_markdown, as_text, versions

_HOW: Final = (
    "CPU seconds of argmap, and how many times as many the other took in the same run: whole "
    "processes and all their children, the best of some runs, each stopped at {limit} s. "
    "Growth is the exponent of the size; MB are the most that the largest process had."
)


@click.command
@click.option("--markdown", is_flag=True, help="Measure and print what the README has.")
@click.option("--limit", default=60, metavar="SECONDS", help="CPU seconds of a run at most.")
@click.option("--nodes", default="100,1000,10000,100000", help="Sizes of maps, with commas.")
@click.option("--repeat", default=3, metavar="N", help="Runs of each, of which the best counts.")
@click.option("--job", "only", multiple=True, help="Jobs that begin so, and no others.")
def beside(*, markdown: bool, limit: int, nodes: str, repeat: int, only: Sequence[str]) -> None:
    """Measure argmap beside other tools on the same maps, as whole processes.

    CPU seconds are those of a process and of all children it waited for; memory is the most of the
    largest of these processes. Other tools are looked for in the folders of ARGMAP_PEERS, which
    are separated as in PATH. What is not there is told.
    """
    sizes = sorted({int(one) for one in nodes.split(",")})
    here = places()
    jobs = [
        job
        for job in JOBS
        if job.name.startswith(tuple(only) or "") and (only or job.is_in_readme or not markdown)
    ]
    rows = compare(
        jobs,
        here,
        sizes,
        limit=limit,
        times=repeat,
        tell=lambda line: click.echo(line, err=True),
    )
    written = as_markdown if markdown else as_text
    for line in written(rows, sizes, limit):
        click.echo(line)
    tools = versions((name, place.version) for name, place in here.items())
    options = f"--limit {limit} --nodes {nodes} --repeat {repeat}"
    click.echo(_HOW.format(limit=limit))
    click.echo(
        f"{datetime.now(UTC).date()}: {tools}; {machine()}; "
        f"`python -m tests.benchmarks beside {options}`."
    )
    for name in gaps(here):
        click.echo(f"{name} is not here; see tests/benchmarks/beside/places.py", err=True)
