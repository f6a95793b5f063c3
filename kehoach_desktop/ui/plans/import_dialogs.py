"""Small dialogs of the review: the words of one row, and the particulars of the paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from kehoach_desktop.domain.plan import PlanDocument, Task
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField


class TextDialog(Asked):
    """The words of one row, to mend what was read wrongly."""

    def __init__(self, parent: QWidget, task: Task) -> None:
        note = _("Chỉ sửa chỗ máy đọc sai; lời của tỉnh giữ nguyên, kể cả lỗi của bản gốc.")
        super().__init__(parent, _("Sửa chữ của dòng"), _("Dùng chữ này"), width=560)
        self.explain(note)
        self.ordinal = QLineEdit(task.ordinal)
        self.add(_("STT"), self.ordinal)
        self.content = self.area(_("Nội dung"), task.content, 130)
        self.lead = self.area(_("Chủ trì"), task.lead_agencies_text, 52)
        self.coordinating = self.area(_("Phối hợp"), task.coordinating_text, 52)
        self.deliverable = self.area(_("Sản phẩm"), task.deliverable, 52)
        self.deadline = self.area(_("Thời hạn"), task.deadline.wording, 44)
        self.content.setFocus()

    def texts(self) -> dict[str, str]:
        """Return the words by the name of their field; the deadline's is `wording`."""
        fields = {
            "content": self.content,
            "lead_agencies_text": self.lead,
            "coordinating_text": self.coordinating,
            "deliverable": self.deliverable,
            "wording": self.deadline,
        }
        said = {key: clean(field.toPlainText()).strip() for key, field in fields.items()}
        return {"ordinal": squeeze(clean(self.ordinal.text())), **said}


class DocumentDialog(Asked):
    """Number, day, title and year of the paper that carries the plan.

    `read` says that its deadlines were read already: the year they lack is asked no more.
    """

    def __init__(
        self, parent: QWidget, document: PlanDocument, year: int, *, read: bool = False
    ) -> None:
        note = _("Báo cáo viện dẫn kế hoạch theo số và ngày này. Chưa có số thì để trống.")
        super().__init__(parent, _("Số, ngày kế hoạch"), _("Dùng"), width=560)
        self.explain(note)
        self._document = document
        self.issuer = QLineEdit(document.issuer)
        self.number = QLineEdit(document.number or "")
        self.number.setPlaceholderText("158/KH-UBND")
        self.date = DayField(_("Ngày ban hành"), year=year)
        self.date.set_day(document.date)
        self.title = QPlainTextEdit(document.title)
        self.title.setTabChangesFocus(True)
        self.title.setFixedHeight(theme.current().length(92))
        self.year = QSpinBox()
        self.year.setRange(2020, 2040)
        self.year.setValue(document.year or year)
        for words, field in (
            (_("Cơ quan ban hành"), self.issuer),
            (_("Số, ký hiệu"), self.number),
            (_("Ngày ban hành"), self.date),
            (_("Trích yếu"), self.title),
            (_("Năm của các hạn không ghi năm"), self.year),
        ):
            self.add(words, field)
        self._read = read
        self.form.setRowVisible(self.year, not read)
        self.number.setFocus()

    def document(self) -> PlanDocument:
        """Return the paper as the fields say it."""
        return replace(
            self._document,
            issuer=squeeze(clean(self.issuer.text())),
            number=squeeze(clean(self.number.text())) or None,
            date=self.date.day(),
            title=squeeze(clean(self.title.toPlainText())),
            year=self._document.year if self._read else self.year.value(),
        )
