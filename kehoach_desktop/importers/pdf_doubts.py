"""What a printed table shows of its own faults: text over text, and text cut off by its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.pdf_page import Letter, collisions, lines_of
from kehoach_desktop.importers.pdf_rules import Grid

FEWEST_COLLISIONS = 3
FEWEST_CUT = 12
SHORTEST = 8
Cells = Mapping[tuple[int, int], Sequence[Letter]]
"""The letters of a table by row and column."""


def doubts_of_print(grid: Grid, cells: Cells, name: str) -> Iterator[Finding]:
    """Yield what is wrong with the print of the table called `name`."""
    over = _run_over(grid, cells)
    for row in sorted({row for row, _column in cells}):
        texts = (held for place, held in cells.items() if place[0] == row)
        if max(map(collisions, texts)) >= FEWEST_COLLISIONS:
            message = mark(
                "Chữ ở dòng này in chồng lên nhau, đọc có thể sai: cần bản Excel hoặc Word."
            )
        elif row in over:
            message = mark(
                "Chữ in tràn qua đường kẻ của dòng này, đọc có thể lẫn: cần bản Excel hoặc Word."
            )
        else:
            continue
        place = mark("{place}, dòng {row}").format(place=name, row=row + 1)
        yield Finding(Severity.ERROR, place, message)
    if len(over) >= FEWEST_COLLISIONS or _is_cut_off(grid, cells):
        message = mark("Nhiều ô có vẻ bị in cắt mất chữ ở dưới: cần bản Excel hoặc Word để so.")
        yield Finding(Severity.ERROR, name, message)


def _run_over(grid: Grid, cells: Cells) -> set[int]:
    """Return the rows at whose inner lines letters stand on both sides of the line."""
    crossed: Counter[int] = Counter()
    for (row, column), letters in cells.items():
        merged = any(
            top <= row <= end > top and left <= column <= right
            for top, left, end, right in grid.areas
        )
        for letter in () if merged else letters:
            top, base = letter.base + letter.height / 2 - 0.5, letter.base - 0.5
            crossed.update(n for n in (row, row + 1) if base < grid.rows[n] < top)
    edges = [n for n, count in crossed.items() if count >= FEWEST_COLLISIONS]
    return {row for n in edges if 0 < n < len(grid.rows) - 1 for row in (n - 1, n)}


def _is_cut_off(grid: Grid, cells: Cells) -> bool:
    """Say whether nearly every cell ends on a full line with no room for one more under it.

    So prints a sheet whose rows are lower than their text; where rows are as high as they need to
    be, only the longest cell of each ends so.
    """
    told = [_ends_full(grid, place, letters) for place, letters in cells.items()]
    known = [full for full in told if full is not None]
    return sum(known) >= FEWEST_CUT and sum(known) * 4 >= len(known) * 3


def _ends_full(grid: Grid, place: tuple[int, int], letters: Sequence[Letter]) -> bool | None:
    """Say whether a cell ends on a full line at its lower edge; None where it says too little."""
    row, column = place
    lines = lines_of([*letters])
    if not lines or len(lines[-1].text) < SHORTEST:
        return None
    last = lines[-1]
    letter = (last.right - last.left) / len(last.text)
    full = grid.columns[column + 1] - last.right < SHORTEST * letter
    return full and last.base - grid.rows[row + 1] < last.height * 1.2
