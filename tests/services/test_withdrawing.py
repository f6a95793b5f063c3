"""A plan taken back leaves nothing behind, and brought again it has every row it had."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.draft import Finding, Severity
from kehoach_desktop.domain.duty import DutyId, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    GroupId,
    GroupLevel,
    ImportDraft,
    Ours,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskGroup,
    TaskId,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.domain.return_form import Field, Returned, ReturnedRow
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On

SEPTEMBER, OCTOBER = ReportingPeriod.parse("2025-09"), ReportingPeriod.parse("2025-10")
BRIDGE, MARKET = TaskId("cau"), TaskId("cho")
CONTENTS = {BRIDGE: "Sửa cầu treo qua suối ở bản Tà", MARKET: "Sắp xếp lại chợ phiên"}
HANGS_ON_A_PLAN = {"plan", "appendix", "task_group", "task", "finding", "duty", "duty_done"}
OF_ITS_OWN = ("journal", "sqlite_sequence", "_sqlite_migrations")
MADE_ANEW = {("plan", "imported_at"), ("finding", "id")}
Book = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def verbs(store: SqliteStore, tmp_path: Path) -> Verbs:
    """A book in which everything that can hang on a plan hangs on this one."""
    desk = Verbs(store, On(date(2025, 10, 28)))
    desk.planning.accept(ImportDraft(a_plan(), (a_doubt(),)))
    desk.reporting.record(
        ProgressEntry(BRIDGE, SEPTEMBER.key, TaskStatus.DONE, date(2025, 9, 9), 100, "Đã thay ván")
    )
    desk.reporting.record(ProgressEntry(MARKET, OCTOBER.key, TaskStatus.IN_PROGRESS, None, 40))
    desk.evidence.attach(BRIDGE, OCTOBER, a_file(tmp_path))
    desk.collecting.apply([home("Thôn Đông", status="CHẬM", result="Đã kẻ lại các lô")], OCTOBER)
    desk.collecting.apply([home("Thôn Đoài", result="Chưa làm gì")], OCTOBER)
    desk.reviewing.accept(desk.reviewing.queue(OCTOBER)[0])
    rule = DutyRule.parse("monthly before 20")
    duty = desk.duties.add(ReportingDuty(DutyId(""), rule, "UBND xã", "Sở", plan="ke-hoach"))
    desk.duties.mark_done(duty.id, OCTOBER.key, date(2025, 10, 17))
    return desk


def a_plan() -> Plan:
    group = TaskGroup(GroupId("muc"), GroupLevel.GROUP, "I", "Hạ tầng")
    due = Deadline("31/12/2025", Kind.FIXED, due=date(2025, 12, 31))
    tasks = tuple(
        Task(key, str(n), CONTENTS[key], deadline=due, group=group.id, ours=Ours(yes=True))
        for n, key in enumerate(CONTENTS, start=1)
    )
    appendix = Appendix(AppendixId("a"), "Phụ lục", "DANH MỤC", groups=(group,), tasks=tasks)
    return Plan(PlanId("ke-hoach"), PlanDocument(title="Thử"), (appendix,), "thu.xlsx", "a")


def a_doubt() -> Finding:
    return Finding(Severity.CHECK, "Phụ lục, dòng 2", "Thời hạn này cần xem lại.", MARKET)


def a_file(folder: Path) -> Path:
    path = folder / "Biên bản nghiệm thu.pdf"
    path.write_bytes(b"nghiem thu")
    return path


def home(unit: str, **cells: str) -> Returned:
    typed = tuple((Field(name), text) for name, text in cells.items())
    row = ReturnedRow(7, CONTENTS[MARKET], cells=typed)
    return Returned("tep.xlsx", headings=(unit, "Tháng 10/2025"), rows=(row,))


def rows_of(store: SqliteStore) -> Book:
    """Every row of every table, but for the journal and the moment of taking in."""
    with closing(sqlite3.connect(store.path)) as book:
        return {
            table: sorted(book.execute(f"SELECT {columns_of(book, table)} FROM {table}"), key=repr)
            for table in tables_of(book)
        }


def tables_of(book: sqlite3.Connection) -> list[str]:
    wanted = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return [name for (name,) in book.execute(wanted) if name not in OF_ITS_OWN]


def columns_of(book: sqlite3.Connection, table: str) -> str:
    found = [row[1] for row in book.execute(f"PRAGMA table_info({table})")]
    return ", ".join(name for name in found if (table, name) not in MADE_ANEW)


def hanging(store: SqliteStore) -> set[str]:
    """The tables whose rows go with a plan, or with a task of one."""
    with closing(sqlite3.connect(store.path)) as book:
        held = {
            table
            for table in tables_of(book)
            for key in book.execute(f"PRAGMA foreign_key_list({table})")
            if key[2] in ("task", "plan")
        }
    return held | HANGS_ON_A_PLAN


def test_everything_that_can_hang_on_a_plan_hangs_on_the_one_of_these_tests(
    verbs: Verbs, store: SqliteStore
) -> None:
    assert verbs.planning.plans()
    book = rows_of(store)
    assert [table for table in sorted(hanging(store)) if not book[table]] == []


def test_a_plan_taken_back_leaves_no_row_of_its_own(verbs: Verbs, store: SqliteStore) -> None:
    verbs.planning.withdraw(PlanId("ke-hoach"))
    book = rows_of(store)
    assert [table for table in sorted(hanging(store)) if book[table]] == []


def test_a_plan_brought_again_has_every_row_it_had(verbs: Verbs, store: SqliteStore) -> None:
    before = rows_of(store)
    verbs.planning.restore(verbs.planning.withdraw(PlanId("ke-hoach")))
    assert rows_of(store) == before
