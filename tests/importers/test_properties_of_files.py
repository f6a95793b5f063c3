"""What holds for a table in any kind of file: workbook, Word paper, separated values."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from html import escape
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kehoach_desktop.domain.plan import ImportDraft
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from tests.importers.broken.pieces import (
    document,
    packed,
    sheet,
    sheet_rows,
    word_rows,
    word_table,
    workbook,
)
from tests.importers.building import HEADER, cells
from tests.importers.test_properties import NAMED, TASKS, fields, rows_named

Rows = Sequence[Sequence[str]]


def as_xlsx(rows: Rows) -> bytes:
    return packed(workbook((sheet(sheet_rows([[*map(escape, row)] for row in rows])),)))


def as_docx(rows: Rows) -> bytes:
    return packed(document(word_table(word_rows([[*map(escape, row)] for row in rows]))))


def as_csv(rows: Rows) -> bytes:
    buffer = StringIO()
    csv.writer(buffer, delimiter=";").writerows(rows)
    return buffer.getvalue().encode("utf-8-sig")


KINDS: dict[str, Callable[[Rows], bytes]] = {"xlsx": as_xlsx, "docx": as_docx, "csv": as_csv}
ANY_KIND = pytest.mark.parametrize("kind", KINDS)
FEW = settings(max_examples=25, deadline=None)


def read(kind: str, rows: Rows) -> ImportDraft:
    return assemble(read_source(KINDS[kind](rows), f"thu.{kind}"))


@ANY_KIND
@FEW
@given(order=some.permutations(range(6)))
def test_columns_may_stand_in_any_order(kind: str, order: list[int]) -> None:
    rows = [[row[column] for column in order] for row in (cells(HEADER), *TASKS)]

    assert fields(read(kind, rows)) == list(TASKS)


@ANY_KIND
@FEW
@given(places=some.lists(some.integers(0, 4), max_size=30))
def test_blank_rows_change_nothing(kind: str, places: list[int]) -> None:
    rows = [list(row) for row in (cells(HEADER), *TASKS)]
    for place in places:
        rows.insert(place, [""] * 6)

    assert fields(read(kind, rows)) == list(TASKS)


@ANY_KIND
@FEW
@given(header=some.tuples(*NAMED))
def test_any_synonym_of_a_header_gives_the_same_tasks(kind: str, header: tuple[str, ...]) -> None:
    assert fields(read(kind, [header, *TASKS])) == list(TASKS)


ORDINALS = some.sampled_from(["", "A", "I", "II", "1", "2", "1.1", "a)", "(1)", "-", "Phần I"])
WORDS = some.text(alphabet="abcdđeéhik ,.:LMNĐ<&013", max_size=12)
ANY_ROWS = some.lists(some.tuples(ORDINALS, *[WORDS] * 5), max_size=15)


@ANY_KIND
@FEW
@given(rows=ANY_ROWS)
def test_no_row_is_lost(kind: str, rows: list[tuple[str, ...]]) -> None:
    draft = read(kind, [cells(HEADER), *rows])
    headings = sum(len(appendix.groups) for appendix in draft.plan.appendices)
    filled = {n for n, row in enumerate(rows, 2) if any(text.strip() for text in row)}

    assert len(filled - rows_named(draft)) <= headings
