"""The line where a task is handed to a unit: it completes the units of the commune."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.progress.typing import CellLine

_FOLDED = int(Qt.ItemDataRole.UserRole)
_WIDTH = 280


class UnitCompleter(QCompleter):
    """Finds a unit by any part of its name, without diacritics; several are divided by ";"."""

    def __init__(self, units: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        model = QStandardItemModel(self)
        for unit in units:
            item = QStandardItem(unit)
            item.setData(fold(unit), _FOLDED)
            model.appendRow(item)
        self.setModel(model)
        self.setCompletionRole(_FOLDED)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self._before = ""
        self.popup().setProperty("kind", "offer")
        self.popup().setMinimumWidth(theme.current().length(_WIDTH))

    def splitPath(self, path: str) -> list[str]:
        """Return what is looked for: the words behind the last ";", without diacritics."""
        before, mark, typed = path.rpartition(";")
        self._before = f"{before}; " if mark else ""
        return [fold(squeeze(typed))]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the units named before, and the chosen one as it is written."""
        return self._before + str(index.data() or "")


class UnitLine(CellLine):
    """Completes a unit as it is typed; Down in an empty line shows all of them.

    `picked` tells that a unit was taken from the list.
    """

    picked = Signal()

    def __init__(self, parent: QWidget, units: Sequence[str]) -> None:
        super().__init__(parent)
        self._units = UnitCompleter(units, self)
        self.setCompleter(self._units)
        self._units.activated.connect(self._pick)
        if units:
            self.setPlaceholderText(_("gõ tên, ↓ xem cả"))

    def _pick(self, text: str) -> None:
        self.setText(text)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the units on Down."""
        if event.key() == Qt.Key.Key_Down:
            self._units.setCompletionPrefix(self.text())
            self._units.complete()
        else:
            super().keyPressEvent(event)
