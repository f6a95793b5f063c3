"""Nhiệm vụ: the matrix of tasks with its filters, and the panel of the selected task beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from kehoach_desktop.domain.plan import PlanId, TaskId
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui import theme
from kehoach_desktop.ui.buttons import Button
from kehoach_desktop.ui.fresh_page import FreshPage
from kehoach_desktop.ui.furniture import EmptyState, PageHead
from kehoach_desktop.ui.plans.matrix_acts import MatrixActs
from kehoach_desktop.ui.plans.matrix_bar import FilterBar
from kehoach_desktop.ui.plans.matrix_choices import PlanChoice, SearchBox
from kehoach_desktop.ui.plans.matrix_detail import DetailPanel
from kehoach_desktop.ui.plans.matrix_filter import Wish, chosen, own_units
from kehoach_desktop.ui.plans.matrix_model import MatrixModel, Place
from kehoach_desktop.ui.plans.matrix_rows import TaskRow, TaskRows, under_headings
from kehoach_desktop.ui.plans.matrix_table import MatrixTable
from kehoach_desktop.ui.plans.pasting import paste_on
from kehoach_desktop.ui.plans.plan_naming import NamingButton
from kehoach_desktop.ui.progress.choice import usual
from kehoach_desktop.ui.progress.row_model import key_of
from kehoach_desktop.ui.workbench import Workbench

ROOMY = 1100
WIDTHS = (52, 280, 172, 140, 184)
_TOP = MatrixTable.ScrollHint.PositionAtTop


class MatrixPage(FreshPage):
    """The matrix. `import_wanted` asks for a plan, `record_wanted` for the sheet at a task."""

    import_wanted = Signal()
    record_wanted = Signal(str)
    files_pasted = Signal(object)
    said = Signal(str)
    heeds = Changes.PLANS | Changes.PROGRESS | Changes.OFFICE | Changes.UNITS

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._counted = Wish()
        self._rows: tuple[TaskRow, ...] = ()
        self._plans: frozenset[PlanId] = frozenset()
        self._made = TaskRows()
        self._shown: frozenset[TaskId] = frozenset()
        self._folded: set[str] = set()
        self._detail_asked: bool | None = None
        self._shortcuts: dict[str, QShortcut] = {}
        self.model = MatrixModel(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setFocusProxy(self.table)

    def _make_parts(self) -> None:
        self.head = PageHead(_("Nhiệm vụ"))
        self.plan, self.search = PlanChoice(), SearchBox()
        self.naming = NamingButton(self._workbench, self.plan, self.current_task)
        self.bar = FilterBar()
        self.table = MatrixTable()
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, stretch=Place.CONTENT)
        self.acts = MatrixActs(self._workbench, self.table, self.model)
        self.detail = DetailPanel(self._workbench)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head.add_left(self.plan)
        self.head.add_left(self.naming)
        self.head.add_right(self.search)
        self.head.add_right(Button(_("Nhập kế hoạch…"), self.import_wanted.emit))
        self.panes = QSplitter()
        self.panes.setChildrenCollapsible(False)
        self.panes.addWidget(self.table)
        self.panes.addWidget(self.detail)
        self.panes.setStretchFactor(0, 1)
        self.detail.setMinimumWidth(theme.current().length(300))
        self.panes.setSizes([10_000, theme.current().length(346)])
        self.nothing = EmptyState(
            _("Chưa có kế hoạch nào. Kéo tệp của tỉnh thả vào đây, hoặc bấm nút dưới."),
            _("Nhập kế hoạch…"),
            self.import_wanted.emit,
        )
        self.none_found = EmptyState(" ", _("Bỏ lọc"), self.clear_filter)
        self.stack = QStackedWidget()
        for page in (self.panes, self.nothing, self.none_found):
            self.stack.addWidget(page)
        for part in (self.head, self.bar):
            column.addWidget(part)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.plan.currentIndexChanged.connect(lambda _index: self._turn_to_plan())
        self.search.textChanged.connect(self.bar.look_for)
        self.search.left.connect(self.table.setFocus)
        self.bar.wished.connect(self._refresh)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_detail())
        self.table.fold_wanted.connect(self._fold)
        self.table.detail_wanted.connect(lambda: self.show_detail(True))
        self.detail.ours_toggled.connect(self.acts.toggle_ours)
        self.detail.deadline_wanted.connect(self.acts.reread_deadline)
        self.detail.record_wanted.connect(self.acts.record)
        self.acts.record_wanted.connect(self.record_wanted)
        self.keep_fresh(self._workbench)

    def _add_keys(self) -> None:
        keys = {
            "Ctrl+F": self.search.begin,
            "F4": lambda: self.show_detail(self.detail.isHidden()),
            "Ctrl+G": self.acts.record,
            "Ctrl+Shift+G": self.acts.ask_unit,
        }
        paste_on(self, self.files_pasted.emit)
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
            self._shortcuts[key] = shortcut

    def clear_filter(self) -> None:
        """Show every task of the commune, or all, again."""
        self.search.put("")
        self.bar.clear()

    def reload(self) -> None:
        """Read the tasks again; what is shown stays shown, as it now stands."""
        super().reload()
        self.plan.offer(self._workbench.planning.plans())
        reporting = self._workbench.reporting
        self._view = reporting.view(usual(reporting), all_tasks=True)
        self.acts.year = self._view.period.year
        found = (self._workbench.planning.findings(held.plan.id) for held in self._view.plans)
        self._findings = tuple(chain.from_iterable(found))
        self._gather()
        self._show(keep_shown=True)
        self._turn_to_new_plan()

    def _turn_to_new_plan(self) -> None:
        """Go to the first task of a plan that was taken in beside those that were shown."""
        before, self._plans = self._plans, frozenset(held.plan.id for held in self._view.plans)
        new = (held for held in self._view.plans if held.plan.id not in before)
        first = (task.id for held in new for _appendix, task in held.plan.tasks())
        if before and (shown := next((task for task in first if task in self._shown), None)):
            self._select(shown)
            self.table.scrollTo(self.table.currentIndex(), _TOP)

    def _gather(self) -> None:
        self._rows = self._made.of(self._view, self._findings, self.plan.plan_id())
        listed = self._workbench.units.units(self._view.as_of)
        self.table.cells.units = own_units(self._rows, listed)
        self._count()

    def _count(self) -> None:
        self._counted = replace(self.bar.wish(), words="")
        self.bar.count(self._rows, self._view.as_of)

    def _turn_to_plan(self) -> None:
        self._gather()
        self._show(keep_shown=False)

    def _refresh(self) -> None:
        # A letter more in the search box changes no count of a chip.
        if replace(self.bar.wish(), words="") != self._counted:
            self._count()
        self._show(keep_shown=False)

    def _show(self, *, keep_shown: bool) -> None:
        wish, today = self.bar.wish(), self._view.as_of
        wished = {row.id for row in chosen(self._rows, wish, today)}
        self._shown = frozenset(wished | self._shown if keep_shown else wished)
        rows = [row for row in self._rows if row.id in self._shown]
        selected = self._selected_key()
        title = _("Tình hình {period}").format(period=self._view.period.short_name.lower())
        self.model.name_state(title)
        self.model.show_rows(under_headings(rows, self._folded), today)
        self._say_what_is_shown(len(rows), wish)
        self._select(selected)
        self._show_detail()

    def _say_what_is_shown(self, count: int, wish: Wish) -> None:
        scope = sum(1 for row in self._rows if row.progress.task.ours.yes or not wish.ours_only)
        self.bar.say(_("{count} trên {all} dòng").format(count=count, all=scope))
        words = _("Không có nhiệm vụ nào hợp bộ lọc; {count} nhiệm vụ đang ẩn.")
        self.none_found.words.setText(words.format(count=len(self._rows)))
        page = self.panes if count else self.none_found
        self.stack.setCurrentWidget(page if self._rows else self.nothing)
        self.bar.setEnabled(bool(self._rows))

    def _selected_key(self) -> str:
        row = self.model.row(self.table.currentIndex().row())
        return key_of(row) if row else ""

    def _select(self, key: str) -> None:
        number = self.model.number_of(key) if key else -1
        if number < 0:
            ids = self.model.task_ids()
            number = self.model.number_of(ids[0]) if ids else -1
        current = self.table.currentIndex()
        if number < 0 or number == current.row():
            return
        column = current.column() if current.isValid() else Place.CONTENT
        self.table.setCurrentIndex(self.model.index(number, max(column, Place.CONTENT)))

    def current_task(self) -> TaskRow | None:
        """Return the row of the task that is selected."""
        return self.acts.current()

    def _show_detail(self) -> None:
        self.naming.look()
        if not self._stale and not self.detail.isHidden():
            self.detail.show_task(self.current_task(), self._view.as_of)

    def show_detail(self, wanted: bool) -> None:
        """Show or hide the panel beside the matrix."""
        self._detail_asked = wanted
        self._fit_detail()

    def _fit_detail(self) -> None:
        asked = self._detail_asked
        roomy = self.width() >= theme.current().length(ROOMY)
        self.detail.setVisible(roomy if asked is None else asked)
        # The button of the panel bears the same key: two would answer to neither.
        self._shortcuts["Ctrl+G"].setEnabled(self.detail.isHidden())
        self._show_detail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the panel where the window is narrow; F4 still shows it."""
        super().resizeEvent(event)
        self._fit_detail()

    def _fold(self, key: str, unfold: bool) -> None:
        number = self.model.number_of(key)
        if self.model.task_row(number):
            key = self.model.heading_over(number)
        (self._folded.discard if unfold else self._folded.add)(key)
        self._show(keep_shown=True)
        self._select(key)
