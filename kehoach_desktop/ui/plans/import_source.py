"""The source as it lies in the file: its table, and over each column what it was read as."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from kehoach_desktop.domain.draft import ColumnRole, Finding, RowMark, SourceRow, SourceTable
from kehoach_desktop.i18n import _, mark, retold
from kehoach_desktop.ui import icons, theme
from kehoach_desktop.ui.plans.import_marks import MARK_WORDS, RowMarks
from kehoach_desktop.ui.plans.import_places import Roles, is_empty
from kehoach_desktop.ui.sheet import SheetView, shared_out
from kehoach_desktop.ui.table_cells import Index, Role

ROLE_WORDS = {
    ColumnRole.ORDINAL: mark("STT"),
    ColumnRole.CONTENT: mark("Nội dung"),
    ColumnRole.LEAD: mark("Chủ trì"),
    ColumnRole.COORDINATING: mark("Phối hợp"),
    ColumnRole.DELIVERABLE: mark("Sản phẩm"),
    ColumnRole.DEADLINE: mark("Thời hạn"),
    ColumnRole.EXTRA: mark("Cột thêm"),
    ColumnRole.IGNORED: mark("Bỏ qua"),
}
SHARES = {
    ColumnRole.ORDINAL: 52,
    ColumnRole.CONTENT: 176,
    ColumnRole.LEAD: 88,
    ColumnRole.DELIVERABLE: 90,
    ColumnRole.DEADLINE: 118,
    ColumnRole.IGNORED: 52,
}
_USUAL = 96
_AROUND_ROLE = 26  # beside the words of a role: the frame, its arrow, the room between
_ROOT = QModelIndex()


class SourceModel(QAbstractTableModel):
    """The rows of one table as they lie; doubted ones are marked at the edge."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = SourceTable("", ())
        self.number = 0
        self._names: tuple[str, ...] = ()
        self._roles: Roles = {}
        self._doubts: Mapping[int, tuple[Finding, ...]] = {}
        self._framed: tuple[int, int] = (-1, -1)
        self._titles: frozenset[int] = frozenset()
        self._marks: Mapping[tuple[int, int], RowMark] = {}
        self._columns = 0

    def show_table(
        self, number: int, table: SourceTable, names: tuple[str, ...], tasks: frozenset[int]
    ) -> None:
        """Show `table`, the source's table `number`, with its header words; `tasks` are rows."""
        self.beginResetModel()
        self.number, self.table, self._names = number, table, names
        self._doubts, self._framed = {}, (-1, -1)
        self._columns = max((len(row.cells) for row in table.rows), default=0)
        self._titles = frozenset(
            index
            for index, row in enumerate(table.rows)
            if index not in tasks and 0 < len(_filled(row)) <= 2
        )
        self.endResetModel()

    def show_roles(self, roles: Roles) -> None:
        """Show what the columns are read as."""
        self._roles = roles
        if last := self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last - 1)

    def show_marks(self, marks: Mapping[tuple[int, int], RowMark]) -> None:
        """Show what the officer said of rows, by table and row number."""
        self._marks = marks
        self._tell()

    def mark_of(self, index: int) -> RowMark | None:
        """Return what the officer said of a row, None where nothing."""
        return self._marks.get((self.number, self.table.rows[index].number))

    def show_doubts(self, doubts: Mapping[int, tuple[Finding, ...]]) -> None:
        """Mark the rows that hold a doubt."""
        self._doubts = doubts
        self._tell()

    def frame_cell(self, row: int, role: ColumnRole) -> int:
        """Frame the cell of `role` in a row; return its column, -1 if there is none."""
        column = next(
            (c for (t, c), held in self._roles.items() if t == self.number and held is role), -1
        )
        self._framed = (row, column)
        self._tell()
        return column

    def _tell(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def role_of(self, column: int) -> ColumnRole:
        """Return what a column is read as."""
        return self._roles.get((self.number, column), ColumnRole.EXTRA)

    def name_of(self, column: int) -> str:
        """Return the file's own words over a column."""
        return self._names[column] if column < len(self._names) else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows the table has."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns the widest row has."""
        return 0 if parent.isValid() else self._columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the words over a column and, for a screen reader, what it is read as."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        read = _(ROLE_WORDS[self.role_of(section)])
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("“{name}” đọc là: {role}").format(name=self.name_of(section), role=read)
        return self.name_of(section) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row = self.table.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            mark = self.mark_of(index.row())
            said = [_(MARK_WORDS[mark])] if mark else []
            doubts = self._doubts.get(index.row(), ())
            return "\n".join([*said, *(retold(finding.message) for finding in doubts)])
        return self._look(row, index, role)

    def _look(self, row: SourceRow, index: Index, role: int) -> Any:
        mark = self.mark_of(index.row())
        out = mark is RowMark.LEFT_OUT or (row.hidden and mark is None)
        ignored = out or self.role_of(index.column()) is ColumnRole.IGNORED
        said = {
            int(Role.SECTION): (mark is RowMark.HEADING or index.row() in self._titles) or None,
            int(Role.EDGE): "amber" if index.row() in self._doubts else "acc" if mark else None,
            int(Role.FRAME): "amber" if (index.row(), index.column()) == self._framed else None,
            int(Role.TONE): "text3" if ignored else None,
        }
        return said.get(role)

    def _text(self, number: int, column: int) -> str:
        row = self.table.rows[number]
        if number in self._titles:
            return " ".join(" ".join(_filled(row)).split()) if column == 0 else ""
        return row.cells[column] if column < len(row.cells) else ""


def _filled(row: SourceRow) -> list[str]:
    return [cell for cell in row.cells if cell.strip()]


class RoleHeader(QHeaderView):
    """A header of two storeys: the file's words, under them what the column is read as."""

    role_wanted = Signal(int, object)

    def __init__(self, model: SourceModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._source = model
        self.setSectionsClickable(True)
        self.setAccessibleName(_("Cột của tệp: bấm để đổi cách đọc"))
        self.sectionClicked.connect(self.ask)

    def sizeHint(self) -> QSize:
        """Return the height of both storeys."""
        return QSize(super().sizeHint().width(), theme.current().length(46))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Paint one column's words and its role with a small arrow."""
        worn = theme.current()
        painter.save()
        painter.fillRect(rect, worn.colour("win"))
        painter.setPen(worn.colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(worn.colour("line2"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(worn.font("small"))
        painter.setPen(worn.colour("text3"))
        words = rect.adjusted(5, 2, -3, -rect.height() // 2)
        metrics, right = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        name = metrics.elidedText(self._source.name_of(logicalIndex), right, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_role(painter, rect, logicalIndex)
        painter.restore()

    def _paint_role(self, painter: QPainter, rect: QRect, column: int) -> None:
        worn = theme.current()
        box = rect.adjusted(3, rect.height() // 2 - 1, -4, -3)
        painter.setPen(worn.colour("ctl"))
        painter.setBrush(worn.colour("surf"))
        painter.drawRoundedRect(box, 2, 2)
        role = self._source.role_of(column)
        painter.setPen(worn.colour("text3" if role is ColumnRole.IGNORED else "text"))
        place = box.adjusted(4, 0, -13, 0)
        right = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(_(ROLE_WORDS[role]), right, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        arrow = QRect(box.right() - 13, box.top(), 12, box.height())
        icons.paint(painter, arrow.toRectF(), "down", "text2")

    def least_width(self, column: int) -> int:
        """Return the width at which what a column is read as is whole, in pixels."""
        words = _(ROLE_WORDS[self._source.role_of(column)])
        metrics = QFontMetrics(theme.current().font("small"))
        return metrics.horizontalAdvance(words) + _AROUND_ROLE

    def menu(self, column: int) -> QMenu:
        """Return the list of what a column can be read as."""
        menu = QMenu(self)
        for role, words in ROLE_WORDS.items():
            action = menu.addAction(_(words))
            action.setCheckable(True)
            action.setChecked(role is self._source.role_of(column))
            action.triggered.connect(
                lambda _on=False, chosen=role: self.role_wanted.emit(column, chosen)
            )
        return menu

    def ask(self, column: int) -> None:
        """Open the list under a column."""
        left = self.sectionViewportPosition(column)
        self.menu(column).popup(self.mapToGlobal(QPoint(left, self.height())))


class SourceTableView(SheetView):
    """The source's table; Alt+↓ opens the list over the current column."""

    def __init__(self) -> None:
        super().__init__(lines=4)
        self.source = SourceModel(self)
        self.header = RoleHeader(self.source, self)
        self.setHorizontalHeader(self.header)
        self.header.setStretchLastSection(True)
        self.rows = RowMarks(self)
        self.setModel(self.source)
        self.setAccessibleName(_("Tệp gốc"))

    def fit(self) -> None:
        """Share the width out by what each column is; what is empty stays out of sight."""
        shown: dict[int, int] = {}
        for column in range(self.source.columnCount()):
            hidden = column in self.source.table.hidden_columns
            hidden = hidden or is_empty(self.source.table, column)
            self.setColumnHidden(column, hidden)
            if not hidden:
                shown[column] = SHARES.get(self.source.role_of(column), _USUAL)
        room = max(self.viewport().width(), theme.current().length(420))
        needed = {column: self.header.least_width(column) for column in shown}
        for column, width in shared_out(room, shown, needed).items():
            self.header.resizeSection(column, width)
        self.relay()

    def shown_column(self, column: int) -> int:
        """Return `column`, the first one that is seen where it is not: Qt scrolls to no other."""
        seen = [c for c in range(self.source.columnCount()) if not self.isColumnHidden(c)]
        return column if column in seen or not seen else seen[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↓ asks what the current column is; the rest is the table's own."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down and self.currentIndex().isValid():
            self.header.ask(self.currentIndex().column())
            return
        if self.rows.press(event):
            return
        super().keyPressEvent(event)
