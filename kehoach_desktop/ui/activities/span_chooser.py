"""Chooses the period a page shows: its length, and a step back or on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.progress import choice
from kehoach_desktop.ui.workbench import Workbench

KIND_WORDS = {
    PeriodKind.MONTH: mark("Tháng"),
    PeriodKind.QUARTER: mark("Quý"),
    PeriodKind.HALF_YEAR: mark("6 tháng"),
    PeriodKind.NINE_MONTHS: mark("9 tháng"),
    PeriodKind.YEAR: mark("Năm"),
}
FIRST_YEAR, LAST_YEAR = 2021, 2040


class SpanChooser(QWidget):
    """Holds a period; `chosen` tells another. Alt+Left and Alt+Right step."""

    chosen = Signal(object)

    def __init__(self, period: ReportingPeriod, kinds: Sequence[PeriodKind] = ()) -> None:
        super().__init__()
        self._period, self._followed = period, period
        self.words = label("", "strong")
        self.words.setMinimumWidth(theme.current().length(112))
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Độ dài của kỳ"))
        for kind in kinds:
            self.kind.addItem(_(KIND_WORDS[kind]), kind)
        self.kind.setVisible(bool(kinds))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.kind)
        row.addWidget(_arrow("‹", _("Kỳ trước (Alt+Trái)"), self.back))
        row.addWidget(self.words)
        row.addWidget(_arrow("›", _("Kỳ sau (Alt+Phải)"), self.on))
        self.kind.activated.connect(lambda _index: self._change_kind())
        self.show_period(period)

    def listen_in(self, page: QWidget) -> None:
        """Let the keys step while `page` has the keyboard."""
        for keys, act in (("Alt+Left", self.back), ("Alt+Right", self.on)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def period(self) -> ReportingPeriod:
        """Return the period."""
        return self._period

    def show_period(self, period: ReportingPeriod) -> None:
        """Show `period`, telling nobody."""
        self._period = period
        self.words.setText(period.short_name)
        self.kind.setCurrentIndex(self.kind.findData(period.kind))

    def follow(self, workbench: Workbench) -> bool:
        """Turn to what the other screens show, if that changed; say whether it did.

        Where only months can be chosen, that is the month of a longer period nearest to today.
        """
        wanted = choice.to_show(workbench, workbench.reporting)
        if not self.kind.count():
            near = min(workbench.reporting.today(), wanted.last_day)
            wanted = ReportingPeriod.month_of(max(near, wanted.first_day))
        changed, self._followed = wanted != self._followed, wanted
        if changed:
            self.show_period(wanted)
        return changed

    def lead(self, workbench: Workbench) -> None:
        """Let the other screens show this period, too, if it is open."""
        if self._period in choice.opened(workbench.reporting):
            choice.chosen(workbench).period = self._followed = self._period

    def back(self) -> None:
        """Go to the period before."""
        self._go(self._period.previous())

    def on(self) -> None:
        """Go to the period after."""
        self._go(self._period.next())

    def _go(self, period: ReportingPeriod) -> None:
        if FIRST_YEAR <= period.year <= LAST_YEAR:
            self.show_period(period)
            self.chosen.emit(period)

    def _change_kind(self) -> None:
        kind = PeriodKind(self.kind.currentData())
        if kind is not self._period.kind:
            self._go(period_of(kind, self._period.first_day))


def period_of(kind: PeriodKind, day: date) -> ReportingPeriod:
    """Return the period of a kind that holds `day`; nine months stand for their whole year."""
    index = {
        PeriodKind.MONTH: day.month,
        PeriodKind.QUARTER: (day.month + 2) // 3,
        PeriodKind.HALF_YEAR: (day.month + 5) // 6,
    }
    return ReportingPeriod(kind, day.year, index.get(kind, 1))


def _arrow(text: str, help_: str, act: Callable[[], None]) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setProperty("kind", "chip")
    made.setToolTip(help_)
    made.setAccessibleName(help_)
    made.clicked.connect(lambda _checked=False: act())
    return made
