"""The state of the tasks as a picture: one bar of numbered blocks, and the table that sums it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme

BAR, GAP, ROW, LEAST = 20, 8, 28, 20
WIDTHS = (46, 58, 68)
Classes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the bar: how many, its edge, its ground ("" for paper), its figures, dashed."""

    count: int
    edge: str
    ground: str
    ink: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its drawing, its words, and the classes each of its figures counts."""

    glyph: str
    hue: str
    words: str
    cells: tuple[Classes, ...]


def blocks(counts: Counts) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of the dated tasks and those of the others, in the order of the table."""
    other = counts.conditional + counts.suspended + counts.undated
    dated = (
        Block(counts.done_on_time, "green", "green", "on_acc"),
        Block(counts.done_late, "amber", "ambers", "text"),
        Block(counts.open_in_time, "acc", "accs", "text"),
        Block(counts.open_overdue, "red", "red", "on_acc"),
    )
    apart = (
        Block(counts.ongoing, "teal", "surf", "text"),
        Block(other, "grey", "surf", "text", dashed=True),
    )
    return tuple(b for b in dated if b.count), tuple(b for b in apart if b.count)


def lines_of(counts: Counts) -> tuple[Line, ...]:
    """Return the lines of the table; what nothing is counted in is left out below the sums."""
    done, opened = ("done_on_time", "done_late"), ("open_in_time", "open_overdue")
    columns = tuple(zip(done, opened, strict=True))
    dated = (
        Line("done", "green", _("Đã hoàn thành"), ((done[0],), (done[1],), done)),
        Line("half", "acc", _("Chưa hoàn thành"), ((opened[0],), (opened[1],), opened)),
        Line("", "", _("Cộng có hạn"), (*columns, done + opened)),
    )
    apart = (
        Line("cycle", "teal", _("Thường xuyên, định kỳ (riêng)"), (("ongoing",),)),
        Line("hourglass", "grey", _("Có điều kiện, chờ văn bản (riêng)"), (("conditional",),)),
        Line("pause", "grey", _("Tạm dừng (riêng)"), (("suspended",),)),
        Line("flag", "amber", _("Chưa rõ hạn (riêng)"), (("undated",),)),
    )
    return (*dated, *(line for line in apart if figure(counts, line.cells[0])))


def figure(counts: Counts, classes: Classes) -> int:
    """Return how many tasks are counted in `classes`."""
    return sum(getattr(counts, key) for key in classes)


