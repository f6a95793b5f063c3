"""The shelf of activities and figures: what went in comes out equal, and a step is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kehoach_desktop.domain.activity import (
    Activity,
    ActivityFile,
    ActivityId,
    Attendance,
    IndicatorId,
    Tally,
)
from kehoach_desktop.domain.indicator_book import (
    Drawn,
    Figure,
    FigureKey,
    Indicator,
    Nature,
    Target,
)
from kehoach_desktop.domain.membership import TeamId
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.work_step import WorkRecord, WorkStep
from kehoach_desktop.store.sqlite_store import SqliteStore

HELP = Activity(
    ActivityId("a1"),
    "Chợ số",
    date(2025, 10, 3),
    TeamId("t1"),
    "Chợ Cầu",
    "Hướng dẫn quét mã",
    Attendance(40, 22, 0, None),
    ((IndicatorId("vneid_muc_2"), 5),),
    (TaskId("x"),),
)
OURS = Activity(ActivityId("a2"), "Ra quân", date(2025, 10, 3))
PHOTO = ActivityFile(HELP.id, "ab" * 32, "ảnh.jpg", 12, "2025-10-03T02:00:00+00:00")
STALL = Indicator(
    IndicatorId("i1"), "Gian hàng", "gian hàng", Nature.CUMULATIVE, Drawn.NOTHING, (), (), False
)
KEY = FigureKey(IndicatorId("vneid_muc_2"), "v1", "2025-Q3")
GIVEN, AIM = Figure(KEY, 0, "Phiếu", date(2025, 10, 2)), Target(KEY, 40)
EVERYTHING: tuple[WorkRecord, ...] = (HELP, OURS, PHOTO, STALL, GIVEN, AIM)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "so.khxa", tmp_path / "sao-luu", make=True)
    yield opened
    opened.close()


def held(store: SqliteStore) -> list[WorkRecord]:
    with store.reading() as shelves:
        shelf = shelves.activities
        activities = shelf.between(date(2025, 1, 1), date(2025, 12, 31))
        files = [file for activity in activities for file in shelf.files(activity.id)]
        figures = shelf.figures(2025, 2025)
        return [*activities, *files, *shelf.indicators(), *figures, *shelf.targets()]


def keep(store: SqliteStore, step: WorkStep) -> None:
    with store.command("try") as shelves:
        shelves.activities.keep(step)


def test_every_record_comes_out_as_it_went_in_and_a_step_is_taken_back(store: SqliteStore) -> None:
    step = WorkStep(tuple((None, record) for record in EVERYTHING))
    keep(store, step)
    assert held(store) == [*EVERYTHING]
    keep(store, step.reversed())
    assert held(store) == []
    keep(store, step)
    assert held(store) == [*EVERYTHING]


def test_a_mended_activity_keeps_its_place_and_its_files(store: SqliteStore) -> None:
    keep(store, WorkStep(tuple((None, record) for record in EVERYTHING)))
    mended = Activity(HELP.id, "Tập huấn", HELP.day)
    keep(store, WorkStep(((HELP, mended),)))
    with store.reading() as shelves:
        shelf = shelves.activities
        assert [*shelf.between(HELP.day, HELP.day)] == [mended, OURS]
        assert shelf.latest() == OURS
        assert [*shelf.files(HELP.id)] == [PHOTO]
        assert shelf.proven() == {HELP.id}
        assert [*shelf.kinds()] == ["Tập huấn", "Ra quân"]
        history = [row.after and row.after["kind"] for row in shelves.history("activity:a1")[:1]]
        assert history == ["Tập huấn"]


def test_what_is_counted_is_what_the_activities_say(store: SqliteStore) -> None:
    keep(store, WorkStep(((None, HELP), (None, OURS))))
    with store.reading() as shelves:
        assert [*shelves.activities.tallies(date(2025, 10, 3), date(2025, 10, 3))] == [
            Tally(HELP.id, "Chợ số", HELP.day, TeamId("t1"), 40, HELP.counts),
            Tally(OURS.id, "Ra quân", OURS.day, None, None),
        ]
        assert [*shelves.activities.tallies(date(2025, 10, 4), date(2025, 12, 1))] == []


def test_figures_of_other_years_stay_away(store: SqliteStore) -> None:
    keep(store, WorkStep(((None, GIVEN),)))
    with store.reading() as shelves:
        assert [*shelves.activities.figures(2024, 2024)] == []
        assert [*shelves.activities.figures(2024, 2025)] == [GIVEN]
        assert shelves.activities.figure(KEY) == GIVEN


def test_a_step_that_fails_leaves_nothing(store: SqliteStore) -> None:
    stray = ActivityFile(ActivityId("none"), "cd" * 32, "x.jpg", 1, "")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        keep(store, WorkStep(((None, OURS), (None, stray))))
    assert held(store) == []
