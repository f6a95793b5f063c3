"""Which period the screens show: the one chosen on any of them, else the one that fits the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod
from kehoach_desktop.i18n import _
from kehoach_desktop.services.reporting import Reporting
from kehoach_desktop.ui.overview_words import report_line


class ChosenPeriod(QObject):
    """The period that was last chosen on a screen, held by the workbench they share."""

    period: ReportingPeriod | None = None


def chosen(workbench: QObject) -> ChosenPeriod:
    """Return what the screens of `workbench` have chosen."""
    return workbench.findChild(ChosenPeriod) or ChosenPeriod(workbench)


def to_show(workbench: QObject, reporting: Reporting) -> ReportingPeriod:
    """Return the chosen period while it is open, else the usual one."""
    wanted = chosen(workbench).period
    return wanted if wanted and wanted in opened(reporting) else usual(reporting)


def opened(reporting: Reporting) -> tuple[ReportingPeriod, ...]:
    """Return the opened periods, the latest first."""
    periods = (ReportingPeriod.parse(held.key) for held in reporting.periods())
    return tuple(sorted(periods, key=lambda period: (period.last_day, period.first_day))[::-1])


def usual(reporting: Reporting) -> ReportingPeriod:
    """Return this month where it is open, else the last opened period, else this month."""
    held = opened(reporting)
    month = ReportingPeriod.month_of(reporting.today())
    return month if month in held or not held else held[0]


def to_open(reporting: Reporting) -> ReportingPeriod:
    """Return the month to propose for opening: this one, or the next where it is open."""
    month = ReportingPeriod.month_of(reporting.today())
    return month.next() if month in opened(reporting) else month


def inside(period: ReportingPeriod) -> str:
    """Return the name of a period inside a sentence: "tháng 10/2025", "quý IV năm 2025"."""
    return period.short_name[:1].lower() + period.short_name[1:]


def note_on(period: ReportingPeriod, office: Office | None, today: date) -> str:
    """Return what stands beside the name of a period: the days left, or where answers come from."""
    if period.kind is not PeriodKind.MONTH:
        return _("Lấy câu trả lời của các tháng; ghi ở đây chỉ đổi lời của kỳ này.")
    # Whom it goes to stands on the overview: beside three buttons the days would be cut off.
    return report_line(replace(office, addressee=""), period, today) if office else ""
