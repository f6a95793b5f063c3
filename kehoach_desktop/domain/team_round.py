"""The teams of a period in one value: how they stood at its end, what was counted in it."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.figure_sheet import FigureSheet
from kehoach_desktop.domain.team_book import USUAL_KIND
from kehoach_desktop.domain.team_state import TeamState


@dataclass(frozen=True, slots=True)
class TeamRound:
    """How the teams stood at the end of a period, and what was counted in it."""

    sheet: FigureSheet
    states: tuple[TeamState, ...]

    @property
    def teams(self) -> tuple[TeamState, ...]:
        """The community digital teams; other bodies are not reported on here."""
        return tuple(s for s in self.states if s.team and s.team.kind == USUAL_KIND)

    @property
    def without_team(self) -> tuple[str, ...]:
        """The villages that have no team at all."""
        return tuple(state.area for state in self.states if state.team is None)
