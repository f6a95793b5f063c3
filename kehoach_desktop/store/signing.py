"""The shelf of signers and of recipient lists, each with the days it holds."""

from __future__ import annotations

import json
import sqlite3

from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.signer import RecipientList, Signer, SigningBook
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import from_day, to_day, to_json


class Signing:
    """Fits services.signing_ports.SigningShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def book(self) -> SigningBook:
        """Return every signer and every list, in the order of adding."""
        return SigningBook(self._signers(), self._lists())

    def _signers(self) -> tuple[Signer, ...]:
        rows = self._connection.execute(
            "SELECT id, name, capacity, position, issuer, valid_from, valid_until FROM signer "
            "ORDER BY rowid"
        )
        return tuple(
            Signer(key, name, capacity, position, issuer, to_day(begins), to_day(ends))
            for key, name, capacity, position, issuer, begins, ends in rows
        )

    def _lists(self) -> tuple[RecipientList, ...]:
        rows = self._connection.execute(
            "SELECT id, kind, recipients, archive, issuer, valid_from, valid_until "
            "FROM recipient_list ORDER BY rowid"
        )
        return tuple(
            RecipientList(
                key,
                PaperKind(kind) if kind else None,
                tuple(json.loads(lines)),
                archive,
                issuer,
                to_day(begins),
                to_day(ends),
            )
            for key, kind, lines, archive, issuer, begins, ends in rows
        )

    def put_signer(self, signer: Signer) -> None:
        """Keep a signer, in the place of the one with the same id if there is one."""
        before = next((one for one in self._signers() if one.id == signer.id), None)
        self._connection.execute(
            "INSERT INTO signer (id, name, capacity, position, issuer, valid_from, valid_until) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
            "capacity = excluded.capacity, position = excluded.position, "
            "issuer = excluded.issuer, valid_from = excluded.valid_from, "
            "valid_until = excluded.valid_until",
            (
                signer.id,
                signer.name,
                signer.capacity,
                signer.position,
                signer.issuer,
                from_day(signer.valid_from),
                from_day(signer.valid_until),
            ),
        )
        self._journal.write(f"signer:{signer.id}", before, signer)

    def remove_signer(self, signer: str) -> None:
        """Remove a signer."""
        before = next((one for one in self._signers() if one.id == signer), None)
        self._journal.write(f"signer:{signer}", before, None)
        self._connection.execute("DELETE FROM signer WHERE id = ?", (signer,))

    def put_list(self, kept: RecipientList) -> None:
        """Keep a list, in the place of the one with the same id if there is one."""
        before = next((one for one in self._lists() if one.id == kept.id), None)
        self._connection.execute(
            "INSERT INTO recipient_list "
            "(id, kind, recipients, archive, issuer, valid_from, valid_until) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, "
            "recipients = excluded.recipients, archive = excluded.archive, "
            "issuer = excluded.issuer, valid_from = excluded.valid_from, "
            "valid_until = excluded.valid_until",
            (
                kept.id,
                kept.kind.value if kept.kind else "",
                to_json(list(kept.recipients)),
                kept.archive,
                kept.issuer,
                from_day(kept.valid_from),
                from_day(kept.valid_until),
            ),
        )
        self._journal.write(f"recipients:{kept.id}", before, kept)

    def remove_list(self, kept: str) -> None:
        """Remove a list."""
        before = next((one for one in self._lists() if one.id == kept), None)
        self._journal.write(f"recipients:{kept}", before, None)
        self._connection.execute("DELETE FROM recipient_list WHERE id = ?", (kept,))
