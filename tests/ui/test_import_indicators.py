"""The indicators a plan sets stand in its review, and those that are ticked come along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.indicator_book import FigureKey
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.plans.import_indicators import ReviewedIndicator
from kehoach_desktop.ui.plans.import_list import Tab
from kehoach_desktop.ui.plans.import_review import ImportReview
from kehoach_desktop.ui.table_cells import Role
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import review_of

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Số hộ có cáp quang"


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow) -> ImportReview:
    made = review_of(qtbot, window, "other_provinces/chi_tieu_nam.xlsx")
    made.list.turn_to(Tab.INDICATORS)
    return made


def names(workbench: Workbench) -> list[str]:
    return [indicator.name for indicator in workbench.indicators.all()]


def test_none_is_ticked_and_a_share_cannot_be(review: ImportReview) -> None:
    assert [row.kept for row in review.proposal.indicators] == [False, False]
    row = review.list.current()
    assert isinstance(row, ReviewedIndicator)
    assert review.list.model.index(0, 3).data(Role.SECOND) == "tỷ lệ, không cộng được"
    QTest.keyClick(review.list.table, Qt.Key.Key_X)
    assert not review.corrected


def test_a_ticked_one_is_kept_with_unit_and_target_and_one_undo_takes_all_back(
    qtbot: QtBot, window: MainWindow, review: ImportReview, workbench: Workbench
) -> None:
    before = names(workbench)
    review.list.step(1)
    QTest.keyClick(review.list.table, Qt.Key.Key_X)
    assert "Kèm 1 chỉ tiêu." in review.foot.words.text()
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.stack.key() == "matrix")

    kept = workbench.indicators.named(NAME)
    target = FigureKey(kept.id, COMMUNE, "2026")
    assert (kept.measure, kept.by_village) == ("hộ", False)
    assert workbench.indicators.target(target) == 1200
    window.undo()
    assert workbench.planning.plans() == ()
    assert (names(workbench), workbench.indicators.target(target)) == (before, None)
    window.redo()
    assert names(workbench) == [*before, NAME]
    assert workbench.indicators.target(target) == 1200
