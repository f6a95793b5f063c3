"""What a report still lacks, and what will be printed: a tab beside its words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.office import CAPACITY_WORDS
from kehoach_desktop.domain.progress import Standing, TaskStatus, standing
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui import icons
from kehoach_desktop.ui.buttons import link
from kehoach_desktop.ui.furniture import label, rule
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.looks import OWED, READY, SEVERITY_LOOKS, Look


class ReportRail(QFrame):
    """Lists what to look at before the paper goes out; `wanted` names the screen to mend it on."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(8)
        self._lines: list[QWidget] = []
        self._column.addStretch(1)

    def words(self) -> tuple[str, ...]:
        """Return every line of the rail."""
        labels: list[QLabel] = [
            made
            for line in self._lines
            for made in (line, *line.findChildren(QLabel))
            if isinstance(made, QLabel)
        ]
        return tuple(made.text() for made in labels)

    def show_report(self, report: PeriodReport, file_name: str) -> None:
        """Say what `report` lacks and what it will hold."""
        self._clear()
        self._title(_("Trước khi xuất"))
        for look, words, screen in _checks(report):
            self._add(look, words, screen)
        self._put(rule())
        self._title(_("Sẽ in"))
        for words in _contents(report, file_name):
            self._put(label(words, "second", wrap=True))

    def _clear(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = []

    def _title(self, words: str) -> None:
        self._put(label(words, "block"))

    def _put(self, line: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, line)
        self._lines.append(line)

    def _add(self, look: Look, words: str, screen: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        glyph = QLabel()
        glyph.setContentsMargins(0, 2, 0, 0)
        glyph.setPixmap(icons.pixmap(look.glyph, look.hue, 14))
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, wrap=True), 1)
        if screen:
            see = link(_("Xem"), lambda: self.wanted.emit(screen))
            row.addWidget(see, 0, Qt.AlignmentFlag.AlignTop)
        self._put(line)


def _checks(report: PeriodReport) -> list[tuple[Look, str, str]]:
    rows = report.view.rows()
    owed = sum(row.unanswered for row in rows)
    late = sum(standing(row, report.view.as_of) is Standing.OVERDUE for row in rows)
    bare = sum(row.entry.status is TaskStatus.DONE and not row.entry.evidence for row in rows)
    said = []
    if owed:
        words = _("{count} trên {all} nhiệm vụ chưa có trả lời; báo cáo nói rõ là chưa có số liệu.")
        said.append((OWED, words.format(count=owed, all=len(rows)), "period"))
    else:
        said.append((READY, _("Mọi nhiệm vụ đã có trả lời."), ""))
    if late:
        words = _("{count} nhiệm vụ quá hạn: nêu nguyên nhân ở phần II.")
        said.append((OWED, words.format(count=late), ""))
    if bare:
        words = _("{count} nhiệm vụ hoàn thành chưa có minh chứng.")
        said.append((OWED, words.format(count=bare), "period"))
    blank = sum(not held.plan.document.number for held in report.view.plans if held.rows)
    if blank:
        words = counted("{count} kế hoạch chưa có số, ngày: lời viện dẫn còn để trống.", blank)
        said.append((OWED, words.format(count=blank), "matrix"))
    if not report.office.addressee:
        said.append((OWED, _("Chưa ghi nơi nhận báo cáo (Kính gửi)."), "office"))
    info = SEVERITY_LOOKS[Severity.INFO]
    said.append((info, _("Số và ngày để trống cho văn thư điền: đúng cách."), ""))
    return said


def _contents(report: PeriodReport, file_name: str) -> tuple[str, ...]:
    office, rows = report.office, report.view.rows()
    scope = _("tất cả nhiệm vụ") if report.all_tasks else named(_("việc của {level}"))
    return (
        _("Tệp: {name}").format(name=file_name),
        _("Cơ quan: {office}").format(office=office.people_committee),
        _("Kính gửi: {whom}").format(whom=office.addressee or "–"),
        _("Người ký: {signer}, {capacity}").format(
            signer=office.signer, capacity=_(CAPACITY_WORDS[office.capacity])
        ),
        _("Nơi nhận: {count} dòng").format(count=len(office.recipients) + 1),
        counted("Phụ lục: {count} nhiệm vụ ({scope})", len(rows)).format(
            count=len(rows), scope=scope
        ),
    )


def figures_in_words(report: PeriodReport) -> str:
    """Return the table of figures on one line, as it stands in the editor in its place."""
    counts = report.view.counts()
    words = _(
        "[Bảng số liệu: {dated} việc có hạn, đã hoàn thành {done} (quá hạn {late}), "
        "chưa hoàn thành {open} (quá hạn {overdue}); in thành bảng, tự lấy từ sổ]"
    )
    return words.format(
        dated=counts.dated,
        done=counts.done,
        late=counts.done_late,
        open=counts.open,
        overdue=counts.open_overdue,
    )
