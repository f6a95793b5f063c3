"""Bring a file up to the tables of today, through sqlite-utils; loaded only when needed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database, Migrations

from kehoach_desktop.store.schema import APPLICATION_ID, MIGRATION_SET, STEPS

migrations = Migrations(MIGRATION_SET)


def _step(statements: tuple[str, ...]) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        for statement in statements:
            db.execute(statement)

    return apply


for _name, _statements in STEPS.items():
    migrations(name=_name)(_step(_statements))


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is pending, each step whole or not at all; foreign keys must be off and on again.

    Rebuilding a parent table with foreign keys on would fire its ON DELETE actions. Raises
    sqlite3.Error, and IntegrityError where a reference leads nowhere afterwards.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(Database(connection))
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.IntegrityError(f"{len(broken)} broken references after migrating")
