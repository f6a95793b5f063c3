"""The cells of one row of a roster as the people it lists, with what was doubted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.team import Gender, Person, TeamRole
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.roster_birth import Birth, births_in, read_birth
from kehoach_desktop.importers.roster_headings import RosterColumn
from kehoach_desktop.importers.roster_names import NamedPerson, name_words, people_in
from kehoach_desktop.importers.roster_values import (
    Doubt,
    identity_contradicts,
    is_mark,
    is_role,
    is_silent,
    read_gender,
    read_identity,
    read_phones,
    read_roles,
)

C = RosterColumn
Texts = Mapping[RosterColumn, str]
_PARTS = re.compile(r"[\n;/,]|(?<=\S)\s(?=\d{1,2}\s*[.)]\s)")
_PIECES = re.compile(r"\s[-–]\s|[,;/()\n]")
_ON_ZALO = ("co", "co zalo", "co dung", "nhu dien thoai", "nhu sdt", "trung sdt", "cung so")
_APART = re.compile(r",\s|\s[-–]\s")
_TWELVE = re.compile(r"\d[\d ]{10,13}\d")


@dataclass(frozen=True, slots=True)
class Listed:
    """A person on a list with the role there, and what was doubted in reading the row."""

    person: Person
    role: TeamRole | None
    doubts: tuple[Doubt, ...]


@dataclass(slots=True)
class _Reading:
    """The doubts of a row while its cells are read."""

    doubts: list[Doubt] = field(default_factory=list)

    def check(self, message: str) -> None:
        self.doubts.append((Severity.CHECK, message))


def people_of(
    texts: Texts, *, role_column: bool, given_role: TeamRole | None = None
) -> list[Listed]:
    """Return the people of a row, none where its name cell holds no name.

    `role_column` says that the list has a column for the role; without one, role and post may
    stand in one cell. `given_role` is what a heading above gives to the rows under it.
    """
    named = people_in(full_name_text(texts), len(births_in(texts.get(C.BIRTH, ""))))
    shares, doubts = _shared_out(texts, len(named)) if len(named) > 1 else ([texts], [])
    return [
        _listed(person, share, doubts, role_column=role_column, given_role=given_role)
        for person, share in zip(named, shares, strict=False)
    ]


def full_name_text(texts: Texts) -> str:
    """Return the name as the row writes it, from its halves where it stands in two columns."""
    halves = (texts.get(C.FAMILY, ""), texts.get(C.NAME, ""), texts.get(C.GIVEN, ""))
    return " ".join(filter(None, halves)).strip()


def _listed(
    named: NamedPerson,
    texts: Texts,
    doubts: Sequence[Doubt],
    *,
    role_column: bool,
    given_role: TeamRole | None,
) -> Listed:
    reading = _Reading([*doubts])
    if name_words(named) < 2 or name_words(named) > 5:
        reading.check(mark("Tên “{name}” cần xem lại.").format(name=named.full_name))
    texts = _with_aside(texts, named.aside, reading)
    birth = _birth(texts, reading)
    gender = _gender(texts, named.gender, reading)
    role, post = _role_and_post(texts, reading, role_column=role_column)
    phones = read_phones(_all_phones(texts))
    identity = read_identity(texts.get(C.IDENTITY, ""))
    reading.doubts.extend([*phones.doubts, *identity.doubts])
    if identity.number and (against := identity_contradicts(identity.number, gender, birth.year)):
        reading.check(against)
    if len(phones.numbers) > 1:
        message = mark("Có {count} số điện thoại, lấy số đầu; còn {others}.")
        others = ", ".join(phones.numbers[1:])
        text = message.format(count=len(phones.numbers), others=others)
        reading.doubts.append((Severity.INFO, text))
    person = Person(
        named.full_name,
        gender,
        birth.day,
        birth.year,
        post,
        next(iter(phones.numbers), ""),
        phones.numbers[1:],
        identity.number,
        _words(texts.get(C.NOTE, "")),
        _zalo(texts, phones.numbers),
    )
    return Listed(person, role or given_role, tuple(reading.doubts))


def _words(text: str) -> str:
    return "" if not text.strip("-–—_.… /") else text


def _with_aside(texts: Texts, aside: str, reading: _Reading) -> Texts:
    """Put what stands beside a name where it belongs: sex, birth, telephone, role or post."""
    added = dict(texts)
    for piece in _aside_pieces(aside):
        column = _column_for(piece)
        if added.get(column):
            reading.check(mark("Bên tên có ghi “{words}”.").format(words=piece))
        else:
            added[column] = piece
    return added


def _aside_pieces(aside: str) -> Iterator[str]:
    """Yield what stands beside a name piece by piece; a telephone apart from the words before."""
    for piece in filter(None, map(str.strip, aside.split(";"))):
        yield from (
            filter(None, map(str.strip, re.split(_APART, piece)))
            if _tells_phone(piece)
            else [piece]
        )


def _tells_phone(text: str) -> bool:
    return bool(read_phones(text).numbers)


def _column_for(piece: str) -> RosterColumn:
    if read_gender(piece):
        return C.GENDER
    if read_phones(piece).numbers:
        return C.PHONE
    if read_birth(piece).year:
        return C.BIRTH
    return C.ROLE if is_role(piece) else C.POST


def _all_phones(texts: Texts) -> str:
    """Return the telephones of the row: those of Zalo only where no others stand."""
    phone, zalo = texts.get(C.PHONE, ""), texts.get(C.ZALO, "")
    if not is_silent(phone):
        return phone
    return "" if is_mark(zalo) or is_silent(zalo) else zalo


def _zalo(texts: Texts, phones: Sequence[str]) -> str:
    """Return the number on Zalo: the one in its column, or the telephone where that is ticked."""
    cell = texts.get(C.ZALO, "")
    if is_silent(cell):
        return ""
    numbers = read_phones(cell).numbers
    said = is_mark(cell) or fold(cell) in _ON_ZALO
    return numbers[0] if numbers else next(iter(phones), "") if said else ""


def _birth(texts: Texts, reading: _Reading) -> Birth:
    """Return the birth of the row: its cell, the parts of it, or a year under Nam or Nữ."""
    parts = [texts.get(part, "") for part in (C.BIRTH_DAY, C.BIRTH_MONTH, C.BIRTH_YEAR)]
    filled = [part for part in parts if not is_silent(part)]
    cells = [
        texts.get(C.BIRTH, ""),
        "/".join(filled) if len(filled) == 3 else "".join(filled[-1:]),
        *(texts.get(column, "") for column in (C.MALE, C.FEMALE)),
    ]
    births = [read_birth(cell) for cell in cells if cell and not is_mark(cell)]
    reading.doubts.extend(doubt for birth in births for doubt in birth.doubts)
    known = [birth for birth in births if birth.year]
    if len({birth.year for birth in known}) > 1:
        reading.check(mark("Hai chỗ ghi năm sinh khác nhau."))
    return max(known, key=lambda birth: birth.day is not None, default=Birth())


def _gender(texts: Texts, title: Gender | None, reading: _Reading) -> Gender | None:
    cell = texts.get(C.GENDER, "")
    told = [read_gender(cell)] if cell else []
    if cell and told == [None] and not is_silent(cell):
        reading.check(mark("“{text}” không đọc được là Nam hay Nữ.").format(text=cell))
    for column, gender in ((C.MALE, Gender.MALE), (C.FEMALE, Gender.FEMALE)):
        if not is_silent(texts.get(column, "")):
            told.append(gender)
    told.append(title)
    known = {gender for gender in told if gender}
    if len(known) > 1:
        reading.check(mark("Dòng này ghi cả Nam và Nữ."))
        return None
    return next(iter(known), None)


def _role_and_post(
    texts: Texts, reading: _Reading, *, role_column: bool
) -> tuple[TeamRole | None, str]:
    cell = texts.get(C.ROLE, "")
    post = "" if is_silent(texts.get(C.POST, "")) else texts.get(C.POST, "")
    if not role_column and not cell:
        pieces = [squeeze(piece) for piece in _PIECES.split(post) if piece.strip()]
        cell = next(filter(is_role, pieces), "")
        post = ", ".join(piece for piece in pieces if piece != cell) if cell else post
    elif not post:
        rest = [squeeze(piece) for piece in _PIECES.split(cell) if piece.strip()]
        post = ", ".join(piece for piece in rest if not read_roles(piece) and read_roles(cell))
    roles = read_roles(cell)
    if (not roles and not is_silent(cell)) or len(roles) > 1:
        reading.check(mark("“{text}” không đọc được là vai trò trong tổ.").format(text=cell))
    return (roles[0] if len(roles) == 1 else None), post


def _shared_out(texts: Texts, count: int) -> tuple[list[Texts], list[Doubt]]:
    """Return the texts of each person where one row lists several, and the doubts about it."""
    message = mark("Một ô ghi {count} người, đã tách ra; cần xem lại từng người.")
    doubts: list[Doubt] = [(Severity.CHECK, message.format(count=count))]
    shares: list[dict[RosterColumn, str]] = [{} for _person in range(count)]
    for column, text in texts.items():
        parts = _parts(column, text, count)
        # A team has one leader: the role is then that of one of them.
        one_s = column in _PERSONAL or (column is C.ROLE and TeamRole.LEADER in read_roles(text))
        if not parts and one_s and not is_silent(text):
            note = mark("Không rõ “{text}” là của ai trong {count} người.")
            doubts.append((Severity.CHECK, note.format(text=text, count=count)))
        for place, share in enumerate(shares):
            share[column] = parts[place] if parts else "" if one_s else text
    return list(shares), doubts


_PERSONAL = (
    C.BIRTH, C.PHONE, C.ZALO, C.IDENTITY, C.GENDER, C.MALE, C.FEMALE, C.BIRTH_DAY, C.BIRTH_MONTH,
    C.BIRTH_YEAR,
)  # fmt: skip
_FINDERS: dict[RosterColumn, Callable[[str], Sequence[str]]] = {
    C.BIRTH: births_in,
    C.PHONE: lambda text: read_phones(text).numbers,
    C.IDENTITY: _TWELVE.findall,
}


def _parts(column: RosterColumn, text: str, count: int) -> list[str]:
    finder = _FINDERS.get(column)
    if finder and len(finder(text)) == count:
        return list(finder(text))
    lines = [*map(_unnumbered, text.split("\n"))]
    parts = [part for part in map(_unnumbered, _PARTS.split(text)) if part]
    return next((held for held in (lines, parts) if len(held) == count), [])


def _unnumbered(text: str) -> str:
    return re.sub(r"^\s*\d{1,2}\s*[.)]\s+", "", text).strip()
