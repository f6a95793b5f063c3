"""The report of a quarter, a half-year, nine months, a year, or one asked for on occasion."""

from __future__ import annotations

from dataclasses import replace

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.narrative_citation import subject_lines
from kehoach_desktop.domain.paper_day import due_month
from kehoach_desktop.domain.paper_frame import PaperKind, addressees_of
from kehoach_desktop.domain.paper_request import PaperRequest, Sources
from kehoach_desktop.domain.paper_signing import frame_of
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.domain.report import Block, BlockKind, PeriodReport, PeriodView
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


def period_report(
    asked: PaperRequest, sources: Sources, before: PeriodView | None, *, all_tasks: bool = False
) -> PeriodReport:
    """Return the report asked for on the period of the sources.

    `before` is the period of the same length before it, where it is COMPARED. Raises WrongPeriod.
    """
    view, office = sources.view, sources.office
    wanted = PERIOD_OF.get(asked.kind)
    if wanted is not None and view.period.kind is not wanted:
        raise WrongPeriod(asked.kind)
    text = write_report_text(office, view, before)
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
