"""Teams through their verbs: who comes and goes, lists compared and taken in, steps taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_desktop.domain.activity import AT_HOME, Activity, ActivityId
from kehoach_desktop.domain.decision import DecisionKind
from kehoach_desktop.domain.membership import LeavingReason, MembershipRefused, TeamId
from kehoach_desktop.domain.team import DigitalTeam, Gender, Person, RosterDraft, TeamMember
from kehoach_desktop.domain.team import TeamRole as Role
from kehoach_desktop.domain.team_book import TeamStep
from kehoach_desktop.domain.team_facts import (
    WrongBirth,
    WrongNumber,
    read_birth,
    read_cccd,
    read_phone,
)
from kehoach_desktop.domain.team_proposal import Answers, Asking
from kehoach_desktop.domain.team_state import TeamLack, TeamState
from kehoach_desktop.domain.team_update import ANOTHER, RosterUpdate, RowKind
from kehoach_desktop.domain.unit import Unit, UnitId, UnitKind
from kehoach_desktop.services.activities import Activities
from kehoach_desktop.services.disclosing import machine_user
from kehoach_desktop.services.rosters import Rosters
from kehoach_desktop.services.team_refusals import (
    AreaUnknown,
    NothingToTakeIn,
    TeamAlreadyHeld,
    UnknownPerson,
    UnknownTeam,
)
from kehoach_desktop.services.units import Units
from kehoach_desktop.store.sqlite_store import SqliteStore
from tests.books import FRIDAY

DATA = Path(__file__).parent.parent / "data"
AUGUST, OCTOBER = date(2025, 8, 1), date(2025, 10, 6)
DONG, TAY = "Thôn Đông", "Thôn Tây"


@pytest.fixture
def rosters(store: SqliteStore) -> Rosters:
    return Rosters(store, FRIDAY)


AN = Person("Nguyễn Văn Ân", Gender.MALE, birth_year=1971, phone="0999000101")
BE = Person("Trần Thị Bé", Gender.FEMALE, birth_year=1984, phone="0999000102")
CU = Person("Lê Cự", birth_year=1990)


def member(person: Person, role: Role | None = None) -> TeamMember:
    return TeamMember(person, role, f"dòng {person.full_name}")


def listed(*members: TeamMember, area: str = DONG) -> RosterDraft:
    return RosterDraft((DigitalTeam(area, members=members),))


def take(
    rosters: Rosters, draft: RosterDraft, on: date = AUGUST, answers: Answers | None = None
) -> RosterUpdate:
    update = rosters.propose(draft, Asking(on, answers=answers or {}))
    rosters.take_in(update)
    return update


def first_list(rosters: Rosters) -> None:
    take(rosters, listed(member(AN, Role.LEADER), member(BE, Role.DEPUTY), member(CU, Role.MEMBER)))


def state(rosters: Rosters, area: str = DONG, on: date | None = None) -> TeamState:
    return next(state for state in rosters.states(on) if state.area == area)


def names(rosters: Rosters, area: str = DONG, on: date | None = None) -> list[str]:
    return [seat.person.details.full_name for seat in state(rosters, area, on).seats]


def kinds(update: RosterUpdate) -> dict[str, RowKind]:
    return {row.details.full_name: row.kind for row in update.rows()}


def truth_of(village: str) -> RosterDraft:
    """The given list of a village as the truth tells it."""
    truth = json.loads((DATA / "to_cnscd.json").read_text(encoding="utf-8"))
    team = next(team for team in truth["files"] if village in team["thon"])
    roles = {"Tổ trưởng": Role.LEADER, "Tổ phó": Role.DEPUTY, "Thành viên": Role.MEMBER}
    members = [
        TeamMember(
            Person(
                told["full_name"],
                Gender(told["gender"]),
                date.fromisoformat(told["birth_date"]) if told["birth_date"] else None,
                told["birth_year"],
                told["post"] or "",
                told["phone"] or "",
                cccd=told["cccd"] or "",
            ),
            roles[told["team_role"]],
        )
        for told in team["members"]
    ]
    return RosterDraft((DigitalTeam(team["thon"], members=tuple(members)),))


@pytest.mark.parametrize("village", ["Bình Minh", "Tân Lập", "Xuân Hòa"])
def test_a_given_list_taken_in_twice_changes_nothing_the_second_time(
    rosters: Rosters, village: str
) -> None:
    draft = truth_of(village)
    first = take(rosters, draft)
    assert {row.kind for row in first.rows()} == {RowKind.JOINED}
    again = rosters.propose(draft, Asking(OCTOBER))
    assert {row.kind for row in again.rows()} == {RowKind.SAME}
    with pytest.raises(NothingToTakeIn):
        rosters.take_in(again)


def test_members_stand_by_role_then_by_their_given_names(rosters: Rosters) -> None:
    plain = [Person(name) for name in ("Lê Văn Út", "Đỗ Thị Ánh", "Bùi An", "Ngô Đức")]
    take(rosters, listed(member(BE, Role.LEADER), *(member(p, Role.MEMBER) for p in plain)))
    assert names(rosters) == ["Trần Thị Bé", "Bùi An", "Đỗ Thị Ánh", "Ngô Đức", "Lê Văn Út"]


def test_a_list_says_who_joined_who_left_and_what_changed_and_one_step_takes_it_back(
    rosters: Rosters,
) -> None:
    first_list(rosters)
    before = rosters.book()
    new = Person("Võ Thị Dung", birth_year=1999)
    draft = listed(
        member(replace(AN, phone="0999000777"), Role.LEADER),
        member(CU, Role.DEPUTY),
        member(new, Role.MEMBER),
    )
    update = rosters.propose(draft, Asking(OCTOBER))
    assert kinds(update) == {
        "Nguyễn Văn Ân": RowKind.CHANGED,
        "Lê Cự": RowKind.CHANGED,
        "Võ Thị Dung": RowKind.JOINED,
        "Trần Thị Bé": RowKind.LEFT,
    }
    step = rosters.take_in(update)
    assert names(rosters) == ["Nguyễn Văn Ân", "Lê Cự", "Võ Thị Dung"]
    assert names(rosters, on=date(2025, 10, 5)) == ["Nguyễn Văn Ân", "Trần Thị Bé", "Lê Cự"]
    after = rosters.book()
    rosters.keep(step.reversed())
    assert rosters.book() == before
    rosters.keep(step)
    assert rosters.book() == after


def test_blanks_of_a_list_overwrite_nothing(rosters: Rosters) -> None:
    first_list(rosters)
    bare = listed(*(member(Person(person.full_name)) for person in (AN, BE, CU)))
    assert {row.kind for row in rosters.propose(bare, Asking(OCTOBER)).rows()} == {RowKind.SAME}


def test_the_tone_mark_elsewhere_is_the_same_name_and_another_mark_is_asked(
    rosters: Rosters,
) -> None:
    hoa = Person("Phan Thị Hoà", birth_year=1980)
    take(rosters, listed(member(hoa, Role.LEADER)))
    same = rosters.propose(
        listed(member(replace(hoa, full_name="Phan Thị Hòa"), Role.LEADER)), Asking(OCTOBER)
    )
    assert [row.kind for row in same.rows()] == [RowKind.SAME]
    other = rosters.propose(
        listed(member(replace(hoa, full_name="Phan Thị Hoa"), Role.LEADER)), Asking(OCTOBER)
    )
    assert [row.kind for row in other.rows()] == [RowKind.DOUBT]


def test_another_year_of_birth_is_asked_and_nobody_leaves_meanwhile(rosters: Rosters) -> None:
    first_list(rosters)
    draft = listed(
        member(AN, Role.LEADER), member(replace(BE, birth_year=1985), Role.DEPUTY), member(CU)
    )
    update = rosters.propose(draft, Asking(OCTOBER))
    assert kinds(update)["Trần Thị Bé"] is RowKind.DOUBT
    assert update.count(RowKind.LEFT) == 0
    (doubt,) = update.rows(RowKind.DOUBT)
    same = rosters.propose(draft, Asking(OCTOBER, answers={doubt.key: doubt.alike[0].id}))
    assert kinds(same)["Trần Thị Bé"] is RowKind.CHANGED
    other = rosters.propose(draft, Asking(OCTOBER, answers={doubt.key: ANOTHER}))
    assert sorted(row.kind for row in other.rows() if row.details.full_name == BE.full_name) == [
        RowKind.JOINED,
        RowKind.LEFT,
    ]


def test_who_stands_in_another_team_is_proposed_and_two_teams_are_a_warning(
    rosters: Rosters,
) -> None:
    first_list(rosters)
    draft = listed(member(BE, Role.LEADER), area=TAY)
    update = rosters.propose(draft, Asking(OCTOBER))
    (doubt,) = update.rows(RowKind.DOUBT)
    assert doubt.alike[0].where == DONG
    take(rosters, draft, OCTOBER, {doubt.key: doubt.alike[0].id})
    assert len(rosters.book().people) == 3
    assert TeamLack.IN_TWO_TEAMS in state(rosters, TAY).lacks
    assert [team.area for team in state(rosters, TAY).seats[0].elsewhere] == [DONG]


def test_two_rows_of_one_list_that_may_be_one_person_are_asked(rosters: Rosters) -> None:
    draft = RosterDraft(
        (
            DigitalTeam(DONG, members=(member(AN, Role.LEADER), member(AN, Role.MEMBER))),
            DigitalTeam(TAY, members=(member(AN, Role.LEADER),)),
        )
    )
    update = rosters.propose(draft, Asking(AUGUST))
    assert [row.kind for row in update.rows()] == [RowKind.JOINED, RowKind.DOUBT, RowKind.DOUBT]
    same = {"d2": "d1", "d3": "d1"}
    update = take(rosters, draft, answers=same)
    assert [row.kind for row in update.rows()] == [
        RowKind.JOINED,
        RowKind.REPEATED,
        RowKind.JOINED,
    ]
    assert len(rosters.book().people) == 1
    assert (names(rosters, DONG), names(rosters, TAY)) == ([AN.full_name], [AN.full_name])


def test_two_namesakes_told_apart_by_year_stay_two(rosters: Rosters) -> None:
    older, younger = Person("Đặng Thị Hà", birth_year=1993), Person("Đặng Thị Hà", birth_year=1999)
    take(rosters, listed(member(older, Role.LEADER), member(younger, Role.MEMBER)))
    again = rosters.propose(
        listed(member(younger, Role.MEMBER), member(older, Role.LEADER)), Asking(OCTOBER)
    )
    assert {row.kind for row in again.rows()} == {RowKind.SAME}


def test_who_came_back_is_proposed_as_the_one_who_left(rosters: Rosters) -> None:
    first_list(rosters)
    team = rosters.team(DONG, OCTOBER)
    rosters.leave(rosters.person("Lê Cự").id, team.id, OCTOBER, LeavingReason.TRANSFERRED)
    later = date(2025, 12, 1)
    bare = Person("Lê Cự")
    draft = listed(member(AN, Role.LEADER), member(BE, Role.DEPUTY), member(bare, Role.MEMBER))
    (doubt,) = rosters.propose(draft, Asking(later)).rows(RowKind.DOUBT)
    take(rosters, draft, later, {doubt.key: doubt.alike[0].id})
    assert len(rosters.book().stays.of(rosters.person("Lê Cự").id)) == 2


def test_a_new_leader_of_a_list_takes_over_from_the_old_one(rosters: Rosters) -> None:
    first_list(rosters)
    draft = listed(member(AN, Role.MEMBER), member(BE, Role.LEADER), member(CU, Role.MEMBER))
    take(rosters, draft, OCTOBER)
    assert state(rosters).holding(Role.LEADER)[0].person.details == BE


def test_a_list_with_two_leaders_is_refused_whole(rosters: Rosters) -> None:
    update = rosters.propose(
        listed(member(AN, Role.LEADER), member(BE, Role.LEADER)), Asking(AUGUST)
    )
    with pytest.raises(MembershipRefused):
        rosters.take_in(update)
    assert not rosters.book().people


def test_a_list_mended_on_its_own_day_leaves_no_trace_of_the_slip(rosters: Rosters) -> None:
    first_list(rosters)
    take(rosters, listed(member(AN, Role.LEADER), member(CU, Role.DEPUTY)), AUGUST)
    (team,) = rosters.book().teams
    assert [stay.left for stay in rosters.book().stays.stays if stay.team == team] == [None] * 2


def test_a_list_that_names_no_village_is_refused_until_one_is_named(rosters: Rosters) -> None:
    draft = listed(member(AN, Role.LEADER), area="")
    with pytest.raises(AreaUnknown):
        rosters.propose(draft, Asking(AUGUST))
    assert rosters.propose(draft, Asking(AUGUST, DONG)).teams[0].team.area == DONG


def test_an_identity_number_typed_by_hand_is_dropped_where_the_office_keeps_none(
    rosters: Rosters,
) -> None:
    rosters.add_team(DONG, since=AUGUST)
    team = rosters.team(DONG, AUGUST).id
    numbered = replace(AN, cccd="044071000001")
    rosters.add(numbered, team, Role.LEADER, AUGUST)
    kept = rosters.person(AN.full_name)
    assert kept.details == AN
    rosters.amend(replace(kept, details=replace(numbered, phone="0999000199")))
    assert rosters.person(AN.full_name).details == replace(AN, phone="0999000199")
    rosters.keep_cccd(True)
    rosters.amend(replace(kept, details=numbered))
    assert rosters.person(AN.full_name).details == numbered


def test_a_team_is_idle_in_a_quarter_without_an_activity_once_the_office_keeps_any(
    rosters: Rosters, store: SqliteStore
) -> None:
    for area in (DONG, TAY):
        rosters.add_team(area, since=AUGUST)
    assert [state.idle for state in rosters.states()] == [False, False]
    team = rosters.team(DONG, AUGUST).id
    activities = Activities(store, FRIDAY)
    activities.add(Activity(ActivityId(""), AT_HOME, OCTOBER, team))
    idle = {state.area: state.idle for state in rosters.states()}
    assert idle == {DONG: False, TAY: True}
    assert state(rosters, on=date(2025, 9, 30)).idle


def test_identity_numbers_are_kept_only_where_the_office_turned_them_on(rosters: Rosters) -> None:
    numbered = replace(AN, cccd="044071000001")
    take(rosters, listed(member(numbered, Role.LEADER)))
    assert rosters.person(AN.full_name).details.cccd == ""
    rosters.keep_cccd(True)
    take(rosters, listed(member(numbered, Role.LEADER)), OCTOBER)
    assert rosters.person(AN.full_name).details.cccd == "044071000001"
    assert rosters.keep_cccd(False) == 1
    assert rosters.person(AN.full_name).details.cccd == ""


def test_a_decision_is_owed_until_it_is_noted_and_again_when_somebody_leaves(
    rosters: Rosters,
) -> None:
    first_list(rosters)
    assert state(rosters).owed is DecisionKind.ESTABLISHMENT
    team = rosters.team(DONG, AUGUST)
    rosters.decide(team.id, "87/QĐ-UBND", AUGUST)
    assert state(rosters).owed is None
    rosters.leave(rosters.person("Lê Cự").id, team.id, OCTOBER, LeavingReason.DECEASED)
    assert state(rosters).owed is DecisionKind.REORGANISATION
    assert state(rosters).changes.withdrawn == (rosters.person("Lê Cự").id,)
    assert state(rosters, on=date(2025, 10, 5)).owed is None


def test_people_join_move_and_change_roles_and_each_verb_goes_back(rosters: Rosters) -> None:
    dong, tay = (
        next(after for _before, after in rosters.add_team(area).changes if after)
        for area in (DONG, TAY)
    )
    dong_id, tay_id = TeamId(str(getattr(dong, "id", ""))), TeamId(str(getattr(tay, "id", "")))
    books = [rosters.book()]
    steps = [rosters.add(AN, dong_id, Role.LEADER, AUGUST)]
    an = rosters.person(AN.full_name).id
    verbs: tuple[Callable[[], TeamStep], ...] = (
        lambda: rosters.move(an, dong_id, tay_id, Role.MEMBER, date(2025, 9, 1)),
        lambda: rosters.change_role(an, tay_id, Role.LEADER, OCTOBER),
        lambda: rosters.merge([tay_id], dong_id, date(2025, 11, 1), an),
        lambda: rosters.amend(replace(rosters.person(an), details=replace(AN, post="Trưởng thôn"))),
        lambda: rosters.end_team(dong_id, date(2025, 12, 31)),
    )
    for verb in verbs:
        books.append(rosters.book())
        steps.append(verb())
    assert rosters.book().stays.roster(dong_id, date(2026, 1, 1)) == ()
    assert [s.role for s in rosters.book().stays.roster(dong_id, date(2025, 12, 31))] == [
        Role.LEADER
    ]
    for step, book in zip(reversed(steps), reversed(books), strict=True):
        rosters.keep(step.reversed())
        assert rosters.book() == book


@settings(max_examples=12, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    st.lists(
        st.dictionaries(st.sampled_from("ABCDEFG"), st.sampled_from([Role.DEPUTY, Role.MEMBER])),
        min_size=1,
        max_size=5,
    ),
    st.data(),
)
def test_after_any_row_of_lists_every_day_has_the_list_of_its_time(
    tmp_path_factory: pytest.TempPathFactory, lists: list[dict[str, Role]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("so")
    store = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    rosters = Rosters(store, FRIDAY)
    rosters.add_team(DONG, since=AUGUST)
    years = {letter: 1970 + number for number, letter in enumerate("ABCDEFG")}
    for number, wanted in enumerate(lists):
        if wanted:
            leader = data.draw(st.sampled_from(sorted(wanted)))
            wanted[leader] = Role.LEADER
        members = [
            member(Person(f"Trần Văn {letter}", birth_year=years[letter]), role)
            for letter, role in wanted.items()
        ]
        asking = Asking(AUGUST + timedelta(days=number))
        update = rosters.propose(listed(*members), asking)
        doubts = {row.key: row.alike[0].id for row in update.rows(RowKind.DOUBT)}
        update = rosters.propose(listed(*members), replace(asking, answers=doubts))
        if not update.changes_nothing:
            rosters.take_in(update)
    for number, wanted in enumerate(lists):
        seats = state(rosters, on=AUGUST + timedelta(days=number)).seats
        told = {seat.person.details.full_name[-1]: seat.stay.role for seat in seats}
        assert told == wanted
    assert len(rosters.book().people) == len({letter for wanted in lists for letter in wanted})
    store.close()


def test_the_same_decision_is_not_kept_twice(rosters: Rosters) -> None:
    first_list(rosters)
    team = rosters.team(DONG, AUGUST)
    rosters.decide(team.id, "87/QĐ-UBND", AUGUST)
    rosters.decide(team.id, " 87/QĐ-UBND ", AUGUST)
    assert len(rosters.book().decisions) == 1


def test_a_village_removed_and_added_again_finds_its_team(
    rosters: Rosters, store: SqliteStore
) -> None:
    units = Units(store)
    units.add(Unit(UnitId(""), DONG, UnitKind.VILLAGE))
    first_list(rosters)
    units.remove(DONG)
    units.add(Unit(UnitId(""), DONG, UnitKind.VILLAGE))
    assert [state.area for state in rosters.states()] == [DONG]


def test_villages_without_a_team_are_told_and_a_team_finds_its_village(
    rosters: Rosters, store: SqliteStore
) -> None:
    units = Units(store)
    for name in ("Thôn Đông", "Thôn 10", "Thôn 2"):
        units.add(Unit(UnitId(""), name, UnitKind.VILLAGE))
    first_list(rosters)
    assert [s.area for s in rosters.states()] == ["Thôn 2", "Thôn 10", "Thôn Đông"]
    assert state(rosters, "Thôn 2").lacks == (TeamLack.NO_TEAM,)
    assert state(rosters).unit is not None


def test_what_cannot_be_is_refused_with_a_sentence(rosters: Rosters) -> None:
    first_list(rosters)
    with pytest.raises(TeamAlreadyHeld):
        rosters.add_team("thôn đông")
    with pytest.raises(UnknownTeam):
        rosters.team("Thôn Bắc", AUGUST)
    with pytest.raises(UnknownPerson):
        rosters.person("Ai Đó")
    with pytest.raises(WrongBirth):
        read_birth("31/02/1980")
    with pytest.raises(WrongNumber):
        read_phone("12345")
    with pytest.raises(WrongNumber):
        read_cccd("0440")


def test_facts_are_read_as_they_are_typed() -> None:
    assert read_birth("5/4/1984") == (date(1984, 4, 5), 1984)
    assert read_birth("1984") == (None, 1984)
    assert read_birth(" ") == (None, None)
    typed = ("+84 999 000 101", "0999.000.101", "999000101")
    assert {read_phone(text) for text in typed} == {"0999000101"}


def test_looking_at_numbers_is_journalled_with_ids_only(
    rosters: Rosters, store: SqliteStore
) -> None:
    first_list(rosters)
    team = rosters.team(DONG, AUGUST)
    rosters.reveal(team.id, 3)
    with store.reading() as shelves:
        row = shelves.history(f"team:{team.id}")[0]
    assert (row.command, row.after) == ("reveal_phones", {"count": 3, "user": machine_user()})


def test_who_is_erased_leaves_no_history(rosters: Rosters) -> None:
    first_list(rosters)
    an = rosters.person(AN.full_name)
    assert rosters.history(an.id)
    rosters.erase(an.id)
    assert [row.command for row in rosters.history(an.id)] == ["erase_person"]
    assert AN.full_name not in names(rosters)


def test_a_list_of_another_kind_of_team_founds_its_own(rosters: Rosters) -> None:
    first_list(rosters)
    other = RosterDraft(
        (DigitalTeam(DONG, members=(member(AN, Role.LEADER),), kind="Tổ Đề án 06"),)
    )
    update = rosters.propose(other, Asking(AUGUST))
    (row,) = update.rows()
    assert update.teams[0].is_new
    rosters.take_in(rosters.propose(other, Asking(AUGUST, answers={row.key: row.alike[0].id})))
    states = [state for state in rosters.states(AUGUST) if state.team]
    assert [(s.team.kind, len(s.seats)) for s in states if s.team] == [
        ("Tổ công nghệ số cộng đồng", 3),
        ("Tổ Đề án 06", 1),
    ]
    again = rosters.propose(other, Asking(OCTOBER))
    assert not again.teams[0].is_new
    assert again.changes_nothing


def test_a_team_is_not_founded_twice_though_the_other_begins_later(rosters: Rosters) -> None:
    rosters.add_team(DONG, since=OCTOBER)
    with pytest.raises(TeamAlreadyHeld):
        rosters.add_team("thôn  đông", since=AUGUST)
    rosters.add_team(DONG, "Tổ Đề án 06", since=AUGUST)
