"""The shelf of issued papers: only ever added to."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from datetime import date

from kehoach_desktop.domain.issued_paper import IssuedPaper, Relation
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.signed_copy import SignedCopy
from kehoach_desktop.store.journal import Journal

_COLUMNS = (
    "id, kind, series, number, symbol, issued_on, subject, signer, sha256, data, replaces, relation"
)
DAMAGED = "\ufffd"  # no data of a paper: `snapshot.thawed` refuses it in a sentence


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

    def snapshot(self, paper: str) -> str:
        """Return what the paper was made from, "" where it was not kept, DAMAGED for neither."""
        return self._unpacked("snapshot", paper)

    def corrected(self, paper: str) -> str:
        """Return how the paper it amends reads with it, "" for a paper that amends none."""
        return self._unpacked("corrected", paper)

    def _unpacked(self, column: str, paper: str) -> str:
        row = self._connection.execute(
            f"SELECT {column} FROM issued_paper WHERE id = ?", (paper,)
        ).fetchone()
        try:
            return zlib.decompress(row[0]).decode() if row and row[0] else ""
        except (zlib.error, UnicodeDecodeError):
            return DAMAGED

    def corrections(self, paper: str) -> Sequence[IssuedPaper]:
        """Return the papers that correct this one, in the order they were issued."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM issued_paper WHERE replaces = ? ORDER BY issued_on, rowid",
            (paper,),
        )
        return [_paper(*row) for row in rows]

    def put(self, paper: IssuedPaper, file: bytes, snapshot: str = "", corrected: str = "") -> None:
        """Keep a paper with its file, what it was made from, and what it makes of another."""
        self._connection.execute(
            f"INSERT INTO issued_paper ({_COLUMNS}, year, file, snapshot, corrected) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                paper.relation.value,
                paper.year,
                file,
                _packed(snapshot),
                _packed(corrected),
            ),
        )
        self._journal.write(f"issued:{paper.id}", None, paper)

    def signed(self, paper: str) -> SignedCopy | None:
        """Return the signed copy of a paper, or None."""
        row = self._connection.execute(
            "SELECT name, sha256, size, attached_on FROM signed_copy WHERE paper = ?", (paper,)
        ).fetchone()
        if row is None:
            return None
        name, sha256, size, day = row
        return SignedCopy(paper, name, sha256, size, date.fromisoformat(day))

    def put_signed(self, copy: SignedCopy) -> None:
        """Keep which file is the signed copy, in the place of an earlier one."""
        before = self.signed(copy.paper)
        self._connection.execute(
            "INSERT OR REPLACE INTO signed_copy (paper, name, sha256, size, attached_on) "
            "VALUES (?, ?, ?, ?, ?)",
            (copy.paper, copy.name, copy.sha256, copy.size, copy.attached_on.isoformat()),
        )
        self._journal.write(f"signed:{copy.paper}", before, copy)


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode()) if text else b""


def _paper(*row: str | int) -> IssuedPaper:
    key, kind, series, number, symbol, issued_on, subject, signer, sha256, data, *named = row
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
        str(named[0]),
        Relation(str(named[1])),
    )
