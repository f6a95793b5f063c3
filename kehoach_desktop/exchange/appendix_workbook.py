"""Write a plan's own table back as a workbook: as it came, with what was done at the right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kehoach_desktop.domain.filled_appendix import RESULTS, FilledSheet
from kehoach_desktop.exchange.form_workbook import FONT, put_text
from kehoach_desktop.files import replace_file

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_NAME = 31
NARROWEST, WIDEST = 6.0, 42.0
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")
_WIDTHS = {"status": 16.0, "percent": 7.5, "done_on": 12.5, "result": 34.0}
OTHER_WIDTH, A3 = 20.0, 8
LINE, TALLEST = 16.0, 409.0  # points


def write_appendix(sheets: Sequence[FilledSheet], target: Path) -> Path:
    """Put the sheets at `target` as .xlsx, whole or not at all, and return `target`.

    Every text stays a text, whatever it begins with. Raises the errors of `replace_file`.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    names: set[str] = set()
    for sheet in sheets:
        name = _name(sheet.name, names)
        names.add(name.casefold())
        _write(book.create_sheet(name), sheet)

    def write(out: BinaryIO) -> None:
        book.save(out)

    return replace_file(target, write)


def _name(wanted: str, taken: set[str]) -> str:
    bare = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("'")[:LONGEST_NAME] or "Phụ lục"
    name, number = bare, 2
    while name.casefold() in taken:
        name = f"{bare[: LONGEST_NAME - 3]} {number}"
        number += 1
    return name


def _write(page: Worksheet, sheet: FilledSheet) -> None:
    from openpyxl.utils import get_column_letter

    first, last = sheet.header
    for index, cells in enumerate(sheet.rows):
        for column, text in enumerate(cells):
            cell = page.cell(index + 1, column + 1)
            put_text(cell, text)
            _look(cell, head=first <= index <= last, ruled=index >= first, title=index < first)
    _write_results(page, sheet)
    for merge in sheet.merges:
        page.merge_cells(
            start_row=merge.top + 1,
            start_column=merge.left + 1,
            end_row=merge.bottom + 1,
            end_column=merge.right + 1,
        )
    widths = _widths(sheet)
    _set_heights(page, sheet, widths)
    for column, width in enumerate(widths, start=1):
        dimension = page.column_dimensions[get_column_letter(column)]
        dimension.width = width
        dimension.hidden = column - 1 in sheet.hidden_columns
    _set_page(page, sheet)


def _set_heights(page: Worksheet, sheet: FilledSheet, widths: Sequence[float]) -> None:
    first, _last = sheet.header
    blank = ("",) * len(RESULTS)
    wide = {m.top: (m.left, m.right) for m in sheet.merges if m.right > m.left}
    for index, cells in enumerate(sheet.rows):
        if index in wide and any(cells):
            left, right = wide[index]
            room = sum(widths[left : right + 1])
            page.row_dimensions[index + 1].height = _height((max(cells, key=len),), (room,))
        elif index >= first:
            added = tuple(RESULTS.values()) if index == first else sheet.results.get(index, blank)
            page.row_dimensions[index + 1].height = _height((*cells, *added), widths)


def _write_results(page: Worksheet, sheet: FilledSheet) -> None:
    first, last = sheet.header
    for offset, heading in enumerate(RESULTS.values(), start=sheet.width + 1):
        put_text(page.cell(first + 1, offset), heading)
        for row in range(first, len(sheet.rows)):
            _look(page.cell(row + 1, offset), head=row <= last, ruled=True, title=False)
        if last > first:
            page.merge_cells(
                start_row=first + 1, start_column=offset, end_row=last + 1, end_column=offset
            )
    for index, values in sheet.results.items():
        for offset, (key, text) in enumerate(zip(RESULTS, values, strict=True), start=1):
            cell = page.cell(index + 1, sheet.width + offset)
            if key == "percent" and text:
                cell.value = int(text)
            else:
                put_text(cell, text)


def _look(cell: Any, *, head: bool, ruled: bool, title: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    cell.font = Font(name=FONT, size=12, bold=head or title)
    centred = "center" if head or title else None
    cell.alignment = Alignment(
        horizontal=centred, vertical="center" if head else "top", wrap_text=True
    )
    if ruled:
        side = Side(style="thin")
        cell.border = Border(left=side, right=side, top=side, bottom=side)


def _widths(sheet: FilledSheet) -> list[float]:
    first, _last = sheet.header
    covered = {
        (merge.top, column)
        for merge in sheet.merges
        for column in range(merge.left, merge.right + 1)
        if merge.right > merge.left
    }
    widths = []
    for column in range(sheet.width):
        texts = (
            cells[column]
            for row, cells in enumerate(sheet.rows)
            if row >= first and (row, column) not in covered
        )
        longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
        widths.append(min(WIDEST, max(NARROWEST, 6 + longest**0.5 * 3 if longest > 8 else 8)))
    return [*widths, *(_WIDTHS.get(key, OTHER_WIDTH) for key in RESULTS)]


def _height(cells: Sequence[str], widths: Sequence[float]) -> float:
    """Return the height in points that shows every line: not every program fits rows by itself."""
    lines = max(
        sum(ceil(len(part) / width) or 1 for part in text.split("\n"))
        for text, width in zip(cells, widths, strict=True)
    )
    return min(TALLEST, lines * LINE + 4)


def _set_page(page: Worksheet, sheet: FilledSheet) -> None:
    first, last = sheet.header
    page.freeze_panes = page.cell(last + 2, 1)
    page.print_title_rows = f"{first + 1}:{last + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A3
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
