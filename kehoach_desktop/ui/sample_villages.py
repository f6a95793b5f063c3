"""The villages of the sample commune: teams, what they did, figures; and the way they go again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from kehoach_desktop.domain.activity import Activity, ActivityId, Attendance, IndicatorId
from kehoach_desktop.domain.indicator_book import Figure, FigureKey
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.team import Gender, Person, TeamRole
from kehoach_desktop.domain.team_book import TeamBook, difference
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.ui.workbench import Workbench

FILE = "thon.json"
YEARS = 4  # a book to learn on is not older


def fill_villages(workbench: Workbench, path: Path) -> None:
    """Keep the villages of the file at `path`; what lies ahead of today is left out."""
    told = json.loads(path.read_text(encoding="utf-8"))
    since = date.fromisoformat(told["since"])
    for village in told["villages"]:
        workbench.units.add(Unit(UnitId(""), village["name"], UnitKind.VILLAGE))
        workbench.rosters.add_team(village["name"], since=since)
        team = workbench.rosters.team(village["name"], since)
        for person in village["people"]:
            workbench.rosters.add(_person(person), team.id, TeamRole(person["role"]), since)
        for done in village["activities"]:
            if date.fromisoformat(done["day"]) <= workbench.activities.today():
                workbench.activities.add(_activity(done, team.id))
    workbench.indicators.give(_figures(workbench, told["figures"]))


def _person(told: dict[str, Any]) -> Person:
    return Person(
        told["full_name"],
        Gender(told["gender"]),
        birth_year=told["birth_year"],
        post=told["post"],
        phone=told["phone"],
    )


def _activity(told: dict[str, Any], team: Any) -> Activity:
    counts = tuple((IndicatorId(key), count) for key, count in told.get("counts", {}).items())
    there = Attendance(told["people"], told.get("women"), told.get("elderly"))
    day = date.fromisoformat(told["day"])
    return Activity(
        ActivityId(""), told["kind"], day, team, told["place"], told["content"], there, counts
    )


def _figures(workbench: Workbench, told: list[dict[str, Any]]) -> list[Figure]:
    figures = []
    for one in told:
        period = ReportingPeriod.parse(one["period"])
        if period.first_day <= workbench.indicators.today():
            village = workbench.indicators.village(one["village"], period)
            key = FigureKey(IndicatorId(one["indicator"]), village.id, period.key)
            figures.append(Figure(key, one["value"], one["source"]))
    return figures


def clear_villages(workbench: Workbench) -> None:
    """Take out every activity, figure, team and unit of the sample commune."""
    for activity in workbench.activities.between(date.min, date.max):
        workbench.activities.remove(activity.id)
    today = workbench.indicators.today()
    for year in range(min(today.year, 2025), today.year + YEARS):
        book = workbench.indicators.book(ReportingPeriod.parse(str(year)))
        workbench.indicators.take_out(book.figures)
        for key in book.targets:
            workbench.indicators.aim(key, None)
    workbench.rosters.keep(difference(workbench.rosters.book(), TeamBook()))
    for unit in workbench.units.units():
        workbench.units.remove(unit.id)
