"""The command that reads the roster of a community digital team and stores nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TextIO

from kehoach_desktop.cli import as_json, as_words
from kehoach_desktop.domain.draft import Source
from kehoach_desktop.domain.team import ROLE_TITLES, DigitalTeam, RosterDraft, TeamMember
from kehoach_desktop.domain.team_book import USUAL_KIND
from kehoach_desktop.i18n import _

Json = dict[str, Any]


class RosterTools(Protocol):
    """What of the other rooms this command needs."""

    @property
    def read(self) -> Callable[[Path], Source]:
        """Reads a file as it lies."""
        ...

    @property
    def assemble_roster(self) -> Callable[[Source], RosterDraft]:
        """Turns what was read into teams."""
        ...


def roster(asked: argparse.Namespace, tools: RosterTools) -> None:
    """Print the teams that a file lists; store nothing."""
    draft = tools.assemble_roster(tools.read(asked.file))
    if asked.json:
        as_json.print_json(of_roster(draft), sys.stdout)
    else:
        print_roster(draft, sys.stdout)


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


def print_roster(draft: RosterDraft, out: TextIO) -> None:
    """Write each team with its members, a line each, then the doubts."""
    for team in draft.teams:
        as_words.print_line(team.area or _("Chưa rõ thôn, tổ"), out)
        for member in team.members:
            value = _of_member(member)
            shown = ("full_name", "gender", "birth_year", "post", "team_role", "phone")
            as_words.print_line("  " + "\t".join(str(value[key] or "") for key in shown), out)
    for finding in draft.findings:
        severity = _(as_words.SEVERITY_WORDS[finding.severity])
        as_words.print_line(f"{severity}: {finding.place}: {finding.message}", out)
