"""What is printed of teams: a card of A4 for each, and a list of telephones over all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from kehoach_desktop.domain.access import Private
from kehoach_desktop.domain.team import ROLE_TITLES, TeamRole
from kehoach_desktop.domain.team_state import Seat, TeamState
from kehoach_desktop.domain.text import two_digits, typed_day
from kehoach_desktop.ui.leader.brush import GREY, LEFT, MIDDLE, RIGHT, Brush, Type
from kehoach_desktop.ui.papers.sheets import A4_POINTS

WIDE, HIGH = A4_POINTS
EDGE_LEFT, EDGE_RIGHT, TOP, BOTTOM = 50.0, WIDE - 40, 46.0, HIGH - 46
MOST_HEIGHT, LEAST_HEIGHT, GAP = 58.0, 19.0, 8.0
ROW, HEAD_ROW = 17.0, 22.0
COLUMNS = (0.0, 178.0, 318.0, 412.0)


@dataclass(frozen=True, slots=True)
class Shown:
    """Of which office the sheets are, on which day, and which numbers they carry."""

    office: str
    on: date
    private: Collection[Private] = ()

    def numbers(self, seat: Seat) -> str:
        """Return the numbers that may be printed of a person."""
        told = seat.person.details
        phone = told.phone if Private.PHONE in self.private else ""
        zalo = told.zalo if Private.ZALO in self.private and told.zalo != phone else ""
        return " · ".join(filter(None, (phone, f"Zalo {zalo}" if zalo else "")))


class OrgCards:
    """A page for each team: who leads, who stands in, who is in it; fits ui.papers.sheets.Sheets.

    However many people a team has, its card is one page.
    """

    def __init__(self, states: Sequence[TeamState], shown: Shown) -> None:
        self._states = [state for state in states if state.team and state.seats]
        self._shown = shown

    def count(self) -> int:
        """Return how many teams have people."""
        return len(self._states)

    def size(self, page: int) -> QSizeF:
        """Return A4 in points."""
        del page
        return QSizeF(WIDE, HIGH)

    def paint(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint the card of a team; `scale` is device pixels to a point."""
        brush = Brush(painter, scale)
        state = self._states[page]
        top = _head(brush, state.team.title if state.team else state.area, self._shown)
        leading = [seat for seat in state.seats if seat.stay.role is not TeamRole.MEMBER]
        members = state.holding(TeamRole.MEMBER)
        rows = len(_in_pairs(leading)) + len(_in_pairs(members))
        high = max(LEAST_HEIGHT, min(MOST_HEIGHT, (BOTTOM - top) / max(rows, 1) - GAP))
        for people in (*_by_role(leading), members):
            for pair in _in_pairs(people):
                self._pair(brush, top, high, pair)
                top += high + GAP
        brush.end()

    def _pair(self, brush: Brush, top: float, high: float, pair: Sequence[Seat]) -> None:
        room = (EDGE_RIGHT - EDGE_LEFT - GAP) / 2
        alone = len(pair) == 1 and pair[0].stay.role is TeamRole.LEADER
        left = EDGE_LEFT + (room + GAP) / 2 if alone else EDGE_LEFT
        for seat in pair:
            self._person(brush, QRectF(left, top, room, high), seat)
            left += room + GAP

    def _person(self, brush: Brush, place: QRectF, seat: Seat) -> None:
        brush.box(place)
        told, inside = seat.person.details, place.adjusted(8, 2, -8, -2)
        said = " · ".join(filter(None, (told.post, self._shown.numbers(seat))))
        name, role = Type(11, strong=True), Type(9, colour=GREY, side=RIGHT)
        lines = 2 if place.height() > 2 * LEAST_HEIGHT else 1
        line = QRectF(inside.left(), inside.top(), inside.width(), inside.height() / lines)
        title = ROLE_TITLES[seat.stay.role]
        wide = brush.length(title, role) + GAP
        brush.words(line.adjusted(0, 0, -wide, 0), told.full_name, name)
        brush.words(line, title, role)
        if lines > 1:
            brush.words(line.translated(0, line.height()), said, Type(9.5))


