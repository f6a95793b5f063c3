"""Times that a header, a section or several columns give together."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_desktop.domain.draft import Merge
from kehoach_desktop.importers.matrix import assemble
from tests.importers.building import source, table, told

PLAN = ("KẾ HOẠCH", "Chuyển đổi số năm 2025")
HEAD = "STT | Nhiệm vụ | Đơn vị chủ trì"


def read(
    over: str, under: str, times: str, section: str = ""
) -> tuple[str, date | None, date | None]:
    """Return wording, start and end of a task under a header of one row, or of two merged ones."""
    width = 3 + under.count("|") + 1
    lines = [f"{HEAD} | {over}", f" | | | {under}"] if over else [f"{HEAD} | {under}"]
    places = [c for c, text in enumerate(lines[0].split("|")) if text.strip() and c > 2]
    ends = [*(c - 1 for c in places[1:]), width - 1]
    merges = [Merge(0, c, 0, end) for c, end in zip(places, ends, strict=True) if end > c]
    merges += [Merge(0, c, 1, c) for c in range(3)]
    rows = [*([f"I | {section}"] if section else []), f"1 | Tập huấn | Sở A | {times}"]
    grid = table(*lines, *rows, "2 | Rà soát | Sở B", merges=merges if over else (), lead_in=PLAN)
    task = assemble(source(grid)).plan.appendices[0].tasks[0]
    return task.deadline.wording, task.deadline.start, task.deadline.due


@pytest.mark.parametrize(
    ("over", "under", "times", "start", "due"),
    [
        ("Năm 2026 | | |", "Quý I | Quý II | Quý III | Quý IV", "x", None, date(2026, 3, 31)),
        ("Kế hoạch năm 2026 | |", "Quý I | Quý II | Quý III", "x | x", date(2026, 1, 1),
         date(2026, 6, 30)),
        ("Quý/2026 | |", "I | II | III", "x", None, date(2026, 3, 31)),
        ("2025 | | 2026 |", "T11 | T12 | T1 | T2", " | x | x", date(2025, 12, 1),
         date(2026, 1, 31)),
        ("Lộ trình năm 2025 | | Lộ trình năm 2026 |", "Quý III | Quý IV | Quý I | Quý II",
         " | | x", None, date(2026, 3, 31)),
    ],
)  # fmt: skip
def test_marks_are_read_in_the_year_that_stands_over_their_columns(
    over: str, under: str, times: str, start: date | None, due: date
) -> None:
    assert read(over, under, times) == ("", start, due)


def test_a_year_over_columns_that_no_merge_spans_is_theirs_and_takes_no_task_for_a_header() -> None:
    lines = (f"{HEAD} | Năm 2025 | | Năm 2026 |", " | | | Quý III | Quý IV | Quý I | Quý II")
    rows = ("1 | Họp | Sở A | | | | x", "2 | Rà soát | Sở B | | x | x |")
    tasks = assemble(source(table(*lines, *rows, lead_in=PLAN))).plan.appendices[0].tasks

    assert [(task.deadline.start, task.deadline.due) for task in tasks] == [
        (None, date(2026, 6, 30)),
        (date(2025, 10, 1), date(2026, 3, 31)),
    ]


def test_quarters_under_two_years_at_once_are_not_guessed() -> None:
    wording, start, due = read("Giai đoạn 2025-2026 | |", "Quý I | Quý II | Quý III", "x")

    assert (wording, start, due) == ("", None, None)


@pytest.mark.parametrize(
    ("header", "section", "due"),
    [
        ("Thời gian hoàn thành năm 2026", "", date(2026, 3, 31)),
        ("Thời hạn", "NHIỆM VỤ NĂM 2026", date(2026, 3, 31)),
        ("Thời hạn", "Năm 2026", date(2026, 3, 31)),
        ("Thời hạn", "Nhiệm vụ đến năm 2030", date(2025, 3, 31)),
        ("Thời hạn", "Nhiệm vụ giai đoạn 2026-2030", date(2025, 3, 31)),
        ("Thời hạn", "Xây dựng Kế hoạch năm 2026", date(2025, 3, 31)),
        ("Thời hạn (đến năm 2030)", "", date(2025, 3, 31)),
    ],
)
def test_a_quarter_takes_the_year_of_its_column_or_section(
    header: str, section: str, due: date
) -> None:
    assert read("", header, "Quý I", section) == ("Quý I", None, due)
    assert read("", header, "Quý I/2027", section)[2] == date(2027, 3, 31)


def test_a_year_that_is_not_that_of_the_paper_is_told_once() -> None:
    rows = [f"{n} | Việc thứ {n} | Sở A | Tháng {n}" for n in range(1, 4)]
    draft = assemble(source(table(f"{HEAD} | Thời hạn năm 2026", *rows, lead_in=PLAN)))

    assert sum("đọc theo năm 2026" in line for line in told(draft)) == 1


def test_a_column_a_year_gives_the_time_of_each_task() -> None:
    over, under = "Thời hạn hoàn thành |", "Năm 2025 | Năm 2026"

    assert read(over, under, "Quý IV") == ("Quý IV", None, date(2025, 12, 31))
    assert read(over, under, " | Quý I") == ("Quý I", None, date(2026, 3, 31))


@pytest.mark.parametrize(
    ("over", "under", "times", "given"),
    [
        ("Thời gian hoàn thành |", "Tháng | Năm", "12 | 2026",
         ("Tháng 12/2026", None, date(2026, 12, 31))),
        ("", "Tháng | Năm", "Tháng 6 | 2026", ("Tháng 6/2026", None, date(2026, 6, 30))),
        ("", "Tháng | Năm", " | 2026", ("Năm 2026", None, date(2026, 12, 31))),
        ("", "Quý | Năm", "IV | 2026", ("Quý IV/2026", None, date(2026, 12, 31))),
        ("Thời hạn | |", "Ngày | Tháng | Năm", "15 | 3 | 2026",
         ("15/3/2026", None, date(2026, 3, 15))),
        ("Thời hạn | |", "Ngày | Tháng | Năm", "31 | 6 | 2026", ("31/6/2026", None, None)),
        ("", "Ngày, tháng | Năm", "15/3 | 2026", ("15/3/2026", None, date(2026, 3, 15))),
        ("", "Tháng | Năm", "Thường xuyên | ", ("Thường xuyên", None, None)),
        ("", "Ngày hoàn thành | Tháng", "15/12/2025 | 12",
         ("15/12/2025", None, date(2025, 12, 15))),
        ("Thời gian thực hiện |", "Bắt đầu | Kết thúc", "01/2026 | 06/2026",
         ("06/2026", date(2026, 1, 1), date(2026, 6, 30))),
        ("", "Từ ngày | Đến ngày", "01/7/2025 | 31/12/2025",
         ("31/12/2025", date(2025, 7, 1), date(2025, 12, 31))),
        ("", "Tháng bắt đầu | Tháng kết thúc", "9 | 12",
         ("12", date(2025, 9, 1), date(2025, 12, 31))),
        ("Bắt đầu | | Kết thúc |", "Tháng | Năm | Tháng | Năm", "7 | 2025 | 6 | 2026",
         ("Tháng 6/2026", date(2025, 7, 1), date(2026, 6, 30))),
        ("", "Bắt đầu | Kết thúc", "15/7/2025 | Thường xuyên",
         ("Thường xuyên", date(2025, 7, 15), None)),
        ("", "Bắt đầu | Kết thúc", "15/7/2025 | ", ("", date(2025, 7, 15), None)),
        ("", "Từ ngày | Đến ngày", "30/12/2025 | 01/7/2025", ("01/7/2025", None, date(2025, 7, 1))),
    ],
)  # fmt: skip
def test_parts_of_a_time_in_several_columns_are_one_deadline(
    over: str, under: str, times: str, given: tuple[str, date | None, date | None]
) -> None:
    assert read(over, under, times) == given


@pytest.mark.parametrize(
    ("under", "times", "words"),
    [
        ("Tháng | Năm", "12 | 2026", "Thời hạn được ghép từ các cột “Tháng”, “Năm”."),
        ("Từ ngày | Đến ngày", "30/12/2025 | 01/7/2025", "Chưa ghép được lúc bắt đầu “30/12/2025”"),
        (
            "T1/2026 | T2/2026 | T3/2026 | Thời hạn",
            "x | | | Quý I",
            "Ô đánh dấu ứng với hạn 31/01",
        ),
    ],
)
def test_what_columns_do_not_say_together_is_told(under: str, times: str, words: str) -> None:
    rows = (f"1 | Tập huấn | Sở A | {times}", "2 | Rà soát | Sở B")
    draft = assemble(source(table(f"{HEAD} | {under}", *rows, lead_in=PLAN)))

    assert any(words in line for line in told(draft))
