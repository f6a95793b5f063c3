"""The line at the foot of the window: what was just done, the way back, the last good backup."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStatusBar

from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.furniture import Elided, cap, label
from kehoach_desktop.ui.workbench import Workbench

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_SAID_FOR_MS = 12_000
_UNDO_LEAST = 60
_BETWEEN = 24


class StatusLine(QStatusBar):
    """Words at the left pass; at the right stand the step to undo, the backup and F1.

    What was just said has the first claim to the room; the name of the step is cut for it.
    """

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._step = ""
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 0, 0)
        self.said = Elided("second")
        self.addWidget(self.said, 1)
        self._silence = QTimer(self, singleShot=True, interval=_SAID_FOR_MS)
        self._silence.timeout.connect(lambda: self.say(""))
        workbench.closing.connect(self._silence.stop)
        self.undo, self.undo_key = label(), cap("Ctrl+Z")
        self.backup, self._help = label(), label(_("F1 Trợ giúp"))
        for part in (self.undo, self.undo_key, self.backup, self._help):
            self.addPermanentWidget(part)
        workbench.undo_stack.undoTextChanged.connect(self.show_undo)
        self.show_undo(workbench.undo_stack.undoText())

    def say(self, words: str) -> None:
        """Say `words` for a while."""
        self.said.setText(words)
        self._fit()
        self._silence.start()

    def currentMessage(self) -> str:
        """Return what is being said, whole."""
        return self.said.text()

    def show_undo(self, step: str) -> None:
        """Name the step that Ctrl+Z takes back, cut where it is long."""
        self._step = _("Hoàn tác: {step}").format(step=step) if step else ""
        self.undo.setToolTip(self._step)
        self.undo_key.setVisible(bool(step))
        self._fit()

    def _fit(self) -> None:
        wide = self.said.fontMetrics().horizontalAdvance(self.said.text())
        fixed = (self.undo_key, self.backup, self._help)
        taken = wide + sum(part.sizeHint().width() + _BETWEEN for part in fixed) + _BETWEEN
        room = min(self.width() // 2, self.width() - taken)
        room = max(room, theme.current().length(_UNDO_LEAST))
        metrics, right = self.undo.fontMetrics(), Qt.TextElideMode.ElideRight
        cut = metrics.elidedText(self._step, right, room)
        # Half a word reads as a mistake: what is cut ends at a whole one.
        whole = cut if cut == self._step else f"{cut.rpartition(' ')[0]}…"
        self.undo.setText(whole)
        self.undo.setVisible(bool(self._step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._fit()

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
    return _("{clock} ngày {day}").format(clock=clock, day=typed_day(moment))
