"""Columns whose header nobody knows, told by what their cells say: bodies, or times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import ColumnRole, SourceTable
from kehoach_desktop.domain.text import fold
from kehoach_desktop.importers.body_names import BODY

R = ColumnRole
SEARCHED = 40
LONGEST_NAME = 90
ANY_YEAR = 2026  # only whether the words name a time counts
_PERSON = re.compile(r"\b(nguoi|can bo|cong chuc|ai)\b")
_ALONG = re.compile(r"\b(cung|ho tro|lien quan|phu|giup|kem|tham gia)\b")


def find_by_content(
    table: SourceTable,
    below: int,
    roles: list[ColumnRole],
    names: Sequence[str],
    unread: Iterable[int],
) -> tuple[int, ...]:
    """Give the columns of bodies and of times their roles; return the columns so told.

    Asked of the columns `unread` only, and of those that name a person's work, by the rows from
    `below` on, and only for roles that no header has named. Of two columns of times none is taken;
    of two of bodies the second works along.
    """
    asked = sorted({*unread, *_of_persons(roles, names)})
    found = dict(_bodies(table, below, roles, names, asked))
    times = [c for c in asked if c not in found and _say(table, below, c, _is_time)]
    if R.DEADLINE not in roles and len(times) == 1:
        found[times[0]] = R.DEADLINE
    for column, role in found.items():
        roles[column] = role
    return tuple(sorted(found))


def only_counts(table: SourceTable, below: int, column: int | None) -> bool:
    """Say whether a column holds nothing but numbers: tasks counted by body, and no tasks."""
    rows = table.rows[below : below + SEARCHED]
    texts = [row.cells[column] for row in rows if row.cells[column]] if column is not None else []
    return len(texts) > 1 and not any(map(str.strip, (t.strip("0123456789.,% ") for t in texts)))


def _of_persons(roles: Sequence[ColumnRole], names: Sequence[str]) -> Iterator[int]:
    """Yield the other columns that ask for a person, where a body may stand instead."""
    for column, role in enumerate(roles):
        if role is R.EXTRA and _PERSON.search(fold(names[column])):
            yield column


def _bodies(
    table: SourceTable,
    below: int,
    roles: Sequence[ColumnRole],
    names: Sequence[str],
    asked: Sequence[int],
) -> Iterator[tuple[int, ColumnRole]]:
    missing = [role for role in (R.LEAD, R.COORDINATING) if role not in roles]
    columns = [c for c in asked if roles[c] is R.EXTRA and _say(table, below, c, _is_body)]
    for column in columns[:2] if missing else ():
        along = bool(_ALONG.search(fold(names[column])))
        role = R.COORDINATING if along or R.LEAD not in missing else R.LEAD
        if role in missing:
            missing.remove(role)
            yield column, role


def _say(table: SourceTable, below: int, column: int, says: Callable[[str], bool]) -> bool:
    """Say whether nearly all cells of a column say so, and at least two do."""
    rows = table.rows[below : below + SEARCHED]
    texts = [row.cells[column] for row in rows if row.cells[column] and not row.hidden]
    said = sum(map(says, texts))
    return said > 1 and said * 5 >= len(texts) * 4


def _is_body(text: str) -> bool:
    return len(text) < LONGEST_NAME and bool(BODY.match(text))


def _is_time(text: str) -> bool:
    known = read_deadline(text, ANY_YEAR).kind not in (Kind.UNKNOWN, Kind.DONE)
    return known and not text.isdigit()
