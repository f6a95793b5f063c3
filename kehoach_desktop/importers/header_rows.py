"""The rows of a header: how many it takes, and the words over a column in all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kehoach_desktop.domain.draft import SourceTable
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.importers.headings import read_header

_COUNT = re.compile(r"\(?\s*(\d{1,2})\s*\)?(\s*=.*)?")


def depth_of(table: SourceTable, start: int) -> int:
    """Return how many rows the header at `start` takes, by its merges or by empty cells below."""
    if start + 1 >= len(table.rows):
        return 1
    width = len(table.rows[start].cells)
    heads = [m for m in table.merges if m.top == start and m.right - m.left + 1 < width]
    bottom = max((m.bottom for m in heads), default=start)
    spread = any(m.bottom == start and m.left < m.right for m in heads)
    below = table.rows[start + 1].cells
    if bottom > start and bottom - start < 4:
        return bottom - start + 1
    named = [column for column, text in enumerate(table.rows[start].cells) if text]
    if len(named) < 2:  # a title over the table
        return 1
    if (spread or not table.merges) and _splits(table.rows[start].cells, below, named[0]):
        again = start + 2 < len(table.rows) and not table.merges
        deeper = again and _splits(below, table.rows[start + 2].cells, named[0])
        return 3 if deeper else 2
    return 1


def _splits(above: Sequence[str], below: Sequence[str], first: int) -> bool:
    """Say whether the row below splits headers above it: it names columns, and not the `first`."""
    filled = [column for column, text in enumerate(below) if text]
    if not filled or any(len(below[column]) > 60 for column in filled):
        return False
    if len(filled) < 2 or is_count_row(below) or all(above[column] for column in filled):
        return False
    return first not in filled and any(
        read_header(below[column]).sureness or re.fullmatch(r"[TtQq]?\d{1,2}", below[column])
        for column in filled
    )


def stacked(table: SourceTable, rows: Sequence[int]) -> list[str]:
    """Return the text of each column over all header rows, what stands twice said once."""
    width = len(table.rows[rows[0]].cells)
    stacks = ([_over(table, rows, row, column) for row in rows] for column in range(width))
    return [squeeze(" ".join(dict.fromkeys(filter(None, stack)))) for stack in stacks]


def _over(table: SourceTable, rows: Sequence[int], row: int, column: int) -> str:
    """Return the header text over a cell; without merges one goes on over empty cells beside it."""
    text = spread_text(table, row, column)
    if text or table.merges or not table.rows[rows[-1]].cells[column] or row == rows[-1]:
        return text
    return next(filter(None, reversed(table.rows[row].cells[:column])), "")


def spread_text(table: SourceTable, row: int, column: int) -> str:
    """Return the header text over a cell: its own, or that of the merge that covers it."""
    text = table.rows[row].cells[column]
    if text:
        return text
    for merge in table.merges:
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
            return table.rows[merge.top].cells[merge.left]
    return ""


def is_count_row(texts: Sequence[str]) -> bool:
    """Say whether a row only counts the columns: (1) (2) (3), 1 2 3, A B 1 2.

    Where columns are hidden the count has gaps, yet it runs upwards and no further than they do.
    """
    filled = [text for text in texts if text]
    numbers = [int(found[1]) for text in filled if (found := _COUNT.fullmatch(text))]
    letters = [text for text in filled if re.fullmatch(r"\(?[A-Da-d]\)?", text)]
    if len(filled) < max(3, len(texts) / 3) or len(numbers) + len(letters) < len(filled):
        return False
    if len(numbers) < 2 or numbers[0] > 3:
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    return set(steps) == {1} or (min(steps) > 0 and numbers[-1] <= len(texts))
