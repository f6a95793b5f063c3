"""Tổ công nghệ số ▸ Hoạt động and Chỉ tiêu: typed at once, opened to the source, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QListWidgetItem
from pytestqt.qtbot import QtBot

from kehoach_desktop.domain.activity import (
    AT_HOME,
    PROPAGANDA,
    Activity,
    ActivityId,
    Attendance,
    IndicatorId,
)
from kehoach_desktop.domain.indicator_book import Figure, FigureKey
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.ui.activities.activities_page import ActivitiesPage
from kehoach_desktop.ui.activities.activity_rows import village_state
from kehoach_desktop.ui.activities.detail_asked import DetailAsked
from kehoach_desktop.ui.activities.figures_asked import FiguresAsked
from kehoach_desktop.ui.activities.figures_page import FiguresPage
from kehoach_desktop.ui.activities.figures_taken import FiguresTaken
from kehoach_desktop.ui.activities.indicator_asked import IndicatorAsked
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.progress.choice import chosen
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from kehoach_desktop.ui.workbench import Workbench
from tests.ui.keyboard import ALT, Key

VILLAGES = ("Thôn Đông", "Thôn Tây", "Thôn Nam")
VNEID = IndicatorId("vneid_muc_2")
OCTOBER = ReportingPeriod.parse("2025-10")


def hold(workbench: Workbench) -> tuple[Team, ...]:
    """Three villages, two of them with a team; the first helped at home twice in October."""
    for name in VILLAGES:
        workbench.units.add(Unit(UnitId(""), name, UnitKind.VILLAGE))
    for name in VILLAGES[:2]:
        workbench.rosters.add_team(name, since=date(2025, 1, 1))
    teams = workbench.activities.teams()
    for day, people in ((6, 4), (10, 5)):
        there = Attendance(people, 2)
        did = Activity(ActivityId(""), AT_HOME, date(2025, 10, day), teams[0].id, attendance=there)
        workbench.activities.add(did)
    return teams


def tab(window: MainWindow, key: str) -> object:
    QTest.keyClick(window, Key.Key_4, ALT)
    page = window.stack.page("teams")
    assert isinstance(page, TeamsPage)
    page.tabs.turn_to(key)
    return page.tabs.page(key)


@pytest.fixture
def filled(workbench: Workbench) -> Workbench:
    hold(workbench)
    return workbench


@pytest.fixture
def page(window: MainWindow, filled: Workbench) -> ActivitiesPage:
    assert filled.is_open()
    made = tab(window, "activities")
    assert isinstance(made, ActivitiesPage)
    return made


@pytest.fixture
def figures(window: MainWindow, filled: Workbench) -> FiguresPage:
    assert filled.is_open()
    made = tab(window, "figures")
    assert isinstance(made, FiguresPage)
    return made


def shown(page: ActivitiesPage) -> list[tuple[str, str, str]]:
    model = page.model
    return [
        (model.index(r, 0).data(), model.index(r, 1).data(), model.index(r, 4).data())
        for r in range(model.rowCount())
    ]


def type_into(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def test_numbers_are_typed_at_once_and_enter_keeps(
    page: ActivitiesPage, workbench: Workbench
) -> None:
    people, women = page.line.counts["people"], page.line.counts["women"]
    type_into(people, "35")
    type_into(women, "20")
    QTest.keyClick(women, Key.Key_Return)
    kept = workbench.activities.latest()
    assert kept is not None
    assert (kept.day, kept.kind) == (date(2025, 10, 17), AT_HOME)
    assert kept.attendance == Attendance(35, 20)
    assert kept.team == workbench.activities.teams()[0].id
    assert (people.text(), page.line.day.text()) == ("", "17/10/2025")
    assert shown(page)[0] == ("17/10/2025", "Thôn Đông", "35")
    workbench.undo_stack.undo()
    assert len(shown(page)) == 2
    workbench.undo_stack.redo()
    assert len(shown(page)) == 3


def test_what_cannot_be_is_said_and_everything_typed_stays(page: ActivitiesPage) -> None:
    type_into(page.line.counts["people"], "12")
    type_into(page.line.counts["women"], "20")
    QTest.keyClick(page.line.counts["women"], Key.Key_Return)
    assert "Số nữ (20) lớn hơn" in page.line.wrong.text()
    assert page.line.counts["women"].text() == "20"
    assert len(shown(page)) == 2
    type_into(page.line.counts["women"], "2x")
    QTest.keyClick(page.line.counts["women"], Key.Key_Return)
    assert page.line.counts["women"].property("kind") == "wrong"


def test_an_activity_is_mended_in_the_line_and_taken_out_from_the_list(
    page: ActivitiesPage, workbench: Workbench
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.table, Key.Key_F2)
    assert page.line.counts["people"].text() == "5"
    type_into(page.line.counts["people"], "8")
    QTest.keyClick(page.line.counts["people"], Key.Key_Return)
    assert shown(page)[0] == ("10/10/2025", "Thôn Đông", "8")
    assert page.line.held() is None
    page.table.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.table, Key.Key_Delete)
    assert len(shown(page)) == 1
    workbench.undo_stack.undo()
    workbench.undo_stack.undo()
    assert shown(page)[0] == ("10/10/2025", "Thôn Đông", "5")


def test_a_village_a_day_and_a_kind_narrow_the_list(
    page: ActivitiesPage, workbench: Workbench
) -> None:
    teams = workbench.activities.teams()
    talk = Activity(ActivityId(""), PROPAGANDA, date(2025, 10, 6), teams[1].id)
    workbench.activities.add(talk)
    page.reload()
    assert len(shown(page)) == 3
    page.calendar.choose(date(2025, 10, 6))
    assert [area for _day, area, _people in shown(page)] == ["Thôn Tây", "Thôn Đông"]
    page.kind.setCurrentIndex(page.kind.findData(PROPAGANDA))
    page.kind.activated.emit(page.kind.currentIndex())
    assert shown(page) == [("06/10/2025", "Thôn Tây", "—")]
    assert page.bar.note.text() == "01 hoạt động; 01 hoạt động chưa ghi số người"
    page.calendar.choose(date(2025, 10, 6))
    page.villages.setCurrentIndex(page.village_model.index(1, 0))
    assert shown(page) == []


def test_the_villages_say_what_they_owe(page: ActivitiesPage) -> None:
    rows = [page.village_model.row(n) for n in range(page.village_model.rowCount())]
    said = {row.state.area: (village_state(row), row.in_quarter) for row in rows if row.state}
    assert said == {
        "Thôn Đông": ("chưa có người", 2),
        "Thôn Nam": ("chưa có tổ", 0),
        "Thôn Tây": ("chưa có người, chưa hoạt động", 0),
    }


def test_the_calendar_counts_days_and_is_moved_by_keys(page: ActivitiesPage) -> None:
    calendar = page.calendar
    calendar.setFocus()
    sixth = next(
        QPoint(x, y)
        for y in range(0, calendar.height(), 5)
        for x in range(0, calendar.width(), 5)
        if calendar.day_at(QPoint(x, y)) == date(2025, 10, 6)
    )
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=sixth)
    assert len(shown(page)) == 1
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Return):
        QTest.keyClick(calendar, key)
    assert (calendar.day(), len(shown(page))) == (date(2025, 10, 10), 1)
    QTest.keyClick(calendar, Key.Key_Escape)
    assert (calendar.day(), len(shown(page))) == (None, 2)
    assert "06/10/2025: 1" in calendar.accessibleDescription()
    page.kind.setCurrentIndex(page.kind.count() - 1)
    page.kind.activated.emit(page.kind.currentIndex())
    assert page.nothing.words.text().startswith("Không có hoạt động nào khớp")
    page.span.back()
    assert shown(page) == []
    assert page.nothing.isVisible()
    assert page.nothing.words.text().startswith("Tháng này chưa ghi hoạt động nào")


def test_results_tasks_and_files_stand_behind_an_activity(
    qtbot: QtBot, page: ActivitiesPage, workbench: Workbench, tmp_path: Path
) -> None:
    photo = tmp_path / "ảnh ra quân.jpg"
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(photo))
    broken = tmp_path / "hỏng.jpg"
    broken.write_bytes(b"khong phai anh")
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.attach([photo, broken])
    qtbot.waitUntil(lambda: not page.copying.busy)
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.ask_details()
    dialog = cast("DetailAsked", page.findChild(DetailAsked))
    files = dialog.files
    bad, whole = sorted((files.item(n) for n in range(2)), key=QListWidgetItem.text)
    assert (whole.text(), bad.text()) == ("ảnh ra quân.jpg", "hỏng.jpg")
    qtbot.waitUntil(lambda: "không xem được ảnh" in bad.text())

    def middle() -> str:
        shown_small = whole.icon().pixmap(files.iconSize()).toImage()
        return str(shown_small.pixelColor(shown_small.rect().center()).name())

    qtbot.waitUntil(lambda: middle() == "#000000")
    bad.setCheckState(Qt.CheckState.Unchecked)
    dialog.counts[VNEID].setText("3")
    dialog.accept()
    held = page.model.row(0).activity
    assert held.counts == ((VNEID, 3),)
    assert page.model.row(0).proven
    assert [file.name for file in workbench.activities.files(held.id)] == ["ảnh ra quân.jpg"]
    line = next(
        held for held in workbench.indicators.sheet(OCTOBER).lines if held.indicator.id == VNEID
    )
    assert line.total.value == 3


def figure_names(figures: FiguresPage) -> list[tuple[str, str]]:
    model = figures.model
    return [
        (model.index(r, 0).data().strip(), model.index(r, 2).data())
        for r in range(model.rowCount())
    ]


def choose(figures: FiguresPage, name: str) -> None:
    row = [told for told, _value in figure_names(figures)].index(name)
    figures.table.setCurrentIndex(figures.model.index(row, 0))


def test_a_total_is_opened_to_village_day_and_paper(figures: FiguresPage) -> None:
    choose(figures, "Lượt hỗ trợ tại nhà")
    QTest.keyClick(figures.table, Key.Key_Right)
    choose(figures, "Thôn Đông")
    QTest.keyClick(figures.table, Key.Key_Right)
    told = figure_names(figures)
    at = told.index(("Lượt hỗ trợ tại nhà", "9*"))
    assert told[at + 1 : at + 6] == [
        ("Thôn Đông", "9"),
        ("Hỗ trợ tại nhà, 06/10/2025", "4"),
        ("Hỗ trợ tại nhà, 10/10/2025", "5"),
        ("Thôn Nam", "—"),
        ("Thôn Tây", "—"),
    ]
    choose(figures, "Hỗ trợ tại nhà, 06/10/2025")
    QTest.keyClick(figures.table, Key.Key_Left)
    QTest.keyClick(figures.table, Key.Key_Left)
    assert figures.current() is not None
    assert len(figure_names(figures)) == 12 + 3


def test_from_a_figure_the_way_leads_to_its_activity(
    figures: FiguresPage, window: MainWindow
) -> None:
    choose(figures, "Lượt hỗ trợ tại nhà")
    figures.open_row()
    choose(figures, "Thôn Đông")
    figures.open_row()
    choose(figures, "Hỗ trợ tại nhà, 06/10/2025")
    QTest.keyClick(figures.table, Key.Key_Return)
    page = tab(window, "activities")
    assert isinstance(page, ActivitiesPage)
    held = page.current()
    assert held is not None
    assert held.day == date(2025, 10, 6)


def test_the_figures_of_a_paper_are_given_and_taken_out(
    figures: FiguresPage, workbench: Workbench
) -> None:
    figures.ask_figures()
    dialog = cast("FiguresAsked", figures.findChild(FiguresAsked))
    assert dialog.unit.currentText() == "Thôn Nam"
    dialog.fields[VNEID].setText("1.200")
    dialog.accept()
    assert "lấy từ đâu" in dialog.wrong.text()
    dialog.source.setText("Phiếu tháng 10")
    dialog.accept()
    assert dict(figure_names(figures))["Tài khoản định danh mức 2"] == "1.200*"
    choose(figures, "Tài khoản định danh mức 2")
    figures.open_row()
    row = [told for told, _v in figure_names(figures)].index("Thôn Nam")
    figures.table.setCurrentIndex(figures.model.index(row, 0))
    QTest.keyClick(figures.table, Key.Key_Delete)
    assert dict(figure_names(figures))["Tài khoản định danh mức 2"] == "—"
    workbench.undo_stack.undo()
    assert dict(figure_names(figures))["Tài khoản định danh mức 2"] == "1.200*"
    workbench.undo_stack.undo()
    assert dict(figure_names(figures))["Tài khoản định danh mức 2"] == "—"


def test_a_file_of_figures_is_read_reviewed_and_kept_as_one_step(
    figures: FiguresPage, workbench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "so lieu.csv"
    rows = (
        "Thôn,Chữ ký số cá nhân,TK định danh mức 2",
        "Thôn Đông,3,x",
        "Thôn Tây,5,7",
        "Thôn Lạ,1,1",
    )
    file.write_text("\n".join(rows), encoding="utf-8")
    figures.take(file)
    qtbot.waitUntil(lambda: figures.findChild(FiguresTaken) is not None)
    dialog = cast("FiguresTaken", figures.findChild(FiguresTaken))
    told = [dialog.model.index(n, 0).data() for n in range(dialog.model.rowCount())]
    assert told[0] == "Cần xem, không lấy"
    assert told[-4:] == ["Sẽ ghi", "Thôn Đông", "Thôn Tây", "Thôn Tây"]
    dialog.rows.setCurrentIndex(dialog.model.index(len(told) - 1, 0))
    QTest.keyClick(dialog.rows, Key.Key_Space)
    assert "2" in dialog.agree.text()
    dialog.accept()
    held = workbench.indicators.book(OCTOBER).figures.values()
    assert sorted(figure.value for figure in held) == [3, 5]
    assert {figure.source for figure in held} == {"so lieu.csv"}
    workbench.undo_stack.undo()
    assert workbench.indicators.book(OCTOBER).figures == {}


def test_an_emptied_field_takes_the_figure_out(figures: FiguresPage, workbench: Workbench) -> None:
    village = workbench.indicators.villages(OCTOBER)[0]
    key = FigureKey(VNEID, village.id, OCTOBER.key)
    workbench.indicators.give([Figure(key, 7, "Phiếu")])
    figures.reload()
    dialog = FiguresAsked(figures, workbench, figures.sheet, village.id)
    assert (dialog.fields[VNEID].text(), dialog.source.text()) == ("7", "Phiếu")
    dialog.fields[VNEID].clear()
    dialog.accept()
    assert workbench.indicators.book(OCTOBER).figures == {}


def test_an_indicator_is_made_aimed_at_and_retired(
    figures: FiguresPage, workbench: Workbench
) -> None:
    dialog = IndicatorAsked(figures, workbench, 2025)
    dialog.name.setText("Hộ có mã QR")
    dialog.measure.setText("hộ")
    dialog.target.setText("300")
    dialog.accept()
    assert figure_names(figures)[-1] == ("Hộ có mã QR", "—")
    assert figures.model.index(figures.model.rowCount() - 1, 5).data() == "300/năm"
    held = workbench.indicators.named("hộ có mã QR")
    dialog = IndicatorAsked(figures, workbench, 2025, held)
    assert dialog.target.text() == "300"
    dialog.retired.setChecked(True)
    dialog.accept()
    assert figure_names(figures)[-1][0] == "Hộ lên sàn thương mại điện tử"
    workbench.undo_stack.undo()
    workbench.undo_stack.undo()
    assert [i.name for i in workbench.indicators.all(retired=True)].count("Hộ có mã QR") == 0


def test_people_are_never_drawn_from_visits(figures: FiguresPage, workbench: Workbench) -> None:
    dialog = IndicatorAsked(figures, workbench, 2025)
    dialog.name.setText("Người dự")
    dialog.measure.setText("người")
    dialog.drawn.setCurrentIndex(2)
    dialog.accept()
    assert "hai đơn vị tính khác nhau" in dialog.wrong.text()


def test_longer_periods_are_chosen_and_compared(figures: FiguresPage) -> None:
    figures.span.kind.setCurrentIndex(1)
    figures.span.kind.activated.emit(1)
    assert figures.span.period().key == "2025-Q4"
    assert dict(figure_names(figures))["Lượt hỗ trợ tại nhà"] == "9*"
    figures.span.on()
    assert dict(figure_names(figures))["Lượt hỗ trợ tại nhà"] == "—"


def test_the_models_keep_the_rules_of_qt(page: ActivitiesPage, figures: FiguresPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (page.model, page.village_model, figures.model)
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    figures.open_all()
    page.span.back()
    assert [tester.model() for tester in testers] == [*models]


def test_both_lists_follow_the_period_chosen_elsewhere_and_lead_the_others(
    window: MainWindow, filled: Workbench
) -> None:
    for key in ("2025-09", "2025-10", "2025-Q3"):
        filled.reporting.open(ReportingPeriod.parse(key))
    spans = {}
    for key in ("activities", "figures"):
        made = tab(window, key)
        assert isinstance(made, ActivitiesPage | FiguresPage)
        spans[key] = made.span
        assert made.span.period() == OCTOBER

    chosen(filled).period = ReportingPeriod.parse("2025-Q3")
    window.go("overview")
    seen = {}
    for key, span in spans.items():
        tab(window, key)
        seen[key] = span.period().key
    assert seen == {"activities": "2025-09", "figures": "2025-Q3"}

    page = tab(window, "activities")
    assert isinstance(page, ActivitiesPage)
    assert page.line.day.text() == ""  # today is no day of September
    spans["activities"].on()
    assert chosen(filled).period == OCTOBER
    assert page.line.day.text() == "17/10/2025"
    spans["activities"].on()  # November is not open: that is for this list alone
    assert chosen(filled).period == OCTOBER
