from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.plans.matrix_rows import TaskRows, under_headings
from kehoach_desktop.ui.progress.period_asked import PeriodAsked
from kehoach_desktop.ui.progress.period_model import PeriodModel, status_line
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field
from kehoach_desktop.ui.progress.status_list import StatusList
from kehoach_desktop.ui.progress.typing import CellText
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import on_screen
from tests.ui.keyboard import ALT, CTRL, SHIFT, Key, press

SEPTEMBER, OCTOBER = ReportingPeriod.parse("2025-09"), ReportingPeriod.parse("2025-10")
A1, A3, A5, A6, A7 = (TaskId(f"quang_tri-0-{number}") for number in (0, 2, 4, 5, 6))


@pytest.fixture
def desk(held: Workbench) -> Workbench:
    held.reporting.open(SEPTEMBER)
    for entry in (
        ProgressEntry(A3, "2025-09", TaskStatus.IN_PROGRESS, None, 40, "Đã mở 01 lớp"),
        ProgressEntry(A6, "2025-09", TaskStatus.DONE, date(2025, 9, 20), None, "Đã cài đủ máy"),
    ):
        held.reporting.record(entry)
    held.reporting.open(OCTOBER)
    return held


@pytest.fixture
def page(qtbot: QtBot, desk: Workbench) -> PeriodPage:
    made = on_screen(qtbot, PeriodPage(desk))
    made.table.setFocus()
    return made


def at(page: PeriodPage, task: TaskId, field: Field = Field.STATUS) -> None:
    page.table.go_to(page.model.number_of(task), FIELDS.index(field))


def cell(page: PeriodPage, task: TaskId, field: Field, role: int = 0) -> object:
    index = page.model.index(page.model.number_of(task), FIELDS.index(field))
    return index.data(role)


def kept(desk: Workbench, task: TaskId) -> ProgressEntry:
    return desk.reporting.entry(task, OCTOBER)


def test_the_model_keeps_qts_rules(qtbot: QtBot, desk: Workbench) -> None:
    model = PeriodModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_rows(under_headings(TaskRows().of(desk.reporting.view(OCTOBER))), date(2025, 10, 17))

    assert len(model.task_ids()) == 22


def test_the_sheet_opens_this_month(page: PeriodPage) -> None:
    assert page.period() == OCTOBER
    assert page.choice.currentText() == "Tháng 10/2025"


def test_last_months_words_stand_in_grey_and_are_not_counted(
    page: PeriodPage, desk: Workbench
) -> None:
    assert cell(page, A3, Field.RESULT) == ""
    assert cell(page, A3, Field.RESULT, Role.CARRIED) == ("T9:", "Đã mở 01 lớp")
    assert cell(page, A3, Field.STATUS) == "Chưa có trả lời"
    assert desk.reporting.view(OCTOBER).counts().unanswered == 21


def test_a_finished_task_stays_finished_and_owes_nothing(page: PeriodPage) -> None:
    assert cell(page, A6, Field.STATUS) == "Hoàn thành"
    assert cell(page, A6, Field.DONE_ON) == "20/09/2025"
    row = page.model.task_row(page.model.number_of(A6))
    assert row
    assert not row.owes_answer


def test_a_finished_task_is_opened_again_by_typing(page: PeriodPage, desk: Workbench) -> None:
    at(page, A6)

    press("đ", Key.Key_Return)

    assert kept(desk, A6).status is TaskStatus.IN_PROGRESS
    assert cell(page, A6, Field.STATUS) == "Đang thực hiện"


def test_an_answer_is_written_by_keyboard_alone(page: PeriodPage, desk: Workbench) -> None:
    at(page, A3)

    press("d", Key.Key_Tab, "80", Key.Key_Tab)
    press("Đã mở 02 lớp", (Key.Key_Return, ALT), "với 87 người", Key.Key_Tab, "Thiếu máy tính")
    press(Key.Key_Return)

    entry = kept(desk, A3)
    assert (entry.status, entry.percent) == (TaskStatus.IN_PROGRESS, 80)
    assert entry.result == "Đã mở 02 lớp\nvới 87 người"
    assert entry.obstacle == "Thiếu máy tính"
    assert page.table.currentIndex().row() == page.model.number_of(A3) + 1


