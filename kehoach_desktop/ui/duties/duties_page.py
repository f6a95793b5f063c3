"""Danh mục ▸ Nghĩa vụ báo cáo: what the office must report, when it is due, what was sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from kehoach_desktop.domain.duty import OFFICE_DUTY, DueReport, ReportingDuty
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.day_field import DayField
from kehoach_desktop.ui.duties.duty_asked import DutyAsked
from kehoach_desktop.ui.duties.duty_rows import COLUMNS, DutyRow, duty_rows, what_in_words
from kehoach_desktop.ui.duties.list_page import ListPage
from kehoach_desktop.ui.furniture import EmptyState
from kehoach_desktop.ui.list_model import Heading
from kehoach_desktop.ui.workbench import Workbench


class DutiesPage(ListPage):
    """The duties; what fell due while the PC was off stands on top until it is marked."""

    heeds = Changes.DUTIES | Changes.OFFICE | Changes.PROGRESS

    def __init__(self, workbench: Workbench) -> None:
        empty = EmptyState(
            _("Chưa có nghĩa vụ báo cáo nào. Điền ngày báo cáo ở thẻ Cơ quan, hoặc"),
            _("Thêm nghĩa vụ…"),
            self.ask,
        )
        super().__init__(workbench, COLUMNS, empty, _("Các nghĩa vụ báo cáo"))
        self.table.set_widths((420, 190, 250, 240), stretch=0)
        self.add_button(_("Thêm nghĩa vụ…"), self.ask, "Ins")
        self.done_button = self.add_button(_("Đã gửi…"), self.ask_sent, "Space")
        self.end_button = self.add_button(_("Ngừng…"), self.ask_last_day, "F2")
        self.remove_button = self.add_button(_("Bỏ nghĩa vụ"), self.remove, "Del")
        self.table.activated.connect(lambda _index: self.ask_sent())

    def rows(self) -> Sequence[DutyRow | Heading]:
        """Return what is owed, what comes, what has ended."""
        rows = duty_rows(self.workbench.duties, self.workbench.reporting.today())
        self.counted.emit(len(self.workbench.duties.duties()))
        return rows

    def enable(self) -> None:
        """Let a time be marked where one is chosen; the office's own duty only changes there."""
        row = self.current()
        self.done_button.setEnabled(row is not None and row.report is not None)
        own = row is not None and row.duty.id == OFFICE_DUTY
        self.end_button.setEnabled(row is not None and not own)
        self.remove_button.setEnabled(row is not None and not own)
        words = _("Nghĩa vụ này lấy từ ngày báo cáo ở thẻ Cơ quan.") if own else ""
        self.bar.say(words)

    def ask(self) -> None:
        """Ask for a new duty."""
        DutyAsked(self, self.workbench, self.add).open()

    def add(self, duty: ReportingDuty) -> bool:
        """Keep a new duty as a step."""
        verbs = self.workbench.duties
        return self._keep(
            _("Thêm {duty}"),
            duty,
            lambda: verbs.add(duty),
            lambda kept: verbs.remove(kept.id),
            lambda kept: verbs.put_back(kept, {}),
        )

    def _keep(
        self,
        name: str,
        duty: ReportingDuty,
        act: Callable[[], Any],
        undo: Callable[[Any], object],
        redo: Callable[[Any], object],
    ) -> bool:
        words = what_in_words(duty)
        return self.keep(name.format(duty=words[:1].lower() + words[1:]), act, undo, redo)

    def ask_sent(self) -> None:
        """Ask on which day the chosen report was sent."""
        row = self.current()
        if row is None or row.report is None:
            return
        words = _("{duty}: gửi ngày nào?").format(duty=what_in_words(row.duty))
        today, report = self.workbench.reporting.today(), row.report
        DayAsked(self, words, today, lambda day: self.mark(report, day)).open()

    def mark(self, report: DueReport, day: date) -> bool:
        """Keep that a report was sent on `day` as a step."""
        verbs, duty, key = self.workbench.duties, report.duty, report.key
        return self._keep(
            _("Đã gửi {duty}"),
            duty,
            lambda: verbs.mark_done(duty.id, key, day),
            lambda _report: verbs.mark_owed(duty.id, key),
            lambda _report: verbs.mark_done(duty.id, key, day),
        )

    def ask_last_day(self) -> None:
        """Ask for the last day on which the chosen duty may fall due."""
        row = self.current()
        if row is None:
            return
        words = _("{duty}: ngày cuối còn phải báo cáo").format(duty=what_in_words(row.duty))
        today = self.workbench.reporting.today()
        DayAsked(self, words, today, lambda day: self.end(row.duty, day)).open()

    def end(self, duty: ReportingDuty, on: date | None) -> bool:
        """Let a duty fall due no more after `on`; None: it goes on; one step."""
        verbs, ended = self.workbench.duties, replace(duty, until=on)
        return self._keep(
            _("Ngừng {duty}"),
            duty,
            lambda: verbs.amend(ended),
            verbs.amend,
            lambda _before: verbs.amend(ended),
        )

    def remove(self) -> None:
        """Remove the chosen duty with what was marked of it, as a step."""
        row = self.current()
        if row is None:
            return
        verbs, duty = self.workbench.duties, row.duty
        marks = verbs.marks(duty.id)
        if self._keep(
            _("Bỏ {duty}"),
            duty,
            lambda: verbs.remove(duty.id),
            lambda held: verbs.put_back(held, marks),
            lambda held: verbs.remove(held.id),
        ):
            self.said.emit(_("Đã bỏ nghĩa vụ báo cáo."))


class DayAsked(Asked):
    """Asks for one day; `answer` returns whether it was taken."""

    def __init__(
        self, page: ListPage, words: str, usual: date, answer: Callable[[date], bool]
    ) -> None:
        super().__init__(page, _("Chọn ngày"), _("Ghi"), self._take)
        self._day_taken = answer
        self.day = DayField(_("Ngày"), year=usual.year)
        self.day.set_day(usual)
        self.words.setText(words)
        self.add(_("Ngày"), self.day)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _take(self) -> bool:
        day = self.day.day()
        if day is None:
            self.say_wrong(_("Ghi ngày/tháng/năm, chẳng hạn {day}.").format(day="08/10/2025"))
            return False
        return self._day_taken(day)
