"""A dialog that asks for a few fields and stays open until they make sense."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.furniture import label


class Asked(QDialog):
    """Fields under one another, what is wrong with them, and two buttons.

    `answer` keeps what they say. Where it returns False, or raises a KehoachError (which is told),
    the dialog stays open with everything that was typed.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        agree: str,
        answer: Callable[[], object] = lambda: True,
        width: int = 460,
    ) -> None:
        super().__init__(parent)
        self.answer = answer
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.current().length(width))
        self.wrong = label("", "red", wrap=True)
        self.wrong.hide()
        self.doubts = label("", "amber", wrap=True)
        self.doubts.hide()
        self.words = label("", "soft", wrap=True)
        self.agree = primary(agree, self.accept, "Ctrl+Return")
        self.agree.setDefault(True)
        self.refuse = Button(_("Bỏ"), self.reject, key="Esc", bound=False)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self._furnish()

    def _furnish(self) -> None:
        self._column, self.foot = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(10)
        self._column.addLayout(self.form)
        self._column.addWidget(self.doubts)
        self._column.addWidget(self.words)
        self._column.addWidget(self.wrong)
        self.foot.addStretch(1)
        self.foot.addWidget(self.refuse)
        self.foot.addWidget(self.agree)
        self._column.addLayout(self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the buttons last, and begin in the first field unless one was chosen."""
        super().showEvent(event)
        self._fit()
        fields = self._stops()
        if not fields:
            return
        QWidget.setTabOrder(fields[-1], self.refuse)
        QWidget.setTabOrder(self.refuse, self.agree)
        if self.focusWidget() in (None, self.refuse, self.agree):
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Give words that came, or wrapped, the height they need: Qt lets fields overlap."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def _fit(self) -> None:
        room = self.screen().availableGeometry().height()
        needed = min(self._column.totalHeightForWidth(self.width()), room)
        self.resize(self.width(), max(self.height(), needed))

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
        if isinstance(field, QLabel):
            # Words as wide as the form: it gives them the height they need at that width.
            policy = field.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            field.setSizePolicy(policy)
        if not field.accessibleName():
            field.setAccessibleName(words.replace("&", ""))
        self.form.addRow(named, field)
        return named

    def explain(self, words: str) -> None:
        """Say above the fields what is asked, and what comes of it."""
        self._column.insertWidget(0, label(words, "soft", wrap=True))

    def line(self, words: str, text: str = "", hint: str = "") -> QLineEdit:
        """Put a named line to type in below the ones before and return it."""
        field = QLineEdit(text)
        field.setPlaceholderText(hint)
        self.add(words, field)
        return field

    def area(self, words: str, text: str, height: int) -> QPlainTextEdit:
        """Put a named field of several lines below the ones before and return it."""
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFixedHeight(theme.current().length(height))
        self.add(words, field)
        return field

    def say_doubts(self, *words: str) -> None:
        """Say in amber what is odd and may stand all the same."""
        self.doubts.setText("\n".join(filter(None, words)))
        self.doubts.setVisible(any(words))

    def say_wrong(self, words: str) -> None:
        """Say in red what is not right yet."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def accept(self) -> None:
        """Close once the answer was taken."""
        self.say_wrong("")
        field = self.focusWidget()
        # The field that is being typed in ends, as Tab would end it.
        self.agree.setFocus()
        if self._taken():
            super().accept()
        elif field is not None and self.focusWidget() is self.agree:
            field.setFocus()

    def _taken(self) -> bool:
        try:
            return self.answer() is not False
        except KehoachError as refusal:
            self.say_wrong(refusal.in_window)
            return False
