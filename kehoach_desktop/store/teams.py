"""The shelf of teams: teams, people, who was in when, decisions; and what the office keeps."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kehoach_desktop.domain.access import AccessKind
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.membership import LeavingReason, Membership, PersonId, TeamId
from kehoach_desktop.domain.team import Gender, Person, TeamRole
from kehoach_desktop.domain.team_book import (
    KeptPerson,
    Record,
    Team,
    TeamBook,
    TeamDecision,
    TeamStep,
    book_of,
)
from kehoach_desktop.domain.unit import UnitId
from kehoach_desktop.store.journal import Journal
from kehoach_desktop.store.rows import from_day, to_day, to_json

_PERSON = (
    "id, full_name, gender, birth_date, birth_year, post, phone, other_phones, cccd, note, zalo"
)


class Teams:
    """Teams and their people; fits services.team_ports.TeamShelf."""

    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def book(self) -> TeamBook:
        """Return everything that is kept of teams."""
        return book_of(self._records())

    def _records(self) -> Iterator[Record]:
        run = self._connection.execute
        rows = "SELECT id, area, kind, unit, since, until FROM team ORDER BY rowid"
        yield from map(_team, run(rows))
        yield from map(_person, run(f"SELECT {_PERSON} FROM person ORDER BY rowid"))
        rows = "SELECT person, team, role, joined, left_on, reason FROM membership"
        yield from map(_stay, run(f"{rows} ORDER BY joined, person, team"))
        rows = "SELECT id, team, number, decided_on, roster FROM team_decision"
        yield from map(_decision, run(f"{rows} ORDER BY decided_on, rowid"))

    def keep(self, step: TeamStep) -> None:
        """Keep what `step` says, each record with its row of the journal."""
        for before, after in sorted(step.changes, key=_in_order):
            if after is not None:
                _PUT[type(after)](self._connection, after)
            elif before is not None:
                _REMOVE[type(before)](self._connection, before)
            known = after or before
            if known is not None:
                self._journal.write(_subject(known), _told(before), _told(after))

    def erase(self, person: PersonId) -> None:
        """Remove a person for good, with what the journal says of him.

        Ids of lists stay, and that somebody looked at him or took his data out.
        """
        run = self._connection.execute
        run("DELETE FROM membership WHERE person = ?", (person,))
        run("DELETE FROM person WHERE id = ?", (person,))
        kept = ", ".join("?" * len(AccessKind))
        run(
            f"DELETE FROM journal WHERE subject = ? AND command NOT IN ({kept})",
            (f"person:{person}", *AccessKind),
        )

    def drop_cccd(self) -> int:
        """Forget every identity number; return how many were kept."""
        dropped = self._connection.execute("UPDATE person SET cccd = '' WHERE cccd <> ''")
        return dropped.rowcount

    def note(self, subject: str, told: Mapping[str, object]) -> None:
        """Keep in the journal that `subject` was looked at, with how many and by whom."""
        self._journal.write(subject, None, dict(told))

    def noted(self, commands: Sequence[str]) -> list[JournalRow]:
        """Return what those commands left in the journal, the latest first."""
        return self._journal.by(commands)

    def setting(self, key: str) -> str:
        """Return what the office chose for `key`, "" where it chose nothing."""
        row = self._connection.execute(
            "SELECT value FROM team_setting WHERE key = ?", (key,)
        ).fetchone()
        return str(row[0]) if row else ""

    def put_setting(self, key: str, value: str) -> None:
        """Keep what the office chose for `key`."""
        before = self.setting(key)
        self._connection.execute(
            "INSERT OR REPLACE INTO team_setting (key, value) VALUES (?, ?)", (key, value)
        )
        self._journal.write(f"team_setting:{key}", {"value": before}, {"value": value})


def _in_order(change: tuple[Record | None, Record | None]) -> int:
    """What refers to others is removed before them and written after them."""
    before, after = change
    refers = isinstance(after or before, (Membership, TeamDecision))
    if after is None:
        return 0 if refers else 1
    return 3 if refers else 2


def _subject(record: Record) -> str:
    if isinstance(record, Membership):
        return f"person:{record.person}"
    if isinstance(record, KeptPerson):
        return f"person:{record.id}"
    return f"team:{record.id if isinstance(record, Team) else record.team}"


def _told(record: Record | None) -> Any:
    """Return what the journal keeps of a record: never an identity number."""
    if isinstance(record, KeptPerson):
        return replace(record.details, cccd="")
    return record


def _put_team(connection: sqlite3.Connection, team: Team) -> None:
    connection.execute(
        "INSERT INTO team (id, area, kind, unit, since, until) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET area = excluded.area, kind = excluded.kind, "
        "unit = excluded.unit, since = excluded.since, until = excluded.until",
        (
            team.id,
            team.area,
            team.kind,
            team.unit or "",
            from_day(team.since),
            from_day(team.until),
        ),
    )


def _put_person(connection: sqlite3.Connection, person: KeptPerson) -> None:
    told = person.details
    columns = _PERSON.split(", ")
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
    connection.execute(
        f"INSERT INTO person ({_PERSON}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT (id) DO UPDATE SET {updates}",
        (
            person.id,
            told.full_name,
            told.gender,
            from_day(told.birth_date),
            told.birth_year,
            told.post,
            told.phone,
            to_json(told.other_phones),
            told.cccd,
            told.note,
            told.zalo,
        ),
    )


def _put_stay(connection: sqlite3.Connection, stay: Membership) -> None:
    connection.execute(
        "INSERT INTO membership (person, team, role, joined, left_on, reason) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (person, team, joined) DO UPDATE SET "
        "role = excluded.role, left_on = excluded.left_on, reason = excluded.reason",
        (
            stay.person,
            stay.team,
            stay.role,
            stay.joined.isoformat(),
            from_day(stay.left),
            stay.reason,
        ),
    )


def _put_decision(connection: sqlite3.Connection, decision: TeamDecision) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO team_decision (id, team, number, decided_on, roster) "
        "VALUES (?, ?, ?, ?, ?)",
        (
            decision.id,
            decision.team,
            decision.number,
            decision.decided_on.isoformat(),
            to_json(decision.roster),
        ),
    )


def _remove_stay(connection: sqlite3.Connection, stay: Membership) -> None:
    connection.execute(
        "DELETE FROM membership WHERE person = ? AND team = ? AND joined = ?",
        (stay.person, stay.team, stay.joined.isoformat()),
    )


def _remover(table: str) -> Callable[[sqlite3.Connection, Any], None]:
    def remove(connection: sqlite3.Connection, record: Any) -> None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (record.id,))

    return remove


_PUT: dict[type, Callable[[sqlite3.Connection, Any], None]] = {
    Team: _put_team,
    KeptPerson: _put_person,
    Membership: _put_stay,
    TeamDecision: _put_decision,
}
_REMOVE: dict[type, Callable[[sqlite3.Connection, Any], None]] = {
    Team: _remover("team"),
    KeptPerson: _remover("person"),
    Membership: _remove_stay,
    TeamDecision: _remover("team_decision"),
}


def _team(row: tuple[Any, ...]) -> Team:
    key, area, kind, unit, since, until = row
    return Team(
        TeamId(key), area, kind, UnitId(unit) if unit else None, to_day(since), to_day(until)
    )


def _person(row: tuple[Any, ...]) -> KeptPerson:
    key, name, gender, born, year, post, phone, others, cccd, note, zalo = row
    told = Person(
        name,
        Gender(gender) if gender else None,
        to_day(born),
        year,
        post,
        phone,
        tuple(json.loads(others)),
        cccd,
        note,
        zalo,
    )
    return KeptPerson(PersonId(key), told)


def _stay(row: tuple[Any, ...]) -> Membership:
    person, team, role, joined, left, reason = row
    return Membership(
        PersonId(person),
        TeamId(team),
        TeamRole(role),
        date.fromisoformat(joined),
        to_day(left),
        LeavingReason(reason) if reason else None,
    )


def _decision(row: tuple[Any, ...]) -> TeamDecision:
    key, team, number, decided_on, roster = row
    listed = tuple((PersonId(person), TeamRole(role)) for person, role in json.loads(roster))
    return TeamDecision(key, TeamId(team), number, date.fromisoformat(decided_on), listed)
