"""Teams and their people as papers name them: areas together, who by sex, why somebody left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kehoach_desktop.domain.decision import DecisionChanges
from kehoach_desktop.domain.membership import REASON_WORDS, LeavingReason, PersonId
from kehoach_desktop.domain.narrative_wording import lowered
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.paper_frame import BLANK
from kehoach_desktop.domain.team import Gender, Person, TeamRole, UnitKind, read_unit
from kehoach_desktop.domain.team_book import TeamBook, TeamDecision
from kehoach_desktop.domain.team_match import name_sort_key
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.text import official_date, two_digits

MOST_NAMED = 6
UNSAID = (LeavingReason.OTHER, LeavingReason.REPLACED)
_FORMS = {Gender.MALE: "ông ", Gender.FEMALE: "bà "}
_HEADS = {
    UnitKind.TO_DAN_PHO: "Tổ trưởng",
    UnitKind.KHOI_PHO: "Khối trưởng",
    UnitKind.KHOI: "Khối trưởng",
}


def areas_together(areas: Sequence[str]) -> str:
    """Return areas inside a sentence, each kind named once: "các thôn Bình Minh, Tân Lập"."""
    groups: dict[str, list[str]] = {}
    for area in areas:
        unit = read_unit(area)
        kind, name = (unit.kind.value, unit.name) if unit else ("", lowered(area))
        groups.setdefault(kind, []).append(name)
    return "; ".join(_group(kind, names) for kind, names in groups.items())


def _group(kind: str, names: list[str]) -> str:
    together = ", ".join(names)
    if not kind:
        return together
    return f"các {kind} {together}" if len(names) > 1 else f"{kind} {together}"


def where_of(states: Sequence[TeamState], office: Office) -> str:
    """Return where the teams are, the whole commune where too many would be named."""
    if len(states) > MOST_NAMED:
        return f"trên địa bàn {office.full_name}"
    return areas_together([state.area for state in states])


def counted_areas(states: Sequence[TeamState]) -> str:
    """Return "03 thôn" where all are of one kind, else "03 tổ"."""
    kinds = {unit.kind.value if unit else "tổ" for unit in (read_unit(s.area) for s in states)}
    return f"{two_digits(len(states))} {kinds.pop() if len(kinds) == 1 else 'tổ'}"


def short_area(state: TeamState) -> str:
    """Return the name of the team's area without what kind of area it is."""
    unit = read_unit(state.area)
    return unit.name if unit else state.area


def heads_of(states: Sequence[TeamState]) -> str:
    """Return who leads the areas: "Trưởng các thôn Bình Minh, Tân Lập"."""
    groups: dict[str, list[str]] = {}
    for state in states:
        unit = read_unit(state.area)
        title = _HEADS.get(unit.kind, "Trưởng") if unit else ""
        groups.setdefault(title, []).append(state.area)
    named = (f"{title} {areas_together(areas)}" for title, areas in groups.items() if title)
    return ", ".join(named)


def person_of(book: TeamBook, person: PersonId) -> Person:
    """Return what is kept of a person, a blank to fill in for one who was erased."""
    kept = book.people.get(person)
    return kept.details if kept else Person(BLANK)


def in_name_order(book: TeamBook, state: TeamState) -> TeamState:
    """Return the state with its changes by role, then in the order of Vietnamese names.

    As computed they stand by the ids of people, an order that says nothing to a reader.
    """
    decided = dict(state.decision.roster) if state.decision else {}
    standing = {seat.person.id: seat.stay.role for seat in state.seats}

    def place(person: PersonId) -> tuple[object, ...]:
        role = standing.get(person) or decided.get(person, TeamRole.MEMBER)
        return [*TeamRole].index(role), name_sort_key(person_of(book, person).full_name)

    changes = state.changes
    ordered = DecisionChanges(
        tuple(sorted(changes.replaced, key=lambda pair: place(pair.coming))),
        tuple(sorted(changes.added, key=place)),
        tuple(sorted(changes.withdrawn, key=place)),
        tuple(sorted(changes.changed_roles, key=lambda change: place(change.person))),
    )
    return replace(state, changes=ordered)


def called(person: Person) -> str:
    """Return a person inside a sentence: "ông Lê Quang Vũ"; the name alone where sex is unknown."""
    return f"{_FORMS[person.gender] if person.gender else ''}{person.full_name}"


def reason_left(book: TeamBook, state: TeamState, person: PersonId) -> str:
    """Return why a person left the team, "" where nothing was said that a paper could say."""
    seats = (seat.stay for seat in state.gone if seat.person.id == person)
    reason = next((stay.reason for stay in seats if stay.reason), None)
    if reason is None:
        ends = [s for s in book.stays.of(person) if state.team and s.team == state.team.id]
        reason = next((stay.reason for stay in reversed(ends) if stay.reason), None)
    return "" if reason is None or reason in UNSAID else REASON_WORDS[reason]


def decisions_of(states: Iterable[TeamState]) -> tuple[TeamDecision, ...]:
    """Return the last decisions on the teams, each once, the earliest first."""
    found = {(d.decided_on, d.number): d for state in states if (d := state.decision)}
    return tuple(found[key] for key in sorted(found))


def cited(decisions: Sequence[TeamDecision]) -> str:
    """Return the decisions by number and day: "Quyết định số 87/QĐ-UBND ngày …"."""
    return ", ".join(
        f"Quyết định số {decision.number or BLANK} {official_date(decision.decided_on)}"
        for decision in decisions
    )
