"""A source becomes a draft of rosters: the teams it lists, and what was doubted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach_desktop.domain.draft import Finding, Severity, Source, SourceTable
from kehoach_desktop.domain.team import RosterDraft, read_unit
from kehoach_desktop.domain.text import fold
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.roster_area import sheet_area, title_area, title_kind
from kehoach_desktop.importers.roster_columns import (
    RosterColumns,
    by_content,
    find_roster_header,
    heads_roster,
    plain,
)
from kehoach_desktop.importers.roster_doubts import team_doubts
from kehoach_desktop.importers.roster_headings import RosterColumn
from kehoach_desktop.importers.roster_lines import take_lines, take_named_above
from kehoach_desktop.importers.roster_rows import RosterBlock, RosterRows
from kehoach_desktop.importers.roster_unfolding import Unfolded, unfolded
from kehoach_desktop.importers.roster_wide import WideLayout, find_wide
from kehoach_desktop.importers.sheet_tables import covering
from kehoach_desktop.importers.side_by_side import taken_apart

SEARCHED_ROWS = 40
SHEETS = ("xlsx", "xls", "ods", "csv")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table with the blocks found in it, and the lines over the first."""

    table: SourceTable
    blocks: tuple[RosterBlock, ...]
    lead: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def assemble_roster(source: Source) -> RosterDraft:
    """Return the teams that `source` lists, and findings on all that is doubtful.

    Every row of the source is a member, a heading, a total, or a finding that names its place.
    Hidden sheets, rows and columns are left out, each told by a finding.
    """
    sheets = [*_sheets(taken_apart(source, heads_roster))]
    rows = RosterRows()
    several = len({sheet.table.name for sheet in sheets if sheet.blocks}) > 1
    findings = list(source.findings)
    beside = ""
    for sheet in sheets:
        if not sheet.blocks:
            findings.extend(_left_out(sheet.table))
            continue
        goes_on = source.format not in SHEETS or sheet.table.name == beside
        beside = sheet.table.name
        before = rows.area if goes_on else ""
        rows.area = title_area(sheet.lead) or before
        if source.format in SHEETS and not before:
            rows.area = _area_of_sheet(rows, sheet, several=several)
        rows.kind = title_kind((*sheet.lead, beside)) or (rows.kind if goes_on else "")
        findings.extend((*sheet.findings, *_columns_left_out(sheet)))
        take_named_above(rows, sheet.lead, sheet.table)
        for block in sheet.blocks:
            rows.take(block)
    if not rows.teams:
        take_lines(rows, source.paragraphs)
    teams = tuple(rows.teams.values())
    if not teams:
        message = mark("Không tìm thấy danh sách thành viên nào trong tệp.")
        findings.append(Finding(Severity.ERROR, mark("Cả tệp"), message))
    return RosterDraft(teams, (*findings, *rows.findings, *team_doubts(teams)))


def _area_of_sheet(rows: RosterRows, sheet: _Sheet, *, several: bool) -> str:
    """Return the area of a sheet: where its title names no village, the one in its name."""
    named = sheet_area(sheet.table.name, one_of_several=several)
    if read_unit(rows.area) or (rows.area and not read_unit(named)):
        return rows.area
    if named and not read_unit(named):
        message = mark("Tên trang tính “{name}” được lấy làm tên thôn, tổ.").format(name=named)
        rows.find(Severity.CHECK, sheet.table.name, message)
    return named


def _sheets(source: Source) -> Iterator[_Sheet]:
    before: RosterColumns | None = None
    wide: WideLayout | None = None
    for given in source.tables:
        wide = find_wide(given, SEARCHED_ROWS) or _same_layout(wide, given, source)
        told = unfolded(given, wide) if wide and not given.hidden else Unfolded(given)
        table = told.table
        blocks = () if table.hidden else (*_blocks(table),)
        if not blocks and before is not None and _goes_on(before, table, source):
            headless = RosterColumns(before.roles, before.names, (), before.printed)
            blocks = (_block(table, headless, 0, len(table.rows)),)
        before = blocks[-1].columns if blocks else before
        yield _Sheet(table, blocks, (*_lead(table, blocks),), tuple(told.findings))


