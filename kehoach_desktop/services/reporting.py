"""The verbs around a period: open it, write answers, gather the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.journal import OpenPeriod
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.report import PeriodReport, PeriodView, PlanProgress
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.services.moments import moment_on
from kehoach_desktop.services.period_rows import Rows, answers_of, in_states
from kehoach_desktop.services.planning import UnknownTask
from kehoach_desktop.services.ports import Clock, Shelves, Store

EARLIEST_YEAR = 2000


class DoneWithoutDay(KehoachError):
    """A finished task needs the day it was finished."""

    def __init__(self) -> None:
        super().__init__(
            _("Nhiệm vụ hoàn thành phải có ngày hoàn thành; chưa ghi gì."),
            hint=_("Thiếu ngày thì không biết hoàn thành đúng hạn hay quá hạn."),
        )


class DayWithoutDone(KehoachError):
    """A day of completion stands beside a state that is not finished."""

    def __init__(self) -> None:
        super().__init__(
            _("Ngày hoàn thành chỉ đi với trạng thái hoàn thành; chưa ghi gì."),
            hint=_("Ghi cả trạng thái hoàn thành (--state done), hoặc bỏ ngày."),
        )


class DoneInFuture(KehoachError):
    """A day of completion has not come yet."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _("Ngày hoàn thành {day} chưa đến; chưa ghi gì.").format(day=typed_day(day)),
            hint=_("Chỉ ghi hoàn thành khi đã xong; dự kiến xong thì ghi vào kết quả."),
        )


