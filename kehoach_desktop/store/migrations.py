"""Bring a file up to the tables of today, through sqlite-utils; loaded only when needed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database, Migrations

from kehoach_desktop.store.schema import APPLICATION_ID, MIGRATION_SET, STEPS
from kehoach_desktop.store.steps.activities import ACTIVITIES
from kehoach_desktop.store.steps.answers import ANSWERS
from kehoach_desktop.store.steps.duties import DUTIES
from kehoach_desktop.store.steps.first import FIRST
from kehoach_desktop.store.steps.forms import RETURN_FORMS
from kehoach_desktop.store.steps.issued import ISSUED
from kehoach_desktop.store.steps.other_words import OTHER_WORDS
from kehoach_desktop.store.steps.paper_drafts import PAPER_DRAFTS
from kehoach_desktop.store.steps.papers import PAPERS
from kehoach_desktop.store.steps.people import PEOPLE
from kehoach_desktop.store.steps.reading import MAPPINGS
from kehoach_desktop.store.steps.reviews import REVIEWS
from kehoach_desktop.store.steps.teams import TEAMS
from kehoach_desktop.store.steps.villages import VILLAGES

STATEMENTS = (
    FIRST,
    DUTIES,
    RETURN_FORMS,
    TEAMS,
    MAPPINGS,
    REVIEWS,
    ISSUED,
    ANSWERS,
    PAPERS,
    ACTIVITIES,
    VILLAGES,
    OTHER_WORDS,
    PAPER_DRAFTS,
    PEOPLE,
)
migrations = Migrations(MIGRATION_SET)


def _step(statements: tuple[str, ...]) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        for statement in statements:
            db.execute(statement)

    return apply


for _name, _statements in zip(STEPS, STATEMENTS, strict=True):
    migrations(name=_name)(_step(_statements))


def migrate(connection: sqlite3.Connection) -> None:
    """Apply all that is pending, or nothing; foreign keys are off afterwards.

    Rebuilding a parent table with foreign keys on would fire its ON DELETE actions. Raises
    sqlite3.Error, and IntegrityError where a reference leads nowhere afterwards.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    db = Database(connection)
    # One commit: each waits for the disk, which on old PCs makes a second of what is a blink.
    with db.atomic():
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(db)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"{len(broken)} broken references after migrating")
