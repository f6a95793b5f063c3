"""The last piece of slow work a part of the window asked for, called off when the part is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from kehoach_desktop.ui.jobs import Answer, Job, Jobs

T = TypeVar("T")


class LatestJob:
    """Runs one job for `owner`: a newer one takes the place of the one before."""

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        self._jobs = jobs
        self._job: Job | None = None
        # No slot of the owner itself: those are let go before it is destroyed.
        owner.destroyed.connect(self.cancel)

    def run(
        self, work: Callable[[Job], T], *, done: Answer[T], failed: Answer[BaseException]
    ) -> None:
        """Start `work`; what was asked before is not delivered any more."""
        self.cancel()
        self._job = self._jobs.run(work, done=done, failed=failed)

    def cancel(self) -> None:
        """Deliver nothing of what was asked."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