class DoneLongAgo(KehoachError):
    """A day of completion lies in a year that no plan goes back to: a slip of the pen."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _("Ngày hoàn thành {day} không đúng năm; chưa ghi gì.").format(day=typed_day(day)),
            hint=_("Ghi ngày/tháng/năm, chẳng hạn 08/10/2025."),
        )


class ImpossiblePercent(KehoachError):
    """A percentage lies outside 0–100."""

    def __init__(self, percent: int) -> None:
        super().__init__(
            _("Tỷ lệ {percent}% không hợp lệ; chưa ghi gì.").format(percent=percent),
            hint=_("Ghi một số từ 0 đến 100."),
        )


class PeriodClosed(KehoachError):
    """A closed period takes no answers."""

    def __init__(self, period: OpenPeriod) -> None:
        name = ReportingPeriod.parse(period.key).name
        super().__init__(
            _("Kỳ {name} đã chốt ({reason}); chưa ghi gì.").format(
                name=name, reason=period.closed_reason
            ),
            hint=_("Cần ghi thì mở lại kỳ trước: kehoach period reopen {key}.").format(
                key=period.key
            ),
        )


class NoOffice(KehoachError):
    """The store has no office yet, so no paper can be written."""

    def __init__(self) -> None:
        super().__init__(
            _("Sổ chưa có thông tin cơ quan (tên, người ký) nên chưa lập được văn bản."),
            hint=_(
                "Điền ở màn hình Danh mục, hoặc: "
                "kehoach office --store SỔ --set name=… --set signer=…; "
                "xem thử với xã mẫu: kehoach office --store SỔ --sample."
            ),
        )


class NoTasks(KehoachError):
    """There is no task to report on."""

    def __init__(self, *, held: bool) -> None:
        if held:
            super().__init__(
                _("Chưa có nhiệm vụ nào được đánh dấu là việc của cấp xã."),
                hint=_("Đánh dấu ở màn hình Nhiệm vụ, hoặc lập báo cáo cho tất cả (--all)."),
            )
        else:
            super().__init__(
                _("Sổ chưa có kế hoạch nào nên chưa lập được báo cáo."),
                hint=_("Nhập kế hoạch trước, rồi lập báo cáo."),
            )


class Reporting:
    """The periods of the office and what is answered in them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._rows = Rows()

    def today(self) -> date:
        """Return the day it is."""
        return self._clock.today()

    def periods(self) -> tuple[OpenPeriod, ...]:
        """Return the opened periods, the earliest first."""
        with self._store.reading() as shelves:
            return tuple(shelves.progress.periods())

    def open(self, period: ReportingPeriod) -> None:
        """Open a period; an open one stays as it is."""
        with self._store.command("open_period") as shelves:
            shelves.progress.open(period.key, moment_on(self._clock.today()))

    def forget(self, period: ReportingPeriod) -> None:
        """Take back that a period was opened; its entries stay. Raises PeriodClosed."""
        with self._store.command("forget_period") as shelves:
            _refuse_closed(shelves, period.key)
            shelves.progress.close(period.key)

    def entry(self, task: TaskId, period: ReportingPeriod) -> ProgressEntry:
        """Return the entry of a task in a period, an empty one where nothing was written.

        Raises UnknownTask.
        """
        with self._store.reading() as shelves:
            if shelves.plans.task(task) is None:
                raise UnknownTask(task)
            return shelves.progress.get(task, period.key) or ProgressEntry(task, period.key)

    def record(self, entry: ProgressEntry) -> ProgressEntry:
        """Keep `entry`, opening its period if need be; return what stood there before.

        Raises DoneWithoutDay, DayWithoutDone, DoneInFuture, DoneLongAgo, ImpossiblePercent,
        UnknownTask or PeriodClosed; then nothing is kept.
        """
        (before,) = self.record_all((entry,))
        return before

    def record_all(self, entries: Sequence[ProgressEntry]) -> tuple[ProgressEntry, ...]:
        """Keep `entries` in one transaction; return what stood there before, in their order.

        Raises as `record` does for the first one refused; then none is kept.
        """
        for entry in entries:
            _check(entry, self._clock.today())
        at = moment_on(self._clock.today())
        with self._store.command("record_entry") as shelves:
            return tuple(_keep(shelves, entry, at) for entry in entries)

    def view(self, period: ReportingPeriod, *, all_tasks: bool = False) -> PeriodView:
        """Return the rows of a period: the commune's tasks, or all."""
        with self._store.reading() as shelves:
            return self._view(shelves, period, all_tasks=all_tasks)

    def told(self, period: ReportingPeriod, *, all_tasks: bool = False) -> PeriodView:
        """Return a period as its report tells it: a longer one with what its months answered."""
        with self._store.reading() as shelves:
            return self._told(shelves, period, all_tasks=all_tasks)

    def standing(self, period: ReportingPeriod, *, all_tasks: bool = False) -> PeriodView:
        """Return what is `told` without the words of months, in half the time: to count by."""
        with self._store.reading() as shelves:
            view = self._view(shelves, period, all_tasks=all_tasks)
            if not period.months:
                return view
            return in_states(view, shelves.progress.states_within(_keys(period)))

    def _told(self, shelves: Shelves, period: ReportingPeriod, *, all_tasks: bool) -> PeriodView:
        from kehoach_desktop.services.figure_books import figures_told

        view = self._answered(shelves, period, all_tasks=all_tasks)
        return replace(view, figures=figures_told(shelves, period, self._clock.today()))

    def _answered(
        self, shelves: Shelves, period: ReportingPeriod, *, all_tasks: bool
    ) -> PeriodView:
        view = self._view(shelves, period, all_tasks=all_tasks)
        if not period.months:
            return view
        return self._rows.merged(view, shelves.progress.within(_keys(period)))

    def _view(self, shelves: Shelves, period: ReportingPeriod, *, all_tasks: bool) -> PeriodView:
        office = shelves.office.get() or Office()
        until = period.figures_until(office.cutoff_day)
        answers = answers_of(shelves, period)
        plans = (
            PlanProgress(plan, self._rows.of(plan, answers, all_tasks=all_tasks))
            for plan in shelves.plans.all()
        )
        return PeriodView(
            period,
            tuple(plan for plan in plans if plan.rows),
            as_of=min(until, self._clock.today()),
            figures_from=period.figures_from(office.cutoff_day),
            figures_until=until,
        )

    def report(self, period: ReportingPeriod, *, all_tasks: bool = False) -> PeriodReport:
        """Return the period's report, with the edited text if there is one.

        Raises NoOffice when the store has no complete office, NoTasks without a row to report.
        """
        from kehoach_desktop.domain.live_text import told
        from kehoach_desktop.domain.narrative import write_report_text
        from kehoach_desktop.services.report_texts import kept_on

        with self._store.reading() as shelves:
            office = shelves.office.get()
            if office is None or not office.complete:
                raise NoOffice
            view = self._told(shelves, period, all_tasks=all_tasks)
            if not view.plans:
                raise NoTasks(held=bool(shelves.plans.all()))
            text = told(kept_on(shelves.reports, period.key), write_report_text(office, view))
        return PeriodReport(office, view, text, all_tasks=all_tasks)


def _keys(period: ReportingPeriod) -> list[str]:
    return [month.key for month in period.months]


def _keep(shelves: Shelves, entry: ProgressEntry, at: str) -> ProgressEntry:
    if shelves.plans.task(entry.task) is None:
        raise UnknownTask(entry.task)
    _refuse_closed(shelves, entry.period)
    before = shelves.progress.get(entry.task, entry.period)
    shelves.progress.open(entry.period, at)
    shelves.progress.put(entry)
    return before or ProgressEntry(entry.task, entry.period)


def _check(entry: ProgressEntry, today: date) -> None:
    if entry.status is TaskStatus.DONE and entry.done_on is None:
        raise DoneWithoutDay
    if entry.status is not TaskStatus.DONE and entry.done_on is not None:
        raise DayWithoutDone
    if entry.done_on is not None and entry.done_on > today:
        raise DoneInFuture(entry.done_on)
    if entry.done_on is not None and entry.done_on.year < EARLIEST_YEAR:
        raise DoneLongAgo(entry.done_on)
    if entry.percent is not None and not 0 <= entry.percent <= 100:
        raise ImpossiblePercent(entry.percent)


def _refuse_closed(shelves: Shelves, key: str) -> None:
    held = shelves.progress.period(key)
    if held is not None and held.is_closed:
        raise PeriodClosed(held)
