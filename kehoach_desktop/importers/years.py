"""The year of a deadline that names none: that of the paper, or the next where that is past."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.plan import PlanDocument, Task
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.time_over import NOTHING_OVER, Over

GRACE = timedelta(days=60)
LAST_MONTHS = 11
_NAMED = re.compile(r"(?<![-–/\d])năm\s+(20[2-4]\d)(?!\s*[-–]\s*\d)(?!\d)", re.IGNORECASE)
_MONTH = re.compile(r"tháng\s*(\d{1,2})\D{1,12}(20[2-4]\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Years:
    """The year of the paper, the day it was issued, and the one year its titles name.

    `chosen` says that a person named the year: then it holds for every deadline.
    """

    year: int | None = None
    issued: date | None = None
    named: int | None = None
    chosen: bool = False
    told: str = ""
    """When the paper was issued, in words: the day, or of a draft the month."""

    def read(self, wording: str, over: Over = NOTHING_OVER) -> Deadline:
        """Return the deadline of a wording; without a year in it, in the year it can be meant.

        That is the year that stands over it. Else a day more than 60 days before the paper was
        issued is proposed a year later; what is signed in the last two months for the next year
        is read in that year.
        """
        spelt = over.spelt(wording)
        read = read_deadline(spelt, over.year or self._year_of(spelt))
        return read if spelt == wording else replace(read, wording=wording)

    def begun(self, deadline: Deadline, start: str, over: Over) -> Deadline:
        """Return a deadline with the beginning that another column gives as `start`.

        One that is not understood, or lies after the end, is left out.
        """
        whole = self.read(f"Từ {start} đến {deadline.wording}", over)
        alone = self.read(f"Từ {start}", over)
        day = whole.start if deadline.due and whole.due == deadline.due else alone.start
        if day is None or (deadline.due is not None and day > deadline.due):
            return deadline
        kind = Kind.FIXED if deadline.kind in (Kind.MONTH, Kind.QUARTER) else deadline.kind
        kind = kind if deadline.wording else Kind.FROM
        return replace(deadline, kind=kind, start=day)

    def doubts(self, tasks: Iterable[Task], over: Mapping[str, Over]) -> Iterator[Finding]:
        """Yield, for each task whose year was proposed or lies before the paper, what was done.

        A year that stands over many is told once.
        """
        told = ""
        for task in tasks:
            above, wording = over.get(task.id, NOTHING_OVER), task.deadline.wording
            if above.year is None:
                said = self._doubt(above.spelt(wording))
            elif above.year == self.year or told == above.words or not self._needs_year(wording):
                continue
            else:
                told = above.words
                message = mark(
                    "Thời hạn không ghi năm: từ đây đọc theo năm {year} của “{words}” ở trên."
                )
                said = message.format(year=above.year, words=told[:120])
            if said:
                yield Finding(Severity.CHECK, task.place, said, task.id)

    def _year_of(self, wording: str) -> int | None:
        if self.year is None or self.issued is None or self.chosen:
            return self.year
        if not self._needs_year(wording):
            return self.year
        if self.named == self.issued.year + 1 and self.issued.month >= LAST_MONTHS:
            return self.named
        day = _day_of(read_deadline(wording, self.year))
        late = day is not None and day < self.issued - GRACE
        return self.year + 1 if late else self.year

    def _needs_year(self, wording: str) -> bool:
        """Say whether the wording names no year, so that the reading hangs on ours."""
        year = self.year or 0
        return read_deadline(wording, year) != read_deadline(wording, year + 1)

    def _doubt(self, wording: str) -> str:
        if self.issued is None or self.chosen or not wording or not self._needs_year(wording):
            return ""
        year = self._year_of(wording)
        if year != self.year:
            message = mark(
                "Thời hạn “{text}” không ghi năm: đề xuất năm {year}, vì ban hành {day}."
            )
            return message.format(text=wording, year=year, day=self.told)
        day = _day_of(read_deadline(wording, year))
        if day is None or day >= self.issued:
            return ""
        message = mark("Thời hạn “{text}” không ghi năm: đọc là {due}, trước ngày ban hành {day}.")
        return message.format(text=wording, due=typed_day(day), day=self.told)


def years_of(document: PlanDocument, titles: Iterable[str], chosen: int | None) -> Years:
    """Return the years that deadlines are read by; `chosen` is the one a person named."""
    issued = document.date or _month_issued(document.date_text)
    named = {int(year) for title in (document.title, *titles) for year in _NAMED.findall(title)}
    one = named.pop() if len(named) == 1 else None
    told = typed_day(document.date) if document.date else f"{issued:%m/%Y}" if issued else ""
    return Years(chosen or document.year, issued, one, chosen is not None, told)


def _month_issued(text: str) -> date | None:
    """Return the first day of the month in which a draft without its day is dated."""
    found = _MONTH.search(text)
    month = int(found[1]) if found else 0
    return date(int(found[2]), month, 1) if found and 1 <= month <= 12 else None


def _day_of(deadline: Deadline) -> date | None:
    return deadline.due or deadline.start
