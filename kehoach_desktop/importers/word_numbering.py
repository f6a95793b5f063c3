"""Word's automatic numbering: the numbers that a page shows and the text does not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kehoach_desktop.domain.text import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: where it starts, in which signs, in which words."""

    start: int = 1
    signs: str = "decimal"
    text: str = "%1."


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted; ask for labels in document order."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Any) -> str:
        """Return the number Word shows before `paragraph`, "" where there is none."""
        number, depth = self._place(paragraph)
        abstract = self.lists.get(number)
        if abstract is None or depth > DEEPEST:
            return ""
        self._count(number, abstract, depth)
        level = self.levels.get((abstract, depth), Level())
        if level.signs == "bullet":
            return "-"
        if level.signs == "none":
            return ""
        return re.sub(r"%(\d)", lambda found: self._sign(abstract, int(found[1]) - 1), level.text)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "", 0
        style = properties.find(f"{W}pStyle")
        number, depth = self.styles.get(_value(style), ("", 0))
        own = properties.find(f"{W}numPr")
        if own is not None:
            number = _value(own.find(f"{W}numId")) or number
            depth = _whole(_value(own.find(f"{W}ilvl")), depth)
        return number, depth

    def _count(self, number: str, abstract: str, depth: int) -> None:
        counts = self.counts.setdefault(abstract, [0] * (DEEPEST + 1))
        restart = self.restarts.get((number, depth))
        if restart is not None and (number, depth) not in self.begun:
            counts[depth] = restart - 1
        elif not counts[depth]:
            counts[depth] = self._start(abstract, depth) - 1
        self.begun.add((number, depth))
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (DEEPEST - depth)

    def _start(self, abstract: str, depth: int) -> int:
        return self.levels.get((abstract, depth), Level()).start

    def _sign(self, abstract: str, depth: int) -> str:
        counts = self.counts[abstract]
        count = counts[depth] if 0 <= depth <= DEEPEST else 0
        level = self.levels.get((abstract, depth), Level())
        return sign(count or level.start, level.signs)


def sign(count: int, signs: str) -> str:
    """Return `count` in the signs Word calls `signs` (decimal, upperRoman, lowerLetter …)."""
    match signs:
        case "upperRoman" | "lowerRoman":
            text = roman(count)
        case "upperLetter" | "lowerLetter":
            text = chr(65 + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < 600 else ""
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)
    return text.lower() if signs.startswith("lower") else text


def read_numbering(numbering: Any | None, styles: Any | None) -> Numbering:
    """Return the lists that the parts `numbering` and `styles` (parsed, or None) define."""
    found = Numbering()
    if numbering is not None:
        for abstract in numbering.iterfind(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId") or ""
            for level in abstract.iterfind(f"{W}lvl"):
                found.levels[name, _whole(level.get(f"{W}ilvl"), 0)] = _level(level)
        for entry in numbering.iterfind(f"{W}num"):
            _read_list(found, entry)
    if styles is not None:
        _read_styles(found, styles)
    return found


def _read_list(found: Numbering, entry: Any) -> None:
    number = entry.get(f"{W}numId") or ""
    found.lists[number] = _value(entry.find(f"{W}abstractNumId"))
    for override in entry.iterfind(f"{W}lvlOverride"):
        start = _value(override.find(f"{W}startOverride"))
        if start:
            depth = _whole(override.get(f"{W}ilvl"), 0)
            found.restarts[number, depth] = _whole(start, 1)


def _read_styles(found: Numbering, styles: Any) -> None:
    parents: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        parents[name] = _value(style.find(f"{W}basedOn"))
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None:
            depth = _whole(_value(own.find(f"{W}ilvl")), 0)
            found.styles[name] = (_value(own.find(f"{W}numId")), depth)
    for name in parents:
        ancestor, steps = name, 0
        while ancestor and ancestor not in found.styles and steps < 20:
            ancestor, steps = parents.get(ancestor, ""), steps + 1
        if ancestor in found.styles:
            found.styles[name] = found.styles[ancestor]


def _level(level: Any) -> Level:
    return Level(
        start=_whole(_value(level.find(f"{W}start")), 1),
        signs=_value(level.find(f"{W}numFmt")) or "decimal",
        text=_value(level.find(f"{W}lvlText")),
    )


def _value(element: Any | None) -> str:
    return "" if element is None else str(element.get(f"{W}val") or "")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise
