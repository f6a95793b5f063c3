"""The shelf of the office's particulars, and the one of edited report texts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from kehoach_desktop.domain.emphasis import Emphasis
from kehoach_desktop.domain.office import Office, OfficeKind, SigningCapacity
from kehoach_desktop.domain.report import Block, BlockKind
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import plain, to_json


class Particulars:
    """The office; fits services.ports.OfficeShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def get(self) -> Office | None:
        """Return the office, or None before the first run is over."""
        kept = dict(self._connection.execute("SELECT key, value FROM office").fetchall())
        if not kept:
            return None
        known = {f.name for f in fields(Office)}
        values: dict[str, Any] = {k: json.loads(v) for k, v in kept.items() if k in known}
        values["kind"] = OfficeKind(values["kind"])
        values["capacity"] = SigningCapacity(values["capacity"])
        values["recipients"] = tuple(values["recipients"])
        return Office(**values)

    def put(self, office: Office) -> None:
        """Keep the office."""
        before = self.get()
        self._connection.executemany(
            "INSERT OR REPLACE INTO office (key, value) VALUES (?, ?)",
            [(key, json.dumps(v, ensure_ascii=False)) for key, v in plain(office).items()],
        )
        self._journal.write("office", before, office)

    def remove(self) -> None:
        """Go back to before the first run."""
        before = self.get()
        self._connection.execute("DELETE FROM office")
        self._journal.write("office", before, None)


class ReportTexts:
    """Texts an officer wrote over the proposed ones; fits services.ports.ReportShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def text(self, period: str) -> tuple[Block, ...] | None:
        """Return the edited text of the period's report, or None."""
        row = self._connection.execute(
            "SELECT blocks FROM report_text WHERE period = ?", (period,)
        ).fetchone()
        if row is None:
            return None
        return tuple(map(_block, json.loads(row[0])))

    def put_text(self, period: str, blocks: Sequence[Block] | None) -> None:
        """Keep the edited text; None goes back to the proposed one."""
        before = self.text(period)
        self._connection.execute("DELETE FROM report_text WHERE period = ?", (period,))
        if blocks is not None:
            self._connection.execute(
                "INSERT INTO report_text (period, blocks) VALUES (?, ?)",
                (period, to_json(list(blocks))),
            )
        self._journal.write(f"report:{period}", _wrap(before), _wrap(blocks))


def _block(kept: dict[str, Any]) -> Block:
    emphases = (Emphasis(**one) for one in kept.get("emphases", ()))
    return Block(BlockKind(kept["kind"]), kept["text"], tuple(emphases))


def _wrap(blocks: Sequence[Block] | None) -> dict[str, Any] | None:
    return None if blocks is None else {"blocks": plain(list(blocks))}
