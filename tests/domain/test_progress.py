"""How tasks stand on a day, and the official 2×2 with its sums."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.counts import CLASSES, class_of, count
from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.domain.progress import (
    ProgressEntry,
    Standing,
    TaskProgress,
    TaskStatus,
    days_left_in_words,
    due_soon,
    standing,
)

DUE = date(2025, 10, 31)


def a_row(
    status: TaskStatus | None = None,
    kind: Kind = Kind.FIXED,
    due: date | None = DUE,
    *,
    done_on: date | None = None,
    exclusive: bool = False,
) -> TaskProgress:
    task = Task(TaskId("t"), "1", "Việc", deadline=Deadline("…", kind, due, exclusive=exclusive))
    return TaskProgress(task, ProgressEntry(task.id, "2025-10", status, done_on))


def test_a_task_is_late_only_once_its_day_is_over() -> None:
    row = a_row(TaskStatus.IN_PROGRESS)

    assert standing(row, DUE) is Standing.IN_PROGRESS
    assert standing(row, DUE + timedelta(days=1)) is Standing.OVERDUE


def test_before_a_day_is_late_only_after_that_day() -> None:
    assert standing(a_row(TaskStatus.IN_PROGRESS, exclusive=True), DUE) is Standing.IN_PROGRESS


def test_done_on_the_day_is_done_in_time() -> None:
    assert standing(a_row(TaskStatus.DONE, done_on=DUE), DUE) is Standing.DONE_ON_TIME
    late = a_row(TaskStatus.DONE, done_on=DUE + timedelta(days=1))
    assert standing(late, DUE + timedelta(days=1)) is Standing.DONE_LATE
    assert standing(late, DUE) is Standing.IN_PROGRESS


@pytest.mark.parametrize("kind", [Kind.ONGOING, Kind.RECURRING, Kind.FROM, Kind.CONDITIONAL])
def test_work_without_a_final_day_is_never_late(kind: Kind) -> None:
    row = a_row(TaskStatus.ONGOING, kind)

    assert standing(row, DUE + timedelta(days=400)) is Standing.ONGOING
    assert days_left_in_words(row, DUE) == ""
    assert not due_soon(row, DUE)


def test_an_unanswered_task_is_no_status() -> None:
    row = a_row()

    assert (row.unanswered, standing(row, DUE)) == (True, Standing.UNANSWERED)
    assert standing(a_row(kind=Kind.CONDITIONAL, due=None), DUE) is Standing.WAITING


def test_a_finished_task_stays_finished() -> None:
    closing = ProgressEntry(TaskId("t"), "2025-09", TaskStatus.DONE, date(2025, 9, 9))
    row = TaskProgress(a_row().task, ProgressEntry(TaskId("t"), "2025-10"), closing, closing)

    assert (row.finished_before, row.unanswered) == (True, False)
    assert standing(row, DUE + timedelta(days=9)) is Standing.DONE_ON_TIME


def test_an_answer_of_this_period_opens_a_finished_task_again() -> None:
    closing = ProgressEntry(TaskId("t"), "2025-09", TaskStatus.DONE, date(2025, 9, 9))
    entry = ProgressEntry(TaskId("t"), "2025-10", TaskStatus.IN_PROGRESS)

    assert standing(TaskProgress(a_row().task, entry, closing, closing), DUE) is (
        Standing.IN_PROGRESS
    )


def test_what_the_plan_calls_done_owes_no_answer() -> None:
    row = a_row(kind=Kind.DONE, due=None)

    assert (row.unanswered, standing(row, DUE)) == (False, Standing.DONE_ON_TIME)
    assert class_of(row, DUE) == "done_on_time"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (DUE - timedelta(days=4), "còn 4 ngày"),
        (DUE, "hạn hôm nay"),
        (DUE + timedelta(days=17), "quá hạn 17 ngày"),
    ],
)
def test_the_days_left_are_told_in_words(day: date, words: str) -> None:
    assert days_left_in_words(a_row(TaskStatus.IN_PROGRESS), day) == words


def test_a_day_comes_soon_within_a_week() -> None:
    row = a_row(TaskStatus.IN_PROGRESS)

    assert due_soon(row, DUE - timedelta(days=7))
    assert not due_soon(row, DUE - timedelta(days=8))
    assert due_soon(row, DUE)
    assert not due_soon(row, DUE + timedelta(days=1))


@pytest.mark.parametrize("status", [TaskStatus.DONE, TaskStatus.SUSPENDED])
def test_the_day_of_closed_work_neither_comes_soon_nor_is_counted_down(status: TaskStatus) -> None:
    row = a_row(status, done_on=DUE if status is TaskStatus.DONE else None)

    assert not due_soon(row, DUE)
    assert days_left_in_words(row, DUE + timedelta(days=3)) == ""


def test_before_a_day_is_reminded_of_a_day_earlier_and_late_no_earlier() -> None:
    row = a_row(TaskStatus.IN_PROGRESS, exclusive=True)

    assert row.task.deadline.remind_by == DUE - timedelta(days=1)
    assert due_soon(row, DUE - timedelta(days=8))
    assert not due_soon(row, DUE)
    assert days_left_in_words(row, DUE - timedelta(days=5)) == "còn 4 ngày"
    assert days_left_in_words(row, DUE + timedelta(days=1)) == "quá hạn 1 ngày"


def test_finished_work_is_whole_and_work_that_goes_on_has_no_day_of_its_end() -> None:
    half = ProgressEntry(TaskId("t"), "2025-10", TaskStatus.IN_PROGRESS, percent=60)
    done = half.in_state(TaskStatus.DONE, DUE)

    assert (done.done_on, done.percent) == (DUE, 100)
    assert replace(half, percent=None).in_state(TaskStatus.DONE, DUE).percent is None
    again = done.in_state(TaskStatus.SUSPENDED, DUE)
    assert (again.done_on, again.percent) == (None, 100)


def test_a_share_alone_is_no_answer_and_is_kept() -> None:
    entry = ProgressEntry(TaskId("t"), "2025-10", percent=0)

    assert not entry.answered
    assert not entry.is_empty


def test_work_that_waits_waits_until_somebody_says_that_the_event_came() -> None:
    row = a_row(kind=Kind.CONDITIONAL, due=None)
    came = ProgressEntry(TaskId("t"), "2025-09", TaskStatus.NOT_STARTED)

    assert row.waits
    assert replace(row, before=replace(came, status=TaskStatus.NOTHING)).waits
    assert not replace(row, before=came).waits
    assert not a_row().waits


def test_unanswered_late_work_is_counted_late_and_missing() -> None:
    counts = count([a_row()], DUE + timedelta(days=1))

    assert (counts.open_overdue, counts.unanswered, counts.done) == (1, 1, 0)


days = st.dates(date(2025, 1, 1), date(2026, 12, 31))
rows = st.builds(
    a_row,
    st.none() | st.sampled_from(TaskStatus),
    st.sampled_from(Kind),
    st.none() | days,
    done_on=st.none() | days,
)


@given(st.lists(rows, max_size=40), days)
def test_every_sum_closes(tasks: list[TaskProgress], today: date) -> None:
    counts = count(tasks, today)

    assert counts.total == len(tasks)
    assert counts.done == counts.done_on_time + counts.done_late
    assert counts.open == counts.open_in_time + counts.open_overdue
    assert counts.dated == counts.done + counts.open
    assert counts.fallen_due <= counts.dated
    assert counts.unanswered <= counts.total


@given(rows, days)
def test_every_task_is_counted_in_one_class(row: TaskProgress, today: date) -> None:
    assert class_of(row, today) in CLASSES
