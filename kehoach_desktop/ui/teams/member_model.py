"""The people of one team as a table: who is in it by role and name, then who was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from kehoach_desktop.domain.team import ROLE_TITLES, TeamRole
from kehoach_desktop.domain.team_state import Seat, TeamState, masked
from kehoach_desktop.domain.team_update import said_of
from kehoach_desktop.domain.team_words import stay_words
from kehoach_desktop.domain.text import short_date
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.table_cells import Index, Role

ROOT = QModelIndex()


class Place(IntEnum):
    """The columns in their order."""

    ORDINAL = 0
    NAME = 1
    BORN = 2
    GENDER = 3
    POST = 4
    ROLE = 5
    PHONE = 6
    ZALO = 7
    SINCE = 8
    NOTE = 9


TITLES = (
    mark("STT"),
    mark("Họ và tên"),
    mark("Năm sinh"),
    mark("Giới"),
    mark("Chức vụ ở thôn"),
    mark("Trong tổ"),
    mark("Điện thoại"),
    mark("Zalo"),
    mark("Từ ngày"),
    mark("Ghi chú"),
)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person in the table: standing with a number, or gone with none; a heading has no seat."""

    ordinal: int = 0
    seat: Seat | None = None
    heading: str = ""
    new: bool = False

    @property
    def gone(self) -> bool:
        """Whether the person is in the team no more."""
        return self.seat is not None and self.ordinal == 0


def member_rows(state: TeamState) -> tuple[MemberRow, ...]:
    """Return the rows of a team: its people, then under a heading those who left."""
    rows = [
        MemberRow(number, seat, new=state.is_new(seat))
        for number, seat in enumerate(state.seats, start=1)
    ]
    if state.gone:
        words = _("Đã thôi tham gia ({count})").format(count=len(state.gone))
        rows.append(MemberRow(heading=words))
        rows.extend(MemberRow(seat=seat) for seat in state.gone)
    return tuple(rows)


class MemberModel(QAbstractTableModel):
    """The rows of the team that is shown; telephones are masked until `reveal`."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[MemberRow, ...] = ()
        self.revealed = False

    def show_rows(self, rows: tuple[MemberRow, ...], *, revealed: bool) -> None:
        """Show `rows`, telephones in full where they were revealed."""
        self.beginResetModel()
        self._rows, self.revealed = rows, revealed
        self.endResetModel()

    def row(self, number: int) -> MemberRow | None:
        """Return the row of that number, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, person: str) -> int:
        """Return where a person stands, -1 where he is not shown."""
        found = (n for n, row in enumerate(self._rows) if row.seat and row.seat.person.id == person)
        return next(found, -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says for `role`."""
        row, column = self.row(index.row()), index.column()
        if row is None:
            return None
        if row.seat is None:
            return _heading(row, column, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(row, column)
        return _looks(row, column, role)

    def words(self, row: MemberRow, column: int) -> str:
        """Return the words of a cell; copying takes the same, masks and all."""
        if row.seat is None:
            return row.heading if column == 0 else ""
        if column in (Place.PHONE, Place.ZALO):
            told = row.seat.person.details
            number = told.phone if column == Place.PHONE else told.zalo
            if column == Place.ZALO and number == told.phone:
                return _("như ĐT") if number else ""
            return number if self.revealed else masked(number)
        return _WORDS[column](row, row.seat)


def _heading(row: MemberRow, column: int, role: int) -> Any:
    if role == Role.SECTION:
        return True
    return row.heading if column == 0 and role == Qt.ItemDataRole.DisplayRole else None


def _looks(row: MemberRow, column: int, role: int) -> Any:
    if role == Qt.ItemDataRole.TextAlignmentRole and column == Place.ORDINAL:
        return Qt.AlignmentFlag.AlignHCenter
    if role == Role.STRONG:
        leads = row.seat is not None and row.seat.stay.role is not TeamRole.MEMBER
        return (column == Place.NAME and leads and not row.gone) or _is_new(row, column)
    if role == Role.TONE:
        return _tone(row, column)
    return None


def _is_new(row: MemberRow, column: int) -> bool:
    return column == Place.NOTE and row.new and not _warning(row)


def _tone(row: MemberRow, column: int) -> str:
    if row.gone:
        return "text3"
    if column == Place.NOTE:
        return "amber" if _warning(row) else "green" if row.new else "text2"
    return "text2" if column == Place.ORDINAL else "text"


def _warning(row: MemberRow) -> str:
    teams = row.seat.elsewhere if row.seat else ()
    return _("cũng ở {areas}").format(areas=", ".join(t.area for t in teams)) if teams else ""


def _note(row: MemberRow, seat: Seat) -> str:
    parts = (
        _warning(row),
        _("mới") if row.new else "",
        stay_words(seat.stay) if row.gone else "",
        seat.person.details.note,
    )
    return "; ".join(filter(None, parts))


_WORDS: dict[int, Callable[[MemberRow, Seat], str]] = {
    Place.ORDINAL: lambda row, _seat: str(row.ordinal or ""),
    Place.NAME: lambda _row, seat: seat.person.details.full_name,
    Place.BORN: lambda _row, seat: said_of(seat.person.details.birth_year),
    Place.GENDER: lambda _row, seat: said_of(seat.person.details.gender),
    Place.POST: lambda _row, seat: seat.person.details.post,
    Place.ROLE: lambda _row, seat: _(ROLE_TITLES[seat.stay.role]),
    Place.SINCE: lambda _row, seat: short_date(seat.stay.joined),
    Place.NOTE: _note,
}
