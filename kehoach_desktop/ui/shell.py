"""The parts the frame of the window is furnished with: navigation, pages, strip, foot, menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kehoach_desktop.ui import menus, panes
from kehoach_desktop.ui.furniture import column
from kehoach_desktop.ui.navigation import Navigation
from kehoach_desktop.ui.page_stack import PageStack
from kehoach_desktop.ui.reading_strip import ReadingStrip
from kehoach_desktop.ui.status_line import StatusLine
from kehoach_desktop.ui.steps import Steps
from kehoach_desktop.ui.window_looks import WindowLooks

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kehoach_desktop.ui.main_window import MainWindow


def furnish(window: MainWindow) -> None:
    """Put the parts into `window` and keep each under its name."""
    window.turns = Steps(window, window.workbench.closing)
    window.navigation, window.stack = Navigation(), PageStack()
    window.reading, window.line = ReadingStrip(window.workbench), StatusLine(window.workbench)
    window.looks = WindowLooks(window)
    menus.fill(window)
    panes.install(window)
    window.setCentralWidget(_Centre(window))
    window.setStatusBar(window.line)
    window.setMinimumSize(960, 540)


class _Centre(QWidget):
    """The navigation beside the pages; folds it where the window is narrow."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._looks = window.looks
        row, inside = QHBoxLayout(self), column()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        inside.addWidget(window.reading)
        inside.addWidget(window.stack, 1)
        row.addWidget(window.navigation)
        row.addLayout(inside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the navigation."""
        super().resizeEvent(event)
        self._looks.fold_navigation()
