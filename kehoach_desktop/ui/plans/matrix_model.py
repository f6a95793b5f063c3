"""The matrix as Qt asks for it: rows and headings, one table of columns."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from kehoach_desktop.domain.progress import Standing, due_soon
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.looks import DOUBT, DUE_SOON, STANDING_LOOKS
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.plans.matrix_words import (
    assigned_words,
    deadline_line,
    is_unread,
    lead_line,
    state_line,
    state_words,
)
from kehoach_desktop.ui.progress.row_model import RowModel, Says
from kehoach_desktop.ui.table_cells import Index, Role, lead_of


class Place(IntEnum):
    """The columns in their order."""

    ORDINAL = 0
    CONTENT = 1
    ASSIGNED = 2
    DEADLINE = 3
    STATE = 4


TITLES = (
    mark("STT"),
    mark("Nội dung nhiệm vụ"),
    mark("Giao cho"),
    mark("Thời hạn"),
    mark("Tình hình"),
)


def _deadline_tone(row: TaskRow, today: date) -> str:
    if row.stands is Standing.OVERDUE:
        return "red"
    return DUE_SOON.words if due_soon(row.progress, today) else "text"


COLUMNS: tuple[dict[int, Says], ...] = (
    {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: row.label,
        Qt.ItemDataRole.TextAlignmentRole: lambda _row, _day: Qt.AlignmentFlag.AlignHCenter,
        Role.TONE: lambda _row, _day: "text2",
        Role.EDGE: lambda row, _day: DOUBT.hue if row.doubts else None,
    },
    {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: row.progress.task.content,
        Qt.ItemDataRole.ToolTipRole: lambda row, _day: row.progress.task.content,
        Role.LEAD: lambda row, _day: lead_of(row.progress.task.content),
    },
    {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: assigned_words(row),
        Qt.ItemDataRole.EditRole: lambda row, _day: row.progress.task.assigned_to,
        Qt.ItemDataRole.ToolTipRole: lambda row, _day: row.progress.task.lead_agencies_text,
        Role.SECOND: lambda row, _day: lead_line(row),
        Role.TONE: lambda row, _day: "text" if row.progress.task.assigned_to else "text2",
    },
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
    {
        Qt.ItemDataRole.DisplayRole: state_words,
        Qt.ItemDataRole.ToolTipRole: lambda row, _day: row.progress.entry.result,
        Role.SECOND: lambda row, _day: state_line(row),
        Role.GLYPH: lambda row, _day: STANDING_LOOKS[row.stands].glyph,
        Role.HUE: lambda row, _day: STANDING_LOOKS[row.stands].hue,
        Role.TONE: lambda row, _day: STANDING_LOOKS[row.stands].words,
        Role.STRONG: lambda row, _day: STANDING_LOOKS[row.stands].strong,
    },
)


class MatrixModel(RowModel):
    """Rows of the matrix; `assigned` asks for a task to be handed to a unit."""

    assigned = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self._state_title = ""

    def name_state(self, title: str) -> None:
        """Set the title of the last column: it names the period."""
        if title != self._state_title:
            self._state_title = title
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Place.STATE, Place.STATE)

    def title(self, column: int) -> str:
        """Return the title of a column."""
        if column == Place.STATE and self._state_title:
            return self._state_title
        return _(TITLES[column])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that only the unit is typed; the province's words are never retyped."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Place.ASSIGNED and self.task_row(index.row()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the task to be handed to another unit."""
        row = self.task_row(index.row())
        if role != Qt.ItemDataRole.EditRole or row is None or index.column() != Place.ASSIGNED:
            return False
        if value != row.progress.task.assigned_to:
            self.assigned.emit(row.id, str(value))
        return True
