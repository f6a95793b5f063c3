"""The lists that go with a decision on teams: who is in them, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.access import PRIVATE_WORDS, Private
from kehoach_desktop.domain.membership import PersonId
from kehoach_desktop.domain.paper import Column, PaperAppendix, Row, Table
from kehoach_desktop.domain.team import ROLE_TITLES, TeamRole, read_unit
from kehoach_desktop.domain.team_book import TeamBook
from kehoach_desktop.domain.team_paper_words import called, person_of, reason_left, short_area
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.text import capital, roman, two_digits

MEMBERS = (
    Column("STT", 5, centred=True),
    Column("Họ và tên", 22),
    Column("Năm sinh", 8, centred=True),
    Column("Chức vụ, đơn vị", 28),
    Column("Chức danh trong Tổ", 14),
)


PRIVATE_WIDTHS = {Private.PHONE: 13, Private.ZALO: 13, Private.CCCD: 15}


def members_list(
    states: Sequence[TeamState], title: str, private: Sequence[Private] = ()
) -> PaperAppendix:
    """Return the list of everybody in the teams, under the name of each team where several.

    The facts of `private` stand in columns of their own behind those that papers print.
    """
    rows: list[Row] = []
    number = 0
    for place, state in enumerate(states, start=1):
        if len(states) > 1:
            rows.append(Row((roman(place), state.area), heading=True))
        for seat in state.seats:
            number += 1
            details = seat.person.details
            year = str(details.birth_year or "")
            role = ROLE_TITLES[seat.stay.role]
            numbers = (getattr(details, fact.value) for fact in private)
            rows.append(Row((str(number), details.full_name, year, details.post, role, *numbers)))
    added = (Column(PRIVATE_WORDS[fact], PRIVATE_WIDTHS[fact]) for fact in private)
    return PaperAppendix(title, Table((*MEMBERS, *added), tuple(rows)), _closing(number))


def _closing(people: int) -> str:
    return f"Danh sách này có {two_digits(people)} người"


@dataclass(frozen=True, slots=True)
class _Change:
    name: str
    area: str
    role: TeamRole
    reason: str = ""


def changes_list(book: TeamBook, states: Sequence[TeamState], title: str) -> PaperAppendix:
    """Return who takes part no more, who replaces whom, who is added, whose role changes."""
    kinds = {
        "Thôi tham gia": [*_withdrawn(book, states)],
        "Thay thế": [*_replaced(book, states)],
        "Bổ sung": [*_added(book, states)],
        "Thay đổi chức danh": [*_changed_roles(book, states)],
    }
    rows: list[Row] = []
    number = 0
    for place, (words, changes) in enumerate(((w, c) for w, c in kinds.items() if c), start=1):
        rows.append(Row((roman(place), words), heading=True))
        for change in changes:
            number += 1
            role = ROLE_TITLES[change.role]
            rows.append(Row((str(number), change.name, change.area, role, change.reason)))
    columns = (
        MEMBERS[0],
        Column("Họ và tên", 20),
        Column(_area_heading(states), 14),
        Column("Chức danh trong Tổ", 14),
        Column("Lý do", 24),
    )
    return PaperAppendix(title, Table(columns, tuple(rows)), _closing(number))


def _area_heading(states: Sequence[TeamState]) -> str:
    kinds = {unit.kind.value if unit else "" for unit in (read_unit(s.area) for s in states)}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return capital(kind) or "Địa bàn"


def _withdrawn(book: TeamBook, states: Sequence[TeamState]) -> Iterator[_Change]:
    for state in states:
        decided = dict(state.decision.roster) if state.decision else {}
        replaced = [pair.leaving for pair in state.changes.replaced]
        for person in (*replaced, *state.changes.withdrawn):
            reason = capital(reason_left(book, state, person))
            yield _change(book, state, person, decided[person], reason)


def _replaced(book: TeamBook, states: Sequence[TeamState]) -> Iterator[_Change]:
    for state in states:
        for pair in state.changes.replaced:
            reason = f"Thay {called(person_of(book, pair.leaving))}"
            yield _change(book, state, pair.coming, pair.role, reason)


def _added(book: TeamBook, states: Sequence[TeamState]) -> Iterator[_Change]:
    for state in states:
        roles = {seat.person.id: seat.stay.role for seat in state.seats}
        for person in state.changes.added:
            yield _change(book, state, person, roles[person])


def _changed_roles(book: TeamBook, states: Sequence[TeamState]) -> Iterator[_Change]:
    for state in states:
        for change in state.changes.changed_roles:
            before = f"trước là {ROLE_TITLES[change.before]}"
            yield _change(book, state, change.person, change.after, capital(before))


def _change(
    book: TeamBook, state: TeamState, person: PersonId, role: TeamRole, reason: str = ""
) -> _Change:
    return _Change(person_of(book, person).full_name, short_area(state), role, reason)
