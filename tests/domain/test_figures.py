"""All totals against an independent sum, and what exactly a source leaves missing when it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_desktop.domain.activity import (
    AT_HOME,
    PROPAGANDA,
    Activity,
    ActivityId,
    Attendance,
    ImpossibleActivity,
    IndicatorId,
    Tally,
    checked,
    kinds_known,
)
from kehoach_desktop.domain.figure_cell import COMMUNE, Gap, inner_periods, month_of_figures
from kehoach_desktop.domain.figure_sheet import sheet_of
from kehoach_desktop.domain.figures import FigureBook
from kehoach_desktop.domain.indicator_book import (
    SHIPPED,
    Drawn,
    Figure,
    FigureKey,
    ImpossibleIndicator,
    Indicator,
    MixedMeasures,
    Nature,
    Target,
    checked_indicator,
    indicators_of,
)
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind

P = ReportingPeriod.parse
VILLAGES = tuple(Unit(UnitId(f"v{n}"), f"Thôn {n}", UnitKind.VILLAGE) for n in range(1, 15))
INDICATORS = indicators_of(())
HOME, VNEID = INDICATORS[IndicatorId("ho_tro_tai_nha")], INDICATORS[IndicatorId("vneid_muc_2")]
CENTRE, BOTH = INDICATORS[IndicatorId("ho_tro_trung_tam")], INDICATORS[IndicatorId("luot_ho_tro")]
END_OF_YEAR = date(2025, 12, 31)
EVERY_PERIOD = (
    *(f"2025-{month:02}" for month in range(1, 13)),
    *("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-H1", "2025-H2", "2025-9M", "2025"),
)


def typed(indicator: Indicator, unit: str, period: str, value: int) -> Figure:
    return Figure(FigureKey(indicator.id, unit, period), value, f"Phiếu {unit} {period}")


def tally(did: Activity) -> Tally:
    people = did.attendance.people
    return Tally(did.id, did.kind, did.day, did.team, people, did.counts)


def book(*figures: Figure, activities: tuple[Activity, ...] = (), **more: object) -> FigureBook:
    held = FigureBook(
        INDICATORS,
        VILLAGES,
        END_OF_YEAR,
        {figure.key: figure for figure in figures},
        activities=[*map(tally, activities)],
        unit_of={TeamId(f"t{n}"): f"v{n}" for n in range(1, 15)} | {None: COMMUNE},
    )
    return replace(held, **more)  # type: ignore[arg-type]


def did(day: date, team: int, people: int | None, kind: str = AT_HOME) -> Activity:
    key = ActivityId(f"{kind}{day}{team}{people}")
    return Activity(key, kind, day, TeamId(f"t{team}"), attendance=Attendance(people))


@st.composite
def years(draw: st.DrawFn) -> tuple[list[Figure], list[Activity]]:
    """Fourteen villages and twelve months: a figure, some activities, both, or nothing."""
    figures, activities = [], []
    for village in range(1, 15):
        for month in range(1, 13):
            what = draw(st.sampled_from("--faab"))
            if what in "fb":
                value = draw(st.integers(0, 400))
                figures.append(typed(HOME, f"v{village}", f"2025-{month:02}", value))
            if what in "ab":
                days = draw(st.lists(st.integers(1, 28), min_size=1, max_size=2, unique=True))
                activities += [did(date(2025, month, d), village, d + village) for d in days]
    return figures, activities


def by_hand(
    figures: list[Figure], activities: list[Activity], unit: str, months: list[int]
) -> tuple[int | None, set[str]]:
    """The sum of one village as a clerk with a pencil makes it, and the months she has to ask."""
    known, missing = [], set()
    for month in months:
        key = f"2025-{month:02}"
        given_here = [f.value for f in figures if f.key.unit == unit and f.key.period == key]
        there = [
            activity.attendance.people or 0
            for activity in activities
            if f"v{str(activity.team)[1:]}" == unit and activity.day.month == month
        ]
        if given_here:
            known.append(given_here[0])
        elif there:
            known.append(sum(there))
        else:
            missing.add(key)
    return (sum(known) if known else None), missing


def months_of(key: str) -> list[int]:
    period = P(key)
    return [*range(period.first_day.month, period.last_day.month + 1)]


@settings(max_examples=25, deadline=None)
@given(years())
def test_every_total_is_what_an_independent_sum_makes_it(
    year: tuple[list[Figure], list[Activity]],
) -> None:
    figures, activities = year
    held = book(*figures, activities=tuple(activities))
    for key in EVERY_PERIOD:
        sums, asked = [], set()
        for village in VILLAGES:
            value, missing = by_hand(figures, activities, village.id, months_of(key))
            cell = held.cell(HOME, village.id, P(key))
            assert (cell.value, {gap.period for gap in cell.gaps}) == (value, missing)
            sums.append(value)
            asked |= {(village.id, month) for month in missing}
        total, cells = held.total(HOME, P(key))
        known = [value for value in sums if value is not None]
        assert total.value == (sum(known) if known else None)
        assert {(gap.unit, gap.period) for gap in total.gaps} == asked
        assert total.is_whole == (not asked)
        assert [*cells] == [village.id for village in VILLAGES]
        counted = [s.value or 0 for s in total.sources if s.counted]
        assert sum(counted) == (total.value or 0)


@settings(max_examples=25, deadline=None)
@given(years(), st.randoms(use_true_random=False))
def test_a_source_that_goes_leaves_exactly_its_dependents_missing(
    year: tuple[list[Figure], list[Activity]], chance: object
) -> None:
    figures, _activities = year
    if not figures:
        return
    gone = figures[chance.randrange(len(figures))]  # type: ignore[attr-defined]
    before, after = book(*figures), book(*(f for f in figures if f is not gone))
    for key in EVERY_PERIOD:
        depends = int(gone.key.period[5:]) in months_of(key)
        for village in VILLAGES:
            was, now = (held.cell(HOME, village.id, P(key)) for held in (before, after))
            if depends and village.id == gone.key.unit:
                assert set(now.gaps) - set(was.gaps) == {Gap(village.id, gone.key.period)}
                assert (was.value or 0) - (now.value or 0) == gone.value
            else:
                assert now == was
        was, now = (held.total(HOME, P(key))[0] for held in (before, after))
        assert (now != was) == depends
        assert not (depends and now.is_whole)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(1, 14), st.integers(1, 12)), st.integers(0, 900)))
def test_a_cumulative_figure_is_the_latest_known_and_says_what_it_lacks(
    given_: dict[tuple[int, int], int],
) -> None:
    stock = Indicator(IndicatorId("kho"), "Tài khoản đến nay", "tài khoản", Nature.CUMULATIVE)
    figures = [typed(stock, f"v{v}", f"2025-{m:02}", n) for (v, m), n in given_.items()]
    held = book(*figures, indicators={stock.id: stock})
    for key in EVERY_PERIOD:
        for number, village in enumerate(VILLAGES, start=1):
            known = [m for m in months_of(key) if (number, m) in given_]
            cell = held.cell(stock, village.id, P(key))
            last = max(known, default=0)
            assert cell.value == given_.get((number, last))
            late = {f"2025-{m:02}" for m in months_of(key) if m > last}
            assert {gap.period for gap in cell.gaps} == late


def test_a_period_is_its_inner_periods_without_rest() -> None:
    for key in EVERY_PERIOD[12:]:
        inner = inner_periods(P(key))
        assert inner[0].first_day == P(key).first_day
        assert inner[-1].last_day == P(key).last_day
        for one, other in pairwise(inner):
            assert one.last_day + timedelta(days=1) == other.first_day


def test_nothing_is_not_nought() -> None:
    held = book(typed(VNEID, "v1", "2025-10", 0))
    assert held.cell(VNEID, "v1", P("2025-10")).value == 0
    assert held.cell(VNEID, "v2", P("2025-10")).value is None
    total, _cells = held.total(VNEID, P("2025-10"))
    assert (total.value, len(total.gaps)) == (0, 13)


def test_a_figure_of_a_quarter_stands_for_its_months() -> None:
    held = book(typed(VNEID, "v1", "2025-Q3", 30), typed(VNEID, "v1", "2025-08", 7))
    quarter = held.cell(VNEID, "v1", P("2025-Q3"))
    assert (quarter.value, quarter.gaps) == (30, ())
    assert [(source.value, source.counted) for source in quarter.sources] == [
        (30, True),
        (7, False),
    ]
    year = held.cell(VNEID, "v1", P("2025"))
    assert (year.value, len(year.gaps)) == (30, 9)


def test_a_figure_of_the_village_covers_its_activities() -> None:
    done = (did(date(2025, 10, 3), 1, 4), did(date(2025, 10, 9), 1, 5))
    month = P("2025-10")
    assert book(activities=done).cell(HOME, "v1", month).value == 9
    covered = book(typed(HOME, "v1", "2025-10", 12), activities=done).cell(HOME, "v1", month)
    assert covered.value == 12
    assert [source.counted for source in covered.sources] == [True, False, False]


def test_an_activity_whose_people_nobody_counted_leaves_a_gap() -> None:
    done = (did(date(2025, 10, 3), 1, 4), did(date(2025, 10, 9), 1, None))
    cell = book(activities=done).cell(HOME, "v1", P("2025-10"))
    assert (cell.value, cell.gaps) == (4, (Gap("v1", "2025-10"),))
    events = INDICATORS[IndicatorId("buoi_tuyen_truyen")]
    talks = (did(date(2025, 10, 3), 1, None, PROPAGANDA),)
    assert book(activities=talks).cell(events, "v1", P("2025-10")).is_whole


def test_what_an_activity_says_itself_stands_over_what_is_drawn_from_it() -> None:
    helped = replace(did(date(2025, 10, 3), 1, 4), counts=((HOME.id, 9), (VNEID.id, 2)))
    held = book(activities=(helped,))
    assert held.cell(HOME, "v1", P("2025-10")).value == 9
    assert held.cell(VNEID, "v1", P("2025-10")).value == 2


def test_a_sum_of_indicators_lacks_what_its_parts_lack() -> None:
    held = book(typed(HOME, "v1", "2025-10", 5))
    cell = held.cell(BOTH, "v1", P("2025-10"))
    assert (cell.value, cell.gaps) == (5, (Gap("v1", "2025-10"),))
    whole = book(typed(HOME, "v1", "2025-10", 5), typed(CENTRE, "v1", "2025-10", 2))
    assert whole.cell(BOTH, "v1", P("2025-10")).is_whole


def test_months_to_come_are_not_owed() -> None:
    held = book(typed(VNEID, "v1", "2025-10", 3), today=date(2025, 11, 5))
    cell = held.cell(VNEID, "v1", P("2025-Q4"))
    assert (cell.value, cell.gaps) == (3, (Gap("v1", "2025-11"),))


def test_a_village_owes_only_while_it_stands_and_its_figures_still_count() -> None:
    old = replace(VILLAGES[0], valid_until=date(2025, 6, 30))
    new = Unit(UnitId("moi"), "Thôn Mới", UnitKind.VILLAGE, valid_from=date(2025, 7, 1))
    figures = [typed(VNEID, "v1", f"2025-{m:02}", m) for m in range(1, 7)]
    figures += [typed(VNEID, "moi", f"2025-{m:02}", m) for m in range(7, 13)]
    total, cells = book(*figures, villages=(old, new)).total(VNEID, P("2025"))
    assert (total.value, total.gaps) == (78, ())
    assert [*cells] == ["v1", "moi"]
    late = book(typed(VNEID, "v1", "2025-08", 4), villages=(old, new)).total(VNEID, P("2025-08"))
    assert late[0].value == 4


@pytest.mark.parametrize(
    ("day", "cutoff", "month"),
    [
        (date(2025, 10, 15), 0, "2025-10"),
        (date(2025, 10, 15), 15, "2025-10"),
        (date(2025, 10, 16), 15, "2025-11"),
        (date(2025, 12, 31), 25, "2026-01"),
        (date(2025, 2, 28), 30, "2025-02"),
    ],
)
def test_a_day_belongs_to_the_month_of_its_cut_off(day: date, cutoff: int, month: str) -> None:
    found = month_of_figures(day, cutoff)
    assert found.key == month
    assert found.figures_from(cutoff) <= day <= found.figures_until(cutoff)


def test_the_sheet_compares_only_whole_totals_and_counts_towards_the_year() -> None:
    figures = [typed(VNEID, v.id, p, 10) for v in VILLAGES for p in ("2025-Q1", "2025-Q2")]
    figures += [typed(VNEID, v.id, "2025-Q3", 12) for v in VILLAGES[:-1]]
    key = FigureKey(VNEID.id, COMMUNE, "2025")
    held = book(*figures, targets={key: Target(key, 1000)})
    (second,) = [line for line in sheet_of(held, P("2025-Q2")).lines if line.indicator == VNEID]
    assert (second.total.value, second.since_before, second.since_last_year) == (140, 0, None)
    assert second.aim is not None
    assert (second.aim.reached.value, second.aim.hundredths, second.aim.of_year) == (
        280,
        2800,
        True,
    )
    (third,) = [line for line in sheet_of(held, P("2025-Q3")).lines if line.indicator == VNEID]
    assert (third.total.value, third.since_before) == (156, None)
    assert [line.name for line in third.missing] == ["Thôn 14"]


def test_visits_and_people_are_never_added() -> None:
    learners = INDICATORS[IndicatorId("nguoi_huong_dan")]
    whole = Indicator(IndicatorId("x"), "Tổng", "lượt", parts=(HOME.id, learners.id))
    with pytest.raises(MixedMeasures, match="người"):
        checked_indicator(whole, INDICATORS)
    drawn = Indicator(IndicatorId("x"), "Dự", "người", drawn=Drawn.PEOPLE, kinds=(AT_HOME,))
    with pytest.raises(MixedMeasures):
        checked_indicator(drawn, INDICATORS)
    with pytest.raises(MixedMeasures):
        checked_indicator(replace(HOME, measure="người", drawn=Drawn.NOTHING), INDICATORS)
    with pytest.raises(ImpossibleIndicator, match="phần trăm"):
        checked_indicator(Indicator(IndicatorId("x"), "Tỷ lệ", "%"), INDICATORS)
    fine = Indicator(IndicatorId("x"), "Lượt tất cả", "Lượt ", parts=(HOME.id, CENTRE.id))
    assert checked_indicator(fine, INDICATORS).measure == "lượt"


def test_the_shipped_indicators_keep_the_rules_of_every_other() -> None:
    for indicator in SHIPPED:
        assert checked_indicator(indicator, INDICATORS) == indicator


def test_no_part_of_the_people_is_above_them_all() -> None:
    day = date(2025, 10, 3)
    assert checked(did(day, 1, 5), day).attendance.people == 5
    for there in (Attendance(5, 6), Attendance(5, elderly=6), Attendance(None, 1), Attendance(-1)):
        with pytest.raises(ImpossibleActivity):
            checked(replace(did(day, 1, 5), attendance=there), day)
    with pytest.raises(ImpossibleActivity, match="chưa tới"):
        checked(did(date(2025, 10, 4), 1, 5), day)


def test_kinds_an_office_writes_stand_behind_the_usual_ones() -> None:
    assert kinds_known(("tuyên  truyền", "Chợ số"))[-1] == "Chợ số"
    assert len(kinds_known(("tuyên truyền", "Chợ số"))) == 6
