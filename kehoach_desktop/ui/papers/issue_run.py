"""Issues a paper: its file is written off the main thread, the register is kept on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.snapshot import MadePaper, WrittenPaper
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.issuing import ON_ITS_OWN, Mends
from kehoach_desktop.ui.workbench import Workbench


class IssueRun(QObject):
    """`issued` brings the new line of the register, `refused` why nothing was kept."""

    issued = Signal(object)
    refused = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def issue(self, paper: MadePaper, data: str, mends: Mends = ON_ITS_OWN) -> None:
        """Write the paper and keep it as issued."""
        write = self._workbench.tools.written
        self._workbench.jobs.run(
            lambda _job: write(paper),
            done=lambda written: self._keep(paper, written, data, mends),
            failed=self.refused.emit,
        )

    def _keep(self, paper: MadePaper, written: WrittenPaper, data: str, mends: Mends) -> None:
        try:
            kept = self._workbench.issuing.issue(paper, written, data, mends)
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        self._workbench.tell(Changes.REPORTS)
        self.issued.emit(kept)
