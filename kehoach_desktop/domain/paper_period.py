"""The report of a quarter, a half-year, nine months, a year, or one asked for on occasion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.narrative_citation import subject_lines
from kehoach_desktop.domain.narrative_wording import capital, told_result
from kehoach_desktop.domain.paper_day import due_month
from kehoach_desktop.domain.paper_frame import PaperKind, addressees_of
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport, PeriodView, PlanProgress
from kehoach_desktop.domain.text import month_number
from kehoach_desktop.i18n import _

PERIOD_OF = {
    PaperKind.MONTHLY_REPORT: PeriodKind.MONTH,
    PaperKind.QUARTERLY_REPORT: PeriodKind.QUARTER,
    PaperKind.HALF_YEAR_REPORT: PeriodKind.HALF_YEAR,
    PaperKind.NINE_MONTH_REPORT: PeriodKind.NINE_MONTHS,
    PaperKind.YEARLY_REPORT: PeriodKind.YEAR,
}
EXAMPLES = {
    PeriodKind.MONTH: "2025-10",
    PeriodKind.QUARTER: "2025-Q3",
    PeriodKind.HALF_YEAR: "2025-H1",
    PeriodKind.NINE_MONTHS: "2025-9M",
    PeriodKind.YEAR: "2025",
}
# A month stands beside the month before in the counts of its own report; longer periods compare.
COMPARED = (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)


class WrongPeriod(KehoachError):
    """The kind of report needs a period of another length."""

    def __init__(self, kind: PaperKind) -> None:
        example = EXAMPLES[PERIOD_OF.get(kind, PeriodKind.MONTH)]
        super().__init__(
            _("Văn bản {kind} cần kỳ báo cáo thuộc loại của nó.").format(kind=kind.value),
            hint=_("Thêm --period, viết như {example}.").format(example=example),
        )


def kind_for(period: ReportingPeriod) -> PaperKind:
    """Return the kind of the report on a period of that length."""
    return next(kind for kind, length in PERIOD_OF.items() if length is period.kind)


def months_of(period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """Return the months of a longer period, none for a month."""
    if period.kind is PeriodKind.MONTH:
        return ()
    first, last = period.first_day.month, period.last_day.month
    months = range(first, last + 1)
    return tuple(ReportingPeriod(PeriodKind.MONTH, period.year, month) for month in months)


def gathered(view: PeriodView, months: Sequence[PeriodView]) -> PeriodView:
    """Return the view with what its months answered where the period itself has no answer.

    The state is that of the last month that answered; the results of all months stand one after
    the other, each with its month.
    """
    answers: dict[str, list[TaskProgress]] = {}
    for month in months:
        for row in month.rows():
            if row.entry.answered:
                answers.setdefault(row.task.id, []).append(row)
    plans = tuple(
        PlanProgress(p.plan, tuple(_gathered(row, answers.get(row.task.id, ())) for row in p.rows))
        for p in view.plans
    )
    return replace(view, plans=plans)


def _gathered(row: TaskProgress, months: Sequence[TaskProgress]) -> TaskProgress:
    if row.entry.answered or not months:
        return row
    entries = [month.entry for month in months]
    # A task that is done stays done, though a later month only said that nothing came up.
    done = [entry for entry in entries if entry.status is TaskStatus.DONE]
    state = done[-1] if done else entries[-1]
    merged = replace(
        state,
        period=row.entry.period,
        result=_joined(entries),
        evidence="; ".join(dict.fromkeys(filter(None, (e.evidence.strip() for e in entries)))),
        obstacle=entries[-1].obstacle,
        proposal=entries[-1].proposal,
        next_steps=entries[-1].next_steps,
    )
    return replace(row, entry=merged)


def _joined(entries: Iterable[ProgressEntry]) -> str:
    """Return the results month by month; a wording that comes again stands under its first."""
    told: dict[str, str] = {}
    for entry in entries:
        month = month_number(ReportingPeriod.parse(entry.period).index)
        told.setdefault(told_result(entry.result), f"tháng {month}")
    told.pop("", None)
    if len(told) == 1:
        return next(iter(told))
    return capital("; ".join(f"{month}: {result}" for result, month in told.items()))


def period_report(
    asked: PaperRequest, sources: Sources, before: PeriodView | None, *, all_tasks: bool = False
) -> PeriodReport:
    """Return the report asked for on the period of the sources.

    `before` is the period of the same length before it. Raises WrongPeriod.
    """
    view, office = sources.view, sources.office
    wanted = PERIOD_OF.get(asked.kind)
    if wanted is not None and view.period.kind is not wanted:
        raise WrongPeriod(asked.kind)
    compared = before if view.period.kind in COMPARED else None
    text = write_report_text(office, view, compared)
    if asked.kind is PaperKind.AD_HOC_REPORT:
        text = _on_occasion(asked, text)
    addressees = addressees_of(asked.text("addressee", office.addressee))
    frame = frame_of(asked, sources, subject_of(asked, view), addressees)
    frame = replace(frame, dated=due_month(office, view.period))
    return PeriodReport(office, view, text, all_tasks, asked.number, asked.issued_on, frame)


def subject_of(asked: PaperRequest, view: PeriodView) -> tuple[str, ...]:
    """Return the subject as given, else what the period and its plans make of it."""
    given = asked.lines("subject")
    return given or subject_lines(view)


def _on_occasion(asked: PaperRequest, text: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the text with the paper that asked for the report at its head."""
    opening = text[0]
    basis = f"Thực hiện {asked.ended('request')}"
    first = replace(opening, text=f"{basis} và {opening.text[0].lower()}{opening.text[1:]}")
    return (first, *text[1:]) if opening.kind is BlockKind.PARAGRAPH else text
