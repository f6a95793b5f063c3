"""Keeps answers as steps: each is on disk at once, and one Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.progress import ProgressEntry
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.services.reporting import Reporting
from kehoach_desktop.ui.progress.sheet_columns import Edit
from kehoach_desktop.ui.workbench import Workbench


def keep(workbench: Workbench, edits: Sequence[Edit], text: str) -> bool:
    """Keep `edits` as one step named `text`; say whether anything differed.

    Raises what the verb raises; then nothing of the step is kept.
    """
    wanted = [edit for edit in edits if edit.after != edit.before]
    if not wanted:
        return False
    reporting = workbench.reporting
    before = [edit.before for edit in wanted]
    after = [edit.after for edit in wanted]
    record_all(reporting, after, before)
    workbench.done(
        text,
        Changes.PROGRESS,
        undo=lambda: record_all(reporting, before, after),
        redo=lambda: record_all(reporting, after, before),
    )
    return True


def record_all(
    reporting: Reporting, entries: Sequence[ProgressEntry], otherwise: Sequence[ProgressEntry]
) -> None:
    """Keep `entries`; where one is refused, put those of `otherwise` back and pass it on."""
    for number, entry in enumerate(entries):
        try:
            reporting.record(entry)
        except KehoachError:
            for stood in otherwise[:number]:
                reporting.record(stood)
            raise
