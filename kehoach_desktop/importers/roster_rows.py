"""The rows of a roster in order: each is a member, a heading, a total, or a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.draft import Finding, Merge, Severity, SourceRow, SourceTable
from kehoach_desktop.domain.team import DigitalTeam, Gender, TeamMember, TeamRole, read_unit
from kehoach_desktop.domain.team_kind import kind_named
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.header_rows import is_count_row
from kehoach_desktop.importers.roster_area import cell_area, heading_area
from kehoach_desktop.importers.roster_columns import RosterColumns, plain
from kehoach_desktop.importers.roster_headings import RosterColumn, also_zalo
from kehoach_desktop.importers.roster_names import are_names
from kehoach_desktop.importers.roster_people import Listed, full_name_text, people_of
from kehoach_desktop.importers.roster_totals import count_of, is_total, told_in
from kehoach_desktop.importers.roster_values import (
    is_ditto,
    is_mark,
    is_role,
    is_silent,
    read_gender,
    read_phones,
    read_roles,
    signs_off,
)

C = RosterColumn
_DATA = (C.GENDER, C.MALE, C.FEMALE, C.BIRTH, C.BIRTH_YEAR, C.PHONE, C.ZALO, C.IDENTITY)
_BROUGHT = (C.POST, C.ROLE, C.AREA, C.ADDRESS, C.NOTE)


@dataclass(frozen=True, slots=True)
class RosterBlock:
    """Rows of one table under one header: rows `first` to `end` (not included) hold the data."""

    table: SourceTable
    columns: RosterColumns
    first: int
    end: int
    covered: dict[tuple[int, int], Merge]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with the texts it shows: `own` by what the columns hold, `brought` by merges too."""

    index: int
    place: str
    shown: tuple[str, ...]
    own: dict[RosterColumn, str]
    full: dict[RosterColumn, str]

    @property
    def words(self) -> str:
        return squeeze(" | ".join(filter(None, self.shown)))

    @property
    def texts(self) -> list[str]:
        """The texts without a bare number or letter before them."""
        label = re.compile(r"(?:[\dIVX]{1,4}|[A-ZĐa-z])[.)]?")
        return [text for text in self.shown if text and not label.fullmatch(text)]

    @property
    def has_data(self) -> bool:
        """Whether the row says something that only stands of a person."""
        cells = (self.own.get(column, "") for column in _DATA)
        return any(
            is_mark(text) or read_gender(text) or len(re.findall(r"\d", text)) > 3 for text in cells
        )


