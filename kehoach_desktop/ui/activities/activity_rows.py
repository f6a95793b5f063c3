"""The rows of the activity list and of the villages beside it, and what their cells say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt

from kehoach_desktop.domain.activity import Activity
from kehoach_desktop.domain.figure_words import MISSING, figure_words
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.team_book import USUAL_KIND, Team
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.team_words import state_words
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.list_model import SHOWN, Column
from kehoach_desktop.ui.table_cells import Role

RIGHT = Qt.AlignmentFlag.AlignRight
ALIGN = Qt.ItemDataRole.TextAlignmentRole


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity with the name of its team, and whether a file proves it."""

    activity: Activity
    area: str
    proven: bool = False


@dataclass(frozen=True, slots=True)
class VillageRow:
    """A team or a village without one, with what was done in the month and in the quarter.

    The row without a state stands for the whole commune.
    """

    state: TeamState | None
    in_month: int
    in_quarter: int

    @property
    def team(self) -> TeamId | None:
        """The team of the row, None for the whole commune and for a village without a team."""
        return self.state.team.id if self.state and self.state.team else None


def team_name(team: Team) -> str:
    """Return how lists name a team: its area, with its kind where that is not the usual one."""
    return team.area if team.kind == USUAL_KIND else team.title


def activity_rows(
    found: Sequence[Activity], teams: Mapping[TeamId, Team], proven: frozenset[str]
) -> tuple[ActivityRow, ...]:
    """Return the rows of activities, the latest first."""
    return tuple(
        ActivityRow(a, _area(a.team, teams), a.id in proven) for a in reversed(found)
    )  # fmt: skip


def _area(team: TeamId | None, teams: Mapping[TeamId, Team]) -> str:
    held = teams.get(team) if team else None
    return team_name(held) if held else _("Cấp xã")


def _what(row: ActivityRow) -> str:
    return row.activity.content or row.activity.place or MISSING


def _second(row: ActivityRow) -> str:
    return row.activity.place if row.activity.content else ""


def _people(part: str) -> dict[int, Callable[[Any], Any]]:
    return {
        SHOWN: lambda row: figure_words(getattr(row.activity.attendance, part)),
        ALIGN: lambda _row: RIGHT,
        Role.TONE: lambda row: (
            "text3" if getattr(row.activity.attendance, part) is None else "text"
        ),
    }


COLUMNS = (
    Column(
        lambda: _("Ngày"),
        {
            SHOWN: lambda row: typed_day(row.activity.day),
            Role.GLYPH: lambda row: "tick" if row.proven else None,
            Role.HUE: lambda _row: "green",
            Qt.ItemDataRole.ToolTipRole: lambda row: _("Có tệp minh chứng") if row.proven else "",
        },
    ),
    Column(lambda: _("Tổ"), {SHOWN: lambda row: row.area}),
    Column(lambda: _("Loại"), {SHOWN: lambda row: _(row.activity.kind)}),
    Column(lambda: _("Nội dung, địa điểm"), {SHOWN: _what, Role.SECOND: _second}),
    Column(lambda: _("Người"), _people("people")),
    Column(lambda: _("Nữ"), _people("women")),
    Column(lambda: _("Cao tuổi"), _people("elderly")),
    Column(lambda: _("DTTS"), _people("minority")),
)
WIDTHS = (92, 140, 150, 150, 64, 64, 72, 84)


def _village(row: VillageRow) -> str:
    if row.state is None:
        return _("Tất cả")
    return team_name(row.state.team) if row.state.team else row.state.area


def village_state(row: VillageRow) -> str:
    """Return what is owed by a village: its team, a decision, an activity this quarter."""
    if row.state is None:
        return ""
    rests = bool(row.state.team) and not row.in_quarter
    state = replace(row.state, idle=rests)
    return state_words(state) if state.lacks else ""


def _glyph(row: VillageRow) -> tuple[str | None, str]:
    if row.state is None:
        return None, "text2"
    if row.state.team is None:
        return "dashed", "text2"
    return ("flag", "amber") if village_state(row) else ("tick", "green")


VILLAGE_COLUMNS = (
    Column(
        lambda: _("Thôn, tổ"),
        {
            SHOWN: _village,
            Role.SECOND: village_state,
            Role.SECOND_TONE: lambda _row: "amber",
            Role.GLYPH: lambda row: _glyph(row)[0],
            Role.HUE: lambda row: _glyph(row)[1],
        },
    ),
    Column(
        lambda: _("Tháng"), {SHOWN: lambda row: str(row.in_month), ALIGN: lambda _row: RIGHT}
    ),
    Column(
        lambda: _("Quý"), {SHOWN: lambda row: str(row.in_quarter), ALIGN: lambda _row: RIGHT}
    ),
)  # fmt: skip
VILLAGE_WIDTHS = (126, 62, 74)
