"""The province's own table filled back: its columns, order and headings, then what was done."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kehoach_desktop.domain.draft import ColumnRole, Merge, Source, SourceTable
from kehoach_desktop.domain.narrative_status import state_words
from kehoach_desktop.domain.plan import Appendix, GroupId, Task
from kehoach_desktop.domain.progress import TaskProgress
from kehoach_desktop.domain.report import PlanProgress
from kehoach_desktop.domain.text import fold, short_date, squeeze

RoleOf = Callable[[str], ColumnRole]
SHEETS = ("xlsx", "xls", "ods", "csv", "html", "xml")  # formats that are tables by nature

# What is added at the right, by the key of the command line; headings of a paper, in Vietnamese.
RESULTS = {
    "status": "Trạng thái",
    "percent": "Tỷ lệ (%)",
    "done_on": "Ngày hoàn thành",
    "result": "Kết quả thực hiện",
    "evidence": "Minh chứng",
    "obstacle": "Khó khăn, vướng mắc",
    "proposal": "Kiến nghị, đề xuất",
}
OF_TASKS = {
    "ordinal": "STT",
    "content": "Nội dung nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "coordinating": "Cơ quan phối hợp",
    "deliverable": "Sản phẩm",
    "deadline": "Thời hạn",
    "assigned_to": "Đơn vị thực hiện",
}
FAR_APART = 200  # empty rows that a table may hold
_LINE = re.compile(r"dòng (\d+)$")
_USUAL = ("ordinal", "content", "lead", "coordinating", "deliverable", "deadline")


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet to be written: the rows as they lay, and by row what is added at the right.

    `header` are the first and last row of the headings, counted from nought; `width` is the number
    of columns the province's table has.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    header: tuple[int, int]
    width: int
    merges: tuple[Merge, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    results: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def values_of(row: TaskProgress, as_of: date) -> dict[str, str]:
    """Return every value of a task by its key; nothing where nobody of the commune answered."""
    task, entry = row.task, row.effective
    told = entry.answered or task.ours.yes
    return {
        "ordinal": task.ordinal,
        "content": task.content,
        "lead": task.lead_agencies_text,
        "coordinating": task.coordinating_text,
        "deliverable": task.deliverable,
        "deadline": task.deadline.wording,
        "assigned_to": task.assigned_to,
        "status": state_words(row, as_of) if told else "",
        "percent": "" if entry.percent is None else str(entry.percent),
        "done_on": short_date(entry.done_on) if entry.done_on else "",
        "result": entry.result,
        "evidence": entry.evidence,
        "obstacle": row.entry.obstacle,
        "proposal": row.entry.proposal,
    }


def filled(
    progress: PlanProgress, as_of: date, source: Source | None, role_of: RoleOf
) -> tuple[FilledSheet, ...]:
    """Return the sheets of a plan: of its file where that was a workbook, else from the plan."""
    if source is not None and source.format in SHEETS:
        sheets = tuple(_of_table(table, progress, as_of) for table in source.tables)
        if found := tuple(sheet for sheet in sheets if sheet is not None):
            return found
    return tuple(
        _of_appendix(appendix, rows, as_of, role_of) for appendix, rows in progress.by_appendix()
    )


def _results(row: TaskProgress, as_of: date) -> tuple[str, ...]:
    values = values_of(row, as_of)
    return tuple(values[key] for key in RESULTS)


def _of_table(table: SourceTable, progress: PlanProgress, as_of: date) -> FilledSheet | None:
    """Return a table of the file filled back, None where no task of the plan stands in it."""
    if not table.rows:
        return None
    rows = _in_place(table)
    results: dict[int, tuple[str, ...]] = {}
    columns: tuple[str, ...] = ()
    appendix_of = {task.id: appendix for appendix, task in progress.plan.tasks()}
    by_number = {row.number: row.cells for row in table.rows}
    line_at = _lines(table)
    for row in progress.rows:
        number = _line_of(row.task)
        if number in by_number and _tells(by_number[number], row.task):
            results[line_at[number]] = _results(row, as_of)
            columns = appendix_of[row.task.id].columns
    if not results:
        return None
    lines = [line_at[row.number] for row in table.rows]
    merges = tuple(
        replace(merge, top=lines[merge.top], bottom=lines[merge.bottom]) for merge in table.merges
    )
    header = _header(rows, merges, columns, min(results))
    return FilledSheet(
        table.name, rows, header, len(rows[0]), merges, table.hidden_columns, results
    )


def _lines(table: SourceTable) -> dict[int, int]:
    """Return where each row is to stand: as in the file, or close up where it lay far apart."""
    numbers = [row.number for row in table.rows]
    if max(numbers) > len(numbers) * 3 + FAR_APART:
        return {number: index for index, number in enumerate(numbers)}
    return {number: number - 1 for number in numbers}


def _in_place(table: SourceTable) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table, each as wide as the widest, with the empty ones between them."""
    width = max(len(row.cells) for row in table.rows)
    line_at = _lines(table)
    held = {line_at[row.number]: row.cells for row in table.rows}
    blank = ("",) * width
    found = (held.get(line, ()) for line in range(max(held) + 1))
    return tuple((*cells, *blank[len(cells) :]) for cells in found)


