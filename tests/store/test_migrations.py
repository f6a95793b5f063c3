"""Every store that was ever released opens today, with all that it held."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.domain.duty import DutyId, DutyStep, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.office import SAMPLE_OFFICE
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.domain.working_days import DayOff
from kehoach_desktop.store.schema import STEPS
from kehoach_desktop.store.sqlite_store import SqliteStore

OLD = Path(__file__).parent / "old"
RELEASED = sorted(OLD.glob("*.sql"))


def rebuilt(script: Path, target: Path) -> Path:
    with closing(sqlite3.connect(target)) as raw:
        raw.executescript(script.read_text(encoding="utf-8"))
        raw.execute("PRAGMA journal_mode = wal")
    return target


@pytest.fixture(params=RELEASED, ids=lambda script: script.stem)
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteStore]:
    path = rebuilt(request.param, tmp_path / "so.khxa")
    store = SqliteStore(path, tmp_path / "sao-luu")
    yield store
    store.close()


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as raw:
        names = [
            name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        ]
        return {n: raw.execute(f"PRAGMA table_info({n})").fetchall() for n in names}


def test_an_old_store_holds_what_it_held(old_store: SqliteStore) -> None:
    with old_store.reading() as shelves:
        assert shelves.office.get() == SAMPLE_OFFICE
        (plan,) = shelves.plans.all()
        tasks = [task for _appendix, task in plan.tasks()]
        assert [task.id for task in tasks] == ["t1", "t2", "t3", "t4"]
        assert tasks[0].extra == (("Ghi chú", "x"),)
        entry = shelves.progress.get(TaskId("t1"), "2025-10")
        assert entry is not None
        assert (entry.status, entry.done_on) == (TaskStatus.DONE, date(2025, 10, 9))
        assert [(p.key, p.is_closed) for p in shelves.progress.periods()] == [
            ("2025-10", False),
            ("2025-11", False),
        ]
        assert shelves.reports.text("2025-10") is not None
        assert [row.command for row in shelves.history("t1")] == ["record_entry"]


def test_an_old_store_was_backed_up_before_it_changed(old_store: SqliteStore) -> None:
    assert [backup.reason for backup in old_store.backups()] == ["truoc-nang-cap"]


def test_an_old_store_has_the_tables_of_a_new_one(old_store: SqliteStore, tmp_path: Path) -> None:
    new = SqliteStore(tmp_path / "moi.khxa", tmp_path / "sao-luu-moi", make=True)
    new.close()
    assert tables(old_store.path) == tables(new.path)
    with closing(sqlite3.connect(old_store.path)) as raw:
        names = raw.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    assert [name for (name,) in names] == list(STEPS)


def test_an_old_store_takes_what_is_new(old_store: SqliteStore) -> None:
    duty = ReportingDuty(
        DutyId("d1"),
        DutyRule.parse("monthly before 20 08:00"),
        "UBND xã",
        "Sở KH&CN",
        "KH 12",
        "p1",
        14,
        (DutyStep("trình ký", 1),),
        date(2025, 1, 1),
        None,
        date(2025, 8, 1),
    )
    unit = Unit(UnitId("u1"), "Thôn Đông", UnitKind.VILLAGE, valid_until=date(2026, 6, 30))
    special = DayOff(date(2025, 10, 17), reason="Mưa lũ")
    with old_store.command("try") as shelves:
        shelves.duties.put(duty)
        shelves.duties.mark(duty.id, "2025-10", date(2025, 10, 18))
        shelves.duties.put_day_off(special)
        shelves.units.put(unit)
        shelves.progress.seal("2025-10", "đã gửi", "2025-11-03T02:00:00+00:00")
    with old_store.reading() as shelves:
        assert shelves.duties.all() == (duty,)
        assert shelves.duties.done() == {(duty.id, "2025-10"): date(2025, 10, 18)}
        assert shelves.duties.days_off() == (special,)
        assert shelves.units.all() == (unit,)
        closed = shelves.progress.period("2025-10")
        assert closed is not None
        assert (closed.is_closed, closed.closed_reason) == (True, "đã gửi")
        assert len(shelves.history("duty:d1")) == 2


def test_a_removed_duty_leaves_its_marks_in_the_journal(old_store: SqliteStore) -> None:
    duty = ReportingDuty(DutyId("d1"), DutyRule.parse("daily 10:00"))
    with old_store.command("try") as shelves:
        shelves.duties.put(duty)
        shelves.duties.mark(duty.id, "2025-10-01", date(2025, 10, 1))
        shelves.duties.remove(duty.id)
    with old_store.reading() as shelves:
        assert (shelves.duties.all(), shelves.duties.done()) == ((), {})
        before = shelves.history("duty:d1")[0].before
    assert before is not None
    assert (before["rule"], before["done"]) == ("daily 10:00", {"2025-10-01": "2025-10-01"})


def test_each_released_step_but_the_last_has_its_store_kept() -> None:
    assert {script.stem for script in RELEASED} >= {"0001"}
