"""Lists of teams and people that leave the program: by kind of team, or all about one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from kehoach_desktop.domain.access import Private
from kehoach_desktop.domain.journal import JournalRow
from kehoach_desktop.domain.membership import REASON_WORDS
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper import Column, PaperAppendix, Row, Table
from kehoach_desktop.domain.team import ROLE_TITLES, Person
from kehoach_desktop.domain.team_book import KeptPerson, TeamBook
from kehoach_desktop.domain.team_paper_lists import members_list
from kehoach_desktop.domain.team_paper_words import where_of
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.team_update import DETAIL_WORDS, said_of
from kehoach_desktop.domain.team_words import COMMAND_WORDS
from kehoach_desktop.domain.text import typed_day, typed_moment

_STAYS = (
    ("Tổ", 40),
    ("Chức danh trong Tổ", 18),
    ("Từ ngày", 12),
    ("Thôi từ ngày", 12),
    ("Lý do", 30),
)


def roster_lists(
    states: Sequence[TeamState], office: Office, private: Sequence[Private] = ()
) -> dict[str, PaperAppendix]:
    """Return by kind of team the list of its people, in the shape a decision prints it.

    Teams without people are left out.
    """
    kinds: dict[str, list[TeamState]] = {}
    for state in states:
        if state.team and state.seats:
            kinds.setdefault(state.team.kind, []).append(state)
    return {
        kind: members_list(alike, _title(kind, alike, office), private)
        for kind, alike in kinds.items()
    }


def _title(kind: str, states: Sequence[TeamState], office: Office) -> str:
    return f"Danh sách thành viên {kind} {where_of(states, office)}"


def person_lists(
    person: KeptPerson, book: TeamBook, journal: Sequence[JournalRow]
) -> dict[str, PaperAppendix]:
    """Return everything held about a person: the facts, the stays in teams, what was done."""
    name = person.details.full_name
    parts = {
        "Thông tin": (("Mục", 20), ("Nội dung", 60)),
        "Tham gia tổ": _STAYS,
        "Lịch sử": (("Lúc", 20), ("Việc", 40)),
    }
    rows = (_facts(person.details), _stays(person, book), _history(journal))
    return {
        part: PaperAppendix(
            f"{part}: {name}",
            Table(
                tuple(Column(words, width) for words, width in columns),
                tuple(Row(cells) for cells in told),
            ),
            closing="",
        )
        for (part, columns), told in zip(parts.items(), rows, strict=True)
    }


def _facts(details: Person) -> Iterator[tuple[str, ...]]:
    for field in fields(Person):
        yield DETAIL_WORDS[field.name], said_of(getattr(details, field.name))


def _stays(person: KeptPerson, book: TeamBook) -> Iterator[tuple[str, ...]]:
    for stay in book.stays.of(person.id):
        yield (
            book.teams[stay.team].title,
            ROLE_TITLES[stay.role],
            typed_day(stay.joined),
            typed_day(stay.left),
            REASON_WORDS[stay.reason] if stay.reason else "",
        )


def _history(journal: Sequence[JournalRow]) -> Iterator[tuple[str, ...]]:
    for row in journal:
        what = COMMAND_WORDS.get(row.command, row.command)
        yield typed_moment(row.at.astimezone()), what
