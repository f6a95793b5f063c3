"""The tables of a source divided where a new header stands: each block has one set of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kehoach_desktop.domain.draft import ColumnRole, Merge, Source, SourceTable
from kehoach_desktop.domain.text import fold, squeeze
from kehoach_desktop.i18n import mark
from kehoach_desktop.importers.columns import (
    Columns,
    find_header,
    find_indicator_header,
    is_repeated,
)
from kehoach_desktop.importers.sheet_tables import covering

Mapping2 = Mapping[tuple[int, int], ColumnRole]

SEARCHED_ROWS = 40
LABEL = re.compile(
    r"(?:phụ\s+lục|biểu|phụ\s+biểu)(?:\s+số)?"
    r"(?:\s*(?:[IVXLC]{1,5}(?:\.\d{1,2})?|\d{1,2}[a-zA-Z]?|[A-H])(?!\w))?",
    re.IGNORECASE,
)
ATTACHED = re.compile(r"\(?\s*(?:ban hanh )?(?:kem theo|dinh kem)\b")
LeadLine = tuple[int, str]
"""A line over a table: the row it stands in (0 for a paragraph) and its text."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one table under one header: rows `first` to `end` (not included) hold the data."""

    number: int
    table: SourceTable
    lead: tuple[LeadLine, ...]
    columns: Columns
    first: int
    end: int
    covered: dict[tuple[int, int], Merge]


def split_blocks(source: Source, mapping: Mapping2) -> dict[int, list[Block]]:
    """Return the blocks of each table by its number; a table without tasks has none.

    A table without a header of its own goes on with the columns of the one before it, when it is
    as wide and nothing is written between them: a table that a page has cut.
    """
    found: dict[int, list[Block]] = {}
    before: Block | None = None
    for number, table in enumerate(source.tables):
        blocks = [] if table.hidden else [*_blocks(number, table, mapping)]
        if not blocks and before is not None and _goes_on(before, table, source):
            blocks = [_headless(number, table, before.columns)]
        elif blocks and before is not None and _begins_late(before, blocks[0], source):
            head = blocks[0].columns.header_rows[0]
            rest = replace(_headless(number, table, before.columns), end=head)
            blocks = [rest, replace(blocks[0], lead=()), *blocks[1:]]
        if not blocks and any(place[0] == number for place in mapping):
            blocks = [_headless(number, table, _mapped(number, table, mapping))]
        found[number] = blocks
        before = blocks[-1] if blocks else before
    return found


def _blocks(number: int, table: SourceTable, mapping: Mapping2) -> Iterator[Block]:
    covered = covering(table.merges)
    block: Block | None = None
    row = searched = 0
    met = False
    while row < len(table.rows):
        columns = None
        if block is not None and find_indicator_header(table, row):
            yield replace(block, end=row)
            block = None
        again = block is not None and is_repeated(table.rows[row].cells, block.columns)
        # The same header under the label of another appendix is one of its own.
        if block is None or not again or _lead_start(table, block.first, row) < row:
            columns = find_header(table, row, lambda column: mapping.get((number, column)))
        if columns is not None:
            start = _lead_start(table, block.first if block else row - 8, row) if met else 0
            if block is not None:
                yield replace(block, end=start)
            first = columns.header_rows[-1] + 1
            lead = _lead(table, start, row, paragraphs=not met)
            met = True
            block = Block(number, table, lead, columns, first, len(table.rows), covered)
            row = first
        elif not met and searched > SEARCHED_ROWS:
            return
        else:
            searched += any(table.rows[row].cells)
            row += 1
    if block is not None:
        yield block


def _lead(table: SourceTable, start: int, end: int, *, paragraphs: bool) -> tuple[LeadLine, ...]:
    """Return the lines over a header: the paragraphs before the table, then the rows above it."""
    before = [(0, text) for text in table.lead_in] if paragraphs else []
    rows = [
        (row.number, text)
        for row in table.rows[start:end]
        if not row.hidden
        for column, text in enumerate(row.cells)
        if text and column not in table.hidden_columns
    ]
    return (*before, *rows)


def _lead_start(table: SourceTable, first: int, header: int) -> int:
    """Return the first row of the lines that belong to a header further down its table.

    Only a label of an appendix opens such lines; what else stands above may be a section.
    """
    start = header
    for row in range(header - 1, max(first, header - 8) - 1, -1):
        texts = [text for text in table.rows[row].cells if text]
        if len(texts) != 1:
            break
        if split_label(texts[0]):
            start = row
    return start


def _goes_on(before: Block, table: SourceTable, source: Source) -> bool:
    if table.hidden or source.format in ("xlsx", "xls", "ods", "csv"):
        return False
    between = any(text.strip(" _-") for text in table.lead_in)
    width = len(table.rows[0].cells) if table.rows else 0
    return not between and width > 2 and width == len(before.columns.roles)


def _begins_late(before: Block, block: Block, source: Source) -> bool:
    """Say whether rows go on over a header that is the one before, printed once more."""
    same = block.columns.printed == before.columns.printed and block.columns.header_rows[:1] > (0,)
    return same and _goes_on(before, block.table, source)


def _headless(number: int, table: SourceTable, columns: Columns) -> Block:
    columns = replace(columns, header_rows=())
    lead = tuple((0, text) for text in table.lead_in)
    return Block(number, table, lead, columns, 0, len(table.rows), covering(table.merges))


def _mapped(number: int, table: SourceTable, mapping: Mapping2) -> Columns:
    width = len(table.rows[0].cells) if table.rows else 0
    roles = tuple(mapping.get((number, column), ColumnRole.IGNORED) for column in range(width))
    return Columns(
        roles, tuple(mark("Cột {number}").format(number=column + 1) for column in range(width))
    )


def is_attached_line(text: str) -> bool:
    """Say whether a line is the "(Kèm theo Kế hoạch số …)" under the title of an appendix."""
    return bool(ATTACHED.match(fold(text)))


def split_label(text: str) -> tuple[str, str] | None:
    """Split "PHỤ LỤC II: DANH MỤC" into label and rest; None where the line is no label.

    A sentence that speaks of an appendix is none: what follows a label is a stop, capitals, or
    the "kèm theo".
    """
    plain = squeeze(text)
    found = LABEL.match(plain)
    if found is None or plain[0].islower() or len(plain) > 300:
        return None
    label, rest = found[0], plain[found.end() :]
    if rest.strip() and fold(label) == "bieu":
        return None
    after = rest.strip()
    if after and not (after[0] in ".:–-(" or after.isupper() or is_attached_line(after)):
        return None
    return label, after.strip(" .:–-")
