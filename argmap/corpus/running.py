"""Many places, worked on side by side, with the outcomes in the order of the places."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

from argmap.corpus.on_dask import Dask
from argmap.corpus.processes import Processes
from argmap.corpus.working import Outcome, State, Task, refuse_unknown
from argmap.project.walking import Place, name_of

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

Engine: TypeAlias = Literal["processes", "dask"]

Chunk: TypeAlias = tuple[Place, ...]

CHUNK: Final = 16
"""Places that are sent together: one alone takes less time to read than to send."""

_AHEAD: Final = 4


class Future(Protocol):
    """An answer that is on its way."""

    def exception(self) -> BaseException | None:
        """Wait, and return what went wrong."""

    def result(self) -> tuple[Outcome, ...]:
        """Wait, and return the answer."""


class Workers(Protocol):
    """Those who do the work."""

    def submit(self, chunk: Chunk) -> Future:
        """Hand in places."""

    def alone(self, place: Place) -> Future:
        """Hand in one place, to be worked on with no other beside it in its process."""


def run(
    task: Task,
    places: Iterable[Place],
    *,
    jobs: int = 1,
    engine: Engine = "processes",
    chunk: int = CHUNK,
) -> Generator[Outcome, None, None]:
    """Do a task on all places, and give the outcomes as they come, in the order of the places.

    The memory that it takes is that of some chunks of places, not of all. The outcomes are the
    same with each engine, and with any number of jobs. A worker that dies costs the file that it
    died of, whose outcome is bad. Processes are spawned anew, so that a program which calls this
    needs its `if __name__ == "__main__":`.

    Args:
        task: what is wanted.
        places: where maps may lie.
        jobs: how many processes work.
        engine: `processes` of this machine, or `dask`: on the scheduler that Dask is configured
            to use (`DASK_SCHEDULER_ADDRESS`), else on a cluster of this machine.
        chunk: how many places are sent together.

    Raises:
        UsageError: for a rule or semantics that is not there; for `dask` where it is missing.
    """
    refuse_unknown(task)
    make: Callable[[Task, int], AbstractContextManager[Workers]]
    make = Dask if engine == "dask" else Processes
    with make(task, jobs) as workers:
        yield from _in_order(workers, _chunks(places, chunk), jobs * _AHEAD)


def _chunks(places: Iterable[Place], size: int) -> Iterator[Chunk]:
    rest = iter(places)
    while chunk := tuple(islice(rest, size)):
        yield chunk


def _in_order(workers: Workers, chunks: Iterable[Chunk], ahead: int) -> Iterator[Outcome]:
    waiting: deque[tuple[Chunk, Future]] = deque()
    for chunk in chunks:
        waiting.append((chunk, workers.submit(chunk)))
        if len(waiting) > ahead:
            yield from _settled(workers, *waiting.popleft())
    while waiting:
        yield from _settled(workers, *waiting.popleft())


def _settled(workers: Workers, chunk: Chunk, future: Future) -> Iterator[Outcome]:
    if future.exception() is None:
        yield from future.result()
        return
    # Somebody died, of a place in this chunk or of one beside it: which one, each tells alone.
    for place in chunk:
        again = workers.alone(place)
        error = again.exception()
        if error is None:
            yield from again.result()
        else:
            yield Outcome(name_of(place), State.BAD, reason=_why(error))


def _why(error: BaseException) -> str:
    name = type(error).__name__
    if name in {"BrokenProcessPool", "KilledWorker"}:
        return "the process that read it died; it may need more memory than there is"
    return f"it stopped argmap with {name}: {error}; please report that"
