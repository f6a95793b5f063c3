"""Letters typed over a list of states: they add up to the beginning of one, marks apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent

from kehoach_desktop.domain.text import fold

_PAUSE_MS = 1000
_BACK = "\b"


def letter_of(event: QKeyEvent) -> str:
    """Return what a key adds to the letters typed, "" for a key that is none.

    Backspace is one: keyboards for Vietnamese take a letter back to set its mark.
    """
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return ""
    text = event.text()
    return text if len(text) == 1 and (text.isalpha() or text in (" ", _BACK)) else ""


class Letters:
    """What was typed to find a state; after a pause it begins anew."""

    def __init__(self) -> None:
        self._typed, self._since = "", QElapsedTimer()

    def begun(self) -> bool:
        """Say whether letters were typed a moment ago: a space belongs to them."""
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() < _PAUSE_MS

    def row(self, letter: str, words: Sequence[str], here: int) -> int:
        """Return the row that `letter`, behind those before it, means; `here` where none.

        One letter again and again goes round all that begin with it. The first row, no answer,
        is never meant.
        """
        typed = self._typed if self.begun() else ""
        self._since.start()
        if letter == _BACK:
            self._typed = typed[:-1]
            return here
        round_ = len(typed) > 1 and len(set(typed)) == 1
        key = " " if letter == " " else fold(letter)
        self._typed = key if round_ and key != typed[0] else typed + key
        again = len(set(self._typed)) == 1
        wanted, first = (self._typed[0], here + 1) if again else (self._typed, here)
        rows = [(first + step) % len(words) for step in range(len(words))]
        return next((r for r in rows if r and fold(words[r]).startswith(wanted.rstrip())), here)
