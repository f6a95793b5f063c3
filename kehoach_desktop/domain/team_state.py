"""How every team stands on a day: who is in it, what is owed, and what deserves a look."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.decision import (
    DecisionChanges,
    DecisionKind,
    changes_since,
    decision_owed,
)
from kehoach_desktop.domain.membership import Membership, MembershipBook, PersonId, TeamId
from kehoach_desktop.domain.team import TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, Team, TeamBook, TeamDecision
from kehoach_desktop.domain.team_match import name_sort_key, spelling
from kehoach_desktop.domain.text import collation_key
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.i18n import mark

MOST_DEPUTIES = 2


class TeamLack(StrEnum):
    """What is missing or odd about a village's team; the first is what a list shows."""

    NO_TEAM = "no_team"
    EMPTY = "empty"
    NO_LEADER = "no_leader"
    DECISION_OWED = "decision_owed"
    MANY_DEPUTIES = "many_deputies"
    IN_TWO_TEAMS = "in_two_teams"
    IDLE = "idle"


LACK_WORDS = {
    TeamLack.NO_TEAM: mark("chưa có tổ"),
    TeamLack.EMPTY: mark("chưa có người"),
    TeamLack.NO_LEADER: mark("thiếu Tổ trưởng"),
    TeamLack.DECISION_OWED: mark("nợ quyết định"),
    TeamLack.MANY_DEPUTIES: mark("quá 2 Tổ phó"),
    TeamLack.IN_TWO_TEAMS: mark("có người ở hai tổ"),
    TeamLack.IDLE: mark("quý này chưa hoạt động"),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in a team on a day, with the stay; `elsewhere` are the other teams of that day."""

    person: KeptPerson
    stay: Membership
    elsewhere: tuple[Team, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamState:
    """A team, or a village that has none, as it stands on a day.

    `seats` stand by role, then in the order of Vietnamese names; `gone` are the stays that are
    over, the latest first. `owed` is the kind of decision that is owed, if one is. `idle` tells
    that nothing is known of what the team did in the quarter of that day.
    """

    area: str
    unit: Unit | None = None
    team: Team | None = None
    seats: tuple[Seat, ...] = ()
    gone: tuple[Seat, ...] = ()
    decision: TeamDecision | None = None
    changes: DecisionChanges = field(default_factory=DecisionChanges)
    owed: DecisionKind | None = None
    idle: bool = False

    @property
    def lacks(self) -> tuple[TeamLack, ...]:
        """What is missing or odd, the gravest first."""
        return tuple(_lacks(self))

    def holding(self, role: TeamRole) -> tuple[Seat, ...]:
        """Return who is in the team in that role."""
        return tuple(seat for seat in self.seats if seat.stay.role is role)

    def is_new(self, seat: Seat) -> bool:
        """Say whether the last decision does not know the person of `seat`."""
        known = dict(self.decision.roster) if self.decision else {}
        return self.decision is not None and seat.person.id not in known


def _lacks(state: TeamState) -> Iterator[TeamLack]:
    if state.team is None:
        yield TeamLack.NO_TEAM
        return
    if not state.seats:
        yield TeamLack.EMPTY
    elif not state.holding(TeamRole.LEADER):
        yield TeamLack.NO_LEADER
    if state.owed:
        yield TeamLack.DECISION_OWED
    if len(state.holding(TeamRole.DEPUTY)) > MOST_DEPUTIES:
        yield TeamLack.MANY_DEPUTIES
    if any(seat.elsewhere for seat in state.seats):
        yield TeamLack.IN_TWO_TEAMS
    if state.idle:
        yield TeamLack.IDLE


@dataclass(frozen=True, slots=True)
class _Look:
    """A book on a day, with the stays by team and the teams by person found once."""

    book: TeamBook
    day: date
    stays: Mapping[TeamId, Sequence[Membership]]
    serving: Mapping[PersonId, Sequence[TeamId]]


def team_states(book: TeamBook, units: Sequence[Unit], day: date) -> tuple[TeamState, ...]:
    """Return every team that exists on `day` and every village without one, by name."""
    look = _look(book, day)
    villages = [u for u in units if u.kind is UnitKind.VILLAGE and u.stands_on(day)]
    known = {unit.id for unit in units}
    states = [
        _state(look, team, _village_of(team, villages, known))
        for team in book.teams.values()
        if team.stands_on(day)
    ]
    served = {state.unit.id for state in states if state.unit}
    states.extend(TeamState(unit.name_on(day), unit) for unit in villages if unit.id not in served)
    return tuple(sorted(states, key=lambda state: area_sort_key(state.area)))


def area_sort_key(area: str) -> tuple[object, ...]:
    """Return the key that orders areas: by letters, and numbers by their size."""
    words = area.split()
    return tuple(
        (0, int(word), ()) if word.isdecimal() else (1, 0, collation_key(word)) for word in words
    )


def _village_of(team: Team, villages: Sequence[Unit], known: Collection[UnitId]) -> Unit | None:
    """Return the village of `team`: the one it is bound to, else the one of its name."""
    if team.unit in known:
        return next((unit for unit in villages if unit.id == team.unit), None)
    return next((unit for unit in villages if spelling(unit.name) == spelling(team.area)), None)


def _look(book: TeamBook, day: date) -> _Look:
    stays: dict[TeamId, list[Membership]] = {}
    serving: dict[PersonId, list[TeamId]] = {}
    for stay in book.stays.stays:
        stays.setdefault(stay.team, []).append(stay)
        if stay.stands_on(day) and book.teams[stay.team].stands_on(day):
            serving.setdefault(stay.person, []).append(stay.team)
    return _Look(book, day, stays, serving)


def _state(look: _Look, team: Team, unit: Unit | None) -> TeamState:
    own = MembershipBook(tuple(look.stays.get(team.id, ())))
    decision = look.book.decided(team.id, look.day)
    decided = dict(decision.roster) if decision else {}
    changes = changes_since(own, team.id, decided, look.day)
    people = look.book.people
    seats = [
        Seat(people[stay.person], stay, _others(look, stay.person, team))
        for stay in own.roster(team.id, look.day)
    ]
    return TeamState(
        _area(team, unit, look.day),
        unit,
        team,
        tuple(sorted(seats, key=_by_role)),
        _gone(look, own, {seat.person.id for seat in seats}),
        decision,
        changes,
        decision_owed(decided, changes),
    )


def _area(team: Team, unit: Unit | None, day: date) -> str:
    """Return the name of that day, where the village bore another one then."""
    return unit.name_on(day) if unit is not None and unit.former else team.area


def _gone(look: _Look, own: MembershipBook, here: set[PersonId]) -> tuple[Seat, ...]:
    """Return the last stay of each who was in the team and is not on that day."""
    last: dict[PersonId, Membership] = {}
    for stay in sorted(own.stays, key=lambda stay: stay.joined):
        if stay.is_over_by(look.day) and stay.person not in here:
            last[stay.person] = stay
    latest = sorted(last.values(), key=lambda stay: stay.left or look.day, reverse=True)
    return tuple(Seat(look.book.people[stay.person], stay) for stay in latest)


def _others(look: _Look, person: PersonId, own: Team) -> tuple[Team, ...]:
    return tuple(look.book.teams[t] for t in look.serving.get(person, ()) if t != own.id)


def _by_role(seat: Seat) -> tuple[int, tuple[tuple[int, ...], ...]]:
    return [*TeamRole].index(seat.stay.role), name_sort_key(seat.person.details.full_name)


def masked(number: str) -> str:
    """Return a telephone or identity number with its middle covered: "099 ••• 201"."""
    return f"{number[:3]} ••• {number[-3:]}" if len(number) > 6 else "•••" if number else ""
