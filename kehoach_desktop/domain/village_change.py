"""Villages merged, split, renamed from a day on: what was stays, what comes begins on that day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.membership import MembershipRefused, PersonId, TeamId
from kehoach_desktop.domain.plan import Task, new_id
from kehoach_desktop.domain.team_book import Team, TeamBook, TeamStep, difference
from kehoach_desktop.domain.team_match import spelling
from kehoach_desktop.domain.team_taking import merged
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.i18n import _, mark

ONE_DAY = timedelta(days=1)


class ChangeKind(StrEnum):
    """What became of villages."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"


CHANGE_WORDS = {
    ChangeKind.MERGE: mark("Sáp nhập"),
    ChangeKind.SPLIT: mark("Chia tách"),
    ChangeKind.RENAME: mark("Đổi tên"),
}


@dataclass(frozen=True, slots=True)
class VillageChange:
    """One change: from `on` the villages `after` stand where those of `before` stood.

    A village that stands in both goes on; `by` is the paper it rests on, "" where none was named.
    """

    id: str
    kind: ChangeKind
    on: date
    before: tuple[UnitId, ...]
    after: tuple[UnitId, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class VillageStep:
    """Everything one change touched, each as it was and as it is; None where it was not there."""

    units: tuple[tuple[Unit | None, Unit | None], ...]
    tasks: tuple[tuple[Task, Task], ...]
    teams: TeamStep
    change: tuple[VillageChange | None, VillageChange | None]

    def reversed(self) -> VillageStep:
        """Return the step that takes this one back."""
        before, after = self.change
        return VillageStep(
            tuple((new, old) for old, new in reversed(self.units)),
            tuple((new, old) for old, new in reversed(self.tasks)),
            self.teams.reversed(),
            (after, before),
        )


@dataclass(frozen=True, slots=True)
class Reshaping:
    """What is asked: the villages as they stand, the names from `on` on, the paper.

    Of a split, `homes` tells by name in which village somebody of the team lives from then on; who
    is not named goes on in the first.
    """

    kind: ChangeKind
    old: tuple[Unit, ...]
    names: tuple[str, ...]
    on: date
    by: str = ""
    homes: Mapping[PersonId, str] = field(default_factory=dict)

    def step(self, book: TeamBook, tasks: Sequence[Task]) -> VillageStep:
        """Return everything the change touches. Raises MembershipRefused."""
        new = tuple(self._unit(name) for name in self.names)
        units = tuple(self._units(new))
        names = {spelling(old.name): [unit.name for unit in new] for old in self.old}
        change = VillageChange(new_id(), self.kind, self.on, _ids(self.old), _ids(new), self.by)
        after = self._teams(book, new)
        return VillageStep(
            units, tuple(_handed_on(tasks, names)), difference(book, after), (None, change)
        )

    def _unit(self, name: str) -> Unit:
        """Return the village that goes on, else a new one."""
        if self.kind is ChangeKind.RENAME:
            return self.old[0].renamed(name, self.on)
        held = next((old for old in self.old if spelling(old.name) == spelling(name)), None)
        return held or Unit(UnitId(new_id()), name, UnitKind.VILLAGE, self.on)

    def _units(self, new: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
        going_on = {unit.id: unit for unit in new}
        held = {unit.id for unit in self.old}
        for old in self.old:
            after = going_on.get(old.id, replace(old, valid_until=self.on - ONE_DAY))
            if after != old:
                yield old, after
        yield from ((None, unit) for unit in new if unit.id not in held)

    def _teams(self, book: TeamBook, new: Sequence[Unit]) -> TeamBook:
        """Return the book in which the teams go over to the new villages."""
        heir = new[0]
        after = book
        standing = [t for t in book.teams.values() if t.stands_on(self.on) and self._served(t)]
        for kind in dict.fromkeys(team.kind for team in standing):
            alike = [team for team in standing if team.kind == kind]
            own = next((team for team in alike if _serves(team, heir)), None)
            if self.kind is ChangeKind.RENAME:
                after = after.with_team(replace(alike[0], area=heir.name, unit=heir.id))
                continue
            for unit in new[1:]:
                after = self._parted(after, alike, unit)
            if len(alike) == 1 and own is None:
                after = self._in_new_team(after, alike, heir)
                after = after.with_team(replace(alike[0], until=self.on - ONE_DAY))
                continue
            into = own or Team(TeamId(new_id()), heir.name, kind, heir.id, self.on)
            after = after.with_team(into)
            after = merged(after, [team.id for team in alike], into.id, self.on)
        return after

    def _parted(self, book: TeamBook, teams: Sequence[Team], unit: Unit) -> TeamBook:
        """Return the book in which those who live in `unit` are in a team of theirs."""
        here = {
            person for person, name in self.homes.items() if spelling(name) == spelling(unit.name)
        }
        going = any(s.person in here for t in teams for s in book.stays.roster(t.id, self.on))
        return self._in_new_team(book, teams, unit, here) if going else book

    def _in_new_team(
        self,
        book: TeamBook,
        teams: Sequence[Team],
        unit: Unit,
        going: Collection[PersonId] | None = None,
    ) -> TeamBook:
        """Return the book in which everybody of `teams`, or `going`, is as he is in a new team."""
        into = Team(TeamId(new_id()), unit.name, teams[0].kind, unit.id, self.on)
        stays = book.stays
        for team in teams:
            for stay in stays.roster(team.id, self.on):
                if going is None or stay.person in going:
                    stays = stays.move(stay.person, team.id, into.id, stay.role, self.on)
            if late := [s for s in stays.not_over(team.id, self.on) if s.joined > self.on]:
                message = _("Có người vào tổ sắp chia tách từ ngày {day}.")
                raise MembershipRefused(message.format(day=typed_day(late[0].joined)))
        return book.with_team(into).with_stays(stays)

    def _served(self, team: Team) -> bool:
        return any(_serves(team, unit) for unit in self.old)


def _serves(team: Team, unit: Unit) -> bool:
    return team.unit == unit.id or spelling(team.area) == spelling(unit.name)


def _ids(units: Sequence[Unit]) -> tuple[UnitId, ...]:
    return tuple(unit.id for unit in units)


def _handed_on(
    tasks: Sequence[Task], names: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Task, Task]]:
    """Yield the tasks that were handed to a village which bears another name now."""
    for task in tasks:
        held = units_of(task)
        if any(spelling(name) in names for name in held):
            to = [new for name in held for new in names.get(spelling(name), [name])]
            after = replace(task, assigned_to="; ".join(dict.fromkeys(to)))
            if after != task:
                yield task, after
