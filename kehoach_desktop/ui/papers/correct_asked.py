"""Puts an issued paper right with another: how, why, what is different, old beside new."""

from __future__ import annotations

import json
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import IssuedPaper, Relation
from kehoach_desktop.domain.paper_correction import NothingToCorrect
from kehoach_desktop.i18n import _
from kehoach_desktop.services.correcting import Correction, CorrectionRequest
from kehoach_desktop.services.issuing import Mends, frame_in, refuse_unfit
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.list_model import SHOWN, Column, ListModel
from kehoach_desktop.ui.papers.issue_run import IssueRun
from kehoach_desktop.ui.papers.number_fields import NumberFields
from kehoach_desktop.ui.papers.paper_fields import FIELDS, content_keys, gap_words
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.workbench import Workbench

SETTLE_MS = 400


def ways() -> tuple[tuple[Relation, str], ...]:
    """Return how a paper is put right, in the words of the decree (NĐ 30/2020, Điều 18)."""
    return (
        (Relation.AMENDS, _("Sửa đổi: văn bản cùng loại nêu bảng cũ → mới")),
        (Relation.CORRECTS, _("Đính chính: công văn, khi sai thể thức, kỹ thuật trình bày")),
        (Relation.REPLACES, _("Thay thế: văn bản mới cùng loại thay hẳn văn bản này")),
    )


class CorrectAsked(Asked):
    """What is asked of the paper that puts `paper` right, over the table of what changes."""

    def __init__(
        self, parent: QWidget, workbench: Workbench, paper: IssuedPaper, run: IssueRun, today: date
    ) -> None:
        title = _("Sửa văn bản {symbol}").format(symbol=paper.symbol)
        super().__init__(parent, title, _("Phát hành"), self._take, 760)
        self._workbench, self._paper, self._run = workbench, paper, run
        self._correction: Correction | None = None
        self._proposed = ""
        self._first: dict[str, str] = {"": "", **json.loads(paper.data).get("given", {})}
        self.how, self.reason = QComboBox(), QLineEdit()
        self.key, self.text = QComboBox(), QPlainTextEdit()
        self.despite = QLineEdit()
        self.given: dict[str, str] = {}
        self.fields = NumberFields(workbench, today)
        self.model = ListModel(_columns(), self)
        self.table = SheetView(lines=4)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self._connect()
        self.look()

    def _lay_out(self) -> None:
        for relation, words in ways():
            self.how.addItem(words, relation)
        self.key.addItem(_("Không sửa mục nào; lấy số liệu hiện nay trong sổ"), "")
        for key in content_keys(self._paper.kind):
            self.key.addItem(_(FIELDS[key].words), key)
        self.reason.setPlaceholderText(_("VD: do nhập nhầm số liệu của Thôn Bình Minh"))
        self.text.setFixedHeight(theme.current().length(72))
        self.text.setTabChangesFocus(True)
        self.text.setEnabled(False)
        self.despite.setPlaceholderText(_("ghi lý do thì vẫn phát hành được"))
        self.table.setModel(self.model)
        self.table.set_widths((180, 250, 250), 2)
        self.table.setMinimumHeight(theme.current().length(170))
        self.add(_("&Cách sửa"), self.how)
        self.add(_("&Lý do"), self.reason)
        self.add(_("&Mục cần sửa"), self.key)
        self.add(_("Sửa &thành"), self.text)
        self.add(_("&Số"), self.fields.number)
        self.add(_("&Ngày ký"), self.fields.day)
        self.add(_("Lý do &vẫn ký"), self.despite)
        self.add(_("Cũ → mới"), self.table)

    def _connect(self) -> None:
        self.how.currentIndexChanged.connect(lambda _index: self.look())
        self.reason.textChanged.connect(lambda _text: self._settle.start())
        self.key.currentIndexChanged.connect(lambda _index: self._show_text())
        self.text.textChanged.connect(self._typed)
        self.fields.number.textChanged.connect(lambda _text: self._settle.start())
        self.fields.day.day_changed.connect(lambda _day: self._settle.start())
        self._settle.timeout.connect(self.look)

    def _show_text(self) -> None:
        key = str(self.key.currentData())
        self.text.setEnabled(bool(key))
        self.text.setPlainText(self.given.get(key, self._first.get(key, "")))

    def _typed(self) -> None:
        key, text = str(self.key.currentData()), self.text.toPlainText()
        if key and text != self._first.get(key, ""):
            self.given[key] = text
        else:
            self.given.pop(key, None)
        self._settle.start()

    def asked(self, number: int | None) -> CorrectionRequest:
        """Return what the fields ask for, under that number."""
        return CorrectionRequest(
            self._paper.id,
            Relation(self.how.currentData()),
            self.reason.text().strip(),
            dict(self.given),
            {},
            number,
            self.fields.day.day(),
        )

    def look(self) -> None:
        """Make the correction again and show what it changes."""
        self._settle.stop()
        self._correction = None
        self.say_doubts()
        self.form.setRowVisible(self.despite, False)
        try:
            self._correction = self._workbench.correcting.correction(
                self.asked(self.fields.value())
            )
        except NothingToCorrect as nothing:
            self.model.show_rows(())
            self.wrong.hide()
            self.words.setText(
                _("{nothing} Sửa số liệu trong sổ, hoặc chọn mục cần sửa ở trên.").format(
                    nothing=nothing.sentence
                )
            )
            self.agree.setEnabled(False)
            return
        except KehoachError as refusal:
            self.model.show_rows(())
            self.say_wrong(refusal.sentence)
            self.agree.setEnabled(False)
            return
        self.wrong.hide()
        self.agree.setEnabled(True)
        self.model.show_rows(self._correction.changes)
        self._propose(self._correction)

    def _propose(self, correction: Correction) -> None:
        """Propose the next number, unless another one was typed."""
        frame = frame_in(correction.paper)
        if self.fields.number.text() in ("", self._proposed):
            self.fields.number.blockSignals(True)
            self.fields.propose(frame)
            self.fields.number.blockSignals(False)
            self._proposed = self.fields.number.text()
        self.words.clear()
        self.say_doubts(self.fields.note(frame), *correction.doubts)
        self.form.setRowVisible(self.despite, bool(correction.doubts))

    def _take(self) -> bool:
        number = self.fields.value()
        if number is None or self.fields.day.day() is None:
            self.say_wrong(_("Ghi số và ngày ký."))
            return False
        made = self._workbench.correcting.correction(self.asked(number))
        if made.gaps:
            gaps = ", ".join(map(gap_words, made.gaps))
            self.say_wrong(_("Còn để trống: {gaps}. Điền đủ rồi phát hành.").format(gaps=gaps))
            return False
        if made.doubts and not self.despite.text().strip():
            self.despite.setFocus()
        refuse_unfit(made, self.despite.text())
        mends = Mends(self._paper.id, Relation(self.how.currentData()), made.corrected)
        self._workbench.issuing.refuse(made.paper, mends)
        self._run.issue(made.paper, made.data, mends)
        return True


def _columns() -> tuple[Column, ...]:
    return (
        Column(lambda: _("Vị trí"), {SHOWN: lambda change: change.place}),
        Column(lambda: _("Đã phát hành"), {SHOWN: lambda change: change.before}),
        Column(lambda: _("Sửa thành"), {SHOWN: lambda change: change.after}),
    )
