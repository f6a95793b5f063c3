"""What the overview lists beside tasks: reports that are due, forms that have not come home."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import Standing
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.looks import DUE_SOON, STANDING_LOOKS, Look
from kehoach_desktop.ui.overview_words import Due

if TYPE_CHECKING:
    from kehoach_desktop.domain.correction import Correction
    from kehoach_desktop.domain.duty import DueReport
    from kehoach_desktop.domain.report import PeriodView
    from kehoach_desktop.services.collecting import UnitReturn
    from kehoach_desktop.ui.jobs import Job
    from kehoach_desktop.ui.workbench import Workbench

BROUGHT_IN = tuple(
    f"kehoach_desktop.{name}"
    for name in (
        "domain.narrative_keys",
        "domain.deadline_reader",
        "domain.paper_period",
        "domain.return_form_answers",
        "services.collecting",
        "ui.collecting.unit_rows",
        "services.reviewing",
        "ui.duties.duty_rows",
    )
)
# What is most often wanted next, brought in while the officer still looks at this screen.
NEXT_SCREENS = tuple(
    f"kehoach_desktop.ui.{part}"
    for part in (
        "plans.matrix_table",
        "plans.matrix_detail",
        "plans.matrix_page",
        "progress.period_table",
        "progress.sheet_views",
        "collecting.collect_page",
        "reviewing.review_page",
        "progress.period_page",
    )
)
AHEAD = timedelta(days=7)
LATE = STANDING_LOOKS[Standing.OVERDUE]


@dataclass(frozen=True, slots=True)
class Errand:
    """A line of the work list that is no task; `goal` is where it leads: a screen and its part."""

    kind: str
    words: str
    who: str
    day: str
    state: str
    look: Look
    goal: str


Errands = tuple[tuple[str, tuple[Errand, ...]], ...]
Tasks = tuple[tuple[str, tuple[Due, ...]], ...]


def bringing(names: Sequence[str]) -> Iterator[Callable[[], object]]:
    """Yield a step for each module, which brings it in."""
    return (partial(import_module, name) for name in names)


def bring_holidays(_job: Job) -> object:
    """Bring in the calendar of holidays, which is kept for all who ask."""
    from kehoach_desktop.services.public_holidays import public_days_off

    return public_days_off()


def errands(workbench: Workbench, period: ReportingPeriod) -> Errands:
    """Return what is owed as groups: corrections, reports let slip, late forms, reports ahead."""
    today = workbench.reporting.today()
    duties = workbench.duties
    slipped = tuple(_slipped(duties.missed(on=today), today))
    ahead = duties.due_between(today + timedelta(days=1), today + AHEAD)
    owed = (report for report in ahead if report.done_on is None)
    firsts = {report.duty.id: report for report in reversed([*owed])}
    coming = tuple(_coming(report, today) for report in sorted(firsts.values(), key=_due))
    late = tuple(_late(unit) for unit in late_units(workbench.collecting.units(period)))
    corrections = tuple(_corrections(workbench.collecting.owed()))
    groups = (
        (_("Báo cáo còn nợ đính chính ({count})"), corrections),
        (_("Báo cáo đã đến hạn, chưa đánh dấu đã gửi ({count})"), slipped),
        (_("Chưa gửi phiếu ({count})"), late),
        (_("Báo cáo phải gửi trong 7 ngày tới ({count})"), coming),
    )
    return tuple((title.format(count=len(rows)), rows) for title, rows in groups if rows)


class Beyond(NamedTuple):
    """What a month asks beside its answers: forms home and out, how many are late, second looks."""

    forms: tuple[int, int] = (0, 0)
    late: int = 0
    looks: int = 0


def beyond_answers(workbench: Workbench, view: PeriodView) -> Beyond:
    """Return how forms and second looks stand; long to bring in, so behind the first painting."""
    from kehoach_desktop.ui.collecting.unit_rows import home_and_out

    units = workbench.collecting.units(view.period)
    looks = workbench.reviewing.queue(view.period, view)
    return Beyond(home_and_out(units), len(late_units(units)), len(looks))


def merged(tasks: Tasks, others: Errands) -> tuple[tuple[str, tuple[Due | Errand, ...]], ...]:
    """Return all groups in one list: overdue tasks first, then errands, then tasks to come."""
    first = [group for group in tasks if group[1][0].stands is Standing.OVERDUE]
    rest = [group for group in tasks if group not in first]
    return (*first, *others, *rest)


def late_units(units: Sequence[UnitReturn]) -> tuple[UnitReturn, ...]:
    """Return the units whose form should have come home and has not."""
    return tuple(unit for unit in units if unit.received is None and unit.days_late > 0)


def _corrections(owed: Sequence[Correction]) -> Iterator[Errand]:
    """Yield one line for each period that changed after its report, however many forms came."""
    by_period: dict[str, list[Correction]] = {}
    for correction in owed:
        by_period.setdefault(correction.period, []).append(correction)
    for key, held in by_period.items():
        name = ReportingPeriod.parse(key).said
        words = _("Số liệu {period} đổi sau khi chốt, chưa có văn bản đính chính").format(
            period=name
        )
        since = datetime.fromisoformat(held[0].at).astimezone().date()
        cells = sum(correction.cells for correction in held)
        state = counted("{count} ô đã đổi", cells).format(count=cells)
        who = "; ".join(dict.fromkeys(correction.unit for correction in held))
        day = _("từ {day}").format(day=typed_day(since))
        yield Errand(_("Đính chính"), words, who, day, state, LATE, "report/register")


def _slipped(reports: Sequence[DueReport], today: date) -> Iterator[Errand]:
    """Yield one line for each duty, however often it was let slip."""
    from kehoach_desktop.ui.duties.duty_rows import left_in_words

    by_duty: dict[str, list[DueReport]] = {}
    for report in reports:
        by_duty.setdefault(report.duty.id, []).append(report)
    for times in by_duty.values():
        last, count = times[-1], len(times)
        state = (
            counted("{count} lần", count).format(count=count)
            if count > 1
            else left_in_words(last, today)
        )
        line = _report(last, state, LATE if times[0].is_late(today) else DUE_SOON)
        since = _("từ {day}").format(day=typed_day(times[0].due))
        yield replace(line, day=since) if count > 1 else line


def _due(report: DueReport) -> date:
    return report.due


def _coming(report: DueReport, today: date) -> Errand:
    from kehoach_desktop.ui.duties.duty_rows import left_in_words

    return _report(report, left_in_words(report, today), DUE_SOON)


def _report(report: DueReport, state: str, look: Look) -> Errand:
    from kehoach_desktop.ui.duties.duty_rows import what_in_words, when_in_words

    duty = report.duty
    words, day = what_in_words(duty), when_in_words(report)
    return Errand(_("Báo cáo"), words, duty.sender, day, state, look, "office/duties")


def _late(unit: UnitReturn) -> Errand:
    words = _("{unit} chưa gửi phiếu thu thập").format(unit=unit.unit)
    day = typed_day(unit.sent.due) if unit.sent and unit.sent.due else "–"
    state = counted("chậm {days} ngày", unit.days_late).format(days=unit.days_late)
    owed = STANDING_LOOKS[Standing.UNANSWERED]
    look = Look(owed.glyph, owed.hue, "red", strong=True)
    return Errand(_("Phiếu"), words, unit.unit, day, state, look, "period/collect")
