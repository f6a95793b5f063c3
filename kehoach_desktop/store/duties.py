"""The shelf of reporting duties, of what was reported, and of the days off set by hand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kehoach_desktop.domain.duty import DutyId, DutyStep, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.working_days import DayOff
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import from_day, plain, to_day, to_json

_COLUMNS = "id, rule, sender, recipient, source, plan, cutoff_day, steps, since, until, added_on"


class Duties:
    """Duties, marks and days off; fits services.ports.DutyShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> Sequence[ReportingDuty]:
        """Return every duty, in the order of adding."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM duty ORDER BY rowid")
        return tuple(map(_duty, rows))

    def put(self, duty: ReportingDuty) -> None:
        """Keep `duty`, in the place of the one with its id if there is one."""
        before = self._plain(duty.id)
        sets = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", ")[1:])
        self._connection.execute(
            f"INSERT INTO duty ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            f"ON CONFLICT (id) DO UPDATE SET {sets}",
            _row(duty),
        )
        self._journal.write(f"duty:{duty.id}", before, self._plain(duty.id))

    def remove(self, duty: DutyId) -> None:
        """Remove the duty with what was marked done of it."""
        done = {key: day.isoformat() for (held, key), day in self.done().items() if held == duty}
        self._journal.write(f"duty:{duty}", {**(self._plain(duty) or {}), "done": done}, None)
        self._connection.execute("DELETE FROM duty_done WHERE duty = ?", (duty,))
        self._connection.execute("DELETE FROM duty WHERE id = ?", (duty,))

    def done(self) -> Mapping[tuple[DutyId, str], date]:
        """Return which times of which duties were reported, and when."""
        rows = self._connection.execute("SELECT duty, key, done_on FROM duty_done")
        return {(DutyId(duty), key): date.fromisoformat(day) for duty, key, day in rows}

    def mark(self, duty: DutyId, key: str, done_on: date | None) -> None:
        """Keep when one time of a duty was reported; None: it was not."""
        before = self.done().get((duty, key))
        self._connection.execute("DELETE FROM duty_done WHERE duty = ? AND key = ?", (duty, key))
        if done_on is not None:
            self._connection.execute(
                "INSERT INTO duty_done (duty, key, done_on) VALUES (?, ?, ?)",
                (duty, key, from_day(done_on)),
            )
        self._journal.write(f"duty:{duty}", _mark(key, before), _mark(key, done_on))

    def days_off(self) -> Sequence[DayOff]:
        """Return the days set by hand, the earliest first."""
        rows = self._connection.execute("SELECT day, off, reason FROM day_off ORDER BY day")
        return tuple(DayOff(date.fromisoformat(day), bool(off), why) for day, off, why in rows)

    def put_day_off(self, special: DayOff) -> None:
        """Keep a day set by hand, in the place of what was set for it before."""
        before = self._day_off(special.day)
        self._connection.execute(
            "INSERT OR REPLACE INTO day_off (day, off, reason) VALUES (?, ?, ?)",
            (from_day(special.day), int(special.off), special.reason),
        )
        self._journal.write(f"day_off:{special.day}", before, special)

    def remove_day_off(self, day: date) -> None:
        """Forget what was set by hand for a day."""
        before = self._day_off(day)
        self._connection.execute("DELETE FROM day_off WHERE day = ?", (from_day(day),))
        self._journal.write(f"day_off:{day}", before, None)

    def _plain(self, duty: DutyId) -> dict[str, Any] | None:
        held = next((held for held in self.all() if held.id == duty), None)
        return {**plain(held), "rule": held.rule.key} if held else None

    def _day_off(self, day: date) -> DayOff | None:
        return next((held for held in self.days_off() if held.day == day), None)


def _mark(key: str, day: date | None) -> dict[str, str] | None:
    return None if day is None else {"key": key, "done_on": day.isoformat()}


def _row(duty: ReportingDuty) -> tuple[Any, ...]:
    return (
        duty.id,
        duty.rule.key,
        duty.sender,
        duty.recipient,
        duty.source,
        duty.plan,
        duty.cutoff_day,
        to_json(duty.steps),
        from_day(duty.since),
        from_day(duty.until),
        from_day(duty.added_on),
    )


def _duty(row: tuple[Any, ...]) -> ReportingDuty:
    key, rule, sender, recipient, source, plan, cutoff_day, steps, *days = row
    since, until, added_on = map(to_day, days)
    return ReportingDuty(
        DutyId(key),
        DutyRule.parse(rule),
        sender,
        recipient,
        source,
        plan,
        cutoff_day,
        tuple(DutyStep(**step) for step in json.loads(steps)),
        since,
        until,
        added_on,
    )
