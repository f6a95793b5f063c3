"""Vietnamese text: one form to keep, one key to search by, one way to order and to write dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import filterfalse, groupby

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
NBSP = "\u00a0"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def nfc(text: str) -> str:
    """Return `text` in composed Unicode, the only form that is kept."""
    return unicodedata.normalize("NFC", text)


def is_plain(text: str) -> bool:
    """Say whether `text` is one line of composed characters, all visible but plain spaces."""
    return text.isprintable() and unicodedata.is_normalized("NFC", text)


def clean(text: str) -> str:
    """Return `text` as it may be kept: composed, no control characters, no invisible ones."""
    return text if is_plain(text) else nfc(_CONTROL.sub("", text.translate(_INVISIBLE)))


def squeeze(text: str) -> str:
    """Return `text` on one line with single spaces (no-break spaces count as spaces)."""
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the search key of `text`: no case, no diacritics, đ as d, single spaces.

    The key is for comparing only; it is never shown and never kept as text.
    """
    marked = unicodedata.normalize("NFKD", text.translate(_INVISIBLE)).casefold()
    plain = "".join(filterfalse(unicodedata.combining, marked))
    return squeeze(plain.replace("đ", "d"))


def found_in(needle: str, *texts: str) -> bool:
    """Say whether every word of `needle` begins a word, or stands inside, one of `texts`.

    A needle typed with diacritics still finds text without them, and the other way round.
    """
    key = " ".join(map(fold, texts))
    return all(word in key for word in fold(needle).split())


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the key that orders as a Vietnamese dictionary does: letters first, then tones."""
    marked = unicodedata.normalize("NFD", text.casefold())
    letters = nfc("".join(c for c in marked if c not in TONES))
    tones = tuple(max(map(TONES.find, word)) for word in marked.split())
    return tuple(LETTERS.find(c) for c in letters), tones


def first_line(text: str) -> str:
    """Return the first paragraph of `text`."""
    return text.split("\n", 1)[0]


def task_name(content: str) -> str:
    """Return the name of a task: what stands before the colon of its first paragraph.

    Without a colon, the first paragraph itself; the final stop is dropped.
    """
    head, colon, _ = first_line(content).partition(":")
    name = head if colon and len(head) <= 220 else first_line(content)
    return name.strip().rstrip(".;,")


def capital(text: str) -> str:
    """Return `text` as it begins a sentence."""
    return text[:1].upper() + text[1:]


def two_digits(count: int) -> str:
    """Return a count as papers write it: `02`, `18`, `1.688`; nought stays `0`."""
    return f"{count:02d}" if 0 < count < 10 else grouped(count)


def numbers_in_words(numbers: Sequence[int]) -> str:
    """Return rising numbers with each run of three or more as one: `01–44, 46, 47`."""
    told: list[str] = []
    for _shift, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        held = [two_digits(number) for _place, number in run]
        told += [f"{held[0]}–{held[-1]}"] if len(held) > 2 else held
    return ", ".join(told)


def grouped(number: int) -> str:
    """Return a whole number with a dot between thousands."""
    return f"{number:,}".replace(",", ".")


def percentage(part: int, whole: int) -> str:
    """Return `part` of `whole` as papers write it (`91,24%`); `-` where there is no whole."""
    if whole == 0:
        return "-"
    hundredths = (part * 10000 + whole // 2) // whole
    digits = f"{hundredths // 100},{hundredths % 100:02d}".rstrip("0").rstrip(",")
    return f"{digits}%"


def month_number(month: int) -> str:
    """Return the number of a month as papers write it: 01, 02, then 3 to 12 as they are.

    (NĐ 30/2020, Phụ lục I, II.4.b.)
    """
    return f"{month:02d}" if month < 3 else str(month)


def official_date(day: date) -> str:
    """Return `day` in full: `ngày 05 tháng 01 năm 2026` (NĐ 30/2020, Phụ lục I, II.4)."""
    return f"ngày {day.day:02d} tháng {month_number(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """Return `day` in the digits of a paper, by the same zero rule: `05/01/2026`, `09/3/2026`."""
    return f"{day.day:02d}/{month_number(day.month)}/{day.year}"


def typed_day(day: date | None) -> str:
    """Return `day` as screens, lists and messages show it: `09/03/2026`; "" for no day."""
    return "" if day is None else f"{day.day:02d}/{day.month:02d}/{day.year}"


def typed_moment(moment: datetime) -> str:
    """Return `moment` by its own clock, as screens and lists show it: `08:40 09/03/2026`."""
    return f"{moment:%H:%M} {typed_day(moment)}"


_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
         (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def roman(count: int) -> str:
    """Return `count` in Roman numerals; "" outside 1 to 3999."""
    if not 0 < count < 4000:
        return ""
    text = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        text += letters * times
    return text
