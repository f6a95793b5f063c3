"""The week a weekly report is about, Monday to Friday, numbered as calendars do (ISO 8601)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _

_SHAPE = re.compile(r"(20[2-4]\d)-[WT](\d{1,2})", re.IGNORECASE)


class UnknownWeek(KehoachError):
    """The text names no week."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Không hiểu tuần “{text}”.").format(text=text),
            hint=_("Viết như 2025-W42: năm và số tuần."),
        )


@dataclass(frozen=True, slots=True)
class Week:
    """A working week; `number` counts from 1, the week with the first Thursday of the year."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Week:
        """Return the week of a key such as `2025-W42`. Raises UnknownWeek."""
        found = _SHAPE.fullmatch(text.strip())
        if found is None:
            raise UnknownWeek(text)
        week = cls(int(found[1]), int(found[2]))
        try:
            date.fromisocalendar(week.year, week.number, 1)
        except ValueError as refusal:
            raise UnknownWeek(text) from refusal
        return week

    @classmethod
    def of(cls, day: date) -> Week:
        """Return the week that holds `day`."""
        year, number, _weekday = day.isocalendar()
        return cls(year, number)

    @property
    def key(self) -> str:
        """The text that names the week."""
        return f"{self.year}-W{self.number:02d}"

    @property
    def first_day(self) -> date:
        """The Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The Friday."""
        return date.fromisocalendar(self.year, self.number, 5)

    @property
    def name(self) -> str:
        """The week as papers name it: "tuần 42 năm 2025"."""
        return f"tuần {self.number} năm {self.year}"

    def next(self) -> Week:
        """Return the week that follows."""
        return Week.of(self.first_day + timedelta(days=7))
