"""Pictures of the teams, of what they did and of what villages counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kehoach_desktop.domain.activity import (
    AT_HOME,
    PROPAGANDA,
    Activity,
    ActivityId,
    Attendance,
    IndicatorId,
)
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.indicator_book import Figure, FigureKey
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.activities.activities_page import ActivitiesPage
from kehoach_desktop.ui.activities.figures_page import FiguresPage
from kehoach_desktop.ui.main_window import MainWindow
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from kehoach_desktop.ui.workbench import Workbench

OCTOBER = ReportingPeriod.parse("2025-10")
VNEID = IndicatorId("vneid_muc_2")
LIST = Path(__file__).parent / "data" / "to_cnscd_thon_binh_minh.xlsx"
PATIENCE_MS = 20_000
Take = Callable[[QWidget, str], None]


def counting(take: Take, window: MainWindow, workbench: Workbench) -> None:
    """A month of activities, one that is refused, the figures opened, and their dialogs."""
    fill(workbench)
    window.go("teams")
    teams = window.stack.page("teams")
    assert isinstance(teams, TeamsPage)
    teams.tabs.turn_to("activities")
    page = teams.tabs.page("activities")
    assert isinstance(page, ActivitiesPage)
    take(window, "hoat-dong")
    page.line.counts["people"].setText("12")
    page.line.counts["women"].setText("20")
    page.enter()
    take(window, "hoat-dong-chua-ghi")
    page.line.begin()
    page.table.setCurrentIndex(page.model.index(0, 0))
    _dialog(take, page.ask_details, "hoat-dong-ket-qua")
    teams.tabs.turn_to("figures")
    figures = teams.tabs.page("figures")
    assert isinstance(figures, FiguresPage)
    figures.open_all()
    take(window, "chi-tieu")
    _dialog(take, figures.ask_figures, "ghi-so-lieu")
    _dialog(take, figures.ask_change, "sua-chi-tieu")
    teams.tabs.turn_to("teams")


def roster(take: Take, window: MainWindow) -> None:
    """A list of a team comes in: its review, the team with its people, the dialogs of one."""
    window.go("teams")
    teams = window.stack.page("teams")
    assert isinstance(teams, TeamsPage)
    teams.take_list(LIST)
    assert _happened(lambda: teams.lists.review is not None)
    review = teams.lists.review
    assert review is not None
    take(window, "nhan-danh-sach-to")
    review.accept()
    assert _happened(lambda: teams.lists.review is None)
    take(window, "to-cong-nghe-so")
    teams.pane.table.setCurrentIndex(teams.pane.table.model().index(0, 0))
    for act, name in (
        (teams.show_person, "thanh-vien"),
        (teams.let_leave, "cho-thoi"),
        (teams.add_member, "them-nguoi"),
    ):
        _dialog(take, act, name)


def _happened(seen: Callable[[], bool]) -> bool:
    for _turn in range(PATIENCE_MS // 20):
        if seen():
            return True
        QTest.qWait(20)
    return False


def _dialog(take: Take, ask: Callable[[], object], name: str) -> None:
    ask()
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        take(dialog, name)
        dialog.close()


def fill(workbench: Workbench) -> None:
    """A team in every village, five activities, the figures of one of them, a target."""
    villages = workbench.indicators.villages(OCTOBER)
    served = {team.area for team in workbench.activities.teams()}
    for village in villages:
        if village.name not in served:
            workbench.rosters.add_team(village.name, since=date(2025, 7, 1))
    teams = [team.id for team in workbench.activities.teams()]
    for number, day in enumerate((2, 3, 8, 9, 14)):
        kind, place = (PROPAGANDA, "Nhà văn hóa thôn") if number % 2 else (AT_HOME, "")
        there = Attendance(6 + 11 * number, 3 + 5 * number, number or None)
        did = Activity(
            ActivityId(""), kind, date(2025, 10, day), teams[number % len(teams)], place, "", there
        )
        workbench.activities.add(did)
    key = FigureKey(VNEID, villages[0].id, OCTOBER.key)
    workbench.indicators.give([Figure(key, 57, "Phiếu tháng 10", date(2025, 10, 15))])
    workbench.indicators.aim(FigureKey(VNEID, COMMUNE, "2025"), 400)
    workbench.tell(Changes.TEAMS | Changes.ACTIVITIES)
