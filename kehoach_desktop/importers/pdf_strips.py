"""A sheet wider than its paper: the columns that its pages print apart, put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach_desktop.domain.draft import (
    ColumnRole,
    Finding,
    Merge,
    Severity,
    SourceRow,
    SourceTable,
)
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.columns import CORE, is_header
from kehoach_desktop.importers.headings import read_header
from kehoach_desktop.importers.pdf_rules import NEAR, Grid

FEWEST_ROWS = 3
SEARCHED_ROWS = 12


@dataclass(frozen=True, slots=True)
class Printed:
    """A table of a page, and its lines."""

    table: SourceTable
    grid: Grid


def joined_strips(tables: Sequence[Printed]) -> tuple[list[SourceTable], list[Finding]]:
    """Return the tables, those whose columns several pages print as one, and what is to be checked.

    The parts stand row by row on the same heights, and each names columns that the first has not.
    """
    kept: list[SourceTable] = []
    findings: list[Finding] = []
    place = 0
    while place < len(tables):
        strips = _strips(tables[place:])
        if not strips:
            kept.append(tables[place].table)
            findings.extend(_told_alone(tables[place].table))
            place += 1
            continue
        tops = [strip[0].table for strip in strips]
        columns = [_columns(top, tops[:number]) for number, top in enumerate(tops)]
        for parts in zip(*strips, strict=True):
            kept.append(_beside([part.table for part in parts], columns))
            findings.append(_told(parts))
            place += len(parts)
    return kept, findings


def _strips(tables: Sequence[Printed]) -> list[Sequence[Printed]]:
    """Return the parts of the sheet that begins the tables, from the left; each from the top down.

    The pages of a part follow one another, or the parts of one height do.
    """
    for many in range(len(tables), 1, -1):
        for pages in (n for n in range(1, many // 2 + 1) if many % n == 0):
            count = many // pages
            for strips in (
                [tables[s * pages : (s + 1) * pages] for s in range(count)],
                [tables[s:many:count] for s in range(count)],
            ):
                heights = all(map(_is_one_sheet, zip(*strips, strict=True)))
                if heights and all(map(_is_one_width, strips)) and _adds(strips):
                    return strips
    return []


def _is_one_sheet(parts: Sequence[Printed]) -> bool:
    """Say whether the rows of all parts stand on the same heights."""
    first = parts[0].grid.rows
    return all(
        len(part.grid.rows) == len(first)
        and all(abs(a - b) <= NEAR for a, b in zip(part.grid.rows, first, strict=True))
        for part in parts[1:]
    )


def _is_one_width(strip: Sequence[Printed]) -> bool:
    """Say whether the pages of a part have as many columns."""
    return len({len(part.grid.columns) for part in strip}) == 1


def _adds(strips: Sequence[Sequence[Printed]]) -> bool:
    """Say whether the heads of all parts head one table together, and each adds columns to it."""
    tables = [strip[0].table for strip in strips]
    if len(tables[0].rows) < FEWEST_ROWS:
        return False
    for row in range(min(SEARCHED_ROWS, len(tables[0].rows))):
        heads = [_own(table, tables[:place], row) for place, table in enumerate(tables)]
        if is_header([read_header(text) for head in heads for text in head]):
            return all(map(_names_columns, heads)) and _is_new(heads)
    return False


def _own(table: SourceTable, before: Sequence[SourceTable], row: int) -> list[str]:
    """Return the texts of a row without those of columns that a part before has printed, too."""
    return [table.rows[row].cells[c] for c in _columns(table, before)]


def _columns(table: SourceTable, before: Sequence[SourceTable]) -> list[int]:
    printed = {column for one in before for column in _read_down(one)}
    return [c for c, column in enumerate(_read_down(table)) if column not in printed]


def _read_down(table: SourceTable) -> list[tuple[str, ...]]:
    return [*zip(*(row.cells for row in table.rows), strict=True)]


def _names_columns(head: Sequence[str]) -> bool:
    named = [text for text in head if text]
    return bool(named) and all(read_header(text).sureness for text in named)


def _is_new(heads: Sequence[Sequence[str]]) -> bool:
    roles = [role for head in heads for role in {read_header(t).role for t in head if t}]
    told = [role for role in roles if role in CORE]
    return len(told) == len(set(told)) and ColumnRole.CONTENT in told


def _beside(parts: Sequence[SourceTable], places: Sequence[Sequence[int]]) -> SourceTable:
    """Return the columns at `places` in each of the parts of one height as one table."""
    rows = [
        SourceRow(
            row.number,
            tuple(
                part.rows[index].cells[c]
                for part, columns in zip(parts, places, strict=True)
                for c in columns
            ),
        )
        for index, row in enumerate(parts[0].rows)
    ]
    return replace(parts[0], rows=tuple(rows), merges=tuple(_merges(parts, places)))


def _merges(parts: Sequence[SourceTable], places: Sequence[Sequence[int]]) -> Iterator[Merge]:
    start = 0
    for part, columns in zip(parts, places, strict=True):
        for merge in part.merges:
            held = [start + n for n, c in enumerate(columns) if merge.left <= c <= merge.right]
            if held:
                yield Merge(merge.top, held[0], merge.bottom, held[-1])
        start += len(columns)


def _told(parts: Sequence[Printed]) -> Finding:
    names = ", ".join(part.table.name for part in parts)
    message = mark("Bảng rộng hơn trang giấy: ghép các cột in ở {names}, hãy so với bản gốc.")
    return Finding(Severity.CHECK, parts[0].table.name, message.format(names=names))


def _told_alone(table: SourceTable) -> Iterator[Finding]:
    """Yield what a table without tasks may be: columns of another that are printed apart."""
    head = next((row.cells for row in table.rows if any(row.cells)), ())
    roles = {read_header(text).role for text in head if text}
    if _names_columns(head) and roles & set(CORE) and ColumnRole.CONTENT not in roles:
        message = mark("Có vẻ là các cột của một bảng in sang trang khác, chưa ghép được: {names}.")
        names = ", ".join(f"“{text}”" for text in head if text)
        yield Finding(Severity.CHECK, table.name, message.format(names=names))
