"""The paragraphs that the lines of a page make up, those of two columns one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.importers.cells import line_text
from kehoach_desktop.importers.ordinals import SIGNS, Style, titled
from kehoach_desktop.importers.pdf_page import Line

SYMBOL = re.compile("^[\uf000-\uf0ff]")
LIST_SIGN = re.compile(
    rf"[{SIGNS}]|[a-zđ]\)\s|\(\d{{1,2}}\)\s|[-–+]\s+[^\s:][^:]{{1,40}}:", re.IGNORECASE
)


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs that lines make up, those of two columns one column after the other.

    A line that stops short of the margin, or stands in from it, ends or begins a paragraph.
    """
    if not lines:
        return []
    margin = max(line.right for line in lines)
    edge = min(line.left for line in lines)
    kept: list[str] = []
    before: Line | None = None
    for line in _by_columns(lines):
        text = line.text
        if before is not None and _goes_on(before, line, edge, margin):
            kept[-1] = f"{kept[-1]} {text}"
        else:
            kept.append(text)
        before = line
    return [SYMBOL.sub("•", squeeze(line_text(text))) for text in kept]


def _goes_on(before: Line, line: Line, edge: float, margin: float) -> bool:
    text, above = line.text, before.text
    if _begins(text) or above.endswith((")", ".", ";", ":", "_")):
        return False
    near = 0 < before.base - line.base < before.height * 3.2
    # The lines of a list stand under its words, not under its label.
    hangs = _begins(above) and 6 < line.left - before.left < 45
    under = abs(line.left - before.left) < 2 and not _begins(above)
    listed = hangs or under or (text[:1].islower() and line.left > before.left - 4)
    return near and before.right > margin - 40 and (line.left < edge + 12 or listed)


def _begins(text: str) -> bool:
    """Say whether a line begins with a number, a sign of a list, or "- Thời gian: …".

    A dash alone may be the one of "Văn hóa | - Xã hội".
    """
    return titled(text)[0].style is not Style.NONE or LIST_SIGN.match(text) is not None


def _by_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines that stand beside one another column by column, as in a letterhead."""
    left: list[Line] = []
    right: list[Line] = []
    for place, line in enumerate(lines):
        beside = [
            other
            for other in lines[max(0, place - 1) : place + 2]
            if other is not line and abs(other.base - line.base) < 4
        ]
        if beside or (left and _under(line, left, right)):
            (right if _is_right(line, beside, left) else left).append(line)
            continue
        yield from (*left, *right)
        left, right = [], []
        yield line
    yield from (*left, *right)


def _under(line: Line, left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Say whether a line alone on its height still belongs to one of two columns above."""
    split = min((other.left for other in right), default=0.0)
    inside = line.right < split - 5 or line.left >= split - 60
    return bool(right) and inside and left[-1].base - line.base < 60


def _is_right(line: Line, beside: Sequence[Line], left: Sequence[Line]) -> bool:
    if beside:
        return line.left > beside[0].left
    return bool(left) and line.left > max(other.right for other in left)
