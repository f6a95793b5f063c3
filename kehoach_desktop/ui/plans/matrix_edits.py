"""What an officer may change of a task: to whom it goes, whose it is, how its deadline is read."""

from __future__ import annotations

from dataclasses import replace

from kehoach_desktop.domain.deadline import Deadline
from kehoach_desktop.domain.plan import Ours, Task
from kehoach_desktop.domain.text import clean, squeeze
from kehoach_desktop.i18n import _, mark
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.level import named
from kehoach_desktop.ui.workbench import Workbench


def assign(workbench: Workbench, task: Task, unit: str, label: str = "") -> None:
    """Hand `task` to a unit of the commune, or to none; a step that can be undone."""
    changed = replace(task, assigned_to=squeeze(clean(unit)))
    keep(workbench, task, changed, _("Giao nhiệm vụ {label}").format(label=label))


def toggle_ours(workbench: Workbench, task: Task, label: str = "") -> None:
    """Say that `task` is the commune's, or that it is not; a step that can be undone."""
    changed = replace(task, ours=Ours(not task.ours.yes, mark("cán bộ đánh dấu"), by_hand=True))
    yes, no = _("Đánh dấu việc của {level}: {label}"), _("Bỏ việc của {level}: {label}")
    words = named(yes if changed.ours.yes else no)
    keep(workbench, task, changed, words.format(label=label))


def reread(workbench: Workbench, task: Task, deadline: Deadline, label: str = "") -> None:
    """Read the deadline of `task` another way; its wording stays as printed."""
    changed = replace(task, deadline=replace(deadline, wording=task.deadline.wording))
    keep(workbench, task, changed, _("Đổi cách đọc thời hạn {label}").format(label=label))


def keep(workbench: Workbench, before: Task, after: Task, text: str) -> None:
    """Keep a changed task as one step named `text`; nothing happens where nothing differs."""
    if before == after:
        return
    planning = workbench.planning
    stood = planning.amend(after)
    workbench.done(
        text.strip(),
        Changes.PLANS,
        undo=lambda: planning.amend(stood),
        redo=lambda: planning.amend(after),
    )
