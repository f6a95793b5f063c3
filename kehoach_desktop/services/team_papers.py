"""The verbs that write papers on teams and keep what a decision fixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.paper_book import check_keys
from kehoach_desktop.domain.paper_frame import Frame, PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.team_book import TeamStep
from kehoach_desktop.domain.team_paper_words import in_name_order
from kehoach_desktop.domain.team_papers import (
    PROPOSING_UNIT,
    TeamsDecided,
    team_decision,
    team_submission,
)
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.i18n import _
from kehoach_desktop.services.papers import Made, Papers, Span, made_of
from kehoach_desktop.services.rosters import Rosters

WRITERS = {PaperKind.DECISION: team_decision, PaperKind.SUBMISSION: team_submission}


class NoPaperOnTeams(KehoachError):
    """A paper of that kind is not written from the lists of teams."""

    def __init__(self) -> None:
        super().__init__(
            _("Chỉ quyết định và tờ trình được lập từ danh sách tổ."),
            hint=_("Chọn loại quyet_dinh hoặc to_trinh, hoặc bỏ tên tổ."),
        )


class NothingToDecide(KehoachError):
    """No team is owed a decision, or none of the chosen has anybody in it."""

    def __init__(self) -> None:
        super().__init__(
            _("Không tổ nào cần quyết định: danh sách vẫn như quyết định gần nhất."),
            hint=_("Ghi người vào tổ, thôi tham gia trước; hoặc nêu rõ tên tổ."),
        )


class TeamsOfSeveralKinds(KehoachError):
    """One decision is on teams of one kind."""

    def __init__(self, kinds: Sequence[str]) -> None:
        super().__init__(
            _("Các tổ đã chọn khác loại: {kinds}.").format(kinds=", ".join(kinds)),
            hint=_("Lập cho từng loại tổ một quyết định."),
        )


class TeamPapers:
    """Papers on the digital teams: what they say comes from the lists and their dates."""

    def __init__(self, papers: Papers, rosters: Rosters) -> None:
        self._papers = papers
        self._rosters = rosters

    def made(
        self, asked: PaperRequest, span: Span | None = None, *, all_tasks: bool = False
    ) -> Made:
        """Return the paper asked for: on teams where it names them, else as `Papers.made` does.

        It tells the teams as they stand on its day, today in a draft, and who may sign that day
        signs it. Raises NoPaperOnTeams, UnknownTeam, NothingToDecide, TeamsOfSeveralKinds,
        NoOffice, UnknownPaperKey.
        """
        if not asked.is_on_teams:
            return self._papers.made(asked, span, all_tasks=all_tasks)
        if asked.kind not in WRITERS:
            raise NoPaperOnTeams
        check_keys(asked)
        teams = self.decided(asked.teams, asked.issued_on)
        if asked.kind is PaperKind.SUBMISSION:
            asked = replace(asked, given={"issuer": PROPOSING_UNIT, **asked.given})
        asked, doubts = self._papers.signed_for(asked)
        paper = WRITERS[asked.kind](asked, self._papers.sources(), teams)
        return made_of(paper, paper.gaps, doubts, asked)

    def decided(self, names: Sequence[str] = (), on: date | None = None) -> TeamsDecided:
        """Return the teams named, or all that are owed a decision on that day (today)."""
        day = on or self._rosters.today()
        states = self._rosters.states(day)
        if names:
            wanted = {self._rosters.team(name, day).id for name in names}
            chosen = [s for s in states if s.team and s.team.id in wanted]
        else:
            chosen = [s for s in states if s.team and s.owed]
        chosen = [state for state in chosen if state.seats]
        if not chosen:
            raise NothingToDecide
        kinds = _kinds(chosen)
        if len(kinds) > 1:
            raise TeamsOfSeveralKinds(kinds)
        book = self._rosters.book()
        return TeamsDecided(book, tuple(in_name_order(book, state) for state in chosen))

    def fixing(self, asked: PaperRequest, frame: Frame) -> TeamStep | None:
        """Return the step by which a decision fixes the lists of its teams on its day.

        None for any other paper. It is kept by `Issuing.issue`, together with the decision.
        """
        if asked.kind is not PaperKind.DECISION or not asked.is_on_teams or not frame.issued_on:
            return None
        on, number = frame.issued_on, "".join(frame.number_and_symbol.split())
        teams = [s.team.id for s in self.decided(asked.teams, on).states if s.team]
        return self._rosters.deciding(teams, number, on)


def _kinds(states: Sequence[TeamState]) -> list[str]:
    return sorted({state.team.kind for state in states if state.team})
