"""Asks which period to open: a month, a quarter, six or nine months, or a year."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.progress.choice import inside

KIND_WORDS: dict[PeriodKind, Callable[[], str]] = {
    PeriodKind.MONTH: lambda: _("Tháng"),
    PeriodKind.QUARTER: lambda: _("Quý"),
    PeriodKind.HALF_YEAR: lambda: _("6 tháng"),
    PeriodKind.NINE_MONTHS: lambda: _("9 tháng"),
    PeriodKind.YEAR: lambda: _("Cả năm"),
}
IN_A_YEAR = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF_YEAR: 2}
ROMAN = ("I", "II", "III", "IV")


class PeriodAsked(Asked):
    """Kind, which of its kind, and year; the button names the period it opens."""

    def __init__(
        self,
        parent: QWidget,
        proposed: ReportingPeriod,
        open_period: Callable[[ReportingPeriod], object],
    ) -> None:
        super().__init__(parent, _("Mở kỳ báo cáo"), "", lambda: open_period(self.period()))
        self.kind, self.which, self.year = QComboBox(), QComboBox(), QSpinBox()
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(words(), kind)
        self.year.setRange(2020, 2040)
        self.words.setMinimumHeight(theme.current().length(34))
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _index: self._turn_kind())
        self.which.currentIndexChanged.connect(lambda _index: self._name())
        self.year.valueChanged.connect(lambda _value: self._name())
        self.put(proposed)
        self.which.setFocus()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        fields = ((_("&Loại"), self.kind), (_("&Kỳ"), self.which), (_("&Năm"), self.year))
        for words, field in fields:
            named = QLabel(words)
            named.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            line.addWidget(named)
            line.addWidget(field)
        line.addStretch(1)
        self.form.addRow(line)

    def put(self, period: ReportingPeriod) -> None:
        """Show `period` as the one that is asked for."""
        self.kind.setCurrentIndex(self.kind.findData(period.kind))
        self._turn_kind(period.index)
        self.year.setValue(period.year)

    def period(self) -> ReportingPeriod:
        """Return the period that is asked for."""
        kind = PeriodKind(self.kind.currentData())
        return ReportingPeriod(kind, self.year.value(), self.which.currentIndex() + 1)

    def _turn_kind(self, index: int = 1) -> None:
        kind = PeriodKind(self.kind.currentData())
        blocker = QSignalBlocker(self.which)
        self.which.clear()
        self.which.addItems(names_in_a_year(kind))
        self.which.setCurrentIndex(index - 1)
        self.which.setEnabled(self.which.count() > 1)
        blocker.unblock()
        self._name()

    def _name(self) -> None:
        period = self.period()
        self.agree.say(_("Mở kỳ {period}").format(period=inside(period)))
        month = _("Mở kỳ không tạo câu trả lời nào; lời kỳ trước hiện chữ xám.")
        longer = _("Kỳ dài lấy câu trả lời của các tháng trong kỳ; chỉ ghi thêm chỗ nào cần.")
        self.words.setText(month if period.kind is PeriodKind.MONTH else longer)


def names_in_a_year(kind: PeriodKind) -> list[str]:
    """Return the names of the periods of a kind within a year, in their order."""
    if kind is PeriodKind.QUARTER:
        return [_("quý {number}").format(number=number) for number in ROMAN]
    if kind is PeriodKind.HALF_YEAR:
        return [_("đầu năm"), _("cuối năm")]
    count = IN_A_YEAR.get(kind, 1)
    if count == 1:
        return [KIND_WORDS[kind]().lower()]
    return [_("tháng {number}").format(number=number) for number in range(1, count + 1)]
