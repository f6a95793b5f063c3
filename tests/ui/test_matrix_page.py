from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, Standing, TaskStatus
from kehoach_desktop.domain.unit import Unit, UnitId, kind_of_name
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.plans.import_dialogs import DocumentDialog
from kehoach_desktop.ui.plans.matrix_assign import AssignAsked
from kehoach_desktop.ui.plans.matrix_deadline import DeadlineDialog
from kehoach_desktop.ui.plans.matrix_filter import NOBODY, Due, Wish
from kehoach_desktop.ui.plans.matrix_history import in_words
from kehoach_desktop.ui.plans.matrix_model import MatrixModel, Place
from kehoach_desktop.ui.plans.matrix_page import MatrixPage
from kehoach_desktop.ui.plans.matrix_rows import SectionRow, TaskRows, under_headings
from kehoach_desktop.ui.plans.unit_line import UnitLine
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import on_screen
from tests.ui.held_plans import hold, plan_of
from tests.ui.keyboard import CTRL, SHIFT, Key, press

OCTOBER = ReportingPeriod.parse("2025-10")
A3, A5 = TaskId("quang_tri-0-2"), TaskId("quang_tri-0-4")


@pytest.fixture
def desk(held: Workbench) -> Workbench:
    return held


@pytest.fixture
def page(qtbot: QtBot, desk: Workbench) -> MatrixPage:
    made = on_screen(qtbot, MatrixPage(desk))
    made.table.setFocus()
    return made


def task_in(desk: Workbench, task: TaskId) -> Task:
    tasks = {t.id: t for plan in desk.planning.plans() for _appendix, t in plan.tasks()}
    return tasks[task]


def choose(page: MatrixPage, task: TaskId, place: Place = Place.CONTENT) -> None:
    number = page.model.number_of(task)
    page.table.setCurrentIndex(page.model.index(number, place))
    page.table.setFocus()


def labels(page: MatrixPage) -> list[str]:
    return [page.model.index(page.model.number_of(t), 0).data() for t in page.model.task_ids()]


def test_the_model_keeps_qts_rules(qtbot: QtBot, desk: Workbench) -> None:
    model = MatrixModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = TaskRows().of(desk.reporting.view(OCTOBER, all_tasks=True))

    model.show_rows(under_headings(rows), date(2025, 10, 17))
    model.show_rows(under_headings(rows[:5]), date(2025, 10, 17))

    assert len(model.task_ids()) == 5


def test_every_task_stands_under_its_headings(desk: Workbench) -> None:
    shown = under_headings(TaskRows().of(desk.reporting.view(OCTOBER, all_tasks=True)))

    headings = [row for row in shown if isinstance(row, SectionRow)]
    assert len(shown) - len(headings) == 69
    assert [h.title for h in headings if h.title.startswith(("Phụ lục", "I. ", "A. "))][:2] == [
        "Phụ lục. DANH MỤC NHIỆM VỤ TRỌNG TÂM TRIỂN KHAI",
        "A. CÁC NHIỆM VỤ DO CÁC CƠ QUAN, ĐƠN VỊ CỦA TỈNH CHỦ TRÌ, CHỦ ĐỘNG TRIỂN KHAI",
    ]
    assert sum(h.tasks for h in headings if h.depth == 0) == 69


@pytest.mark.parametrize(
    ("words", "found"),
    [("so hoa", "số hóa"), ("duong truyen", "đường truyền"), ("SỐ HÓA", "số hóa")],
)
def test_search_needs_no_marks(page: MatrixPage, words: str, found: str) -> None:
    page.bar.ask_for(Wish(ours_only=False))

    press((Key.Key_F, CTRL), words, Key.Key_Down)

    contents = [page.model.task_row(page.model.number_of(t)) for t in page.model.task_ids()]
    assert contents
    assert any(found in row.progress.task.content.casefold() for row in contents if row)
    assert page.table.hasFocus()


def test_filtering_keeps_the_selected_task(page: MatrixPage) -> None:
    choose(page, A5)

    press((Key.Key_F, CTRL), "lien thong")

    row = page.current_task()
    assert row
    assert row.id == A5


def test_nothing_found_says_how_many_are_hidden_and_the_way_back(page: MatrixPage) -> None:
    page.search.setText("không có từ này đâu")

    assert page.stack.currentWidget() is page.none_found
    assert "69 nhiệm vụ đang ẩn" in page.none_found.words.text()
    page.none_found.button.click()
    assert len(page.model.task_ids()) == 22


