"""A thin table model for lists: rows of any kind under headings, columns told as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from kehoach_desktop.ui.table_cells import Index, Role

_ROOT = QModelIndex()
SHOWN = Qt.ItemDataRole.DisplayRole
_ALIGNED = Qt.ItemDataRole.TextAlignmentRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that introduces the rows under it; `note` stands behind its title in grey."""

    title: str
    note: str = ""
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title when it is drawn, and what each role says of a row."""

    title: Callable[[], str]
    says: Mapping[int, Callable[[Any], Any]]


class ListModel(QAbstractTableModel):
    """Shows the rows given last; headings span the table and cannot be chosen.

    `key_of` names a row whatever else of it changes, where a list keeps its place by that.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QObject | None = None,
        key_of: Callable[[Any], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Any, ...] = ()
        self._key_of = key_of

    def show_rows(self, rows: Sequence[Any]) -> bool:
        """Show `rows`; return whether they differ from what was shown.

        Where rows of the same keys stand, only their cells change.
        """
        before, after = self._rows, tuple(rows)
        if after == before:
            return False
        if after and self._key_of and [*map(self._key, before)] == [*map(self._key, after)]:
            self._rows = after
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(after) - 1, len(self._columns) - 1)
            )
            return True
        self.beginResetModel()
        self._rows = after
        self.endResetModel()
        return True

    def _key(self, row: Any) -> object:
        return row if isinstance(row, Heading) or not self._key_of else self._key_of(row)

    def row_of(self, key: object) -> int:
        """Return where the row of that key stands, -1 where it is not shown."""
        rows = (n for n, row in enumerate(self._rows) if not isinstance(row, Heading))
        return next((n for n in rows if self._key(self._rows[n]) == key), -1)

    def rows(self) -> tuple[Any, ...]:
        """Return what is shown, headings too."""
        return self._rows

    def row(self, number: int) -> Any:
        """Return the row of that number, None for a heading or where there is none."""
        held = self._rows[number] if 0 <= number < len(self._rows) else None
        return None if isinstance(held, Heading) else held

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are, headings too."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the title of a column, set to the right over figures."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == SHOWN:
            return self._columns[section].title()
        if role == _ALIGNED and _ALIGNED in self._columns[section].says:
            return RIGHT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen and headings cannot."""
        if not index.isValid() or self.row(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        held = self._rows[index.row()]
        if isinstance(held, Heading):
            return _heading_says(held, role)
        says = self._columns[index.column()].says
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            role = role if role in says else SHOWN
        return says[role](held) if role in says else None


def _heading_says(heading: Heading, role: int) -> Any:
    if role == SHOWN:
        return heading.title
    if role == Role.SECOND:
        return heading.note
    if role == Role.GLYPH:
        return heading.glyph or None
    return True if role == Role.SECTION else None
