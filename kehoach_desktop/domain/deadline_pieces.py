"""What each piece of a wording says: the stretch of time it names, or how often work comes back."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach_desktop.domain.deadline import Recurrence
from kehoach_desktop.domain.deadline_stretch import (
    Stretch,
    full_year,
    months,
    one_day,
    part_of_year,
    quarters,
    years,
)
from kehoach_desktop.domain.deadline_words import JOIN, YEAR, Token, Word

_YEAR_AT_END = re.compile(f"{YEAR}$")
_ENGLISH_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_ENGLISH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_NUMBER_WORDS = {
    "mot": 1,
    "nhat": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
    "muoi mot": 11,
    "muoi hai": 12,
}
_MONTHS_OF_UNIT = {"nua nam": 6, "thang": 1, "quy": 3, "nam": 12}
_RECURRENCE_OF_MONTHS = {
    1.0: Recurrence.MONTHLY,
    3.0: Recurrence.QUARTERLY,
    6.0: Recurrence.HALF_YEARLY,
    12.0: Recurrence.YEARLY,
}
_FIXED_RHYTHMS = {
    Word.PERIODIC: None,
    Word.MONTH_DAY: Recurrence.MONTHLY,
    Word.QUARTER_DAY: Recurrence.QUARTERLY,
}
_LISTED = (
    (r"\bngay\b", Recurrence.DAILY),
    (r"\btuan\b", Recurrence.WEEKLY),
    (r"(?<!3 )(?<!6 )(?<!9 )(?<!sau )\bthang\b", Recurrence.MONTHLY),
    (r"\bquy\b|3 thang", Recurrence.QUARTERLY),
    (r"6 thang|sau thang|nua nam", Recurrence.HALF_YEARLY),
    (r"\bnam\b|\bnien\b", Recurrence.YEARLY),
)


def numbers_in(text: str) -> list[int]:
    """Return the whole numbers written in digits in `text`, in order."""
    return [int(digits) for digits in re.findall(r"\d+", text)]


def _iso(text: str) -> Stretch | None:
    year, month, day = numbers_in(text)[:3]
    return one_day(year, month, day)


def _day_first(text: str) -> Stretch | None:
    text = _ENGLISH.sub(lambda found: f"/{_english(found)}/", text)
    digits = re.findall(r"\d+", text)
    year = full_year(digits[2]) if len(digits) > 2 else None
    return one_day(year, int(digits[1]), int(digits[0]))


def _span(year: int, first: tuple[int, int], last: tuple[int, int]) -> Stretch | None:
    begins, ends = one_day(year, *first), one_day(year, *last)
    if begins is None or ends is None:
        return None
    return Stretch(begins.kind, begins.first, ends.last, year, spans=True)


def _days(text: str) -> Stretch | None:
    first, last, month, year = numbers_in(text)
    return _span(year, (month, first), (month, last))


def _days_across(text: str) -> Stretch | None:
    first_day, first_month, last_day, last_month, year = numbers_in(text)
    return _span(year, (first_month, first_day), (last_month, last_day))


def _month_year(text: str) -> Stretch | None:
    if found := _ENGLISH.search(text):
        return months([_english(found)], full_year(re.findall(r"\d+", text)[-1]), spans=False)
    month, year = sorted(numbers_in(text))
    return months([month], year, spans=False)


def _english(found: re.Match[str]) -> int:
    return _ENGLISH_MONTHS.index(found[0]) // 3 + 1


def _split_year(text: str) -> tuple[str, int | None]:
    match = _YEAR_AT_END.search(text)
    if match is None:
        return text, None
    return text[: match.start()], full_year(re.findall(r"\d+", match.group())[-1])


Run = Callable[..., Stretch | None]


def _listed(prefix: str, number: Callable[[str], int], run: Run) -> Callable[[str], Stretch | None]:
    """Return the reader of a list such as "tháng 7-12/2025" or "quý III, IV năm 2025"."""

    def read(text: str) -> Stretch | None:
        body, year = _split_year(text)
        if run is months and re.search(r"\d\s*/\s*\d", body):  # "tháng 9/10/2025" may be a day
            return None
        parts = [re.sub(prefix, "", part).strip() for part in re.split(JOIN, body)]
        spans = len(parts) == 2 and re.search(r"-|den|toi", body) is not None
        return run([number(part) for part in parts], year, spans=spans)

    return read


def _month_number(part: str) -> int:
    return int(part) if part.isdigit() else _NUMBER_WORDS.get(part, 0)


def _quarter_number(part: str) -> int:
    """Return the quarter of a Roman or Arabic numeral; 0 for none. A scan mixes I, l and 1."""
    if part.isdigit():
        return int(part)
    roman = re.sub("[l1!|]", "i", part)
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(roman, _NUMBER_WORDS.get(part, 0))


def _part(text: str) -> Stretch | None:
    body, year = _split_year(text)
    count = _count(body.split()[0])
    length = 6 if body.startswith("nua") else count
    if "cuoi" in body:
        return part_of_year(13 - length if 0 < length < 12 else 12, 12, year)
    return part_of_year(1, length, year) if 0 < length < 12 else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER_WORDS.get(word, 0)


def _year(text: str) -> Stretch | None:
    named = numbers_in(text)
    listed = re.search(r",|\bva\b", text) is not None
    if listed and named[-1] != named[0] + 1:
        return None
    return years(named[0], named[-1])


def _phase(text: str) -> Stretch | None:
    named = numbers_in(text)
    return years(named[0], named[-1], phase=True)


_STRETCHES: dict[Word, Callable[[str], Stretch | None]] = {
    Word.ISO: _iso,
    Word.LONG: _day_first,
    Word.DMY: _day_first,
    Word.DM: _day_first,
    Word.DAYS: _days,
    Word.DAYS_ACROSS: _days_across,
    Word.MONTH_YEAR: _month_year,
    Word.MONTHS: _listed(r"thang\s*|t\.?\s*", _month_number, months),
    Word.NAMED_MONTHS: _listed(r"thang\s*", _month_number, months),
    Word.QUARTERS: _listed(r"(?:quy|qui|q\.?)\s*(?:thu )?", _quarter_number, quarters),
    Word.PART: _part,
    Word.NINE: lambda _text: part_of_year(1, 9, None),
    Word.PHASE: _phase,
    Word.YEARS: _year,
    Word.YEAR: _year,
    Word.BARE_YEAR: _year,
    Word.THIS_YEAR: lambda _text: years(None),
}
STRETCH_WORDS = frozenset(_STRETCHES)
RECURRING_WORDS = frozenset(
    {Word.EVERY, Word.TIMES, Word.LISTED, Word.QUARTER_DAY, Word.MONTH_DAY, Word.PERIODIC}
)


def stretch_of(token: Token) -> Stretch | None:
    """Return the stretch of time `token` names; None where no calendar has it."""
    return _STRETCHES[token.word](token.text)


def recurrence_of(token: Token) -> Recurrence | None:
    """Return how often `token` says that work comes back; None where our words have no name."""
    if token.word in _FIXED_RHYTHMS:
        return _FIXED_RHYTHMS[token.word]
    if token.word in (Word.EVERY, Word.TIMES):
        return _paced(token)
    found = (rhythm for pattern, rhythm in _LISTED if re.search(pattern, token.text))
    return next(found, None)


def _paced(token: Token) -> Recurrence | None:
    """Return the rhythm of "2 lần/năm" or "3 tháng một lần"."""
    unit = re.search(r"(?:(\d+|mot|hai|ba|sau) )?(nua nam|ngay|tuan|thang|quy|nam)", token.text)
    times = re.search(r"(\d+|mot|hai|ba|bon) (?:lan|ky|dot)", token.text)
    if unit is None:
        return None
    length = _count(unit[1]) if unit[1] and not _same(unit, times) else 1
    count = _count(times[1]) if times else 1
    if unit[2] in ("ngay", "tuan"):
        return _short_rhythm(unit[2], length, count)
    return _RECURRENCE_OF_MONTHS.get(_MONTHS_OF_UNIT[unit[2]] * length / max(count, 1))


def _same(unit: re.Match[str], times: re.Match[str] | None) -> bool:
    return times is not None and unit.start(1) == times.start(1)


def _short_rhythm(unit: str, length: int, count: int) -> Recurrence | None:
    if count != 1:
        return None
    days = length * (7 if unit == "tuan" else 1)
    return {1: Recurrence.DAILY, 7: Recurrence.WEEKLY}.get(days)
