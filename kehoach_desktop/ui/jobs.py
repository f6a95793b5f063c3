"""The one door for slow work: off the main thread, one at a time, its outcome brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Answer = Callable[[T], None]


class Job:
    """A piece of slow work that was asked for and can be called off."""

    def __init__(self) -> None:
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop; its outcome is no longer delivered."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Say whether the work was called off; the work itself looks here now and then."""
        return self._cancelled.is_set()


class Jobs(QObject):
    """Runs functions off the main thread and brings each outcome back to it."""

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[Job], T], *, done: Answer[T], failed: Answer[BaseException]
    ) -> Job:
        """Start `work` with its own Job; `done` or `failed` is called on the main thread.

        A job called off delivers neither.
        """
        job = Job()

        def settle(outcome: Future[T]) -> None:
            error = outcome.exception()
            act = partial(failed, error) if error else partial(done, outcome.result())
            self._settled.emit((job, act))

        self._hired().submit(work, job).add_done_callback(settle)
        return job

    def finish(self) -> None:
        """Wait for what is running and take no more; for closing the program."""
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)

    def _hired(self) -> ThreadPoolExecutor:
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor

            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        return self._worker

    def _deliver(self, settled: tuple[Job, Callable[[], Any]]) -> None:
        job, act = settled
        if not job.cancelled():
            act()
