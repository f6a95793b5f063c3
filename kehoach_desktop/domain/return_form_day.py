"""Days and percentages as units type them into a form."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kehoach_desktop.domain.text import fold

_ISO = re.compile(r"(20\d\d)-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?)?")
_DAY_FIRST = re.compile(
    r"(?:ngay\s*)?(\d{1,2})\s*(?:[/.\-]|\s+thang\s+)\s*(\d{1,2})"
    r"(?:\s*(?:[/.\-]|\s*nam\s+)\s*(20\d\d|\d{2}))?(?:\s+0?0:00(?::00)?)?"
)
_SERIAL = re.compile(r"(4[3-9]\d{3}|50\d{3})(?:\.0+)?")
_COUNTED_FROM = date(1899, 12, 30)
_PART_OF_ONE = re.compile(r"0[.,](\d{1,2})")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]0+)?\s*%?")


def read_day(text: str, latest: date) -> date | None:
    """Return the one calendar day that `text` names, None where it names none or several.

    A day without a year is of the year of `latest`, and none if that lies after `latest`. The day
    stands before the month, as in every Vietnamese paper. A bare number is a spreadsheet's count.
    """
    key = fold(text).strip(" .,;")
    try:
        if found := _ISO.fullmatch(key):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _SERIAL.fullmatch(key):
            return _COUNTED_FROM + timedelta(days=int(found[1]))
        if found := _DAY_FIRST.fullmatch(key):
            return _day(found, latest)
    except ValueError:
        return None
    return None


def _day(found: re.Match[str], latest: date) -> date | None:
    year = found[3]
    if year is None:
        day = date(latest.year, int(found[2]), int(found[1]))
        return day if day <= latest else None
    return date(int(year) + (2000 if len(year) == 2 else 0), int(found[2]), int(found[1]))


def share_as_percent(text: str) -> int | None:
    """Return the percentage a share between 0 and 1 may mean ("0,7": 70), None for other texts."""
    found = _PART_OF_ONE.fullmatch(text.strip())
    return int(found[1].ljust(2, "0")) if found else None


def read_percent(text: str) -> int | None:
    """Return the whole percentage from 0 to 100 that `text` names ("70", "70 %", "70,0"), or None.

    A fraction ("62,5", "0,7") is none: nobody may round or scale what a unit typed.
    """
    found = _PERCENT.fullmatch(text.strip())
    value = int(found[1]) if found else -1
    return value if 0 <= value <= 100 else None
