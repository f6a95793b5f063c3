"""The verbs around teams: who joins, leaves, moves; a list taken in; what was decided."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.access import AccessKind
from kehoach_desktop.domain.figure_cell import quarter_of
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.membership import LeavingReason, PersonId, TeamId
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.domain.team import Person, RosterDraft, TeamRole
from kehoach_desktop.domain.team_book import (
    USUAL_KIND,
    KeptPerson,
    Team,
    TeamBook,
    TeamDecision,
    TeamStep,
    difference,
)
from kehoach_desktop.domain.team_match import spelling
from kehoach_desktop.domain.team_proposal import Asking, alike_in, find_team, new_team, propose
from kehoach_desktop.domain.team_state import TeamState, team_states
from kehoach_desktop.domain.team_taking import closed, ended, in_role, merged, take_in
from kehoach_desktop.domain.team_update import Likeness, RosterUpdate, without_cccd
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.services.disclosing import machine_user
from kehoach_desktop.services.ports import Clock, Shelves, Store
from kehoach_desktop.services.team_refusals import (
    AreaUnknown,
    NamelessPerson,
    NothingToTakeIn,
    TeamAlreadyHeld,
    UnknownPerson,
    UnknownTeam,
)

KEEP_CCCD = "keep_cccd"
BEFORE_LIST = "truoc-nhan-danh-sach"


class Rosters:
    """The teams of the office. Each verb keeps one step and returns it; `keep` takes it back."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> date:
        """Return the day it is."""
        return self._clock.today()

    def book(self) -> TeamBook:
        """Return everything that is kept of teams."""
        with self._store.reading() as shelves:
            return shelves.teams.book()

    def states(self, on: date | None = None) -> tuple[TeamState, ...]:
        """Return every team and every village without one, as they stand on a day (today).

        Where the office keeps activities at all, a team without any in that quarter is idle.
        """
        with self._store.reading() as shelves:
            day = on or self.today()
            states = team_states(shelves.teams.book(), shelves.units.all(), day)
            active = _active(shelves, quarter_of(day))
        if active is None:
            return states
        return tuple(
            replace(s, idle=s.team is not None and s.team.id not in active) for s in states
        )

    def history(self, person: PersonId) -> tuple[JournalRow, ...]:
        """Return what was done to a person and his stays, the latest first."""
        with self._store.reading() as shelves:
            return tuple(shelves.history(f"person:{person}"))

    def team(self, name: str, on: date) -> Team:
        """Return the team of that id or area on a day. Raises UnknownTeam."""
        found = find_team(self.book(), squeeze(clean(name)), on)
        if found is None:
            raise UnknownTeam(name)
        return found

    def person(self, name: str, team: TeamId | None = None, on: date | None = None) -> KeptPerson:
        """Return who bears that id or name, of `team` on a day if named. Raises UnknownPerson."""
        book = self.book()
        if kept := book.people.get(PersonId(name)):
            return kept
        roster = book.stays.roster(team, on or self.today()) if team else ()
        here = {stay.person for stay in roster}
        named = [p for p in book.people.values() if fold(p.details.full_name) == fold(name)]
        found = [p for p in named if p.id in here] if here else named
        exact = [p for p in found if p.details.full_name == squeeze(clean(name))]
        if len(exact or found) != 1:
            raise UnknownPerson(name, exact or found)
        return (exact or found)[0]

    def alike(self, person: Person) -> tuple[Likeness, ...]:
        """Return everybody held whom a person to be added may be."""
        return tuple(alike_in(self.book(), person))

    def add_team(self, area: str, kind: str = "", since: date | None = None) -> TeamStep:
        """Keep a new team for an area.

        Raises AreaUnknown; TeamAlreadyHeld where it has one of that kind then or later on.
        """
        name, called = squeeze(clean(area)), squeeze(clean(kind)) or USUAL_KIND
        if not name:
            raise AreaUnknown
        with self._store.reading() as shelves:
            book, units = shelves.teams.book(), shelves.units.all()
        day = since or self.today()
        team = replace(new_team(name, units, day), kind=called, since=since)
        for held in book.teams.values():
            same = spelling(held.area) == spelling(team.area) and fold(held.kind) == fold(called)
            if same and (held.until or day) >= day:
                raise TeamAlreadyHeld(held.area)
        return self._keep("add_team", book, book.with_team(team))

    def end_team(self, team: TeamId, on: date) -> TeamStep:
        """Let `on` be the last day of a team; the people in it leave the day after."""
        return self._change("end_team", lambda book: closed(book, team, on))

    def merge(
        self, teams: Collection[TeamId], into: TeamId, on: date, leader: PersonId | None = None
    ) -> TeamStep:
        """Bring everybody of `teams` into the team `into` from `on` on; the others end."""
        return self._change("merge_teams", lambda book: merged(book, teams, into, on, leader))

    def add(self, person: Person, team: TeamId, role: TeamRole, on: date) -> TeamStep:
        """Keep a new person in `team` from `on` on. Raises NamelessPerson, MembershipRefused."""
        named = replace(person, full_name=squeeze(clean(person.full_name)))
        if not named.full_name:
            raise NamelessPerson
        kept = KeptPerson(PersonId(new_id()), self._allowed(named))
        return self._change(
            "join_team",
            lambda book: book.with_people(kept).with_stays(
                book.stays.join(kept.id, team, role, on)
            ),
        )

    def join(self, person: PersonId, team: TeamId, role: TeamRole, on: date) -> TeamStep:
        """Let a known person be in `team` from `on` on; he may be in another too."""
        return self._change(
            "join_team",
            lambda book: book.with_stays(book.stays.join(person, team, role, on)),
        )

    def leave(self, person: PersonId, team: TeamId, on: date, reason: LeavingReason) -> TeamStep:
        """Let a person be in `team` no more from `on` on."""
        return self._change(
            "leave_team",
            lambda book: book.with_stays(ended(book.stays, person, team, on, reason)),
        )

    def change_role(self, person: PersonId, team: TeamId, role: TeamRole, on: date) -> TeamStep:
        """Give a person another role in `team` from `on` on."""
        return self._change(
            "change_role",
            lambda book: book.with_stays(in_role(book.stays, person, team, role, on)),
        )

    def move(
        self, person: PersonId, team: TeamId, to: TeamId, role: TeamRole, on: date
    ) -> TeamStep:
        """Let a person go from `team` to the team `to` on `on`."""
        return self._change(
            "move_member",
            lambda book: book.with_stays(book.stays.move(person, team, to, role, on)),
        )

    def amend(self, person: KeptPerson) -> TeamStep:
        """Keep corrected facts of a person. Raises NamelessPerson."""
        name = squeeze(clean(person.details.full_name))
        if not name:
            raise NamelessPerson
        kept = replace(person, details=self._allowed(replace(person.details, full_name=name)))
        return self._change("amend_person", lambda book: book.with_people(kept))

    def propose(self, draft: RosterDraft, asking: Asking) -> RosterUpdate:
        """Return what a list would change; nothing is kept. Raises AreaUnknown."""
        if not asking.area and any(not team.area for team in draft.teams):
            raise AreaUnknown
        with self._store.reading() as shelves:
            asked = replace(asking, keep_cccd=_keeps_cccd(shelves.teams.setting(KEEP_CCCD)))
            return propose(shelves.teams.book(), shelves.units.all(), draft, asked)

    def take_in(
        self, update: RosterUpdate, skipped: Collection[str] = (), number: str = ""
    ) -> TeamStep:
        """Take a compared list in as one step, after a backup; doubts and `skipped` stay out.

        `number` is that of the decision whose list it is, "" where none was made. Raises
        NothingToTakeIn, MembershipRefused.
        """
        before = self.book()
        after = take_in(before, update, skipped)
        if number:
            for listed in update.teams:
                after = _decided(after, listed.team.id, number, update.day)
        if not difference(before, after).changes:
            raise NothingToTakeIn
        self._store.back_up(BEFORE_LIST)
        return self._keep("take_in_roster", before, after)

    def decide(self, team: TeamId, number: str, on: date) -> TeamStep:
        """Keep that a decision of that day fixed the team's list as it stands on the day."""
        return self._change("decide_team", lambda book: _decided(book, team, number, on))

    def decide_all(self, teams: Collection[TeamId], number: str, on: date) -> TeamStep:
        """Keep that one decision fixed the lists of several teams, as one step."""
        step = self.deciding(teams, number, on)
        with self._store.command("decide_team") as shelves:
            shelves.teams.keep(step)
        return step

    def deciding(self, teams: Collection[TeamId], number: str, on: date) -> TeamStep:
        """Return the step by which one decision fixes the lists of several teams; none is kept."""
        before = after = self.book()
        for team in teams:
            after = _decided(after, team, number, on)
        return difference(before, after)

    def keep(self, step: TeamStep) -> None:
        """Keep a step again, or take one back: `keep(step.reversed())`."""
        with self._store.command("step_teams") as shelves:
            shelves.teams.keep(step)

    def reveal(self, team: TeamId, count: int) -> None:
        """Keep in the journal that `count` telephone numbers of a team were shown."""
        with self._store.command(AccessKind.REVEAL) as shelves:
            shelves.teams.note(f"team:{team}", {"count": count, "user": machine_user()})

    def reveal_person(self, person: PersonId) -> None:
        """Keep in the journal that everything held about a person was shown."""
        with self._store.command(AccessKind.SHOW) as shelves:
            shelves.teams.note(f"person:{person}", {"count": 1, "user": machine_user()})

    def erase(self, person: PersonId) -> None:
        """Remove a person for good; this cannot be undone."""
        with self._store.command(AccessKind.ERASE) as shelves:
            shelves.teams.erase(person)
            shelves.teams.note(f"person:{person}", {"count": 1, "user": machine_user()})

    def keeps_cccd(self) -> bool:
        """Say whether the office keeps identity numbers; by itself it does not."""
        with self._store.reading() as shelves:
            return _keeps_cccd(shelves.teams.setting(KEEP_CCCD))

    def keep_cccd(self, wanted: bool) -> int:
        """Keep identity numbers from now on, or forget those kept; return how many were."""
        with self._store.command("keep_cccd") as shelves:
            shelves.teams.put_setting(KEEP_CCCD, "yes" if wanted else "no")
            return 0 if wanted else shelves.teams.drop_cccd()

    def _allowed(self, person: Person) -> Person:
        return person if self.keeps_cccd() else without_cccd(person)

    def _change(self, name: str, change: Callable[[TeamBook], TeamBook]) -> TeamStep:
        before = self.book()
        return self._keep(name, before, change(before))

    def _keep(self, name: str, before: TeamBook, after: TeamBook) -> TeamStep:
        step = difference(before, after)
        with self._store.command(name) as shelves:
            shelves.teams.keep(step)
        return step


def _keeps_cccd(setting: str) -> bool:
    return setting == "yes"


def _decided(book: TeamBook, team: TeamId, number: str, day: date) -> TeamBook:
    """Return the book with the list of that day decided; the same decision is not kept twice."""
    roster = tuple((stay.person, stay.role) for stay in book.stays.roster(team, day))
    named, last = squeeze(clean(number)), book.decided(team, day)
    again = last is not None and (last.number, last.decided_on) == (named, day)
    key = last.id if last and again else new_id()
    return book.with_decision(TeamDecision(key, team, named, day, roster))


def _active(shelves: Shelves, quarter: ReportingPeriod) -> frozenset[TeamId | None] | None:
    """Return the teams that did something in a quarter, None where nothing was ever kept."""
    if shelves.activities.latest() is None:
        return None
    done = shelves.activities.tallies(quarter.first_day, quarter.last_day)
    return frozenset(tally.team for tally in done)
