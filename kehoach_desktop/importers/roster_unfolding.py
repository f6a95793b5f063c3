"""A roster with a column for each role, unfolded into one person a row as other lists are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kehoach_desktop.domain.draft import Finding, Severity, SourceRow, SourceTable
from kehoach_desktop.domain.team import ROLE_TITLES
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.roster_columns import merged_text, plain
from kehoach_desktop.importers.roster_headings import RosterColumn, also_zalo, read_roster_heading
from kehoach_desktop.importers.roster_names import opens_with_surname
from kehoach_desktop.importers.roster_totals import is_total
from kehoach_desktop.importers.roster_values import is_mark, is_silent, signs_off
from kehoach_desktop.importers.roster_wide import RoleColumns, WideLayout, attribute_of

C = RosterColumn
NAME_HEADING, ROLE_HEADING = "Họ và tên", "Vai trò trong tổ"
_HEADINGS: dict[RosterColumn, str] = {
    C.PHONE: "Số điện thoại", C.ZALO: "Zalo", C.BIRTH: "Ngày sinh", C.BIRTH_YEAR: "Năm sinh",
    C.GENDER: "Giới tính", C.IDENTITY: "Số CCCD", C.POST: "Chức vụ", C.ADDRESS: "Địa chỉ",
    C.NOTE: "Ghi chú",
}  # fmt: skip


@dataclass(slots=True)
class Unfolded:
    """A table with one person a row, and what could not be said to be anybody's."""

    table: SourceTable
    findings: list[Finding] = field(default_factory=list)


def unfolded(table: SourceTable, layout: WideLayout) -> Unfolded:
    """Return the table with one person a row, or where roles are ticked, with a column for it."""
    if layout.ticked:
        return Unfolded(_with_role_column(table, layout))
    told = _Unfolding(table, layout)
    rows = [_padded(row, told.width) for row in told.rows()]
    hidden = tuple(n for n, c in enumerate(layout.kept) if c in table.hidden_columns)
    whole = replace(table, rows=tuple(rows), merges=(), hidden_columns=hidden)
    return Unfolded(whole, told.findings)


@dataclass(slots=True)
class _Unfolding:
    """Takes a wide table row by row."""

    table: SourceTable
    layout: WideLayout
    findings: list[Finding] = field(default_factory=list)
    _signed: bool = False

    @property
    def width(self) -> int:
        return len(self.layout.kept) + 2 + len(self.layout.told)

    def rows(self) -> Iterator[SourceRow]:
        """Yield the rows over the header, the header, then a row for each person."""
        first = self.layout.first
        head = next((row for row in range(first) if self._heads(row)), 0)
        yield from self.table.rows[:head]
        yield self._header()
        for index in range(first, len(self.table.rows)):
            yield from self._people(index)

    def _heads(self, row: int) -> bool:
        cells = [cell for cell in self.table.rows[row].cells if cell]
        return row == self.layout.first - 1 or len(cells) > 1

    def _header(self) -> SourceRow:
        own = tuple(self.layout.headings[column] for column in self.layout.kept)
        on_zalo = any(map(also_zalo, self.layout.headings))
        told = tuple(
            "SĐT, Zalo" if on_zalo and attribute is C.PHONE else _HEADINGS[attribute]
            for attribute in self.layout.told
        )
        number = self.table.rows[max(0, self.layout.first - 1)].number
        return SourceRow(number, (*own, NAME_HEADING, ROLE_HEADING, *told))

    def _people(self, index: int) -> Iterator[SourceRow]:
        row = self.table.rows[index]
        texts = [text for cell in row.cells if (text := plain(cell))]
        groups = [g for g in self.layout.groups if _names_somebody(plain(row.cells[g.name]))]
        goes_on = any(not row.cells[c] and self._kept(index, c) for c in self.layout.kept)
        if row.hidden or not ((goes_on and groups) or self._lists(row, groups, texts)):
            self._signed = self._signed or any(map(signs_off, texts))
            yield replace(row, cells=self._passed_on(row, texts))
            return
        columns = self.layout.kept
        kept = [self._kept(index, column) for column in columns]
        for group in groups:
            yield replace(row, cells=(*kept, *self._cells(row, group)))
            kept = [text if self._in_area(c) else "" for c, text in zip(columns, kept, strict=True)]
        self._tell_loose(row)

    def _lists(self, row: SourceRow, groups: Sequence[RoleColumns], texts: Sequence[str]) -> bool:
        """Say whether a row names people: not a heading, a total, nor who signed."""
        if not groups or is_total(texts) or (self._signed and len(texts) < 3):
            return False
        return len(texts) > 2 or any(opens_with_surname(row.cells[g.name]) for g in groups)

    def _passed_on(self, row: SourceRow, texts: Sequence[str]) -> tuple[str, ...]:
        if not is_total(texts):
            return tuple(texts[: self.width])
        counts = [plain(row.cells[group.name]) for group in self.layout.groups]
        told = [int(text) for text in counts if text.isdecimal() and len(text) < 5]
        return (f"{texts[0]}: {sum(told)}",) if len(told) > 1 else (" ".join(texts),)

    def _kept(self, index: int, column: int) -> str:
        own = self.table.rows[index].cells[column]
        return own or (merged_text(self.table, index, column) if self._in_area(column) else "")

    def _in_area(self, column: int) -> bool:
        return read_roster_heading(self.layout.headings[column]) is C.AREA

    def _cells(self, row: SourceRow, group: RoleColumns) -> Iterator[str]:
        yield row.typed(group.name)
        yield ROLE_TITLES[group.role]
        own = {attribute_of(self.layout.headings[c]): row.typed(c) for c in group.told}
        yield from (own.get(attribute, "") for attribute in self.layout.told)

    def _tell_loose(self, row: SourceRow) -> None:
        for column in self.layout.loose:
            text = plain(row.cells[column])
            if not is_silent(text):
                place = mark("{table}, dòng {row}").format(table=self.table.name, row=row.number)
                message = mark("Không rõ “{text}” là của ai trong dòng này, chưa đưa vào.")
                self.findings.append(Finding(Severity.CHECK, place, message.format(text=text)))


def _names_somebody(text: str) -> bool:
    return not is_silent(text) and sum(map(str.isalpha, text)) > 1


def _padded(row: SourceRow, width: int) -> SourceRow:
    cells = (*row.cells, *[""] * width)
    return replace(row, cells=cells[: max(width, len(row.cells))], lines=())


def _with_role_column(table: SourceTable, layout: WideLayout) -> SourceTable:
    """Return the table with the ticked columns blank and what they tell in a column more."""
    ticked = {group.name: ROLE_TITLES[group.role] for group in layout.groups}
    rows = []
    for index, row in enumerate(table.rows):
        bare = tuple("" if c in ticked else cell for c, cell in enumerate(row.cells))
        told = [words for c, words in ticked.items() if is_mark(plain(row.cells[c]))]
        own = ROLE_HEADING if index == layout.first - 1 else ", ".join(told)
        if index < layout.first - 1:
            bare, own = row.cells, ""
        rows.append(replace(row, cells=(*bare, own)))
    return replace(table, rows=tuple(rows))
