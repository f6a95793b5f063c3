"""The store itself: shelves for looking, commands for changing, backups, going back to one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_desktop import paths
from kehoach_desktop.domain.journal import Backup
from kehoach_desktop.i18n import _
from kehoach_desktop.store.backups import list_backups, move_aside, put_in_place, write_backup
from kehoach_desktop.store.database import (
    check_copy,
    connect,
    create,
    open_existing,
    open_still,
    refused,
    refused_by_system,
)
from kehoach_desktop.store.errors import (
    BackupFailed,
    NotAStore,
    StoreDamaged,
    StoreInUse,
    StoreMissing,
    StoreNotWritable,
)
from kehoach_desktop.store.memory import Memory
from kehoach_desktop.store.originals import kept_in
from kehoach_desktop.store.shelves import SqliteShelves

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from kehoach_desktop.domain.attachment import NamedFile
    from kehoach_desktop.store.evidence import EvidenceFiles


class SqliteStore:
    """One file on this PC; one writer at a time, window or command line."""

    def __init__(
        self,
        path: Path,
        backups: Path,
        *,
        make: bool = False,
        writing: bool = True,
        patience: float = 0.0,
    ) -> None:
        """Open the store at `path`; `make` a new one where there is none.

        `patience` is how many seconds to wait for another writer to finish. Raises StoreInUse and
        the errors of `open_existing`.
        """
        self.path = path
        self._folder = backups
        self._lock: BaseFileLock | None = None
        self._commands = self._backed_up = 0
        self._memory = Memory()
        if writing and (make or self._stands()):
            self._take_lock(patience)
        try:
            self._connection = self._open(make=make and writing, writing=writing)
        except BaseException:
            self._unlock()
            raise

    def close(self) -> None:
        """Fold the log of SQLite back into the file, so that it is whole, and let go of it."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()
        self._unlock()

    @cached_property
    def evidence(self) -> EvidenceFiles:
        """The files kept as evidence, beside the store."""
        from kehoach_desktop.store.evidence import EvidenceFiles

        return EvidenceFiles(paths.evidence_of(self.path))

    @property
    def changed(self) -> bool:
        """Whether a command was kept since the store was opened or backed up."""
        return self._commands != self._backed_up

    @contextmanager
    def reading(self) -> Iterator[SqliteShelves]:
        """Open the shelves to look."""
        yield SqliteShelves(self._connection, "", self._memory)

    @contextmanager
    def command(self, name: str) -> Iterator[SqliteShelves]:
        """Open the shelves to change: all of it is kept with its journal rows, or none."""
        self._execute("BEGIN IMMEDIATE")
        try:
            yield SqliteShelves(self._connection, name, self._memory)
        except BaseException as failure:
            self._connection.rollback()
            self._memory.forget()
            if isinstance(failure, sqlite3.OperationalError):
                raise refused(failure, self.path) from failure
            raise
        self._execute("COMMIT")
        self._commands += 1

    def back_up(self, reason: str) -> Path:
        """Write a backup, check the copy, and return where it lies. Raises BackupFailed.

        Any thread may ask for one: the copy is made through a connection of its own.
        """
        if not self.path.is_file():  # a connection would make a new file
            raise BackupFailed(self._folder, str(StoreMissing(self.path)))
        commands = self._commands
        with closing(connect(self.path)) as own:
            written = write_backup(own, self.path, self._folder, reason)
        self._backed_up = commands
        return written

    def backups(self) -> tuple[Backup, ...]:
        """Return the good backups, the latest first."""
        return list_backups(self.path, self._folder)

    def restore(self, backup: Path) -> None:
        """Put a checked backup in the place of the store; what stood is backed up first."""
        check_copy(backup, backup)
        contents = backup.read_bytes()  # before the older backups are thinned
        self.back_up("truoc-khoi-phuc")
        self._fold()
        self._connection.close()
        try:
            put_in_place(self.path, contents)
        finally:
            self._memory.forget()
            self._connection = self._open()

    def _fold(self) -> None:
        """Fold SQLite's log into the file. Raises StoreInUse where another tool is at it."""
        try:
            folded = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as refusal:
            raise refused(refusal, self.path) from refusal
        if folded[0]:  # its rows would go down with the old file
            raise StoreInUse(self.path)

    def lost_files(self) -> tuple[NamedFile, ...]:
        """Return the files named in the store whose copies beside it are gone, each once."""
        from kehoach_desktop.domain.attachment import Folder

        with self.reading() as shelves:
            named = dict.fromkeys(shelves.attachments.named())
        beside = {folder: kept_in(self.path.parent / folder) for folder in Folder}
        return tuple(file for file in named if file.sha256 not in beside[file.folder])

    def _stands(self) -> bool:
        try:
            return self.path.is_file()
        except OSError as refusal:
            raise refused_by_system(refusal, self.path) from refusal

    def _open(self, *, make: bool = False, writing: bool = True) -> sqlite3.Connection:
        if make and not self.path.exists():
            return create(self.path)
        try:
            return open_existing(self.path, self._back_up_older)
        except StoreNotWritable:
            if writing:
                raise
            return open_still(self.path)

    def _back_up_older(self, connection: sqlite3.Connection) -> None:
        write_backup(connection, self.path, self._folder, "truoc-nang-cap")

    def _take_lock(self, patience: float) -> None:
        from filelock import FileLock, Timeout

        self._lock = FileLock(self.path.with_name(f".{self.path.name}.lock"))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=patience)
        except Timeout as refusal:
            # A folder that takes no file looks to the lock like one that somebody holds.
            if not os.access(self.path.parent, os.W_OK):
                raise StoreNotWritable(self.path, _("thư mục không cho ghi")) from refusal
            raise StoreInUse(self.path) from refusal
        except OSError as refusal:
            raise refused_by_system(refusal, self.path) from refusal

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _execute(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except sqlite3.Error as refusal:
            self._memory.forget()
            raise refused(refusal, self.path) from refusal


def restore_store(backup: Path, path: Path, backups: Path) -> Path | None:
    """Put a checked backup where the store at `path` is, be that whole, damaged or missing.

    A whole store is backed up first; a damaged one is moved aside and its new path returned.
    Raises the errors of the check, and StoreInUse; then nothing is touched.
    """
    check_copy(backup, backup)
    try:
        store = SqliteStore(path, backups, make=False)
    except (StoreDamaged, NotAStore):
        aside = move_aside(path)
        put_in_place(path, backup.read_bytes())
        return aside
    except StoreMissing:
        path.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(path, backup.read_bytes())
        return None
    try:
        store.restore(backup)
    finally:
        store.close()
    return None
