"""What opens in a cell of the period sheet: the list of states, some lines of words, or a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, TEXTS, Field
from kehoach_desktop.ui.progress.status_list import StatusList
from kehoach_desktop.ui.progress.typing import (
    CellLine,
    CellText,
    TypingDelegate,
    kept_inside,
)
from kehoach_desktop.ui.table_cells import Index


class SheetDelegate(TypingDelegate):
    """Editors of the sheet; the row of the current cell is painted as selected."""

    def __init__(
        self,
        table: QWidget,
        *,
        lit: Callable[[], int],
        claim: Callable[[QKeyEvent], bool],
        take: Callable[[QKeyEvent], bool],
    ) -> None:
        super().__init__(table)
        self._lit, self._claim, self._take = lit, claim, take

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell, the whole row where only one cell is chosen."""
        if index.row() == self._lit():
            option.state |= QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        super().paint(painter, option, index)

    def make(self, parent: QWidget, index: Index) -> CellText | CellLine:
        """Return the editor of words or of one line."""
        return CellText(parent) if FIELDS[index.column()] in TEXTS else CellLine(parent)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell: a list of states, words, or a line."""
        if FIELDS[index.column()] is not Field.STATUS:
            return super().createEditor(parent, option, index)
        states = StatusList(parent)
        states.setAccessibleName(_("Trạng thái"))
        states.picked.connect(lambda: self.write(states))
        self.editor = states
        self.editing.emit(True)
        return states

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        if isinstance(editor, StatusList):
            editor.choose(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for what was typed to be kept."""
        text = editor.chosen() if isinstance(editor, StatusList) else _typed_in(editor)
        model.setData(index, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the list of states open under its cell."""
        if not isinstance(editor, StatusList):
            super().updateEditorGeometry(editor, option, index)
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        size = editor.sizeHint()
        place = QRect(rect.topLeft(), size.expandedTo(rect.size()))
        place.setHeight(size.height())
        editor.setGeometry(kept_inside(place, editor.parentWidget()))

    def claims(self, event: QKeyEvent) -> bool:
        """Say whether a key belongs to the cell that is typed."""
        return self._claim(event) or super().claims(event)

    def take_key(self, editor: QObject, event: QKeyEvent) -> bool:
        """Act on the keys of the sheet while a cell is typed."""
        return self._take(event) or super().take_key(editor, event)


def _typed_in(editor: QWidget) -> str:
    if isinstance(editor, CellText):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, CellLine) else ""
