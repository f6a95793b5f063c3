"""The navigation at the left: one button for each screen, folded to icons in a narrow window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.furniture import frame, rule
from kehoach_desktop.ui.screens import FIRST_OF_THE_HOUSE, SCREENS

WIDE, FOLDED = 176, 48


class Navigation(QFrame):
    """Tells which screen is wanted; the current one is marked by word weight, edge and ground."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "nav")
        self.setAccessibleName(_("Các màn hình"))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        for number, screen in enumerate(SCREENS, start=1):
            if screen.key == FIRST_OF_THE_HOUSE:
                gap = frame("plain", across=False, margins=(12, 6, 12, 6))
                gap.box.addWidget(rule())
                column.addWidget(gap)
            button = self._button(screen.key, _(screen.name), number)
            self._buttons[screen.key] = button
            column.addWidget(button)
        column.addStretch(1)
        self.dress()

    def _button(self, key: str, name: str, number: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "nav")
        button.setText(f" {name}")
        button.setAccessibleName(name)
        button.setToolTip(_("{name} (Alt+{number})").format(name=name, number=number))
        button.setCheckable(True)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(partial(self._press, key))
        self._group.addButton(button)
        return button

    def _press(self, key: str, _checked: bool = False) -> None:
        self.wanted.emit(key)

    def dress(self) -> None:
        """Take icons and heights from the theme that is worn."""
        for screen in SCREENS:
            button = self._buttons[screen.key]
            side = theme.current().length(16)
            button.setIcon(icons.icon(screen.drawing, "text2", side))
            button.setIconSize(QSize(side, side))
            button.setFixedHeight(theme.current().length(32))
        self.fold(folded=self._folded())

    def _folded(self) -> bool:
        return self.width() == FOLDED and self.minimumWidth() == FOLDED

    def fold(self, *, folded: bool) -> None:
        """Show only icons, or icons with words."""
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonIconOnly if folded else style.ToolButtonTextBesideIcon
        for button in self._buttons.values():
            button.setToolButtonStyle(shown)
        self.setFixedWidth(FOLDED if folded else theme.current().length(WIDE))

    def show_current(self, key: str) -> None:
        """Mark the screen that is shown."""
        self._buttons[key].setChecked(True)

    def current_button(self) -> QToolButton:
        """Return the button of the screen that is shown."""
        return next((b for b in self._buttons.values() if b.isChecked()), self._first())

    def _first(self) -> QToolButton:
        return self._buttons[SCREENS[0].key]

    def button(self, key: str) -> QToolButton:
        """Return the button of a screen."""
        return self._buttons[key]
