"""What a period says to answers that come late: refused, unless an officer says where they go."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.correction import (
    Correction,
    Into,
    Lateness,
    Taking,
    report_of,
    still_owed,
)
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.issued_paper import IssuedPaper
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import new_id
from kehoach_desktop.domain.return_form_outcome import Comparison
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.services.ports import Shelves
from kehoach_desktop.services.reporting import PeriodClosed


class FormsLate(KehoachError):
    """Answers came after their period was closed or reported, and nobody said where they go."""

    def __init__(self, late: Lateness) -> None:
        super().__init__(
            _("{why} Phiếu gửi sau chưa được ghi.").format(why=late.sentence),
            hint=_(
                "Chọn một: ghi vào kỳ sau (--into next), hoặc đính chính kỳ này kèm lý do "
                "(--correction “lý do”)."
            ),
        )


class NoCorrectionReason(KehoachError):
    """A correction needs its reason."""

    def __init__(self) -> None:
        super().__init__(
            _("Đính chính kỳ đã chốt, đã báo cáo phải ghi lý do; chưa ghi gì."),
            hint=_("Ví dụ: Phòng Kinh tế gửi lại số liệu đã kiểm tra."),
        )


@dataclass(frozen=True, slots=True)
class Landing:
    """Where answers land: the period, and what makes them late for the one they are about."""

    period: ReportingPeriod
    late: Lateness | None = None
    reason: str = ""


def lateness(shelves: Shelves, period: ReportingPeriod) -> Lateness | None:
    """Return what speaks against changing a period: closed, or reported; None for a free one."""
    opened = shelves.progress.period(period.key)
    closed = opened if opened is not None and opened.is_closed else None
    report = report_of(papers_around(shelves, period), period)
    return Lateness(period, closed, report) if closed or report else None


def papers_around(shelves: Shelves, period: ReportingPeriod) -> tuple[IssuedPaper, ...]:
    """Return the papers issued in the year of a period and in the next, where its reports are."""
    years = (period.year, period.year + 1)
    return tuple(paper for year in years for paper in shelves.issued.of_year(year))


def landing_of(shelves: Shelves, period: ReportingPeriod, into: Into | None) -> Landing:
    """Return where the answers about `period` land, as they would without asking further.

    Nothing is refused here: see `refuse_late`.
    """
    late = lateness(shelves, period)
    if into is not None and into.taking is Taking.NEXT:
        return Landing(period.next(), late)
    return Landing(period, late, squeeze(clean(into.reason)) if into else "")


def refuse_late(shelves: Shelves, landing: Landing, into: Into | None) -> None:
    """Raise FormsLate, NoCorrectionReason, or PeriodClosed for a next period that is closed too."""
    if into is None:
        if landing.late is not None:
            raise FormsLate(landing.late)
    elif into.taking is Taking.CORRECTION:
        if not landing.reason:
            raise NoCorrectionReason
    elif (opened := shelves.progress.period(landing.period.key)) and opened.is_closed:
        raise PeriodClosed(opened)


def correction_for(landing: Landing, taken: Comparison, at: str) -> Correction | None:
    """Return what is to be noted of a file that changes a late period, None where it does not."""
    late = landing.late
    cells = len(taken.changes) + len(taken.figures)
    if late is None or late.period != landing.period or not cells:
        return None
    paper = late.report.id if late.report else ""
    return Correction(
        new_id(),
        landing.period.key,
        at,
        taken.unit,
        taken.file,
        landing.reason,
        cells,
        paper,
    )


def owed_anywhere(shelves: Shelves) -> tuple[Correction, ...]:
    """Return the corrections of every period that no report tells yet, the earliest first."""
    periods = (ReportingPeriod.parse(held.key) for held in shelves.progress.periods())
    late = (period for period in periods if shelves.forms.corrections(period.key))
    return tuple(owed for period in late for owed in owed_in(shelves, period))


def owed_in(shelves: Shelves, period: ReportingPeriod) -> tuple[Correction, ...]:
    """Return the corrections of a period that its report does not tell yet."""
    return still_owed(shelves.forms.corrections(period.key), papers_around(shelves, period))
