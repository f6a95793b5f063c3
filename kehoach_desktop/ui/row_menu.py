"""The menu over the rows of a table: what the keys do, where a hand on the mouse looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from kehoach_desktop.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu with the key that does the same; `inside` makes it a menu of its own."""

    words: str
    act: Callable[[], object] | None = None
    key: str = ""
    enabled: bool = True
    inside: tuple[Entry, ...] = ()


# A rule between two groups of entries.
RULE = Entry("")


def button_entries(buttons: Iterable[Button]) -> tuple[Entry, ...]:
    """Return a line for each of `buttons` that act on the current row of a list."""
    return tuple(
        Entry(button.text(), button.click, button.key_words(), button.isEnabled())
        for button in buttons
    )


class RowMenu(QObject):
    """Shows `entries` over a view by the right button or the menu key, for its current row."""

    def __init__(self, view: QAbstractItemView, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(view)
        self._view, self._entries = view, entries
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask)

    def menu(self) -> QMenu:
        """Return the menu as it would be shown now."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _fill(menu, self._entries())
        return menu

    def _ask(self, place: QPoint) -> None:
        view = self._view
        index = view.indexAt(place)
        if index.isValid() and not view.selectionModel().isRowSelected(index.row(), index.parent()):
            if not view.selectionModel().isSelected(index):
                view.setCurrentIndex(index)
        elif not index.isValid():
            place = view.visualRect(view.currentIndex()).bottomLeft()
        menu = self.menu()
        if not menu.isEmpty():
            menu.popup(view.viewport().mapToGlobal(place))


def _fill(menu: QMenu, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if entry is RULE:
            menu.addSeparator()
        elif entry.inside:
            under = QMenu(entry.words, menu)
            _fill(under, entry.inside)
            menu.addMenu(under)
        else:
            action = menu.addAction(f"{entry.words}\t{entry.key}" if entry.key else entry.words)
            action.setEnabled(entry.enabled)
            if entry.act is not None:
                action.triggered.connect(lambda _on=False, act=entry.act: act())
