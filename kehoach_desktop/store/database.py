"""Open the store: refuse what is not ours or too new, back up and migrate what is older."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _
from kehoach_desktop.store.errors import (
    NotAStore,
    StoreDamaged,
    StoreDiskFull,
    StoreInUse,
    StoreMissing,
    StoreNotWritable,
    StoreOutOfReach,
    StoreRefused,
    StoreTooNew,
)
from kehoach_desktop.store.schema import APPLICATION_ID, MIGRATION_SET, STEPS

LEAST_ROOM = 256 << 10
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "wal_autocheckpoint": 200,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
}


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection in which only `BEGIN` opens a transaction."""
    return sqlite3.connect(path, isolation_level=None)


def open_existing(
    path: Path, before_migrating: Callable[[sqlite3.Connection], None]
) -> sqlite3.Connection:
    """Open the store at `path`, brought up to date; `before_migrating` backs the older one up.

    Raises StoreMissing, NotAStore, StoreTooNew, StoreDamaged or StoreRefused; the file is left as
    it is then.
    """
    if path.is_dir():
        raise NotAStore(path)
    if not path.is_file():
        raise StoreMissing(path)
    connection = _connected(path)
    try:
        applied = check_identity(connection, path)
        _set_pragmas(connection, path)
        check_health(connection, path)
        if applied != list(STEPS):
            before_migrating(connection)
            _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def open_still(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads, for a store where SQLite can lay nothing beside it.

    Raises StoreNotWritable where the file alone does not tell all: it is of an older program, or
    SQLite's log with the last commands lies beside it; otherwise the errors of `open_existing`.
    """
    place = quote(path.absolute().as_posix().removeprefix("/"), safe="/:")
    log = path.with_name(f"{path.name}-wal")
    try:
        connection = sqlite3.connect(f"file:///{place}?immutable=1", isolation_level=None, uri=True)
    except sqlite3.Error as refusal:
        raise refused(refusal, path) from refusal
    try:
        whole = not log.is_file() or not log.stat().st_size
        if not whole or check_identity(connection, path) != list(STEPS):
            raise StoreNotWritable(path)
        check_health(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def create(path: Path) -> sqlite3.Connection:
    """Make a new store at `path`, where nothing stands, and return it open."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        raise refused_by_system(refusal, path) from refusal
    connection = _connected(path)
    try:
        _set_pragmas(connection, path)
        _migrate(connection, path)
    except BaseException:
        connection.close()
        # Half a store would be taken for a file of somebody else at the next start.
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        raise
    return connection


def check_identity(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Return the names of the steps the file has.

    Raises NotAStore for a file that is not ours, StoreTooNew for one with steps we do not know.
    """
    try:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        if mark != APPLICATION_ID:
            raise NotAStore(path)
        rows = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid",
            (MIGRATION_SET,),
        )
        applied = [name for (name,) in rows]
    except sqlite3.DatabaseError as refusal:
        raise _explained(refusal, path) from refusal
    if set(applied) - set(STEPS):
        raise StoreTooNew(path)
    return applied


def check_health(connection: sqlite3.Connection, path: Path, *, thorough: bool = False) -> None:
    """Raise StoreDamaged when SQLite finds the file's structure broken."""
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        (verdict,) = connection.execute(f"PRAGMA {pragma}(1)").fetchone()
        if verdict == "ok" and thorough:
            verdict = "ok" if not connection.execute("PRAGMA foreign_key_check").fetchone() else "x"
    except sqlite3.DatabaseError as refusal:
        raise _explained(refusal, path) from refusal
    if verdict != "ok":
        raise StoreDamaged(path)


def check_copy(path: Path, called: Path) -> None:
    """Raise unless the file at `path` is a whole store of ours; errors name it as `called`.

    Raises StoreMissing, NotAStore, StoreTooNew, StoreDamaged.
    """
    if not path.is_file():
        raise StoreMissing(called)
    with closing(_connected(path)) as connection:
        check_identity(connection, called)
        check_health(connection, called, thorough=True)


def _connected(path: Path) -> sqlite3.Connection:
    try:
        return connect(path)
    except sqlite3.Error as refusal:
        raise refused(refusal, path) from refusal


def _set_pragmas(connection: sqlite3.Connection, path: Path) -> None:
    try:
        for pragma, wanted in PRAGMAS.items():
            connection.execute(f"PRAGMA {pragma} = {wanted}")
            # Read back: SQLite refuses silently.
            (held,) = connection.execute(f"PRAGMA {pragma}").fetchone()
            if held != wanted:
                raise StoreRefused(path, f"{pragma} = {held}")
    except sqlite3.DatabaseError as refusal:
        raise _explained(refusal, path) from refusal


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    from kehoach_desktop.store.migrations import migrate

    try:
        migrate(connection)
        connection.execute("PRAGMA foreign_keys = 1")
    except sqlite3.DatabaseError as refusal:
        raise _explained(refusal, path) from refusal


def _explained(refusal: sqlite3.Error, path: Path) -> KehoachError:
    code = getattr(refusal, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB or "no such table: _sqlite_migrations" in str(refusal):
        return NotAStore(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return StoreDamaged(path)
    return refused(refusal, path)


def refused(refusal: sqlite3.Error, path: Path) -> StoreInUse | StoreRefused:
    """Return what to say when SQLite was not let to open or write the store."""
    code = getattr(refusal, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreInUse(path)
    return _by_cause(code, path) or StoreRefused(path, str(refusal))


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < LEAST_ROOM
    except OSError:
        return False


def refused_by_system(refusal: OSError, path: Path) -> StoreRefused:
    """Return what to say when the system did not let the file or its folder be reached."""
    if refusal.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreDiskFull(path)
    if refusal.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreNotWritable(path, _("thư mục không cho ghi"))
    return StoreOutOfReach(path, _("không có ổ đĩa hoặc thư mục này"))


def _by_cause(code: int, path: Path) -> StoreRefused | None:
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StoreNotWritable(path)
    # On a full disk SQLite often fails in its log first and then speaks of the disk alone.
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        return StoreDiskFull(path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return StoreOutOfReach(path)
    return StoreOutOfReach(path, _("ổ đĩa báo lỗi")) if code == sqlite3.SQLITE_IOERR else None
