"""Shows the leader's sheet, prints it, and keeps it as a PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.leader.facts import gather
from kehoach_desktop.ui.leader.sheet import LeaderSheet
from kehoach_desktop.ui.papers.sheet_window import Labels, Say, SheetWindow
from kehoach_desktop.ui.workbench import Workbench


class LeaderWindow(SheetWindow):
    """The sheet of a period as it stands now; `say` tells what was done."""

    def __init__(
        self, parent: QWidget, workbench: Workbench, period: ReportingPeriod, say: Say
    ) -> None:
        labels = Labels(
            _("Trang lãnh đạo"),
            _("Một trang A4, in hoặc gửi tệp PDF."),
            _("Trang lãnh đạo {period}.pdf").format(period=period.key),
            "leader",
        )
        super().__init__(parent, LeaderSheet(gather(workbench, period)), labels, say)
