"""Asks why an answer goes back, and hands over the words and the form to send."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.buttons import Button


class ReturnAsked(Asked):
    """The reason at the top, the message it makes below; agreeing writes the form."""

    def __init__(
        self,
        parent: QWidget,
        reason: str,
        words: Callable[[str], str],
        write: Callable[[], object],
    ) -> None:
        title = _("Trả lại đơn vị")
        super().__init__(parent, title, _("Xuất phiếu một dòng…"), self._take, 560)
        self._words_for, self._write = words, write
        self.reason, self.message = QPlainTextEdit(reason), QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.message.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.current().length(56))
        self.message.setMinimumHeight(theme.current().length(140))
        self.reason.textChanged.connect(self._compose)
        self.add(_("Lý do"), self.reason)
        self.add(_("Lời nhắn"), self.message)
        self.words.setText(_("Chép lời nhắn dán vào Zalo; gửi kèm phiếu chỉ có dòng này."))
        self.copy = Button(_("Chép lời nhắn"), self.copy_words, key="Ctrl+L")
        self.form.addRow("", self.copy)
        self._compose()
        self.reason.setFocus()
        self.reason.selectAll()

    def _compose(self) -> None:
        reason = self.reason.toPlainText().strip()
        self.agree.setEnabled(bool(reason))
        self.message.setPlainText(self._words_for(reason))
        self.copy.say(_("Chép lời nhắn"))

    def copy_words(self) -> None:
        """Put the message onto the clipboard."""
        QApplication.clipboard().setText(self.message.toPlainText())
        self.copy.say(_("Đã chép lời nhắn"))

    def _take(self) -> bool:
        self.copy_words()
        self._write()
        return True
