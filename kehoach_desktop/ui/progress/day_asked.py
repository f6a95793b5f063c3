"""Asks at once on which day a task was finished: without it late and on time cannot be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.progress.days import read_day


class DayAsked(QFrame):
    """A small frame under the cell: Enter or Tab keeps the day, Esc takes the state back."""

    def __init__(
        self,
        parent: QWidget,
        period: ReportingPeriod,
        answer: Callable[[date], object],
        dropped: Callable[[bool], object],
    ) -> None:
        super().__init__(parent)
        self._period, self._answer, self._dropped = period, answer, dropped
        self._over = False
        self._left = QTimer(self, singleShot=True, interval=0)
        self._left.timeout.connect(self._drop_if_left)
        self.setProperty("kind", "frame")
        self.setAutoFillBackground(True)
        self.day = QLineEdit()
        self.day.setAccessibleName(_("Ngày hoàn thành"))
        self.day.installEventFilter(self)
        self.wrong = label("", "red", wrap=True)
        self.wrong.hide()

    def ask(self, place: QPoint, usual: date, due: date | None) -> None:
        """Show the frame at `place` with `usual` filled in; `due` is offered beside it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(label(_("Hoàn thành ngày nào?"), "strong"))
        line = QHBoxLayout()
        self.day.setFixedWidth(theme.current().length(104))
        line.addWidget(self.day)
        line.addWidget(primary(_("Ghi"), self._take, ""))
        line.addWidget(Button(_("Bỏ"), self.drop))
        column.addLayout(line)
        if due and due != usual:
            words = _("Đúng ngày hạn {day}").format(day=typed_day(due))
            column.addWidget(Button(words, lambda: self._keep(due)))
        column.addWidget(self.wrong)
        column.addWidget(label(_("Enter ghi, Esc trả lại trạng thái cũ"), "hint"))
        self.day.setText(typed_day(usual))
        self.adjustSize()
        self._put_at(place)
        self.show()
        self.raise_()
        self.day.setFocus()
        self.day.selectAll()

    def _put_at(self, place: QPoint) -> None:
        around = self.parentWidget()
        if around is None:
            return
        right, below = around.width() - self.width() - 4, around.height() - self.height() - 4
        self.move(max(0, min(place.x(), right)), max(0, min(place.y(), below)))

    def _take(self) -> None:
        try:
            day = read_day(self.day.text(), self._period)
        except KehoachError as refusal:
            self.wrong.setText(refusal.in_window)
            self.wrong.show()
            self.adjustSize()
            return
        self._keep(day)

    def _keep(self, day: date) -> None:
        if not self._over:
            self._leave()
            self._answer(day)

    def drop(self, *, go_back: bool = True) -> None:
        """Take the state back: nothing was kept yet. `go_back` asks for the cell it began in."""
        if not self._over:
            self._leave()
            self._dropped(go_back)

    def _drop_if_left(self) -> None:
        holder = QApplication.focusWidget()
        if holder is not None and not self.isAncestorOf(holder):
            self.drop(go_back=False)

    def _leave(self) -> None:
        self._over = True
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Tab and Esc of the field; leaving it by the mouse takes the state back."""
        if event.type() == QEvent.Type.FocusOut:
            self._left.start()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.drop()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on a button takes the state back too."""
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)


def usual_day(today: date, period: ReportingPeriod) -> date:
    """Return the day to propose: today, or the last day of a period that is over."""
    return min(today, period.last_day)
