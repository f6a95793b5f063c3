"""What to look at in teams once they are read: who leads, who stands twice, who is silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.team import DigitalTeam, Person, TeamMember, TeamRole
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import mark

MOST_DEPUTIES = 2


def team_doubts(teams: Sequence[DigitalTeam]) -> Iterator[Finding]:
    """Yield what is odd about each team, then who seems to be on the lists twice."""
    for team in teams:
        yield from _of_team(team)
    yield from _twice(teams)


def _of_team(team: DigitalTeam) -> Iterator[Finding]:
    place = team.area or mark("Cả tệp")
    if not team.area:
        yield Finding(Severity.CHECK, place, mark("Không rõ danh sách là của thôn, tổ nào."))
    leaders = len(team.holding(TeamRole.LEADER))
    if leaders != 1:
        message = mark("Tổ phải có đúng một tổ trưởng, danh sách có {count}.")
        yield Finding(Severity.CHECK, place, message.format(count=leaders))
    deputies = len(team.holding(TeamRole.DEPUTY))
    if deputies > MOST_DEPUTIES:
        message = mark("Danh sách có {count} tổ phó.").format(count=deputies)
        yield Finding(Severity.CHECK, place, message)
    silent = sum(member.role is None for member in team.members)
    if silent:
        message = mark("{count} người không có vai trò đọc được trong tổ.").format(count=silent)
        yield Finding(Severity.CHECK, place, message)


def _twice(teams: Sequence[DigitalTeam]) -> Iterator[Finding]:
    """Yield each pair that may be one person; it is for an officer to say, never merged here."""
    rows = [(team, member) for team in teams for member in team.members]
    by_key: dict[str, list[tuple[DigitalTeam, TeamMember]]] = {}
    for team, member in rows:
        for key in _keys(member.person):
            by_key.setdefault(key, []).append((team, member))
    told: set[frozenset[int]] = set()
    for alike in by_key.values():
        for first, second in combinations(alike[:20], 2):
            pair = frozenset((id(first[1]), id(second[1])))
            if pair not in told and (message := _alike(first, second)):
                told.add(pair)
                yield Finding(Severity.CHECK, second[1].place, message)


def _keys(person: Person) -> Iterator[str]:
    yield fold(person.full_name)
    yield from filter(None, (person.phone, person.cccd))


def _alike(first: tuple[DigitalTeam, TeamMember], second: tuple[DigitalTeam, TeamMember]) -> str:
    one, other = first[1].person, second[1].person
    words = {"name": other.full_name, "first": one.full_name, "place": first[1].place}
    if seem_one(one, other):
        if first[0] is not second[0]:
            return mark("{name} có thể cũng là người ở {place}, thuộc tổ khác.").format(**words)
        return mark("{name} có thể là cùng một người với dòng {place}.").format(**words)
    if one.cccd and one.cccd == other.cccd:
        return mark("{name} và {first} ({place}) có cùng số CCCD.").format(**words)
    if one.phone and one.phone == other.phone:
        return mark("{name} và {first} ({place}) có cùng số điện thoại.").format(**words)
    return ""


def seem_one(one: Person, other: Person) -> bool:
    """Say whether two entries may be one person: same name, and nothing known speaks against it.

    Of birth year, telephone and identity number at least one is the same in both.
    """
    if fold(one.full_name) != fold(other.full_name):
        return False
    pairs = ((one.birth_year, other.birth_year), (one.phone, other.phone), (one.cccd, other.cccd))
    known = [(left, right) for left, right in pairs if left and right]
    return bool(known) and all(left == right for left, right in known)
