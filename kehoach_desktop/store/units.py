"""The shelf of the commune's own units."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import from_day, to_day, to_json


class Units:
    """Departments and villages; fits services.ports.UnitShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> Sequence[Unit]:
        """Return every unit, departments first, in the order of adding."""
        rows = self._connection.execute(
            "SELECT id, name, kind, valid_from, valid_until, former FROM unit ORDER BY kind, rowid"
        )
        return tuple(
            Unit(UnitId(key), name, UnitKind(kind), to_day(begins), to_day(ends), _names(former))
            for key, name, kind, begins, ends, former in rows
        )

    def put(self, unit: Unit) -> None:
        """Keep `unit`, in the place of the one with its id if there is one."""
        before = self._get(unit.id)
        self._connection.execute(
            "INSERT INTO unit (id, name, kind, valid_from, valid_until, former) "
            "VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
            "valid_from = excluded.valid_from, valid_until = excluded.valid_until, "
            "former = excluded.former",
            (
                unit.id,
                unit.name,
                unit.kind,
                from_day(unit.valid_from),
                from_day(unit.valid_until),
                to_json([[name, last.isoformat()] for name, last in unit.former]),
            ),
        )
        self._journal.write(f"unit:{unit.id}", before, unit)

    def remove(self, unit: UnitId) -> None:
        """Remove a unit."""
        self._journal.write(f"unit:{unit}", self._get(unit), None)
        self._connection.execute("DELETE FROM unit WHERE id = ?", (unit,))

    def _get(self, unit: UnitId) -> Unit | None:
        return next((held for held in self.all() if held.id == unit), None)


def _names(text: str) -> tuple[tuple[str, date], ...]:
    return tuple((name, date.fromisoformat(last)) for name, last in json.loads(text))
