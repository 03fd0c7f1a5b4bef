"""What a baseline knows already: it is counted and not told again."""

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from argmap.findings import UsageError
from argmap.project import Project, read_text_file, shown
from argmap.reports import CheckedMap


def baseline_file(project: Project) -> Path:
    """Return the place of the baseline of a project, which may not be there."""
    return project.root / project.configuration.baseline


def without_known(
    found: Sequence[CheckedMap], project: Project, wanted: Path | None
) -> tuple[tuple[CheckedMap, ...], int]:
    """Return checked maps with what a baseline does not have, and how much of it is gone.

    Args:
        found: maps with all that was found in them.
        project: its baseline counts where it is there.
        wanted: the baseline that was asked for, if any.

    Raises:
        UsageError: when the baseline cannot be read.
    """
    path = wanted or baseline_file(project)
    if wanted is None and not path.exists():
        return tuple(found), 0
    # Most projects have no baseline.
    from argmap.checks import BadBaselineError, against_baseline  # noqa: PLC0415

    file, finding = read_text_file(path)
    if finding is not None:
        message = f"'{shown(path)}' is no baseline: {finding.message}"
        raise UsageError(message)
    try:
        # All maps together: a claim may have moved from one to the other.
        beside = against_baseline((one for each in found for one in each.findings), file.text)
    except BadBaselineError as error:
        message = f"'{shown(path)}': {error}"
        raise UsageError(message) from None
    new = set(map(id, beside.new))
    kept = [[one for one in each.findings if id(one) in new] for each in found]
    maps = (
        evolve(each, findings=left, known=len(each.findings) - len(left))
        for each, left in zip(found, kept, strict=True)
    )
    return tuple(maps), len(beside.gone)