class CountsPicture(QWidget):
    """Draws the counts given last; `chosen` carries a title and the classes behind a figure."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._counts = Counts()
        self._current = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Tiến độ bằng hình"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Bấm vào một số để xem các việc đó"))

    def show_counts(self, counts: Counts) -> None:
        """Draw `counts`."""
        self._counts = counts
        rows = "; ".join(f"{line.words}: {self._text(line.cells[-1])}" for line in self._lines())
        self.setAccessibleDescription(rows)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the bar and all rows of the table take."""
        worn = theme.current()
        rows = worn.length(ROW) * (len(self._lines()) + 1)
        return QSize(worn.length(300), worn.length(BAR + GAP) + rows + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no row may be cut."""
        return QSize(200, self.sizeHint().height())

    def _lines(self) -> tuple[Line, ...]:
        return lines_of(self._counts)

    def _text(self, classes: Classes) -> str:
        return str(figure(self._counts, classes))

    def choose(self, row: int, cell: int) -> None:
        """Ask for the tasks behind a figure; nought asks for nothing."""
        line = self._lines()[row]
        classes = line.cells[min(cell, len(line.cells) - 1)]
        if not figure(self._counts, classes):
            return
        column = _heads()[cell].lower() if len(line.cells) > 1 and cell < 2 else ""
        self.chosen.emit(", ".join(filter(None, (line.words, column))), classes)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the tasks behind the figure that is pressed, of the line beside it."""
        place = event.position().toPoint()
        row = (place.y() - theme.current().length(BAR + GAP)) // theme.current().length(ROW) - 1
        if 0 <= row < len(self._lines()):
            self._current = (row, self._cell_at(place))
            self.choose(*self._current)

    def _cell_at(self, place: QPoint) -> int:
        edge = self.width()
        for number, pixels in enumerate(WIDTHS):
            edge -= theme.current().length(pixels)
            if place.x() >= edge:
                return 2 - number
        return 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from figure to figure with the arrows; Enter asks for its tasks."""
        moves = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        row, cell = self._current
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(row, cell)
        elif move := moves.get(Qt.Key(event.key())):
            row = max(0, min(row + move[0], len(self._lines()) - 1))
            self._current = (row, max(0, min(cell + move[1], 2)))
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, then the table."""
        del event
        painter = QPainter(self)
        worn = theme.current()
        paint_bar(painter, QRect(0, 0, self.width(), worn.length(BAR)), self._counts)
        top = worn.length(BAR + GAP)
        self._paint_row(painter, top, Line("", "", _("Có hạn"), ()), head=True)
        for number, line in enumerate(self._lines(), start=1):
            self._paint_row(painter, top + number * worn.length(ROW), line)
        if self.hasFocus():
            self._paint_focus(painter, top)

    def _paint_focus(self, painter: QPainter, top: int) -> None:
        worn, (row, cell) = theme.current(), self._current
        row = min(row, len(self._lines()) - 1)
        cell = cell if len(self._lines()[row].cells) > 1 else 2
        widths = [worn.length(pixels) for pixels in WIDTHS]
        right = sum(widths[: 2 - cell])
        left = self.width() - 1 - right - widths[2 - cell]
        height = worn.length(ROW)
        painter.setPen(QPen(worn.colour("acc"), 2))
        painter.drawRect(left + 1, top + (row + 1) * height + 1, widths[2 - cell] - 2, height - 2)

    def _paint_row(self, painter: QPainter, top: int, line: Line, *, head: bool = False) -> None:
        worn = theme.current()
        height, width = worn.length(ROW), self.width() - 1
        if head:
            painter.fillRect(0, top, width, height, worn.colour("win"))
        painter.setPen(worn.colour("line"))
        painter.drawRect(0, top, width, height)
        left = 7
        if line.glyph:
            side = worn.length(14)
            icons.paint(painter, QRectF(left, top, side, height), line.glyph, line.hue)
            left += side + 5
        painter.setFont(worn.font("small" if head else "body", strong=head))
        painter.setPen(worn.colour("text2" if head else "text"))
        widths = [worn.length(pixels) for pixels in WIDTHS]
        room = width - left - sum(widths[:1] if len(line.cells) == 1 else widths)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, top, room, height), middle, line.words)
        shown = _heads() if head else tuple(map(self._text, line.cells))
        edge = width
        for number, text in enumerate(reversed(shown)):
            edge -= widths[number]
            place = QRect(edge, top, widths[number], height)
            late = not head and text != "0" and line.cells[-1 - number] == ("open_overdue",)
            tone = "text2" if head else "red" if late else "text"
            _paint_figure(painter, place, text, tone, strong=head or late or number == 0)


def _heads() -> tuple[str, str, str]:
    return (_("Trong hạn"), _("Quá hạn"), _("Cộng"))


def _paint_figure(painter: QPainter, place: QRect, text: str, tone: str, *, strong: bool) -> None:
    worn = theme.current()
    painter.setPen(worn.colour("line"))
    painter.drawLine(place.topLeft(), place.bottomLeft())
    painter.setFont(worn.font("small" if tone == "text2" else "body", strong=strong))
    painter.setPen(worn.colour(tone))
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place.adjusted(2, 0, -6, 0), side, text)


def paint_bar(painter: QPainter, place: QRect, counts: Counts) -> None:
    """Paint `counts` as blocks that fill `place`: the dated tasks, then the others."""
    dated, apart = blocks(counts)
    every = (*dated, *apart)
    least = min(LEAST, max(place.width() // (2 * len(every) or 1), 8))
    gaps = 2 * max(0, len(every) - 1) + (8 if dated and apart else 0)
    room = place.width() - gaps - least * len(every) - 1
    total = sum(block.count for block in every) or 1
    left = place.left()
    for block in every:
        if dated and apart and block is apart[0]:
            left += 8
        width = least + max(room, 0) * block.count // total
        _paint_block(painter, QRect(left, place.top(), width, place.height() - 1), block)
        left += width + 2


def _paint_block(painter: QPainter, place: QRect, block: Block) -> None:
    worn = theme.current()
    painter.fillRect(place, worn.colour(block.ground))
    pen = QPen(worn.colour(block.edge), 1)
    if block.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRect(place)
    painter.setPen(worn.colour(block.ink))
    painter.setFont(worn.font("small"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(block.count))
