"""The province issues its plan again: dropped, looked at, put in the place of the first."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_list import Tab
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field
from kehoach_desktop.ui.workbench import Workbench
from tests.journeys.test_the_month_in_the_window import (
    OCTOBER,
    boxes,
    desk,
    drop,
    sheet,
    take_in,
    window,
)
from tests.ui.keyboard import ALT, CTRL, Key, press

__all__ = ["boxes", "desk", "window"]


def ordinal_of(desk: Workbench, task: TaskId) -> str:
    tasks = (t for plan in desk.planning.plans() for _appendix, t in plan.tasks())
    return next(t.ordinal for t in tasks if t.id == task)


def answer_one(window: MainWindow, desk: Workbench) -> TaskId:
    """Write in the sheet of October what was done for the eighth task of the second appendix."""
    (plan,) = desk.planning.plans()
    task = next(t.id for t in plan.appendices[1].tasks if t.ordinal == "8")
    desk.reporting.open(OCTOBER)
    press((Key.Key_3, ALT))
    page = sheet(window)
    page.show_task(task)
    page.table.go_to(page.model.number_of(task), FIELDS.index(Field.STATUS))
    press("d", Key.Key_Tab, "40", Key.Key_Tab, "Đã số hóa 02 kho", Key.Key_Return)
    return task


def test_answers_stay_on_their_task_when_the_plan_is_issued_again(
    qtbot: QtBot, window: MainWindow, desk: Workbench
) -> None:
    take_in(qtbot, window, "dong_thap.xlsx")
    task = answer_one(window, desk)
    said = desk.reporting.entry(task, OCTOBER)
    assert (said.status, said.percent, said.result) == (
        TaskStatus.IN_PROGRESS,
        40,
        "Đã số hóa 02 kho",
    )

    drop(window, "dong_thap_v2.xlsx")
    qtbot.waitUntil(lambda: window.stack.key() == "review", timeout=30_000)
    review = window.stack.page("review")
    assert isinstance(review, ImportReview)
    qtbot.waitUntil(review.apply_button.isEnabled)
    assert "2 nhiệm vụ mới, 1 không còn, 7 có sửa" in review.band.words()
    review.list.turn_to(Tab.VERSION)
    press((Key.Key_Return, CTRL))
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")

    assert ordinal_of(desk, task) == "9"
    assert desk.reporting.entry(task, OCTOBER) == said
    press((Key.Key_Z, CTRL))
    assert ordinal_of(desk, task) == "8"
    assert desk.reporting.entry(task, OCTOBER) == said
    press((Key.Key_Y, CTRL))
    assert ordinal_of(desk, task) == "9"
