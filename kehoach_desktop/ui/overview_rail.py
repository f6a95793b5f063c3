"""The right side of the overview: the month as a picture and by section, ways in, the backup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
)

from kehoach_desktop.domain.counts import class_of
from kehoach_desktop.domain.journal import Backup
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.buttons import link
from kehoach_desktop.ui.counts_picture import CountsPicture, paint_bar
from kehoach_desktop.ui.furniture import cap, column, frame, label, rule
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.overview_bars import SectionBar, section_bars
from kehoach_desktop.ui.overview_words import backup_lines, rates_line

_ROW, _BAR, _FIGURE = 24, 14, 34


class BarButton(QAbstractButton):
    """A section on one line: its name, its bar, and what is done of what has a day.

    `widest` is the longest figure of all sections: the bars end before it, one under the other.
    """

    def __init__(self, bar: SectionBar, most: int, widest: str) -> None:
        super().__init__()
        self.bar, self._share, self._widest = bar, bar.counts.total / most, widest
        self.setText(bar.title)
        self.done = done = _done(bar)
        said = _("{count} nhiệm vụ, xong {done} việc có hạn")
        self.setAccessibleDescription(said.format(count=bar.counts.total, done=done or "0"))
        self.setToolTip("\n".join(filter(None, (bar.plan, bar.title))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        worn = theme.current()
        return QSize(worn.length(200), worn.length(_ROW))

    def room_of_figures(self) -> int:
        """Return how far from the right edge the longest bar ends, in pixels."""
        worn = theme.current()
        figures = QFontMetrics(worn.font("small")).horizontalAdvance(self._widest)
        return max(worn.length(_FIGURE), figures + worn.length(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, figures and bar; a frame while it holds the keyboard."""
        del event
        worn, painter = theme.current(), QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), worn.colour("hover"))
        room = self.rect().adjusted(2, 0, -2, 0)
        painter.setFont(worn.font("small"))
        painter.setPen(worn.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self.done)
        words = room.adjusted(0, 0, -room.width() // 2, 0)
        right = Qt.TextElideMode.ElideRight
        title = painter.fontMetrics().elidedText(self.text(), right, words.width() - 8)
        painter.drawText(words, middle, title)
        height = worn.length(_BAR)
        place = QRect(words.right(), (self.height() - height) // 2, words.width(), height)
        place.setRight(room.right() - self.room_of_figures())
        place.setWidth(max(round(place.width() * self._share), 24))
        paint_bar(painter, place, self.bar.counts)
        if self.hasFocus():
            painter.setPen(QPen(worn.colour("acc"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class OverviewRail(QScrollArea):
    """`wanted` names a screen; `tasks_wanted` carries a title and the tasks behind it."""

    wanted = Signal(str)
    tasks_wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._view: PeriodView | None = None
        self.picture, self.rates = CountsPicture(), label("", "hint", wrap=True)
        self.progress = label("", "strong", wrap=True)
        self.backup, self.backup_note = label("", wrap=True), label("", "hint", wrap=True)
        self._bars: tuple[SectionBar, ...] = ()
        self.sections = column()
        self.setProperty("kind", "rail")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme.current().length(348))
        self._lay_out()
        self.picture.chosen.connect(self._choose)

    def _lay_out(self) -> None:
        rail = frame("rail", across=False, margins=(14, 14, 14, 12))
        rows = rail.box
        for part in (self.progress, self.picture, self.rates):
            rows.addWidget(part)
        self.by_section = label(_("Theo mục, đã xong trên có hạn"), "strong")
        rows.addWidget(self.by_section)
        rows.addLayout(self.sections)
        rows.addWidget(rule())
        rows.addWidget(label(_("Bắt đầu nhanh"), "strong"))
        for words, keys, key in (
            (_("Nhập kế hoạch…"), "Ctrl+O", "import"),
            (_("Ghi kết quả kỳ này"), "Alt+3", "period"),
            (_("Lập báo cáo…"), "Alt+5", "report"),
        ):
            rows.addLayout(self._way_in(words, keys, key))
        rows.addWidget(label(_("Hoặc kéo tệp kế hoạch thả vào cửa sổ."), "hint", wrap=True))
        rows.addWidget(rule())
        rows.addWidget(label(_("Sao lưu"), "strong"))
        rows.addLayout(self._backup_line())
        rows.addWidget(self.backup_note)
        rows.addStretch(1)
        self._whole = rail

    def _way_in(self, words: str, keys: str, key: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(link(words, partial(self.wanted.emit, key)))
        line.addStretch(1)
        line.addWidget(cap(keys))
        return line

    def _backup_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.backup_glyph = QLabel()
        line.addWidget(self.backup_glyph)
        line.addWidget(self.backup, 1)
        line.addWidget(link(_("Xem"), partial(self.wanted.emit, "backup")))
        return line

    def show_view(self, view: PeriodView) -> None:
        """Show the counts of `view`, all together and by section; the column is bare till then."""
        self._view, counts = view, view.counts()
        day = typed_day(view.as_of)
        said = named(_("Tiến độ {count} nhiệm vụ của {level} đến {day}"))
        self.progress.setText(said.format(count=counts.total, day=day))
        self.picture.show_counts(counts)
        self.rates.setText(rates_line(counts))
        self._show_bars(section_bars(view, view.as_of))
        if self.widget() is None:
            self.setWidget(self._whole)

    def _show_bars(self, bars: Sequence[SectionBar]) -> None:
        self.by_section.setVisible(len(bars) > 1)
        if tuple(bars) == self._bars:
            return
        self._bars = tuple(bars)
        _empty(self.sections)
        most = max((bar.counts.total for bar in bars), default=1)
        widest = max(map(_done, bars), key=len, default="")
        for bar in bars if len(bars) > 1 else ():
            made = BarButton(bar, most, widest)
            made.clicked.connect(partial(self._choose_bar, bar))
            self.sections.addWidget(made)

    def _choose_bar(self, bar: SectionBar, _checked: bool = False) -> None:
        self.tasks_wanted.emit(bar.title, bar.tasks)

    def _choose(self, title: str, classes: Sequence[str]) -> None:
        if self._view is None:
            return
        day = self._view.as_of
        rows = (row for row in self._view.rows() if class_of(row, day) in classes)
        tasks: tuple[TaskId, ...] = tuple(row.task.id for row in rows)
        if tasks:
            self.tasks_wanted.emit(title, tasks)

    def show_backup(self, last: Backup | None) -> None:
        """Show when the last good backup was made."""
        glyph, hue = ("tick", "green") if last else ("triangle", "amber")
        self.backup_glyph.setPixmap(icons.pixmap(glyph, hue, 14))
        line, note = backup_lines(last.made_at if last else None)
        self.backup.setText(line)
        self.backup_note.setText(note)


def _done(bar: SectionBar) -> str:
    return f"{bar.counts.done}/{bar.counts.dated}" if bar.counts.dated else ""


def _empty(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (held := item.widget()) is not None:
            held.hide()
            held.deleteLater()
