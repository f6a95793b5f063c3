"""What an activity brought by indicator, which tasks it serves, and the files that prove it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidgetItem, QWidget

from kehoach_desktop.domain.activity import Activity, ImpossibleActivity, IndicatorId
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.text import found_in, task_name, typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.activities import activity_acts
from kehoach_desktop.ui.activities.entry_line import read_count
from kehoach_desktop.ui.activities.proof_list import ProofList
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.furniture import label
from kehoach_desktop.ui.list_box import list_box
from kehoach_desktop.ui.workbench import Workbench

DATA = Qt.ItemDataRole.UserRole


class DetailAsked(Asked):
    """Fields for results, tasks to tick, files to open (Enter) or to take away (Space)."""

    def __init__(self, parent: QWidget, workbench: Workbench, held: Activity) -> None:
        title = _("{kind} ngày {day}").format(kind=_(held.kind), day=typed_day(held.day))
        super().__init__(parent, title, _("Ghi"), self._take, 760)
        self._workbench, self._held = workbench, held
        self.counts: dict[IndicatorId, QLineEdit] = {}
        self.search, self.tasks = QLineEdit(), list_box()
        self.files = ProofList(workbench, workbench.activities.files(held.id))
        self.form.addRow(_("Kết quả"), self._results())
        self.search.setPlaceholderText(_("Tìm nhiệm vụ, không cần gõ dấu"))
        self.search.textChanged.connect(self._narrow)
        self.tasks.setMaximumHeight(theme.current().length(150))
        self.add(_("&Nhiệm vụ"), self.search)
        self.form.addRow("", self.tasks)
        self.tasks.setAccessibleName(_("Các nhiệm vụ hoạt động này phục vụ"))
        self.add(_("&Tệp minh chứng"), self.files)
        self.words.setText(_("Bỏ trống kết quả thì lấy số người của hoạt động cùng loại."))
        self._fill_tasks()

    def _results(self) -> QWidget:
        """Return a field for each indicator that is no sum."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        told = dict(self._held.counts)
        wanted = [i for i in self._workbench.indicators.all() if not i.parts]
        for number, indicator in enumerate(wanted):
            field = QLineEdit(str(told.get(indicator.id, "")))
            field.setFixedWidth(theme.current().length(64))
            field.setAccessibleName(_(indicator.name))
            self.counts[indicator.id] = field
            row, place = divmod(number, 2)
            grid.addWidget(label(_(indicator.name), wrap=True), row, place * 2)
            grid.addWidget(field, row, place * 2 + 1)
        return box

    def _fill_tasks(self) -> None:
        chosen = set(self._held.tasks)
        for plan in self._workbench.planning.plans():
            for _appendix, task in plan.tasks():
                if task.ours.yes or task.id in chosen:
                    item = QListWidgetItem(f"{task.ordinal}. {task_name(task.content)}")
                    item.setToolTip(task.content)
                    item.setData(DATA, task.id)
                    state = Qt.CheckState.Checked if task.id in chosen else Qt.CheckState.Unchecked
                    item.setCheckState(state)
                    self.tasks.addItem(item)

    def _narrow(self, words: str) -> None:
        for row in range(self.tasks.count()):
            item = self.tasks.item(row)
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setHidden(not (ticked or found_in(words, item.text())))

    def _take(self) -> bool:
        try:
            counts = tuple(
                (key, count)
                for key, field in self.counts.items()
                if (count := read_count(field.text())) is not None
            )
            wanted = replace(self._held, counts=counts, tasks=self._ticked())
            activity_acts.enter(self._workbench, wanted)
            self._let_go()
        except (ImpossibleActivity, KehoachError) as refusal:
            self.say_wrong(refusal.in_window)
            return False
        return True

    def _ticked(self) -> tuple[TaskId, ...]:
        items = (self.tasks.item(row) for row in range(self.tasks.count()))
        return tuple(
            TaskId(item.data(DATA))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )  # fmt: skip

    def _let_go(self) -> None:
        """Take away the files whose tick was taken away."""
        for file in self.files.unticked():
            step = self._workbench.activities.detach(file)
            activity_acts.keep(self._workbench, step, _("Bỏ tệp minh chứng"))
