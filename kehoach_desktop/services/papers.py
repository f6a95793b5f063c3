"""The verbs that gather what the store holds for a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kehoach_desktop.domain.figure_cell import quarter_of
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.live_text import text_key, told
from kehoach_desktop.domain.paper import Table
from kehoach_desktop.domain.paper_book import RECIPES, check_keys, gaps_of, make_paper
from kehoach_desktop.domain.paper_day import doubts_of_citations, doubts_of_day
from kehoach_desktop.domain.paper_frame import PaperKind
from kehoach_desktop.domain.paper_period import COMPARED, WrongPeriod, period_report
from kehoach_desktop.domain.paper_reminder import is_about_forms
from kehoach_desktop.domain.paper_request import TASKS, PaperRequest, Sources
from kehoach_desktop.domain.paper_week import Week
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress
from kehoach_desktop.domain.report import Block, PeriodReport, PeriodView
from kehoach_desktop.domain.signer import completed, doubts_of
from kehoach_desktop.domain.snapshot import MadePaper
from kehoach_desktop.services.figure_books import team_round
from kehoach_desktop.services.planning import UnknownTask
from kehoach_desktop.services.ports import Store
from kehoach_desktop.services.report_texts import kept_on
from kehoach_desktop.services.reporting import NoOffice, NoTasks, Reporting
from kehoach_desktop.services.returns import returns_in, round_of

Span = ReportingPeriod | Week
# The commands by which an answer is written: typed, or come home in a form.
ANSWERING = ("record_entry", "collect_forms", "correct_period")


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was made: the keys it leaves blank, what speaks against its signer or day."""

    paper: MadePaper
    gaps: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


