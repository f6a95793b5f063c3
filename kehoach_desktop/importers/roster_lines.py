"""A roster written in lines: "1. Ông Nguyễn Văn A, Trưởng thôn - Tổ trưởng, ĐT 0999 000 101"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach_desktop.domain.draft import Severity, SourceTable
from kehoach_desktop.domain.team_kind import kind_named
from kehoach_desktop.domain.text import clean, fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.roster_area import heading_area, names_roster, title_area, title_kind
from kehoach_desktop.importers.roster_birth import read_birth
from kehoach_desktop.importers.roster_headings import RosterColumn
from kehoach_desktop.importers.roster_names import (
    SURNAMES,
    looks_like_name,
    opens_with_surname,
    people_in,
)
from kehoach_desktop.importers.roster_people import people_of
from kehoach_desktop.importers.roster_rows import RosterRows
from kehoach_desktop.importers.roster_values import (
    is_role,
    read_gender,
    read_identity,
    read_phones,
)

C = RosterColumn
_MARK = re.compile(r"^\s*(?:\(?\d{1,2}\s*[.)/]|[-–+*•])\s*")
_TITLED = re.compile(r"(?:ong|ba|dong chi|d/c)\b[ :.]")
_BETWEEN = re.compile(r"[,;:|]\s|\s[-–]\s|[;|]")
_ASIDE = re.compile(r"\s*\((?!\+)|\)(?=\s*(?:[,;.-]|$))")
_LABEL = re.compile(
    r"^(?:so )?(?:sdt|dt|dien thoai|di dong|zalo|cccd|can cuoc(?: cong dan)?|dinh danh|lien he)\b"
    r"[ :.]*|^(?:sinh nam|sinh ngay|nam sinh|ngay sinh|sn|sinh)\b[ :.]*"
    r"|^(?:chuc vu|nhiem vu|vai tro|lam|la)\b[ :.]*"
)
Texts = dict[RosterColumn, str]


def take_lines(rows: RosterRows, paragraphs: Sequence[str]) -> None:
    """Give `rows` the people that the lines of a document list, under the team each names.

    Nothing is taken where no line speaks of such a team. A line of a list that names a role or a
    telephone and no person is a finding.
    """
    if not names_roster(paragraphs):
        return
    listed_before = False
    rows.area, rows.kind = title_area(paragraphs[:12]), title_kind(paragraphs[:12])
    for number, paragraph in enumerate(paragraphs, start=1):
        for line in paragraph.split("\n"):
            texts = member_texts(line) or _seated_texts(line)
            if texts:
                listed_before = True
                for one in people_of(texts, role_column=C.ROLE in texts):
                    rows.keep(one, mark("Đoạn {number}").format(number=number))
            elif area := heading_area(line):
                rows.area, rows.kind = area, kind_named(line) or rows.kind
            elif listed_before and _is_listed(line):
                message = mark("Dòng không có tên người, chưa đưa vào: “{words}”.")
                place = mark("Đoạn {number}").format(number=number)
                rows.find(Severity.CHECK, place, message.format(words=squeeze(line)[:160]))


def take_named_above(rows: RosterRows, lines: Sequence[str], table: SourceTable) -> None:
    """Give `rows` the people that lines over a table name with their roles, if it has them not."""
    listed = {fold(cell) for row in table.rows for cell in row.cells}
    for line in lines:
        texts = _seated_texts(line)
        for one in people_of(texts, role_column=True) if texts else ():
            if not any(fold(one.person.full_name) in cell for cell in listed - {fold(line)}):
                rows.keep(one, table.name)


def _seated_texts(line: str) -> Texts:
    """Return what a line says that begins with a role: "Tổ trưởng: Ông Nguyễn Văn A, 0999…"."""
    role, colon, rest = squeeze(clean(line)).partition(":")
    if not colon or not is_role(role) or not opens_with_surname(rest):
        return {}
    return {**(member_texts(f"- {rest}") or {C.NAME: rest.strip()}), C.ROLE: role}


def member_texts(line: str) -> Texts:
    """Return what a line says of a person by column; empty where it lists nobody.

    It begins with a mark or a title, then the name, and says one thing more.
    """
    plain = squeeze(clean(line))
    bare = _ASIDE.sub(", ", _MARK.sub("", plain))
    titled = bool(_TITLED.match(fold(bare)))
    if not titled and bare == plain:
        return {}
    name, *rest = [piece.strip() for piece in _BETWEEN.split(bare) if piece.strip()] or [""]
    named = people_in(name)
    surname = named[0].full_name.split()[0].casefold() if named else ""
    if not named or not looks_like_name(named[0].full_name):
        return {}
    texts: Texts = {C.NAME: name}
    for piece in rest:
        _add(texts, piece)
    return texts if titled or (surname in SURNAMES and len(texts) > 1) else {}


def _add(texts: Texts, piece: str) -> None:
    label = _LABEL.match(fold(piece))
    words = piece[label.end() :] if label else piece
    column = _column_of(words.strip(" .:"))
    if not words.strip(" .:") or (column is not C.POST and texts.get(column)):
        return
    held = texts.get(column, "")
    texts[column] = f"{held}, {words.strip(' .')}" if held else words.strip(" .:")


def _column_of(words: str) -> RosterColumn:
    if is_role(words):
        return C.ROLE
    if read_gender(words):
        return C.GENDER
    if read_identity(words).number and len(re.sub(r"\D", "", words)) > 11:
        return C.IDENTITY
    if read_phones(words).numbers:
        return C.PHONE
    digits = len(re.sub(r"\D", "", words))
    return C.BIRTH if 3 < digits < 9 and read_birth(words).year else C.POST


def _is_listed(line: str) -> bool:
    """Say whether a line of a list names a role or a telephone."""
    bare = _MARK.sub("", squeeze(line))
    pieces = [piece.strip() for piece in _BETWEEN.split(bare)]
    return bare != squeeze(line) and any(
        is_role(piece) or (len(piece) < 40 and read_phones(piece).numbers) for piece in pieces
    )
