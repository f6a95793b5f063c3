"""The days the office works: weekdays without public holidays, corrected by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayOff:
    """What is special about a day: a day off, or (`off` false) a weekend day that is worked."""

    day: date
    off: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The office's calendar: the public days off, and over them what was set by hand.

    Public holidays and days off in lieu are those of Bộ luật Lao động 2019, Điều 111 and 112; the
    swaps of a year are decided year by year, which is why a hand has the last word.
    """

    special: Mapping[date, DayOff] = field(default_factory=dict)

    @classmethod
    def of(cls, public: Iterable[DayOff], by_hand: Iterable[DayOff] = ()) -> WorkingDays:
        """Return the calendar of the public days, overruled by those set by hand."""
        return cls({special.day: special for special in (*public, *by_hand)})

    def is_working(self, day: date) -> bool:
        """Say whether the office works on `day`."""
        special = self.special.get(day)
        return day.weekday() < SATURDAY if special is None else not special.off

    def working_day_before(self, day: date) -> date:
        """Return the last working day strictly before `day`; `day` itself is not moved."""
        before = day - timedelta(days=1)
        while not self.is_working(before):
            before -= timedelta(days=1)
        return before
