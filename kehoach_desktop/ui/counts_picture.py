"""The state of the tasks as a picture: one bar of numbered blocks, and the table that sums it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kehoach_desktop.domain.progress import Counts
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme

BAR, GAP, ROW, LEAST = 20, 8, 28, 20
WIDTHS = (46, 58, 68)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the bar: how many, its edge, its ground ("" for paper), its figures, dashed."""

    count: int
    edge: str
    ground: str
    ink: str
    dashed: bool = False


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


class CountsPicture(QWidget):
    """Draws the counts given last; the words say the same to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = Counts()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Tiến độ bằng hình"))

    def show_counts(self, counts: Counts) -> None:
        """Draw `counts`."""
        self._counts = counts
        rows = "; ".join(f"{words}: {cells[-1]}" for _glyph, _hue, words, cells in self._rows())
        self.setAccessibleDescription(rows)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the bar and all rows of the table take."""
        worn = theme.current()
        return QSize(worn.length(300), worn.length(BAR + GAP + ROW * (len(self._rows()) + 1)) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no row may be cut."""
        return QSize(200, self.sizeHint().height())

    def _rows(self) -> tuple[tuple[str, str, str, tuple[int, ...]], ...]:
        c = self._counts
        dated = (
            ("done", "green", _("Đã hoàn thành"), (c.done_on_time, c.done_late, c.done)),
            ("half", "acc", _("Chưa hoàn thành"), (c.open_in_time, c.open_overdue, c.open)),
            ("", "", _("Cộng có hạn"),
             (c.done_on_time + c.open_in_time, c.done_late + c.open_overdue, c.dated)),
        )  # fmt: skip
        apart = (
            ("cycle", "teal", _("Thường xuyên, định kỳ (riêng)"), (c.ongoing,)),
            ("hourglass", "grey", _("Có điều kiện, chờ văn bản (riêng)"), (c.conditional,)),
            ("pause", "grey", _("Tạm dừng (riêng)"), (c.suspended,)),
            ("flag", "amber", _("Chưa rõ hạn (riêng)"), (c.undated,)),
        )
        return (*dated, *(row for row in apart if row[3][0]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, then the table."""
        del event
        painter = QPainter(self)
        worn = theme.current()
        self._paint_bar(painter, QRect(0, 0, self.width(), worn.length(BAR)))
        top = worn.length(BAR + GAP)
        self._paint_row(painter, top, ("", "", _("Có hạn"), ()), head=True)
        for number, row in enumerate(self._rows(), start=1):
            self._paint_row(painter, top + number * worn.length(ROW), row)

    def _paint_bar(self, painter: QPainter, place: QRect) -> None:
        dated, apart = blocks(self._counts)
        every = (*dated, *apart)
        gaps = 2 * max(0, len(every) - 1) + (8 if dated and apart else 0)
        room = place.width() - gaps - LEAST * len(every) - 1
        total = sum(block.count for block in every) or 1
        left = place.left()
        for block in every:
            if dated and apart and block is apart[0]:
                left += 8
            width = LEAST + room * block.count // total
            _paint_block(painter, QRect(left, place.top(), width, place.height() - 1), block)
            left += width + 2

    def _paint_row(
        self,
        painter: QPainter,
        top: int,
        row: tuple[str, str, str, tuple[int, ...]],
        *,
        head: bool = False,
    ) -> None:
        worn = theme.current()
        glyph, hue, words, cells = row
        height, width = worn.length(ROW), self.width() - 1
        if head:
            painter.fillRect(0, top, width, height, worn.colour("win"))
        painter.setPen(worn.colour("line"))
        painter.drawRect(0, top, width, height)
        left = 8
        if glyph:
            icons.paint(painter, QRectF(left, top, 14, height), glyph, hue)
            left += 22
        painter.setFont(worn.font("small" if head else "body", strong=head))
        painter.setPen(worn.colour("text2" if head else "text"))
        widths = [worn.length(pixels) for pixels in WIDTHS]
        room = width - left - sum(widths[:1] if len(cells) == 1 else widths)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, top, room, height), middle, words)
        shown = (_("Trong hạn"), _("Quá hạn"), _("Cộng")) if head else tuple(map(str, cells))
        edge = width
        for number, text in enumerate(reversed(shown)):
            edge -= widths[number]
            place = QRect(edge, top, widths[number], height)
            self._paint_figure(painter, place, text, last=number == 0, head=head)

    def _paint_figure(
        self, painter: QPainter, place: QRect, text: str, *, last: bool, head: bool
    ) -> None:
        worn = theme.current()
        painter.setPen(worn.colour("line"))
        painter.drawLine(place.topLeft(), place.bottomLeft())
        painter.setFont(worn.font("small" if head else "body", strong=last or head))
        painter.setPen(worn.colour("text2" if head else "text"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(2, 0, -6, 0), side, text)


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
