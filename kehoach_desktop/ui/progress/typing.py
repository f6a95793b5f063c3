"""Typing into cells: Enter writes and goes down, Tab goes right, Esc takes the cell back."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QWidget,
)

from kehoach_desktop.ui import theme
from kehoach_desktop.ui.table_cells import CellDelegate, Index, row_height

EDITOR_LINES = 4
EDITOR_WIDTH = 300


class Move(Enum):
    """Where the keyboard goes once a cell is written: rows down, columns right."""

    DOWN = (1, 0)
    UP = (-1, 0)
    RIGHT = (0, 1)
    LEFT = (0, -1)
    STAY = (0, 0)


class CellText(QPlainTextEdit):
    """The editor of a cell of words: some lines high, laid over the rows below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(1)
        self.setFont(theme.current().font())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, text: str) -> None:
        """Show `text` with everything selected, so that typing replaces it."""
        self.setPlainText(text)
        self.selectAll()

    def add_behind(self) -> None:
        """Put the cursor behind the words, so that typing adds to them."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def break_line(self) -> None:
        """Begin a new line inside the cell."""
        self.textCursor().insertText("\n")

    def put(self, text: str) -> None:
        """Replace the words by `text`."""
        self.setPlainText(text)
        self.add_behind()


class CellLine(QLineEdit):
    """The editor of a cell of one line."""

    def fill(self, text: str) -> None:
        """Show `text` with everything selected."""
        self.setText(text)
        self.selectAll()

    def add_behind(self) -> None:
        """Put the cursor behind the words."""
        self.end(False)

    def break_line(self) -> None:
        """Do nothing: the cell has one line."""

    def put(self, text: str) -> None:
        """Replace the words by `text`."""
        self.setText(text)


class TypingDelegate(CellDelegate):
    """A delegate whose editors write on Enter and Tab and say where the keyboard goes next.

    `moved` carries a Move after the cell was written; `editing` tells that an editor came or went.
    """

    moved = Signal(object)
    editing = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent, lines=lines)
        self.editor: QWidget | None = None
        self.adding = False

    def make(self, parent: QWidget, index: Index) -> CellText | CellLine:
        """Return the editor for a cell; a line unless a subclass knows better."""
        del index
        return CellLine(parent)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor, remembered until it is gone."""
        del option
        made = self.make(parent, index)
        made.setAccessibleName(
            str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
        )
        self.editor = made
        self.editing.emit(True)
        return made

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor."""
        if self.editor is editor:
            self.editor = None
            self.editing.emit(False)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds; F2 adds behind it, typing replaces it."""
        if isinstance(editor, CellText | CellLine):
            editor.fill(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            if self.adding:
                editor.add_behind()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over its cell; words get some lines more than the row."""
        del index
        place = QRect(option.rect)  # type: ignore[attr-defined]  # missing in the stubs
        if isinstance(editor, CellText):
            place.setHeight(max(place.height(), row_height(EDITOR_LINES)))
            place.setWidth(max(place.width(), theme.current().length(EDITOR_WIDTH)))
        editor.setGeometry(kept_inside(place, editor.parentWidget()))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take the keys that end a cell; the rest is the editor's own."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.ShortcutOverride and self.claims(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if self.take_key(editor, event):
                return True
            if event.key() in _LEFT_TO_THE_EDITOR:
                return False
        return super().eventFilter(editor, event)

    def claims(self, event: QKeyEvent) -> bool:
        """Say whether a key belongs to the cell that is typed, before the window's shortcuts."""
        return event.key() in _MOVES or event.key() == Qt.Key.Key_Escape

    def take_key(self, editor: QObject, event: QKeyEvent) -> bool:
        """Act on a key that ends or breaks the cell; say whether it was one."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in _ENTER and alt and isinstance(editor, CellText | CellLine):
            editor.break_line()
            return True
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or not isinstance(editor, QWidget):
            return False
        if move is Move.DOWN and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            move = Move.UP
        self.write(editor, move)
        return True

    def write(self, editor: QWidget, move: Move = Move.STAY) -> None:
        """Write what stands in `editor`, close it, and go where `move` says."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.moved.emit(move)

    def finish(self) -> None:
        """Write the cell that is being typed, if there is one."""
        if self.editor is not None:
            self.write(self.editor)


def kept_inside(place: QRect, around: QWidget | None) -> QRect:
    """Return `place` moved up and left so that `around` does not cut it off."""
    if around is not None and place.bottom() > around.height():
        place.moveBottom(max(around.height() - 1, place.height()))
    if around is not None and place.right() > around.width():
        place.moveRight(max(around.width() - 1, place.width()))
    return place


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT_TO_THE_EDITOR = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_MOVES = {
    Qt.Key.Key_Return: Move.DOWN,
    Qt.Key.Key_Enter: Move.DOWN,
    Qt.Key.Key_Tab: Move.RIGHT,
    Qt.Key.Key_Backtab: Move.LEFT,
}
