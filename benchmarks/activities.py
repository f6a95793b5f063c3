"""How long the screens of activities and figures take to open over 20 000 of them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QApplication, QWidget

from kehoach_desktop import paths
from kehoach_desktop.app import Verbs, new_workbench, open_store
from kehoach_desktop.domain.activity import USUAL_KINDS, Activity, ActivityId, Attendance
from kehoach_desktop.domain.indicator_book import SHIPPED, Figure, FigureKey
from kehoach_desktop.domain.membership import MembershipBook, PersonId, TeamId
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.team import Person, TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, Team, TeamBook, difference
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.store.sqlite_store import SqliteStore
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.activities.activities_page import ActivitiesPage
from kehoach_desktop.ui.activities.figures_page import FiguresPage
from kehoach_desktop.ui.teams.teams_page import TeamsPage
from kehoach_desktop.ui.workbench import Workbench

VILLAGES, MEMBERS, ACTIVITIES, YEARS = 14, 1000, 20_000, 3
TODAY = date(2026, 11, 20)
BEGIN = TODAY - timedelta(days=365 * YEARS)
AIM = 500  # milliseconds


class Today:
    """Tells one day, so that the screens have always as much to show."""

    def today(self) -> date:
        """Return the day."""
        return TODAY


def main() -> None:
    """Fill a store and print how long each screen takes to stand there, medians of five."""
    application = QApplication(sys.argv[:1])
    theme.put_on(paths.resources())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.khxa"
        store = open_store(path, make=True, writing=True, patience=0)
        _fill(store)
        store.close()
        workbench = new_workbench(path, Today())
        workbench.open()
        print(f"{MEMBERS} members, {ACTIVITIES} activities over {YEARS} years")
        for name, opened in _screens(workbench):
            taken = median(_milliseconds(opened, application) for _try in range(5))
            print(f"{name}: {taken:.0f} ms (aim: {AIM})")
        workbench.close()


def _screens(workbench: Workbench) -> list[tuple[str, Callable[[], QWidget]]]:
    year = ReportingPeriod(PeriodKind.YEAR, TODAY.year)
    return [
        ("Tổ", lambda: TeamsPage(workbench)),
        ("Hoạt động", lambda: ActivitiesPage(workbench)),
        ("Chỉ tiêu, tháng", lambda: FiguresPage(workbench)),
        ("Chỉ tiêu, năm", lambda: _of_year(FiguresPage(workbench), year)),
    ]


def _of_year(page: FiguresPage, year: ReportingPeriod) -> FiguresPage:
    page.span.show_period(year)
    return page


def _milliseconds(opened: Callable[[], QWidget], application: QApplication) -> float:
    begun = perf_counter()
    page = opened()
    page.resize(1190, 690)
    page.show()
    application.processEvents()
    taken = (perf_counter() - begun) * 1000
    page.hide()
    page.deleteLater()
    application.processEvents()
    return taken


def _fill(store: SqliteStore) -> None:
    verbs = Verbs(store, Today())
    with store.command("fill") as shelves:
        shelves.office.put(SAMPLE_OFFICE)
        for number in range(VILLAGES):
            unit = Unit(UnitId(f"u{number}"), f"Thôn {number + 1}", UnitKind.VILLAGE)
            shelves.units.put(unit)
        shelves.teams.keep(difference(TeamBook(), _teams()))
        shelves.activities.keep(WorkStep(tuple((None, _activity(n)) for n in range(ACTIVITIES))))
    months = [ReportingPeriod(PeriodKind.MONTH, TODAY.year, n) for n in range(1, 11)]
    given = [i for i in SHIPPED if not i.parts and not i.kinds]
    verbs.indicators.give(
        [
            Figure(FigureKey(i.id, f"u{village}", month.key), village + month.index, "Phiếu")
            for i in given
            for village in range(VILLAGES)
            for month in months
        ]
    )


def _teams() -> TeamBook:
    book, stays = TeamBook(), MembershipBook()
    people = [
        KeptPerson(PersonId(f"p{n}"), Person(f"Nguyễn Văn {n}", birth_year=1970 + n % 30))
        for n in range(MEMBERS)
    ]
    for number in range(VILLAGES):
        team = Team(TeamId(f"t{number}"), f"Thôn {number + 1}", unit=UnitId(f"u{number}"))
        book = book.with_team(team)
    for number, person in enumerate(people):
        role = TeamRole.LEADER if number < VILLAGES else TeamRole.MEMBER
        stays = stays.join(person.id, TeamId(f"t{number % VILLAGES}"), role, BEGIN)
    return book.with_people(*people).with_stays(stays)


def _activity(number: int) -> Activity:
    return Activity(
        ActivityId(f"a{number}"),
        USUAL_KINDS[number % len(USUAL_KINDS)],
        BEGIN + timedelta(days=number * 365 * YEARS // ACTIVITIES),
        TeamId(f"t{number % VILLAGES}"),
        "Nhà văn hóa thôn",
        "Hướng dẫn người dân nộp hồ sơ trực tuyến",
        Attendance(10 + number % 40, number % 10, None, None),
    )


if __name__ == "__main__":
    main()
