"""The community digital teams: the village a team serves, its members, and what each does in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kehoach_desktop.domain.draft import Finding
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.i18n import mark


class UnitKind(StrEnum):
    """What a residential unit is called; the value is the word that papers print."""

    THON = "thôn"
    LANG = "làng"
    BAN = "bản"
    BUON = "buôn"
    BON = "bon"
    PHUM = "phum"
    XOM = "xóm"
    AP = "ấp"
    SOC = "sóc"
    KHOM = "khóm"
    KHU_PHO = "khu phố"
    KHOI_PHO = "khối phố"
    KHOI = "khối"
    KHU_DAN_CU = "khu dân cư"
    TO_DAN_PHO = "tổ dân phố"


class TeamRole(StrEnum):
    """What a member is in the team."""

    LEADER = "leader"
    DEPUTY = "deputy"
    MEMBER = "member"


class Gender(StrEnum):
    """The sex of a person as lists name it; the value is the word that papers print."""

    MALE = mark("Nam")
    FEMALE = mark("Nữ")


ROLE_TITLES = {
    TeamRole.LEADER: mark("Tổ trưởng"),
    TeamRole.DEPUTY: mark("Tổ phó"),
    TeamRole.MEMBER: mark("Thành viên"),
}
"""How the decision on a team names each role."""


@dataclass(frozen=True, slots=True)
class ResidentialUnit:
    """A village or a quarter: what it is called and its name without that word."""

    kind: UnitKind
    name: str

    @property
    def title(self) -> str:
        """The full name as it opens a line: "Thôn Bình Minh", "Tổ dân phố số 4"."""
        return f"{self.kind.value.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True)
class Person:
    """What a roster says of one person; None or "" where it is silent.

    `phone` and `zalo` have ten digits, `cccd` twelve. `birth_year` stands also where the day is
    known.
    """

    full_name: str
    gender: Gender | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    post: str = ""
    phone: str = ""
    other_phones: tuple[str, ...] = ()
    cccd: str = ""
    note: str = ""
    zalo: str = ""


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A person in a team with the role there; `place` is where the row stands in the source."""

    person: Person
    role: TeamRole | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class DigitalTeam:
    """The team of one area: `area` is its full name, `unit` our reading of it.

    `kind` is what the list calls such a team, "" where it does not say.
    """

    area: str
    unit: ResidentialUnit | None = None
    members: tuple[TeamMember, ...] = ()
    kind: str = ""

    def holding(self, role: TeamRole) -> tuple[TeamMember, ...]:
        """Return the members of that role."""
        return tuple(member for member in self.members if member.role is role)


@dataclass(frozen=True, slots=True)
class RosterDraft:
    """A proposal: the teams as understood and what must be looked at. Nothing of it is stored."""

    teams: tuple[DigitalTeam, ...]
    findings: tuple[Finding, ...] = ()


_ABBREVIATED = {"tdp": UnitKind.TO_DAN_PHO, "kp": UnitKind.KHU_PHO, "kdc": UnitKind.KHU_DAN_CU}
_UNACCENTED = (UnitKind.THON, UnitKind.XOM, UnitKind.KHOM, UnitKind.KHU_PHO, UnitKind.TO_DAN_PHO)
_SPELT = {
    **{kind.value: kind for kind in UnitKind},
    **{fold(kind.value): kind for kind in _UNACCENTED},
    **_ABBREVIATED,
}
_KIND_WORDS = sorted(
    ((tuple(spelt.split()), kind) for spelt, kind in _SPELT.items()), key=lambda k: -len(k[0])
)
_ENDS_NAME = {
    "xã", "phường", "huyện", "quận", "tỉnh", "theo", "trên", "kèm", "gồm", "thuộc", "của", "và",
    "có", "trong", "tại", "cũ", "là", "được", "do",
}  # fmt: skip
_ENDS_BARE = {"xa", "phuong", "huyen", "tinh", "theo", "thuoc", "cua", "gom"}
_ENDS_PAIR = {("đặc", "khu"), ("thành", "phố"), ("thị", "xã"), ("nhiệm", "kỳ"), ("giai", "đoạn")}
_BEFORE_NO_NAME = ("các", "những", "liên", "trưởng", "cac")
_GLUED = re.compile(rf"(?i)\b({'|'.join(_SPELT)})(?=\d)")
"""A kind of village and its number without a space: "KP1"."""
_ROMAN = re.compile(r"[IVX]+[A-Z]?")
LONGEST_NAME = 6


def read_unit(text: str) -> ResidentialUnit | None:
    """Return the residential unit that `text` names, None where it names none, or several.

    It may stand inside a title: "Danh sách Tổ CNSCĐ thôn Tân Lập năm 2025" names Thôn Tân Lập; and
    more than once.
    """
    parted = _GLUED.sub(r"\1 ", squeeze(clean(text)))
    words = parted.replace("(", " (").replace(":", ": ").split()
    units = [*dict.fromkeys(_units(words))]
    if not units or any(unit.kind is units[0].kind for unit in units[1:]):
        return None
    return units[0]


def _units(words: Sequence[str]) -> Iterator[ResidentialUnit]:
    keys = [word.casefold().strip("(),;:.") for word in words]
    start = 0
    while start < len(words):
        width, kind = _kind_at(keys, start)
        name = _unit_name(words[start + width :], words[start : start + width]) if kind else ""
        if kind and name:
            yield ResidentialUnit(kind, name)
        start += width + len(name.split())


def _kind_at(keys: Sequence[str], start: int) -> tuple[int, UnitKind | None]:
    if start == 0 or keys[start - 1] not in _BEFORE_NO_NAME:
        for spelt, kind in _KIND_WORDS:
            if tuple(keys[start : start + len(spelt)]) == spelt:
                return len(spelt), kind
    return 1, None


def _is_shouted(words: Sequence[str]) -> bool:
    letters = "".join(words)
    return letters.isupper() and (len(letters) > 2 or not letters.isascii())


def _unit_name(words: Sequence[str], kind: Sequence[str]) -> str:
    kept: list[str] = []
    capitals = _is_shouted(kind)
    bare = all(word.isascii() for word in words)
    for place, word in enumerate(words[:LONGEST_NAME]):
        key = word.casefold().strip("(),;:.")
        after = words[place + 1].casefold().strip("(),;:.") if place + 1 < len(words) else ""
        if word.startswith(("(", "-", "–")) or _ends_name(key, after, bare=bare, first=not kept):
            break
        if not (word[0].isupper() or word[0].isdigit() or (key in ("số", "so") and not kept)):
            break
        kept.append(_cased(word.rstrip(",;:.)"), capitals=capitals))
        if word[-1] in ",;:.)":
            break
    return "" if [key.casefold() for key in kept] in (["số"], ["so"]) else " ".join(kept)


def _ends_name(key: str, after: str, *, bare: bool, first: bool) -> bool:
    if key == "năm" or (bare and key == "nam"):
        return after[:2] in ("19", "20")
    if key in _ENDS_NAME or (bare and key in _ENDS_BARE):
        return not (first and key == "và")
    return (key, after) in _ENDS_PAIR


def _cased(word: str, *, capitals: bool) -> str:
    if not capitals or _ROMAN.fullmatch(word) or any(c.isdigit() for c in word):
        return word if word.casefold() != "số" else "số"
    return "số" if word.casefold() == "số" else word.capitalize()
