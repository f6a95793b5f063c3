"""Tổng quan: what is due and in how many days, what to do next, and the month as a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.buttons import Button, primary
from kehoach_desktop.ui.fresh_page import FreshPage
from kehoach_desktop.ui.furniture import Band, EmptyState, PageHead, column, frame, label
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.overview_errands import (
    BROUGHT_IN,
    NEXT_SCREENS,
    Beyond,
    beyond_answers,
    bring_holidays,
    bringing,
    errands,
    merged,
)
from kehoach_desktop.ui.overview_model import DueModel
from kehoach_desktop.ui.overview_rail import OverviewRail
from kehoach_desktop.ui.overview_steps import Done
from kehoach_desktop.ui.overview_words import (
    answers_line,
    day_in_words,
    report_line,
    wanting,
)
from kehoach_desktop.ui.progress.opening import open_period
from kehoach_desktop.ui.sheet import SheetView
from kehoach_desktop.ui.step_strip import StepStrip
from kehoach_desktop.ui.steps import Steps
from kehoach_desktop.ui.workbench import Workbench

_AFTER_PAINTING_MS = 20  # the rows are painted in the same pass as the head


class OverviewPage(FreshPage):
    """The first screen. `wanted` names the screen to go to, `record_wanted` a task.

    `tasks_wanted` carries a title and tasks to be listed, `said` words for the foot of the window.
    """

    heeds = Changes.ALL & ~Changes.BACKUPS
    wanted = Signal(str)
    record_wanted = Signal(str)
    tasks_wanted = Signal(str, object)
    said = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench, self._seen = workbench, False
        self._turns = Steps(self, workbench.closing)
        self._beyond: Beyond | None = None
        self._next: Callable[[], object] = partial(self.wanted.emit, "import")
        self.head, self.band = PageHead(_("Tổng quan")), Band()
        self.today = label("", "soft")
        self.head.add_right(self.today)
        self.leader = Button(_("Trang lãnh đạo…"), self.show_leader_sheet, key="Ctrl+P")
        self.head.add_right(self.leader)
        self.headline, self.answers = label("", "block", wrap=True), label("", "soft", wrap=True)
        self.steps = StepStrip()
        self.act = primary(" ", lambda: self._next(), "Ctrl+Return")  # noqa: PLW0108 - it changes
        self.model, self.table = DueModel(self), SheetView(lines=1)
        self.rail = OverviewRail()
        self.nothing = EmptyState(
            _("Chưa có kế hoạch nào. Kéo tệp của tỉnh thả vào đây, hoặc bấm nút dưới."),
            _("Nhập kế hoạch…"),
            partial(self.wanted.emit, "import"),
        )
        self._lay_out()
        self._connect()
        self.reload()

    def _lay_out(self) -> None:
        whole = column()
        self.setLayout(whole)
        for part in (self.head, self.band):
            whole.addWidget(part)
        expanding = QSizePolicy.Policy.Expanding
        self.nothing.setSizePolicy(expanding, expanding)
        whole.addWidget(self.nothing, 1)
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._work(), 1)
        row.addWidget(self.rail)
        whole.addWidget(self.body, 1)

    def _work(self) -> QVBoxLayout:
        work = column()
        top = column(margins=(16, 14, 16, 12), spacing=8)
        for part in (self.headline, self.answers, self.steps):
            top.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.act)
        self.remind = Button(" ", partial(self.go, "period/collect"))
        buttons.addWidget(self.remind)
        buttons.addStretch(1)
        top.addLayout(buttons)
        work.addLayout(top)
        bar = frame("bar", margins=(16, 6, 12, 6))
        self.todo = label(_("Việc cần làm"), "strong")
        bar.box.addWidget(self.todo)
        work.addWidget(bar)
        self.table.setModel(self.model)
        self.table.set_widths((86, 246, 148, 152, 134), stretch=1, spare=2)
        self.table.setAccessibleName(_("Việc cần làm"))
        self.all_well = label(_("Không có việc nào quá hạn hay sắp đến hạn."), "soft")
        self.all_well.setContentsMargins(16, 10, 12, 10)
        work.addWidget(self.all_well)
        work.addWidget(self.table, 1)
        return work

    def _connect(self) -> None:
        self.table.activated.connect(lambda index: self._open(index.row()))
        self.table.clicked.connect(lambda index: self._open(index.row()))
        self.steps.chosen.connect(self.go)
        self.rail.wanted.connect(self.wanted)
        self.rail.tasks_wanted.connect(self.tasks_wanted)
        self.keep_fresh(self._workbench)
        self._workbench.closing.connect(self._leave)

    def _open(self, row: int) -> None:
        if task := self.model.task(row):
            self.record_wanted.emit(task)
        elif goal := self.model.goal(row):
            self.go(goal)

    def go(self, goal: str) -> None:
        """Go to a screen, or to a part of it: "period/collect"."""
        screen, _slash, part = goal.partition("/")
        self.wanted.emit(screen)
        if part:
            self._workbench.part_wanted.emit(screen, part)

    def _changed(self, changes: Changes) -> None:
        self._beyond = None
        if changes & Changes.BACKUPS:
            self._show_backup()
        super()._changed(changes)

    def reload(self) -> None:
        """Show how things stand now."""
        super().reload()
        view, today = self._month(), self._workbench.reporting.today()
        held = bool(view.plans) or bool(self._workbench.planning.plans())
        self.today.setText(day_in_words(today))
        self._show_band()
        self.nothing.setVisible(not held)
        self.body.setVisible(held)
        self.leader.setVisible(held)
        if held:
            self._show_month(view)
            self._show_due(view)
        if held and self._seen:
            self._fill_rail()

    def _month(self) -> PeriodView:
        reporting = self._workbench.reporting
        return reporting.view(ReportingPeriod.month_of(reporting.today()))

    def _fill_rail(self) -> None:
        """Show the column beside the list; at the start its rows do not wait for it."""
        self.rail.show_view(self._month())
        self._show_backup()

    def _show_due(self, view: PeriodView) -> None:
        """List tasks, and errands once the page was seen: they need the calendar of holidays."""
        today = self._workbench.reporting.today()
        others = errands(self._workbench, view.period) if self._seen else ()
        groups = merged(wanting(view, today), others)
        self.model.show_due(groups, today)
        count = sum(len(dues) for _title, dues in groups)
        self.todo.setText(_("Việc cần làm: {count}").format(count=count))
        self.all_well.setVisible(not groups)
        self.table.setVisible(bool(groups))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed unseen; bring in the errands behind the first painting."""
        super().showEvent(event)
        if not self._seen:
            self.head.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first painting: on a slow PC it comes long after the page is shown."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_AFTER_PAINTING_MS, self._fetch_errands)
        return False

    def complete(self) -> bool:
        """Say whether the list holds the errands too, not tasks alone."""
        return self._seen

    def _fetch_errands(self) -> None:
        """Bring in what errands need, piece by piece, and the holidays in a job."""
        if self.isVisible() and not self._seen:
            self._turns.take(self._fill_rail, *bringing(BROUGHT_IN), self._ask_holidays)

    def _leave(self) -> None:
        """Bring nothing in any more: the book is being closed."""
        self._seen = True
        self._turns.take()

    def _ask_holidays(self) -> None:
        add = self._add_errands
        job = self._workbench.jobs.run(bring_holidays, done=add, failed=add)
        self.destroyed.connect(job.cancel)

    def _add_errands(self, _came: object) -> None:
        if not self._seen:
            self._turns.take(self._look_beyond, self._see)

    def _look_beyond(self) -> None:
        """Look through every answer in a turn of its own: among thousands it takes a while."""
        self._beyond = beyond_answers(self._workbench, self._month())

    def _see(self) -> None:
        self._seen = True
        self.reload()
        self._turns.take(*bringing(NEXT_SCREENS))

    def _show_band(self) -> None:
        office = self._workbench.offices.office()
        if office is None or not office.is_sample:
            self.band.hide()
            return
        self.band.say(
            _("Đây là xã mẫu để tập dùng; sửa gì cũng được."),
            "acc",
            button=_("Bỏ xã mẫu…"),
            on_click=partial(self.wanted.emit, "leave_sample"),
        )

    def _show_month(self, view: PeriodView) -> None:
        office = self._workbench.offices.office() or Office()
        today = self._workbench.reporting.today()
        self.headline.setText(report_line(office, view.period, today))
        rows = view.rows()
        none = named(_("Chưa đánh dấu việc nào của {level}: mở Nhiệm vụ, chọn dòng rồi bấm X."))
        self.answers.setText(answers_line(view) if rows else none)
        opened = view.period.key in {held.key for held in self._workbench.reporting.periods()}
        owed = sum(row.unanswered for row in rows)
        forms, late, looks = self._beyond or (
            beyond_answers(self._workbench, view) if self._seen else Beyond()
        )
        self._beyond = None
        self.remind.say(counted("Nhắc {count} đơn vị chưa gửi", late).format(count=late))
        self.remind.setVisible(late > 0)
        done = Done(opened, len(rows) - owed, len(rows), forms, looks if opened else 0)
        self.steps.show_steps(done.steps(view.period))
        self._propose(view.period, done)

    def _propose(self, period: ReportingPeriod, done: Done) -> None:
        if not done.rows:
            words = named(_("Đánh dấu việc của {level}"))
            self._next = partial(self.wanted.emit, "matrix")
        elif not done.opened:
            words = _("Mở kỳ tháng {month}").format(month=period.index)
            self._next = partial(self._open_period, period)
        elif done.owed:
            words = counted("Ghi {count} nhiệm vụ chưa có trả lời", done.owed).format(
                count=done.owed
            )
            self._next = partial(self.go, "period/sheet")
        elif done.looks:
            words = counted("Xem lại {count} chỗ", done.looks).format(count=done.looks)
            self._next = partial(self.go, "period/review")
        else:
            words = _("Lập báo cáo tháng {month}").format(month=period.index)
            self._next = partial(self.wanted.emit, "report")
        self.act.say(words)
        self.act.setEnabled(self._seen or done.owed > 0 or not done.opened)

    def _open_period(self, period: ReportingPeriod) -> None:
        open_period(self._workbench, period)
        self.wanted.emit("period")

    def _show_backup(self) -> None:
        self.rail.show_backup(self._workbench.safekeeping.last())

    def show_leader_sheet(self) -> None:
        """Show the month on one page, to print or to send."""
        from kehoach_desktop.ui.leader.leader_window import LeaderWindow

        period = ReportingPeriod.month_of(self._workbench.reporting.today())
        LeaderWindow(self, self._workbench, period, self.said.emit).open()
