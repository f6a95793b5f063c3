"""What the list of duties shows: what is owed, what comes next, what has ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach_desktop.domain.duty import DueReport, ReportingDuty
from kehoach_desktop.domain.progress import Standing
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.duties import Duties
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading
from kehoach_desktop.ui.looks import DUE_SOON, READY, STANDING_LOOKS, Look
from kehoach_desktop.ui.table_cells import Role

A_YEAR_AHEAD = timedelta(days=400)
SOON = 7


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty with one of its times, None where none comes any more; as of `today`."""

    duty: ReportingDuty
    report: DueReport | None
    today: date

    @property
    def late(self) -> bool:
        """Whether the time is over and nothing was marked."""
        return self.report is not None and self.report.is_late(self.today)


def duty_rows(duties: Duties, today: date) -> tuple[DutyRow | Heading, ...]:
    """Return what is owed, then the next time of each duty, then those that have ended."""
    held = duties.duties()
    owed = [DutyRow(report.duty, report, today) for report in duties.missed(on=today)]
    coming = [_next(duties, duty, today) for duty in held]
    groups = (
        (_("Đã đến hạn, chưa đánh dấu đã gửi"), owed),
        (_("Kỳ hạn tới"), sorted((r for r in coming if r.report), key=_due)),
        (_("Không còn kỳ hạn"), [row for row in coming if row.report is None]),
    )
    return tuple(_under_headings(groups))


def _due(row: DutyRow) -> date:
    return row.report.due if row.report else date.max


def _under_headings(
    groups: Sequence[tuple[str, Sequence[DutyRow]]],
) -> Iterator[DutyRow | Heading]:
    for title, rows in groups:
        if rows:
            yield Heading(title, str(len(rows)))
            yield from rows


def _next(duties: Duties, duty: ReportingDuty, today: date) -> DutyRow:
    ahead = duties.due_between(today + timedelta(days=1), today + A_YEAR_AHEAD)
    mine = (report for report in ahead if report.duty.id == duty.id and report.done_on is None)
    return DutyRow(duty, next(mine, None), today)


def what_in_words(duty: ReportingDuty) -> str:
    """Return "Báo cáo hằng tháng, trước ngày 20 gửi Sở …"."""
    whom = _(" gửi {recipient}").format(recipient=duty.recipient) if duty.recipient else ""
    return _("Báo cáo {rule}{whom}").format(rule=duty.rule.in_words(), whom=whom)


def when_in_words(report: DueReport) -> str:
    """Return "trước ngày 20/11/2025, 08:00" as the rule says it."""
    day = typed_day(report.due)
    said = _("trước ngày {day}").format(day=day) if report.duty.rule.exclusive else day
    hour = report.duty.rule.hour
    return f"{said}, {hour:%H:%M}" if hour else said


def left_in_words(report: DueReport, today: date) -> str:
    """Return "còn 4 ngày", "hôm nay là ngày cuối" or "chậm 2 ngày"."""
    left = (report.latest - today).days
    if left > 0:
        return counted("còn {days} ngày", left).format(days=left)
    if left == 0:
        return _("hôm nay là ngày cuối")
    if today <= report.due:
        return _("đến hạn hôm nay")
    return counted("chậm {days} ngày", (today - report.due).days).format(
        days=(today - report.due).days
    )


def remind_in_words(report: DueReport) -> str:
    """Return the working day to be reminded on, and whether the day itself is off."""
    said = _("nhắc {day}").format(day=typed_day(report.remind_on))
    return _("{said}; hạn rơi vào ngày nghỉ").format(said=said) if report.on_day_off else said


def look_of(row: DutyRow) -> Look:
    """Return how the time of a duty looks."""
    if row.report is None:
        return READY
    if row.late:
        return STANDING_LOOKS[Standing.OVERDUE]
    soon = (row.report.latest - row.today).days <= SOON
    return DUE_SOON if soon else STANDING_LOOKS[Standing.NOT_STARTED]


def _source(row: DutyRow) -> str:
    return row.duty.source or "–"


def _period(row: DutyRow) -> str:
    period = row.report.period if row.report else None
    return _("về {period}").format(period=period.said) if period else ""


def _steps(row: DutyRow) -> str:
    steps = row.report.steps if row.report else ()
    return ", ".join(f"{step.name} {typed_day(step.due)}" for step in steps)


COLUMNS = (
    Column(
        lambda: _("Nghĩa vụ"),
        {
            SHOWN: lambda row: what_in_words(row.duty),
            Role.SECOND: lambda row: _steps(row) or row.duty.sender,
            Role.GLYPH: lambda row: look_of(row).glyph,
            Role.HUE: lambda row: look_of(row).hue,
        },
    ),
    Column(
        lambda: _("Kỳ hạn"),
        {
            SHOWN: lambda row: when_in_words(row.report) if row.report else "–",
            Role.SECOND: _period,
        },
    ),
    Column(
        lambda: _("Tình hình"),
        {
            SHOWN: lambda row: left_in_words(row.report, row.today) if row.report else "–",
            Role.SECOND: lambda row: remind_in_words(row.report) if row.report else "",
            Role.TONE: lambda row: look_of(row).words,
            Role.STRONG: lambda row: look_of(row).strong,
        },
    ),
    Column(lambda: _("Theo văn bản"), {SHOWN: _source, Role.TONE: lambda _row: "text2"}),
)
