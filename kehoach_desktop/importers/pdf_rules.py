"""The ruled lines of a page as grids of cells: where the walls stand, and which cells are one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

NEAR = 2.5  # points within which two lines are one
SHORTEST = 6.0
MOST_LINES = 400

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: where it stands on the other, and from where to where."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Say whether the line passes `place`."""
        return self.start - NEAR <= place <= self.end + NEAR


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its columns from left to right, its rows from the top down."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    areas: tuple[tuple[int, int, int, int], ...]
    """The merged areas: first row, first column, last row, last column."""
    unclosed: tuple[int, ...] = ()
    """The columns under whose last cell no line runs: the cell goes on over the page."""

    def top_of(self, row: int, column: int) -> int:
        """Return the first row of the area that a cell is part of."""
        held = (a for a in self.areas if a[0] <= row <= a[2] and a[1] <= column <= a[3])
        return next((first for first, *_rest in held), row)

    @property
    def box(self) -> Box:
        """The outline of the table."""
        return self.columns[0], self.rows[-1], self.columns[-1], self.rows[0]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of the cell at a point, the first of its merged area; or None."""
        left, bottom, right, top = self.box
        if not (left <= x <= right and bottom <= y <= top):
            return None
        column = min(bisect_right(self.columns, x) - 1, len(self.columns) - 2)
        row = sum(edge >= y for edge in self.rows[1:-1])
        for first, start, last, end in self.areas:
            if first <= row <= last and start <= column <= end:
                return first, start
        return row, column


def find_grids(across: Sequence[Rule], down: Sequence[Rule], narrowest: int = 2) -> list[Grid]:
    """Return the tables that lines across and down a page enclose, from the top down.

    `narrowest` is the number of columns that makes a table.
    """
    if len(across) > MOST_LINES * 20 or len(down) > MOST_LINES * 20:
        return []
    grids = (_grid(across, band, narrowest) for band in bands(down))
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: -grid.rows[0])


def bands(down: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Group the lines down the page into bands that touch: each band is one table."""
    band: list[Rule] = []
    floor = 0.0
    for rule in sorted(down, key=lambda rule: -rule.end):
        if band and rule.end < floor - NEAR:
            yield band
            band = []
        floor = min(floor, rule.start) if band else rule.start
        band.append(rule)
    if band:
        yield band


def _grid(across: Sequence[Rule], band: Sequence[Rule], narrowest: int) -> Grid | None:
    top, floor = max(rule.end for rule in band), min(rule.start for rule in band)
    inside = [rule for rule in across if floor - NEAR <= rule.at <= top + NEAR]
    columns = clustered(rule.at for rule in band)
    rows = [*reversed(clustered(rule.at for rule in inside))]
    if len(columns) <= narrowest or len(rows) < 2 or len(columns) * len(rows) > 40_000:
        return None
    areas = tuple(_areas(columns, rows, inside, band))
    last = len(rows) - 2
    unclosed = (c for c in range(len(columns) - 1) if not _floor(c, last, columns, rows, inside))
    return Grid(tuple(columns), tuple(rows), areas, tuple(unclosed))


def clustered(places: Iterable[float]) -> list[float]:
    """Return the places from the lowest up, those nearly alike once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept


def _areas(
    columns: Sequence[float], rows: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the areas of cells between which no line stands."""
    done: set[tuple[int, int]] = set()
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in done:
                continue
            right, last = column, row
            while right < len(columns) - 2 and not _wall(right, row, columns, rows, down):
                right += 1
            while last < len(rows) - 2 and not _floor(column, last, columns, rows, across):
                last += 1
            done.update((r, c) for r in range(row, last + 1) for c in range(column, right + 1))
            if (row, column) != (last, right):
                yield row, column, last, right


def _wall(
    column: int, row: int, columns: Sequence[float], rows: Sequence[float], down: Sequence[Rule]
) -> bool:
    """Say whether a line stands right of a cell."""
    middle = (rows[row] + rows[row + 1]) / 2
    return any(abs(rule.at - columns[column + 1]) <= NEAR and rule.covers(middle) for rule in down)


def _floor(
    column: int, row: int, columns: Sequence[float], rows: Sequence[float], across: Sequence[Rule]
) -> bool:
    """Say whether a line runs under a cell."""
    middle = (columns[column] + columns[column + 1]) / 2
    return any(abs(rule.at - rows[row + 1]) <= NEAR and rule.covers(middle) for rule in across)
