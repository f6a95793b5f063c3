"""The stretches of time a kind of paper can be about, from the periods that are open."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach_desktop.domain.figure_cell import quarter_of
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_period import PERIOD_OF
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.services.papers import Span
from kehoach_desktop.ui.progress import choice
from kehoach_desktop.ui.workbench import Workbench

_WEEKS = 10
_QUARTERS = 8
_MOST = {
    PeriodKind.QUARTER: 4,
    PeriodKind.HALF_YEAR: 2,
    PeriodKind.NINE_MONTHS: 1,
    PeriodKind.YEAR: 1,
}
_KIND_OF = {kind: paper for paper, kind in PERIOD_OF.items()}


def spans_of(kind: PaperKind, workbench: Workbench) -> tuple[Span, ...]:
    """Return the stretches to choose from, the latest first; none where the kind asks for none."""
    held = choice.opened(workbench.reporting)
    if kind is PaperKind.WEEKLY_REPORT:
        return _weeks(workbench)
    if kind is PaperKind.TEAM_REPORT:
        return _quarters(workbench)
    if kind in PERIOD_OF:
        return _of_kind(PERIOD_OF[kind], held)
    if kind is PaperKind.AD_HOC_REPORT:
        return held
    if kind is PaperKind.LETTER:
        return _of_kind(PeriodKind.MONTH, held)
    return ()


def asks_for_period(kind: PaperKind) -> bool:
    """Say whether a paper of that kind cannot be made before a period is open."""
    return kind in PERIOD_OF or kind is PaperKind.AD_HOC_REPORT


def _quarters(workbench: Workbench) -> tuple[ReportingPeriod, ...]:
    """Return this quarter and those before it: the teams are counted whatever is open."""
    quarter, found = quarter_of(workbench.reporting.today()), []
    for _turn in range(_QUARTERS):
        found.append(quarter)
        quarter = quarter.previous()
    return tuple(found)


def _weeks(workbench: Workbench) -> tuple[Week, ...]:
    week, found = Week.of(workbench.reporting.today()), []
    for _turn in range(_WEEKS):
        found.append(week)
        week = Week.of(week.first_day.fromordinal(week.first_day.toordinal() - 7))
    return tuple(found)


def _of_kind(kind: PeriodKind, held: Iterable[ReportingPeriod]) -> tuple[ReportingPeriod, ...]:
    """Return the open periods of a kind, and those that hold an open month."""
    held = tuple(held)
    if kind is PeriodKind.MONTH:
        return tuple(period for period in held if period.kind is kind)
    years = {period.year for period in held}
    every = (ReportingPeriod(kind, year, n) for year in years for n in range(1, _MOST[kind] + 1))
    found = [period for period in every if period in held or {*period.months} & {*held}]
    return tuple(sorted(found, key=lambda period: period.last_day, reverse=True))


def span_words(span: Span) -> str:
    """Return how a stretch is named in a list."""
    if isinstance(span, Week):
        words = _("Tuần {number} ({first} – {last})")
        first, last = span.first_day, span.last_day
        return words.format(number=span.number, first=f"{first:%d/%m}", last=typed_day(last))
    return span.short_name


def parsed_span(key: str) -> Span:
    """Return the stretch of a key. Raises UnknownPeriod or UnknownWeek."""
    return Week.parse(key) if "-W" in key else ReportingPeriod.parse(key)


def report_on(period: ReportingPeriod) -> PaperKind:
    """Return the kind of report that a period wants."""
    return _KIND_OF[period.kind]
