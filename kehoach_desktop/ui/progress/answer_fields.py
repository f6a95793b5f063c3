"""The fields of one answer: each is kept when it is left, and knows when Ctrl+Z is the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from kehoach_desktop.domain.progress import STATUS_WORDS
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.looks import STATUS_LOOKS
from kehoach_desktop.ui.progress.evidence_files import files_in
from kehoach_desktop.ui.progress.letters import Letters, letter_of

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OPENS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_BEHIND_ICON = 4
_OWN_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _is_windows_undo(event: QEvent, *, typed: bool) -> bool:
    """Say whether an undo key belongs to the window: nothing was typed since the field was kept."""
    return (
        not typed
        and event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _OWN_UNDO)
    )


class AnswerText(QPlainTextEdit):
    """Words of some lines. `left` tells that the keyboard went elsewhere.

    `files_came` carries the files that were pasted or dropped where words are typed.
    """

    left = Signal()
    files_came = Signal(object)

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.current().length(13 * lines + 12))

    def text(self) -> str:
        """Return the words as they stand."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show `text` as kept; the same words are left alone, with their cursor."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window unless words were typed."""
        if _is_windows_undo(event, typed=self.document().isModified()):
            event.ignore()
            return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Say that files are welcome as well as words."""
        return bool(files_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand files on, and put words where the cursor stands."""
        if files := files_in(source):
            self.files_came.emit(files)
        else:
            super().insertFromMimeData(source)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Type behind the words that stand, when a key led here."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the words stand now; a menu of their own is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class AnswerLine(QLineEdit):
    """A line. `left` tells that it was finished."""

    left = Signal()

    def __init__(self, width: int) -> None:
        super().__init__()
        self.left_by_mouse = False
        self.setFixedWidth(theme.current().length(width))
        self.editingFinished.connect(self.left)

    def put(self, text: str) -> None:
        """Show `text` as kept."""
        if text != self.text():
            self.setText(text)
        self.setModified(False)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window unless something was typed."""
        if _is_windows_undo(event, typed=self.isModified()):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin anew."""
        self.left_by_mouse = False
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Know how the line is left before it is told."""
        self.left_by_mouse = event.reason() not in _BY_KEY
        super().focusOutEvent(event)


class AnswerState(QComboBox):
    """The states in words. `left` tells that one was chosen.

    Keys open the list and never choose by themselves: on the way to a state others would be kept.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        for status in (None, *STATUS_WORDS):
            look = STATUS_LOOKS[status]
            words = _(STATUS_WORDS[status]) if status else _("Chưa có trả lời")
            self.addItem(icons.icon(look.glyph, look.hue), words, status.value if status else "")
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._letters = Letters()
        self.view().installEventFilter(self)
        self.view().setMinimumWidth(theme.current().length(230))
        self.activated.connect(lambda _index: self.left.emit())
        self.currentTextChanged.connect(self.setToolTip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the state, ended in “…” where the field is narrow."""
        del event
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        inner = QStyle.SubControl.SC_ComboBoxEditField
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, inner, self)
        room = place.width() - self.iconSize().width() - _BEHIND_ICON
        right = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.currentText(), right, room)
        option.currentText = words  # type: ignore[attr-defined]  # the stubs leave it out
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def text(self) -> str:
        """Return the words of the state, "" for no answer."""
        return self.currentText() if self.currentData() else ""

    def put(self, text: str) -> None:
        """Show the state that `text` names."""
        self.setCurrentIndex(max(0, self.findText(text)) if text else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list by arrow, Enter or the first letter of a state, marks apart."""
        if event.key() in _OPENS:
            self.showPopup()
        elif letter_of(event).isalpha():
            self.showPopup()
            self._go(event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on by letters while the list is open; the list's own search knows no marks."""
        if watched is self.view() and isinstance(event, QKeyEvent) and letter_of(event):
            return event.type() == QEvent.Type.KeyPress and self._go(event)
        return super().eventFilter(watched, event)

    def _go(self, event: QKeyEvent) -> bool:
        """Put the bar where the letters say; return whether they were for it."""
        letter = letter_of(event)
        if letter == " " and not self._letters.begun():
            return False
        words = [self.itemText(number) for number in range(self.count())]
        row = self._letters.row(letter, words, self.view().currentIndex().row())
        self.view().setCurrentIndex(self.model().index(row, 0))
        return True

    def wheelEvent(self, event: QEvent) -> None:
        """Change nothing by the wheel: it is turned to read on."""
        event.ignore()


AnswerField = AnswerText | AnswerLine | AnswerState