@dataclass(slots=True)
class RosterRows:
    """Takes the blocks of a file in order; gathers the teams and the findings."""

    area: str = ""
    kind: str = ""
    findings: list[Finding] = field(default_factory=list)
    teams: dict[str, DigitalTeam] = field(default_factory=dict)
    _role: TeamRole | None = None
    _signed: bool = False
    _above: dict[int, str] = field(default_factory=dict)
    _last: str = ""
    _since_total: list[TeamMember] = field(default_factory=list)
    _in_block: list[TeamMember] = field(default_factory=list)

    def take(self, block: RosterBlock) -> None:
        """Read every row of `block`; the area and the ditto marks of the block before are past."""
        self._role, self._signed = None, False
        self._above, self._since_total, self._in_block = {}, [], []
        for index in range(block.first, block.end):
            self._take_row(block, index)
        self._settle_silent_sex(block)

    def _take_row(self, block: RosterBlock, index: int) -> None:
        row = block.table.rows[index]
        place = mark("{table}, dòng {row}").format(table=block.table.name, row=row.number)
        words = squeeze(" | ".join(filter(None, row.cells)))
        if not words:
            return
        shown = tuple(
            "" if column in block.table.hidden_columns else text
            for column, text in enumerate(_texts(block.columns, row))
        )
        if row.hidden:
            message = mark("Dòng ẩn, không đưa vào: “{words}”.")
            self.find(Severity.CHECK, place, message.format(words=words[:160]))
        elif not any(shown):
            message = mark("Dòng chỉ có chữ trong cột ẩn: “{words}”.")
            self.find(Severity.CHECK, place, message.format(words=words[:160]))
        elif not block.columns.repeats_header(shown) and not is_count_row(shown):
            self._sort(block, self._row(block, index, place, shown))

    def _sort(self, block: RosterBlock, row: _Row) -> None:
        if is_total(row.texts) and not read_phones(row.own.get(C.PHONE, "")).numbers:
            self._check_total(row)
        elif not row.has_data and len(row.texts) in (1, 2) and self._opens(block, row):
            return
        elif self._is_under_table(row):
            self._signed = True
            message = mark("Ghi chú hoặc chữ ký dưới bảng: “{words}”.")
            self.find(Severity.INFO, row.place, message.format(words=row.words[:160]))
        elif full_name_text(row.own):
            self._add(block, row)
        elif self._continues(block, row):
            message = mark("Dòng nối tiếp của {name}: “{words}”.")
            text = message.format(name=self._last, words=row.words[:160])
            self.find(Severity.CHECK, row.place, text)
        elif not row.texts:
            message = mark("Dòng chỉ có số thứ tự, không có tên.")
            self.find(Severity.INFO, row.place, message)
        else:
            message = mark("Dòng không có tên người, chưa đưa vào: “{words}”.")
            self.find(Severity.CHECK, row.place, message.format(words=row.words[:160]))

    def _row(self, block: RosterBlock, index: int, place: str, shown: tuple[str, ...]) -> _Row:
        own: dict[RosterColumn, str] = {}
        full: dict[RosterColumn, str] = {}
        for column, role in enumerate(block.columns.roles):
            if role is None or role is C.OTHER or column >= len(shown):
                continue
            text = self._resolved(column, shown[column], place)
            _join(own, role, text)
            _join(full, role, text or _brought(block, index, column, role))
            if role is C.PHONE and also_zalo(block.columns.names[column]):
                _join(full, C.ZALO, text)
        return _Row(index, place, shown, own, full)

    def _resolved(self, column: int, text: str, place: str) -> str:
        """Return a cell's text; where it points to the cell above, the text of that."""
        if not is_ditto(text):
            if text:
                self._above[column] = text
            return text
        if not self._above.get(column):
            message = mark("“{text}” nhưng ô phía trên không có chữ.").format(text=text)
            self.find(Severity.CHECK, place, message)
        return self._above.get(column, "")

    def _opens(self, block: RosterBlock, row: _Row) -> bool:
        """Open the area or the role that a heading row names; say whether it is one."""
        if len(row.texts) == 2 and len(row.texts[1]) > 24:
            return False
        if area := heading_area(row.texts[0]):
            self.area, self._role, self._signed = area, None, False
            self.kind = kind_named(row.texts[0]) or self.kind
            for column in _personal(block):
                self._above.pop(column, None)
            return True
        below = block.table.rows[row.index + 1 : row.index + 2]
        filled = sum(bool(text) for text in below[0].cells) if below else 0
        if len(row.texts) == 1 and filled > 2 and is_role(row.texts[0].strip(" :.")):
            self._role = next(iter(read_roles(row.texts[0])), None)
            return True
        return False

    def _is_under_table(self, row: _Row) -> bool:
        numbered = row.own.get(C.ORDINAL, "")[:1].isdigit()
        if numbered or row.has_data or len(row.texts) > 3 or any(map(is_role, row.texts[1:])):
            return False
        if self._signed and len(row.texts) < 3:
            return True
        return any(map(signs_off, row.texts))

    def _continues(self, block: RosterBlock, row: _Row) -> bool:
        names = block.columns.having(C.NAME) or block.columns.having(C.GIVEN)
        merge = block.covered.get((row.index, names[0])) if names else None
        return merge is not None and block.first <= merge.top < row.index and bool(self._last)

    def _add(self, block: RosterBlock, row: _Row) -> None:
        if text := row.full.get(C.AREA, ""):
            (column,) = block.columns.having(C.AREA)
            self.area = cell_area(text, block.columns.names[column])
        elif not self.area and (unit := read_unit(row.full.get(C.ADDRESS, ""))):
            self.area = unit.title
        has_roles = bool(block.columns.having(C.ROLE))
        listed = people_of(row.full, role_column=has_roles, given_role=self._role)
        if not listed:
            message = mark("Dòng không có tên người, chưa đưa vào: “{words}”.")
            self.find(Severity.CHECK, row.place, message.format(words=row.words[:160]))
        for one in listed:
            self.keep(one, row.place)

    def keep(self, listed: Listed, place: str) -> None:
        """Take a person into the team of the area that is open."""
        member = TeamMember(listed.person, listed.role, place)
        key = fold(f"{self.kind}|{self.area}")
        team = self.teams.get(key) or DigitalTeam(self.area, read_unit(self.area), kind=self.kind)
        self.teams[key] = replace(team, members=(*team.members, member))
        self._since_total.append(member)
        self._in_block.append(member)
        self._last = listed.person.full_name
        for severity, message in listed.doubts:
            self.find(severity, place, f"{listed.person.full_name}: {message}")

    def _check_total(self, row: _Row) -> None:
        """Compare a total with the rows read since the last one, or in the whole table."""
        men, women = (row.own.get(column, "") for column in (C.MALE, C.FEMALE))
        told = told_in(row.texts, row.shown, men, women)
        counted = [count_of(scope) for scope in (self._since_total, self._in_block)]
        if not any(told.agrees_with(count) for count in counted):
            message = mark("“{words}” không khớp: đọc được {people} người, {women} nữ.")
            read = counted[0] if counted[0].people else counted[1]
            text = message.format(words=row.words[:160], people=read.people, women=read.women)
            self.find(Severity.CHECK, row.place, text)
        self._since_total = []

    def _settle_silent_sex(self, block: RosterBlock) -> None:
        """Say that a list which marks only its women leaves the others without a word."""
        held = set(block.columns.roles)
        if (C.MALE in held) is (C.FEMALE in held) or C.GENDER in held:
            return
        silent = [member for member in self._in_block if member.person.gender is None]
        if silent and len(silent) < len(self._in_block):
            marked = Gender.FEMALE if C.FEMALE in held else Gender.MALE
            message = mark(
                "Chỉ có cột {marked}; {count} người không đánh dấu thì để trống giới tính."
            )
            text = message.format(marked=marked.value, count=len(silent))
            self.find(Severity.CHECK, block.table.name, text)

    def find(self, severity: Severity, place: str, message: str) -> None:
        """Note something that a person must look at."""
        self.findings.append(Finding(severity, place, message))


