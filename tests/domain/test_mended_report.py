"""What an independent reader found wrong in a month's report, and what it says now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.domain.deadline import Deadline, Kind
from kehoach_desktop.domain.deadline_reader import read_deadline
from kehoach_desktop.domain.narrative import write_report_text
from kehoach_desktop.domain.narrative_citation import subject_lines
from kehoach_desktop.domain.narrative_keys import Keys
from kehoach_desktop.domain.narrative_status import state_words
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
from kehoach_desktop.domain.progress import ProgressEntry, TaskProgress, TaskStatus
from kehoach_desktop.domain.report import PeriodView, PlanProgress
from tests.documents.binh_minh import OFFICE, a_view

YEAR_END = Deadline("31/12/2025", Kind.FIXED, due=date(2025, 12, 31))
MID_JANUARY = Deadline("15/01/2026", Kind.FIXED, due=date(2026, 1, 15))


def a_task(ordinal: str, content: str, deadline: Deadline, **fields: object) -> Task:
    task = Task(TaskId(f"t{ordinal}"), ordinal, content, deadline=deadline, ours=Ours(yes=True))
    return replace(task, **fields)  # type: ignore[arg-type]


def a_plan_of(*tasks: Task) -> Plan:
    appendix = Appendix(AppendixId("a"), "Phụ lục", "Nhiệm vụ", tasks=tasks)
    document = PlanDocument(doc_type="Kế hoạch", number="12/KH-UBND", title="Chuyển đổi số")
    return Plan(PlanId("p"), document, (appendix,))


def a_period(
    key: str, plan: Plan, *entries: ProgressEntry, as_of: date | None = None
) -> PeriodView:
    period = ReportingPeriod.parse(key)
    return a_view(plan, entries=entries, period=period, as_of=as_of or period.last_day)


def text_of(view: PeriodView) -> str:
    text = "\n".join(block.text for block in write_report_text(OFFICE, view))
    return text.replace("\u00a0", " ")


PORTAL = a_task("1", "Nâng cấp cổng thông tin điện tử của xã", YEAR_END)
TRAINING = a_task("2", "Tập huấn kỹ năng số cho cán bộ thôn", MID_JANUARY)


@pytest.mark.parametrize(
    ("key", "month", "following"),
    [
        ("2025-12", "tháng 12 năm 2025", "THÁNG 01 NĂM 2026"),
        ("2026-01", "tháng 01 năm 2026", "THÁNG 02 NĂM 2026"),
        ("2026-02", "tháng 02 năm 2026", "THÁNG 3 NĂM 2026"),
    ],
)
def test_months_one_and_two_bear_a_nought_and_no_other(
    key: str, month: str, following: str
) -> None:
    view = a_period(key, a_plan_of(PORTAL, TRAINING))
    text = text_of(view)

    assert month in subject_lines(view)[0]
    assert text.count(month) >= 2
    assert f"III. NHIỆM VỤ TRỌNG TÂM {following}" in text


def jobs_under(text: str, title: str) -> str:
    """What stands under the heading of part III that ends in `title`."""
    after = text.split("III. ")[1].split("\nIV. ", maxsplit=1)[0].split(f". {title}\n")[1]
    return after.split("\n2. ")[0].split("\n3. ")[0]


def test_a_day_of_the_period_itself_is_not_work_of_the_next_month() -> None:
    text = text_of(a_period("2025-12", a_plan_of(PORTAL, TRAINING)))

    now = jobs_under(text, "Hoàn thành nhiệm vụ có thời hạn đến hết ngày 31/12/2025")
    assert "nâng cấp cổng thông tin điện tử" in now
    due = jobs_under(text, "Nhiệm vụ đến hạn trong tháng 01 năm 2026")
    assert "tập huấn kỹ năng số" in due
    assert "cổng thông tin" not in due


def test_figures_that_end_before_the_month_leave_its_last_days_to_the_month() -> None:
    view = a_period("2025-12", a_plan_of(PORTAL, TRAINING), as_of=date(2025, 12, 14))

    assert "đến hết ngày 31/12/2025\n" in text_of(view)


def a_done(task: Task, day: date, key: str = "2025-10") -> ProgressEntry:
    return ProgressEntry(task.id, key, TaskStatus.DONE, day, result="Đã bàn giao cổng mới")


def test_work_finished_after_the_figures_is_open_in_them_and_the_text_says_so() -> None:
    view = a_period("2025-10", a_plan_of(PORTAL), a_done(PORTAL, date(2025, 11, 5)))
    text = text_of(view)

    assert (view.counts().done, view.counts().open_in_time) == (0, 1)
    assert "hoàn thành ngày 05/11/2025, sau ngày chốt số liệu, tính vào kỳ sau (1)." in text
    assert "Không còn nhiệm vụ phải thực hiện." in text
    (row,) = view.rows()
    assert state_words(row, view.as_of) == (
        "Đang thực hiện, trong hạn (hoàn thành ngày 05/11/2025, sau kỳ số liệu)"
    )


def test_late_work_finished_after_the_figures_is_late_but_no_longer_asked_for() -> None:
    view = a_period("2025-12", a_plan_of(PORTAL, TRAINING), as_of=date(2026, 1, 14))
    entry = a_done(PORTAL, date(2026, 1, 20), "2025-12")
    view = a_period("2025-12", a_plan_of(PORTAL, TRAINING), entry, as_of=view.as_of)
    text = text_of(view)

    assert view.counts().open_overdue == 1
    assert "thời hạn 31/12/2025, hoàn thành ngày 20/01/2026 (1)" in text
    assert "Hoàn thành ngay" not in text


def test_the_period_in_which_the_day_lies_tells_the_end_as_its_own() -> None:
    plan = a_plan_of(PORTAL)
    november = a_period("2025-11", plan)
    row = TaskProgress(
        PORTAL, ProgressEntry(PORTAL.id, "2025-11"), closing=a_done(PORTAL, date(2025, 11, 5))
    )
    november = replace(
        november, plans=(PlanProgress(plan, (row,)),), figures_from=date(2025, 11, 1)
    )
    text = text_of(november)

    assert "hoàn thành ngày 05/11/2025, đúng hạn" in text
    assert "Đã bàn giao cổng mới" in text
    assert "từ kỳ trước" not in text


def test_what_was_finished_late_is_named_among_the_shortcomings() -> None:
    autumn = replace(PORTAL, deadline=Deadline("30/9/2025", Kind.FIXED, due=date(2025, 9, 30)))
    view = a_period("2025-10", a_plan_of(autumn, TRAINING), a_done(autumn, date(2025, 10, 8)))
    text = text_of(view)
    named = text.split("1. Tồn tại, hạn chế\n")[1].split("\nIII.", maxsplit=1)[0]

    assert view.counts().done_late == 1
    assert named.startswith(
        "01 nhiệm vụ hoàn thành quá hạn: nâng cấp cổng thông tin điện tử của xã, "
        "thời hạn 30/9/2025, hoàn thành ngày 08/10/2025 (1)."
    )
    assert "không có nhiệm vụ quá hạn" not in text
    assert "Chưa nêu nguyên nhân: 1." in named


def test_a_dash_is_cited_by_what_it_is_a_part_of() -> None:
    whole = a_task("3", "Tổ chức các lớp tập huấn", YEAR_END)
    part = a_task("(2)", "Lớp cho cán bộ không chuyên trách", YEAR_END, parent=whole.id)
    dash = a_task("-", "Lớp cho Tổ công nghệ số cộng đồng", YEAR_END, parent=part.id)
    alone = a_task("+", "Lớp cho người cao tuổi ở các thôn", YEAR_END)
    view = a_period("2025-10", a_plan_of(whole, part, dash, alone))
    keys = Keys(view)

    named = [keys.of(row).replace("\u00a0", " ") for row in view.rows()]
    assert named == ["3", "3.2", "3.2", "dòng 2"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2025, 10, 24), "hoàn thành ngày 24/10/2025 (1)."),
        (date(2025, 10, 25), "hoàn thành ngày 25/10/2025 (1)."),
        (date(2025, 10, 30), "hoàn thành ngày 30/10/2025, sau ngày 25 của tháng (1)."),
    ],
)
def test_work_of_every_month_is_not_late_but_its_named_day_is_told(day: date, told: str) -> None:
    monthly = replace(PORTAL, deadline=read_deadline("Trước ngày 25 hằng tháng", 2025))
    view = a_period("2025-10", a_plan_of(monthly), a_done(monthly, day))
    text = text_of(view)

    assert told in text
    assert "quá hạn" not in text.split("II. TỒN TẠI")[0].split("Kết quả cụ thể")[1]
    assert view.counts().done_late == 0


def late_and_done(done: int, *, answered: bool) -> str:
    """The words on a plan whose tasks are all done but one, which is late."""
    tasks = tuple(
        a_task(str(n), f"Lắp đặt tủ sách số tại thôn {n}", YEAR_END) for n in range(1, done + 2)
    )
    entries = [a_done(task, date(2025, 12, 20), "2026-01") for task in tasks[1:]]
    if answered:
        entries.append(ProgressEntry(tasks[0].id, "2026-01", TaskStatus.IN_PROGRESS))
    return text_of(a_period("2026-01", a_plan_of(*tasks), *entries))


def test_a_rate_is_told_of_at_least_five_tasks_that_fell_due() -> None:
    assert (
        "Trong 05 nhiệm vụ đã hoàn thành hoặc đã đến hạn, hoàn thành 04 nhiệm vụ, đạt 80%; "
        "quá hạn chưa hoàn thành 01 nhiệm vụ."
    ) in late_and_done(4, answered=True)
    assert "đạt" not in late_and_done(3, answered=True)


def test_no_rate_is_told_while_late_work_has_no_answer() -> None:
    assert "đã đến hạn, hoàn thành" not in late_and_done(4, answered=False)
