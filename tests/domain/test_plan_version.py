"""A plan issued again: each task is known by its words, and nothing that hangs on it is lost."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.deadline import Kind
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.draft import Finding, Severity
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
    new_id,
)
from kehoach_desktop.domain.plan_version import (
    GONE_TITLE,
    Comparison,
    compare,
    earlier_version,
    merged,
)
from kehoach_desktop.importers.formats import read_source
from kehoach_desktop.importers.matrix import assemble

DATA = Path(__file__).parents[1] / "data"
WORDS = (
    "Rà soát thủ tục hành chính",
    "Mở lớp kỹ năng số cho người dân",
    "Kiện toàn Tổ công nghệ số cộng đồng",
    "Số hóa hồ sơ hộ tịch",
    "Lắp đặt mạng không dây ở nhà văn hóa",
    "Báo cáo kết quả chuyển đổi số",
)


@cache
def draft_of(name: str) -> ImportDraft:
    path = DATA / name
    return assemble(read_source(path.read_bytes(), path.name))


def version(old: str, new: str) -> Comparison:
    found = earlier_version(
        draft_of(new).plan, (draft_of("quang_tri.docx").plan, draft_of(old).plan)
    )
    assert found is not None
    return found


def plan_of(*contents: str, issuer: str = "UBND tỉnh", title: str = "", number: str = "") -> Plan:
    tasks = tuple(Task(TaskId(new_id()), str(n), c) for n, c in enumerate(contents, 1))
    appendix = Appendix(AppendixId(new_id()), "Phụ lục I", "", tasks=tasks)
    document = PlanDocument(issuer=issuer, title=title, number=number or None, year=2025)
    return Plan(PlanId(new_id()), document, (appendix,))


def test_the_re_issue_is_told_to_the_row() -> None:
    told = version("dong_thap.xlsx", "dong_thap_v2.xlsx")
    assert len(told.same) == 48
    assert [place.key for place in told.added] == ["7", "II.5"]
    assert [place.key for place in told.gone] == ["21"]
    changed = [(pair.old.key, [c.name for c in pair.changes]) for pair in told.changed]
    assert changed == [
        ("II.1", ["content"]),
        ("4", ["deadline"]),
        ("5", ["content"]),
        ("25", ["content"]),
        ("29", ["content", "deliverable"]),
        ("II.4", ["content"]),
        ("II.6", ["deadline"]),
    ]
    moved = told.changed[1].changes[0]
    assert (moved.old, moved.new) == ("30/06/2025", "30/09/2025")


@pytest.mark.parametrize("name", ["dong_thap.ods", "dong_thap.xls", "dong_thap_nfd.xlsx"])
def test_the_same_plan_in_another_kind_of_file_differs_in_nothing(name: str) -> None:
    told = version("dong_thap.xlsx", name)
    assert (len(told.same), told.changed, told.added, told.gone) == (49, (), (), ())


def test_a_plan_of_other_tasks_is_no_version_nor_is_a_small_one_that_repeats_some() -> None:
    held = plan_of(*WORDS)
    assert earlier_version(draft_of("quang_tri.docx").plan, (held,)) is None
    assert earlier_version(plan_of(*WORDS[:2], issuer="UBND huyện"), (held,)) is None
    assert earlier_version(held, (held,)) is None


def test_the_same_number_of_the_same_issuer_is_the_same_paper_whatever_it_says() -> None:
    held = plan_of(*WORDS[:3], number="158/KH-UBND")
    again = plan_of(*WORDS[3:], number="158/kh-ubnd")
    assert earlier_version(again, (held,)) is not None
    next_year = replace(again, document=replace(again.document, year=2026))
    assert earlier_version(next_year, (held,)) is None
    assert earlier_version(plan_of(*WORDS[3:], number="159/KH-UBND"), (held,)) is None


def test_of_several_versions_the_one_with_most_in_common_is_taken() -> None:
    first, second = plan_of(*WORDS[:4]), plan_of(*WORDS)
    found = earlier_version(plan_of(*WORDS[:5]), (first, second))
    assert found is not None
    assert found.held is second


contents = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)


@given(contents, contents)
def test_every_task_of_either_stands_once(old: list[str], new: list[str]) -> None:
    one, other = plan_of(*old), plan_of(*new)
    told = compare(one, other)
    olds = [p.old.task.id for p in told.same] + [p.task.id for p in told.gone]
    news = [p.new.task.id for p in told.same] + [p.task.id for p in told.added]
    assert sorted(olds) == sorted(t.id for _a, t in one.tasks())
    assert sorted(news) == sorted(t.id for _a, t in other.tasks())


@given(contents, st.randoms())
def test_the_same_words_in_any_order_are_the_same_tasks(
    words: list[str], chance: random.Random
) -> None:
    shuffled = chance.sample(words, len(words))
    told = compare(plan_of(*words), plan_of(*shuffled))
    assert (told.changed, told.added, told.gone) == ((), (), ())


@given(contents)
def test_a_plan_merged_with_itself_keeps_every_id(words: list[str]) -> None:
    held, again = plan_of(*words), plan_of(*words)
    kept = merged(ImportDraft(again), compare(held, again)).plan
    assert kept.id == held.id
    assert [t.id for _a, t in kept.tasks()] == [t.id for _a, t in held.tasks()]


@given(contents, contents)
def test_no_task_is_lost_in_a_merger_and_no_id_stands_twice(old: list[str], new: list[str]) -> None:
    held, plan = plan_of(*old), plan_of(*new)
    kept = merged(ImportDraft(plan), compare(held, plan)).plan
    ids = [task.id for _a, task in kept.tasks()]
    assert len(set(ids)) == len(ids)
    assert {task.id for _a, task in held.tasks()} <= set(ids)
    assert [t.content for t in kept.appendices[0].tasks] == new


def test_what_was_set_on_a_task_stays_on_it_and_what_is_gone_is_kept_apart() -> None:
    held = plan_of(*WORDS[:3])
    own = Ours(yes=True, reason="Chọn", by_hand=True)
    read = replace(read_deadline("Quý IV/2025"), kind=Kind.CONDITIONAL)
    first, second, third = (task for _a, task in held.tasks())
    held = held.with_tasks([replace(first, ours=own, assigned_to="Công an xã", deadline=read)])
    held = held.with_tasks([replace(second, ours=own)])
    plan = plan_of(WORDS[0], WORDS[2])
    fresh = next(plan.tasks())[1]
    plan = plan.with_tasks([replace(fresh, deadline=read_deadline("Quý IV/2025"))])
    draft = ImportDraft(plan, (Finding(Severity.CHECK, "dòng 1", "Xem lại", fresh.id),))

    kept = merged(draft, compare(held, plan))

    body, apart = kept.plan.appendices
    assert [task.id for task in body.tasks] == [first.id, third.id]
    assert (body.tasks[0].assigned_to, body.tasks[0].ours) == ("Công an xã", own)
    assert body.tasks[0].deadline == read
    assert kept.findings[0].task == first.id
    assert apart.title == GONE_TITLE
    assert [(task.id, task.ours.yes) for task in apart.tasks] == [(second.id, False)]


def test_a_deadline_mended_on_the_new_version_goes_before_the_one_mended_on_the_old() -> None:
    held, plan = plan_of(WORDS[0]), plan_of(WORDS[0])
    words = read_deadline("Quý IV/2025")
    before, now = replace(words, kind=Kind.CONDITIONAL), replace(words, due=date(2025, 12, 15))
    held = held.with_tasks([replace(next(held.tasks())[1], deadline=before)])
    plan = plan.with_tasks([replace(next(plan.tasks())[1], deadline=now)])

    kept = merged(ImportDraft(plan), compare(held, plan)).plan

    assert next(kept.tasks())[1].deadline == now


def test_another_wording_of_a_deadline_is_read_anew_and_a_task_that_comes_back_is_asked_again() -> (
    None
):
    held = plan_of(*WORDS[:2])
    first = next(held.tasks())[1]
    held = held.with_tasks([replace(first, deadline=read_deadline("30/6/2025"))])
    shorter = plan_of(WORDS[0])
    fresh = next(shorter.tasks())[1]
    shorter = shorter.with_tasks([replace(fresh, deadline=read_deadline("30/9/2025"))])
    second = merged(ImportDraft(shorter), compare(held, shorter)).plan
    assert next(second.tasks())[1].deadline == read_deadline("30/9/2025")

    back = plan_of(*WORDS[:2])
    returned = [*back.tasks()][1][1]
    back = back.with_tasks([replace(returned, ours=Ours(yes=True, reason="UBND cấp xã chủ trì"))])
    third = merged(ImportDraft(back), compare(second, back)).plan
    assert [task.ours.yes for _a, task in third.tasks()] == [False, True]
    assert len(third.appendices) == 1