def test_typing_replaces_and_f2_adds(page: PeriodPage, desk: Workbench) -> None:
    at(page, A3, Field.RESULT)
    press("Đã mở 02 lớp", Key.Key_Return)

    at(page, A3, Field.RESULT)
    press(Key.Key_F2, ", 87 người", Key.Key_Return)
    assert kept(desk, A3).result == "Đã mở 02 lớp, 87 người"
    at(page, A3, Field.RESULT)
    press("Mới", Key.Key_Return)
    assert kept(desk, A3).result == "Mới"


def test_esc_leaves_the_cell_as_it_was(page: PeriodPage, desk: Workbench) -> None:
    at(page, A3, Field.RESULT)

    press("Viết nhầm", Key.Key_Escape)

    assert kept(desk, A3).is_empty
    assert desk.undo_stack.count() == 0


def test_every_edit_is_kept_at_once_and_undone_in_turn(page: PeriodPage, desk: Workbench) -> None:
    at(page, A3, Field.RESULT)
    press("Một", Key.Key_Return, "Hai", Key.Key_Return)

    assert desk.undo_stack.count() == 2
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert kept(desk, A3).is_empty
    desk.undo_stack.redo()
    assert cell(page, A3, Field.RESULT) == "Một"


def test_a_finished_task_is_asked_for_its_day_at_once(
    page: PeriodPage, desk: Workbench, qtbot: QtBot
) -> None:
    at(page, A5)
    press("h", Key.Key_Return)
    qtbot.waitUntil(lambda: page.acts.asked is not None)
    assert page.acts.asked
    assert page.acts.asked.day.text() == "17/10/2025"
    assert kept(desk, A5).is_empty

    press("8/10", Key.Key_Return)

    assert kept(desk, A5) == ProgressEntry(A5, "2025-10", TaskStatus.DONE, date(2025, 10, 8))


def test_tab_keeps_the_day_that_was_typed(page: PeriodPage, desk: Workbench, qtbot: QtBot) -> None:
    at(page, A5)
    press("h", Key.Key_Return)
    qtbot.waitUntil(lambda: page.acts.asked is not None)

    press("8/10", Key.Key_Tab)

    assert kept(desk, A5) == ProgressEntry(A5, "2025-10", TaskStatus.DONE, date(2025, 10, 8))
    assert page.table.hasFocus()


def test_esc_at_the_day_takes_the_state_back(
    page: PeriodPage, desk: Workbench, qtbot: QtBot
) -> None:
    at(page, A5)
    press("h", Key.Key_Return)
    qtbot.waitUntil(lambda: page.acts.asked is not None)

    press(Key.Key_Escape)

    assert kept(desk, A5).is_empty
    assert "thiếu ngày" in page.band.words()
    assert page.table.hasFocus()