def test_chips_count_and_choose(page: MatrixPage, desk: Workbench) -> None:
    assert page.bar.ours.text().split() == ["Của", "xã", "ta", "22"]
    assert page.bar.all.text().split()[-1] == "69"

    page.bar.overdue.click()

    assert len(page.model.task_ids()) == int(page.bar.overdue.text().split()[-1]) == 2
    page.bar.overdue.click()
    page.bar.doubtful.click()
    assert set(page.model.task_ids()) == {"quang_tri-0-0", "dong_thap-0-0"}


def test_tasks_are_found_by_unit_state_and_due_date(page: MatrixPage) -> None:
    page.bar.ask_for(Wish(ours_only=False, unit="Sở Nội vụ"))
    assert labels(page)
    page.bar.ask_for(Wish(ours_only=False, due=Due.UNDATED))
    assert A5 in page.model.task_ids()
    page.bar.ask_for(Wish(ours_only=False, due=Due.DATED, stands=Standing.OVERDUE))
    assert A5 not in page.model.task_ids()
    page.bar.ask_for(Wish(unit=NOBODY))
    assert len(page.model.task_ids()) == 22


def test_a_unit_is_typed_into_its_cell_and_undone(page: MatrixPage, desk: Workbench) -> None:
    choose(page, A3, Place.ASSIGNED)

    press("Phòng Văn hóa - Xã hội", Key.Key_Return)

    assert task_in(desk, A3).assigned_to == "Phòng Văn hóa - Xã hội"
    assert page.table.currentIndex().row() == page.model.number_of(A3) + 1
    desk.undo_stack.undo()
    assert task_in(desk, A3).assigned_to == ""
    desk.undo_stack.redo()
    assert page.model.index(page.model.number_of(A3), Place.ASSIGNED).data() == (
        "Phòng Văn hóa - Xã hội"
    )


@pytest.mark.qt_log_ignore(r"propagateSizeHints|does not support (raise|grabbing)", extend=True)
def test_the_listed_units_are_offered_without_diacritics(page: MatrixPage, desk: Workbench) -> None:
    for name in ("Phòng Kinh tế", "Thôn Bình Minh"):
        desk.units.add(Unit(UnitId(""), name, kind_of_name(name)))
    desk.tell(Changes.UNITS)
    choose(page, A3)

    press(Key.Key_F2, Key.Key_Down)
    line = page.table.findChild(UnitLine)
    assert line is not None
    completer = line.completer()
    offered = completer.completionModel()
    assert {offered.index(row, 0).data() for row in range(offered.rowCount())} >= {
        "Phòng Kinh tế",
        "Thôn Bình Minh",
    }

    completer.setCompletionPrefix("binh minh")
    assert completer.currentCompletion() == "Thôn Bình Minh"
    completer.setCompletionPrefix("Phòng Kinh tế; binh minh")
    assert completer.currentCompletion() == "Phòng Kinh tế; Thôn Bình Minh"


def test_f2_types_the_unit_wherever_the_cursor_is(page: MatrixPage, desk: Workbench) -> None:
    choose(page, A3)

    press(Key.Key_F2, "Công an xã", Key.Key_Return)

    assert task_in(desk, A3).assigned_to == "Công an xã"


@pytest.mark.qt_log_ignore(r"propagateSizeHints|does not support (raise|grabbing)", extend=True)
def test_one_enter_takes_a_unit_from_the_list(page: MatrixPage, desk: Workbench) -> None:
    desk.units.add(Unit(UnitId(""), "Phòng Kinh tế", kind_of_name("Phòng Kinh tế")))
    desk.tell(Changes.UNITS)
    choose(page, A3)
    press(Key.Key_F2, Key.Key_Down)
    line = page.table.findChild(UnitLine)
    assert line is not None

    for key in (Key.Key_Down, Key.Key_Return):
        QTest.keyClick(line.completer().popup(), key)

    assert task_in(desk, A3).assigned_to == "Phòng Kinh tế"
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == page.model.number_of(A3) + 1


def asked_of(page: MatrixPage) -> AssignAsked:
    asked = page.table.findChild(AssignAsked)
    assert asked is not None
    return asked


