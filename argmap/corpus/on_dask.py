"""Workers of Dask: on a cluster that is there, or on one made for the time on this machine."""

import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from argmap.corpus.working import Task, work_on
from argmap.findings import MissingPackageError
from argmap.project.walking import Place

if TYPE_CHECKING:
    from argmap.corpus.running import Future


@define
class Dask:
    """A client of Dask.

    Its workers have to find the same files under the same paths, from the same directory.

    Attributes:
        task: what is done.
        jobs: how many processes a cluster of this machine gets.
    """

    task: Task
    jobs: int
    _open: ExitStack = field(factory=ExitStack, init=False)
    _client: Any = field(default=None, init=False)

    def __enter__(self) -> Self:
        try:
            import dask  # noqa: PLC0415 - an extra, and heavy
            from distributed import Client, LocalCluster  # noqa: PLC0415 - the same
        except ModuleNotFoundError as error:
            if error.name not in {"dask", "distributed"}:
                raise
            what = "`--engine dask`"
            raise MissingPackageError(what, "distributed", "dask", "leave the option out") from None
        with ExitStack() as opened:
            # A worker that dies is not given the same file again and again.
            opened.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": 0}))
            if dask.config.get("scheduler-address", None):
                self._client = opened.enter_context(Client())
            else:
                with _interrupts_for_us_alone():
                    cluster = LocalCluster(
                        n_workers=self.jobs,
                        threads_per_worker=1,
                        dashboard_address=None,
                        silence_logs="CRITICAL",
                    )
                opened.enter_context(cluster)
                self._client = opened.enter_context(Client(cluster))
            self._open = opened.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def submit(self, chunk: tuple[Place, ...]) -> "Future":
        """Hand in places."""
        future: Future = self._client.submit(work_on, self.task, chunk, pure=False)
        return future

    def alone(self, place: Place) -> "Future":
        """Hand in one place; only what runs beside it in its process can harm it."""
        return self.submit((place,))


@contextmanager
def _interrupts_for_us_alone() -> Iterator[None]:
    """Have processes that are begun meanwhile ignore Ctrl-C: we end them, without tracebacks."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what a signal does
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
