from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.duty_rule import Rhythm
from kehoach_desktop.domain.unit import UnitKind
from kehoach_desktop.domain.working_days import DayOff
from kehoach_desktop.ui.duties.days_off_page import DaysOffPage
from kehoach_desktop.ui.duties.duties_page import DayAsked, DutiesPage
from kehoach_desktop.ui.duties.duty_asked import DutyAsked
from kehoach_desktop.ui.duties.units_page import LastDayAsked, NamesAsked, UnitsPage
from kehoach_desktop.ui.list_model import Heading
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.office.office_page import OfficePage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import BINH_AN, Said, children
from tests.ui.held_plans import hold


@pytest.fixture
def office_page(window: MainWindow) -> OfficePage:
    window.go("office")
    found = window.stack.page("office")
    assert isinstance(found, OfficePage)
    return found


@pytest.fixture
def units(office_page: OfficePage) -> UnitsPage:
    office_page.show_tab("units")
    page = office_page.lists["units"]
    assert isinstance(page, UnitsPage)
    return page


@pytest.fixture
def duties(office_page: OfficePage) -> DutiesPage:
    office_page.show_tab("duties")
    page = office_page.lists["duties"]
    assert isinstance(page, DutiesPage)
    return page


@pytest.fixture
def days_off(office_page: OfficePage) -> DaysOffPage:
    office_page.show_tab("days_off")
    page = office_page.lists["days_off"]
    assert isinstance(page, DaysOffPage)
    return page


def names(workbench: Workbench) -> list[str]:
    return [unit.name for unit in workbench.units.units()]


def test_many_units_are_pasted_at_once_each_of_its_kind_and_undone_as_one_step(
    window: MainWindow, units: UnitsPage, workbench: Workbench
) -> None:
    assert units.pages.currentWidget() is units.empty
    units.empty.button.click()
    (asked,) = children(units, NamesAsked)
    asked.names.setPlainText("Phòng  Kinh tế\nThôn Bình Minh\n\nThôn Tân Lập\nThôn Tân Lập")
    assert asked.agree.text() == "Thêm 3 đơn vị"
    asked.agree.click()
    assert names(workbench) == ["Phòng Kinh tế", "Thôn Bình Minh", "Thôn Tân Lập"]
    kinds = {unit.name: unit.kind for unit in workbench.units.units()}
    assert kinds["Thôn Tân Lập"] is UnitKind.VILLAGE
    headings = [row.title for row in units.model.rows() if isinstance(row, Heading)]
    assert headings == ["Phòng, ban, đơn vị", "Thôn, bản, ấp, tổ dân phố"]
    window.undo()
    assert names(workbench) == []
    window.redo()
    assert len(names(workbench)) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Insert, Qt.Key.Key_Return])
def test_an_empty_list_is_begun_and_filled_by_keys_alone(
    window: MainWindow, units: UnitsPage, workbench: Workbench, qtbot: QtBot, key: Qt.Key
) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    units.empty.button.setFocus()
    QTest.keyClick(units.empty.button, key)
    (asked,) = children(units, NamesAsked)
    asked.names.setPlainText("Công an xã")
    asked.activateWindow()
    qtbot.waitUntil(asked.names.hasFocus)

    QTest.keyClick(asked.names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: names(workbench) == ["Công an xã"])


def test_a_unit_that_is_there_already_lets_none_of_its_list_in(
    units: UnitsPage, workbench: Workbench, said: Said
) -> None:
    for text in ("Công an xã", "Thôn Đông\nCÔNG AN XÃ"):
        units.ask_names()
        asked = children(units, NamesAsked)[-1]
        asked.names.setPlainText(text)
        asked.agree.click()
    assert names(workbench) == ["Công an xã"]
    assert "Đã có đơn vị" in said.words()


