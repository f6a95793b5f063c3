from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.draft import (
    ColumnRole,
    RowMark,
    Severity,
    Source,
    SourceRow,
    SourceTable,
)
from kehoach_desktop.domain.plan import PlanDocument
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_choices import Choices, Reviewed, reviewed
from kehoach_desktop.ui.plans.import_dialogs import DocumentDialog, TextDialog
from kehoach_desktop.ui.plans.import_list import Tab
from kehoach_desktop.ui.plans.import_model import ReviewModel
from kehoach_desktop.ui.plans.import_parts import ReviewParts
from kehoach_desktop.ui.plans.import_places import understood
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.plans.import_source import SourceModel
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import Said, review_of

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ROLES = {
    ColumnRole.ORDINAL,
    ColumnRole.CONTENT,
    ColumnRole.DEADLINE,
    ColumnRole.LEAD,
    ColumnRole.COORDINATING,
    ColumnRole.DELIVERABLE,
}


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow) -> ImportReview:
    return review_of(qtbot, window, "dong_thap.xlsx")


@pytest.fixture
def quang_tri(qtbot: QtBot, window: MainWindow) -> ImportReview:
    return review_of(qtbot, window, "quang_tri.docx")


def settle(qtbot: QtBot, review: ImportReview) -> None:
    """Let what the last decision asks for be read and shown."""
    qtbot.waitUntil(lambda: not review.working())


def go_to(review: ImportReview, key: str, appendix: str = "Phụ lục II") -> None:
    review.list.turn_to(Tab.ALL)
    row = next(r for r in review.tasks() if r.key == key and r.appendix.label == appendix)
    assert review.list.look_at(row.task.place)


def on_table(review: ImportReview, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(review.list.table, key)


def test_every_task_is_understood_and_the_button_says_what_it_will_do(
    review: ImportReview,
) -> None:
    assert len(review.tasks()) == 49
    assert review.apply_button.text().startswith("Nhập 49 nhiệm vụ, còn ")
    assert [a.label for a in review.draft().plan.appendices] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]


def test_every_column_tells_what_it_was_read_as(
    review: ImportReview, quang_tri: ImportReview
) -> None:
    for page, table in ((review, 0), (review, 1), (review, 2), (quang_tri, 2)):
        read = {role for (t, _c), role in page.pane.roles().items() if t == table}
        assert read - {ColumnRole.IGNORED, ColumnRole.EXTRA} == ROLES


def test_a_table_without_a_column_says_which_one_is_missing(quang_tri: ImportReview) -> None:
    quang_tri.pane.tabs.setCurrentIndex(3)
    assert quang_tri.pane.lacking.text() == "không có cột Sản phẩm"


def test_doubts_stand_first_with_their_words_and_their_place_in_the_source(
    review: ImportReview,
) -> None:
    assert review.list.tabs.currentIndex() == Tab.DOUBTS
    review.list.step(1)
    row = review.list.current()
    assert row in review.tasks()
    assert "hằng tháng" in review.editor.doubt.text()
    index = review.pane.view.currentIndex()
    assert review.pane.tabs.tabText(review.pane.tabs.currentIndex()) == "Phụ lục II"
    assert review.pane.view.source.role_of(index.column()) is ColumnRole.DEADLINE
    assert index.data(Role.FRAME) == "amber"


def test_enter_takes_a_doubt_as_it_stands_and_goes_on(review: ImportReview) -> None:
    before = review.list.position()[1]
    first, second = review.list.model.row(0), review.list.model.row(1)
    on_table(review, Qt.Key.Key_Return)
    assert review.list.position()[1] == before - 1
    assert review.list.current() == second != first
    assert f"còn {before - 1} chỗ" in review.apply_button.text()


def test_alt_and_an_arrow_walk_the_doubts(review: ImportReview) -> None:
    QTest.keyClick(review.list.table, Qt.Key.Key_Down, ALT)
    assert review.list.position()[0] == 2
    QTest.keyClick(review.list.table, Qt.Key.Key_Up, ALT)
    assert review.list.position()[0] == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Space])
