"""What a period shows of the periods before it, against the same told the slow way."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    Ours,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskId,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus, standing
from kehoach_desktop.services.periods import Periods, PeriodStatus
from kehoach_desktop.services.reporting import PeriodClosed, Reporting
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On

KEYS = (
    "2024-12",
    "2025-01",
    "2025-02",
    "2025-03",
    "2025-Q1",
    "2025-H1",
    "2025-9M",
    "2025",
    "2026-01",
)
PERIODS = [ReportingPeriod.parse(key) for key in KEYS]
TASKS = tuple(
    Task(TaskId(f"t{n}"), str(n), f"Việc {n}", deadline=Deadline(kind=kind), ours=Ours(yes=True))
    for n, kind in enumerate((*Kind, *Kind))
)
COMES_BACK = {Kind.ONGOING, Kind.RECURRING, Kind.FROM}
CLOCK = On(date(2026, 2, 1))


def an_entry(chance: random.Random, task: Task, key: str) -> ProgressEntry:
    status = chance.choice([None, *TaskStatus])
    done_on = date(2025, 1, 1) if status is TaskStatus.DONE else None
    return ProgressEntry(task.id, key, status, done_on, result=chance.choice(["", "Đã làm"]))


def told_slowly(
    task: Task, entries: Sequence[ProgressEntry], period: ReportingPeriod
) -> TaskProgress:
    """The row of a task, by looking at every entry there is."""
    day = {key: (ReportingPeriod.parse(key).last_day, key) for key in KEYS}
    mine = sorted((e for e in entries if e.task == task.id), key=lambda e: day[e.period])
    own = next((e for e in mine if e.period == period.key), ProgressEntry(task.id, period.key))
    earlier = [e for e in mine if day[e.period][0] < period.last_day]
    answers = [e for e in earlier if e.status is not None]
    closing = None
    if answers and answers[-1].status is TaskStatus.SUSPENDED:
        closing = answers[-1]
    if answers and answers[-1].status is TaskStatus.DONE and task.deadline.kind not in COMES_BACK:
        closing = answers[-1]
    return TaskProgress(task, own, earlier[-1] if earlier else None, closing)


def empty(folder: Path) -> SqliteStore:
    """A store with the tasks, and no answers."""
    appendix = Appendix(AppendixId("a"), "Phụ lục", "", tasks=TASKS)
    store = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    with store.command("fill") as shelves:
        shelves.plans.put(Plan(PlanId("p"), PlanDocument(), (appendix,)), ())
    return store


def filled(folder: Path, chance: random.Random) -> SqliteStore:
    """A store with answers for some tasks in some periods, months and longer ones."""
    store = empty(folder)
    with store.command("fill") as shelves:
        for task in TASKS:
            for key in chance.sample(KEYS, chance.randint(0, len(KEYS))):
                shelves.progress.put(an_entry(chance, task, key))
    return store


@pytest.mark.parametrize("seed", range(6))
def test_every_row_of_every_period_is_the_one_told_slowly(tmp_path: Path, seed: int) -> None:
    store = filled(tmp_path, random.Random(seed))
    with store.reading() as shelves:
        entries = shelves.progress.all()
    reporting = Reporting(store, CLOCK)
    for period in PERIODS:
        rows = reporting.view(period).rows()
        assert rows == tuple(told_slowly(task, entries, period) for task in TASKS)
    store.close()


@pytest.mark.parametrize("seed", range(6))
def test_the_months_of_a_longer_period_stand_as_each_stands_by_itself(
    tmp_path: Path, seed: int
) -> None:
    store = filled(tmp_path, random.Random(seed))
    reporting = Reporting(store, CLOCK)
    periods = Periods(store, reporting)
    for period in PERIODS:
        for month in periods.status(period).months:
            alone = periods.status(month.period)
            assert (month.active, month.unanswered) == (len(alone.active), len(alone.unanswered))
    store.close()


DAYS = st.dates(date(2024, 12, 1), date(2026, 2, 1))
STATES = st.sampled_from([None, *TaskStatus])
WORDS = st.sampled_from(["", "Đã làm", "Không có"])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(TASKS), st.sampled_from(KEYS), STATES, DAYS, WORDS),
        max_size=60,
    ),
    st.sampled_from([period for period in PERIODS if period.months]),
)
def test_a_longer_period_is_counted_by_states_as_by_all_that_its_months_say(
    answers: list[tuple[Task, str, TaskStatus | None, date, str]], period: ReportingPeriod
) -> None:
    with TemporaryDirectory() as folder:
        store = empty(Path(folder))
        with store.command("fill") as shelves:
            for task, key, state, day, words in answers:
                done_on = day if state is TaskStatus.DONE else None
                shelves.progress.put(ProgressEntry(task.id, key, state, done_on, result=words))
        reporting = Reporting(store, CLOCK)
        status = Periods(store, reporting).status(period)
        whole = replace(status, view=reporting.told(period))
        store.close()
    assert figures_of(status) == figures_of(whole)


def figures_of(status: PeriodStatus) -> tuple[object, ...]:
    """All that is counted of a period, and the state of each row."""
    parts = (status.active, status.closed, status.unanswered, status.carried, status.questions)
    rows = status.view.rows()
    stands = [standing(row, status.view.as_of) for row in rows]
    days = [(row.entry.status, row.entry.done_on, row.entry.percent) for row in rows]
    return status.view.counts(), [[row.task.id for row in part] for part in parts], stands, days


def test_an_answer_given_later_in_a_month_is_told_by_its_year_at_once(tmp_path: Path) -> None:
    store = filled(tmp_path, random.Random(0))
    reporting, task = Reporting(store, CLOCK), TASKS[0].id
    year, march = ReportingPeriod.parse("2025"), ReportingPeriod.parse("2025-03")
    reporting.record(ProgressEntry(task, year.key))
    before = reporting.told(year).rows()
    said = ProgressEntry(task, march.key, TaskStatus.IN_PROGRESS, percent=70, result="Mới gửi")
    reporting.record(said)
    after = reporting.told(year).rows()
    assert "Mới gửi" in after[0].entry.result
    assert after[1:] == before[1:]
    reporting.record(replace(said, result="Đã sửa"))
    assert "Đã sửa" in reporting.told(year).rows()[0].entry.result
    store.close()


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edit_a_period_is_shown_as_a_new_start_would_show_it(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    store = filled(tmp_path, chance)
    kept = Reporting(store, CLOCK)
    for number in range(25):
        task = chance.choice(TASKS)
        with store.command("edit") as shelves:
            if chance.random() < 0.2:
                shelves.plans.put_tasks([replace(task, content=f"Việc sửa lần {number}")])
            else:
                entry = an_entry(chance, task, chance.choice(KEYS))
                shelves.progress.put(replace(entry, evidence=str(number)))
        # Another connection would let the store forget what it remembers, and the rows with it.
        fresh = Reporting(store, CLOCK)
        for period in (ReportingPeriod.parse("2025-03"), chance.choice(PERIODS)):
            assert kept.told(period) == fresh.told(period)
    store.close()


def test_a_mended_day_of_completion_is_told_past_the_words_of_a_later_month(tmp_path: Path) -> None:
    store = filled(tmp_path, random.Random(0))
    reporting, task, march = Reporting(store, CLOCK), TASKS[0].id, PERIODS[3]
    for key in KEYS:
        reporting.record(ProgressEntry(task, key))
    reporting.record(ProgressEntry(task, "2025-02", result="Đã nghiệm thu"))
    for day in (date(2025, 1, 9), date(2025, 1, 19)):
        reporting.record(ProgressEntry(task, "2025-01", TaskStatus.DONE, day))
        row = reporting.view(march).rows()[0]
        assert row.effective.done_on == day
        assert row.before is not None
        assert row.before.result == "Đã nghiệm thu"
    store.close()


def test_a_year_keeps_its_own_answer_before_those_of_its_months(tmp_path: Path) -> None:
    store = filled(tmp_path, random.Random(0))
    reporting, task = Reporting(store, CLOCK), TASKS[0].id
    own = ProgressEntry(task, "2025", TaskStatus.NOTHING, result="Cả năm không phát sinh")
    reporting.record(ProgressEntry(task, "2025-03", TaskStatus.IN_PROGRESS, result="Mới gửi"))
    reporting.record(own)
    assert reporting.told(ReportingPeriod.parse("2025")).rows()[0].entry == own
    store.close()


def test_work_done_in_a_month_is_done_in_its_year_though_nothing_came_up_later(
    tmp_path: Path,
) -> None:
    store = filled(tmp_path, random.Random(0))
    reporting, task, day = Reporting(store, CLOCK), TASKS[0].id, date(2025, 2, 7)
    for key in KEYS:
        reporting.record(ProgressEntry(task, key))
    reporting.record(ProgressEntry(task, "2025-02", TaskStatus.DONE, day))
    reporting.record(ProgressEntry(task, "2025-03", TaskStatus.NOTHING, obstacle="Chờ nghiệm thu"))
    entry = reporting.told(ReportingPeriod.parse("2025")).rows()[0].entry
    assert (entry.status, entry.done_on) == (TaskStatus.DONE, day)
    assert entry.obstacle == "Chờ nghiệm thu"
    store.close()


def test_words_of_a_month_before_are_carried_only_where_nothing_was_typed(tmp_path: Path) -> None:
    store = filled(tmp_path, random.Random(0))
    reporting, task = Reporting(store, CLOCK), TASKS[0].id
    periods, january = Periods(store, reporting), ReportingPeriod.parse("2026-01")
    reporting.record(ProgressEntry(task, "2025", TaskStatus.IN_PROGRESS, result="Đã làm"))
    reporting.record(ProgressEntry(task, january.key))
    assert task in [row.task.id for row in periods.status(january).carried]
    reporting.record(ProgressEntry(task, january.key, result="Đang viết dở"))
    assert task not in [row.task.id for row in periods.status(january).carried]
    store.close()


def test_a_closed_period_cannot_be_forgotten(tmp_path: Path) -> None:
    store = filled(tmp_path, random.Random(0))
    reporting, january = Reporting(store, CLOCK), ReportingPeriod.parse("2026-01")
    periods = Periods(store, reporting)
    periods.open(january)
    periods.close(january, "đã gửi báo cáo")
    with pytest.raises(PeriodClosed):
        reporting.forget(january)
    assert [held.key for held in reporting.periods()] == [january.key]
    store.close()
