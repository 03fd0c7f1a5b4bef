"""Measure all jobs of all tools at all sizes, each job of a size in one run."""

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from tests.benchmarks.beside.inputs import write_inputs
from tests.benchmarks.beside.jobs import Contender, Job
from tests.benchmarks.beside.places import Place
from tests.benchmarks.beside.running import Outcome, best_of, run

NEXT_TO_NOTHING: Final = 10
"""Nodes of the map with which a job is little more than starting."""


@frozen
class Row:
    """A tool at a job, at all sizes.

    Attributes:
        job: what is done.
        tool: who does it.
        differs: where it does less than argmap, or something else.
        outcomes: what its runs came to, by size; 0 where size is nothing to the job.
    """

    job: str
    tool: str
    differs: str
    outcomes: Mapping[int, Outcome]


def compare(
    jobs: Iterable[Job],
    here: Mapping[str, Place],
    sizes: Sequence[int],
    *,
    limit: int,
    times: int,
    tell: Callable[[str], None] = lambda _: None,
) -> list[Row]:
    """Return a row for each tool at each job.

    Args:
        jobs: what to measure.
        here: the tools that are on this machine.
        sizes: of maps, in nodes, ascending.
        limit: after how many CPU seconds a run is stopped; its tool gets no larger map then.
        times: how many runs of each, of which the best counts.
        tell: gets a line for each tool at each job and size when it is measured.
    """
    asked = [*jobs]
    found: dict[tuple[str, str], dict[int, Outcome]] = {
        (job.name, one.tool): {} for job in asked for one in job.contenders
    }
    for size in (0, NEXT_TO_NOTHING, *sizes):
        # One folder a size: jobs share their inputs.
        with tempfile.TemporaryDirectory() as folder:
            for job in asked:
                if job.is_sized == bool(size):
                    before = {one.tool: found[job.name, one.tool] for one in job.contenders}
                    runs = _runs(job, here, before, size, Path(folder), limit)
                    for tool, outcome in best_of(runs, times).items():
                        before[tool][size] = outcome
                        tell(f"{job.name}, {size:,}, {tool}: {outcome}")
    return [
        Row(job.name, one.tool, one.differs, found[job.name, one.tool])
        for job in asked
        for one in job.contenders
    ]


def _runs(
    job: Job,
    here: Mapping[str, Place],
    before: Mapping[str, Mapping[int, Outcome]],
    size: int,
    folder: Path,
    limit: int,
) -> dict[str, Callable[[], Outcome]]:
    runs: dict[str, Callable[[], Outcome]] = {}
    for one in job.contenders:
        gave_up = next((was for was in before[one.tool].values() if was.kind != "done"), None)
        if one.tool not in here:
            runs[one.tool] = partial(Outcome, "absent")
        elif gave_up:
            runs[one.tool] = partial(Outcome, gave_up.kind)
        else:
            runs[one.tool] = _run(one, here[one.tool], size, folder, limit)
    return runs


def _run(
    one: Contender, place: Place, size: int, folder: Path, limit: int
) -> Callable[[], Outcome]:
    write_inputs(one.reads, size, folder)
    run_it = partial(run, one.command(place.start), folder, limit, one.makes)
    if size <= NEXT_TO_NOTHING:
        run_it()  # compiles its modules, as installing does
    return run_it
