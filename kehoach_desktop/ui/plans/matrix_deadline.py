"""The dialog that reads the deadline of a task another way, with its wording in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.plans.deadline_editor import DeadlineEditor


class DeadlineDialog(QDialog):
    """Shows the wording, the fields of its reading, and what the reading says in words."""

    def __init__(
        self, parent: QWidget, deadline: Deadline, year: int, keep: Callable[[Deadline], object]
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(_("Đổi cách đọc thời hạn"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editor = DeadlineEditor(year)
        self.editor.show_deadline(deadline)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(label(_("Kế hoạch ghi"), "second"))
        column.addWidget(label(f"“{deadline.wording}”", "strong", wrap=True))
        column.addWidget(self.editor)
        column.addWidget(label(_("Lời của kế hoạch giữ nguyên; chỉ cách đọc thay đổi."), "hint"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(Button(_("Bỏ"), self.reject, key="Esc", bound=False))
        self.agree = primary(_("Ghi cách đọc"), self.accept, "Ctrl+Return")
        self.agree.setDefault(True)
        buttons.addWidget(self.agree)
        column.addLayout(buttons)

    def accept(self) -> None:
        """Keep the reading as it stands."""
        self.agree.setFocus()
        super().accept()
        self._keep(self.editor.deadline())
