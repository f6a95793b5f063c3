"""What is kept at hand between two looks at the store never differs from what is kept in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.store.rows import to_json
from kehoach_desktop.store.sqlite_store import SqliteStore

MONTHS = ("2025-08", "2025-09", "2025-10")
TASKS = tuple(Task(TaskId(f"t{n}"), str(n), f"Việc {n}") for n in range(4))
STATES = (None, TaskStatus.IN_PROGRESS, TaskStatus.DONE, TaskStatus.SUSPENDED)


def a_plan(name: str, tasks: tuple[Task, ...]) -> Plan:
    appendix = Appendix(AppendixId(f"a-{name}"), "I", "", tasks=tasks)
    return Plan(PlanId(name), PlanDocument(title=name), (appendix,), f"{name}.xlsx", name)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    folder = tmp_path_factory.mktemp("memory")
    store = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    yield store
    store.close()


def remembered(store: SqliteStore) -> list[object]:
    """Return all that is asked for again and again, lists of entries without their order."""
    with store.reading() as shelves:
        asked = [shelves.progress.of_period(month) for month in MONTHS]
        asked += [shelves.progress.latest(MONTHS[:n]) for n in (1, 2, 3)]
        asked += [shelves.progress.latest_closing(MONTHS[:n]) for n in (1, 2, 3)]
        by_task = [
            sorted(entries, key=lambda entry: (entry.task, entry.period)) for entries in asked
        ]
        answered = sorted(shelves.progress.periods_answered())
        return [tuple(shelves.plans.all()), answered, *by_task]


def read_afresh(store: SqliteStore) -> list[object]:
    other = SqliteStore(store.path, store.path.parent / "sao-luu", writing=False)
    try:
        return remembered(other)
    finally:
        other.close()


acts = st.lists(
    st.tuples(
        st.sampled_from(["entry", "task", "withdraw", "fail"]),
        st.integers(0, 3),
        st.sampled_from(MONTHS),
        st.sampled_from(STATES),
    ),
    max_size=12,
)


def do(store: SqliteStore, act: tuple[str, int, str, TaskStatus | None]) -> None:
    kind, number, month, state = act
    with store.command("test") as shelves:
        held = shelves.plans.task(TASKS[number].id)
        if kind == "withdraw":
            shelves.plans.remove(PlanId("hai"))
        elif held and kind == "task":
            shelves.plans.put_tasks([replace(held, content=f"{held.content}!")])
        elif held:
            shelves.progress.put(ProgressEntry(held.id, month, state))
        if kind == "fail":
            raise ZeroDivisionError


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts)
def test_what_is_remembered_is_what_stands_in_the_file(
    store: SqliteStore, done: list[tuple[str, int, str, TaskStatus | None]]
) -> None:
    with store.command("begin") as shelves:
        for plan in shelves.plans.all():
            shelves.plans.remove(plan.id)
        shelves.plans.put(a_plan("một", TASKS[:2]), ())
        shelves.plans.put(a_plan("hai", TASKS[2:]), ())
    for act in done:
        remembered(store)
        if act[0] == "fail":
            with pytest.raises(ZeroDivisionError):
                do(store, act)
        else:
            do(store, act)
        assert remembered(store) == read_afresh(store)


def test_a_list_that_did_not_change_is_the_same_list(store: SqliteStore) -> None:
    with store.reading() as shelves:
        before = [*shelves.plans.all(), shelves.progress.latest(MONTHS)]
    with store.reading() as shelves:
        after = [*shelves.plans.all(), shelves.progress.latest(MONTHS)]
    assert [id(value) for value in after] == [id(value) for value in before]


def test_what_another_connection_writes_is_read(store: SqliteStore) -> None:
    with store.command("begin") as shelves:
        for plan in shelves.plans.all():
            shelves.plans.remove(plan.id)
        shelves.plans.put(a_plan("một", TASKS[:1]), ())
    remembered(store)
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("UPDATE task SET content = 'Sửa từ nơi khác'")
        other.commit()
    with store.reading() as shelves:
        (plan,) = shelves.plans.all()
    assert [task.content for _appendix, task in plan.tasks()] == ["Sửa từ nơi khác"]


def test_nothing_of_the_book_before_is_remembered_once_a_backup_took_its_place(
    store: SqliteStore,
) -> None:
    with store.command("begin") as shelves:
        for plan in shelves.plans.all():
            shelves.plans.remove(plan.id)
        shelves.plans.put(a_plan("một", TASKS[:1]), ())
        shelves.progress.put(ProgressEntry(TASKS[0].id, MONTHS[0], TaskStatus.IN_PROGRESS))
    earlier = store.back_up("bang-tay")
    before = remembered(store)
    with store.command("later") as shelves:
        shelves.plans.put(a_plan("hai", TASKS[2:]), ())
        shelves.progress.put(ProgressEntry(TASKS[0].id, MONTHS[0], TaskStatus.SUSPENDED))
    assert remembered(store) != before
    store.restore(earlier)
    assert remembered(store) == read_afresh(store) == before


def test_the_journal_says_a_plan_the_same_before_and_after_its_labels_were_asked_for() -> None:
    heading = TaskGroup(GroupId("g"), GroupLevel.GROUP, "I", "Chuyển đổi số")
    task = Task(TaskId("t"), "1", "Số hóa hồ sơ", group=heading.id)
    appendix = Appendix(AppendixId("a"), "I", "", groups=(heading,), tasks=(task,))
    before = to_json(appendix)
    assert appendix.key_of(task) == "I.1"
    assert to_json(appendix) == before
