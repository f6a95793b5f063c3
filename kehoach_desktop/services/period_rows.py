"""The rows of a period: each task with what stands for it then and what stood before."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Plan, Task, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.services.ports import Shelves

MOST_PERIODS = 14  # a year with its months and the month before
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


class Rows:
    """Makes the rows of periods; a row that stands as it did is the very same value again.

    Whoever shows thousands of rows then sees at once which one an answer changed.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[TaskId, TaskProgress]] = {}

    def of(self, plan: Plan, answers: Answers, *, all_tasks: bool) -> tuple[TaskProgress, ...]:
        """Return the rows of a plan: the commune's tasks, or all."""
        known = self._known.get(answers.period)
        if known is None:
            if len(self._known) >= MOST_PERIODS:
                self._known.clear()
            known = self._known[answers.period] = {}
        return tuple(
            _row(task, answers, known)
            for appendix in plan.appendices
            for task in appendix.tasks
            if all_tasks or task.ours.yes
        )


def _row(task: Task, answers: Answers, known: dict[TaskId, TaskProgress]) -> TaskProgress:
    own, before = answers.own.get(task.id), answers.before.get(task.id)
    last = answers.closing.get(task.id)
    closing = last if last is not None and _ends(last, task.deadline.kind) else None
    held = known.get(task.id)
    if (
        held is not None
        and held.task is task
        and (held.entry is own or (own is None and held.entry.is_empty))
        and held.before is before
        and held.closing is closing
    ):
        return held
    entry = own or ProgressEntry(task.id, answers.period)
    made = known[task.id] = TaskProgress(task, entry, before=before, closing=closing)
    return made


def _ends(closing: ProgressEntry, kind: Kind) -> bool:
    """Say whether an answer ends the task: work that goes on or comes back is asked for again."""
    return closing.status is TaskStatus.SUSPENDED or kind not in GOING_ON
