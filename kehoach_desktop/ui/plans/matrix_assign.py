"""Asks to whom the chosen tasks go: a unit and an officer, for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.asked import Asked
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.plans.unit_line import UnitLine

Handed = Callable[[str | None, str | None], object]


class AssignAsked(Asked):
    """`handed` is called with unit and officer; None for what was left as it is."""

    def __init__(
        self, parent: QWidget, rows: Sequence[TaskRow], units: Sequence[str], handed: Handed
    ) -> None:
        count = len(rows)
        title = counted("Giao {count} nhiệm vụ", count).format(count=count)
        super().__init__(parent, title, _("Giao việc"), self._take, 520)
        self._handed = handed
        tasks = [row.progress.task for row in rows]
        self.unit, self.officer = UnitLine(self, units), QLineEdit()
        self._stands = (
            _fill(self.unit, [task.assigned_to for task in tasks]),
            _fill(self.officer, [task.officer for task in tasks]),
        )
        self.add(_("Đơ&n vị"), self.unit)
        self.add(_("&Cán bộ phụ trách"), self.officer)
        self.words.setText(_("Nhiều đơn vị thì ngăn bằng dấu chấm phẩy, đơn vị chủ trì ghi trước."))
        self.unit.setFocus()

    def _take(self) -> bool:
        fields = zip((self.unit, self.officer), self._stands, strict=True)
        unit, officer = (None if f.text() == stands else f.text() for f, stands in fields)
        self._handed(unit, officer)
        return True


def _fill(field: QLineEdit, held: Sequence[str]) -> str:
    """Show what all tasks share; where they differ say so, and return what stands in the field."""
    if len(set(held)) > 1:
        field.setPlaceholderText(_("mỗi nhiệm vụ một khác; để trống là giữ nguyên"))
        return ""
    field.setText(held[0])
    field.selectAll()
    return held[0]
