from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.reviewing import Concern, ReviewItem
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.progress.period_page import PeriodPage
from kehoach_desktop.ui.reviewing.return_asked import ReturnAsked
from kehoach_desktop.ui.reviewing.review_page import ReviewPage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import children
from tests.ui.held_plans import hold

SEPTEMBER, OCTOBER = ReportingPeriod.parse("2025-09"), ReportingPeriod.parse("2025-10")


@pytest.fixture
def ours(workbench: Workbench) -> tuple[TaskId, ...]:
    """The commune's tasks: one copied, one falling, one done without a paper, the rest empty."""
    hold(workbench, "quang_tri")
    tasks = [task for _a, task in workbench.planning.plans()[0].tasks() if task.ours.yes]
    workbench.planning.amend(replace(tasks[0], assigned_to="Phòng Văn hóa - Xã hội"))
    same = "Đã mở 02 lớp với 87 người tham gia"
    doing = TaskStatus.IN_PROGRESS
    for period in (SEPTEMBER, OCTOBER):
        copied = ProgressEntry(tasks[0].id, period.key, doing, result=same, obstacle="Thiếu máy")
        workbench.reporting.record(copied)
    for period, share in ((SEPTEMBER, 80), (OCTOBER, 60)):
        fallen = ProgressEntry(tasks[1].id, period.key, doing, percent=share, obstacle="Không")
        workbench.reporting.record(fallen)
    for task in tasks[2:-1]:
        answered = ProgressEntry(task.id, OCTOBER.key, TaskStatus.ONGOING, obstacle="Không")
        workbench.reporting.record(answered)
    return tuple(task.id for task in tasks)


@pytest.fixture
def period_page(window: MainWindow, ours: tuple[TaskId, ...]) -> PeriodPage:
    assert ours
    window.go("period")
    page = window.stack.page("period")
    assert isinstance(page, PeriodPage)
    page.show_period(OCTOBER.key)
    return page


@pytest.fixture
def page(period_page: PeriodPage) -> ReviewPage:
    return period_page.tabs.review()


def queue(page: ReviewPage) -> list[Concern]:
    return [row.concern for row in page.model.rows() if isinstance(row, ReviewItem)]


def test_one_queue_holds_everything_and_the_tab_says_how_much(
    qtbot: QtBot, period_page: PeriodPage, page: ReviewPage
) -> None:
    assert queue(page) == [Concern.UNANSWERED, Concern.COPIED, Concern.FALLING]
    qtbot.waitUntil(lambda: period_page.tabs.bar.tabText(2) == "Rà soát 3")
    assert page.foot.words.text() == "Còn 3 chỗ cần xem"


def test_both_months_stand_side_by_side_for_what_is_looked_at(page: ReviewPage) -> None:
    page.step(1)
    assert page.answer.sentence.text() == "Kết quả giống hệt lời kỳ trước, từng chữ."
    assert page.answer.before.text() == page.answer.now.text()
    assert "Đã mở 02 lớp" in page.answer.now.text()


def test_enter_lets_a_thing_stand_goes_on_and_undo_brings_it_back(
    window: MainWindow, page: ReviewPage, workbench: Workbench
) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F8)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert queue(page) == [Concern.UNANSWERED, Concern.FALLING]
    assert page.current() is not None
    assert page.current().concern is Concern.FALLING  # type: ignore[union-attr]  # just said
    window.undo()
    assert queue(page) == [Concern.UNANSWERED, Concern.COPIED, Concern.FALLING]
    window.redo()
    assert queue(page) == [Concern.UNANSWERED, Concern.FALLING]


def test_a_changed_answer_is_looked_at_again(
    page: ReviewPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    page.step(-1)
    page.accept()
    assert Concern.FALLING not in queue(page)
    entry = workbench.reporting.entry(ours[1], OCTOBER)
    workbench.reporting.record(replace(entry, percent=50))
    workbench.tell(Changes.PROGRESS)
    assert Concern.FALLING in queue(page)


def test_what_has_no_answer_leads_to_its_row_in_the_sheet(
    period_page: PeriodPage, page: ReviewPage, ours: tuple[TaskId, ...]
) -> None:
    assert page.agree.text() == "Ghi câu trả lời"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert period_page.tabs.key() == "sheet"
    row = period_page.model.task_row(period_page.table.currentIndex().row())
    assert row is not None
    assert row.id == ours[-1]


def test_an_answer_goes_back_with_words_and_a_form_of_that_row_only(
    qtbot: QtBot, page: ReviewPage, workbench: Workbench, tmp_path: Path
) -> None:
    assert not page.back.isEnabled(), "nobody has the unanswered task"
    page.step(1)
    page.back.click()
    (asked,) = children(page, ReturnAsked)
    asked.reason.setPlainText("Số người tham gia tháng 10 là bao nhiêu?")
    assert "Lý do: Số người tham gia tháng 10 là bao nhiêu?" in asked.message.toPlainText()
    asked.copy_words()
    assert QApplication.clipboard().text().startswith("Kính gửi Phòng Văn hóa - Xã hội,")
    asked.reject()
    item = page.current()
    assert item is not None
    page.write_form(item, "Phòng Văn hóa - Xã hội", tmp_path)
    qtbot.waitUntil(lambda: bool(workbench.collecting.units(OCTOBER)))
    (unit,) = workbench.collecting.units(OCTOBER)
    assert unit.sent is not None
    assert unit.sent.tasks == (item.row.task.id,)
    assert len([*tmp_path.glob("Phiếu*.txt"), *tmp_path.glob("Phiếu*.xlsx")]) == 2
    assert "xem lại" in unit.sent.file


def test_one_kind_of_concern_can_be_looked_at_alone(page: ReviewPage) -> None:
    page.choice.setCurrentIndex(page.choice.findData(Concern.FALLING.value))
    page.choice.activated.emit(page.choice.currentIndex())
    assert queue(page) == [Concern.FALLING]
    page.accept()
    assert queue(page) == [Concern.UNANSWERED, Concern.COPIED]


def test_an_empty_queue_leads_to_the_report(
    window: MainWindow, page: ReviewPage, workbench: Workbench, ours: tuple[TaskId, ...]
) -> None:
    last = ProgressEntry(ours[-1], OCTOBER.key, TaskStatus.ONGOING, obstacle="Không")
    workbench.reporting.record(last)
    workbench.tell(Changes.PROGRESS)
    page.accept()
    page.accept()
    assert page.pages.currentWidget() is page.nothing
    page.nothing.button.click()
    assert window.stack.key() == "report"