def test_one_key_says_whose_task_it_is(review: ImportReview, key: Qt.Key) -> None:
    go_to(review, "3")
    ours = sum(row.task.ours.yes for row in review.tasks())
    on_table(review, key)
    row = next(r for r in review.tasks() if r.task.ours.by_hand)
    assert (row.task.ours.yes, row.task.ours.reason) == (True, "Chọn khi xem lại")
    assert sum(row.task.ours.yes for row in review.tasks()) == ours + 1
    on_table(review, key)
    assert not any(row.task.ours.by_hand for row in review.tasks())


def test_a_proposed_task_of_ours_shows_its_reason(review: ImportReview) -> None:
    go_to(review, "1")
    assert "Uỷ ban nhân dân các cấp" in review.editor.reason.text()
    assert review.editor.ours.isChecked()


def test_a_task_left_out_is_not_imported_and_its_doubts_are_gone(review: ImportReview) -> None:
    go_to(review, "11")
    left_out = review.list.current()
    assert isinstance(left_out, Reviewed)
    assert left_out.findings
    on_table(review, Qt.Key.Key_Delete)
    assert review.apply_button.text().startswith("Nhập 48 nhiệm vụ, còn ")
    assert not set(left_out.findings) & set(review.proposal.doubts)
    assert "không nhập dòng này" in str(
        review.list.table.currentIndex().siblingAtColumn(1).data(Role.SECOND)
    )
    assert sum(1 for _task in review.draft().plan.tasks()) == 48
    on_table(review, Qt.Key.Key_Delete)
    assert review.apply_button.text().startswith("Nhập 49 nhiệm vụ")


def test_a_deadline_read_otherwise_keeps_its_wording(review: ImportReview) -> None:
    go_to(review, "11")
    editor = review.editor.deadline
    editor.kind.setCurrentIndex(editor.kind.findData(Kind.RECURRING))
    editor.kind.activated.emit(editor.kind.currentIndex())
    editor.day_of_month.setValue(25)
    row = next(r for r in review.tasks() if r.task.place == "Phụ lục II, dòng 17")
    assert (row.task.deadline.kind, row.task.deadline.day_of_month) == (Kind.RECURRING, 25)
    assert row.task.deadline.wording == "31/12/2025"
    assert editor.reading.text().startswith("Đọc là: hằng tháng")


def test_a_day_is_typed_and_an_impossible_one_is_refused(review: ImportReview) -> None:
    due = review.editor.deadline.due
    for typed, stands in (("15/11/2025", date(2025, 11, 15)), ("31/2/2025", date(2025, 11, 15))):
        go_to(review, "11")
        due.setFocus()
        due.setText(typed)
        QTest.keyClick(due, Qt.Key.Key_Return)
        go_to(review, "11")
        assert review.editor.deadline.deadline().due == stands
    assert due.property("kind") == "wrong"


def test_enter_in_a_deadline_takes_it_and_goes_to_the_next_doubt(review: ImportReview) -> None:
    review.window().activateWindow()
    go_to(review, "11")
    row, due = review.list.position()[0], review.editor.deadline.due
    due.setFocus()
    due.setText("15/11/2025")
    before = review.apply_button.text()
    QTest.keyClick(due, Qt.Key.Key_Return)
    assert review.apply_button.text() != before
    assert review.list.table.hasFocus()

    review.editor.deadline.kind.setFocus()
    QTest.keyClick(review.editor.deadline.kind, Qt.Key.Key_Down, ALT)
    assert review.list.position()[0] == row + 2


def test_a_quarter_ends_on_its_last_day(review: ImportReview) -> None:
    editor = review.editor.deadline
    editor.show_deadline(Deadline("Quý IV/2025", Kind.UNKNOWN))
    editor.kind.setCurrentIndex(editor.kind.findData(Kind.QUARTER))
    editor.kind.activated.emit(editor.kind.currentIndex())
    editor.due.setText("5/10/2025")
    editor.due.editingFinished.emit()
    assert editor.deadline().due == date(2025, 12, 31)


