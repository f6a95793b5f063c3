"""What the form of a paper asks for, as one value."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from kehoach_desktop.domain.paper_book import RECIPES
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.services.papers import Made, Span
from kehoach_desktop.services.team_papers import TeamPapers


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted: the request, the stretch of time it is about, and whether of all tasks."""

    request: PaperRequest
    span: Span | None = None
    all_tasks: bool = False

    def numbered(self, number: int | None, day: date | None) -> Wanted:
        """Return the same with another number and day."""
        return replace(self, request=replace(self.request, number=number, issued_on=day))

    def made(self, papers: TeamPapers) -> Made:
        """Return the paper. Raises what `TeamPapers.made` raises."""
        return papers.made(self.request, self.span, all_tasks=self.all_tasks)

    def data(self, despite: str = "") -> str:
        """Return what was asked for as JSON text, as the register keeps it.

        `despite` is why it was issued although signer or day is doubtful.
        """
        span = self.span.key if self.span else None
        value = {"given": dict(self.request.given), "period": span, "all": self.all_tasks}
        value |= {"despite": despite} if despite else {}
        return json.dumps(value, ensure_ascii=False)


def is_period_report(kind: PaperKind) -> bool:
    """Say whether a kind reports on a period, with a text that can be edited."""
    return kind not in RECIPES


def is_about_tasks(kind: PaperKind) -> bool:
    """Say whether a kind tells of the tasks of the plans, the commune's or all of them."""
    tells = (PaperKind.PLAN, PaperKind.LETTER, PaperKind.WEEKLY_REPORT)
    return is_period_report(kind) or kind in tells
