"""Keeps answers as steps: each is on disk at once, and one Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.progress.sheet_columns import Edit
from kehoach_desktop.ui.workbench import Workbench


def keep(workbench: Workbench, edits: Sequence[Edit], text: str) -> bool:
    """Keep `edits` as one step named `text`; say whether anything differed.

    Raises what the verb raises; then nothing of the step is kept.
    """
    wanted = [edit for edit in edits if edit.after != edit.before]
    if not wanted:
        return False
    record_all = workbench.reporting.record_all
    after = [edit.after for edit in wanted]
    # What is shown of a longer period may be its months': back goes what stood in its own book.
    before = record_all(after)[::-1]
    workbench.done(
        text,
        Changes.PROGRESS,
        undo=lambda: record_all(before),
        redo=lambda: record_all(after),
    )
    return True