def test_a_unit_that_merged_keeps_its_past_and_undo_lets_it_go_on(
    window: MainWindow, units: UnitsPage, workbench: Workbench
) -> None:
    units.ask_names()
    children(units, NamesAsked)[-1].names.setPlainText("Thôn Tây")
    children(units, NamesAsked)[-1].agree.click()
    units.ask_last_day()
    asked = children(units, LastDayAsked)[-1]
    asked.day.setText("30/6/2025")
    asked.day.editingFinished.emit()
    asked.agree.click()
    (unit,) = workbench.units.units()
    assert unit.valid_until == date(2025, 6, 30)
    assert not units.current().stands
    window.undo()
    assert workbench.units.units() == (replace(unit, valid_until=None),)


def test_a_unit_with_tasks_is_not_removed_by_a_key(
    window: MainWindow, units: UnitsPage, workbench: Workbench, said: Said
) -> None:
    hold(workbench, "quang_tri")
    task = next(task for _appendix, task in workbench.planning.plans()[0].tasks())
    workbench.planning.amend(replace(task, assigned_to="Phòng Kinh tế"))
    units.ask_names()
    children(units, NamesAsked)[-1].names.setPlainText("Phòng Kinh tế\nĐoàn xã")
    children(units, NamesAsked)[-1].agree.click()
    units.choose(1)
    assert units.current().tasks == 1
    units.table.setFocus()
    QTest.keyClick(units.table, Qt.Key.Key_Delete)
    assert "đang được giao 1 nhiệm vụ" in said.words()
    assert "ghi ngày cuối" in said.words()
    units.choose(2)
    QTest.keyClick(units.table, Qt.Key.Key_Delete)
    assert names(workbench) == ["Phòng Kinh tế"]
    window.undo()
    assert names(workbench) == ["Phòng Kinh tế", "Đoàn xã"]


def told(page: DutiesPage) -> list[tuple[str, str]]:
    model, shown = page.model, []
    for row in range(model.rowCount()):
        cells = [model.index(row, column).data() for column in (0, 1, 2)]
        shown.append((cells[0], f"{cells[1]}; {cells[2]}" if model.row(row) else ""))
    return shown


def test_the_office_has_its_own_duty_which_changes_with_its_reporting_day(
    duties: DutiesPage, workbench: Workbench
) -> None:
    words = "Báo cáo hằng tháng, trước ngày 20 gửi Sở Khoa học và Công nghệ"
    assert told(duties) == [
        ("Kỳ hạn tới", ""),
        (words, "trước ngày 20/10/2025; còn 2 ngày"),
    ]
    assert not duties.remove_button.isEnabled()
    workbench.offices.keep(replace(BINH_AN, reporting_day=25))
    duties.reload()
    assert told(duties)[1][1] == "trước ngày 25/10/2025; còn 7 ngày"


def test_a_duty_is_asked_for_in_words_and_says_its_next_day_and_its_reminder(
    window: MainWindow, duties: DutiesPage, workbench: Workbench
) -> None:
    duties.ask()
    asked = children(duties, DutyAsked)[-1]
    asked.rhythm.setCurrentIndex(asked.rhythm.findData(Rhythm.WEEKLY))
    asked.hour.setText("8:00")
    assert asked.words.text() == (
        "Hằng tuần, thứ sáu, trước 08:00. Kỳ hạn tới 17/10/2025, nhắc ngày 16/10/2025."
    )
    asked.rhythm.setCurrentIndex(asked.rhythm.findData(Rhythm.MONTHLY))
    asked.hour.clear()
    asked.day.setValue(22)
    asked.steps.setPlainText("dự thảo=17\ntrình ký=19")
    asked.source.setCurrentText("Kế hoạch 158/KH-UBND")
    asked.agree.click()
    (kept,) = workbench.duties.duties()
    assert (kept.rule.key, kept.source) == ("monthly before 22", "Kế hoạch 158/KH-UBND")
    assert [(step.name, step.days_before) for step in kept.steps] == [
        ("dự thảo", 5),
        ("trình ký", 3),
    ]
    window.undo()
    assert kept not in workbench.duties.duties()
    window.redo()
    assert workbench.duties.duties() == (kept,)


