"""What numbers a paragraph: Phần, I., Điều 1., 1., 1.1., a), and whether a run of them is whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from kehoach_desktop.documents.check.numbers import roman_value

ALPHABET = "abcdđeghiklmnopqrstuvxy"
FOREIGN = "fjwz"


class Level(IntEnum):
    """How deep a numbered paragraph stands."""

    CHAPTER = 0
    LETTER = 1
    PART = 2
    ARTICLE = 3
    CLAUSE = 4
    SUBCLAUSE = 5
    POINT = 6


@dataclass(frozen=True, slots=True)
class Item:
    """A number before a paragraph; `value` counts from one, 0 for a letter that counts nothing."""

    level: Level
    label: str
    value: int
    rest: str
    form: str = ""
    family: str = ""


_PATTERNS = (
    (Level.CHAPTER, re.compile(r"(phần|chương)\s+([IVXL]+|\d+|thứ \w+)\b[.:]?\s*(.*)", re.I)),
    (Level.ARTICLE, re.compile(r"(điều)\s+(\d{1,3})([.:]?)(?=\s|$)\s*(.*)", re.I)),
    (Level.PART, re.compile(r"()([IVXL]+)([./)-])\s+(.*)")),
    (Level.LETTER, re.compile(r"()([A-HK-UY])(\.)\s+(.*)")),
    (Level.SUBCLAUSE, re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.(\d{1,2})(\.?)\s+(.*)")),
    (Level.CLAUSE, re.compile(r"()(\d{1,2})([./)-])\s+(.*)")),
    (Level.POINT, re.compile(r"()([a-zđ])([)./])\s+(.*)")),
)


def read_item(said: str) -> Item | None:
    """Return the number that a paragraph begins with, None where it begins with words."""
    for level, pattern in _PATTERNS:
        found = pattern.fullmatch(said)
        if found is None:
            continue
        if level is Level.CHAPTER:
            value = roman_value(found[2]) or (int(found[2]) if found[2].isdigit() else 0)
            return Item(level, f"{found[1]} {found[2]}", value, found[3], "", found[1].casefold())
        if level is Level.ARTICLE and not (found[3] or found[1][0].isupper()):
            return None
        label = f"{found[1]}.{found[2]}" if level is Level.SUBCLAUSE else found[2]
        return Item(level, label, _value(level, found[2]), found[4], found[3], found[1].casefold())
    return None


def _value(level: Level, digits: str) -> int:
    match level:
        case Level.PART:
            return roman_value(digits)
        case Level.LETTER:
            return ord(digits) - ord("A") + 1
        case Level.POINT:
            return ALPHABET.find(digits) + 1
    return int(digits)
