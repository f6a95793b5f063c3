"""What the commune did about a task in a period, and how the task stands on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.i18n import _, counted, mark

SOON_DAYS = 7


class TaskStatus(StrEnum):
    """The answer for a period. No answer is no status, never one of these."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ONGOING = "ongoing"
    NOTHING = "nothing"
    SUSPENDED = "suspended"


EVENT_CAME = (TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.ONGOING)

STATUS_WORDS = {
    TaskStatus.NOT_STARTED: mark("Chưa thực hiện"),
    TaskStatus.IN_PROGRESS: mark("Đang thực hiện"),
    TaskStatus.DONE: mark("Hoàn thành"),
    TaskStatus.ONGOING: mark("Thường xuyên, đã làm trong kỳ"),
    TaskStatus.NOTHING: mark("Không phát sinh"),
    TaskStatus.SUSPENDED: mark("Tạm dừng"),
}


class Standing(StrEnum):
    """How a task stands on a day; always derived, never kept."""

    UNANSWERED = "unanswered"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    ONGOING = "ongoing"
    NOTHING = "nothing"
    SUSPENDED = "suspended"
    WAITING = "waiting"


STANDING_WORDS = {
    Standing.UNANSWERED: mark("Chưa có trả lời"),
    Standing.NOT_STARTED: mark("Chưa thực hiện"),
    Standing.IN_PROGRESS: mark("Đang thực hiện"),
    Standing.DONE_ON_TIME: mark("Hoàn thành đúng hạn"),
    Standing.DONE_LATE: mark("Hoàn thành quá hạn"),
    Standing.OVERDUE: mark("Quá hạn chưa hoàn thành"),
    Standing.ONGOING: mark("Thường xuyên, đã làm trong kỳ"),
    Standing.NOTHING: mark("Không phát sinh"),
    Standing.SUSPENDED: mark("Tạm dừng"),
    Standing.WAITING: mark("Chờ văn bản"),
}


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """What was answered for one task in one period (`period` is the period's key).

    A `status` of None means that nobody has answered yet, whatever else is filled in.
    """

    task: TaskId
    period: str
    status: TaskStatus | None = None
    done_on: date | None = None
    percent: int | None = None
    result: str = ""
    evidence: str = ""
    obstacle: str = ""
    proposal: str = ""
    next_steps: str = ""

    @property
    def answered(self) -> bool:
        """Whether the period has its answer."""
        return self.status is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in the entry."""
        texts = (self.result, self.evidence, self.obstacle, self.proposal, self.next_steps)
        return not self.answered and self.percent is None and not any(texts)

    def in_state(self, status: TaskStatus | None, done_on: date | None) -> ProgressEntry:
        """Return the answer in another state; finished work alone has a day, and no part to go."""
        if status is not TaskStatus.DONE:
            return replace(self, status=status, done_on=None)
        percent = None if self.percent is None else 100
        return replace(self, status=status, done_on=done_on, percent=percent)


class State(NamedTuple):
    """The state that an answer gave a task in a period, without its words: a year holds many.

    A tuple, for a frozen dataclass takes four times as long to make.
    """

    task: TaskId
    period: str
    status: TaskStatus
    done_on: date | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A task in a period: this period's entry, and what earlier periods left.

    `before` is the latest earlier entry with anything in it: its words are shown in grey, never
    counted. `closing` is the earlier answer that finished or suspended the task, if one still
    stands.
    """

    task: Task
    entry: ProgressEntry
    before: ProgressEntry | None = None
    closing: ProgressEntry | None = None

    @property
    def finished_before(self) -> bool:
        """Whether an earlier period already closed the task: finished tasks stay finished."""
        return not self.entry.answered and self.closing is not None

    @property
    def effective(self) -> ProgressEntry:
        """The entry that tells the task's state: this period's, or the one that closed it."""
        if self.closing is not None and not self.entry.answered:
            return self.closing
        return self.entry

    @property
    def unanswered(self) -> bool:
        """Whether the period still owes an answer for this task."""
        return not self.entry.answered and not self.finished_before and not self.closed_by_plan

    @property
    def waits(self) -> bool:
        """Whether the task waits for an event of which nobody has yet said that it came."""
        came = self.before is not None and self.before.status in EVENT_CAME
        return self.task.deadline.kind is Kind.CONDITIONAL and self.unanswered and not came

    @property
    def closed_by_plan(self) -> bool:
        """Whether the plan's own wording says the task was finished before it was handed out."""
        return self.task.deadline.kind is Kind.DONE and not self.entry.answered


UNDATED_KINDS = (Kind.RECURRING, Kind.ONGOING, Kind.FROM, Kind.CONDITIONAL)


def final_day(deadline: Deadline) -> date | None:
    """Return the day by which the work is to be finished, None where the words set none.

    Work that comes back, goes on or waits for another paper is never late by itself.
    """
    return None if deadline.kind in UNDATED_KINDS else deadline.due


def done_after(progress: TaskProgress, today: date) -> date | None:
    """Return the day the task was finished where it lies after `today`, else None.

    The answer was given later than the figures end: on `today` the task is still open.
    """
    entry = progress.effective
    if entry.status is not TaskStatus.DONE or entry.done_on is None or progress.closed_by_plan:
        return None
    return entry.done_on if entry.done_on > today else None


def standing(progress: TaskProgress, today: date) -> Standing:
    """Return how the task stands on `today`; a named day is past only once it is over."""
    entry, deadline = progress.effective, progress.task.deadline
    due = final_day(deadline)
    if done_after(progress, today):
        return Standing.OVERDUE if due is not None and today > due else Standing.IN_PROGRESS
    if entry.status is TaskStatus.DONE or progress.closed_by_plan:
        late = due is not None and entry.done_on is not None and entry.done_on > due
        return Standing.DONE_LATE if late else Standing.DONE_ON_TIME
    if entry.status is TaskStatus.SUSPENDED:
        return Standing.SUSPENDED
    if due is not None and today > due:
        return Standing.OVERDUE
    return _open_standing(entry, deadline.kind)


_STANDING_OF = {
    TaskStatus.NOT_STARTED: Standing.NOT_STARTED,
    TaskStatus.IN_PROGRESS: Standing.IN_PROGRESS,
    TaskStatus.ONGOING: Standing.ONGOING,
    TaskStatus.NOTHING: Standing.NOTHING,
}


def _open_standing(entry: ProgressEntry, kind: Kind) -> Standing:
    if entry.status is None:
        return Standing.WAITING if kind is Kind.CONDITIONAL else Standing.UNANSWERED
    return _STANDING_OF[entry.status]


def due_soon(progress: TaskProgress, today: date) -> bool:
    """Say whether an open task's day comes within a week of `today`."""
    if final_day(progress.task.deadline) is None:
        return False
    remind = progress.task.deadline.remind_by
    closed = progress.effective.status in (TaskStatus.DONE, TaskStatus.SUSPENDED)
    return remind is not None and not closed and 0 <= (remind - today).days <= SOON_DAYS


def days_left_in_words(progress: TaskProgress, today: date) -> str:
    """Return "còn 4 ngày", "quá hạn 17 ngày" or "" where no day is named or the task is closed."""
    due = final_day(progress.task.deadline)
    if due is None or progress.effective.status in (TaskStatus.DONE, TaskStatus.SUSPENDED):
        return ""
    if today > due:
        return counted("quá hạn {days} ngày", (today - due).days).format(days=(today - due).days)
    remind = progress.task.deadline.remind_by or due
    days = (remind - today).days
    return counted("còn {days} ngày", days).format(days=days) if days > 0 else _("hạn hôm nay")
