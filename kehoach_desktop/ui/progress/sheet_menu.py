"""The menu over the cells of the period sheet: what its keys do."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_desktop.i18n import _
from kehoach_desktop.ui.progress.period_table import PeriodTable
from kehoach_desktop.ui.row_menu import RULE, Entry


def sheet_entries(table: PeriodTable) -> Sequence[Entry]:
    """Return the acts on the chosen cells; none of them while the current row is a heading."""
    if not table.chosen_cells():
        return ()
    return (
        Entry(_("Chép lời kỳ trước"), table.earlier_wanted.emit, "Ctrl+D"),
        Entry(_("Lấy như dòng trên"), table.above_wanted.emit, "Ctrl+Shift+D"),
        Entry(_("Không phát sinh"), table.nothing_wanted.emit, "Ctrl+0"),
        RULE,
        Entry(_("Chép"), table.copy, "Ctrl+C"),
        Entry(_("Dán"), table.paste, "Ctrl+V"),
        Entry(_("Xóa ô"), table.clear_wanted.emit, "Delete"),
        RULE,
        Entry(_("Từng nhiệm vụ"), table.form_wanted.emit, "F4"),
        Entry(_("Tới dòng chưa trả lời"), lambda: table.unanswered_wanted.emit(1), "F8"),
    )
