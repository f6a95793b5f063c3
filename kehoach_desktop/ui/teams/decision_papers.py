"""Drafts of the decision a team is owed and of the tờ trình for it, for one team or for all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import TEAMS, PaperRequest
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.papers.paper_names import file_name
from kehoach_desktop.ui.teams.asking import PaperAsking
from kehoach_desktop.ui.teams.hand_out import HandOut
from kehoach_desktop.ui.workbench import Workbench


def owed_with(team: Team, states: Sequence[TeamState]) -> tuple[Team, ...]:
    """Return the teams of the kind of `team` that are owed a decision, `team` first."""
    others = (state.team for state in states if state.team and state.owed and state.seats)
    alike = [other for other in others if other.kind == team.kind and other.id != team.id]
    return (team, *alike)


def ask_paper(
    parent: QWidget, workbench: Workbench, kind: PaperKind, teams: Sequence[Team], out: HandOut
) -> None:
    """Write a draft on the one team there is, or ask first whether it is on all of them."""
    if len(teams) == 1:
        try:
            _draft(workbench, kind, [teams[0].id], out)
        except KehoachError as refusal:
            messages.show_error(parent, refusal)
        return
    title = _("Dự thảo quyết định") if kind is PaperKind.DECISION else _("Tờ trình")
    dialog = PaperAsking(parent, title, teams)
    dialog.answer = lambda: _draft(workbench, kind, dialog.teams.currentData(), out)
    dialog.open()


def _draft(workbench: Workbench, kind: PaperKind, teams: Sequence[str], out: HandOut) -> None:
    request = PaperRequest(kind, {TEAMS: "; ".join(teams)})
    paper = workbench.team_papers.made(request).paper
    name = file_name(paper, workbench.tools.report_name)
    out.ask_and_write(name, partial(workbench.tools.write_paper, paper))
