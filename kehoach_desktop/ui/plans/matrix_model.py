"""The matrix as Qt asks for it: rows and headings, one table of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import Standing, due_soon
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.looks import DOUBT, DUE_SOON, STANDING_LOOKS
from kehoach_desktop.ui.plans.matrix_rows import Row, SectionRow, TaskRow
from kehoach_desktop.ui.plans.matrix_words import (
    assigned_words,
    deadline_line,
    is_unread,
    lead_line,
    section_line,
    state_line,
    state_words,
)
from kehoach_desktop.ui.table_cells import Index, Role, lead_of

_Said = Callable[[TaskRow, date], Any]
_ROOT = QModelIndex()
KEY_ROLE = Qt.ItemDataRole.UserRole + 40


class Place(IntEnum):
    """The columns in their order."""

    ORDINAL = 0
    CONTENT = 1
    ASSIGNED = 2
    DEADLINE = 3
    STATE = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and what it answers for each role."""

    title: str
    says: dict[int, _Said]


def _deadline_tone(row: TaskRow, today: date) -> str:
    if row.stands is Standing.OVERDUE:
        return "red"
    return DUE_SOON.words if due_soon(row.progress, today) else "text"


COLUMNS = (
    Column(
        mark("STT"),
        {
            Qt.ItemDataRole.DisplayRole: lambda row, _day: row.label,
            Qt.ItemDataRole.TextAlignmentRole: lambda _row, _day: Qt.AlignmentFlag.AlignHCenter,
            Role.TONE: lambda _row, _day: "text2",
            Role.EDGE: lambda row, _day: DOUBT.hue if row.doubts else None,
        },
    ),
    Column(
        mark("Nội dung nhiệm vụ"),
        {
            Qt.ItemDataRole.DisplayRole: lambda row, _day: row.progress.task.content,
            Qt.ItemDataRole.ToolTipRole: lambda row, _day: row.progress.task.content,
            Role.LEAD: lambda row, _day: lead_of(row.progress.task.content),
        },
    ),
    Column(
        mark("Giao cho"),
        {
            Qt.ItemDataRole.DisplayRole: lambda row, _day: assigned_words(row),
            Qt.ItemDataRole.EditRole: lambda row, _day: row.progress.task.assigned_to,
            Qt.ItemDataRole.ToolTipRole: lambda row, _day: row.progress.task.lead_agencies_text,
            Role.SECOND: lambda row, _day: lead_line(row),
            Role.TONE: lambda row, _day: "text" if row.progress.task.assigned_to else "text2",
        },
    ),
    Column(
        mark("Thời hạn"),
        {
            Qt.ItemDataRole.DisplayRole: lambda row, _day: row.progress.task.deadline.wording,
            Qt.ItemDataRole.ToolTipRole: lambda row, _day: row.progress.task.deadline.wording,
            Role.SECOND: lambda row, day: deadline_line(row.progress, day),
            Role.TONE: _deadline_tone,
            Role.GLYPH: lambda row, _day: (
                DOUBT.glyph if is_unread(row.progress.task.deadline) else None
            ),
            Role.HUE: lambda _row, _day: DOUBT.hue,
        },
    ),
    Column(
        mark("Tình hình"),
        {
            Qt.ItemDataRole.DisplayRole: state_words,
            Qt.ItemDataRole.ToolTipRole: lambda row, _day: row.progress.entry.result,
            Role.SECOND: lambda row, _day: state_line(row),
            Role.GLYPH: lambda row, _day: STANDING_LOOKS[row.stands].glyph,
            Role.HUE: lambda row, _day: STANDING_LOOKS[row.stands].hue,
            Role.TONE: lambda row, _day: STANDING_LOOKS[row.stands].words,
            Role.STRONG: lambda row, _day: STANDING_LOOKS[row.stands].strong,
        },
    ),
)


class MatrixModel(QAbstractTableModel):
    """Rows of the matrix; `assigned` asks for a task to be handed to a unit."""

    assigned = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._today = date.min
        self._state_title = ""

    def show_rows(self, rows: Sequence[Row], today: date, state_title: str = "") -> None:
        """Show `rows` as of `today`; where the same tasks stand, only their cells change."""
        before, after = self._rows, tuple(rows)
        same = self._today == today and [*map(key_of, before)] == [*map(key_of, after)]
        if not same:
            self.beginResetModel()
        self._rows, self._today, self._state_title = after, today, state_title
        if not same:
            self.endResetModel()
            return
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def row(self, number: int) -> Row | None:
        """Return the row of that number, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, key: str) -> int:
        """Return where the task or heading of that id stands, -1 where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if key_of(row) == key), -1)

    def task_ids(self) -> tuple[TaskId, ...]:
        """Return the ids of the tasks shown, in order."""
        return tuple(row.id for row in self._rows if isinstance(row, TaskRow))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows and headings are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == Place.STATE and self._state_title:
            return self._state_title
        return _(COLUMNS[section].title)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says for `role`."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == KEY_ROLE:
            return key_of(row)
        if isinstance(row, SectionRow):
            return _section_says(row, index.column(), role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        says = COLUMNS[index.column()].says.get(role)
        return says(row, self._today) if says else None

    def _spoken(self, row: TaskRow, column: int) -> str:
        says = COLUMNS[column].says
        spoken = (says.get(Qt.ItemDataRole.DisplayRole), says.get(Role.SECOND))
        return "; ".join(filter(None, (said(row, self._today) for said in spoken if said)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that only the unit is typed; the province's words are never retyped."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_task = isinstance(self.row(index.row()), TaskRow)
        if is_task and index.column() == Place.ASSIGNED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the task to be handed to another unit."""
        row = self.row(index.row())
        if role != Qt.ItemDataRole.EditRole or not isinstance(row, TaskRow):
            return False
        if index.column() != Place.ASSIGNED or value == row.progress.task.assigned_to:
            return False
        self.assigned.emit(row.id, str(value))
        return True


def key_of(row: Row) -> str:
    """Return the identity of a task or a heading."""
    return row.id if isinstance(row, TaskRow) else row.key


def _section_says(row: SectionRow, column: int, role: int) -> Any:
    if role == Role.SECTION:
        return True
    if column != 0:
        return None
    said: dict[int, Callable[[SectionRow], str]] = {
        Qt.ItemDataRole.DisplayRole: lambda section: "\u2003" * section.depth + section.title,
        Qt.ItemDataRole.ToolTipRole: lambda section: section.title,
        Role.SECOND: section_line,
        Role.GLYPH: lambda section: "right" if section.folded else "down",
    }
    return said[role](row) if role in said else None
