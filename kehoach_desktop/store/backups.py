"""Backups: SQLite's own copy, checked on the copy, the last ten kept, and put back in place."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.journal import Backup
from kehoach_desktop.files import replace_file
from kehoach_desktop.store.database import check_copy, connect
from kehoach_desktop.store.errors import BackupFailed

KEPT = 10
_NAME = re.compile(r"(?P<store>.+)-(?P<at>\d{8}-\d{6}-\d{6})-(?P<reason>[a-z-]+)\.khxa")
_SUFFIX = ".khxa"
_STAMP = "%Y%m%d-%H%M%S-%f"


def write_backup(connection: sqlite3.Connection, store: Path, folder: Path, reason: str) -> Path:
    """Copy the store into `folder`, check the copy, thin the older ones; return the copy's path.

    Raises BackupFailed; then no copy was added and none was removed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _copied(connection, folder) as copy:
            check_copy(copy, copy)
            target = folder / f"{store.stem}-{_stamp()}-{reason}{_SUFFIX}"
            with copy.open("rb") as whole:
                replace_file(target, lambda out: shutil.copyfileobj(whole, out), _check)
    except (OSError, sqlite3.Error, KehoachError) as refusal:
        raise BackupFailed(folder, str(refusal)) from refusal
    _thin(store, folder)
    return target


def list_backups(store: Path, folder: Path) -> tuple[Backup, ...]:
    """Return the backups of `store` in `folder`, the latest first."""
    found = []
    for path in folder.glob(f"*{_SUFFIX}"):
        named = _NAME.fullmatch(path.name)
        if named and named["store"] == store.stem:
            made_at = datetime.strptime(named["at"], _STAMP).astimezone()
            found.append(Backup(path, made_at, named["reason"], path.stat().st_size))
    return tuple(sorted(found, key=lambda b: (b.made_at, b.path.name), reverse=True))


def put_in_place(path: Path, contents: bytes) -> None:
    """Write a checked store at `path`, whole; no log of an older one may remain beside it."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)

    def write(out: BinaryIO) -> None:
        out.write(contents)

    replace_file(path, write, lambda written: check_copy(written, path))


def move_aside(path: Path) -> Path:
    """Give a damaged store another name beside its own, log and all; return that name."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-hong-{stamp}{path.suffix}")
    for suffix in ("-wal", "-shm"):
        log = path.with_name(path.name + suffix)
        if log.exists():
            log.rename(aside.with_name(aside.name + suffix))
    return path.rename(aside)


def _check(path: Path) -> None:
    check_copy(path, path)


@contextmanager
def _copied(connection: sqlite3.Connection, folder: Path) -> Iterator[Path]:
    with TemporaryDirectory(prefix=".~", dir=folder, ignore_cleanup_errors=True) as beside:
        copy = Path(beside) / f"copy{_SUFFIX}"
        with closing(connect(copy)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = delete")
        yield copy


def _stamp() -> str:
    # The PC's own clock: the latest backup must be the one made last, whatever day is shown.
    return datetime.now().astimezone().strftime(_STAMP)


def _thin(store: Path, folder: Path) -> None:
    for backup in list_backups(store, folder)[KEPT:]:
        with suppress(OSError):
            backup.path.unlink()
