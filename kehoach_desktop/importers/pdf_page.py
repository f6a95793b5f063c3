"""One page of a PDF: its ruled lines, and its characters where they stand."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from kehoach_desktop.importers.legacy_text import decoded
from kehoach_desktop.importers.pdf_clipped import Windows, address_at, windows_of
from kehoach_desktop.importers.pdf_rules import NEAR, SHORTEST, Rule

Point = tuple[float, float]
Turn = Callable[[Point], Point]
"""Maps a point of the file to the page as it is read upright."""
THINNEST = 4.0  # points; a filled figure no wider is a line
HYPHEN_AT_END = 2  # what the library makes of a hyphen that ends a line
GAP = 22.0  # points between two words that stand in different columns
GAP_OF_BLANKS = 48.0  # the same where blanks are typed between: a draft's number or day


@dataclass(frozen=True, slots=True)
class Letter:
    """A character where it stands: from left to right, its base line, the height of its font.

    `seen_at` is the nearest place where its text may be seen, where it is cut off itself.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    struck: bool = False
    seen_at: Point | None = None

    @property
    def centre(self) -> Point:
        """The middle of a small letter that stands there."""
        return (self.left + self.right) / 2, self.base + self.height * 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line: where they begin and end, their base line and height, the text."""

    left: float
    right: float
    base: float
    height: float
    text: str


def rules_of(page: Any, turned: Turn) -> tuple[list[Rule], list[Rule]]:
    """Return the lines across and down a page."""
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
    """Yield the straight lines a page draws; areas that are only filled are shading, no lines."""
    for item in page.get_objects(filter=[_raw().FPDF_PAGEOBJ_PATH], max_depth=4):
        drawn = _is_drawn(item)
        for corners in _outlines(item):
            if drawn or _is_thin(corners):
                yield from pairwise(corners)


def _is_drawn(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    _raw().FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _is_thin(corners: Sequence[Point]) -> bool:
    wide = max(x for x, _y in corners) - min(x for x, _y in corners)
    high = max(y for _x, y in corners) - min(y for _x, y in corners)
    return min(wide, high) <= THINNEST


def _outlines(item: Any) -> Iterator[list[Point]]:
    """Yield the corners of each figure of a path; a closed one ends where it begins."""
    matrix = item.get_matrix()
    corners: list[Point] = []
    for index in range(min(_raw().FPDFPath_CountSegments(item), 4000)):
        segment = _raw().FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        _raw().FPDFPathSegment_GetPoint(segment, x, y)
        if _raw().FPDFPathSegment_GetType(segment) == _raw().FPDF_SEGMENT_MOVETO:
            if len(corners) > 1:
                yield corners
            corners = []
        corners.append(matrix.on_point(x.value, y.value))
        if _raw().FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if len(corners) > 1:
        yield corners


def letters_of(page: Any, turned: Turn) -> Iterator[Letter]:
    """Yield the characters of a page in the order of the file; text of byte fonts decoded.

    That order is not the order of reading: letters of a second font may all come last.
    """
    text_page, windows = page.get_textpage(), windows_of(page)
    before: Letter | None = None
    for index in range(text_page.count_chars()):
        letter = _letter(text_page, index, turned)
        if letter is not None and windows:
            letter = _through_window(letter, windows, address_at(text_page, index), turned)
        if letter is None:
            continue
        if before is not None and unicodedata.combining(letter.text[0]):
            before = replace(before, text=before.text + letter.text)
            continue
        if before is not None:
            yield before
        before = letter
    if before is not None:
        yield before


def _letter(text_page: Any, index: int, turned: Turn) -> Letter | None:
    """Return a character that the file holds; None for those the library only supposes."""
    code = _raw().FPDFText_GetUnicode(text_page, index)
    code = ord("-") if code == HYPHEN_AT_END else code
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return None
    if _raw().FPDFText_IsGenerated(text_page, index) == 1:
        return None
    box, x, y = _raw().FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found = _raw().FPDFText_GetLooseCharBox(text_page, index, box)
    if not found or not _raw().FPDFText_GetCharOrigin(text_page, index, x, y):
        return None
    text = chr(code)
    if 0xA0 < code < 0x100:
        text = decoded(text, _font(text_page, index))
    (x1, y1), (x2, y2) = turned((box.left, box.bottom)), turned((box.right, box.top))
    _x, base = turned((x.value, y.value))
    return Letter(text, min(x1, x2), max(x1, x2), base, abs(y2 - y1))


def _through_window(letter: Letter, windows: Windows, address: int, turned: Turn) -> Letter | None:
    """Return a letter with the place where its text is seen; None where it has no window."""
    if address not in windows:
        return letter
    if (window := windows[address]) is None:
        return None
    (x1, y1), (x2, y2) = turned(window[:2]), turned(window[2:])
    x, y = letter.centre
    near = sorted((x1, x, x2))[1], sorted((y1, y, y2))[1]
    return letter if near == (x, y) else replace(letter, seen_at=near)


def _font(text_page: Any, index: int) -> str:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(120)
    _raw().FPDFText_GetFontInfo(text_page, index, name, 120, flags)
    return name.value.decode("latin-1")


def squeezed_in(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Yield letters at the places where they are seen, those of lines that are not seen left out.

    Without lines round the cells words that run out of theirs would stand among their neighbours'.
    """
    for letter in letters:
        x, y = letter.seen_at or letter.centre
        if abs(y - letter.centre[1]) < letter.height / 2:
            yield letter if letter.seen_at is None else replace(letter, left=x, right=x)


