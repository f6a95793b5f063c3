"""The shelf of return forms: what went out, what came home, what units said of being late."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import astuple
from typing import Any

from kehoach_desktop.domain.correction import Correction
from kehoach_desktop.domain.plan import PlanId, TaskId
from kehoach_desktop.domain.return_form import LateClaim, OtherWord, Receipt, SentForm
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import OF_PLAN, from_day, to_day, to_json

_SENT = "form, period, unit, sent_at, due, checksum, tasks, file"
_RECEIPT = "period, unit, form, file, digest, received_at, tasks"
_CORRECTION = "id, period, at, unit, file, reason, cells, paper, settled"


class Forms:
    """Return forms and their receipts; fits services.ports.FormShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def store_id(self) -> str:
        """Return the id by which forms know this store, "" before the first one went out."""
        row = self._connection.execute("SELECT id FROM form_store").fetchone()
        return str(row[0]) if row else ""

    def put_store_id(self, store: str) -> None:
        """Keep the id by which forms know this store; it is kept once."""
        self._connection.execute("INSERT INTO form_store (id) VALUES (?)", (store,))
        self._journal.write("form_store", None, {"id": store})

    def sent(self, period: str) -> Sequence[SentForm]:
        """Return the forms of a period that went out, the earliest first."""
        rows = self._connection.execute(
            f"SELECT {_SENT} FROM form_sent WHERE period = ? ORDER BY rowid", (period,)
        )
        return tuple(map(_sent, rows))

    def put_sent(self, form: SentForm) -> None:
        """Keep that a form went out."""
        self._connection.execute(
            f"INSERT INTO form_sent ({_SENT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                form.form,
                form.period,
                form.unit,
                form.sent_at,
                from_day(form.due),
                form.checksum,
                to_json(form.tasks),
                form.file,
            ),
        )
        self._journal.write(f"form:{form.form}", None, form)

    def receipts(self, period: str) -> Sequence[Receipt]:
        """Return the files taken in for a period, the earliest first."""
        rows = self._connection.execute(
            f"SELECT {_RECEIPT} FROM form_receipt WHERE period = ? ORDER BY id", (period,)
        )
        return tuple(_receipt(row) for row in rows)

    def put_receipt(self, receipt: Receipt) -> None:
        """Keep that a file was taken in."""
        self._connection.execute(
            f"INSERT INTO form_receipt ({_RECEIPT}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                receipt.period,
                receipt.unit,
                receipt.form,
                receipt.file,
                receipt.digest,
                receipt.received_at,
                to_json(receipt.tasks),
            ),
        )
        self._journal.write(f"receipt:{receipt.period}", None, receipt)

    def drop_receipt(self, receipt: Receipt) -> None:
        """Forget the last file taken in with that sum of words from that unit."""
        self._connection.execute(
            "DELETE FROM form_receipt WHERE id = (SELECT max(id) FROM form_receipt "
            "WHERE period = ? AND unit = ? AND digest = ?)",
            (receipt.period, receipt.unit, receipt.digest),
        )
        self._journal.write(f"receipt:{receipt.period}", receipt, None)

    def file_sums(self) -> Collection[str]:
        """Return the SHA-256 of every file that needs no second look."""
        return {sha256 for (sha256,) in self._connection.execute("SELECT sha256 FROM form_file")}

    def put_file(self, period: str, sha256: str, file: str) -> None:
        """Keep that a file needs no second look; kept twice it is kept once."""
        kept = self._connection.execute(
            "INSERT OR IGNORE INTO form_file (period, sha256, file) VALUES (?, ?, ?)",
            (period, sha256, file),
        )
        if kept.rowcount:
            self._journal.write(f"file:{sha256}", None, {"period": period, "file": file})

    def drop_file(self, period: str, sha256: str) -> None:
        """Forget a file: it is new again."""
        dropped = self._connection.execute(
            "DELETE FROM form_file WHERE period = ? AND sha256 = ?", (period, sha256)
        )
        if dropped.rowcount:
            self._journal.write(f"file:{sha256}", {"period": period}, None)

    def corrections(self, period: str) -> Sequence[Correction]:
        """Return what changed a period after it was closed or reported, the earliest first."""
        rows = self._connection.execute(
            f"SELECT {_CORRECTION} FROM correction WHERE period = ? ORDER BY at, rowid", (period,)
        )
        return tuple(Correction(*row) for row in rows)

    def put_correction(self, correction: Correction) -> None:
        """Keep a correction, in the place of the one with its id."""
        marks = ", ".join("?" * len(astuple(correction)))
        self._connection.execute(
            f"INSERT OR REPLACE INTO correction ({_CORRECTION}) VALUES ({marks})",
            astuple(correction),
        )
        self._journal.write(correction.period, None, correction)

    def drop_correction(self, correction: Correction) -> None:
        """Forget a correction that was taken back."""
        self._connection.execute("DELETE FROM correction WHERE id = ?", (correction.id,))
        self._journal.write(correction.period, correction, None)

    def other_words(self, period: str) -> Sequence[OtherWord]:
        """Return what units answered in a period that contradicts another's answer."""
        return self._other_words("WHERE period = ?", period)

    def other_words_of_plan(self, plan: PlanId) -> Sequence[OtherWord]:
        """Return such answers about the tasks of a plan, in every period."""
        return self._other_words(OF_PLAN, plan)

    def _other_words(self, where: str, value: str) -> Sequence[OtherWord]:
        rows = self._connection.execute(
            f"SELECT period, task, unit, words FROM other_word {where}", (value,)
        )
        return tuple(OtherWord(key, TaskId(task), unit, words) for key, task, unit, words in rows)

    def put_other_word(self, said: OtherWord) -> None:
        """Keep what a unit answered against another, in the place of its earlier word."""
        self._connection.execute(
            "INSERT OR REPLACE INTO other_word (period, task, unit, words) VALUES (?, ?, ?, ?)",
            (said.period, said.task, said.unit, said.words),
        )
        self._journal.write(f"other:{said.task}", None, said)

    def drop_other_word(self, period: str, task: TaskId, unit: str) -> None:
        """Forget what a unit answered against another."""
        dropped = self._connection.execute(
            "DELETE FROM other_word WHERE period = ? AND task = ? AND unit = ?",
            (period, task, unit),
        )
        if dropped.rowcount:
            self._journal.write(f"other:{task}", {"period": period, "unit": unit}, None)

    def claims(self, period: str) -> Sequence[LateClaim]:
        """Return what units said of being late in a period."""
        return self._claims("WHERE period = ?", period)

    def claims_of_plan(self, plan: PlanId) -> Sequence[LateClaim]:
        """Return what units said of the tasks of a plan being late, in every period."""
        return self._claims(OF_PLAN, plan)

    def _claims(self, where: str, value: str) -> Sequence[LateClaim]:
        rows = self._connection.execute(
            f"SELECT period, task, unit, words FROM late_claim {where}", (value,)
        )
        return tuple(LateClaim(key, TaskId(task), unit, words) for key, task, unit, words in rows)

    def put_claim(self, claim: LateClaim) -> None:
        """Keep a unit's word that a task is late, in the place of its earlier one."""
        self._connection.execute(
            "INSERT OR REPLACE INTO late_claim (period, task, unit, words) VALUES (?, ?, ?, ?)",
            (claim.period, claim.task, claim.unit, claim.words),
        )
        self._journal.write(f"late:{claim.task}", None, claim)

    def drop_claim(self, period: str, task: TaskId, unit: str) -> None:
        """Forget a unit's word, which its newer answer does not repeat."""
        dropped = self._connection.execute(
            "DELETE FROM late_claim WHERE period = ? AND task = ? AND unit = ?",
            (period, task, unit),
        )
        if dropped.rowcount:
            self._journal.write(f"late:{task}", {"period": period, "unit": unit}, None)


def _sent(row: tuple[Any, ...]) -> SentForm:
    form, period, unit, sent_at, due, total, tasks, file = row
    return SentForm(form, period, unit, sent_at, to_day(due), total, _tasks(tasks), file)


def _receipt(row: tuple[Any, ...]) -> Receipt:
    key, unit, form, file, digest, received_at, tasks = row
    return Receipt(key, unit, form, file, digest, received_at, _tasks(tasks))


def _tasks(text: str) -> tuple[TaskId, ...]:
    return tuple(TaskId(task) for task in json.loads(text))
