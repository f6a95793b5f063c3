"""The left side of Thu thập: the units with their forms, and the words to remind one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.return_form_outcome import Comparison
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.collecting import UnitReturn
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.collecting.unit_rows import COLUMNS, UnitRow, unit_rows
from kehoach_desktop.ui.furniture import Bar, EmptyState, column, frame, label
from kehoach_desktop.ui.list_model import Heading, ListModel
from kehoach_desktop.ui.progress.choice import inside
from kehoach_desktop.ui.row_menu import Entry, RowMenu
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.workbench import Workbench


class UnitsPane(QWidget):
    """`send_wanted` and `take_wanted` ask for the two acts, `chosen` names the current unit."""

    send_wanted = Signal()
    take_wanted = Signal()
    folder_wanted = Signal()
    letter_wanted = Signal()
    chosen = Signal(str)
    said = Signal(str)

    def __init__(self, workbench: Workbench, below: QWidget) -> None:
        super().__init__()
        self._workbench, self._below = workbench, below
        self._period: ReportingPeriod | None = None
        self.bar, self.model = Bar(), ListModel(COLUMNS, self)
        self.send = Button(_("Xuất phiếu…"), self.send_wanted.emit, key="Ctrl+M")
        self.take = Button(_("Nhận phiếu…"), self.take_wanted.emit, key="Ctrl+T")
        self.table = SheetView(lines=1)
        self.table.setModel(self.model)
        self.table.set_widths((176, 170, 56), stretch=0)
        self.table.setAccessibleName(_("Các đơn vị"))
        self.nobody = EmptyState(" ", _("Xuất phiếu…"), self.send_wanted.emit)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nobody)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self.menu = RowMenu(self.table, self._entries)
        self.setFocusProxy(self.table)

    def _entries(self) -> tuple[Entry, ...]:
        row = self.current()
        if row is None:
            return ()
        return (
            Entry(_("Chép lời nhắn"), self.copy_words, "Ctrl+L", row.owes),
            Entry(_("Nhận phiếu…"), self.take_wanted.emit, "Ctrl+T"),
            Entry(_("Xuất phiếu…"), self.send_wanted.emit, "Ctrl+M"),
        )

    def _lay_out(self) -> None:
        whole = column()
        self.setLayout(whole)
        self.bar.add(self.send)
        self.bar.add(self.take)
        whole.addWidget(self.bar)
        whole.addWidget(self.pages, 1)
        self.letter = Button(" ", self.letter_wanted.emit)
        self.letter.hide()
        late = QHBoxLayout()
        late.setContentsMargins(16, 6, 12, 2)
        late.addWidget(self.letter)
        late.addStretch(1)
        whole.addLayout(late)
        whole.addWidget(self._below)
        self.reminding = frame("inset", across=False, margins=(16, 8, 12, 10))
        self.whom = label("", "strong")
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("Lời nhắn"))
        self.words.setFixedHeight(theme.current().length(138))
        self.reminding.box.addLayout(self._head())
        self.reminding.box.addWidget(self.words)
        buttons = QHBoxLayout()
        self.copy = Button(_("Chép lời nhắn"), self.copy_words, key="Ctrl+L")
        self.folder = Button(_("Mở thư mục phiếu"), self.folder_wanted.emit)
        self.folder.hide()
        for button in (self.copy, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.reminding.box.addLayout(buttons)
        whole.addWidget(self.reminding)
        self.reminding.hide()

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.whom, 1)
        hint: QLabel = label(_("sửa được trước khi chép"), "hint")
        line.addWidget(hint)
        return line

    def show_units(
        self,
        period: ReportingPeriod,
        units: Sequence[UnitReturn],
        waiting: Sequence[Comparison],
        asked: Callable[[], int],
    ) -> None:
        """Show how each unit stands; `asked` says how many units there are to write to."""
        self._period = period
        rows = unit_rows(units, waiting)
        before = self.current()
        if self.model.show_rows(rows) or before is None:
            self._go_to(before.name if before else _first_owing(rows))
        self.pages.setCurrentWidget(self.table if rows else self.nobody)
        self.setFocusProxy(self.table if rows else self.nobody.button)
        days = {unit.sent.due for unit in units if unit.sent and unit.sent.due}
        due = typed_day(max(days)) if days else ""
        self.bar.say(_("hạn gửi {day}").format(day=due) if due else "")
        late = sum(unit.received is None and unit.days_late > 0 for unit in units)
        words = counted("Công văn đôn đốc {count} đơn vị chậm…", late)
        self.letter.say(words.format(count=late))
        self.letter.setToolTip(
            _("Một công văn, nêu số ngày chậm và việc còn thiếu của từng đơn vị")
        )
        self.letter.setVisible(late > 0)
        if not rows:
            self._invite(period, asked())
        self._choose()

    def _invite(self, period: ReportingPeriod, count: int) -> None:
        words = _("Chưa xuất phiếu {period} cho đơn vị nào.")
        self.nobody.words.setText(words.format(period=inside(period)))
        self.nobody.button.setText(
            counted("Xuất phiếu cho {count} đơn vị…", count).format(count=count)
        )
        self.nobody.button.setEnabled(count > 0)
        if not count:
            self.nobody.words.setText(_("Chưa giao nhiệm vụ nào cho đơn vị: ghi ở cột Giao cho "
                                        "của màn hình Nhiệm vụ rồi xuất phiếu."))  # fmt: skip

    def current(self) -> UnitRow | None:
        """Return the current unit, None where none is."""
        row = self.model.row(self.table.currentIndex().row())
        return row if isinstance(row, UnitRow) else None

    def _go_to(self, name: str) -> None:
        for number, row in enumerate(self.model.rows()):
            if isinstance(row, UnitRow) and row.name == name:
                self.table.setCurrentIndex(self.model.index(number, 0))
                return

    def _choose(self) -> None:
        row = self.current()
        self.reminding.setVisible(row is not None and row.owes)
        if row is None or self._period is None:
            return
        self.chosen.emit(row.name)
        if row.owes:
            self.whom.setText(_("Lời nhắn {unit}").format(unit=row.name))
            words = self._workbench.collecting.reminder(self._period, row.unit)
            self.words.setPlainText(words)

    def copy_words(self) -> None:
        """Put the reminder onto the clipboard."""
        if self.reminding.isHidden():
            return
        QApplication.clipboard().setText(self.words.toPlainText())
        self.said.emit(_("Đã chép lời nhắn. Dán vào Zalo bằng Ctrl+V."))


def _first_owing(rows: Sequence[UnitRow | Heading]) -> str:
    units = [row for row in rows if isinstance(row, UnitRow)]
    late = (row for row in units if row.owes and row.unit.days_late)
    chosen = next(late, None) or next((row for row in units if row.owes), None)
    return (chosen or units[0]).name if units else ""
