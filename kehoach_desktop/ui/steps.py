"""Work on the screen cut into steps, so that the window goes on answering between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, SignalInstance


class Steps(QObject):
    """Takes one step at each turn of the event loop; new ones take the place of those that wait.

    None is taken once `closing` was heard: a step may read the book.
    """

    def __init__(self, parent: QObject, closing: SignalInstance) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._step)
        self._over = False
        closing.connect(self._end)

    def take(self, *steps: Callable[[], object]) -> None:
        """Take `steps` one after the other, what is painted or typed between them first."""
        self._waiting = deque() if self._over else deque(steps)
        self._turn.start()

    def add(self, *steps: Callable[[], object]) -> None:
        """Take `steps` after those that wait."""
        self.take(*self._waiting, *steps)

    def waiting(self) -> bool:
        """Say whether a step is still to come."""
        return bool(self._waiting)

    def _end(self) -> None:
        self._over = True
        self._waiting.clear()

    def _step(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        if self._waiting:
            self._turn.start()
