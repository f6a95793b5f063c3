"""The chip that narrows the sheet to tasks another screen pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.furniture import Chip

LONGEST = 30


class OnlyChip(Chip):
    """Named after what it shows; pressed, it lets go and is gone."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._tasks: frozenset[str] | None = None
        self.hide()
        self.toggled.connect(self._let_go)

    def put(self, title: str, tasks: Sequence[str]) -> None:
        """Narrow to `tasks`; nothing is told of it."""
        self._tasks = frozenset(tasks)
        cut = title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
        self.setText(_("{title}: {count}  ✕").format(title=cut, count=len(self._tasks)))
        self.setToolTip(_("{title}. Bấm để xem lại mọi dòng.").format(title=title))
        blocker = QSignalBlocker(self)
        self.setChecked(True)
        blocker.unblock()
        self.show()

    def _let_go(self, on: bool) -> None:
        if not on:
            self._tasks = None
            self.hide()

    def lets(self, task: str) -> bool:
        """Say whether a task is among those shown."""
        return self._tasks is None or task in self._tasks
