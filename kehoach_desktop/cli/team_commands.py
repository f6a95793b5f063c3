"""The commands about teams: how they stand, a list taken in, who joins, leaves and moves."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json, of_findings
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.cli.team_files import export_person
from kehoach_desktop.cli.team_json import of_person, of_state, of_update, update_lines
from kehoach_desktop.domain.membership import LeavingReason
from kehoach_desktop.domain.team import ROLE_TITLES, Gender, Person
from kehoach_desktop.domain.team_book import Team
from kehoach_desktop.domain.team_facts import read_birth, read_cccd, read_phone
from kehoach_desktop.domain.team_proposal import Asking
from kehoach_desktop.domain.team_state import Seat, TeamState, masked
from kehoach_desktop.domain.team_update import ANOTHER, RosterUpdate, RowKind, said_of
from kehoach_desktop.domain.team_words import owed_words, state_words, stay_words, subtitle
from kehoach_desktop.domain.text import clean, squeeze, typed_day
from kehoach_desktop.i18n import _
from kehoach_desktop.services.rosters import BEFORE_LIST
from kehoach_desktop.services.team_refusals import PersonMayBeKnown, UnknownPerson, UnknownRow


def teams(asked: argparse.Namespace, tools: Tools) -> None:
    """Tell how every team stands on a day; numbers are masked unless asked for."""
    with tools.open_desk(asked.store, writing=asked.reveal) as desk:
        on = asked.on or desk.rosters.today()
        states = desk.rosters.states(on)
        if asked.team:
            team = desk.rosters.team(asked.team, on)
            states = tuple(state for state in states if state.team == team)
        if asked.reveal:
            _reveal(desk, states)
    value: Json = {
        "on": iso(on),
        "teams": [of_state(state, reveal=asked.reveal) for state in states],
        "members": sum(len(state.seats) for state in states),
        "owed": sum(state.owed is not None for state in states),
        "without_team": sum(state.team is None for state in states),
    }
    answer(asked, value, _team_lines(states, reveal=asked.reveal))


def _reveal(desk: Desk, states: tuple[TeamState, ...]) -> None:
    for state in states:
        if state.team and state.seats:
            desk.rosters.reveal(state.team.id, len(state.seats))


def _team_lines(states: tuple[TeamState, ...], *, reveal: bool) -> Iterator[str]:
    if not states:
        yield _("Chưa có thôn, tổ nào trong sổ.")
    for state in states:
        told = subtitle(state) if state.team else ""
        yield f"{state.area}\t{state_words(state)}\t{told}".rstrip()
        if owed := owed_words(state):
            yield f"  {owed}"
        for seat in state.seats:
            yield _seat_line(seat, reveal=reveal)
            for other in seat.elsewhere:
                yield "    " + _("cũng ở tổ {area}").format(area=other.area)


def _seat_line(seat: Seat, *, reveal: bool) -> str:
    told = seat.person.details
    shown = told.phone if reveal else masked(told.phone)
    role, since = ROLE_TITLES[seat.stay.role], typed_day(seat.stay.joined)
    return "\t".join(("  " + told.full_name, said_of(told.birth_year), role, shown, since))


def take_in(asked: argparse.Namespace, tools: Tools) -> None:
    """Compare a list with the store and take it in; doubts stay out until they are answered."""
    draft = tools.assemble_roster(tools.read(asked.file))
    answers = {**dict(asked.same), **dict.fromkeys(asked.other, ANOTHER)}
    kept, backup = False, None
    with tools.open_desk(asked.store, make=not asked.check, writing=not asked.check) as desk:
        on = asked.on or desk.rosters.today()
        asking = Asking(on, squeeze(clean(asked.area)), answers=answers)
        update = desk.rosters.propose(draft, asking)
        _refuse_unknown(asked, update, desk)
        skipped = {*asked.skip}
        if asked.keep_missing:
            skipped |= {row.key for row in update.rows(RowKind.LEFT)}
        if not asked.check and (asked.decision or not update.changes_nothing):
            desk.rosters.take_in(update, skipped, asked.decision)
            kept, backup = True, _before_list(desk)
    value: Json = {
        **of_update(update),
        "kept": kept,
        "backup": str(backup) if backup else None,
        "findings": of_findings(draft.findings),
    }
    answer(asked, value, [*update_lines(update, kept=kept), *_way_back(backup)])


def _refuse_unknown(asked: argparse.Namespace, update: RosterUpdate, desk: Desk) -> None:
    """Raise UnknownRow for an answer to a row, or by a person, that is not there."""
    rows, people = {row.key for row in update.rows()}, desk.rosters.book().people
    for row in (*asked.skip, *asked.other):
        if row not in rows:
            raise UnknownRow(row)
    for row, person in asked.same:
        if row not in rows or person not in {*rows, *people}:
            raise UnknownRow(f"{row}={person}")


def _before_list(desk: Desk) -> Path | None:
    """Return the backup that was made before the list was taken in."""
    held = (one for one in desk.safekeeping.backups() if one.reason == BEFORE_LIST)
    return next((backup.path for backup in held), None)


def _way_back(backup: Path | None) -> Iterator[str]:
    if backup:
        yield _("Lấy lại sổ như trước khi nhận: kehoach restore “{path}”").format(path=backup)


def team(asked: argparse.Namespace, tools: Tools) -> None:
    """Set a team up, end it, merge teams, note a decision, keep identity numbers or not."""
    with tools.open_desk(asked.store, make=asked.verb == "add") as desk:
        value = _TEAM_VERBS[asked.verb](asked, desk)
    answer(asked, value, [str(value["said"])])


def _add(asked: argparse.Namespace, desk: Desk) -> Json:
    step = desk.rosters.add_team(asked.area, asked.kind, asked.on)
    made = next(after for _before, after in step.changes if isinstance(after, Team))
    return {"team": made.id, "said": _("Đã lập {title}.").format(title=made.title)}


def _end(asked: argparse.Namespace, desk: Desk) -> Json:
    on = asked.on or desk.rosters.today()
    ended = desk.rosters.team(asked.team, on)
    desk.rosters.end_team(ended.id, on)
    said = _("{title}: ngày cuối {day}.").format(title=ended.title, day=typed_day(on))
    return {"team": ended.id, "until": iso(on), "said": said}


def _merge(asked: argparse.Namespace, desk: Desk) -> Json:
    on = asked.on or desk.rosters.today()
    into = desk.rosters.team(asked.into, on)
    merged = [desk.rosters.team(name, on).id for name in asked.teams]
    leader = desk.rosters.person(asked.leader).id if asked.leader else None
    desk.rosters.merge(merged, into.id, on, leader)
    said = _("Đã sáp nhập vào {title} từ {day}.").format(title=into.title, day=typed_day(on))
    return {"team": into.id, "merged": merged, "said": said}


def _decided(asked: argparse.Namespace, desk: Desk) -> Json:
    on = asked.on or desk.rosters.today()
    about = desk.rosters.team(asked.team, on)
    desk.rosters.decide(about.id, asked.number, on)
    words = _("{title}: danh sách ngày {day} theo Quyết định số {number}.")
    said = words.format(title=about.title, day=typed_day(on), number=asked.number)
    return {"team": about.id, "number": asked.number, "said": said}


def _cccd(asked: argparse.Namespace, desk: Desk) -> Json:
    dropped = desk.rosters.keep_cccd(asked.state == "on")
    words = _("Từ nay giữ số CCCD.") if asked.state == "on" else _("Không giữ số CCCD; đã xóa {n}.")
    return {"cccd": asked.state == "on", "dropped": dropped, "said": words.format(n=dropped)}


def member(asked: argparse.Namespace, tools: Tools) -> None:
    """Let a person join, leave, move or change the role; show or erase what is held."""
    with tools.open_desk(asked.store) as desk:
        value = _MEMBER_VERBS[asked.verb](asked, desk)
        if asked.verb == "show" and asked.output:
            value["file"] = str(export_person(desk, tools, asked.person, asked.output))
    answer(asked, value, [str(value["said"])])


def _join(asked: argparse.Namespace, desk: Desk) -> Json:
    on = asked.on or desk.rosters.today()
    into = desk.rosters.team(asked.team, on)
    if asked.person in desk.rosters.book().people:
        known = desk.rosters.person(asked.person)
        desk.rosters.join(known.id, into.id, asked.role, on)
    else:
        person = _person(asked)
        if not asked.new and (alike := desk.rosters.alike(person)):
            raise PersonMayBeKnown(alike)
        desk.rosters.add(person, into.id, asked.role, on)
        known = desk.rosters.person(asked.person, into.id, on)
    return _told(known.id, known.details, _("vào {title} từ {day}"), into.title, on)


def _person(asked: argparse.Namespace) -> Person:
    said = {key: squeeze(clean(getattr(asked, key))) for key in ("born", "post", "note")}
    born, year = read_birth(said["born"])
    return Person(
        squeeze(clean(asked.person)),
        Gender(asked.gender) if asked.gender else None,
        born,
        year,
        said["post"],
        read_phone(asked.phone),
        cccd=read_cccd(asked.cccd),
        note=said["note"],
        zalo=read_phone(asked.zalo),
    )


def _leave(asked: argparse.Namespace, desk: Desk) -> Json:
    on = asked.on or desk.rosters.today()
    left = desk.rosters.team(asked.team, on)
    who = desk.rosters.person(asked.person, left.id, on)
    desk.rosters.leave(who.id, left.id, on, LeavingReason(asked.reason))
    return _told(who.id, who.details, _("thôi tham gia {title} từ {day}"), left.title, on)


def _move(asked: argparse.Namespace, desk: Desk) -> Json:
    on = asked.on or desk.rosters.today()
    left, into = desk.rosters.team(asked.team, on), desk.rosters.team(asked.to, on)
    who = desk.rosters.person(asked.person, left.id, on)
    desk.rosters.move(who.id, left.id, into.id, asked.role, on)
    return _told(who.id, who.details, _("chuyển sang {title} từ {day}"), into.title, on)


def _role(asked: argparse.Namespace, desk: Desk) -> Json:
    on = asked.on or desk.rosters.today()
    about = desk.rosters.team(asked.team, on)
    who = desk.rosters.person(asked.person, about.id, on)
    desk.rosters.change_role(who.id, about.id, asked.role, on)
    since = _("của {title} từ {day}")
    words = f"{ROLE_TITLES[asked.role]} {since}"
    return _told(who.id, who.details, words, about.title, on)


def _told(key: str, details: Person, words: str, title: str, on: date) -> Json:
    said = f"{details.full_name}: {words.format(title=title, day=typed_day(on))}."
    return {"person": key, "full_name": details.full_name, "on": iso(on), "said": said}


def _show(asked: argparse.Namespace, desk: Desk) -> Json:
    who = desk.rosters.person(asked.person)
    desk.rosters.reveal_person(who.id)
    book = desk.rosters.book()
    stays = [
        {
            "team": stay.team,
            "area": book.teams[stay.team].area,
            "team_role": ROLE_TITLES[stay.role],
            "joined": iso(stay.joined),
            "left": iso(stay.left),
            "reason": stay.reason.value if stay.reason else None,
        }
        for stay in book.stays.of(who.id)
    ]
    lines = [who.details.full_name]
    for stay in book.stays.of(who.id):
        area, since = book.teams[stay.team].area, typed_day(stay.joined)
        lines.append(f"  {area}\t{ROLE_TITLES[stay.role]}\t{since}\t{stay_words(stay)}".rstrip())
    history = [
        {"at": iso(row.at), "command": row.command, "before": row.before, "after": row.after}
        for row in desk.rosters.history(who.id)
    ]
    told = {**of_person(who, reveal=True), "stays": stays, "history": history}
    return {**told, "said": "\n".join(lines)}


def _erase(asked: argparse.Namespace, desk: Desk) -> Json:
    book = desk.rosters.book()
    if asked.person not in book.people:
        raise UnknownPerson(asked.person)
    desk.rosters.erase(book.people[asked.person].id)
    return {"person": asked.person, "said": _("Đã xóa hẳn người mang mã ấy khỏi sổ.")}


_Verb = Callable[[argparse.Namespace, Desk], Json]
_TEAM_VERBS: dict[str, _Verb] = {
    "add": _add, "end": _end, "merge": _merge, "decided": _decided, "cccd": _cccd,
}  # fmt: skip
_MEMBER_VERBS: dict[str, _Verb] = {
    "join": _join, "leave": _leave, "move": _move, "role": _role, "show": _show, "erase": _erase,
}  # fmt: skip
