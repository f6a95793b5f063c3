"""Text that a PDF holds but does not show: drawn beyond the area that its page lets it be seen in.

A sheet printed over several pages leaves the words of a merged cell so on each of them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from kehoach_desktop.importers.pdf_rules import Box

MOST_CORNERS = 400


def unseen_texts(page: Any) -> frozenset[int]:
    """Return the addresses of the text objects of a page that are clipped away wholly."""
    from pypdfium2 import raw  # type: ignore[import-untyped] # it has no stubs

    texts = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)
    unseen = (item for item in texts if _is_clipped(raw, item))
    return frozenset(ctypes.addressof(item.raw.contents) for item in unseen)


def shows(text_page: Any, index: int, unseen: frozenset[int]) -> bool:
    """Say whether a character belongs to none of the `unseen` texts."""
    if not unseen:
        return True
    from pypdfium2 import raw

    held = raw.FPDFText_GetTextObject(text_page, index)
    return not held or ctypes.addressof(held.contents) not in unseen


def _is_clipped(raw: Any, item: Any) -> bool:
    left, bottom, right, top = item.get_bounds()
    return any(
        right < box[0] or left > box[2] or top < box[1] or bottom > box[3]
        for box in _windows(raw, item)
    )


def _windows(raw: Any, item: Any) -> Iterator[Box]:
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
