"""The figures of a period laid out: each total with its villages, comparisons and target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach_desktop.domain.figure_cell import COMMUNE, Cell, year_before
from kehoach_desktop.domain.figures import FigureBook
from kehoach_desktop.domain.indicator_book import FigureKey, Indicator
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.team_state import area_sort_key
from kehoach_desktop.domain.unit import Unit
from kehoach_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What one village gave to a total; `unit` is "" for the commune itself."""

    unit: str
    name: str
    cell: Cell
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be reached and how much of it is: `reached` over the period or the whole year."""

    target: int
    reached: Cell
    of_year: bool = False

    @property
    def hundredths(self) -> int | None:
        """Percent of the target in hundredths, None where nothing is known yet."""
        if self.reached.value is None:
            return None
        return (self.reached.value * 10_000 + self.target // 2) // self.target


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One indicator in a period: its total, its villages, the periods it is compared with."""

    indicator: Indicator
    total: Cell
    units: tuple[UnitLine, ...]
    before: Cell
    last_year: Cell
    to_date: Cell
    aim: Aim | None = None

    @property
    def since_before(self) -> int | None:
        """The difference to the period before, None where either is not whole."""
        return _difference(self.total, self.before)

    @property
    def since_last_year(self) -> int | None:
        """The difference to the same period a year ago, None where either is not whole."""
        return _difference(self.total, self.last_year)

    @property
    def asked(self) -> int:
        """How many villages the total is asked of."""
        return sum(unit.unit != COMMUNE for unit in self.units)

    @property
    def missing(self) -> tuple[UnitLine, ...]:
        """The villages that owe a figure, in part or in whole."""
        return tuple(line for line in self.units if line.cell.gaps)


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """Every indicator of a period that is not retired, or that has a figure in it."""

    period: ReportingPeriod
    lines: tuple[FigureLine, ...]
    names: Mapping[str, str]

    @property
    def has_figures(self) -> bool:
        """Whether anything is known of the period."""
        return any(line.total.value is not None for line in self.lines)


def sheet_of(book: FigureBook, period: ReportingPeriod) -> FigureSheet:
    """Return the sheet of a period, its villages by the names they bore at its end."""
    names: dict[str, str] = {unit.id: unit.name_on(period.last_day) for unit in book.villages}
    names[COMMUNE] = _("Cấp xã")
    order: dict[str, int] = {
        unit.id: n for n, unit in enumerate(sorted(book.villages, key=_by_area))
    }
    lines = tuple(
        _line(book, indicator, period, (names, order)) for indicator in book.indicators.values()
    )
    shown = (line for line in lines if not line.indicator.retired or line.total.sources)
    return FigureSheet(period, tuple(shown), names)


def _by_area(unit: Unit) -> tuple[object, ...]:
    return area_sort_key(unit.name)


def _line(
    book: FigureBook,
    indicator: Indicator,
    period: ReportingPeriod,
    known: tuple[Mapping[str, str], Mapping[str, int]],
) -> FigureLine:
    names, order = known
    total, cells = book.total(indicator, period)
    places = sorted(cells, key=lambda unit: order.get(unit, len(order)))
    units = (
        UnitLine(
            u, names.get(u) or _("(thôn đã bỏ)"), cells[u], _target(book, indicator, u, period)
        )
        for u in places
    )
    return FigureLine(
        indicator,
        total,
        tuple(units),
        book.total(indicator, period.previous())[0],
        book.total(indicator, year_before(period))[0],
        book.year_to_date(indicator, period),
        _aim(book, indicator, period, total),
    )


def _target(
    book: FigureBook, indicator: Indicator, unit: str, period: ReportingPeriod
) -> int | None:
    held = book.targets.get(FigureKey(indicator.id, unit, period.key))
    return held.value if held else None


def _aim(
    book: FigureBook, indicator: Indicator, period: ReportingPeriod, total: Cell
) -> Aim | None:
    """Return the target of the very period, else that of its year reached since January."""
    for key, of_year in _aims(period):
        if (target := _target(book, indicator, COMMUNE, key)) is not None:
            reached = book.year_to_date(indicator, period) if of_year else total
            return Aim(target, reached, of_year)
    return None


def _aims(period: ReportingPeriod) -> Iterator[tuple[ReportingPeriod, bool]]:
    yield period, False
    if period.kind is not PeriodKind.YEAR:
        yield ReportingPeriod(PeriodKind.YEAR, period.year), True


def _difference(one: Cell, other: Cell) -> int | None:
    if one.value is None or other.value is None or one.gaps or other.gaps:
        return None
    return one.value - other.value
