"""How table cells are painted: wrapped text, a state with its glyph, a section across the row."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QWidget

from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.cell_text import Wrapped, wrapped

Index = QModelIndex | QPersistentModelIndex
PAD_X, PAD_Y = 7, 4
GLYPH = 14
MOST_LINES = 4


class Role(IntEnum):
    """What a model says about a cell beside its words (`DisplayRole`).

    SECOND: small grey words under or behind the main ones. GLYPH: name of a drawing. HUE: colour
    token of the glyph. TONE: colour token of the words. STRONG: semibold words. LEAD: how many
    first characters are semibold. CARRIED: (label, words) of last month, shown in grey only where
    the cell is empty. SECTION: True for a row that is a heading. EDGE: colour token of a narrow
    mark at the left of the row. FRAME: colour token of a frame round the cell.
    SECOND_TONE: colour token of the small words. STRUCK: True for words that are left out.
    ADDED: True for words that would be written: a band and a line under them.
    """

    SECOND = Qt.ItemDataRole.UserRole + 1
    GLYPH = Qt.ItemDataRole.UserRole + 2
    HUE = Qt.ItemDataRole.UserRole + 3
    TONE = Qt.ItemDataRole.UserRole + 4
    STRONG = Qt.ItemDataRole.UserRole + 5
    LEAD = Qt.ItemDataRole.UserRole + 6
    CARRIED = Qt.ItemDataRole.UserRole + 7
    SECTION = Qt.ItemDataRole.UserRole + 8
    EDGE = Qt.ItemDataRole.UserRole + 9
    FRAME = Qt.ItemDataRole.UserRole + 10
    SECOND_TONE = Qt.ItemDataRole.UserRole + 11
    STRUCK = Qt.ItemDataRole.UserRole + 12
    ADDED = Qt.ItemDataRole.UserRole + 13


def lead_of(content: str) -> int:
    """Return how many characters stand up to the first colon of the first paragraph, else 0."""
    head, colon, _rest = content.split("\n", 1)[0].partition(":")
    return len(head) + 1 if colon and len(head) <= 160 else 0


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of a sheet; the model's roles say what stands in it."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent)
        self.lines = lines

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint ground, words, glyph, grid and focus ring of one cell."""
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        section = bool(index.data(Role.SECTION))
        paint_ground(painter, option, selected=selected, section=section)
        painter.setClipRect(option.rect)
        if section:
            self._paint_section(painter, option, index)
        else:
            self._paint_cell(painter, option, index, selected=selected)
        _paint_marks(painter, option, index)
        painter.restore()

    def sizeHint(self, option: Any, index: Index) -> QSize:
        """Return the height the cell wants at the width of `option.rect`."""
        width = option.rect.width() if option.rect.width() > 0 else 200
        if index.data(Role.SECTION):
            return QSize(width, line_height() + 8)
        return QSize(
            width, self._main(index, width - self._indent(index)).height + self._extra(index)
        )

    def _indent(self, index: Index) -> int:
        glyph = theme.current().length(GLYPH) + 6 if index.data(Role.GLYPH) else 0
        return 2 * PAD_X + glyph

    def _extra(self, index: Index) -> int:
        under = bool(index.data(Role.SECOND)) and self.lines > 1
        return 2 * PAD_Y + (line_height("small") if under else 0)

    def _main(self, index: Index, width: int) -> Wrapped:
        text = index.data(Qt.ItemDataRole.DisplayRole)
        carried = None if text else index.data(Role.CARRIED)
        lead = index.data(Role.LEAD) or 0
        strong = bool(index.data(Role.STRONG))
        if carried:
            label, words = carried
            text, lead = f"{label} {words}", len(label)
        second = index.data(Role.SECOND)
        lines = max(1, self.lines - 1) if second else self.lines
        return wrapped(str(text or ""), width, lines, lead=-1 if strong else lead)

    def _paint_cell(self, painter: QPainter, option: Any, index: Index, *, selected: bool) -> None:
        place = option.rect.adjusted(PAD_X, PAD_Y, -PAD_X, 0)
        if name := index.data(Role.GLYPH):
            side = theme.current().length(GLYPH)
            spot = QRectF(place.left(), place.top(), side, line_height())
            icons.paint(painter, spot, name, index.data(Role.HUE) or "text2")
            place.setLeft(place.left() + side + 6)
        words = self._main(index, option.rect.width() - self._indent(index))
        painter.setPen(theme.current().colour(_tone(index, selected=selected)))
        if index.data(Role.ADDED):
            _mark_added(painter, place, words)
        words.draw(painter, place, alignment(index))
        if (second := index.data(Role.SECOND)) and self.lines > 1:
            tone = index.data(Role.SECOND_TONE) or ("text2" if selected else "text3")
            _paint_second(painter, place.adjusted(0, words.height, 0, 0), second, tone)
        if index.data(Role.STRUCK):
            _strike(painter, place, words)

    def _paint_section(self, painter: QPainter, option: Any, index: Index) -> None:
        worn = theme.current()
        text, second = str(index.data() or ""), str(index.data(Role.SECOND) or "")
        place = option.rect.adjusted(PAD_X, 0, -PAD_X, 0)
        if name := index.data(Role.GLYPH):
            side = worn.length(GLYPH)
            spot = QRectF(place.left(), place.top(), side, place.height())
            icons.paint(painter, spot, name, "text2")
            place.setLeft(place.left() + side + 4)
        painter.setFont(worn.font("small", strong=True))
        painter.setPen(worn.colour("text"))
        metrics = painter.fontMetrics()
        room = place.width() - (theme_width(second) + 8 if second else 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(40, room))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(worn.font("small"))
        painter.setPen(worn.colour("text2"))
        place.setLeft(place.left() + metrics.horizontalAdvance(shown) + 6)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, second)


