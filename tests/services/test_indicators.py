"""A year of fourteen villages through the store: sums as a script makes them, sources taken out."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.app import Verbs
from kehoach_desktop.cli.activity_json import of_sheet
from kehoach_desktop.domain.activity import AT_HOME, Activity, ActivityId, Attendance, IndicatorId
from kehoach_desktop.domain.figure_cell import COMMUNE
from kehoach_desktop.domain.figure_table import FigureDraft, ReadFigure
from kehoach_desktop.domain.indicator_book import SHIPPED, Figure, FigureKey
from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.services.indicators import ImpossibleFigure, UnknownIndicator
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On

TYPED = [i for i in SHIPPED if not i.parts]
MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
PARTS = {str(i.id): i.parts for i in SHIPPED if i.parts}
QUARTERS = {f"2025-Q{q}": MONTHS[q * 3 - 3 : q * 3] for q in range(1, 5)}
SPANS = {**{m: [m] for m in MONTHS}, **QUARTERS, "2025-H1": MONTHS[:6], "2025-H2": MONTHS[6:],
         "2025-9M": MONTHS[:9], "2025": MONTHS}  # fmt: skip


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    made = Verbs(store, On(date(2026, 1, 5)))
    for number in range(14):
        made.units.add(Unit(UnitId(""), f"Thôn {number + 1}", UnitKind.VILLAGE))
    return made


def test_the_totals_of_a_year_are_those_of_a_script(verbs: Verbs) -> None:
    villages = verbs.indicators.villages(ReportingPeriod.parse("2025"))
    chance = random.Random(158)
    given: dict[tuple[str, str, str], int] = {}
    for indicator in TYPED:
        for village in villages:
            for month in MONTHS:
                if chance.random() < 0.9:
                    given[indicator.id, village.id, month] = chance.randrange(500)
    verbs.indicators.give(
        [Figure(FigureKey(IndicatorId(i), u, m), n, f"Phiếu {m}") for (i, u, m), n in given.items()]
    )
    for key, months in SPANS.items():
        told = of_sheet(verbs.indicators.sheet(ReportingPeriod.parse(key)))
        for line in told["indicators"]:
            parts = PARTS.get(line["indicator"], (line["indicator"],))
            known = [n for (i, _u, m), n in given.items() if i in parts and m in months]
            assert line["value"] == (sum(known) if known else None)
            asked = {(v.id, m) for v in villages for m in months for p in parts
                     if (p, v.id, m) not in given}  # fmt: skip
            assert {(gap["village"], gap["period"]) for gap in line["missing"]} == asked
            assert line["complete"] == (not asked)


def test_a_step_gives_back_what_a_source_took_along(verbs: Verbs) -> None:
    village, other = verbs.indicators.villages(ReportingPeriod.parse("2025"))[:2]
    keys = [FigureKey(i.id, village.id, "2025-03") for i in TYPED[:3]]
    verbs.indicators.give([Figure(key, 4, "Phiếu A") for key in keys])
    kept = FigureKey(TYPED[0].id, other.id, "2025-03")
    verbs.indicators.give([Figure(kept, 9, "Phiếu B")])
    march = ReportingPeriod.parse("2025-03")
    before = verbs.indicators.book(march).figures
    step = verbs.indicators.take_out_source("phieu a")
    assert [*verbs.indicators.book(march).figures] == [kept]
    verbs.indicators.keep(step.reversed())
    assert verbs.indicators.book(march).figures == before
    verbs.indicators.give([Figure(kept, 10, "Phiếu B, sửa")])
    assert verbs.indicators.book(march).figures[kept].value == 10
    with pytest.raises(ImpossibleFigure, match="chưa bắt đầu"):
        verbs.indicators.give([Figure(FigureKey(TYPED[0].id, other.id, "2026-02"), 1, "x")])
    with pytest.raises(ImpossibleFigure, match="theo thôn"):
        verbs.indicators.give([Figure(FigureKey(TYPED[0].id, COMMUNE, "2025-02"), 1, "x")])


def test_a_figure_that_cannot_be_is_refused_with_all_that_came_beside_it(verbs: Verbs) -> None:
    (village, *_rest) = verbs.indicators.villages(ReportingPeriod.parse("2025"))
    counted, whole = TYPED[0], next(i for i in SHIPPED if i.parts)
    stalls = replace(counted, id=IndicatorId(""), name="Gian hàng số", by_village=False, kinds=())
    verbs.indicators.define(stalls)
    ours = verbs.indicators.named("Gian hàng số")
    good = Figure(FigureKey(counted.id, village.id, "2025-03"), 4, "Phiếu A")
    impossible = (
        replace(good, value=-1),
        replace(good, source=" "),
        replace(good, key=replace(good.key, unit=COMMUNE)),
        replace(good, key=replace(good.key, period="2026-02")),
        replace(good, key=replace(good.key, indicator=whole.id)),
        replace(good, key=replace(good.key, indicator=ours.id)),
    )
    for wrong in impossible:
        with pytest.raises(ImpossibleFigure):
            verbs.indicators.give([good, wrong])
    with pytest.raises(UnknownIndicator):
        verbs.indicators.give(
            [good, replace(good, key=replace(good.key, indicator=IndicatorId("la")))]
        )
    assert not verbs.indicators.book(ReportingPeriod.parse("2025-03")).figures
    verbs.indicators.give([good, replace(good, key=FigureKey(ours.id, COMMUNE, "2025-03"))])
    assert len(verbs.indicators.book(ReportingPeriod.parse("2025-03")).figures) == 2


def test_an_activity_counts_where_its_team_is_at_home(verbs: Verbs) -> None:
    verbs.rosters.add_team("Thôn 3", since=date(2025, 1, 1))
    (team,) = verbs.activities.teams()
    for day, whose in ((date(2025, 3, 4), team.id), (date(2025, 3, 9), None)):
        did = Activity(ActivityId(""), AT_HOME, day, whose, attendance=Attendance(7))
        verbs.activities.add(did)
    sheet = verbs.indicators.sheet(ReportingPeriod.parse("2025-03"))
    (line,) = [held for held in sheet.lines if held.indicator.id == "ho_tro_tai_nha"]
    assert line.total.value == 14
    told = {unit.name: unit.cell.value for unit in line.units if unit.cell.sources}
    assert told == {"Thôn 3": 7, "Cấp xã": 7}
    assert line.asked == 14


def test_an_activity_taken_out_by_mistake_comes_back_with_what_proves_it(
    verbs: Verbs, tmp_path: Path
) -> None:
    photo = tmp_path / "Ra quân.jpg"
    photo.write_bytes(b"anh ra quan")
    verbs.activities.add(Activity(ActivityId(""), AT_HOME, date(2025, 10, 3)))
    (held,) = verbs.activities.between(date(2025, 10, 1), date(2025, 10, 31))
    verbs.activities.attach(held.id, photo)
    assert not verbs.activities.attach(held.id, photo).changes
    (file,) = verbs.activities.files(held.id)

    step = verbs.activities.remove(held.id)
    assert verbs.activities.proven() == frozenset()
    verbs.activities.keep(step.reversed())

    assert verbs.activities.get(held.id) == held
    assert verbs.activities.files(held.id) == (file,)


def test_a_file_that_gives_the_number_that_stands_changes_nothing(verbs: Verbs) -> None:
    march = ReportingPeriod.parse("2025-03")
    (village, other, *_rest) = verbs.indicators.villages(march)
    key = FigureKey(TYPED[0].id, village.id, march.key)
    verbs.indicators.give([Figure(key, 4, "Trưởng thôn báo")])
    read = (ReadFigure(TYPED[0], village, 4, "dòng 3"), ReadFigure(TYPED[0], other, 4, "dòng 4"))
    same, new = verbs.indicators.proposed(FigureDraft(read), march, "Phiếu tháng 3")
    assert (same.changes, new.changes) == (False, True)
