"""The month a draft is dated in, before anybody knows its day, and days that are too far off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.text import squeeze, typed_day
from kehoach_desktop.i18n import _

MIDDLE_OF_MONTH = 15
FARTHEST_AHEAD = timedelta(days=31)
_CITED = re.compile(
    r"\bsố\s+(?P<number>\S*\d\S*/\S+)\s+ngày\s+"
    r"(?P<day>\d{1,2}(?:/\d{1,2}/|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})"
)
_GAP = re.compile(r"\s{3,}")
_BLANK = re.compile(
    r"[^\W\d_]+(?:\s[^\W\d_]+)?\ssố\s{3,}/\S+(?:\sngày\s{3,}tháng\s\d*)?|"
    r"số\s\S*\d\S*\sngày\s{3,}tháng\s\d*"
)


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


def doubts_of_citations(texts: Sequence[str], issued_on: date | None) -> tuple[str, ...]:
    """Return what speaks against the papers that are cited: later than it, or with a blank.

    A draft is not doubted.
    """
    if issued_on is None:
        return ()
    found = (_GAP.sub(" … ", blank[0]) for text in texts for blank in _BLANK.finditer(text))
    blanks = [squeeze(words).replace("… /", "…/") for words in dict.fromkeys(found)]
    whole = [w for w in blanks if not any(w != o and o.startswith(w) for o in blanks)]
    said = _("Văn bản được dẫn chưa có số, ngày: “{words}”; ghi ở “Số, ngày kế hoạch…”.")
    return (*_later(texts, issued_on), *(said.format(words=words) for words in whole))


def _later(texts: Sequence[str], issued_on: date) -> tuple[str, ...]:
    words = _("Dẫn văn bản số {number} đề ngày {day}, sau ngày ký.")
    found = (citation for text in texts for citation in _CITED.finditer(text))
    days = ((citation["number"].rstrip(",;"), _day_of(citation)) for citation in found)
    late = [(number, day) for number, day in days if day is not None and day > issued_on]
    return tuple(words.format(number=n, day=typed_day(day)) for n, day in dict.fromkeys(late))


def _day_of(citation: re.Match[str]) -> date | None:
    day, month, year = map(int, re.findall(r"\d+", citation["day"]))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def doubts_of_day(issued_on: date | None, today: date) -> tuple[str, ...]:
    """Return what speaks against the day of a paper: so far ahead, it is a slip of the pen."""
    if issued_on is None or issued_on - today <= FARTHEST_AHEAD:
        return ()
    words = _("Ngày ký {day} còn sau hôm nay {count} ngày.")
    return (words.format(day=typed_day(issued_on), count=(issued_on - today).days),)
