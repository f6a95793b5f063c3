"""The one undo stack: a step taken back, done again, and refused without lying about it."""

from __future__ import annotations

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.services.changes import Changes
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
