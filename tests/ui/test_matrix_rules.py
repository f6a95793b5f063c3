from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kehoach_desktop.domain.deadline import Deadline, Kind, Recurrence
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.plan import (
    Appendix,
    AppendixId,
    Plan,
    PlanDocument,
    PlanId,
    Task,
    TaskId,
)
from kehoach_desktop.domain.progress import ProgressEntry, Standing, TaskProgress, TaskStatus
from kehoach_desktop.ui.plans.matrix_filter import (
    NOBODY,
    Wish,
    chosen,
    concerned,
    leads,
    own_units,
)
from kehoach_desktop.ui.plans.matrix_history import Change, in_words
from kehoach_desktop.ui.plans.matrix_rows import TaskRow, headline
from kehoach_desktop.ui.plans.matrix_words import deadline_line

FRIDAY = date(2025, 10, 17)
YEAR_END = date(2025, 12, 31)


def line(deadline: Deadline, entry: ProgressEntry | None = None) -> str:
    task = Task(TaskId("t"), "1", "Số hóa hồ sơ", deadline=deadline)
    return deadline_line(TaskProgress(task, entry or ProgressEntry(task.id, "2025-10")), FRIDAY)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Deadline("31/12/2025", Kind.FIXED, YEAR_END), "còn 75 ngày"),
        (
            Deadline("Trước 31/12/2025 và duy trì", Kind.FIXED, YEAR_END, ongoing=True),
            "còn 75 ngày, rồi thường xuyên",
        ),
        (
            Deadline("Tháng 11/2025", Kind.MONTH, date(2025, 11, 30)),
            "hạn 30/11/2025, còn 44 ngày",
        ),
        (
            Deadline("Quý III/2025", Kind.QUARTER, date(2025, 9, 30)),
            "hạn 30/09/2025, quá hạn 17 ngày",
        ),
        (Deadline("05/9/2025", Kind.FIXED, date(2025, 9, 5)), "quá hạn 42 ngày"),
        (Deadline("Thường xuyên", Kind.ONGOING, ongoing=True), ""),
        (Deadline("Mỗi tháng", Kind.RECURRING, recurrence=Recurrence.MONTHLY), "hằng tháng"),
        (Deadline("khi có hướng dẫn", Kind.CONDITIONAL), "chờ văn bản của cấp trên"),
        (Deadline("sớm nhất có thể"), "chưa rõ"),
    ],
)
def test_the_reading_says_what_the_words_do_not(deadline: Deadline, words: str) -> None:
    assert line(deadline) == words


def test_finished_work_has_no_days_left() -> None:
    done = ProgressEntry(TaskId("t"), "2025-10", TaskStatus.DONE, date(2025, 10, 8))

    assert line(Deadline("31/12/2025", Kind.FIXED, YEAR_END), done) == ""


def test_agencies_are_told_apart_where_a_line_or_a_semicolon_ends() -> None:
    assert leads("Sở Tài chính; các sở, ban, ngành\nUBND cấp xã.") == (
        "Sở Tài chính",
        "các sở, ban, ngành",
        "UBND cấp xã",
    )


def test_a_task_of_several_units_is_found_under_each_of_them() -> None:
    task = Task(
        TaskId("t"), "1", "Dọn kênh", "Sở Tài chính", assigned_to="Phòng Kinh tế; Thôn Đông"
    )
    appendix = Appendix(AppendixId("a"), "Phụ lục", "", tasks=(task,))
    plan = Plan(PlanId("p"), PlanDocument(), (appendix,))
    progress = TaskProgress(task, ProgressEntry(task.id, "2025-10"))
    row = TaskRow(plan, appendix, progress, "1", Standing.UNANSWERED)

    assert concerned(row) == ("Phòng Kinh tế", "Thôn Đông", "Sở Tài chính")
    assert own_units([row]) == ("Phòng Kinh tế", "Thôn Đông")
    for unit, found in (("Thôn Đông", 1), ("phong kinh te", 1), ("Thôn", 0), (NOBODY, 0)):
        assert len(chosen([row], Wish(ours_only=False, unit=unit), FRIDAY)) == found


def test_a_heading_is_one_line_with_its_number() -> None:
    assert headline("I.", "Công tác\nchỉ đạo") == "I. Công tác chỉ đạo"
    assert headline("", "Nhiệm vụ chung") == "Nhiệm vụ chung"


def test_the_journal_is_told_in_words() -> None:
    at = datetime(2025, 10, 17, 1, 40, tzinfo=UTC)
    entry = {"period": "2025-10", "status": None, "done_on": None, "result": ""}
    after = entry | {"status": "done", "done_on": "2025-10-08", "result": "Đã mở 02 lớp"}

    (step,) = in_words([JournalRow(at, "record_entry", "t", entry, after)])

    assert step.what == "Ghi kết quả, Tháng 10/2025"
    assert step.changes == (
        Change("Trạng thái", "", "Hoàn thành"),
        Change("Ngày xong", "", "08/10/2025"),
        Change("Kết quả", "", "Đã mở 02 lớp"),
    )


def test_another_reading_of_a_deadline_is_told_in_words() -> None:
    before = {"deadline": {"wording": "Quý IV", "kind": "unknown"}, "ours": {"yes": False}}
    after = {
        "deadline": {"wording": "Quý IV", "kind": "quarter", "due": "2025-12-31"},
        "ours": {"yes": True},
    }

    (step,) = in_words([JournalRow(datetime.now(UTC), "amend_task", "t", before, after)])

    assert step.changes == (
        Change("Việc của xã", "không", "có"),
        Change("Cách đọc thời hạn", "chưa rõ", "hạn 31/12/2025"),
    )


def test_what_the_journal_does_not_know_is_still_told() -> None:
    row = JournalRow(datetime.now(UTC), "future_command", "t", None, {"period": "lạ"})

    (step,) = in_words([row])

    assert step.what == "future_command, lạ"
