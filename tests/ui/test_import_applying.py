"""A plan is kept behind the window, which answers meanwhile and lets go of nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_foot import untouched
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import Said, review_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow) -> ImportReview:
    return review_of(qtbot, window, "dong_thap.xlsx")


def test_while_a_plan_is_kept_the_review_says_so_and_takes_no_second_apply(
    qtbot: QtBot, window: MainWindow, review: ImportReview, workbench: Workbench
) -> None:
    review.apply()
    assert review.working()
    assert not review.apply_button.isEnabled()
    assert "Đang sao lưu sổ" in review.foot.words.text()
    review.apply()
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert not review.undo()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")
    assert len(workbench.planning.plans()) == 1
    assert workbench.undo_stack.count() == 1
    window.undo()
    assert workbench.planning.plans() == ()
    window.redo()
    assert len(workbench.planning.plans()) == 1


def test_a_window_closed_meanwhile_keeps_the_plan_first(
    window: MainWindow, review: ImportReview, workbench: Workbench, said: Said
) -> None:
    review.toggle_ours()
    review.apply()
    assert workbench.planning.plans() == ()
    assert window.close()
    assert [plan.source_name for plan in workbench.planning.plans()] == ["dong_thap.xlsx"]
    assert workbench.safekeeping.last() is not None
    assert said.boxes == []


def test_a_backup_that_fails_is_said_and_nothing_is_kept(
    qtbot: QtBot, window: MainWindow, review: ImportReview, said: Said, tmp_path: Path
) -> None:
    workbench = window.workbench
    (tmp_path / "sao-luu").write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    review.apply()
    qtbot.waitUntil(lambda: not review.working())
    assert "sao lưu" in said.words().lower()
    assert workbench.planning.plans() == ()
    assert workbench.undo_stack.count() == 0
    assert window.stack.key() == "review"
    assert review.apply_button.isEnabled()
    assert review.foot.words.text() == untouched()
    (tmp_path / "sao-luu").unlink()
    review.apply()
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")


def test_who_looks_elsewhere_meanwhile_is_left_there(
    qtbot: QtBot, window: MainWindow, review: ImportReview, workbench: Workbench
) -> None:
    review.apply()
    window.go("backup")
    qtbot.waitUntil(lambda: window.stack.page("review") is None)
    assert window.stack.key() == "backup"
    assert len(workbench.planning.plans()) == 1


def test_a_column_given_another_role_leaves_the_list_in_sight_until_it_was_read(
    qtbot: QtBot, review: ImportReview
) -> None:
    place, role = next(iter(review.pane.roles().items()))
    before = review.tasks()
    review.proposal.assign(*place, role.IGNORED)
    assert review.working()
    assert review.tasks() == before
    assert not review.apply_button.isEnabled()
    qtbot.waitUntil(lambda: not review.working())
    assert review.pane.roles()[place] is role.IGNORED
    assert review.apply_button.isEnabled()


def test_of_two_columns_in_a_row_the_last_word_stands(qtbot: QtBot, review: ImportReview) -> None:
    first, second = list(review.pane.roles().items())[1:3]
    review.proposal.assign(*first[0], first[1].EXTRA)
    review.proposal.assign(*second[0], second[1].EXTRA)
    qtbot.waitUntil(lambda: not review.working())
    roles = review.pane.roles()
    assert roles[first[0]] is roles[second[0]] is first[1].EXTRA
