"""Workers that are processes of this machine; a dead one is replaced."""

import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from attrs import define, field

from argmap.corpus.working import Outcome, Task, work_on
from argmap.project.walking import Place


@define
class Processes:
    """Some processes for chunks, and one for what has to be alone.

    Attributes:
        task: what is done.
        jobs: how many processes there are for chunks.
    """

    task: Task
    jobs: int
    _many: ProcessPoolExecutor | None = field(default=None, init=False)
    _one: ProcessPoolExecutor | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for pool in (self._many, self._one):
            if pool is not None:
                pool.shutdown(cancel_futures=True)

    def submit(self, chunk: tuple[Place, ...]) -> "Future[tuple[Outcome, ...]]":
        """Hand in places."""
        if self._many is None:
            self._many = _pool(self.jobs)
        try:
            return self._many.submit(work_on, self.task, chunk)
        except BrokenProcessPool:
            self._many = _pool(self.jobs)
            return self._many.submit(work_on, self.task, chunk)

    def alone(self, place: Place) -> "Future[tuple[Outcome, ...]]":
        """Hand in one place, for a process that has nothing else to do."""
        if self._one is None:
            self._one = _pool(1)
        try:
            return self._one.submit(work_on, self.task, (place,))
        except BrokenProcessPool:
            self._one = _pool(1)
            return self._one.submit(work_on, self.task, (place,))


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned everywhere alike: a fork of a program with threads can hang.
    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_end_on_interrupt)


def _end_on_interrupt() -> None:
    """Let Ctrl-C end a worker without a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
