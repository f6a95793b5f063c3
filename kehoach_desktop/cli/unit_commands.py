"""The commands about the commune's own units, and to which of them a task goes."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from kehoach_desktop.cli import village_commands
from kehoach_desktop.cli.answer import answer, iso
from kehoach_desktop.cli.as_json import Json
from kehoach_desktop.cli.desk import Desk, Tools
from kehoach_desktop.domain.plan import Task, TaskId
from kehoach_desktop.domain.text import task_name, typed_day
from kehoach_desktop.domain.unit import UNIT_KIND_WORDS, Unit, UnitId, UnitKind, kind_of_name
from kehoach_desktop.i18n import _


def assign(asked: argparse.Namespace, tools: Tools) -> None:
    """Hand tasks to units of the commune, and to a named officer there: all of them or none."""
    named = tuple(dict.fromkeys(map(TaskId, asked.task)))
    with tools.open_desk(asked.store) as desk:
        pairs = desk.units.assign_all(named, asked.unit, asked.officer)
    tasks = [task for _before, task in pairs]
    handed = [_of_handed(task) for task in tasks]
    value: Json = {**handed[0], "tasks": handed}
    said = ((task_name(task.content), task.assigned_to, task.officer) for task in tasks)
    answer(asked, value, ("\t".join(filter(None, words)) for words in said))


def _of_handed(task: Task) -> Json:
    return {
        "task": task.id,
        "assigned_to": task.assigned_to or None,
        "officer": task.officer or None,
    }


def units(asked: argparse.Namespace, tools: Tools) -> None:
    """List the commune's units, change one, or tell what became of villages."""
    if asked.verb in village_commands.VERBS:
        village_commands.reshape(asked, tools)
        return
    changing = asked.verb not in (None, "list")
    with tools.open_desk(asked.store, make=asked.verb == "add", writing=changing) as desk:
        if changing:
            unit = _changed_unit(asked, desk)
            answer(asked, {"unit": _of_unit(unit)}, [_unit_line(unit)])
            return
        on = getattr(asked, "on", None)
        held = [_as_on(unit, on) for unit in desk.units.units(on)]
    answer(asked, {"units": [_of_unit(unit) for unit in held]}, map(_unit_line, held))


def _changed_unit(asked: argparse.Namespace, desk: Desk) -> Unit:
    if asked.verb == "end":
        return desk.units.end(asked.unit, asked.on)
    if asked.verb == "remove":
        return desk.units.remove(asked.unit)
    kind = UnitKind(asked.kind) if asked.kind else kind_of_name(asked.name)
    return desk.units.add(Unit(UnitId(""), asked.name, kind, asked.valid_from, asked.valid_until))


def _as_on(unit: Unit, day: date | None) -> Unit:
    return unit if day is None else replace(unit, name=unit.name_on(day))


def _of_unit(unit: Unit) -> Json:
    return {
        "id": unit.id,
        "name": unit.name,
        "kind": unit.kind.value,
        "valid_from": iso(unit.valid_from),
        "valid_until": iso(unit.valid_until),
    }


def _unit_line(unit: Unit) -> str:
    days = [typed_day(unit.valid_from)]
    days.append(typed_day(unit.valid_until))
    stands = " – ".join(days) if any(days) else ""
    return "\t".join((unit.id, unit.name, _(UNIT_KIND_WORDS[unit.kind]), stands)).rstrip()
