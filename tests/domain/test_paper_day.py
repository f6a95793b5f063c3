"""The days around a paper: the month of a draft, what it may cite, how far ahead it may be."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_day import doubts_of_citations, doubts_of_day, due_month
from kehoach_desktop.domain.period import ReportingPeriod

SIGNED = date(2025, 10, 20)


@pytest.mark.parametrize(
    ("cited", "doubted"),
    [
        ("số 45/KH-UBND ngày 19/10/2025", False),
        ("số 45/KH-UBND ngày 20/10/2025", False),
        ("số 45/KH-UBND ngày 21/10/2025", True),
        ("số 45/KH-UBND, ngày 21 tháng 10 năm 2025", True),
        ("số 45/KH-UBND ngày 21 tháng 10 năm 2025", True),
        ("số 45/KH-UBND ngày 31/02/2026", False),
    ],
)
def test_no_paper_rests_on_one_that_is_later(cited: str, doubted: bool) -> None:
    found = doubts_of_citations([f"Căn cứ Kế hoạch {cited} của UBND tỉnh;"], SIGNED)
    assert bool(found) is doubted
    assert not doubts_of_citations([cited], None)


def test_the_same_later_paper_is_named_once() -> None:
    text = "Kế hoạch số 45/KH-UBND ngày 21/10/2025"
    assert doubts_of_citations([text, text], SIGNED) == (
        "Dẫn văn bản số 45/KH-UBND đề ngày 21/10/2025, sau ngày ký.",
    )


@pytest.mark.parametrize(("day", "doubted"), [(20, False), (21, True)])
def test_a_day_more_than_31_days_ahead_is_a_slip(day: int, doubted: bool) -> None:
    assert bool(doubts_of_day(date(2025, 11, day), SIGNED)) is doubted
    assert doubts_of_day(None, SIGNED) == ()


@pytest.mark.parametrize(
    ("cutoff", "reporting", "month"),
    [(0, 20, "2025-10"), (14, 20, "2025-10"), (0, 5, "2025-11"), (31, 20, "2025-11")],
)
def test_a_report_is_drafted_in_the_month_it_falls_due_in(
    cutoff: int, reporting: int, month: str
) -> None:
    office = Office(cutoff_day=cutoff, reporting_day=reporting)
    assert due_month(office, ReportingPeriod.parse("2025-10")).isoformat() == f"{month}-01"
