from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.ui.progress.answer_fields import AnswerState
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.progress.sheet_columns import Field
from kehoach_desktop.ui.progress.task_form import TaskForm
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import on_screen
from tests.ui.keyboard import CTRL, SHIFT, Key, press

# The offscreen platform says so of every list that is opened.
opens_a_list = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SEPTEMBER, OCTOBER = ReportingPeriod.parse("2025-09"), ReportingPeriod.parse("2025-10")
A1, A3, A4 = (TaskId(f"quang_tri-0-{number}") for number in (0, 2, 3))


@pytest.fixture
def desk(held: Workbench) -> Workbench:
    held.reporting.open(SEPTEMBER)
    said = "Đã mở 01 lớp"
    held.reporting.record(
        ProgressEntry(A3, "2025-09", TaskStatus.IN_PROGRESS, None, 40, said, next_steps="Mở lớp 2")
    )
    held.reporting.open(OCTOBER)
    return held


@pytest.fixture
def page(qtbot: QtBot, desk: Workbench) -> PeriodPage:
    made = on_screen(qtbot, PeriodPage(desk))
    made.show_task(A3)
    return made


@pytest.fixture
def form(page: PeriodPage) -> TaskForm:
    press(Key.Key_F4)
    return page.views.form


def kept(desk: Workbench, task: TaskId) -> ProgressEntry:
    return desk.reporting.entry(task, OCTOBER)


def choose(form: TaskForm, status: TaskStatus) -> None:
    state: AnswerState = form.answers.state
    state.setFocus()
    state.setCurrentIndex(state.findData(status.value))
    state.activated.emit(state.currentIndex())


def test_f4_shows_the_task_alone_with_both_answers(page: PeriodPage, form: TaskForm) -> None:
    assert page.views.is_form()
    assert form.name.text() == "Việc A3"
    assert "Thời hạn" in form.words.toPlainText()
    assert form.answers.before_title.text() == "Tháng 9/2025"
    assert form.answers.before_state.text() == "Đang thực hiện, 40%"
    assert form.answers.earlier[Field.RESULT].toPlainText() == "Đã mở 01 lớp"
    assert form.answers.earlier[Field.NEXT_STEPS].toPlainText() == "Mở lớp 2"
    assert form.answers.texts[Field.RESULT].toPlainText() == ""
    assert page.strip.isHidden()

    press(Key.Key_F4)

    assert not page.views.is_form()
    assert page.table.hasFocus()


def test_words_of_the_last_period_are_named_for_those_who_hear_the_screen(form: TaskForm) -> None:
    named = {field: part.accessibleName() for field, part in form.answers.earlier.items()}
    assert named[Field.RESULT] == "Kết quả trong kỳ, kỳ trước"
    assert len({*named.values()}) == len(named)


def test_each_field_is_kept_as_it_is_left_and_undone_in_turn(
    form: TaskForm, desk: Workbench
) -> None:
    choose(form, TaskStatus.IN_PROGRESS)
    press(Key.Key_Tab, Key.Key_Tab, "60", Key.Key_Tab, "Đã mở 02", Key.Key_Tab)
    press((Key.Key_Backtab, SHIFT), " lớp", Key.Key_Tab)

    entry = kept(desk, A3)
    assert (entry.status, entry.percent, entry.result) == (
        TaskStatus.IN_PROGRESS,
        60,
        "Đã mở 02 lớp",
    )
    desk.undo_stack.undo()
    assert form.answers.texts[Field.RESULT].toPlainText() == "Đã mở 02"
    desk.undo_stack.undo()
    assert kept(desk, A3).result == ""
    desk.undo_stack.undo()
    assert kept(desk, A3).percent is None
    desk.undo_stack.redo()
    assert form.answers.percent.text() == "60"


def test_a_finished_task_is_asked_for_its_day(form: TaskForm, desk: Workbench) -> None:
    choose(form, TaskStatus.DONE)
    assert kept(desk, A3).is_empty
    assert form.answers.day.hasFocus()
    assert form.answers.day.text() == "17/10/2025"

    press("8/10", Key.Key_Return)

    assert kept(desk, A3).done_on == date(2025, 10, 8)
    assert kept(desk, A3).status is TaskStatus.DONE
    assert form.answers.day.text() == "08/10/2025"


def test_esc_at_the_day_takes_the_state_back(form: TaskForm, desk: Workbench) -> None:
    choose(form, TaskStatus.DONE)

    press(Key.Key_Escape)

    assert kept(desk, A3).is_empty
    assert form.answers.state.text() == ""
    assert form.answers.day.text() == ""


def test_clicking_away_from_the_day_keeps_nothing(
    qtbot: QtBot, form: TaskForm, desk: Workbench
) -> None:
    choose(form, TaskStatus.DONE)

    form.answers.texts[Field.RESULT].setFocus()

    assert kept(desk, A3).is_empty
    assert form.answers.state.text() == ""


def test_one_key_goes_to_the_next_and_the_previous_task(page: PeriodPage, form: TaskForm) -> None:
    form.step(1)
    assert form.name.text() == "Việc A4"
    assert form.bar.note.text() == "3 trên 22"

    form.step(-1)
    form.step(-1)
    assert form.name.text() == "Việc A1"
    form.step(-1)
    assert form.bar.note.text() == "22 trên 22"
    assert page.model.task_row(page.table.currentIndex().row()) is not None


