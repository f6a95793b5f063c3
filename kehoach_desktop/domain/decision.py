"""What a decision on a team must say: who replaces whom, who is added, who takes part no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.membership import Membership, MembershipBook, PersonId, TeamId
from kehoach_desktop.domain.team import TeamRole


class DecisionKind(StrEnum):
    """What a decision does to a team."""

    ESTABLISHMENT = "establishment"
    REORGANISATION = "reorganisation"


@dataclass(frozen=True, slots=True)
class Replacement:
    """One person who takes another's place in the same role."""

    role: TeamRole
    leaving: PersonId
    coming: PersonId


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A person who stays and changes the role."""

    person: PersonId
    before: TeamRole
    after: TeamRole


@dataclass(frozen=True, slots=True)
class DecisionChanges:
    """How a team differs from the list of its last decision.

    `replaced` is thay thế, `added` bổ sung, `withdrawn` thôi tham gia; nobody stands in two.
    """

    replaced: tuple[Replacement, ...] = ()
    added: tuple[PersonId, ...] = ()
    withdrawn: tuple[PersonId, ...] = ()
    changed_roles: tuple[RoleChange, ...] = ()

    @property
    def is_owed(self) -> bool:
        """Whether a decision is owed: the team is not the one that was decided on."""
        return bool(self.replaced or self.added or self.withdrawn or self.changed_roles)


def decision_owed(
    decided: Mapping[PersonId, TeamRole], changes: DecisionChanges
) -> DecisionKind | None:
    """Return the kind of decision a team is owed, None where the last one still holds."""
    if not changes.is_owed:
        return None
    return DecisionKind.REORGANISATION if decided else DecisionKind.ESTABLISHMENT


def changes_since(
    book: MembershipBook, team: TeamId, decided: Mapping[PersonId, TeamRole], day: date
) -> DecisionChanges:
    """Return how the roster of `team` on `day` differs from the list `decided`.

    Who comes takes the place of who leaves in the same role: the new leader that of the old one
    always, in other roles where the one comes on the day the other leaves.
    """
    standing = {stay.person: stay for stay in book.roster(team, day)}
    coming = [stay for person, stay in sorted(standing.items()) if person not in decided]
    leaving = sorted(person for person in decided if person not in standing)
    replaced: list[Replacement] = []
    for person in leaving:
        left = _left_on(book, team, person, day)
        heir = next((s for s in coming if _succeeds(s, decided[person], left)), None)
        if heir is not None:
            coming.remove(heir)
            replaced.append(Replacement(decided[person], person, heir.person))
    gone = {pair.leaving for pair in replaced}
    return DecisionChanges(
        tuple(replaced),
        tuple(stay.person for stay in coming),
        tuple(person for person in leaving if person not in gone),
        tuple(
            RoleChange(person, decided[person], stay.role)
            for person, stay in sorted(standing.items())
            if person in decided and stay.role is not decided[person]
        ),
    )


def _succeeds(stay: Membership, role: TeamRole, left: date | None) -> bool:
    return stay.role is role and (role is TeamRole.LEADER or stay.joined == left)


def _left_on(book: MembershipBook, team: TeamId, person: PersonId, day: date) -> date | None:
    """Return the day from which `person` is no longer in `team`, as seen on `day`."""
    ends = [s.left for s in book.of(person) if s.team == team and s.left and s.left <= day]
    return max(ends, default=None)
