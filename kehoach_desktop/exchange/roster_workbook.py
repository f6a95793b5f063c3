"""Write lists of people as a workbook, a sheet for each, in the shape of a decision's appendix."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kehoach_desktop.exchange.form_workbook import FONT, put_text
from kehoach_desktop.files import replace_file

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kehoach_desktop.domain.paper import PaperAppendix, Row, Table

LONGEST_NAME = 31
HEADER, TITLE_SIZE = 3, 14
LINE, LETTERS, ROOM = 16.0, 1.15, 2
A4 = 9
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")


def write_roster(lists: Mapping[str, PaperAppendix], target: Path) -> Path:
    """Put the lists at `target` as .xlsx, whole or not at all, and return `target`.

    Every text stays a text: telephones keep their nought. Raises the errors of `replace_file`.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, (name, listed) in enumerate(lists.items(), start=1):
        bare = " ".join(_FORBIDDEN.sub(" ", name).split()).strip("'")
        page = book.create_sheet(bare[:LONGEST_NAME] or f"Danh sách {number}")
        _write(page, listed)

    def write(out: BinaryIO) -> None:
        book.save(out)

    return replace_file(target, write)


def _write(page: Worksheet, listed: PaperAppendix) -> None:
    from openpyxl.styles import Alignment, Font

    table = listed.table
    width = len(table.columns)
    put_text(page.cell(1, 1), listed.title)
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    page.cell(1, 1).font = Font(name=FONT, size=TITLE_SIZE, bold=True)
    page.cell(1, 1).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    page.row_dimensions[1].height = LINE * 3
    _write_table(page, table)
    if listed.closing:
        last = HEADER + len(table.rows) + 1
        put_text(page.cell(last, 1), f"{listed.closing}./.")
        page.cell(last, 1).font = Font(name=FONT, size=12, italic=True)
        page.merge_cells(start_row=last, start_column=1, end_row=last, end_column=width)
    _set_page(page, table)


def _write_table(page: Worksheet, table: Table) -> None:
    from openpyxl.utils import get_column_letter

    for column, head in enumerate(table.columns, start=1):
        page.column_dimensions[get_column_letter(column)].width = head.weight + ROOM
        _put(page.cell(HEADER, column), head.heading, bold=True, centred=True)
    heads = [head.heading for head in table.columns]
    page.row_dimensions[HEADER].height = _height(heads, table)
    for number, row in enumerate(table.rows, start=HEADER + 1):
        _write_row(page, table, number, row)


def _write_row(page: Worksheet, table: Table, number: int, row: Row) -> None:
    for column, head in enumerate(table.columns, start=1):
        text = row.cells[column - 1] if column <= len(row.cells) else ""
        _put(page.cell(number, column), text, bold=row.heading, centred=head.centred)
    if row.heading:
        page.merge_cells(
            start_row=number, start_column=2, end_row=number, end_column=len(table.columns)
        )
        return
    page.row_dimensions[number].height = _height(row.cells, table)


def _height(texts: Sequence[str], table: Table) -> float:
    """Return the height in points that shows every line: not every program fits rows itself."""
    lines = (
        ceil(len(text) * LETTERS / (head.weight + ROOM)) or 1
        for text, head in zip(texts, table.columns, strict=False)
    )
    return max(lines) * LINE + 4


def _put(cell: Any, text: str, *, bold: bool, centred: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    put_text(cell, text)
    side = Side(style="thin")
    cell.font = Font(name=FONT, size=12, bold=bold)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = Alignment(
        horizontal="center" if centred else None, vertical="center", wrap_text=True
    )


def _set_page(page: Worksheet, table: Table) -> None:
    page.freeze_panes = page.cell(HEADER + 1, 1)
    page.print_title_rows = f"{HEADER}:{HEADER}"
    wide = sum(column.weight for column in table.columns) > 90
    page.page_setup.orientation = "landscape" if wide else "portrait"
    page.page_setup.paperSize = A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
