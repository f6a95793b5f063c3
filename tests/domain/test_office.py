"""What an office is called inside a sentence, and when its drafts are dated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kehoach_desktop.domain.office import Office, OfficeKind
from kehoach_desktop.domain.paper_day import due_month
from kehoach_desktop.domain.period import ReportingPeriod

WARD = Office(kind=OfficeKind.WARD)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("1", "Phường 1"),
        ("Nguyễn Thị Minh Khai", "Phường Nguyễn Thị Minh Khai"),
        ("Phan Bội Châu", "Phường Phan Bội Châu"),
        ("Lê Lợi", "Phường Lê Lợi"),
        ("Điện Biên Phủ", "Phường Điện Biên Phủ"),
        ("Bình Minh", "phường Bình Minh"),
        ("Phan Thiết", "phường Phan Thiết"),
        ("Lý Sơn", "phường Lý Sơn"),
        ("Hoàng Sa – Song Tử Đông", "phường Hoàng Sa – Song Tử Đông"),
        ("Hà Đông và vùng phụ cận", "phường Hà Đông và vùng phụ cận"),
    ],
)
def test_the_name_proposes_whether_its_kind_takes_a_capital(name: str, full: str) -> None:
    assert replace(WARD, name=name).full_name == full


def test_the_office_has_the_last_word_on_its_capital() -> None:
    place = replace(WARD, kind=OfficeKind.COMMUNE, name="Đinh Trang Hòa", unit_capital=False)
    person = replace(WARD, name="Bạch Đằng", unit_capital=True)

    assert (place.full_name, place.date_line_place) == ("xã Đinh Trang Hòa", "Đinh Trang Hòa")
    assert (person.full_name, person.date_line_place) == ("Phường Bạch Đằng",) * 2


@pytest.mark.parametrize(
    ("cutoff_day", "reporting_day", "month"),
    [(15, 20, 10), (14, 22, 10), (0, 25, 10), (0, 5, 11), (25, 20, 11)],
)
def test_a_draft_is_dated_in_the_month_it_is_due(
    cutoff_day: int, reporting_day: int, month: int
) -> None:
    office = replace(WARD, cutoff_day=cutoff_day, reporting_day=reporting_day)

    assert due_month(office, ReportingPeriod.parse("2025-10")) == date(2025, month, 1)


def test_a_december_report_may_fall_due_in_january() -> None:
    office = replace(WARD, reporting_day=5)

    assert due_month(office, ReportingPeriod.parse("2025")) == date(2026, 1, 1)