def _same_layout(
    before: WideLayout | None, table: SourceTable, source: Source
) -> WideLayout | None:
    """Return the layout of the table before, where a page has cut this one off from it."""
    width = len(table.rows[0].cells) if table.rows else 0
    if before is None or source.format in SHEETS or width != len(before.headings):
        return None
    return replace(before, first=0)


def _goes_on(before: RosterColumns, table: SourceTable, source: Source) -> bool:
    """Say whether a table without a header goes on with the one that a page has cut."""
    width = len(table.rows[0].cells) if table.rows else 0
    return source.format not in SHEETS and width == len(before.roles) and not table.hidden


def _blocks(table: SourceTable) -> Iterator[RosterBlock]:
    columns: RosterColumns | None = None
    row = first = 0
    while row < len(table.rows):
        visible = not table.rows[row].hidden
        found = find_roster_header(table, row) if visible and _may_head(table, row) else None
        if found is None or (columns and not _heads_anew(found, columns, table.rows[row].cells)):
            if columns is None and row > SEARCHED_ROWS:
                return
            row += 1
            continue
        if columns is not None:
            yield _block(table, columns, first, row)
        columns, row = found, found.header_rows[-1] + 1
        first = row
    if columns is not None:
        yield _block(table, columns, first, len(table.rows))


def _heads_anew(found: RosterColumns, before: RosterColumns, texts: tuple[str, ...]) -> bool:
    """Say whether a header further down is another one: not the first once more, nor a member."""
    read = [role for role in found.roles if role not in (None, RosterColumn.OTHER)]
    return len(read) > 2 and not before.repeats_header(texts)


def _may_head(table: SourceTable, row: int) -> bool:
    """Say whether a row may be a header: it holds no number, and no text of a sentence's length."""
    texts = [text for text in table.rows[row].cells if text]
    return len(texts) > 1 and not any(text.strip(" .+'").isdigit() for text in texts)


def _block(table: SourceTable, columns: RosterColumns, first: int, end: int) -> RosterBlock:
    settled = by_content(columns, table, first, end)
    return RosterBlock(table, settled, first, end, covering(table.merges))


def _lead(table: SourceTable, blocks: tuple[RosterBlock, ...]) -> Iterator[str]:
    yield from table.lead_in
    header = blocks[0].columns.header_rows[:1] if blocks else ()
    for row in table.rows[: header[0] if header else 0]:
        if not row.hidden:
            yield from (plain(text) for text in row.cells if text)


def _left_out(table: SourceTable) -> Iterator[Finding]:
    """Say of a table without a roster what it is, and name its rows."""
    numbers = [row.number for row in table.rows]
    if table.hidden:
        message = mark("Trang tính ẩn, không đưa vào ({count} dòng).")
        yield Finding(Severity.CHECK, table.name, message.format(count=len(numbers)))
        return
    if not numbers:
        return
    words = fold(" ".join(text for row in table.rows[:8] for text in row.cells))
    place = mark("{table}, dòng {first}-{last}").format(
        table=table.name, first=min(numbers), last=max(numbers)
    )
    if any(sign in words for sign in ("cong hoa xa hoi", "noi nhan", "tm.", "nguoi lap")):
        yield Finding(Severity.INFO, place, mark("Phần đầu hoặc nơi nhận, chữ ký của văn bản."))
    else:
        message = mark("Không thấy tiêu đề cột của danh sách thành viên, chưa đưa vào.")
        yield Finding(Severity.CHECK, place, message)


def _columns_left_out(sheet: _Sheet) -> Iterator[Finding]:
    """Name the columns that hold something and are not read: hidden ones, and other matters."""
    block = sheet.blocks[0]
    for column, role in enumerate(block.columns.roles):
        cells = [row.cells[column] for row in sheet.table.rows[block.first : block.end]]
        if not any(cells):
            continue
        name = block.columns.names[column] or str(column + 1)
        if column in sheet.table.hidden_columns:
            message = mark("Cột ẩn “{name}”, không đưa vào.").format(name=name)
            yield Finding(Severity.CHECK, sheet.table.name, message)
        elif role is None or role is RosterColumn.OTHER:
            message = mark("Cột “{name}” không thuộc danh sách tổ, không đưa vào.").format(
                name=name
            )
            yield Finding(Severity.INFO, sheet.table.name, message)
