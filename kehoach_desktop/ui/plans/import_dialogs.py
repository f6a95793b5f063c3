"""Small dialogs of the review: the words of one row, and the particulars of the paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.plan import PlanDocument, Task
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.furniture import label


class Form(QDialog):
    """Fields with their names, and two buttons below."""

    def __init__(self, parent: QWidget, title: str, note: str, agree: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.rows = QFormLayout()
        self.rows.setHorizontalSpacing(12)
        self.rows.setVerticalSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(12)
        whole.addWidget(label(note, "soft", wrap=True))
        whole.addLayout(self.rows)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(Button(_("Bỏ"), self.reject, key="Esc"))
        foot.addWidget(primary(agree, self.accept, "Ctrl+Return"))
        whole.addLayout(foot)
        self.setMinimumWidth(theme.current().length(560))

    def add(self, words: str, field: QWidget) -> None:
        """Put a named field below the others."""
        field.setAccessibleName(words.replace("&", ""))
        name = label(words)
        name.setBuddy(field)
        self.rows.addRow(name, field)


class TextDialog(Form):
    """The words of one row, to mend what was read wrongly."""

    def __init__(self, parent: QWidget, task: Task) -> None:
        note = _("Chỉ sửa chỗ máy đọc sai; lời của tỉnh giữ nguyên, kể cả lỗi của bản gốc.")
        super().__init__(parent, _("Sửa chữ của dòng"), note, _("Dùng chữ này"))
        self.ordinal = QLineEdit(task.ordinal)
        self.add(_("STT"), self.ordinal)
        self.content = self._lines(_("Nội dung"), task.content, 130)
        self.lead = self._lines(_("Chủ trì"), task.lead_agencies_text, 52)
        self.coordinating = self._lines(_("Phối hợp"), task.coordinating_text, 52)
        self.deliverable = self._lines(_("Sản phẩm"), task.deliverable, 52)
        self.deadline = self._lines(_("Thời hạn"), task.deadline.wording, 44)
        self.content.setFocus()

    def _lines(self, words: str, text: str, height: int) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFixedHeight(theme.current().length(height))
        self.add(words, field)
        return field

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


class DocumentDialog(Form):
    """Number, day, title and year of the paper that carries the plan.

    `read` says that its deadlines were read already: the year they lack is asked no more.
    """

    def __init__(
        self, parent: QWidget, document: PlanDocument, year: int, *, read: bool = False
    ) -> None:
        note = _("Báo cáo viện dẫn kế hoạch theo số và ngày này. Chưa có số thì để trống.")
        super().__init__(parent, _("Số, ngày kế hoạch"), note, _("Dùng"))
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
        self.rows.setRowVisible(self.year, not read)
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
