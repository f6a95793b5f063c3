"""What the officer says of a row of the source: by a key, or from the menu over the row."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView

from kehoach_desktop.domain.draft import RowMark
from kehoach_desktop.i18n import _, mark

MARK_WORDS = {
    RowMark.HEADING: mark("Dòng mục"),
    RowMark.TASK: mark("Nhiệm vụ"),
    RowMark.PART: mark("Phần tiếp của nhiệm vụ trên"),
    RowMark.LEFT_OUT: mark("Bỏ dòng này"),
}
LEFT_TO_READER = mark("Để chương trình tự đọc")
KEYS: dict[Qt.Key, RowMark | None] = {
    Qt.Key.Key_M: RowMark.HEADING,
    Qt.Key.Key_N: RowMark.TASK,
    Qt.Key.Key_T: RowMark.PART,
    Qt.Key.Key_Delete: RowMark.LEFT_OUT,
    Qt.Key.Key_Backspace: None,
}


class RowMarks(QObject):
    """The keys and the menu of the rows of a view; `mark_wanted` names the row, from nought."""

    mark_wanted = Signal(int, object)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask)

    def press(self, event: QKeyEvent) -> bool:
        """Mark the current row by a key; return whether the key was one of ours."""
        here = self._view.currentIndex()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        if not (plain and here.isValid() and key in KEYS):
            return False
        self.mark_wanted.emit(here.row(), KEYS[key])
        return True

    def menu(self, row: int) -> QMenu:
        """Return what a row can be marked as, each with its key."""
        menu = QMenu(self._view)
        for key, chosen in KEYS.items():
            words = _(MARK_WORDS[chosen]) if chosen else _(LEFT_TO_READER)
            action = menu.addAction(f"{words}\t{QKeySequence(key).toString()}")
            action.triggered.connect(
                lambda _on=False, held=chosen: self.mark_wanted.emit(row, held)
            )
        return menu

    def _ask(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if index.isValid():
            self.menu(index.row()).popup(self._view.viewport().mapToGlobal(place))
