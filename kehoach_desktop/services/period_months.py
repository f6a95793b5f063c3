"""How each month of a longer period stands: what asks for an answer in it, and what has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.journal import OpenPeriod
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.domain.progress import State, TaskStatus
from kehoach_desktop.services.period_rows import ended_before, ends
from kehoach_desktop.services.ports import Shelves

CLOSING = (TaskStatus.DONE, TaskStatus.SUSPENDED)


@dataclass(frozen=True, slots=True)
class MonthStatus:
    """A month of a longer period: how many tasks have an answer in it, or owe one."""

    period: ReportingPeriod
    opened: OpenPeriod | None
    answered: int
    unanswered: int

    @property
    def active(self) -> int:
        """How many tasks ask for an answer."""
        return self.answered + self.unanswered


def months_within(
    shelves: Shelves, period: ReportingPeriod, tasks: Sequence[Task]
) -> Iterator[MonthStatus]:
    """Yield how the months of a period stand for `tasks`; a month has none."""
    if not period.months:
        return
    answers = _by_period(shelves.progress.states_within([month.key for month in period.months]))
    taken = ended_before(shelves, period.months[0])
    last = {entry.task: entry.status for entry in shelves.progress.latest_closing(taken)}
    for month in period.months:
        # What ended before a month begins with what ended before the one ahead of it.
        for key in ended_before(shelves, month)[len(taken) :]:
            if key not in answers:
                held = shelves.progress.of_period(key)
                answers[key] = {entry.task: entry.status for entry in held if entry.status}
            last.update(answers[key])
            taken.append(key)
        given = answers.get(month.key, {})
        silent = [task for task in tasks if task.id not in given]
        owing = sum(not _closed(task, last.get(task.id)) for task in silent)
        opened = shelves.progress.period(month.key)
        yield MonthStatus(month, opened, len(tasks) - len(silent), owing)


def _by_period(states: Iterable[State]) -> dict[str, dict[TaskId, TaskStatus]]:
    found: dict[str, dict[TaskId, TaskStatus]] = {}
    for task, period, status, _day, _percent in states:
        found.setdefault(period, {})[task] = status
    return found


def _closed(task: Task, last: TaskStatus | None) -> bool:
    """Say whether a task asks for no answer any more after its last one."""
    kind = task.deadline.kind
    if kind is Kind.DONE:
        return True
    return last in CLOSING and ends(last, kind)
