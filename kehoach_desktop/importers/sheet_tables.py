"""Sparse rows of a sheet, whatever file they come from, as a table with its merges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.draft import Finding, Merge, Severity, SourceRow, SourceTable
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.cells import line_text, rejoin
from kehoach_desktop.importers.legacy_text import decoded, font_of_letters, told_old_font

MOST_COLUMNS = 256
MOST_ROWS = 10_000
MOST_CELLS = 200_000
MOST_MERGES = 20_000
MOST_TOLD = 20

Cells = dict[int, str]
Rows = Sequence[tuple[int, Cells]]
"""Each row with its number, the first being 1, and its texts by column, the first being 0."""
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; counted from nought, inclusive."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet keeps beside its texts."""

    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


def sheet_table(name: str, rows: Rows, layout: Layout, findings: list[Finding]) -> SourceTable:
    """Return the table of a sheet: blank rows left out, merges counted in the rows that stay.

    A cell far outside is left out and told in `findings`.
    """
    if font := font_of_letters(text for _number, cells in rows for text in cells.values()):
        rows = [(n, {c: decoded(text, font) for c, text in cells.items()}) for n, cells in rows]
        findings.append(told_old_font(font, name))
    cleaned = [(number, {c: rejoin(text) for c, text in cells.items()}) for number, cells in rows]
    typed = {number: [*_broken(cells)] for number, cells in rows}
    findings.extend(_far_cells(cleaned, name))
    near = ((n, {c: t for c, t in cells.items() if t and c < MOST_COLUMNS}) for n, cells in cleaned)
    kept = sorted((number, cells) for number, cells in near if cells)
    width = 1 + max((max(cells) for _number, cells in kept), default=-1)
    return SourceTable(
        name=name,
        rows=tuple(
            SourceRow(
                n,
                tuple(cells.get(c, "") for c in range(width)),
                n in layout.hidden_rows,
                tuple((c, text) for c, text in typed[n] if cells.get(c, text) != text),
            )
            for n, cells in kept
        ),
        merges=tuple(_kept(layout.merges, [number for number, _cells in kept], width)),
        hidden_columns=tuple(sorted(c for c in layout.hidden_columns if 0 <= c < width)),
        hidden=layout.hidden,
    )


def _broken(cells: Cells) -> Iterator[tuple[int, str]]:
    """Yield the texts that were typed in several lines, by column."""
    for column, text in cells.items():
        if column < MOST_COLUMNS and ("\n" in text or "\r" in text):
            yield column, line_text(text.replace("\r\n", "\n").replace("\r", "\n"))


def letters_of(column: int) -> str:
    """Return the letters a spreadsheet calls a column by: A, B … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def at_row(place: str, number: int) -> str:
    """Return the words that name a row of a sheet."""
    return mark("{place}, dòng {row}").format(place=place, row=number)


def _far_cells(rows: Rows, place: str) -> Iterator[Finding]:
    told = 0
    for number, cells in rows:
        far = [column for column, text in cells.items() if column >= MOST_COLUMNS and text]
        if far and told < MOST_TOLD:
            told += 1
            message = mark("Ô {address} nằm ngoài bảng nên không được đọc: “{text}”.")
            text = message.format(address=f"{letters_of(far[0])}{number}", text=cells[far[0]][:60])
            yield Finding(Severity.CHECK, at_row(place, number), text)


def _kept(merges: Iterable[Area], numbers: list[int], width: int) -> Iterator[Merge]:
    """Yield the merges over rows that are kept, counted in kept rows."""
    for top, left, bottom, right in [*merges][:MOST_MERGES]:
        first, last = bisect_left(numbers, top + 1), bisect_right(numbers, bottom + 1) - 1
        area = Merge(first, left, last, min(right, width - 1))
        if left < width and first <= last and (first, left) != (last, area.right):
            yield area


def covering(merges: Sequence[Merge]) -> dict[tuple[int, int], Merge]:
    """Return, for each cell that a merge covers and does not begin, the merge."""
    covered: dict[tuple[int, int], Merge] = {}
    room = 400_000
    for merge in merges:
        room -= (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        if room < 0:
            break
        for row in range(merge.top, merge.bottom + 1):
            for column in range(merge.left, merge.right + 1):
                covered[row, column] = merge
    return covered
