"""One page of a PDF: its ruled lines, and its characters where they stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kehoach_desktop.importers.legacy_text import decoded
from kehoach_desktop.importers.pdf_rules import NEAR, SHORTEST, Rule

Point = tuple[float, float]
GAP = 22.0  # points between two words that stand in different columns
GAP_OF_BLANKS = 48.0  # the same where blanks are typed between: a draft's number or day
BLANK = "\u00a0"


@dataclass(slots=True)
class Line:
    """A run of characters on one line: where it begins and ends, its height, its text."""

    left: float
    right: float
    middle: float
    height: float
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Letter:
    """A character and the middle of its box; `breaks` where it only ends a line."""

    text: str
    left: float
    right: float
    middle: float
    height: float
    breaks: bool = False


def rules_of(page: Any, turned: Any) -> tuple[list[Rule], list[Rule]]:
    """Return the lines across and down a page; `turned` maps a point to the page as it is read."""
    across: list[Rule] = []
    down: list[Rule] = []
    for start, end in _strokes(page):
        (x1, y1), (x2, y2) = turned(start), turned(end)
        if abs(y1 - y2) <= NEAR / 2 and abs(x1 - x2) >= SHORTEST:
            across.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
        elif abs(x1 - x2) <= NEAR / 2 and abs(y1 - y2) >= SHORTEST:
            down.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))
    return across, down


def _strokes(page: Any) -> Iterator[tuple[Point, Point]]:
    for item in page.get_objects(filter=[_raw().FPDF_PAGEOBJ_PATH], max_depth=4):
        matrix = item.get_matrix()
        count = _raw().FPDFPath_CountSegments(item)
        begin: Point | None = None
        before: Point | None = None
        for index in range(min(count, 4000)):
            segment = _raw().FPDFPath_GetPathSegment(item, index)
            x, y = ctypes.c_float(), ctypes.c_float()
            _raw().FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            kind = _raw().FPDFPathSegment_GetType(segment)
            if kind == _raw().FPDF_SEGMENT_MOVETO:
                begin = point
            elif kind == _raw().FPDF_SEGMENT_LINETO and before is not None:
                yield before, point
            before = point
            if _raw().FPDFPathSegment_GetClose(segment) and begin is not None:
                yield point, begin
                before = begin


def letters_of(text_page: Any, turned: Any) -> Iterator[Letter]:
    """Yield the characters of a page in the order of the file; text of byte fonts decoded."""
    box = [ctypes.c_double() for _ in range(4)]
    for index in range(text_page.count_chars()):
        code = _raw().FPDFText_GetUnicode(text_page, index)
        text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if text in "\r\n" or not _raw().FPDFText_GetCharBox(
            text_page, index, box[0], box[1], box[2], box[3]
        ):
            yield Letter("", 0, 0, 0, 0, breaks=text in "\r\n")
            continue
        x1, y1 = turned((box[0].value, box[2].value))
        x2, y2 = turned((box[1].value, box[3].value))
        if code > 0xA0:
            text = decoded(text, _font(text_page, index)) if code < 0x100 else text
        if text.isspace() and _raw().FPDFText_IsGenerated(text_page, index) == 1:
            text = ""
        yield Letter(text, min(x1, x2), max(x1, x2), (y1 + y2) / 2, abs(y2 - y1))


def _font(text_page: Any, index: int) -> str:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(120)
    _raw().FPDFText_GetFontInfo(text_page, index, name, 120, flags)
    return name.value.decode("latin-1")


class Lines:
    """Puts characters together to lines; a wide gap, another height or a break begins a new one."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._open = False

    def add(self, letter: Letter) -> None:
        """Take the next character."""
        if letter.breaks:
            self._open = False
            return
        if not letter.text.strip():
            if self.lines and self._open:
                self._add_space(letter)
            return
        line = self.lines[-1] if self.lines and self._open else None
        if line is None or not _is_beside(line, letter):
            line = Line(letter.left, letter.right, letter.middle, letter.height)
            self.lines.append(line)
            self._open = True
        line.text.append(letter.text)
        line.right = max(line.right, letter.right)
        line.height = max(line.height, letter.height)

    def _add_space(self, space: Letter) -> None:
        """Widen the open line by a blank that is typed, as the blanks of a draft are."""
        line = self.lines[-1]
        line.text.append(BLANK if space.text else " ")
        if space.text and _is_beside(line, space):
            line.right = max(line.right, space.right)

    def in_order(self) -> list[Line]:
        """Return the lines from the top down, those beside one another from left to right."""
        ordered = sorted(self.lines, key=lambda line: -line.middle)
        kept: list[list[Line]] = []
        for line in ordered:
            if kept and abs(kept[-1][0].middle - line.middle) <= max(3.0, line.height * 0.45):
                kept[-1].append(line)
            else:
                kept.append([line])
        return [line for row in kept for line in sorted(row, key=lambda line: line.left)]


def _is_beside(line: Line, letter: Letter) -> bool:
    gap = GAP_OF_BLANKS if line.text[-1] == BLANK else GAP
    level = abs(line.middle - letter.middle) <= max(7.0, line.height)
    return level and line.left - 3 <= letter.left <= line.right + gap


@cache
def _raw() -> Any:
    import pypdfium2.raw  # type: ignore[import-untyped] # it has no stubs

    return pypdfium2.raw
