"""Reports due from 2025 to 2030 against a table and a count of days made another way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_desktop.domain.duty import (
    OFFICE_DUTY,
    DueReport,
    DutyId,
    DutyStep,
    ImpossibleSpan,
    ReportingDuty,
    UnknownStep,
    office_duty,
    owed,
    reports_due,
    step_of,
)
from kehoach_desktop.domain.duty_calendar import to_icalendar
from kehoach_desktop.domain.duty_rule import DutyRule
from kehoach_desktop.domain.office import SAMPLE_OFFICE, Office
from kehoach_desktop.domain.working_days import DayOff, WorkingDays
from kehoach_desktop.services.public_holidays import public_days_off
from tests.domain.moon import hung_kings_day, tet

FIRST, LAST = date(2025, 1, 1), date(2030, 12, 31)
# The weekdays without work, written down from the announcements of 2025 and 2026; from 2027 on as
# the Labour Code says: five days of Tết and what falls on a weekend made good after it (Điều 111,
# 112), the second day of National Day beside the first, 24/11 from 2026.
WEEKDAYS_OFF = {
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
    2027: "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11",
    2028: "3/1 24/1 25/1 26/1 27/1 28/1 4/4 1/5 2/5 1/9 4/9 24/11",
    2029: "1/1 12/2 13/2 14/2 15/2 16/2 23/4 30/4 1/5 3/9 4/9 26/11",
    2030: "1/1 31/1 1/2 4/2 5/2 6/2 12/4 30/4 1/5 2/9 3/9 25/11",
}
SATURDAYS_WORKED = {date(2025, 4, 26), date(2026, 8, 22)}
OFF = {
    date(year, int(day.split("/")[1]), int(day.split("/")[0]))
    for year, days in WEEKDAYS_OFF.items()
    for day in days.split()
}
CALENDAR = WorkingDays.of(public_days_off())


def works(day: date) -> bool:
    return day in SATURDAYS_WORKED or (day.isoweekday() < 6 and day not in OFF)


def all_days() -> Iterable[date]:
    return (date.fromordinal(n) for n in range(FIRST.toordinal(), LAST.toordinal() + 1))


def a_duty(rule: str, number: int = 1) -> ReportingDuty:
    return ReportingDuty(DutyId(f"d{number}"), DutyRule.parse(rule), recipient="Sở KH&CN")


def due(
    *duties: ReportingDuty,
    first: date = FIRST,
    last: date = LAST,
    calendar: WorkingDays = CALENDAR,
    done: dict[tuple[DutyId, str], date] | None = None,
) -> tuple[DueReport, ...]:
    return reports_due(duties, first, last, calendar, done or {})


def test_every_day_of_six_years_is_off_or_worked_as_the_table_says() -> None:
    assert [day for day in all_days() if CALENDAR.is_working(day) != works(day)] == []


@pytest.mark.parametrize("year", range(2020, 2041))
def test_the_days_of_the_moon_are_where_the_moon_puts_them(year: int) -> None:
    assert "Tết Nguyên Đán" in CALENDAR.special[tet(year)].reason
    assert "Hùng Vương" in CALENDAR.special[hung_kings_day(year)].reason


BY_DAY: dict[str, Callable[[date], bool]] = {
    "daily 10:00": works,
    "weekly fri 08:00": lambda d: d.isoweekday() == 5,
    "weekly thu 08:00": lambda d: d.isoweekday() == 4,
    "monthly before 15": lambda d: d.day == 15,
    "monthly before 20": lambda d: d.day == 20,
    "monthly before 22": lambda d: d.day == 22,
    "monthly before 25": lambda d: d.day == 25,
    "monthly 31": lambda d: (d + timedelta(days=1)).day == 1,
    "monthly 5+1": lambda d: d.day == 5,
    "quarterly before 15": lambda d: d.day == 15 and d.month in (3, 6, 9, 12),
    "quarterly 10+1": lambda d: d.day == 10 and d.month in (1, 4, 7, 10),
    "half_yearly before 15": lambda d: (d.day, d.month) == (15, 6),
    "nine_months before 15": lambda d: (d.day, d.month) == (15, 9),
    "yearly before 15/12": lambda d: (d.day, d.month) == (15, 12),
    "yearly before 20/12": lambda d: (d.day, d.month) == (20, 12),
    "yearly 10/1": lambda d: (d.day, d.month) == (10, 1),
    "ad_hoc before 2025-08-30": lambda d: d == date(2025, 8, 30),
}


def working_day_before(day: date) -> date:
    return next(d for n in range(1, 30) if works(d := day - timedelta(days=n)))


@pytest.mark.parametrize("rule", BY_DAY)
def test_no_day_of_six_years_is_wrong(rule: str) -> None:
    expected = [day for day in all_days() if BY_DAY[rule](day)]
    reports = due(a_duty(rule))
    assert [report.due for report in reports] == expected
    late = [day for day in expected if day.year > 2025 or day.month > 1]  # 2024 is not in the table
    reminders = {report.due: report.remind_on for report in reports}
    assert [reminders[day] for day in late] == [working_day_before(day) for day in late]
    assert [r.due for r in reports if r.on_day_off] == [d for d in expected if not works(d)]
    assert len({report.identity for report in reports}) == len(reports)


@pytest.mark.parametrize(
    ("rule", "day", "remind_on"),
    [
        ("monthly before 20", date(2025, 9, 20), date(2025, 9, 19)),  # a Saturday
        ("monthly before 20", date(2025, 10, 20), date(2025, 10, 17)),  # a Monday
        ("monthly before 2", date(2025, 9, 2), date(2025, 8, 29)),  # four days of National Day
        ("monthly before 3", date(2025, 2, 3), date(2025, 1, 24)),  # nine days of Tết
        ("monthly before 23", date(2026, 2, 23), date(2026, 2, 13)),  # nine days of Tết
        ("monthly before 27", date(2025, 4, 27), date(2025, 4, 26)),  # a Saturday that is worked
        ("weekly fri 08:00", date(2025, 5, 2), date(2025, 4, 29)),
        ("yearly before 20/12", date(2025, 12, 20), date(2025, 12, 19)),
    ],
)
def test_the_day_is_never_moved_and_the_reminder_is_the_last_working_day_before(
    rule: str, day: date, remind_on: date
) -> None:
    (report,) = due(a_duty(rule), first=day, last=day)
    assert (report.due, report.remind_on) == (day, remind_on)


def test_a_hand_has_the_last_word_on_a_day() -> None:
    by_hand = [DayOff(date(2025, 10, 17), reason="Mưa lũ"), DayOff(date(2025, 9, 1), off=False)]
    calendar = WorkingDays.of(public_days_off(), by_hand)
    (october,) = due(
        a_duty("monthly before 20"),
        first=date(2025, 10, 1),
        last=date(2025, 10, 31),
        calendar=calendar,
    )
    assert october.remind_on == date(2025, 10, 16)
    assert calendar.working_day_before(date(2025, 9, 2)) == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("rule", "day", "latest"),
    [
        ("monthly before 20", date(2025, 10, 20), date(2025, 10, 19)),
        ("monthly 20", date(2025, 10, 20), date(2025, 10, 20)),
        ("monthly before 31", date(2025, 11, 30), date(2025, 11, 30)),  # no 31st to be before
        ("weekly fri 08:00", date(2025, 10, 3), date(2025, 10, 3)),
        ("ad_hoc before 2025-08-30", date(2025, 8, 30), date(2025, 8, 29)),
    ],
)
def test_before_a_day_means_by_the_day_before(rule: str, day: date, latest: date) -> None:
    (report,) = due(a_duty(rule), first=day, last=day)
    assert report.latest == latest
    assert not report.is_late(day)
    assert report.is_late(day + timedelta(days=1))


@pytest.mark.parametrize(
    ("rule", "cutoff", "begins", "ends"),
    [
        ("monthly before 20", 0, date(2025, 9, 1), date(2025, 9, 30)),
        ("monthly before 20", 14, date(2025, 8, 15), date(2025, 9, 14)),
        ("quarterly before 20", 14, date(2025, 6, 15), date(2025, 9, 14)),
        ("nine_months before 20", 14, date(2024, 12, 15), date(2025, 9, 14)),
        ("half_yearly before 20+3", 14, date(2024, 12, 15), date(2025, 6, 14)),
        ("yearly before 20/9", 14, date(2024, 12, 15), date(2025, 12, 14)),
        ("weekly sat", 14, None, None),
    ],
)
def test_the_figures_are_cut_off_by_the_calendar_or_on_the_fourteenth(
    rule: str, cutoff: int, begins: date | None, ends: date | None
) -> None:
    duty = replace(a_duty(rule), cutoff_day=cutoff)
    (report,) = due(duty, first=date(2025, 9, 20), last=date(2025, 9, 20))
    assert report.figures == (None if begins is None else (begins, ends))


def test_a_chain_has_its_days_each_with_its_reminder() -> None:
    rule = DutyRule.parse("monthly before 20")
    steps = tuple(step_of(t, rule) for t in ("đơn vị gửi=15", "dự thảo=17", "ký=19", "họp=-7"))
    duty = replace(a_duty("monthly before 20"), steps=steps)
    (report,) = due(duty, first=date(2025, 11, 1), last=date(2025, 11, 30))
    assert [(s.name, s.due.day, s.remind_on.day) for s in report.steps] == [
        ("đơn vị gửi", 15, 14),  # the 15th is a Saturday
        ("dự thảo", 17, 14),
        ("ký", 19, 18),
        ("họp", 13, 12),
    ]


@pytest.mark.parametrize(
    "text", ["", "ký", "=5", "ký=", "ký=21", "ký=0", "ký=x", "ký=--3", "ký=-9999"]
)
def test_a_step_that_names_no_day_before_is_refused(text: str) -> None:
    with pytest.raises(UnknownStep):
        step_of(text, DutyRule.parse("monthly before 20"))


def test_a_duty_stands_from_its_first_day_to_its_last() -> None:
    duty = replace(a_duty("monthly 20"), since=date(2025, 3, 20), until=date(2025, 5, 19))
    assert [report.key for report in due(duty)] == ["2025-03", "2025-04"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 2, 1), date(2025, 1, 31)),
        (date(1, 1, 1), date(2025, 1, 1)),
        (date(2025, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_span_that_is_none_is_refused(first: date, last: date) -> None:
    with pytest.raises(ImpossibleSpan):
        due(a_duty("daily"), first=first, last=last)


SPANS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(st.lists(SPANS, min_size=3, max_size=3).map(sorted), st.sampled_from(sorted(BY_DAY)))
def test_two_stretches_give_what_the_whole_gives_nothing_lost_nothing_twice(
    days: list[date], rule: str
) -> None:
    first, middle, last = days
    duty = a_duty(rule)
    parts = due(duty, first=first, last=middle)
    if middle < last:
        parts += due(duty, first=middle + timedelta(days=1), last=last)
    assert parts == due(duty, first=first, last=last)


def test_what_was_marked_is_owed_no_more_and_stays_marked_when_the_day_changes() -> None:
    done = {(DutyId("d1"), "2025-09"): date(2025, 9, 19)}
    first, last = date(2025, 8, 1), date(2025, 10, 31)
    before = due(a_duty("monthly before 20"), done=done, first=first, last=last)
    assert [r.key for r in owed(before, date(2025, 10, 20))] == ["2025-08", "2025-10"]
    assert [r.key for r in owed(before, date(2025, 10, 19))] == ["2025-08"]
    after = due(a_duty("monthly before 22"), done=done, first=first, last=last)
    assert [r.key for r in owed(after, date(2025, 10, 31))] == ["2025-08", "2025-10"]
    assert [r.key for r in owed(before + before, date(2025, 10, 20))] == ["2025-08", "2025-10"]


def test_the_reporting_day_of_the_office_is_a_duty() -> None:
    duty = office_duty(replace(SAMPLE_OFFICE, reporting_day=22, cutoff_day=14))
    assert duty is not None
    assert (duty.id, duty.rule.key, duty.cutoff_day) == (OFFICE_DUTY, "monthly before 22", 14)
    assert duty.recipient == SAMPLE_OFFICE.addressee
    assert office_duty(None) is None
    assert office_duty(Office(name="Bình Minh", reporting_day=0)) is None


NOW = datetime(2025, 10, 1, 2, 3, 4, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_the_calendar_file_holds_each_report_with_its_reminder() -> None:
    steps = (DutyStep("đơn vị gửi", 5),)
    monthly = replace(a_duty("monthly before 20"), steps=steps, source="KH 12; mục 4, ý b\n(sửa)")
    reports = due(
        monthly, a_duty("weekly fri 08:00", 2), first=date(2025, 10, 20), last=date(2025, 10, 24)
    )
    lines = unfolded(to_icalendar(reports, NOW))
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert [line for line in lines if line.startswith("UID")] == [
        "UID:d1-2025-10-1@kehoach-desktop",
        "UID:d1-2025-10@kehoach-desktop",
        "UID:d2-2025-10-24@kehoach-desktop",
    ]
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20251015",
        "DTSTART;VALUE=DATE:20251020",
        "DTSTART:20251024T010000Z",  # eight in the morning in Hà Nội
    ]
    assert lines.count("TRIGGER;VALUE=DATE-TIME:20251017T003000Z") == 1
    assert "KH 12\\; mục 4\\, ý b\\n(sửa)" in "".join(lines)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_line_of_the_calendar_file_is_longer_than_75_octets(text: str) -> None:
    duty = replace(a_duty("monthly before 20"), recipient=text, source="ộ" * 90)
    reports = due(duty, first=date(2025, 10, 1), last=date(2025, 10, 31))
    content = to_icalendar(reports, NOW)
    assert max(len(line) for line in content.encode().split(b"\r\n")) <= 75
    assert "ộ" * 90 in content.replace("\r\n ", "")
    names = {
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "SUMMARY",
    }
    names |= {"DESCRIPTION", "TRANSP", "ACTION", "TRIGGER", ""}
    begun = (line.split(":")[0].split(";")[0] for line in unfolded(content))
    assert {name for name in begun if name} <= names


def test_the_same_reports_make_the_same_file() -> None:
    reports = due(a_duty("monthly before 20"))
    assert to_icalendar(reports, NOW) == to_icalendar(reports, NOW)
