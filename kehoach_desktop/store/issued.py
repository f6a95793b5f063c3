"""The shelf of issued papers: only ever added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from kehoach_desktop.domain.issued_paper import IssuedPaper
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.store.journal import Journal

_COLUMNS = "id, kind, series, number, symbol, issued_on, subject, signer, sha256, data, replaces"


class Issued:
    """Fits services.issuing_ports.IssuedShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def of_year(self, year: int) -> Sequence[IssuedPaper]:
        """Return the papers of a year, by series and number."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM issued_paper WHERE year = ? ORDER BY series, number",
            (year,),
        )
        return [_paper(*row) for row in rows]

    def get(self, paper: str) -> IssuedPaper | None:
        """Return the paper of that id, or None."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM issued_paper WHERE id = ?", (paper,)
        ).fetchone()
        return None if row is None else _paper(*row)

    def file(self, paper: str) -> bytes:
        """Return the file as it was issued, b"" for an unknown id."""
        row = self._connection.execute(
            "SELECT file FROM issued_paper WHERE id = ?", (paper,)
        ).fetchone()
        return b"" if row is None else bytes(row[0])

    def put(self, paper: IssuedPaper, file: bytes) -> None:
        """Keep a paper with its file."""
        self._connection.execute(
            f"INSERT INTO issued_paper ({_COLUMNS}, year, file) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                paper.id,
                paper.kind.value,
                paper.series,
                paper.number,
                paper.symbol,
                paper.issued_on.isoformat(),
                paper.subject,
                paper.signer,
                paper.sha256,
                paper.data,
                paper.replaces,
                paper.year,
                file,
            ),
        )
        self._journal.write(f"issued:{paper.id}", None, paper)


def _paper(*row: str | int) -> IssuedPaper:
    key, kind, series, number, symbol, issued_on, subject, signer, sha256, data, replaces = row
    return IssuedPaper(
        str(key),
        PaperKind(str(kind)),
        str(series),
        int(number),
        str(symbol),
        date.fromisoformat(str(issued_on)),
        str(subject),
        str(signer),
        str(sha256),
        str(data),
        str(replaces),
    )
