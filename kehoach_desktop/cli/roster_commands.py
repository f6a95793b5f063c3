"""The command that reads the roster of a community digital team and stores nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from kehoach_desktop.cli import as_json, as_words
from kehoach_desktop.cli.answer import answer
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Tools
from kehoach_desktop.domain.team import ROLE_TITLES, DigitalTeam, RosterDraft, TeamMember
from kehoach_desktop.domain.team_book import USUAL_KIND
from kehoach_desktop.i18n import _


def roster(asked: argparse.Namespace, tools: Tools) -> None:
    """Print the teams that a file lists; store nothing."""
    draft = tools.assemble_roster(tools.read(asked.file))
    answer(asked, of_roster(draft), _lines(draft))


def of_roster(draft: RosterDraft) -> Json:
    """Return everything that was understood of the rosters; null where a list is silent."""
    return {
        "teams": [_of_team(team) for team in draft.teams],
        "findings": as_json.of_findings(draft.findings),
    }


def _of_team(team: DigitalTeam) -> Json:
    other_kind = {"kind": team.kind} if team.kind not in ("", USUAL_KIND) else {}
    return {
        "area": team.area or None,
        **other_kind,
        "members": [_of_member(member) for member in team.members],
    }


def _of_member(member: TeamMember) -> Json:
    person = member.person
    value: Json = {
        "full_name": person.full_name,
        "gender": person.gender.value if person.gender else None,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "birth_year": person.birth_year,
        "post": person.post or None,
        "team_role": ROLE_TITLES[member.role] if member.role else None,
        "phone": person.phone or None,
        "cccd": person.cccd or None,
        "note": person.note or None,
    }
    value |= {"other_phones": list(person.other_phones)} if person.other_phones else {}
    return value | ({"zalo": person.zalo} if person.zalo else {})


def _lines(draft: RosterDraft) -> Iterator[str]:
    for team in draft.teams:
        yield team.area or _("Chưa rõ thôn, tổ")
        for member in team.members:
            value = _of_member(member)
            shown = ("full_name", "gender", "birth_year", "post", "team_role", "phone")
            yield "  " + "\t".join(str(value[key] or "") for key in shown)
    yield from map(as_words.finding_line, draft.findings)
