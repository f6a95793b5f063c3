"""What the officer asks to see of the matrix, and how many tasks answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.progress import Standing, due_soon, final_day
from kehoach_desktop.domain.text import collation_key, fold, squeeze
from kehoach_desktop.domain.unit import Unit
from kehoach_desktop.i18n import mark
from kehoach_desktop.ui.plans.matrix_rows import TaskRow


class Due(StrEnum):
    """The choices of the due-date filter."""

    ANY = "any"
    OVERDUE = "overdue"
    WEEK = "week"
    MONTH = "month"
    DATED = "dated"
    UNDATED = "undated"


DUE_WORDS = {
    Due.ANY: mark("Thời hạn"),
    Due.OVERDUE: mark("Đã quá hạn"),
    Due.WEEK: mark("Đến hạn trong 7 ngày"),
    Due.MONTH: mark("Đến hạn trong tháng"),
    Due.DATED: mark("Có hạn"),
    Due.UNDATED: mark("Không có hạn"),
}

NOBODY = "\0"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be shown; the default is every task of the commune.

    `unit` is a unit's name as written, NOBODY for tasks not yet handed to one, "" for any.
    """

    ours_only: bool = True
    overdue: bool = False
    unanswered: bool = False
    doubtful: bool = False
    due: Due = Due.ANY
    stands: Standing | None = None
    unit: str = ""
    words: str = ""


Rule = Callable[[TaskRow], bool]


def _rules(wish: Wish, today: date) -> list[Rule]:
    """Return what a row must answer to: only what is asked is asked of thousands of rows."""
    asked: tuple[tuple[object, Rule], ...] = (
        (wish.ours_only, lambda row: row.progress.task.ours.yes),
        (wish.overdue, lambda row: row.stands is Standing.OVERDUE),
        (wish.unanswered, lambda row: row.owes_answer),
        (wish.doubtful, lambda row: bool(row.doubts)),
        (wish.stands, lambda row: row.stands is wish.stands),
        (wish.due != Due.ANY, lambda row: _DUE_RULES[wish.due](row, today)),
        (wish.unit, lambda row: _of_unit(row, wish.unit)),
    )
    return [rule for wanted, rule in asked if wanted]


def chosen(rows: Iterable[TaskRow], wish: Wish, today: date) -> tuple[TaskRow, ...]:
    """Return the rows that are wished for.

    The words are looked for as a phrase; where no row holds it, the rows with every word of it.
    """
    rules = _rules(wish, today)
    wished = [row for row in rows if all(rule(row) for rule in rules)]
    phrase = fold(wish.words)
    if not phrase:
        return tuple(wished)
    whole = tuple(row for row in wished if phrase in row.search)
    if whole:
        return whole
    words = phrase.split()
    return tuple(row for row in wished if all(word in row.search for word in words))


def _in_month(row: TaskRow, today: date) -> bool:
    due = final_day(row.progress.task.deadline)
    return due is not None and (due.year, due.month) == (today.year, today.month)


_DUE_RULES: dict[Due, Callable[[TaskRow, date], bool]] = {
    Due.OVERDUE: lambda row, _today: row.stands is Standing.OVERDUE,
    Due.WEEK: lambda row, today: due_soon(row.progress, today),
    Due.MONTH: _in_month,
    Due.DATED: lambda row, _today: final_day(row.progress.task.deadline) is not None,
    Due.UNDATED: lambda row, _today: final_day(row.progress.task.deadline) is None,
}


def _of_unit(row: TaskRow, unit: str) -> bool:
    if not unit:
        return True
    if unit == NOBODY:
        return not row.progress.task.assigned_to
    wanted = fold(unit)
    return any(fold(name) == wanted for name in concerned(row))


def concerned(row: TaskRow) -> tuple[str, ...]:
    """Return the units a row concerns: the commune's own, then the leading agencies."""
    task = row.progress.task
    return (*units_of(task), *leads(task.lead_agencies_text))


@lru_cache(maxsize=4096)
def leads(text: str) -> tuple[str, ...]:
    """Return the agencies of a cell that lists them, split where a line or a semicolon ends."""
    parts = (squeeze(part).strip(" .,-") for part in text.replace("\n", ";").split(";"))
    return tuple(part for part in parts if part)


def own_units(rows: Iterable[TaskRow], listed: Iterable[Unit] = ()) -> tuple[str, ...]:
    """Return the units that tasks are handed to and those `listed`, in dictionary order."""
    typed = (unit for row in rows for unit in units_of(row.progress.task))
    return _ordered((*typed, *(unit.name for unit in listed)))


def lead_units(rows: Iterable[TaskRow]) -> tuple[str, ...]:
    """Return the leading agencies named in `rows`, in dictionary order."""
    return _ordered(name for row in rows for name in leads(row.progress.task.lead_agencies_text))


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    distinct = {fold(name): name for name in names if name}
    return tuple(sorted(distinct.values(), key=collation_key))


@dataclass(frozen=True, slots=True)
class ChipCounts:
    """The numbers on the chips."""

    ours: int
    all: int
    overdue: int
    unanswered: int
    doubtful: int


def chip_counts(rows: Sequence[TaskRow], wish: Wish, today: date) -> ChipCounts:
    """Return how many rows each chip stands for, within the commune/all choice."""
    scope = chosen(rows, without_narrowing(wish), today)
    return ChipCounts(
        ours=sum(row.progress.task.ours.yes for row in rows),
        all=len(rows),
        overdue=sum(row.stands is Standing.OVERDUE for row in scope),
        unanswered=sum(row.owes_answer for row in scope),
        doubtful=sum(bool(row.doubts) for row in scope),
    )


def without_narrowing(wish: Wish) -> Wish:
    """Return the wish with only its commune/all choice left."""
    return replace(Wish(), ours_only=wish.ours_only)
