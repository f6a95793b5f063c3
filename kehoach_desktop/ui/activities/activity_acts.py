"""What an officer does to activities: each act one step that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kehoach_desktop.domain.activity import Activity, ActivityId
from kehoach_desktop.domain.attachment import KeptCopy
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.domain.work_step import WorkStep
from kehoach_desktop.i18n import _
from kehoach_desktop.services.changes import Changes
from kehoach_desktop.ui.workbench import Workbench


def keep(workbench: Workbench, step: WorkStep, text: str) -> None:
    """Say that `step`, named `text`, was kept, and put it on the stack."""
    if not step.changes:
        return
    verbs = workbench.activities
    workbench.done(
        text,
        Changes.ACTIVITIES,
        undo=partial(verbs.keep, step.reversed()),
        redo=partial(verbs.keep, step),
    )


def enter(workbench: Workbench, activity: Activity) -> None:
    """Keep a new activity, or a mended one. Raises ImpossibleActivity."""
    words = _("Sửa {kind} ngày {day}") if activity.id else _("Ghi {kind} ngày {day}")
    verbs = workbench.activities
    step = verbs.amend(activity) if activity.id else verbs.add(activity)
    keep(workbench, step, _named(words, activity))


def attach(workbench: Workbench, activity: ActivityId, copies: Sequence[KeptCopy]) -> int:
    """Let copies prove an activity, each a step; return how many did not yet.

    Raises UnknownActivity.
    """
    steps = [workbench.activities.attach_copy(activity, copy) for copy in copies]
    for step in steps:
        keep(workbench, step, _("Kèm tệp minh chứng"))
    return sum(bool(step.changes) for step in steps)


def remove(workbench: Workbench, activity: Activity) -> None:
    """Take an activity out."""
    step = workbench.activities.remove(activity.id)
    keep(workbench, step, _named(_("Bỏ {kind} ngày {day}"), activity))


def _named(words: str, activity: Activity) -> str:
    kind = _(activity.kind)
    return words.format(kind=kind[:1].lower() + kind[1:], day=typed_day(activity.day))