def collisions(letters: Sequence[Letter]) -> int:
    """Return how many letters of a cell are printed over others: text that has run out of its row.

    The same letter twice is a bold one, drawn with a small shift; a blank covers nothing.
    """
    seen: dict[tuple[int, int], Letter] = {}
    count = 0
    for letter in letters:
        if letter.text.isspace():
            continue
        place = round(letter.left / 3), round(letter.base / 3)
        near = [seen.get((place[0] + x, place[1] + y)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        count += any(other is not None and _covers(letter, other) for other in near)
        seen[place] = letter
    return count


def _covers(one: Letter, other: Letter) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    wide = min(one.right - one.left, other.right - other.left)
    level = abs(one.base - other.base) < one.height * 0.4
    return level and one.text != other.text and shared > wide * 0.45


def lines_of(letters: Sequence[Letter]) -> list[Line]:
    """Return the lines that letters stand on, from the top down and from left to right.

    Words far apart on one height are lines of their own: they stand in different columns.
    """
    return [line for row in levels_of(letters) for line in _split(row)]


def levels_of(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Return the letters of each height, from the top down, each from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: -letter.base):
        if rows and rows[-1][0].base - letter.base <= max(2.0, letter.height * 0.3):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _split(row: Sequence[Letter]) -> Iterator[Line]:
    """Divide the letters of one height into lines at the wide gaps."""
    kept: list[Letter] = []
    for letter in row:
        typed = bool(kept) and kept[-1].text.isspace()
        if kept and letter.left - kept[-1].right > (GAP_OF_BLANKS if typed else GAP):
            yield from _line(kept)
            kept = []
        kept.append(letter)
    yield from _line(kept)


def _line(letters: Sequence[Letter]) -> Iterator[Line]:
    words: list[str] = []
    before: Letter | None = None
    for letter in letters:
        if before is not None and letter.left - before.right > letter.height * 0.16:
            words.append(" ")
        words.append(letter.text)
        before = letter
    text = "".join(words)
    if text.strip():
        height = max(letter.height for letter in letters)
        right = max(letter.right for letter in letters)
        yield Line(letters[0].left, right, letters[0].base, height, text.strip())


@cache
def _raw() -> Any:
    import pypdfium2.raw  # type: ignore[import-untyped] # it has no stubs

    return pypdfium2.raw