class PhoneList:
    """Everybody of the teams with the telephone, as many pages as it takes.

    Fits ui.papers.sheets.Sheets.
    """

    def __init__(self, states: Sequence[TeamState], shown: Shown) -> None:
        self._shown = shown
        self._pages = [*_pages([state for state in states if state.seats])]

    def count(self) -> int:
        """Return how many pages there are, one at least."""
        return max(len(self._pages), 1)

    def size(self, page: int) -> QSizeF:
        """Return A4 in points."""
        del page
        return QSizeF(WIDE, HIGH)

    def paint(self, painter: QPainter, page: int, scale: float) -> None:
        """Paint a page; `scale` is device pixels to a point."""
        brush = Brush(painter, scale)
        top = _head(brush, "Danh bạ điện thoại các tổ", self._shown)
        for line in self._pages[page] if self._pages else ():
            if isinstance(line, TeamState):
                self._team(brush, top, line)
            else:
                self._row(brush, top, line)
            top += HEAD_ROW if isinstance(line, TeamState) else ROW
        foot = QRectF(EDGE_LEFT, BOTTOM + 6, EDGE_RIGHT - EDGE_LEFT, ROW)
        brush.words(foot, f"{page + 1}/{self.count()}", Type(8.5, colour=GREY, side=MIDDLE))
        brush.end()

    def _team(self, brush: Brush, top: float, state: TeamState) -> None:
        title = state.team.title if state.team else state.area
        words = f"{title} ({two_digits(len(state.seats))} người)"
        line = QRectF(EDGE_LEFT, top + 4, EDGE_RIGHT - EDGE_LEFT, HEAD_ROW - 4)
        brush.words(line, words, Type(10.5, strong=True))

    def _row(self, brush: Brush, top: float, seat: Seat) -> None:
        told = seat.person.details
        cells = (told.full_name, told.post, ROLE_TITLES[seat.stay.role], self._shown.numbers(seat))
        ends = (*COLUMNS[1:], EDGE_RIGHT - EDGE_LEFT)
        for text, left, right in zip(cells, COLUMNS, ends, strict=True):
            place = QRectF(EDGE_LEFT + left, top, right - left - 6, ROW)
            brush.words(place, text, Type(9.5, side=LEFT))
        brush.rule(EDGE_LEFT, top + ROW, EDGE_RIGHT)


def _head(brush: Brush, title: str, shown: Shown) -> float:
    across = QRectF(EDGE_LEFT, TOP, EDGE_RIGHT - EDGE_LEFT, 20)
    brush.words(across, shown.office, Type(10, colour=GREY))
    day = f"Tính đến {typed_day(shown.on)}"
    brush.words(across, day, Type(9.5, colour=GREY, side=RIGHT))
    height = brush.lines(across.translated(0, 24), title, Type(15, strong=True))
    bottom = TOP + 24 + height + 8
    brush.rule(EDGE_LEFT, bottom, EDGE_RIGHT)
    return bottom + 12


def _by_role(seats: Sequence[Seat]) -> Iterator[list[Seat]]:
    for role in (TeamRole.LEADER, TeamRole.DEPUTY):
        yield [seat for seat in seats if seat.stay.role is role]


def _in_pairs(seats: Sequence[Seat]) -> list[Sequence[Seat]]:
    return [seats[start : start + 2] for start in range(0, len(seats), 2)]


def _pages(states: Sequence[TeamState]) -> Iterator[list[TeamState | Seat]]:
    """Yield what stands on each page; a team's name never stands alone at the foot."""
    room = BOTTOM - TOP - 70
    page: list[TeamState | Seat] = []
    left = room
    for state in states:
        if page and left < HEAD_ROW + 2 * ROW:
            yield page
            page, left = [], room
        page.append(state)
        left -= HEAD_ROW
        for seat in state.seats:
            if left < ROW:
                yield page
                page, left = [state], room - HEAD_ROW
            page.append(seat)
            left -= ROW
    if page:
        yield page
