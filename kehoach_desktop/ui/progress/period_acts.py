"""What the keys of the sheet do: each act is one step, kept at once, said in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus, final_day
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.reporting import PeriodClosed
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.progress.day_asked import DayAsked, usual_day
from kehoach_desktop.ui.progress.period_model import PeriodModel
from kehoach_desktop.ui.progress.period_table import PeriodTable
from kehoach_desktop.ui.progress.recording import keep
from kehoach_desktop.ui.progress.sheet_columns import (
    EDITABLE,
    FIELDS,
    DayWanted,
    Edit,
    Field,
    carried_entry,
    cell_text,
    pasted,
    with_status,
    written,
)
from kehoach_desktop.ui.progress.typing import CellLine, CellText, Move
from kehoach_desktop.ui.workbench import Workbench


class SheetActs(QObject):
    """Acts on the current or the chosen cells; `said` tells what was done, `refused` what not.

    `locked` tells that nothing was, for the period is closed.
    """

    said = Signal(str)
    refused = Signal(str)
    locked = Signal()

    def __init__(self, workbench: Workbench, table: PeriodTable, model: PeriodModel) -> None:
        super().__init__(table)
        self._workbench, self._table, self._model = workbench, table, model
        self.period = ReportingPeriod.month_of(date(2025, 1, 1))
        self.asked: DayAsked | None = None
        self._finished = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask_day_of_finished)
        model.typed.connect(self.write)
        table.earlier_wanted.connect(self.take_earlier)
        table.nothing_wanted.connect(self.nothing_new)
        table.above_wanted.connect(self.same_as_above)
        table.paste_wanted.connect(self.paste)
        table.clear_wanted.connect(self.clear)

    def write(self, task: str, field: Field, text: str) -> None:
        """Keep what was typed into a cell; a finished task is asked for its day."""
        row = self._model.task_row(self._model.number_of(task))
        if row is None:
            return
        try:
            after = written(row.progress.entry, field, text, self.period)
        except DayWanted as refusal:
            if field is Field.STATUS:
                # Once the cell's editor is gone, so that the question keeps the keyboard.
                self._finished = task
                self._soon.start()
            else:
                self.refused.emit(refusal.in_window)
            return
        except KehoachError as refusal:
            self.refused.emit(refusal.in_window)
            return
        self._keep([Edit(row.progress.entry, after)], _wrote(row))

    def _keep(self, edits: Sequence[Edit], text: str, more: str = "") -> None:
        try:
            kept = keep(self._workbench, edits, text)
        except PeriodClosed:
            self.locked.emit()
            return
        except KehoachError as refusal:
            self.refused.emit(refusal.in_window)
            return
        if kept:
            self.said.emit(" ".join(filter(None, (_("{step}.").format(step=text), more))))

    def _ask_day_of_finished(self) -> None:
        self.ask_day(self._finished)

    def ask_day(self, task: str) -> None:
        """Ask on which day the task was finished; Esc leaves its state as it was."""
        table, number = self._table, self._model.number_of(task)
        row = self._model.task_row(number)
        if row is None or not table.isVisible():
            return
        table.go_to(number, FIELDS.index(Field.STATUS))
        table.scrollTo(table.currentIndex())
        self.asked = DayAsked(
            table.viewport(),
            self.period,
            lambda day: self._finish(task, day),
            lambda go_back: self._not_finished(task, go_back=go_back),
        )
        usual = usual_day(self._workbench.reporting.today(), self.period)
        due = final_day(row.progress.task.deadline)
        offered = due if due and self.period.first_day <= due <= usual else None
        corner = table.below_cell(number, Field.STATUS)
        self.asked.ask(corner + QPoint(0, 1), usual, offered)

    def _finish(self, task: str, day: date) -> None:
        self.asked = None
        number = self._model.number_of(task)
        row = self._model.task_row(number)
        if row is None:
            return
        after = with_status(row.progress.entry, TaskStatus.DONE, day)
        self._keep([Edit(row.progress.entry, after)], _wrote(row))
        percent, status = FIELDS.index(Field.PERCENT), FIELDS.index(Field.STATUS)
        self._table.go_on_to(number, percent, status)

    def _not_finished(self, task: str, *, go_back: bool) -> None:
        self.asked = None
        if go_back:
            self._table.go_to(self._model.number_of(task), FIELDS.index(Field.STATUS))
        self.refused.emit(_("Chưa ghi Hoàn thành: thiếu ngày. Trạng thái giữ như cũ."))

    def _current(self) -> tuple[TaskRow | None, Field]:
        index = self._table.currentIndex()
        field = FIELDS[index.column()] if index.isValid() else Field.ORDINAL
        return self._model.task_row(index.row()), field

    def take_earlier(self) -> None:
        """Take the earlier period's words of the cell over as this period's."""
        row, field = self._current()
        if row is None:
            return
        after = carried_entry(row.progress, field)
        if after is None:
            self.refused.emit(_("Ô này không có lời kỳ trước để chép."))
            return
        editor = self._table.cells.editor
        if isinstance(editor, CellText | CellLine):
            editor.put(cell_text(after, field))
            return
        if after == row.progress.entry:
            self.said.emit(_("Ô này đã ghi đúng lời kỳ trước."))
            return
        self._keep([Edit(row.progress.entry, after)], _wrote(row))

    def nothing_new(self) -> None:
        """Answer that nothing came up in the period, and go down."""
        row, _field = self._current()
        if row is None:
            return
        after = with_status(row.progress.entry, TaskStatus.NOTHING)
        self._keep([Edit(row.progress.entry, after)], _wrote(row))
        self._table.go(Move.DOWN)

    def same_as_above(self) -> None:
        """Take what the cell above holds."""
        row, field = self._current()
        above = next(self._tasks_from(self._table.currentIndex().row() - 1, -1), None)
        if row is None or above is None or field not in EDITABLE:
            return
        theirs = above.progress.entry
        after = replace(
            row.progress.entry,
            **_same(theirs, field),  # type: ignore[arg-type]  # fields of the entry itself
        )
        self._keep([Edit(row.progress.entry, after)], _wrote(row))

    def clear(self) -> None:
        """Empty the chosen cells as one step."""
        edits = []
        for number, columns in self._table.chosen_cells():
            row = self._model.task_row(number)
            if row is not None:
                edits.append(Edit(row.progress.entry, self._emptied(row.progress.entry, columns)))
        changed = [edit for edit in edits if edit.before != edit.after]
        if changed:
            self._keep(
                changed,
                counted("Xóa ô của {count} dòng", len(changed)).format(count=len(changed)),
            )

    def _emptied(self, entry: ProgressEntry, columns: Sequence[int]) -> ProgressEntry:
        fields = [FIELDS[column] for column in columns if FIELDS[column] in EDITABLE]
        for field in fields:
            if field is Field.DONE_ON and entry.status is TaskStatus.DONE:
                self.refused.emit(str(DayWanted()))
                continue
            entry = written(entry, field, "", self.period)
        return entry

    def paste(self, block: list[list[str]]) -> None:
        """Write a pasted block from the current cell on as one step."""
        row, field = self._current()
        if row is None or field not in EDITABLE:
            self.refused.emit(_("Chọn một ô từ cột Trạng thái trở đi rồi dán."))
            return
        rows = [r.progress for r in self._tasks_from(self._table.currentIndex().row(), 1)]
        outcome = pasted(rows, field, block, self.period)
        more = []
        if outcome.refused:
            kept_out = _("{count} ô không hiểu, để nguyên: {first}")
            more.append(kept_out.format(count=len(outcome.refused), first=outcome.refused[0]))
        if outcome.left_over:
            more.append(_("{count} dòng thừa không dán.").format(count=outcome.left_over))
        if outcome.edits:
            self._keep(
                outcome.edits,
                counted("Dán {count} ô", outcome.cells).format(count=outcome.cells),
            )
        if more:
            self.refused.emit(" ".join(more))

    def _tasks_from(self, number: int, step: int) -> Iterator[TaskRow]:
        while 0 <= number < self._model.rowCount():
            if row := self._model.task_row(number):
                yield row
            number += step


def _wrote(row: TaskRow) -> str:
    return _("Ghi kết quả {label}").format(label=row.label)


def _same(entry: ProgressEntry, field: Field) -> dict[str, object]:
    if field in (Field.STATUS, Field.DONE_ON):
        return {"status": entry.status, "done_on": entry.done_on}
    return {field.value: getattr(entry, field.value)}
