"""A list taken in as an update: who joined, who left, what changed, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.membership import PersonId
from kehoach_desktop.domain.team import ROLE_TITLES, Gender, Person, TeamMember, TeamRole
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.team_match import spelling
from kehoach_desktop.domain.text import squeeze, typed_day
from kehoach_desktop.i18n import _, mark


class RowKind(StrEnum):
    """What an update would do with a person; doubts come first."""

    DOUBT = "doubt"
    JOINED = "joined"
    LEFT = "left"
    CHANGED = "changed"
    SAME = "same"
    REPEATED = "repeated"


ROW_WORDS = {
    RowKind.DOUBT: mark("cần hỏi lại"),
    RowKind.JOINED: mark("vào tổ"),
    RowKind.LEFT: mark("thôi tham gia"),
    RowKind.CHANGED: mark("thay đổi"),
    RowKind.SAME: mark("như cũ"),
    RowKind.REPEATED: mark("lặp lại, bỏ qua"),
}
DETAIL_WORDS = {
    "full_name": mark("Họ và tên"),
    "gender": mark("Giới tính"),
    "birth_date": mark("Ngày sinh"),
    "birth_year": mark("Năm sinh"),
    "post": mark("Chức vụ"),
    "phone": mark("Điện thoại"),
    "other_phones": mark("Điện thoại khác"),
    "zalo": mark("Zalo"),
    "cccd": mark("CCCD"),
    "note": mark("Ghi chú"),
    "role": mark("Vai trò trong tổ"),
}
ANOTHER = ""
"""The answer that the person of a doubtful row is another one than those proposed."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One fact of a person that the list says otherwise."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Someone the person of a row may be: a person held, or another row of the list.

    `id` is the answer that says so; `where` the team, `held` what is known.
    """

    id: str
    held: Person
    where: str


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """What an update would do with one person.

    `key` names the row in answers. `person` is whom it concerns in the book, None for a new one;
    `same_as` the row of the list that names the same new person.
    """

    key: str
    kind: RowKind
    details: Person
    role: TeamRole
    person: PersonId | None = None
    same_as: str = ""
    place: str = ""
    changes: tuple[FieldChange, ...] = ()
    alike: tuple[Likeness, ...] = ()
    role_unread: bool = False


@dataclass(frozen=True, slots=True)
class TeamUpdate:
    """What the list would change in one team; `is_new` where the team is not kept yet."""

    team: Team
    is_new: bool
    rows: tuple[UpdateRow, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterUpdate:
    """A list as an update with effect from `day`: a proposal, nothing of it is kept."""

    day: date
    teams: tuple[TeamUpdate, ...]
    findings: tuple[Finding, ...] = field(default=())

    def rows(self, *kinds: RowKind) -> Iterator[UpdateRow]:
        """Yield the rows of those kinds, of all kinds where none is named."""
        for team in self.teams:
            yield from (row for row in team.rows if not kinds or row.kind in kinds)

    def count(self, *kinds: RowKind) -> int:
        """Return how many rows are of those kinds."""
        return sum(1 for _row in self.rows(*kinds))

    @property
    def changes_nothing(self) -> bool:
        """Whether taking the list in would leave the book as it is."""
        settled = (RowKind.JOINED, RowKind.LEFT, RowKind.CHANGED)
        return not self.count(*settled) and not any(team.is_new for team in self.teams)


def merged(held: Person, said: Person, *, keep_cccd: bool) -> Person:
    """Return what is known of a person after a list: it overwrites, its blanks never do.

    A name spelt another way only in case or place of the tone mark stays as it was.
    """
    told = {
        f.name: getattr(said, f.name) for f in fields(Person) if getattr(said, f.name) is not None
    }
    new = {name: value for name, value in told.items() if value not in ("", ())}
    if spelling(held.full_name) == spelling(said.full_name):
        new.pop("full_name", None)
    if not keep_cccd:
        new.pop("cccd", None)
    if "phone" in new and new["phone"] in held.other_phones:
        new.pop("phone")
    if said.birth_year and said.birth_year != held.birth_year and not said.birth_date:
        new["birth_date"] = None
    return replace(held, **new)


def without_cccd(person: Person) -> Person:
    """Return `person` as kept by an office that keeps no identity numbers."""
    return replace(person, cccd="")


def said_of(value: object) -> str:
    """Return a fact as it is read on screen, "" for nothing."""
    if isinstance(value, TeamRole):
        return _(ROLE_TITLES[value])
    if isinstance(value, Gender):
        return _(value)
    if isinstance(value, date):
        return typed_day(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value) if value else ""


def changed_fields(before: Person, after: Person) -> Iterator[FieldChange]:
    """Yield what differs between two states of a person."""
    for f in fields(Person):
        one, other = said_of(getattr(before, f.name)), said_of(getattr(after, f.name))
        if squeeze(one) != squeeze(other):
            yield FieldChange(f.name, one, other)


def role_of(member: TeamMember, held: TeamRole | None) -> TeamRole:
    """Return the role of a row: what the list says, else what it was, else plain member."""
    return member.role or held or TeamRole.MEMBER
