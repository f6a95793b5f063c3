"""The office's own words for a task of the commune, a line each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.agency import CommuneWords
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.level import named


class WordsDialog(Asked):
    """Words that make a task the commune's, and words that never do."""

    def __init__(self, parent: QWidget, held: CommuneWords) -> None:
        note = _(
            "Chương trình tự nhận “UBND cấp xã”, “địa phương”, “các cấp”… ở cột chủ trì và phối "
            "hợp. Thêm ở đây chữ riêng của cơ quan, mỗi dòng một cụm từ."
        )
        title = named(_("Quy tắc việc của {level}"))
        super().__init__(parent, title, _("Dùng các chữ này"), width=560)
        self.explain(note)
        self.also = self.area(named(_("Là việc của {level}")), "\n".join(held.also), 110)
        self.never = self.area(named(_("Không phải việc của {level}")), "\n".join(held.never), 110)
        self.also.setFocus()

    def lists(self) -> tuple[list[str], list[str]]:
        """Return both lists as typed."""
        return self.also.toPlainText().split("\n"), self.never.toPlainText().split("\n")
