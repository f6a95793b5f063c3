"""The table every screen uses: wrapped rows as high as their words, sections across the row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kehoach_desktop.ui import theme
from kehoach_desktop.ui.table_cells import MOST_LINES, CellDelegate, Index, Role, row_height

_SETTLE_MS = 30
_STIFF = 120
_Hint = QAbstractItemView.ScrollHint
_Mode = QAbstractItemView.SelectionMode
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TO_THE_END = {
    Qt.Key.Key_End: True,
    Qt.Key.Key_Down: True,
    Qt.Key.Key_Home: False,
    Qt.Key.Key_Up: False,
}


class SheetView(QTableView):
    """A table of tasks: rows of one to four lines, only visible rows are ever measured.

    Ctrl+1…4 sets the lines. `lines_changed` says how many. Models answer the roles of
    `table_cells.Role`.
    """

    lines_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent)
        self.cells = CellDelegate(self, lines=lines)
        self._measured: set[int] = set()
        self._settled: set[int] = set()
        self._widths: tuple[int, ...] = ()
        self._stretch = self._spare = -1
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setCornerButtonEnabled(False)
        self._dress_headers()
        self._later = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._later.timeout.connect(self._settle_anew)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._later.start())
        self.horizontalHeader().sectionResized.connect(lambda *_change: self._later.start())
        self.horizontalHeader().sectionResized.connect(lambda *_change: self._note_drag())

    def _dress_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(18)
        rows.setDefaultSectionSize(row_height(self.cells.lines))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setMinimumSectionSize(theme.current().length(28))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show `model`; heights follow its resets and its changes."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self.relay)
            model.dataChanged.connect(lambda *_change: self._later.start())
        self.relay()

    def set_widths(self, widths: tuple[int, ...], stretch: int, *, spare: int = -1) -> None:
        """Set the widths of the columns at 100 %; the column `stretch` takes what is left.

        In a narrow table wide columns give way until `stretch` has its own width, too; the column
        `spare` goes before the others are squeezed. What the officer drags stays as it is.
        """
        header = self.horizontalHeader()
        self._widths, self._stretch, self._spare = widths, stretch, spare
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                column, mode.Stretch if column == stretch else mode.Interactive
            )
            if column != stretch:
                length = theme.current().length(width)
                header.resizeSection(column, max(length, header.sectionSizeHint(column)))

    def _note_drag(self) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._widths = ()

    def _share_out(self, room: int) -> None:
        if not self._widths:
            return
        lengths = [theme.current().length(width) for width in self._widths]
        stiff = theme.current().length(_STIFF)
        columns = [c for c in range(len(lengths)) if c == self._spare or not self.isColumnHidden(c)]
        if self._spare >= 0:
            spared = room < sum(lengths[c] for c in columns)
            self.setColumnHidden(self._spare, spared)
            columns = [c for c in columns if c != self._spare or not spared]
        soft = [c for c in columns if c != self._stretch and lengths[c] > stiff]
        over = sum(lengths[c] for c in columns) - room
        wide = sum(lengths[c] for c in soft)
        share = min(1.0, 1 - over / wide) if wide else 1.0
        for column in soft:
            length = max(stiff, round(lengths[column] * share))
            self.horizontalHeader().resizeSection(column, length)

    def set_lines(self, lines: int) -> None:
        """Show rows of at most `lines` lines."""
        self.cells.lines = max(1, min(MOST_LINES, lines))
        self.relay()
        self.lines_changed.emit(self.cells.lines)

    def relay(self) -> None:
        """Forget every height, then measure what is visible."""
        self.clearSpans()
        rows, usual = self.verticalHeader(), row_height(self.cells.lines)
        rows.setDefaultSectionSize(usual)
        # The header's own reset would drop the selection with the heights.
        for row in self._measured:
            if row < rows.count():
                rows.resizeSection(row, usual)
        self._measured.clear()
        self._settle_anew()

    def _settle_anew(self) -> None:
        self._settled.clear()
        self.settle()

    def settle(self) -> None:
        """Give the visible rows the height of their words, and sections the whole width.

        What was measured since the last change of cells or widths is not measured again. A table
        that is not seen has no visible rows: it is measured when it is shown.
        """
        model = self.model()
        if model is None or not self.isVisible() or not model.rowCount():
            return
        # Its own height, a heading too much: the first call of viewport() brings in every widget.
        row, bottom = max(0, self.rowAt(0)), self.height()
        while row < model.rowCount() and self.rowViewportPosition(row) < bottom:
            if row not in self._settled:
                self._settle_row(model, row)
            row += 1

    def _settle_row(self, model: QAbstractItemModel, row: int) -> None:
        self._settled.add(row)
        if model.index(row, 0).data(Role.SECTION):
            if self.columnSpan(row, 0) != model.columnCount() > 1:
                self.setSpan(row, 0, 1, model.columnCount())
            height = self._cell_height(model, row, 0)
        else:
            shown = (c for c in range(model.columnCount()) if not self.isColumnHidden(c))
            height = max((self._cell_height(model, row, c) for c in shown), default=0)
        if height and height != self.rowHeight(row):
            self.verticalHeader().resizeSection(row, height)
            self._measured.add(row)

    def _cell_height(self, model: QAbstractItemModel, row: int, column: int) -> int:
        option: Any = QStyleOptionViewItem()
        option.rect = QRect(0, 0, self.columnWidth(column), 0)
        index = model.index(row, column)
        return self.itemDelegateForIndex(index).sizeHint(option, index).height()

    def setCurrentIndex(self, index: Index) -> None:
        """Go to a cell and choose it alone, whatever key the hand still holds.

        After Ctrl+0 or Ctrl+Z the key is down when the next row becomes current: Qt would add it.
        """
        flags = QItemSelectionModel.SelectionFlag
        whole = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        how = flags.ClearAndSelect | (flags.Rows if whole else flags.NoUpdate)
        self.selectionModel().setCurrentIndex(index, how)

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a cell into sight: rows on the way get their height first, then it is exact."""
        super().scrollTo(index, hint)
        self.settle()
        super().scrollTo(index, hint)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what comes into sight."""
        super().showEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew once the size stands."""
        super().resizeEvent(event)
        self._share_out(event.size().width())
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+1…4 sets the lines of a row, Ctrl+Shift+End chooses on to the last one."""
        wanted = event.key() - Qt.Key.Key_0
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and 1 <= wanted <= MOST_LINES:
            self.set_lines(wanted)
        elif event.modifiers() == _CTRL_SHIFT and event.key() in _TO_THE_END:
            self._choose_to_the_end(down=_TO_THE_END[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _choose_to_the_end(self, *, down: bool) -> None:
        """Choose from the current row to the last or first one, as a spreadsheet does."""
        here, model = self.currentIndex(), self.model()
        if not here.isValid() or self.selectionMode() is not _Mode.ExtendedSelection:
            return
        last = model.index(model.rowCount() - 1 if down else 0, here.column())
        whole = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        flags = QItemSelectionModel.SelectionFlag
        how = flags.Select | (flags.Rows if whole else flags.NoUpdate)
        self.selectionModel().select(QItemSelection(*sorted((here, last))), how)
        self.selectionModel().setCurrentIndex(last, flags.NoUpdate)


def shared_out(room: int, shares: Mapping[int, int], needed: Mapping[int, int]) -> dict[int, int]:
    """Return the widths of columns: by their shares, but what one needs is taken from the rest."""
    whole = sum(shares.values()) or 1
    widths = {column: room * share // whole for column, share in shares.items()}
    lacking = sum(max(0, needed[column] - width) for column, width in widths.items())
    spare = {column: max(0, width - needed[column]) for column, width in widths.items()}
    given = min(1.0, lacking / (sum(spare.values()) or 1))
    return {
        column: max(width, needed[column]) - round(spare[column] * given)
        for column, width in widths.items()
    }
