"""Periods: their keys, their days, and what comes before and after."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.period import PeriodKind, ReportingPeriod, UnknownPeriod

KEYS = ("2025-10", "2025-Q3", "2025-H2", "2025-9M", "2025")
months = st.builds(
    ReportingPeriod, st.just(PeriodKind.MONTH), st.integers(2021, 2039), st.integers(1, 12)
)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_read_back_as_itself(key: str) -> None:
    assert ReportingPeriod.parse(key).key == key


@pytest.mark.parametrize(
    "text", ["", "10/2025", "2025-13", "2025-00", "2025-Q5", "2025-H3", "1999", "2041", "2025-1"]
)
def test_other_text_names_no_period(text: str) -> None:
    with pytest.raises(UnknownPeriod):
        ReportingPeriod.parse(text)


@pytest.mark.parametrize(
    ("key", "name", "first", "last"),
    [
        ("2025-10", "tháng 10 năm 2025", date(2025, 10, 1), date(2025, 10, 31)),
        ("2024-02", "tháng 02 năm 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-Q3", "quý III năm 2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-H2", "6 tháng cuối năm 2025", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-9M", "9 tháng năm 2025", date(2025, 1, 1), date(2025, 9, 30)),
        ("2025", "năm 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_has_a_name_and_its_days(key: str, name: str, first: date, last: date) -> None:
    period = ReportingPeriod.parse(key)

    assert (period.name, period.first_day, period.last_day) == (name, first, last)


@pytest.mark.parametrize(
    ("key", "following"),
    [
        ("2025-10", "2025-11"),
        ("2025-12", "2026-01"),
        ("2025-Q4", "2026-Q1"),
        ("2025-H1", "2025-H2"),
        ("2025-H2", "2026-H1"),
        ("2025", "2026"),
    ],
)
def test_periods_follow_each_other(key: str, following: str) -> None:
    assert ReportingPeriod.parse(key).next().key == following
    assert ReportingPeriod.parse(following).previous().key == key


@given(months, st.integers(0, 31))
def test_figures_leave_no_day_out_and_count_none_twice(
    period: ReportingPeriod, cutoff: int
) -> None:
    until, following = period.figures_until(cutoff), period.next().figures_from(cutoff)

    assert following == until + timedelta(days=1)
    assert period.figures_from(cutoff) <= until


def test_a_cut_off_moves_the_figures_not_the_month() -> None:
    october = ReportingPeriod.parse("2025-10")

    assert (october.figures_from(15), october.figures_until(15)) == (
        date(2025, 9, 16),
        date(2025, 10, 15),
    )
    assert (october.figures_from(0), october.figures_until(0)) == (
        date(2025, 10, 1),
        date(2025, 10, 31),
    )


def test_the_month_of_a_day() -> None:
    assert ReportingPeriod.month_of(date(2025, 10, 20)).key == "2025-10"
    assert ReportingPeriod.parse("2025-10").short_name == "Tháng 10/2025"


def longer_periods() -> st.SearchStrategy[ReportingPeriod]:
    keys = ("{}-Q1", "{}-Q2", "{}-Q3", "{}-Q4", "{}-H1", "{}-H2", "{}-9M", "{}")
    return st.builds(
        lambda key, year: ReportingPeriod.parse(key.format(year)),
        st.sampled_from(keys),
        st.integers(2021, 2039),
    )


@given(longer_periods(), st.integers(0, 31))
def test_the_months_of_a_longer_period_are_its_days_and_its_figures(
    period: ReportingPeriod, cutoff: int
) -> None:
    months = period.months
    assert (months[0].first_day, months[-1].last_day) == (period.first_day, period.last_day)
    assert all(month.next() == later for month, later in pairwise(months))
    assert months[0].figures_from(cutoff) == period.figures_from(cutoff)
    assert months[-1].figures_until(cutoff) == period.figures_until(cutoff)
    assert all(month.months == () for month in months)


@given(longer_periods())
def test_a_period_is_the_one_before_the_one_after_it(period: ReportingPeriod) -> None:
    assert period.next().previous() == period == period.previous().next()


def test_the_figures_of_a_year_begin_in_the_december_before_it_where_there_is_a_cut_off() -> None:
    year, january = ReportingPeriod.parse("2026"), ReportingPeriod.parse("2026-01")
    assert year.figures_from(14) == january.figures_from(14) == date(2025, 12, 15)
    assert year.figures_until(14) == date(2026, 12, 14)
    assert ReportingPeriod.parse("2024-02").figures_until(29) == date(2024, 2, 29)
    assert ReportingPeriod.parse("2025-02").figures_until(29) == date(2025, 2, 28)
