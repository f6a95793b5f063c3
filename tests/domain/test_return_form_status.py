"""States, days and shares as units type them: read where they are plain, asked where not."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_desktop.domain.progress import TaskStatus
from kehoach_desktop.domain.return_form_day import read_day, read_percent
from kehoach_desktop.domain.return_form_heading import same_unit, unit_named
from kehoach_desktop.domain.return_form_status import read_status

END = date(2025, 10, 31)
S = TaskStatus


@pytest.mark.parametrize(
    ("text", "status", "percent"),
    [
        ("HT", S.DONE, None),
        ("Đã xong quý III", S.DONE, None),
        ("hoan thanh", S.DONE, None),
        ("HT 100%", S.DONE, 100),
        ("hoàn thành 80 %", S.IN_PROGRESS, 80),
        ("đang làm 70%", S.IN_PROGRESS, 70),
        ("Đang TH", S.IN_PROGRESS, None),
        ("70%", S.IN_PROGRESS, 70),
        ("đang lấy ý kiến các thôn", S.IN_PROGRESS, None),
        ("đúng tiến độ", S.IN_PROGRESS, None),
        ("chưa làm", S.NOT_STARTED, None),
        ("ĐÃ TRIỂN KHAI - THƯỜNG XUYÊN", S.ONGOING, None),
        ("Không phát sinh", S.NOTHING, None),
        ("Tạm dừng", S.SUSPENDED, None),
        ("x", None, None),
        ("ok", None, None),
        ("chưa", None, None),
        ("chưa xong", None, None),
        ("cơ bản hoàn thành", None, None),
        ("không hoàn thành", None, None),
        ("Đăng tải trên trang thông tin", None, None),
        ("hoàn thành, còn 2 thôn chưa làm", None, None),
        ("đang làm 100%", None, 100),
        ("100%", None, 100),
        ("hoàn thành 150%", None, None),
    ],
)
def test_a_state_is_read_where_it_is_plain(
    text: str, status: TaskStatus | None, percent: int | None
) -> None:
    claim = read_status(text, END)
    assert (claim.status, claim.percent) == (status, percent)


def test_late_is_the_units_word_and_no_state() -> None:
    assert (read_status("CHẬM", END).late, read_status("CHẬM", END).status) == (True, None)
    both = read_status("Đang thực hiện, chậm tiến độ", END)
    assert (both.late, both.status) == (True, S.IN_PROGRESS)
    assert not read_status("không chậm", END).late or read_status("không chậm", END).status is None


def test_what_stands_behind_the_state_is_a_result() -> None:
    claim = read_status("Thực hiện thường xuyên: 100% hồ sơ được xác thực", END)
    assert (claim.status, claim.rest) == (S.ONGOING, "100% hồ sơ được xác thực")


def test_a_day_beside_the_state_is_the_day_of_completion() -> None:
    assert read_status("Hoàn thành ngày 15/10/2025", END).done_on == date(2025, 10, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15/10/2025", date(2025, 10, 15)),
        ("5.10.25", date(2025, 10, 5)),
        ("2025-10-05", date(2025, 10, 5)),
        ("ngày 05 tháng 10 năm 2025", date(2025, 10, 5)),
        ("15/10", date(2025, 10, 15)),
        ("45945", date(2025, 10, 15)),
        ("10/2025", None),
        ("15/12", None),
        ("10/15/2025", None),
        ("14-15/10", None),
        ("31/9/2025", None),
        ("15/10/1025", None),
        ("hôm qua", None),
    ],
)
def test_a_day_is_read_where_it_is_one(text: str, day: date | None) -> None:
    assert read_day(text, END) == day


@pytest.mark.parametrize(
    ("text", "percent"),
    [("70", 70), ("70 %", 70), ("70,0", 70), ("0", 0), ("100%", 100), ("62,5", None),
     ("0,7", None), ("101", None), ("-5", None), ("gần 70", None)],
)  # fmt: skip
def test_a_share_is_whole_or_asked(text: str, percent: int | None) -> None:
    assert read_percent(text) == percent


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Thôn Xuân Hòa", "THÔN XUÂN HOÀ", True),
        ("Thôn Xuân Hòa", "Thôn Xuân Hoa", False),
        ("Công an xã", "CÔNG AN XÃ BÌNH MINH", True),
        ("Phòng Kinh tế", "P. kinh tế", True),
        ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị", False),
        ("Thôn 1", "Thôn 10", False),
    ],
)
def test_units_are_one_whatever_the_spelling(one: str, other: str, same: bool) -> None:
    assert same_unit(one, other) is same


def test_a_unit_in_capitals_is_spelt_as_a_name() -> None:
    heading = ["ỦY BAN NHÂN DÂN XÃ …", "PHÒNG VĂN HÓA - XÃ HỘI"]
    assert unit_named(heading, []) == "Phòng Văn hóa - Xã hội"


@pytest.mark.parametrize("text", ["Đã xong 8/10", "HT 1/2", "Hoàn thành 7/7"])
def test_a_day_that_may_be_a_share_is_proposed_and_not_taken(text: str) -> None:
    claim = read_status(text, END)
    assert (claim.status, claim.done_on) == (TaskStatus.DONE, None)
    assert claim.likely_on


@pytest.mark.parametrize("text", ["HT 15/10", "Đã xong ngày 8/10", "HT 08/10", "Xong 8/10/2025"])
def test_a_day_that_can_be_nothing_else_is_taken(text: str) -> None:
    claim = read_status(text, END)
    assert claim.status is TaskStatus.DONE
    assert claim.done_on in {date(2025, 10, 8), date(2025, 10, 15)}


@pytest.mark.parametrize("text", ["Đã hoàn thành (?)", "Xong?", "Đang làm ???"])
def test_what_is_doubted_in_the_cell_is_asked(text: str) -> None:
    assert read_status(text, END).status is None


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("PHÒNG VH-XH", "Phòng Văn hóa - Xã hội"),
        ("P. VHXH", "Phòng Văn hóa - Xã hội"),
        ("TT PVHCC", "Trung tâm Phục vụ hành chính công"),
        ("BCH QS xã", "Ban Chỉ huy Quân sự xã"),
        ("Phòng Văn hóa - Xã hội tháng 10 năm 2025", "Phòng Văn hóa - Xã hội"),
        ("CÔNG AN XÃ BÁO CÁO THÁNG 10/2025", "Công an xã"),
        ("Phòng KT", "Phòng KT"),  # two units have these initials
        ("Thôn Tám", "Thôn Tám"),
        ("Tổ chức thực hiện", ""),
    ],
)
def test_a_unit_is_known_by_its_initials_and_without_what_stands_behind(
    line: str, unit: str
) -> None:
    known = (
        "Phòng Văn hóa - Xã hội",
        "Phòng Kinh tế",
        "Phòng Kiến trúc",
        "Trung tâm Phục vụ hành chính công",
        "Ban Chỉ huy Quân sự xã",
        "Công an xã",
    )
    assert unit_named((line,), known) == unit
