"""The rule of a duty: written short, read back, said in words, refused when it says nothing."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.duty_rule import DutyRule, Rhythm, UnknownRule
from kehoach_desktop.domain.period import ReportingPeriod

HOURS = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
OF_A_PERIOD = (Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.HALF_YEARLY, Rhythm.NINE_MONTHS)
ANY_DAY = st.dates(date(2020, 1, 1), date(2040, 12, 31))
RULES = st.one_of(
    st.builds(DutyRule, st.just(Rhythm.DAILY), hour=HOURS),
    st.builds(DutyRule, st.just(Rhythm.WEEKLY), weekday=st.integers(0, 6), hour=HOURS),
    st.builds(
        DutyRule,
        st.sampled_from(OF_A_PERIOD),
        day=st.integers(1, 31),
        months_after=st.integers(0, 6),
        hour=HOURS,
        exclusive=st.booleans(),
    ),
    st.builds(
        DutyRule,
        st.just(Rhythm.YEARLY),
        day=st.integers(1, 28),
        months_after=st.integers(-5, 6),
        hour=HOURS,
        exclusive=st.booleans(),
    ),
    st.builds(DutyRule, st.just(Rhythm.AD_HOC), on=ANY_DAY, hour=HOURS, exclusive=st.booleans()),
)


@given(RULES)
def test_a_rule_reads_back_as_it_was_written(rule: DutyRule) -> None:
    assert DutyRule.parse(rule.key) == rule


@given(RULES)
def test_a_rule_is_read_whatever_the_case_and_the_spaces(rule: DutyRule) -> None:
    assert DutyRule.parse(f"  {rule.key.upper().replace(' ', '   ')} ") == rule


@given(st.text(max_size=30))
def test_any_text_is_a_rule_or_refused_in_a_sentence(text: str) -> None:
    try:
        rule = DutyRule.parse(text)
    except UnknownRule:
        return
    assert DutyRule.parse(rule.key) == rule


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("daily 10:00", "daily 10:00", "hằng ngày, trước 10:00"),
        ("weekly fri 8:00", "weekly fri 08:00", "hằng tuần, thứ sáu, trước 08:00"),
        ("weekly T5 08:00", "weekly thu 08:00", "hằng tuần, thứ năm, trước 08:00"),
        ("weekly CN", "weekly sun", "hằng tuần, chủ nhật"),
        ("monthly before 22", "monthly before 22", "hằng tháng, trước ngày 22"),
        ("monthly 5+1", "monthly 5+1", "hằng tháng, ngày 5 tháng sau"),
        ("quarterly on 15+2", "quarterly 15+2", "hằng quý, ngày 15 sau 2 tháng"),
        ("half_yearly before 15", "half_yearly before 15", "6 tháng đầu năm, trước ngày 15"),
        ("nine_months before 15", "nine_months before 15", "9 tháng, trước ngày 15"),
        ("yearly before 15/12", "yearly before 15/12", "hằng năm, trước ngày 15/12"),
        (
            "ad_hoc before 20/12/2025",
            "ad_hoc before 2025-12-20",
            "đột xuất, trước ngày 20/12/2025",
        ),
    ],
)
def test_the_rules_of_real_plans(text: str, key: str, words: str) -> None:
    rule = DutyRule.parse(text)
    assert (rule.key, rule.in_words()) == (key, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "monthly",
        "monthly 0",
        "monthly 32",
        "monthly before 20 fri",
        "monthly 5/12",
        "weekly",
        "weekly xyz",
        "weekly before 5",
        "daily 25:00",
        "daily 20",
        "yearly 15",
        "yearly 31/2",
        "yearly 1/13",
        "ad_hoc",
        "ad_hoc 2025-02-30",
        "ad_hoc 29/5/5025",
        "fortnightly 3",
        "thu 5",
    ],
)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(UnknownRule):
        DutyRule.parse(text)


@pytest.mark.parametrize(
    ("rule", "period", "due"),
    [
        ("monthly before 20", "2025-10", date(2025, 10, 20)),
        ("monthly 31", "2026-02", date(2026, 2, 28)),
        ("monthly 31", "2028-02", date(2028, 2, 29)),
        ("monthly 5+1", "2025-12", date(2026, 1, 5)),
        ("quarterly before 15", "2025-Q3", date(2025, 9, 15)),
        ("quarterly 10+1", "2025-Q4", date(2026, 1, 10)),
        ("half_yearly before 15", "2025-H1", date(2025, 6, 15)),
        ("nine_months before 15", "2025-9M", date(2025, 9, 15)),
        ("yearly before 20/12", "2025", date(2025, 12, 20)),
        ("yearly 10/1", "2025", date(2026, 1, 10)),
        ("yearly 30/10", "2025", date(2025, 10, 30)),
    ],
)
def test_the_report_of_a_period_falls_due_on_the_day_named(
    rule: str, period: str, due: date
) -> None:
    assert DutyRule.parse(rule).due_in(ReportingPeriod.parse(period)) == due
