"""The office's own words for a task of the commune, a line each."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kehoach_desktop.domain.agency import CommuneWords
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.plans.import_dialogs import Form


class WordsDialog(Form):
    """Words that make a task the commune's, and words that never do."""

    def __init__(self, parent: QWidget, held: CommuneWords) -> None:
        note = _(
            "Chương trình tự nhận “UBND cấp xã”, “địa phương”, “các cấp”… ở cột chủ trì và phối "
            "hợp. Thêm ở đây chữ riêng của cơ quan, mỗi dòng một cụm từ."
        )
        super().__init__(parent, named(_("Quy tắc việc của {level}")), note, _("Dùng các chữ này"))
        self.also = self._lines(named(_("Là việc của {level}")), held.also)
        self.never = self._lines(named(_("Không phải việc của {level}")), held.never)
        self.also.setFocus()

    def _lines(self, words: str, held: tuple[str, ...]) -> QPlainTextEdit:
        field = QPlainTextEdit("\n".join(held))
        field.setTabChangesFocus(True)
        field.setFixedHeight(theme.current().length(110))
        self.add(words, field)
        return field

    def words(self) -> tuple[list[str], list[str]]:
        """Return both lists as typed."""
        return self.also.toPlainText().split("\n"), self.never.toPlainText().split("\n")
