"""The shelf of what teams did and what was counted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from kehoach_desktop.domain.activity import (
    Activity,
    ActivityFile,
    ActivityId,
    Attendance,
    IndicatorId,
    Tally,
)
from kehoach_desktop.domain.indicator_book import (
    Drawn,
    Figure,
    FigureKey,
    Indicator,
    Nature,
    Target,
)
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.work_step import WorkRecord, WorkStep
from kehoach_desktop.store.activity_rows import ROWS
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import to_day

_ACTIVITY = "id, kind, day, team, place, content, people, women, elderly, minority, counts, tasks"
_FILE = "activity, sha256, name, size, added_at"
_INDICATOR = "id, name, measure, nature, drawn, kinds, parts, by_village, retired"
_KEY = "indicator, unit, period"


class Activities:
    """Activities, indicators and figures; fits services.activity_ports.ActivityShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def between(self, first: date, last: date) -> Sequence[Activity]:
        """Return the activities of those days, both included, the earliest first."""
        rows = self._connection.execute(
            f"SELECT {_ACTIVITY} FROM activity WHERE day BETWEEN ? AND ? ORDER BY day, rowid",
            (first.isoformat(), last.isoformat()),
        )
        return tuple(map(_activity, rows))

    def tallies(self, first: date, last: date) -> Sequence[Tally]:
        """Return what is counted of the activities of those days, the earliest first."""
        rows = self._connection.execute(
            "SELECT id, kind, day, team, people, counts FROM activity "
            "WHERE day BETWEEN ? AND ? ORDER BY day, rowid",
            (first.isoformat(), last.isoformat()),
        )
        days: dict[str, date] = {}
        return [
            Tally(
                key,
                kind,
                days.get(day) or days.setdefault(day, date.fromisoformat(day)),
                team or None,
                people,
                _counts(counts),
            )
            for key, kind, day, team, people, counts in rows
        ]

    def get(self, activity: ActivityId) -> Activity | None:
        """Return the activity of that id, or None."""
        found = self._connection.execute(
            f"SELECT {_ACTIVITY} FROM activity WHERE id = ?", (activity,)
        ).fetchone()
        return _activity(found) if found else None

    def latest(self) -> Activity | None:
        """Return the activity that was entered last, or None."""
        found = self._connection.execute(
            f"SELECT {_ACTIVITY} FROM activity ORDER BY rowid DESC LIMIT 1"
        ).fetchone()
        return _activity(found) if found else None

    def kinds(self) -> Sequence[str]:
        """Return the kinds that were ever entered, in the order of their first use."""
        rows = self._connection.execute("SELECT kind FROM activity GROUP BY kind ORDER BY rowid")
        return tuple(kind for (kind,) in rows)

    def files(self, activity: ActivityId) -> Sequence[ActivityFile]:
        """Return the proof of an activity, in the order it was added."""
        rows = self._connection.execute(
            f"SELECT {_FILE} FROM activity_file WHERE activity = ? ORDER BY added_at, name",
            (activity,),
        )
        return tuple(
            ActivityFile(ActivityId(key), sha256, name, size, added)
            for key, sha256, name, size, added in rows
        )

    def proven(self) -> frozenset[ActivityId]:
        """Return the activities that have a file."""
        rows = self._connection.execute("SELECT DISTINCT activity FROM activity_file")
        return frozenset(ActivityId(key) for (key,) in rows)

    def indicators(self) -> Sequence[Indicator]:
        """Return the indicators that an office changed or added, in the order of adding."""
        rows = self._connection.execute(f"SELECT {_INDICATOR} FROM indicator ORDER BY rowid")
        return tuple(map(_indicator, rows))

    def figures(self, first_year: int, last_year: int) -> Sequence[Figure]:
        """Return the figures that were given for periods of those years."""
        rows = self._connection.execute(
            f"SELECT {_KEY}, value, source, dated FROM figure WHERE period >= ? AND period < ?",
            (str(first_year), str(last_year + 1)),
        )
        return tuple(
            Figure(_key(*key), value, source, to_day(dated)) for *key, value, source, dated in rows
        )

    def figure(self, key: FigureKey) -> Figure | None:
        """Return the figure of that key, or None."""
        found = self._connection.execute(
            "SELECT value, source, dated FROM figure "
            "WHERE indicator = ? AND unit = ? AND period = ?",
            (key.indicator, key.unit, key.period),
        ).fetchone()
        return Figure(key, found[0], found[1], to_day(found[2])) if found else None

    def targets(self) -> Sequence[Target]:
        """Return everything that is to be reached."""
        rows = self._connection.execute(f"SELECT {_KEY}, value FROM figure_target")
        return tuple(Target(_key(*key), value) for *key, value in rows)

    def keep(self, step: WorkStep) -> None:
        """Keep what `step` says, each record with its row of the journal."""
        for before, after in sorted(step.changes, key=_in_order):
            if after is not None:
                self._put(after)
            elif before is not None:
                _REMOVE[type(before)](self._connection, before)
            known = after or before
            if known is not None:
                self._journal.write(_subject(known), before, after)

    def _put(self, record: WorkRecord) -> None:
        table, keys, values = ROWS[type(record)](record)
        columns = [*values]
        updates = ", ".join(f"{c} = excluded.{c}" for c in columns if c not in keys)
        # Updated where it stands, an activity keeps its place and its files.
        self._connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "
            f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {updates}",
            tuple(values.values()),
        )


