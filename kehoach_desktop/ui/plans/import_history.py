"""Decisions of a review in the order they were made, to take back and make again."""

from __future__ import annotations

from kehoach_desktop.ui.plans.import_choices import Choices


class Decisions:
    """Keeps the choices that stand now, those before, and those taken back."""

    def __init__(self) -> None:
        self.now = Choices()
        self._past: list[Choices] = []
        self._future: list[Choices] = []

    def decide(self, choices: Choices) -> bool:
        """Let `choices` stand; return whether anything changed."""
        if choices == self.now:
            return False
        self._past.append(self.now)
        self._future.clear()
        self.now = choices
        return True

    def back(self) -> bool:
        """Go back to the choices before; return whether there were any."""
        return self._move(self._past, self._future)

    def again(self) -> bool:
        """Make again what was taken back; return whether there was anything."""
        return self._move(self._future, self._past)

    def _move(self, source: list[Choices], target: list[Choices]) -> bool:
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        return True
