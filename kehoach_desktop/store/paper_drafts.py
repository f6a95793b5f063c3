"""The shelf of papers that are still being written, one of each kind."""

from __future__ import annotations

import json
import sqlite3

from kehoach_desktop.domain.paper_draft import PaperDraft
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import plain, to_day, to_json


class PaperDrafts:
    """Fits services.draft_ports.DraftShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def get(self, kind: PaperKind) -> PaperDraft | None:
        """Return what was filled in for a kind, None where nothing was."""
        row = self._connection.execute(
            "SELECT given, number, issued_on FROM paper_draft WHERE kind = ?", (kind.value,)
        ).fetchone()
        if row is None:
            return None
        return PaperDraft(kind, json.loads(row[0]), row[1], to_day(row[2]))

    def put(self, draft: PaperDraft) -> None:
        """Keep what was filled in, in the place of what was before."""
        before = self.get(draft.kind)
        self._connection.execute(
            "INSERT OR REPLACE INTO paper_draft (kind, given, number, issued_on) "
            "VALUES (?, ?, ?, ?)",
            (draft.kind.value, to_json(dict(draft.given)), draft.number, plain(draft.issued_on)),
        )
        held = [dict(one.given) if one else None for one in (before, draft)]
        self._journal.write(f"paper_draft:{draft.kind.value}", *held)
