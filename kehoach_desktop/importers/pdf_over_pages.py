"""Cells merged over a page break: no line is drawn under them, and their words are printed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach_desktop.domain.draft import SourceRow, SourceTable
from kehoach_desktop.importers.joining import rejoined
from kehoach_desktop.importers.pdf_rules import NEAR, Grid


def share_over_page(
    above: SourceTable, ended: Grid, below: SourceTable, begun: Grid
) -> tuple[SourceTable, SourceTable]:
    """Return both halves of a table, each with the words of the cells that go over the page.

    A row that is cut in all its columns is no merged cell: both halves stay as they are.
    """
    if not _go_on(ended, begun) or len(ended.unclosed) == len(ended.columns) - 1:
        return above, below
    first = _first_below(above.rows, below.rows)
    if first is None:
        return above, below
    last = len(above.rows) - 1
    for column in ended.unclosed:
        top, bottom = ended.top_of(last, column), begun.top_of(first, column)
        words = _once(above.rows[top].cells[column], below.rows[bottom].cells[column])
        above = _with(above, top, column, words)
        below = _with(below, bottom, column, words)
    return above, below


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
