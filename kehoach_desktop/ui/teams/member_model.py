"""The people of one team as a table: who is in it by role and name, then who was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

from kehoach_desktop.domain.team import ROLE_TITLES, TeamRole
from kehoach_desktop.domain.team_state import Seat, TeamState, masked
from kehoach_desktop.domain.team_update import said_of
from kehoach_desktop.domain.team_words import stay_words
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.list_model import RIGHT, SHOWN, Column, Heading, ListModel
from kehoach_desktop.ui.table_cells import Role


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


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person in the table: standing with a number, or gone with none; numbers as shown."""

    seat: Seat
    ordinal: int = 0
    new: bool = False
    revealed: bool = False

    @property
    def gone(self) -> bool:
        """Whether the person is in the team no more."""
        return self.ordinal == 0


def member_rows(state: TeamState, *, revealed: bool) -> tuple[Heading | MemberRow, ...]:
    """Return the rows of a team: its people, then under a heading those who left."""
    rows: list[Heading | MemberRow] = [
        MemberRow(seat, number, new=state.is_new(seat), revealed=revealed)
        for number, seat in enumerate(state.seats, start=1)
    ]
    if state.gone:
        words = _("Đã thôi tham gia ({count})").format(count=len(state.gone))
        rows.append(Heading(words))
        rows.extend(MemberRow(seat, revealed=revealed) for seat in state.gone)
    return tuple(rows)


def _number(row: MemberRow, number: str) -> str:
    return number if row.revealed else masked(number)


def _zalo(row: MemberRow) -> str:
    told = row.seat.person.details
    if told.zalo == told.phone:
        return _("như ĐT") if told.zalo else ""
    return _number(row, told.zalo)


def _tone(row: MemberRow) -> str:
    return "text3" if row.gone else "text"


def _note_tone(row: MemberRow) -> str:
    if row.gone:
        return "text3"
    return "amber" if _warning(row) else "green" if row.new else "text2"


def _leads(row: MemberRow) -> bool:
    return row.seat.stay.role is not TeamRole.MEMBER and not row.gone


def _warning(row: MemberRow) -> str:
    teams = row.seat.elsewhere
    return _("cũng ở {areas}").format(areas=", ".join(t.area for t in teams)) if teams else ""


def _note(row: MemberRow) -> str:
    parts = (
        _warning(row),
        _("mới") if row.new else "",
        stay_words(row.seat.stay) if row.gone else "",
        row.seat.person.details.note,
    )
    return "; ".join(filter(None, parts))


def _plain(title: Callable[[], str], words: Callable[[MemberRow], str]) -> Column:
    return Column(title, {SHOWN: words, Role.TONE: _tone})


COLUMNS = (
    Column(
        lambda: _("STT"),
        {
            SHOWN: lambda row: str(row.ordinal or ""),
            Role.TONE: lambda row: "text3" if row.gone else "text2",
            Qt.ItemDataRole.TextAlignmentRole: lambda _row: RIGHT,
        },
    ),
    Column(
        lambda: _("Họ và tên"),
        {
            SHOWN: lambda row: row.seat.person.details.full_name,
            Role.TONE: _tone,
            Role.STRONG: _leads,
        },
    ),
    _plain(lambda: _("Năm sinh"), lambda row: said_of(row.seat.person.details.birth_year)),
    _plain(lambda: _("Giới"), lambda row: said_of(row.seat.person.details.gender)),
    _plain(lambda: _("Chức vụ ở thôn"), lambda row: row.seat.person.details.post),
    _plain(lambda: _("Trong tổ"), lambda row: _(ROLE_TITLES[row.seat.stay.role])),
    _plain(lambda: _("Điện thoại"), lambda row: _number(row, row.seat.person.details.phone)),
    _plain(lambda: _("Zalo"), _zalo),
    _plain(lambda: _("Từ ngày"), lambda row: typed_day(row.seat.stay.joined)),
    Column(
        lambda: _("Ghi chú"),
        {
            SHOWN: _note,
            Role.TONE: _note_tone,
            Role.STRONG: lambda row: row.new and not _warning(row),
        },
    ),
)
"""The columns in the order of Place."""


class MemberModel(ListModel):
    """The rows of the team that is shown; telephones are masked until they are revealed."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key_of=lambda row: row.seat.person.id)
