"""Write a return form: an .xlsx for one unit, protected but for the cells it fills in."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kehoach_desktop.domain.return_form import CARD_MARK, FORM_STATUSES, Card, Field, ReturnForm
from kehoach_desktop.domain.text import clean, typed_day
from kehoach_desktop.exchange.form_figures import FIGURE_SHEET, Hand, write_figures
from kehoach_desktop.exchange.form_layout import (
    ADDED_ROWS,
    CARD_SHEET,
    COLUMNS,
    FORM_SHEET,
    HEADER_ROW,
    Part,
    Role,
)
from kehoach_desktop.files import replace_file

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_767
TALLEST_ROW, LINE_HEIGHT, LEAST_LINES = 409.0, 14.5, 2
FILLING = 1.2  # letters of the font to a character of column width, words wrapped whole
FONT = "Times New Roman"
GREY_TEXT, GREY_FILL, HEAD_FILL, LINE = "FF7A7A7A", "FFF2F2F2", "FFDCE6F1", "FF9AA5B1"
_FORMATS: dict[Role, str] = {Field.DONE_ON: "dd/mm/yyyy", Field.PERCENT: "General"}
_GUIDE = (
    "Điền các ô trắng; ô xám không sửa. Để trống nghĩa là không đổi. "
    "Việc khác ngoài danh sách ghi vào các dòng cuối."
)


def write_form(form: ReturnForm, target: Path) -> Path:
    """Put the form at `target`, whole or not at all, and return `target`.

    Every text stays a text, whatever it begins with. Raises the errors of `replace_file`.
    """
    book = _book(form)

    def write(out: BinaryIO) -> None:
        book.save(out)

    return replace_file(target, write, _reopen)


def _reopen(written: Path) -> None:
    from openpyxl import load_workbook

    with written.open("rb") as stream:
        load_workbook(stream).close()


def _book(form: ReturnForm) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = form.office.people_committee if form.office.name else "kehoach"
    book.properties.title = f"Phiếu cập nhật tiến độ {form.period.name} - {form.unit}"
    book.remove(book.active)
    if form.lines or not form.figures:
        _write_tasks(book.create_sheet(FORM_SHEET), form)
    if form.figures:
        hand = Hand(put_text, _grey_cell, _open_number)
        write_figures(book.create_sheet(FIGURE_SHEET), form, hand)
    _write_card(book, form.card)
    return book


def _write_tasks(sheet: Worksheet, form: ReturnForm) -> None:
    _write_heading(sheet, form)
    _write_header(sheet)
    for offset, line in enumerate(form.lines, start=1):
        texts = {
            Part.CODE: line.code,
            Part.LABEL: line.label,
            Part.CONTENT: line.content,
            Part.DEADLINE: line.deadline,
            Part.LAST: line.last,
        }
        _write_row(sheet, HEADER_ROW + offset, texts)
    last = HEADER_ROW + len(form.lines) + ADDED_ROWS
    for row in range(last - ADDED_ROWS + 1, last + 1):
        _write_added_row(sheet, row)
    _add_choices(sheet, last)
    _set_page(sheet, form, last)


def put_text(cell: Any, text: str) -> None:
    """Put a text that stays a text: no formula, no control characters, not over-long."""
    cell.value = clean(text)[:LONGEST_CELL] or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.quotePrefix = cell.value[0] in "=+-@"


def _write_heading(sheet: Worksheet, form: ReturnForm) -> None:
    from openpyxl.styles import Alignment, Font

    due = f"Gửi lại trước ngày {typed_day(form.due)}. " if form.due else ""
    lines = (
        (form.office.people_committee.upper() if form.office.name else "", 12, False),
        ("PHIẾU CẬP NHẬT TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ", 14, True),
        (f"{form.period.name[:1].upper()}{form.period.name[1:]}", 12, True),
        (f"Đơn vị: {form.unit}", 12, True),
        (f"{due}{_GUIDE}", 11, False),
        (form.card.line, 9, False),
    )
    for row, (text, size, bold) in enumerate(lines, start=1):
        cell = sheet.cell(row, 1)
        put_text(cell, text)
        cell.font = Font(name=FONT, size=size, bold=bold)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=row == 5)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))


def _write_header(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(HEADER_ROW, number)
        put_text(cell, column.heading)
        cell.font = Font(name=FONT, size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor=HEAD_FILL)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[HEADER_ROW].height = 44


def _write_row(sheet: Worksheet, row: int, texts: dict[Part, str]) -> None:
    for number, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(row, number)
        if isinstance(column.role, Field):
            _open_cell(cell, column.role)
        else:
            put_text(cell, texts[column.role])
            _grey_cell(cell, pale=column.role in (Part.CODE, Part.LAST))
    sheet.row_dimensions[row].height = _height(texts)


def _height(texts: dict[Part, str]) -> float:
    """Return the height in points that shows every line: not every program fits rows by itself."""
    widths = {column.role: column.width for column in COLUMNS}
    lines = max(
        sum(ceil(len(part) / (widths[role] * FILLING)) or 1 for part in text.split("\n"))
        for role, text in texts.items()
    )
    return min(TALLEST_ROW, max(LEAST_LINES, lines) * LINE_HEIGHT + 4)


def _write_added_row(sheet: Worksheet, row: int) -> None:
    for number, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(row, number)
        if isinstance(column.role, Field) or column.role in (Part.CONTENT, Part.DEADLINE):
            _open_cell(cell, column.role)
        else:
            _grey_cell(cell, pale=True)
    sheet.row_dimensions[row].height = 30


def _open_cell(cell: Any, role: Role) -> None:
    from openpyxl.styles import Alignment, Font, Protection

    cell.protection = Protection(locked=False)
    cell.font = Font(name=FONT, size=11)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = _border()
    # A text format keeps "12/12" from turning into a day.
    cell.number_format = _FORMATS.get(role, "@")


def _open_number(cell: Any) -> None:
    _open_cell(cell, Field.PERCENT)


def _grey_cell(cell: Any, *, pale: bool) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=FONT, size=9 if pale else 11, color=GREY_TEXT if pale else "FF000000")
    cell.fill = PatternFill("solid", fgColor=GREY_FILL)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = _border()


def _border() -> Any:
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color=LINE)
    return Border(left=side, right=side, top=side, bottom=side)


def _add_choices(sheet: Worksheet, last: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    # The words stand in the rule itself: a list on another sheet would go with that sheet.
    words = ",".join(FORM_STATUSES.values())
    status = DataValidation("list", formula1=f'"{words}"', allow_blank=True, errorStyle="warning")
    status.errorTitle, status.error = "Trạng thái", "Nên chọn một trong các mục của danh sách."
    percent = DataValidation(
        "whole", operator="between", formula1="0", formula2="100", allow_blank=True
    )
    percent.errorTitle, percent.error = "Tỷ lệ %", "Ghi một số nguyên từ 0 đến 100, không ghi %."
    day = DataValidation(showInputMessage=True, allow_blank=True)
    day.promptTitle, day.prompt = "Ngày hoàn thành", "Chỉ ghi khi đã hoàn thành: ngày/tháng/năm."
    rules = {Field.STATUS: status, Field.PERCENT: percent, Field.DONE_ON: day}
    for number, column in enumerate(COLUMNS, start=1):
        rule = rules.get(column.role) if isinstance(column.role, Field) else None
        if rule is not None:
            letter = sheet.cell(HEADER_ROW, number).column_letter
            rule.add(f"{letter}{HEADER_ROW + 1}:{letter}{last}")
            sheet.add_data_validation(rule)


def _set_page(sheet: Worksheet, form: ReturnForm, last: int) -> None:
    sheet.freeze_panes = f"D{HEADER_ROW + 1}"
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", 9
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_area = f"A1:{sheet.cell(HEADER_ROW, len(COLUMNS)).column_letter}{last}"
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.7, 0.35
    sheet.oddFooter.left.text = form.card.line
    sheet.oddFooter.right.text = "Trang &P/&N"
    rights = sheet.protection
    rights.enable()
    rights.formatColumns = rights.formatRows = rights.formatCells = False


def _write_card(book: Workbook, card: Card) -> None:
    sheet = book.create_sheet(CARD_SHEET)
    rows = (
        (CARD_MARK, ""),
        ("store", card.store),
        ("period", card.period),
        ("unit", card.unit),
        ("form", card.form),
        ("checksum", card.checksum),
        ("codes", " ".join(card.codes)),
    )
    for number, (key, value) in enumerate(rows, start=1):
        put_text(sheet.cell(number, 1), key)
        put_text(sheet.cell(number, 2), value)
        sheet.cell(number, 2).number_format = "@"
    sheet.protection.enable()
    sheet.sheet_state = "veryHidden"
