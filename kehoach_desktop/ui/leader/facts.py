"""What the leader's sheet says, gathered from the book as it stands today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach_desktop.domain.counts import Counts
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import days_left_in_words
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.domain.text import task_name, typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.collecting.unit_rows import home_and_out
from kehoach_desktop.ui.duties.duty_rows import left_in_words, what_in_words, when_in_words
from kehoach_desktop.ui.overview_bars import SectionBar, section_bars
from kehoach_desktop.ui.overview_errands import late_units
from kehoach_desktop.ui.overview_words import answers_line, rates_line, report_line, wanting
from kehoach_desktop.ui.progress.choice import inside
from kehoach_desktop.ui.workbench import Workbench

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class LateLine:
    """A task that wants a hand: its label, its name, who has it, its deadline, how it stands."""

    label: str
    name: str
    unit: str
    deadline: str
    state: str
    late: bool


@dataclass(frozen=True, slots=True)
class DueLine:
    """A report that is due: what, by when, how long there is."""

    what: str
    when: str
    left: str


@dataclass(frozen=True, slots=True)
class LeaderFacts:
    """Everything that stands on the sheet. `forms` are those home and those out."""

    office: str
    period: str
    today: date
    headline: str
    answers: str
    counts: Counts
    rates: str
    reports: tuple[DueLine, ...]
    bars: tuple[SectionBar, ...]
    late: tuple[LateLine, ...]
    forms: tuple[int, int]
    owing_units: tuple[str, ...]


def gather(workbench: Workbench, period: ReportingPeriod) -> LeaderFacts:
    """Return how `period` stands on the day it is."""
    reporting = workbench.reporting
    today, view = reporting.today(), reporting.told(period)
    office = workbench.offices.office() or Office()
    units = workbench.collecting.units(period)
    owing = (unit for unit in units if unit.received is None)
    late = {unit.unit: unit.days_late for unit in late_units(units)}
    return LeaderFacts(
        office.people_committee,
        inside(period),
        today,
        report_line(office, period, today),
        answers_line(view),
        view.counts(),
        rates_line(view.counts()),
        tuple(_reports(workbench, today)),
        section_bars(view, view.as_of),
        tuple(_late(view, today)),
        home_and_out(units),
        tuple(_owing_words(unit.unit, late.get(unit.unit, 0)) for unit in owing),
    )


def _reports(workbench: Workbench, today: date) -> Iterator[DueLine]:
    """Yield what was let slip, then the next time of each duty within a month."""
    duties = workbench.duties
    ahead = duties.due_between(today + timedelta(days=1), today + AHEAD)
    firsts = {report.duty.id: report for report in reversed([*ahead]) if report.done_on is None}
    coming = sorted(firsts.values(), key=lambda report: report.due)
    for report in (*duties.missed(on=today), *coming):
        what = what_in_words(report.duty)
        yield DueLine(what, when_in_words(report), left_in_words(report, today))


def _late(view: PeriodView, today: date) -> Iterator[LateLine]:
    # The keys of the report he signs: "1" alone would be a task of every plan.
    overdue_first, keys = wanting(view, today), Keys(view)
    for due in (due for _title, dues in overdue_first for due in dues):
        task = due.row.task
        yield LateLine(
            keys.of(due.row),
            task_name(task.content),
            task.assigned_to or _("chưa giao"),
            typed_day(task.deadline.due) if task.deadline.due else task.deadline.wording,
            days_left_in_words(due.row, today),
            late=due.stands.value == "overdue",
        )


def _owing_words(unit: str, days: int) -> str:
    return counted("{unit} (chậm {days} ngày)", days).format(unit=unit, days=days) if days else unit
