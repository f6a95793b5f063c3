"""Whose team it is: the area that a title, a heading row, a cell or a sheet's name tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kehoach_desktop.domain.team import read_unit
from kehoach_desktop.domain.team_kind import kind_named
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.importers.roster_headings import kind_in_heading

_TEAM = re.compile(
    r"\bto (?:cnscd|cds|cong nghe|chuyen doi so|de an|cong tac|giup viec)|\bban chi dao\b|"
    r"\b(?:to|doi) [^,]{0,40}(?:cong dong|phan ung nhanh)\b"
)
_MARK = re.compile(r"^\s*(?:[IVXLC]+|\d{1,2}|[A-Za-z])\s*[.)/:-]\s*")
_COMMUNE = re.compile(r"\b(xã|phường|đặc khu)\s+((?:[^\W\d_]+\s?){1,4})", re.IGNORECASE)
_LEVEL = re.compile(r"\bcap (?:xa|phuong|commune)\b")
_GROUND = re.compile(r"\W*(?:kem theo|ban hanh|can cu|thuc hien|theo)\b")
_ANY_SHEET = re.compile(r"(?:sheet|trang|bang|ds|danh sach|to|data|tong hop)\b.*|[\d\s]+|.*\bto$")


def heading_area(text: str) -> str:
    """Return the area that a heading row opens, "" where the text is no such heading."""
    bare = _MARK.sub("", squeeze(clean(text)))
    unit = read_unit(bare)
    names_team = bool(_TEAM.search(fold(bare)))
    if unit is None:
        return commune_area(bare) if names_team else ""
    opens = fold(bare).startswith((fold(unit.kind.value), "tdp", "kp", "kdc", "danh sach"))
    return unit.title if opens or names_team else ""


def title_area(lines: Sequence[str]) -> str:
    """Return the area that the lines over a table name; the line that names the team first."""
    named = [line for line in lines if _TEAM.search(fold(line))]
    for line in [*named, *lines]:
        if unit := read_unit(line):
            return unit.title
    return next(filter(None, map(commune_area, named)), "")


def title_kind(lines: Iterable[str]) -> str:
    """Return the kind of team that the lines over a table name, "" where they name none.

    A line that only says on what paper the list rests is not asked.
    """
    titles = (line for line in lines if not _GROUND.match(fold(line)))
    return next(filter(None, map(kind_named, titles)), "")


def commune_area(text: str) -> str:
    """Return the commune a team's title names: "Xã Hòa An", or "Cấp xã" where it has no name."""
    if found := _COMMUNE.search(text):
        words = squeeze(found[2]).split()
        kept = [word for word in words if word[0].isupper() and fold(word) not in ("nam", "theo")]
        if kept and kept == words[: len(kept)]:
            return f"{found[1].capitalize()} {' '.join(word.capitalize() for word in kept)}"
    return "Cấp xã" if _LEVEL.search(fold(text)) else ""


def cell_area(text: str, heading: str) -> str:
    """Return the area of a cell in the column headed `heading`, which may give the kind."""
    if unit := read_unit(text):
        return unit.title
    kind = kind_in_heading(heading)
    return f"{kind.capitalize()} {text}" if kind and text else text


def sheet_area(name: str, *, one_of_several: bool) -> str:
    """Return the area that a sheet is named after, "" where its name says nothing of the kind."""
    if unit := read_unit(name):
        return unit.title
    bare = squeeze(clean(name))
    return bare if one_of_several and not _ANY_SHEET.fullmatch(fold(bare)) else ""


def names_roster(lines: Iterable[str]) -> bool:
    """Say whether lines speak of the list of a team."""
    return any(_TEAM.search(fold(line)) for line in lines)
