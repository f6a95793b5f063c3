"""Figures reckoned: of each village and period what is known, what is missing, and from where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kehoach_desktop.domain.activity import Activity, ActivityId, IndicatorId
from kehoach_desktop.domain.indicator_book import (
    Drawn,
    Figure,
    FigureKey,
    Indicator,
    Target,
)
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.text import fold
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


@dataclass(frozen=True, slots=True)
class Source:
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


@dataclass(frozen=True)
class FigureBook:
    """Everything figures are reckoned from; `unit_of` names the village of a team.

    `cutoff` is the office's day of cut-off. No figures are owed of a month that begins after
    `today`.
    """

    indicators: Mapping[IndicatorId, Indicator]
    villages: Sequence[Unit]
    today: date
    figures: Mapping[FigureKey, Figure] = field(default_factory=dict)
    targets: Mapping[FigureKey, Target] = field(default_factory=dict)
    activities: Sequence[Activity] = ()
    unit_of: Mapping[TeamId | None, str] = field(default_factory=dict)
    cutoff: int = 0

    def cell(self, indicator: Indicator, unit: str, period: ReportingPeriod) -> Cell:
        """Return what is known of one village in one period.

        A figure given for the very period stands for it; else its shorter periods are added, or
        the latest of them is taken where the indicator is cumulative.
        """
        if indicator.parts:
            parts = (self.indicators[key] for key in indicator.parts)
            return added(self.cell(part, unit, period) for part in parts)
        inner = [
            (part, self.cell(indicator, unit, part))
            for part in inner_periods(period)
            if part.first_day <= self.today
        ]
        given = self.figures.get(FigureKey(indicator.id, unit, period.key))
        if given is not None:
            return self._given(indicator, given, period, [cell for _part, cell in inner])
        if period.kind is PeriodKind.MONTH:
            return self._month(indicator, unit, period)
        if indicator.is_cumulative:
            return _latest([cell for _part, cell in inner])
        return added(cell for _part, cell in inner)

    def _given(
        self, indicator: Indicator, figure: Figure, period: ReportingPeriod, inner: list[Cell]
    ) -> Cell:
        unit = figure.key.unit
        covered = [source for cell in inner for source in cell.sources]
        if period.kind is PeriodKind.MONTH:
            covered = [*self._by_month.get((indicator.id, unit, period.key), ())]
        own = Source(unit, period.key, figure.value, figure.source, figure.dated, figure.key)
        return Cell(figure.value, (), (own, *(replace(s, counted=False) for s in covered)))

    def _month(self, indicator: Indicator, unit: str, month: ReportingPeriod) -> Cell:
        sources = tuple(self._by_month.get((indicator.id, unit, month.key), ()))
        counted = [source.value for source in sources if source.value is not None]
        gap = (Gap(unit, month.key),)
        if not sources:
            return Cell(gaps=gap if self._owes(indicator, unit, month) else ())
        unknown = len(counted) < len(sources)
        return Cell(sum(counted) if counted else None, gap if unknown else (), sources)

    def _owes(self, indicator: Indicator, unit: str, month: ReportingPeriod) -> bool:
        if month.first_day > self.today:
            return False
        if not indicator.by_village or unit == COMMUNE:
            return not indicator.by_village and unit == COMMUNE
        village = self._village.get(unit)
        return village is not None and stands_in(village, month)

    def total(self, indicator: Indicator, period: ReportingPeriod) -> tuple[Cell, dict[str, Cell]]:
        """Return the sum over the commune, and the cell of each unit that it is the sum of.

        The villages of the period stand there, and whoever else something is known of: a village
        that is no more, the commune itself (last).
        """
        units = [*self._units, COMMUNE] if indicator.by_village else [COMMUNE]
        cells = {unit: self.cell(indicator, unit, period) for unit in units}
        kept = {u: cell for u, cell in cells.items() if cell.sources or self._asked(u, period)}
        if not indicator.by_village:
            kept = cells
        return added(kept.values()), kept

    def _asked(self, unit: str, period: ReportingPeriod) -> bool:
        village = self._village.get(unit)
        return village is not None and stands_in(village, period)

    def year_to_date(self, indicator: Indicator, period: ReportingPeriod) -> Cell:
        """Return the sum over the commune from January to the end of `period`."""
        if indicator.is_cumulative:
            return self.total(indicator, period)[0]
        return added(self.total(indicator, part)[0] for part in _since_january(period))

    @cached_property
    def _village(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.villages}

    @cached_property
    def _units(self) -> tuple[str, ...]:
        """The villages, and units that are no longer known but of which a figure is kept."""
        given = (key.unit for key in self.figures if key.unit != COMMUNE)
        return tuple(dict.fromkeys((*self._village, *given)))

    @cached_property
    def _by_month(self) -> dict[tuple[IndicatorId, str, str], list[Source]]:
        found: dict[tuple[IndicatorId, str, str], list[Source]] = {}
        months: dict[date, str] = {}
        for activity in self.activities:
            if activity.day not in months:
                months[activity.day] = month_of_figures(activity.day, self.cutoff).key
            month, home = months[activity.day], self.unit_of.get(activity.team, COMMUNE)
            for indicator, value in self._brought(activity):
                unit = home if self.indicators[indicator].by_village else COMMUNE
                source = Source(
                    unit, month, value, activity.kind, activity.day, activity=activity.id
                )
                found.setdefault((indicator, unit, month), []).append(source)
        return found

    def _brought(self, activity: Activity) -> Iterator[tuple[IndicatorId, int | None]]:
        """Yield what an activity adds to each indicator: what was written, else what is drawn."""
        written = dict(activity.counts)
        yield from ((key, value) for key, value in written.items() if key in self.indicators)
        for indicator in self._drawing.get(fold(activity.kind), ()):
            if indicator.id not in written:
                events = indicator.drawn is Drawn.EVENTS
                yield indicator.id, 1 if events else activity.attendance.people

    @cached_property
    def _drawing(self) -> dict[str, list[Indicator]]:
        found: dict[str, list[Indicator]] = {}
        for indicator in self.indicators.values():
            if indicator.drawn is not Drawn.NOTHING:
                for kind in indicator.kinds:
                    found.setdefault(fold(kind), []).append(indicator)
        return found


def stands_in(unit: Unit, period: ReportingPeriod) -> bool:
    """Say whether a unit exists on any day of a period."""
    begins, ends = unit.valid_from or date.min, unit.valid_until or date.max
    return begins <= period.last_day and period.first_day <= ends


def _latest(cells: Sequence[Cell]) -> Cell:
    """Return the last known cell; what came after it and is not known is a gap."""
    late: tuple[Gap, ...] = ()
    for cell in reversed(cells):
        if cell.value is not None:
            return replace(cell, gaps=tuple(dict.fromkeys((*cell.gaps, *late))))
        late = (*cell.gaps, *late)
    return Cell(gaps=tuple(dict.fromkeys(late)))


def _since_january(period: ReportingPeriod) -> Iterator[ReportingPeriod]:
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
