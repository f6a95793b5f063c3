"""The left half of the review: the tables of the file, one at a time, as they lie."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from kehoach_desktop.domain.draft import ColumnRole, Finding, RowMark, Source
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.i18n import _, retold
from kehoach_desktop.ui.furniture import Bar, column, label
from kehoach_desktop.ui.plans.import_places import Roles, Spot, Understood, header_words
from kehoach_desktop.ui.plans.import_source import ROLE_WORDS, SourceTableView
from kehoach_desktop.ui.tabs import TabBar

_EXPECTED = (
    ColumnRole.CONTENT,
    ColumnRole.LEAD,
    ColumnRole.COORDINATING,
    ColumnRole.DELIVERABLE,
    ColumnRole.DEADLINE,
)


PROSE = -1


class SourcePane(QWidget):
    """Tabs of tables over the one that is seen; prose stands as text where no table is."""

    role_wanted = Signal(int, int, object)
    mark_wanted = Signal(int, int, object)
    row_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.tabs, self.view = Bar(), TabBar(), SourceTableView()
        self.prose = QPlainTextEdit()
        self.lacking = label("", "amber")
        self._source: Source | None = None
        self._roles: Roles = {}
        self._names: tuple[str, ...] = ()
        self._marks: Mapping[tuple[int, int], RowMark] = {}
        self._spots: dict[Spot, TaskId] = {}
        self._doubts: dict[int, dict[int, tuple[Finding, ...]]] = {}
        self._shown: list[int] = []
        self._pressed: tuple[Spot, int] = (Spot(-1, -1), 0)
        self._marked: tuple[Spot, int] | None = None
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _tab: self._show_table())
        self.view.header.role_wanted.connect(self._want)
        self.view.rows.mark_wanted.connect(self._mark)
        self.view.selectionModel().currentRowChanged.connect(self._choose)

    def _lay_out(self) -> None:
        self.bar.add(label(_("Tệp gốc"), "strong"))
        self.note = label("", "second")
        self.bar.add(self.note)
        self.bar.add_right(self.lacking)
        self.tabs.setUsesScrollButtons(True)
        self.prose.setReadOnly(True)
        self.prose.setProperty("kind", "plain")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.prose)
        whole: QVBoxLayout = column()
        for part in (self.bar, self.tabs, self.stack):
            whole.addWidget(part)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_source(
        self, source: Source, held: Understood, marks: Mapping[tuple[int, int], RowMark]
    ) -> None:
        """Show `source`; the table that is seen stays the one that is seen."""
        before = self._table_number()
        self._source, self._marks = source, marks
        self._roles, self._names = held.roles, held.names
        self._spots = {spot: task for task, spot in held.spots.items()}
        with_tasks = sorted({spot.table for spot in self._spots})
        visible = [n for n, table in enumerate(source.tables) if not table.hidden and table.rows]
        if source.paragraphs or not visible:
            visible.append(PROSE)
        fresh = not self._shown
        self._shown = visible
        self._show_tabs(source)
        first = with_tasks[0] if with_tasks else visible[-1]
        self._turn_to(first if fresh else before)
        self._show_table()

    def _show_tabs(self, source: Source) -> None:
        blocker = QSignalBlocker(self.tabs)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for number in self._shown:
            name = _("Lời văn") if number == PROSE else retold(source.tables[number].name)
            self.tabs.addTab(name)
        blocker.unblock()
        self.tabs.setVisible(len(self._shown) > 1)

    def _turn_to(self, table: int) -> None:
        if table in self._shown:
            self.tabs.setCurrentIndex(self._shown.index(table))

    def _table_number(self) -> int:
        tab = self.tabs.currentIndex()
        return self._shown[tab] if 0 <= tab < len(self._shown) else PROSE

    def roles(self) -> Roles:
        """Return what every column is read as."""
        return self._roles

    def _show_table(self) -> None:
        number = self._table_number()
        if self._source is None or number == PROSE:
            self._show_prose()
            return
        table = self._source.tables[number]
        self.stack.setCurrentWidget(self.view)
        tasks = frozenset(spot.row for spot in self._spots if spot.table == number)
        self.view.source.show_roles(self._roles)
        self.view.source.show_table(number, table, header_words(table, self._names), tasks)
        self.view.source.show_marks(self._marks)
        self.view.fit()
        self.view.source.show_doubts(self._doubts.get(number, {}))
        tables = [shown for shown in self._shown if shown != PROSE]
        words = _("bảng {number} trên {count}, {rows} dòng")
        place = tables.index(number) + 1
        self.note.setText(words.format(number=place, count=len(tables), rows=len(table.rows)))
        self._say_lacking(number)

    def _show_prose(self) -> None:
        self.stack.setCurrentWidget(self.prose)
        self.prose.setPlainText("\n".join(self._source.paragraphs if self._source else ()))
        self.note.setText(_("các đoạn ngoài bảng"))
        self.lacking.setText("")

    def _say_lacking(self, number: int) -> None:
        held = {role for (table, _column), role in self._roles.items() if table == number}
        lacking = [_(ROLE_WORDS[role]) for role in _EXPECTED if held and role not in held]
        words = _("không có cột {names}").format(names=", ".join(lacking)) if lacking else ""
        self.lacking.setText(words)

    def mark_doubts(self, held: Understood, doubts: tuple[Finding, ...]) -> None:
        """Mark the rows that still want eyes."""
        tasks = {str(task.id): task.id for _a, task in held.draft.plan.tasks()}
        self._doubts = {}
        for finding in doubts:
            if (task := tasks.get(finding.task)) and (spot := held.spots.get(task)):
                rows = self._doubts.setdefault(spot.table, {})
                rows[spot.row] = (*rows.get(spot.row, ()), finding)
        self.view.source.show_doubts(self._doubts.get(self._table_number(), {}))

    def look_for(self, words: str) -> None:
        """Bring the paragraph that holds `words` into sight, where a task stands in no table."""
        self._turn_to(PROSE)
        self.prose.moveCursor(QTextCursor.MoveOperation.Start)
        for length in (len(words), 60, 24):
            if self.prose.find(words[:length]):
                return

    def look_at(self, spot: Spot, *, doubted: bool) -> None:
        """Bring a row into sight; where it is doubted its deadline is framed."""
        self._turn_to(spot.table)
        blocker = QSignalBlocker(self.view.selectionModel())
        role = ColumnRole.DEADLINE if doubted else ColumnRole.CONTENT
        framed = self.view.source.frame_cell(spot.row if doubted else -1, role)
        pressed, there = self._pressed
        column = there if pressed == spot else self.view.shown_column(framed)
        index = self.view.source.index(spot.row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)
        blocker.unblock()
        self.view.viewport().update()

    def _choose(self) -> None:
        here = self.view.currentIndex()
        spot = Spot(self._table_number(), here.row())
        self._pressed = (spot, here.column())
        if spot in self._spots:
            self.row_chosen.emit(spot)

    def _want(self, column: int, role: ColumnRole) -> None:
        self.role_wanted.emit(self._table_number(), column, role)

    def _mark(self, row: int, mark: RowMark | None) -> None:
        table = self._table_number()
        if self._source is not None and table != PROSE:
            self._marked = Spot(table, row), max(0, self.view.currentIndex().column())
            self.mark_wanted.emit(table, self._source.tables[table].rows[row].number, mark)

    def stay(self) -> None:
        """Go back to the row that was marked last, once the file was read as it says."""
        if self._marked is None:
            return
        (spot, column), self._marked = self._marked, None
        self._turn_to(spot.table)
        blocker = QSignalBlocker(self.view.selectionModel())
        self.view.setCurrentIndex(self.view.source.index(spot.row, column))
        blocker.unblock()
        self.view.viewport().update()
