"""A page that catches up with what changed: at once where it is seen, else when it is shown."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.workbench import Workbench


class FreshPage(QWidget):
    """Calls `reload` after changes it heeds; it is read when it is first shown."""

    heeds = Changes.ALL

    def __init__(self) -> None:
        super().__init__()
        self._stale = True

    def keep_fresh(self, workbench: Workbench) -> None:
        """Hear of changes from now on, the page being built."""
        workbench.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if not changes & self.heeds:
            return
        self._stale = True
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed, or was chosen, while another screen was shown."""
        super().showEvent(event)
        if self.turn() or self._stale:
            self.reload()

    def turn(self) -> bool:
        """Turn to what another screen chose meanwhile; say whether that is something else."""
        return False

    def reload(self) -> None:
        """Show what the store says now."""
        self._stale = False
