"""Asks which month to open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import label


class MonthAsked(QDialog):
    """Month and year; the button names the month it opens."""

    def __init__(
        self,
        parent: QWidget,
        proposed: ReportingPeriod,
        open_period: Callable[[ReportingPeriod], object],
    ) -> None:
        super().__init__(parent)
        self._open = open_period
        self.setWindowTitle(_("Mở kỳ báo cáo"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month, self.year = QSpinBox(), QSpinBox()
        self.month.setRange(1, 12)
        self.year.setRange(2020, 2040)
        self.month.setValue(proposed.index)
        self.year.setValue(proposed.year)
        self.agree = primary("", self.accept)
        self.agree.setDefault(True)
        self._lay_out()
        for field in (self.month, self.year):
            field.valueChanged.connect(lambda _value: self._name())
        self._name()
        self.month.setFocus()
        self.month.selectAll()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        line = QHBoxLayout()
        for words, field in ((_("Thán&g"), self.month), (_("&Năm"), self.year)):
            named = QLabel(words)
            named.setBuddy(field)
            line.addWidget(named)
            line.addWidget(field)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(
            label(_("Mở kỳ không tạo câu trả lời nào; lời kỳ trước hiện chữ xám."), "hint")
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(Button(_("Bỏ"), self.reject))
        buttons.addWidget(self.agree)
        column.addLayout(buttons)

    def period(self) -> ReportingPeriod:
        """Return the month that is asked for."""
        return ReportingPeriod(PeriodKind.MONTH, self.year.value(), self.month.value())

    def _name(self) -> None:
        self.agree.setText(_("Mở kỳ {period}").format(period=self.period().short_name.lower()))

    def accept(self) -> None:
        """Open the month."""
        super().accept()
        self._open(self.period())
