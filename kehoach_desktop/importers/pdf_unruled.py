"""Tables of a page without lines between their columns, told by where the words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.columns import is_header, is_indicator_header
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.ordinals import Style, read_ordinal
from kehoach_desktop.importers.pdf_cells import Shape, grid_of
from kehoach_desktop.importers.pdf_page import Letter
from kehoach_desktop.importers.pdf_row_starts import divided, ends_table, is_heading
from kehoach_desktop.importers.pdf_rules import Grid, Rule
from kehoach_desktop.importers.pdf_words import (
    Level,
    Run,
    gutters_of,
    is_across,
    is_spread,
    read_levels,
)

DEEPEST = 6
FEWEST_COLUMNS = 3
FAR = 4.0  # of a line's height: so far below, a table is over
LONG_HEADING = 3
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

    `edges` are the columns of a table that the page before has left open.
    """
    levels = [level for level in read_levels(letters) if level.text.strip(" -–/") != str(page)]
    found = Unruled()
    place = 0
    if edges and (shape := _goes_on(levels, edges)):
        _take(levels, shape, across, found)
        place = shape.end
    while (header := _find_header(levels, place)) is not None:
        edges_here = _columns(levels, *header)
        place = header[1]
        if not edges_here:
            found.doubts.append(NO_COLUMNS)
            continue
        shape = Shape(*header, _end(levels, header[1], edges_here), edges_here)
        _take(levels, shape, across, found)
        place = max(shape.end, place)
    lost = edges and not found.grids and not found.doubts
    if lost and any(len(level.runs) >= FEWEST_COLUMNS for level in levels):
        found.doubts.append(NO_COLUMNS)
    return found


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
        ends = [end for end in _ends(levels, start) if _heads(_stacked(levels[start:end]))]
        if ends:
            best = max(ends, key=lambda end: (_sureness(levels[start:end]), end))
            return _first_line(levels, start, best), best
    return None


def _first_line(levels: Sequence[Level], start: int, end: int) -> int:
    """Return the line a header begins at: a title over it adds nothing to its names."""
    while end - start > 1 and _heads(_stacked(levels[start + 1 : end])):
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


def _stacked(levels: Sequence[Level]) -> list[str]:
    """Return the names of the columns: words over several are said of each, from left to right."""
    stacks: list[list[Run]] = []
    for run in (run for level in reversed(levels) for run in level.runs):
        under = [stack for stack in stacks if _meet(run, stack[0])]
        for stack in under:
            stack.append(run)
        if not under:
            stacks.append([run])
    stacks.sort(key=lambda stack: stack[0].left)
    return [" ".join(run.text for run in reversed(stack)) for stack in stacks]


def _meet(one: Run, other: Run) -> bool:
    return one.left < other.right and other.left < one.right


def _heads(texts: Sequence[str]) -> bool:
    if len(texts) < FEWEST_COLUMNS:
        return False
    return is_indicator_header(texts) or is_header([read_header(text) for text in texts])


def _sureness(levels: Sequence[Level]) -> int:
    return sum(read_header(text).sureness for text in _stacked(levels))


# -------------------------------------------------------------------------- columns


def _columns(levels: Sequence[Level], start: int, body: int) -> tuple[float, ...]:
    """Return the edges of the columns under a header, empty where they cannot be told."""
    header = levels[start:body]
    below = levels[body : body + 80]
    below = below[: _far(below)]
    gutters = [gutter for gutter in gutters_of(header, below) if _splits(header, gutter)]
    runs = [run for level in (*header, *below) for run in level.runs]
    edges = [min(r.left for r in runs) - 1, *gutters, max(r.right for r in runs) + 1]
    edges = _with_words(header, below, edges)
    texts = [" ".join(filter(None, (level.in_column(*pair) for level in header)))
             for pair in pairwise(edges)]  # fmt: skip
    whole = not any(_holds_two(level, edges) for level in header)
    return tuple(edges) if whole and _heads(texts) else ()


def _holds_two(level: Level, edges: Sequence[float]) -> bool:
    """Say whether words that stand apart in a header are in one column."""
    places = [bisect_right(edges, run.middle) for run in level.runs if not is_across(run, edges)]
    return len(set(places)) < len(places)


def _far(levels: Sequence[Level]) -> int:
    """Return how many lines follow one another without a wide gap."""
    for place, (above, below) in enumerate(pairwise(levels), start=1):
        if above.at - below.at > below.height * FAR:
            return place
    return len(levels)


def _splits(header: Sequence[Level], gutter: float) -> bool:
    """Say whether no line of the header has its words close to one another around a gutter."""
    over = sum(level.crosses(gutter) for level in header)
    return over <= 1 and over < len(header)


def _with_words(
    header: Sequence[Level], below: Sequence[Level], edges: Sequence[float]
) -> list[float]:
    """Return the edges without those of columns that no word of the header names.

    A first column of numbers needs no name.
    """
    kept = [edges[0]]
    for place, (left, right) in enumerate(pairwise(edges)):
        named = any(level.in_column(left, right) for level in header)
        texts = filter(None, (level.in_column(left, right) for level in below))
        counted = place == 0 and all(read_ordinal(t).style is not Style.NONE for t in texts)
        if named or counted or len(kept) == 1:
            kept.append(right)
        else:
            kept[-1] = right
    return kept


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
