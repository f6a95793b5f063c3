"""Tables of a page without lines between their columns, told by where the words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.ordinals import Style, read_ordinal
from kehoach_desktop.importers.pdf_cells import Shape, grid_of
from kehoach_desktop.importers.pdf_columns import (
    FAR,
    FEWEST_COLUMNS,
    LONG_HEADING,
    columns_under,
    heads,
    parted_by,
    stacked,
)
from kehoach_desktop.importers.pdf_page import Letter
from kehoach_desktop.importers.pdf_row_starts import divided, ends_table, is_heading
from kehoach_desktop.importers.pdf_rules import Grid, Rule
from kehoach_desktop.importers.pdf_words import (
    Level,
    is_spread,
    read_levels,
)

DEEPEST = 6
NO_COLUMNS = mark("Có vẻ có bảng không kẻ dòng nhưng không tách được cột: cần bản Word hoặc Excel.")
NO_ROWS = mark(
    "Có bảng không kẻ dòng, không rõ mỗi nhiệm vụ bắt đầu từ đâu: cần bản Word hoặc Excel."
)
BY_PLACE = mark("Bảng không kẻ dòng: cột và dòng được chia theo chỗ đặt chữ, hãy so với bản gốc.")


@dataclass(slots=True)
class Unruled:
    """The tables of a page without lines: their cells, why others could not be read.

    `edges` are the columns of a table that may go on over the page, empty where none does.
    """

    grids: list[Grid] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    edges: tuple[float, ...] = ()


def find_unruled(
    letters: Sequence[Letter], across: Sequence[Rule], edges: tuple[float, ...], page: int
) -> Unruled:
    """Return the tables that letters outside all ruled tables make up on page `page`.

    `edges` are the columns of a table that the page before has left open, or a ruled header.
    """
    levels = [level for level in read_levels(letters) if level.text.strip(" -–/") != str(page)]
    levels = parted_by(levels, edges)
    found = Unruled()
    place = 0
    if edges and (shape := _goes_on(levels, edges)):
        _take(levels, shape, across, found)
        place = shape.end
    while (header := _find_header(levels, place)) is not None:
        edges_here = columns_under(levels, *header)
        place = header[1]
        if not edges_here:
            found.doubts.append(NO_COLUMNS)
            continue
        levels = [*levels[:place], *parted_by(levels[place:], edges_here)]
        shape = Shape(*header, _end(levels, header[1], edges_here), edges_here)
        if _leaves_rows(levels, shape):
            found.doubts.append(NO_COLUMNS)
        else:
            _take(levels, shape, across, found)
        place = max(shape.end, place)
    lost = edges and not found.grids and not found.doubts
    if lost and any(len(level.runs) >= FEWEST_COLUMNS for level in levels):
        found.doubts.append(NO_COLUMNS)
    return found


def _leaves_rows(levels: Sequence[Level], shape: Shape) -> bool:
    """Say whether numbered lines in several columns stand under the end of a table."""
    header = _find_header(levels, shape.end)
    rest = levels[shape.end : header[0] if header else len(levels)]
    return any(len(level.runs) >= FEWEST_COLUMNS and _is_numbered(level) for level in rest)


def _take(levels: Sequence[Level], shape: Shape, across: Sequence[Rule], found: Unruled) -> None:
    body = levels[shape.body : shape.end]
    rows = divided(body, shape.edges, across)
    if rows is None:
        found.doubts.append(NO_ROWS)
        return
    found.grids.append(grid_of(levels, shape, rows))
    found.doubts.append(BY_PLACE)
    found.edges = shape.edges if shape.end == len(levels) else ()


# --------------------------------------------------------------------------- header


def _find_header(levels: Sequence[Level], place: int) -> tuple[int, int] | None:
    """Return the first and the end line of the next header; None where none stands below."""
    for start in range(place, len(levels)):
        if best := _surest_end(levels, start):
            first = _first_line(levels, start, best)
            return first, _surest_end(levels, first) or best
    return None


def _surest_end(levels: Sequence[Level], start: int) -> int:
    """Return where the header that begins at `start` best ends, 0 where none begins there."""
    ends = [end for end in _ends(levels, start) if heads(stacked(levels[start:end]))]
    return max(ends, key=lambda end: (_sureness(levels[start:end]), end), default=0)


def _first_line(levels: Sequence[Level], start: int, end: int) -> int:
    """Return the line a header begins at: a title over it adds nothing to its names."""
    while end - start > 1 and heads(stacked(levels[start + 1 : end])):
        if _sureness(levels[start + 1 : end]) < _sureness(levels[start:end]):
            break
        start += 1
    return start


def _ends(levels: Sequence[Level], start: int) -> Iterator[int]:
    """Yield where a header that begins at `start` may end: before the first number, or a gap."""
    for end in range(start + 1, min(start + DEEPEST, len(levels)) + 1):
        level = levels[end - 1]
        far = end - 1 > start and levels[end - 2].at - level.at > level.height * 2.4
        if far or _is_numbered(level):
            return
        yield end


def _is_numbered(level: Level) -> bool:
    return read_ordinal(level.runs[0].text.split()[0]).style is not Style.NONE


def _sureness(levels: Sequence[Level]) -> int:
    return sum(read_header(text).sureness for text in stacked(levels))


# --------------------------------------------------------------------------- extent


def _end(levels: Sequence[Level], body: int, edges: Sequence[float]) -> int:
    """Return where the table ends: at prose, at a note, or at a wide gap."""
    last = body
    for place in range(body, len(levels)):
        level = levels[place]
        far = place > body and levels[place - 1].at - level.at > level.height * FAR
        if far or ends_table(level):
            break
        if not is_spread(level, edges):
            last = place + 1
        elif (not is_heading(level) and place - last >= LONG_HEADING) or (
            not is_heading(level) and place == last
        ):
            break
    return last


def _goes_on(levels: Sequence[Level], edges: tuple[float, ...]) -> Shape | None:
    """Return the table at the top of a page that goes on in columns with these edges."""
    header = _find_header(levels, 0)
    room = levels[: header[0]] if header else levels
    end = _end(room, 0, edges)
    if not end or not any(_may_go_on(level, edges) for level in room[:end]):
        return None
    return Shape(0, 0, end, edges)


def _may_go_on(level: Level, edges: Sequence[float]) -> bool:
    """Say whether a line has words in two columns, or is the rest of a sentence in one."""
    filled = {bisect_right(edges, run.middle) for run in level.runs}
    return len(filled) > 1 or (level.text[0].islower() and not is_spread(level, edges))
