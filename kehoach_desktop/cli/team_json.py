"""Teams as JSON values and as lines: how they stand, and what a list would change."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach_desktop.cli.answer import iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.domain.team import ROLE_TITLES
from kehoach_desktop.domain.team_book import KeptPerson
from kehoach_desktop.domain.team_state import Seat, TeamState, masked
from kehoach_desktop.domain.team_update import ROW_WORDS, RosterUpdate, RowKind, UpdateRow
from kehoach_desktop.domain.team_words import row_words, state_words, update_words
from kehoach_desktop.i18n import _


def of_state(state: TeamState, *, reveal: bool) -> Json:
    """Return a team (or a village without one) as it stands; null where nothing is known."""
    team, decision, changes = state.team, state.decision, state.changes
    return {
        "id": team.id if team else None,
        "area": state.area,
        "kind": team.kind if team else None,
        "title": team.title if team else None,
        "unit": state.unit.id if state.unit else None,
        "state": state_words(state),
        "lacks": [lack.value for lack in state.lacks],
        "decision": {"number": decision.number, "date": iso(decision.decided_on)}
        if decision
        else None,
        "decision_owed": state.owed.value if state.owed else None,
        "changes": {
            "replaced": [
                {"role": pair.role.value, "leaving": pair.leaving, "coming": pair.coming}
                for pair in changes.replaced
            ],
            "added": [*changes.added],
            "withdrawn": [*changes.withdrawn],
            "changed_roles": [
                {"person": one.person, "before": one.before.value, "after": one.after.value}
                for one in changes.changed_roles
            ],
        },
        "members": [_of_seat(seat, reveal=reveal) for seat in state.seats],
        "left": [_of_seat(seat, reveal=reveal) for seat in state.gone],
    }


def _of_seat(seat: Seat, *, reveal: bool) -> Json:
    return {
        **of_person(seat.person, reveal=reveal),
        "team_role": ROLE_TITLES[seat.stay.role],
        "joined": iso(seat.stay.joined),
        "left": iso(seat.stay.left),
        "reason": seat.stay.reason.value if seat.stay.reason else None,
        "also_in": [team.area for team in seat.elsewhere],
    }


def of_person(person: KeptPerson, *, reveal: bool) -> Json:
    """Return what is kept of a person; numbers are masked unless they are to be shown."""
    told = person.details
    shown = (lambda number: number) if reveal else masked
    return {
        "id": person.id,
        "full_name": told.full_name,
        "gender": told.gender.value if told.gender else None,
        "birth_date": iso(told.birth_date),
        "birth_year": told.birth_year,
        "post": told.post or None,
        "phone": shown(told.phone) or None,
        "other_phones": [shown(phone) for phone in told.other_phones],
        "zalo": shown(told.zalo) or None,
        "cccd": shown(told.cccd) or None,
        "note": told.note or None,
    }


def of_update(update: RosterUpdate) -> Json:
    """Return what a list would change, row by row; `key` names a row in answers."""
    return {
        "on": iso(update.day),
        "counts": {kind.value: update.count(kind) for kind in RowKind},
        "teams": [
            {
                "team": None if team.is_new else team.team.id,
                "area": team.team.area,
                "kind": team.team.kind,
                "rows": [_of_row(row) for row in team.rows],
            }
            for team in update.teams
        ],
    }


def _of_row(row: UpdateRow) -> Json:
    return {
        "key": row.key,
        "kind": row.kind.value,
        "person": row.person,
        "full_name": row.details.full_name,
        "team_role": ROLE_TITLES[row.role],
        "place": row.place or None,
        "changes": [
            {"field": change.field, "before": change.before, "after": change.after}
            for change in row.changes
        ],
        "alike": [
            {"id": like.id, "full_name": like.held.full_name, "where": like.where}
            for like in row.alike
        ],
    }


def update_lines(update: RosterUpdate, *, kept: bool) -> Iterator[str]:
    """Yield each row that changes something, doubts first, and what was done."""
    for team in update.teams:
        new = _("tổ mới")
        yield team.team.short_title + (f" ({new})" if team.is_new else "")
        told = (row for row in team.rows if row.kind is not RowKind.SAME)
        for row in sorted(told, key=lambda row: [*RowKind].index(row.kind)):
            head = f"  {row.key}\t{_(ROW_WORDS[row.kind])}\t{row.details.full_name}"
            yield f"{head}\t{row_words(row)}".rstrip()
    yield update_words(update)
    yield _("Đã ghi vào sổ.") if kept else _("Sổ không thay đổi.")
