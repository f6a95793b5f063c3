"""Kỳ báo cáo: the sheet of a period, where every answer is kept the moment it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import Standing
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.fresh_page import FreshPage
from kehoach_desktop.ui.furniture import Band, Chip, EmptyState, PageHead, key_strip
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.looks import STANDING_LOOKS
from kehoach_desktop.ui.plans.matrix_rows import TaskRow, TaskRows, under_headings
from kehoach_desktop.ui.progress import choice
from kehoach_desktop.ui.progress.choice import inside, opened, to_open, to_show
from kehoach_desktop.ui.progress.closing import Closing
from kehoach_desktop.ui.progress.counts_strip import CountsStrip
from kehoach_desktop.ui.progress.only_chip import OnlyChip
from kehoach_desktop.ui.progress.opening import PeriodChoice, open_period
from kehoach_desktop.ui.progress.period_asked import PeriodAsked
from kehoach_desktop.ui.progress.period_model import PeriodModel
from kehoach_desktop.ui.progress.period_table import HINTS
from kehoach_desktop.ui.progress.period_tabs import PeriodTabs
from kehoach_desktop.ui.progress.sheet_views import SheetViews
from kehoach_desktop.ui.workbench import Workbench


class PeriodPage(FreshPage):
    """The sheet. `wanted` names another screen, `said` carries words for the foot of the window."""

    heeds = Changes.PLANS | Changes.PROGRESS | Changes.OFFICE
    wanted = Signal(str)
    said = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._rows: tuple[TaskRow, ...] = ()
        self._made = TaskRows()
        self._shown: frozenset[str] = frozenset()
        self._period: ReportingPeriod | None = None
        self.model = PeriodModel(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tabs)
        self.reload()

    def _make_parts(self) -> None:
        self.head = PageHead(_("Kỳ báo cáo"))
        self.choice = PeriodChoice()
        self.open_button = Button(_("Mở kỳ…"), self.ask_period)
        self.closing = Closing(self._workbench, self)
        self.report_button = Button(_("Lập báo cáo…"), lambda: self.wanted.emit("report"))
        self.strip = CountsStrip()
        self.all_rows = Chip(_("Mọi dòng"))
        self.unanswered = Chip(_("Chưa trả lời"), STANDING_LOOKS[Standing.UNANSWERED])
        self.others = Chip(_("Cả việc nơi khác"))
        self.only = OnlyChip()
        self.band = Band()
        self.views = SheetViews(self._workbench, self.model)
        self.table, self.acts = self.views.table, self.views.acts
        self.by_task = Button(_("Từng nhiệm vụ"), self.views.show_form, key="F4")
        self.hints = key_strip(tuple((key, _(words)) for key, words in HINTS))
        self.hints.hide()

    def _lay_out(self) -> None:
        self.head.add_left(self.choice)
        self.head.add_right(self.open_button)
        self.head.add_right(self.closing.button)
        self.head.add_right(self.report_button)
        self._rows_shown = QButtonGroup(self)
        for chip in (self.all_rows, self.unanswered):
            self._rows_shown.addButton(chip)
        chips = ((self.all_rows, self.unanswered, self.others), (self.only, self.by_task))
        self.strip.add_chips(*chips)
        self.all_rows.setChecked(True)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.strip, self.band, self.views, self.hints):
            column.addWidget(part)
        self.closed = EmptyState(" ", " ", self._open_proposed)
        self.no_tasks = EmptyState(" ", _("Xem nhiệm vụ"), lambda: self.wanted.emit("matrix"))
        self.stack = QStackedWidget()
        for page in (sheet, self.closed, self.no_tasks):
            self.stack.addWidget(page)
        self._sheet = sheet
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.closing.seal)
        self.tabs = PeriodTabs(self._workbench, self.stack)
        whole.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(lambda _index: self._turn_to_chosen())
        self._rows_shown.buttonToggled.connect(lambda _chip, on: self._refresh() if on else None)
        self.others.toggled.connect(lambda _on: self._reread())
        self.all_rows.clicked.connect(lambda _on: self.only.setChecked(False))
        self.only.toggled.connect(lambda _on: self._refresh())
        self.table.cells.editing.connect(self.hints.setVisible)
        self.table.locked.connect(self.closing.refuse)
        self.acts.locked.connect(self.closing.refuse)
        self.closing.said.connect(self._say)
        self.closing.part_wanted.connect(self._show_part)
        self.acts.said.connect(self._say)
        self.views.said.connect(self._say)
        self.views.turned.connect(self.strip.setHidden)
        self.acts.refused.connect(lambda words: self.band.say(words, "amber"))
        self.tabs.said.connect(self._say)
        self.tabs.wanted.connect(self.wanted)
        self.tabs.period_wanted.connect(lambda key: self.open_period(ReportingPeriod.parse(key)))
        self.tabs.task_wanted.connect(self.show_task)
        self.keep_fresh(self._workbench)

    def _say(self, words: str) -> None:
        self.band.hide()
        self.said.emit(words)

    def turn(self) -> bool:
        """Say whether another screen chose another period."""
        wanted = choice.chosen(self._workbench).period
        return wanted is not None and wanted != self._period

    def period(self) -> ReportingPeriod | None:
        """Return the period that is shown, None while none is open."""
        return self._period

    def show_period(self, key: str) -> None:
        """Turn to the period of that key, if it is open."""
        number = self.choice.findData(key)
        if number >= 0:
            self.choice.setCurrentIndex(number)

    def reload(self) -> None:
        """Read the periods and their rows again; what is shown stays shown."""
        super().reload()
        held = opened(self._workbench.reporting)
        wanted = to_show(self._workbench, self._workbench.reporting)
        self._period = wanted if held else None
        self.choice.offer(self._workbench.reporting, self._period)
        self.closing.show_period(self._period)
        self.views.show_closed(self.closing.is_closed)
        self._name_proposal()
        self._read()
        self._show(keep_shown=True)

    def _name_proposal(self) -> None:
        name = inside(to_open(self._workbench.reporting))
        words = _("Chưa mở kỳ báo cáo nào. Mở kỳ rồi ghi kết quả từng nhiệm vụ.")
        self.closed.words.setText(words)
        self.closed.button.setText(_("Mở kỳ {period}").format(period=name))
        self.report_button.setVisible(self._period is not None)

    def _turn_to_chosen(self) -> None:
        wanted = self.choice.period()
        self.commit()
        choice.chosen(self._workbench).period = wanted
        self.band.hide()
        self.reload()
        self._refresh()

    def _reread(self) -> None:
        self._read()
        self._refresh()

    def _read(self) -> None:
        if self._period is None:
            self._rows = ()
            return
        workbench = self._workbench
        self.acts.period = self._period
        # A longer period stands on what its months answered.
        view = workbench.reporting.told(self._period, all_tasks=self.others.isChecked())
        self._today = view.as_of
        self._rows = self._made.of(view)
        files = workbench.evidence.attachments(self._period)
        self.model.files = Counter(one.task for one in files)
        self.strip.show_counts(view.counts())
        self.all_rows.set_count(len(self._rows))
        self.unanswered.set_count(sum(row.owes_answer for row in self._rows))
        office = workbench.offices.office()
        self.head.say(choice.note_on(self._period, office, workbench.reporting.today()))

    def _refresh(self) -> None:
        self._show(keep_shown=False)

    def _show(self, *, keep_shown: bool) -> None:
        self.stack.setCurrentWidget(self._fitting_page())
        self.tabs.show_period(self._period)
        self.stack.setFocusProxy(self.views if self._period else self.closed.button)
        if self._period is None:
            return
        owing = self.unanswered.isChecked()
        rows = [
            row
            for row in self._rows
            if self.only.lets(row.id)
            and (not owing or row.owes_answer or (keep_shown and row.id in self._shown))
        ]
        self._shown = frozenset(row.id for row in rows)
        current = self.table.currentIndex()
        before = self.model.task_row(current.row())
        self.table.viewport().update()
        if self.model.show_rows(under_headings(rows), self._today):
            self.views.select(before.id if before else "", current.column())

    def _fitting_page(self) -> QWidget:
        if self._period is None:
            return self.closed
        if self._rows:
            return self._sheet
        none = _("Chưa có kế hoạch nào trong sổ, hoặc chưa có nhiệm vụ nào là việc của {level}.")
        self.no_tasks.words.setText(named(none))
        return self.no_tasks

    def show_only(self, title: str, tasks: Sequence[str]) -> None:
        """Show those tasks only, until the chip that names them is pressed."""
        if self._period is None:
            return
        self.tabs.turn_to("sheet")
        self.all_rows.setChecked(True)
        self.only.put(title, tasks)
        self._refresh()
        self.views.currentWidget().setFocus()

    def show_task(self, task: str) -> None:
        """Go to a task, in the sheet of every task if need be."""
        if self._period is None:
            return
        if not self.only.lets(task):
            self.only.setChecked(False)
        if not any(row.id == task for row in self._rows):
            self.others.setChecked(True)
        self.tabs.turn_to("sheet")
        if self.model.number_of(task) < 0:
            self.all_rows.setChecked(True)
        self.views.select(task)
        self.views.currentWidget().setFocus()

    def _show_part(self, part: str) -> None:
        self.tabs.turn_to(part)
        if part == "sheet":
            self.unanswered.setChecked(True)

    def ask_period(self) -> None:
        """Ask which period to open; this month, or the next, is proposed."""
        PeriodAsked(self, to_open(self._workbench.reporting), self.open_period).open()

    def _open_proposed(self) -> None:
        self.open_period(to_open(self._workbench.reporting))

    def open_period(self, period: ReportingPeriod) -> None:
        """Open `period` as a step that can be undone, and turn to it."""
        try:
            open_period(self._workbench, period)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        self.reload()
        self.show_period(period.key)
        self.table.setFocus()

    def commit(self) -> None:
        """Keep what is being typed, if there is something."""
        self.views.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing typed behind when another screen comes or the window closes."""
        self.commit()
        super().hideEvent(event)
