"""The verbs of duties, units and periods, over a real store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.duty import OFFICE_DUTY, DutyId, ReportingDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import SAMPLE_OFFICE
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
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind, kind_of_name
from kehoach_desktop.domain.working_days import DayOff
from kehoach_desktop.services.duties import (
    DutyAlreadyHeld,
    NeverDue,
    NothingSetForDay,
    OfficeDutyFixed,
    SentInFuture,
    UnknownDuty,
)
from kehoach_desktop.services.periods import NoReason, PeriodNotClosed, PeriodNotOpened
from kehoach_desktop.services.plan_refusals import UnknownPlan
from kehoach_desktop.services.reporting import PeriodClosed
from kehoach_desktop.services.units import (
    ImpossibleUnit,
    SeveralUnits,
    UnitAlreadyHeld,
    UnitInUse,
    UnknownUnit,
)
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On

TODAY = date(2026, 1, 20)
DECEMBER = ReportingPeriod.parse("2025-12")
JANUARY = ReportingPeriod.parse("2026-01")
MONTHLY = ReportingDuty(DutyId(""), DutyRule.parse("monthly before 20"), recipient="Sở KH&CN")


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    return Verbs(store, On(TODAY))


def held(verbs: Verbs, *wordings: str, unit: str = "") -> list[Task]:
    """Keep a plan with a task of the commune for each wording of a deadline."""
    tasks = [
        Task(
            TaskId(f"t{n}"),
            str(n),
            f"Nhiệm vụ {n}",
            deadline=read_deadline(wording, 2025),
            ours=Ours(yes=True),
            assigned_to=unit,
        )
        for n, wording in enumerate(wordings, start=1)
    ]
    appendix = Appendix(AppendixId("a"), "Phụ lục", "", tasks=tuple(tasks))
    document = PlanDocument(doc_type="Kế hoạch", number="158/KH-UBND")
    verbs.planning.accept(ImportDraft(Plan(PlanId("p"), document, (appendix,), "k.xlsx", "a")))
    return tasks


def answered(verbs: Verbs, task: Task, period: ReportingPeriod, status: TaskStatus) -> None:
    done_on = period.first_day if status is TaskStatus.DONE else None
    verbs.reporting.record(ProgressEntry(task.id, period.key, status, done_on))


def test_while_no_duty_is_kept_the_reporting_day_of_the_office_is_one(verbs: Verbs) -> None:
    assert verbs.duties.duties() == ()
    verbs.offices.keep(replace(SAMPLE_OFFICE, reporting_day=22))
    (own,) = verbs.duties.duties()
    assert (own.id, own.rule.key) == (OFFICE_DUTY, "monthly before 22")
    with pytest.raises(OfficeDutyFixed):
        verbs.duties.remove(own.id)
    kept = verbs.duties.add(MONTHLY)
    assert verbs.duties.duties() == (kept,)
    verbs.duties.remove(kept.id)
    assert verbs.duties.duties() == (own,)


def test_the_same_duty_is_kept_once(verbs: Verbs) -> None:
    verbs.duties.add(MONTHLY)
    with pytest.raises(DutyAlreadyHeld):
        verbs.duties.add(MONTHLY)
    verbs.duties.add(replace(MONTHLY, recipient="Ban Chỉ đạo xã"))
    assert len(verbs.duties.duties()) == 2


def test_a_plan_held_is_the_source_of_its_duty(verbs: Verbs) -> None:
    held(verbs, "Hằng quý")
    kept = verbs.duties.add(replace(MONTHLY, plan="p"))
    assert kept.source == "Kế hoạch số 158/KH-UBND"
    with pytest.raises(UnknownPlan):
        verbs.duties.add(replace(MONTHLY, plan="không có"))


def test_catching_up_lists_what_fell_due_while_the_pc_was_off(verbs: Verbs) -> None:
    duty = verbs.duties.add(MONTHLY)
    since = date(2025, 10, 21)
    missed = verbs.duties.missed(since)
    assert [report.key for report in missed] == ["2025-11", "2025-12", "2026-01"]
    verbs.duties.mark_done(duty.id, "2025-12-20", date(2025, 12, 19))
    verbs.duties.mark_done(duty.id, "2025-11")
    assert [report.key for report in verbs.duties.missed(since)] == ["2026-01"]
    assert verbs.duties.missed(since, date(2026, 1, 19)) == ()
    verbs.duties.mark_owed(duty.id, "2025-12")
    assert [report.key for report in verbs.duties.missed(since)] == ["2025-12", "2026-01"]


def test_without_a_day_catching_up_begins_where_the_duty_did(verbs: Verbs) -> None:
    verbs.duties.add(MONTHLY)
    assert [report.key for report in verbs.duties.missed()] == ["2026-01"]
    verbs.duties.add(replace(MONTHLY, recipient="BCĐ", since=date(2025, 12, 1)))
    assert [report.key for report in verbs.duties.missed()] == ["2025-12", "2026-01", "2026-01"]


def test_the_offices_own_duty_is_caught_up_from_the_first_period_opened(verbs: Verbs) -> None:
    verbs.offices.use_sample()
    assert [report.key for report in verbs.duties.missed()] == ["2026-01"]
    verbs.reporting.open(DECEMBER)
    assert [report.key for report in verbs.duties.missed()] == ["2025-12", "2026-01"]


def test_only_a_time_that_comes_is_marked_and_no_day_to_come(verbs: Verbs) -> None:
    duty = verbs.duties.add(MONTHLY)
    with pytest.raises(NeverDue):
        verbs.duties.mark_done(duty.id, "2025-10-21")
    with pytest.raises(SentInFuture):
        verbs.duties.mark_done(duty.id, "2026-01", date(2026, 1, 21))
    with pytest.raises(UnknownDuty):
        verbs.duties.mark_done(DutyId("không có"), "2026-01")
    assert verbs.duties.mark_done(duty.id, "2026-01").done_on == TODAY


def test_a_duty_that_ended_falls_due_no_more(verbs: Verbs) -> None:
    duty = verbs.duties.add(MONTHLY)
    verbs.duties.end(duty.id, date(2025, 11, 30))
    due = verbs.duties.due_between(date(2025, 10, 1), date(2026, 12, 31))
    assert [report.key for report in due] == ["2025-10", "2025-11"]


def test_a_day_off_set_by_hand_moves_the_reminder_until_it_is_taken_back(verbs: Verbs) -> None:
    verbs.duties.add(MONTHLY)
    span = date(2026, 1, 1), date(2026, 1, 31)
    verbs.duties.set_day(DayOff(date(2026, 1, 19), reason="Mất điện"))
    (report,) = verbs.duties.due_between(*span)
    assert (report.due.day, report.remind_on.day) == (20, 16)
    verbs.duties.set_day(DayOff(date(2026, 1, 17), off=False))
    assert verbs.duties.due_between(*span)[0].remind_on.day == 17
    assert verbs.duties.clear_day(date(2026, 1, 19)).reason == "Mất điện"
    assert verbs.duties.due_between(*span)[0].remind_on.day == 19
    with pytest.raises(NothingSetForDay):
        verbs.duties.clear_day(date(2026, 1, 19))


def test_a_closed_period_takes_no_answer_until_it_is_reopened(verbs: Verbs) -> None:
    (task,) = held(verbs, "Trước ngày 31/12/2025")
    with pytest.raises(PeriodNotOpened):
        verbs.periods.close(DECEMBER, "đã gửi")
    verbs.periods.open(DECEMBER)
    with pytest.raises(NoReason):
        verbs.periods.close(DECEMBER, "  ")
    verbs.periods.close(DECEMBER, "đã gửi báo cáo số 45")
    refusals: tuple[Callable[[], None], ...] = (
        lambda: answered(verbs, task, DECEMBER, TaskStatus.NOTHING),
        lambda: verbs.periods.open(DECEMBER),
        lambda: verbs.periods.close(DECEMBER, "lần nữa"),
        lambda: verbs.reporting.forget(DECEMBER),
    )
    for refused in refusals:
        with pytest.raises(PeriodClosed, match="số 45"):
            refused()
    assert verbs.periods.status(DECEMBER).view.rows()[0].entry.is_empty
    verbs.periods.reopen(DECEMBER, "sửa số liệu")
    with pytest.raises(PeriodNotClosed):
        verbs.periods.reopen(DECEMBER)
    answered(verbs, task, DECEMBER, TaskStatus.NOTHING)
    assert verbs.periods.status(DECEMBER).unanswered == ()


def test_a_period_is_opened_and_closed_on_the_day_the_office_goes_by(verbs: Verbs) -> None:
    verbs.periods.open(DECEMBER)
    verbs.periods.close(DECEMBER, "đã gửi báo cáo số 45")
    opened = verbs.periods.status(DECEMBER).opened
    assert opened is not None
    assert opened.closed_at is not None
    assert opened.opened_at.astimezone().date() == TODAY
    assert opened.closed_at.astimezone().date() == TODAY


def test_a_new_year_carries_over_what_is_open_and_closes_what_is_finished(verbs: Verbs) -> None:
    wordings = ("Trước ngày 31/12/2025", "Quý I/2026", "Thường xuyên", "Hằng tháng", "Quý II/2026")
    done, going, ongoing, monthly, stopped = held(verbs, *wordings)
    for task in (done, ongoing, monthly):
        answered(verbs, task, DECEMBER, TaskStatus.DONE)
    answered(verbs, going, DECEMBER, TaskStatus.IN_PROGRESS)
    answered(verbs, stopped, DECEMBER, TaskStatus.SUSPENDED)
    status = verbs.periods.status(JANUARY)
    assert status.opened is None
    assert [row.task.id for row in status.closed] == [done.id, stopped.id]
    assert [row.task.id for row in status.unanswered] == [going.id, ongoing.id, monthly.id]
    assert status.carried == status.unanswered
    verbs.reporting.record(ProgressEntry(going.id, JANUARY.key, result="Đang viết"))
    carried = [row.task.id for row in verbs.periods.status(JANUARY).carried]
    assert carried == [ongoing.id, monthly.id]
    counts = verbs.periods.status(JANUARY).view.counts()
    assert (counts.done_on_time, counts.open_in_time, counts.ongoing) == (1, 1, 2)


def test_a_task_that_waits_asks_each_period_until_the_event_came(verbs: Verbs) -> None:
    (task,) = held(verbs, "Theo kế hoạch của Trung ương")
    assert [row.task.id for row in verbs.periods.status(DECEMBER).questions] == [task.id]
    answered(verbs, task, DECEMBER, TaskStatus.NOTHING)
    assert verbs.periods.status(DECEMBER).questions == ()
    assert len(verbs.periods.status(JANUARY).questions) == 1
    answered(verbs, task, DECEMBER, TaskStatus.IN_PROGRESS)
    status = verbs.periods.status(JANUARY)
    assert (status.questions, len(status.unanswered)) == ((), 1)


def a_unit(name: str, begins: date | None = None, ends: date | None = None) -> Unit:
    return Unit(UnitId(""), name, kind_of_name(name), begins, ends)


def test_two_villages_merge_and_the_old_names_stay_in_their_days(verbs: Verbs) -> None:
    verbs.units.add(a_unit("Thôn  Đông "))
    verbs.units.end("thôn đông", date(2025, 12, 31))
    verbs.units.add(a_unit("Thôn Đông", begins=date(2026, 1, 1)))
    assert [unit.valid_until for unit in verbs.units.units(date(2025, 6, 1))] == [
        date(2025, 12, 31)
    ]
    (now,) = verbs.units.units(TODAY)
    assert (now.name, now.kind) == ("Thôn Đông", UnitKind.VILLAGE)
    with pytest.raises(SeveralUnits):
        verbs.units.end("Thôn Đông", TODAY)
    with pytest.raises(UnitAlreadyHeld):
        verbs.units.add(a_unit("THÔN ĐÔNG"))
    verbs.units.add(a_unit("Thôn Đồng"))
    assert len(verbs.units.units()) == 3


def test_a_unit_that_cannot_be_is_refused(verbs: Verbs) -> None:
    for unit in (a_unit("  "), a_unit("Bản A", date(2026, 1, 2), date(2026, 1, 1))):
        with pytest.raises(ImpossibleUnit):
            verbs.units.add(unit)
    with pytest.raises(UnknownUnit):
        verbs.units.remove("Thôn Tây")
    assert verbs.units.units() == ()


def test_a_unit_with_tasks_is_ended_not_removed(verbs: Verbs) -> None:
    held(verbs, "Hằng quý", unit="Phòng Kinh tế")
    unit = verbs.units.add(a_unit("Phòng Kinh tế"))
    with pytest.raises(UnitInUse):
        verbs.units.remove(unit.id)
    other = verbs.units.add(a_unit("Phòng Văn hóa"))
    assert verbs.units.remove(other.name) == other


@pytest.mark.parametrize(
    ("name", "village"),
    [
        ("Thôn 1", True),
        ("Bản Pa Nho", True),
        ("Tổ dân phố số 3", True),
        ("Tổ 5", True),
        ("Ấp Tân Thạnh", True),
        ("Ban Chỉ huy Quân sự xã", False),
        ("Phòng Văn hóa - Xã hội", False),
        ("Công an xã", False),
        ("Tổ công nghệ số cộng đồng", False),
        ("Trung tâm Phục vụ hành chính công", False),
    ],
)
def test_the_name_of_a_unit_tells_its_kind(name: str, village: bool) -> None:
    assert (kind_of_name(name) is UnitKind.VILLAGE) == village


def test_every_refusal_says_what_happened(verbs: Verbs) -> None:
    with pytest.raises(KehoachError) as refusal:
        verbs.periods.close(DECEMBER, "đã gửi")
    assert "tháng 12 năm 2025" in refusal.value.sentence
    assert "period open 2025-12" in refusal.value.hint
