"""The list of states, laid over the cell: arrows or its first letters choose, Enter writes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kehoach_desktop.domain.progress import STATUS_WORDS
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.looks import STATUS_LOOKS
from kehoach_desktop.ui.progress.letters import Letters, letter_of
from kehoach_desktop.ui.table_cells import CellDelegate, Role, row_height

_FRAME = 3


class StatusList(QListWidget):
    """The states in words with their drawings; `picked` says that one was clicked."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = Letters()
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
        """Go to the state that the typed letters begin, marks apart."""
        letter = letter_of(event)
        if letter and (letter != " " or self._letters.begun()):
            words = [self.item(number).text() for number in range(self.count())]
            self.setCurrentRow(self._letters.row(letter, words, self.currentRow()))
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size that shows every state."""
        worn, rows = theme.current(), self.count()
        metrics = QFontMetrics(worn.font())
        words = max(metrics.horizontalAdvance(self.item(n).text()) for n in range(rows))
        return QSize(words + worn.length(48), row_height(1) * rows + 2 * worn.length(_FRAME))
