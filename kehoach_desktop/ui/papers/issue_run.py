"""Issues a paper: its file is written off the main thread, the register is kept on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.snapshot import MadePaper, WrittenPaper
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.issuing import ON_ITS_OWN, Mends, frame_in
from kehoach_desktop.ui.workbench import Workbench


class IssueRun(QObject):
    """`issued` brings the new line of the register, `refused` why nothing was kept."""

    issued = Signal(object)
    refused = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def issue(
        self,
        paper: MadePaper,
        data: str,
        mends: Mends = ON_ITS_OWN,
        request: PaperRequest | None = None,
    ) -> None:
        """Write the paper and keep it as issued; a decision on teams fixes their lists."""
        write = self._workbench.tools.written
        self._workbench.jobs.run(
            lambda _job: write(paper),
            done=lambda written: self._keep(paper, written, data, mends, request),
            failed=self.refused.emit,
        )

    def _keep(
        self,
        paper: MadePaper,
        written: WrittenPaper,
        data: str,
        mends: Mends,
        request: PaperRequest | None,
    ) -> None:
        desk = self._workbench
        try:
            fixes = desk.team_papers.fixing(request, frame_in(paper)) if request else None
            kept = desk.issuing.issue(paper, written, data, mends, fixes)
        except KehoachError as refusal:
            self.refused.emit(refusal)
            return
        desk.tell(Changes.REPORTS | Changes.TEAMS if fixes else Changes.REPORTS)
        self.issued.emit(kept)
