"""Twelve forms out and home again: every typed value lands, blanks overwrite nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import FORM_STATUSES, Field
from kehoach_desktop.domain.return_form_outcome import Doubt, Reason
from kehoach_desktop.exchange.form_layout import HEADER_ROW
from tests.exchange.twelve_forms import (
    COLUMN_OF,
    OCTOBER,
    UNITS,
    Round,
    decomposed,
    fill_in,
    open_verbs,
    send_out,
    shuffled,
    shuffled_and_bare,
    standing_entries,
    take_home,
    without_any_card,
    without_hidden_sheet,
)


def test_each_unit_gets_one_small_form_with_its_own_tasks_only(sent: Round) -> None:
    assert [form.unit for form in sent.forms] == list(UNITS)
    for form in sent.forms:
        assert all(form.unit in line.content for line in form.lines)
        assert sent.files[form.unit].stat().st_size < 40_000


def test_a_form_is_protected_but_for_the_cells_to_fill_and_prints_on_landscape_a4(
    sent: Round,
) -> None:
    book = load_workbook(sent.files[UNITS[0]])
    sheet = book["Phiếu"]
    assert sheet.protection.sheet
    first = HEADER_ROW + 1
    locked = {str(r): sheet.cell(first, n).protection.locked for r, n in COLUMN_OF.items()}
    assert [role for role, shut in locked.items() if shut] == [
        "code", "label", "content", "deadline", "last"
    ]  # fmt: skip
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    (choice,) = (v for v in sheet.data_validations.dataValidation if v.type == "list")
    assert choice.formula1 == '"' + ",".join(FORM_STATUSES.values()) + '"'
    assert [s.title for s in book.worksheets if s.sheet_state == "veryHidden"] == ["_phieu"]
    assert sent.forms[0].card.line in {cell.value for row in sheet["A1:A6"] for cell in row}


def test_no_text_of_a_form_becomes_a_formula(verbs: Verbs, tmp_path: Path) -> None:
    from tests.exchange.twelve_forms import a_plan

    plan = a_plan()
    for appendix, task in [*plan.tasks()][:4]:
        assert appendix.tasks
        plan = plan.with_tasks([replace(task, content=f"=HYPERLINK(1)+{task.content}")])
    sent = send_out(verbs, tmp_path, plan)
    for path in sent.files.values():
        with ZipFile(path) as package:
            parts = [package.read(n) for n in package.namelist() if "worksheets/" in n]
        assert not any(b"<f>" in part or b"<f " in part for part in parts)
    (first, *_rest) = take_home([sent.files[UNITS[0]]])
    assert first.rows[0].content.startswith("=HYPERLINK(1)+")


CHANGES: dict[str, Callable[[Any], None] | None] = {
    "as they are": None,
    "rows shuffled": shuffled,
    "hidden sheet gone": without_hidden_sheet,
    "no card at all": without_any_card,
    "decomposed text": decomposed,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_typed_value_lands_and_a_second_drop_changes_nothing(
    sent: Round, change: Callable[[Any], None] | None
) -> None:
    fill_in(sent, change=change)
    files = list(sent.files.values())
    home_and_again(sent, files)


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_forms_saved_anew_by_libreoffice_and_renamed_land_all_the_same(
    sent: Round, tmp_path: Path, ending: str
) -> None:
    fill_in(sent, change=shuffled_and_bare)
    home_and_again(sent, saved_anew(list(sent.files.values()), ending, tmp_path))


@pytest.mark.libreoffice
def test_the_hidden_sheet_survives_libreoffice(sent: Round, tmp_path: Path) -> None:
    for ending in ("xlsx", "xls", "ods"):
        (home,) = take_home(saved_anew([sent.files[UNITS[3]]], ending, tmp_path / ending))
        assert home.card == sent.forms[3].card


def saved_anew(files: list[Path], ending: str, folder: Path) -> list[Path]:
    out = folder / "lưu lại"
    out.mkdir(parents=True)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending,
            "--outdir", str(out), *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )  # fmt: skip
    made = sorted(out.glob(f"*.{ending}"))
    assert len(made) == len(files)
    return [path.rename(path.with_name(f"Bản sao ({n}).{ending}")) for n, path in enumerate(made)]


def home_and_again(sent: Round, files: list[Path]) -> None:
    verbs = sent.verbs
    home = take_home(files)
    told = verbs.collecting.compare(home, OCTOBER)
    assert [q for file in told.files for q in file.questions] == []
    assert standing_entries(verbs, sent) == {
        task: ProgressEntry(task, OCTOBER.key) for task in sent.typed
    }
    taken = verbs.collecting.apply(home, OCTOBER)
    assert all(file.accepted for file in taken.files)
    assert {file.unit for file in taken.files} == set(UNITS)
    assert standing_entries(verbs, sent) == sent.typed
    again = verbs.collecting.apply(home, OCTOBER)
    assert again.written == 0
    assert {r.reason for file in again.files for r in file.refused} == {Reason.DUPLICATE}
    assert standing_entries(verbs, sent) == sent.typed


def test_blank_cells_overwrite_nothing(sent: Round) -> None:
    for form in sent.forms:
        for line in form.lines:
            entry = ProgressEntry(
                line.task, OCTOBER.key, TaskStatus.IN_PROGRESS, None, 40, "Đã có", "Số 5", "K", "Đ"
            )
            sent.verbs.reporting.record(entry)
            sent.typed[line.task] = entry
    taken = sent.verbs.collecting.apply(take_home(list(sent.files.values())), OCTOBER)
    assert (taken.written, all(file.accepted for file in taken.files)) == (0, True)
    assert standing_entries(sent.verbs, sent) == sent.typed


def test_a_form_that_comes_home_blank_is_told_and_answers_nothing(sent: Round) -> None:
    path = sent.files[UNITS[0]]
    (told,) = sent.verbs.collecting.apply(take_home([path]), OCTOBER).files
    assert (told.accepted, told.is_blank) == (True, True)
    assert all(row.unanswered for row in sent.verbs.reporting.view(OCTOBER).rows())
    fill_in(sent, seed=4)
    (told,) = sent.verbs.collecting.apply(take_home([path]), OCTOBER).files
    assert (told.accepted, told.is_blank) == (True, False)


def test_a_form_of_another_month_is_named(sent: Round) -> None:
    home = take_home([sent.files[UNITS[0]]])
    (told,) = sent.verbs.collecting.compare(home, OCTOBER.next()).files
    assert (told.accepted, told.unit, told.period) == (False, UNITS[0], "2025-10")
    assert [r.reason for r in told.refused] == [Reason.WRONG_PERIOD]


def test_a_form_of_another_office_is_not_taken(sent: Round, tmp_path: Path) -> None:
    (tmp_path / "xã khác").mkdir()
    with open_verbs(tmp_path / "xã khác") as others:
        theirs = send_out(others, tmp_path / "xã khác")
        home = take_home([theirs.files[UNITS[0]]])
    (told,) = sent.verbs.collecting.compare(home, OCTOBER).files
    assert [r.reason for r in told.refused] == [Reason.OTHER_STORE]


def test_a_form_with_another_units_name_over_it_is_named(sent: Round) -> None:
    def renamed(book: Any) -> None:
        book["Phiếu"]["A4"] = f"Đơn vị: {UNITS[1]}"

    path = sent.files[UNITS[0]]
    book = load_workbook(path)
    renamed(book)
    book.save(path)
    (told,) = sent.verbs.collecting.compare(take_home([path]), OCTOBER).files
    assert [r.reason for r in told.refused] == [Reason.WRONG_UNIT]


def test_an_earlier_form_is_older_once_a_later_one_came_home(sent: Round, tmp_path: Path) -> None:
    fill_in(sent)
    early = take_home([sent.files[UNITS[0]]])
    batch = sent.verbs.collecting.prepare(OCTOBER)
    later = replace(sent, forms=batch.forms[:1])
    from kehoach_desktop.exchange.form_workbook import write_form

    later.files = {UNITS[0]: write_form(batch.forms[0], tmp_path / "sau.xlsx")}
    sent.verbs.collecting.keep_sent(batch.forms[:1], {})
    fill_in(later, seed=2)
    sent.verbs.collecting.apply(take_home(list(later.files.values())), OCTOBER)
    (told,) = sent.verbs.collecting.compare(early, OCTOBER).files
    assert [r.reason for r in told.refused] == [Reason.OLDER]


def test_a_row_whose_code_and_text_disagree_is_asked(sent: Round) -> None:
    def crossed(book: Any) -> None:
        sheet, first = book["Phiếu"], HEADER_ROW + 1
        content = COLUMN_OF_CONTENT
        one, two = sheet.cell(first, content).value, sheet.cell(first + 1, content).value
        sheet.cell(first, content).value, sheet.cell(first + 1, content).value = two, one
        for row in (first, first + 1):
            sheet.cell(row, COLUMN_OF_STATUS).value = "Đang thực hiện"

    path = sent.files[UNITS[2]]
    book = load_workbook(path)
    crossed(book)
    book.save(path)
    (told,) = sent.verbs.collecting.compare(take_home([path]), OCTOBER).files
    assert told.changes == ()
    assert [q.doubt for q in told.questions] == [Doubt.CODE_AND_TEXT, Doubt.CODE_AND_TEXT]


COLUMN_OF_CONTENT = {str(role): n for role, n in COLUMN_OF.items()}["content"]
COLUMN_OF_STATUS = {str(role): n for role, n in COLUMN_OF.items()}["status"]


def test_cells_merged_pasted_and_spelt_otherwise_are_read(sent: Round) -> None:
    form, path = sent.forms[4], sent.files[UNITS[4]]
    column = {str(role): n for role, n in COLUMN_OF.items()}
    book = load_workbook(path)
    sheet, first = book["Phiếu"], HEADER_ROW + 1
    typed = (
        ("HT", "ngày 5 tháng 10 năm 2025", ""),
        ("đang làm", "", "70,0"),
        ("xong", "5.10.25", ""),
    )
    for row, (status, day, percent) in enumerate(typed, start=first):
        sheet.cell(row, column["status"]).value = status
        sheet.cell(row, column["done_on"]).value = day or None
        sheet.cell(row, column["percent"]).value = percent or None
    sheet.merge_cells(
        start_row=first, end_row=first + 1, start_column=column["result"],
        end_column=column["result"],
    )  # fmt: skip
    sheet.cell(first, column["result"]).value = "Chung cho hai việc"
    book.save(path)
    sent.verbs.collecting.apply(take_home([path]), OCTOBER)
    got = [sent.verbs.reporting.entry(line.task, OCTOBER) for line in form.lines[:3]]
    assert [(e.status, str(e.done_on), e.percent) for e in got] == [
        (TaskStatus.DONE, "2025-10-05", None),
        (TaskStatus.IN_PROGRESS, "None", 70),
        (TaskStatus.DONE, "2025-10-05", None),
    ]
    assert [e.result for e in got] == ["Chung cho hai việc", "Chung cho hai việc", ""]


def test_a_line_added_by_the_unit_is_asked_and_not_lost(sent: Round) -> None:
    path = sent.files[UNITS[5]]
    book = load_workbook(path)
    sheet, row = book["Phiếu"], HEADER_ROW + 5
    sheet.cell(row, COLUMN_OF_CONTENT).value = "Phun thuốc phòng dịch sốt xuất huyết"
    sheet.cell(row, COLUMN_OF_STATUS).value = "Đang thực hiện"
    book.save(path)
    (told,) = sent.verbs.collecting.compare(take_home([path]), OCTOBER).files
    assert [(q.doubt, q.row) for q in told.questions] == [(Doubt.UNKNOWN_TASK, row)]


def rough_hands(book: Any) -> None:
    """Merge a result over two tasks, paste shares and days as numbers, write with a comma."""
    sheet = book["Phiếu"]
    first = HEADER_ROW + 1
    status, done_on, percent, result = (
        COLUMN_OF[role] for role in (Field.STATUS, Field.DONE_ON, Field.PERCENT, Field.RESULT)
    )
    for row, words in enumerate(("đang làm", "đang làm 45%", "HT", "Đang thực hiện"), start=first):
        sheet.cell(row, status, words)
    sheet.cell(first, result, "Việc chung")
    sheet.merge_cells(start_row=first, end_row=first + 1, start_column=result, end_column=result)
    sheet.cell(first, percent, 0.7).number_format = "0%"
    sheet.cell(first + 2, done_on, 45939).number_format = "General"  # 9/10/2025
    sheet.cell(first + 3, percent, "62,5").data_type = "s"
    del book["_phieu"]


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_what_rough_hands_typed_lands_or_is_asked(sent: Round, tmp_path: Path, ending: str) -> None:
    path = sent.files[UNITS[0]]
    book = load_workbook(path)
    rough_hands(book)
    book.save(path)
    (told,) = sent.verbs.collecting.compare(
        take_home(saved_anew([path], ending, tmp_path)), OCTOBER
    ).files
    entries = [row.entry for row in told.rows if row.entry is not None]
    assert [(e.status, e.percent, e.done_on, e.result) for e in entries] == [
        (TaskStatus.IN_PROGRESS, 70, None, "Việc chung"),
        (TaskStatus.IN_PROGRESS, 45, None, "Việc chung"),
        (TaskStatus.DONE, None, date(2025, 10, 9), ""),
        (TaskStatus.IN_PROGRESS, None, None, ""),
    ]
    assert [(q.doubt, q.text) for q in told.questions] == [(Doubt.PERCENT_UNCLEAR, "62,5")]
