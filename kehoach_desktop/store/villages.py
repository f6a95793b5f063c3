"""The shelf of what became of villages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from kehoach_desktop.domain.unit import UnitId
from kehoach_desktop.domain.village_change import ChangeKind, VillageChange
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import to_json


class Villages:
    """Mergers, splits and new names of villages; fits services.village_ports.VillageShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> Sequence[VillageChange]:
        """Return every change, the earliest first."""
        rows = self._connection.execute(
            "SELECT id, kind, effective_on, before_units, after_units, paper FROM village_change "
            "ORDER BY effective_on, rowid"
        )
        return tuple(
            VillageChange(
                key, ChangeKind(kind), date.fromisoformat(on), _ids(before), _ids(after), paper
            )
            for key, kind, on, before, after, paper in rows
        )

    def put(self, change: VillageChange) -> None:
        """Keep a change that is not kept yet."""
        self._connection.execute(
            "INSERT INTO village_change VALUES (?, ?, ?, ?, ?, ?)",
            (
                change.id,
                change.kind,
                change.on.isoformat(),
                to_json(list(change.before)),
                to_json(list(change.after)),
                change.by,
            ),
        )
        self._journal.write(f"village_change:{change.id}", None, change)

    def remove(self, change: VillageChange) -> None:
        """Forget a change that was taken back."""
        self._connection.execute("DELETE FROM village_change WHERE id = ?", (change.id,))
        self._journal.write(f"village_change:{change.id}", change, None)


def _ids(text: str) -> tuple[UnitId, ...]:
    return tuple(UnitId(key) for key in json.loads(text))
