"""Stretches of time as deadlines name them: a day, a month, a quarter, a year, a span of them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.deadline import Kind

YEARS = range(2020, 2041)
MONTH_END = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, from `first` to `last` (month, day), in `year` to `last_year`.

    A `year` of None is one the words leave out; a last day of 0 is the end of that month. `spans`
    says that the words name both ends ("tháng 8-10", "tháng 8, 9"), `phase` that they name a
    period of planning and no deadline. `apart` are the months of a list with even gaps ("tháng 6,
    12"): times of a year, and no stretch of days.
    """

    kind: Kind
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None
    last_year: int | None = None
    spans: bool = False
    phase: bool = False
    apart: tuple[int, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether the words name one day."""
        return self.first == self.last

    def days(self, year: int | None) -> tuple[date, date] | None:
        """Return the first and last day, read in `year` if the words name none.

        None where a day is not in the calendar, a year is missing or outside 2020-2040, or the
        end lies before the beginning: such a date is never moved.
        """
        begins = None if self.apart else self.year or year
        ends = self.last_year or begins
        if begins is None or ends is None or begins not in YEARS or ends not in YEARS:
            return None
        first, last = _day(begins, self.first), _day(ends, self.last)
        return (first, last) if first and last and first <= last else None


def _day(year: int, month_day: tuple[int, int]) -> date | None:
    month, day = month_day
    if not 1 <= month <= 12:
        return None
    length = monthrange(year, month)[1]
    return date(year, month, day or length) if day <= length else None


def full_year(digits: str) -> int:
    """Return the year of two or four digits: `25` is 2025."""
    return int(digits) + (2000 if len(digits) == 2 else 0)


def one_day(year: int | None, month: int, day: int) -> Stretch | None:
    """Return that day, or None where no calendar has it."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2024, month)[1]:
        return None
    return Stretch(Kind.FIXED, (month, day), (month, day), year)


def months(numbers: Sequence[int], year: int | None, *, spans: bool) -> Stretch | None:
    """Return one month, a run of them or months evenly apart; None for any other list."""
    return _run(Kind.MONTH, 1, numbers, year, spans=spans)


def quarters(numbers: Sequence[int], year: int | None, *, spans: bool) -> Stretch | None:
    """Return one quarter, a run of them or quarters evenly apart; None for any other list."""
    return _run(Kind.QUARTER, 3, numbers, year, spans=spans)


def _run(
    kind: Kind, length: int, numbers: Sequence[int], year: int | None, *, spans: bool
) -> Stretch | None:
    first, last = numbers[0], numbers[-1]
    if not 1 <= first <= last <= 12 // length:
        return None
    step = 1 if spans or len(numbers) == 1 else numbers[1] - first
    if step < 1 or not (spans or list(numbers) == list(range(first, last + 1, step))):
        return None
    apart = tuple((number - 1) * length + 1 for number in numbers) if step > 1 else ()
    return Stretch(
        kind if first == last else Kind.FIXED,
        ((first - 1) * length + 1, 1),
        (last * length, MONTH_END),
        year,
        spans=first < last and not apart,
        apart=apart,
    )


def years(first: int | None, last: int | None = None, *, phase: bool = False) -> Stretch:
    """Return a year, or the years from `first` to `last`."""
    spans = last is not None and last != first
    return Stretch(Kind.FIXED, (1, 1), (12, 31), first, last, spans=spans, phase=phase)


def part_of_year(first_month: int, last_month: int, year: int | None) -> Stretch:
    """Return a half-year or another named part of a year."""
    return Stretch(Kind.FIXED, (first_month, 1), (last_month, MONTH_END), year)
