"""Columns that no header names: told by what stands under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach_desktop.domain.draft import ColumnRole, SourceTable
from kehoach_desktop.domain.text import fold
from kehoach_desktop.importers.ordinals import NOTHING, Style, read_label, read_ordinal

R = ColumnRole
NUMBERED = (Style.NUMBER, Style.ROMAN, Style.LETTER)
SEARCHED = 30
FEWEST_PARTS = 2
CODES = re.compile(
    r"(ma|so hieu|ky hieu)( so| hieu| dinh danh)?( (nv|nhiem vu|cong viec|dau viec|viec))?"
)


def find_unnamed(
    table: SourceTable, below: int, roles: list[ColumnRole], columns: tuple[set[int], set[int]]
) -> None:
    """Give the column of tasks and that of numbers their role by the rows from `below` on.

    `columns` are those that no header names and no person has given a role, and the hidden ones.
    """
    unread, hidden = columns
    if R.CONTENT not in roles:
        _find_content(table, below, roles, hidden)
    if R.ORDINAL not in roles:
        _find_ordinal(table, below, roles, unread)


def _find_content(
    table: SourceTable, below: int, roles: list[ColumnRole], hidden: set[int]
) -> None:
    """Where no header names the task, the unread column with the longest texts holds it."""
    lengths = {
        column: sum(len(row.cells[column]) for row in table.rows[below : below + SEARCHED])
        for column, role in enumerate(roles)
        if role is R.EXTRA and column not in hidden
    }
    if lengths and max(lengths.values()):
        roles[max(lengths, key=lambda column: lengths[column])] = R.CONTENT


def _find_ordinal(
    table: SourceTable, below: int, roles: list[ColumnRole], unread: set[int]
) -> None:
    """Where no header names the numbers, an unread column before the tasks may hold them."""
    content = roles.index(R.CONTENT) if R.CONTENT in roles else 0
    for column in sorted(c for c in unread if c < content):
        texts = [*filter(None, _texts(table, range(below, below + SEARCHED), column))]
        labels = sum(read_ordinal(text).style in NUMBERED for text in texts)
        if labels > 1 and labels * 5 >= len(texts) * 4:
            roles[column] = R.ORDINAL
            return


def find_codes(
    table: SourceTable, below: int, roles: list[ColumnRole], names: Sequence[str], taken: set[int]
) -> None:
    """Where nothing numbers the tasks, the first column of codes that tells each apart does.

    Columns in `taken` are left as they are.
    """
    if R.ORDINAL in roles:
        return
    for column, name in enumerate(names):
        if column not in taken and roles[column] is R.EXTRA and CODES.fullmatch(fold(name)):
            texts = [*filter(None, _texts(table, range(below, len(table.rows)), column))]
            labels = [text for text in texts if read_label(text) is not NOTHING]
            if labels and len(set(texts)) == len(texts) and len(labels) * 5 >= len(texts) * 4:
                roles[column] = R.ORDINAL
                return


def find_parts(table: SourceTable, below: int, roles: list[ColumnRole], unread: set[int]) -> None:
    """Where tasks are merged down over rows that each name a part and who does it, take the parts.

    The merged column stays among the others; its text is brought down to every part.
    """
    if R.CONTENT not in roles or R.LEAD not in roles:
        return
    content, lead = roles.index(R.CONTENT), roles.index(R.LEAD)
    spans = [
        range(merge.top, min(merge.bottom, len(table.rows) - 1) + 1)
        for merge in table.merges
        if merge.left == merge.right == content and merge.top >= below and merge.bottom > merge.top
    ]
    for column in sorted(c for c in unread if c > content and roles[c] is R.EXTRA):
        every = [text for text in _texts(table, range(below, len(table.rows)), column) if text]
        parts = [_texts(table, span, column) for span in spans]
        bodies = [_texts(table, span, lead) for span in spans]
        if parts and all(map(_differ, parts)) and all(map(all, bodies)) and _are_words(every):
            roles[content], roles[column] = R.EXTRA, R.CONTENT
            return


def _texts(table: SourceTable, rows: Sequence[int], column: int) -> list[str]:
    return [table.rows[row].cells[column] for row in rows if row < len(table.rows)]


def _differ(texts: Sequence[str]) -> bool:
    return all(texts) and len(set(texts)) == len(texts) >= FEWEST_PARTS


def _are_words(texts: Sequence[str]) -> bool:
    return sum(" " in text for text in texts) * 5 >= len(texts) * 4


def leave_halves(
    table: SourceTable, below: int, roles: list[ColumnRole], names: Sequence[str]
) -> None:
    """Leave out each column that is only half of a merged header, with nothing under it."""
    for column in range(1, len(roles)):
        half = roles[column] is R.EXTRA and names[column] == names[column - 1] != ""
        if half and not any(row.cells[column] for row in table.rows[below:]):
            roles[column] = R.IGNORED
