"""The one door for slow work: off the main thread, one at a time, its outcome brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from sys import setswitchinterval
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Answer = Callable[[T], None]
_TURN_SECONDS = 0.0005


class Job:
    """A piece of slow work that was asked for and can be called off."""

    def __init__(self) -> None:
        self._cancelled = Event()
        self.outcome: Future[Any] | None = None
        self.deliver: Callable[[], object] | None = None

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
        self._over = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[Job], T], *, done: Answer[T], failed: Answer[BaseException]
    ) -> Job:
        """Start `work` with its own Job; `done` or `failed` is called on the main thread.

        A job called off delivers neither.
        """
        job = Job()
        job.deliver = partial(_settle, job, done, failed)
        job.outcome = self._hired().submit(work, job)
        job.outcome.add_done_callback(lambda _outcome: self._settled.emit(job))
        return job

    def hurry(self, job: Job) -> None:
        """Wait for `job` and deliver its outcome at once, for what must not be left half done."""
        from concurrent.futures import wait

        if job.outcome is not None:
            wait((job.outcome,))
            self._deliver(job)

    def finish(self) -> None:
        """Wait for what is running, take no more, deliver no more; for closing the program."""
        self._over = True
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)

    def _hired(self) -> ThreadPoolExecutor:
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor

            # Shorter turns: the window must not wait its usual 5 ms for each word with Python.
            setswitchinterval(_TURN_SECONDS)
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        return self._worker

    def _deliver(self, job: Job) -> None:
        # What was hurried has been delivered before its signal comes.
        act, job.deliver = job.deliver, None
        if act is not None and not job.cancelled() and not self._over:
            act()


def _settle(job: Job, done: Answer[Any], failed: Answer[BaseException]) -> None:
    if job.outcome is None or job.outcome.cancelled():
        return
    error = job.outcome.exception()
    if error is not None:
        failed(error)
    else:
        done(job.outcome.result())
