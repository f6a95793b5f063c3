"""The reporting period: a month, a quarter, a half-year, nine months or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import capital, month_number
from kehoach_desktop.i18n import _, mark, retold


class PeriodKind(StrEnum):
    """The lengths a report can cover."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


_SHAPES = {
    PeriodKind.MONTH: re.compile(r"(?P<year>\d{4})-(?P<index>0[1-9]|1[0-2])"),
    PeriodKind.QUARTER: re.compile(r"(?P<year>\d{4})-Q(?P<index>[1-4])"),
    PeriodKind.HALF_YEAR: re.compile(r"(?P<year>\d{4})-H(?P<index>[12])"),
    PeriodKind.NINE_MONTHS: re.compile(r"(?P<year>\d{4})-9M(?P<index>)"),
    PeriodKind.YEAR: re.compile(r"(?P<year>\d{4})(?P<index>)"),
}
_MONTHS_IN = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6}
_HALVES = (mark("6 tháng đầu năm {year}"), mark("6 tháng cuối năm {year}"))
_ROMAN = ("I", "II", "III", "IV")


class UnknownPeriod(KehoachError):
    """The text names no period."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Không hiểu kỳ báo cáo “{text}”.").format(text=text),
            hint=_(
                "Viết như 2025-10 (tháng), 2025-Q3 (quý), 2025-H1 (6 tháng), 2025-9M (9 tháng), "
                "2025 (năm)."
            ),
        )


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A period of one kind; `index` counts months, quarters or halves from 1."""

    kind: PeriodKind
    year: int
    index: int = 1

    @classmethod
    def parse(cls, text: str) -> ReportingPeriod:
        """Return the period that `text` (a key such as `2025-10`) names.

        Raises UnknownPeriod for anything else, and for a year outside 2020–2040.
        """
        for kind, shape in _SHAPES.items():
            if found := shape.fullmatch(text.strip()):
                year = int(found["year"])
                if 2020 <= year <= 2040:
                    return cls(kind, year, int(found["index"] or 1))
        raise UnknownPeriod(text)

    @classmethod
    def month_of(cls, day: date) -> ReportingPeriod:
        """Return the month that holds `day`."""
        return cls(PeriodKind.MONTH, day.year, day.month)

    @property
    def key(self) -> str:
        """The text that names the period in the store, in JSON and on the command line."""
        return {
            PeriodKind.MONTH: f"{self.year}-{self.index:02d}",
            PeriodKind.QUARTER: f"{self.year}-Q{self.index}",
            PeriodKind.HALF_YEAR: f"{self.year}-H{self.index}",
            PeriodKind.NINE_MONTHS: f"{self.year}-9M",
            PeriodKind.YEAR: f"{self.year}",
        }[self.kind]

    @property
    def name(self) -> str:
        """The period as papers name it: "tháng 02 năm 2025", "quý III năm 2025"."""
        words = {
            PeriodKind.MONTH: mark("tháng {month} năm {year}"),
            PeriodKind.QUARTER: mark("quý {quarter} năm {year}"),
            PeriodKind.HALF_YEAR: _HALVES[(self.index - 1) % 2],
            PeriodKind.NINE_MONTHS: mark("9 tháng năm {year}"),
            PeriodKind.YEAR: mark("năm {year}"),
        }[self.kind]
        quarter = _ROMAN[(self.index - 1) % 4]
        return words.format(month=month_number(self.index), quarter=quarter, year=self.year)

    @property
    def said(self) -> str:
        """The period within a sentence of the screens, in their language."""
        return retold(self.name)

    @property
    def short_name(self) -> str:
        """The period as screens name it: "Tháng 10/2025"."""
        if self.kind is PeriodKind.MONTH:
            return _("Tháng {month}/{year}").format(month=self.index, year=self.year)
        return capital(self.said)

    @property
    def first_day(self) -> date:
        """The first calendar day."""
        span = _MONTHS_IN.get(self.kind)
        return date(self.year, 1 if span is None else (self.index - 1) * span + 1, 1)

    @property
    def last_day(self) -> date:
        """The last calendar day."""
        span = _MONTHS_IN.get(self.kind)
        month = {PeriodKind.NINE_MONTHS: 9, PeriodKind.YEAR: 12}.get(
            self.kind, self.index * (span or 1)
        )
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def months(self) -> tuple[ReportingPeriod, ...]:
        """The months of a longer period; none for a month."""
        if self.kind is PeriodKind.MONTH:
            return ()
        numbers = range(self.first_day.month, self.last_day.month + 1)
        return tuple(ReportingPeriod(PeriodKind.MONTH, self.year, month) for month in numbers)

    def figures_until(self, cutoff_day: int) -> date:
        """Return the last day whose figures count (chốt số liệu; NĐ 09/2019).

        `cutoff_day` 0 means the calendar; 14 means day 14 of the last month.
        """
        last = self.last_day
        return last if not 0 < cutoff_day < last.day else last.replace(day=cutoff_day)

    def figures_from(self, cutoff_day: int) -> date:
        """Return the first day whose figures count, the day after the cut-off before."""
        if cutoff_day == 0:
            return self.first_day
        month_before = ReportingPeriod.month_of(self.first_day - timedelta(days=1))
        return month_before.figures_until(cutoff_day) + timedelta(days=1)

    def next(self) -> ReportingPeriod:
        """Return the period of the same kind that follows."""
        last_index = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF_YEAR: 2}
        if self.index < last_index.get(self.kind, 1):
            return ReportingPeriod(self.kind, self.year, self.index + 1)
        return ReportingPeriod(self.kind, self.year + 1)

    def previous(self) -> ReportingPeriod:
        """Return the period of the same kind that comes before."""
        if self.index > 1:
            return ReportingPeriod(self.kind, self.year, self.index - 1)
        last_index = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF_YEAR: 2}
        return ReportingPeriod(self.kind, self.year - 1, last_index.get(self.kind, 1))
