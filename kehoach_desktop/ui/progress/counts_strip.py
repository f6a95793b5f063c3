"""The figures over the sheet: the official 2×2 and, apart from it, what has no day."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.progress import Standing
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.looks import DOUBT, STANDING_LOOKS
from kehoach_desktop.ui.table_cells import line_height

_WIDTHS = (122, 80, 72, 54)
_NARROW = 1150


class CountsTable(QWidget):
    """Đã and chưa hoàn thành by trong hạn and quá hạn, with the sums that close."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = Counts()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts) -> None:
        """Show `counts`."""
        self._counts = counts
        self.setAccessibleName("; ".join(", ".join(line) for line in self.lines()))
        self.update()

    def counts(self) -> Counts:
        """Return what is shown."""
        return self._counts

    def lines(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells, line by line, as they are painted."""
        c = self._counts
        dated = _("{count} việc có hạn").format(count=c.dated)
        return (
            (dated, _("Trong hạn"), _("Quá hạn"), _("Cộng")),
            (_("Đã hoàn thành"), str(c.done_on_time), str(c.done_late), str(c.done)),
            (_("Chưa hoàn thành"), str(c.open_in_time), str(c.open_overdue), str(c.open)),
        )

    def sizeHint(self) -> QSize:
        """Return the size that holds three lines."""
        worn = theme.current()
        width = sum(worn.length(width) for width in _WIDTHS)
        return QSize(width + 1, 3 * self._line() + 1)

    def _line(self) -> int:
        return line_height("small") + 5

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint head, figures and grid."""
        del event
        painter, worn = QPainter(self), theme.current()
        painter.fillRect(self.rect(), worn.colour("surf"))
        for number, cells in enumerate(self.lines()):
            left = 0
            for column, text in enumerate(cells):
                width = worn.length(_WIDTHS[column])
                place = QRect(left, number * self._line(), width, self._line())
                self._paint_cell(painter, place, text, number, column)
                left += width
        painter.end()

    def _paint_cell(
        self, painter: QPainter, place: QRect, text: str, line: int, column: int
    ) -> None:
        worn = theme.current()
        late = (line, column) == (2, 2) and self._counts.open_overdue
        if line == 0:
            painter.fillRect(place, worn.colour("win"))
        painter.setPen(worn.colour("line2"))
        painter.drawRect(place)
        painter.setFont(worn.font("small", strong=line == 0 or column == 3 or bool(late)))
        painter.setPen(worn.colour("red" if late else "text2" if line == 0 else "text"))
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(8, 0, -8, 0), flags, text)


class CountsStrip(QFrame):
    """The table, and beside it what is counted apart; it follows every answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.table = CountsTable()
        self.apart: dict[str, QLabel] = {}
        self._glyphs: dict[str, QLabel] = {}
        self._grid = self._apart_grid()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(20)
        self._row.addWidget(self.table)
        self._row.addLayout(self._grid)
        self._row.addStretch(1)

    def _apart_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        places = (
            ("total", None),
            ("ongoing", STANDING_LOOKS[Standing.ONGOING]),
            ("conditional", STANDING_LOOKS[Standing.WAITING]),
            ("unanswered", STANDING_LOOKS[Standing.UNANSWERED]),
            ("suspended", STANDING_LOOKS[Standing.SUSPENDED]),
            ("undated", DOUBT),
        )
        for key, look in places:
            self._glyphs[key] = glyph = QLabel()
            if look:
                glyph.setPixmap(icons.pixmap(look.glyph, look.hue, 14))
            self.apart[key] = label("", "second_strong" if key == "total" else "second")
        grid.setColumnMinimumWidth(2, 12)
        return grid

    def _place_apart(self) -> None:
        """Put what there is in three lines; what nothing is counted in takes no room.

        In a narrow window the chip alone says how many answers are missing.
        """
        counts, narrow = self.table.counts(), self.width() < theme.current().length(_NARROW)
        needless = {key for key in ("suspended", "undated") if not getattr(counts, key)}
        needless |= {"unanswered"} if narrow else set()
        shown = [key for key in self.apart if key not in needless]
        for number, key in enumerate(shown):
            row, column = number % 3, number // 3 * 3
            whole = key == "total"
            self._grid.addWidget(self._glyphs[key], row, column)
            self._grid.addWidget(self.apart[key], row, column + (not whole), 1, 1 + whole)
        for key, words in self.apart.items():
            words.setVisible(key in shown)
            self._glyphs[key].setVisible(key in shown)

    def add_chips(self, *lines: tuple[QWidget, ...]) -> None:
        """Put lines of chips at the right end."""
        chips = QVBoxLayout()
        chips.setSpacing(4)
        for line in lines:
            across = QHBoxLayout()
            across.setSpacing(6)
            across.addStretch(1)
            for chip in line:
                across.addWidget(chip)
            chips.addLayout(across)
        self._row.addLayout(chips)

    def show_counts(self, counts: Counts) -> None:
        """Show `counts`; the parts apart are said with what they add up to."""
        self.table.show_counts(counts)
        said = {
            "ongoing": _("Thường xuyên, định kỳ: {count}"),
            "conditional": _("Có điều kiện, chờ văn bản: {count}"),
            "suspended": _("Tạm dừng: {count}"),
            "undated": _("Chưa rõ hạn: {count}"),
            "unanswered": _("Chưa có trả lời: {count} (không tính là 0)"),
            "total": _("Tổng: {count} nhiệm vụ"),
        }
        for key, words in said.items():
            self.apart[key].setText(words.format(count=getattr(counts, key)))
        self._place_apart()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out in a narrow window what is said twice."""
        super().resizeEvent(event)
        self._place_apart()
