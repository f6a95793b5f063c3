"""The verbs that let personal data out of the program, and the list of who did."""

from __future__ import annotations

import getpass
from collections.abc import Sequence

from kehoach_desktop.domain.access import Access, AccessKind, Private
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.membership import PersonId, TeamId
from kehoach_desktop.domain.team_book import TeamBook
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.services.ports import Store

EVERYBODY = "teams"


def machine_user() -> str:
    """Return the user of this PC, "" where the system tells none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class Disclosing:
    """What was shown and taken out: each time one row of the journal, never a value."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def exported(
        self, states: Sequence[TeamState], what: str, private: Sequence[Private] = ()
    ) -> None:
        """Keep that the lists of those teams left the program as `what` ("xlsx", "in", "pdf")."""
        teams = [state.team.id for state in states if state.team]
        about = f"team:{teams[0]}" if len(teams) == 1 else EVERYBODY
        self._note(about, sum(len(state.seats) for state in states), what, private)

    def exported_person(self, person: PersonId, what: str) -> None:
        """Keep that everything held about a person left the program."""
        self._note(f"person:{person}", 1, what, tuple(Private))

    def _note(self, about: str, count: int, what: str, private: Sequence[Private]) -> None:
        told = {"count": count, "user": machine_user(), "what": what, "private": [*private]}
        with self._store.command(AccessKind.EXPORT) as shelves:
            shelves.teams.note(about, told)

    def accesses(self) -> tuple[Access, ...]:
        """Return every look and export, the latest first."""
        with self._store.reading() as shelves:
            book = shelves.teams.book()
            rows = shelves.teams.noted([*AccessKind])
        return tuple(_access(row, book) for row in rows)


def _access(row: JournalRow, book: TeamBook) -> Access:
    told = row.after or {}
    return Access(
        row.at,
        AccessKind(row.command),
        str(told.get("user", "")),
        _about(row.subject, book),
        int(told.get("count", 1)),
        str(told.get("what", "")),
        tuple(Private(name) for name in told.get("private", ())),
    )


def _about(subject: str, book: TeamBook) -> str:
    """Return the team or person that still stands in the book, "" for all teams or for none."""
    kind, _colon, key = subject.partition(":")
    if kind == "team" and TeamId(key) in book.teams:
        return book.teams[TeamId(key)].title
    if kind == "person" and PersonId(key) in book.people:
        return book.people[PersonId(key)].details.full_name
    return ""
