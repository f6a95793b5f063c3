"""The tables of activities and figures with the keys they act on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.sheet import SheetView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActivityTable(SheetView):
    """Enter or F2 mends the activity, Delete takes it out."""

    mend_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Các hoạt động"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda _index: self.mend_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the table; everything else is the table's own."""
        if event.key() in (*_ENTER, Qt.Key.Key_F2):
            self.mend_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)


class FigureTable(SheetView):
    """Right or Enter opens a row, Left closes it or goes to what it stands under."""

    open_wanted = Signal()
    close_wanted = Signal()
    change_wanted = Signal()
    drop_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Số liệu theo chỉ tiêu, thôn, nguồn"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of the table; everything else is the table's own."""
        acts = {
            Qt.Key.Key_Right: self.open_wanted,
            Qt.Key.Key_Return: self.open_wanted,
            Qt.Key.Key_Enter: self.open_wanted,
            Qt.Key.Key_Left: self.close_wanted,
            Qt.Key.Key_F2: self.change_wanted,
            Qt.Key.Key_Delete: self.drop_wanted,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() in acts and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            acts[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)
