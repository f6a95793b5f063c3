"""The verbs around reporting duties: keep them, list what falls due, mark what was reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.duty import (
    OFFICE_DUTY,
    DueReport,
    DutyId,
    ReportingDuty,
    office_duty,
    owed,
    reports_due,
)
from kehoach_desktop.domain.duty_proposal import ProposedDuty
from kehoach_desktop.domain.duty_rule import FIRST_YEAR, LAST_YEAR
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import PlanId, new_id
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.domain.working_days import DayOff, WorkingDays
from kehoach_desktop.i18n import _
from kehoach_desktop.services.plan_refusals import UnknownPlan
from kehoach_desktop.services.ports import Clock, Shelves, Store
from kehoach_desktop.services.public_holidays import public_days_off


class UnknownDuty(KehoachError):
    """No duty has that id."""

    def __init__(self, duty: str) -> None:
        super().__init__(
            _("Không có nghĩa vụ báo cáo mang mã “{duty}”.").format(duty=duty),
            hint=_("Xem mã bằng lệnh: kehoach duty list."),
        )


class DutyAlreadyHeld(KehoachError):
    """The very same duty is kept already."""

    def __init__(self, duty: str) -> None:
        super().__init__(
            _("Nghĩa vụ báo cáo này đã có (mã {duty}); sổ không thay đổi.").format(duty=duty)
        )


class NeverDue(KehoachError):
    """The duty does not fall due at that time."""

    def __init__(self, time: str) -> None:
        super().__init__(
            _("Nghĩa vụ này không có kỳ hạn “{time}”; chưa ghi gì.").format(time=time),
            hint=_("Xem các kỳ hạn bằng lệnh: kehoach duties --from NGÀY --to NGÀY."),
        )


class SentInFuture(KehoachError):
    """What is marked as reported lies in the future."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _("Ngày gửi {day} chưa đến; chưa ghi gì.").format(day=typed_day(day)),
        )


class NothingSetForDay(KehoachError):
    """Nobody set anything by hand for that day."""

    def __init__(self, day: date) -> None:
        super().__init__(_("Ngày {day} không có gì được đặt tay.").format(day=typed_day(day)))


