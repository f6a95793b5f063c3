"""A month on one sheet: how many activities each day has; a day can be chosen."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme

HEAD, CELL = 22, 34
DAYS = 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


class MonthCalendar(QWidget):
    """Arrows move, Enter or a click chooses a day, again or Esc lets it go."""

    chosen = Signal(object)

    def __init__(self, month: date) -> None:
        super().__init__()
        self._weeks: list[list[date]] = []
        self._counts: Counter[date] = Counter()
        self._month, self._at, self._today = month, month, month
        self._day: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Lịch hoạt động trong tháng"))
        self.show_month(month, (), month)

    def show_month(self, month: date, days: Iterable[date], today: date) -> None:
        """Show the month of a day with the days on which something was done, each as often."""
        self._weeks = Calendar().monthdatescalendar(month.year, month.month)
        self._counts = Counter(days)
        self._today = today
        if (month.year, month.month) != (self._month.year, self._month.month):
            self._at, self._day = month.replace(day=1), None
        self._month = month
        busy = (f"{typed_day(day)}: {count}" for day, count in sorted(self._counts.items()))
        self.setAccessibleDescription("; ".join(busy))
        self.updateGeometry()
        self.update()

    def day(self) -> date | None:
        """Return the day that is chosen, None where the whole month is."""
        return self._day

    def sizeHint(self) -> QSize:
        """Return the room of the weeks of the month."""
        worn = theme.current()
        return QSize(worn.length(280), worn.length(HEAD + CELL * len(self._weeks)) + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no week may be cut."""
        return QSize(200, self.sizeHint().height())

    def choose(self, day: date | None) -> None:
        """Choose a day of the month, or the whole month."""
        if day is not None and (day.year, day.month) != (self._month.year, self._month.month):
            return
        self._day = None if day == self._day else day
        self._at = day or self._at
        self.update()
        self.chosen.emit(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the days, choose one or let it go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self._at)
        elif event.key() == Qt.Key.Key_Escape and self._day is not None:
            self.choose(None)
        elif event.key() in _STEPS and not event.modifiers():
            wanted = self._at + timedelta(days=_STEPS[Qt.Key(event.key())])
            if wanted.month == self._month.month:
                self._at = wanted
                self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring round the day the arrows stand on."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        if day := self.day_at(event.position().toPoint()):
            self.choose(day)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day drawn at a point."""
        for row, week in enumerate(self._weeks):
            for place, day in enumerate(week):
                if self._place(row, place).contains(point):
                    return day
        return None

    def _place(self, row: int, place: int) -> QRect:
        worn, width = theme.current(), self.width()
        left, right = width * place // DAYS, width * (place + 1) // DAYS
        return QRect(
            left, worn.length(HEAD + CELL * row), right - left, worn.length(CELL)
        )  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names of the days, then the weeks."""
        del event
        painter, worn = QPainter(self), theme.current()
        painter.fillRect(self.rect(), worn.colour("surf"))
        painter.setFont(worn.font("small", strong=True))
        painter.setPen(worn.colour("text2"))
        names = (_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN"))
        for place, name in enumerate(names):
            head = self._place(0, place)
            head.moveTop(0)
            head.setHeight(worn.length(HEAD))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
        for row, week in enumerate(self._weeks):
            for place, day in enumerate(week):
                self._paint_day(painter, self._place(row, place), day)

    def _paint_day(self, painter: QPainter, place: QRect, day: date) -> None:
        worn, count = theme.current(), self._counts[day]
        inside = day.month == self._month.month
        ground = "sel" if day == self._day else "accs" if count and inside else "surf"
        painter.fillRect(place, worn.colour(ground))
        painter.setPen(worn.colour("line"))
        painter.drawRect(place)
        if not inside:
            return
        painter.setFont(worn.font("small", strong=day == self._today))
        painter.setPen(worn.colour("acc" if day == self._today else "text2"))
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(place.adjusted(4, 2, -2, 0), top, str(day.day))
        if count:
            painter.setFont(worn.font("body", strong=True))
            painter.setPen(worn.colour("text"))
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(place.adjusted(2, 0, -5, -2), end, str(count))
        if day == self._at and self.hasFocus():
            painter.setPen(worn.colour("acc"))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
