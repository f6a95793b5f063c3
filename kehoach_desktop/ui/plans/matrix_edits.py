"""What an officer may change of tasks: to whom they go, whose they are, how a deadline is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.plan import Ours, Task
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _, counted, mark
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.plans.matrix_rows import TaskRow
from kehoach_desktop.ui.workbench import Workbench


def assign(
    workbench: Workbench, rows: Sequence[TaskRow], unit: str | None, officer: str | None = None
) -> None:
    """Hand tasks to a unit and an officer, None leaving who stands; one step for all of them."""
    changed = {"assigned_to": unit, "officer": officer}
    typed = {of: squeeze(clean(words)) for of, words in changed.items() if words is not None}
    after = [replace(row.progress.task, **typed) for row in rows]  # type: ignore[arg-type]
    one, many = _("Giao nhiệm vụ {label}"), counted("Giao {count} nhiệm vụ", len(rows))
    keep(workbench, rows, after, one if len(rows) == 1 else many)


def toggle_ours(workbench: Workbench, rows: Sequence[TaskRow]) -> None:
    """Say that tasks are the commune's, or are not, each as the first is not; one step."""
    if not rows:
        return
    ours = Ours(not rows[0].progress.task.ours.yes, mark("cán bộ đánh dấu"), by_hand=True)
    turned = [row for row in rows if row.progress.task.ours.yes is not ours.yes]
    after = [replace(row.progress.task, ours=ours) for row in turned]
    yes, no = _("Đánh dấu việc của {level}: {label}"), _("Bỏ việc của {level}: {label}")
    keep(workbench, turned, after, named(yes if ours.yes else no))


def reread(workbench: Workbench, row: TaskRow, deadline: Deadline) -> None:
    """Read the deadline of a task another way; its wording stays as printed."""
    task = row.progress.task
    after = replace(task, deadline=replace(deadline, wording=task.deadline.wording))
    keep(workbench, [row], [after], _("Đổi cách đọc thời hạn {label}"))


def keep(workbench: Workbench, rows: Sequence[TaskRow], tasks: Sequence[Task], words: str) -> None:
    """Keep changed tasks as one step named `words`; nothing happens where nothing differs."""
    differs = [(row, task) for row, task in zip(rows, tasks, strict=True)
               if row.progress.task != task]  # fmt: skip
    if not differs:
        return
    planning, after = workbench.planning, [task for _row, task in differs]
    stood = planning.amend_all(after)
    count, label = len(differs), differs[0][0].label
    several = counted("{count} nhiệm vụ", count).format(count=count)
    workbench.done(
        words.format(label=label if count == 1 else several, count=count).strip(),
        Changes.PLANS,
        undo=lambda: planning.amend_all(stood),
        redo=lambda: planning.amend_all(after),
    )
