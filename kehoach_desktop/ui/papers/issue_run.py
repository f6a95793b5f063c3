"""Issues a paper: its file is written off the main thread, the register is kept on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.snapshot import MadePaper
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
        write = self._workbench.tools.paper_bytes
        self._workbench.jobs.run(
            lambda _job: write(paper),
            done=lambda file: self._keep(paper, file, data, mends),
            failed=self.refused.emit,
        )

    def _keep(self, paper: MadePaper, file: bytes, data: str, mends: Mends) -> None:
        try:
            kept = self._workbench.issuing.issue(paper, file, data, mends)
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        self._workbench.tell(Changes.REPORTS)
        self.issued.emit(kept)
