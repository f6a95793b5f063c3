"""Dated membership against a second account of the same events, kept day by day."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_desktop.domain.decision import (
    DecisionChanges,
    DecisionKind,
    Replacement,
    RoleChange,
    changes_since,
    decision_owed,
)
from kehoach_desktop.domain.membership import (
    LeavingReason,
    MembershipBook,
    MembershipRefused,
    PersonId,
    TeamId,
)
from kehoach_desktop.domain.team import TeamRole

FIRST = date(2025, 8, 1)
LENGTH = 14
PEOPLE = [PersonId(name) for name in "abcde"]
TEAMS = [TeamId(name) for name in "XYZ"]
A, B, C = PEOPLE[:3]
X, Y = TEAMS[:2]
LEADER, DEPUTY, MEMBER = TeamRole

Stay = tuple[TeamRole, int]
Diary = dict[TeamId, list[dict[PersonId, Stay]]]


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


class Refused(Exception):
    """The diary takes no such entry."""


class Keeper:
    """Writes down for each team and day who was there; knows nothing of beginnings and ends."""

    def __init__(self) -> None:
        self.diary: Diary = {team: [{} for _day in range(LENGTH + 1)] for team in TEAMS}
        self.number = 0

    def tried(self, entry: Callable[[], None]) -> bool:
        kept = deepcopy(self.diary)
        try:
            entry()
        except Refused:
            self.diary = kept
            return False
        return True

    def join(self, person: PersonId, team: TeamId, role: TeamRole, day: int) -> None:
        ahead = self.diary[team][day:]
        leads = any(LEADER in [role for role, _number in page.values()] for page in ahead)
        if any(person in page for page in ahead) or (role is LEADER and leads):
            raise Refused
        self.number += 1
        for page in ahead:
            page[person] = (role, self.number)

    def leave(self, person: PersonId, team: TeamId, day: int) -> None:
        pages = self.diary[team]
        stay = pages[day].get(person)
        if stay is None or day == 0 or pages[day - 1].get(person) != stay:
            raise Refused
        if pages[-1].get(person) != stay:
            raise Refused
        for page in pages[day:]:
            del page[person]

    def move(self, person: PersonId, team: TeamId, to: TeamId, role: TeamRole, day: int) -> None:
        self.leave(person, team, day)
        self.join(person, to, role, day)

    def role(self, person: PersonId, team: TeamId, role: TeamRole, day: int) -> None:
        self.leave(person, team, day)
        self.join(person, team, role, day)

    def merge(self, teams: list[TeamId], into: TeamId, day: int, leader: PersonId) -> None:
        for team in sorted(set(teams) - {into}):
            pages = self.diary[team]
            before = {stay for page in pages[:day] for stay in page.values()}
            if any(stay not in before for page in pages[day:] for stay in page.values()):
                raise Refused
            for person in [*pages[day]]:
                self.leave(person, team, day)
                if not any(person in page for page in self.diary[into][day:]):
                    self.join(person, into, LEADER if person == leader else MEMBER, day)

    def changes(self, team: TeamId, since: int, until: int) -> DecisionChanges:
        """Recompute from the pages alone what a decision must say."""
        pages = self.diary[team]
        old = {person: role for person, (role, _number) in pages[since].items()}
        new = {person: role for person, (role, _number) in pages[until].items()}
        gone, come = sorted(set(old) - set(new)), sorted(set(new) - set(old))
        ends = {p: max(d for d in range(until) if p in pages[d]) + 1 for p in gone}
        starts = {
            p: min(d for d in range(until + 1) if pages[d].get(p) == pages[until][p]) for p in come
        }
        pairs: dict[PersonId, PersonId] = {}
        for person in gone:
            for other in come:
                same_day = old[person] is LEADER or ends[person] == starts[other]
                if new[other] is old[person] and same_day and other not in pairs.values():
                    pairs[person] = other
                    break
        return DecisionChanges(
            tuple(Replacement(old[p], p, pairs[p]) for p in gone if p in pairs),
            tuple(p for p in come if p not in pairs.values()),
            tuple(p for p in gone if p not in pairs),
            tuple(
                RoleChange(p, old[p], new[p])
                for p in sorted(set(old) & set(new))
                if old[p] != new[p]
            ),
        )


people, teams, roles = (st.sampled_from(kinds) for kinds in (PEOPLE, TEAMS, [*TeamRole]))
days = st.integers(0, LENGTH - 1)
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("join"), people, teams, roles, days),
        st.tuples(st.just("join"), people, teams, roles, days),
        st.tuples(st.just("leave"), people, teams, days),
        st.tuples(st.just("move"), people, teams, teams, roles, days),
        st.tuples(st.just("role"), people, teams, roles, days),
        st.tuples(st.just("merge"), st.lists(teams, min_size=1), teams, days, people),
    ),
    max_size=24,
)


def enter(book: MembershipBook, event: tuple[object, ...]) -> MembershipBook:
    """Return the book after `event`, unchanged where it refuses."""
    try:
        match event:
            case ("join", person, team, role, day):
                return book.join(person, team, role, on(day))  # type: ignore[arg-type]  # as drawn
            case ("leave", person, team, day):
                return book.leave(person, team, on(day), LeavingReason.OTHER)  # type: ignore[arg-type]  # as drawn
            case ("move", person, team, to, role, day):
                return book.move(person, team, to, role, on(day))  # type: ignore[arg-type]  # as drawn
            case ("role", person, team, role, day):
                return book.change_role(person, team, role, on(day))  # type: ignore[arg-type]  # as drawn
            case ("merge", several, into, day, leader):
                return book.merge(several, into, on(day), leader)  # type: ignore[arg-type]  # as drawn
    except MembershipRefused:
        return book
    raise AssertionError(event)


@settings(max_examples=300, deadline=None)
@given(EVENTS, days, days)
def test_every_roster_and_every_change_equals_the_diary(
    events: list[tuple[object, ...]], one: int, other: int
) -> None:
    book, keeper = MembershipBook(), Keeper()
    for event in events:
        verb, *what = event
        entered = enter(book, event)
        taken = keeper.tried(lambda verb=verb, what=what: getattr(keeper, str(verb))(*what))  # type: ignore[misc]  # bound at once
        assert taken or entered == book
        book = entered
    since, until = sorted((one, other))
    for team in TEAMS:
        for day in range(LENGTH):
            told = {stay.person: stay.role for stay in book.roster(team, on(day))}
            assert told == {p: role for p, (role, _n) in keeper.diary[team][day].items()}
        decided = {stay.person: stay.role for stay in book.roster(team, on(since))}
        assert changes_since(book, team, decided, on(until)) == keeper.changes(team, since, until)


@settings(max_examples=100, deadline=None)
@given(EVENTS)
def test_no_team_has_two_leaders_and_nobody_is_twice_in_one(
    events: list[tuple[object, ...]],
) -> None:
    book = MembershipBook()
    for event in events:
        book = enter(book, event)
    for team in TEAMS:
        for day in range(LENGTH):
            roster = book.roster(team, on(day))
            assert len({stay.person for stay in roster}) == len(roster)
            assert sum(stay.role is LEADER for stay in roster) <= 1


def test_a_new_village_head_replaces_the_old_one() -> None:
    book = MembershipBook().join(A, X, LEADER, on(0)).join(B, X, MEMBER, on(0))
    decided = {stay.person: stay.role for stay in book.roster(X, on(0))}
    book = book.leave(A, X, on(5), LeavingReason.REPLACED).join(C, X, LEADER, on(7))
    assert not changes_since(book, X, decided, on(4)).is_owed
    assert changes_since(book, X, decided, on(6)).withdrawn == (A,)
    changes = changes_since(book, X, decided, on(7))
    assert changes == DecisionChanges(replaced=(Replacement(LEADER, A, C),))
    assert decision_owed(decided, changes) is DecisionKind.REORGANISATION


def test_a_member_takes_a_place_only_on_the_day_it_was_left() -> None:
    book = MembershipBook().join(A, X, MEMBER, on(0))
    decided = {A: MEMBER}
    left = book.leave(A, X, on(5), LeavingReason.RELOCATED)
    same_day = changes_since(left.join(B, X, MEMBER, on(5)), X, decided, on(9))
    assert same_day == DecisionChanges(replaced=(Replacement(MEMBER, A, B),))
    later = changes_since(left.join(B, X, MEMBER, on(6)), X, decided, on(9))
    assert later == DecisionChanges(added=(B,), withdrawn=(A,))
    other_role = changes_since(left.join(B, X, DEPUTY, on(5)), X, decided, on(9))
    assert other_role == DecisionChanges(added=(B,), withdrawn=(A,))


def test_a_team_without_a_decision_is_owed_its_first() -> None:
    book = MembershipBook().join(A, X, LEADER, on(0))
    assert decision_owed({}, changes_since(book, X, {}, on(0))) is DecisionKind.ESTABLISHMENT
    assert decision_owed({}, changes_since(book, Y, {}, on(0))) is None


def test_who_came_back_stands_again_and_both_stays_are_kept() -> None:
    book = MembershipBook().join(A, X, MEMBER, on(0))
    book = book.leave(A, X, on(3), LeavingReason.TRANSFERRED).join(A, X, DEPUTY, on(6))
    assert [len(book.roster(X, on(day))) for day in (2, 3, 5, 6)] == [1, 0, 0, 1]
    assert [stay.role for stay in book.of(A)] == [MEMBER, DEPUTY]


def test_merging_teams_brings_everybody_once_under_the_leader_named() -> None:
    book = MembershipBook().join(A, X, LEADER, on(0)).join(B, Y, LEADER, on(0))
    book = book.join(A, Y, MEMBER, on(1)).merge([X, Y], TEAMS[2], on(5), leader=B)
    assert [(s.person, s.role) for s in book.roster(TEAMS[2], on(5))] == [(B, LEADER), (A, MEMBER)]
    assert book.roster(X, on(5)) == book.roster(Y, on(5)) == ()
    assert [s.person for s in book.roster(X, on(4))] == [A]


def test_one_person_in_two_teams_is_allowed_and_can_be_seen() -> None:
    book = MembershipBook().join(A, X, MEMBER, on(0)).join(A, Y, MEMBER, on(2))
    standing = [[s.team for s in book.of(A) if s.stands_on(on(day))] for day in (1, 2)]
    assert standing == [[X], [X, Y]]


def test_refusals_say_the_day() -> None:
    book = MembershipBook().join(A, X, LEADER, on(0))
    with pytest.raises(MembershipRefused, match="01/08/2025"):
        book.join(A, X, MEMBER, on(3))
    with pytest.raises(MembershipRefused, match="đã có tổ trưởng"):
        book.join(B, X, LEADER, on(3))
    with pytest.raises(MembershipRefused, match="chưa thể thôi"):
        book.leave(A, X, on(0), LeavingReason.OTHER)
    with pytest.raises(MembershipRefused, match="không có tên"):
        book.leave(B, X, on(1), LeavingReason.OTHER)
