"""Numbers and dates of a spreadsheet as its cells show them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy",
    15: "dd/mm/yyyy", 16: "dd/mm", 17: "mm/yyyy", 18: "h:mm", 19: "h:mm", 20: "h:mm", 21: "h:mm",
    22: "dd/mm/yyyy", 27: "dd/mm/yyyy", 30: "dd/mm/yyyy", 36: "dd/mm/yyyy", 45: "h:mm",
    46: "h:mm", 47: "h:mm", 49: "@", 50: "dd/mm/yyyy", 57: "dd/mm/yyyy",
}  # fmt: skip
PLAIN_DATE = "dd/mm/yyyy"
PLAIN_MONTH = "mm/yyyy"
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_TOKEN = re.compile(r'"[^"]*"|\\.|d{1,2}|m{1,2}|y{4}|y{2}|[^dmy]', re.IGNORECASE)
_ORDER = re.compile(r"d+[^dmy]*m+|m+[^dmy]*y+|y+|d+", re.IGNORECASE)


def is_date_format(code: str) -> bool:
    """Say whether a number format shows a day, not a number."""
    return bool(re.search(r"[dy]|m{2,}", _LITERAL.sub("", code), re.IGNORECASE))


def shown_number(value: float, code: str = "") -> str:
    """Return `value` as a cell of that format shows it; an unknown format shows it as typed."""
    plain = _LITERAL.sub("", code.split(";", 1)[0])
    if "%" in plain:
        return f"{shown_number(round(value * 100, 10), plain.replace('%', ''))}%"
    if re.fullmatch(r"0+", plain):
        return f"{value:.0f}".zfill(len(plain))
    if fixed := re.fullmatch(r"0\.(0+)", plain):
        return f"{value:.{len(fixed[1])}f}"
    if re.fullmatch(r"#,##0(\.0+)?", plain):
        return _grouped(value, len(plain.partition(".")[2]))
    return _as_typed(value)


def _as_typed(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"


def _grouped(value: float, places: int) -> str:
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def shown_date(value: date | time | timedelta, code: str = "") -> str:
    """Return a day, or a time of day, as a cell of that format shows it.

    Where the format does not put the day before the month before the year, and so would be
    misread here, the day is written dd/mm/yyyy; where it shows no day at all, mm/yyyy.
    """
    if isinstance(value, timedelta):
        return f"{value.seconds // 3600}:{value.seconds // 60 % 60:02d}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}"
    pattern = code.split(";", 1)[0]
    pattern = re.sub(r"\[[^\]]*\]|_.|\*.", "", pattern)
    bare = re.sub(r'"[^"]*"|\\.', " ", pattern)
    if not _day_first(bare):
        pattern = PLAIN_MONTH if _letters(bare) in ("my", "ym") else PLAIN_DATE
    return "".join(_shown_token(token, value) for token in _TOKEN.findall(pattern)).strip()


def _day_first(pattern: str) -> bool:
    return _letters(pattern) in ("dmy", "my", "dm") and "mmm" not in pattern.lower()


def _letters(pattern: str) -> str:
    """Return what a format shows, and in which order: dmy, my, mdy."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^dmyhs]", "", pattern.lower()))


def _shown_token(token: str, day: date) -> str:
    match token.lower():
        case "d" | "m":
            return str(day.day if token in "dD" else day.month)
        case "dd" | "mm":
            return f"{day.day if token in ('dd', 'DD', 'Dd', 'dD') else day.month:02d}"
        case "yyyy":
            return f"{day.year}"
        case "yy":
            return f"{day.year % 100:02d}"
    if token.startswith("\\"):
        return token[1:]
    return token.strip('"') if token.startswith('"') else token


def told_date(shown: str, day: date) -> str:
    """Return a day as a cell shows it, where `shown` may be read for no other day.

    "12/5/2025" shown for 5 December is written dd/mm/yyyy; a month without its day, mm/yyyy.
    """
    numbers = [int(number) for number in re.findall(r"\d+", shown)]
    years = (day.year, day.year % 100)
    if len(numbers) == 3 and numbers[:2] == [day.day, day.month] and numbers[2] in years:
        return shown
    if len(numbers) == 2 and numbers[0] == day.month and numbers[1] == day.year:
        return shown
    without_day = len(numbers) in (1, 2) and set(numbers) <= {day.month, *years}
    return shown_date(day, PLAIN_MONTH if without_day else PLAIN_DATE)


def serial_day(serial: float, *, from_1904: bool) -> datetime:
    """Return the day a spreadsheet counts as `serial`; raises OverflowError far out of range."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - no zone
    return start + timedelta(days=serial)