def _line_of(task: Task) -> int:
    """Return the number of the row the task was read from, 0 where none is named."""
    found = _LINE.search(task.place)
    return int(found[1]) if found else 0


def _tells(cells: Sequence[str], task: Task) -> bool:
    content = squeeze(task.content)
    return any(content.startswith(words) for cell in cells if len(words := squeeze(cell)) > 3)


def _header(
    rows: Sequence[Sequence[str]], merges: Sequence[Merge], columns: Sequence[str], first: int
) -> tuple[int, int]:
    """Return the rows of the headings: where most of the plan's headings stand, over the tasks."""
    names = {fold(name) for name in columns} - {""}
    said = [len({fold(cell) for cell in rows[index]} & names) for index in range(first)]
    top = max(range(first), key=lambda index: said[index], default=0)
    over = [merge.top for merge in merges if merge.top < top <= merge.bottom]
    under = [merge.bottom for merge in merges if merge.top == top and merge.bottom < first]
    top = min(over, default=top)
    return top, max((*under, top))


def _of_appendix(
    appendix: Appendix, rows: Sequence[TaskProgress], as_of: date, role_of: RoleOf
) -> FilledSheet:
    columns = appendix.columns or tuple(OF_TASKS[key] for key in _USUAL)
    keys = _keys(columns, rows, role_of)
    title = [line for line in (appendix.label, appendix.title, appendix.attached_to) if line]
    blank = ("",) * (len(columns) - 1)
    body: list[tuple[str, ...]] = [(squeeze(line), *blank) for line in title]
    merges = [Merge(index, 0, index, len(columns) - 1) for index in range(len(body))]
    header = len(body)
    body.append(columns)
    results: dict[int, tuple[str, ...]] = {}
    shown: set[GroupId] = set()
    for row in rows:
        for group in reversed(appendix.lineage(row.task)):
            if group.id not in shown:
                shown.add(group.id)
                merges.append(Merge(len(body), 1, len(body), len(columns) - 1))
                body.append((group.ordinal, squeeze(group.title), *blank[1:]))
        results[len(body)] = _results(row, as_of)
        values = values_of(row, as_of) | {f"={name}": text for name, text in row.task.extra}
        body.append(tuple(values.get(key, "") for key in keys))
    name = appendix.label or appendix.title or "Phụ lục"
    wide = tuple(merge for merge in merges if merge.right > merge.left)
    return FilledSheet(name, tuple(body), (header, header), len(columns), wide, results=results)


_KEY_OF = {
    ColumnRole.ORDINAL: "ordinal",
    ColumnRole.CONTENT: "content",
    ColumnRole.LEAD: "lead",
    ColumnRole.COORDINATING: "coordinating",
    ColumnRole.DELIVERABLE: "deliverable",
    ColumnRole.DEADLINE: "deadline",
}


def _keys(columns: Sequence[str], rows: Sequence[TaskProgress], role_of: RoleOf) -> list[str]:
    """Return for each heading the key of what stands under it; "=name" for an extra column."""
    extras = {name for row in rows for name, _text in row.task.extra}
    keys: list[str] = []
    for name in columns:
        key = f"={name}" if name in extras else _KEY_OF.get(role_of(name), "")
        keys.append("" if key in keys else key)
    return keys


def in_order(progress: PlanProgress, as_of: date, keys: Sequence[str]) -> list[list[str]]:
    """Return the commune's tasks cell by cell in the order of `keys`, each text on one line.

    What no task has stays empty.
    """
    return [
        [squeeze(values_of(row, as_of).get(key, "").replace("\n", "; ")) for key in keys]
        for row in progress.rows
        if row.task.ours.yes or row.effective.answered
    ]