@pytest.mark.parametrize("key", [Key.Key_F2, (Key.Key_G, CTRL | SHIFT)])
def test_rows_chosen_together_go_to_one_unit_and_officer_in_one_step(
    page: MatrixPage, desk: Workbench, key: Key
) -> None:
    choose(page, A3)
    press((Key.Key_Down, SHIFT), (Key.Key_Down, SHIFT), key)
    asked = asked_of(page)
    assert asked.windowTitle() == "Giao 3 nhiệm vụ"
    assert asked.agree.text() == "Giao việc"  # "Giao" alone heads the targets of indicators

    asked.unit.setText(" Phòng Kinh tế ")
    asked.officer.setText("Lò Thị Mẫu")
    asked.agree.click()

    tasks = [row.progress.task for row in page.acts.chosen()]
    assert [(t.assigned_to, t.officer) for t in tasks] == [("Phòng Kinh tế", "Lò Thị Mẫu")] * 3
    assert desk.undo_stack.undoText() == "Giao 3 nhiệm vụ"
    desk.undo_stack.undo()
    assert {task_in(desk, t.id).assigned_to for t in tasks} == {""}
    desk.undo_stack.redo()
    assert {task_in(desk, t.id).officer for t in tasks} == {"Lò Thị Mẫu"}


def test_a_field_left_alone_keeps_what_each_task_has(page: MatrixPage, desk: Workbench) -> None:
    desk.planning.amend(replace(task_in(desk, A3), assigned_to="Công an xã", officer="Hà"))
    desk.planning.amend(replace(task_in(desk, A5), officer="Lò"))
    desk.tell(Changes.PLANS)
    page.table.choose_rows([page.model.number_of(task) for task in (A3, A5)])

    page.acts.ask_unit()
    asked = asked_of(page)
    assert (asked.unit.text(), asked.officer.text()) == ("", "")
    asked.unit.setText("Văn phòng")
    asked.agree.click()

    assert [task_in(desk, t).assigned_to for t in (A3, A5)] == ["Văn phòng"] * 2
    assert [task_in(desk, t).officer for t in (A3, A5)] == ["Hà", "Lò"]


def test_everything_a_filter_shows_is_handed_out_at_once(page: MatrixPage, desk: Workbench) -> None:
    press((Key.Key_F, CTRL), "so hoa", Key.Key_Down)
    shown = page.model.task_ids()

    press((Key.Key_A, CTRL))
    page.acts.assign("Trung tâm Phục vụ hành chính công")

    assert 1 < len(shown) < 22
    everything = {t.id: t for plan in desk.planning.plans() for _a, t in plan.tasks()}
    assert {t for t, task in everything.items() if task.assigned_to} == set(shown)


def test_a_letter_writes_into_no_single_row_while_several_are_chosen(
    page: MatrixPage, desk: Workbench
) -> None:
    choose(page, A3, Place.ASSIGNED)
    press((Key.Key_Down, SHIFT), "C")

    assert page.table.findChild(UnitLine, options=Qt.FindChildOption.FindDirectChildrenOnly) is None
    asked_of(page).reject()


def test_x_turns_every_chosen_row_and_one_undo_turns_them_back(
    page: MatrixPage, desk: Workbench
) -> None:
    choose(page, A3)

    press((Key.Key_Down, SHIFT), Key.Key_X)

    rows = page.acts.chosen()
    assert [row.progress.task.ours.yes for row in rows] == [False, False]
    assert desk.undo_stack.undoText() == "Bỏ việc của xã: 2 nhiệm vụ"
    desk.undo_stack.undo()
    assert [task_in(desk, row.id).ours.yes for row in rows] == [True, True]


def test_the_menu_over_a_row_hands_it_out(page: MatrixPage, desk: Workbench) -> None:
    desk.units.add(Unit(UnitId(""), "Phòng Kinh tế", kind_of_name("Phòng Kinh tế")))
    desk.tell(Changes.UNITS)
    choose(page, A3)

    menu = page.acts.menu.menu()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "Giao cho",
        "Ghi kết quả",
        "Đổi cách đọc thời hạn…",
        "Không phải việc của xã",
        "Chép",
    ]
    under = menu.findChild(QMenu)
    assert under is not None
    next(a for a in under.actions() if a.text() == "Phòng Kinh tế").trigger()

    assert task_in(desk, A3).assigned_to == "Phòng Kinh tế"


def test_the_menu_over_a_heading_chooses_the_tasks_under_it(page: MatrixPage) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    heading = page.model.section(0)
    assert heading

    action = page.acts.menu.menu().actions()[0]
    assert action.text() == f"Chọn {heading.tasks} nhiệm vụ của mục này"
    action.trigger()

    assert len(page.acts.chosen()) == heading.tasks


def test_a_key_still_held_adds_no_row_to_the_chosen_ones(page: MatrixPage) -> None:
    choose(page, A3)
    press((Key.Key_G, CTRL))  # leaves Ctrl down, as a hand does

    choose(page, A5)

    assert [row.id for row in page.acts.chosen()] == [A5]


