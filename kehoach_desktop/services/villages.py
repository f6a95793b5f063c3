"""The verbs that merge, split and rename villages with effect from a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kehoach_desktop.domain.errors import KehoachError
from kehoach_desktop.domain.membership import PersonId
from kehoach_desktop.domain.span import Span
from kehoach_desktop.domain.team_match import spelling
from kehoach_desktop.domain.team_state import Seat, team_states
from kehoach_desktop.domain.text import clean, fold, squeeze, typed_day
from kehoach_desktop.domain.unit import Unit, UnitKind
from kehoach_desktop.domain.village_change import (
    ChangeKind,
    Reshaping,
    VillageChange,
    VillageStep,
)
from kehoach_desktop.i18n import _
from kehoach_desktop.services.ports import Shelves, Store
from kehoach_desktop.services.team_refusals import UnknownPerson
from kehoach_desktop.services.units import UnitAlreadyHeld, UnknownUnit

LEAST = {ChangeKind.MERGE: (2, 1), ChangeKind.SPLIT: (1, 2), ChangeKind.RENAME: (1, 1)}
"""How many villages a change begins with, and how many names it ends with, at least."""


class NotAVillage(KehoachError):
    """Only villages that stand on the day and the day before are merged, split or renamed."""

    def __init__(self, name: str, on: date) -> None:
        words = _("“{name}” không phải thôn, tổ dân phố đang có trước và trong ngày {day}.")
        super().__init__(
            words.format(name=name, day=typed_day(on)),
            hint=_("Xem các thôn và ngày của từng thôn bằng lệnh: kehoach units."),
        )


class NotAChange(KehoachError):
    """The names asked for would leave everything as it is, or name too few."""

    def __init__(self) -> None:
        super().__init__(
            _("Sáp nhập cần ít nhất hai thôn, chia tách hai tên mới, đổi tên một tên khác."),
        )


class Villages:
    """Villages over time. Each verb keeps one step and returns it; `keep` takes it back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def changes(self) -> tuple[VillageChange, ...]:
        """Return what became of villages, the earliest first."""
        with self._store.reading() as shelves:
            return tuple(shelves.villages.all())

    def merge(self, names: Sequence[str], into: str, on: date, by: str = "") -> VillageStep:
        """Let one village stand for several from `on` on, under a new name or one of theirs.

        Their teams become one, their tasks go over to it. Raises NotAVillage, NotAChange,
        UnknownUnit, UnitAlreadyHeld, MembershipRefused; then nothing is kept.
        """
        return self._change(Reshaping(ChangeKind.MERGE, (), (into,), on, by), names)

    def split(
        self,
        name: str,
        into: Sequence[str],
        on: date,
        by: str = "",
        homes: Mapping[str, str] | None = None,
    ) -> VillageStep:
        """Let several villages stand for one from `on` on; the team goes on in the first.

        `homes` names who of the team (by id or name) is in the team of another from then on.
        Raises UnknownPerson too.
        """
        return self._change(Reshaping(ChangeKind.SPLIT, (), tuple(into), on, by), (name,), homes)

    def rename(self, name: str, to: str, on: date, by: str = "") -> VillageStep:
        """Let a village bear another name from `on` on; papers and figures of before keep the old.

        Raises what `merge` raises.
        """
        return self._change(Reshaping(ChangeKind.RENAME, (), (to,), on, by), (name,))

    def keep(self, step: VillageStep) -> None:
        """Keep a step again, or take one back: `keep(step.reversed())`."""
        with self._store.command("step_villages") as shelves:
            _apply(shelves, step)

    def _change(
        self, asked: Reshaping, names: Sequence[str], homes: Mapping[str, str] | None = None
    ) -> VillageStep:
        kind, on = asked.kind, asked.on
        named = (squeeze(clean(name)) for name in asked.names)
        wanted = tuple(dict.fromkeys(name for name in named if name))
        with self._store.command(f"{kind}_villages") as shelves:
            held = shelves.units.all()
            old = tuple(dict.fromkeys(_village(held, name, on) for name in names))
            _refuse(kind, old, wanted)
            for name in wanted:
                _refuse_taken(held, old, name, on)
            book = shelves.teams.book()
            seats = [s for state in team_states(book, old, on) if state.unit for s in state.seats]
            lives = {_seated(seats, w): _home(wanted, n) for w, n in (homes or {}).items()}
            by = squeeze(clean(asked.by))
            asked = replace(asked, old=old, names=wanted, by=by, homes=lives)
            tasks = [task for plan in shelves.plans.all() for _appendix, task in plan.tasks()]
            step = asked.step(book, tasks)
            _apply(shelves, step)
        return step


def _village(held: Sequence[Unit], name: str, on: date) -> Unit:
    found = [u for u in held if u.id == name or spelling(u.name) == spelling(name)]
    if not found:
        raise UnknownUnit(name)
    before = on - timedelta(days=1)
    standing = [u for u in found if u.stands_on(on) and u.stands_on(before)]
    village = next((u for u in standing if u.kind is UnitKind.VILLAGE), None)
    if village is None:
        raise NotAVillage(found[0].name, on)
    return village


def _seated(seats: Sequence[Seat], name: str) -> PersonId:
    """Return who of those seats bears that id or name. Raises UnknownPerson."""
    people = {seat.person.id: seat.person for seat in seats}
    named = [p for p in people.values() if fold(p.details.full_name) == fold(name)]
    exact = [p for p in named if p.id == name or p.details.full_name == squeeze(clean(name))]
    found = [people[PersonId(name)]] if name in people else exact or named
    if len(found) != 1:
        raise UnknownPerson(name, found)
    return found[0].id


def _home(wanted: Sequence[str], name: str) -> str:
    """Return the new village of that name. Raises UnknownUnit."""
    found = next((held for held in wanted if spelling(held) == spelling(name)), None)
    if found is None:
        raise UnknownUnit(name)
    return found


def _refuse(kind: ChangeKind, old: Sequence[Unit], names: Sequence[str]) -> None:
    least_old, least_new = LEAST[kind]
    same = {spelling(unit.name) for unit in old} == {spelling(name) for name in names}
    if len(old) < least_old or len(names) < least_new or same:
        raise NotAChange


def _refuse_taken(held: Sequence[Unit], old: Sequence[Unit], name: str, on: date) -> None:
    others = (names for unit in held if unit not in old for names in unit.names())
    if any(spelling(borne) == spelling(name) and days.meets(Span(on)) for borne, days in others):
        raise UnitAlreadyHeld(name)


def _apply(shelves: Shelves, step: VillageStep) -> None:
    for unit, after in step.units:
        if after is not None:
            shelves.units.put(after)
        elif unit is not None:
            shelves.units.remove(unit.id)
    shelves.plans.put_tasks([task for _old, task in step.tasks])
    shelves.teams.keep(step.teams)
    gone, come = step.change
    if come is not None:
        shelves.villages.put(come)
    elif gone is not None:
        shelves.villages.remove(gone)
