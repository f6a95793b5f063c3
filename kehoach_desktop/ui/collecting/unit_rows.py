"""The units of a period as the list shows them: asked, sent back, waiting to be looked at, late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kehoach_desktop.domain.progress import Standing
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_outcome import Comparison
from kehoach_desktop.domain.unit import UnitKind, kind_of_name
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.collecting import UnitReturn
from kehoach_desktop.ui.list_model import SHOWN, Column, Heading
from kehoach_desktop.ui.looks import DOUBT, READY, STANDING_LOOKS, Look
from kehoach_desktop.ui.table_cells import Role


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit; `waiting` counts the cells of its files that wait to be looked at, None: no file."""

    unit: UnitReturn
    waiting: int | None = None

    @property
    def name(self) -> str:
        """The name of the unit."""
        return self.unit.unit

    @property
    def owes(self) -> bool:
        """Whether its form has not come home."""
        return self.unit.received is None and self.waiting is None


def unit_rows(
    units: Sequence[UnitReturn], waiting: Sequence[Comparison]
) -> tuple[UnitRow | Heading, ...]:
    """Return the units under departments and villages, with the files that wait."""
    rows = [UnitRow(unit, _waiting(unit.unit, waiting)) for unit in units]
    strangers = (file for file in waiting if not any(same_unit(file.unit, r.name) for r in rows))
    names = dict.fromkeys(file.unit for file in strangers if file.unit and file.accepted)
    for name in names:
        rows.append(UnitRow(UnitReturn(name, None, None), _waiting(name, waiting)))
    return tuple(_under_headings(rows))


def _waiting(unit: str, files: Sequence[Comparison]) -> int | None:
    mine = [file for file in files if file.accepted and same_unit(file.unit, unit)]
    told = (len(f.changes) + len(f.figures) + len(f.questions) for f in mine)
    return sum(told) if mine else None


def _under_headings(rows: Sequence[UnitRow]) -> Iterator[UnitRow | Heading]:
    titles = {
        UnitKind.DEPARTMENT: _("Phòng, ban, đơn vị"),
        UnitKind.VILLAGE: _("Thôn, bản, tổ dân phố"),
    }
    for kind, title in titles.items():
        inside = [row for row in rows if kind_of_name(row.name) is kind]
        if inside:
            home = sum(row.unit.received is not None for row in inside)
            yield Heading(title, _("{home}/{all} đã gửi").format(home=home, all=len(inside)))
            yield from inside


def home_and_out(units: Sequence[UnitReturn]) -> tuple[int, int]:
    """Return how many units sent their form back, and how many were asked."""
    return sum(unit.received is not None for unit in units), len(units)


def state_words(row: UnitRow) -> str:
    """Return how far a unit's form has come."""
    if row.waiting is not None:
        return counted("chờ ghi: {count} ô", row.waiting).format(count=row.waiting)
    late = row.unit.days_late
    if row.unit.received is not None:
        said = _("đã ghi {count} dòng").format(count=len(row.unit.received.tasks))
        if row.unit.sent is not None and not row.unit.sent.tasks:
            said = _("đã gửi số liệu")
        elif _came_blank(row):
            said = _("phiếu về để trống")
        return (
            counted("{said}, chậm {days} ngày", late).format(said=said, days=late) if late else said
        )
    if late:
        return counted("chưa gửi, chậm {days} ngày", late).format(days=late)
    return _("chưa gửi")


def _came_blank(row: UnitRow) -> bool:
    """Say whether a form came home that answers none of the tasks it asks about."""
    sent, received = row.unit.sent, row.unit.received
    return bool(sent and sent.tasks and received and not received.tasks)


def day_words(row: UnitRow) -> str:
    """Return the day the form came home, or a dash."""
    if row.unit.received is None:
        return "–"
    day = datetime.fromisoformat(row.unit.received.received_at).astimezone()
    return f"{day.day:02d}/{day.month:02d}"


def look_of(row: UnitRow) -> Look:
    """Return how a unit looks."""
    if row.waiting is not None:
        return DOUBT
    if row.unit.received is not None:
        return DOUBT if _came_blank(row) else READY
    late = row.unit.days_late > 0
    owed = STANDING_LOOKS[Standing.UNANSWERED]
    return Look(owed.glyph, owed.hue, "red", strong=True) if late else owed


COLUMNS = (
    Column(
        lambda: _("Đơn vị"),
        {
            SHOWN: lambda row: row.name,
            Role.GLYPH: lambda row: look_of(row).glyph,
            Role.HUE: lambda row: look_of(row).hue,
        },
    ),
    Column(
        lambda: _("Phiếu"),
        {
            SHOWN: state_words,
            Role.TONE: lambda row: look_of(row).words,
            Role.STRONG: lambda row: look_of(row).strong,
        },
    ),
    Column(lambda: _("Nhận"), {SHOWN: day_words, Role.TONE: lambda _row: "text2"}),
)
