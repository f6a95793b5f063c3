"""Rows and headings as Qt asks for them, shared by the matrix and the period sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.ui.plans.matrix_rows import Row, SectionRow, TaskRow
from kehoach_desktop.ui.plans.matrix_words import section_line
from kehoach_desktop.ui.table_cells import Index, Role

ROOT = QModelIndex()
KEY_ROLE = Qt.ItemDataRole.UserRole + 40
_INDENT = "\u2003"

Says = Callable[[TaskRow, date], Any]
Columns = Sequence[dict[int, Says]]


class RowModel(QAbstractTableModel):
    """Tasks under their headings; a subclass names the columns and what may be typed."""

    def __init__(
        self, columns: Columns, parent: QObject | None = None, *, folds: bool = True
    ) -> None:
        super().__init__(parent)
        self._columns, self._folds = columns, folds
        self._rows: tuple[Row, ...] = ()
        self._numbers: dict[str, int] = {}
        self.today = date.min

    def show_rows(self, rows: Sequence[Row], today: date) -> bool:
        """Show `rows` as of `today`; where the same rows stand, only their cells change.

        Return whether the table was laid out anew.
        """
        before, after = self._rows, tuple(rows)
        anew = self.today != today or [*map(key_of, before)] != [*map(key_of, after)]
        if anew:
            self.beginResetModel()
        self._rows, self.today = after, today
        if anew:
            self._numbers = {key_of(row): number for number, row in enumerate(after)}
            self.endResetModel()
        else:
            self._tell_changes(before, after)
        return anew

    def _tell_changes(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        last = len(self._columns) - 1
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def row(self, number: int) -> Row | None:
        """Return the row of that number, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def task_row(self, number: int) -> TaskRow | None:
        """Return the row of that number if it is a task's."""
        row = self.row(number)
        return row if isinstance(row, TaskRow) else None

    def section(self, number: int) -> SectionRow | None:
        """Return the row of that number if it is a heading."""
        row = self.row(number)
        return row if isinstance(row, SectionRow) else None

    def number_of(self, key: str) -> int:
        """Return where the task or heading of that id stands, -1 where it is not shown."""
        return self._numbers.get(key, -1)

    def task_ids(self) -> tuple[TaskId, ...]:
        """Return the ids of the tasks shown, in order."""
        return tuple(row.id for row in self._rows if isinstance(row, TaskRow))

    def heading_over(self, number: int) -> str:
        """Return the id of the heading that the row stands under, "" where there is none."""
        for above in range(number, -1, -1):
            row = self.row(above)
            if isinstance(row, SectionRow):
                return row.key
        return ""

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows and headings are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def title(self, column: int) -> str:
        """Return the title of a column; a subclass knows it."""
        raise NotImplementedError

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says for `role`."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == KEY_ROLE:
            return key_of(row)
        if isinstance(row, SectionRow):
            return self._section_says(row, index.column(), role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        says = self._columns[index.column()].get(role)
        return says(row, self.today) if says else None

    def _section_says(self, row: SectionRow, column: int, role: int) -> Any:
        if role == Role.SECTION:
            return True
        if column != 0 or role not in _SECTION_SAYS or (role == Role.GLYPH and not self._folds):
            return None
        return _SECTION_SAYS[role](row)

    def _spoken(self, row: TaskRow, column: int) -> str:
        says = self._columns[column]
        spoken = (says.get(Qt.ItemDataRole.DisplayRole), says.get(Role.SECOND))
        return "; ".join(filter(None, (said(row, self.today) for said in spoken if said)))


def key_of(row: Row) -> str:
    """Return the identity of a task or a heading."""
    return row.id if isinstance(row, TaskRow) else row.key


_SECTION_SAYS: dict[int, Callable[[SectionRow], str]] = {
    Qt.ItemDataRole.DisplayRole: lambda section: _INDENT * section.depth + section.title,
    Qt.ItemDataRole.ToolTipRole: lambda section: section.title,
    Qt.ItemDataRole.AccessibleTextRole: lambda section: section.title,
    Role.SECOND: section_line,
    Role.GLYPH: lambda section: "right" if section.folded else "down",
}
