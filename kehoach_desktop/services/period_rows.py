"""The rows of a period: each task with what stands for it then and what stood before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import Plan, Task, TaskId
from kehoach_desktop.domain.progress import ProgressEntry, State, TaskProgress, TaskStatus
from kehoach_desktop.domain.report import PeriodView
from kehoach_desktop.services.ports import Shelves

MOST_PERIODS = 14
GOING_ON = (Kind.ONGOING, Kind.RECURRING, Kind.FROM)
Answer = TypeVar("Answer", ProgressEntry, State)


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands for each task: in the period, last before it, and what closed it before."""

    period: str
    own: dict[TaskId, ProgressEntry]
    before: dict[TaskId, ProgressEntry]
    closing: dict[TaskId, ProgressEntry]


def answers_of(shelves: Shelves, period: ReportingPeriod) -> Answers:
    """Return what was answered in a period and in those that ended before it."""
    earlier = ended_before(shelves, period)
    return Answers(
        period.key,
        {entry.task: entry for entry in shelves.progress.of_period(period.key)},
        {entry.task: entry for entry in shelves.progress.latest(earlier)},
        {entry.task: entry for entry in shelves.progress.latest_closing(earlier)},
    )


def ended_before(shelves: Shelves, period: ReportingPeriod) -> list[str]:
    """Return the periods with answers that ended before a period does, the earliest first."""
    held = {key: ReportingPeriod.parse(key) for key in shelves.progress.periods_answered()}
    return sorted(
        (key for key, other in held.items() if other.last_day < period.last_day),
        key=lambda key: (held[key].last_day, key),
    )


@dataclass(frozen=True, slots=True)
class _Months:
    """The answers of months, by their task too, and the rows made of them."""

    answers: Sequence[ProgressEntry]
    by_task: dict[TaskId, list[ProgressEntry]]
    made: dict[TaskId, tuple[TaskProgress, TaskProgress]]


class Rows:
    """Makes the rows of periods; a row that stands as it did is the very same value again.

    Whoever shows thousands of rows then sees at once which one an answer changed.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[TaskId, TaskProgress]] = {}
        self._months: dict[str, _Months] = {}

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

    def merged(self, view: PeriodView, answers: Sequence[ProgressEntry]) -> PeriodView:
        """Return a longer period with the `answers` of its months, given in their order."""
        # The first screen has no use for the words of reports, which take long to bring in.
        from kehoach_desktop.domain.longer_period import merged

        held = self._months.get(view.period.key)
        if held is None or held.answers is not answers:
            held = self._months[view.period.key] = _Months(answers, by_task(answers), {})

        def whole(row: TaskProgress) -> TaskProgress:
            before, after = held.made.get(row.task.id, (None, row))
            if before is not row:
                after = merged(row, held.by_task.get(row.task.id, ()))
                held.made[row.task.id] = row, after
            return after

        return _each(whole, view)


def in_states(view: PeriodView, states: Iterable[State]) -> PeriodView:
    """Return a longer period as its months left it, without their words: enough to count by."""
    from kehoach_desktop.domain.longer_period import in_state

    given = by_task(states)
    return _each(lambda row: in_state(row, given.get(row.task.id, ())), view)


def _each(change: Callable[[TaskProgress], TaskProgress], view: PeriodView) -> PeriodView:
    plans = (replace(plan, rows=tuple(map(change, plan.rows))) for plan in view.plans)
    return replace(view, plans=tuple(plans))


def by_task(answers: Iterable[Answer]) -> dict[TaskId, list[Answer]]:
    """Return answers by their task, in their order."""
    found: dict[TaskId, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.task, []).append(answer)
    return found


def _row(task: Task, answers: Answers, known: dict[TaskId, TaskProgress]) -> TaskProgress:
    own, before = answers.own.get(task.id), answers.before.get(task.id)
    last = answers.closing.get(task.id)
    closing = last if last is not None and ends(last.status, task.deadline.kind) else None
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


def ends(closing: TaskStatus | None, kind: Kind) -> bool:
    """Say whether an answer ends the task: work that goes on or comes back is asked for again."""
    return closing is TaskStatus.SUSPENDED or kind not in GOING_ON