def test_steps_that_come_after_the_day_are_said_to_be_wrong_and_nothing_is_kept(
    duties: DutiesPage, workbench: Workbench
) -> None:
    before = workbench.duties.duties()
    duties.ask()
    asked = children(duties, DutyAsked)[-1]
    asked.steps.setPlainText("trình ký=29")
    asked.agree.click()
    assert "Không hiểu bước" in asked.wrong.text()
    assert workbench.duties.duties() == before
    asked.reject()


def test_what_fell_due_while_the_pc_was_off_is_listed_once_until_it_is_marked(
    window: MainWindow, duties: DutiesPage, workbench: Workbench
) -> None:
    duties.ask()
    asked = children(duties, DutyAsked)[-1]
    asked.day.setValue(15)
    asked.agree.click()
    (kept,) = workbench.duties.duties()
    workbench.duties.amend(replace(kept, added_on=date(2025, 8, 1)))
    duties.reload()
    owed = next(row for row in duties.model.rows() if isinstance(row, Heading))
    assert (owed.title, owed.note) == ("Đã đến hạn, chưa đánh dấu đã gửi", "3")
    assert told(duties)[1][1] == "trước ngày 15/08/2025; chậm 63 ngày"
    duties.table.setFocus()
    duties.choose(1)
    QTest.keyClick(duties.table, Qt.Key.Key_Space)
    (day,) = children(duties, DayAsked)
    day.day.setText("14/8/2025")
    day.day.editingFinished.emit()
    day.agree.click()
    assert workbench.duties.marks(kept.id) == {"2025-08": date(2025, 8, 14)}
    assert told(duties)[0] == ("Đã đến hạn, chưa đánh dấu đã gửi", "")
    assert told(duties)[1][1] == "trước ngày 15/09/2025; chậm 32 ngày"
    window.undo()
    assert workbench.duties.marks(kept.id) == {}


def test_a_removed_duty_comes_back_with_what_was_marked_of_it(
    window: MainWindow, duties: DutiesPage, workbench: Workbench
) -> None:
    duties.ask()
    children(duties, DutyAsked)[-1].agree.click()
    (kept,) = workbench.duties.duties()
    workbench.duties.mark_done(kept.id, "2025-10")
    duties.reload()
    duties.table.setFocus()
    QTest.keyClick(duties.table, Qt.Key.Key_Delete)
    assert kept not in workbench.duties.duties()
    window.undo()
    assert workbench.duties.marks(kept.id) == {"2025-10": date(2025, 10, 17)}


def test_a_day_set_by_hand_moves_the_reminder_and_goes_back_to_the_calendar(
    window: MainWindow, days_off: DaysOffPage, workbench: Workbench
) -> None:
    shown = [days_off.model.index(n, 0).data() for n in range(days_off.model.rowCount())]
    assert "Thứ Ba, ngày 02/09/2025" in shown
    days_off.set_day(DayOff(date(2025, 10, 20), reason="Nghỉ bão"))
    assert not workbench.duties.calendar().is_working(date(2025, 10, 20))
    number = next(n for n, row in enumerate(days_off.model.rows()) if row.by_hand)
    days_off.choose(number)
    days_off.table.setFocus()
    QTest.keyClick(days_off.table, Qt.Key.Key_Delete)
    assert workbench.duties.calendar().is_working(date(2025, 10, 20))
    window.undo()
    assert not workbench.duties.calendar().is_working(date(2025, 10, 20))
    window.undo()
    window.undo()
    assert workbench.duties.days_off() == ()


def test_every_dialog_names_its_fields(duties: DutiesPage, units: UnitsPage) -> None:
    duties.ask()
    units.ask_names()
    for dialog in (*children(duties, QDialog), *children(units, QDialog)):
        fields = [*children(dialog, QLineEdit), *children(dialog, QPlainTextEdit)]
        outer = [field for field in fields if not isinstance(field.parent(), (QSpinBox, QComboBox))]
        assert outer
        assert all(field.accessibleName() for field in outer)
        dialog.close()