def _in_order(change: tuple[WorkRecord | None, WorkRecord | None]) -> int:
    """A file is removed before its activity and written after it."""
    before, after = change
    refers = isinstance(after or before, ActivityFile)
    if after is None:
        return 0 if refers else 1
    return 3 if refers else 2


def _subject(record: WorkRecord) -> str:
    if isinstance(record, (Figure, Target)):
        kind = "figure" if isinstance(record, Figure) else "target"
        return f"{kind}:{record.key.indicator}:{record.key.unit}:{record.key.period}"
    if isinstance(record, Indicator):
        return f"indicator:{record.id}"
    return f"activity:{record.activity if isinstance(record, ActivityFile) else record.id}"


def _remover(kind: type) -> Callable[[sqlite3.Connection, Any], None]:
    def remove(connection: sqlite3.Connection, record: Any) -> None:
        table, keys, values = ROWS[kind](record)
        where = " AND ".join(f"{key} = ?" for key in keys)
        connection.execute(f"DELETE FROM {table} WHERE {where}", [values[key] for key in keys])

    return remove


_REMOVE = {kind: _remover(kind) for kind in ROWS}


def _activity(row: tuple[Any, ...]) -> Activity:
    key, kind, day, team, place, content, people, women, elderly, minority, counts, tasks = row
    return Activity(
        ActivityId(key),
        kind,
        date.fromisoformat(day),
        TeamId(team) if team else None,
        place,
        content,
        Attendance(people, women, elderly, minority),
        _counts(counts),
        () if tasks == "[]" else tuple(map(TaskId, json.loads(tasks))),
    )


def _counts(text: str) -> tuple[tuple[IndicatorId, int], ...]:
    # Most activities have none: twenty thousand times nothing need not be parsed.
    return () if text == "[]" else tuple((IndicatorId(i), n) for i, n in json.loads(text))


def _indicator(row: tuple[Any, ...]) -> Indicator:
    key, name, measure, nature, drawn, kinds, parts, by_village, retired = row
    return Indicator(
        IndicatorId(key),
        name,
        measure,
        Nature(nature),
        Drawn(drawn),
        tuple(json.loads(kinds)),
        tuple(map(IndicatorId, json.loads(parts))),
        bool(by_village),
        bool(retired),
    )


def _key(indicator: str, unit: str, period: str) -> FigureKey:
    return FigureKey(IndicatorId(indicator), unit, period)
