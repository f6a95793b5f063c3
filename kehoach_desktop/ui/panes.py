"""F6 goes round the panes of a screen: the navigation, then each list, table and text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

    from kehoach_desktop.ui.main_window import MainWindow


def install(window: MainWindow) -> None:
    """Give `window` the keys F6 and Shift+F6."""
    for key, step in (("F6", 1), ("Shift+F6", -1)):
        QShortcut(QKeySequence(key), window).activated.connect(partial(go_round, window, step))


def panes(window: MainWindow) -> list[QWidget]:
    """Return the panes that can take the keyboard, in the order they are read."""
    from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QScrollArea

    current = window.stack.currentWidget()
    found: list[QAbstractScrollArea] = [*current.findChildren(QAbstractScrollArea)]
    inside = [
        part
        for part in found
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(part, QHeaderView | QScrollArea)
    ]
    inside.sort(key=lambda part: _corner(part, window))
    return [window.navigation.current_button(), *inside]


def _corner(part: QWidget, window: QWidget) -> tuple[int, int]:
    corner = part.mapTo(window, QPoint(0, 0))
    return corner.x(), corner.y()


def go_round(window: MainWindow, step: int) -> None:
    """Hand the keyboard to the next pane, or the one before."""
    every = panes(window)
    holder = window.focusWidget()
    here = (
        next((n for n, pane in enumerate(every) if holder is pane or pane.isAncestorOf(holder)), 0)
        if holder
        else 0
    )
    every[(here + step) % len(every)].setFocus(Qt.FocusReason.TabFocusReason)
