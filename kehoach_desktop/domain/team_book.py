"""Everything that is kept of teams: the teams, their people, who was in when, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kehoach_desktop.domain.membership import Membership, MembershipBook, PersonId, TeamId
from kehoach_desktop.domain.span import Span
from kehoach_desktop.domain.team import Person, TeamRole
from kehoach_desktop.domain.unit import UnitId

USUAL_KIND = "Tổ công nghệ số cộng đồng"


@dataclass(frozen=True, slots=True)
class Team:
    """A team: what it is called and which area it serves; `until` is its last day.

    `kind` is what the office calls such a team; `unit` the village, where one is known.
    """

    id: TeamId
    area: str
    kind: str = USUAL_KIND
    unit: UnitId | None = None
    since: date | None = None
    until: date | None = None

    @property
    def title(self) -> str:
        """The full name as papers write it: "Tổ công nghệ số cộng đồng thôn Tân Lập"."""
        return f"{self.kind} {self.area[:1].lower()}{self.area[1:]}".strip()

    @property
    def short_title(self) -> str:
        """The area alone for a community digital team, the full name for any other."""
        return self.area if self.kind == USUAL_KIND else self.title

    def stands_on(self, day: date) -> bool:
        """Say whether the team exists on `day`."""
        return day in Span(self.since, self.until)


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """A person who is or was in a team, with all that is kept of him."""

    id: PersonId
    details: Person


@dataclass(frozen=True, slots=True)
class TeamDecision:
    """A decision on a team, with the list it froze: who was in it, in which role."""

    id: str
    team: TeamId
    number: str
    decided_on: date
    roster: tuple[tuple[PersonId, TeamRole], ...] = ()


Record = Team | KeptPerson | Membership | TeamDecision
RecordKey = tuple[str, ...]


def key_of(record: Record) -> RecordKey:
    """Return what tells a record from all others, whatever else of it changes."""
    if isinstance(record, Membership):
        return ("stay", record.person, record.team, record.joined.isoformat())
    return (type(record).__name__, record.id)


@dataclass(frozen=True, slots=True)
class TeamStep:
    """One step of the office: each record it touched, as it was before and as it is after.

    None stands where the record was not there.
    """

    changes: tuple[tuple[Record | None, Record | None], ...] = ()

    def reversed(self) -> TeamStep:
        """Return the step that takes this one back."""
        return TeamStep(tuple((after, before) for before, after in reversed(self.changes)))


@dataclass(frozen=True, slots=True)
class TeamBook:
    """All teams of an office with their people; each change returns a new book."""

    teams: Mapping[TeamId, Team] = field(default_factory=dict)
    people: Mapping[PersonId, KeptPerson] = field(default_factory=dict)
    stays: MembershipBook = field(default_factory=MembershipBook)
    decisions: Mapping[str, TeamDecision] = field(default_factory=dict)

    def with_team(self, team: Team) -> TeamBook:
        """Return the book with `team`, in the place of the one with its id."""
        return replace(self, teams={**self.teams, team.id: team})

    def with_people(self, *people: KeptPerson) -> TeamBook:
        """Return the book with `people`, in the place of those with their ids."""
        return replace(self, people={**self.people, **{person.id: person for person in people}})

    def with_stays(self, stays: MembershipBook) -> TeamBook:
        """Return the book with those stays."""
        return replace(self, stays=stays)

    def with_decision(self, decision: TeamDecision) -> TeamBook:
        """Return the book with `decision`."""
        return replace(self, decisions={**self.decisions, decision.id: decision})

    def decided(self, team: TeamId, day: date) -> TeamDecision | None:
        """Return the last decision on `team` up to `day`, None where there was none."""
        told = [d for d in self.decisions.values() if d.team == team and d.decided_on <= day]
        return max(told, key=lambda decision: decision.decided_on, default=None)

    def records(self) -> Iterator[Record]:
        """Yield everything the book holds."""
        yield from self.teams.values()
        yield from self.people.values()
        yield from self.stays.stays
        yield from self.decisions.values()


def book_of(records: Iterable[Record]) -> TeamBook:
    """Return the book of those records."""
    held = [*records]
    return TeamBook(
        {record.id: record for record in held if isinstance(record, Team)},
        {record.id: record for record in held if isinstance(record, KeptPerson)},
        MembershipBook(tuple(record for record in held if isinstance(record, Membership))),
        {record.id: record for record in held if isinstance(record, TeamDecision)},
    )


def difference(before: TeamBook, after: TeamBook) -> TeamStep:
    """Return the step from one book to the other."""
    stood = {key_of(record): record for record in before.records()}
    stands = {key_of(record): record for record in after.records()}
    return TeamStep(
        tuple(
            (stood.get(key), stands.get(key))
            for key in {**stood, **stands}
            if stood.get(key) != stands.get(key)
        )
    )
