"""The villages and their teams as a table: how many people, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from kehoach_desktop.domain.team_book import USUAL_KIND
from kehoach_desktop.domain.team_match import is_found
from kehoach_desktop.domain.team_state import TeamLack, TeamState
from kehoach_desktop.domain.team_words import state_words
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.list_model import RIGHT
from kehoach_desktop.ui.table_cells import Index, Role

TITLES = (mark("Thôn, tổ"), mark("Người"), mark("Tình hình"))
NAME, COUNT, STATE = range(3)
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
ROOT = QModelIndex()


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


class VillageModel(QAbstractTableModel):
    """One row for each team and each village without one."""

    def __init__(self) -> None:
        super().__init__()
        self._states: tuple[TeamState, ...] = ()

    def show_states(self, states: Sequence[TeamState]) -> None:
        """Show `states`; where the same rows stand, only their cells change."""
        before, after = self._states, tuple(states)
        anew = [*map(key_of, before)] != [*map(key_of, after)]
        if anew:
            self.beginResetModel()
        self._states = after
        if anew:
            self.endResetModel()
        elif after:
            self.dataChanged.emit(self.index(0, 0), self.index(len(after) - 1, STATE))

    def state(self, row: int) -> TeamState | None:
        """Return the state in a row, or None."""
        return self._states[row] if 0 <= row < len(self._states) else None

    def row_of(self, key: str) -> int:
        """Return where a team or village stands, -1 where it is not shown."""
        return next((n for n, state in enumerate(self._states) if key_of(state) == key), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._states)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section == COUNT:
            return RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says for `role`."""
        state = self.state(index.row())
        if state is None:
            return None
        return _SAYS[index.column()](state, role)


def _name(state: TeamState, role: int) -> Any:
    glyph, hue = _GLYPHS[state.lacks[0]] if state.lacks else ("tick", "green")
    usual = state.team is None or state.team.kind == USUAL_KIND
    title = state.team.title if state.team else state.area
    says: dict[int, str] = {
        Qt.ItemDataRole.DisplayRole: state.area if usual else title,
        Qt.ItemDataRole.ToolTipRole: title,
        Role.GLYPH: glyph,
        Role.HUE: hue,
    }
    return says.get(role)


def _count(state: TeamState, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return str(len(state.seats)) if state.team else "–"
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignRight
    return None


def _state(state: TeamState, role: int) -> Any:
    urgent = bool(state.lacks) and state.lacks[0] in _WANTS_A_HAND
    if role == Qt.ItemDataRole.DisplayRole:
        return state_words(state)
    if role == Role.TONE:
        return "amber" if urgent else "text2"
    return urgent if role == Role.STRONG else None


_SAYS = (_name, _count, _state)
