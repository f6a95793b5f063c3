"""A plan issued again takes the place of the one that is held, and everything stays on its task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kehoach_desktop.app import open_store
from kehoach_desktop.domain.duty import DutyId, ReportingDuty
from kehoach_desktop.domain.duty_proposal import ProposedDuty
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import ImportDraft, PlanId, Task
from kehoach_desktop.domain.progress import ProgressEntry, TaskStatus
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble
from kehoach_desktop.services.plan_refusals import PlanAlreadyHeld, UnknownPlan
from kehoach_desktop.services.verbs import Verbs
from tests.books import FRIDAY

DATA = Path(__file__).parents[1] / "data"
OCTOBER = ReportingPeriod.parse("2025-10")
RULE = DutyRule.parse("monthly before 20")


@cache
def draft_of(name: str) -> ImportDraft:
    path = DATA / name
    return assemble(read_source(path.read_bytes(), path.name))


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    store = open_store(tmp_path / "so.khxa", make=True, writing=True, patience=0)
    made = Verbs(store, FRIDAY)
    made.planning.accept(draft_of("dong_thap.xlsx"))
    yield made
    store.close()


def task_of(verbs: Verbs, appendix: str, ordinal: str) -> Task:
    (plan,) = verbs.planning.plans()
    return next(t for a, t in plan.tasks() if (a.label, t.ordinal) == (appendix, ordinal))


def test_what_was_written_stays_on_its_task_wherever_that_stands_now(verbs: Verbs) -> None:
    old = task_of(verbs, "Phụ lục II", "8")
    verbs.planning.amend(replace(old, assigned_to="Văn phòng", ours=replace(old.ours, yes=True)))
    done = ProgressEntry(old.id, "2025-10", TaskStatus.IN_PROGRESS, None, 40, "Đã làm 02 việc")
    verbs.reporting.record(done)
    (plan,) = verbs.planning.plans()

    verbs.planning.replace(draft_of("dong_thap_v2.xlsx"), plan.id)

    (after,) = verbs.planning.plans()
    assert after.id == plan.id
    assert after.source_name == "dong_thap_v2.xlsx"
    moved = task_of(verbs, "Phụ lục II", "9")
    assert (moved.id, moved.assigned_to, moved.ours.yes) == (old.id, "Văn phòng", True)
    assert verbs.reporting.entry(moved.id, OCTOBER) == done


def test_a_task_that_is_gone_keeps_its_answers_and_is_asked_no_more(verbs: Verbs) -> None:
    gone = task_of(verbs, "Phụ lục II", "21")
    verbs.planning.amend(replace(gone, ours=replace(gone.ours, yes=True)))
    said = ProgressEntry(gone.id, "2025-10", TaskStatus.IN_PROGRESS, None, None, "Đang rà soát")
    verbs.reporting.record(said)
    (plan,) = verbs.planning.plans()

    verbs.planning.replace(draft_of("dong_thap_v2.xlsx"), plan.id)

    (after,) = verbs.planning.plans()
    apart = after.appendices[-1]
    assert [task.id for task in apart.tasks] == [gone.id]
    assert gone.id not in {row.task.id for row in verbs.reporting.view(OCTOBER).rows()}
    assert verbs.reporting.entry(gone.id, OCTOBER) == said


def test_one_exchange_takes_it_back_and_another_brings_it_again(verbs: Verbs) -> None:
    task = task_of(verbs, "Phụ lục II", "4")
    verbs.reporting.record(ProgressEntry(task.id, "2025-10", TaskStatus.NOTHING))
    before = verbs.planning.plans(), verbs.reporting.view(OCTOBER, all_tasks=True).rows()
    stood = verbs.planning.replace(draft_of("dong_thap_v2.xlsx"), before[0][0].id)
    replaced = verbs.planning.plans()

    put_back = verbs.planning.exchange(stood)
    assert (verbs.planning.plans(), verbs.reporting.view(OCTOBER, all_tasks=True).rows()) == before
    verbs.planning.exchange(put_back)
    assert verbs.planning.plans() == replaced


def test_duties_of_the_plan_stay_and_the_same_is_not_kept_twice(verbs: Verbs) -> None:
    (plan,) = verbs.planning.plans()
    verbs.duties.add(ReportingDuty(DutyId(""), RULE, "UBND xã", "Sở", plan=plan.id))
    before = verbs.duties.duties()
    again = ProposedDuty("…", "trước ngày 20", RULE, "UBND xã", "Sở", ours=True)
    other = ProposedDuty("…", "thứ sáu", DutyRule.parse("weekly fri"), "UBND xã", "Sở", ours=True)

    verbs.planning.replace(draft_of("dong_thap_v2.xlsx"), plan.id, (again, other))

    assert verbs.duties.duties()[:1] == before
    assert [duty.rule.key for duty in verbs.duties.duties()] == [RULE.key, "weekly fri"]
    assert {duty.plan for duty in verbs.duties.duties()} == {plan.id}


def test_an_unknown_plan_and_a_file_that_is_held_are_refused_and_nothing_changes(
    verbs: Verbs,
) -> None:
    before = verbs.planning.plans()
    with pytest.raises(UnknownPlan):
        verbs.planning.replace(draft_of("dong_thap_v2.xlsx"), PlanId("x"))
    with pytest.raises(PlanAlreadyHeld):
        verbs.planning.check(draft_of("dong_thap.xlsx"))
    assert verbs.planning.plans() == before
