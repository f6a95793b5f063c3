"""The cells of a table without lines, as if lines stood between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.importers.pdf_row_starts import Rows
from kehoach_desktop.importers.pdf_rules import Grid
from kehoach_desktop.importers.pdf_words import Level, is_across, is_spread


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a table stands among the lines of a page: its header, its body, its columns."""

    start: int
    body: int
    end: int
    edges: tuple[float, ...]


def grid_of(levels: Sequence[Level], shape: Shape, rows: Rows) -> Grid:
    """Return the cells of a table as if lines stood between them."""
    header = levels[shape.start : shape.body]
    tops = [shape.start + place for place in _header_rows(header, shape.edges)]
    areas = [*_header_areas(header, shape.edges)]
    areas.extend(_areas(levels, shape, rows, len(tops)))
    tops.extend(shape.body + first for first in rows)
    first, last = levels[shape.start], levels[shape.end - 1]
    walls = [(levels[top - 1].at + levels[top].at) / 2 for top in tops[1:]]
    heights = (first.at + first.height, *walls, last.at - last.height)
    return Grid(shape.edges, heights, tuple(areas))


def _header_rows(header: Sequence[Level], edges: Sequence[float]) -> list[int]:
    """Return the lines where rows of the header begin: names over several columns are one."""
    over = [place for place, level in enumerate(header) if is_spread(level, edges)]
    if not header:
        return []
    return [0, over[-1] + 1] if over and over[-1] + 1 < len(header) else [0]


def _header_areas(
    header: Sequence[Level], edges: tuple[float, ...]
) -> Iterator[tuple[int, int, int, int]]:
    rows = _header_rows(header, edges)
    if len(rows) < 2:
        return
    under: set[int] = set()
    for level in header:
        for run in level.runs:
            first, last = (bisect_right(edges, place) - 1 for place in (run.left, run.right))
            if first < last:
                under.update(range(first, last + 1))
                yield 0, first, 0, last
    yield from ((0, c, 1, c) for c in range(len(edges) - 1) if c not in under)


def _areas(
    levels: Sequence[Level], shape: Shape, rows: Rows, above: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged cells of headings that run over the columns."""
    ends = (*rows[1:], shape.end - shape.body)
    for place, (first, end) in enumerate(zip(rows, ends, strict=True)):
        spread = (
            bisect_right(shape.edges, run.left) - 1
            for level in levels[shape.body + first : shape.body + end]
            for run in level.runs
            if is_across(run, shape.edges)
        )
        if (column := min(spread, default=-1)) >= 0:
            yield above + place, column, above + place, len(shape.edges) - 2
