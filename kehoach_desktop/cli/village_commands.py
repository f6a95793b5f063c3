"""The commands that merge, split and rename villages, and tell what became of them."""

from __future__ import annotations

import argparse
from datetime import timedelta

from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.domain.text import typed_day
from kehoach_desktop.domain.unit import Unit, UnitId
from kehoach_desktop.domain.village_change import CHANGE_WORDS, VillageChange
from kehoach_desktop.i18n import _

VERBS = ("merge", "split", "rename", "changes")


def reshape(asked: argparse.Namespace, tools: Tools) -> None:
    """Merge, split or rename villages, or list what was done."""
    with tools.open_desk(asked.store, writing=asked.verb != "changes") as desk:
        if asked.verb != "changes":
            _keep(asked, desk)
        changes = desk.villages.changes()
        units = {unit.id: unit for unit in desk.units.units()}
    told = changes if asked.verb == "changes" else changes[-1:]
    value: Json = {"changes": [_of(change, units) for change in told]}
    answer(asked, value, [_line(change, units) for change in told])


def _keep(asked: argparse.Namespace, desk: Desk) -> None:
    verbs = desk.villages
    if asked.verb == "merge":
        verbs.merge(asked.villages, asked.into, asked.on, asked.by)
    elif asked.verb == "split":
        homes = dict(map(_named_home, asked.home))
        verbs.split(asked.villages[0], asked.into, asked.on, asked.by, homes)
    else:
        verbs.rename(asked.villages[0], asked.into, asked.on, asked.by)


def _named_home(text: str) -> tuple[str, str]:
    who, _sign, village = text.partition("=")
    return who.strip(), village.strip()


def _of(change: VillageChange, units: dict[UnitId, Unit]) -> Json:
    before, after = _named(change, units)
    return {
        "id": change.id,
        "kind": change.kind.value,
        "on": iso(change.on),
        "before": before,
        "after": after,
        "by": change.by or None,
    }


def _named(change: VillageChange, units: dict[UnitId, Unit]) -> tuple[list[str], list[str]]:
    """Return the names on the day before, and from the day on."""
    days = (change.on - timedelta(days=1), change.on)
    before, after = (
        [units[key].name_on(day) if key in units else key for key in keys]
        for keys, day in zip((change.before, change.after), days, strict=True)
    )
    return before, after


def _line(change: VillageChange, units: dict[UnitId, Unit]) -> str:
    before, after = map(", ".join, _named(change, units))
    words = f"{_(CHANGE_WORDS[change.kind])}: {before} → {after}"
    return "\t".join(filter(None, (typed_day(change.on), words, change.by)))
