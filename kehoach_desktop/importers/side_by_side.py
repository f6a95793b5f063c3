"""Two tables that lie side by side on one sheet, taken apart where the second numbering begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kehoach_desktop.domain.draft import Merge, Source, SourceRow, SourceTable
from kehoach_desktop.domain.text import fold

SHEETS = ("xlsx", "xls", "ods", "html")
NUMBERING = re.compile(r"(s\W*)?t\W*t|so (tt|thu tu)")
SEARCHED_ROWS = 40
NARROWEST = 3
Heads = Callable[[Sequence[str]], bool]


def taken_apart(source: Source, heads: Heads | None = None) -> Source:
    """Return `source` with every sheet that holds two tables side by side as two tables.

    `heads` says whether texts head such a table; without it, one of tasks or of indicators.
    """
    if source.format not in SHEETS:
        return source
    parts = (part for one in source.tables for part in _parts(one, heads or _heads))
    return replace(source, tables=tuple(parts))


def _parts(table: SourceTable, heads: Heads) -> Iterator[SourceTable]:
    rows = (row.cells for row in table.rows[:SEARCHED_ROWS])
    column = next(filter(None, (_seam(cells, heads) for cells in rows)), 0)
    if not column:
        yield table
        return
    yield _cut(table, 0, column)
    yield from _parts(replace(_cut(table, column, None), lead_in=()), heads)


def _seam(cells: Sequence[str], heads: Heads) -> int:
    """Return the column at which a second header begins in a row, 0 where there is one header."""
    places = [c for c, text in enumerate(cells) if NUMBERING.fullmatch(fold(text))]
    if len(places) < 2:
        return 0
    column = places[1]
    halves = (cells[places[0] : column], cells[column:])
    return column if all(map(heads, halves)) else 0


def _heads(texts: Sequence[str]) -> bool:
    named = [text for text in texts if text]
    if len(named) < NARROWEST:
        return False
    # Most sheets hold one table: what reads a header costs their child half of its start.
    from kehoach_desktop.importers.columns import is_header, is_indicator_header
    from kehoach_desktop.importers.headings import read_header

    return is_indicator_header(named) or is_header([read_header(text) for text in named])


def _cut(table: SourceTable, first: int, end: int | None) -> SourceTable:
    """Return the columns from `first` to `end` of a table; rows that say nothing there are left."""
    rows = [_cut_row(row, first, end) for row in table.rows]
    kept = [index for index, row in enumerate(rows) if any(row.cells)]
    stop = (end if end is not None else max(len(row.cells) for row in table.rows)) - 1
    return replace(
        table,
        rows=tuple(rows[index] for index in kept),
        merges=tuple(_within(table.merges, kept, first, stop)),
        hidden_columns=tuple(c - first for c in table.hidden_columns if first <= c <= stop),
    )


def _cut_row(row: SourceRow, first: int, end: int | None) -> SourceRow:
    cells = row.cells[first:end]
    lines = ((c - first, text) for c, text in row.lines if 0 <= c - first < len(cells))
    return replace(row, cells=cells, lines=tuple(lines))


def _within(merges: Sequence[Merge], kept: Sequence[int], first: int, stop: int) -> Iterator[Merge]:
    """Yield the merges that begin in the columns that stay, counted in the rows that stay."""
    for merge in merges:
        rows = [place for place, row in enumerate(kept) if merge.top <= row <= merge.bottom]
        if rows and first <= merge.left <= stop:
            right = min(merge.right, stop) - first
            yield Merge(rows[0], merge.left - first, rows[-1], right)
