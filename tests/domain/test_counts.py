"""The official counts: every sum closes, whatever the data and whatever the day."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.breakdown import break_down, rates
from kehoach_desktop.domain.counts import CLASSES, Counts, class_of, count
from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.longer_period import merged
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    GroupId,
    GroupLevel,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskGroup,
    TaskId,
)
from kehoach_desktop.domain.progress import (
    ProgressEntry,
    Standing,
    TaskProgress,
    TaskStatus,
    final_day,
    standing,
)
from kehoach_desktop.domain.report import PeriodView, PlanProgress

OCTOBER = ReportingPeriod.parse("2025-10")
DAYS = st.dates(date(2024, 12, 1), date(2027, 1, 31))
DEADLINES = st.builds(
    Deadline,
    kind=st.sampled_from(Kind),
    due=st.none() | DAYS,
    start=st.none() | DAYS,
    recurrence=st.none() | st.sampled_from(Recurrence),
    ongoing=st.booleans(),
    exclusive=st.booleans(),
)
GROUPS = tuple(
    TaskGroup(GroupId(f"g{n}"), level, ordinal, f"Mục {ordinal}")
    for n, (level, ordinal) in enumerate(
        [(GroupLevel.PART, "A"), (GroupLevel.GROUP, "I"), (GroupLevel.GROUP, "II")]
    )
)
UNITS = ("", "Phòng Kinh tế", "phòng  kinh tế", "Thôn Đông", "Thôn Đồng")


@st.composite
def entries(draw: st.DrawFn, task: str, statuses: list[TaskStatus | None]) -> ProgressEntry:
    status = draw(st.sampled_from(statuses))
    done_on = draw(DAYS) if status is TaskStatus.DONE else None
    return ProgressEntry(TaskId(task), OCTOBER.key, status, done_on)


@st.composite
def rows(draw: st.DrawFn, number: int) -> TaskProgress:
    name = f"t{number}"
    task = Task(
        TaskId(name),
        str(number),
        f"Nhiệm vụ {number}",
        deadline=draw(DEADLINES),
        group=draw(st.sampled_from([None, *(group.id for group in GROUPS)])),
        assigned_to=draw(st.sampled_from(UNITS)),
    )
    closings: list[TaskStatus | None] = [TaskStatus.DONE, TaskStatus.SUSPENDED]
    return TaskProgress(
        task,
        draw(entries(name, [None, *TaskStatus])),
        closing=draw(st.none() | entries(name, closings)),
    )


@st.composite
def views(draw: st.DrawFn) -> PeriodView:
    plans = []
    number = 0
    for plan in range(draw(st.integers(0, 3))):
        appendices, held = [], []
        for appendix in range(draw(st.integers(1, 2))):
            inside = [draw(rows(number := number + 1)) for _ in range(draw(st.integers(0, 6)))]
            held += inside
            tasks = tuple(row.task for row in inside)
            name = AppendixId(f"a{plan}{appendix}")
            appendices.append(Appendix(name, "Phụ lục", "", groups=GROUPS, tasks=tasks))
        made = Plan(PlanId(f"p{plan}"), PlanDocument(title="Thử"), tuple(appendices))
        plans.append(PlanProgress(made, tuple(held)))
    day = draw(DAYS)
    return PeriodView(OCTOBER, tuple(plans), day, OCTOBER.first_day, OCTOBER.last_day)


def summed(parts: list[Counts]) -> Counts:
    names = [field.name for field in fields(Counts)]
    return Counts(**{name: sum(getattr(part, name) for part in parts) for name in names})


@given(views(), DAYS)
def test_every_sum_closes_for_any_data_on_any_day(view: PeriodView, day: date) -> None:
    counts = count(view.rows(), day)
    assert counts.total == len(view.rows()) == sum(getattr(counts, name) for name in CLASSES)
    assert counts.done == counts.done_on_time + counts.done_late
    assert counts.open == counts.open_in_time + counts.open_overdue
    assert counts.dated == counts.done + counts.open
    assert counts.total == counts.dated + (
        counts.ongoing + counts.conditional + counts.suspended + counts.undated
    )
    assert counts.fallen_due == counts.done + counts.open_overdue <= counts.dated
    assert 0 <= counts.unanswered <= counts.total


@given(views(), DAYS)
def test_plans_sections_units_and_pillars_each_add_up_to_the_whole(
    view: PeriodView, day: date
) -> None:
    found = break_down(view, day)
    assert found.all == count(view.rows(), day)
    assert summed([counts for _plan, counts in found.plans]) == found.all
    assert summed([section.counts for section in found.sections]) == found.all
    assert summed([counts for _unit, counts in found.units]) == found.all
    assert summed([counts for _pillar, counts in found.pillars]) == found.all
    pillars = [name for name, _counts in found.pillars]
    assert len(pillars) == len(set(pillars)) <= 3
    names = [name.casefold() for name, _counts in found.units]
    assert len(names) == len(set(names))


@given(views(), st.data(), DAYS)
def test_a_longer_period_closes_over_whatever_its_months_answered(
    view: PeriodView, data: st.DataObject, day: date
) -> None:
    months = [
        replace(view, plans=tuple(replace(p, rows=answered(data, p.rows)) for p in view.plans))
        for _month in range(data.draw(st.integers(1, 3)))
    ]
    answers: dict[TaskId, list[ProgressEntry]] = {}
    for row in (row for month in months for row in month.rows() if row.entry.answered):
        answers.setdefault(row.task.id, []).append(row.entry)
    plans = (
        replace(p, rows=tuple(merged(r, answers.get(r.task.id, ())) for r in p.rows))
        for p in view.plans
    )
    whole = replace(view, plans=tuple(plans))
    counts = break_down(whole, day)
    assert counts.all.total == len(view.rows())
    for parts in (counts.plans, counts.units, counts.pillars):
        assert summed([part for _name, part in parts]) == counts.all
    silent = [
        rows
        for rows in zip(view.rows(), *(month.rows() for month in months), strict=True)
        if not any(row.entry.answered for row in rows)
    ]
    assert counts.all.unanswered == sum(rows[0].unanswered for rows in silent)


def answered(data: st.DataObject, rows: tuple[TaskProgress, ...]) -> tuple[TaskProgress, ...]:
    statuses = [None, *TaskStatus]
    return tuple(
        replace(row, entry=data.draw(entries(row.task.id, statuses)), closing=None) for row in rows
    )


@given(views(), DAYS)
def test_the_four_fields_say_what_their_names_say(view: PeriodView, day: date) -> None:
    for row in view.rows():
        due, entry = final_day(row.task.deadline), row.effective
        by_then = entry.done_on is None or entry.done_on <= day
        finished = (entry.status is TaskStatus.DONE and by_then) or row.closed_by_plan
        match class_of(row, day):
            case "done_on_time":
                assert finished
                assert not (due and entry.done_on and entry.done_on > due)
            case "done_late":
                assert due is not None
                assert entry.done_on is not None
                assert entry.done_on > due
            case "open_in_time":
                assert not finished
                assert due is None or day <= due
            case "open_overdue":
                assert not finished
                assert due is not None
                assert day > due
            case "suspended":
                assert entry.status is TaskStatus.SUSPENDED
            case apart:
                assert due is None
                assert apart in ("ongoing", "conditional", "undated")


@given(views(), DAYS)
def test_rates_divide_by_what_fell_due_and_are_missing_where_nothing_did(
    view: PeriodView, day: date
) -> None:
    counts = count(view.rows(), day)
    found = rates(counts)
    if counts.fallen_due == 0:
        assert (found.done, found.done_on_time, found.overdue) == (None, None, None)
    else:
        assert found.done is not None
        assert found.overdue is not None
        assert found.done + found.overdue == pytest.approx(100, abs=0.011)


def test_the_official_figures_of_2017_come_out() -> None:
    counts = Counts(done_on_time=14068, done_late=1983, open_in_time=5640, open_overdue=223)
    assert (counts.total, counts.done, counts.open) == (21914, 16051, 5863)
    found = rates(counts)
    assert (found.done, found.overdue) == (98.63, 1.37)


@given(DAYS)
def test_as_days_go_by_a_task_only_ever_falls_overdue(day: date) -> None:
    task = Task(TaskId("t"), "1", "Việc", deadline=read_deadline("Trước ngày 31/12/2025"))
    row = TaskProgress(task, ProgressEntry(TaskId("t"), OCTOBER.key, TaskStatus.IN_PROGRESS))
    late = standing(row, day) is Standing.OVERDUE
    assert late == (day > date(2025, 12, 31))
    assert not late or standing(row, day + timedelta(days=1)) is Standing.OVERDUE


@pytest.mark.parametrize(
    "wording",
    ["Trước ngày 25 hằng tháng", "Hằng quý", "Thường xuyên", "Hằng tháng, đến 31/12/2025"],
)
@pytest.mark.parametrize("status", [None, *TaskStatus])
def test_work_that_comes_back_is_one_task_and_never_in_the_four_fields(
    wording: str, status: TaskStatus | None
) -> None:
    task = Task(TaskId("t"), "1", "Việc", deadline=read_deadline(wording))
    done_on = date(2026, 1, 5) if status is TaskStatus.DONE else None
    row = TaskProgress(task, ProgressEntry(TaskId("t"), OCTOBER.key, status, done_on))
    counts = count([row], date(2027, 1, 1))
    assert counts.total == 1
    assert counts.dated == 0
    assert counts.suspended == (status is TaskStatus.SUSPENDED)
