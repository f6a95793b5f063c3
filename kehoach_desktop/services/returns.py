"""How the units stand with their return forms: what went out, what came home, who is late."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kehoach_desktop.domain.period import ReportingPeriod
from kehoach_desktop.domain.plan import TaskId
from kehoach_desktop.domain.return_form import Receipt, SentForm
from kehoach_desktop.domain.return_form_heading import same_unit
from kehoach_desktop.domain.return_form_round import FormRound, LateUnit
from kehoach_desktop.services.ports import Shelves


@dataclass(frozen=True, slots=True)
class UnitReturn:
    """How a unit stands in a period: its last form out, its last file home (moments ISO, UTC).

    `days_late` counts from the day asked for to the day it came, or to today; 0: not late.
    """

    unit: str
    sent: SentForm | None
    received: Receipt | None
    days_late: int = 0


def returns_in(shelves: Shelves, period: ReportingPeriod, today: date) -> tuple[UnitReturn, ...]:
    """Return how each unit that a form went to, or a file came from, stands in a period."""
    sent = shelves.forms.sent(period.key)
    receipts = shelves.forms.receipts(period.key)
    names: list[str] = []
    for name in (*(s.unit for s in sent), *(r.unit for r in receipts)):
        if name and not any(same_unit(name, held) for held in names):
            names.append(name)
    return tuple(_stands(name, sent, receipts, today) for name in names)


def round_of(units: Sequence[UnitReturn], silent: Collection[TaskId]) -> FormRound:
    """Return the round that `units` make; `silent` are the tasks nobody has answered."""
    asked = [unit for unit in units if unit.sent is not None]
    late = tuple(
        LateUnit(u.unit, u.sent.due, u.days_late, tuple(t for t in u.sent.tasks if t in silent))
        for u in asked
        if u.sent and u.sent.due and u.days_late > 0 and u.received is None
    )
    return FormRound(len(asked), sum(unit.received is not None for unit in asked), late)


def _stands(
    unit: str, sent: Sequence[SentForm], receipts: Sequence[Receipt], today: date
) -> UnitReturn:
    out = next((s for s in reversed(sent) if same_unit(s.unit, unit)), None)
    home = next((r for r in reversed(receipts) if same_unit(r.unit, unit)), None)
    if out is None or out.due is None:
        return UnitReturn(unit, out, home)
    came = min((_day(r.received_at) for r in receipts if same_unit(r.unit, unit)), default=today)
    return UnitReturn(unit, out, home, max(0, (came - out.due).days))


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()
