"""Asks why a period is closed or reopened, beside what it still lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.buttons import link
from kehoach_desktop.ui.furniture import label, restyle


@dataclass(frozen=True, slots=True)
class Missing:
    """What a period still lacks; `see` leads to where it is mended."""

    words: str
    see: Callable[[], object]


class ReasonAsked(Asked):
    """What is missing above, the reason below; `agreed` is called with the reason."""

    def __init__(
        self, parent: QWidget, title: str, example: str, agreed: Callable[[str], object]
    ) -> None:
        super().__init__(parent, title, title, self._take, 580)
        self._agreed = agreed
        self.missing: tuple[Missing, ...] = ()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("chẳng hạn: {example}").format(example=example))
        self.add(_("&Lý do"), self.reason)
        self.reason.setFocus()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Say what is missing above the reason, each with the way to it."""
        self.missing = tuple(missing)
        for row, one in enumerate(self.missing):
            line = QHBoxLayout()
            line.addWidget(label(one.words, "amber", wrap=True), 1)
            line.addWidget(link(_("Xem"), partial(self._see, one)))
            self._column.insertLayout(row, line)
        if not self.missing:
            enough = _("Mọi nhiệm vụ đã có trả lời, mọi phiếu đã về, không còn chỗ nào phải xem.")
            self._column.insertWidget(0, label(enough, "soft", wrap=True))

    def _see(self, one: Missing) -> None:
        self.reject()
        one.see()

    def _take(self) -> bool:
        reason = self.reason.text().strip()
        if not reason:
            restyle(self.reason, "wrong")
            self.say_wrong(_("Ghi lý do rồi bấm lại."))
            self.reason.setFocus()
            return False
        self._agreed(reason)
        return True
