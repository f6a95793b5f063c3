"""The list of states, laid over the cell: arrows or a first letter choose, Enter writes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kehoach_desktop.domain.progress import STATUS_WORDS
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.looks import STATUS_LOOKS
from kehoach_desktop.ui.table_cells import CellDelegate, Role, row_height


class StatusList(QListWidget):
    """The states in words with their drawings; `picked` says that one was clicked."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "frame")
        self.setItemDelegate(CellDelegate(self, lines=1))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for status in (None, *STATUS_WORDS):
            look = STATUS_LOOKS[status]
            words = _(STATUS_WORDS[status]) if status else _("Chưa có trả lời")
            item = QListWidgetItem(words, self)
            item.setData(Role.GLYPH, look.glyph)
            item.setData(Role.HUE, look.hue)
            item.setData(Qt.ItemDataRole.UserRole, _(STATUS_WORDS[status]) if status else "")
            item.setSizeHint(QSize(0, row_height(1)))
        self.itemClicked.connect(lambda _item: self.picked.emit())

    def choose(self, words: str) -> None:
        """Put the bar on the state that `words` name."""
        for number in range(self.count()):
            if self.item(number).data(Qt.ItemDataRole.UserRole) == words:
                self.setCurrentRow(number)

    def chosen(self) -> str:
        """Return the words of the state under the bar, "" for no answer."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Jump to the next state that begins with the typed letter, marks apart."""
        letter = fold(event.text())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and len(letter) == 1 and letter.isalpha():
            self._jump(letter)
        else:
            super().keyPressEvent(event)

    def _jump(self, letter: str) -> None:
        count, here = self.count(), self.currentRow()
        for step in range(1, count + 1):
            number = (here + step) % count
            if number and fold(self.item(number).text()).startswith(letter):
                self.setCurrentRow(number)
                return

    def sizeHint(self) -> QSize:
        """Return the size that shows every state."""
        metrics = QFontMetrics(theme.current().font())
        words = max(metrics.horizontalAdvance(self.item(n).text()) for n in range(self.count()))
        return QSize(words + theme.current().length(48), row_height(1) * self.count() + 2)
