"""A field for a day, typed as offices type it; empty means that no day is named."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.furniture import restyle
from kehoach_desktop.ui.progress.days import NotADay, read_day


class DayField(QLineEdit):
    """Holds a day or nothing; `day_changed` tells a new one, `entered` Enter. Red: no day."""

    day_changed = Signal(object)
    entered = Signal()

    def __init__(self, name: str, *, year: int) -> None:
        super().__init__()
        self._year = ReportingPeriod(PeriodKind.YEAR, year)
        self._day: date | None = None
        self.setPlaceholderText(_("ngày/tháng/năm"))
        self.setAccessibleName(name)
        self.editingFinished.connect(self._read)

    def day(self) -> date | None:
        """Return the day as typed so far, None for no day: a key may ask before it is left."""
        if not self.isModified():
            return self._day
        try:
            return self._typed()
        except NotADay as refusal:
            self.setToolTip(refusal.sentence)
            return None

    def _typed(self) -> date | None:
        return read_day(self.text(), self._year) if self.text().strip() else None

    def set_year(self, year: int) -> None:
        """Let days typed without a year lie in `year`, or before."""
        self._year = ReportingPeriod(PeriodKind.YEAR, year)

    def set_day(self, day: date | None) -> None:
        """Show `day`."""
        self._day = day
        self.setText(typed_day(day))
        restyle(self, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell that Enter was pressed once the day was read and is one."""
        super().keyPressEvent(event)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.property("kind") != "wrong":
            self.entered.emit()

    def _read(self) -> None:
        try:
            day = self._typed()
        except NotADay as refusal:
            restyle(self, "wrong")
            self.setToolTip(refusal.sentence)
            return
        changed = day != self._day
        self.set_day(day)
        self.setToolTip("")
        if changed:
            self.day_changed.emit(day)