def test_another_role_for_a_column_changes_everything_that_was_understood(
    qtbot: QtBot,
    review: ImportReview,
) -> None:
    roles = review.pane.roles()
    column = next(c for (t, c), role in roles.items() if t == 1 and role is ColumnRole.DEADLINE)
    menu = review.pane.view.header.menu(column)
    review.pane.tabs.setCurrentIndex(1)
    chosen = next(a for a in menu.actions() if a.text() == "Bỏ qua")
    chosen.trigger()
    settle(qtbot, review)
    second = [r for r in review.tasks() if r.appendix.label == "Phụ lục II"]
    assert {row.task.deadline.wording for row in second} == {""}
    assert review.pane.lacking.text() == "không có cột Thời hạn"
    assert review.undo()
    settle(qtbot, review)
    assert review.pane.roles() == roles
    assert {r.task.deadline.kind for r in review.tasks()} != {Kind.UNKNOWN}


def test_a_role_taken_from_another_column_leaves_that_one_an_extra(
    qtbot: QtBot, review: ImportReview
) -> None:
    roles = review.pane.roles()
    lead = next(c for (t, c), role in roles.items() if t == 1 and role is ColumnRole.LEAD)
    other = next(c for (t, c), role in roles.items() if t == 1 and role is ColumnRole.COORDINATING)
    leads = [r.task.coordinating_text for r in review.tasks() if r.appendix.label == "Phụ lục II"]
    review.proposal.assign(1, other, ColumnRole.LEAD)
    settle(qtbot, review)
    assert review.pane.roles()[1, lead] is ColumnRole.EXTRA
    second = [r.task for r in review.tasks() if r.appendix.label == "Phụ lục II"]
    assert [task.lead_agencies_text for task in second] == leads


def test_decisions_outlive_another_reading_of_the_columns(
    qtbot: QtBot, review: ImportReview
) -> None:
    go_to(review, "3")
    on_table(review, Qt.Key.Key_X)
    review.proposal.assign(0, 6, ColumnRole.EXTRA)
    settle(qtbot, review)
    marked = [row.task.place for row in review.tasks() if row.task.ours.by_hand]
    assert marked == ["Phụ lục II, dòng 9"]


def test_control_z_takes_decisions_back_before_anything_in_the_book(
    window: MainWindow, review: ImportReview
) -> None:
    review.list.turn_to(Tab.ALL)
    on_table(review, Qt.Key.Key_X)
    on_table(review, Qt.Key.Key_Delete)
    assert review.corrected
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not review.corrected
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert review.corrected


def test_words_that_were_read_wrongly_are_mended_and_a_deadline_is_read_anew(
    qtbot: QtBot, review: ImportReview
) -> None:
    go_to(review, "29")
    row = next(r for r in review.tasks() if r.task.place == "Phụ lục II, dòng 35")
    dialog = TextDialog(review, row.task)
    qtbot.addWidget(dialog)
    assert dialog.texts()["deliverable"] == "Quyết"
    dialog.deliverable.setPlainText("Quyết định ")
    dialog.deadline.setPlainText("Quý IV/2025")
    review.proposal.mend(row, dialog.texts())
    mended = next(r for r in review.tasks() if r.task.place == "Phụ lục II, dòng 35").task
    assert mended.deliverable == "Quyết định"
    assert (mended.deadline.kind, mended.deadline.due) == (Kind.QUARTER, date(2025, 12, 31))
    assert mended.content == row.task.content


def test_number_and_day_of_the_plan_can_be_given(qtbot: QtBot, review: ImportReview) -> None:
    dialog = DocumentDialog(review, review.draft().plan.document, 2025)
    qtbot.addWidget(dialog)
    dialog.number.setText(" 158/KH-UBND ")
    dialog.date.setText("29/6/2025")
    dialog.date.editingFinished.emit()
    review.proposal.name_document(dialog.document())
    settle(qtbot, review)
    document = review.draft().plan.document
    assert (document.number, document.date) == ("158/KH-UBND", date(2025, 6, 29))
    assert review.draft().plan.short_name == "Kế hoạch số 158/KH-UBND"
    assert "158/KH-UBND" in review.head.note.text()


def test_another_year_is_that_of_wordings_that_name_none(
    qtbot: QtBot, review: ImportReview
) -> None:
    document = replace(review.draft().plan.document, year=2026)
    review.proposal.name_document(document)
    settle(qtbot, review)
    assert review.draft().plan.document.year == 2026


