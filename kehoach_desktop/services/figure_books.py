"""What figures are reckoned from, gathered from the shelves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.figure_sheet import FigureSheet, sheet_of
from kehoach_desktop.domain.figures import FigureBook
from kehoach_desktop.domain.indicator_book import Figure, FigureKey, indicators_of
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.narrative_figures import figure_sentences
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.team import read_unit
from kehoach_desktop.domain.team_book import USUAL_KIND, Team
from kehoach_desktop.domain.team_match import spelling
from kehoach_desktop.domain.team_round import TeamRound
from kehoach_desktop.domain.team_state import team_states
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.services.ports import Shelves


def figure_book(shelves: Shelves, period: ReportingPeriod, today: date) -> FigureBook:
    """Return what figures of a period are reckoned from, with those of the year before."""
    first, last = period.year - 1, period.year
    shelf, office = shelves.activities, shelves.office.get()
    teams = [*shelves.teams.book().teams.values()]
    villages = villages_of(shelves, teams)
    unit_of: dict[TeamId | None, str] = {
        team.id: _village_of(team.unit, team.area, villages) for team in teams
    }
    return FigureBook(
        indicators_of(shelf.indicators()),
        villages,
        today,
        _at_home(shelf.figures(first, last), unit_of),
        {target.key: target for target in shelf.targets()},
        shelf.tallies(
            # With a day of cut-off, January begins in December.
            ReportingPeriod(PeriodKind.MONTH, first - 1, 12).first_day,
            ReportingPeriod(PeriodKind.YEAR, last).last_day,
        ),
        {**unit_of, None: COMMUNE},
        office.cutoff_day if office else 0,
    )


def figure_sheet(shelves: Shelves, period: ReportingPeriod, today: date) -> FigureSheet:
    """Return the figures of a period with their villages, comparisons and gaps."""
    return sheet_of(figure_book(shelves, period, today), period)


def figures_told(shelves: Shelves, period: ReportingPeriod, today: date) -> tuple[str, ...]:
    """Return the figures of a period in sentences, none where nothing is known of it."""
    shelf = shelves.activities
    if shelf.latest() is None and not shelf.figures(period.year, period.year):
        return ()
    return figure_sentences(figure_sheet(shelves, period, today))


def team_round(shelves: Shelves, period: ReportingPeriod, today: date) -> TeamRound:
    """Return how the teams stood at the end of a period, today if that is earlier."""
    day = min(period.last_day, today)
    states = team_states(shelves.teams.book(), shelves.units.all(), day)
    return TeamRound(figure_sheet(shelves, period, today), states)


def villages_of(shelves: Shelves, teams: Iterable[Team]) -> tuple[Unit, ...]:
    """Return the villages, and those an office names only by their teams."""
    held = tuple(unit for unit in shelves.units.all() if unit.kind is UnitKind.VILLAGE)
    known = {unit.id for unit in held}
    names = {spelling(unit.name) for unit in held}
    made: dict[str, Unit] = {}
    for team in teams:
        told = team.kind == USUAL_KIND and read_unit(team.area) is not None
        if told and team.unit not in known and spelling(team.area) not in names:
            unit = Unit(UnitId(team.id), team.area, UnitKind.VILLAGE, valid_until=team.until)
            made.setdefault(spelling(team.area), unit)
    return (*held, *made.values())


def _village_of(unit: str | None, area: str, villages: Sequence[Unit]) -> str:
    """Return the village of a team: the one it is bound to, else the one of its name."""
    if unit in {village.id for village in villages}:
        return unit or COMMUNE
    named = (village.id for village in villages if spelling(village.name) == spelling(area))
    return next(named, COMMUNE)


def _at_home(
    figures: Iterable[Figure], unit_of: Mapping[TeamId | None, str]
) -> dict[FigureKey, Figure]:
    """Return the figures by key; those of a team whose village came later are the village's."""
    held = {}
    for figure in sorted(figures, key=lambda figure: TeamId(figure.key.unit) not in unit_of):
        unit = unit_of.get(TeamId(figure.key.unit)) or figure.key.unit
        key = replace(figure.key, unit=unit)
        held[key] = figure
    return held