def test_one_key_goes_to_the_unanswered(form: TaskForm, desk: Workbench) -> None:
    desk.reporting.record(ProgressEntry(A4, "2025-10", TaskStatus.NOTHING))
    form.answers.texts[Field.RESULT].setFocus()
    press("Đã mở 02 lớp", Key.Key_F8)

    assert kept(desk, A3).result == "Đã mở 02 lớp"
    assert form.row is not None
    assert form.row.owes_answer
    assert form.answers.state.hasFocus()
    press((Key.Key_F8, SHIFT))
    assert form.name.text() == "Việc A3"


def test_last_periods_words_are_taken_by_key(form: TaskForm, desk: Workbench) -> None:
    form.answers.texts[Field.NEXT_STEPS].setFocus()

    press((Key.Key_D, CTRL))

    assert kept(desk, A3).next_steps == "Mở lớp 2"
    assert form.answers.texts[Field.NEXT_STEPS].toPlainText() == "Mở lớp 2"
    told: list[str] = []
    form.refused.connect(told.append)
    form.officer.setFocus()
    press((Key.Key_D, CTRL))
    assert told == ["Đặt con trỏ vào ô cần chép lời kỳ trước rồi bấm Ctrl+D."]


def test_nothing_new_is_said_by_key_and_the_next_task_comes(
    form: TaskForm, desk: Workbench
) -> None:
    press((Key.Key_0, CTRL))

    assert kept(desk, A3).status is TaskStatus.NOTHING
    assert form.name.text() == "Việc A4"


def test_what_does_not_fit_is_said_and_goes_when_left(
    page: PeriodPage, form: TaskForm, desk: Workbench
) -> None:
    form.answers.percent.setFocus()

    press("x", Key.Key_Tab)

    assert kept(desk, A3).percent is None
    assert "“x” không phải là tỷ lệ phần trăm" in page.band.words()
    assert form.answers.percent.text() == ""


def test_esc_takes_words_back_before_it_leaves(
    page: PeriodPage, form: TaskForm, desk: Workbench
) -> None:
    form.answers.texts[Field.RESULT].setFocus()

    press("Viết nhầm", Key.Key_Escape)
    assert page.views.is_form()
    assert form.answers.texts[Field.RESULT].toPlainText() == ""
    press(Key.Key_Escape)

    assert not page.views.is_form()
    assert kept(desk, A3).is_empty


def test_words_are_kept_when_another_screen_comes(
    page: PeriodPage, form: TaskForm, desk: Workbench
) -> None:
    form.answers.texts[Field.OBSTACLE].setFocus()
    press("Thiếu máy tính")

    page.hide()

    assert kept(desk, A3).obstacle == "Thiếu máy tính"


def test_a_closed_period_is_read_only_in_the_form(page: PeriodPage, form: TaskForm) -> None:
    page.closing.close(OCTOBER, "đã gửi")

    assert form.answers.texts[Field.RESULT].isReadOnly()
    assert not form.answers.state.isEnabled()
    page.closing.reopen(OCTOBER, "bổ sung")
    assert not form.answers.texts[Field.RESULT].isReadOnly()


def test_the_officer_who_answers_is_named_beside_the_task(form: TaskForm, desk: Workbench) -> None:
    form.officer.name.setFocus()

    press("Nguyễn Thị Mẫu", Key.Key_Return)

    tasks = {t.id: t for plan in desk.planning.plans() for _appendix, t in plan.tasks()}
    assert tasks[A3].officer == "Nguyễn Thị Mẫu"
    assert desk.undo_stack.undoText() == "Giao A3 cho Nguyễn Thị Mẫu"
    desk.undo_stack.undo()
    assert form.officer.name.text() == ""


@opens_a_list
def test_a_state_is_chosen_by_its_first_letter_and_kept_by_enter(
    form: TaskForm, desk: Workbench
) -> None:
    state = form.answers.state
    state.setFocus()

    press("d")
    assert kept(desk, A3).is_empty
    QTest.keyClick(state.view(), Key.Key_Return)

    assert kept(desk, A3).status is TaskStatus.IN_PROGRESS


@opens_a_list
def test_arrows_on_the_way_to_a_state_keep_nothing(form: TaskForm, desk: Workbench) -> None:
    state = form.answers.state
    state.setFocus()

    press(Key.Key_Down)
    for _step in range(4):
        QTest.keyClick(state.view(), Key.Key_Down)
    assert kept(desk, A3).is_empty
    QTest.keyClick(state.view(), Key.Key_Return)

    assert kept(desk, A3).status is TaskStatus.ONGOING
    assert desk.undo_stack.count() == 1


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_letters_typed_on_go_on_to_a_state_in_the_form_too(form: TaskForm) -> None:
    state: AnswerState = form.answers.state
    state.setFocus()
    press("t")
    for key in (Key.Key_A, Key.Key_M):
        QTest.keyClick(state.view(), key)

    assert state.view().currentIndex().data() == "Tạm dừng"
    state.hidePopup()
