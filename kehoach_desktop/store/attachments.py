"""The shelf of attachments: which files are evidence of which answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from kehoach_desktop.domain.attachment import Attachment, Folder, NamedFile
from kehoach_desktop.domain.plan import PlanId, TaskId
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import OF_PLAN

_COLUMNS = "task, period, name, sha256, size, added_at"


class Attachments:
    """Attachments; fits services.evidence_ports.AttachmentShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def of_period(self, period: str) -> Sequence[Attachment]:
        """Return the attachments of a period."""
        return self._attachments("WHERE period = ?", period)

    def of_task(self, task: TaskId) -> Sequence[Attachment]:
        """Return the attachments of a task in all periods."""
        return self._attachments("WHERE task = ?", task)

    def of_plan(self, plan: PlanId) -> Sequence[Attachment]:
        """Return the attachments of every task of a plan."""
        return self._attachments(OF_PLAN, plan)

    def named(self) -> Sequence[NamedFile]:
        """Return every file beside the store that anything in it names, as often as it is named."""
        rows = self._connection.execute(
            "SELECT ?1, name, sha256 FROM attachment "
            "UNION ALL SELECT ?1, name, sha256 FROM activity_file "
            "UNION ALL SELECT ?2, name, sha256 FROM signed_copy "
            "UNION ALL SELECT ?3, source_name, source_sha256 FROM plan WHERE source_sha256 <> ''",
            (Folder.EVIDENCE, Folder.SIGNED, Folder.ORIGINALS),
        )
        return tuple(NamedFile(Folder(folder), name, sha256) for folder, name, sha256 in rows)

    def put(self, attachment: Attachment) -> None:
        """Keep an attachment; the same file again stays one, under the name it has."""
        kept = self._connection.execute(
            f"INSERT OR IGNORE INTO attachment ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            (
                attachment.task,
                attachment.period,
                attachment.name,
                attachment.sha256,
                attachment.size,
                attachment.added_at,
            ),
        )
        if kept.rowcount:
            self._journal.write(attachment.task, None, attachment)

    def remove(self, attachment: Attachment) -> None:
        """Forget that a file is evidence of an answer."""
        gone = self._connection.execute(
            "DELETE FROM attachment WHERE task = ? AND period = ? AND sha256 = ?",
            (attachment.task, attachment.period, attachment.sha256),
        )
        if gone.rowcount:
            self._journal.write(attachment.task, attachment, None)

    def _attachments(self, where: str, value: str) -> Sequence[Attachment]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM attachment {where} ORDER BY period, task, added_at, name",
            (value,),
        )
        return tuple(Attachment(TaskId(task), *rest) for task, *rest in rows)