def test_the_provinces_words_cannot_be_typed_over(page: MatrixPage, desk: Workbench) -> None:
    before = task_in(desk, A3)
    choose(page, A3)

    press("a", Key.Key_Return)

    assert task_in(desk, A3) == before


def test_x_says_whose_task_it_is_and_the_row_stays(page: MatrixPage, desk: Workbench) -> None:
    choose(page, A3)

    press(Key.Key_X)

    ours = task_in(desk, A3).ours
    assert (ours.yes, ours.by_hand) == (False, True)
    assert A3 in page.model.task_ids()
    desk.undo_stack.undo()
    assert task_in(desk, A3).ours.yes


def test_minus_folds_a_section_and_plus_opens_it(page: MatrixPage) -> None:
    choose(page, A3)
    rows = len(page.model.task_ids())

    press(Key.Key_Minus)

    heading = page.model.row(page.table.currentIndex().row())
    assert isinstance(heading, SectionRow)
    assert len(page.model.task_ids()) == rows - heading.tasks
    press(Key.Key_Plus)
    assert len(page.model.task_ids()) == rows


def test_the_deadline_is_read_another_way_and_its_words_stay(
    page: MatrixPage, desk: Workbench, qtbot: QtBot
) -> None:
    choose(page, A5, Place.DEADLINE)
    press(Key.Key_F2)
    dialog = page.findChild(DeadlineDialog)
    assert isinstance(dialog, DeadlineDialog)

    editor = dialog.editor
    editor.kind.setCurrentIndex(editor.kind.findData(Kind.CONDITIONAL))
    editor.kind.activated.emit(editor.kind.currentIndex())
    dialog.agree.click()

    deadline = task_in(desk, A5).deadline
    assert (deadline.wording, deadline.kind) == ("Thường xuyên", Kind.CONDITIONAL)
    desk.undo_stack.undo()
    assert task_in(desk, A5).deadline.kind is Kind.ONGOING


def test_the_panel_shows_everything_and_its_history(page: MatrixPage, desk: Workbench) -> None:
    desk.reporting.record(
        ProgressEntry(A3, "2025-10", TaskStatus.IN_PROGRESS, None, 40, "Đã mở 02 lớp")
    )
    desk.tell(Changes.PROGRESS)
    choose(page, A3, Place.ASSIGNED)
    press("Phòng Kinh tế", Key.Key_Return)
    choose(page, A3)

    content = page.detail.content.toPlainText()
    assert "Tổ chức các lớp đào tạo" in content
    assert "Đọc là: hạn 31/12/2025; sau đó thường xuyên" in content
    page.detail.tabs.setCurrentIndex(1)
    assert "Đã mở 02 lớp" in page.detail.periods.toPlainText()
    assert "Cán bộ" not in page.detail.periods.toPlainText()
    page.detail.tabs.setCurrentIndex(2)
    history = page.detail.history.toPlainText()
    assert "Giao cho: trống → Phòng Kinh tế" in history
    assert "Trạng thái: trống → Đang thực hiện" in history


def test_each_period_tells_its_next_steps_its_files_and_who_had_it_in_hand(
    page: MatrixPage, desk: Workbench, tmp_path: Path
) -> None:
    minutes = tmp_path / "Biên bản.pdf"
    minutes.write_bytes(b"%PDF-1.4")
    desk.units.assign(A3, None, "Lò Thị Mẫu")
    said = ProgressEntry(A3, "2025-09", TaskStatus.IN_PROGRESS, next_steps="Mở lớp thứ ba")
    desk.reporting.record(said)
    desk.units.assign(A3, None, "Hà Văn Mẫu")
    desk.reporting.record(replace(said, period="2025-10", next_steps=""))
    desk.evidence.attach(A3, ReportingPeriod.parse("2025-10"), minutes)
    desk.tell(Changes.ALL)
    choose(page, A3)
    page.detail.tabs.setCurrentIndex(1)
    october, september = page.detail.periods.toPlainText().split("Tháng 9/2025")
    assert "Biên bản.pdf" in october
    assert "Hà Văn Mẫu" in october
    assert "Mở lớp thứ ba" in september
    assert "Lò Thị Mẫu" in september
    page.detail.tabs.setCurrentIndex(2)
    assert "Cán bộ phụ trách: Lò Thị Mẫu → Hà Văn Mẫu" in page.detail.history.toPlainText()


