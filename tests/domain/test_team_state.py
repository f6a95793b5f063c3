"""How a team stands on a day: its seats, what it lacks, and what of its people is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.domain.membership import Membership, MembershipBook, PersonId, TeamId
from kehoach_desktop.domain.team import Person, TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, Team, TeamBook, TeamDecision, book_of
from kehoach_desktop.domain.team_state import TeamLack, TeamState, masked, team_states
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind

JUNE, JULY, AUGUST = date(2025, 6, 1), date(2025, 7, 1), date(2025, 8, 1)
DONG, TAY = Team(TeamId("d"), "Thôn Đông", since=JUNE), Team(TeamId("t"), "Thôn Tây", since=JUNE)
ROSTER = (TeamRole.LEADER, TeamRole.DEPUTY, TeamRole.DEPUTY, TeamRole.MEMBER)


def a_book(*roles: TeamRole, teams: tuple[Team, ...] = (DONG, TAY)) -> TeamBook:
    """A book whose people p0, p1 … are in Thôn Đông in those roles since June."""
    people = [KeptPerson(PersonId(f"p{n}"), Person(f"Lê Văn {n}")) for n in range(len(roles))]
    stays = [
        Membership(person.id, DONG.id, role, JUNE)
        for person, role in zip(people, roles, strict=True)
    ]
    return book_of((*teams, *people, *stays))


def state_of(book: TeamBook, area: str = DONG.area, day: date = JULY) -> TeamState:
    return next(state for state in team_states(book, (), day) if state.area == area)


def decided(book: TeamBook) -> TeamBook:
    """The book with the list of Thôn Đông fixed as it stands."""
    roster = tuple((stay.person, stay.role) for stay in book.stays.roster(DONG.id, JUNE))
    return book.with_decision(TeamDecision("q", DONG.id, "12/QĐ-UBND", JUNE, roster))


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0987654201", "098 ••• 201"),
        ("038085012345", "038 ••• 345"),
        ("123456", "•••"),
        ("113", "•••"),
        ("", ""),
    ],
)
def test_a_number_is_covered_and_a_short_one_whole(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_a_team_with_a_leader_two_deputies_and_its_decision_lacks_nothing() -> None:
    assert state_of(decided(a_book(*ROSTER))).lacks == ()


@pytest.mark.parametrize(
    ("roles", "lack"),
    [
        ((), TeamLack.EMPTY),
        ((TeamRole.DEPUTY, TeamRole.MEMBER), TeamLack.NO_LEADER),
        ((*ROSTER, TeamRole.DEPUTY), TeamLack.MANY_DEPUTIES),
    ],
)
def test_what_a_team_lacks_is_told(roles: tuple[TeamRole, ...], lack: TeamLack) -> None:
    assert lack in state_of(decided(a_book(*roles))).lacks


def test_a_decision_is_owed_until_one_fixed_the_list() -> None:
    assert TeamLack.DECISION_OWED in state_of(a_book(*ROSTER)).lacks


def test_a_village_without_a_team_lacks_one_and_nothing_else() -> None:
    village = Unit(UnitId("u"), "Thôn Nam", UnitKind.VILLAGE)
    (state,) = team_states(TeamBook(), (village,), JULY)

    assert (state.area, state.lacks) == ("Thôn Nam", (TeamLack.NO_TEAM,))
    assert replace(state, idle=True).lacks == (TeamLack.NO_TEAM,)


def test_the_other_team_of_a_person_is_told_while_both_stand() -> None:
    over = replace(TAY, until=AUGUST)
    book = a_book(*ROSTER, teams=(DONG, over))
    second = Membership(PersonId("p0"), TAY.id, TeamRole.MEMBER, JUNE)
    book = book.with_stays(MembershipBook((*book.stays.stays, second)))

    assert state_of(book).seats[0].elsewhere == (over,)
    assert TeamLack.IN_TWO_TEAMS in state_of(book).lacks
    september = state_of(book, day=date(2025, 9, 1))
    assert september.seats[0].elsewhere == ()
    assert TeamLack.IN_TWO_TEAMS not in september.lacks


def test_who_left_is_among_the_gone_the_latest_first_and_who_came_back_is_not() -> None:
    book = a_book(*ROSTER)
    p1, p2, p3 = (
        replace(stay, left=left)
        for stay, left in zip(book.stays.stays[1:], (JULY, AUGUST, JULY), strict=True)
    )
    back = Membership(p3.person, DONG.id, TeamRole.MEMBER, AUGUST)
    book = book.with_stays(MembershipBook((book.stays.stays[0], p1, p2, p3, back)))

    state = state_of(book, day=AUGUST)
    assert [seat.person.id for seat in state.seats] == ["p0", "p3"]
    assert [seat.person.id for seat in state.gone] == ["p2", "p1"]
