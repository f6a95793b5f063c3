"""What may be done with the tasks chosen in the matrix, by key, by button and from the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui import messages
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.plans import matrix_edits
from kehoach_desktop.ui.plans.matrix_assign import AssignAsked
from kehoach_desktop.ui.plans.matrix_deadline import DeadlineDialog
from kehoach_desktop.ui.plans.matrix_model import MatrixModel
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.plans.matrix_table import MatrixTable
from kehoach_desktop.ui.row_menu import RULE, Entry, RowMenu
from kehoach_desktop.ui.workbench import Workbench


class MatrixActs(QObject):
    """Each act is one step, for however many tasks; `record_wanted` asks for the sheet at one."""

    record_wanted = Signal(str)

    def __init__(self, workbench: Workbench, table: MatrixTable, model: MatrixModel) -> None:
        super().__init__(table)
        self._workbench, self._table, self._model = workbench, table, model
        self.year = 0
        self.menu = RowMenu(table, self.entries)
        model.assigned.connect(self._assign_one)
        table.many_wanted.connect(self.ask_unit)
        table.ours_wanted.connect(self.toggle_ours)
        table.deadline_wanted.connect(self.reread_deadline)

    def current(self) -> TaskRow | None:
        """Return the row of the current task, None on a heading."""
        return self._model.task_row(self._table.currentIndex().row())

    def chosen(self) -> list[TaskRow]:
        """Return the chosen tasks, the current one first and alone where no other is chosen."""
        current = self.current()
        rows = (self._model.task_row(number) for number in self._table.chosen_rows())
        others = [row for row in rows if row is not None and row is not current]
        return [*filter(None, [current]), *others]

    def entries(self) -> list[Entry]:
        """Return the menu over the chosen tasks; over a heading it chooses the tasks under it."""
        rows = self.chosen()
        if not rows:
            under = self._tasks_under()
            words = counted("Chọn {count} nhiệm vụ của mục này", len(under))
            choose = partial(self._table.choose_rows, under)
            return [Entry(words.format(count=len(under)), choose)] if under else []
        alone = len(rows) == 1
        units = (Entry(unit, partial(self.assign, unit)) for unit in self._table.cells.units)
        other = Entry(_("Đơn vị khác, cán bộ phụ trách…"), self.ask_unit, "Ctrl+Shift+G")
        back = Entry(_("Bỏ giao"), partial(self.assign, ""))
        hand = counted("Giao {count} nhiệm vụ cho", len(rows)).format(count=len(rows))
        return [
            Entry(_("Giao cho") if alone else hand, inside=(*units, RULE, other, back)),
            Entry(_("Ghi kết quả"), self.record, "Ctrl+G", alone),
            Entry(_("Đổi cách đọc thời hạn…"), self.reread_deadline, enabled=alone),
            Entry(self._ours_words(rows[0]), self.toggle_ours, "X"),
            RULE,
            Entry(_("Chép"), self._table.copy, "Ctrl+C"),
        ]

    def _ours_words(self, row: TaskRow) -> str:
        ours = row.progress.task.ours.yes
        return named(_("Không phải việc của {level}") if ours else _("Là việc của {level}"))

    def _tasks_under(self) -> list[int]:
        """Return the rows of the tasks under the heading that is current."""
        under = []
        heading = self._model.section(self._table.currentIndex().row())
        for number in range(self._table.currentIndex().row() + 1, self._model.rowCount()):
            other = self._model.section(number)
            if heading is None or (other and other.depth <= heading.depth):
                break
            if other is None:
                under.append(number)
        return under

    def _assign_one(self, task: str, unit: str) -> None:
        if row := self._model.task_row(self._model.number_of(task)):
            self._try(lambda: matrix_edits.assign(self._workbench, [row], unit))

    def assign(self, unit: str | None, officer: str | None = None) -> None:
        """Hand the chosen tasks to a unit and an officer; None leaves who stands."""
        rows = self.chosen()
        self._try(lambda: matrix_edits.assign(self._workbench, rows, unit, officer))

    def ask_unit(self) -> None:
        """Ask to whom the chosen tasks go."""
        if rows := self.chosen():
            AssignAsked(self._table, rows, self._table.cells.units, self.assign).open()

    def toggle_ours(self) -> None:
        """Say that the chosen tasks are the commune's, or that they are not."""
        rows = self.chosen()
        self._try(lambda: matrix_edits.toggle_ours(self._workbench, rows))

    def reread_deadline(self) -> None:
        """Open the dialog that reads the deadline of the current task another way."""
        if row := self.current():
            DeadlineDialog(
                self._table,
                row.progress.task.deadline,
                row.plan.document.year or self.year,
                lambda read: self._try(lambda: matrix_edits.reread(self._workbench, row, read)),
            ).open()

    def record(self) -> None:
        """Ask for the sheet at the current task."""
        if row := self.current():
            self.record_wanted.emit(row.id)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KehoachError as refusal:
            messages.show_error(self._table, refusal)
