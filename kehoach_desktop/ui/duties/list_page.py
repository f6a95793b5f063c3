"""What the lists of Danh mục have in common: buttons above, one table, a band that says what is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.fresh_page import FreshPage
from kehoach_desktop.ui.furniture import Bar, EmptyState, column
from kehoach_desktop.ui.list_model import Column, ListModel
from kehoach_desktop.ui.row_menu import RowMenu, button_entries
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.workbench import Workbench

_NEEDS_NO_ROW = ("Ins",)


class ListPage(FreshPage):
    """A list with its buttons; a subclass says which rows, columns and acts."""

    said = Signal(str)
    counted = Signal(int)

    def __init__(
        self, workbench: Workbench, columns: Sequence[Column], empty: EmptyState, name: str
    ) -> None:
        super().__init__()
        self.workbench = workbench
        self.model = ListModel(columns, self)
        self.bar, self.table, self.empty = Bar(), SheetView(lines=2), empty
        self.table.setModel(self.model)
        self.table.setAccessibleName(name)
        self._buttons: list[Button] = []
        self.menu = RowMenu(self.table, lambda: button_entries(self._buttons))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.bar)
        whole.addWidget(self.pages, 1)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self.enable())
        self.keep_fresh(workbench)

    def add_button(self, text: str, act: Callable[[], object], key: str = "") -> Button:
        """Return a button of the bar; its key works in the table, that of adding in the page.

        The menu over a row has a line for it.
        """
        button = Button(text, act, key=key, bound=False)
        if key:
            shortcut = QShortcut(QKeySequence(key), self if key in _NEEDS_NO_ROW else self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.bar.add(button)
        self._buttons.append(button)
        return button

    def reload(self) -> None:
        """Show what the store says now; the chosen row stays where it was."""
        super().reload()
        rows, before = self.rows(), self.table.currentIndex().row()
        if self.model.show_rows(rows) or before < 0:
            self.choose(before)
        self.pages.setCurrentWidget(self.table if rows else self.empty)
        self.setFocusProxy(self.table if rows else self.empty.button)
        self.enable()

    def rows(self) -> Sequence[Any]:
        """Return the rows to show; a subclass says which."""
        return ()

    def enable(self) -> None:
        """Let only those buttons be pressed that have something to act on."""

    def choose(self, number: int) -> None:
        """Make the row of that number current, or the nearest one that is no heading."""
        count = self.model.rowCount()
        around = sorted(range(count), key=lambda row: abs(row - max(number, 0)))
        found = next((row for row in around if self.model.row(row) is not None), -1)
        if found >= 0:
            self.table.setCurrentIndex(self.model.index(found, 0))

    def current(self) -> Any:
        """Return the row that is current, None where none is."""
        return self.model.row(self.table.currentIndex().row())

    def keep(
        self,
        name: str,
        act: Callable[[], Any],
        undo: Callable[[Any], object],
        redo: Callable[[Any], object],
    ) -> bool:
        """Do `act` and make it a step; `undo` and `redo` are given what it returned."""
        try:
            kept = act()
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return False
        self.workbench.done(name, self.heeds, undo=lambda: undo(kept), redo=lambda: redo(kept))
        return True
