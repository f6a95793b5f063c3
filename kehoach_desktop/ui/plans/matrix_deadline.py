"""The dialog that reads the deadline of a task another way, with its wording in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.plans.deadline_editor import DeadlineEditor


class DeadlineDialog(Asked):
    """Shows the wording, the fields of its reading, and what the reading says in words."""

    def __init__(
        self, parent: QWidget, deadline: Deadline, year: int, keep: Callable[[Deadline], object]
    ) -> None:
        super().__init__(parent, _("Đổi cách đọc thời hạn"), _("Ghi cách đọc"))
        self.answer = lambda: keep(self.editor.deadline())
        self.editor = DeadlineEditor(year)
        self.editor.show_deadline(deadline)
        self.form.addRow(label(_("Kế hoạch ghi"), "second"))
        self.form.addRow(label(f"“{deadline.wording}”", "strong", wrap=True))
        self.form.addRow(self.editor)
        self.words.setText(_("Lời của kế hoạch giữ nguyên; chỉ cách đọc thay đổi."))
