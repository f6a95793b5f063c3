"""An .xls of Excel 97-2003 as tables; text of old byte fonts is decoded run by run."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import pairwise
from typing import Any

from kehoach_desktop.domain.draft import Finding, Source, SourceTable
from kehoach_desktop.importers.errors import (
    DamagedFile,
    EmptyFile,
    FileTooBig,
    PasswordProtected,
)
from kehoach_desktop.importers.legacy_text import decoded
from kehoach_desktop.importers.number_formats import shown_date, shown_number
from kehoach_desktop.importers.sheet_tables import (
    MOST_CELLS,
    MOST_ROWS,
    Cells,
    Layout,
    at_row,
    sheet_table,
)
from kehoach_desktop.importers.struck import told_struck

FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError,
          struct.error, OSError, NotImplementedError)  # fmt: skip


def read_xls(data: bytes, name: str, careful: bool = False) -> Source:
    """Return the sheets of the workbook in `data` as tables, hidden ones marked.

    A second reader is asked where the first cannot go on; `careful` leaves it out.
    """
    try:
        tables, findings = _first_reader(data, name)
    except _xlrd().XLRDError as broken:
        if "encrypted" in str(broken).lower():
            raise PasswordProtected(name) from broken
        tables, findings = _second_reader(data, name, careful)
    except (*FAULTS, _xlrd().compdoc.CompDocError):
        tables, findings = _second_reader(data, name, careful)
    kept = tuple(table for table in tables if table.rows)
    if not kept:
        raise EmptyFile(name)
    digest = hashlib.sha256(data).hexdigest()
    return Source(name, "xls", digest, (), kept, tuple(findings))


def _first_reader(data: bytes, name: str) -> tuple[list[SourceTable], list[Finding]]:
    findings: list[Finding] = []
    tables: list[SourceTable] = []
    # Without a log of its own the library writes its warnings where our answer goes.
    book = _xlrd().open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
    room = MOST_CELLS
    for sheet in book.sheets():
        rows = [*_rows(book, sheet)]
        room -= sum(len(cells) for _number, cells in rows)
        if room < 0 or len(rows) > MOST_ROWS:
            raise FileTooBig(name)
        tables.append(sheet_table(sheet.name, rows, _layout(sheet), findings))
        struck = _struck(book, sheet)
        findings.extend(told_struck((at_row(sheet.name, row), text) for row, text in struck))
    return tables, findings


def _layout(sheet: Any) -> Layout:
    return Layout(
        tuple(
            (top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells
        ),
        frozenset(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden),
        frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden),
        sheet.visibility != 0,
    )


def _rows(book: Any, sheet: Any) -> Iterator[tuple[int, Cells]]:
    for row in range(sheet.nrows):
        cells: Cells = {}
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            if cell.value != "" and (text := _shown(book, sheet, cell, (row, column))):
                cells[column] = text
        if cells:
            yield row + 1, cells


def _struck(book: Any, sheet: Any) -> Iterator[tuple[int, str]]:
    """Yield the number of the row and the words of each text that is struck out."""
    if not any(font.struck_out for font in book.font_list if font is not None):
        return
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            if cell.ctype != _xlrd().XL_CELL_EMPTY and (
                text := _struck_part(book, sheet, cell, (row, column))
            ):
                yield row + 1, text


def _struck_part(book: Any, sheet: Any, cell: Any, place: tuple[int, int]) -> str:
    font = book.xf_list[cell.xf_index].font_index
    if cell.ctype != _xlrd().XL_CELL_TEXT:
        return _shown(book, sheet, cell, place) if book.font_list[font].struck_out else ""
    pieces = _pieces(str(cell.value), font, sheet.rich_text_runlist_map.get(place, []))
    fonts = ((text, book.font_list[index]) for text, index in pieces)
    return " ".join(decoded(text, font.name) for text, font in fonts if font.struck_out)


def _shown(book: Any, sheet: Any, cell: Any, place: tuple[int, int]) -> str:
    style = book.xf_list[cell.xf_index]
    code = book.format_map[style.format_key].format_str
    if cell.ctype == _xlrd().XL_CELL_TEXT:
        runs = sheet.rich_text_runlist_map.get(place, [])
        return _runs(book, str(cell.value), style.font_index, runs)
    if cell.ctype == _xlrd().XL_CELL_DATE:
        return _shown_day(cell.value, book.datemode, code)
    if cell.ctype == _xlrd().XL_CELL_NUMBER:
        return shown_number(float(cell.value), code)
    if cell.ctype == _xlrd().XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return str(_xlrd().error_text_from_code.get(cell.value, ""))


def _shown_day(value: float, mode: int, code: str) -> str:
    try:
        return shown_date(_xlrd().xldate_as_datetime(value, mode), code)
    except (ValueError, OverflowError):
        return shown_number(value)


def _runs(book: Any, text: str, font: int, runs: list[tuple[int, int]]) -> str:
    """Return a text whose runs, from each offset on, are set in fonts of their own."""
    pieces = _pieces(text, font, runs)
    return "".join(decoded(piece, book.font_list[index].name) for piece, index in pieces)


def _pieces(text: str, font: int, runs: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    starts = [(0, font), *runs, (len(text), font)]
    yield from ((text[start:end], index) for (start, index), (end, _next) in pairwise(starts))


def _second_reader(
    data: bytes, name: str, careful: bool
) -> tuple[list[SourceTable], list[Finding]]:
    from python_calamine import CalamineError, CalamineWorkbook

    if careful:
        raise DamagedFile(name)
    findings: list[Finding] = []
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        tables = [
            sheet_table(name_, [*_plain_rows(book.get_sheet_by_name(name_))], Layout(), findings)
            for name_ in book.sheet_names
        ]
    except (CalamineError, *FAULTS) as broken:
        raise DamagedFile(name) from broken
    return tables, findings


def _plain_rows(sheet: Any) -> Iterator[tuple[int, Cells]]:
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        cells = {column: _plain(value) for column, value in enumerate(values) if value != ""}
        if cells:
            yield number, cells


def _plain(value: object) -> str:
    if isinstance(value, float | int):
        return shown_number(value)
    return value if isinstance(value, str) else shown_date(value)  # type: ignore[arg-type] # a day


def _xlrd() -> Any:
    import xlrd  # type: ignore[import-untyped] # it has no stubs

    return xlrd
