"""The answers of a period in two views: the sheet of all tasks, and one task at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.progress.period_acts import SheetActs
from kehoach_desktop.ui.progress.period_model import PeriodModel
from kehoach_desktop.ui.progress.period_table import PeriodTable
from kehoach_desktop.ui.progress.sheet_columns import FIELDS, Field
from kehoach_desktop.ui.progress.sheet_menu import sheet_entries
from kehoach_desktop.ui.progress.task_form import TaskForm
from kehoach_desktop.ui.row_menu import RowMenu
from kehoach_desktop.ui.workbench import Workbench

_STATUS = FIELDS.index(Field.STATUS)


class SheetViews(QStackedWidget):
    """Both views stand on one model, one current row and the same acts. `turned` tells the view.

    The view of one task is built when it is first wanted: the sheet stands sooner without it.
    """

    said = Signal(str)
    turned = Signal(bool)

    def __init__(self, workbench: Workbench, model: PeriodModel) -> None:
        super().__init__()
        self.model, self._workbench = model, workbench
        self.table = PeriodTable()
        self.table.setModel(model)
        self.acts = SheetActs(workbench, self.table, model)
        self.menu = RowMenu(self.table, partial(sheet_entries, self.table))
        self.addWidget(self.table)
        self._connect()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.unanswered_wanted.connect(self.go_unanswered)
        self.table.form_wanted.connect(self.show_form)
        self.table.files_pasted.connect(self._attach)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._follow())
        self.model.dataChanged.connect(lambda *_cells: self._follow())
        self.model.modelReset.connect(self._follow)

    @cached_property
    def form(self) -> TaskForm:
        """One task at a time."""
        form = TaskForm(self._workbench)
        form.lock(self.model.closed)
        form.typed.connect(self.acts.write)
        form.step_wanted.connect(self._step)
        form.unanswered_wanted.connect(self.go_unanswered)
        form.table_wanted.connect(self.show_table)
        form.earlier_wanted.connect(self._take_earlier)
        form.nothing_wanted.connect(self.acts.nothing_new)
        form.refused.connect(self.acts.refused)
        form.files.said.connect(self.said)
        self.addWidget(form)
        return form

    def is_form(self) -> bool:
        """Say whether one task at a time is shown."""
        return self.currentWidget() is not self.table

    def show_form(self) -> None:
        """Show the current task alone."""
        self.table.cells.finish()
        self._turn_to(self.form)

    def show_table(self) -> None:
        """Show the sheet, at the task that was shown."""
        self._turn_to(self.table)

    def _turn_to(self, view: PeriodTable | TaskForm) -> None:
        self.setCurrentWidget(view)
        self.setFocusProxy(view)
        self._follow()
        self.turned.emit(self.is_form())
        view.setFocus()

    def show_closed(self, closed: bool) -> None:
        """Let nothing be typed in either view while the period is closed."""
        self.model.closed = closed
        if self.count() > 1:
            self.form.lock(closed)

    def _follow(self) -> None:
        """Show in the form what is current in the sheet."""
        row = self.model.task_row(self.table.currentIndex().row())
        if not self.is_form() or row is None:
            return
        ids = self.model.task_ids()
        place = (ids.index(row.id) + 1, len(ids))
        self.form.show_row(row, self.acts.period, self.model.today, place)

    def _step(self, by: int) -> None:
        ids = self.model.task_ids()
        row = self.model.task_row(self.table.currentIndex().row())
        if row is not None and ids:
            self.select(ids[(ids.index(row.id) + by) % len(ids)])

    def select(self, task: str, column: int = _STATUS) -> None:
        """Make a task current, the first shown where it is not among them."""
        ids = self.model.task_ids()
        number = self.model.number_of(task)
        if number < 0 and ids:
            number = self.model.number_of(ids[0])
        if number >= 0:
            self.table.setCurrentIndex(self.model.index(number, max(column, _STATUS)))

    def go_unanswered(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) task without an answer, round the end."""
        count, here = self.model.rowCount(), self.table.currentIndex().row()
        for distance in range(1, count + 1):
            number = (here + step * distance) % count
            row = self.model.task_row(number)
            if row and row.owes_answer:
                self.table.setCurrentIndex(self.model.index(number, _STATUS))
                self.currentWidget().setFocus()
                return
        self.said.emit(_("Mọi dòng đang hiện đều đã có trả lời."))

    def _take_earlier(self, field: Field) -> None:
        row = self.table.currentIndex().row()
        self.table.setCurrentIndex(self.model.index(row, FIELDS.index(field)))
        self.acts.take_earlier()

    def _attach(self, paths: Sequence[Path]) -> None:
        """Put files pasted into the sheet behind the current task."""
        row = self.model.task_row(self.table.currentIndex().row())
        if row is None:
            return
        if self.model.closed:
            self.acts.locked.emit()
            return
        self.form.files.show_files(row.id, self.acts.period, row.label)
        self.form.files.attach(paths)

    def commit(self) -> None:
        """Keep the cell or the field that is being typed."""
        if self.is_form():
            self.form.commit()
        else:
            self.table.cells.finish()
