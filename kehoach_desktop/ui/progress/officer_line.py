"""Who answers for a task in the office: named beside it, changed as a step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.text import squeeze
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.progress.answer_fields import AnswerLine
from kehoach_desktop.ui.workbench import Workbench


class OfficerLine(QWidget):
    """Shows the officer of a task; leaving the field keeps another name."""

    refused = Signal(str)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._row: TaskRow | None = None
        self.name = AnswerLine(210)
        self.name.setPlaceholderText(_("chưa ghi"))
        self.name.setAccessibleName(_("Cán bộ phụ trách"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(_("Cán bộ phụ trách"), "second"))
        line.addWidget(self.name)
        line.addStretch(1)
        self.name.left.connect(self._keep)

    def show_row(self, row: TaskRow) -> None:
        """Show who answers for the task of `row`."""
        self._row = row
        self.name.put(row.progress.task.officer)

    def _keep(self) -> None:
        if self._row is None:
            return
        task, assign = self._row.progress.task, self._workbench.units.assign
        before, after = task.officer, squeeze(self.name.text())
        if after == before:
            return
        try:
            assign(task.id, None, after)
        except KehoachError as refusal:
            self.refused.emit(refusal.in_window)
            return
        whom = after or _("không ai")
        self._workbench.done(
            _("Giao {label} cho {officer}").format(label=self._row.label, officer=whom),
            Changes.PLANS,
            undo=partial(assign, task.id, None, before),
            redo=partial(assign, task.id, None, after),
        )
