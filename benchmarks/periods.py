"""How long periods of 5 000 tasks take to open, and a typed cell to be kept, after 24 months."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from kehoach_desktop.app import SystemClock, Verbs, open_store
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    ImportDraft,
    Ours,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskId,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.store.sqlite_store import SqliteStore

PLANS, TASKS_OF_PLAN, MONTHS, CELLS, TRIES = 10, 500, 24, 30, 5
SPANS = ("2026-12", "2026-Q4", "2026-H2", "2026-9M", "2026")
WORDINGS = ("Trước ngày 31/12/2026", "Thường xuyên", "Trước ngày 25 hằng tháng", "Quý III/2026")


def main() -> None:
    """Fill a store and print the figures, medians over several tries."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.khxa"
        store = open_store(path, make=True, writing=True, patience=0)
        verbs = Verbs(store, SystemClock())
        tasks = fill_plans(verbs)
        last = fill_months(store, verbs, tasks)
        cells = (ProgressEntry(t, last.key, TaskStatus.NOTHING) for t in tasks[:CELLS])
        keeping = [_seconds(partial(verbs.reporting.record, cell)) for cell in cells]
        store.close()
        print(f"{len(tasks)} tasks x {MONTHS} months")
        for key in SPANS:
            first, again = (median(times) for times in zip(*_openings(path, key), strict=True))
            print(f"opening {key}: {first * 1000:.0f} ms (aim: 500), again {again * 1000:.0f}")
    print(f"keeping a cell: {median(keeping) * 1000:.1f} ms, slowest {max(keeping) * 1000:.1f}")


def _openings(path: Path, key: str) -> Iterator[tuple[float, float]]:
    """Yield how long a period takes in a store just opened, and the next time."""
    period = ReportingPeriod.parse(key)
    for _try in range(TRIES):
        store = open_store(path, make=False, writing=False, patience=0)
        open_period = partial(Verbs(store, SystemClock()).periods.status, period)
        yield _seconds(open_period), _seconds(open_period)
        store.close()


def fill_plans(verbs: Verbs) -> list[TaskId]:
    """Keep the plans in a store; return the ids of their tasks."""
    for number in range(PLANS):
        tasks = tuple(_task(f"t{number:02}{n:03}", n) for n in range(TASKS_OF_PLAN))
        appendix = Appendix(AppendixId(f"a{number}"), "Phụ lục", "", tasks=tasks)
        document = PlanDocument(title=f"Kế hoạch {number}")
        plan = Plan(PlanId(f"p{number}"), document, (appendix,), "k.xlsx", str(number))
        verbs.planning.accept(ImportDraft(plan))
    return [task.id for plan in verbs.planning.plans() for _appendix, task in plan.tasks()]


def _task(name: str, number: int) -> Task:
    deadline = read_deadline(WORDINGS[number % len(WORDINGS)], 2026)
    content = f"Nhiệm vụ {number}: số hóa hồ sơ, tài liệu của các phòng, đơn vị"
    return Task(TaskId(name), str(number), content, deadline=deadline, ours=Ours(yes=True))


def fill_months(store: SqliteStore, verbs: Verbs, tasks: list[TaskId]) -> ReportingPeriod:
    """Answer for most of the tasks in each month; return the last month."""
    period = ReportingPeriod.parse("2025-01")
    for month in range(MONTHS):
        last, period = period, period.next()
        verbs.reporting.open(last)
        with store.command("fill") as shelves:
            for number, task in enumerate(tasks):
                if entry := _entry(task, number, month, last):
                    shelves.progress.put(entry)
    return last


def _entry(task: TaskId, number: int, month: int, period: ReportingPeriod) -> ProgressEntry | None:
    """Return an answer in words of its own, None for tasks never answered or done before."""
    ends = number % MONTHS if number % 5 == 0 else MONTHS
    if number % 97 == 0 or month > ends:
        return None
    result = f"Đã tổ chức {number % 60:02} lớp tập huấn cho cán bộ, công chức {period.name}"
    if month == ends:
        return ProgressEntry(task, period.key, TaskStatus.DONE, period.first_day, 100, result)
    return ProgressEntry(task, period.key, TaskStatus.IN_PROGRESS, None, 50, result, "BC số 12")


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


if __name__ == "__main__":
    main()
