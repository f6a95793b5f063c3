"""The month a draft is dated in, before anybody knows its day, and days that are too far off."""

from __future__ import annotations

from datetime import date, timedelta

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.text import short_date
from kehoach_desktop.i18n import _

MIDDLE_OF_MONTH = 15
FARTHEST_AHEAD = timedelta(days=31)


def due_month(office: Office, period: ReportingPeriod) -> date:
    """Return the first day of the month in which the report of `period` falls due.

    It is the last month of the period, or the one after it where the figures end after the
    reporting day: figures to the 31st are reported on the 5th of the next month. A report asked for
    in the second half of a month closes that month itself, whatever days of it are still to come.
    """
    last = period.last_day
    closes = office.cutoff_day or MIDDLE_OF_MONTH
    if office.reporting_day > min(closes, last.day - 1):
        return last.replace(day=1)
    return last + timedelta(days=1)


def doubts_of_day(issued_on: date | None, today: date) -> tuple[str, ...]:
    """Return what speaks against the day of a paper: so far ahead, it is a slip of the pen."""
    if issued_on is None or issued_on - today <= FARTHEST_AHEAD:
        return ()
    words = _("Ngày ký {day} còn sau hôm nay {count} ngày.")
    return (words.format(day=short_date(issued_on), count=(issued_on - today).days),)
