"""The shelf of the commune's own units."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import from_day, to_day


class Units:
    """Departments and villages; fits services.ports.UnitShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> Sequence[Unit]:
        """Return every unit, departments first, in the order of adding."""
        rows = self._connection.execute(
            "SELECT id, name, kind, valid_from, valid_until FROM unit ORDER BY kind, rowid"
        )
        return tuple(
            Unit(UnitId(key), name, UnitKind(kind), to_day(begins), to_day(ends))
            for key, name, kind, begins, ends in rows
        )

    def put(self, unit: Unit) -> None:
        """Keep `unit`, in the place of the one with its id if there is one."""
        before = self._get(unit.id)
        self._connection.execute(
            "INSERT INTO unit (id, name, kind, valid_from, valid_until) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
            "valid_from = excluded.valid_from, valid_until = excluded.valid_until",
            (unit.id, unit.name, unit.kind, from_day(unit.valid_from), from_day(unit.valid_until)),
        )
        self._journal.write(f"unit:{unit.id}", before, unit)

    def remove(self, unit: UnitId) -> None:
        """Remove a unit."""
        self._journal.write(f"unit:{unit}", self._get(unit), None)
        self._connection.execute("DELETE FROM unit WHERE id = ?", (unit,))

    def _get(self, unit: UnitId) -> Unit | None:
        return next((held for held in self.all() if held.id == unit), None)
