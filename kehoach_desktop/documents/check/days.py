"""Days that a paper names, in full or in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.text import nfc
from kehoach_desktop.i18n import _

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


def why_impossible(on: date | None, text: str) -> str:
    """Return why nobody means the day `on` that `text` names; "" where somebody may."""
    if on is None:
        return _("“{text}” không có trong lịch.").format(text=text)
    return "" if 1900 < on.year < 2100 else mistyped_year(str(on.year), text)


def mistyped_year(year: str, text: str) -> str:
    """Return the sentence on a year in `text` that nobody means."""
    return _("Năm {year} có thể gõ nhầm: “{text}”.").format(year=year, text=text)


def issued_on(said: str) -> date | None:
    """Return the day that the line of place and day names, None where nobody means it."""
    day = next(named_days(nfc(said)), None)
    return day.on if day and not why_impossible(day.on, said) else None


def named_days(text: str) -> Iterator[NamedDay]:
    """Yield the days that `text` names, in their order."""
    hits = [*FULL_DAY.finditer(text), *SHORT_DAY.finditer(text)]
    for hit in sorted(hits, key=lambda h: h.start()):
        on = day_of(int(hit[1]), int(hit[2]), int(hit[3]))
        yield NamedDay(hit[0], on, hit.start(), hit.end())
