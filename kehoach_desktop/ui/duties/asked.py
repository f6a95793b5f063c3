"""A dialog that asks for a few fields and stays open until they make sense."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import label


class Asked(QDialog):
    """Fields under one another; `answer` returns whether what they say was taken."""

    def __init__(
        self, parent: QWidget, title: str, agree: str, answer: Callable[[], bool], width: int = 460
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.current().length(width))
        self.wrong = label("", "red", wrap=True)
        self.wrong.hide()
        self.words = label("", "soft", wrap=True)
        self.agree = primary(agree, self.accept, "Ctrl+Return")
        self.agree.setDefault(True)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        whole.addLayout(self.form)
        whole.addWidget(self.words)
        whole.addWidget(self.wrong)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.refuse = Button(_("Bỏ"), self.reject, key="Esc", bound=False)
        for button in (self.refuse, self.agree):
            buttons.addWidget(button)
        whole.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the buttons last, and begin in the first field unless one was chosen."""
        super().showEvent(event)
        fields = self._stops()
        if not fields:
            return
        QWidget.setTabOrder(fields[-1], self.refuse)
        QWidget.setTabOrder(self.refuse, self.agree)
        if self.focusWidget() in (None, self.refuse, self.agree):
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> list[QWidget]:
        """Return what Tab goes to, in its order, without the buttons."""
        inner, buttons = QComboBox | QAbstractSpinBox, (self.refuse, self.agree)
        every: list[QWidget] = [*self.findChildren(QWidget)]
        return [
            part
            for part in every
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisibleTo(self)
            and part not in buttons
            and not isinstance(part.parent(), inner)
        ]

    def add(self, words: str, field: QWidget) -> QLabel:
        """Put a field with its label below the ones before; return the label."""
        named = QLabel(words)
        named.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(words.replace("&", ""))
        self.form.addRow(named, field)
        return named

    def say_wrong(self, words: str) -> None:
        """Say in red what is not right yet."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def accept(self) -> None:
        """Close once the answer was taken."""
        self.say_wrong("")
        if self._answer():
            super().accept()
