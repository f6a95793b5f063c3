"""A round of twelve villages with their teams and the figures of a quarter, one of them silent."""

from __future__ import annotations

from datetime import date

from kehoach_desktop.domain.activity import IndicatorId
from kehoach_desktop.domain.figure_sheet import sheet_of
from kehoach_desktop.domain.figures import FigureBook
from kehoach_desktop.domain.indicator_book import Figure, FigureKey, indicators_of
from kehoach_desktop.domain.membership import MembershipBook, PersonId, TeamId
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.team import Person, TeamRole
from kehoach_desktop.domain.team_book import KeptPerson, Team, TeamBook, TeamDecision
from kehoach_desktop.domain.team_round import TeamRound
from kehoach_desktop.domain.team_state import team_states
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind

NAMES = (
    "Bình Minh", "Tân Lập", "Xuân Hòa", "An Lộc", "Đông Thành", "Hạ Lâm", "Hòa Bình", "Phú Xuân",
    "Tân Phú", "Thanh Sơn", "Thượng Lâm", "Trung Sơn",
)  # fmt: skip
SILENT = "Thượng Lâm"
COLUMNS = ("buoi_tuyen_truyen", "luot_tuyen_truyen", "ho_tro_tai_nha", "vneid_muc_2", "ho_so_dvctt")
DECIDED = date(2025, 9, 12)


def a_book(quarter: str = "2025-Q3", *, silent: str = SILENT) -> FigureBook:
    """The figures of a quarter: village n gave n, 10n, 20n … of each indicator."""
    villages = tuple(
        Unit(UnitId(f"v{n}"), f"Thôn {name}", UnitKind.VILLAGE) for n, name in _named()
    )
    figures = {}
    for number, name in _named():
        for place, column in enumerate(COLUMNS):
            if name != silent:
                key = FigureKey(IndicatorId(column), f"v{number}", quarter)
                figures[key] = Figure(key, number * max(1, place * 10), "Phiếu của thôn")
    return FigureBook(indicators_of(()), villages, date(2025, 10, 24), figures)


def _named() -> list[tuple[int, str]]:
    return [*enumerate(NAMES, start=1)]


def a_team_book() -> TeamBook:
    """A team of five in each village, all decided on one day."""
    book, stays = TeamBook(), MembershipBook()
    people: list[KeptPerson] = []
    roster: dict[TeamId, list[tuple[PersonId, TeamRole]]] = {}
    for number, name in _named():
        team = TeamId(f"t{number}")
        book = book.with_team(Team(team, f"Thôn {name}", unit=UnitId(f"v{number}")))
        for seat in range(5):
            person = PersonId(f"p{number}.{seat}")
            people.append(KeptPerson(person, Person(f"Nguyễn Văn {name} {seat}")))
            role = TeamRole.MEMBER if seat else TeamRole.LEADER
            stays = stays.join(person, team, role, DECIDED)
            roster.setdefault(team, []).append((person, role))
    book = book.with_people(*people).with_stays(stays)
    for team, listed in roster.items():
        decision = TeamDecision(f"d{team}", team, "87/QĐ-UBND", DECIDED, tuple(listed))
        book = book.with_decision(decision)
    return book


def a_round(period: ReportingPeriod, *, silent: str = SILENT) -> TeamRound:
    """The teams at the end of a period with its figures."""
    book = a_book(period.key, silent=silent)
    states = team_states(a_team_book(), book.villages, date(2025, 9, 30))
    return TeamRound(sheet_of(book, period), states)
