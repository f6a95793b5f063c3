"""What stands in the head of the matrix: the plan that is looked at, and the search box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from kehoach_desktop.domain.plan import Plan
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme


class PlanChoice(QComboBox):
    """All plans, or one of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Kế hoạch"))
        self.setMinimumContentsLength(30)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, plans: Sequence[Plan]) -> None:
        """Offer `plans`; the chosen one stays chosen while it is held."""
        chosen = self.plan_id()
        blocker = QSignalBlocker(self)
        self.clear()
        self.addItem(_("Tất cả kế hoạch"), "")
        for plan in plans:
            self.addItem(plan.short_name, plan.id)
            self.setItemData(self.count() - 1, plan.document.title, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        blocker.unblock()
        self.setToolTip(self.currentText())

    def plan_id(self) -> str:
        """Return the id of the chosen plan, "" for all."""
        return str(self.currentData() or "")


class SearchBox(QLineEdit):
    """Words to look for; Enter or Down leaves for the table, Esc clears and then leaves."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Tìm, không cần dấu (Ctrl+F)"))
        self.setAccessibleName(_("Tìm nhiệm vụ"))
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMaximumWidth(theme.current().length(236))
        self.setMinimumWidth(theme.current().length(104))

    def sizeHint(self) -> QSize:
        """Return the room of its hint; where the head is full it gives way."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def begin(self) -> None:
        """Take the keyboard, with the words of before selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def put(self, words: str) -> None:
        """Show `words` without searching again."""
        blocker = QSignalBlocker(self)
        self.setText(words)
        blocker.unblock()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the table, or clear."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
