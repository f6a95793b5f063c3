"""Villages merged, split and renamed: what stands on which day, and every step taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_desktop.app import Verbs
from kehoach_desktop.domain.activity import AT_HOME, Activity, ActivityId, IndicatorId
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.indicator_book import Figure, FigureKey
from kehoach_desktop.domain.membership import LeavingReason, MembershipRefused
from kehoach_desktop.domain.plan import (
    Task,
    TaskId,
)
from kehoach_desktop.domain.team import Person
from kehoach_desktop.domain.team import TeamRole as Role
from kehoach_desktop.domain.team_state import TeamLack
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.domain.village_change import ChangeKind
from kehoach_desktop.services.team_refusals import UnknownPerson
from kehoach_desktop.services.units import UnitAlreadyHeld, UnitInUse, UnknownUnit
from kehoach_desktop.services.villages import NotAChange, NotAVillage
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import On, draft_of

JANUARY, JULY = date(2025, 1, 1), date(2025, 7, 1)
EVE = JULY - timedelta(days=1)
DONG, TAY, NAM = "Thôn Đông", "Thôn Tây", "Thôn Nam"
CLOCK = On(JULY)


@pytest.fixture
def verbs(store: SqliteStore) -> Verbs:
    made = Verbs(store, CLOCK)
    for name in (DONG, TAY, NAM):
        made.units.add(Unit(UnitId(""), name, UnitKind.VILLAGE, JANUARY))
    made.units.add(Unit(UnitId(""), "Phòng Kinh tế"))
    for area, leader in ((DONG, "Nguyễn Văn Ân"), (TAY, "Trần Thị Bé")):
        made.rosters.add_team(area, since=JANUARY)
        team = made.rosters.team(area, JANUARY).id
        made.rosters.add(Person(leader), team, Role.LEADER, JANUARY)
        made.rosters.add(Person(f"Lê {area[-3:]}"), team, Role.MEMBER, JANUARY)
    return made


def areas(verbs: Verbs, on: date) -> dict[str, int]:
    return {state.area: len(state.seats) for state in verbs.rosters.states(on)}


def standing(verbs: Verbs, on: date) -> list[str]:
    return [u.name_on(on) for u in verbs.units.units(on) if u.kind is UnitKind.VILLAGE]


def test_two_villages_become_one_and_their_people_one_team(verbs: Verbs) -> None:
    verbs.villages.merge([DONG, TAY], "Thôn Đông Tây", JULY, "Nghị quyết số 12/NQ-HĐND")
    assert areas(verbs, EVE) == {DONG: 2, NAM: 0, TAY: 2}
    assert areas(verbs, JULY) == {"Thôn Đông Tây": 4, NAM: 0}
    merged = next(s for s in verbs.rosters.states(JULY) if s.area == "Thôn Đông Tây")
    assert TeamLack.NO_LEADER in merged.lacks
    (change,) = verbs.villages.changes()
    assert (change.kind, change.by) == (ChangeKind.MERGE, "Nghị quyết số 12/NQ-HĐND")


def test_a_village_with_activities_or_figures_is_ended_not_removed(verbs: Verbs) -> None:
    team = verbs.rosters.team(DONG, JULY).id
    verbs.activities.add(Activity(ActivityId(""), AT_HOME, JULY, team))
    with pytest.raises(UnitInUse, match="hoạt động"):
        verbs.units.remove(DONG)
    nam = next(unit for unit in verbs.units.units() if unit.name == NAM)
    key = FigureKey(IndicatorId("thanh_toan"), nam.id, "2025-06")
    step = verbs.indicators.give([Figure(key, 4, "Phiếu tháng 6")])
    with pytest.raises(UnitInUse, match="số liệu"):
        verbs.units.remove(NAM)
    verbs.indicators.keep(step.reversed())
    assert verbs.units.remove(NAM) == nam


@pytest.mark.parametrize("assigned", [DONG, f"Phòng Kinh tế; {DONG}", f"{DONG.upper()}; {TAY}"])
def test_a_unit_that_a_task_is_handed_to_alone_or_with_others_is_not_removed(
    verbs: Verbs, assigned: str
) -> None:
    task = Task(TaskId("t"), "1", "Dọn kênh", assigned_to=assigned)
    verbs.planning.accept(draft_of(task))
    with pytest.raises(UnitInUse, match="1 nhiệm vụ"):
        verbs.units.remove(DONG)
    assert verbs.units.remove(NAM).name == NAM


def test_a_village_that_takes_another_in_keeps_its_name_its_days_and_its_leader(
    verbs: Verbs,
) -> None:
    verbs.villages.merge([DONG, TAY], DONG, JULY)
    assert standing(verbs, JULY) == [DONG, NAM]
    (state,) = [s for s in verbs.rosters.states(JULY) if s.area == DONG]
    assert [seat.person.details.full_name for seat in state.holding(Role.LEADER)] == [
        "Nguyễn Văn Ân"
    ]
    assert len(state.seats) == 4


def test_a_new_name_holds_from_its_day_on_and_the_village_is_the_same(verbs: Verbs) -> None:
    before = {unit.name: unit.id for unit in verbs.units.units()}
    verbs.villages.rename(DONG, "Thôn Bình Minh", JULY)
    assert areas(verbs, EVE) == {DONG: 2, NAM: 0, TAY: 2}
    assert areas(verbs, JULY) == {"Thôn Bình Minh": 2, NAM: 0, TAY: 2}
    after = {unit.name: unit.id for unit in verbs.units.units()}
    assert after["Thôn Bình Minh"] == before[DONG]


def test_a_village_is_split_and_its_team_goes_on_in_the_first(verbs: Verbs) -> None:
    verbs.villages.split(DONG, ["Thôn Đông 1", "Thôn Đông 2"], JULY)
    assert areas(verbs, EVE)[DONG] == 2
    assert areas(verbs, JULY) == {"Thôn Đông 1": 2, "Thôn Đông 2": 0, NAM: 0, TAY: 2}


def people_in(verbs: Verbs, on: date) -> dict[str, set[str]]:
    return {
        state.area: {seat.person.details.full_name for seat in state.seats}
        for state in verbs.rosters.states(on)
        if state.team
    }


def test_who_lives_in_the_second_village_is_in_its_team_from_the_day_on(verbs: Verbs) -> None:
    book = verbs.rosters.book()
    into = ["Thôn Đông 1", "Thôn Đông 2"]
    step = verbs.villages.split(DONG, into, JULY, homes={"nguyễn văn ân": "thôn đông 2"})
    assert people_in(verbs, EVE)[DONG] == {"Nguyễn Văn Ân", "Lê ông"}
    after = people_in(verbs, JULY)
    assert after["Thôn Đông 1"] == {"Lê ông"}
    assert after["Thôn Đông 2"] == {"Nguyễn Văn Ân"}
    second = next(s for s in verbs.rosters.states(JULY) if s.area == "Thôn Đông 2")
    assert second.unit
    assert second.seats[0].stay.role is Role.LEADER
    verbs.villages.keep(step.reversed())
    assert verbs.rosters.book() == book
    verbs.villages.keep(step)
    assert people_in(verbs, JULY) == after


def test_a_split_that_nobody_could_follow_is_refused_whole(verbs: Verbs) -> None:
    into, book = ["Thôn Đông 1", "Thôn Đông 2"], verbs.rosters.book()
    with pytest.raises(UnknownPerson):
        verbs.villages.split(DONG, into, JULY, homes={"Trần Thị Bé": into[1]})
    with pytest.raises(UnknownUnit):
        verbs.villages.split(DONG, into, JULY, homes={"Nguyễn Văn Ân": TAY})
    assert verbs.rosters.book() == book
    team = verbs.rosters.team(DONG, JULY).id
    verbs.rosters.add(Person("Đỗ Mới"), team, Role.MEMBER, date(2025, 8, 1))
    with pytest.raises(MembershipRefused, match=r"01/08/2025"):
        verbs.villages.split(DONG, into, JULY)


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(st.lists(st.integers(0, 2), min_size=1, max_size=6), st.booleans())
def test_a_split_brings_everybody_where_he_lives_and_no_day_before_changes(
    tmp_path_factory: pytest.TempPathFactory, homes: list[int], goes_on: bool
) -> None:
    folder = tmp_path_factory.mktemp("chia")
    store = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    verbs = Verbs(store, CLOCK)
    verbs.units.add(Unit(UnitId(""), DONG, UnitKind.VILLAGE, JANUARY))
    verbs.rosters.add_team(DONG, since=JANUARY)
    team = verbs.rosters.team(DONG, JANUARY).id
    for number in range(len(homes)):
        role = Role.MEMBER if number else Role.LEADER
        verbs.rosters.add(Person(f"Người {number}"), team, role, JANUARY)
    book, into = verbs.rosters.book(), [DONG if goes_on else "Thôn Một", "Thôn Hai", "Thôn Ba"]
    lives = {f"Người {number}": into[home] for number, home in enumerate(homes)}
    step = verbs.villages.split(DONG, into, JULY, homes=lives)
    assert people_in(verbs, EVE) == {DONG: {*lives}}
    wanted = {name: {who for who, home in lives.items() if home == name} for name in into}
    assert people_in(verbs, JULY) == {n: w for n, w in wanted.items() if w or n == into[0]}
    verbs.villages.keep(step.reversed())
    assert verbs.rosters.book() == book
    store.close()


PEOPLE = tuple(f"Người {number}" for number in range(6))
PLACES = (DONG, TAY, NAM, "Thôn Bắc", "Thôn Trung", "Thôn Mới")
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["join", "leave", "move", "merge", "split", "rename"]),
        st.sampled_from(PEOPLE),
        st.permutations(PLACES),
        st.lists(st.booleans(), min_size=6, max_size=6),
    ),
    min_size=1,
    max_size=9,
)


def acted(
    verbs: Verbs,
    act: tuple[str, str, list[str], list[bool]],
    on: date,
    homes: dict[str, str],
) -> dict[str, str]:
    """Do one act on a day and return where everybody is at home then, reckoned by hand."""
    kind, who, places, second = act
    held = standing(verbs, on)
    fresh = [place for place in places if place not in held]
    rosters, (here, there, *_rest) = verbs.rosters, sorted(places, key=fresh.__contains__)
    new = fresh[0] if fresh else there
    if kind == "split":
        there = fresh[-1] if fresh else here
        lives = {p: there for p, far in zip(PEOPLE, second, strict=True) if far and p in homes}
        wanted = {p: there for p in lives if homes[p] == here}
        verbs.villages.split(here, [new, there], on, homes=wanted)
        stay = {p: new if home == here else home for p, home in homes.items()}
        return {**stay, **wanted}
    if kind == "merge":
        verbs.villages.merge([here, there], new, on)
        return {p: new if home in (here, there) else home for p, home in homes.items()}
    if kind == "rename":
        verbs.villages.rename(here, new, on)
        return {p: new if home == here else home for p, home in homes.items()}
    if kind == "join":
        team = rosters.team(here, on).id
        if who not in homes:
            rosters.join(rosters.person(who).id, team, Role.MEMBER, on)
        return {**homes, who: homes.get(who, here)}
    team, person = rosters.team(homes.get(who, here), on).id, rosters.person(who).id
    if kind == "leave":
        rosters.leave(person, team, on, LeavingReason.OTHER)
        return {p: home for p, home in homes.items() if p != who}
    rosters.move(person, team, rosters.team(there, on).id, Role.MEMBER, on)
    return {**homes, who: there}


@settings(max_examples=40, deadline=None, suppress_health_check=[*HealthCheck])
@given(ACTS)
def test_the_teams_of_every_month_are_those_of_a_diary(
    tmp_path_factory: pytest.TempPathFactory,
    acts: list[tuple[str, str, list[str], list[bool]]],
) -> None:
    folder = tmp_path_factory.mktemp("nhat-ky")
    store = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    verbs = Verbs(store, CLOCK)
    homes: dict[str, str] = {}
    for number, name in enumerate(PEOPLE):
        area = (DONG, TAY, NAM)[number % 3]
        if number < 3:
            verbs.units.add(Unit(UnitId(""), area, UnitKind.VILLAGE, JANUARY))
            verbs.rosters.add_team(area, since=JANUARY)
        verbs.rosters.add(Person(name), verbs.rosters.team(area, JANUARY).id, Role.MEMBER, JANUARY)
        homes[name] = area
    diary = {date(2025, 1, 20): homes}
    for number, act in enumerate(acts):
        on = date(2025, number + 2, 1)
        with suppress(KehoachError):
            homes = acted(verbs, act, on, homes)
        diary[on.replace(day=20)] = homes
    for day, told in diary.items():
        held = {who: area for area, people in people_in(verbs, day).items() for who in people}
        assert held == told
    store.close()


def test_what_cannot_be_is_refused_and_nothing_is_kept(verbs: Verbs) -> None:
    held = verbs.units.units()
    villages = verbs.villages
    refused: tuple[tuple[type[KehoachError], Callable[[], object]], ...] = (
        (NotAChange, lambda: villages.merge([DONG], "Thôn Mới", JULY)),
        (NotAChange, lambda: villages.rename(DONG, DONG, JULY)),
        (NotAChange, lambda: villages.split(DONG, ["Thôn Một"], JULY)),
        (NotAVillage, lambda: villages.rename("Phòng Kinh tế", "Thôn Mới", JULY)),
        (NotAVillage, lambda: villages.rename(DONG, "Thôn Mới", JANUARY)),
        (UnknownUnit, lambda: villages.merge([DONG, "Thôn Lạ"], "Thôn Mới", JULY)),
        (UnitAlreadyHeld, lambda: villages.rename(DONG, NAM, JULY)),
    )
    for refusal, act in refused:
        with pytest.raises(refusal):
            act()
    assert verbs.units.units() == held
    assert verbs.villages.changes() == ()


def test_a_name_that_another_village_bears_until_later_is_not_free_before(verbs: Verbs) -> None:
    verbs.villages.rename(NAM, "Thôn Bắc", JULY)
    for act in (
        lambda: verbs.villages.split(TAY, [NAM, "Thôn Tây 2"], EVE),
        lambda: verbs.units.add(Unit(UnitId(""), NAM, UnitKind.VILLAGE, valid_until=EVE)),
    ):
        with pytest.raises(UnitAlreadyHeld):
            act()
    verbs.villages.split(TAY, [NAM, "Thôn Tây 2"], JULY)
    assert standing(verbs, JULY) == [DONG, "Thôn Bắc", NAM, "Thôn Tây 2"]


names = st.sampled_from([DONG, TAY, NAM, "Thôn Bắc", "Thôn Trung"])
acts = st.lists(
    st.tuples(st.sampled_from([*ChangeKind]), st.lists(names, min_size=1, max_size=3), names,
              st.integers(0, 5)),
    max_size=6,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[*HealthCheck])
@given(acts)
def test_any_row_of_changes_is_taken_back_and_every_village_has_one_heir_a_day(
    tmp_path_factory: pytest.TempPathFactory,
    asked: list[tuple[ChangeKind, list[str], str, int]],
) -> None:
    folder = tmp_path_factory.mktemp("thon")
    store = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    verbs = Verbs(store, CLOCK)
    for name in (DONG, TAY, NAM):
        verbs.units.add(Unit(UnitId(""), name, UnitKind.VILLAGE, JANUARY))
        verbs.rosters.add_team(name, since=JANUARY)
    held, book = verbs.units.units(), verbs.rosters.book()
    steps = []
    for kind, old, new, month in asked:
        on = date(2025, 2 + month, 1)
        try:
            if kind is ChangeKind.MERGE:
                steps.append(verbs.villages.merge(old, new, on))
            elif kind is ChangeKind.SPLIT:
                steps.append(verbs.villages.split(old[0], [new, f"{new} 2"], on))
            else:
                steps.append(verbs.villages.rename(old[0], new, on))
        except KehoachError:
            continue
        for month_day in range(1, 13):
            day = date(2025, month_day, 15)
            shown = standing(verbs, day)
            assert len(set(shown)) == len(shown)
            assert shown
    assert len(verbs.villages.changes()) == len(steps)
    for step in reversed(steps):
        verbs.villages.keep(step.reversed())
    assert verbs.units.units() == held
    assert verbs.rosters.book() == book
    assert verbs.villages.changes() == ()
    store.close()
