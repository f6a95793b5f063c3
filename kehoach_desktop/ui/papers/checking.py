"""Checks and mends a finished paper off the main thread, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.paper_check import PaperFinding
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.ui.jobs import Job
from kehoach_desktop.ui.workbench import Workbench


class Checking(QObject):
    """`checked` brings the findings, `mended` what was put right, `refused` why nothing was done.

    Each also carries the file it is about.
    """

    checked = Signal(object, object)
    mended = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._job: Job | None = None
        workbench.closing.connect(self.stop)

    def busy(self) -> bool:
        """Say whether a paper is being looked at."""
        return self._job is not None

    def check(self, path: Path) -> None:
        """Look at the paper at `path`; what was looked at before is let go."""
        look = self._workbench.tools.check
        self._run(path, lambda job: look(path, job.cancelled), self.checked.emit)

    def check_made(self, paper: MadePaper, path: Path) -> None:
        """Write a paper at `path` and look at it."""
        tools = self._workbench.tools

        def look(job: Job) -> tuple[PaperFinding, ...]:
            return tools.check(tools.write_paper(paper, path), job.cancelled)

        self._run(path, look, self.checked.emit)

    def mend(self, path: Path, target: Path) -> None:
        """Write beside the paper what can be mended safely."""
        mend = self._workbench.tools.mend
        self._run(target, lambda _job: mend(path, target), self.mended.emit)

    def stop(self) -> None:
        """Let go of what is running."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _run(
        self, path: Path, work: Callable[[Job], Any], tell: Callable[[Path, Any], object]
    ) -> None:
        self.stop()
        self._job = self._workbench.jobs.run(
            work,
            done=lambda found: self._end(tell, path, found),
            failed=lambda failure: self._end(self.refused.emit, path, failure),
        )

    def _end(self, tell: Callable[[Path, Any], object], path: Path, outcome: object) -> None:
        self._job = None
        tell(path, outcome)