class Duties:
    """The reporting duties of the office and the days it works."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        public_days: Callable[[], Sequence[DayOff]] = public_days_off,
    ) -> None:
        self._store = store
        self._clock = clock
        self._public_days = public_days

    def duties(self) -> tuple[ReportingDuty, ...]:
        """Return the duties kept; while there is none, the one of the office's reporting day."""
        with self._store.reading() as shelves:
            return _duties(shelves)

    def add(self, duty: ReportingDuty) -> ReportingDuty:
        """Keep a new duty and return it with its id; a plan held is its source unless named.

        Raises DutyAlreadyHeld, or UnknownPlan for a plan that is not held.
        """
        with self._store.command("add_duty") as shelves:
            return added(shelves, duty, self._clock.today())

    def accept(self, proposed: Sequence[ProposedDuty], plan: PlanId) -> Sequence[ReportingDuty]:
        """Keep what the clauses of a plan ask of the commune, in one step; return what is new.

        A duty held already is left as it is. Raises UnknownPlan for a plan that is not held.
        """
        kept: list[ReportingDuty] = []
        with self._store.command("accept_duties") as shelves:
            for duty in (p.as_duty(plan) for p in proposed if p.ours):
                with suppress(DutyAlreadyHeld):
                    kept.extend([added(shelves, duty, self._clock.today())] if duty else [])
        return kept

    def amend(self, duty: ReportingDuty) -> ReportingDuty:
        """Keep a changed duty; return it as it was. Raises UnknownDuty."""
        with self._store.command("amend_duty") as shelves:
            before = _kept(shelves, duty.id)
            shelves.duties.put(duty)
        return before

    def end(self, duty: DutyId, on: date) -> ReportingDuty:
        """Let a duty fall due no more after `on`; return it as it is now. Raises UnknownDuty."""
        with self._store.command("end_duty") as shelves:
            ended = replace(_kept(shelves, duty), until=on)
            shelves.duties.put(ended)
        return ended

    def remove(self, duty: DutyId) -> ReportingDuty:
        """Remove a duty with its marks; return what stood. Raises UnknownDuty."""
        with self._store.command("remove_duty") as shelves:
            before = _kept(shelves, duty)
            shelves.duties.remove(duty)
        return before

    def marks(self, duty: DutyId) -> dict[str, date]:
        """Return which times of a duty were reported (by key), and when."""
        with self._store.reading() as shelves:
            done = shelves.duties.done()
        return {key: day for (held, key), day in done.items() if held == duty}

    def put_back(self, duty: ReportingDuty, marks: Mapping[str, date]) -> None:
        """Keep a removed duty again, with what was marked done of it."""
        with self._store.command("put_duty_back") as shelves:
            shelves.duties.put(duty)
            for key, day in marks.items():
                shelves.duties.mark(duty.id, key, day)

    def due_between(self, first: date, last: date) -> tuple[DueReport, ...]:
        """Return what falls due from `first` to `last`, both included. Raises ImpossibleSpan."""
        with self._store.reading() as shelves:
            calendar, done = self._calendar(shelves), shelves.duties.done()
            return reports_due(_duties(shelves), first, last, calendar, done)

    def missed(self, since: date | None = None, on: date | None = None) -> tuple[DueReport, ...]:
        """Return what fell due and was not marked done by `on` (today), each once.

        Without `since` each duty is looked at from its own first day or the day it was added, the
        office's own from the first period opened.
        """
        today = on or self._clock.today()
        with self._store.reading() as shelves:
            calendar, done = self._calendar(shelves), shelves.duties.done()
            first_opened = _first_opened(shelves, today)
            reports: list[DueReport] = []
            for duty in _duties(shelves):
                begin = since or duty.since or duty.added_on or first_opened
                if begin <= today:
                    reports += reports_due([duty], begin, today, calendar, done)
        return owed(sorted(reports, key=lambda report: report.due), today)

    def mark_done(self, duty: DutyId, time: str, on: date | None = None) -> DueReport:
        """Keep that one time of a duty was reported `on` that day (today); return it.

        `time` is its key or its day. Raises UnknownDuty, NeverDue or SentInFuture.
        """
        today = self._clock.today()
        if on is not None and on > today:
            raise SentInFuture(on)
        with self._store.command("mark_duty_done") as shelves:
            report = self._one(shelves, duty, time)
            shelves.duties.mark(duty, report.key, on or today)
        return replace(report, done_on=on or today)

    def one(self, duty: DutyId, time: str) -> DueReport:
        """Return one time of a duty, by its key or day. Raises UnknownDuty or NeverDue."""
        with self._store.reading() as shelves:
            return self._one(shelves, duty, time)

    def mark_owed(self, duty: DutyId, time: str) -> DueReport:
        """Take back that one time of a duty was reported; return it as it stood."""
        with self._store.command("mark_duty_owed") as shelves:
            report = self._one(shelves, duty, time)
            shelves.duties.mark(duty, report.key, None)
        return report

    def days_off(self) -> tuple[DayOff, ...]:
        """Return the days set by hand, the earliest first."""
        with self._store.reading() as shelves:
            return tuple(shelves.duties.days_off())

    def special_days(self, first: date, last: date) -> tuple[DayOff, ...]:
        """Return the public days off and those set by hand from `first` to `last`, by day."""
        special = self.calendar().special
        return tuple(special[day] for day in sorted(special) if first <= day <= last)

    def set_day(self, special: DayOff) -> DayOff:
        """Keep by hand that a day is off or worked, whatever the public calendar says."""
        with self._store.command("set_day_off") as shelves:
            shelves.duties.put_day_off(special)
        return special

    def clear_day(self, day: date) -> DayOff:
        """Go back to the public calendar for a day; return what stood. Raises NothingSetForDay."""
        with self._store.command("clear_day_off") as shelves:
            for held in shelves.duties.days_off():
                if held.day == day:
                    shelves.duties.remove_day_off(day)
                    return held
        raise NothingSetForDay(day)

    def calendar(self) -> WorkingDays:
        """Return the days the office works."""
        with self._store.reading() as shelves:
            return self._calendar(shelves)

    def _calendar(self, shelves: Shelves) -> WorkingDays:
        return WorkingDays.of(self._public_days(), shelves.duties.days_off())

    def _one(self, shelves: Shelves, duty: DutyId, time: str) -> DueReport:
        held = next((d for d in _duties(shelves) if d.id == duty), None)
        if held is None:
            raise UnknownDuty(duty)
        whole = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        calendar, done = self._calendar(shelves), shelves.duties.done()
        for report in reports_due([held], *whole, calendar, done):
            if time in (report.key, report.due.isoformat()):
                return report
        raise NeverDue(time)


def _duties(shelves: Shelves) -> tuple[ReportingDuty, ...]:
    if kept := tuple(shelves.duties.all()):
        return kept
    own = office_duty(shelves.office.get())
    return () if own is None else (own,)


def added(shelves: Shelves, duty: ReportingDuty, today: date) -> ReportingDuty:
    """Keep a new duty in a command that is open; return it with its id.

    Raises DutyAlreadyHeld, or UnknownPlan for a plan that is not held.
    """
    kept = replace(duty, id=DutyId(new_id()), added_on=today)
    if kept.plan:
        kept = replace(kept, source=kept.source or _plan_name(shelves, kept.plan))
    for held in shelves.duties.all():
        if held.same_thing == kept.same_thing:
            raise DutyAlreadyHeld(held.id)
    shelves.duties.put(kept)
    return kept


def _plan_name(shelves: Shelves, plan: str) -> str:
    held = shelves.plans.get(PlanId(plan))
    if held is None:
        raise UnknownPlan(plan)
    return held.short_name


def _kept(shelves: Shelves, duty: DutyId) -> ReportingDuty:
    held = next((held for held in shelves.duties.all() if held.id == duty), None)
    if held is None:
        raise OfficeDutyFixed if duty == OFFICE_DUTY else UnknownDuty(duty)
    return held


class OfficeDutyFixed(KehoachError):
    """The office's own duty comes from its reporting day and is not changed by itself."""

    def __init__(self) -> None:
        super().__init__(
            _("Nghĩa vụ này lấy từ ngày báo cáo của cơ quan; sổ không thay đổi."),
            hint=_("Đổi ngày: kehoach office --set reporting_day=…; hoặc thêm nghĩa vụ khác."),
        )


def _first_opened(shelves: Shelves, today: date) -> date:
    opened = (ReportingPeriod.parse(held.key).first_day for held in shelves.progress.periods())
    return min(opened, default=today)
