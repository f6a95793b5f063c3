"""Buttons that print their key, the one filled button of a screen, and links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kehoach_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

_OTHER = ~Qt.KeyboardModifier.KeypadModifier


class Button(QPushButton):
    """A button that prints its key behind its words; unbound, the key is handled elsewhere."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object],
        *,
        kind: str = "",
        key: str = "",
        bound: bool = True,
    ) -> None:
        super().__init__(text)
        self._key, self._bound = key, bound
        if kind:
            self.setProperty("kind", kind)
        if key and bound:
            self.setShortcut(QKeySequence(key))
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: on_click())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _OTHER:
            self.click()
        else:
            super().keyPressEvent(event)

    def say(self, text: str) -> None:
        """Change the words; the key stays."""
        if text != self.text():
            self.setText(text)
            if self._key and self._bound:
                self.setShortcut(QKeySequence(self._key))

    def key_words(self) -> str:
        """Return the key as it is printed."""
        return self._key.replace("Return", "Enter")

    def sizeHint(self) -> QSize:
        """Return the size with the key cap."""
        size = super().sizeHint()
        return QSize(size.width() + self._cap_width(), size.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size below which words would be cut."""
        return self.sizeHint()

    def _cap_width(self) -> int:
        if not self._key:
            return 0
        return _advance(self.key_words()) + 18

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, its words and its key cap."""
        if not self._key:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        painter = QStylePainter(self)
        option: Any = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # painted below, beside the cap
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        worn = theme.current()
        primary = self.property("kind") == "primary"
        ink = (
            worn.colour("on_acc" if primary else "text")
            if self.isEnabled()
            else worn.colour("text3")
        )
        painter.setPen(ink)
        painter.setFont(worn.font(strong=primary))
        words = painter.fontMetrics().horizontalAdvance(_plain(self.text()))
        left = (self.width() - words - self._cap_width()) // 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(left, 0, words + 4, self.height(), flags, self.text())
        painter.setFont(worn.font("cap"))
        width, height = _advance(self.key_words()) + 9, round(worn.px("cap") * 1.5)
        place = (left + words + 9, (self.height() - height) // 2, width, height)
        painter.setPen(ink if primary else worn.colour("line2"))
        painter.drawRoundedRect(*place, 2, 2)
        painter.setPen(ink if primary else worn.colour("text2"))
        painter.drawText(*place, Qt.AlignmentFlag.AlignCenter, self.key_words())


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _advance(text: str) -> int:
    return QFontMetrics(theme.current().font("cap")).horizontalAdvance(text)


def primary(text: str, on_click: Callable[[], object], key: str = "") -> Button:
    """Return the one filled button of a screen."""
    return Button(text, on_click, kind="primary", key=key)


def link(text: str, on_click: Callable[[], object]) -> Button:
    """Return a button that looks like a link."""
    made = Button(text, on_click, kind="link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made
