"""The panel under the list: one task's doubt, its deadline's reading, whether it is ours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import _, retold
from kehoach_desktop.ui import icons
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.furniture import cap, label, restyle
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.looks import SEVERITY_LOOKS
from kehoach_desktop.ui.plans.deadline_editor import DeadlineEditor
from kehoach_desktop.ui.plans.import_choices import Reviewed
from kehoach_desktop.ui.plans.import_duties import ReviewedDuty, doubt_words, rule_words, ways

_BARE, _TASK, _DUTY = range(3)


class ImportEditor(QFrame):
    """Shows one row of the review; its signals say what was decided about it."""

    deadline_edited = Signal(object)
    ours_toggled = Signal()
    out_toggled = Signal()
    texts_wanted = Signal()
    agreed = Signal()

    def __init__(self, year: int) -> None:
        super().__init__()
        self.setProperty("kind", "inset")
        self.title, self.place = label("", "strong"), label("", "hint")
        self.glyph, self.doubt = QLabel(), label("", "soft", wrap=True)
        self.wording = label("", wrap=True)
        self.deadline = DeadlineEditor(year)
        self.ours = QCheckBox(named(_("Việc &của {level}")))
        self.reason = label("", "hint", wrap=True)
        self.tick = QCheckBox(_("&Ghi vào các nghĩa vụ báo cáo, nhắc khi đến hạn"))
        self.agree = Button(_("Đúng, sang chỗ sau"), self.agreed.emit, key="Enter", bound=False)
        self.out = Button(_("Không nhập dòng này"), self.out_toggled.emit, key="Del", bound=False)
        self.reword = Button(_("Sửa chữ…"), self.texts_wanted.emit, key="F2", bound=False)
        self._lay_out()
        self.deadline.edited.connect(self.deadline_edited)
        for day in (self.deadline.due, self.deadline.start):
            day.entered.connect(self.agreed)
        for box in (self.ours, self.tick):
            box.clicked.connect(lambda _on: self.ours_toggled.emit())

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 10)
        rows.setSpacing(7)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for part in (self.place, cap("Alt+↑"), cap("Alt+↓")):
            head.addWidget(part)
        rows.addLayout(head)
        said = QHBoxLayout()
        said.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.doubt, 1)
        rows.addLayout(said)
        self.of_task = QStackedWidget()
        self.of_task.addWidget(QWidget())
        self.of_task.addWidget(self._task_part())
        self.of_task.addWidget(self._duty_part())
        rows.addWidget(self.of_task, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.agree, self.reword, self.out):
            foot.addWidget(button)
        foot.addStretch(1)
        rows.addLayout(foot)

    def _task_part(self) -> QWidget:
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(7)
        rows.addWidget(self.wording)
        rows.addWidget(self.deadline)
        own = QHBoxLayout()
        own.addWidget(self.ours)
        own.addWidget(cap("X"))
        own.addWidget(self.reason, 1)
        rows.addLayout(own)
        rows.addStretch(1)
        return part

    def _duty_part(self) -> QWidget:
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(7)
        self.clause, self.way = label("", wrap=True), label("", "soft", wrap=True)
        own = QHBoxLayout()
        own.addWidget(self.tick)
        own.addWidget(cap("X"))
        own.addStretch(1)
        rows.addWidget(self.clause)
        rows.addWidget(self.way)
        rows.addLayout(own)
        rows.addStretch(1)
        return part

    def show_duty(self, row: ReviewedDuty, place: str) -> None:
        """Show a report the plan asks for, and whether it would be kept."""
        self.setEnabled(True)
        self.title.setText(_("Chế độ báo cáo: {rule}").format(rule=rule_words(row.duty)))
        self.place.setText(place)
        doubt = doubt_words(row)
        self._show_doubt((Finding(Severity.CHECK, "", doubt),) if doubt else ())
        self.clause.setText(_("Nguyên văn: “{words}”").format(words=squeeze(row.duty.text)))
        where = _("Mục {section}: {way}") if row.duty.section else "{way}"
        self.way.setText(where.format(section=row.duty.section, way=ways(row.duty)))
        self.tick.setChecked(row.kept)
        self.tick.setEnabled(row.can_be_kept)
        self._let(_DUTY)

    def show_words(self, title: str, place: str, words: str = "") -> None:
        """Show a row that is only to be read."""
        self.setEnabled(True)
        self.title.setText(title)
        self.place.setText(place)
        self._show_doubt((Finding(Severity.INFO, "", words),) if words else ())
        self._let(_BARE)

    def show_task(self, row: Reviewed, doubts: tuple[Finding, ...], place: str) -> None:
        """Show a task with what is doubted of it."""
        self.setEnabled(True)
        self.title.setText(f"{row.key} – {retold(row.task.place)}")
        self.place.setText(place)
        self._show_doubt(doubts or row.findings)
        wording = " ".join(row.task.deadline.wording.split())
        words = _("Thời hạn, nguyên văn: “{wording}”") if wording else _("Không ghi thời hạn.")
        self.wording.setText(words.format(wording=wording))
        self.deadline.show_deadline(row.task.deadline)
        self.ours.setChecked(row.task.ours.yes)
        none = named(_("Không thấy lời nào nêu {level} ở cột Chủ trì, Phối hợp."))
        self.reason.setText(retold(row.task.ours.reason) or none)
        again = _("Nhập lại dòng này") if row.left_out else _("Không nhập dòng này")
        self.out.say(again)
        self._let(_TASK)

    def show_finding(self, finding: Finding, place: str) -> None:
        """Show a finding about the file."""
        self.setEnabled(True)
        self.title.setText(retold(finding.place))
        self.place.setText(place)
        self._show_doubt((finding,))
        self._let(_BARE)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self.title.setText(_("Không còn chỗ nào phải xem."))
        self.place.setText("")
        self._show_doubt(())
        self._let(_BARE)
        self.setEnabled(False)

    def _let(self, part: int) -> None:
        self.of_task.setCurrentIndex(part)
        self.out.setVisible(part == _TASK)
        self.reword.setVisible(part == _TASK)

    def _show_doubt(self, doubts: tuple[Finding, ...]) -> None:
        self.glyph.setVisible(bool(doubts))
        self.doubt.setVisible(bool(doubts))
        if doubts:
            severity = doubts[0].severity
            look = SEVERITY_LOOKS[severity]
            self.glyph.setPixmap(icons.pixmap(look.glyph, look.hue, 14))
            restyle(self.doubt, "soft" if severity is Severity.INFO else look.words)
            self.doubt.setText("\n".join(retold(finding.message) for finding in doubts))
