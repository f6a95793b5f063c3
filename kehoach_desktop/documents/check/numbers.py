"""The numbers Word writes before paragraphs by itself, so that they are read as if typed."""

from __future__ import annotations

import re
from typing import Any

from kehoach_desktop.documents.check.styles import Properties, paragraph_properties, value_of
from kehoach_desktop.documents.check.styles import number as measure
from kehoach_desktop.documents.words_xml import w

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLACE = re.compile(r"%(\d)")


def roman(count: int) -> str:
    """Return a count below 90 in Roman digits."""
    written = ""
    for worth, digits in ROMAN:
        while count >= worth:
            written, count = written + digits, count - worth
    return written


def roman_value(digits: str) -> int:
    """Return the count that Roman digits write, 0 where they write none below 60."""
    return next((n for n in range(1, 60) if roman(n) == digits.upper()), 0)


class Numbers:
    """Counts the numbered paragraphs of one file as they come."""

    def __init__(self, numbering: Any | None) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for abstract in () if numbering is None else numbering.iter(w("abstractNum")):
            levels = {
                int(measure(level.get(w("ilvl")))): level for level in abstract.iter(w("lvl"))
            }
            self._levels[abstract.get(w("abstractNumId")) or ""] = levels
        for entry in () if numbering is None else numbering.iter(w("num")):
            kept = value_of(entry.find(w("abstractNumId")))
            self._lists[entry.get(w("numId")) or ""] = kept or ""

    def properties(self, at: tuple[str, int] | None) -> Properties:
        """Return the indents that the list brings to its paragraphs."""
        level = self._level(at)
        return {} if level is None else paragraph_properties(level.find(w("pPr")))

    def next_label(self, at: tuple[str, int] | None) -> str:
        """Return the number of the next paragraph of a list, "" where it shows none."""
        level = self._level(at)
        if level is None or at is None:
            return ""
        key, depth = self._lists[at[0]], at[1]
        counts = self._counts.setdefault(key, {})
        start = int(measure(value_of(level.find(w("start"))), 1))
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        pattern = value_of(level.find(w("lvlText"))) or ""
        if value_of(level.find(w("numFmt"))) == "bullet":
            return "-"
        return _PLACE.sub(lambda found: self._written(key, int(found[1]) - 1), pattern)

    def _level(self, at: tuple[str, int] | None) -> Any | None:
        return self._levels.get(self._lists.get(at[0], ""), {}).get(at[1]) if at else None

    def _written(self, key: str, depth: int) -> str:
        level = self._levels[key].get(depth)
        count = self._counts[key].get(depth, 1)
        return "" if level is None else written(count, value_of(level.find(w("numFmt"))) or "")


def written(count: int, form: str) -> str:
    """Return a count in one of Word's forms."""
    match form:
        case "upperRoman":
            return roman(count)
        case "lowerRoman":
            return roman(count).lower()
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("A") + (count - 1) % 26)
            return letter if form == "upperLetter" else letter.lower()
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
    return str(count)
