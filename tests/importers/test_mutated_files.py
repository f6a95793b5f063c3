"""The given files with their columns, rows, headings and sheets changed: the tasks stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kehoach_desktop.domain.draft import ColumnRole, Merge, Source, SourceRow, SourceTable
from kehoach_desktop.importers.blocks import Block, split_blocks
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.headings import SYNONYMS
from kehoach_desktop.importers.matrix import assemble
from tests.importers.comparing import DATA
from tests.importers.test_properties import fields

FILES = ("dong_thap.xlsx", "quang_tri.docx", "quang_tri.pdf", "dong_thap.ods")
ANY_FILE = pytest.mark.parametrize("name", FILES)
FEW = settings(max_examples=13, deadline=None)
UNCLEAR = ("#", "so", "don vi", "time")
"""Names that say which column it is only beside others."""


@cache
def source_of(name: str) -> Source:
    return read_source((DATA / name).read_bytes(), name)


@cache
def blocks_of(name: str) -> dict[int, list[Block]]:
    return split_blocks(source_of(name), {})


@cache
def truth(name: str) -> list[tuple[str, ...]]:
    return fields(assemble(source_of(name)))


def with_tables(name: str, *changed: SourceTable) -> list[tuple[str, ...]]:
    return fields(assemble(replace(source_of(name), tables=changed)))


def shuffled(table: SourceTable, seed: int) -> SourceTable:
    """Return the table with its columns in another order; merges over columns come apart."""
    width = len(table.rows[0].cells) if table.rows else 0
    order = [*range(width)]
    Random(seed).shuffle(order)
    place = {column: new for new, column in enumerate(order)}
    return replace(
        table,
        rows=tuple(
            replace(r, cells=tuple(r.cells[c] for c in order), lines=()) for r in table.rows
        ),
        merges=tuple(
            Merge(m.top, place[m.left], m.bottom, place[m.left])
            for m in table.merges
            if m.left == m.right
        ),
        hidden_columns=tuple(sorted(place[c] for c in table.hidden_columns)),
    )


def with_blanks(table: SourceTable, places: Sequence[int]) -> SourceTable:
    """Return the table with blank rows let in; a merge over the place grows."""
    rows, merges = [*table.rows], [*table.merges]
    width = len(rows[0].cells) if rows else 0
    for place in places:
        at = place % (len(rows) + 1)
        rows.insert(at, SourceRow(0, ("",) * width))
        merges = [
            replace(m, top=m.top + (m.top >= at), bottom=m.bottom + (m.bottom >= at))
            for m in merges
        ]
    return replace(table, rows=tuple(rows), merges=tuple(merges))


def renamed(table: SourceTable, blocks: Sequence[Block], pick: int) -> SourceTable:
    """Return the table with every heading put in other words for the same."""
    names = {
        cell: role
        for block in blocks
        for row in block.columns.header_rows
        for cell, role in zip(table.rows[row].cells, block.columns.roles, strict=True)
    }
    heads = [
        i for i, row in enumerate(table.rows) if sum(bool(c) and c in names for c in row.cells) > 2
    ]
    rows = [*table.rows]
    for index in heads:
        cells = (_other(cell, names.get(cell), pick) for cell in rows[index].cells)
        rows[index] = replace(rows[index], cells=tuple(cells))
    assert heads or not blocks
    return replace(table, rows=tuple(rows))


def _other(cell: str, role: ColumnRole | None, pick: int) -> str:
    words = [word for word in SYNONYMS.get(role, ()) if word not in UNCLEAR] if role else []
    counts = role is not None and role is not ColumnRole.EXTRA and words
    return words[pick % len(words)] if counts else cell


@ANY_FILE
@FEW
@given(seed=some.integers(0, 10_000))
def test_columns_in_any_order(name: str, seed: int) -> None:
    assert with_tables(name, *(shuffled(t, seed) for t in source_of(name).tables)) == truth(name)


@ANY_FILE
@FEW
@given(places=some.lists(some.integers(0, 60), max_size=6))
def test_blank_rows_anywhere(name: str, places: list[int]) -> None:
    changed = (
        with_blanks(table, places) if blocks_of(name)[number] else table
        for number, table in enumerate(source_of(name).tables)
    )
    assert with_tables(name, *changed) == truth(name)


@ANY_FILE
@FEW
@given(pick=some.integers(0, 60))
def test_headings_in_other_words(name: str, pick: int) -> None:
    blocks = blocks_of(name)
    changed = (renamed(t, blocks[n], pick) for n, t in enumerate(source_of(name).tables))

    assert with_tables(name, *changed) == truth(name)


@pytest.mark.parametrize("name", ["dong_thap.xlsx", "dong_thap.ods"])
@FEW
@given(cut=some.integers(1, 40))
def test_a_sheet_cut_in_two(name: str, cut: int) -> None:
    parts: list[SourceTable] = []
    for number, table in enumerate(source_of(name).tables):
        block = blocks_of(name)[number][0]
        place = block.first + cut
        joined = any(m.top < place <= m.bottom for m in table.merges)
        if place >= block.end - 1 or joined:
            parts.append(table)
            continue
        head = tuple(table.rows[row] for row in block.columns.header_rows)
        lower = tuple(
            replace(m, top=m.top - place + len(head), bottom=m.bottom - place + len(head))
            for m in table.merges
            if m.top >= place
        )
        parts.append(
            replace(
                table,
                rows=table.rows[:place],
                merges=tuple(m for m in table.merges if m.bottom < place),
            )
        )
        rows = (*head, *table.rows[place:])
        parts.append(
            replace(table, name=f"{table.name} (tiếp)", rows=rows, merges=lower, lead_in=())
        )

    assert with_tables(name, *parts) == truth(name)
