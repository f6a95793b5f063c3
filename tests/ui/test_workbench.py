"""The one undo stack: a step taken back, done again, and refused without lying about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kehoach_desktop.app import build_workbench
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.steps import Steps
from kehoach_desktop.ui.workbench import Workbench


def test_a_step_is_pushed_once_it_is_kept_and_undone_and_redone(workbench: Workbench) -> None:
    done: list[str] = ["làm"]
    workbench.done(
        "Thử", Changes.PLANS, undo=lambda: done.append("trả"), redo=lambda: done.append("làm lại")
    )
    workbench.undo_stack.undo()
    workbench.undo_stack.redo()
    assert done == ["làm", "trả", "làm lại"]


def test_a_step_that_cannot_be_taken_back_says_so_and_leaves_the_stack(
    workbench: Workbench,
) -> None:
    def refuse() -> None:
        raise KehoachError("Kỳ đã khóa.")

    refusals: list[KehoachError] = []
    workbench.refused.connect(refusals.append)
    workbench.done("Thử", Changes.PLANS, undo=refuse, redo=lambda: None)
    workbench.undo_stack.undo()
    assert [refusal.sentence for refusal in refusals] == ["Kỳ đã khóa."]
    assert workbench.undo_stack.count() == 0


def test_no_step_is_taken_once_the_book_is_closing(qtbot: QtBot, tmp_path: Path) -> None:
    workbench = build_workbench(tmp_path / "so.khxa")
    taken: list[str] = []
    steps = Steps(workbench, workbench.closing)
    steps.take(lambda: taken.append("first"), lambda: taken.append("second"))
    qtbot.waitUntil(lambda: taken != [])
    workbench.close()
    assert not steps.waiting()
    steps.add(lambda: taken.append("late"))
    QCoreApplication.processEvents()
    assert taken[:1] == ["first"]
    assert "late" not in taken
