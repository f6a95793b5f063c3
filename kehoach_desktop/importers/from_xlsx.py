"""An .xlsx or .xlsm as tables: the values as shown, the merges, and what its author has hidden."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from io import BytesIO

from kehoach_desktop.domain.draft import Finding, Severity, Source, SourceTable
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers import sheet_parts
from kehoach_desktop.importers.cells import unescaped
from kehoach_desktop.importers.errors import DamagedFile, EmptyFile, FileTooBig
from kehoach_desktop.importers.number_formats import shown_date, shown_number
from kehoach_desktop.importers.package import Package, ending, unpack
from kehoach_desktop.importers.sheet_cells import read_workbook, rows_of
from kehoach_desktop.importers.sheet_tables import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cells,
    Layout,
    Rows,
    at_row,
    letters_of,
    sheet_table,
)
from kehoach_desktop.importers.struck import struck_cells, told_struck

DENSE_AREA = 2_000_000


def read_xlsx(data: bytes, name: str, careful: bool = False) -> Source:
    """Return the sheets of the workbook in `data` as tables, hidden ones marked.

    A fast reader goes first where the workbook cannot harm it; `careful` leaves it out.
    """
    package = unpack(data, name)
    known = sheet_parts.sheets(package)
    if not known:
        raise DamagedFile(name)
    fast = not careful and _is_tame(package, known)
    values = _fast_values(data, package, known) if fast else {}
    findings: list[Finding] = []
    tables: list[SourceTable] = []
    room = MOST_CELLS
    for sheet in known:
        rows = values.get(sheet.name) or _careful_values(package, sheet, name)
        room -= sum(len(cells) for _number, cells in rows)
        if room < 0 or len(rows) > MOST_ROWS:
            raise FileTooBig(name)
        part = package.part(sheet.part)
        tables.append(_table(sheet, rows, part, findings))
        struck = struck_cells(package, part, rows)
        findings.extend(told_struck((at_row(sheet.name, row), text) for row, text in struck))
    if not any(table.rows for table in tables):
        raise EmptyFile(name)
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, "xlsx", digest, (), tuple(t for t in tables if t.rows), tuple(findings))


def _is_tame(package: Package, known: list[sheet_parts.Sheet]) -> bool:
    """Say whether the fast reader may have the workbook: no far cells, no lying counts.

    It knows no fonts either, so text of old byte fonts is not for it.
    """
    if sheet_parts.has_legacy_fonts(package):
        return False
    strings = ending(package, "sharedStrings.xml")
    head = sheet_parts.attributes(strings[:2000].partition(b"<si")[0])
    counts = [head.get("uniqueCount", "0"), head.get("count", "0")]
    if any(not count.isdigit() or int(count) > 4_000_000 for count in counts):
        return False
    extents = (sheet_parts.extent(package.part(sheet.part)) for sheet in known)
    return all(
        rows * columns <= DENSE_AREA and columns <= MOST_COLUMNS for rows, columns in extents
    )


def _fast_values(data: bytes, package: Package, known: list[sheet_parts.Sheet]) -> dict[str, Rows]:
    """Return the rows of each sheet by its name; a sheet the fast reader fails on is left out."""
    from python_calamine import CalamineError, CalamineWorkbook

    codes = sheet_parts.format_codes(package)
    values: dict[str, Rows] = {}
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        if len(book.sheet_names) != len(known):
            return {}
        for index, sheet in enumerate(known):
            dense = book.get_sheet_by_index(index).to_python(skip_empty_area=False)
            styles = _Styles(package.part(sheet.part), codes)
            values[sheet.name] = [*_sparse(dense, styles)]
    except (CalamineError, ValueError, OverflowError, IndexError, OSError):
        return values
    return values


class _Styles:
    """The number formats of a sheet's cells, looked up only where a number or a date stands."""

    def __init__(self, sheet: bytes, codes: list[str]) -> None:
        self._sheet, self._codes = sheet, codes
        self._styles: dict[str, int] | None = None

    def code(self, row: int, column: int) -> str:
        if self._styles is None:
            self._styles = sheet_parts.styles(self._sheet)
        style = self._styles.get(f"{letters_of(column)}{row}", 0)
        return self._codes[style] if style < len(self._codes) else ""


def _sparse(dense: Iterable[Sequence[object]], styles: _Styles) -> Iterator[tuple[int, Cells]]:
    for number, values in enumerate(dense, start=1):
        cells = {
            column: _shown(value, number, column, styles)
            for column, value in enumerate(values)
            if value not in ("", None)
        }
        if cells:
            yield number, cells


def _shown(value: object, row: int, column: int, styles: _Styles) -> str:
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return shown_number(value, styles.code(row, column))
    if isinstance(value, date | time | timedelta):
        return shown_date(value, styles.code(row, column))
    return str(value)


def _careful_values(package: Package, sheet: sheet_parts.Sheet, name: str) -> Rows:
    from lxml import etree

    part = package.part(sheet.part)
    if not part:
        return []
    rows: list[tuple[int, Cells]] = []
    try:
        for number, cells in rows_of(part, read_workbook(package)):
            rows.append((number, cells))
            if len(rows) > MOST_ROWS + 50_000:
                raise FileTooBig(name)
    except etree.XMLSyntaxError as broken:
        raise DamagedFile(name) from broken
    return [(number, cells) for number, cells in rows if cells]


def _table(
    sheet: sheet_parts.Sheet, rows: Rows, part: bytes, findings: list[Finding]
) -> SourceTable:
    if missing := sheet_parts.formulas_without_value(part):
        message = mark("{count} ô công thức chưa có kết quả trong tệp nên đọc là ô trống.")
        findings.append(Finding(Severity.CHECK, sheet.name, message.format(count=missing)))
    layout = Layout(
        tuple(sheet_parts.merges(part)),
        frozenset(sheet_parts.hidden_rows(part)),
        frozenset(sheet_parts.hidden_columns(part, MOST_COLUMNS)),
        sheet.hidden,
    )
    return sheet_table(sheet.name, rows, layout, findings)
