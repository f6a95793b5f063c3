"""Reads the files that came home, one after the other, off the main thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.return_form import Returned
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.collecting.drop import Unread
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.workbench import Workbench


class FormReader(QObject):
    """`read` brings what a round came to: the files and those that could not be read."""

    read = Signal(object, object)
    told = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._waiting: list[Path] = []
        self._files: list[Returned] = []
        self._unread: list[Unread] = []
        self._total = 0
        self._job: Job | None = None

    def busy(self) -> bool:
        """Say whether files are being read."""
        return self._job is not None

    def take(self, paths: tuple[Path, ...]) -> None:
        """Read `paths` after those that wait."""
        self._waiting.extend(paths)
        self._total += len(paths)
        if not self.busy():
            self._next()

    def stop(self) -> None:
        """Call the reading off; what was read so far is brought."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._waiting.clear()
            self._end()

    def _next(self) -> None:
        if not self._waiting:
            self._job = None
            self._end()
            return
        path = self._waiting.pop(0)
        done = self._total - len(self._waiting)
        self.told.emit(
            _("Đang đọc phiếu {number} trên {all}…").format(number=done, all=self._total)
        )
        self._job = self._workbench.jobs.run(
            partial(_read, self._workbench, path),
            done=self._take_one,
            failed=partial(self._refuse, path),
        )

    def _take_one(self, returned: tuple[Returned, ...]) -> None:
        self._files.extend(returned)
        self._next()

    def _refuse(self, path: Path, failure: BaseException) -> None:
        if isinstance(failure, KehoachError):
            self._unread.append(Unread(path.name, failure.in_window))
        else:
            messages.show_error(None, failure)
        self._next()

    def _end(self) -> None:
        files, unread = tuple(self._files), tuple(self._unread)
        self._files.clear()
        self._unread.clear()
        self._total = 0
        self.told.emit("")
        self.read.emit(files, unread)


def _read(workbench: Workbench, path: Path, job: Job) -> tuple[Returned, ...]:
    return workbench.tools.read_returns(workbench.tools.read(path, job.cancelled))
