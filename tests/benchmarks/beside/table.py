"""The measured as a table: for a terminal all of it, for the README in Markdown what it shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from tests.benchmarks.beside.comparing import NEXT_TO_NOTHING, Row
from tests.benchmarks.beside.growth import growth
from tests.benchmarks.beside.running import Outcome

_MEMORY_AT: Final = 10_000
_DASH: Final = "-"


def as_text(rows: Sequence[Row], sizes: Sequence[int], limit: int) -> Iterator[str]:
    """Yield lines: of each tool at each job and size the CPU seconds, ratio to argmap, and MB."""
    columns = (NEXT_TO_NOTHING, *sizes)
    heads = "".join(f"{size:>26,}" for size in columns)
    yield f"{'job':<27}{'tool':<14}{heads}{'growth':>9}"
    for job, tools in groupby(rows, lambda row: row.job):
        ours: Mapping[int, Outcome] = {}
        for row in tools:
            ours = ours or row.outcomes
            shown = columns if any(row.outcomes) else (0,)
            cells = "".join(
                f"{_cell(row.outcomes.get(size), ours.get(size), limit):>26}" for size in shown
            )
            cells = cells.ljust(26 * len(columns))
            yield f"{job:<27}{row.tool:<14}{cells}{_exponent(row):>9}  {row.differs}".rstrip()


def as_markdown(rows: Sequence[Row], sizes: Sequence[int], limit: int) -> Iterator[str]:
    """Yield a table of Markdown, a line for each other tool at each job.

    A last line tells the times to start, and what is not here or came to nothing at any size.
    """
    at = _MEMORY_AT if _MEMORY_AT in sizes else sizes[-1]
    heads = " | ".join(f"{size:,}" for size in sizes)
    yield f"| job | beside | {heads} | growth | MB at {at:,} |"
    yield f"|---|---|{'--:|' * len(sizes)}--:|--:|"
    starts: list[str] = []
    gaps: list[str] = []
    for job, tools in groupby(rows, lambda row: row.job):
        ours, *others = tools
        for row in others:
            if not any(one.kind == "done" for one in row.outcomes.values()):
                gaps.append(f"{row.tool} ({job}: {_why(row, limit)})")
            elif not all(row.outcomes):
                starts.append(f"{row.tool} {_ratio(row.outcomes[0], ours.outcomes.get(0), limit)}")
            else:
                yield _line(ours, row, sizes, at, limit)
        if starts and not all(ours.outcomes):
            starts.insert(0, f"argmap {_seconds(ours.outcomes[0])}")
    yield ""
    told = (("To start", starts), ("Without a number", gaps))
    yield " ".join(f"{what}: {', '.join(those)}." for what, those in told if those)


def _line(ours: Row, row: Row, sizes: Sequence[int], at: int, limit: int) -> str:
    pairs = ((ours.outcomes.get(size), row.outcomes.get(size)) for size in sizes)
    cells = [f"{_seconds(mine)}, {_ratio(theirs, mine, limit)}" for mine, theirs in pairs]
    beside = f"{row.tool} ({row.differs})" if row.differs else row.tool
    grow = f"{_exponent(ours)} : {_exponent(row)}"
    memory = f"{_megabytes(ours.outcomes.get(at))} : {_megabytes(row.outcomes.get(at))}"
    return f"| {' | '.join((row.job, beside, *cells, grow, memory))} |"


def _cell(outcome: Outcome | None, ours: Outcome | None, limit: int) -> str:
    if outcome is None or outcome.kind != "done":
        return _trouble(outcome, limit)
    ratio = "" if outcome is ours else _ratio(outcome, ours, limit)
    return f"{_seconds(outcome)}{ratio:>9}{outcome.megabytes:>6.0f} MB"


def _ratio(outcome: Outcome | None, ours: Outcome | None, limit: int) -> str:
    """Return how many times the CPU time of argmap another took, in the same run."""
    if outcome is None or outcome.kind != "done":
        return _trouble(outcome, limit)
    if ours is None or ours.kind != "done" or not ours.seconds:
        return _seconds(outcome)
    ratio = outcome.seconds / ours.seconds
    return f"{ratio:,.0f} x" if ratio >= 10 else f"{ratio:.1f} x"


def _seconds(outcome: Outcome | None) -> str:
    if outcome is None or outcome.kind != "done":
        return _DASH
    return f"{outcome.seconds:.0f} s" if outcome.seconds >= 10 else f"{outcome.seconds:.2f} s"


def _megabytes(outcome: Outcome | None) -> str:
    return f"{outcome.megabytes:,.0f}" if outcome and outcome.kind == "done" else _DASH


def _trouble(outcome: Outcome | None, limit: int) -> str:
    if outcome is None:
        return _DASH
    return {"late": f"> {limit} s", "fails": "fails", "absent": "not here"}[outcome.kind]


def _why(row: Row, limit: int) -> str:
    return _trouble(next(iter(row.outcomes.values()), None), limit)


def _exponent(row: Row) -> str:
    taken = {size: one.seconds for size, one in row.outcomes.items() if one.kind == "done" and size}
    start = taken.pop(NEXT_TO_NOTHING, 0.0)
    exponent = growth(start, taken)
    return _DASH if exponent is None else f"{exponent:.2f}"


def versions(tools: Iterable[tuple[str, str]]) -> str:
    """Return the names and versions of tools in one line."""
    return ", ".join(f"{name} {version}".strip() for name, version in tools)
