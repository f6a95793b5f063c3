"""Figures reckoned: of each village and period what is known, what is missing, and from where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kehoach_desktop.domain.activity import IndicatorId, Tally
from kehoach_desktop.domain.figure_cell import (
    COMMUNE,
    Cell,
    Gap,
    Source,
    added,
    inner_periods,
    key_of,
    latest_of,
    month_of_figures,
    months_in,
    since_january,
    stands_in,
)
from kehoach_desktop.domain.indicator_book import Drawn, Figure, FigureKey, Indicator, Target
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.text import fold
from kehoach_desktop.domain.unit import Unit


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
    activities: Sequence[Tally] = ()
    unit_of: Mapping[TeamId | None, str] = field(default_factory=dict)
    cutoff: int = 0

    def cell(self, indicator: Indicator, unit: str, period: ReportingPeriod) -> Cell:
        """Return what is known of one village in one period.

        A figure given for the very period stands for it; else its shorter periods are added, or
        the latest of them is taken where the indicator is cumulative.
        """
        key = (indicator.id, unit, period.kind, period.year, period.index)
        known = self._reckoned.get(key)
        if known is None:
            known = self._reckoned[key] = self._cell(indicator, unit, period)
        return known

    def _cell(self, indicator: Indicator, unit: str, period: ReportingPeriod) -> Cell:
        if indicator.parts:
            parts = (self.indicators[key] for key in indicator.parts)
            return added(self.cell(part, unit, period) for part in parts)
        if (indicator.id, unit, period.year) not in self._touched:
            return self._nothing(indicator, unit, period)
        inner = [
            (part, self.cell(indicator, unit, part))
            for part in inner_periods(period)
            if part.first_day <= self.today
        ]
        given = self.figures.get(FigureKey(indicator.id, unit, key_of(period)))
        if given is not None:
            return self._given(indicator, given, period, [cell for _part, cell in inner])
        if period.kind is PeriodKind.MONTH:
            return self._month(indicator, unit, period)
        if indicator.is_cumulative:
            return latest_of([cell for _part, cell in inner])
        return added(cell for _part, cell in inner)

    def _nothing(self, indicator: Indicator, unit: str, period: ReportingPeriod) -> Cell:
        """Return the cell of a year of which nothing is known: every month that is owed a gap."""
        key = (indicator.by_village, unit, period.kind, period.year, period.index)
        known = self._reckoned.get(key)
        if known is None:
            months = months_in(period)
            gaps = (Gap(unit, key_of(m)) for m in months if self._owes(indicator, unit, m))
            known = self._reckoned[key] = Cell(gaps=tuple(gaps))
        return known

    def _given(
        self, indicator: Indicator, figure: Figure, period: ReportingPeriod, inner: list[Cell]
    ) -> Cell:
        unit = figure.key.unit
        covered = [source for cell in inner for source in cell.sources]
        if period.kind is PeriodKind.MONTH:
            covered = [*self._by_month.get((indicator.id, unit, key_of(period)), ())]
        own = Source(unit, key_of(period), figure.value, figure.source, figure.dated, figure.key)
        return Cell(figure.value, (), (own, *(s._replace(counted=False) for s in covered)))

    def _month(self, indicator: Indicator, unit: str, month: ReportingPeriod) -> Cell:
        sources = tuple(self._by_month.get((indicator.id, unit, key_of(month)), ()))
        counted = [source.value for source in sources if source.value is not None]
        gap = (Gap(unit, key_of(month)),)
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
        return added(self.total(indicator, part)[0] for part in since_january(period))

    @cached_property
    def _reckoned(self) -> dict[tuple[object, ...], Cell]:
        """A cell stands in many totals: its village's, the year's, those it is compared with."""
        return {}

    @cached_property
    def _village(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.villages}

    @cached_property
    def _units(self) -> tuple[str, ...]:
        """The villages, and units that are no longer known but of which a figure is kept."""
        given = (key.unit for key in self.figures if key.unit != COMMUNE)
        return tuple(dict.fromkeys((*self._village, *given)))

    @cached_property
    def _touched(self) -> set[tuple[IndicatorId, str, int]]:
        """Of what, where and in which year something is known at all."""
        found = {(i, unit, int(month[:4])) for i, unit, month in self._by_month}
        return found | {(k.indicator, k.unit, int(k.period[:4])) for k in self.figures}

    @cached_property
    def _by_month(self) -> dict[tuple[IndicatorId, str, str], list[Source]]:
        found: dict[tuple[IndicatorId, str, str], list[Source]] = {}
        months: dict[date, str] = {}
        drawing: dict[str, tuple[Indicator, ...]] = {}
        for did in self.activities:
            if did.day not in months:
                months[did.day] = month_of_figures(did.day, self.cutoff).key
            if did.kind not in drawing:
                drawing[did.kind] = self._drawing(did.kind)
            month, home = months[did.day], self.unit_of.get(did.team, COMMUNE)
            written = dict(did.counts) if did.counts else {}
            for indicator in drawing[did.kind]:
                if indicator.id not in written:
                    value = 1 if indicator.drawn is Drawn.EVENTS else did.people
                    unit = home if indicator.by_village else COMMUNE
                    source = Source(unit, month, value, did.kind, did.day, None, did.id)
                    found.setdefault((indicator.id, unit, month), []).append(source)
            for key, value in written.items():
                if held := self.indicators.get(key):
                    unit = home if held.by_village else COMMUNE
                    source = Source(unit, month, value, did.kind, did.day, None, did.id)
                    found.setdefault((key, unit, month), []).append(source)
        return found

    def _drawing(self, kind: str) -> tuple[Indicator, ...]:
        """Return the indicators that activities of a kind add to."""
        key = fold(kind)
        return tuple(
            indicator
            for indicator in self.indicators.values()
            if indicator.drawn is not Drawn.NOTHING and key in map(fold, indicator.kinds)
        )
