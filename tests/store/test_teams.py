"""Teams kept in a store: what went in comes out equal, steps go back, nothing leaks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_desktop.domain.membership import (
    LeavingReason,
    Membership,
    MembershipBook,
    MembershipRefused,
    PersonId,
    TeamId,
)
from kehoach_desktop.domain.team import Gender, Person, TeamRole
from kehoach_desktop.domain.team_book import (
    KeptPerson,
    Team,
    TeamBook,
    TeamDecision,
    TeamStep,
    difference,
)
from kehoach_desktop.domain.unit import UnitId
from kehoach_desktop.store.sqlite_store import SqliteStore

X, Y = Team(TeamId("x"), "Thôn Đông"), Team(TeamId("y"), "Tổ 2", "Tổ Đề án 06")
PEOPLE = [
    KeptPerson(PersonId(key), Person(f"Nguyễn Thị {key.upper()}", birth_year=1980 + n))
    for n, key in enumerate("abcd")
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    folder = tmp_path_factory.mktemp("sổ")
    opened = SqliteStore(folder / "so.khxa", folder / "sao-luu", make=True)
    yield opened
    opened.close()


def held(store: SqliteStore) -> TeamBook:
    with store.reading() as shelves:
        return shelves.teams.book()


def keep(store: SqliteStore, step: TeamStep) -> None:
    with store.command("try") as shelves:
        shelves.teams.keep(step)


def test_what_went_in_comes_out_equal(store: SqliteStore) -> None:
    full = KeptPerson(
        PersonId("p"),
        Person("Lê Đức Ẩn", Gender.MALE, date(1971, 2, 3), 1971, "Trưởng thôn", "0999000101",
               ("0999000102",), "044071000001", "đi vắng"),
    )  # fmt: skip
    left = Membership(full.id, X.id, TeamRole.DEPUTY, date(2025, 8, 1), date(2025, 9, 1),
                      LeavingReason.DECEASED)  # fmt: skip
    book = TeamBook().with_team(X).with_people(full).with_stays(MembershipBook((left,)))
    book = book.with_team(Team(TeamId("z"), "Thôn Tây", unit=UnitId("u1"), until=date(2026, 1, 1)))
    listed = ((full.id, TeamRole.DEPUTY),)
    book = book.with_decision(TeamDecision("q", X.id, "87/QĐ-UBND", date(2025, 8, 1), listed))
    step = difference(held(store), book)
    keep(store, step)
    assert held(store) == book
    keep(store, step.reversed())
    assert held(store) == TeamBook()


def test_the_journal_never_holds_an_identity_number(store: SqliteStore) -> None:
    person = KeptPerson(PersonId("n"), Person("Trần Văn Số", cccd="044071999888"))
    step = difference(TeamBook(), TeamBook().with_people(person))
    keep(store, step)
    with closing(sqlite3.connect(store.path)) as raw:
        told = raw.execute("SELECT group_concat(coalesce(after, '')) FROM journal").fetchone()[0]
    assert "Trần Văn Số" in told
    assert "044071999888" not in told
    keep(store, step.reversed())


def test_who_is_erased_is_gone_from_tables_and_journal_for_good(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "so.khxa", tmp_path / "sao-luu", make=True)
    stays = MembershipBook().join(PEOPLE[0].id, X.id, TeamRole.LEADER, date(2025, 8, 1))
    book = TeamBook().with_team(X).with_people(*PEOPLE[:2]).with_stays(stays)
    keep(store, difference(TeamBook(), book))
    with store.command("erase_person") as shelves:
        shelves.teams.erase(PEOPLE[0].id)
    store.close()
    assert PEOPLE[1].details.full_name.encode() in store.path.read_bytes()
    assert PEOPLE[0].details.full_name.encode() not in store.path.read_bytes()


def test_a_stay_without_its_person_is_refused_whole(store: SqliteStore) -> None:
    stay = Membership(PersonId("nobody"), X.id, TeamRole.MEMBER, date(2025, 8, 1))
    before = held(store)
    with pytest.raises(sqlite3.IntegrityError):
        keep(store, TeamStep(((None, stay), (None, X))))
    assert held(store) == before


people = st.sampled_from([person.id for person in PEOPLE])
teams, roles = st.sampled_from([X.id, Y.id]), st.sampled_from([*TeamRole])
days = st.integers(1, 12).map(lambda day: date(2025, 8, day))
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("join"), people, teams, roles, days),
        st.tuples(st.just("leave"), people, teams, days, st.sampled_from([*LeavingReason])),
        st.tuples(st.just("change_role"), people, teams, roles, days),
        st.tuples(st.just("move"), people, teams, teams, roles, days),
        st.tuples(st.just("merge"), st.lists(teams, min_size=1), teams, days, people),
        st.just(("undo",)),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(EVENTS)
def test_the_store_holds_what_memory_holds_after_any_events_and_undoes_them_all(
    store: SqliteStore, events: list[tuple[object, ...]]
) -> None:
    book = TeamBook().with_team(X).with_team(Y).with_people(*PEOPLE)
    steps = [difference(held(store), book)]
    keep(store, steps[0])
    past = [book]
    for verb, *what in events:
        if verb == "undo":
            if len(past) > 1:
                past.pop()
                keep(store, steps.pop().reversed())
            continue
        try:
            stays = getattr(past[-1].stays, str(verb))(*what)
        except MembershipRefused:
            continue
        past.append(past[-1].with_stays(stays))
        steps.append(difference(past[-2], past[-1]))
        keep(store, steps[-1])
        kept = held(store)
        for day in (date(2025, 8, number) for number in (1, 6, 12)):
            for team in (X.id, Y.id):
                assert set(kept.stays.roster(team, day)) == set(past[-1].stays.roster(team, day))
    for step in reversed(steps):
        keep(store, step.reversed())
    assert held(store) == TeamBook()
