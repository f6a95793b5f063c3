"""Several units' returns in one file: every sheet is recognised by itself."""

from __future__ import annotations

from copy import copy
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kehoach_desktop.domain.draft import Source, SourceRow, SourceTable
from kehoach_desktop.domain.return_form import Field, Returned
from kehoach_desktop.domain.return_form_outcome import Doubt, Reason
from kehoach_desktop.exchange.form_layout import HEADER_ROW
from kehoach_desktop.exchange.form_reading import read_returns
from tests.exchange.test_forms_come_home import saved_anew
from tests.exchange.twelve_forms import (
    COLUMN_OF,
    OCTOBER,
    UNITS,
    Round,
    fill_in,
    standing_entries,
    take_home,
)


def merged(files: dict[str, Path], target: Path, hidden: bool = False) -> Path:
    """Copy the sheet of each form into one workbook, as a clerk drags them there."""
    book = Workbook()
    book.remove(book.active)
    for number, (unit, path) in enumerate(files.items(), start=1):
        for sheet in load_workbook(path):
            if sheet.sheet_state == "visible" or hidden:
                _copy(sheet, book.create_sheet(f"{unit[:24]} {number} {sheet.title[:2]}"))
    book.save(target)
    return target


def _copy(sheet: Any, target: Any) -> None:
    target.sheet_state = sheet.sheet_state
    for row in sheet.iter_rows():
        for cell in row:
            made = target.cell(cell.row, cell.column, cell.value)
            made.data_type, made.number_format = cell.data_type, copy(cell.number_format)
    for merge in sheet.merged_cells.ranges:
        target.merge_cells(str(merge))


@pytest.mark.parametrize("hidden", [False, True])
def test_forms_merged_into_one_workbook_land_unit_by_unit(
    sent: Round, tmp_path: Path, hidden: bool
) -> None:
    fill_in(sent)
    home = take_home([merged(sent.files, tmp_path / "tong hop.xlsx", hidden)])
    assert len(home) == len(UNITS)

    taken = sent.verbs.collecting.apply(home, OCTOBER)

    assert [file.unit for file in taken.files] == list(UNITS)
    assert all(file.accepted for file in taken.files)
    assert standing_entries(sent.verbs, sent) == sent.typed
    again = sent.verbs.collecting.apply(home, OCTOBER)
    assert again.written == 0


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_a_merged_workbook_saved_anew_lands_all_the_same(
    sent: Round, tmp_path: Path, ending: str
) -> None:
    fill_in(sent)
    path = merged(sent.files, tmp_path / "tong hop.xlsx")
    home = take_home(saved_anew([path], ending, tmp_path))
    sent.verbs.collecting.apply(home, OCTOBER)
    assert standing_entries(sent.verbs, sent) == sent.typed


def type_into(sheet: Any, row: int, **cells: object) -> None:
    for name, value in cells.items():
        sheet.cell(HEADER_ROW + row, COLUMN_OF[Field(name)]).value = value


def doubled(path: Path, *, unit: str = "") -> tuple[Any, Any, Any]:
    book = load_workbook(path)
    other = book.copy_worksheet(book["Phiếu"])
    if unit:
        other["A4"] = f"Đơn vị: {unit}"
    return book, book["Phiếu"], other


def test_a_sheet_copied_to_keep_it_blank_is_one_form(sent: Round) -> None:
    path = sent.files[UNITS[0]]
    book, _blank, other = doubled(path)
    type_into(other, 1, status="Đang thực hiện", result="Đã họp 02 buổi")
    book.save(path)

    (home,) = take_home([path])
    (told,) = sent.verbs.collecting.compare([home], OCTOBER).files

    assert [(c.field, c.new) for c in told.changes] == [
        (Field.STATUS, "in_progress"),
        (Field.RESULT, "Đã họp 02 buổi"),
    ]
    assert told.questions == ()


def test_two_copies_that_say_different_things_are_asked_about(sent: Round) -> None:
    path = sent.files[UNITS[0]]
    book, one, other = doubled(path)
    type_into(one, 1, result="Đã họp 01 buổi")
    type_into(other, 1, result="Đã họp 02 buổi")
    book.save(path)

    (told,) = sent.verbs.collecting.compare(take_home([path]), OCTOBER).files

    assert {question.doubt for question in told.questions} == {Doubt.TASK_TWICE}
    assert told.changes == ()


def test_a_copy_turned_into_another_units_form_is_told_by_its_unit(sent: Round) -> None:
    path = sent.files[UNITS[0]]
    book, one, other = doubled(path, unit=UNITS[1])
    type_into(one, 1, result="Của phòng thứ nhất")
    type_into(other, 1, result="Của phòng thứ hai")
    book.save(path)

    mine, theirs = sent.verbs.collecting.compare(take_home([path]), OCTOBER).files

    assert [change.new for change in mine.changes] == ["Của phòng thứ nhất"]
    assert [refusal.reason for refusal in theirs.refused] == [Reason.WRONG_UNIT]


def test_a_file_with_a_part_that_is_not_taken_is_offered_again(sent: Round) -> None:
    path = sent.files[UNITS[0]]
    book, one, _other = doubled(path, unit=UNITS[1])
    type_into(one, 1, result="Của phòng thứ nhất")
    book.save(path)
    home = take_home([path])

    taken = sent.verbs.collecting.apply(home, OCTOBER)

    assert (taken.written, taken.noted) == (1, ())


HEADER = "TT | Nội dung nhiệm vụ | Tình hình | Kết quả"


def read(*lines: str) -> tuple[Returned, ...]:
    rows = (
        SourceRow(n, tuple(text.strip() for text in line.split("|")))
        for n, line in enumerate(lines, start=1)
    )
    return read_returns(Source("tep.xlsx", "xlsx", "", (), (SourceTable("Sheet1", tuple(rows)),)))


def test_two_units_tables_on_one_sheet_are_two_returns_of_one_month() -> None:
    one, two = read(
        "BÁO CÁO THÁNG 10 NĂM 2025",
        "PHÒNG KINH TẾ",
        HEADER,
        "1 | Lắp đặt camera | Xong | Đã lắp",
        "| Người lập biểu | Trưởng phòng |",
        "PHÒNG VĂN HÓA - XÃ HỘI",
        HEADER,
        "1 | Mở lớp tập huấn | Đang làm | 01 lớp",
    )
    assert [row.content for row in one.rows] == ["Lắp đặt camera"]
    assert [(row.number, row.content) for row in two.rows] == [(8, "Mở lớp tập huấn")]
    assert "BÁO CÁO THÁNG 10 NĂM 2025" in two.headings
    assert "PHÒNG KINH TẾ" not in two.headings


def test_a_header_printed_again_on_the_next_page_begins_no_other_return() -> None:
    (one,) = read(
        "PHÒNG KINH TẾ",
        HEADER,
        "1 | Lắp đặt camera | Xong | Đã lắp",
        "Trang 2",
        HEADER,
        "2 | Mở lớp tập huấn | Đang làm | 01 lớp",
    )
    assert [row.content for row in one.rows if row.cells] == ["Lắp đặt camera", "Mở lớp tập huấn"]
