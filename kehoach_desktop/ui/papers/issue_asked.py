"""Asks for the number and the day of a paper, and issues it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.services.issuing import frame_in, refuse_unfit
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.papers.issue_run import IssueRun
from kehoach_desktop.ui.papers.number_fields import NumberFields
from kehoach_desktop.ui.papers.paper_fields import gap_words
from kehoach_desktop.ui.papers.wanted import Wanted
from kehoach_desktop.ui.workbench import Workbench


class IssueAsked(Asked):
    """Number and day over what the paper will be: its symbol, who signs, what is odd."""

    def __init__(
        self, parent: QWidget, workbench: Workbench, wanted: Wanted, run: IssueRun, today: date
    ) -> None:
        super().__init__(parent, _("Phát hành văn bản"), _("Phát hành"), self._take)
        self._workbench, self._wanted, self._run = workbench, wanted, run
        self.fields = NumberFields(workbench, wanted.request.issued_on or today)
        self.number, self.day = self.fields.number, self.fields.day
        self._made = wanted.made(workbench.team_papers)
        frame = frame_in(self._made.paper)
        if wanted.request.number is None:
            self.fields.propose(frame)
        else:
            self.number.setText(str(wanted.request.number))
        self.add(_("Trích yếu"), label(" ".join(frame.subject), wrap=True))
        self.add(_("Người ký"), label(frame.signature.name, wrap=True))
        self.add(_("&Số"), self.number)
        self.add(_("&Ngày ký"), self.day)
        self.despite = QLineEdit()
        self.add(_("&Lý do vẫn ký"), self.despite)
        self.despite.setPlaceholderText(_("ghi lý do thì vẫn phát hành được"))
        self.words.setText(
            _("Sau khi phát hành, văn bản được giữ nguyên; sửa thì phải lập văn bản khác.")
        )
        self.number.textChanged.connect(lambda _text: self._look())
        self.day.day_changed.connect(lambda _day: self._look())
        self._look()

    def _look(self) -> None:
        told = self.fields.note(frame_in(self._made.paper))
        doubts = self._doubts()
        self.form.setRowVisible(self.despite, bool(doubts))
        self.say_doubts(told, *doubts)

    def _doubts(self) -> tuple[str, ...]:
        """Return what speaks against who signs, on the day that stands."""
        number, day = self.fields.value(), self.day.day()
        return self._wanted.numbered(number, day).made(self._workbench.team_papers).doubts

    def _take(self) -> bool:
        number, day = self.fields.value(), self.day.day()
        if number is None or day is None:
            self.say_wrong(_("Ghi số và ngày ký."))
            return False
        made = self._wanted.numbered(number, day).made(self._workbench.team_papers)
        if made.gaps:
            gaps = ", ".join(map(gap_words, made.gaps))
            self.say_wrong(_("Còn để trống: {gaps}. Điền đủ rồi phát hành.").format(gaps=gaps))
            return False
        despite = self.despite.text().strip()
        if made.doubts and not despite:
            self.despite.setFocus()
        refuse_unfit(made, despite)
        self._workbench.issuing.refuse(made.paper)
        self._run.issue(made.paper, self._wanted.data(despite), request=self._wanted.request)
        return True
