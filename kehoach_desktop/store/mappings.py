"""The shelf of what was learnt about reading: columns of an issuing body, words of the commune."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from kehoach_desktop.domain.agency import CommuneWords
from kehoach_desktop.domain.draft import ColumnRole
from kehoach_desktop.store.journal import Journal


class Mappings:
    """Fits services.mapping_ports.MappingShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def readings(self, issuer: str) -> Mapping[str, ColumnRole]:
        """Return how the columns of an issuing body were read, by their folded heading."""
        rows = self._connection.execute(
            "SELECT heading, role FROM column_reading WHERE issuer = ? ORDER BY heading", (issuer,)
        )
        return {heading: ColumnRole(role) for heading, role in rows}

    def put_readings(self, issuer: str, readings: Mapping[str, ColumnRole]) -> None:
        """Keep how columns are read, beside what was kept of the others."""
        before = dict(self.readings(issuer))
        self._connection.executemany(
            "INSERT INTO column_reading (issuer, heading, role) VALUES (?, ?, ?) "
            "ON CONFLICT (issuer, heading) DO UPDATE SET role = excluded.role",
            [(issuer, heading, role.value) for heading, role in readings.items()],
        )
        self._journal.write(f"mapping:{issuer}", before, dict(self.readings(issuer)))

    def words(self) -> CommuneWords:
        """Return the words by which the commune is known, and those that never mean it."""
        rows = self._connection.execute("SELECT word, never FROM commune_word ORDER BY word")
        kept = [*rows]
        return CommuneWords(
            tuple(word for word, never in kept if not never),
            tuple(word for word, never in kept if never),
        )

    def put_words(self, words: CommuneWords) -> None:
        """Keep these words in the place of those before."""
        before = self.words()
        self._connection.execute("DELETE FROM commune_word")
        said = [*((word, 0) for word in words.also), *((word, 1) for word in words.never)]
        self._connection.executemany("INSERT INTO commune_word (word, never) VALUES (?, ?)", said)
        self._journal.write("commune_words", before, words)
