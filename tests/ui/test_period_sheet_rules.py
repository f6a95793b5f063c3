from __future__ import annotations

from datetime import date

import pytest

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.ui.progress.block_text import as_html, as_tabbed, block_of, from_tabbed
from kehoach_desktop.ui.progress.days import NotADay, read_day
from kehoach_desktop.ui.progress.sheet_columns import (
    DayWanted,
    Field,
    NotAPercent,
    NotAStatus,
    carried,
    pasted,
    read_status,
    tag,
    written,
)

OCTOBER = ReportingPeriod.parse("2025-10")
ENTRY = ProgressEntry(TaskId("t"), "2025-10")


def row(entry: ProgressEntry = ENTRY, **more: ProgressEntry) -> TaskProgress:
    return TaskProgress(Task(TaskId("t"), "1", "Số hóa hồ sơ"), entry, **more)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8/10", date(2025, 10, 8)),
        ("08.10.2025", date(2025, 10, 8)),
        ("8-10-25", date(2025, 10, 8)),
        ("08102025", date(2025, 10, 8)),
        ("2025-10-08", date(2025, 10, 8)),
        ("2025-10-08 00:00:00", date(2025, 10, 8)),
        (" 30 / 9 ", date(2025, 9, 30)),
        ("15/12", date(2024, 12, 15)),
        ("31/10", date(2025, 10, 31)),
    ],
)
def test_a_day_is_read_as_offices_type_it(typed: str, day: date) -> None:
    assert read_day(typed, OCTOBER) == day


@pytest.mark.parametrize("typed", ["31/2", "30/02/2025", "0/10", "hôm qua", "8", "", "1/13/2025"])
def test_what_is_no_day_is_refused_and_never_moved(typed: str) -> None:
    with pytest.raises(NotADay):
        read_day(typed, OCTOBER)


def test_a_state_is_known_by_its_words_without_marks() -> None:
    assert read_status("Hoàn thành") is TaskStatus.DONE
    assert read_status("hoan thanh") is TaskStatus.DONE
    assert read_status("ĐANG THỰC HIỆN") is TaskStatus.IN_PROGRESS
    assert read_status("Thường xuyên") is TaskStatus.ONGOING
    assert read_status("in_progress") is TaskStatus.IN_PROGRESS
    assert read_status("  ") is None


def test_a_state_that_is_none_names_those_there_are() -> None:
    with pytest.raises(NotAStatus, match="Tạm dừng"):
        read_status("xong rồi")


def test_a_finished_task_needs_its_day() -> None:
    with pytest.raises(DayWanted):
        written(ENTRY, Field.STATUS, "Hoàn thành", OCTOBER)


def test_a_day_of_completion_finishes_the_task() -> None:
    after = written(ENTRY, Field.DONE_ON, "8/10", OCTOBER)

    assert (after.status, after.done_on) == (TaskStatus.DONE, date(2025, 10, 8))


@pytest.mark.parametrize(
    ("field", "typed"), [(Field.DONE_ON, "9/10"), (Field.STATUS, "Hoàn thành")]
)
def test_finished_work_is_whole(field: Field, typed: str) -> None:
    part = ProgressEntry(TaskId("t"), "2025-10", done_on=date(2025, 10, 8), percent=45)

    assert written(part, field, typed, OCTOBER).percent == 100
    assert written(ENTRY, Field.DONE_ON, "8/10", OCTOBER).percent is None


def test_another_state_takes_the_day_away() -> None:
    done = written(ENTRY, Field.DONE_ON, "8/10", OCTOBER)

    assert written(done, Field.STATUS, "Đang thực hiện", OCTOBER).done_on is None


@pytest.mark.parametrize(
    ("typed", "percent"), [("80", 80), ("80%", 80), ("100,0", 100), ("", None)]
)
def test_a_percentage_is_a_whole_number(typed: str, percent: int | None) -> None:
    assert written(ENTRY, Field.PERCENT, typed, OCTOBER).percent == percent


@pytest.mark.parametrize("typed", ["101", "-5", "một nửa", "8.5", "²", "99999999999999999999"])
def test_what_is_no_percentage_is_refused(typed: str) -> None:
    with pytest.raises(NotAPercent):
        written(ENTRY, Field.PERCENT, typed, OCTOBER)


