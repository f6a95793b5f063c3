"""The right side of Thu thập: what came home beside what stands, its ticks and its questions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kehoach_desktop.domain.correction import Into
from kehoach_desktop.domain.return_form_answers import RowAnswer
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_outcome import Reason
from kehoach_desktop.domain.text import capital
from kehoach_desktop.i18n import _
from kehoach_desktop.services.collecting import Collected
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.collecting.answer_bar import AnswerBar
from kehoach_desktop.ui.collecting.drop import Drop, Tally
from kehoach_desktop.ui.collecting.drop_rows import (
    COLUMNS,
    AskedRow,
    CellRow,
    FigureRow,
    Labels,
    RefusedRow,
    Shown,
    drop_rows,
    period_words,
)
from kehoach_desktop.ui.collecting.late_bar import LateBar
from kehoach_desktop.ui.furniture import Band, EmptyState, Foot, column, restyle
from kehoach_desktop.ui.list_model import Heading, ListModel
from kehoach_desktop.ui.row_menu import RULE, Entry, RowMenu
from kehoach_desktop.ui.sheet import SheetView


class DropTable(SheetView):
    """The comparison: Space ticks, Enter answers, F8 goes to the next question."""

    tick_wanted = Signal()
    answer_wanted = Signal()
    question_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a review; the rest is the table's own."""
        if event.key() == Qt.Key.Key_Space:
            self.tick_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.answer_wanted.emit()
        elif event.key() == Qt.Key.Key_F8:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.question_wanted.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class DropPane(QWidget):
    """Shows a drop; `apply_wanted` asks to keep it, `leave_wanted` to let go of it."""

    apply_wanted = Signal()
    leave_wanted = Signal()
    take_wanted = Signal()
    period_wanted = Signal(str)

    def __init__(self, drop: Drop) -> None:
        super().__init__()
        self.drop = drop
        self._labels: Labels = {}
        self._open = 0
        self.late = LateBar()
        self.band, self.model, self.table = Band(), ListModel(COLUMNS, self), DropTable(lines=4)
        self.table.setModel(self.model)
        self.table.set_widths((28, 130, 206, 300), stretch=3)
        self.table.setAccessibleName(_("Phiếu gửi về, so với sổ"))
        self.menu = RowMenu(self.table, self._entries)
        self.answers = AnswerBar(self._answer, self._take)
        self.foot = Foot()
        self.later = Button(_("Để sau"), self.leave_wanted.emit, key="Esc")
        self.apply = primary(_("Ghi vào sổ"), self.apply_wanted.emit, "Ctrl+Return")
        self._lay_out()
        self.late.decided.connect(self._decide)
        self.table.tick_wanted.connect(self.tick)
        self.table.clicked.connect(lambda index: self._press(index.column()))
        self.table.answer_wanted.connect(self._go_answer)
        self.table.question_wanted.connect(self.go_question)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_question())

    def _lay_out(self) -> None:
        self.foot.add(self.later)
        self.foot.add(self.apply)
        review = QWidget()
        inside = column()
        review.setLayout(inside)
        for part in (self.late, self.band, self.table, self.answers, self.foot):
            inside.addWidget(part, int(part is self.table))
        words = _("Kéo các tệp phiếu gửi về thả vào đây, nhiều tệp một lúc cũng được; hoặc dán "
                  "bảng đã chép bằng Ctrl+V. "
                  "Chưa ghi gì vào sổ cho tới khi xem xong và bấm Ghi vào sổ.")  # fmt: skip
        self.nothing = EmptyState(words, _("Nhận phiếu…"), self.take_wanted.emit)
        restyle(self.nothing.button, "")  # the first thing to do is beside it
        self.pages = QStackedWidget()
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(review)
        self._review = review
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.pages)

    def show_drop(self, labels: Labels) -> None:
        """Show what waits, and where late answers may go."""
        self._labels = labels
        before = self.table.currentIndex().row()
        laid_out = self.model.show_rows(drop_rows(self.drop, labels))
        self.pages.setCurrentWidget(self.nothing if self.drop.is_empty else self._review)
        if laid_out:
            self._go_to(before if before >= 0 else self._first())
        tally = self.drop.tally()
        self.foot.words.setText(tally_words(tally))
        self.apply.setEnabled(tally.lands > 0 and not self.drop.waits_for_decision)
        self.late.show_late(self.drop.late, self.drop.into)
        self._say_band(tally)
        self._show_question()

    def _say_band(self, tally: Tally) -> None:
        self._open = tally.open
        if tally.open:
            words = _("{count} chỗ chưa rõ: F8 để tới, Enter để trả lời. Ô trống trong phiếu "
                      "không xóa nội dung đã có.").format(count=tally.open)  # fmt: skip
            self.band.say(words)
        else:
            self.band.hide()

    def _first(self) -> int:
        rows = self.model.rows()
        asked = (
            n for n, row in enumerate(rows) if isinstance(row, AskedRow) and row.row is not None
        )
        usual = (n for n, row in enumerate(rows) if not isinstance(row, Heading))
        return next(asked, next(usual, 0))

    def _go_to(self, number: int) -> None:
        count = self.model.rowCount()
        for row in (*range(max(number, 0), count), *range(min(number, count) - 1, -1, -1)):
            if self.model.row(row) is not None:
                self.table.setCurrentIndex(self.model.index(row, 3))
                return

    def current(self) -> Shown | None:
        """Return the row that is current, None for a heading."""
        row: Shown | None = self.model.row(self.table.currentIndex().row())
        return row

    def go_to_unit(self, name: str) -> None:
        """Bring the file of a unit into sight."""
        for number, file in enumerate(self.drop.compared):
            if same_unit(file.unit, name):
                rows = enumerate(self.model.rows())
                first = (n for n, row in rows if getattr(row, "file", None) == number)
                if (found := next(first, -1)) >= 0:
                    self._go_to(found)
                return

    def go_question(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) question, round the end."""
        count, here = self.model.rowCount(), self.table.currentIndex().row()
        for distance in range(1, count + 1):
            number = (here + step * distance) % count
            if isinstance(self.model.row(number), AskedRow):
                self.table.setCurrentIndex(self.model.index(number, 3))
                return

    def _press(self, in_column: int) -> None:
        if in_column == 0:
            self.tick()

    def tick(self) -> None:
        """Take the current cell, or leave it out."""
        row = self.current()
        if isinstance(row, CellRow):
            self.drop.tick(row.file, row.row, row.change.field, taken=not row.taken)
            self._again()
        elif isinstance(row, FigureRow):
            indicator = row.change.figure.key.indicator
            self.drop.tick_figure(row.file, indicator, taken=not row.taken)
            self._again()

    def _entries(self) -> tuple[Entry, ...]:
        row = self.current()
        told, asked = isinstance(row, CellRow | FigureRow), isinstance(row, AskedRow)
        taken = isinstance(row, CellRow | FigureRow) and row.taken
        tick = _("Không lấy ô này") if taken else _("Lấy ô này")
        return (
            Entry(tick, self.tick, "Space", told),
            Entry(_("Trả lời"), self.answers.take_keyboard, "Enter", asked),
            Entry(_("Chỗ chưa rõ sau"), partial(self.go_question, 1), "F8", self._open > 0),
            RULE,
            Entry(_("Ghi vào sổ"), self.apply_wanted.emit, "Ctrl+Enter", self.apply.isEnabled()),
            Entry(_("Để sau"), self.leave_wanted.emit, "Esc"),
        )

    def _decide(self, into: Into | None) -> None:
        self.drop.decide(into)
        self._again()

    def _again(self) -> None:
        self.show_drop(self._labels)

    def _show_question(self) -> None:
        row = self.current()
        if isinstance(row, RefusedRow) and row.refusal.reason is Reason.WRONG_PERIOD:
            self._offer_period(row.refusal.text)
        asked = row if isinstance(row, AskedRow) and row.row is not None else None
        place = asked.row if asked else None
        before = RowAnswer()
        if asked is not None and place is not None:
            before = self.drop.row_answer(asked.file, place)
        year = self.drop.period.year if self.drop.period else 2025
        self.answers.show_question(asked, before, self._labels, year)

    def _offer_period(self, key: str) -> None:
        name = period_words(key)
        if name == key:
            return
        words = _("Phiếu này của {period}. Ghi vào kỳ ấy?").format(period=name)
        self.band.say(
            words,
            button=_("Sang {period}").format(period=name),
            on_click=lambda: self.period_wanted.emit(key),
        )

    def _go_answer(self) -> None:
        if isinstance(self.current(), AskedRow):
            self.answers.take_keyboard()
        else:
            self.tick()

    def _answer(self, row: AskedRow, answer: RowAnswer) -> None:
        if row.row is not None:
            self.drop.answer(row.file, row.row, answer)
            self._settle()

    def _take(self, row: AskedRow) -> None:
        if row.row is not None:
            self.drop.take_this(row.file, row.row, row.question)
            self._settle()

    def _settle(self) -> None:
        here = self.table.currentIndex().row()
        self._again()
        self._go_to(here)
        if not isinstance(self.current(), AskedRow):
            self.go_question(1)
        self.table.setFocus()


def tally_words(tally: Tally) -> str:
    """Return "Ghi mới 4 ô, thay 3 ô, để lại 1 chỗ chưa rõ"."""
    parts = []
    if tally.new:
        parts.append(_("ghi mới {count} ô").format(count=tally.new))
    if tally.changed:
        parts.append(_("thay {count} ô").format(count=tally.changed))
    if tally.left:
        parts.append(_("không lấy {count} ô").format(count=tally.left))
    if tally.open:
        parts.append(_("để lại {count} chỗ chưa rõ").format(count=tally.open))
    words = ", ".join(parts) or _("không có gì để ghi")
    return capital(words)


def applied_words(collected: Collected) -> str:
    """Return "Đã ghi 7 ô từ phiếu Phòng Kinh tế."."""
    units = dict.fromkeys(file.unit for file in collected.files if file.accepted and file.unit)
    words = _("Đã ghi {count} ô từ phiếu {units}.")
    return words.format(count=collected.written, units=", ".join(units))
