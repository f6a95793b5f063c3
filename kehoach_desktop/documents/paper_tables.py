"""The tables of a paper, drawn like the specimen table of its template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from kehoach_desktop.documents.paper_fields import TABLE_SLOTS
from kehoach_desktop.documents.words_xml import Element, fill, names_in, w
from kehoach_desktop.domain.paper import Column, Row, Table
from kehoach_desktop.domain.text import fold

TOTAL = re.compile(r"(tong cong|tong so|tong|cong)( \(.*\))?")


def drawn(specimen: Element, prefix: str, table: Table) -> Element:
    """Return `table` drawn like `specimen`: its width shared out among the columns."""
    made = deepcopy(specimen)
    cells = _cells(made, prefix)
    rows = {slot: next(cell.iterancestors(w("tr"))) for slot, cell in cells.items()}
    widths = _widths(made, table.columns)
    _set_grid(made, widths)
    kept = list(made.iterchildren(w("tr")))
    head = [cells["cot"]] * len(widths)
    made.append(_row(rows["cot"], zip(head, _headings(prefix, table), widths, strict=True)))
    for row in table.rows:
        if row.heading:
            made.append(_heading(rows["muc"], cells, prefix, row, widths))
        else:
            made.append(_row(rows["o"], _body_cells(cells, prefix, table.columns, row, widths)))
    for row in kept:
        made.remove(row)
    return made


def _cells(table: Element, prefix: str) -> dict[str, Element]:
    """Return the specimen cell of each slot; one that is missing is like a cell of the body."""
    found = {
        name.removeprefix(f"{prefix}."): cell
        for cell in table.iter(w("tc"))
        for name in names_in(cell)
    }
    found.setdefault("o", found["cot"])
    return {slot: found.get(slot, found["o"]) for slot in TABLE_SLOTS}


def _widths(table: Element, columns: tuple[Column, ...]) -> list[int]:
    whole = sum(int(column.get(w("w"))) for column in table.iter(w("gridCol")))
    weights = sum(column.weight for column in columns)
    widths = [whole * column.weight // weights for column in columns]
    widths[-1] += whole - sum(widths)
    return widths


def _set_grid(table: Element, widths: list[int]) -> None:
    grid = table.find(w("tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = grid.makeelement(w("gridCol"))
        column.set(w("w"), str(width))
        grid.append(column)


def _headings(prefix: str, table: Table) -> Iterator[dict[str, str]]:
    return ({f"{prefix}.cot": column.heading} for column in table.columns)


def _body_cells(
    cells: dict[str, Element], prefix: str, columns: tuple[Column, ...], row: Row, widths: list[int]
) -> Iterator[tuple[Element, dict[str, str], int]]:
    slots = ("muc", "muc_so") if _is_total(row) else ("o", "o_giua")
    for column, text, width in zip(columns, row.cells, widths, strict=True):
        cell = cells[slots[column.centred]]
        yield cell, dict.fromkeys(names_in(cell), text) or {f"{prefix}.o": text}, width


def _is_total(row: Row) -> bool:
    """Say whether a row sums the others up: "Tổng cộng" stands first, after an empty number."""
    return TOTAL.fullmatch(fold(next(filter(None, row.cells), ""))) is not None


def _heading(
    pattern: Element, cells: dict[str, Element], prefix: str, row: Row, widths: list[int]
) -> Element:
    number, title = row.cells
    made = _row(
        pattern,
        (
            (cells["muc_so"], {f"{prefix}.muc_so": number}, widths[0]),
            (cells["muc"], {f"{prefix}.muc": title}, sum(widths[1:])),
        ),
    )
    properties = list(made.iterchildren(w("tc")))[1].find(w("tcPr"))
    span = properties.makeelement(w("gridSpan"))
    span.set(w("val"), str(len(widths) - 1))
    properties.find(w("tcW")).addnext(span)
    return made


def _row(pattern: Element, cells: Iterable[tuple[Element, dict[str, str], int]]) -> Element:
    row = deepcopy(pattern)
    for cell in list(row.iterchildren(w("tc"))):
        row.remove(cell)
    for specimen, values, width in cells:
        cell = deepcopy(specimen)
        cell.find(f"{w('tcPr')}/{w('tcW')}").set(w("w"), str(width))
        fill(cell, values)
        row.append(cell)
    return row
