"""Who was in which team from when to when: joining, leaving, moving, merging, any day's roster."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.team import TeamRole
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _, mark

PersonId = NewType("PersonId", str)
TeamId = NewType("TeamId", str)


class LeavingReason(StrEnum):
    """Why a person left a team."""

    TRANSFERRED = "transferred"
    RELOCATED = "relocated"
    RETIRED = "retired"
    DISMISSED = "dismissed"
    DECEASED = "deceased"
    REPLACED = "replaced"
    MOVED = "moved"
    MERGED = "merged"
    OTHER = "other"


REASON_WORDS = {
    LeavingReason.TRANSFERRED: mark("chuyển công tác"),
    LeavingReason.RELOCATED: mark("chuyển nơi cư trú"),
    LeavingReason.RETIRED: mark("xin thôi vì tuổi cao, sức khỏe"),
    LeavingReason.DISMISSED: mark("miễn nhiệm"),
    LeavingReason.DECEASED: mark("qua đời"),
    LeavingReason.REPLACED: mark("thay người giữ chức danh"),
    LeavingReason.MOVED: mark("chuyển sang tổ khác"),
    LeavingReason.MERGED: mark("sáp nhập thôn, tổ"),
    LeavingReason.OTHER: mark("lý do khác"),
}


class MembershipRefused(KehoachError):
    """A change that would contradict what is known of who was in a team."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One stay of a person in a team, in one role: from `joined` on, until the day before `left`.

    `left` is None while the stay has no end.
    """

    person: PersonId
    team: TeamId
    role: TeamRole
    joined: date
    left: date | None = None
    reason: LeavingReason | None = None

    def stands_on(self, day: date) -> bool:
        """Say whether the person is in the team on `day`."""
        return self.joined <= day and not self.is_over_by(day)

    def is_over_by(self, day: date) -> bool:
        """Say whether the stay has ended before `day` begins."""
        return self.left is not None and self.left <= day


@dataclass(frozen=True, slots=True)
class MembershipBook:
    """All stays of an office's people in its teams. Each change returns a new book.

    It keeps two promises: nobody is twice in one team on a day, and no team has two leaders on a
    day. Every change that would break one, or end what does not stand, raises MembershipRefused.
    """

    stays: tuple[Membership, ...] = ()

    def roster(self, team: TeamId, day: date) -> tuple[Membership, ...]:
        """Return who is in `team` on `day`: the leader, the deputies, then the others."""
        standing = (stay for stay in self.stays if stay.team == team and stay.stands_on(day))
        return tuple(sorted(standing, key=lambda stay: [*TeamRole].index(stay.role)))

    def of(self, person: PersonId) -> tuple[Membership, ...]:
        """Return the stays of `person`, the earliest first."""
        return tuple(sorted((s for s in self.stays if s.person == person), key=_begin))

    def join(self, person: PersonId, team: TeamId, role: TeamRole, day: date) -> MembershipBook:
        """Return the book with `person` in `team` from `day` on."""
        for stay in self.not_over(team, day):
            if stay.person == person:
                message = _("Người này đã có tên trong tổ từ ngày {day}.")
                raise MembershipRefused(message.format(day=typed_day(stay.joined)))
            if role is stay.role is TeamRole.LEADER:
                message = _("Tổ đã có tổ trưởng từ ngày {day}.").format(day=typed_day(stay.joined))
                hint = _("Hãy cho tổ trưởng cũ thôi tham gia hoặc đổi vai trò trước.")
                raise MembershipRefused(message, hint=hint)
        return MembershipBook((*self.stays, Membership(person, team, role, day)))

    def leave(
        self, person: PersonId, team: TeamId, day: date, reason: LeavingReason
    ) -> MembershipBook:
        """Return the book with `person` no longer in `team` from `day` on."""
        stay = self._standing(person, team, day)
        ended = replace(stay, left=day, reason=reason)
        return MembershipBook(tuple(ended if held is stay else held for held in self.stays))

    def change_role(
        self, person: PersonId, team: TeamId, role: TeamRole, day: date
    ) -> MembershipBook:
        """Return the book with `person` in another role in `team` from `day` on."""
        return self.leave(person, team, day, LeavingReason.REPLACED).join(person, team, role, day)

    def move(
        self, person: PersonId, team: TeamId, to: TeamId, role: TeamRole, day: date
    ) -> MembershipBook:
        """Return the book with `person` in team `to`, and no longer in `team`, from `day` on."""
        return self.leave(person, team, day, LeavingReason.MOVED).join(person, to, role, day)

    def merge(
        self, teams: Collection[TeamId], into: TeamId, day: date, leader: PersonId | None = None
    ) -> MembershipBook:
        """Return the book with all people of `teams` in `into` from `day` on.

        Who is in `into` already stays as he is there. The others come as members, `leader` as the
        leader. A merger of a team that somebody joins on that day or later is refused.
        """
        book = self
        for team in sorted(set(teams) - {into}):
            late = [stay for stay in self.stays if stay.team == team and stay.joined >= day]
            if late:
                message = _("Có người vào tổ sắp sáp nhập từ ngày {day}.")
                raise MembershipRefused(message.format(day=typed_day(late[0].joined)))
            for stay in self.roster(team, day):
                book = book.leave(stay.person, team, day, LeavingReason.MERGED)
                if not any(held.person == stay.person for held in book.not_over(into, day)):
                    role = TeamRole.LEADER if stay.person == leader else TeamRole.MEMBER
                    book = book.join(stay.person, into, role, day)
        return book

    def not_over(self, team: TeamId, day: date) -> tuple[Membership, ...]:
        """Return the stays in `team` that go on after `day`, or begin then or later."""
        return tuple(s for s in self.stays if s.team == team and not s.is_over_by(day))

    def _standing(self, person: PersonId, team: TeamId, day: date) -> Membership:
        for stay in self.stays:
            if (stay.person, stay.team) == (person, team) and stay.stands_on(day):
                if stay.joined == day:
                    message = _("Người này mới vào tổ đúng ngày {day}, chưa thể thôi ngày ấy.")
                    raise MembershipRefused(message.format(day=typed_day(day)))
                return _open(stay)
        message = _("Ngày {day} người này không có tên trong tổ.")
        raise MembershipRefused(message.format(day=typed_day(day)))


def _begin(stay: Membership) -> date:
    return stay.joined


def _open(stay: Membership) -> Membership:
    """Return a stay that has no end yet; an end that is known is not moved silently."""
    if stay.left is not None:
        message = _("Đã ghi người này thôi tham gia từ ngày {day}.")
        raise MembershipRefused(message.format(day=typed_day(stay.left)))
    return stay
