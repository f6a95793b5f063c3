"""Activities, indicators and figures as rows: the table, its key, the values by column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kehoach_desktop.domain.activity import Activity, ActivityFile
from kehoach_desktop.domain.indicator_book import Figure, FigureKey, Indicator, Target
from kehoach_desktop.store.rows import from_day, to_json

Written = tuple[str, tuple[str, ...], dict[str, Any]]


def _activity_values(activity: Activity) -> Written:
    there = activity.attendance
    return (
        "activity",
        ("id",),
        {
            "id": activity.id,
            "kind": activity.kind,
            "day": activity.day.isoformat(),
            "team": activity.team or "",
            "place": activity.place,
            "content": activity.content,
            "people": there.people,
            "women": there.women,
            "elderly": there.elderly,
            "minority": there.minority,
            "counts": to_json(activity.counts),
            "tasks": to_json(activity.tasks),
        },
    )


def _file_values(file: ActivityFile) -> Written:
    return (
        "activity_file",
        ("activity", "sha256"),
        {
            "activity": file.activity,
            "sha256": file.sha256,
            "name": file.name,
            "size": file.size,
            "added_at": file.added_at,
        },
    )


def _indicator_values(indicator: Indicator) -> Written:
    return (
        "indicator",
        ("id",),
        {
            "id": indicator.id,
            "name": indicator.name,
            "measure": indicator.measure,
            "nature": indicator.nature,
            "drawn": indicator.drawn,
            "kinds": to_json(indicator.kinds),
            "parts": to_json(indicator.parts),
            "by_village": int(indicator.by_village),
            "retired": int(indicator.retired),
        },
    )


def _key_values(key: FigureKey) -> dict[str, Any]:
    return {"indicator": key.indicator, "unit": key.unit, "period": key.period}


def _figure_values(figure: Figure) -> Written:
    own = {"value": figure.value, "source": figure.source, "dated": from_day(figure.dated)}
    return "figure", ("indicator", "unit", "period"), {**_key_values(figure.key), **own}


def _target_values(target: Target) -> Written:
    keys = ("indicator", "unit", "period")
    return "figure_target", keys, {**_key_values(target.key), "value": target.value}


ROWS: dict[type, Callable[[Any], Written]] = {
    Activity: _activity_values,
    ActivityFile: _file_values,
    Indicator: _indicator_values,
    Figure: _figure_values,
    Target: _target_values,
}
