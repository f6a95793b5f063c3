"""The verbs around the commune's own units: add one, end one, remove a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from kehoach_desktop.domain.agency import units_of
from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.plan import Task, TaskId, new_id
from kehoach_desktop.domain.team_match import spelling
from kehoach_desktop.domain.text import clean, nfc, squeeze, typed_day
from kehoach_desktop.domain.unit import Unit, UnitId
from kehoach_desktop.i18n import _, counted
from kehoach_desktop.services.planning import UnknownTask
from kehoach_desktop.services.ports import Shelves, Store


class UnknownUnit(KehoachError):
    """No unit has that id."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            _("Không có đơn vị “{unit}”.").format(unit=unit),
            hint=_("Xem các đơn vị bằng lệnh: kehoach units."),
        )


class UnitAlreadyHeld(KehoachError):
    """A unit of that name exists in those days."""

    def __init__(self, name: str) -> None:
        super().__init__(_("Đã có đơn vị “{name}”; sổ không thay đổi.").format(name=name))


class ImpossibleUnit(KehoachError):
    """A unit has no name, or ends before it begins."""

    def __init__(self) -> None:
        super().__init__(
            _("Đơn vị phải có tên, và ngày cuối không được trước ngày đầu; chưa ghi gì.")
        )


class UnitInUse(KehoachError):
    """The unit is spoken of elsewhere: by tasks, activities or figures."""

    def __init__(self, reason: str) -> None:
        hint = _("Đơn vị sáp nhập, giải thể thì ghi ngày cuối; việc và số liệu cũ vẫn giữ.")
        super().__init__(reason, hint=hint)


