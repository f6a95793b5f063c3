"""Keys as a clerk presses them, Vietnamese letters among them, sent to whatever holds the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Modifiers = Qt.KeyboardModifier


def focused() -> QWidget:
    """Return the widget that holds the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing holds the keyboard"
    return widget


def press(*keys: Qt.Key | tuple[Qt.Key, Modifiers] | str) -> None:
    """Press keys, (key, modifier) pairs and words, one after another."""
    for key in keys:
        if isinstance(key, str):
            write(key)
        elif isinstance(key, tuple):
            QTest.keyClick(focused(), key[0], key[1])
        else:
            QTest.keyClick(focused(), key)
        QApplication.processEvents()


def write(words: str) -> None:
    """Type words letter by letter."""
    for letter in words:
        code = ord(letter.upper()) if letter.isascii() else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focused(), event)
        QApplication.processEvents()