def test_applying_keeps_what_was_decided_and_only_open_doubts(
    qtbot: QtBot, window: MainWindow, review: ImportReview, workbench: Workbench
) -> None:
    on_table(review, Qt.Key.Key_Return)
    wanted = review.draft()
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    assert workbench.planning.plans() == (wanted.plan,)
    kept = workbench.planning.findings(wanted.plan.id)
    assert [f.message for f in kept] == [f.message for f in wanted.findings]
    assert not any("5025" in finding.message for finding in kept)
    assert workbench.safekeeping.last() is not None


def test_the_same_file_twice_is_refused_in_a_sentence(
    qtbot: QtBot, window: MainWindow, review: ImportReview, said: Said, workbench: Workbench
) -> None:
    review.apply()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    again = review_of(qtbot, window, "dong_thap.xlsx")
    again.apply()
    assert "đã nhập rồi" in said.words()
    assert len(workbench.planning.plans()) == 1
    assert window.stack.key() == "review"


def test_escape_leaves_without_keeping_and_asks_only_where_something_was_decided(
    qtbot: QtBot, window: MainWindow, said: Said, workbench: Workbench
) -> None:
    review = review_of(qtbot, window, "quang_tri.docx")
    QTest.keyClick(review.list.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.stack.key() == "overview")
    assert said.boxes == []
    again = review_of(qtbot, window, "quang_tri.docx")
    again.toggle_ours()
    said.answer = False
    again.drop()
    assert window.stack.key() == "review"
    assert "sổ không thay đổi" in said.words()
    assert workbench.planning.plans() == ()


def test_a_review_without_doubts_opens_on_all_tasks(quang_tri: ImportReview) -> None:
    doubts = [f for f in quang_tri.draft().findings if f.severity is not Severity.INFO]
    if not doubts:
        assert quang_tri.list.tabs.currentIndex() == Tab.ALL
    assert quang_tri.list.tabs.tabText(Tab.ALL) == "Tất cả 20"


def test_a_click_in_the_source_leads_to_what_was_understood(review: ImportReview) -> None:
    review.pane.tabs.setCurrentIndex(1)
    view = review.pane.view
    view.setCurrentIndex(view.source.index(12, 2))
    row = review.list.current()
    assert row is not None
    assert view.source.table.rows[12].number == 14
    assert getattr(row, "task").place == "Phụ lục II, dòng 14"  # noqa: B009 - a task, not a finding


