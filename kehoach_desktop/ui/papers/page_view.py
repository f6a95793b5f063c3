"""Pages under one another on a grey ground: scrolled, zoomed, turned with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.papers.sheets import Sheets

GAP = 12
SMALLEST, LARGEST, STEP = 0.4, 4.0, 1.15
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PageView(QAbstractScrollArea):
    """Shows the pages given last; `turned` tells the number of the page seen, from 0.

    A zoom of None fits the width.
    """

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._zoom: float | None = None
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Trang văn bản"))
        self.verticalScrollBar().setSingleStep(32)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look())

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show other pages; the place on the paper stays."""
        self._sheets = sheets
        self._measure()
        self.viewport().update()
        self._look()

    def sheets(self) -> Sheets | None:
        """Return the pages that are shown."""
        return self._sheets

    def page(self) -> int:
        """Return the number of the page seen, from 0."""
        return self._page

    def scale(self, page: int) -> float:
        """Return how many pixels a point of a page has; unless zoomed, each fits the width."""
        sizes = self._sizes()
        if self._zoom is not None or not sizes:
            return self._zoom or 1.0
        wide = sizes[page].width()
        return max((self.viewport().width() - 2 * GAP) / wide, 0.1)

    def zoom(self, steps: int) -> None:
        """Make the pages larger or smaller by `steps`; 0 fits the width."""
        place = self._relative()
        wanted = None if steps == 0 else self.scale(self._page) * STEP**steps
        self._zoom = wanted and max(SMALLEST, min(LARGEST, wanted))
        self._measure()
        bar = self.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))
        self.viewport().update()
        self.zoomed.emit()

    def _relative(self) -> float:
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def turn(self, pages: int) -> None:
        """Turn so many pages on, or back."""
        self.go_to(self._page + pages)

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        tops = self._tops()
        if tops:
            number = max(0, min(page, len(tops) - 1))
            self.verticalScrollBar().setValue(round(tops[number] - GAP))

    def _sizes(self) -> list[QRectF]:
        if self._sheets is None:
            return []
        sizes = map(self._sheets.size, range(self._sheets.count()))
        return [QRectF(0, 0, size.width(), size.height()) for size in sizes]

    def _tops(self) -> list[float]:
        tops, top = [], float(GAP)
        for number, size in enumerate(self._sizes()):
            tops.append(top)
            top += size.height() * self.scale(number) + GAP
        return tops

    def _measure(self) -> None:
        sizes, room = self._sizes(), self.viewport().size()
        scales = [self.scale(number) for number in range(len(sizes))]
        high = sum(s.height() * scale + GAP for s, scale in zip(sizes, scales, strict=True)) + GAP
        wide = max((s.width() * scale for s, scale in zip(sizes, scales, strict=True)), default=0)
        wide += 2 * GAP
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setRange(0, max(0, round(high - room.height())))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setRange(0, max(0, round(wide - room.width())))

    def _look(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        before = [number for number, top in enumerate(self._tops()) if top <= middle]
        self._page = before[-1] if before else 0
        self.turned.emit(self._page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current().colour("sect"))
        if self._sheets is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        seen = QRectF(self.viewport().rect())
        for number, (top, size) in enumerate(zip(self._tops(), self._sizes(), strict=True)):
            scale = self.scale(number)
            wide = size.width() * scale
            left = max((seen.width() - wide) / 2, GAP) - self.horizontalScrollBar().value()
            high = size.height() * scale
            place = QRectF(left, top - self.verticalScrollBar().value(), wide, high)
            if place.intersects(seen):
                self._paint_page(painter, number, place, scale)

    def _paint_page(self, painter: QPainter, number: int, place: QRectF, scale: float) -> None:
        assert self._sheets is not None
        # Paper is white in every look.
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.save()
        painter.setClipRect(place)
        painter.translate(QPointF(round(place.left()), round(place.top())))
        self._sheets.paint(painter, number, scale)
        painter.restore()
        painter.setPen(theme.current().colour("line2"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again."""
        super().resizeEvent(event)
        place = self._relative()
        self._measure()
        self.verticalScrollBar().setValue(round(place * self.verticalScrollBar().maximum()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up and Page Down, zoom with + - 0, go to either end."""
        key, count = Qt.Key(event.key()), len(self._sizes())
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: count - 1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if key in _TURNS:
            self.turn(_TURNS[key])
        elif key in ends:
            self.go_to(ends[key])
        elif key in zooms:
            self.zoom(zooms[key])
        else:
            super().keyPressEvent(event)
