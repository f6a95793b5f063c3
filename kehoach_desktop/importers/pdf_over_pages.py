"""Cells merged over a page break: no line is drawn under them, and their words are printed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach_desktop.domain.draft import Merge, SourceRow, SourceTable
from kehoach_desktop.importers.joining import rejoined
from kehoach_desktop.importers.pdf_rules import NEAR, Grid


def share_over_page(
    above: SourceTable, ended: Grid, below: SourceTable, begun: Grid
) -> tuple[SourceTable, SourceTable]:
    """Return both halves of a table, each with the words of the cells that go over the page.

    A row that is cut in all its columns is no merged cell: its halves stay as they are. Where the
    page closes what it cuts, an empty cell over several rows at the top of the next goes on.
    """
    first = _first_below(above.rows, below.rows) if _go_on(ended, begun) else None
    if first is None:
        return above, below
    last = len(above.rows) - 1
    if 0 < len(ended.unclosed) < len(ended.columns) - 1:
        for column in ended.unclosed:
            top, bottom = ended.top_of(last, column), begun.top_of(first, column)
            words = _once(above.rows[top].cells[column], below.rows[bottom].cells[column])
            above = _with(above, top, column, words)
            below = _with(below, bottom, column, words)
    for merge in below.merges:
        column = merge.left
        if merge.top == first < merge.bottom and column == merge.right:
            words = above.rows[ended.top_of(last, column)].cells[column]
            below = _carried(below, merge, words)
    return above, below


def _carried(below: SourceTable, merge: Merge, words: str) -> SourceTable:
    """Return the lower half with `words` in an empty merged cell, past the rest of a cut row."""
    held = below.rows[merge.top].cells
    top = merge.top if held[0] else merge.top + 1
    if not words or held[merge.left] or not below.rows[top].cells[0]:
        return below
    merges = tuple(replace(one, top=top) if one == merge else one for one in below.merges)
    return _with(replace(below, merges=merges), top, merge.left, words)


def _once(above: str, below: str) -> str:
    """Return the words of both halves; those that the file holds on both pages once."""
    if above in below or below in above:
        return max(above, below, key=len)
    return rejoined(above, below)


def _go_on(ended: Grid, begun: Grid) -> bool:
    """Say whether both halves have the same columns."""
    pairs = zip(ended.columns, begun.columns, strict=False)
    same = all(abs(left - right) <= NEAR for left, right in pairs)
    return len(ended.columns) == len(begun.columns) and same


def _first_below(above: Sequence[SourceRow], below: Sequence[SourceRow]) -> int | None:
    """Return the first row of the lower half that does not repeat the head of the table."""
    head = {row.cells for row in above[:3]}
    return next((index for index, row in enumerate(below) if row.cells not in head), None)


def _with(table: SourceTable, row: int, column: int, words: str) -> SourceTable:
    held = table.rows[row]
    cells = (*held.cells[:column], words, *held.cells[column + 1 :])
    rows = (*table.rows[:row], replace(held, cells=cells), *table.rows[row + 1 :])
    return replace(table, rows=rows)
