"""The verbs of a period, over a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    ImportDraft,
    Ours,
    Plan,
    Task,
    TaskId,
    new_id,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.services.plan_refusals import PlanAlreadyHeld
from kehoach_desktop.services.planning import NothingToImport, UnknownTask
from kehoach_desktop.services.reporting import (
    DayWithoutDone,
    DoneInFuture,
    DoneLongAgo,
    DoneWithoutDay,
    ImpossiblePercent,
    NoOffice,
    NoTasks,
)
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On, plan_of

SEPTEMBER = ReportingPeriod.parse("2025-09")
OCTOBER = ReportingPeriod.parse("2025-10")
NOVEMBER = ReportingPeriod.parse("2025-11")
END_OF_YEAR = Deadline("31/12/2025", Kind.FIXED, due=date(2025, 12, 31))


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    return Verbs(store, On(date(2025, 11, 20)))


def a_task(number: int, *, ours: bool = True, deadline: Deadline = END_OF_YEAR) -> Task:
    return Task(
        TaskId(new_id()), str(number), f"Nhiệm vụ {number}", deadline=deadline, ours=Ours(yes=ours)
    )


def held(verbs: Verbs, *tasks: Task) -> Plan:
    return verbs.planning.accept(ImportDraft(plan_of(*tasks)))


def test_a_plan_comes_out_of_the_store_as_it_went_in(verbs: Verbs) -> None:
    plan = held(verbs, a_task(1), a_task(2, ours=False))
    assert verbs.planning.plans() == (plan,)


def test_the_same_file_is_not_taken_in_twice(verbs: Verbs) -> None:
    held(verbs, a_task(1))
    with pytest.raises(PlanAlreadyHeld):
        held(verbs, a_task(1))
    assert len(verbs.planning.plans()) == 1


def test_a_draft_without_tasks_changes_nothing(verbs: Verbs) -> None:
    with pytest.raises(NothingToImport):
        held(verbs)
    assert verbs.planning.plans() == ()


def test_taking_a_plan_back_and_bringing_it_again_keeps_its_entries(verbs: Verbs) -> None:
    plan = held(verbs, task := a_task(1))
    entry = ProgressEntry(task.id, OCTOBER.key, TaskStatus.IN_PROGRESS, result="Đã họp")
    verbs.reporting.record(entry)
    snapshot = verbs.planning.withdraw(plan.id)
    assert verbs.planning.plans() == ()
    verbs.planning.restore(snapshot)
    assert verbs.planning.plans() == (plan,)
    assert verbs.reporting.entry(task.id, OCTOBER) == entry


def test_an_import_is_backed_up_first(verbs: Verbs) -> None:
    held(verbs, a_task(1))
    latest = verbs.safekeeping.last()
    assert latest is not None
    assert latest.reason == "truoc-nhap"


def test_a_finished_task_needs_its_day(verbs: Verbs) -> None:
    held(verbs, task := a_task(1))
    with pytest.raises(DoneWithoutDay):
        verbs.reporting.record(ProgressEntry(task.id, OCTOBER.key, TaskStatus.DONE))
    with pytest.raises(DayWithoutDone):
        verbs.reporting.record(
            ProgressEntry(task.id, OCTOBER.key, TaskStatus.IN_PROGRESS, date(2025, 10, 1))
        )
    assert verbs.reporting.entry(task.id, OCTOBER).is_empty


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_percentage_outside_its_bounds_is_refused(verbs: Verbs, percent: int) -> None:
    held(verbs, task := a_task(1))
    with pytest.raises(ImpossiblePercent):
        verbs.reporting.record(ProgressEntry(task.id, OCTOBER.key, percent=percent))


def test_an_entry_for_no_task_is_refused_and_opens_no_period(verbs: Verbs) -> None:
    with pytest.raises(UnknownTask):
        verbs.reporting.record(ProgressEntry(TaskId("khong"), OCTOBER.key, TaskStatus.NOTHING))
    assert verbs.reporting.periods() == ()


def test_recording_opens_the_period_and_tells_what_stood_before(verbs: Verbs) -> None:
    held(verbs, task := a_task(1))
    first = ProgressEntry(task.id, OCTOBER.key, TaskStatus.NOT_STARTED)
    assert verbs.reporting.record(first).is_empty
    assert verbs.reporting.record(replace(first, status=TaskStatus.IN_PROGRESS)) == first
    assert [period.key for period in verbs.reporting.periods()] == ["2025-10"]


def test_an_emptied_entry_is_unanswered_again(verbs: Verbs) -> None:
    held(verbs, task := a_task(1))
    verbs.reporting.record(ProgressEntry(task.id, OCTOBER.key, TaskStatus.NOTHING))
    verbs.reporting.record(ProgressEntry(task.id, OCTOBER.key))
    (row,) = verbs.reporting.view(OCTOBER).rows()
    assert row.unanswered


def test_last_months_words_are_neither_this_months_answer_nor_counted(verbs: Verbs) -> None:
    held(verbs, task := a_task(1))
    before = ProgressEntry(task.id, SEPTEMBER.key, TaskStatus.IN_PROGRESS, result="Đã mở 02 lớp")
    verbs.reporting.record(before)
    (row,) = verbs.reporting.view(OCTOBER).rows()
    assert row.before == before
    assert row.unanswered
    assert row.entry.is_empty


def test_a_finished_task_stays_finished_until_someone_says_otherwise(verbs: Verbs) -> None:
    held(verbs, task := a_task(1))
    done = ProgressEntry(task.id, SEPTEMBER.key, TaskStatus.DONE, date(2025, 9, 9))
    verbs.reporting.record(done)
    counts = verbs.reporting.view(NOVEMBER).counts()
    assert (counts.done_on_time, counts.unanswered) == (1, 0)
    verbs.reporting.record(ProgressEntry(task.id, OCTOBER.key, TaskStatus.IN_PROGRESS))
    counts = verbs.reporting.view(NOVEMBER).counts()
    assert (counts.done_on_time, counts.open_in_time, counts.unanswered) == (0, 1, 1)


def test_a_later_months_answer_does_not_reach_back(verbs: Verbs) -> None:
    held(verbs, task := a_task(1))
    verbs.reporting.record(ProgressEntry(task.id, NOVEMBER.key, TaskStatus.DONE, date(2025, 11, 1)))
    (row,) = verbs.reporting.view(OCTOBER).rows()
    assert row.before is None
    assert row.unanswered


def test_a_view_holds_the_communes_tasks_unless_all_are_asked_for(verbs: Verbs) -> None:
    held(verbs, a_task(1), a_task(2, ours=False))
    assert len(verbs.reporting.view(OCTOBER).rows()) == 1
    assert len(verbs.reporting.view(OCTOBER, all_tasks=True).rows()) == 2


def test_a_report_needs_an_office_and_tasks(verbs: Verbs) -> None:
    with pytest.raises(NoOffice):
        verbs.reporting.report(OCTOBER)
    verbs.offices.use_sample()
    with pytest.raises(NoTasks):
        verbs.reporting.report(OCTOBER)


def test_the_figures_stand_at_the_cut_off_or_today_whichever_comes_first(verbs: Verbs) -> None:
    assert verbs.reporting.view(OCTOBER).as_of == date(2025, 10, 31)
    assert verbs.reporting.view(NOVEMBER).as_of == date(2025, 11, 20)


def test_the_history_of_a_task_tells_what_was_done_the_latest_first(verbs: Verbs) -> None:
    held(verbs, task := a_task(1))
    verbs.planning.amend(replace(task, assigned_to="Phòng Kinh tế"))
    verbs.reporting.record(ProgressEntry(task.id, OCTOBER.key, TaskStatus.NOTHING))
    rows = verbs.planning.history(task.id)
    assert [row.command for row in rows] == ["record_entry", "amend_task"]
    assert rows[1].before is not None
    assert rows[1].after is not None
    assert (rows[1].before["assigned_to"], rows[1].after["assigned_to"]) == ("", "Phòng Kinh tế")


def test_answers_kept_together_are_all_kept_or_none(verbs: Verbs) -> None:
    plan = held(verbs, a_task(1), a_task(2))
    first, second = (task for _appendix, task in plan.tasks())
    good = ProgressEntry(first.id, OCTOBER.key, TaskStatus.NOTHING)
    with pytest.raises(UnknownTask):
        verbs.reporting.record_all([good, replace(good, task=TaskId("khong"))])
    assert verbs.reporting.entry(first.id, OCTOBER).is_empty
    both = [good, replace(good, task=second.id)]
    assert all(before.is_empty for before in verbs.reporting.record_all(both))
    assert verbs.reporting.entry(second.id, OCTOBER) == both[1]


def test_a_task_is_not_finished_on_a_day_that_has_not_come_or_in_another_age(verbs: Verbs) -> None:
    task = a_task(1)
    held(verbs, task)
    tomorrow = ProgressEntry(task.id, NOVEMBER.key, TaskStatus.DONE, date(2025, 11, 21))

    with pytest.raises(DoneInFuture, match="21/11/2025 chưa đến"):
        verbs.reporting.record(tomorrow)
    with pytest.raises(DoneLongAgo, match="20/11/1025 không đúng năm"):
        verbs.reporting.record(replace(tomorrow, done_on=date(1025, 11, 20)))
    assert verbs.reporting.entry(task.id, NOVEMBER).is_empty
    verbs.reporting.record(replace(tomorrow, done_on=date(2025, 11, 20)))


def test_what_was_finished_after_the_figures_ended_is_counted_in_the_next_period(
    verbs: Verbs,
) -> None:
    task = a_task(1)
    held(verbs, task)
    done = ProgressEntry(task.id, OCTOBER.key, TaskStatus.DONE, date(2025, 11, 5))
    verbs.reporting.record(done)

    october, november = (verbs.reporting.view(p).counts() for p in (OCTOBER, NOVEMBER))
    assert (october.done, october.open_in_time, october.unanswered) == (0, 1, 0)
    assert (november.done_on_time, november.open, november.unanswered) == (1, 0, 0)


def test_a_quarter_tells_what_its_months_answered(verbs: Verbs) -> None:
    task, quarter = a_task(1), ReportingPeriod.parse("2025-Q4")
    held(verbs, task)
    verbs.offices.use_sample()
    answer = ProgressEntry(
        task.id, OCTOBER.key, TaskStatus.IN_PROGRESS, result="Đã tập huấn 12 thôn"
    )
    verbs.reporting.record(answer)

    report = verbs.reporting.report(quarter)
    text = "\n".join(block.text for block in report.blocks)
    assert report.view.counts().unanswered == 0
    assert "Đã tập huấn 12 thôn" in text
    assert "Chưa có số liệu" not in text
    assert verbs.reporting.view(quarter).counts().unanswered == 1