def test_alt_down_over_the_source_asks_what_a_column_is(
    review: ImportReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    view = review.pane.view
    monkeypatch.setattr(view.header, "ask", asked.append)
    view.setFocus()
    view.setCurrentIndex(view.source.index(8, 3))
    QTest.keyClick(view, Qt.Key.Key_Down, ALT)
    assert asked == [3]


def test_a_file_without_a_task_cannot_be_applied(
    qtbot: QtBot, window: MainWindow, workbench: Workbench
) -> None:
    table = SourceTable(
        "Bảng 1", (SourceRow(1, ("Họ tên", "Điện thoại")), SourceRow(2, ("A", "1")))
    )
    source = Source("danh_ba.xlsx", "xlsx", "0" * 64, (), (table,))
    held = understood(source, workbench.tools.assemble(source), {}, ())
    review = ImportReview(workbench, source, held, ReviewParts(2025))
    settle(qtbot, review)
    assert not review.apply_button.isEnabled()
    assert review.tasks() == ()
    review.setParent(window)


def test_the_models_keep_qts_rules(review: ImportReview) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    rows, source = ReviewModel(), SourceModel()
    testers = [QAbstractItemModelTester(model, fatal) for model in (rows, source)]
    tasks = reviewed(review.draft(), Choices())
    rows.show_rows(("A. Mục", *tasks, *review.draft().findings), frozenset())
    table = review.pane.view.source.table
    source.show_roles(review.pane.roles())
    source.show_table(1, table, ("STT",), frozenset({3}))
    assert len(testers) == 2
    assert rows.rowCount() == 1 + len(tasks) + len(review.draft().findings)
    assert source.rowCount() == len(table.rows)


def test_a_plan_without_particulars_still_has_a_dialog(qtbot: QtBot, review: ImportReview) -> None:
    dialog = DocumentDialog(review, PlanDocument(), 2025)
    qtbot.addWidget(dialog)
    assert dialog.document() == PlanDocument(year=2025)


def test_a_plan_in_prose_is_reviewed_beside_its_paragraphs(
    qtbot: QtBot, window: MainWindow
) -> None:
    review = review_of(qtbot, window, "ha_tinh_commune.docx")
    assert len(review.tasks()) == 20
    assert review.pane.stack.currentWidget() is review.pane.prose
    review.list.turn_to(Tab.ALL)
    row = review.list.current()
    selected = review.pane.prose.textCursor().selectedText()
    assert selected
    assert selected.split()[0] in getattr(row, "task").content  # noqa: B009 - a task, not a finding


def mark_row(qtbot: QtBot, review: ImportReview, words: str, key: Qt.Key) -> None:
    """Press a key on the row of the source table that begins with these words."""
    view = review.pane.view
    table = view.source.table
    row = next(i for i, r in enumerate(table.rows) if any(c.startswith(words) for c in r.cells))
    view.setCurrentIndex(view.source.index(row, 0))
    QTest.keyClick(view, key)
    settle(qtbot, review)
    assert view.currentIndex().row() == row


def test_a_row_marked_by_a_key_changes_the_whole_preview(
    qtbot: QtBot, review: ImportReview
) -> None:
    review.pane.tabs.setCurrentIndex(1)
    content = next(r for r in review.tasks() if r.key == "3").task.content[:70].splitlines()[0]
    mark_row(qtbot, review, content, Qt.Key.Key_M)
    assert len(review.tasks()) == 48
    assert content in review.draft().plan.appendices[1].groups[0].title

    mark_row(qtbot, review, content, Qt.Key.Key_T)
    assert any(content in r.task.content for r in review.tasks())
    assert review.draft().plan.appendices[1].groups == ()

    mark_row(qtbot, review, content, Qt.Key.Key_Delete)
    assert not any(content in r.task.content for r in review.tasks())

    mark_row(qtbot, review, content, Qt.Key.Key_Backspace)
    assert len(review.tasks()) == 49
    assert review.corrected is False


def test_a_mark_can_be_undone_and_the_menu_names_every_key(
    qtbot: QtBot, review: ImportReview
) -> None:
    review.proposal.mark(1, 8, RowMark.LEFT_OUT)
    settle(qtbot, review)
    assert len(review.tasks()) == 48
    assert review.undo()
    settle(qtbot, review)
    assert len(review.tasks()) == 49
    actions = [action.text() for action in review.pane.view.rows.menu(3).actions()]
    assert actions[:2] == ["Dòng mục\tM", "Nhiệm vụ\tN"]
    assert len(actions) == 5


def test_a_corrected_column_is_remembered_for_the_next_paper_of_the_issuer(
    qtbot: QtBot, window: MainWindow, quang_tri: ImportReview
) -> None:
    place = next(p for p, role in quang_tri.pane.roles().items() if role is ColumnRole.DELIVERABLE)
    quang_tri.proposal.assign(*place, ColumnRole.EXTRA)
    settle(qtbot, quang_tri)
    quang_tri.apply()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    window.workbench.undo_stack.undo()

    again = review_of(qtbot, window, "quang_tri.docx")
    assert again.pane.roles()[place] is ColumnRole.EXTRA
    assert again.corrected is False
    assert again.undo()
    settle(qtbot, again)
    assert again.pane.roles()[place] is ColumnRole.DELIVERABLE


def test_the_offices_own_words_decide_what_is_ours(qtbot: QtBot, window: MainWindow) -> None:
    window.workbench.mappings.use_words(["Sở Tài chính"], ["địa phương"])

    again = review_of(qtbot, window, "dong_thap.xlsx")
    ours = {row.key: row.task.ours for row in again.tasks()}
    assert any("Sở Tài chính" in held.reason for held in ours.values())
    assert not any("địa phương" in held.reason for held in ours.values())


def test_the_source_follows_the_list_row_by_row_where_nothing_is_doubted(
    qtbot: QtBot, review: ImportReview
) -> None:
    """The columns nothing is read from are out of sight: Qt brings no cell of them into sight."""
    review.list.turn_to(Tab.OTHERS)
    view = review.pane.view
    for _press in range(14):
        on_table(review, Qt.Key.Key_X)
        settle(qtbot, review)
        seen = view.visualRect(view.currentIndex())
        assert not view.isColumnHidden(view.currentIndex().column())
        assert view.viewport().rect().contains(seen.center())
