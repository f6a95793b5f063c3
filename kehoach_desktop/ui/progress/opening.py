"""Opens a period as one step, and offers the opened ones to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.reporting import Reporting
from kehoach_desktop.ui import icons
from kehoach_desktop.ui.progress.choice import inside, opened
from kehoach_desktop.ui.workbench import Workbench


class PeriodChoice(QComboBox):
    """The opened periods, the latest first; a closed one wears a lock."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Kỳ báo cáo"))
        self.setMinimumContentsLength(18)

    def offer(self, reporting: Reporting, shown: ReportingPeriod | None) -> None:
        """List what is open now, with `shown` chosen; nothing is told of it."""
        closed = {held.key for held in reporting.periods() if held.is_closed}
        blocker = QSignalBlocker(self)
        self.clear()
        for period in opened(reporting):
            self.addItem(period.short_name, period.key)
            if period.key in closed:
                self.setItemIcon(self.count() - 1, icons.icon("lock"))
        self.setCurrentIndex(self.findData(shown.key if shown else ""))
        blocker.unblock()
        self.setVisible(shown is not None)

    def period(self) -> ReportingPeriod:
        """Return the period that is chosen."""
        return ReportingPeriod.parse(str(self.currentData()))


def open_period(workbench: Workbench, period: ReportingPeriod) -> None:
    """Open `period` as a step that can be undone; an open one stays as it is.

    Raises the KehoachError of a store that cannot keep it.
    """
    reporting = workbench.reporting
    if period in opened(reporting):
        return
    reporting.open(period)
    workbench.done(
        _("Mở kỳ {period}").format(period=inside(period)),
        Changes.PROGRESS,
        undo=partial(reporting.forget, period),
        redo=partial(reporting.open, period),
    )
