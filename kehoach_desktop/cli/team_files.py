"""The commands that take lists of people out of the program, and the list of who did."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.domain.access import ACCESS_WORDS, PRIVATE_WORDS, Access, Private
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.office import Office
from kehoach_desktop.domain.roster_lists import person_lists, roster_lists
from kehoach_desktop.domain.span import Span
from kehoach_desktop.domain.team_state import TeamState
from kehoach_desktop.domain.text import typed_moment
from kehoach_desktop.i18n import _

WORKBOOK = "xlsx"


class NobodyToExport(KehoachError):
    """The teams asked for have nobody in them on that day."""

    def __init__(self) -> None:
        super().__init__(_("Không có ai trong các tổ đã chọn, chưa ghi tệp nào."))


def export(asked: argparse.Namespace, tools: Tools) -> None:
    """Write the lists of teams as a workbook; what is private only where it was asked for."""
    private = tuple(fact for fact in Private if getattr(asked, fact.value))
    with tools.open_desk(asked.store) as desk:
        states = _chosen(desk, asked.team, asked.on or desk.rosters.today())
        lists = roster_lists(states, desk.offices.office() or Office(), private)
        if not lists:
            raise NobodyToExport
        desk.disclosing.exported(states, WORKBOOK, private)
        where = tools.write_roster(lists, asked.output)
    people = sum(len(state.seats) for state in states)
    value: Json = {
        "file": str(where),
        "teams": [state.team.id for state in states if state.team],
        "people": people,
        "private": [fact.value for fact in private],
    }
    words = _("Đã ghi {people} người vào {path}; lần xuất này có trong nhật ký.")
    answer(asked, value, [words.format(people=people, path=where)])


def _chosen(desk: Desk, names: list[str], on: date) -> tuple[TeamState, ...]:
    wanted = {desk.rosters.team(name, on).id for name in names}
    states = (state for state in desk.rosters.states(on) if state.team and state.seats)
    return tuple(s for s in states if s.team and (not wanted or s.team.id in wanted))


def export_person(desk: Desk, tools: Tools, name: str, target: Path) -> Path:
    """Write everything held about a person as a workbook and return where it lies."""
    who = desk.rosters.person(name)
    lists = person_lists(who, desk.rosters.book(), desk.rosters.history(who.id))
    desk.disclosing.exported_person(who.id, WORKBOOK)
    return tools.write_roster(lists, target)


def access_log(asked: argparse.Namespace, tools: Tools) -> None:
    """List who looked at personal data or took it out, the latest first."""
    with tools.open_desk(asked.store, writing=False) as desk:
        held = desk.disclosing.accesses()
    asked_days = Span(asked.first, asked.last)
    told = [one for one in held if one.at.astimezone().date() in asked_days]
    answer(asked, {"accesses": [_of(one) for one in told]}, map(access_line, told))


def _of(access: Access) -> Json:
    return {
        "at": iso(access.at),
        "kind": access.kind.value,
        "user": access.user or None,
        "about": access.about or None,
        "people": access.count,
        "what": access.what or None,
        "private": [fact.value for fact in access.private],
    }


def access_line(access: Access) -> str:
    """Return one look or export as a line: when, who, what, about whom, how many."""
    moment = access.at.astimezone()
    what = " ".join(filter(None, (_(ACCESS_WORDS[access.kind]), access.what)))
    private = ", ".join(_(PRIVATE_WORDS[fact]) for fact in access.private)
    people = _("{count} người").format(count=access.count)
    cells = (typed_moment(moment), access.user, what, access.about, people, private)
    return "\t".join(cells).rstrip()
