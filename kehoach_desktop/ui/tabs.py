"""The tabs of a screen: one row with a line across, and over it the head of the page shown."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import PageHead

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class TabBar(QTabBar):
    """A row of tabs by key. Ctrl+Tab goes to the next one while its screen has the keyboard."""

    def __init__(self, titles: Mapping[str, str] = MappingProxyType({}), name: str = "") -> None:
        super().__init__()
        self.setExpanding(False)
        if name:
            self.setAccessibleName(name)
        for key, title in titles.items():
            self.setTabData(self.addTab(title), key)

    def go_round_in(self, screen: QWidget) -> None:
        """Let Ctrl+Tab turn to the next tab wherever the keyboard is in `screen`."""
        following = QShortcut(QKeySequence("Ctrl+Tab"), screen)
        following.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        following.activated.connect(self._turn_on)

    def _turn_on(self) -> None:
        self.setCurrentIndex((self.currentIndex() + 1) % self.count())

    def key(self) -> str:
        """Return the key of the tab that is shown."""
        return str(self.tabData(self.currentIndex()))

    def turn_to(self, key: str) -> None:
        """Show the tab of that key."""
        for number in range(self.count()):
            if self.tabData(number) == key:
                self.setCurrentIndex(number)

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the row be narrower than its tabs: arrows come then."""
        return QSize(theme.current().length(80), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line under the whole row, then the tabs."""
        painter, worn = QPainter(self), theme.current()
        painter.fillRect(self.rect(), worn.colour("win"))
        painter.setPen(worn.colour("line2"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()
        super().paintEvent(event)


class Heads(QStackedWidget):
    """The heads of the pages of one screen, over its tabs: one place, one title for all."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setFixedHeight(theme.current().length(46))

    def show_head(self, head: PageHead) -> None:
        """Show the head of a page, taken from the page when it is first seen."""
        if self.indexOf(head) < 0:
            head.title.setText(self._title)
            self.addWidget(head)
        self.setCurrentWidget(head)
