"""Take a compared list into the book: who leaves first, then roles, then who joins."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta

from kehoach_desktop.domain.membership import LeavingReason, MembershipBook, PersonId, TeamId
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.domain.team import TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, TeamBook
from kehoach_desktop.domain.team_update import RosterUpdate, RowKind, TeamUpdate, UpdateRow


def take_in(
    book: TeamBook,
    update: RosterUpdate,
    skipped: Collection[str] = (),
    reason: LeavingReason = LeavingReason.OTHER,
) -> TeamBook:
    """Return the book with everything of `update` but doubts and the rows `skipped`.

    Raises MembershipRefused where it would give a team two leaders.
    """
    ids: dict[str, PersonId] = {}
    for row in update.rows():
        known = row.person or ids.get(row.same_as)
        ids[row.key] = known or PersonId(new_id())
    for team in update.teams:
        kept = replace(team, rows=tuple(row for row in team.rows if row.key not in skipped))
        if team.is_new and any(row.kind is RowKind.JOINED for row in kept.rows):
            book = book.with_team(team.team)
        book = book.with_people(*_people(kept, ids))
        book = book.with_stays(_stays(book.stays, kept, ids, (update.day, reason)))
    return book


def _people(update: TeamUpdate, ids: dict[str, PersonId]) -> Iterator[KeptPerson]:
    for row in update.rows:
        told = row.kind in (RowKind.JOINED, RowKind.CHANGED)
        if told and not row.same_as:
            yield KeptPerson(ids[row.key], row.details)


def _stays(
    stays: MembershipBook,
    update: TeamUpdate,
    ids: dict[str, PersonId],
    leaving: tuple[date, LeavingReason],
) -> MembershipBook:
    day, reason = leaving
    team = update.team.id
    for row in update.rows:
        if row.kind is RowKind.LEFT:
            stays = ended(stays, ids[row.key], team, day, reason)
    for row in sorted(update.rows, key=_leaders_last):
        if row.kind is RowKind.CHANGED:
            stays = in_role(stays, ids[row.key], team, row.role, day)
        elif row.kind is RowKind.JOINED:
            stays = stays.join(ids[row.key], team, row.role, day)
    return stays


def _leaders_last(row: UpdateRow) -> bool:
    """Who becomes the leader comes after the one who is it no more."""
    return row.role is TeamRole.LEADER


def ended(
    stays: MembershipBook, person: PersonId, team: TeamId, day: date, reason: LeavingReason
) -> MembershipBook:
    """Return the stays with `person` out of `team` from `day`; one begun that day never was."""
    begun = [s for s in stays.roster(team, day) if s.person == person and s.joined == day]
    if begun and begun[0].left is None:
        return MembershipBook(tuple(stay for stay in stays.stays if stay is not begun[0]))
    return stays.leave(person, team, day, reason)


def in_role(
    stays: MembershipBook, person: PersonId, team: TeamId, role: TeamRole, day: date
) -> MembershipBook:
    """Return the stays with `person` in another role from `day`; unchanged where it is held."""
    held = [stay for stay in stays.roster(team, day) if stay.person == person]
    if held and held[0].role is role:
        return stays
    left = ended(stays, person, team, day, LeavingReason.REPLACED)
    return left.join(person, team, role, day)


def merged(
    book: TeamBook,
    merging: Collection[TeamId],
    into: TeamId,
    on: date,
    leader: PersonId | None = None,
) -> TeamBook:
    """Return the book with everybody of `merging` in `into` from `on` on; the others are over."""
    after = book.with_stays(book.stays.merge(merging, into, on, leader))
    for team in set(merging) - {into}:
        after = after.with_team(replace(book.teams[team], until=on - timedelta(days=1)))
    return after


def closed(book: TeamBook, team: TeamId, on: date) -> TeamBook:
    """Return the book in which `on` is the last day of a team; the people in it leave after it."""
    after = on + timedelta(days=1)
    stays = book.stays
    for stay in stays.roster(team, after):
        stays = ended(stays, stay.person, team, after, LeavingReason.OTHER)
    return book.with_team(replace(book.teams[team], until=on)).with_stays(stays)