def test_clicking_away_from_the_day_leaves_the_state_as_it_was(
    page: PeriodPage, desk: Workbench, qtbot: QtBot
) -> None:
    at(page, A5)
    press("h", Key.Key_Return)
    qtbot.waitUntil(lambda: page.acts.asked is not None)
    index = page.model.index(page.model.number_of(A1), FIELDS.index(Field.RESULT))

    spot = page.table.visualRect(index).center()
    QTest.mouseClick(
        page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    qtbot.waitUntil(lambda: page.acts.asked is None)

    assert kept(desk, A5).is_empty
    assert page.table.currentIndex() == index


def test_ctrl_shift_d_repeats_the_cell_above(page: PeriodPage, desk: Workbench) -> None:
    at(page, A1)
    press("d", Key.Key_Return)

    at(page, A3)
    press((Key.Key_D, CTRL | SHIFT))

    assert kept(desk, A3).status is TaskStatus.IN_PROGRESS


def test_an_impossible_day_is_said_and_asked_again(
    page: PeriodPage, desk: Workbench, qtbot: QtBot
) -> None:
    at(page, A5)
    press("h", Key.Key_Return)
    qtbot.waitUntil(lambda: page.acts.asked is not None)

    press("31/9", Key.Key_Return)

    assert page.acts.asked
    assert "không phải là một ngày" in page.acts.asked.wrong.text()
    press((Key.Key_A, CTRL), "30/9", Key.Key_Return)
    assert kept(desk, A5).done_on == date(2025, 9, 30)


def test_the_figures_follow_as_she_types(page: PeriodPage) -> None:
    before = page.strip.table.lines()
    at(page, A1, Field.DONE_ON)

    press("8/10", Key.Key_Return)

    assert page.strip.table.lines()[1] == ("Đã hoàn thành", "2", "0", "2")
    assert before[1] == ("Đã hoàn thành", "1", "0", "1")
    assert page.strip.apart["unanswered"].text().startswith("Chưa có trả lời: 20")
    assert page.unanswered.text().split()[-1] == "20"


def test_one_key_takes_last_months_words_over(page: PeriodPage, desk: Workbench) -> None:
    at(page, A3, Field.RESULT)

    press((Key.Key_D, CTRL))

    assert kept(desk, A3).result == "Đã mở 01 lớp"
    told: list[str] = []
    page.said.connect(told.append)
    press((Key.Key_D, CTRL))
    assert told == ["Ô này đã ghi đúng lời kỳ trước."]


def test_last_months_words_come_into_the_cell_that_is_typed(page: PeriodPage) -> None:
    at(page, A3, Field.RESULT)

    press(Key.Key_F2, (Key.Key_Apostrophe, CTRL))

    editor = page.table.cells.editor
    assert isinstance(editor, CellText)
    assert editor.toPlainText() == "Đã mở 01 lớp"
    press(Key.Key_Escape)


def test_one_key_says_that_nothing_came_up(page: PeriodPage, desk: Workbench) -> None:
    at(page, A7)

    press((Key.Key_0, CTRL))

    assert kept(desk, A7).status is TaskStatus.NOTHING
    assert page.table.currentIndex().row() > page.model.number_of(A7)


def test_the_key_of_nothing_pressed_again_chooses_one_cell_only(page: PeriodPage) -> None:
    at(page, A5)

    press((Key.Key_0, CTRL), (Key.Key_0, CTRL))

    assert len(page.table.chosen_cells()) == 1


def test_a_first_letter_jumps_and_again_goes_on(page: PeriodPage) -> None:
    at(page, A5)
    press((Key.Key_Down, ALT))
    states = page.table.cells.editor
    assert isinstance(states, StatusList)

    press("t")
    assert states.chosen().startswith("Thường xuyên")
    press("t")
    assert states.chosen() == "Tạm dừng"
    press("đ")
    assert states.chosen() == "Đang thực hiện"
    press(Key.Key_Escape)


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ("tam", "Tạm dừng"),
        ("chua t", "Chưa thực hiện"),
        ("tha\bườ", "Thường xuyên, đã làm trong kỳ"),
        ("d\bđang", "Đang thực hiện"),
        ("kho\bông p", "Không phát sinh"),
        ("hox", "Hoàn thành"),
    ],
)
def test_letters_typed_on_add_up_as_they_come_from_a_vietnamese_keyboard(
    page: PeriodPage, keys: str, state: str
) -> None:
    """A keyboard for Vietnamese takes a letter back to set its mark."""
    at(page, A5)

    press(keys[0])
    states = page.table.cells.editor
    assert isinstance(states, StatusList)
    for key in keys[1:]:
        press(Key.Key_Backspace if key == "\b" else key)

    assert states.chosen() == state
    press(Key.Key_Escape)


def test_only_rows_without_an_answer_are_shown_and_none_jumps_away(page: PeriodPage) -> None:
    page.unanswered.click()
    at(page, A5)

    press("d", Key.Key_Tab)

    assert A5 in page.model.task_ids()
    assert A6 not in page.model.task_ids()
    page.all_rows.click()
    page.unanswered.click()
    assert A5 not in page.model.task_ids()


def test_f8_goes_from_one_unanswered_task_to_the_next(page: PeriodPage) -> None:
    at(page, A5)

    press(Key.Key_F8)

    assert page.model.task_ids()[4:6] == (A6, A7)
    assert page.table.currentIndex().row() == page.model.number_of(A7)
    press((Key.Key_F8, SHIFT))
    assert page.table.currentIndex().row() == page.model.number_of(A5)


