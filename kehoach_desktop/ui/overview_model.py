"""The overview's list of tasks that want a hand, as Qt asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import STANDING_WORDS, Standing, days_left_in_words
from kehoach_desktop.domain.text import task_name
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.ui.looks import DUE_SOON, STANDING_LOOKS, Look
from kehoach_desktop.ui.overview_errands import Errand
from kehoach_desktop.ui.overview_words import Due
from kehoach_desktop.ui.table_cells import Index, Role

_TITLES = (mark("Số"), mark("Việc"), mark("Giao cho"), mark("Hạn"), mark("Tình hình"))
_ROOT = QModelIndex()
_WANTS_A_HAND = ("red", "amber")


class DueModel(QAbstractTableModel):
    """Headings, tasks and errands in one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[str | Due | Errand, ...] = ()
        self._today = date.min

    def show_due(self, groups: Sequence[tuple[str, tuple[Due | Errand, ...]]], today: date) -> None:
        """Show `groups` as they stand on `today`."""
        self.beginResetModel()
        rows: list[str | Due | Errand] = []
        for title, dues in groups:
            rows += [title, *dues]
        self._rows = tuple(rows)
        self._today = today
        self.endResetModel()

    def task(self, row: int) -> TaskId | None:
        """Return the task of a row, None for a heading or an errand."""
        held = self._rows[row] if 0 <= row < len(self._rows) else ""
        return held.row.task.id if isinstance(held, Due) else None

    def goal(self, row: int) -> str:
        """Return where an errand leads, "" for any other row."""
        held = self._rows[row] if 0 <= row < len(self._rows) else ""
        return held.goal if isinstance(held, Errand) else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are, headings too."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_TITLES[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that tasks can be chosen and headings cannot."""
        heading = not index.isValid() or isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return what stands in a cell."""
        held = self._rows[index.row()] if index.isValid() else ""
        if isinstance(held, str):
            return held if role == Qt.ItemDataRole.DisplayRole else role == Role.SECTION or None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(held, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return held.words if isinstance(held, Errand) else held.row.task.content
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(held, index.column())
        return _looks(_look_of(held)).get((index.column(), role))

    def _words(self, due: Due | Errand, column: int) -> str:
        if isinstance(due, Errand):
            return (due.kind, due.words, due.who or "–", due.day, due.state)[column]
        task = due.row.task
        if column == 0:
            return due.appendix.key_of(task)
        if column == 1:
            return task_name(task.content)
        if column == 2:
            return task.assigned_to or _("chưa giao")
        if column == 3:
            return " ".join(task.deadline.wording.split())
        return days_left_in_words(due.row, self._today) or _(STANDING_WORDS[due.stands])


@cache
def _looks(look: Look) -> dict[tuple[int, int], Any]:
    """Return, by column and role, how a row of that look is painted."""
    return {
        (0, Role.GLYPH): look.glyph,
        (0, Role.HUE): look.hue,
        (4, Role.TONE): look.words if look.words in _WANTS_A_HAND else "text2",
        (4, Role.STRONG): look.strong,
        (2, Role.TONE): "text2",
    }


def _look_of(due: Due | Errand) -> Look:
    if isinstance(due, Errand):
        return due.look
    soon = due.soon and due.stands is not Standing.OVERDUE
    return DUE_SOON if soon else STANDING_LOOKS[due.stands]
