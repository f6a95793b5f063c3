"""The period sheet as Qt asks for it: what each cell shows, what typing into it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from kehoach_desktop.domain.progress import (
    STATUS_WORDS,
    ProgressEntry,
    Standing,
    TaskStatus,
    days_left_in_words,
    done_after,
    final_day,
)
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.ui.looks import STANDING_LOOKS, Look
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.progress.row_model import RowModel, Says
from kehoach_desktop.ui.progress.sheet_columns import (
    EDITABLE,
    FIELDS,
    TITLES,
    Field,
    carried,
    cell_text,
    shown,
    tag,
)
from kehoach_desktop.ui.table_cells import Index, Role, lead_of


def status_words(row: TaskRow) -> str:
    """Return the state as the sheet shows it: the answer, or that there is none."""
    if words := shown(row.progress, Field.STATUS):
        return words
    return _("Đã xong từ trước") if row.progress.closed_by_plan else _("Chưa có trả lời")


def status_line(row: TaskRow, today: date) -> str:
    """Return what stands under the state: lateness, an earlier period, or what is still missing."""
    progress, entry = row.progress, row.progress.entry
    if done_after(progress, today):
        return _("sau chốt {day}").format(day=f"{today:%d/%m}")
    if row.stands is Standing.OVERDUE:
        return days_left_in_words(progress, today)
    if progress.finished_before and progress.closing:
        return _("từ kỳ {period}").format(period=_tag(row, progress.closing))
    if entry.status is TaskStatus.DONE:
        return _done_line(row)
    if not entry.answered and not entry.is_empty:
        return _("chưa chọn trạng thái")
    return _still_owed(row) if row.owes_answer else ""


def _tag(row: TaskRow, earlier: ProgressEntry) -> str:
    return tag(earlier.period, row.progress.entry.period)


def _still_owed(row: TaskRow) -> str:
    """Return what an earlier period said; of what waits for a paper, whether it came."""
    before = row.progress.before
    if before and before.status:
        percent = "" if before.percent is None else f", {before.percent}%"
        return f"{_tag(row, before)}: {_(STATUS_WORDS[before.status])}{percent}"
    return _("đã có văn bản chưa?") if row.stands is Standing.WAITING else ""


def _done_line(row: TaskRow) -> str:
    due = final_day(row.progress.task.deadline)
    done_on = row.progress.entry.done_on
    if due is None or done_on is None:
        return ""
    if done_on > due:
        return counted("quá hạn {days} ngày", (done_on - due).days).format(
            days=(done_on - due).days
        )
    return _("đúng hạn")


def status_look(row: TaskRow) -> Look:
    """Return how the state is drawn."""
    waiting = row.stands is Standing.WAITING
    return STANDING_LOOKS[Standing.UNANSWERED if waiting else row.stands]


def whole_task(row: TaskRow) -> str:
    """Return the whole text of a task with its deadline and who leads, one under the other."""
    task = row.progress.task
    said = (
        task.content,
        _("Thời hạn: {words}").format(words=task.deadline.wording) if task.deadline.wording else "",
        _("Chủ trì: {unit}").format(unit=task.lead_agencies_text)
        if task.lead_agencies_text
        else "",
        _("Giao cho: {unit}").format(unit=task.assigned_to) if task.assigned_to else "",
    )
    return "\n".join(filter(None, said))


def _carried(field: Field) -> Says:
    def says(row: TaskRow, _today: date) -> tuple[str, str] | None:
        words = carried(row.progress, field)
        before = row.progress.before
        return (f"{_tag(row, before)}:", words) if words and before else None

    return says


def _words_column(field: Field) -> dict[int, Says]:
    return {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: cell_text(row.progress.entry, field),
        Qt.ItemDataRole.EditRole: lambda row, _day: cell_text(row.progress.entry, field),
        Qt.ItemDataRole.ToolTipRole: lambda row, _day: cell_text(row.progress.entry, field),
        Role.CARRIED: _carried(field),
    }


_COLUMNS: dict[Field, dict[int, Says]] = {
    Field.ORDINAL: {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: row.label,
        Qt.ItemDataRole.TextAlignmentRole: lambda _row, _day: Qt.AlignmentFlag.AlignHCenter,
        Role.TONE: lambda _row, _day: "text2",
    },
    Field.CONTENT: {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: row.progress.task.content,
        Qt.ItemDataRole.ToolTipRole: lambda row, _day: whole_task(row),
        Role.LEAD: lambda row, _day: lead_of(row.progress.task.content),
    },
    Field.STATUS: {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: status_words(row),
        Qt.ItemDataRole.EditRole: lambda row, _day: shown(row.progress, Field.STATUS),
        Role.SECOND: status_line,
        Role.GLYPH: lambda row, _day: status_look(row).glyph,
        Role.HUE: lambda row, _day: status_look(row).hue,
        Role.TONE: lambda row, _day: status_look(row).words,
    },
    Field.DONE_ON: {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: shown(row.progress, Field.DONE_ON),
        Qt.ItemDataRole.EditRole: lambda row, _day: shown(row.progress, Field.DONE_ON),
        Role.TONE: lambda row, _day: "text2" if row.progress.finished_before else "text",
    },
    Field.PERCENT: {
        Qt.ItemDataRole.DisplayRole: lambda row, _day: shown(row.progress, Field.PERCENT),
        Qt.ItemDataRole.EditRole: lambda row, _day: shown(row.progress, Field.PERCENT),
        Qt.ItemDataRole.TextAlignmentRole: lambda _row, _day: Qt.AlignmentFlag.AlignRight,
    },
}
COLUMNS = tuple(_COLUMNS.get(field) or _words_column(field) for field in FIELDS)


class PeriodModel(RowModel):
    """Rows of the sheet; `typed` carries a task's id, the column's Field and the typed text."""

    typed = Signal(str, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent, folds=False)
        self.closed = False
        self.files: Mapping[str, int] = {}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; the evidence says how many files lie behind it."""
        if role == Role.SECOND and FIELDS[index.column()] is Field.EVIDENCE:
            row = self.task_row(index.row())
            count = self.files.get(row.id, 0) if row else 0
            return counted("{count} tệp", count).format(count=count) if count else None
        return super().data(index, role)

    def title(self, column: int) -> str:
        """Return the title of a column."""
        return _(TITLES[FIELDS[column]])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, set over its figures where it holds figures."""
        if role == Qt.ItemDataRole.TextAlignmentRole and FIELDS[section] is Field.PERCENT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that the answers of a task are typed, its number and words are not."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.task_row(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        if FIELDS[index.column()] in EDITABLE and not self.closed:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def goes_on(self, number: int) -> bool:
        """Say whether the task of a row was answered otherwise than with its end."""
        row = self.task_row(number)
        return row is not None and row.progress.entry.status not in (None, TaskStatus.DONE)

    def is_locked(self, index: Index) -> bool:
        """Say whether a cell would be typed into, were the period not closed."""
        return (
            self.closed
            and FIELDS[index.column()] in EDITABLE
            and self.task_row(index.row()) is not None
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for what was typed to be kept; the same words again ask for nothing."""
        row = self.task_row(index.row())
        if role != Qt.ItemDataRole.EditRole or row is None:
            return False
        field, text = FIELDS[index.column()], str(value or "")
        if text.strip() != shown(row.progress, field).strip():
            self.typed.emit(row.id, field, text)
        return True
