"""The reports a plan asks for stand in its review, and those that are ticked come along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_duties import ReviewedDuty
from kehoach_desktop.ui.plans.import_list import Tab
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import review_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow) -> ImportReview:
    made = review_of(qtbot, window, "ha_tinh_commune.docx")
    made.list.turn_to(Tab.REPORTING)
    return made


def rules(review: ImportReview, *, kept: bool) -> list[str]:
    duties = (row for row in review.proposal.duties if row.kept is kept)
    return [row.duty.rule.key if row.duty.rule else "" for row in duties]


def shown(review: ImportReview, row: int, column: int, role: int = 0) -> str:
    return str(review.list.model.index(row, column).data(role))


def test_every_report_stands_with_its_words_its_rule_and_its_place(review: ImportReview) -> None:
    assert review.list.tabs.tabText(Tab.REPORTING) == "Báo cáo 6"
    assert shown(review, 0, 0) == "III.3"
    assert shown(review, 0, 1).startswith("Báo cáo kết quả thực hiện các nhiệm vụ về UBND xã")
    assert shown(review, 0, 2) == "hằng tuần, thứ sáu, trước 08:00"
    assert shown(review, 0, 2, Role.SECOND) == "“trước 8h00 thứ 6 hàng tuần”"
    assert review.list.model.headerData(3, Qt.Orientation.Horizontal) == "Ghi vào sổ"
    review.list.step(1)
    assert "Các phòng, ban, ngành, đơn vị" in review.editor.clause.text()
    assert review.editor.title.text() == "Chế độ báo cáo: hằng tháng, trước ngày 15"
    assert review.editor.way.text().startswith("Mục III.3: Các phòng, ban")


def test_what_contradicts_itself_or_has_no_day_is_not_proposed(review: ImportReview) -> None:
    assert rules(review, kept=True) == [
        "weekly fri 08:00",
        "monthly before 15",
        "monthly before 20",
    ]
    assert rules(review, kept=False) == ["ad_hoc before 2025-12-20", "", "ad_hoc before 2025-12-15"]
    assert "chỗ khác ghi: đột xuất, trước ngày 15/12/2025" in shown(review, 3, 1, Role.SECOND)
    review.list.look_at(" ".join(review.proposal.duties[4].key))
    review.toggle_ours()
    assert rules(review, kept=False)[1] == ""
    assert not review.editor.tick.isEnabled()


def test_a_key_or_a_click_on_the_box_ticks_a_report_and_undo_takes_it_back(
    review: ImportReview,
) -> None:
    table = review.list.table
    QTest.keyClick(table, Qt.Key.Key_X)
    assert "weekly fri 08:00" in rules(review, kept=False)
    assert review.corrected
    box = table.visualRect(review.list.model.index(5, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert "ad_hoc before 2025-12-15" in rules(review, kept=True)
    assert isinstance(review.list.current(), ReviewedDuty)
    assert review.editor.tick.isChecked()
    assert "Kèm 3 kỳ báo cáo." in review.foot.words.text()
    assert review.undo()
    assert review.undo()
    assert not review.corrected


def test_the_ticked_ones_are_kept_with_the_plan_and_one_undo_takes_all_back(
    qtbot: QtBot, window: MainWindow, review: ImportReview, workbench: Workbench
) -> None:
    QTest.keyClick(review.list.table, Qt.Key.Key_X)
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    (plan,) = workbench.planning.plans()
    held = [duty for duty in workbench.duties.duties() if duty.plan == plan.id]
    assert [duty.rule.key for duty in held] == ["monthly before 15", "monthly before 20"]
    assert {duty.source for duty in held} == {plan.short_name}
    workbench.duties.mark_done(held[1].id, "2025-10", on=workbench.reporting.today())
    before = workbench.duties.duties()

    window.undo()
    assert workbench.planning.plans() == ()
    assert not [duty for duty in workbench.duties.duties() if duty.plan]
    window.redo()
    assert workbench.planning.plans() == (plan,)
    assert workbench.duties.duties() == before
    assert [*workbench.duties.marks(held[1].id)] == ["2025-10"]


def test_a_duty_that_is_held_already_is_not_kept_twice(
    qtbot: QtBot, window: MainWindow, review: ImportReview, workbench: Workbench
) -> None:
    review.apply()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    once = workbench.duties.duties()
    assert DutyRule.parse("weekly fri 08:00") in {duty.rule for duty in once}
    window.undo()
    window.redo()
    assert workbench.duties.duties() == once


def test_a_plan_without_such_clauses_has_no_such_tab(qtbot: QtBot, window: MainWindow) -> None:
    review = review_of(qtbot, window, "dong_thap.xlsx")
    assert not review.list.tabs.isTabVisible(Tab.REPORTING)
    assert not review.list.tabs.isTabVisible(Tab.INDICATORS)