def line_height(size: str = "body") -> int:
    """Return the height of one line of a type size, in pixels."""
    return max(round(theme.current().px(size) * 1.36), 1)


def row_height(lines: int) -> int:
    """Return the height of a row of that many lines of body text."""
    return lines * line_height() + 2 * PAD_Y


def theme_width(text: str) -> int:
    """Return the width of `text` in the small type."""
    return wrapped(text, 10_000, 1, size="small").width


def alignment(index: Index) -> Qt.AlignmentFlag:
    """Return how the words of a cell are set: figures to the right."""
    value: Any = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return Qt.AlignmentFlag(value) if value is not None else Qt.AlignmentFlag.AlignLeft


def _tone(index: Index, *, selected: bool) -> str:
    if not index.data(Qt.ItemDataRole.DisplayRole) and index.data(Role.CARRIED):
        return "text2" if selected else "text3"
    return index.data(Role.TONE) or "text"


def _paint_second(painter: QPainter, place: QRect, text: str, tone: str) -> None:
    painter.setPen(theme.current().colour(tone))
    wrapped(text, place.width(), 1, size="small").draw(painter, place)


def _strike(painter: QPainter, place: QRect, words: Wrapped) -> None:
    height = line_height()
    for number in range(words.lines):
        middle = place.top() + number * height + height // 2 + 1
        painter.drawLine(
            place.left(), middle, place.left() + min(words.width, place.width()), middle
        )


def _mark_added(painter: QPainter, place: QRect, words: Wrapped) -> None:
    pen, worn = painter.pen(), theme.current()
    width = min(words.width, place.width())
    band = QRect(place.left() - 1, place.top(), width + 2, words.height)
    painter.fillRect(band, worn.colour("greens"))
    painter.setPen(worn.colour("green"))
    for number in range(words.lines):
        under = place.top() + (number + 1) * line_height() - 1
        painter.drawLine(place.left(), under, place.left() + width, under)
    painter.setPen(pen)


def has_focus(option: Any) -> bool:
    """Say whether the view (or an editor in it) holds the keyboard."""
    view = getattr(option, "widget", None)
    if view is None:
        return False
    holder = view.window().focusWidget()
    return holder is not None and (view is holder or view.isAncestorOf(holder))


def paint_ground(painter: QPainter, option: Any, *, selected: bool, section: bool = False) -> None:
    """Paint the ground of a cell and the grid lines at its right and bottom."""
    worn = theme.current()
    ground = "sect" if section else "surf"
    if selected:
        ground = "sel" if has_focus(option) else "sel_idle"
    painter.fillRect(option.rect, worn.colour(ground))
    painter.setPen(worn.colour("line2" if selected else "line"))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if not section:
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())


def _paint_marks(painter: QPainter, option: Any, index: Index) -> None:
    worn = theme.current()
    if index.column() == 0 and (edge := index.data(Role.EDGE)):
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height())), worn.colour(edge)
        )
    if frame := index.data(Role.FRAME):
        _paint_frame(painter, option.rect, frame)
    if option.state & QStyle.StateFlag.State_HasFocus and has_focus(option):
        _paint_frame(painter, option.rect, "acc")


def _paint_frame(painter: QPainter, place: QRect, token: str) -> None:
    pen = QPen(theme.current().colour(token), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(place).adjusted(1, 1, -2, -2))