def _texts(columns: RosterColumns, row: SourceRow) -> Iterator[str]:
    """Yield the texts of a row; on lines of their own where the name cell lists people so."""
    lines = [[plain(line) for line in row.typed(c).splitlines()] for c in range(len(row.cells))]
    named = next((lines[column] for column in columns.having(C.NAME)), [])
    several = are_names(named)
    for held, text in zip(lines, row.cells, strict=True):
        yield "\n".join(held) if several and len(held) == len(named) else plain(text)


def _join(texts: dict[RosterColumn, str], role: RosterColumn, text: str) -> None:
    """Put `text` beside what another column of the same kind gave."""
    between = {C.PHONE: " / ", C.NOTE: "; "}.get(role, ", ")
    held = texts.get(role, "")
    if text and (not held or is_silent(held)):
        texts[role] = text
    elif text and not is_silent(text) and role is not C.BIRTH and text not in held:
        texts[role] = f"{held}{between}{text}"
    else:
        texts.setdefault(role, "")


def _brought(block: RosterBlock, index: int, column: int, role: RosterColumn) -> str:
    """Return the text of the merge from above that covers a cell that may be shared."""
    merge = block.covered.get((index, column)) if role in _BROUGHT else None
    if merge is None or not block.first <= merge.top < index or merge.left != column:
        return ""
    return plain(block.table.rows[merge.top].cells[column])


def _personal(block: RosterBlock) -> list[int]:
    """Return the columns in which nothing is carried from one team to the next."""
    return [column for role in _DATA for column in block.columns.having(role)]
