"""Bare numbers over columns of marks: the months they are, "7 8 9" as "Tháng 7"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kehoach_desktop.domain.draft import ColumnRole, SourceTable
from kehoach_desktop.domain.text import fold
from kehoach_desktop.importers.month_marks import FEWEST, is_mark, is_timed

MONTH = re.compile(r"(?:(?P<over>.*\S)\s+)?(?P<month>0?[1-9]|1[0-2])")
YEAR = re.compile(r"(?:nam )?20\d\d")
QUARTERS = 4


def is_period(name: str) -> bool:
    """Say whether a header is a month or a quarter without a year: "T7", "Quý III"."""
    return bool(re.fullmatch(r"(t|thang|q|quy) ?[\divx]{1,3}", fold(name)))


def with_months(
    table: SourceTable, below: int, names: Sequence[str], roles: Sequence[ColumnRole]
) -> list[str]:
    """Return the names of columns, those of months that are only numbered with the word before.

    They stand beside one another, count on, go beyond four (else they may be quarters or weeks),
    and hold nothing but marks from row `below` on.
    """
    kept = [*names]
    for run in _runs(names, roles):
        numbers = [_month(names[column]) for column in run]
        if len(run) >= FEWEST and max(numbers) > QUARTERS and _only_marks(table, below, run):
            for column in run:
                kept[column] = _spelt(names[column])
    return kept


def marked_years(table: SourceTable, below: int, names: Sequence[str]) -> list[int]:
    """Return the columns of years that hold nothing but marks from row `below` on, if enough."""
    years = [c for c, name in enumerate(names) if YEAR.fullmatch(fold(name))]
    return years if len(years) >= FEWEST and _only_marks(table, below, years) else []


def _runs(names: Sequence[str], roles: Sequence[ColumnRole]) -> list[list[int]]:
    """Return the columns with bare numbers that count on, run by run."""
    bare = [c for c, name in enumerate(names) if roles[c] is ColumnRole.EXTRA and _month(name)]
    runs: list[list[int]] = [bare[:1]] if bare else []
    for before, column in pairwise(bare):
        follows = _month(names[column]) == _month(names[before]) % 12 + 1
        if column == before + 1 and follows:
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _month(name: str) -> int:
    found = MONTH.fullmatch(name)
    other = is_timed(name) or re.search(r"\b(quy|tuan|thu|ngay)\b", fold(name))
    return int(found["month"]) if found and not other else 0


def _spelt(name: str) -> str:
    found = MONTH.fullmatch(name)
    over = (found["over"] or "") if found else ""
    number = found["month"] if found else name
    year = re.search(r"(?:năm\s+)?20\d\d", over, re.IGNORECASE)
    return f"{year[0]} tháng {number}" if year else f"Tháng {number}"


def _only_marks(table: SourceTable, below: int, columns: Sequence[int]) -> bool:
    texts = [row.cells[c] for row in table.rows[below:] for c in columns if row.cells[c]]
    return bool(texts) and all(map(is_mark, texts))


def needs_words_over(own: str, stacked: str) -> bool:
    """Say whether a header says nothing alone: a bare number, a month whose year stands over it."""
    if re.fullmatch(r"\d{1,2}|[IVX]{1,3}", own):
        return stacked != own
    return is_period(own) and bool(re.search(r"\b20\d\d\b", stacked))
