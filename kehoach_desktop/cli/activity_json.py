"""The values of the command line's JSON about activities, indicators and figures."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach_desktop.cli.answer import iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.domain.activity import Activity, ActivityFile
from kehoach_desktop.domain.figure_cell import Cell, Source
from kehoach_desktop.domain.figure_sheet import FigureLine, FigureSheet, UnitLine
from kehoach_desktop.domain.indicator_book import Figure, Indicator
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.team_book import Team


def of_activity(
    activity: Activity, teams: Mapping[TeamId, Team], files: tuple[ActivityFile, ...] = ()
) -> Json:
    """Return an activity; null where nobody counted."""
    there, team = activity.attendance, teams.get(activity.team) if activity.team else None
    return {
        "id": activity.id,
        "kind": activity.kind,
        "day": iso(activity.day),
        "team": activity.team,
        "area": team.area if team else None,
        "place": activity.place,
        "content": activity.content,
        "people": there.people,
        "women": there.women,
        "elderly": there.elderly,
        "minority": there.minority,
        "counts": dict(activity.counts),
        "tasks": list(activity.tasks),
        "files": [{"name": f.name, "sha256": f.sha256, "size": f.size} for f in files],
    }


def of_indicator(indicator: Indicator) -> Json:
    """Return an indicator."""
    return {
        "id": indicator.id,
        "name": indicator.name,
        "measure": indicator.measure,
        "nature": indicator.nature.value,
        "drawn": indicator.drawn.value,
        "kinds": list(indicator.kinds),
        "parts": list(indicator.parts),
        "by_village": indicator.by_village,
        "retired": indicator.retired,
    }


def of_figure(figure: Figure) -> Json:
    """Return a figure that was given."""
    return {
        "indicator": figure.key.indicator,
        "village": figure.key.unit or None,
        "period": figure.key.period,
        "value": figure.value,
        "source": figure.source,
        "dated": iso(figure.dated),
    }


def of_sheet(sheet: FigureSheet) -> Json:
    """Return the figures of a period; `missing` names what every total lacks."""
    return {
        "period": sheet.period.key,
        "name": sheet.period.name,
        "indicators": [_line(sheet, line) for line in sheet.lines],
    }


def _line(sheet: FigureSheet, line: FigureLine) -> Json:
    aim = line.aim
    return {
        "indicator": line.indicator.id,
        "name": line.indicator.name,
        "measure": line.indicator.measure,
        "nature": line.indicator.nature.value,
        **_of_total(sheet, line.total),
        "villages": [_of_unit(unit) for unit in line.units],
        "before": _short(line.before),
        "last_year": _short(line.last_year),
        "year_to_date": _short(line.to_date),
        "target": aim.target if aim else None,
        "target_of_year": aim.of_year if aim else None,
        "percent": aim.hundredths / 100 if aim and aim.hundredths is not None else None,
    }


def _of_total(sheet: FigureSheet, cell: Cell) -> Json:
    gaps = [
        {"village": gap.unit or None, "name": sheet.names.get(gap.unit), "period": gap.period}
        for gap in cell.gaps
    ]
    return {"value": cell.value, "complete": cell.is_whole, "missing": gaps}


def _short(cell: Cell) -> Json:
    return {"value": cell.value, "complete": cell.is_whole}


def _of_unit(unit: UnitLine) -> Json:
    return {
        "village": unit.unit or None,
        "name": unit.name,
        **_short(unit.cell),
        "missing": sorted({gap.period for gap in unit.cell.gaps}),
        "target": unit.target,
        "sources": [_source(source) for source in unit.cell.sources],
    }


def _source(source: Source) -> Json:
    return {
        "kind": "activity" if source.activity else "figure",
        "period": source.period,
        "day": iso(source.day),
        "source": source.words,
        "value": source.value,
        "counted": source.counted,
        "activity": source.activity,
    }
