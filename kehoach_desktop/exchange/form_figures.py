"""The sheet of figures in a village's return form: written beside the tasks, and read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_desktop.domain.draft import SourceTable
from kehoach_desktop.domain.return_form import FigureLine, ReturnForm, TypedFigure
from kehoach_desktop.domain.text import clean, fold, grouped, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from openpyxl.worksheet.worksheet import Worksheet

FIGURE_SHEET, FONT = "Số liệu", "Times New Roman"
FIGURE_HEADER_ROW = 5
DEEPEST_HEADER = 12
# Headings of the form, a paper of the office: not translated.
CODE, NAME, MEASURE, STANDS, TYPED = "Mã", "Chỉ tiêu", "Đơn vị tính", "Đã ghi", "Số liệu kỳ này"
HEADINGS = ((CODE, 20), (NAME, 46), (MEASURE, 16), (STANDS, 14), (TYPED, 18))
_CODE = re.compile(r"\S+")


class Hand(NamedTuple):
    """How a form's cells are made: a text put in, a grey cell, one that is typed into."""

    put_text: Callable[[Any, str], None]
    grey: Callable[..., None]
    opened: Callable[[Any], None]


def write_figures(sheet: Worksheet, form: ReturnForm, hand: Hand) -> None:
    """Fill the sheet of figures by the same hand as the sheet of tasks."""
    from openpyxl.styles import Font

    guide = "Chỉ điền cột “Số liệu kỳ này”, số nguyên; để trống nghĩa là không đổi."
    lines = (
        (f"SỐ LIỆU {form.period.name.upper()}", 12, True),
        (f"Đơn vị: {form.unit}", 12, True),
        (guide, 12, False),
        (form.card.line, 9, False),
    )
    for number, (text, size, bold) in enumerate(lines, start=1):
        hand.put_text(sheet.cell(number, 1), text)
        sheet.cell(number, 1).font = Font(name=FONT, size=size, bold=bold)
    for column, (heading, width) in enumerate(HEADINGS, start=1):
        cell = sheet.cell(FIGURE_HEADER_ROW, column)
        hand.put_text(cell, heading)
        hand.grey(cell, pale=False)
        sheet.column_dimensions[cell.column_letter].width = width
    for offset, line in enumerate(form.figures, start=1):
        _write_line(sheet, FIGURE_HEADER_ROW + offset, line, hand)
    _set_page(sheet, FIGURE_HEADER_ROW + len(form.figures))


def _write_line(sheet: Worksheet, row: int, line: FigureLine, hand: Hand) -> None:
    stands = "" if line.stands is None else grouped(line.stands)
    for column, text in enumerate((line.indicator, line.name, line.measure, stands), start=1):
        cell = sheet.cell(row, column)
        hand.put_text(cell, text)
        hand.grey(cell, pale=column in (1, 4))
    hand.opened(sheet.cell(row, len(HEADINGS)))


def _set_page(sheet: Worksheet, last: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    rule.errorStyle = "warning"
    rule.errorTitle, rule.error = "Số liệu", "Ghi một số nguyên từ 0 trở lên."
    letter = sheet.cell(1, len(HEADINGS)).column_letter
    rule.add(f"{letter}{FIGURE_HEADER_ROW + 1}:{letter}{last}")
    sheet.add_data_validation(rule)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.protection.enable()


def figure_columns(table: SourceTable) -> tuple[int, dict[str, int]] | None:
    """Return the row under the header of a sheet of figures and its columns by folded heading.

    None where the table is no sheet of figures.
    """
    wanted = {fold(NAME), fold(TYPED)}
    for index, row in enumerate(table.rows[:DEEPEST_HEADER]):
        columns = {squeeze(fold(text)): place for place, text in enumerate(row.cells)}
        if wanted <= columns.keys():
            return index + 1, columns
    return None


def typed_figures(table: SourceTable) -> Iterator[TypedFigure]:
    """Yield the figures typed into a sheet of them; blank ones are none."""
    found = figure_columns(table)
    if found is None:
        return
    first, columns = found

    def text_of(cells: tuple[str, ...], heading: str) -> str:
        place = columns.get(fold(heading), len(cells))
        return squeeze(clean(cells[place])) if place < len(cells) else ""

    for row in table.rows[first:]:
        cells = tuple(row.cells)
        if text := text_of(cells, TYPED):
            code = _CODE.match(text_of(cells, CODE))
            yield TypedFigure(row.number, code[0] if code else "", text_of(cells, NAME), text)