def test_arrows_pass_over_headings(page: PeriodPage) -> None:
    for _step in range(14):
        press(Key.Key_Down)
        assert page.model.task_row(page.table.currentIndex().row())


def test_cells_are_copied_as_a_table(page: PeriodPage) -> None:
    at(page, A3, Field.RESULT)
    press("Đã mở\t02 lớp".replace("\t", " "), Key.Key_Return)
    at(page, A3, Field.STATUS)
    press(*[(Key.Key_Right, SHIFT)] * 3, (Key.Key_C, CTRL))

    assert QApplication.clipboard().text() == "\t\t\tĐã mở 02 lớp"


def test_a_block_from_excel_is_one_step(page: PeriodPage, desk: Workbench) -> None:
    QApplication.clipboard().setText(
        "Đang thực hiện\t\t80%\tĐã mở 02 lớp\r\nHoàn thành\t8/10/2025\t100\tXong\r\n"
    )
    at(page, A1)

    press((Key.Key_V, CTRL))

    assert kept(desk, A1).percent == 80
    assert kept(desk, A3).done_on == date(2025, 10, 8)
    assert desk.undo_stack.count() == 1
    desk.undo_stack.undo()
    assert kept(desk, A1).is_empty
    assert kept(desk, A3).is_empty


def test_delete_empties_the_chosen_cells_as_one_step(page: PeriodPage, desk: Workbench) -> None:
    at(page, A1, Field.RESULT)
    press("Một", Key.Key_Return, "Hai", Key.Key_Return)
    at(page, A1, Field.RESULT)

    press((Key.Key_Down, SHIFT), Key.Key_Delete)

    assert kept(desk, A1).is_empty
    desk.undo_stack.undo()
    assert (kept(desk, A1).result, desk.undo_stack.index()) == ("Một", 2)


def test_what_does_not_fit_is_said_and_the_cell_stays(page: PeriodPage, desk: Workbench) -> None:
    at(page, A3, Field.PERCENT)

    press("nhiều", Key.Key_Return)

    assert "không phải là tỷ lệ" in page.band.words()
    assert kept(desk, A3).is_empty


def test_words_typed_are_kept_when_another_screen_comes(page: PeriodPage, desk: Workbench) -> None:
    at(page, A3, Field.RESULT)
    press("Đang viết dở")

    page.hide()

    assert kept(desk, A3).result == "Đang viết dở"


def test_words_typed_are_kept_when_another_period_is_chosen(
    page: PeriodPage, desk: Workbench
) -> None:
    at(page, A3, Field.RESULT)
    press("Đang viết dở")

    page.choice.setCurrentIndex(1)

    assert page.period() == SEPTEMBER
    assert kept(desk, A3).result == "Đang viết dở"


def test_a_closed_period_is_looked_at_and_takes_no_answer(
    page: PeriodPage, desk: Workbench
) -> None:
    desk.periods.close(OCTOBER, "đã gửi Sở")
    desk.tell(Changes.PROGRESS)
    assert "đã chốt ngày" in page.closing.seal.words()

    for keys in ("V", Key.Key_F2, (Key.Key_0, CTRL), (Key.Key_D, CTRL), (Key.Key_Down, ALT)):
        page.closing.show_period(OCTOBER)
        at(page, A3, Field.RESULT)
        press(keys)
        assert page.closing.seal.words().startswith("Chưa ghi gì. Kỳ này đã chốt"), keys

    assert kept(desk, A3).is_empty
    assert page.table.cells.editor is None


def test_any_month_can_be_opened_and_that_is_undone(page: PeriodPage, desk: Workbench) -> None:
    page.ask_period()
    asked = page.findChild(PeriodAsked)
    assert isinstance(asked, PeriodAsked)
    assert asked.agree.text() == "Mở kỳ tháng 11/2025"

    asked.which.setCurrentIndex(11)
    asked.agree.click()

    assert page.period() == ReportingPeriod.parse("2025-12")
    desk.undo_stack.undo()
    assert page.period() == OCTOBER


