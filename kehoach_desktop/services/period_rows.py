"""The rows of a period: each task with what stands for it then and what stood before."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Plan, Task, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.services.ports import Shelves

GOING_ON = (Kind.ONGOING, Kind.RECURRING, Kind.FROM)


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands for each task: in the period, last before it, and what closed it before."""

    period: str
    own: dict[TaskId, ProgressEntry]
    before: dict[TaskId, ProgressEntry]
    closing: dict[TaskId, ProgressEntry]


def answers_of(shelves: Shelves, period: ReportingPeriod) -> Answers:
    """Return what was answered in a period and in those that ended before it."""
    held = {key: ReportingPeriod.parse(key) for key in shelves.progress.periods_answered()}
    earlier = sorted(
        (key for key, other in held.items() if other.last_day < period.last_day),
        key=lambda key: (held[key].last_day, key),
    )
    return Answers(
        period.key,
        {entry.task: entry for entry in shelves.progress.of_period(period.key)},
        {entry.task: entry for entry in shelves.progress.latest(earlier)},
        {entry.task: entry for entry in shelves.progress.latest_closing(earlier)},
    )


def rows_of(plan: Plan, answers: Answers, *, all_tasks: bool) -> tuple[TaskProgress, ...]:
    """Return the rows of a plan: the commune's tasks, or all."""
    return tuple(
        _row(task, answers)
        for appendix in plan.appendices
        for task in appendix.tasks
        if all_tasks or task.ours.yes
    )


def _row(task: Task, answers: Answers) -> TaskProgress:
    last = answers.closing.get(task.id)
    return TaskProgress(
        task,
        answers.own.get(task.id) or ProgressEntry(task.id, answers.period),
        before=answers.before.get(task.id),
        closing=last if last is not None and _ends(last, task.deadline.kind) else None,
    )


def _ends(closing: ProgressEntry, kind: Kind) -> bool:
    """Say whether an answer ends the task: work that goes on or comes back is asked for again."""
    return closing.status is TaskStatus.SUSPENDED or kind not in GOING_ON
