"""The line at the foot of the window: what was just done, the way back, the last good backup."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStatusBar

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import cap, label
from kehoach_desktop.ui.workbench import Workbench

_SAID_FOR_MS = 12_000
_UNDO_ROOM = 330


class StatusLine(QStatusBar):
    """Words at the left pass; at the right stand the step to undo, the backup and F1."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.setSizeGripEnabled(False)
        self.undo, self.undo_key = label(), cap("Ctrl+Z")
        self.backup = label()
        for part in (self.undo, self.undo_key, self.backup, label(_("F1 Trợ giúp"))):
            self.addPermanentWidget(part)
        workbench.undo_stack.undoTextChanged.connect(self.show_undo)
        self.show_undo(workbench.undo_stack.undoText())

    def say(self, words: str) -> None:
        """Say `words` for a while."""
        self.showMessage(words, _SAID_FOR_MS)

    def show_undo(self, step: str) -> None:
        """Name the step that Ctrl+Z takes back, cut where it is long."""
        words = _("Hoàn tác: {step}").format(step=step) if step else ""
        right, room = Qt.TextElideMode.ElideRight, theme.current().length(_UNDO_ROOM)
        self.undo.setText(self.undo.fontMetrics().elidedText(words, right, room))
        self.undo.setToolTip(words)
        self.undo.setVisible(bool(step))
        self.undo_key.setVisible(bool(step))

    def show_backup(self) -> None:
        """Say when the last good backup was made."""
        last = self._workbench.safekeeping.last()
        if last is None:
            self.backup.setText(_("Chưa có bản sao lưu"))
            return
        self.backup.setText(_("Sao lưu {when}: tốt").format(when=when_in_words(last.made_at)))


def when_in_words(moment: datetime, now: datetime | None = None) -> str:
    """Return a moment as officers say it: "08:40 hôm nay", "23:40 hôm qua", "16:05 ngày 3/10"."""
    now = now or datetime.now(moment.tzinfo)
    clock = f"{moment:%H:%M}"
    if moment.date() == now.date():
        return _("{clock} hôm nay").format(clock=clock)
    if moment.date() == now.date() - timedelta(days=1):
        return _("{clock} hôm qua").format(clock=clock)
    return _("{clock} ngày {day}").format(
        clock=clock, day=f"{moment.day:02d}/{moment.month:02d}/{moment.year}"
    )