def test_a_store_without_a_period_proposes_this_month(qtbot: QtBot, held: Workbench) -> None:
    page = PeriodPage(held)
    qtbot.addWidget(page)
    assert page.stack.currentWidget() is page.closed
    assert page.closed.button.text() == "Mở kỳ tháng 10/2025"

    page.closed.button.click()

    assert page.period() == OCTOBER


def test_a_task_of_others_is_found_when_another_screen_leads_to_it(page: PeriodPage) -> None:
    other = TaskId("quang_tri-0-1")
    assert other not in page.model.task_ids()

    page.show_task(other)

    assert page.table.currentIndex().row() == page.model.number_of(other) > 0


def test_a_task_that_waits_for_a_paper_asks_whether_it_came(
    page: PeriodPage, desk: Workbench
) -> None:
    rows = desk.reporting.view(OCTOBER).rows()
    waits = next(row.task.id for row in rows if row.task.deadline.kind is Kind.CONDITIONAL)
    assert cell(page, waits, Field.STATUS, Role.SECOND) == "đã có văn bản chưa?"

    at(page, waits)
    press("đ", Key.Key_Return)

    assert cell(page, waits, Field.STATUS, Role.SECOND) == ""


def test_a_narrow_cell_is_typed_in_a_wide_editor_that_is_not_cut_off(page: PeriodPage) -> None:
    at(page, A3, Field.EVIDENCE)
    press("Thông báo số 12/TB-UBND")

    editor = page.table.cells.editor
    assert editor is not None
    assert editor.width() >= 300
    assert editor.geometry().right() <= page.table.viewport().width()
    press(Key.Key_Escape)


def test_enter_after_tab_goes_to_where_the_row_was_begun(page: PeriodPage, desk: Workbench) -> None:
    at(page, A5, Field.RESULT)

    press("Đã họp", Key.Key_Tab, "Thiếu máy", Key.Key_Tab, "Cấp máy", Key.Key_Return)

    entry = kept(desk, A5)
    assert (entry.result, entry.obstacle, entry.proposal) == ("Đã họp", "Thiếu máy", "Cấp máy")
    index = page.table.currentIndex()
    assert index.row() > page.model.number_of(A5)
    assert FIELDS[index.column()] is Field.RESULT
    press(Key.Key_Right, Key.Key_Return)
    assert FIELDS[page.table.currentIndex().column()] is Field.OBSTACLE


def test_a_finished_row_typed_to_its_end_leads_to_the_next_state(
    page: PeriodPage, qtbot: QtBot
) -> None:
    at(page, A5)
    press(Key.Key_H, Key.Key_Return)
    qtbot.waitUntil(lambda: page.acts.asked is not None)
    press(Key.Key_Return)
    assert FIELDS[page.table.currentIndex().column()] is Field.PERCENT

    press(Key.Key_Tab, "Đã xong", Key.Key_Return)

    assert page.table.currentIndex().row() > page.model.number_of(A5)
    assert FIELDS[page.table.currentIndex().column()] is Field.STATUS


def test_home_goes_to_the_first_cell_that_is_typed(page: PeriodPage) -> None:
    at(page, A5, Field.PROPOSAL)
    press(Key.Key_Home)
    assert FIELDS[page.table.currentIndex().column()] is Field.STATUS


def test_the_menu_over_a_cell_does_what_the_keys_do(page: PeriodPage, desk: Workbench) -> None:
    at(page, A7)
    actions = page.views.menu.menu().actions()
    keys = [action.text().split("\t")[1] for action in actions if action.text()]
    assert keys == ["Ctrl+D", "Ctrl+Shift+D", "Ctrl+0", "Ctrl+C", "Ctrl+V", "Delete", "F4", "F8"]

    next(action for action in actions if action.text().endswith("Ctrl+0")).trigger()

    assert kept(desk, A7).status is TaskStatus.NOTHING


def test_what_was_done_after_the_figures_end_says_why_it_does_not_count_yet(
    page: PeriodPage,
) -> None:
    at(page, A3)
    press("h", Key.Key_Tab, "16/10", Key.Key_Return)
    row = page.model.task_row(page.model.number_of(A3))
    assert row

    assert status_line(row, date(2025, 10, 15)) == "sau chốt 15/10"
    assert status_line(row, date(2025, 10, 16)) == "đúng hạn"