def test_typed_words_are_kept_composed() -> None:
    assert written(ENTRY, Field.RESULT, " Đa\u0303 xong\u200b ", OCTOBER).result == "Đã xong"


def test_last_months_words_stand_only_where_this_month_has_none() -> None:
    before = ProgressEntry(TaskId("t"), "2025-09", TaskStatus.IN_PROGRESS, result="Đã cài 30 máy")

    assert carried(row(before=before), Field.RESULT) == "Đã cài 30 máy"
    answered = written(ENTRY, Field.RESULT, "Đã cài 36 máy", OCTOBER)
    assert carried(row(answered, before=before), Field.RESULT) == ""


def test_a_task_finished_before_carries_no_words() -> None:
    closing = ProgressEntry(
        TaskId("t"), "2025-09", TaskStatus.DONE, date(2025, 9, 8), result="Đã cài đủ"
    )

    assert carried(row(before=closing, closing=closing), Field.RESULT) == ""


def test_an_earlier_period_is_named_in_a_letter_and_a_number() -> None:
    keys = ("2025-09", "2025-Q3", "2025-H1", "2024")
    assert [tag(key, "2025-10") for key in keys] == ["T9", "Q3", "6T", "2024"]
    assert [tag(key, "2026-01") for key in keys] == ["T9/2025", "Q3/2025", "6T/2025", "2024"]


def test_cells_go_to_a_spreadsheet_and_come_back_the_same() -> None:
    cells = [["A1", "Đã mở 02 lớp\nvới 87 người"], ["A3", 'ghi "chưa rõ"\tvà sau'], ["", ""]]

    assert from_tabbed(as_tabbed(cells)) == cells
    assert "<td>Đã mở 02 lớp<br>với 87 người</td>" in as_html(cells)


def test_a_quote_in_a_sentence_is_a_quote() -> None:
    assert from_tabbed('Tập huấn "kỹ năng số"') == [['Tập huấn "kỹ năng số"']]


def test_lines_copied_from_a_paper_are_one_cell_and_from_excel_one_each() -> None:
    assert block_of("Dòng một\r\ndòng hai", "<p>Dòng một</p>") == [["Dòng một\ndòng hai"]]
    assert block_of("một\r\nhai\r\n", "<table><tr></table>") == [["một"], ["hai"]]


def test_a_pasted_row_may_bring_the_state_and_its_day() -> None:
    outcome = pasted([row()], Field.STATUS, [["Hoàn thành", "8/10", "100", "Đã xong"]], OCTOBER)

    (edit,) = outcome.edits
    assert (edit.after.status, edit.after.done_on) == (TaskStatus.DONE, date(2025, 10, 8))
    assert (edit.after.percent, edit.after.result) == (100, "Đã xong")
    assert (outcome.cells, outcome.refused) == (4, ())


def test_what_does_not_fit_stays_as_it_was_and_is_named() -> None:
    outcome = pasted([row()], Field.STATUS, [["x", "", "", "Đã mở 02 lớp"], ["thừa"]], OCTOBER)

    assert outcome.edits[0].after.result == "Đã mở 02 lớp"
    assert "“x” không phải là một trạng thái" in outcome.refused[0]
    assert outcome.left_over == 1


def test_a_blank_pasted_cell_overwrites_nothing() -> None:
    answered = written(ENTRY, Field.RESULT, "Đã mở 02 lớp", OCTOBER)

    assert pasted([row(answered)], Field.RESULT, [["", "Thiếu máy"]], OCTOBER).edits[
        0
    ].after.result == ("Đã mở 02 lớp")


@pytest.mark.parametrize("text", ["\x00", '"' * 7, "a\tb\r", "\r\n\r\n", "\t" * 40, '"a\tb'])
def test_any_pasted_text_is_read_without_a_crash(text: str) -> None:
    try:
        pasted([row()], Field.STATUS, block_of(text, ""), OCTOBER)
    except KehoachError:  # pragma: no cover - a refusal is an answer too
        pytest.fail("a paste names what it refuses and goes on")
