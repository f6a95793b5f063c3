"""The villages and their teams as a table: how many people, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kehoach_desktop.domain.team_book import USUAL_KIND
from kehoach_desktop.domain.team_match import is_found
from kehoach_desktop.domain.team_state import TeamLack, TeamState
from kehoach_desktop.domain.team_words import state_words
from kehoach_desktop.i18n import _
from kehoach_desktop.ui.list_model import RIGHT, SHOWN, Column, ListModel
from kehoach_desktop.ui.table_cells import Role

NAME = 0
_GLYPHS = {
    TeamLack.NO_TEAM: ("dashed", "text2"),
    TeamLack.EMPTY: ("dashed", "text2"),
    TeamLack.NO_LEADER: ("flag", "amber"),
    TeamLack.DECISION_OWED: ("triangle", "amber"),
    TeamLack.MANY_DEPUTIES: ("triangle", "amber"),
    TeamLack.IN_TWO_TEAMS: ("info", "acc"),
    TeamLack.IDLE: ("info", "acc"),
}
_WANTS_A_HAND = {TeamLack.NO_LEADER, TeamLack.DECISION_OWED, TeamLack.MANY_DEPUTIES}


def wants_a_hand(state: TeamState) -> bool:
    """Say whether the office has something to do about a village or its team."""
    return bool(state.lacks)


def key_of(state: TeamState) -> str:
    """Return what names a row: the team, or the village that has none."""
    return state.team.id if state.team else f"unit:{state.unit.id if state.unit else state.area}"


def first_found(words: str, state: TeamState) -> str:
    """Return the first person of a team that is looked for, "" where none is."""
    people = (seat.person for seat in state.seats)
    hit = (person.id for person in people if is_found(words, person.details))
    return next(hit, "") if words.strip() else ""


def _glyph(state: TeamState) -> tuple[str, str]:
    return _GLYPHS[state.lacks[0]] if state.lacks else ("tick", "green")


def _title(state: TeamState) -> str:
    return state.team.title if state.team else state.area


def _name(state: TeamState) -> str:
    usual = state.team is None or state.team.kind == USUAL_KIND
    return state.area if usual else _title(state)


def _urgent(state: TeamState) -> bool:
    return bool(state.lacks) and state.lacks[0] in _WANTS_A_HAND


COLUMNS = (
    Column(
        lambda: _("Thôn, tổ"),
        {
            SHOWN: _name,
            Qt.ItemDataRole.ToolTipRole: _title,
            Role.GLYPH: lambda state: _glyph(state)[0],
            Role.HUE: lambda state: _glyph(state)[1],
        },
    ),
    Column(
        lambda: _("Người"),
        {
            SHOWN: lambda state: str(len(state.seats)) if state.team else "–",
            Qt.ItemDataRole.TextAlignmentRole: lambda _state: RIGHT,
        },
    ),
    Column(
        lambda: _("Tình hình"),
        {
            SHOWN: state_words,
            Role.TONE: lambda state: "amber" if _urgent(state) else "text2",
            Role.STRONG: _urgent,
        },
    ),
)


class VillageModel(ListModel):
    """One row for each team and each village without one."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key_of=key_of)
