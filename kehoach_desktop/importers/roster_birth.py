"""The birth cell of a roster: a day, or only a year, in the ways lists write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.draft import Severity
from kehoach_desktop.domain.text import fold, typed_day
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.number_formats import serial_day
from kehoach_desktop.importers.roster_values import Doubt, is_silent

FIRST_YEAR, LAST_YEAR = 1900, 2020
YOUNGEST_OF_TWO_DIGITS = 15
"""Two digits up to this are a year of this century: nobody on a list was born in 1915."""
SERIALS = range(7_000, 44_000)
"""What a spreadsheet counts for the days from 1919 to 2020."""
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:[-/.,]|\s|thang)\s*(\d{1,2})\s*(?:[-/.,]|\s|nam)\s*(\d{4}|\d{2})(?!\d)"
)
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[-/.]|nam)\s*(\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_PACKED = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
_BROKEN = re.compile(r"(?<!\d)(?:((?:19|20)\d) (\d)|(19|20) (\d\d))$")
"""A year that the edge of a cell has cut in two."""
_EACH = re.compile(
    r"\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}|\d{4}-\d{1,2}-\d{1,2}|(?:19|20)\d{2}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Birth:
    """When a person was born: the day if it is named, the year, and what was doubted."""

    day: date | None = None
    year: int | None = None
    doubts: tuple[Doubt, ...] = ()


def read_birth(text: str) -> Birth:
    """Return the day or the year of birth that a cell names.

    The day stands before the month. An impossible day is never moved: its year is kept, and the
    cell doubted.
    """
    if is_silent(text):
        return Birth()
    key = fold(text).strip(" '’`").removesuffix(" 00:00:00").removesuffix(".0")
    key = _BROKEN.sub(r"\1\2\3\4", key)
    if key.isdigit():
        return _from_number(key, text)
    if found := _ISO.search(key):
        return _from_day(found[3], found[2], found[1], text)
    if found := _DAY.search(key):
        return _from_day(found[1], found[2], found[3], text)
    return _without_day(key, text)


def births_in(text: str) -> list[str]:
    """Return the days and years written in a cell, in order."""
    return _EACH.findall(text)


def _without_day(key: str, text: str) -> Birth:
    if found := _MONTH.search(key):
        message = mark("“{text}” chỉ có tháng và năm sinh.").format(text=text)
        return _of_year(int(found[2]), text, (Severity.INFO, message))
    if found := _YEAR.search(key):
        return _of_year(int(found[1]), text)
    return _unread(text)


def _unread(text: str) -> Birth:
    message = mark("“{text}” không đọc được là ngày hay năm sinh.")
    return Birth(doubts=((Severity.CHECK, message.format(text=text)),))


def _from_number(key: str, text: str) -> Birth:
    number = int(key[:9])
    if len(key) == 4:
        return _of_year(number, text)
    if len(key) == 2:
        return _of_year(_century(number), text, _assumed(text, _century(number)))
    if packed := _PACKED.fullmatch(key):
        return _from_day(packed[1], packed[2], packed[3], text)
    if number in SERIALS and len(key) < 6:
        day = serial_day(number, from_1904=False).date()
        message = mark("Ô ghi số {text}, đọc theo cách đếm ngày của bảng tính là {day}.")
        told = message.format(text=text, day=typed_day(day))
        return Birth(day, day.year, ((Severity.INFO, told),))
    return _unread(text)


def _century(two_digits: int) -> int:
    return two_digits + (2000 if two_digits <= YOUNGEST_OF_TWO_DIGITS else 1900)


def _assumed(text: str, year: int) -> Doubt:
    message = mark("“{text}” ghi năm sinh hai chữ số, hiểu là {year}.")
    return (Severity.INFO, message.format(text=text, year=year))


def _of_year(year: int, text: str, *doubts: Doubt) -> Birth:
    if FIRST_YEAR <= year <= LAST_YEAR:
        return Birth(None, year, doubts)
    message = mark("Năm sinh “{text}” không hợp lý.").format(text=text)
    return Birth(doubts=((Severity.CHECK, message),))


def _from_day(day: str, month: str, year_text: str, text: str) -> Birth:
    year = int(year_text) if len(year_text) == 4 else _century(int(year_text))
    doubts = () if len(year_text) == 4 else (_assumed(text, year),)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _of_year(year, text)
    try:
        return Birth(date(year, int(month), int(day)), year, doubts)
    except ValueError:
        message = mark("“{text}” không phải một ngày có thật; chỉ giữ năm {year}.")
        return Birth(None, year, ((Severity.CHECK, message.format(text=text, year=year)), *doubts))
