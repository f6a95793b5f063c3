"""Which period a screen shows when nobody has chosen one."""

from __future__ import annotations

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.services.reporting import Reporting


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
