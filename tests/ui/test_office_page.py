from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.office import SigningCapacity
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.office.office_page import OfficePage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import BINH_AN, Said, children
from tests.ui.held_plans import hold
from tests.ui.keyboard import press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> OfficePage:
    window.go("office")
    found = window.stack.page("office")
    assert isinstance(found, OfficePage)
    return found


def test_a_field_is_kept_as_soon_as_it_is_left_and_undo_brings_the_old_words_back(
    window: MainWindow, page: OfficePage, workbench: Workbench
) -> None:
    signer = page.form.texts["signer"]
    signer.setFocus()
    signer.selectAll()
    press("Hoàng Thị Mẫu")
    QTest.keyClick(signer, Qt.Key.Key_Tab)
    office = workbench.offices.office()
    assert office is not None
    assert office.signer == "Hoàng Thị Mẫu"
    assert workbench.undo_stack.undoText() == "Sửa thông tin cơ quan"
    window.undo()
    assert workbench.offices.office() == BINH_AN
    assert signer.text() == "Lê Văn Mẫu"


def test_leaving_a_field_untouched_keeps_nothing(page: OfficePage, workbench: Workbench) -> None:
    page.form.texts["province"].setFocus()
    QTest.keyClick(page.form.texts["province"], Qt.Key.Key_Tab)
    assert workbench.undo_stack.count() == 0


def test_the_capacity_of_the_signer_is_kept_and_seen_on_the_paper(
    page: OfficePage, workbench: Workbench
) -> None:
    box = page.form.capacity
    box.setCurrentIndex(box.findData(SigningCapacity.CHIEF_OF_OFFICE))
    box.activated.emit(box.currentIndex())
    office = workbench.offices.office()
    assert office is not None
    assert office.capacity is SigningCapacity.CHIEF_OF_OFFICE
    assert {"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"} <= set(page.preview.lines())


def test_recipients_are_one_to_a_line_without_dashes_and_stops(
    page: OfficePage, workbench: Workbench
) -> None:
    page.form.recipients.setPlainText("- Sở Nội vụ;\n\n  Các phòng  chuyên môn .")
    page.form.recipients.left.emit()
    office = workbench.offices.office()
    assert office is not None
    assert office.recipients == ("Sở Nội vụ", "Các phòng chuyên môn")


def test_a_plan_is_given_up_and_taken_back_as_one_step(
    qtbot: QtBot, window: MainWindow, page: OfficePage, workbench: Workbench, said: Said
) -> None:
    hold(workbench)
    page.reload()
    held = workbench.planning.plans()
    button = next(b for b in children(page, QPushButton) if b.text() == "Bỏ kế hoạch…")
    said.answer = False
    button.click()
    assert workbench.planning.plans() == held
    said.answer = True
    button.click()
    assert len(workbench.planning.plans()) == len(held) - 1
    window.undo()
    assert {plan.id for plan in workbench.planning.plans()} == {plan.id for plan in held}


def test_every_field_says_its_name_to_a_screen_reader(page: OfficePage) -> None:
    form = page.form
    fields = (form.kind, form.capacity, form.recipients, form.reporting_day, *form.texts.values())
    assert all(field.accessibleName() for field in fields)
