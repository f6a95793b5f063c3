"""Compare a list with the book: each of its people found, proposed as someone, or new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kehoach_desktop.domain.membership import Membership, PersonId, TeamId
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.domain.team import DigitalTeam, Person, RosterDraft, TeamMember
from kehoach_desktop.domain.team_book import USUAL_KIND, KeptPerson, Team, TeamBook
from kehoach_desktop.domain.team_match import (
    contradict,
    may_be_one,
    same_name,
    shared_facts,
    spelling,
)
from kehoach_desktop.domain.team_update import (
    ANOTHER,
    FieldChange,
    Likeness,
    RosterUpdate,
    RowKind,
    TeamUpdate,
    UpdateRow,
    changed_fields,
    merged,
    role_of,
    said_of,
    without_cccd,
)
from kehoach_desktop.domain.text import fold
from kehoach_desktop.domain.unit import Unit

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asking:
    """How a list is taken: from which day, for which area if it names none, what was answered.

    `answers` says of a doubtful row's key the id it is the same as, or ANOTHER.
    """

    day: date
    area: str = ""
    keep_cccd: bool = False
    answers: Answers = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    """What is found out while a list is compared, row after row."""

    book: TeamBook
    units: Sequence[Unit]
    asking: Asking
    by_name: dict[str, list[KeptPerson]]
    seen: dict[str, list[tuple[str, Person, str]]] = field(default_factory=dict)
    numbers: int = 0

    def next_key(self) -> str:
        self.numbers += 1
        return f"d{self.numbers}"


def propose(
    book: TeamBook, units: Sequence[Unit], draft: RosterDraft, asking: Asking
) -> RosterUpdate:
    """Return what `draft` would change in `book`. Nobody is merged without an answer.

    A person of a team the list names, missing from it, is proposed as left.
    """
    by_name: dict[str, list[KeptPerson]] = {}
    for person in book.people.values():
        by_name.setdefault(fold(person.details.full_name), []).append(person)
    reading = _Reading(book, units, asking, by_name)
    teams = tuple(_team_update(reading, listed) for listed in _gathered(draft, asking.area))
    return RosterUpdate(asking.day, teams, draft.findings)


def _gathered(draft: RosterDraft, area: str) -> Iterator[DigitalTeam]:
    """Yield each team once with all its members; a list without an area is of `area`."""
    named: dict[tuple[str, str], DigitalTeam] = {}
    for team in draft.teams:
        own = replace(team, area=team.area or area)
        key = (spelling(own.area), fold(own.kind))
        held = named.get(key, replace(own, members=()))
        named[key] = replace(held, members=(*held.members, *own.members))
    yield from named.values()


def _team_update(reading: _Reading, listed: DigitalTeam) -> TeamUpdate:
    held = find_team(reading.book, listed.area, reading.asking.day, listed.kind)
    made = new_team(listed.area, reading.units, reading.asking.day)
    team = held or replace(made, kind=listed.kind or USUAL_KIND)
    standing = {s.person: s for s in reading.book.stays.roster(team.id, reading.asking.day)}
    rows = _Matching(reading, team, standing).rows(listed.members)
    return TeamUpdate(team, held is None, tuple(rows))


def find_team(book: TeamBook, area: str, day: date, kind: str = "") -> Team | None:
    """Return the team of that area, title or id on `day`, None where there is none.

    Of several teams of one area it is the community digital team; where a kind is named, one of
    that kind only.
    """
    if team := book.teams.get(TeamId(area)):
        return team
    key = spelling(area)
    standing = [team for team in book.teams.values() if team.stands_on(day)]
    found = [t for t in standing if key in (spelling(t.area), spelling(t.title))]
    if kind:
        found = [team for team in found if fold(team.kind) == fold(kind)]
    usual = [team for team in found if team.kind == USUAL_KIND]
    return next(iter(usual or found), None)


def alike_in(book: TeamBook, said: Person) -> Iterator[Likeness]:
    """Yield everybody held whom a new person may be: the same name and nothing against it."""
    for kept in book.people.values():
        named = same_name(kept.details, said) and not contradict(kept.details, said)
        if named or may_be_one(kept.details, said):
            stays = book.stays.of(kept.id)
            where = book.teams[stays[-1].team].area if stays else ""
            yield Likeness(kept.id, kept.details, where)


def new_team(area: str, units: Sequence[Unit], day: date) -> Team:
    """Return a team for `area`, bound to the village of that name if the office has one."""
    village = next(
        (u.id for u in units if u.stands_on(day) and spelling(u.name) == spelling(area)), None
    )
    return Team(TeamId(new_id()), area, unit=village)


class _Matching:
    """Finds for each row of one team's list who it is."""

    def __init__(
        self, reading: _Reading, team: Team, standing: Mapping[PersonId, Membership]
    ) -> None:
        self._reading, self._team, self._standing = reading, team, standing
        self._people = {p: reading.book.people[p].details for p in standing}
        self._taken: set[PersonId] = set()
        self._asked: set[str] = set()

    def rows(self, members: Sequence[TeamMember]) -> Iterator[UpdateRow]:
        """Yield a row for each member, then one for each who is missing from the list."""
        keyed = [(self._reading.next_key(), member) for member in members]
        sure = {key: self._sure(key, member, members) for key, member in keyed}
        for key, member in keyed:
            yield self._row(key, member, sure[key])
        for person, stay in self._standing.items():
            if person not in self._taken and person not in self._asked:
                details = self._people[person]
                yield UpdateRow(person, RowKind.LEFT, details, stay.role, person)

    def _sure(self, key: str, member: TeamMember, members: Sequence[TeamMember]) -> PersonId | None:
        """Return who of the team the row is beyond doubt; each person is one row only."""
        if key in self._reading.asking.answers:
            answer = PersonId(self._reading.asking.answers[key])
            known = answer in self._reading.book.people and answer not in self._taken
            return self._take(answer) if known else None
        said = member.person
        free = [p for p, held in self._people.items() if self._fits(p, said, held)]
        if len(free) > 1:
            free = [p for p in free if shared_facts(self._people[p], said)]
        namesakes = [m for m in members if m is not member and same_name(m.person, said)]
        if len(free) != 1 or (namesakes and not shared_facts(self._people[free[0]], said)):
            return None
        return self._take(free[0])

    def _fits(self, person: PersonId, said: Person, held: Person) -> bool:
        return person not in self._taken and same_name(held, said) and not contradict(held, said)

    def _take(self, person: PersonId) -> PersonId:
        self._taken.add(person)
        return person

    def _row(self, key: str, member: TeamMember, sure: PersonId | None) -> UpdateRow:
        answers, said = self._reading.asking.answers, member.person
        alike = () if sure or key in answers else tuple(self._alike(member))
        self._reading.seen.setdefault(fold(said.full_name), []).append((key, said, self._team.area))
        if alike:
            self._asked.update(like.id for like in alike)
            return self._made(key, RowKind.DOUBT, member, alike=alike)
        if sure:
            return self._known(key, member, sure)
        same_as = answers.get(key, ANOTHER)
        repeated = bool(same_as) and same_as in self._own_keys(said)
        kind = RowKind.REPEATED if repeated else RowKind.JOINED
        return self._made(key, kind, member, same_as=same_as)

    def _own_keys(self, said: Person) -> set[str]:
        seen = self._reading.seen.get(fold(said.full_name), [])
        return {key for key, _person, area in seen if area == self._team.area}

    def _known(self, key: str, member: TeamMember, person: PersonId) -> UpdateRow:
        keep_cccd = self._reading.asking.keep_cccd
        before = self._reading.book.people[person].details
        after = merged(before, member.person, keep_cccd=keep_cccd)
        stay = self._standing.get(person)
        role = role_of(member, stay.role if stay else None)
        changes = [*changed_fields(before, after)]
        if stay and role is not stay.role:
            changes.append(FieldChange("role", said_of(stay.role), said_of(role)))
        kind = RowKind.JOINED if not stay else RowKind.CHANGED if changes else RowKind.SAME
        return UpdateRow(key, kind, after, role, person, "", member.place, tuple(changes))

    def _made(
        self,
        key: str,
        kind: RowKind,
        member: TeamMember,
        *,
        same_as: str = "",
        alike: tuple[Likeness, ...] = (),
    ) -> UpdateRow:
        keep = self._reading.asking.keep_cccd
        return UpdateRow(
            key,
            kind,
            member.person if keep else without_cccd(member.person),
            role_of(member, None),
            same_as=same_as,
            place=member.place,
            alike=alike,
            role_unread=member.role is None,
        )

    def _alike(self, member: TeamMember) -> Iterator[Likeness]:
        """Yield everybody the row may be: in the team, then elsewhere, then in the list itself."""
        said, area = member.person, self._team.area
        for person, held in self._people.items():
            if person not in self._taken and _deserves_a_look(held, said):
                yield Likeness(person, held, area)
        for kept in self._reading.by_name.get(fold(said.full_name), ()):
            outside = kept.id not in self._standing and kept.id not in self._taken
            if outside and (may_be_one(kept.details, said) or self._was_here(kept, said)):
                yield Likeness(kept.id, kept.details, self._where(kept.id))
        for key, other, where in self._reading.seen.get(fold(said.full_name), ()):
            if may_be_one(other, said):
                yield Likeness(key, other, where)

    def _was_here(self, kept: KeptPerson, said: Person) -> bool:
        stays = self._reading.book.stays.of(kept.id)
        return same_name(kept.details, said) and any(s.team == self._team.id for s in stays)

    def _where(self, person: PersonId) -> str:
        book, day = self._reading.book, self._reading.asking.day
        stays = book.stays.of(person)
        standing = [stay for stay in stays if stay.stands_on(day)] or stays[-1:]
        return ", ".join(book.teams[stay.team].area for stay in standing)


def _deserves_a_look(held: Person, said: Person) -> bool:
    """Say whether one of the team may be the one of the row though it is not sure."""
    if held.cccd and held.cccd == said.cccd:
        return True
    if fold(held.full_name) == fold(said.full_name):
        return True
    return bool(held.phone) and held.phone == said.phone and held.birth_year == said.birth_year