class Units:
    """The units of the commune."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def units(self, on: date | None = None) -> tuple[Unit, ...]:
        """Return every unit, or those that exist `on` that day."""
        with self._store.reading() as shelves:
            return tuple(u for u in shelves.units.all() if on is None or u.stands_on(on))

    def add(self, unit: Unit) -> Unit:
        """Keep a new unit and return it with its id.

        Raises ImpossibleUnit or UnitAlreadyHeld. The order of names is that of adding.
        """
        kept = replace(unit, id=UnitId(new_id()), name=squeeze(clean(unit.name)))
        with self._store.command("add_unit") as shelves:
            _check(shelves, kept)
            shelves.units.put(kept)
        return kept

    def end(self, unit: str, on: date) -> Unit:
        """Let `on` be the last day of a unit (id or name); return it. Raises UnknownUnit."""
        with self._store.command("end_unit") as shelves:
            ended = replace(_kept(shelves, unit), valid_until=on)
            _check(shelves, ended)
            shelves.units.put(ended)
        return ended

    def remove(self, unit: str) -> Unit:
        """Remove a unit added by mistake (id or name). Raises UnknownUnit or UnitInUse."""
        with self._store.command("remove_unit") as shelves:
            before = _kept(shelves, unit)
            _refuse_used(shelves, before)
            shelves.units.remove(before.id)
        return before

    def assign(
        self, task: TaskId, units: Sequence[str] | None, officer: str | None = None
    ) -> tuple[Task, Task]:
        """Hand a task to units (ids or names), the leading one first, and to an officer there.

        As `assign_all`, for one task.
        """
        return self.assign_all((task,), units, officer)[0]

    def assign_all(
        self, tasks: Sequence[TaskId], units: Sequence[str] | None, officer: str | None = None
    ) -> tuple[tuple[Task, Task], ...]:
        """Hand tasks to the same units and officer, all of them or none.

        None leaves what stands, an empty sequence or name takes it away. Returns each task as it
        was and as it is. Raises UnknownTask; UnknownUnit while any unit is registered.
        """
        with self._store.command("amend_task") as shelves:
            changed = _handing(shelves, units, officer)
            pairs = []
            for task in tasks:
                before = shelves.plans.task(task)
                if before is None:
                    raise UnknownTask(task)
                pairs.append((before, replace(before, **changed)))
            shelves.plans.put_tasks([after for before, after in pairs if after != before])
        return tuple(pairs)

    def put_back(self, unit: Unit) -> None:
        """Keep a unit as it stood before a step that is taken back. Raises UnitAlreadyHeld."""
        with self._store.command("put_unit_back") as shelves:
            _check(shelves, unit)
            shelves.units.put(unit)


def _handing(shelves: Shelves, units: Sequence[str] | None, officer: str | None) -> dict[str, Any]:
    """Return the fields of a task that change, as they are kept."""
    changed = {}
    if units is not None:
        names = [_spelt(shelves, unit) for unit in units if squeeze(clean(unit))]
        changed["assigned_to"] = "; ".join(dict.fromkeys(names))
    if officer is not None:
        changed["officer"] = squeeze(clean(officer))
    return changed


def _check(shelves: Shelves, unit: Unit) -> None:
    if not unit.name or unit.span.is_empty:
        raise ImpossibleUnit
    for held in shelves.units.all():
        if held.id != unit.id and (shared := _shared_name(held, unit)):
            raise UnitAlreadyHeld(shared)


def _shared_name(held: Unit, unit: Unit) -> str:
    """Return the name that both bear on some day, as `held` spells it; "" where there is none."""
    pairs = product(held.names(), unit.names())
    return next(
        (name for (name, days), (own, on) in pairs if _same(name, own) and days.meets(on)), ""
    )


def _same(name: str, other: str) -> bool:
    """Say whether two names are one but for case and spaces; diacritics tell Bản Bó from Bản Bò."""
    return squeeze(nfc(name)).casefold() == squeeze(nfc(other)).casefold()


def _spelt(shelves: Shelves, unit: str) -> str:
    """Return the registered name of a unit; as typed where the office registers none."""
    return _kept(shelves, unit).name if shelves.units.all() else squeeze(clean(unit))


def _kept(shelves: Shelves, unit: str) -> Unit:
    held = shelves.units.all()
    by_id = [u for u in held if u.id == unit]
    named = [u for u in held if _same(u.name, unit)]
    if len(found := by_id or named) > 1:
        raise SeveralUnits(found)
    if not found:
        raise UnknownUnit(unit)
    return found[0]


class SeveralUnits(KehoachError):
    """More than one unit bears the name."""

    def __init__(self, found: list[Unit]) -> None:
        days = "; ".join(
            f"{u.id} ({typed_day(u.valid_from) or '…'}–{typed_day(u.valid_until) or '…'})"
            for u in found
        )
        super().__init__(
            _("Có nhiều đơn vị tên “{name}”: {units}.").format(name=found[0].name, units=days),
            hint=_("Ghi mã thay cho tên."),
        )


def _refuse_used(shelves: Shelves, unit: Unit) -> None:
    """Raise UnitInUse where tasks, activities of its team or figures would lose their unit."""
    if tasks := _assigned(shelves, unit.name):
        words = counted("“{name}” đang được giao {tasks} nhiệm vụ nên không bỏ được.", tasks)
        raise UnitInUse(words.format(name=unit.name, tasks=tasks))
    if done := _activities(shelves, unit):
        words = counted("“{name}” đã ghi {count} hoạt động nên không bỏ được.", done)
        raise UnitInUse(words.format(name=unit.name, count=done))
    if figures := _figures(shelves, unit):
        words = counted("“{name}” đã có {count} số liệu nên không bỏ được.", figures)
        raise UnitInUse(words.format(name=unit.name, count=figures))


def _teams(shelves: Shelves, unit: Unit) -> set[str]:
    """Return the teams of a village: those bound to it, and those that only bear its name."""
    return {
        team.id
        for team in shelves.teams.book().teams.values()
        if team.unit == unit.id
        or (team.unit is None and spelling(team.area) == spelling(unit.name))
    }


def _activities(shelves: Shelves, unit: Unit) -> int:
    if not (teams := _teams(shelves, unit)):
        return 0
    return sum(done.team in teams for done in shelves.activities.tallies(date.min, date.max))


def _figures(shelves: Shelves, unit: Unit) -> int:
    given = [figure.key.unit for figure in shelves.activities.figures(0, 9998)]
    aimed = [target.key.unit for target in shelves.activities.targets()]
    return sum(key == unit.id for key in (*given, *aimed))


def _assigned(shelves: Shelves, name: str) -> int:
    tasks = (task for plan in shelves.plans.all() for _appendix, task in plan.tasks())
    return sum(any(_same(unit, name) for unit in units_of(task)) for task in tasks)
