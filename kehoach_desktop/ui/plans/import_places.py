"""Where in the source each task stands, and what each column of the source was read as."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach_desktop.domain.draft import ColumnRole, Source, SourceRow, SourceTable
from kehoach_desktop.domain.plan import ImportDraft, Plan, Task, TaskId
from kehoach_desktop.domain.plan_version import Comparison, earlier_version
from kehoach_desktop.domain.text import squeeze

_ROW = re.compile(r"(\d+)$")  # a place ends with the number of its row in every language
_SURE = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of a table of the source, both counted from nought."""

    table: int
    row: int


Roles = dict[tuple[int, int], ColumnRole]


@dataclass(frozen=True, slots=True)
class Understood:
    """A draft laid over its source: where its tasks stand, what the columns were read as.

    `names` are the headings by which columns were recognised; `earlier` is the comparison with
    another version of the plan that is held.
    """

    draft: ImportDraft
    spots: Mapping[TaskId, Spot]
    roles: Roles
    names: tuple[str, ...]
    earlier: Comparison | None = None

    def headings(self, table: SourceTable) -> tuple[str, ...]:
        """Return the words over each column of a table."""
        return header_words(table, self.names)


def understood(
    source: Source,
    draft: ImportDraft,
    chosen: Mapping[tuple[int, int], ColumnRole],
    held: tuple[Plan, ...],
) -> Understood:
    """Lay `draft` over its source, and over an earlier version of it among the plans `held`.

    `chosen` are the columns that were read by hand.
    """
    spots = locate(source, draft)
    names = tuple(dict.fromkeys(n for a in draft.plan.appendices for n in a.columns))
    roles = read_roles(source, draft, spots, chosen)
    return Understood(draft, spots, roles, names, earlier_version(draft.plan, held))


def locate(source: Source, draft: ImportDraft) -> dict[TaskId, Spot]:
    """Return where each task begins in the source; a task that is not found is left out."""
    rows = {
        (row.number, number): (index, row)
        for number, table in enumerate(source.tables)
        for index, row in enumerate(table.rows)
    }
    found: dict[TaskId, Spot] = {}
    for _appendix, task in draft.plan.tasks():
        named = _ROW.search(task.place)
        for number in range(len(source.tables)) if named else ():
            index, row = rows.get((int(named[1]) if named else 0, number), (0, None))
            if row is not None and _holds(row, task):
                found[task.id] = Spot(number, index)
                break
    return found


def _holds(row: SourceRow, task: Task) -> bool:
    content = squeeze(task.content)
    texts = [squeeze(cell) for cell in row.cells if cell]
    return any(
        text == content or (len(text) > _SURE and content.startswith(text)) for text in texts
    )


def read_roles(
    source: Source,
    draft: ImportDraft,
    spots: Mapping[TaskId, Spot],
    chosen: Mapping[tuple[int, int], ColumnRole],
) -> Roles:
    """Return the role of every column of a table that holds tasks, by what was taken from it."""
    votes: dict[tuple[int, int], Counter[ColumnRole]] = {}
    for _appendix, task in draft.plan.tasks():
        if spot := spots.get(task.id):
            row = source.tables[spot.table].rows[spot.row]
            for column, role in _taken(row, task):
                votes.setdefault((spot.table, column), Counter())[role] += 1
    tables = {spot.table for spot in spots.values()}
    roles: Roles = {}
    for number in tables:
        for column in range(_width(source.tables[number])):
            counted = votes.get((number, column))
            usual = counted.most_common(1)[0][0] if counted else _unread(source, number, column)
            roles[number, column] = chosen.get((number, column), usual)
    return roles


def _taken(row: SourceRow, task: Task) -> Iterator[tuple[int, ColumnRole]]:
    fields = {
        ColumnRole.ORDINAL: task.ordinal,
        ColumnRole.CONTENT: task.content,
        ColumnRole.LEAD: task.lead_agencies_text,
        ColumnRole.COORDINATING: task.coordinating_text,
        ColumnRole.DELIVERABLE: task.deliverable,
        ColumnRole.DEADLINE: task.deadline.wording,
    }
    words = [(role, squeeze(value)) for role, value in fields.items()]
    words += [(ColumnRole.EXTRA, squeeze(text)) for _name, text in task.extra]
    for column, cell in enumerate(row.cells):
        text = squeeze(cell)
        if text:
            yield from ((column, role) for role in dict.fromkeys(r for r, w in words if w == text))


def _unread(source: Source, number: int, column: int) -> ColumnRole:
    table = source.tables[number]
    hidden = column in table.hidden_columns
    return ColumnRole.IGNORED if hidden or is_empty(table, column) else ColumnRole.EXTRA


def is_empty(table: SourceTable, column: int) -> bool:
    """Say whether nothing stands in a column."""
    return not any(column < len(row.cells) and row.cells[column].strip() for row in table.rows)


def _width(table: SourceTable) -> int:
    return max((len(row.cells) for row in table.rows), default=0)


def header_words(table: SourceTable, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words over each column, from the row that names most of `names`."""
    wanted = {squeeze(name) for name in names}
    best: tuple[str, ...] = ()
    most = 0
    for row in table.rows[:30]:
        known = sum(squeeze(cell) in wanted for cell in row.cells if cell)
        if known > most:
            best, most = row.cells, known
    width = _width(table)
    return (*map(squeeze, best), *[""] * (width - len(best)))
