"""Where a page of a PDF lets its text be seen: words that run out of their cell are cut in print.

The file holds them whole, and the window they are drawn through tells which cell they are of.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from typing import Any

from kehoach_desktop.importers.pdf_rules import Box

MOST_CORNERS = 400
EDGE = 1.0  # points that a window is drawn in, and that a text may stand out of it
Windows = Mapping[int, Box | None]
"""By the address of a text that is not seen whole: the window it is drawn through, if any."""


def windows_of(page: Any) -> Windows:
    """Return the windows of the texts of a page that are seen only in part or not at all."""
    from pypdfium2 import raw  # type: ignore[import-untyped] # it has no stubs

    windows: dict[int, Box | None] = {}
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        held = item.get_bounds()
        clips = [*_clips(raw, item)]
        if not all(_inside(held, box) for box in clips):
            windows[ctypes.addressof(item.raw.contents)] = _shared(clips)
    return windows


def address_at(text_page: Any, index: int) -> int:
    """Return the address of the text that a character is of, nought where it is of none."""
    from pypdfium2 import raw

    held = raw.FPDFText_GetTextObject(text_page, index)
    return ctypes.addressof(held.contents) if held else 0


def _inside(held: Box, box: Box) -> bool:
    low = held[0] >= box[0] - EDGE and held[1] >= box[1] - EDGE
    return low and held[2] <= box[2] + EDGE and held[3] <= box[3] + EDGE


def _shared(boxes: list[Box]) -> Box | None:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    left, bottom, right, top = max(lefts), max(bottoms), min(rights), min(tops)
    if right - left <= 2 * EDGE or top <= bottom:
        return None
    return left + EDGE, bottom, right - EDGE, top


def _clips(raw: Any, item: Any) -> Iterator[Box]:
    """Yield the outline of each area that a text may be seen in."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip)) if clip else 0):
        corners = []
        for index in range(min(raw.FPDFClipPath_CountPathSegments(clip, path), MOST_CORNERS)):
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
            corners.append((x.value, y.value))
        if corners:
            across, up = zip(*corners, strict=True)
            yield min(across), min(up), max(across), max(up)