def test_the_state_follows_what_the_period_says(page: MatrixPage, desk: Workbench) -> None:
    desk.reporting.record(ProgressEntry(A3, "2025-10", TaskStatus.IN_PROGRESS, None, 40, "02 lớp"))
    desk.tell(Changes.PROGRESS)

    cell = page.model.index(page.model.number_of(A3), Place.STATE)
    assert (cell.data(), cell.data(Role.SECOND)) == ("Đang thực hiện, 40%", "02 lớp")


def test_the_panel_hides_in_a_narrow_window_and_f4_shows_it(page: MatrixPage) -> None:
    page.resize(1045, 546)
    assert page.detail.isHidden()

    press(Key.Key_F4)

    assert not page.detail.isHidden()


@pytest.mark.parametrize("panel", [True, False])
def test_ctrl_g_leads_to_the_sheet_at_the_task(page: MatrixPage, qtbot: QtBot, panel: bool) -> None:
    page.show_detail(panel)
    choose(page, A3)

    with qtbot.waitSignal(page.record_wanted) as asked:
        press((Key.Key_G, CTRL))

    assert asked.args == [A3]


def test_ctrl_c_copies_the_row_as_a_table(page: MatrixPage) -> None:
    choose(page, A3)

    press((Key.Key_C, CTRL))

    carried = QApplication.clipboard().mimeData()
    assert carried.text().startswith("A3\tTổ chức các lớp")
    assert "<table>" in carried.html()


def test_one_plan_alone_has_no_heading_of_its_own(page: MatrixPage) -> None:
    page.plan.setCurrentIndex(page.plan.findData("dong_thap"))

    heading = page.model.row(0)
    assert isinstance(heading, SectionRow)
    assert heading.title.startswith("Phụ lục I. ")


def test_a_held_plan_is_given_its_number_and_day_and_ctrl_z_takes_them_back(
    page: MatrixPage, desk: Workbench
) -> None:
    page.plan.setCurrentIndex(page.plan.findData("dong_thap"))
    held = page.plan.currentText()

    page.naming.click()
    dialog = page.window().findChild(DocumentDialog)
    assert isinstance(dialog, DocumentDialog)
    assert not dialog.form.isRowVisible(dialog.year)
    dialog.number.setText(" 183/KH-UBND ")
    dialog.date.setText("12/6/2025")
    dialog.date.editingFinished.emit()
    dialog.accept()

    plan = next(plan for plan in desk.planning.plans() if plan.id == "dong_thap")
    assert (plan.document.number, plan.document.date) == ("183/KH-UBND", date(2025, 6, 12))
    assert plan.document.year == 2025
    assert page.plan.currentText() == "Kế hoạch số 183/KH-UBND"
    assert page.naming.toolTip() == "Kế hoạch số 183/KH-UBND"
    step = in_words(desk.planning.history(TaskId(plan.id)))[0]
    assert step.what == "Sửa số, ngày kế hoạch"
    assert [(c.field, c.after) for c in step.changes] == [
        ("Số, ký hiệu", "183/KH-UBND"),
        ("Ngày ban hành", "12/06/2025"),
    ]
    desk.undo_stack.undo()
    assert page.plan.currentText() == held
    desk.undo_stack.redo()
    assert page.plan.currentText() == "Kế hoạch số 183/KH-UBND"


def test_among_all_plans_the_one_of_the_selected_task_is_named(page: MatrixPage) -> None:
    choose(page, A3)
    assert page.naming.isEnabled()
    assert page.naming.toolTip() == page.plan.itemText(page.plan.findData("quang_tri"))


def test_an_empty_store_offers_to_take_a_plan_in(qtbot: QtBot, workbench: Workbench) -> None:
    page = MatrixPage(workbench)
    qtbot.addWidget(page)
    page.show()

    with qtbot.waitSignal(page.import_wanted):
        page.nothing.button.click()
    assert page.stack.currentWidget() is page.nothing


def test_no_row_is_cut_and_only_visible_rows_are_measured(page: MatrixPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.table.rowHeight(page.model.number_of(A3)) > 30)
    heights = {page.table.rowHeight(number) for number in range(12)}

    assert min(heights) >= 24


def test_a_plan_taken_in_beside_another_is_gone_to(qtbot: QtBot, workbench: Workbench) -> None:
    hold(workbench, "dong_thap")
    page = on_screen(qtbot, MatrixPage(workbench))
    first = page.current_task()

    hold(workbench, "quang_tri")
    workbench.tell(Changes.PLANS)

    row = page.current_task()
    assert first
    assert row
    assert row.id != first.id
    assert row.id in {task.id for _appendix, task in plan_of("quang_tri").tasks()}
    assert page.table.visualRect(page.table.currentIndex()).top() == 0
