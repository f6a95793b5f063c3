"""Tổ công nghệ số ▸ Hoạt động: a line to enter one, the month as a calendar and as a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFileDialog, QSplitter, QWidget

from kehoach_desktop.domain.activity import Activity, ActivityId
from kehoach_desktop.domain.activity_words import sum_words
from kehoach_desktop.domain.attachment import KeptCopy
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.activities import Wish
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import messages, theme
from kehoach_desktop.ui.activities import activity_acts
from kehoach_desktop.ui.activities.activity_rows import (
    COLUMNS,
    VILLAGE_COLUMNS,
    VILLAGE_WIDTHS,
    WIDTHS,
    ActivityRow,
    VillageRow,
    activity_rows,
)
from kehoach_desktop.ui.activities.detail_asked import DetailAsked
from kehoach_desktop.ui.activities.entry_line import EntryLine
from kehoach_desktop.ui.activities.month_calendar import MonthCalendar
from kehoach_desktop.ui.activities.span_chooser import SpanChooser, period_of
from kehoach_desktop.ui.activities.tables import ActivityTable
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.copying import Copying
from kehoach_desktop.ui.fresh_page import FreshPage
from kehoach_desktop.ui.furniture import Bar, EmptyState, PageHead, column
from kehoach_desktop.ui.list_model import ListModel
from kehoach_desktop.ui.row_menu import RowMenu, button_entries
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.workbench import Workbench


class ActivitiesPage(FreshPage):
    """One month of activities; the villages at the left choose whose, the calendar which day."""

    said = Signal(str)
    heeds = Changes.ACTIVITIES | Changes.TEAMS | Changes.UNITS

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        today = workbench.activities.today()
        self.span = SpanChooser(ReportingPeriod.month_of(today))
        self.head, self.bar = PageHead(_("Hoạt động")), Bar()
        self.line = EntryLine(today)
        self.calendar = MonthCalendar(today)
        self.copying = Copying(workbench.jobs, self, workbench.activities.copy)
        self.villages, self.village_model = SheetView(), ListModel(VILLAGE_COLUMNS, self)
        self.table, self.model = ActivityTable(), ListModel(COLUMNS, self)
        self.kind, self.nothing = QComboBox(), EmptyState(" ")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.line)
        self.setAcceptDrops(True)
        if last := workbench.activities.latest():
            self.reload()
            self.line.propose(last)

    def _lay_out(self) -> None:
        self.head.add_left(self.span)
        self.row_buttons = (
            Button(_("Kèm tệp…"), self.choose_files),
            Button(_("Kết quả, nhiệm vụ…"), self.ask_details),
            Button(_("Bỏ hoạt động"), self.remove, key="Del", bound=False),
        )
        for button in self.row_buttons:
            self.head.add_right(button)
        self.menu = RowMenu(self.table, lambda: button_entries(self.row_buttons))
        self.villages.setModel(self.village_model)
        self.villages.set_widths(VILLAGE_WIDTHS, stretch=0)
        self.villages.setAccessibleName(_("Các thôn và tổ"))
        self.villages.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, stretch=3)
        self.kind.setAccessibleName(_("Lọc theo loại"))
        self.kind.setMinimumWidth(theme.current().length(200))
        self.bar.add(self.kind)
        left, right = column(), column()
        left.addWidget(self.calendar)
        left.addWidget(self.villages, 1)
        parts = ((self.line, 0), (self.bar, 0), (self.table, 1), (self.nothing, 1))
        for part, stretch in parts:
            right.addWidget(part, stretch)
        panes = QSplitter()
        panes.setChildrenCollapsible(False)
        for inside in (left, right):
            half = QWidget()
            half.setLayout(inside)
            panes.addWidget(half)
        panes.setStretchFactor(1, 1)
        panes.setSizes([theme.current().length(296), 10_000])
        whole = column()
        self.setLayout(whole)
        whole.addWidget(self.head)
        whole.addWidget(panes, 1)

    def _connect(self) -> None:
        self.span.listen_in(self)
        self.span.chosen.connect(lambda _period: self._step())
        self.calendar.chosen.connect(lambda _day: self._show())
        self.kind.activated.connect(lambda _index: self._show())
        self.villages.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self.line.entered.connect(self.enter)
        self.line.left.connect(self.line.begin)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._enable())
        self.table.mend_wanted.connect(self.edit)
        self.table.drop_wanted.connect(self.remove)
        self.keep_fresh(self._workbench)

    def turn(self) -> bool:
        """Turn to the period chosen on another screen."""
        changed = self.span.follow(self._workbench)
        if changed:
            self.line.turn_to(self.span.period(), self._workbench.activities.today())
        return changed

    def _step(self) -> None:
        self.span.lead(self._workbench)
        self.line.turn_to(self.span.period(), self._workbench.activities.today())
        self.reload()

    def reload(self) -> None:
        """Read the month again; what is chosen stays chosen."""
        super().reload()
        verbs, month = self._workbench.activities, self.span.period()
        quarter = period_of(PeriodKind.QUARTER, month.first_day)
        held = verbs.between(quarter.first_day, quarter.last_day)
        self._month = tuple(a for a in held if month.first_day <= a.day <= month.last_day)
        states = verbs.villages(quarter.first_day, quarter.last_day)
        self._teams = {team.id: team for team in verbs.teams()}
        standing = [state.team for state, _done in states if state.team]
        kinds = verbs.kinds()
        self.line.offer(standing, kinds)
        self._offer_kinds(kinds)
        rows = [VillageRow(None, len(self._month), len(held))]
        for state, done in states:
            team = state.team.id if state.team else None
            here = sum(a.team == team for a in self._month) if team else 0
            rows.append(VillageRow(state, here, done))
        self._show_villages(rows)
        self._show()

    def _show_villages(self, rows: Sequence[VillageRow]) -> None:
        team = self._team()
        if self.village_model.show_rows(rows):
            again = next((n for n, row in enumerate(rows) if row.team == team), 0)
            self.villages.setCurrentIndex(self.village_model.index(again if team else 0, 0))

    def _offer_kinds(self, kinds: Sequence[str]) -> None:
        chosen = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(_("Mọi loại hoạt động"), "")
        for name in kinds:
            self.kind.addItem(_(name), name)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))

    def _village(self) -> VillageRow | None:
        row = self.village_model.row(self.villages.currentIndex().row())
        return row if isinstance(row, VillageRow) else None

    def _team(self) -> object:
        row = self._village()
        return row.team if row else None

    def _choose(self) -> None:
        row = self._village()
        if row and row.team and self.line.held() is None:
            self.line.choose_team(row.team)
        self._show()

    def _show(self) -> None:
        row, kind = self._village(), str(self.kind.currentData() or "")
        found = [a for a in self._month if Wish(row.team if row else None, kind).takes(a)]
        if row and row.state and row.team is None:
            found = []
        today = self._workbench.activities.today()
        self.calendar.show_month(self.span.period().first_day, (a.day for a in found), today)
        if day := self.calendar.day():
            found = [a for a in found if a.day == day]
        proven = self._workbench.activities.proven()
        self.model.show_rows(activity_rows(found, self._teams, frozenset(map(str, proven))))
        self.bar.say(sum_words(found))
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        unlike = _("Không có hoạt động nào khớp với thôn, ngày và loại đang chọn.")
        none = _("Tháng này chưa ghi hoạt động nào: điền các ô ở trên rồi bấm Ghi.")
        self.nothing.words.setText(unlike if self._month else none)
        self._enable()

    def _enable(self) -> None:
        for button in self.row_buttons:
            button.setEnabled(self.current() is not None)

    def current(self) -> Activity | None:
        """Return the activity that is selected in the list."""
        row = self.model.row(self.table.currentIndex().row())
        return row.activity if isinstance(row, ActivityRow) else None

    def show_activity(self, wanted: ActivityId) -> None:
        """Show the month of an activity with nothing left out, the activity selected."""
        held = self._workbench.activities.get(wanted)
        self.span.show_period(ReportingPeriod.month_of(held.day))
        self.kind.setCurrentIndex(0)
        self.reload()
        self.villages.setCurrentIndex(self.village_model.index(0, 0))
        for number, row in enumerate(self.model.rows()):
            if row.activity.id == wanted:
                self.table.setCurrentIndex(self.model.index(number, 0))
        self.table.setFocus()

    def enter(self) -> None:
        """Keep what the line says; a refusal is told there and everything typed stays."""
        try:
            told = self.line.activity()
            if not self.span.period().first_day <= told.day <= self.span.period().last_day:
                self.span.show_period(ReportingPeriod.month_of(told.day))
            activity_acts.enter(self._workbench, told)
        except KehoachError as refusal:
            self.line.refuse(refusal.in_window)
            return
        self.said.emit(_("Đã ghi."))
        self.line.begin()

    def edit(self) -> None:
        """Bring the selected activity back into the line."""
        if held := self.current():
            self.line.edit(held)

    def remove(self) -> None:
        """Take the selected activity out, as a step."""
        if held := self.current():
            activity_acts.remove(self._workbench, held)
            self.said.emit(_("Đã bỏ hoạt động."))

    def ask_details(self) -> None:
        """Ask what the selected activity brought and which tasks it serves."""
        if held := self.current():
            DetailAsked(self, self._workbench, held).open()

    def choose_files(self) -> None:
        """Ask for pictures or papers that prove the selected activity."""
        names, _filter = QFileDialog.getOpenFileNames(self, _("Chọn tệp minh chứng"))
        self.attach([Path(name) for name in names])

    def attach(self, files: Sequence[Path]) -> None:
        """Keep copies of files as proof of the selected activity."""
        held = self.current()
        if held is None:
            self.said.emit(_("Chọn một hoạt động trong danh sách trước."))
            return
        self.copying.run(files, self.said.emit, partial(self._attach, held.id))

    def _attach(
        self, activity: ActivityId, copies: Sequence[KeptCopy], refused: Sequence[str]
    ) -> None:
        try:
            new = activity_acts.attach(self._workbench, activity, copies)
        except KehoachError as refusal:
            messages.show_error(self, refusal)
            return
        words = counted("Đã kèm {count} tệp minh chứng.", new).format(count=new)
        self.said.emit(" ".join((words, *refused)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files that prove the selected activity."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files that were dropped."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.attach([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
