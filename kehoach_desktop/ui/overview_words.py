"""What the overview says: when the report is due, how far the month is, what to do next."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Appendix
from kehoach_desktop.domain.progress import Standing, TaskProgress, due_soon, final_day, standing
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import percentage, typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.status_line import when_in_words

NEXT_SHOWN = 6
WEEKDAYS = (
    lambda: _("Thứ Hai"),
    lambda: _("Thứ Ba"),
    lambda: _("Thứ Tư"),
    lambda: _("Thứ Năm"),
    lambda: _("Thứ Sáu"),
    lambda: _("Thứ Bảy"),
    lambda: _("Chủ nhật"),
)


def day_in_words(day: date) -> str:
    """Return "Thứ Sáu, ngày 17/10/2025"."""
    return _("{weekday}, ngày {day}").format(weekday=WEEKDAYS[day.weekday()](), day=typed_day(day))


def report_day(office: Office, period: ReportingPeriod) -> date:
    """Return the day before which the period's report is to be with its addressee."""
    last = period.last_day
    return last.replace(day=min(office.reporting_day, monthrange(last.year, last.month)[1]))


def report_line(office: Office, period: ReportingPeriod, today: date) -> str:
    """Return "Báo cáo tháng 10 gửi Sở …: trước ngày 22/10, còn 4 ngày"."""
    due = report_day(office, period)
    left = (due - timedelta(days=1) - today).days
    if left > 0:
        rest = counted("còn {days} ngày", left).format(days=left)
    elif left == 0:
        rest = _("hôm nay là ngày cuối")
    else:
        rest = counted("đã qua {days} ngày", -left).format(days=-left)
    whom = _(" gửi {addressee}").format(addressee=office.addressee) if office.addressee else ""
    return _("Báo cáo tháng {month}{whom}: trước ngày {day}, {rest}").format(
        month=period.index, whom=whom, day=f"{due.day:02d}/{due.month:02d}", rest=rest
    )


def answers_line(view: PeriodView) -> str:
    """Return how many tasks of the month have their answer, and up to when figures count."""
    rows = view.rows()
    owed = sum(row.unanswered for row in rows)
    until = typed_day(min(view.figures_until, view.as_of))
    said = _("Số liệu đến hết ngày {until}. {answered} trên {total} nhiệm vụ đã có trả lời")
    rest = counted("; còn {owed} nhiệm vụ chưa ghi.", owed).format(owed=owed) if owed else "."
    return said.format(until=until, answered=len(rows) - owed, total=len(rows)) + rest


def rates_line(counts: Counts) -> str:
    """Return the official rates among tasks that have fallen due, "" where none has."""
    fallen = counts.fallen_due
    if not fallen:
        return _("Chưa có nhiệm vụ nào đến hạn.")
    done = percentage(counts.done, fallen)
    return counted(
        "Trong {fallen} việc đã đến hạn: hoàn thành {done}, quá hạn {late}.", fallen
    ).format(fallen=fallen, done=done, late=percentage(counts.open_overdue, fallen))


@dataclass(frozen=True, slots=True)
class Due:
    """A task that wants a hand: its row, its appendix, and how it stands."""

    row: TaskProgress
    appendix: Appendix
    stands: Standing
    soon: bool


def wanting(view: PeriodView, today: date) -> tuple[tuple[str, tuple[Due, ...]], ...]:
    """Return what is overdue, what falls due within a week, and the next days after that."""
    every = sorted(_dated(view, today), key=lambda due: final_day(due.row.task.deadline) or today)
    overdue = tuple(due for due in every if due.stands is Standing.OVERDUE)
    soon = tuple(due for due in every if due.soon)
    later = [due for due in every if due.stands is not Standing.OVERDUE and not due.soon]
    named = (
        (_("Quá hạn ({count})"), overdue),
        (_("Đến hạn trong 7 ngày ({count})"), soon),
        (_("Hạn kế tiếp ({count})"), tuple(later[:NEXT_SHOWN])),
    )
    return tuple((title.format(count=len(dues)), dues) for title, dues in named if dues)


def _dated(view: PeriodView, today: date) -> Iterator[Due]:
    closed = (Standing.DONE_ON_TIME, Standing.DONE_LATE, Standing.SUSPENDED)
    for plan in view.plans:
        for appendix, rows in plan.by_appendix():
            for row in rows:
                stands = standing(row, today)
                if final_day(row.task.deadline) is not None and stands not in closed:
                    yield Due(row, appendix, stands, due_soon(row, today))


def backup_lines(made_at: datetime | None) -> tuple[str, str]:
    """Return what is said of the last good backup, None where there is none."""
    if made_at is None:
        note = _("Chương trình tự ghi khi đóng và trước mỗi lần nhập.")
        return _("Chưa có bản sao lưu nào."), note
    note = _("Đã kiểm, mở được; giữ 10 bản gần nhất trên máy này.")
    return _("Bản {when}").format(when=when_in_words(made_at)), note
