"""A plan that is held already comes again: the review says so, and puts it where it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Task
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_list import Tab
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import Said, children, review_of

OCTOBER = ReportingPeriod.parse("2025-10")
CTRL = Qt.KeyboardModifier.ControlModifier


def task_of(workbench: Workbench, appendix: str, ordinal: str) -> Task:
    tasks = (place for plan in workbench.planning.plans() for place in plan.tasks())
    return next(t for a, t in tasks if (a.label, t.ordinal) == (appendix, ordinal))


@pytest.fixture
def answered(qtbot: QtBot, window: MainWindow, workbench: Workbench) -> ProgressEntry:
    """The first version is held, one of its tasks handed out and answered."""
    review_of(qtbot, window, "dong_thap.xlsx").apply()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    task = task_of(workbench, "Phụ lục II", "8")
    workbench.planning.amend(replace(task, assigned_to="Văn phòng"))
    entry = ProgressEntry(task.id, "2025-10", TaskStatus.IN_PROGRESS, None, 40, "Đã làm 02 việc")
    workbench.reporting.record(entry)
    return entry


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow, answered: ProgressEntry) -> ImportReview:
    assert answered.percent == 40
    return review_of(qtbot, window, "dong_thap_v2.xlsx")


def cells(review: ImportReview, column: int) -> list[str]:
    model = review.list.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_band_says_what_differs_and_leads_to_it(review: ImportReview) -> None:
    assert "(tệp dong_thap.xlsx): 2 nhiệm vụ mới, 1 không còn, 7 có sửa" in review.band.words()
    (button,) = (part for part in children(review.band, QPushButton) if part.isVisible())
    button.click()
    assert review.list.tabs.currentIndex() == Tab.VERSION
    assert review.list.tabs.tabText(Tab.VERSION) == "So với bản đã có 10"
    assert cells(review, 0)[:4] == ["Có sửa", "II.1 → II.2.1", "4", "5"]
    assert cells(review, 0)[-2:] == ["Không còn", "21"]
    assert cells(review, 2)[2] == "Thời hạn: “30/06/2025” → “30/09/2025”"
    assert cells(review, 3)[-1] == "không còn"
    review.list.step(1)
    assert "“30/06/2025” → “30/09/2025”" in review.editor.doubt.text()


def test_in_the_place_of_the_other_everything_stays_on_its_task_and_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, review: ImportReview, answered: ProgressEntry
) -> None:
    workbench = window.workbench
    before = workbench.planning.plans()
    assert review.apply_button.text() == "Thay bản đã có bằng 50 nhiệm vụ"
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    (plan,) = workbench.planning.plans()
    moved = task_of(workbench, "Phụ lục II", "9")
    assert (moved.id, moved.assigned_to) == (answered.task, "Văn phòng")
    assert workbench.reporting.entry(moved.id, OCTOBER) == answered
    assert plan.appendices[-1].title == "Không còn trong bản mới của kế hoạch"

    window.undo()
    assert workbench.planning.plans() == before
    assert workbench.reporting.entry(answered.task, OCTOBER) == answered
    window.redo()
    assert workbench.planning.plans() == (plan,)
    assert workbench.reporting.entry(answered.task, OCTOBER) == answered


def test_beside_the_other_it_is_one_plan_more_and_one_undo_takes_it_away(
    qtbot: QtBot, window: MainWindow, review: ImportReview
) -> None:
    workbench = window.workbench
    before = workbench.planning.plans()
    assert review.foot.beside.isVisible()
    review.foot.beside.click()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    assert len(workbench.planning.plans()) == 2
    window.undo()
    assert workbench.planning.plans() == before


@pytest.mark.usefixtures("answered")
def test_the_same_plan_in_another_kind_of_file_is_named_so(
    qtbot: QtBot, window: MainWindow, said: Said
) -> None:
    other = review_of(qtbot, window, "dong_thap.ods")
    assert "các nhiệm vụ không khác gì" in other.band.words()
    assert not other.list.tabs.isTabVisible(Tab.VERSION)
    other.drop()
    qtbot.waitUntil(lambda: window.stack.key() == "overview")
    again = review_of(qtbot, window, "dong_thap.xlsx")
    assert again.band.words() == "Tệp này đã nhập rồi (dong_thap.xlsx)."
    again.apply()
    assert "đã nhập rồi" in said.words()


def test_a_plan_of_its_own_has_neither_band_nor_second_button(
    qtbot: QtBot, window: MainWindow
) -> None:
    review = review_of(qtbot, window, "quang_tri.docx")
    assert review.band.words() == ""
    assert not review.foot.beside.isVisible()
