"""The journal: every change with what stood before and after, in the same transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.store.rows import to_json


def now() -> str:
    """Return this moment as kept in the store: UTC, ISO, to the second."""
    # The PC's own clock, not the office's day: a journal tells in which order things were done.
    return datetime.now(UTC).isoformat(timespec="seconds")


class Journal:
    """Writes the rows of one command."""

    def __init__(self, connection: sqlite3.Connection, command: str) -> None:
        self._connection = connection
        self._command = command

    def write(self, subject: str, before: Any, after: Any) -> None:
        """Keep that `subject` was `before` and is `after` (None: it was not there)."""
        self._connection.execute(
            "INSERT INTO journal (at, command, subject, before, after) VALUES (?, ?, ?, ?, ?)",
            (now(), self._command, subject, _text(before), _text(after)),
        )

    def of(self, subject: str) -> list[JournalRow]:
        """Return what was done to `subject`, the latest first."""
        return self._rows("subject = ?", (subject,))

    def by(self, commands: Sequence[str]) -> list[JournalRow]:
        """Return what those commands did, the latest first."""
        return self._rows(f"command IN ({', '.join('?' * len(commands))})", commands)

    def _rows(self, where: str, values: Sequence[str]) -> list[JournalRow]:
        rows = self._connection.execute(
            f"SELECT at, command, subject, before, after FROM journal WHERE {where} "
            "ORDER BY id DESC",
            tuple(values),
        )
        return [
            JournalRow(datetime.fromisoformat(at), command, about, _value(before), _value(after))
            for at, command, about, before, after in rows
        ]


def _text(value: Any) -> str | None:
    return None if value is None else to_json(value)


def _value(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)
