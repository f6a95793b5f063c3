"""The list of what was understood: headings, tasks with their readings, doubts about the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.i18n import _, mark, retold
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.looks import READY, SEVERITY_LOOKS
from kehoach_desktop.ui.plans import import_duties, import_indicators, import_version
from kehoach_desktop.ui.plans.import_choices import Reviewed
from kehoach_desktop.ui.plans.import_duties import ReviewedDuty
from kehoach_desktop.ui.plans.import_indicators import ReviewedIndicator
from kehoach_desktop.ui.plans.import_version import VersionRow
from kehoach_desktop.ui.table_cells import Index, Role, lead_of

TITLES = (mark("STT"), mark("Nhiệm vụ"), mark("Thời hạn và cách đọc"), mark("Việc của {level}"))
Row = str | Finding | Reviewed | ReviewedDuty | ReviewedIndicator | VersionRow
_ROOT = QModelIndex()
_ROLES = frozenset(int(role) for role in Role)


class ReviewModel(QAbstractTableModel):
    """Headings and rows of five kinds: tasks, findings, reports, indicators, what differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._open: frozenset[tuple[str, str]] = frozenset()
        self._titles: tuple[str, ...] = TITLES

    def show_rows(
        self,
        rows: Iterable[Row],
        still_open: frozenset[tuple[str, str]],
        titles: tuple[str, ...] = TITLES,
    ) -> None:
        """Show `rows` under `titles`; a finding whose key is in `still_open` wants eyes."""
        self.beginResetModel()
        self._rows, self._open, self._titles = tuple(rows), still_open, titles
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Return a row, None if there is no such row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def find(self, wanted: str) -> int:
        """Return the row of the task or finding at that place, -1 if it is not shown."""
        for number, row in enumerate(self._rows):
            if place_of(row) == wanted:
                return number
        return -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return named(_(self._titles[section]))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that all but headings can be chosen."""
        heading = not index.isValid() or isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what stands in a cell."""
        row = self._rows[index.row()] if index.isValid() else ""
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else role == Role.SECTION or None
        if not isinstance(row, Reviewed):
            return _SAYS[type(row)](row, index.column(), role)
        return self._of_task(row, index.column(), role)

    def _of_task(self, row: Reviewed, column: int, role: int) -> Any:
        doubt = next((f for f in row.findings if (f.place, f.message) in self._open), None)
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, column)
        if role == Role.SECOND:
            return _second(row, column, doubt)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.task.content if column == 1 else _second(row, column, doubt)
        if role == Role.LEAD and column == 1:
            return lead_of(row.task.content)
        return self._look(row, column, role, doubt) if role in _ROLES else None

    def _look(self, row: Reviewed, column: int, role: int, doubt: Finding | None) -> Any:
        doubted = row.findings and column == 0
        look = SEVERITY_LOOKS[doubt.severity] if doubt else READY
        said = {
            (0, Role.GLYPH): look.glyph if doubted and _is_doubt(row, doubt) else None,
            (0, Role.HUE): look.hue,
            (1, Role.SECOND_TONE): look.words if doubt else None,
            (1, Role.STRUCK): row.left_out,
            (3, Role.GLYPH): "tick" if row.task.ours.yes else "nothing",
            (3, Role.HUE): "green" if row.task.ours.yes else "grey",
        }
        if role == Role.TONE:
            return "text3" if row.left_out else None
        return said.get((column, Role(role)))


def _is_doubt(row: Reviewed, doubt: Finding | None) -> bool:
    return doubt is not None or any(f.severity is not Severity.INFO for f in row.findings)


def _words(row: Reviewed, column: int) -> str:
    task = row.task
    if column == 3:
        return _("có") if task.ours.yes else _("không")
    return (row.key, task.content, " ".join(task.deadline.wording.split()) or "–")[column]


def _second(row: Reviewed, column: int, doubt: Finding | None) -> str | None:
    if column == 1:
        if row.left_out:
            return _("không nhập dòng này")
        return retold(doubt.message) if doubt else None
    if column == 2:
        return row.task.deadline.in_words()
    return retold(row.task.ours.reason) or None if column == 3 else None


def _of_finding(finding: Finding, column: int, role: int) -> Any:
    look = SEVERITY_LOOKS[finding.severity]
    said: dict[tuple[int, int], Any] = {
        (0, Role.GLYPH): look.glyph,
        (0, Role.HUE): look.hue,
        (1, int(Qt.ItemDataRole.DisplayRole)): retold(finding.place),
        (1, Role.SECOND): retold(finding.message),
        (1, Role.SECOND_TONE): look.words,
        (1, int(Qt.ItemDataRole.ToolTipRole)): retold(finding.message),
    }
    return said.get((column, role))


_SAYS: dict[type, Callable[[Any, int, int], Any]] = {
    Finding: _of_finding,
    ReviewedDuty: import_duties.says,
    ReviewedIndicator: import_indicators.says,
    VersionRow: import_version.says,
}


def place_of(row: Row | None) -> str:
    """Return what names a row over several readings."""
    if isinstance(row, ReviewedDuty | ReviewedIndicator):
        return " ".join(row.key)
    if isinstance(row, VersionRow):
        return f"{row.kind}: {row.place.key} {row.place.task.content}"
    if isinstance(row, Reviewed):
        return row.task.place
    return f"{row.place}: {row.message}" if isinstance(row, Finding) else ""
