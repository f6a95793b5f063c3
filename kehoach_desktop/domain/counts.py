"""The official counts of tasks: finished and open, in time and late, and what has no day apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.progress import Standing, TaskProgress, final_day, standing


@dataclass(frozen=True, slots=True)
class Counts:
    """The official 2×2 with everything that has no day apart, so that every sum closes.

    Pattern of Báo cáo 1270/BC-TCTTTg (27/12/2017). `unanswered` is counted inside the others: it
    says how many of `total` still owe an answer; an open task without one is not yet done.
    """

    done_on_time: int = 0
    done_late: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    ongoing: int = 0
    conditional: int = 0
    suspended: int = 0
    undated: int = 0
    unanswered: int = 0

    @property
    def done(self) -> int:
        """Dated tasks that are finished."""
        return self.done_on_time + self.done_late

    @property
    def open(self) -> int:
        """Dated tasks that are not finished."""
        return self.open_in_time + self.open_overdue

    @property
    def dated(self) -> int:
        """Tasks of the 2×2."""
        return self.done + self.open

    @property
    def fallen_due(self) -> int:
        """Dated tasks finished or overdue: what the official rates divide by."""
        return self.done + self.open_overdue

    @property
    def total(self) -> int:
        """All tasks."""
        return self.dated + self.ongoing + self.conditional + self.suspended + self.undated


CLASSES = (
    "done_on_time",
    "done_late",
    "open_in_time",
    "open_overdue",
    "ongoing",
    "conditional",
    "suspended",
    "undated",
)


def class_of(progress: TaskProgress, today: date) -> str:
    """Return the one class of `Counts` the task is counted in on `today`."""
    kind = progress.task.deadline.kind
    stands = standing(progress, today)
    if stands is Standing.SUSPENDED:
        return "suspended"
    if kind is Kind.CONDITIONAL:
        return "conditional"
    if kind in (Kind.ONGOING, Kind.RECURRING, Kind.FROM):
        return "ongoing"
    if final_day(progress.task.deadline) is None and kind is not Kind.DONE:
        return "undated"
    return {
        Standing.DONE_ON_TIME: "done_on_time",
        Standing.DONE_LATE: "done_late",
        Standing.OVERDUE: "open_overdue",
    }.get(stands, "open_in_time")


def count(rows: Iterable[TaskProgress], today: date) -> Counts:
    """Return the counts over `rows` as they stand on `today`."""
    sums = dict.fromkeys((*CLASSES, "unanswered"), 0)
    for row in rows:
        sums[class_of(row, today)] += 1
        sums["unanswered"] += row.unanswered
    return Counts(**sums)