class Papers:
    """What papers are made from."""

    def __init__(self, store: Store, reporting: Reporting) -> None:
        self._store = store
        self._reporting = reporting

    def made(
        self,
        asked: PaperRequest,
        span: Span | None = None,
        *,
        all_tasks: bool = False,
        as_of: date | None = None,
    ) -> Made:
        """Return the paper asked for; `span` is its period, or the week of a weekly report.

        Its figures stand as on `as_of`, and never later than the paper is signed. Raises NoOffice,
        NoTasks, WrongPeriod, UnknownPaperKey, UnknownTask of a plan, and what its recipe raises.
        """
        check_keys(asked)
        as_of = as_of or asked.issued_on
        asked, doubts = self.signed_for(asked)
        period = span if isinstance(span, ReportingPeriod) else None
        if asked.kind in RECIPES:
            week = span if isinstance(span, Week) else None
            if asked.kind is PaperKind.WEEKLY_REPORT:
                week = week or Week.of(self._day(as_of))
            if asked.kind is PaperKind.TEAM_REPORT:
                period = period or quarter_of(self._day(as_of))
            picked = asked.entries(TASKS) if asked.kind is PaperKind.PLAN else ()
            every = all_tasks or bool(picked)
            sources = self.sources(period, week, all_tasks=every, as_of=as_of)
            if picked:
                sources = replace(sources, view=only(sources.view, picked))
            if asked.kind is PaperKind.LETTER and is_about_forms(asked):
                sources = self._with_forms(sources)
            if asked.kind is PaperKind.TEAM_REPORT:
                sources = self._with_teams(sources)
            paper = make_paper(asked, sources)
            return made_of(paper, paper.gaps, doubts, asked)
        if period is None:
            raise WrongPeriod(asked.kind)
        sources = self.sources(period, all_tasks=all_tasks, as_of=as_of)
        report = self._report(asked, sources, all_tasks=all_tasks)
        return made_of(report, gaps_of(asked, sources), doubts, asked)

    def signed_for(self, asked: PaperRequest) -> tuple[PaperRequest, tuple[str, ...]]:
        """Return the request with who signs and who receives on its day, and what is doubtful.

        The day is that of issue, of a draft today. Raises NoOffice.
        """
        with self._store.reading() as shelves:
            office, book = shelves.office.get(), shelves.signing.book()
        if office is None:
            raise NoOffice
        today = self._reporting.today()
        day = asked.issued_on or today
        asked = completed(asked, office, book, day)
        return asked, (*doubts_of(asked, book, day), *doubts_of_day(asked.issued_on, today))

    def sources(
        self,
        period: ReportingPeriod | None = None,
        week: Week | None = None,
        *,
        all_tasks: bool = False,
        as_of: date | None = None,
    ) -> Sources:
        """Return what the store holds for a paper on a period, a week, or the month of its day.

        Raises NoOffice when the store has no complete office.
        """
        with self._store.reading() as shelves:
            office = shelves.office.get()
        if office is None or not office.complete:
            raise NoOffice
        today = self._reporting.today()
        day = week.last_day if week else self._day(as_of)
        view = self.view(period or ReportingPeriod.month_of(day), all_tasks=all_tasks)
        if as_of is not None and view.figures_from <= as_of < view.as_of:
            view = replace(view, as_of=as_of)
        if week is None:
            return Sources(office, view, today)
        until = min(week.last_day, today)
        view = replace(view, as_of=max(until, view.figures_from))
        return Sources(office, view, today, week, self._changed_in(week, view))

    def _day(self, as_of: date | None) -> date:
        """Return the day whose month, week or quarter a paper is about that names none."""
        today = self._reporting.today()
        return min(as_of or today, today)

    def _with_teams(self, sources: Sources) -> Sources:
        """Return the sources with the teams of the period."""
        with self._store.reading() as shelves:
            told = team_round(shelves, sources.view.period, sources.today)
        return replace(sources, teams=told)

    def _with_forms(self, sources: Sources) -> Sources:
        """Return the sources with the round of return forms, and every task that was asked."""
        period = sources.view.period
        view = replace(self.view(period, all_tasks=True), as_of=sources.view.as_of)
        silent = {row.task.id for row in view.rows() if not row.entry.answered}
        with self._store.reading() as shelves:
            forms = round_of(returns_in(shelves, period, sources.today), silent)
        # The keys of tasks are those of the report: what nobody was asked would change them.
        told = {row.task.id for row in sources.view.rows()}
        told.update(*(unit.tasks for unit in forms.late))
        kept = ((plan, tuple(r for r in plan.rows if r.task.id in told)) for plan in view.plans)
        plans = tuple(replace(plan, rows=rows) for plan, rows in kept if rows)
        return replace(sources, view=replace(view, plans=plans), forms=forms)

    def view(self, period: ReportingPeriod, *, all_tasks: bool = False) -> PeriodView:
        """Return a period with what its months answered."""
        return self._reporting.told(period, all_tasks=all_tasks)

    def report(
        self, asked: PaperRequest, period: ReportingPeriod, *, all_tasks: bool = False
    ) -> PeriodReport:
        """Return the report of a period, of whatever length.

        Raises NoOffice, NoTasks without a row to report, WrongPeriod.
        """
        asked, _doubts = self.signed_for(asked)
        return self._report(asked, self.sources(period, all_tasks=all_tasks), all_tasks=all_tasks)

    def _report(self, asked: PaperRequest, sources: Sources, *, all_tasks: bool) -> PeriodReport:
        period = sources.view.period
        if not sources.view.plans:
            raise NoTasks(held=self._holds_a_plan())
        before = self._before(period, all_tasks=all_tasks)
        report = period_report(asked, sources, before, all_tasks=all_tasks)
        with self._store.reading() as shelves:
            kept = kept_on(shelves.reports, text_key(asked.kind, period))
        return replace(report, blocks=told(kept, report.blocks))

    def proposed(
        self, asked: PaperRequest, period: ReportingPeriod, *, all_tasks: bool = False
    ) -> tuple[Block, ...]:
        """Return the words the entries give a report, whatever was edited. Raises as `made`."""
        sources = self.sources(period, all_tasks=all_tasks)
        before = self._before(period, all_tasks=all_tasks)
        return period_report(asked, sources, before, all_tasks=all_tasks).blocks

    def _before(self, period: ReportingPeriod, *, all_tasks: bool) -> PeriodView | None:
        """Return the counts of the period before, None where the report does not compare."""
        if period.kind not in COMPARED:
            return None
        return self._reporting.standing(period.previous(), all_tasks=all_tasks)

    def _holds_a_plan(self) -> bool:
        with self._store.reading() as shelves:
            return bool(shelves.plans.all())

    def _changed_in(self, week: Week, view: PeriodView) -> tuple[TaskProgress, ...]:
        """Return the rows whose answer was written in the week, with the answer of that week."""
        written = ((row, self._written_in(week, row.task.id)) for row in view.rows())
        return tuple(replace(row, entry=entry, closing=None) for row, entry in written if entry)

    def _written_in(self, week: Week, task: TaskId) -> ProgressEntry | None:
        with self._store.reading() as shelves:
            history = shelves.history(task)
            days = {row.at.astimezone().date(): row for row in reversed(history) if _answers(row)}
            inside = [day for day in days if _inside(day, week)]
            if not inside:
                return None
            period = str((days[max(inside)].after or {}).get("period", ""))
            return shelves.progress.get(task, period)


def made_of(
    paper: MadePaper, gaps: tuple[str, ...], doubts: tuple[str, ...], asked: PaperRequest
) -> Made:
    """Return a paper that was made, doubted too for what it cites."""
    texts = list(paper.frame.subject) if paper.frame is not None else []
    if isinstance(paper, PeriodReport):
        texts += [block.text for block in paper.blocks]
    else:
        said = (content for content in paper.contents if not isinstance(content, Table))
        texts += [*paper.grounds, *(content.text for content in said)]
    return Made(paper, gaps, (*doubts, *doubts_of_citations(texts, asked.issued_on)))


def only(view: PeriodView, tasks: Sequence[str]) -> PeriodView:
    """Return the view with those tasks alone, in the order of the plans. Raises UnknownTask."""
    wanted = set(tasks)
    if unknown := wanted - {row.task.id for row in view.rows()}:
        raise UnknownTask(min(unknown))
    plans = (
        replace(plan, rows=tuple(row for row in plan.rows if row.task.id in wanted))
        for plan in view.plans
    )
    return replace(view, plans=tuple(plan for plan in plans if plan.rows))


def _answers(row: JournalRow) -> bool:
    return row.command in ANSWERING and bool(row.after and row.after.get("status"))


def _inside(day: date, week: Week) -> bool:
    return week.first_day <= day <= week.first_day + timedelta(days=6)
