from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.office import OfficeKind, SigningCapacity
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.team_book import TeamBook
from kehoach_desktop.ui.first_run import FirstRun
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.conftest import BINH_AN, Said, children, shown
from tests.ui.keyboard import press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def begun(qtbot: QtBot, workbench: Workbench) -> MainWindow:
    return shown(qtbot, workbench)


@pytest.fixture
def welcome(begun: MainWindow) -> FirstRun:
    page = begun.stack.page("first_run")
    assert isinstance(page, FirstRun)
    return page


def test_a_name_and_one_key_open_the_book(
    qtbot: QtBot, begun: MainWindow, welcome: FirstRun, workbench: Workbench
) -> None:
    name = welcome.form.texts["name"]
    name.setFocus()
    press("Bình An")
    QTest.keyClick(name, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: begun.stack.key() == "overview")
    office = workbench.offices.office()
    assert office is not None
    assert (office.name, office.kind, office.reporting_day) == ("Bình An", OfficeKind.COMMUNE, 20)
    assert office.recipients == ("TTr. Đảng ủy, TTr. HĐND xã (để b/c)", "Chủ tịch, các PCT UBND xã")
    assert begun.navigation.isEnabled()
    assert begun.windowTitle().startswith("UBND xã Bình An")


def test_the_paper_shows_what_is_typed(welcome: FirstRun) -> None:
    form = welcome.form
    form.kind.setCurrentIndex(form.kind.findData(OfficeKind.WARD))
    form.kind.activated.emit(1)
    form.capacity.setCurrentIndex(form.capacity.findData(SigningCapacity.DEPUTY))
    form.texts["name"].setFocus()
    press("Đông Hà")
    form.texts["signer"].setFocus()
    press("Trần Văn Mẫu")
    lines = welcome.preview.lines()
    assert lines[:2] == ("ỦY BAN NHÂN DÂN", "PHƯỜNG ĐÔNG HÀ")
    assert "Đông Hà, ngày … tháng … năm …" in lines
    assert "- Chủ tịch, các PCT UBND phường;" in lines
    assert lines[-4:] == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu")
    form.kind.setCurrentIndex(form.kind.findData(OfficeKind.SPECIAL_ZONE))
    form.kind.activated.emit(2)
    assert "- TTr. Đảng ủy, TTr. HĐND đặc khu (để b/c);" in welcome.preview.lines()
    form.texts["name"].selectAll()
    form.texts["name"].setFocus()
    press("Cồn Cỏ")
    assert "- TTr. Đảng ủy đặc khu (để b/c);" in welcome.preview.lines()


def test_without_a_name_it_stays_and_says_what_is_missing(
    begun: MainWindow, welcome: FirstRun, workbench: Workbench
) -> None:
    welcome.begin_button.click()
    assert welcome.missing.text() == "Còn thiếu tên xã."
    assert welcome.form.texts["name"].hasFocus()
    assert (begun.stack.key(), workbench.offices.office()) == ("first_run", None)


def test_the_sample_commune_fills_the_book_and_one_click_removes_it(
    qtbot: QtBot, begun: MainWindow, welcome: FirstRun, workbench: Workbench, said: Said
) -> None:
    welcome.ways.button(1).click()
    welcome.sample_button.click()
    qtbot.waitUntil(lambda: begun.stack.key() == "overview", timeout=30_000)
    assert len(workbench.planning.plans()) == 2
    assert "Suối Mây" in begun.windowTitle()
    october = ReportingPeriod.parse("2025-10")
    assert [len(state.seats) for state in workbench.rosters.states()] == [3, 3, 4]
    assert len(workbench.activities.between(date.min, date.max)) == 12
    assert any(figure.value for figure in workbench.indicators.book(october).figures.values())
    begun.leave_sample()
    assert "xã mẫu" in said.words()
    assert workbench.planning.plans() == ()
    assert workbench.units.units() == ()
    assert workbench.rosters.states() == ()
    assert workbench.activities.between(date.min, date.max) == ()
    assert workbench.indicators.book(october).figures == {}
    assert workbench.rosters.book() == TeamBook()
    assert begun.stack.key() == "first_run"


def test_a_backup_of_an_earlier_book_can_be_taken_up(
    qtbot: QtBot, begun: MainWindow, welcome: FirstRun, workbench: Workbench, tmp_path: Path
) -> None:
    workbench.offices.keep(BINH_AN)
    earlier = tmp_path / "cu.khxa"
    earlier.write_bytes(workbench.safekeeping.back_up().read_bytes())
    workbench.offices.keep(BINH_AN.__class__())
    welcome.restore(earlier)
    qtbot.waitUntil(lambda: begun.stack.key() == "overview")
    assert workbench.offices.office() == BINH_AN


def test_a_file_that_is_no_backup_is_a_sentence(
    begun: MainWindow, welcome: FirstRun, said: Said, tmp_path: Path
) -> None:
    other = tmp_path / "khac.khxa"
    other.write_bytes(b"not a store")
    welcome.restore(other)
    assert len(said.boxes) == 1
    assert begun.stack.key() == "first_run"


def test_the_arrows_go_from_one_way_to_the_next(welcome: FirstRun) -> None:
    ways = welcome.ways.buttons()
    ways[0].setFocus()
    for step, key in ((1, Qt.Key.Key_Right), (2, Qt.Key.Key_Right), (1, Qt.Key.Key_Left)):
        holder = welcome.focusWidget()
        assert holder is not None
        QTest.keyClick(holder, key)
        assert ways[step].isChecked()
        assert ways[step].hasFocus()


@pytest.mark.parametrize(("width", "beside"), [(900, False), (1240, True)])
def test_the_paper_stands_beside_the_form_only_where_both_have_room(
    qtbot: QtBot, welcome: FirstRun, width: int, beside: bool
) -> None:
    welcome.window().resize(width, 700)
    (scroll,) = children(welcome, QScrollArea)
    qtbot.waitUntil(lambda: scroll.horizontalScrollBar().maximum() == 0)
    assert welcome.printed.isVisible() is beside
