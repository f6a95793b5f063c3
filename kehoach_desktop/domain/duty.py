"""Reporting duties: who reports what to whom, when each falls due, and what was let slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NewType

from kehoach_desktop.domain.duty_rule import FIRST_YEAR, LAST_YEAR, DutyRule, Rhythm
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.span import Span
from kehoach_desktop.domain.text import clean, squeeze, typed_day
from kehoach_desktop.domain.working_days import WorkingDays
from kehoach_desktop.i18n import _

DutyId = NewType("DutyId", str)
_DAYS_AHEAD = re.compile(r"-[0-9]{1,3}")
OFFICE_DUTY = DutyId("default")


class ImpossibleSpan(KehoachError):
    """The first day comes after the last, or the years are not ones of this program."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            _("Không liệt kê được từ {first} đến {last}.").format(
                first=typed_day(first), last=typed_day(last)
            ),
            hint=_("Ngày đầu phải trước ngày cuối, trong các năm {first}–{last}.").format(
                first=FIRST_YEAR, last=LAST_YEAR
            ),
        )


@dataclass(frozen=True, slots=True)
class DutyStep:
    """A link of the chain before a report goes out: what is to be done, calendar days ahead."""

    name: str
    days_before: int


class UnknownStep(KehoachError):
    """The text names no step before a report goes out."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Không hiểu bước “{text}”; chưa ghi gì.").format(text=text),
            hint=_("Viết như: trình ký=19 (ngày trong tháng, không sau hạn) hoặc trình ký=-1."),
        )


def step_of(text: str, rule: DutyRule) -> DutyStep:
    """Return the step of `name=15` (a day of the month of the rule) or `name=-5` (days ahead).

    Raises UnknownStep for anything else, and for a step after the report is due.
    """
    name, _equals, when = squeeze(clean(text)).rpartition("=")
    digits = when.strip()
    if name.strip() and _DAYS_AHEAD.fullmatch(digits):
        return DutyStep(name.strip(), int(digits[1:]))
    if name.strip() and digits.isdecimal() and 1 <= int(digits) <= rule.day:
        return DutyStep(name.strip(), rule.day - int(digits))
    raise UnknownStep(text)


@dataclass(frozen=True, slots=True)
class ReportingDuty:
    """A duty to report: its rule, from whom, to whom, which paper asks for it.

    `plan` is the id of a plan held, "" where the source is none. `cutoff_day` is the last day of
    figures (0: the end of the period; 14: day 15 to day 14 of NĐ 09/2019/NĐ-CP, Điều 12). `since`
    and `until` bound the days on which it falls due; `added_on` is where catching up begins.
    """

    id: DutyId
    rule: DutyRule
    sender: str = ""
    recipient: str = ""
    source: str = ""
    plan: str = ""
    cutoff_day: int = 0
    steps: tuple[DutyStep, ...] = ()
    since: date | None = None
    until: date | None = None
    added_on: date | None = None

    @property
    def same_thing(self) -> tuple[object, ...]:
        """What makes two duties one and the same."""
        return self.rule, self.sender, self.recipient, self.source, self.since, self.until

    def applies_on(self, day: date) -> bool:
        """Say whether the duty stands on `day`."""
        return day in Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class StepDay:
    """The day of one step: never moved for a day off; reminders name the working day before."""

    name: str
    due: date
    remind_on: date


@dataclass(frozen=True, slots=True)
class DueReport:
    """One time a duty falls due.

    `due` is the day the rule names, also on a day off; `remind_on` is the last working day before
    it. `key` tells this time from every other of the duty and stays when the rule's day changes:
    the key of the period reported on, or the day. `done_on` is None while it is owed.
    """

    duty: ReportingDuty
    key: str
    due: date
    remind_on: date
    on_day_off: bool = False
    period: ReportingPeriod | None = None
    steps: tuple[StepDay, ...] = ()
    done_on: date | None = None

    @property
    def identity(self) -> tuple[DutyId, str]:
        """The duty and which of its times this is."""
        return self.duty.id, self.key

    @property
    def latest(self) -> date:
        """The last day on which the report may go out: before day 20 means by day 19."""
        rule = self.duty.rule
        whole_day = rule.exclusive and rule.hour is None and self.due.day >= rule.day
        return self.due - timedelta(days=1) if whole_day else self.due

    @property
    def figures(self) -> tuple[date, date] | None:
        """The first and last day whose figures count, None where no period is reported on."""
        if self.period is None:
            return None
        cutoff = self.duty.cutoff_day
        return self.period.figures_from(cutoff), self.period.figures_until(cutoff)

    def is_late(self, today: date) -> bool:
        """Say whether it is owed still and its day is over."""
        return self.done_on is None and today > self.due


def office_duty(office: Office | None) -> ReportingDuty | None:
    """Return the monthly duty that the office's reporting day gives, None without such a day."""
    if office is None or not office.reporting_day:
        return None
    rule = DutyRule(Rhythm.MONTHLY, day=office.reporting_day, exclusive=True)
    return ReportingDuty(
        OFFICE_DUTY,
        rule,
        sender=office.people_committee if office.name else "",
        recipient=office.addressee,
        source=_("Ngày báo cáo hằng tháng của cơ quan"),
        cutoff_day=office.cutoff_day,
    )


