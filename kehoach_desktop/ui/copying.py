"""Files copied off the window's thread, one after another; what was copied is handed on whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.jobs import Job, Jobs

T = TypeVar("T")
Done = Callable[[Sequence[T], Sequence[str]], object]


class Copying(Generic[T]):
    """Copies files for `owner` with `keep`, which runs in a job and touches no store."""

    def __init__(self, jobs: Jobs, owner: QWidget, keep: Callable[[Path], T]) -> None:
        self._jobs, self._owner, self._keep = jobs, owner, keep
        self._job: Job | None = None
        self._waiting: list[_Batch[T]] = []
        owner.destroyed.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Whether a file is being copied."""
        return bool(self._waiting)

    def run(self, paths: Sequence[Path], tell: Callable[[str], object], done: Done[T]) -> None:
        """Copy `paths`, each told of while it is; `done` is given the copies and the refusals."""
        if not paths:
            return
        self._waiting.append(_Batch(tuple(paths), tell, done))
        if len(self._waiting) == 1:
            self._next()

    def _next(self) -> None:
        batch = self._waiting[0]
        if batch.at < len(batch.paths):
            batch.tell(batch.words())
            path = batch.paths[batch.at]
            self._job = self._jobs.run(
                lambda _job: self._keep(path),
                done=partial(self._kept, batch),
                failed=partial(self._failed, batch),
            )
            return
        del self._waiting[0]
        batch.done(batch.copies, batch.refused)
        if self._waiting:
            self._next()

    def _kept(self, batch: _Batch[T], copy: T) -> None:
        batch.copies.append(copy)
        batch.at += 1
        self._next()

    def _failed(self, batch: _Batch[T], error: BaseException) -> None:
        if isinstance(error, KehoachError):
            batch.refused.append(error.in_window)
        else:
            messages.show_error(self._owner, error)
        batch.at += 1
        self._next()

    def _stop(self) -> None:
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()


class _Batch(Generic[T]):
    def __init__(self, paths: tuple[Path, ...], tell: Callable[[str], object], done: Done[T]):
        self.paths, self.tell, self.done = paths, tell, done
        self.at = 0
        self.copies: list[T] = []
        self.refused: list[str] = []

    def words(self) -> str:
        """Return which file is being copied, and of how many."""
        name = self.paths[self.at].name
        if len(self.paths) == 1:
            return _("Đang chép tệp “{name}”…").format(name=name)
        words = _("Đang chép tệp {at}/{count}: “{name}”…")
        return words.format(at=self.at + 1, count=len(self.paths), name=name)
