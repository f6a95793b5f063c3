"""The table of the period sheet: everything by keyboard, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.clipboard import put_table
from kehoach_desktop.ui.progress.block_text import block_of
from kehoach_desktop.ui.progress.evidence_files import files_in
from kehoach_desktop.ui.progress.period_model import PeriodModel
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field
from kehoach_desktop.ui.progress.sheet_editors import SheetDelegate
from kehoach_desktop.ui.progress.typing import Move
from kehoach_desktop.ui.sheet import SheetView, shared_out
from kehoach_desktop.ui.table_cells import Role

HINTS = (
    ("Enter", mark("ghi, xuống dòng")),
    ("Tab", mark("sang ô")),
    ("Alt+Enter", mark("xuống hàng trong ô")),
    ("Ctrl+D", mark("chép lời kỳ trước")),
    ("Ctrl+0", mark("không phát sinh")),
    ("F8", mark("dòng chưa trả lời")),
    ("F4", mark("từng nhiệm vụ")),
    ("Esc", mark("bỏ sửa")),
)
_FIXED = {Field.ORDINAL: 48, Field.STATUS: 150, Field.DONE_ON: 86, Field.PERCENT: 40}
_SHARES = {
    Field.CONTENT: 24,
    Field.RESULT: 28,
    Field.OBSTACLE: 13,
    Field.PROPOSAL: 11,
    Field.NEXT_STEPS: 13,
    Field.EVIDENCE: 11,
}
_FIRST = FIELDS.index(Field.STATUS)
_LAST = len(FIELDS) - 1


class PeriodTable(SheetView):
    """The sheet. Signals ask for what the page knows how to do with the current cell."""

    earlier_wanted = Signal()
    nothing_wanted = Signal()
    above_wanted = Signal()
    paste_wanted = Signal(object)
    files_pasted = Signal(object)
    clear_wanted = Signal()
    unanswered_wanted = Signal(int)
    locked = Signal()
    form_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: SheetDelegate = SheetDelegate(
            self, lit=self.lit_row, claim=self.holds_while_typing, take=self.key_while_typing
        )
        self.setItemDelegate(self.cells)
        self.setAccessibleName(_("Bảng ghi kết quả kỳ"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.cells.moved.connect(self.go)
        self._acts = self._key_table()
        self._begun, self._tabbed_to = _FIRST, (-1, -1)

    def _key_table(self) -> dict[tuple[int, bool, bool], Callable[[], object]]:
        key = Qt.Key
        return {
            (key.Key_C, True, False): self.copy,
            (key.Key_V, True, False): self.paste,
            (key.Key_Apostrophe, True, False): self.earlier_wanted.emit,
            (key.Key_0, True, False): self.nothing_wanted.emit,
            (key.Key_D, True, False): self.earlier_wanted.emit,
            (key.Key_D, True, True): self.above_wanted.emit,
            (key.Key_Delete, False, False): self.clear_wanted.emit,
            (key.Key_F2, False, False): self.add_to_cell,
            (key.Key_F4, False, False): self.form_wanted.emit,
            (key.Key_Return, True, False): self.form_wanted.emit,
            (key.Key_F8, False, False): lambda: self.unanswered_wanted.emit(1),
            (key.Key_F8, False, True): lambda: self.unanswered_wanted.emit(-1),
            (key.Key_Return, False, False): lambda: self.go(Move.DOWN),
            (key.Key_Enter, False, False): lambda: self.go(Move.DOWN),
            (key.Key_Return, False, True): lambda: self.go(Move.UP),
            (key.Key_Tab, False, False): lambda: self.go(Move.RIGHT),
            (key.Key_Backtab, False, True): lambda: self.go(Move.LEFT),
        }

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show `model`; the whole row of the current cell is lit."""
        super().setModel(model)
        chosen = self.selectionModel()
        if chosen is not None:
            chosen.selectionChanged.connect(lambda *_cells: self.viewport().update())

    def lit_row(self) -> int:
        """Return the row to paint as selected: that of a single chosen cell, else -1."""
        chosen = self.selectionModel().selection()
        single = chosen.count() == 1 and chosen.first().width() == 1 == chosen.first().height()
        return self.currentIndex().row() if single else -1

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the sheet from the window's own shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_for(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the sheet; other keys type into the cell."""
        if act := self._act_for(event):
            act()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_states()
        elif not (event.text().strip() and self._is_locked(self.currentIndex())):
            super().keyPressEvent(event)

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        modifier = Qt.KeyboardModifier
        if held & ~(modifier.ControlModifier | modifier.ShiftModifier):
            return None
        ctrl, shift = bool(held & modifier.ControlModifier), bool(held & modifier.ShiftModifier)
        return self._acts.get((event.key(), ctrl, shift))

    def holds_while_typing(self, event: QKeyEvent) -> bool:
        """Say whether a key of the sheet also holds while a cell is typed."""
        return event.key() in _ALSO_WHILE_TYPING and self._act_for(event) is not None

    def key_while_typing(self, event: QKeyEvent) -> bool:
        """Act on a key of the sheet while a cell is typed; say whether it was one."""
        act = self._act_for(event)
        if act is None or not self.holds_while_typing(event):
            return False
        if event.key() not in _INTO_THE_CELL:
            self.cells.finish()
        act()
        return True

    def go(self, move: Move) -> None:
        """Go a cell down, up, right or left; headings are passed over, rows follow rows.

        Down after Tab goes to where the row was begun, as in a spreadsheet.
        """
        down, right = move.value
        index = self.currentIndex()
        here = (index.row(), index.column())
        begun = self._begun if here == self._tabbed_to else index.column()
        if right:
            row, column = self._beside(index, right)
            self.go_on_to(self._task_from(row, right), column, begun)
        else:
            self.go_to(self._task_from(index.row() + down, down), begun if down else here[1])

    def go_on_to(self, row: int, column: int, begun: int) -> None:
        """Go to a cell of a row whose typing began in the column `begun`."""
        self.go_to(row, column)
        self._begun, self._tabbed_to = begun, (row, column)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab for the cells; F6, a key of the window, leaves the sheet."""
        del forward
        return False

    def _beside(self, index: QModelIndex, right: int) -> tuple[int, int]:
        column, model = index.column() + right, self.model()
        goes_on = isinstance(model, PeriodModel) and model.goes_on(index.row())
        if goes_on and column == FIELDS.index(Field.DONE_ON):
            column += right  # there is no day to type yet
        if column > _LAST:
            return index.row() + 1, _FIRST
        if right < 0 and column < _FIRST:
            return index.row() - 1, _LAST
        return index.row(), max(column, _FIRST)

    def _task_from(self, row: int, step: int) -> int:
        while 0 <= row < self.model().rowCount():
            if not self.model().index(row, 0).data(Role.SECTION):
                return row
            row += step or 1
        return -1

    def go_to(self, row: int, column: int) -> None:
        """Go to a cell, if there is such a row, and take the keyboard."""
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, column))
        self.setFocus()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Pass over headings; Home goes to the first cell that is typed."""
        wanted = super().moveCursor(action, modifiers)
        if action is QAbstractItemView.CursorAction.MoveHome and wanted.isValid():
            wanted = wanted.siblingAtColumn(_FIRST)
        if not wanted.isValid() or not wanted.siblingAtColumn(0).data(Role.SECTION):
            return wanted
        step = 1 if wanted.row() >= self.currentIndex().row() else -1
        row = self._task_from(wanted.row(), step)
        row = row if row >= 0 else self._task_from(wanted.row(), -step)
        return self.model().index(row, max(0, self.currentIndex().column()))

    def add_to_cell(self) -> None:
        """Type behind what the cell holds."""
        index = self.currentIndex()
        if self._may_edit(index):
            self.cells.adding = True
            self.edit(index)
            self.cells.adding = False

    def open_states(self) -> None:
        """Open the list of states of the current row."""
        index = self.currentIndex().siblingAtColumn(_FIRST)
        if self._may_edit(index):
            self.setCurrentIndex(index)
            self.edit(index)

    def _may_edit(self, index: QModelIndex) -> bool:
        return not self._is_locked(index) and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _is_locked(self, index: QModelIndex) -> bool:
        """Say whether a closed period keeps a cell from being typed into, and tell of it."""
        model = self.model()
        locked = isinstance(model, PeriodModel) and model.is_locked(index)
        if locked:
            self.locked.emit()
        return locked

    def below_cell(self, row: int, field: Field) -> QPoint:
        """Return the corner under a cell, in the viewport."""
        index = self.model().index(row, FIELDS.index(field))
        return self.visualRect(index).bottomLeft()

    def chosen_cells(self) -> list[tuple[int, list[int]]]:
        """Return the chosen task rows with their chosen columns, in order."""
        rows: dict[int, list[int]] = {}
        for index in self.selectionModel().selectedIndexes():
            rows.setdefault(index.row(), []).append(index.column())
        return [(row, sorted(rows[row])) for row in sorted(rows)]

    def copy(self) -> None:
        """Copy the chosen cells as a table."""
        cells = self.chosen_cells()
        if not cells:
            return
        first = min(columns[0] for _row, columns in cells)
        last = max(columns[-1] for _row, columns in cells)
        put_table([[*self._texts(row, range(first, last + 1))] for row, _columns in cells])

    def _texts(self, row: int, columns: range) -> Iterator[str]:
        for column in columns:
            index = self.model().index(row, column)
            own = index.data(Qt.ItemDataRole.EditRole)
            yield str(index.data() if own is None else own)

    def paste(self) -> None:
        """Ask for what the clipboard holds: files as evidence, else a block of words."""
        carried = QGuiApplication.clipboard().mimeData()
        if files := files_in(carried):
            self.files_pasted.emit(files)
            return
        block = block_of(carried.text(), carried.html() if carried.hasHtml() else "")
        if block:
            self.paste_wanted.emit(block)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns of words."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give fixed columns their width and share what is left."""
        worn, header = theme.current(), self.horizontalHeader()
        room = self.viewport().width() - sum(worn.length(width) for width in _FIXED.values())
        shares = {FIELDS.index(field): share for field, share in _SHARES.items()}
        needed = {column: header.sectionSizeHint(column) for column in shares}
        widths = shared_out(room, shares, needed)
        for column, field in enumerate(FIELDS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            width = widths.get(column) or worn.length(_FIXED[field])
            header.resizeSection(column, width)


_INTO_THE_CELL = (Qt.Key.Key_Apostrophe, Qt.Key.Key_D)
_ALSO_WHILE_TYPING = (*_INTO_THE_CELL, Qt.Key.Key_0, Qt.Key.Key_F4, Qt.Key.Key_F8)