def reports_due(
    duties: Iterable[ReportingDuty],
    first: date,
    last: date,
    calendar: WorkingDays,
    done: Mapping[tuple[DutyId, str], date],
) -> tuple[DueReport, ...]:
    """Return what falls due from `first` to `last`, both included, in the order of the days.

    `done` tells which times were reported, and when. Raises ImpossibleSpan.
    """
    if not (first <= last and first.year >= FIRST_YEAR and last.year <= LAST_YEAR):
        raise ImpossibleSpan(first, last)
    found = (
        _due_report(duty, due, period, calendar, done)
        for duty in duties
        for due, period in _days_of(duty.rule, first, last, calendar)
        if duty.applies_on(due)
    )
    return tuple(sorted(found, key=lambda report: (report.due, report.duty.rule.key)))


def owed(reports: Iterable[DueReport], today: date) -> tuple[DueReport, ...]:
    """Return those that have fallen due by `today` and were never marked done, each once."""
    return tuple({r.identity: r for r in reports if r.done_on is None and r.due <= today}.values())


def _days_of(
    rule: DutyRule, first: date, last: date, calendar: WorkingDays
) -> Iterator[tuple[date, ReportingPeriod | None]]:
    if rule.rhythm is Rhythm.AD_HOC:
        yield from ((day, None) for day in (rule.on,) if day and first <= day <= last)
    elif rule.rhythm is Rhythm.DAILY:
        yield from ((day, None) for day in _days(first, last, calendar.is_working))
    elif rule.rhythm is Rhythm.WEEKLY:
        yield from ((d, None) for d in _days(first, last, lambda d: d.weekday() == rule.weekday))
    else:
        yield from rule.periods_due(first, last)


def _days(first: date, last: date, wanted: Callable[[date], bool]) -> Iterator[date]:
    span = (last - first).days + 1
    return (d for n in range(span) if wanted(d := first + timedelta(days=n)))


def _due_report(
    duty: ReportingDuty,
    due: date,
    period: ReportingPeriod | None,
    calendar: WorkingDays,
    done: Mapping[tuple[DutyId, str], date],
) -> DueReport:
    key = period.key if period else due.isoformat()
    days = ((step.name, due - timedelta(days=step.days_before)) for step in duty.steps)
    return DueReport(
        duty,
        key,
        due,
        calendar.working_day_before(due),
        on_day_off=not calendar.is_working(due),
        period=period,
        steps=tuple(StepDay(name, day, calendar.working_day_before(day)) for name, day in days),
        done_on=done.get((duty.id, key)),
    )
