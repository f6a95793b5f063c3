"""The table of the matrix: its keys, and the cell where a unit is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.clipboard import put_table
from kehoach_desktop.ui.plans.matrix_model import Place
from kehoach_desktop.ui.plans.unit_line import UnitLine
from kehoach_desktop.ui.progress.row_model import KEY_ROLE
from kehoach_desktop.ui.progress.typing import CellLine, Move, TypingDelegate
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.table_cells import Index, Role

_OPEN_KEYS = {Qt.Key.Key_Plus: True, Qt.Key.Key_Minus: False}


class UnitDelegate(TypingDelegate):
    """Offers the units of the commune, and what was typed before."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent, lines=lines)
        self.units: Sequence[str] = ()

    def make(self, parent: QWidget, index: Index) -> CellLine:
        """Return a line that completes a known unit; one taken from the list is written."""
        del index
        line = UnitLine(parent, self.units)
        line.picked.connect(lambda: self.write(line, Move.DOWN))
        return line


class MatrixTable(SheetView):
    """F2 changes, X says whose task it is, + and - unfold and fold, Space shows all the words.

    Shift and Ctrl choose several rows; `many_wanted` asks to hand out all that are chosen.
    """

    fold_wanted = Signal(str, bool)
    ours_wanted = Signal()
    deadline_wanted = Signal()
    detail_wanted = Signal()
    many_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: UnitDelegate = UnitDelegate(self, lines=self.cells.lines)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(_("Ma trận nhiệm vụ"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.cells.moved.connect(self._move)
        self.doubleClicked.connect(self._open_cell)
        self.clicked.connect(self._toggle_clicked)

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the chosen rows, headings too, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose_rows(self, numbers: Sequence[int]) -> None:
        """Choose rows, the first of them current."""
        flags = QItemSelectionModel.SelectionFlag
        picked = QItemSelection()
        for number in numbers:
            row = self.model().index(number, Place.CONTENT)
            picked.select(row, row)
        self.setCurrentIndex(self.model().index(numbers[0], Place.CONTENT))
        self.selectionModel().select(picked, flags.ClearAndSelect | flags.Rows)

    def _types_into_many(self, event: QKeyEvent) -> bool:
        """Say whether a key would write one unit while several rows are chosen."""
        letter = event.text().strip()
        typed = self.currentIndex().column() == Place.ASSIGNED and letter and letter.isprintable()
        return bool(typed or event.key() == Qt.Key.Key_F2) and len(self.chosen_rows()) > 1

    def edit_unit(self) -> None:
        """Type the unit of the current task."""
        index = self.currentIndex().siblingAtColumn(Place.ASSIGNED)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.cells.adding = True
            self.edit(index)
            self.cells.adding = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the matrix; typing in the unit's column types there."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not self._act(event):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        index, key = self.currentIndex(), Qt.Key(event.key())
        if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if self._types_into_many(event):
            self.many_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self._open_cell(index)
        elif key in _OPEN_KEYS:
            self.fold_wanted.emit(self._key_of(index), _OPEN_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_row(index)
        elif key == Qt.Key.Key_X and index.column() != Place.ASSIGNED:
            self.ours_wanted.emit()
        else:
            return False
        return True

    def _open_row(self, index: QModelIndex) -> None:
        if index.siblingAtColumn(0).data(Role.SECTION):
            self._toggle_clicked(index)
        else:
            self.detail_wanted.emit()

    def _open_cell(self, index: QModelIndex) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return  # a double click has opened the cell by itself
        if index.column() == Place.DEADLINE:
            self.deadline_wanted.emit()
        else:
            self.edit_unit()

    def _toggle_clicked(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        if first.data(Role.SECTION):
            self.fold_wanted.emit(self._key_of(index), first.data(Role.GLYPH) == "right")

    def _key_of(self, index: QModelIndex) -> str:
        return str(index.siblingAtColumn(0).data(KEY_ROLE) or "")

    def copy(self) -> None:
        """Copy the chosen rows as a table."""
        model = self.model()
        columns = range(model.columnCount())
        if rows := self.chosen_rows():
            put_table([[str(model.index(r, c).data() or "") for c in columns] for r in rows])

    def _move(self, move: Move) -> None:
        down, right = move.value
        index = self.currentIndex()
        wanted = self.model().index(index.row() + down, index.column() + right)
        if wanted.isValid():
            self.setCurrentIndex(wanted)
        self.setFocus()
