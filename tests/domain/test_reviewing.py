from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskId,
)
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.domain.report import PeriodView, PlanProgress
from kehoach_desktop.domain.return_form import LateClaim
from kehoach_desktop.domain.reviewing import (
    Concern,
    ReviewItem,
    digest_of,
    other_periods,
    returning_words,
    review,
    still_open,
)

OCTOBER = ReportingPeriod.parse("2025-10")
FRIDAY = date(2025, 10, 17)
TASK = Task(TaskId("a"), "1", "Đào tạo kỹ năng số: mở lớp", assigned_to="Phòng Văn hóa - Xã hội")
NOW = ProgressEntry(TASK.id, "2025-10", TaskStatus.IN_PROGRESS, result="Đã mở 02 lớp ở thôn")
BEFORE = replace(NOW, period="2025-09", result="Đã mở 01 lớp ở thôn")


def seen(row: TaskProgress, *claims: LateClaim) -> tuple[ReviewItem, ...]:
    appendix = Appendix(AppendixId("p"), "", "", tasks=(row.task,))
    plan = PlanProgress(Plan(PlanId("k"), PlanDocument(), (appendix,)), (row,))
    view = PeriodView(OCTOBER, (plan,), FRIDAY, OCTOBER.first_day, OCTOBER.last_day)
    return review(view, claims)


def concerns(row: TaskProgress, *claims: LateClaim) -> list[Concern]:
    return [item.concern for item in seen(row, *claims)]


def test_a_good_answer_wants_no_second_look() -> None:
    assert concerns(TaskProgress(TASK, NOW, BEFORE)) == []


def test_a_row_without_an_answer_is_asked_for_and_a_closed_one_is_not() -> None:
    empty = ProgressEntry(TASK.id, "2025-10")
    assert concerns(TaskProgress(TASK, empty)) == [Concern.UNANSWERED]
    done = replace(BEFORE, status=TaskStatus.DONE, done_on=date(2025, 9, 3))
    assert concerns(TaskProgress(TASK, empty, closing=done)) == []


@pytest.mark.parametrize(
    ("now", "copied"),
    [
        ("Đã mở 01 lớp ở thôn", True),
        ("  đã mở 01  lớp ở thôn.", True),
        ("Đã mở 01 lớp ở thôn và 01 lớp ở bản", False),
    ],
)
def test_last_months_words_are_known_again_whatever_their_spaces(now: str, copied: bool) -> None:
    row = TaskProgress(TASK, replace(NOW, result=now), BEFORE)
    assert (Concern.COPIED in concerns(row)) is copied


def test_short_words_may_come_back_every_month() -> None:
    none = replace(BEFORE, result="Không có")
    assert concerns(TaskProgress(TASK, replace(NOW, result="Không có"), none)) == []


def test_a_share_that_falls_says_both_figures() -> None:
    row = TaskProgress(TASK, replace(NOW, percent=60), replace(BEFORE, percent=80))
    assert [item.sentence for item in seen(row)] == ["Kỳ trước 80%, kỳ này 60%."]
    assert concerns(TaskProgress(TASK, NOW, replace(BEFORE, percent=80))) == []
    done = replace(BEFORE, status=TaskStatus.DONE, done_on=FRIDAY, percent=None)
    (item,) = seen(TaskProgress(TASK, replace(NOW, percent=90), done))
    assert item.sentence == "Kỳ trước 100%, kỳ này 90%."


def test_finished_work_wants_its_paper_and_overdue_work_its_reason() -> None:
    done = replace(NOW, status=TaskStatus.DONE, done_on=FRIDAY)
    assert concerns(TaskProgress(TASK, done)) == [Concern.NO_EVIDENCE]
    assert concerns(TaskProgress(TASK, replace(done, evidence="QĐ 212/QĐ-UBND"))) == []
    due = replace(TASK, deadline=Deadline("30/9/2025", Kind.FIXED, date(2025, 9, 30)))
    assert concerns(TaskProgress(due, NOW)) == [Concern.NO_REASON]
    assert concerns(TaskProgress(due, replace(NOW, obstacle="Chưa có kinh phí"))) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Trong tháng 9 đã mở 02 lớp", ["2025-09"]),
        ("Kết quả tháng 10/2024: 02 lớp", ["2024-10"]),
        ("Đã báo cáo quý II", ["2025-Q2"]),
        ("Trong tháng 10 đã mở 02 lớp", []),
        ("Trong quý IV đã mở 02 lớp", []),
        ("Tăng 5 lớp so với tháng 9", []),
        ("Từ tháng 8 đến nay đã mở 05 lớp", []),
        ("Kế hoạch 120 ngày 09/9/2025", []),
    ],
)
def test_a_month_that_is_not_this_one_is_named(text: str, named: list[str]) -> None:
    assert [period.key for period in other_periods(text, OCTOBER)] == named


def test_a_unit_that_calls_late_what_is_not_is_told_beside_the_deadline() -> None:
    claim = LateClaim("2025-10", TASK.id, "Công an xã", "CHẬM")
    (item,) = seen(TaskProgress(TASK, NOW), claim)
    assert item.concern is Concern.LATE_CLAIM
    assert "Công an xã ghi “CHẬM”" in item.sentence
    due = replace(TASK, deadline=Deadline("30/9/2025", Kind.FIXED, date(2025, 9, 30)))
    late = replace(NOW, obstacle="Chưa có kinh phí")
    assert concerns(TaskProgress(due, late), claim) == []


def test_what_was_let_stand_comes_back_once_the_answer_changes() -> None:
    row = TaskProgress(TASK, replace(NOW, percent=60), replace(BEFORE, percent=80))
    accepted = [item.acceptance for item in seen(row)]
    assert still_open(seen(row), accepted) == ()
    fallen = replace(row, entry=replace(row.entry, percent=50))
    assert len(still_open(seen(fallen), accepted)) == 1


def test_the_message_that_sends_an_answer_back_names_the_task_and_the_reason() -> None:
    (item,) = seen(TaskProgress(TASK, ProgressEntry(TASK.id, "2025-10")))
    words = returning_words(Office(name="Bình An"), item, "Phòng Văn hóa - Xã hội", "Chưa có số.")
    assert words.splitlines()[:4] == [
        "Kính gửi Phòng Văn hóa - Xã hội,",
        "UBND xã Bình An đề nghị xem lại một việc trong phiếu tiến độ tháng 10 năm 2025:",
        "1. Đào tạo kỹ năng số.",
        "Lý do: Chưa có số.",
    ]


def test_what_was_let_stand_before_there_were_next_steps_still_stands() -> None:
    entry = ProgressEntry(TaskId("t"), "2025-10", TaskStatus.NOTHING)

    assert digest_of(entry) == "795d5482ecf608f0"
    assert digest_of(replace(entry, next_steps="Nghiệm thu")) != digest_of(entry)
