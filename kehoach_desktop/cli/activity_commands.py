"""The commands about activities of the teams."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from kehoach_desktop.cli.activity_json import of_activity
from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.domain.activity import Activity, ActivityId, Attendance
from kehoach_desktop.domain.activity_words import sum_words
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.text import two_digits, typed_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.activities import Wish


def activity(asked: argparse.Namespace, tools: Tools) -> None:
    """Enter an activity, list them, take one out, prove one with files."""
    writing = asked.verb != "list"
    with tools.open_desk(asked.store, make=asked.verb == "add", writing=writing) as desk:
        value, lines = _VERBS[asked.verb](asked, desk)
    answer(asked, value, lines)


_Answer = tuple[Json, list[str]]


def _add(asked: argparse.Namespace, desk: Desk) -> _Answer:
    on = asked.on or desk.activities.today()
    made = Activity(
        ActivityId(""),
        asked.kind,
        on,
        desk.rosters.team(asked.team, on).id if asked.team else None,
        asked.place,
        asked.content,
        Attendance(asked.people, asked.women, asked.elderly, asked.minority),
        tuple((desk.indicators.named(name).id, count) for name, count in asked.count),
        tuple(map(TaskId, asked.task)),
    )
    copies = [desk.activities.copy(file) for file in asked.file]  # a lost one leaves no activity
    step = desk.activities.add(made)
    kept = next(after for _before, after in step.changes if isinstance(after, Activity))
    for copy in copies:
        desk.activities.attach_copy(kept.id, copy)
    teams = _teams(desk)
    line = _line(kept, teams)
    return of_activity(kept, teams, desk.activities.files(kept.id)), [_("Đã ghi: ") + line]


def _list(asked: argparse.Namespace, desk: Desk) -> _Answer:
    span = asked.period or ReportingPeriod.month_of(desk.activities.today())
    first, last = asked.first or span.first_day, asked.last or span.last_day
    team = desk.rosters.team(asked.team, min(last, desk.rosters.today())) if asked.team else None
    found = desk.activities.between(first, last, Wish(team.id if team else None, asked.kind))
    teams, proven = _teams(desk), desk.activities.proven()
    value: Json = {
        "from": iso(first),
        "to": iso(last),
        "activities": [
            of_activity(a, teams, desk.activities.files(a.id) if a.id in proven else ())
            for a in found
        ],
    }
    return value, [*(_line(a, teams) for a in found), f"{sum_words(found)}."]


def _remove(asked: argparse.Namespace, desk: Desk) -> _Answer:
    desk.activities.remove(asked.activity)
    return {"removed": asked.activity}, [_("Đã bỏ hoạt động ấy khỏi sổ.")]


def _attach(asked: argparse.Namespace, desk: Desk) -> _Answer:
    held = desk.activities.get(asked.activity)
    for copy in [desk.activities.copy(file) for file in asked.files]:
        desk.activities.attach_copy(held.id, copy)
    files = desk.activities.files(held.id)
    return of_activity(held, _teams(desk), files), [file.name for file in files]


def _teams(desk: Desk) -> dict[TeamId, Team]:
    return {team.id: team for team in desk.activities.teams()}


def _line(kept: Activity, teams: dict[TeamId, Team]) -> str:
    team = teams.get(kept.team) if kept.team else None
    people = kept.attendance.people
    told = (
        counted("{people} người", people).format(people=two_digits(people))
        if people is not None
        else "—"
    )
    parts = (
        typed_day(kept.day),
        team.area if team else _("Cấp xã"),
        kept.kind,
        told,
        kept.place,
        kept.id,
    )
    return "\t".join(parts)


_VERBS: dict[str, Callable[[argparse.Namespace, Desk], _Answer]] = {
    "add": _add, "list": _list, "remove": _remove, "attach": _attach,
}  # fmt: skip
