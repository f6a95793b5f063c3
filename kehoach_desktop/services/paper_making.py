"""Makes a paper of any kind from what was asked and what the store holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kehoach_desktop.domain.paper import Paper
from kehoach_desktop.domain.paper_book import RECIPES, gaps_of, make_paper
from kehoach_desktop.domain.paper_frame import Frame, PaperKind
from kehoach_desktop.domain.paper_period import WrongPeriod
from kehoach_desktop.domain.paper_request import PaperRequest
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.report import PeriodReport
from kehoach_desktop.services.papers import Papers

Span = ReportingPeriod | Week


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted: the request, the stretch of time it is about, and whether of all tasks."""

    request: PaperRequest
    span: Span | None = None
    all_tasks: bool = False

    def numbered(self, number: int | None) -> Wanted:
        """Return the same with another number."""
        return replace(self, request=replace(self.request, number=number))


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it was made; `gaps` are the keys that were needed and not given."""

    paper: Paper | PeriodReport
    gaps: tuple[str, ...]

    @property
    def frame(self) -> Frame:
        """What stands around its text."""
        frame = self.paper.frame
        assert frame is not None  # every paper that is made here has one
        return frame


def is_period_report(kind: PaperKind) -> bool:
    """Say whether a kind reports on a period, with a text that can be edited."""
    return kind not in RECIPES


def make(papers: Papers, wanted: Wanted) -> Made:
    """Return the paper wanted; a weekly report without a week is about the week of today.

    Raises WrongPeriod, NoOffice, NoTasks, UnknownPaperKey, UnknownCapacity.
    """
    request, span = wanted.request, wanted.span
    period = span if isinstance(span, ReportingPeriod) else None
    if is_period_report(request.kind):
        return _report(papers, wanted, period)
    week = span if isinstance(span, Week) else None
    if request.kind is PaperKind.WEEKLY_REPORT and week is None:
        week = Week.of(papers.sources().today)
    made = make_paper(request, papers.sources(period, week, all_tasks=wanted.all_tasks))
    return Made(made, made.gaps)


def _report(papers: Papers, wanted: Wanted, period: ReportingPeriod | None) -> Made:
    request = wanted.request
    if period is None:
        raise WrongPeriod(request.kind)
    report = papers.report(request, period, all_tasks=wanted.all_tasks)
    sources = papers.sources(period, all_tasks=wanted.all_tasks)
    return Made(report, gaps_of(request, sources))
