"""The reporting periods that a paper names: weeks, months, quarters, years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach_desktop.documents.check.numbers import roman_value

MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "tám": 8, "chín": 9, "mười một": 11, "mười hai": 12, "mười": 10,
}  # fmt: skip
_YEAR = r"(?:\s*(?:/|-|năm)\s*(20\d\d))?"
_PATTERNS = (
    ("week", re.compile(r"tuần\s+(?:thứ\s+)?(\d{1,2})\b" + _YEAR, re.I)),
    (
        "half",
        re.compile(
            r"(?:6|06|sáu) tháng (đầu|cuối)(?:\s+năm)?" + _YEAR.replace("?:/|-|năm", "?:/|-|năm|"),
            re.I,
        ),
    ),
    (
        "nine",
        re.compile(r"((?:9|09|chín) tháng)(?:\s+đầu)?(?:\s+năm)?\s*(?:/|năm)?\s*(20\d\d)?", re.I),
    ),
    ("quarter", re.compile(r"quý\s+(IV|I{1,3}|[1-4])\b" + _YEAR, re.I)),
    ("month", re.compile(r"(?<!\d )tháng\s+(\d{1,2})\b(?!\s+tháng)" + _YEAR, re.I)),
)
_ALONE_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.I)
_COMPARED = re.compile(
    r"\b(?:đến|từ|trước|sau|so với|cùng kỳ|định hướng|giai đoạn|hết|các)\s*$", re.I
)
_DAY_BEFORE = re.compile(r"ngày[\s\d.…_]*$", re.I)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period as named: its kind, its number in the year, the year (0 where none is said)."""

    kind: str
    index: int
    year: int
    start: int
    end: int

    def agrees(self, other: Stretch) -> bool:
        """Say whether both name one period, as far as both tell."""
        same_year = not self.year or not other.year or self.year == other.year
        return self.kind == other.kind and self.index == other.index and same_year

    def follows(self, other: Stretch) -> bool:
        """Say whether this period comes right after `other` of the same kind."""
        per_year = {"month": 12, "quarter": 4, "week": 52, "half": 2}.get(other.kind, 1)
        last = other.index >= per_year
        index = 1 if last else other.index + 1
        year = (other.year + 1 if last else other.year) if other.year else 0
        if other.kind == "week" and last:
            return self.index in {1, 53}
        return self.index == index and (not self.year or not year or self.year == year)

    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day, None where the year or the kind does not tell."""
        spans = {
            "month": (self.index, self.index),
            "quarter": (self.index * 3 - 2, self.index * 3),
            "half": (self.index * 6 - 5, self.index * 6),
            "nine": (1, 9),
            "year": (1, 12),
        }
        if not self.year or self.kind not in spans:
            return None
        first, last = spans[self.kind]
        if not 1 <= first <= last <= 12:
            return None
        after = date(self.year + last // 12, last % 12 + 1, 1)
        return date(self.year, first, 1), after - timedelta(days=1)


def stretches(text: str) -> Iterator[Stretch]:
    """Yield the periods that `text` names in their order, the months of dates left out."""
    named = []
    for kind, pattern in _PATTERNS:
        for hit in pattern.finditer(text):
            if kind == "month" and _DAY_BEFORE.search(text[max(0, hit.start() - 20) : hit.start()]):
                continue
            named.append(Stretch(kind, _index(kind, hit[1]), int(hit[2] or 0), *hit.span()))
    yield from sorted(named, key=lambda s: s.start)


def bare_years(text: str) -> Iterator[Stretch]:
    """Yield the years that a text names for themselves: of no day, month or stretch of years."""
    taken = [range(named.start, named.end) for named in stretches(text)]
    for hit in _ALONE_YEAR.finditer(text):
        inside = any(hit.start() in one or hit.end() - 1 in one for one in taken)
        if not (inside or _in_date(text, hit.start()) or _COMPARED.search(text[: hit.start()])):
            yield Stretch("year", 1, int(hit[1]), *hit.span())


def main_period(text: str) -> Stretch | None:
    """Return the first period of a title; a bare year only where nothing else is named."""
    named = next(stretches(text), None)
    if named is not None:
        if not named.year and (hit := _ALONE_YEAR.search(text, named.end)):
            between = text[named.end : hit.start()]
            if not re.search(r"ngày|số", between):
                return Stretch(named.kind, named.index, int(hit[1]), named.start, hit.end())
        return named
    hit = next((h for h in _ALONE_YEAR.finditer(text) if not _in_date(text, h.start())), None)
    return Stretch("year", 1, int(hit[1]), *hit.span()) if hit else None


def _in_date(text: str, at: int) -> bool:
    return bool(re.search(r"tháng[\s\d.…_]*$", text[:at], re.I))


def _index(kind: str, words: str) -> int:
    if kind == "half":
        return 1 if words.casefold() == "đầu" else 2
    if kind == "nine":
        return 1
    return int(words) if words.isdigit() else roman_value(words)
