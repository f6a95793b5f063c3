"""Days that a paper names, in full or in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.text import nfc

FULL_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
SHORT_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day named in a text; `on` is None where no calendar has it."""

    text: str
    on: date | None
    start: int
    end: int


def day_of(day: int, month: int, year: int) -> date | None:
    """Return the day, None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def issued_on(said: str) -> date | None:
    """Return the day that the line of place and day names, None where it names none."""
    return next((day.on for day in named_days(nfc(said))), None)


def named_days(text: str) -> Iterator[NamedDay]:
    """Yield the days that `text` names, in their order."""
    hits = [*FULL_DAY.finditer(text), *SHORT_DAY.finditer(text)]
    for hit in sorted(hits, key=lambda h: h.start()):
        on = day_of(int(hit[1]), int(hit[2]), int(hit[3]))
        yield NamedDay(hit[0], on, hit.start(), hit.end())
