"""What is known of a figure: its value, the gaps it leaves, its sources; and how periods nest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kehoach_desktop.domain.activity import ActivityId
from kehoach_desktop.domain.indicator_book import FigureKey
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.span import Span
from kehoach_desktop.domain.unit import Unit

COMMUNE = ""
"""The unit of figures that the commune itself gives."""
_INNER = {
    PeriodKind.MONTH: (PeriodKind.MONTH, 0),
    PeriodKind.QUARTER: (PeriodKind.MONTH, 3),
    PeriodKind.HALF_YEAR: (PeriodKind.QUARTER, 2),
    PeriodKind.NINE_MONTHS: (PeriodKind.QUARTER, 3),
    PeriodKind.YEAR: (PeriodKind.HALF_YEAR, 2),
}


@lru_cache(maxsize=1024)
def key_of(period: ReportingPeriod) -> str:
    """Return the key of a period; a sheet asks for few of them thousands of times."""
    return period.key


@lru_cache(maxsize=1024)
def inner_periods(period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """Return the next shorter periods that make up `period`, none for a month."""
    kind, count = _INNER[period.kind]
    first = (period.index - 1) * count
    return tuple(ReportingPeriod(kind, period.year, first + n) for n in range(1, count + 1))


def quarter_of(day: date) -> ReportingPeriod:
    """Return the quarter that holds `day`."""
    return ReportingPeriod(PeriodKind.QUARTER, day.year, (day.month + 2) // 3)


def year_before(period: ReportingPeriod) -> ReportingPeriod:
    """Return the same period of the year before."""
    return replace(period, year=period.year - 1)


def month_of_figures(day: date, cutoff: int) -> ReportingPeriod:
    """Return the month whose figures hold `day`, by the office's day of cut-off (0: calendar)."""
    month = ReportingPeriod.month_of(day)
    return month if day <= month.figures_until(cutoff) else month.next()


@dataclass(frozen=True, slots=True)
class Gap:
    """A village ("" for the commune) that owes figures of a period."""

    unit: str
    period: str


class Source(NamedTuple):
    """What a total stands on: a figure given by a paper, or an activity.

    One that is not `counted` is covered by another figure; a value of None was never counted.
    """

    unit: str
    period: str
    value: int | None
    words: str
    day: date | None = None
    figure: FigureKey | None = None
    activity: ActivityId | None = None
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known: a sum, or None where nothing is; the gaps it leaves; what it stands on."""

    value: int | None = None
    gaps: tuple[Gap, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether there is a figure and nothing is missing from it."""
        return self.value is not None and not self.gaps


def added(cells: Iterable[Cell]) -> Cell:
    """Return the sum of cells: None only where every one is None; every gap is kept, once."""
    held = [*cells]
    known = [cell.value for cell in held if cell.value is not None]
    return Cell(
        sum(known) if known else None,
        tuple(dict.fromkeys(gap for cell in held for gap in cell.gaps)),
        tuple(source for cell in held for source in cell.sources),
    )


def stands_in(unit: Unit, period: ReportingPeriod) -> bool:
    """Say whether a unit exists on any day of a period."""
    return unit.span.meets(Span(period.first_day, period.last_day))


def months_in(period: ReportingPeriod) -> Iterator[ReportingPeriod]:
    """Yield the months of a period."""
    for month in range(period.first_day.month, period.last_day.month + 1):
        yield ReportingPeriod(PeriodKind.MONTH, period.year, month)


def latest_of(cells: Sequence[Cell]) -> Cell:
    """Return the last known cell; what came after it and is not known is a gap."""
    late: tuple[Gap, ...] = ()
    for cell in reversed(cells):
        if cell.value is not None:
            return replace(cell, gaps=tuple(dict.fromkeys((*cell.gaps, *late))))
        late = (*cell.gaps, *late)
    return Cell(gaps=tuple(dict.fromkeys(late)))


def since_january(period: ReportingPeriod) -> Iterator[ReportingPeriod]:
    """Yield the periods that follow one another from January to the end of `period`.

    They are as long as may be, for what was given of a quarter need not stand in its months.
    """
    if period.kind is PeriodKind.NINE_MONTHS or period.index == 1:
        yield period
        return
    if period.kind is not PeriodKind.MONTH:
        yield from (replace(period, index=number) for number in range(1, period.index + 1))
        return
    quarters, months = divmod(period.index, 3)
    yield from (ReportingPeriod(PeriodKind.QUARTER, period.year, n + 1) for n in range(quarters))
    yield from (replace(period, index=quarters * 3 + n + 1) for n in range(months))
